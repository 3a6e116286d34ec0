/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times as machines write them: ISO 8601 in feeds, exports, JSON and in
 * LANYARD_NOW. Any thread. */

#include "config.h"

#include "lanyard-time-format.h"
#include "lanyard-zone-private.h"
#include "model/lanyard-enums.h"

/* Reads exactly @n digits. */
static gboolean
read_number (const char **at,
             int          n,
             int         *number)
{
  *number = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *number = 10 * *number + (*at)[i] - '0';
    }

  *at += n;
  return TRUE;
}

static gboolean
skip (const char **at,
      char         character)
{
  if (**at != character)
    return FALSE;

  (*at)++;
  return TRUE;
}

static gboolean
read_date (const char **at,
           int         *year,
           int         *month,
           int         *day)
{
  gboolean extended;

  if (!read_number (at, 4, year))
    return FALSE;

  extended = skip (at, '-');
  return read_number (at, 2, month) && (!extended || skip (at, '-')) && read_number (at, 2, day);
}

/* Seconds and their fraction may be missing; a fraction is dropped. */
static gboolean
read_time (const char **at,
           int         *hour,
           int         *minute,
           int         *second)
{
  gboolean extended;

  *second = 0;
  if (!read_number (at, 2, hour))
    return FALSE;

  extended = skip (at, ':');
  if (!read_number (at, 2, minute))
    return FALSE;
  if (extended ? !skip (at, ':') : !g_ascii_isdigit (**at))
    return TRUE;
  if (!read_number (at, 2, second))
    return FALSE;

  if (**at == '.' || **at == ',')
    {
      (*at)++;
      if (!g_ascii_isdigit (**at))
        return FALSE;
      while (g_ascii_isdigit (**at))
        (*at)++;
    }
  return TRUE;
}

/* "Z", "+02:00", "+0200", "+02"; to the end of the text. */
static LanyardZone *
read_offset (const char *at)
{
  if (g_str_equal (at, "Z") || g_str_equal (at, "z"))
    return lanyard_zone_new_utc ();

  return *at == '+' || *at == '-' ? lanyard_zone_new (at) : NULL;
}

/**
 * lanyard_format_iso8601:
 * @zone: the zone to write in
 * @instant: seconds since 1970 in UTC, or %LANYARD_NO_TIME
 *
 * Writes an instant for machines, with its offset: "2026-10-05T10:00:00+02:00".
 * Offsets that are no whole minutes, from before clocks were set by zones, are
 * rounded, and the time with them: the instant stays exact.
 *
 * Returns: (transfer full): the time, empty for %LANYARD_NO_TIME
 */
char *
lanyard_format_iso8601 (LanyardZone *zone,
                        gint64       instant)
{
  g_autoptr (GDateTime) date_time = NULL;
  int offset;

  g_return_val_if_fail (zone != NULL, NULL);

  if (instant == LANYARD_NO_TIME)
    return g_strdup ("");

  offset = lanyard_zone_get_offset (zone, instant) / 60;
  date_time = g_date_time_new_from_unix_utc (CLAMP (instant, LANYARD_FIRST_INSTANT, LANYARD_LAST_INSTANT) +
                                             offset * 60);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", g_date_time_get_year (date_time),
                          g_date_time_get_month (date_time), g_date_time_get_day_of_month (date_time),
                          g_date_time_get_hour (date_time), g_date_time_get_minute (date_time),
                          g_date_time_get_second (date_time), offset < 0 ? '-' : '+',
                          ABS (offset) / 60, ABS (offset) % 60);
}

/**
 * lanyard_parse_iso8601:
 * @text: a time, in the extended or the basic form
 * @zone: (nullable): the zone of times that name no offset, %NULL if they are
 *   not accepted
 * @instant: (out): seconds since 1970 in UTC
 *
 * Reads a time that a machine wrote. Seconds may be missing, a space may stand
 * for the "T", and a day alone means where it begins.
 *
 * Returns: whether @text is such a time; if not, @instant is unchanged
 */
gboolean
lanyard_parse_iso8601 (const char  *text,
                       LanyardZone *zone,
                       gint64      *instant)
{
  g_autoptr (LanyardZone) stated = NULL;
  const char *at = text;
  int year, month, day, hour = 0, minute = 0, second = 0;
  gint64 result;

  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  if (!read_date (&at, &year, &month, &day))
    return FALSE;

  if (skip (&at, 'T') || skip (&at, 't') || skip (&at, ' '))
    {
      if (!read_time (&at, &hour, &minute, &second))
        return FALSE;
      stated = *at != '\0' ? read_offset (at) : NULL;
    }
  if (*at != '\0' && stated == NULL)
    return FALSE;
  if (stated == NULL && zone == NULL)
    return FALSE;

  result = lanyard_zone_resolve (stated != NULL ? stated : zone, year, month, day, hour, minute, second);
  if (result == LANYARD_NO_TIME)
    return FALSE;

  *instant = result;
  return TRUE;
}
