/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid's time axis: hours, half hours where there is room, and the time it
 * is now. Main thread. */

#include "config.h"

#include "lanyard-grid-paint.h"
#include "lanyard-grid-view-private.h"
#include "time/lanyard-time-format.h"

#define PADDING 6
#define DIM_ALPHA 0.7f

/* From pixels along the day to pixels of the view. */
static double
to_view (LanyardGridView        *self,
         const LanyardGridParts *parts,
         double                  along)
{
  if (!self->geometry.is_turned)
    return parts->canvas.y + along - self->along;
  if (self->geometry.is_mirrored)
    return parts->canvas.x + parts->canvas.width - (along - self->along);
  return parts->canvas.x + along - self->along;
}

static void
get_label_point (LanyardGridView        *self,
                 const LanyardGridParts *parts,
                 double                  along,
                 int                     width,
                 int                     height,
                 int                    *x,
                 int                    *y)
{
  double middle = to_view (self, parts, along);

  if (self->geometry.is_turned)
    {
      *x = (int) middle - width / 2;
      *y = parts->axis.y + (parts->axis.height - height) / 2;
    }
  else
    {
      *x = self->geometry.is_mirrored ? parts->axis.x + PADDING : parts->axis.x + parts->axis.width - PADDING - width;
      *y = (int) middle - height / 2;
    }
}

static gboolean
is_today (LanyardGridView *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  return self->geometry.layout != NULL && now >= lanyard_grid_layout_get_start (self->geometry.layout) &&
         now <= lanyard_grid_layout_get_end (self->geometry.layout);
}

/* Whether a label would touch the time it is now. */
static gboolean
is_near_now (LanyardGridView *self,
             double           along,
             int              room)
{
  double now = (double) lanyard_open_conference_get_now (self->open);

  return is_today (self) && ABS (lanyard_grid_geometry_from_instant (&self->geometry, now) - along) < room;
}

/* Private: the times beside or above the grid. */
void
lanyard_grid_view_paint_axis (LanyardGridView *self,
                              GtkSnapshot     *snapshot)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "00:00");
  g_autoptr (GArray) ticks = NULL;
  LanyardGridParts parts;
  GdkRGBA color;
  int width;
  int height;
  int room;
  guint step;

  lanyard_grid_view_get_parts (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &parts);
  gtk_widget_get_color (widget, &color);
  color.alpha *= DIM_ALPHA;
  pango_layout_get_pixel_size (layout, &width, &height);
  room = self->geometry.is_turned ? width + PADDING : height;
  step = lanyard_ticks_choose_step (self->geometry.scale, room);
  ticks = lanyard_grid_dup_ticks (&self->geometry, zone, self->along,
                                  self->along + (self->geometry.is_turned ? parts.canvas.width : parts.canvas.height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (parts.axis.x, parts.axis.y, parts.axis.width, parts.axis.height));
  for (guint i = 0; i < ticks->len; i++)
    {
      const LanyardTick *tick = &g_array_index (ticks, LanyardTick, i);
      double along = lanyard_grid_geometry_from_instant (&self->geometry, (double) tick->instant);
      g_autofree char *text = NULL;
      int x;
      int y;

      if (!lanyard_tick_is_labelled (tick, zone, step) || is_near_now (self, along, room))
        continue;
      text = lanyard_format_time (zone, tick->instant);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      get_label_point (self, &parts, along, width, height, &x, &y);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* Private: puts the time it is now where it belongs, if it is in sight. */
void
lanyard_grid_view_allocate_now (LanyardGridView        *self,
                                const LanyardGridParts *parts)
{
  double along = 0;
  double length = self->geometry.is_turned ? parts->canvas.width : parts->canvas.height;
  GtkAllocation area;
  gboolean visible;

  if (self->geometry.layout != NULL)
    along = lanyard_grid_geometry_from_instant (&self->geometry, (double) lanyard_open_conference_get_now (self->open));
  visible = is_today (self) && along >= self->along && along <= self->along + length;
  gtk_widget_set_child_visible (self->now_label, visible);
  if (!visible)
    return;
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area.width, NULL, NULL);
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &area.height, NULL, NULL);
  get_label_point (self, parts, along, area.width, area.height, &area.x, &area.y);
  gtk_widget_size_allocate (self->now_label, &area, -1);
}

/* Private: another minute, or another zone. */
void
lanyard_grid_view_update_now (LanyardGridView *self)
{
  g_autofree char *text = lanyard_format_time (lanyard_open_conference_get_zone (self->open),
                                               lanyard_open_conference_get_now (self->open));
  GdkRGBA color;

  gtk_label_set_label (GTK_LABEL (self->now_label), text);
  gtk_widget_get_color (self->now_label, &color);
  lanyard_grid_canvas_set_line (self->canvas, &color);
}
