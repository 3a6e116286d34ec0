/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The time that a calendar itself describes for a zone whose name nobody knows
 * (RFC 5545 3.6.5): which offset holds at a wall time. Rules other than those
 * that zones have, once a year on a weekday or day of a month, count for their
 * first onset only, so that no calendar can make this take long.
 * lanyard-calendar-zones.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-calendar-private.h"

/* Seconds here are those of a wall clock, counted as UTC's are. */
typedef struct
{
  gint64   first;      /* when it first holds */
  int      from;       /* seconds east of UTC before it */
  int      to;         /* seconds east of UTC in it */
  gboolean is_yearly;
  int      month;
  int      week;       /* which weekday of the month, the last is -1; 0 if it is a day of the month */
  int      weekday;    /* 1 Monday to 7 Sunday, or the day of the month */
  int      last_year;  /* of a rule that ends */
} Observance;

static gint64
wall_seconds (int year,
              int month,
              int day)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) : G_MININT64;
}

static gint64
seconds_of_time (struct icaltimetype time)
{
  gint64 midnight = wall_seconds (time.year, time.month, time.day);

  return midnight == G_MININT64 ? G_MININT64 : midnight + time.hour * 3600 + time.minute * 60 + time.second;
}

static int
year_of (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  return date != NULL ? g_date_time_get_year (date) : 1;
}

/* The day of a month on which a rule falls. */
static int
find_day (const Observance *observance,
          int               year)
{
  int n_days = g_date_get_days_in_month (observance->month, year);
  GDate first;
  int day;

  if (observance->week == 0)
    return MIN (observance->weekday, n_days);
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 1, observance->month, year);
  day = 1 + (observance->weekday - (int) g_date_get_weekday (&first) + 7) % 7;
  if (observance->week < 0)
    return day + (n_days - day) / 7 * 7 + (observance->week + 1) * 7;
  return day + (observance->week - 1) * 7;
}

/* When it begins in a year. */
static gint64
find_onset (const Observance *observance,
            int               year)
{
  gint64 clock = ((observance->first % 86400) + 86400) % 86400;
  int day = find_day (observance, year);

  if (day < 1 || day > g_date_get_days_in_month (observance->month, year))
    return G_MININT64;
  return wall_seconds (year, observance->month, day) + clock;
}

/* When it last began, at a wall time; G_MININT64 if it had not. */
static gint64
find_last_onset (const Observance *observance,
                 gint64            wall_time)
{
  int year = year_of (wall_time);
  gint64 last = observance->first <= wall_time ? observance->first : G_MININT64;

  if (!observance->is_yearly || last == G_MININT64)
    return last;
  year = MIN (year, observance->last_year);
  for (int i = year - 1; i <= year; i++)
    if (i > 1600 && i < 2200)
      {
        gint64 onset = find_onset (observance, i);

        if (onset <= wall_time)
          last = MAX (last, onset);
      }
  return last;
}

static void
read_rule (Observance  *observance,
           icalproperty *property)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);

  if (rule.freq != ICAL_YEARLY_RECURRENCE || rule.interval > 1 || rule.by_month[0] < 1 || rule.by_month[0] > 12 ||
      rule.by_month[1] != ICAL_RECURRENCE_ARRAY_MAX)
    return;
  observance->month = rule.by_month[0];
  if (rule.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX && rule.by_day[1] == ICAL_RECURRENCE_ARRAY_MAX)
    {
      int weekday = icalrecurrencetype_day_day_of_week (rule.by_day[0]);

      observance->week = icalrecurrencetype_day_position (rule.by_day[0]);
      observance->weekday = weekday == ICAL_SUNDAY_WEEKDAY ? 7 : weekday - 1;
      observance->is_yearly = observance->week != 0 && ABS (observance->week) <= 5;
    }
  else if (rule.by_month_day[0] >= 1 && rule.by_month_day[0] <= 31 && rule.by_day[0] == ICAL_RECURRENCE_ARRAY_MAX)
    {
      observance->weekday = rule.by_month_day[0];
      observance->is_yearly = TRUE;
    }
  observance->last_year = icaltime_is_null_time (rule.until) ? G_MAXINT - 1 : rule.until.year;
}

static void
read_observance (icalcomponent *component,
                 GArray        *observances)
{
  Observance observance = { .first = G_MININT64, .last_year = G_MAXINT - 1 };
  gboolean has_offset = FALSE;

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    switch ((int) icalproperty_isa (property))
      {
      case ICAL_DTSTART_PROPERTY:
        observance.first = seconds_of_time (icalproperty_get_dtstart (property));
        break;
      case ICAL_TZOFFSETFROM_PROPERTY:
        observance.from = icalproperty_get_tzoffsetfrom (property);
        break;
      case ICAL_TZOFFSETTO_PROPERTY:
        observance.to = icalproperty_get_tzoffsetto (property);
        has_offset = ABS (observance.to) <= 15 * 3600;
        break;
      case ICAL_RRULE_PROPERTY:
        read_rule (&observance, property);
        break;
      default:
        break;
      }
  if (has_offset && observance.first != G_MININT64)
    g_array_append_val (observances, observance);
}

/* Reads how a calendar describes a zone. */
GArray *
lanyard_calendar_observances_read (icalcomponent *zone)
{
  GArray *observances = g_array_new (FALSE, FALSE, sizeof (Observance));

  for (icalcomponent *child = icalcomponent_get_first_component (zone, ICAL_ANY_COMPONENT); child != NULL;
       child = icalcomponent_get_next_component (zone, ICAL_ANY_COMPONENT))
    read_observance (child, observances);
  return observances;
}

/* Finds the offset that holds at a wall time, seconds east of UTC: that of what
 * began last, or what held before the first. */
gboolean
lanyard_calendar_observances_find (GArray *observances,
                                   gint64  wall_time,
                                   int    *offset)
{
  gint64 latest = G_MININT64;
  const Observance *earliest = NULL;

  for (guint i = 0; i < observances->len; i++)
    {
      const Observance *observance = &g_array_index (observances, Observance, i);
      gint64 onset = find_last_onset (observance, wall_time);

      if (onset != G_MININT64 && onset >= latest)
        {
          latest = onset;
          *offset = observance->to;
        }
      if (earliest == NULL || observance->first < earliest->first)
        earliest = observance;
    }
  if (latest == G_MININT64 && earliest != NULL)
    *offset = ABS (earliest->from) <= 15 * 3600 ? earliest->from : 0;
  return earliest != NULL;
}
