/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a day view is drawn: the hours and their times, the line at now, and
 * what a drag makes. Main thread. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "../grid/lanyard-grid-geometry.h"
#include "../widgets/lanyard-hour-lines.h"
#include "lanyard-day-view-private.h"
#include "time/lanyard-time-format.h"

#define PADDING 6
#define DIM_ALPHA 0.7f
#define NOW_THICKNESS 2
#define RADIUS 6
#define DRAG_ALPHA 0.3f

/* Private: how many pixels the times beside the day take. */
int
lanyard_day_view_get_axis (LanyardDayView *self)
{
  int width;

  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MAX (width, lanyard_times_width_get (&self->times, self->now_label)) + 2 * PADDING;
}

static void
paint_time (LanyardDayView    *self,
            GtkSnapshot       *snapshot,
            PangoLayout       *layout,
            const LanyardTick *tick,
            const GdkRGBA     *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int axis = lanyard_day_view_get_axis (self);
  g_autofree char *text = lanyard_format_time (lanyard_open_conference_get_zone (self->open), tick->instant);
  int width;
  int height;
  float x;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = (float) (rtl ? gtk_widget_get_width (widget) - axis + PADDING : axis - PADDING - width);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (int) lanyard_day_view_from_instant (self, tick->instant) -
                                                                 (float) (height / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_near_now (LanyardDayView    *self,
             const LanyardTick *tick,
             int                room)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  return lanyard_day_view_has_now (self) && ABS ((double) (tick->instant - now)) * self->scale < room;
}

static void
paint_now (LanyardDayView *self,
           GtkSnapshot    *snapshot)
{
  graphene_rect_t area = lanyard_day_view_get_area (self);
  double y = lanyard_day_view_from_instant (self, lanyard_open_conference_get_now (self->open));
  GdkRGBA color;

  if (!lanyard_day_view_has_now (self))
    return;
  gtk_widget_get_color (self->now_label, &color);
  area.origin.y = (float) (int) y - NOW_THICKNESS / 2;
  area.size.height = NOW_THICKNESS;
  gtk_snapshot_append_color (snapshot, &color, &area);
}

/* Private: behind the parts. */
void
lanyard_day_view_paint_back (LanyardDayView *self,
                             GtkSnapshot    *snapshot)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "00:00");
  g_autoptr (GArray) ticks = lanyard_dup_ticks (zone, self->start, self->start, self->end);
  graphene_rect_t area = lanyard_day_view_get_area (self);
  GdkRGBA color;
  guint step;
  int room;

  gtk_widget_get_color (widget, &color);
  color.alpha *= DIM_ALPHA;
  pango_layout_get_pixel_size (layout, NULL, &room);
  step = lanyard_ticks_choose_step (self->scale, room);
  for (guint i = 0; i < ticks->len; i++)
    {
      const LanyardTick *tick = &g_array_index (ticks, LanyardTick, i);
      GdkRGBA line = lanyard_tick_get_color (tick, widget);

      gtk_snapshot_append_color (snapshot, &line,
                                 &GRAPHENE_RECT_INIT (area.origin.x, (float) (int) lanyard_day_view_from_instant (self, tick->instant),
                                                      area.size.width, 1));
      if (lanyard_tick_is_labelled (tick, zone, step) && !is_near_now (self, tick, room))
        paint_time (self, snapshot, layout, tick, &color);
    }
  paint_now (self, snapshot);
}

/* Private: before the parts: what comes of it when the pointer is let go. */
void
lanyard_day_view_paint_front (LanyardDayView *self,
                              GtkSnapshot    *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t area = lanyard_day_view_get_area (self);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GdkRGBA) accent = NULL;
  GskRoundedRect outline;
  GdkRGBA color;
  int width;
  float x;

  if (self->outcome_end <= self->outcome_start)
    return;
  area.origin.y = (float) lanyard_day_view_from_instant (self, self->outcome_start);
  area.size.height = (float) ((double) (self->outcome_end - self->outcome_start) * self->scale);
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  color = *accent;
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { color, color, color, color });
  color.alpha = DRAG_ALPHA;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);
  text = lanyard_format_time_range (lanyard_open_conference_get_zone (self->open), self->outcome_start, self->outcome_end);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? area.size.width - PADDING - (float) width : PADDING;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.origin.x + x, area.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}
