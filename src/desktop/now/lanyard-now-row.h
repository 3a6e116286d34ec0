/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NOW_ROW (lanyard_now_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNowRow, lanyard_now_row, LANYARD, NOW_ROW, GtkWidget)

GtkWidget *lanyard_now_row_new  (void);
void       lanyard_now_row_bind (LanyardNowRow         *self,
                                 LanyardOpenConference *open,
                                 LanyardItem           *item,
                                 GPtrArray             *links);

G_END_DECLS
