/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A moment of a conference in words, for when there is more to say than what
 * runs: before it, in a pause, between two days, after it. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-now.h"
#include "time/lanyard-time-format.h"

/* Days from now to an instant, as one counts them on a calendar. */
static guint
count_days (const LanyardMoment *moment,
            LanyardZone         *zone)
{
  guint today = lanyard_zone_get_day (zone, moment->instant);
  guint next_day = lanyard_zone_get_day (zone, moment->next_start);

  return next_day > today ? next_day - today : 0;
}

static char *
dup_title_before (const LanyardMoment *moment,
                  LanyardZone         *zone)
{
  guint n_days = count_days (moment, zone);

  if (n_days == 0)
    return g_strdup (_ ("Starts today"));
  if (n_days == 1)
    return g_strdup (_ ("Starts tomorrow"));
  /* Translators: how many days there are until the conference */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Starts in %u day", "Starts in %u days", n_days), n_days);
}

static const char *
get_title_between (const LanyardMoment *moment,
                   LanyardZone         *zone)
{
  guint today = lanyard_zone_get_day (zone, moment->instant);

  if (lanyard_zone_get_day (zone, moment->previous_end) == today)
    return count_days (moment, zone) > 0 ? _ ("Today is over") : _ ("Nothing is on right now");
  return count_days (moment, zone) > 0 ? _ ("Nothing is on today") : _ ("Nothing is on yet");
}

/* On the day it is enough to say how soon; from afar the date counts. */
static char *
dup_description_before (const LanyardMoment *moment,
                        LanyardZone         *zone)
{
  g_autofree char *time = lanyard_format_time (zone, moment->next_start);
  g_autofree char *day = NULL;

  if (count_days (moment, zone) == 0)
    {
      g_autofree char *duration = lanyard_format_duration (moment->next_start - moment->instant);

      /* Translators: when the conference begins: "It begins at 09:00, in 25 min" */
      return g_strdup_printf (_ ("It begins at %1$s, in %2$s"), time, duration);
    }
  day = lanyard_format_day (lanyard_zone_get_day (zone, moment->next_start), LANYARD_DAY_FULL);
  /* Translators: when the conference begins: a day, then a time */
  return g_strdup_printf (_ ("It begins on %1$s at %2$s"), day, time);
}

static char *
dup_description_goes_on (const LanyardMoment *moment,
                         LanyardZone         *zone)
{
  guint n_days = count_days (moment, zone);
  g_autofree char *time = lanyard_format_time (zone, moment->next_start);
  g_autofree char *day = NULL;

  if (n_days == 0)
    {
      g_autofree char *duration = lanyard_format_duration (moment->next_start - moment->instant);

      /* Translators: when the conference goes on: "It continues at 14:00, in 25 min" */
      return g_strdup_printf (_ ("It continues at %1$s, in %2$s"), time, duration);
    }
  if (n_days == 1)
    /* Translators: %s is a time */
    return g_strdup_printf (_ ("It continues tomorrow at %s"), time);
  day = lanyard_format_day (lanyard_zone_get_day (zone, moment->next_start), LANYARD_DAY_LONG);
  /* Translators: when the conference goes on: a day, then a time */
  return g_strdup_printf (_ ("It continues on %1$s at %2$s"), day, time);
}

static char *
dup_description_after (const LanyardMoment *moment,
                       LanyardZone         *zone)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, moment->previous_end - 1), LANYARD_DAY_FULL);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("It ended on %s"), day);
}

/**
 * lanyard_moment_dup_title:
 * @self: a moment
 * @zone: in whose days to count
 *
 * Says in a few words where in the conference it is: "Starts in 3 days",
 * "Today is over", "The conference is over".
 *
 * Returns: (transfer full) (nullable): the words, %NULL while something runs
 */
char *
lanyard_moment_dup_title (LanyardMoment *self,
                          LanyardZone   *zone)
{
  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  switch (self->phase)
    {
    case LANYARD_PHASE_UNSCHEDULED: return g_strdup (_ ("No times yet"));
    case LANYARD_PHASE_BEFORE: return dup_title_before (self, zone);
    case LANYARD_PHASE_DURING: return NULL;
    case LANYARD_PHASE_PAUSE: return g_strdup (_ ("Nothing is on right now"));
    case LANYARD_PHASE_BETWEEN: return g_strdup (get_title_between (self, zone));
    case LANYARD_PHASE_AFTER: return g_strdup (_ ("The conference is over"));
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_moment_dup_description:
 * @self: a moment
 * @zone: in whose days and times to say it
 *
 * Says in a sentence when it begins, goes on or ended: "It continues tomorrow at
 * 09:00".
 *
 * Returns: (transfer full) (nullable): the sentence without a full stop, %NULL while something runs
 */
char *
lanyard_moment_dup_description (LanyardMoment *self,
                                LanyardZone   *zone)
{
  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  switch (self->phase)
    {
    case LANYARD_PHASE_UNSCHEDULED: return g_strdup (_ ("Nothing in the programme has a time yet"));
    case LANYARD_PHASE_BEFORE: return dup_description_before (self, zone);
    case LANYARD_PHASE_DURING: return NULL;
    case LANYARD_PHASE_PAUSE:
    case LANYARD_PHASE_BETWEEN: return dup_description_goes_on (self, zone);
    case LANYARD_PHASE_AFTER: return dup_description_after (self, zone);
    default: g_return_val_if_reached (NULL);
    }
}
