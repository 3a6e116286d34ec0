/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_GRID_ROW (lanyard_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGridRow, lanyard_grid_row, LANYARD, GRID_ROW, GtkWidget)

GtkWidget *lanyard_grid_row_new        (void);
void       lanyard_grid_row_bind       (LanyardGridRow *self,
                                        guint           number,
                                        const char     *label);
guint      lanyard_grid_row_get_number (LanyardGridRow *self);
guint      lanyard_grid_row_get_n_cells (LanyardGridRow *self);
void       lanyard_grid_row_take_cell  (LanyardGridRow *self,
                                        GtkWidget      *cell);

G_END_DECLS
