/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people read them. Every pattern is translatable; in which order the
 * untranslated ones have day and month is the locale's word, so that American
 * English needs no translation. The window, the command line and the exports
 * call it, on any thread. */

#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-time-format.h"
#include "lanyard-zone-private.h"
#include "model/lanyard-enums.h"

/* How the first and the last day of a conference are written, as
 * g_date_time_format() takes it. */
typedef struct
{
  const char *first; /* borrowed */
  const char *last;  /* borrowed */
} RangePatterns;

static GDateTime *
make_day (guint day)
{
  gint64 shown = CLAMP (day, 1, LANYARD_LAST_DAY);

  return g_date_time_new_from_unix_utc ((shown - LANYARD_EPOCH_DAY) * LANYARD_SECONDS_A_DAY);
}

/* "Oct 5" as in the United States, not "5 Oct". The C locale has their numbers,
 * but is nobody's choice. */
static gboolean
locale_has_month_first (void)
{
  const char *name = setlocale (LC_TIME, NULL);

  if (name == NULL || g_str_equal (name, "POSIX") || g_str_equal (name, "C") || g_str_has_prefix (name, "C."))
    return FALSE;
  return g_str_has_prefix (nl_langinfo (D_FMT), "%m/%d");
}

static const char *
get_day_pattern (LanyardDayStyle style)
{
  switch (style)
    {
    case LANYARD_DAY_SHORT:
      /* Translators: a day where the month is known, “Mon 5”, as g_date_time_format() writes it.
       * xgettext:no-c-format */
      return C_ ("day", "%a %-d");
    case LANYARD_DAY_MEDIUM:
      /* Translators: a day, “Mon 5 Oct”, as g_date_time_format() writes it.
       * xgettext:no-c-format */
      return C_ ("day", "%a %-d %b");
    case LANYARD_DAY_LONG:
      /* Translators: a day, “Monday 5 October”, as g_date_time_format() writes it.
       * xgettext:no-c-format */
      return C_ ("day", "%A %-d %B");
    case LANYARD_DAY_FULL:
      /* Translators: a day with its year, “Monday 5 October 2026”, as g_date_time_format() writes it.
       * xgettext:no-c-format */
      return C_ ("day", "%A %-d %B %Y");
    default:
      g_return_val_if_reached ("%Y-%m-%d");
    }
}

/* The same where a month stands before its day. */
static const char *
get_month_first_pattern (LanyardDayStyle style)
{
  switch (style)
    {
    case LANYARD_DAY_SHORT:
      return get_day_pattern (style);
    case LANYARD_DAY_MEDIUM:
      /* Translators: only for countries with the month first, such as the United States: “Mon, Oct 5”.
       * Elsewhere, translate it like “%a %-d %b”.
       * xgettext:no-c-format */
      return C_ ("day, month first", "%a, %b %-d");
    case LANYARD_DAY_LONG:
      /* Translators: only for countries with the month first, such as the United States: “Monday, October 5”.
       * Elsewhere, translate it like “%A %-d %B”.
       * xgettext:no-c-format */
      return C_ ("day, month first", "%A, %B %-d");
    case LANYARD_DAY_FULL:
      /* Translators: only for countries with the month first, such as the United States: “Monday, October 5, 2026”.
       * Elsewhere, translate it like “%A %-d %B %Y”.
       * xgettext:no-c-format */
      return C_ ("day, month first", "%A, %B %-d, %Y");
    default:
      g_return_val_if_reached ("%Y-%m-%d");
    }
}

static RangePatterns
get_patterns_of_month (gboolean month_first)
{
  RangePatterns patterns;

  if (month_first)
    {
      /* Translators: the first of several days of a month, only for countries with the month first: the “October 5” of
       * “October 5–7, 2026”. Elsewhere, translate it like the “%-d” of “5–7 October 2026”.
       * xgettext:no-c-format */
      patterns.first = C_ ("first day in a month, month first", "%B %-d");
      /* Translators: the last of several days of a month, only for countries with the month first: the “7, 2026” of
       * “October 5–7, 2026”. Elsewhere, translate it like the “%-d %B %Y” of “5–7 October 2026”.
       * xgettext:no-c-format */
      patterns.last = C_ ("last day in a month, month first", "%-d, %Y");
    }
  else
    {
      /* Translators: the first of several days of a month: the “5” of “5–7 October 2026”.
       * xgettext:no-c-format */
      patterns.first = C_ ("first day in a month", "%-d");
      /* Translators: the last of several days of a month: the “7 October 2026” of “5–7 October 2026”.
       * xgettext:no-c-format */
      patterns.last = C_ ("last day in a month", "%-d %B %Y");
    }
  return patterns;
}

