/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <graphene.h>
#include <gtk/gtk.h>

#include "plan/lanyard-grid-layout.h"

G_BEGIN_DECLS

/**
 * LanyardGridGeometry:
 * @layout: (nullable): what is laid out
 * @is_turned: whether hours go across and rooms down
 * @is_mirrored: whether the first room, or the first hour, is on the right
 * @scale: pixels a second
 * @breadth: pixels a column is broad
 * @margin: pixels before the first and after the last moment
 *
 * How a layout becomes pixels. Points and rectangles are on the whole canvas,
 * not on the part of it that is in sight.
 */
typedef struct
{
  LanyardGridLayout *layout;
  gboolean           is_turned;
  gboolean           is_mirrored;
  double             scale;
  double             breadth;
  double             margin;
} LanyardGridGeometry;

int             lanyard_grid_line_height            (GtkWidget                 *widget);
double          lanyard_grid_geometry_get_width     (const LanyardGridGeometry *self);
double          lanyard_grid_geometry_get_height    (const LanyardGridGeometry *self);
double          lanyard_grid_geometry_get_length    (const LanyardGridGeometry *self);
double          lanyard_grid_geometry_get_breadth   (const LanyardGridGeometry *self);
double          lanyard_grid_geometry_from_instant  (const LanyardGridGeometry *self,
                                                     double                     instant);
double          lanyard_grid_geometry_to_instant    (const LanyardGridGeometry *self,
                                                     double                     along);
graphene_rect_t lanyard_grid_geometry_get_rect      (const LanyardGridGeometry *self,
                                                     double                     along,
                                                     double                     length,
                                                     double                     across,
                                                     double                     breadth);
graphene_rect_t lanyard_grid_geometry_get_place     (const LanyardGridGeometry *self,
                                                     const LanyardGridPlace    *place,
                                                     double                     least);
graphene_rect_t lanyard_grid_geometry_get_column    (const LanyardGridGeometry *self,
                                                     guint                      column);
graphene_rect_t lanyard_grid_geometry_get_band      (const LanyardGridGeometry *self,
                                                     const LanyardGridBand     *band);

G_END_DECLS
