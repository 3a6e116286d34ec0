/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What part of the grid is in sight: zoom, the way to an item, to now, to
 * another column, and where one was. Main thread. */

#include "config.h"

#include <math.h>

#include "lanyard-grid-view-private.h"

#define SLIDE_MILLISECONDS 200

static void
get_page (LanyardGridView *self,
          double          *along,
          double          *across)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LanyardGridParts parts;

  lanyard_grid_view_get_parts (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &parts);
  *along = self->geometry.is_turned ? parts.canvas.width : parts.canvas.height;
  *across = self->geometry.is_turned ? parts.canvas.height : parts.canvas.width;
}

/* As little as needed, and so that the beginning is seen of what is too long. */
static double
nearest_offset (double offset,
                double page,
                double start,
                double length)
{
  if (start < offset)
    return start;
  return start + length > offset + page ? MIN (start, start + length - page) : offset;
}

static void
set_left_cb (double   value,
             gpointer user_data)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (user_data);

  self->left = value;
  lanyard_grid_view_queue_layout (self);
}

static void
slide_to (LanyardGridView *self,
          guint            column)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->slide == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (set_left_cb, self, NULL);

      self->slide = adw_timed_animation_new (widget, self->left, column, SLIDE_MILLISECONDS, target);
    }
  adw_animation_reset (self->slide);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->slide), self->left);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->slide), column);
  adw_animation_play (self->slide);
}

/* Private: brings an item into sight. */
void
lanyard_grid_view_reveal (LanyardGridView *self,
                          guint            number)
{
  const LanyardGridPlace *place = lanyard_grid_layout_get_place (self->geometry.layout, number);
  LanyardGridGeometry *geometry = &self->geometry;
  double least = lanyard_grid_view_get_least (self);
  double start = lanyard_grid_geometry_from_instant (geometry, (double) place->start);
  double length = MAX ((double) (place->end - place->start) * geometry->scale, least);
  double along;
  double across;

  get_page (self, &along, &across);
  if (self->is_single)
    {
      guint column = lanyard_grid_view_get_column (self);

      self->top = lanyard_grid_geometry_to_instant (geometry, nearest_offset (self->along, along, start, length));
      lanyard_grid_view_queue_layout (self);
      if (column < place->column || column >= place->column + place->n_columns)
        lanyard_grid_view_show_column (self, place->column);
      return;
    }
  lanyard_grid_view_scroll_to (self, nearest_offset (self->along, along, start, length),
                               nearest_offset (self->across, across, place->column * geometry->breadth,
                                               place->n_columns * geometry->breadth));
}

/* Private: changes the zoom so that what is under a point of the view stays
 * there. */
void
lanyard_grid_view_zoom_at (LanyardGridView *self,
                           double           zoom,
                           double           x,
                           double           y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LanyardGridGeometry *geometry = &self->geometry;
  LanyardGridParts parts;
  double along;
  double across;
  double instant;
  double column;

  zoom = CLAMP (zoom, LANYARD_GRID_LEAST_ZOOM, LANYARD_GRID_MOST_ZOOM);
  if (geometry->layout == NULL || geometry->breadth <= 0)
    {
      lanyard_grid_view_set_zoom (self, zoom);
      return;
    }
  lanyard_grid_view_get_parts (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &parts);
  x = CLAMP (x - parts.canvas.x, 0, parts.canvas.width);
  y = CLAMP (y - parts.canvas.y, 0, parts.canvas.height);
  if (geometry->is_mirrored)
    x = parts.canvas.width - x;
  along = geometry->is_turned ? x : y;
  across = geometry->is_turned ? y : x;
  instant = lanyard_grid_geometry_to_instant (geometry, self->along + along);
  column = (self->across + across) / geometry->breadth;

  lanyard_grid_view_set_zoom (self, zoom);
  lanyard_grid_view_scroll_to (self, lanyard_grid_geometry_from_instant (geometry, instant) - along,
                               self->is_single ? self->across : column * geometry->breadth - across);
}

