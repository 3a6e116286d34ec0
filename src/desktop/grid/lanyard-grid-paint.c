/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is behind and over the grid's cells: blocks as bands, the lines of hours
 * and half hours, the line at now. Main thread. */

#include "config.h"

#include <adwaita.h>

#include "../widgets/lanyard-session-color.h"
#include "lanyard-grid-paint.h"

#define HALF_AN_HOUR 1800
#define BAND_ALPHA 0.1f
#define HOUR_ALPHA 0.18f
#define HALF_HOUR_ALPHA 0.08f
#define LINE_ALPHA_IN_HIGH_CONTRAST 0.6f
#define NOW_THICKNESS 2

static gboolean
has_high_contrast (GtkWidget *widget)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

/* How far along the day the sight begins and ends, in pixels. */
static void
get_sight_along (const LanyardGridGeometry *geometry,
                 const graphene_rect_t     *sight,
                 double                    *from,
                 double                    *until)
{
  if (!geometry->is_turned)
    {
      *from = sight->origin.y;
      *until = sight->origin.y + sight->size.height;
    }
  else if (geometry->is_mirrored)
    {
      *until = lanyard_grid_geometry_get_width (geometry) - sight->origin.x;
      *from = *until - sight->size.width;
    }
  else
    {
      *from = sight->origin.x;
      *until = sight->origin.x + sight->size.width;
    }
}

/* The half hours, as clocks in the zone show them, between two points along
 * the day. */
GArray *
lanyard_grid_dup_ticks (const LanyardGridGeometry *geometry,
                        LanyardZone               *zone,
                        double                     from,
                        double                     until)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (LanyardGridTick));
  gint64 start = lanyard_grid_layout_get_start (geometry->layout);
  gint64 first = MAX ((gint64) lanyard_grid_geometry_to_instant (geometry, from), start);
  gint64 last = MIN ((gint64) lanyard_grid_geometry_to_instant (geometry, until) + 1, lanyard_grid_layout_get_end (geometry->layout));

  for (gint64 instant = first - (first - start) % HALF_AN_HOUR; instant <= last; instant += HALF_AN_HOUR)
    {
      gint64 wall = instant + lanyard_zone_get_offset (zone, instant);
      LanyardGridTick tick = { instant, wall % (2 * HALF_AN_HOUR) == 0 };

      g_array_append_val (ticks, tick);
    }
  return ticks;
}

void
lanyard_grid_paint_bands (GtkWidget                 *widget,
                          GtkSnapshot               *snapshot,
                          const LanyardGridGeometry *geometry,
                          const graphene_rect_t     *sight)
{
  for (guint i = 0; i < lanyard_grid_layout_get_n_bands (geometry->layout); i++)
    {
      const LanyardGridBand *band = lanyard_grid_layout_get_band (geometry->layout, i);
      graphene_rect_t area = lanyard_grid_geometry_get_band (geometry, band);
      GdkRGBA color = lanyard_session_get_color (lanyard_item_get_session (LANYARD_ITEM (band->block)));

      if (!graphene_rect_intersection (&area, sight, NULL))
        continue;
      if (gdk_rgba_is_clear (&color))
        gtk_widget_get_color (widget, &color);
      color.alpha = BAND_ALPHA;
      gtk_snapshot_append_color (snapshot, &color, &area);
    }
}

void
lanyard_grid_paint_lines (GtkWidget                 *widget,
                          GtkSnapshot               *snapshot,
                          const LanyardGridGeometry *geometry,
                          LanyardZone               *zone,
                          const graphene_rect_t     *sight)
{
  g_autoptr (GArray) ticks = NULL;
  double from;
  double until;

  get_sight_along (geometry, sight, &from, &until);
  ticks = lanyard_grid_dup_ticks (geometry, zone, from, until);
  for (guint i = 0; i < ticks->len; i++)
    {
      const LanyardGridTick *tick = &g_array_index (ticks, LanyardGridTick, i);
      double along = lanyard_grid_geometry_from_instant (geometry, (double) tick->instant);
      graphene_rect_t line =
          lanyard_grid_geometry_get_rect (geometry, (int) along, 1, 0, lanyard_grid_geometry_get_breadth (geometry));
      GdkRGBA color;

      gtk_widget_get_color (widget, &color);
      if (has_high_contrast (widget))
        color.alpha *= LINE_ALPHA_IN_HIGH_CONTRAST;
      else
        color.alpha *= tick->is_hour ? HOUR_ALPHA : HALF_HOUR_ALPHA;
      gtk_snapshot_append_color (snapshot, &color, &line);
    }
}

void
lanyard_grid_paint_now (GtkSnapshot               *snapshot,
                        const LanyardGridGeometry *geometry,
                        gint64                     now,
                        const GdkRGBA             *color,
                        float                      alpha)
{
  double along;
  graphene_rect_t line;

  if (now < lanyard_grid_layout_get_start (geometry->layout) || now > lanyard_grid_layout_get_end (geometry->layout))
    return;
  along = lanyard_grid_geometry_from_instant (geometry, (double) now);
  line = lanyard_grid_geometry_get_rect (geometry, (int) along - NOW_THICKNESS / 2, NOW_THICKNESS, 0,
                                         lanyard_grid_geometry_get_breadth (geometry));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color->red, color->green, color->blue, color->alpha * alpha }, &line);
}
