/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zones as iCalendar describes them: not by rules, which programs know from
 * the name, but by each change of the clocks in the time that matters, which
 * is right whatever a zone does. Called by lanyard-ical.c; any thread. */

#include "config.h"

#include "lanyard-ical-private.h"

#define DAY (G_GINT64_CONSTANT (86400))

/* What is described around the first and the last entry, so that a program
 * that moves an entry a little stays within it. */
#define REACH (400 * DAY)

/* No zone changes its clocks twice within it. */
#define STRIDE (5 * DAY)

static struct icaltimetype
wall_clock (gint64 instant,
            int    offset)
{
  return icaltime_from_timet_with_zone (instant + offset, FALSE, NULL);
}

/* Whether the wall clock shows the same at another instant, too, being as far
 * ahead of UTC as it is at @other. */
static gboolean
repeats (LanyardZone *zone,
         gint64       instant,
         gint64       other)
{
  int offset = lanyard_zone_get_offset (zone, other);
  gint64 twin = instant + lanyard_zone_get_offset (zone, instant) - offset;

  return twin != instant && lanyard_zone_get_offset (zone, twin) == offset;
}

/* Private: whether the wall clock's time in the zone stands for this instant
 * and no other. In the hour that exists twice the first is meant (RFC 5545
 * 3.3.5), but not all programs know that; there UTC is the safe word. */
gboolean
lanyard_ical_zone_can_say (LanyardZone *zone,
                           gint64       instant)
{
  return !repeats (zone, instant, instant - DAY) && !repeats (zone, instant, instant + DAY);
}

static int
find_interval (LanyardZone *zone,
               gint64       instant)
{
  return g_time_zone_find_interval (lanyard_zone_get_time_zone (zone), G_TIME_TYPE_UNIVERSAL, instant);
}

/* The first instant after @low at which another interval is in force, knowing
 * that one is at @high. */
static gint64
find_change (LanyardZone *zone,
             gint64       low,
             gint64       high)
{
  int before = find_interval (zone, low);

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (find_interval (zone, middle) == before)
        low = middle;
      else
        high = middle;
    }
  return high;
}

/* What is in force from @instant on. */
static void
add_observance (icalcomponent *description,
                LanyardZone   *zone,
                gint64         instant,
                int            offset_before)
{
  GTimeZone *time_zone = lanyard_zone_get_time_zone (zone);
  gboolean is_daylight = g_time_zone_is_dst (time_zone, find_interval (zone, instant));
  icalcomponent *observance =
      icalcomponent_new (is_daylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
  g_autofree char *name = lanyard_zone_dup_abbreviation (zone, instant);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (wall_clock (instant, offset_before)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (offset_before));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (lanyard_zone_get_offset (zone, instant)));
  icalcomponent_add_property (observance, icalproperty_new_tzname (name));
  icalcomponent_add_component (description, observance);
}

/* Private: a VTIMEZONE that is right from @first to @last, UTC seconds, and
 * for a year around. */
icalcomponent *
lanyard_ical_zone_describe (LanyardZone *zone,
                            gint64       first,
                            gint64       last)
{
  icalcomponent *description = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  gint64 at = first - REACH;

  icalcomponent_add_property (description, icalproperty_new_tzid (lanyard_zone_get_id (zone)));
  add_observance (description, zone, at, lanyard_zone_get_offset (zone, at));
  while (at < last + REACH)
    {
      gint64 next = at + STRIDE;

      if (find_interval (zone, at) != find_interval (zone, next))
        {
          next = find_change (zone, at, next);
          add_observance (description, zone, next, lanyard_zone_get_offset (zone, next - 1));
        }
      at = next;
    }
  return description;
}
