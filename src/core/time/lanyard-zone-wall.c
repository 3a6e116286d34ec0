/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what a wall clock shows to when that is: days that do not begin at
 * midnight, wall clock times that exist twice or never. Part of LanyardZone. Any
 * thread. */

#include "config.h"

#include "lanyard-zone-private.h"
#include "model/lanyard-enums.h"

/* No zone was ever further from UTC, and no two changes of a clock are nearer
 * to one another, than this. */
#define REACH (26 * 3600)

/* The first instant from which another interval of the zone is in force than
 * at @instant, or @limit if there is none before. */
static gint64
find_next_interval (LanyardZone *self,
                    gint64       instant,
                    gint64       limit)
{
  GTimeZone *time_zone = lanyard_zone_get_time_zone (self);
  int index = g_time_zone_find_interval (time_zone, G_TIME_TYPE_UNIVERSAL, instant);
  gint64 low = instant, high = limit;

  if (g_time_zone_find_interval (time_zone, G_TIME_TYPE_UNIVERSAL, limit) == index)
    return limit;

  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (g_time_zone_find_interval (time_zone, G_TIME_TYPE_UNIVERSAL, middle) == index)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/* The first instant at which the wall clock shows @wall (seconds since 1970 as
 * if they were UTC) or later. If it never shows @wall, *@shift is by how much
 * the clock was put past it by then. */
static gint64
find_wall_clock (LanyardZone *self,
                 gint64       wall,
                 gint64      *shift)
{
  gint64 start = wall - REACH;
  gint64 limit = wall + REACH;
  int before = lanyard_zone_get_offset (self, start);

  *shift = 0;
  while (TRUE)
    {
      int offset = lanyard_zone_get_offset (self, start);
      gint64 next = find_next_interval (self, start, limit);

      if (MAX (start, wall - offset) < next || next == limit)
        {
          if (start > wall - offset)
            *shift = wall - before - start;
          return MAX (start, wall - offset);
        }
      before = offset;
      start = next;
    }
}

/**
 * lanyard_zone_get_day_start:
 * @self: a zone
 * @day: a day's number as GDate counts
 *
 * Finds when a day begins: at midnight, or later where the clock skips
 * midnight. A day that the zone skipped as a whole (Samoa's 30 December 2011)
 * begins, and ends, where the next one begins.
 *
 * Returns: seconds since 1970 in UTC
 */
gint64
lanyard_zone_get_day_start (LanyardZone *self,
                            guint        day)
{
  gint64 shift;

  g_return_val_if_fail (self != NULL, 0);

  return find_wall_clock (self, ((gint64) day - LANYARD_EPOCH_DAY) * LANYARD_SECONDS_A_DAY, &shift);
}

/**
 * lanyard_zone_resolve:
 * @self: a zone
 * @year: 1 to 9998
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 24
 * @minute: 0 to 59
 * @second: 0 to 60
 *
 * Finds the instant at which a wall clock in the zone shows a time.
 *
 * A time that exists twice, when the clock is put back, means the first one; a
 * time that is skipped means as long after the jump as it is after where the
 * jump began. Both are RFC 5545's rule (section 3.3.5). 24:00:00 is the end of
 * its day, as ISO 8601 has it.
 *
 * Returns: seconds since 1970 in UTC, or %LANYARD_NO_TIME if there is no such
 *   date or time
 */
gint64
lanyard_zone_resolve (LanyardZone *self,
                      int          year,
                      int          month,
                      int          day,
                      int          hour,
                      int          minute,
                      int          second)
{
  GDate date;
  gint64 wall, shift, instant;

  g_return_val_if_fail (self != NULL, LANYARD_NO_TIME);

  if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return LANYARD_NO_TIME;
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60 ||
      (hour == 24 && (minute > 0 || second > 0)))
    return LANYARD_NO_TIME;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  wall = ((gint64) g_date_get_julian (&date) - LANYARD_EPOCH_DAY) * LANYARD_SECONDS_A_DAY;
  wall += hour * 3600 + minute * 60 + second;

  instant = find_wall_clock (self, wall, &shift);
  return instant + shift;
}
