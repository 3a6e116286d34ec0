/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads times and durations in the spellings that are found in feeds, and
 * refuses what is none of them rather than guess. The formats call it, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-time.h"

/* Years in which a conference is held; what lies outside is a slip of the
 * keyboard, or a number that is no year. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* What takes longer is a mistake. */
#define LONGEST (31 * 24 * 60 * 60)

/* Reads a number of at least @fewest and at most @most digits. */
static gboolean
read_number (const char **at,
             guint        fewest,
             guint        most,
             int         *number)
{
  guint n_digits = 0;

  for (*number = 0; n_digits < most && g_ascii_isdigit (**at); n_digits++, (*at)++)
    *number = *number * 10 + g_ascii_digit_value (**at);
  return n_digits >= fewest && !g_ascii_isdigit (**at);
}

static gboolean
read_mark (const char **at,
           char         mark)
{
  if (**at != mark)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* "H:MM", "HH:MM", "HH:MM:SS" with or without a fraction; leaves @at behind it. */
static gboolean
read_clock (const char **at,
            int         *clock)
{
  int hour, minute, second = 0;

  if (!read_number (at, 1, 2, &hour) || !read_mark (at, ':') || !read_number (at, 2, 2, &minute))
    return FALSE;
  if (read_mark (at, ':'))
    {
      if (!read_number (at, 2, 2, &second))
        return FALSE;
      if (read_mark (at, '.'))
        *at += strspn (*at, "0123456789");
    }
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;
  *clock = (hour * 60 + minute) * 60 + MIN (second, 59);
  return TRUE;
}

/* "Z", "+01:00", "+0100", "+01"; leaves @at behind it. */
static gboolean
read_offset (const char **at,
             int         *offset)
{
  int sign, hours, minutes = 0;

  *offset = 0;
  if (read_mark (at, 'Z') || read_mark (at, 'z'))
    return TRUE;
  sign = **at == '-' ? -1 : 1;
  if (!read_mark (at, '+') && !read_mark (at, '-'))
    return FALSE;
  if (!g_ascii_isdigit ((*at)[0]) || !g_ascii_isdigit ((*at)[1]))
    return FALSE;
  hours = g_ascii_digit_value ((*at)[0]) * 10 + g_ascii_digit_value ((*at)[1]);
  *at += 2;
  if ((read_mark (at, ':') || g_ascii_isdigit (**at)) && !read_number (at, 2, 2, &minutes))
    return FALSE;
  if (hours > 18 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * 60 + minutes) * 60;
  return TRUE;
}

/* Reads a time of day. */
gboolean
lanyard_feed_clock_read (const char *text,
                         int        *clock)
{
  if (text == NULL)
    return FALSE;
  text += strspn (text, " \t\r\n");
  return read_clock (&text, clock) && text[strspn (text, " \t\r\n")] == '\0';
}

/* Reads a date, with or without a time of day, with or without an offset:
 * ISO 8601, also with a blank for the "T". */
gboolean
lanyard_feed_stamp_read (const char       *text,
                         LanyardFeedStamp *stamp)
{
  *stamp = (LanyardFeedStamp) { 0 };
  if (text == NULL)
    return FALSE;

  text += strspn (text, " \t\r\n");
  if (!read_number (&text, 4, 4, &stamp->year) || !read_mark (&text, '-') || !read_number (&text, 2, 2, &stamp->month) ||
      !read_mark (&text, '-') || !read_number (&text, 2, 2, &stamp->day))
    return FALSE;
  if (stamp->year < FIRST_YEAR || stamp->year > LAST_YEAR || stamp->month < 1 || stamp->month > 12 ||
      stamp->day < 1 || stamp->day > g_date_get_days_in_month (stamp->month, stamp->year))
    return FALSE;

  if (read_mark (&text, 'T') || read_mark (&text, 't') || (*text == ' ' && g_ascii_isdigit (text[1]) && text++ != NULL))
    {
      if (!read_clock (&text, &stamp->clock))
        return FALSE;
      stamp->has_clock = TRUE;
      text += strspn (text, " \t\r\n");
      stamp->has_offset = *text != '\0';
      if (stamp->has_offset && !read_offset (&text, &stamp->offset))
        return FALSE;
    }
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* The instant of a wall time, in UTC seconds. An offset of its own counts for
 * more than @zone. */
gint64
lanyard_feed_stamp_resolve (const LanyardFeedStamp *stamp,
                            LanyardDraft           *draft,
                            LanyardZone            *zone)
{
  gint64 instant;

  if (stamp->has_offset || zone == NULL)
    zone = lanyard_draft_get_zone (draft, "UTC");
  instant = lanyard_zone_resolve (zone, stamp->year, stamp->month, stamp->day,
                                  stamp->clock / 3600, stamp->clock / 60 % 60, stamp->clock % 60);
  if (instant == LANYARD_NO_TIME)
    return LANYARD_NO_TIME;
  return stamp->has_offset ? instant - stamp->offset : instant;
}

/* "PT1H30M" and the like (ISO 8601), which schedule.json 2 has. */
static gboolean
read_iso_duration (const char *text,
                   gint64     *seconds)
{
  gboolean is_time = FALSE;

  *seconds = 0;
  if (*text == '\0')
    return FALSE;
  while (*text != '\0')
    {
      int number;

      if (read_mark (&text, 'T'))
        {
          is_time = TRUE;
          continue;
        }
      if (!read_number (&text, 1, 6, &number))
        return FALSE;
      if (!is_time && read_mark (&text, 'W'))
        *seconds += (gint64) number * 7 * 86400;
      else if (!is_time && read_mark (&text, 'D'))
        *seconds += (gint64) number * 86400;
      else if (is_time && read_mark (&text, 'H'))
        *seconds += (gint64) number * 3600;
      else if (is_time && read_mark (&text, 'M'))
        *seconds += (gint64) number * 60;
      else if (is_time && read_mark (&text, 'S'))
        *seconds += number;
      else
        return FALSE;
    }
  return TRUE;
}

/* "45", "1:30", "01:30", "01:30:00", "1:02:30". Of three numbers the first are
 * hours where they are padded to two digits, as everybody pads them, and else
 * days, which nobody pads. */
static gboolean
read_numbers (const char *text,
              gint64     *seconds)
{
  gboolean is_padded = g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == ':';
  int numbers[3];
  guint n = 0;

  do
    if (n == G_N_ELEMENTS (numbers) || !read_number (&text, 1, 6, &numbers[n++]))
      return FALSE;
  while (read_mark (&text, ':'));

  if (*text != '\0' || (n > 1 && numbers[n - 1] > 59))
    return FALSE;
  if (n == 1)
    *seconds = (gint64) numbers[0] * 60;
  else if (n == 2)
    *seconds = (gint64) numbers[0] * 3600 + numbers[1] * 60;
  else if (is_padded)
    *seconds = (gint64) numbers[0] * 3600 + (gint64) numbers[1] * 60 + numbers[2];
  else
    *seconds = (gint64) numbers[0] * 86400 + (gint64) numbers[1] * 3600 + numbers[2] * 60;
  return TRUE;
}

/* Reads a duration: "1:30", "01:30", "01:30:00", minutes alone, days before
 * hours ("1:02:30"), or "PT1H30M". One of more than a month, as "6944:11:40"
 * is, is none. */
gboolean
lanyard_feed_duration_read (const char *text,
                            guint      *seconds)
{
  g_autofree char *stripped = NULL;
  gint64 length;

  if (text == NULL)
    return FALSE;
  stripped = g_strstrip (g_strdup (text));
  if (!(stripped[0] == 'P' ? read_iso_duration (stripped + 1, &length) : read_numbers (stripped, &length)))
    return FALSE;
  if (length < 0 || length > LONGEST)
    return FALSE;
  *seconds = (guint) length;
  return TRUE;
}
