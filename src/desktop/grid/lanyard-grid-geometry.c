/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a grid's layout becomes pixels, in either orientation and either reading
 * direction: "along" is along the hours, "across" is across the rooms. */

#include "config.h"

#include "lanyard-grid-geometry.h"

#define GAP 2.0

/* The height of a line of text, on which every size in the grid depends, so that
 * all grows with large text. */
int
lanyard_grid_line_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/* The length of the whole day, in pixels. */
double
lanyard_grid_geometry_get_length (const LanyardGridGeometry *self)
{
  if (self->layout == NULL)
    return 0;
  return 2 * self->margin +
         (double) (lanyard_grid_layout_get_end (self->layout) - lanyard_grid_layout_get_start (self->layout)) * self->scale;
}

/* The breadth of all columns, in pixels. */
double
lanyard_grid_geometry_get_breadth (const LanyardGridGeometry *self)
{
  return self->layout != NULL ? lanyard_grid_layout_get_n_columns (self->layout) * self->breadth : 0;
}

double
lanyard_grid_geometry_get_width (const LanyardGridGeometry *self)
{
  return self->is_turned ? lanyard_grid_geometry_get_length (self) : lanyard_grid_geometry_get_breadth (self);
}

double
lanyard_grid_geometry_get_height (const LanyardGridGeometry *self)
{
  return self->is_turned ? lanyard_grid_geometry_get_breadth (self) : lanyard_grid_geometry_get_length (self);
}

/* How far along the day an instant is, in pixels from its beginning. */
double
lanyard_grid_geometry_from_instant (const LanyardGridGeometry *self,
                                    double                     instant)
{
  return self->margin + (instant - (double) lanyard_grid_layout_get_start (self->layout)) * self->scale;
}

/* Which instant it is so far along the day, UTC seconds. */
double
lanyard_grid_geometry_to_instant (const LanyardGridGeometry *self,
                                  double                     along)
{
  return (double) lanyard_grid_layout_get_start (self->layout) + (along - self->margin) / self->scale;
}

/* From along and across, in pixels from the beginning, to a rectangle. */
graphene_rect_t
lanyard_grid_geometry_get_rect (const LanyardGridGeometry *self,
                                double                     along,
                                double                     length,
                                double                     across,
                                double                     breadth)
{
  double x = self->is_turned ? along : across;
  double y = self->is_turned ? across : along;
  double width = self->is_turned ? length : breadth;
  double height = self->is_turned ? breadth : length;

  if (self->is_mirrored)
    x = lanyard_grid_geometry_get_width (self) - x - width;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

/* Where an item is drawn, at least @least pixels long. */
graphene_rect_t
lanyard_grid_geometry_get_place (const LanyardGridGeometry *self,
                                 const LanyardGridPlace    *place,
                                 double                     least)
{
  double along = lanyard_grid_geometry_from_instant (self, (double) place->start);
  double length = MAX ((double) (place->end - place->start) * self->scale, least);
  double lane = self->breadth / place->n_lanes;
  double across = place->column * self->breadth + place->lane * lane;
  double breadth = place->n_columns > 1 ? place->n_columns * self->breadth : place->n_lanes_wide * lane;

  return lanyard_grid_geometry_get_rect (self, along + GAP / 2, MAX (length - GAP, 1), across + GAP, MAX (breadth - 2 * GAP, 1));
}

graphene_rect_t
lanyard_grid_geometry_get_column (const LanyardGridGeometry *self,
                                  guint                      column)
{
  return lanyard_grid_geometry_get_rect (self, 0, lanyard_grid_geometry_get_length (self), column * self->breadth,
                                         self->breadth);
}

graphene_rect_t
lanyard_grid_geometry_get_band (const LanyardGridGeometry *self,
                                const LanyardGridBand     *band)
{
  double along = lanyard_grid_geometry_from_instant (self, (double) band->start);

  return lanyard_grid_geometry_get_rect (self, along, (double) (band->end - band->start) * self->scale,
                                         band->column * self->breadth + GAP / 2, self->breadth - GAP);
}
