/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the lines of hours and half hours are in a day that is drawn to scale,
 * how they look, and which of them have a time beside them: for the grid and
 * for the day of the plan. Main thread. */

#include "config.h"

#include <adwaita.h>

#include "lanyard-hour-lines.h"

#define HALF_AN_HOUR 1800
#define HOUR_ALPHA 0.18f
#define HALF_HOUR_ALPHA 0.08f
#define ALPHA_IN_HIGH_CONTRAST 0.6f

/**
 * lanyard_dup_ticks:
 * @zone: whose clocks are meant
 * @start: a full hour, or half past, UTC seconds
 * @first: the first instant of interest, not before @start, UTC seconds
 * @last: the last, UTC seconds
 *
 * Lists the half hours, as clocks in a zone show them.
 *
 * Returns: (transfer full) (element-type LanyardTick): the lines, in order
 */
GArray *
lanyard_dup_ticks (LanyardZone *zone,
                   gint64       start,
                   gint64       first,
                   gint64       last)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (LanyardTick));

  for (gint64 instant = first - (first - start) % HALF_AN_HOUR; instant <= last; instant += HALF_AN_HOUR)
    {
      gint64 wall = instant + lanyard_zone_get_offset (zone, instant);
      LanyardTick tick = { instant, wall % (2 * HALF_AN_HOUR) == 0 };

      g_array_append_val (ticks, tick);
    }
  return ticks;
}

/**
 * lanyard_tick_get_color:
 * @self: a line
 * @widget: on what it is drawn
 *
 * Gets the colour of a line.
 *
 * Returns: the colour
 */
GdkRGBA
lanyard_tick_get_color (const LanyardTick *self,
                        GtkWidget         *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  if (adw_style_manager_get_high_contrast (style))
    color.alpha *= ALPHA_IN_HIGH_CONTRAST;
  else
    color.alpha *= self->is_hour ? HOUR_ALPHA : HALF_HOUR_ALPHA;
  return color;
}

/**
 * lanyard_ticks_choose_step:
 * @scale: pixels a second
 * @room: pixels that a time needs along the axis
 *
 * Chooses which lines have a time beside them: hours where half hours would
 * crowd, and every other hour where those would.
 *
 * Returns: every how many half hours
 */
guint
lanyard_ticks_choose_step (double scale,
                           int    room)
{
  double hour = scale * 2 * HALF_AN_HOUR;

  if (hour / 2 > 3 * room)
    return 1;
  return hour > 1.2 * room ? 2 : 4;
}

/**
 * lanyard_tick_is_labelled:
 * @self: a line
 * @zone: whose clocks are meant
 * @step: every how many half hours there is a time
 *
 * Says whether a line has a time beside it.
 *
 * Returns: whether it has
 */
gboolean
lanyard_tick_is_labelled (const LanyardTick *self,
                          LanyardZone       *zone,
                          guint              step)
{
  gint64 wall = self->instant + lanyard_zone_get_offset (zone, self->instant);

  return wall % (step * HALF_AN_HOUR) == 0;
}
