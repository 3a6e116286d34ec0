/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a conference is, in days of its own zone: they are how everybody
 * speaks of it, wherever he is. Called by `add`, `conferences`,
 * `directory` and `show`; any thread. */

#include "config.h"

#include "lanyard-cli-dates.h"

#include "time/lanyard-time-format.h"

static gboolean
find_days (LanyardConference *conference,
           guint             *first,
           guint             *last)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  g_autoptr (LanyardZone) zone = NULL;

  if (fields->start == LANYARD_NO_TIME)
    return FALSE;

  zone = lanyard_zone_new (fields->zone);
  if (zone == NULL)
    zone = lanyard_zone_new_utc ();
  *first = lanyard_zone_get_day (zone, fields->start);
  *last = *first;
  /* One that ends at midnight does not last into the next day. */
  if (fields->end > fields->start)
    *last = lanyard_zone_get_day (zone, fields->end - 1);
  return TRUE;
}

/**
 * lanyard_cli_dates_dup_day:
 * @day: a Julian day number
 *
 * Writes a day for programs.
 *
 * Returns: (transfer full): a day such as "2026-10-05"
 */
char *
lanyard_cli_dates_dup_day (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * lanyard_cli_dates_dup:
 * @conference: a conference
 *
 * Says when it is, for people.
 *
 * Returns: (transfer full) (nullable): its days, %NULL if it has no dates
 */
char *
lanyard_cli_dates_dup (LanyardConference *conference)
{
  guint first, last;

  return find_days (conference, &first, &last) ? lanyard_format_day_range (first, last) : NULL;
}

/**
 * lanyard_cli_dates_dup_first:
 * @conference: a conference
 *
 * Says when it begins, for programs.
 *
 * Returns: (transfer full) (nullable): a day such as "2026-10-05", %NULL if it
 *   has no dates
 */
char *
lanyard_cli_dates_dup_first (LanyardConference *conference)
{
  guint first, last;

  return find_days (conference, &first, &last) ? lanyard_cli_dates_dup_day (first) : NULL;
}

/**
 * lanyard_cli_dates_dup_last:
 * @conference: a conference
 *
 * Says on which day it ends, for programs.
 *
 * Returns: (transfer full) (nullable): a day such as "2026-10-07", %NULL if it
 *   has no dates
 */
char *
lanyard_cli_dates_dup_last (LanyardConference *conference)
{
  guint first, last;

  return find_days (conference, &first, &last) ? lanyard_cli_dates_dup_day (last) : NULL;
}
