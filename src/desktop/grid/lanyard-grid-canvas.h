/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-grid-cell.h"
#include "lanyard-grid-geometry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_GRID_CANVAS (lanyard_grid_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGridCanvas, lanyard_grid_canvas, LANYARD, GRID_CANVAS, GtkWidget)

GtkWidget *lanyard_grid_canvas_new          (LanyardOpenConference     *open,
                                             const LanyardGridGeometry *geometry);
void       lanyard_grid_canvas_set_layout   (LanyardGridCanvas         *self);
void       lanyard_grid_canvas_set_offset   (LanyardGridCanvas         *self,
                                             double                     x,
                                             double                     y,
                                             double                     least);
void       lanyard_grid_canvas_set_line     (LanyardGridCanvas         *self,
                                             const GdkRGBA             *color);
void       lanyard_grid_canvas_refresh      (LanyardGridCanvas         *self);
void       lanyard_grid_canvas_set_current  (LanyardGridCanvas         *self,
                                             guint                      place);
GtkWidget *lanyard_grid_canvas_get_cell     (LanyardGridCanvas         *self,
                                             guint                      place);
GtkWidget *lanyard_grid_canvas_pick_cell    (LanyardGridCanvas         *self,
                                             double                     x,
                                             double                     y);
guint      lanyard_grid_canvas_get_n_shown  (LanyardGridCanvas         *self);
guint      lanyard_grid_canvas_get_n_made   (LanyardGridCanvas         *self);

G_END_DECLS
