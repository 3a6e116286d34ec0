/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads when an own entry is: a day and times of day in the zone that times
 * are shown in. Called by `entry`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-day.h"
#include "lanyard-cli-entry-times.h"
#include "lanyard-cli-error.h"

/* How long an entry is that does not say so, in minutes. */
#define USUAL_LENGTH 60

void
lanyard_cli_entry_times_clear (LanyardCliEntryTimes *self)
{
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->until, g_free);
}

static gint64
find_instant (LanyardZone *zone,
              guint        day,
              int          minute)
{
  g_autoptr (GDate) date = g_date_new_julian (day + minute / LANYARD_CLI_MINUTES_OF_DAY);
  int rest = minute % LANYARD_CLI_MINUTES_OF_DAY;

  return lanyard_zone_resolve (zone, g_date_get_year (date), g_date_get_month (date), g_date_get_day (date),
                               rest / 60, rest % 60, 0);
}

/**
 * lanyard_cli_entry_times_parse:
 * @self: what was typed
 * @context: the run
 * @view: a conference
 * @start: (out): UTC seconds
 * @end: (out): UTC seconds, later than @start
 * @error: return location for an error
 *
 * Reads the times. An end that is not after the beginning is on the next day;
 * without one an entry lasts an hour.
 *
 * Returns: %FALSE with @error set when they are none, or missing
 */
gboolean
lanyard_cli_entry_times_parse (LanyardCliEntryTimes  *self,
                               LanyardCliContext     *context,
                               LanyardCliView        *view,
                               gint64                *start,
                               gint64                *end,
                               GError               **error)
{
  guint day;
  int from;
  int until;

  g_return_val_if_fail (self != NULL && start != NULL && end != NULL, FALSE);

  if (self->day == NULL || self->from == NULL)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: both are options to type */
                   _("Say when it is with “%s” and “%s”."), "--day", "--from");
      return FALSE;
    }
  if (!lanyard_cli_day_parse_any (context, view, self->day, &day, error) ||
      !lanyard_cli_day_parse_minute (self->from, &from, error))
    return FALSE;

  until = from + USUAL_LENGTH;
  if (self->until != NULL && !lanyard_cli_day_parse_minute (self->until, &until, error))
    return FALSE;
  if (until <= from)
    until += LANYARD_CLI_MINUTES_OF_DAY;
  *start = find_instant (view->zone, day, from);
  *end = MAX (find_instant (view->zone, day, until), *start);
  return TRUE;
}
