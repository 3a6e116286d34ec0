/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_UPDATE_ROW (lanyard_update_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUpdateRow, lanyard_update_row, LANYARD, UPDATE_ROW, AdwBin)

GtkWidget *lanyard_update_row_new            (void);
void       lanyard_update_row_bind           (LanyardUpdateRow      *self,
                                              LanyardOpenConference *open,
                                              LanyardChange         *change,
                                              gboolean               is_fresh);
char      *lanyard_update_dup_accessible_label (LanyardOpenConference *open,
                                                LanyardChange         *change,
                                                gboolean               is_fresh);

G_END_DECLS
