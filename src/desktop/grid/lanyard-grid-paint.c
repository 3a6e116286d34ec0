/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is behind the grid's cells: blocks and breaks as bands, the lines of hours
 * and half hours, and where the line at now is. Main thread. */

#include "config.h"

#include "../widgets/lanyard-session-color.h"
#include "lanyard-grid-paint.h"
#include "model/lanyard-block.h"

#define BAND_ALPHA 0.1f
#define BREAK_ALPHA 0.06f
#define NOW_THICKNESS 2

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
  gint64 start = lanyard_grid_layout_get_start (geometry->layout);
  gint64 first = MAX ((gint64) lanyard_grid_geometry_to_instant (geometry, from), start);
  gint64 last = MIN ((gint64) lanyard_grid_geometry_to_instant (geometry, until) + 1, lanyard_grid_layout_get_end (geometry->layout));

  return lanyard_dup_ticks (zone, start, first, last);
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
      GdkRGBA color = lanyard_session_get_color (lanyard_item_get_session (band->item));

      if (!graphene_rect_intersection (&area, sight, NULL))
        continue;
      if (gdk_rgba_is_clear (&color))
        gtk_widget_get_color (widget, &color);
      color.alpha = LANYARD_IS_BREAK (band->item) ? BREAK_ALPHA : BAND_ALPHA;
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
      const LanyardTick *tick = &g_array_index (ticks, LanyardTick, i);
      double along = lanyard_grid_geometry_from_instant (geometry, (double) tick->instant);
      graphene_rect_t line =
          lanyard_grid_geometry_get_rect (geometry, (int) along, 1, 0, lanyard_grid_geometry_get_breadth (geometry));
      GdkRGBA color = lanyard_tick_get_color (tick, widget);

      gtk_snapshot_append_color (snapshot, &color, &line);
    }
}

/* Where the line at now is on the canvas; of no size on another day. */
graphene_rect_t
lanyard_grid_get_now_line (const LanyardGridGeometry *geometry,
                           gint64                     now)
{
  double along;

  if (now < lanyard_grid_layout_get_start (geometry->layout) || now > lanyard_grid_layout_get_end (geometry->layout))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);
  along = lanyard_grid_geometry_from_instant (geometry, (double) now);
  return lanyard_grid_geometry_get_rect (geometry, (int) along - NOW_THICKNESS / 2, NOW_THICKNESS, 0,
                                         lanyard_grid_geometry_get_breadth (geometry));
}
