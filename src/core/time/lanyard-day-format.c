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

/* What is written, in the order of LanyardDayStyle and then the days of a
 * conference: one, or the first and the last of several. */
typedef enum
{
  PATTERN_SHORT = LANYARD_DAY_SHORT,
  PATTERN_MEDIUM = LANYARD_DAY_MEDIUM,
  PATTERN_LONG = LANYARD_DAY_LONG,
  PATTERN_FULL = LANYARD_DAY_FULL,
  PATTERN_DATE,
  PATTERN_FIRST_IN_MONTH,
  PATTERN_LAST_IN_MONTH,
  PATTERN_FIRST_IN_YEAR,
  PATTERN_LAST_IN_YEAR,
} Pattern;

/* How it is written, as g_date_time_format() takes it, to be translated in its
 * context: where a day stands before its month, and where after it. */
static const struct
{
  const char *context;
  const char *pattern;
  const char *month_first_context;
  const char *month_first;
} patterns[] = {
  [PATTERN_SHORT] = {
    "day",
    /* Translators: a day where the month is known, “Mon 5”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    NC_ ("day", "%a %-d"),
    "day",
    "%a %-d",
  },
  [PATTERN_MEDIUM] = {
    "day",
    /* Translators: a day, “Mon 5 Oct”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    NC_ ("day", "%a %-d %b"),
    "day, month first",
    /* Translators: only for countries with the month first, such as the United States: “Mon, Oct 5”.
     * Elsewhere, translate it like “%a %-d %b”.
     * xgettext:no-c-format */
    NC_ ("day, month first", "%a, %b %-d"),
  },
  [PATTERN_LONG] = {
    "day",
    /* Translators: a day, “Monday 5 October”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    NC_ ("day", "%A %-d %B"),
    "day, month first",
    /* Translators: only for countries with the month first, such as the United States: “Monday, October 5”.
     * Elsewhere, translate it like “%A %-d %B”.
     * xgettext:no-c-format */
    NC_ ("day, month first", "%A, %B %-d"),
  },
  [PATTERN_FULL] = {
    "day",
    /* Translators: a day with its year, “Monday 5 October 2026”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    NC_ ("day", "%A %-d %B %Y"),
    "day, month first",
    /* Translators: only for countries with the month first, such as the United States: “Monday, October 5, 2026”.
     * Elsewhere, translate it like “%A %-d %B %Y”.
     * xgettext:no-c-format */
    NC_ ("day, month first", "%A, %B %-d, %Y"),
  },
  [PATTERN_DATE] = {
    "days",
    /* Translators: a day, “7 October 2026”, as g_date_time_format() writes it.
     * xgettext:no-c-format */
    NC_ ("days", "%-d %B %Y"),
    "days, month first",
    /* Translators: a day, only for countries with the month first, such as the United States: “October 7, 2026”.
     * Elsewhere, translate it like “%-d %B %Y”.
     * xgettext:no-c-format */
    NC_ ("days, month first", "%B %-d, %Y"),
  },
  [PATTERN_FIRST_IN_MONTH] = {
    "first day in a month",
    /* Translators: the first of several days of a month: the “5” of “5–7 October 2026”.
     * xgettext:no-c-format */
    NC_ ("first day in a month", "%-d"),
    "first day in a month, month first",
    /* Translators: the first of several days of a month, only for countries with the month first: the “October 5” of
     * “October 5–7, 2026”. Elsewhere, translate it like the “%-d” of “5–7 October 2026”.
     * xgettext:no-c-format */
    NC_ ("first day in a month, month first", "%B %-d"),
  },
  [PATTERN_LAST_IN_MONTH] = {
    "last day in a month",
    /* Translators: the last of several days of a month: the “7 October 2026” of “5–7 October 2026”.
     * xgettext:no-c-format */
    NC_ ("last day in a month", "%-d %B %Y"),
    "last day in a month, month first",
    /* Translators: the last of several days of a month, only for countries with the month first: the “7, 2026” of
     * “October 5–7, 2026”. Elsewhere, translate it like the “%-d %B %Y” of “5–7 October 2026”.
     * xgettext:no-c-format */
    NC_ ("last day in a month, month first", "%-d, %Y"),
  },
  [PATTERN_FIRST_IN_YEAR] = {
    "first day in a year",
    /* Translators: the first of several days of a year: the “30 September” of “30 September – 2 October 2026”.
     * xgettext:no-c-format */
    NC_ ("first day in a year", "%-d %B"),
    "first day in a year, month first",
    /* Translators: the first of several days of a year, only for countries with the month first: the “September 30” of
     * “September 30 – October 2, 2026”. Elsewhere, translate it like “%-d %B”.
     * xgettext:no-c-format */
    NC_ ("first day in a year, month first", "%B %-d"),
  },
  [PATTERN_LAST_IN_YEAR] = {
    "last day in a year",
    /* Translators: the last of several days of a year: the “2 October 2026” of “30 September – 2 October 2026”.
     * xgettext:no-c-format */
    NC_ ("last day in a year", "%-d %B %Y"),
    "last day in a year, month first",
    /* Translators: the last of several days of a year, only for countries with the month first: the “October 2, 2026” of
     * “September 30 – October 2, 2026”. Elsewhere, translate it like “%-d %B %Y”.
     * xgettext:no-c-format */
    NC_ ("last day in a year, month first", "%B %-d, %Y"),
  },
};

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

static char *
write_day (GDateTime *day,
           Pattern    pattern)
{
  gboolean month_first = locale_has_month_first ();
  const char *context = month_first ? patterns[pattern].month_first_context : patterns[pattern].context;
  const char *source = month_first ? patterns[pattern].month_first : patterns[pattern].pattern;

  return g_date_time_format (day, g_dpgettext2 (GETTEXT_PACKAGE, context, source));
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
  g_autoptr (GDateTime) date_time = NULL;

  g_return_val_if_fail (style <= LANYARD_DAY_FULL, NULL);

  date_time = make_day (day);
  return write_day (date_time, (Pattern) style);
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
  gboolean same_year = g_date_time_get_year (from) == g_date_time_get_year (to);
  gboolean same_month = same_year && g_date_time_get_month (from) == g_date_time_get_month (to);

  if (last <= first)
    return write_day (to, PATTERN_DATE);

  from_text = write_day (from, same_month ? PATTERN_FIRST_IN_MONTH : same_year ? PATTERN_FIRST_IN_YEAR : PATTERN_DATE);
  to_text = write_day (to, same_month ? PATTERN_LAST_IN_MONTH : same_year ? PATTERN_LAST_IN_YEAR : PATTERN_DATE);
  if (same_month)
    /* Translators: the first and the last day, both of the same month: “5–7 October 2026”. */
    return g_strdup_printf (C_ ("days of a month", "%1$s–%2$s"), from_text, to_text);

  /* Translators: the first and the last day: “30 September – 2 October 2026”. */
  return g_strdup_printf (C_ ("days", "%1$s – %2$s"), from_text, to_text);
}
