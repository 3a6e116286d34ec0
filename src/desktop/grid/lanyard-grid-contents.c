/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grid's view shows and how: a day's items, by room or by session, how
 * large, which way. Main thread. */

#include "config.h"

#include <math.h>

#include "lanyard-grid-view-private.h"

/* The user's order of rooms: names, one a line. The layout sorts the others. */
static char **
dup_order (LanyardGridView *self)
{
  const char *chosen = lanyard_open_conference_get_choice (self->open, "room-order");

  return self->division == LANYARD_GRID_BY_ROOM && chosen != NULL ? g_strsplit (chosen, "\n", -1) : NULL;
}

static gboolean
has_same_places (LanyardGridLayout *a,
                 LanyardGridLayout *b)
{
  if (a == NULL || lanyard_grid_layout_get_n_places (a) != lanyard_grid_layout_get_n_places (b))
    return FALSE;
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (a); i++)
    {
      const LanyardGridPlace *left = lanyard_grid_layout_get_place (a, i);
      const LanyardGridPlace *right = lanyard_grid_layout_get_place (b, i);

      if (left->item != right->item || left->row != right->row || left->column != right->column ||
          left->n_columns != right->n_columns)
        return FALSE;
    }
  return TRUE;
}

static void
count_for_assistive_technology (LanyardGridView *self)
{
  LanyardGridLayout *layout = self->geometry.layout;

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) lanyard_grid_layout_get_n_rows (layout) + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) lanyard_grid_layout_get_n_columns (layout),
                                  -1);
}

/* Private: lays the items out anew. The item that had the focus keeps it. */
void
lanyard_grid_view_remake_layout (LanyardGridView *self)
{
  g_autoptr (LanyardGridLayout) before = g_steal_pointer (&self->geometry.layout);
  g_autoptr (LanyardItem) item = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_auto (GStrv) order = NULL;

  lanyard_grid_view_measure_scale (self);
  if (before != NULL && self->current != LANYARD_GRID_NOWHERE)
    item = g_object_ref (lanyard_grid_layout_get_place (before, self->current)->item);
  if (self->items != NULL)
    {
      order = dup_order (self);
      self->geometry.layout = lanyard_grid_layout_new (self->items, lanyard_open_conference_get_zone (self->open), self->day,
                                                       self->division, (const char * const *) order,
                                                       (gint64) (lanyard_grid_view_get_least (self) / self->geometry.scale));
      count_for_assistive_technology (self);
    }
  if (self->geometry.layout == NULL || !has_same_places (before, self->geometry.layout))
    {
      self->current = LANYARD_GRID_NOWHERE;
      lanyard_grid_canvas_set_layout (self->canvas);
      lanyard_grid_headers_set_layout (self->headers);
      if (item != NULL && self->geometry.layout != NULL)
        self->current = lanyard_grid_layout_find_item (self->geometry.layout, item);
      lanyard_grid_canvas_set_current (self->canvas, self->current);
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  lanyard_grid_view_queue_layout (self);
}

/* Shows a day. The same day again keeps what is in sight, and so does the focus;
 * another one begins at now if that is on it, and at its first item otherwise. */
void
lanyard_grid_view_set_day (LanyardGridView *self,
                           guint            day,
                           GPtrArray       *items)
{
  gboolean is_other = day != self->day || self->items == NULL;

  g_return_if_fail (LANYARD_IS_GRID_VIEW (self));
  g_return_if_fail (items != NULL);

  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  self->day = day;
  lanyard_grid_view_remake_layout (self);
  if (!is_other)
    return;
  self->top = -INFINITY;
  if (lanyard_open_conference_get_now (self->open) > lanyard_grid_layout_get_start (self->geometry.layout) &&
      lanyard_open_conference_get_now (self->open) < lanyard_grid_layout_get_end (self->geometry.layout))
    self->top = (double) lanyard_open_conference_get_now (self->open) - 1800;
  g_signal_emit_by_name (self, "column-changed");
}

LanyardGridLayout *
lanyard_grid_view_get_layout (LanyardGridView *self)
{
  return self->geometry.layout;
}

double
lanyard_grid_view_get_zoom (LanyardGridView *self)
{
  return self->zoom;
}

void
lanyard_grid_view_set_zoom (LanyardGridView *self,
                            double           zoom)
{
  zoom = CLAMP (zoom, LANYARD_GRID_LEAST_ZOOM, LANYARD_GRID_MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  lanyard_grid_view_remake_layout (self);
  if (self->geometry.layout != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      LanyardGridParts parts;

      lanyard_grid_view_get_parts (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &parts);
      lanyard_grid_view_measure_breadth (self, &parts);
    }
  g_signal_emit_by_name (self, "zoom-changed");
}

void
lanyard_grid_view_set_turned (LanyardGridView *self,
                              gboolean         turned)
{
  if (self->is_turned == turned)
    return;
  self->is_turned = turned;
  lanyard_grid_view_remake_layout (self);
  lanyard_grid_headers_set_layout (self->headers);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
lanyard_grid_view_set_single (LanyardGridView *self,
                              gboolean         is_single)
{
  if (self->is_single == is_single)
    return;
  self->is_single = is_single;
  self->left = round (self->left);
  lanyard_grid_view_remake_layout (self);
  lanyard_grid_headers_set_layout (self->headers);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "column-changed");
}

void
lanyard_grid_view_set_division (LanyardGridView     *self,
                                LanyardGridDivision  division)
{
  if (self->division == division)
    return;
  self->division = division;
  self->left = 0;
  lanyard_grid_headers_set_division (self->headers, division);
  lanyard_grid_view_remake_layout (self);
  g_signal_emit_by_name (self, "column-changed");
}

guint
lanyard_grid_view_get_n_shown (LanyardGridView *self)
{
  return lanyard_grid_canvas_get_n_shown (self->canvas);
}

guint
lanyard_grid_view_get_n_made (LanyardGridView *self)
{
  return lanyard_grid_canvas_get_n_made (self->canvas);
}
