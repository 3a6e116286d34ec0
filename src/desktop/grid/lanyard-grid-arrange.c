/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large everything in the grid is, where it is in the view, and how that is
 * told to the scrolled window. Main thread. */

#include "config.h"

#include <math.h>

#include "lanyard-grid-view-private.h"

#define LINES_AN_HOUR 14.0
#define LINES_AN_HOUR_TURNED 24.0
#define LINES_A_COLUMN 10.5
#define LINES_A_COLUMN_AT_MOST 30.0
#define LINES_A_COLUMN_TURNED 4.0
#define LINES_A_COLUMN_TURNED_AT_MOST 8.0
#define LINES_OF_HEADER_TURNED 8.0
#define LEAST_LINES_TURNED 4.0
#define PADDING 6

static gboolean
is_turned (LanyardGridView *self)
{
  return self->is_turned && !self->is_single;
}

/* Private: how many pixels an item is long at least, be it ever so short. */
double
lanyard_grid_view_get_least (LanyardGridView *self)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));

  return is_turned (self) ? LEAST_LINES_TURNED * line : line + 2;
}

/* Private: how many pixels an hour is. */
void
lanyard_grid_view_measure_scale (LanyardGridView *self)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));

  self->geometry.is_turned = is_turned (self);
  self->geometry.is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->geometry.scale = line * (is_turned (self) ? LINES_AN_HOUR_TURNED : LINES_AN_HOUR) * self->zoom / 3600;
  self->geometry.margin = is_turned (self) ? 2 * line : line;
}

/* Private: how many pixels a column is. Columns share the room there is, and
 * scroll where that is not enough. */
void
lanyard_grid_view_measure_breadth (LanyardGridView        *self,
                                   const LanyardGridParts *parts)
{
  double page = self->geometry.is_turned ? parts->canvas.height : parts->canvas.width;
  double line = lanyard_grid_line_height (GTK_WIDGET (self)) * sqrt (self->zoom);
  double least = line * (is_turned (self) ? LINES_A_COLUMN_TURNED : LINES_A_COLUMN);
  double most = line * (is_turned (self) ? LINES_A_COLUMN_TURNED_AT_MOST : LINES_A_COLUMN_AT_MOST);
  guint n_columns = self->geometry.layout != NULL ? lanyard_grid_layout_get_n_columns (self->geometry.layout) : 0;

  if (self->is_single)
    self->geometry.breadth = page;
  else
    self->geometry.breadth = floor (CLAMP (page / MAX (n_columns, 1), least, MAX (most, least)));
}

static int
axis_width (LanyardGridView *self)
{
  int width;

  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MAX (width, lanyard_times_width_get (&self->times, self->now_label)) + 2 * PADDING;
}

/* Private: what part of the view is what. */
void
lanyard_grid_view_get_parts (LanyardGridView  *self,
                             int               width,
                             int               height,
                             LanyardGridParts *parts)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));
  int row = (int) line + 2 * PADDING;
  int top = self->is_single ? 0 : row;
  int side = is_turned (self) ? MIN ((int) (LINES_OF_HEADER_TURNED * line), width / 3) : axis_width (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = rtl ? 0 : side;

  parts->corner = (GtkAllocation) { rtl ? width - side : 0, 0, side, MAX (top, 1) };
  parts->canvas = (GtkAllocation) { x, top, MAX (width - side, 1), MAX (height - top, 1) };
  if (is_turned (self))
    {
      parts->headers = (GtkAllocation) { rtl ? width - side : 0, top, side, parts->canvas.height };
      parts->axis = (GtkAllocation) { x, 0, parts->canvas.width, top };
    }
  else
    {
      parts->headers = (GtkAllocation) { x, 0, parts->canvas.width, MAX (top, 1) };
      parts->axis = (GtkAllocation) { rtl ? width - side : 0, top, side, parts->canvas.height };
    }
}

static double
clamp_offset (double offset,
              double length,
              double page)
{
  return CLAMP (offset, 0, MAX (length - page, 0));
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         value,
                      double         length,
                      double         page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), page * 0.1, page * 0.9, page);
}

/* Private: from what is wished to be in sight to what is possible, for the
 * adjustments as well. */
void
lanyard_grid_view_configure (LanyardGridView        *self,
                             const LanyardGridParts *parts)
{
  int width = parts->canvas.width;
  int height = parts->canvas.height;
  LanyardGridGeometry *geometry = &self->geometry;
  double content_width = lanyard_grid_geometry_get_width (geometry);
  double content_height = lanyard_grid_geometry_get_height (geometry);
  double x;
  double y;

  self->along = clamp_offset (lanyard_grid_geometry_from_instant (geometry, self->top), lanyard_grid_geometry_get_length (geometry),
                              geometry->is_turned ? width : height);
  self->across = clamp_offset (self->left * geometry->breadth, lanyard_grid_geometry_get_breadth (geometry),
                               geometry->is_turned ? height : width);
  x = geometry->is_turned ? self->along : self->across;
  y = geometry->is_turned ? self->across : self->along;
  self->configuring = TRUE;
  configure_adjustment (self->hadjustment, geometry->is_mirrored ? MAX (content_width - width, 0) - x : x, content_width, width);
  configure_adjustment (self->vadjustment, y, content_height, height);
  self->configuring = FALSE;
  if (geometry->is_mirrored)
    x = content_width - width - x;
  lanyard_grid_canvas_set_offset (self->canvas, floor (x), floor (y), lanyard_grid_view_get_least (self));
  lanyard_grid_headers_set_offset (self->headers, floor (geometry->is_turned ? y : x));
}