/* Zooms by keys: around the middle of what is in sight. */
void
lanyard_grid_view_zoom (LanyardGridView *self,
                        double           zoom)
{
  GtkWidget *widget = GTK_WIDGET (self);

  lanyard_grid_view_zoom_at (self, zoom, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

/* The first column in sight, or the only one. */
guint
lanyard_grid_view_get_column (LanyardGridView *self)
{
  guint n_columns = self->geometry.layout != NULL ? lanyard_grid_layout_get_n_columns (self->geometry.layout) : 0;
  double left = self->left;

  if (n_columns == 0)
    return LANYARD_GRID_NOWHERE;
  if (self->slide != NULL && adw_animation_get_state (self->slide) == ADW_ANIMATION_PLAYING)
    left = adw_timed_animation_get_value_to (ADW_TIMED_ANIMATION (self->slide));
  return (guint) CLAMP (round (left), 0, n_columns - 1);
}

/* Slides to a column; without an animation where the setting says so. */
void
lanyard_grid_view_show_column (LanyardGridView *self,
                               guint            column)
{
  g_return_if_fail (LANYARD_IS_GRID_VIEW (self));

  if (self->geometry.layout == NULL || column >= lanyard_grid_layout_get_n_columns (self->geometry.layout))
    return;
  if (self->is_single && gtk_widget_get_mapped (GTK_WIDGET (self)))
    slide_to (self, column);
  else
    {
      self->left = column;
      lanyard_grid_view_queue_layout (self);
    }
  g_signal_emit_by_name (self, "column-changed");
}

/* Brings now into sight, a third from the beginning, and the focus to what runs
 * in the room where it was, or in the first that is in sight. */
void
lanyard_grid_view_show_now (LanyardGridView *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);
  guint column = lanyard_grid_view_get_column (self);
  guint place;
  double along;
  double across;

  g_return_if_fail (LANYARD_IS_GRID_VIEW (self));

  if (self->geometry.layout == NULL || lanyard_grid_layout_get_n_places (self->geometry.layout) == 0)
    return;
  get_page (self, &along, &across);
  if (self->current != LANYARD_GRID_NOWHERE)
    column = lanyard_grid_layout_get_place (self->geometry.layout, self->current)->column;
  place = lanyard_grid_layout_find_at (self->geometry.layout, column, now);
  if (place != LANYARD_GRID_NOWHERE)
    lanyard_grid_view_focus_place (self, place);
  self->top = (double) now - along / 3 / self->geometry.scale;
  lanyard_grid_view_queue_layout (self);
}

/* Where one is, independent of zoom and size: an instant and a column. */
char *
lanyard_grid_view_dup_position (LanyardGridView *self)
{
  char column[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->geometry.layout == NULL || !isfinite (self->top))
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", (gint64) self->top, g_ascii_formatd (column, sizeof column, "%.3f", self->left));
}

void
lanyard_grid_view_set_position (LanyardGridView *self,
                                const char      *position)
{
  g_auto (GStrv) words = position != NULL ? g_strsplit (position, " ", 3) : NULL;
  gint64 top;

  if (words == NULL || g_strv_length (words) != 2 ||
      !g_ascii_string_to_signed (words[0], 10, G_MININT64, G_MAXINT64, &top, NULL))
    return;
  self->top = (double) top;
  self->left = MAX (g_ascii_strtod (words[1], NULL), 0);
  lanyard_grid_view_queue_layout (self);
}

/* Gives an item the focus and brings it into sight; as soon as there is a size
 * to do so in. */
void
lanyard_grid_view_show_item (LanyardGridView *self,
                             LanyardItem     *item)
{
  LanyardGridLayout *layout = self->geometry.layout;
  guint n_places = layout != NULL ? lanyard_grid_layout_get_n_places (layout) : 0;

  for (guint i = 0; i < n_places; i++)
    {
      const LanyardGridPlace *place = lanyard_grid_layout_get_place (layout, i);

      if (place->item != item)
        continue;
      if (self->geometry.breadth <= 0)
        {
          self->top = (double) place->start;
          self->left = place->column;
        }
      lanyard_grid_view_focus_place (self, i);
      return;
    }
}
