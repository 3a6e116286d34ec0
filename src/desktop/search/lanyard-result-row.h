/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "lanyard-result.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RESULT_ROW (lanyard_result_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardResultRow, lanyard_result_row, LANYARD, RESULT_ROW, AdwBin)

GtkWidget *lanyard_result_row_new                  (void);
void       lanyard_result_row_bind                 (LanyardResultRow      *self,
                                                    LanyardOpenConference *open,
                                                    LanyardResult         *result,
                                                    const char            *conference);
char      *lanyard_result_row_dup_accessible_label (LanyardResultRow      *self);

G_END_DECLS
