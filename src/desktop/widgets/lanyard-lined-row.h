/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item-line.h"
#include "lanyard-item-row.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LINED_ROW (lanyard_lined_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLinedRow, lanyard_lined_row, LANYARD, LINED_ROW, GtkWidget)

GtkWidget      *lanyard_lined_row_new       (void);
LanyardItemRow *lanyard_lined_row_get_row   (LanyardLinedRow *self);
void            lanyard_lined_row_set_lines (LanyardLinedRow *self,
                                             GPtrArray       *lines);
LanyardItemRow *lanyard_item_row_find       (GtkWidget       *child);

G_END_DECLS