static RangePatterns
get_patterns_of_year (gboolean month_first)
{
  RangePatterns patterns;

  if (month_first)
    {
      /* Translators: the first of several days of a year, only for countries with the month first: the “September 30” of
       * “September 30 – October 2, 2026”. Elsewhere, translate it like “%-d %B”.
       * xgettext:no-c-format */
      patterns.first = C_ ("first day in a year, month first", "%B %-d");
      /* Translators: the last of several days of a year, only for countries with the month first: the “October 2, 2026” of
       * “September 30 – October 2, 2026”. Elsewhere, translate it like “%-d %B %Y”.
       * xgettext:no-c-format */
      patterns.last = C_ ("last day in a year, month first", "%B %-d, %Y");
    }
  else
    {
      /* Translators: the first of several days of a year: the “30 September” of “30 September – 2 October 2026”.
       * xgettext:no-c-format */
      patterns.first = C_ ("first day in a year", "%-d %B");
      /* Translators: the last of several days of a year: the “2 October 2026” of “30 September – 2 October 2026”.
       * xgettext:no-c-format */
      patterns.last = C_ ("last day in a year", "%-d %B %Y");
    }
  return patterns;
}

/* A day of its own, and each of two in different years. */
static const char *
get_date_pattern (gboolean month_first)
{
  if (month_first)
    /* Translators: a day, only for countries with the month first, such as the United States: “October 7, 2026”.
     * Elsewhere, translate it like “%-d %B %Y”.
     * xgettext:no-c-format */
    return C_ ("days, month first", "%B %-d, %Y");

  /* Translators: a day, “7 October 2026”, as g_date_time_format() writes it.
   * xgettext:no-c-format */
  return C_ ("days", "%-d %B %Y");
}

/**
 * lanyard_format_day:
 * @day: a day's number as GDate counts
 * @style: how much of it is written
 *
 * Writes a day in the user's language.
 *
 * Returns: (transfer full): the day
 */
char *
lanyard_format_day (guint           day,
                    LanyardDayStyle style)
{
  g_autoptr (GDateTime) date_time = make_day (day);

  return g_date_time_format (date_time, locale_has_month_first () ? get_month_first_pattern (style) : get_day_pattern (style));
}

/**
 * lanyard_format_day_range:
 * @first: the first day's number as GDate counts
 * @last: the last day's
 *
 * Writes when a conference is: "5–7 October 2026", "30 September – 2 October
 * 2026", "5 October 2026"; "October 5–7, 2026" where the locale has it so.
 *
 * Returns: (transfer full): the days
 */
char *
lanyard_format_day_range (guint first,
                          guint last)
{
  g_autoptr (GDateTime) from = make_day (first);
  g_autoptr (GDateTime) to = make_day (MAX (first, last));
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  gboolean month_first = locale_has_month_first ();
  gboolean same_year = g_date_time_get_year (from) == g_date_time_get_year (to);
  gboolean same_month = same_year && g_date_time_get_month (from) == g_date_time_get_month (to);
  RangePatterns patterns;

  if (last <= first)
    return g_date_time_format (to, get_date_pattern (month_first));

  if (same_month)
    patterns = get_patterns_of_month (month_first);
  else if (same_year)
    patterns = get_patterns_of_year (month_first);
  else
    patterns.first = patterns.last = get_date_pattern (month_first);

  from_text = g_date_time_format (from, patterns.first);
  to_text = g_date_time_format (to, patterns.last);
  if (same_month)
    /* Translators: the first and the last day, both of the same month: “5–7 October 2026”. */
    return g_strdup_printf (C_ ("days of a month", "%1$s–%2$s"), from_text, to_text);

  /* Translators: the first and the last day: “30 September – 2 October 2026”. */
  return g_strdup_printf (C_ ("days", "%1$s – %2$s"), from_text, to_text);
}
