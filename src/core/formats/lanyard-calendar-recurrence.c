/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes of an entry that repeats (RFC 5545 3.8.5) one for each time: by its
 * rule, with the times that are added and without those that are taken out or
 * described by entries of their own. What repeats without an end does so until
 * everything else in the calendar is over. However often a rule says it
 * repeats, this takes little time and memory. lanyard-calendar.c calls it, in
 * the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"

/* How often one entry may take place, without an end and with nothing else that
 * tells how long the conference is, and all of them together. */
#define MOST_TIMES 200
#define MOST_TIMES_ALONE 50
#define MOST_TIMES_IN_ALL 10000

/* libical looks through centuries for what never, or hardly ever, happens. So
 * many rules of that kind are enough. */
#define MOST_BARREN_RULES 2
#define LONGEST_SERIES ((gint64) 10 * 366 * 24 * 60 * 60)

#define LONGEST_RULE 500

typedef struct
{
  LanyardCalendarReader *reader;     /* borrowed */
  GHashTable            *described;  /* owned: "UID\nTIME" of times that have entries of their own */
  gint64                 end;        /* when all else is over, or LANYARD_NO_TIME */
  guint                  n_made;     /* times, of all entries */
  guint                  n_barren;   /* rules that gave next to nothing */
} Expansion;

/* A rule without its end. */
typedef struct
{
  char                *text;     /* owned */
  struct icaltimetype  until;    /* null if there is none */
  gboolean             is_ended; /* whether the rule has an end of either kind */
} Rule;

static void
rule_clear (Rule *self)
{
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rule, rule_clear)

/* One time at which an entry takes place. */
typedef struct
{
  gint64 instant;
  gint64 wall;    /* what a clock shows there then, as if that were UTC */
} Start;

/* Conferences have days, and hours only of those. Several times a day would be
 * one entry each. */
static gboolean
is_bearable (const char *part)
{
  static const char * const too_fast[] = { "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY" };

  for (gsize i = 0; i < G_N_ELEMENTS (too_fast); i++)
    if (g_str_equal (part, too_fast[i]))
      return FALSE;
  return !((g_str_has_prefix (part, "BYHOUR=") || g_str_has_prefix (part, "BYMINUTE=") ||
            g_str_has_prefix (part, "BYSECOND=")) &&
           strchr (part, ',') != NULL);
}

/* FALSE where the rule is none, or one that nobody would live to see. */
static gboolean
rule_read (Rule       *self,
           const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_auto (GStrv) parts = g_strsplit (upper, ";", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  self->until = icaltime_null_time ();
  if (strlen (text) > LONGEST_RULE || strspn (upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") < strlen (upper) ||
      strstr (upper, "FREQ=") == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!is_bearable (parts[i]))
        return FALSE;
      self->is_ended |= g_str_has_prefix (parts[i], "COUNT=");
      if (!g_str_has_prefix (parts[i], "UNTIL="))
        g_strv_builder_add (kept, parts[i]);
      else
        {
          self->until = icaltime_from_string (parts[i] + strlen ("UNTIL="));
          self->is_ended |= !icaltime_is_null_time (self->until);
        }
    }
  all = g_strv_builder_end (kept);
  self->text = g_strjoinv (";", all);
  return TRUE;
}

/* --- the times --------------------------------------------------------------- */

/* Wall times count as if they were UTC while a rule is looked at. */
static gint64
get_wall_seconds (struct icaltimetype time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_utc (time.year, time.month, time.day, time.hour, time.minute, time.second);

  return utc != NULL ? g_date_time_to_unix (utc) : 0;
}

static gint64
resolve_wall (Expansion                  *self,
              const LanyardCalendarEvent *event,
              gint64                      seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  struct icaltimetype time = event->wall;

  if (utc == NULL)
    return LANYARD_NO_TIME;
  g_date_time_get_ymd (utc, &time.year, &time.month, &time.day);
  time.hour = g_date_time_get_hour (utc);
  time.minute = g_date_time_get_minute (utc);
  time.second = g_date_time_get_second (utc);
  return lanyard_calendar_zones_resolve (self->reader->zones, event->zone_id, time);
}

/* Whether a rule's end is before a time: an instant, a wall time like the
 * entry's own, or a day that is still part of it. */
static gboolean
is_after_end (const Rule *rule,
              gint64      wall,
              gint64      instant)
{
  if (icaltime_is_null_time (rule->until))
    return FALSE;
  if (rule->until.is_date)
    return wall >= get_wall_seconds (rule->until) + 24 * 60 * 60;
  return (icaltime_is_utc (rule->until) ? instant : wall) > get_wall_seconds (rule->until);
}

static gint64
get_limit (const Expansion *self,
           const Rule      *rule)
{
  return rule->is_ended ? G_MAXINT64 : self->end;
}

static void
add_start (GArray *starts,
           gint64  instant,
           gint64  wall)
{
  const Start start = { instant, wall };

  g_array_append_val (starts, start);
}

/* Adds the times that a rule gives; FALSE where it gives more than that. */
static gboolean
add_by_rule (Expansion                  *self,
             const LanyardCalendarEvent *event,
             const Rule                 *rule,
             GArray                     *starts)
{
  time_t walls[MOST_TIMES + 1] = { 0 };
  gint64 first = get_wall_seconds (event->wall);
  gint64 limit = get_limit (self, rule);
  guint most = limit == LANYARD_NO_TIME ? MOST_TIMES_ALONE : MOST_TIMES;
  guint n = 0;

  if (first <= 0)
    return FALSE;
  icalrecur_expand_recurrence (rule->text, first, MOST_TIMES + 1, walls);
  while (n <= MOST_TIMES && walls[n] != 0)
    n++;
  if (n == 0 || walls[n - 1] - first > LONGEST_SERIES || (!rule->is_ended && n <= MOST_TIMES))
    self->n_barren++;

  for (guint i = 0; i < n; i++)
    {
      gint64 instant = resolve_wall (self, event, walls[i]);

      if (is_after_end (rule, walls[i], instant) || (limit != LANYARD_NO_TIME && instant > limit))
        return TRUE;
      if (i == most)
        return FALSE;
      if (instant != LANYARD_NO_TIME)
        add_start (starts, instant, walls[i]);
    }
  return TRUE;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  gint64 first = ((const Start *) a)->instant;
  gint64 second = ((const Start *) b)->instant;

  return (first > second) - (first < second);
}

static gboolean
contains (GArray *times,
          gint64  time)
{
  for (guint i = 0; times != NULL && i < times->len; i++)
    if (g_array_index (times, gint64, i) == time)
      return TRUE;
  return FALSE;
}

/* Days are kept as their dates, negative; a day is one of the clocks there, not
 * of so many hours after the first. */
static gboolean
is_left_out (Expansion                  *self,
             const LanyardCalendarEvent *event,
             const Start                *start)
{
  g_autofree char *name =
      g_strdup_printf ("%s\n%" G_GINT64_FORMAT, event->uid != NULL ? event->uid : "", start->instant);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (start->wall);

  if (contains (event->left_out, start->instant) || (event->uid != NULL && g_hash_table_contains (self->described, name)))
    return TRUE;
  return day != NULL && contains (event->left_out, -(gint64) (g_date_time_get_year (day) * 10000 +
                                                               g_date_time_get_month (day) * 100 +
                                                               g_date_time_get_day_of_month (day)));
}

/* The times of an entry, each once and in order, its own start among them. */
static GArray *
list_starts (Expansion            *self,
             LanyardCalendarEvent *event)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (Start));
  gint64 wall = get_wall_seconds (event->wall);
  g_auto (Rule) rule = { 0 };
  gboolean is_whole = TRUE;

  add_start (starts, event->start, wall);
  for (guint i = 0; event->added != NULL && i < event->added->len; i++)
    {
      gint64 added = g_array_index (event->added, gint64, i);

      add_start (starts, added, wall + (added - event->start));
    }
  if (event->rule != NULL)
    is_whole = self->n_barren < MOST_BARREN_RULES && self->n_made < MOST_TIMES_IN_ALL && rule_read (&rule, event->rule) &&
               add_by_rule (self, event, &rule, starts);
  if (!is_whole)
    lanyard_draft_remark (self->reader->draft, LANYARD_REMARK_REPEATS);
  g_array_sort (starts, compare_starts);
  for (guint i = starts->len; i > 0; i--)
    {
      const Start *start = &g_array_index (starts, Start, i - 1);

      if ((i > 1 && start->instant == start[-1].instant) || is_left_out (self, event, start))
        g_array_remove_index (starts, i - 1);
    }
  return starts;
}

/* --- the entries ------------------------------------------------------------- */

static gpointer
ref_link (gconstpointer link,
          gpointer      user_data)
{
  return lanyard_link_ref ((LanyardLink *) link);
}

/* The entry as it is at one of its times, which is what it is known by. */
static LanyardCalendarEvent *
copy_event (const LanyardCalendarEvent *event,
            gint64                      start)
{
  LanyardCalendarEvent *copy = g_memdup2 (event, sizeof *event);

  copy->start = start;
  copy->end = event->end != LANYARD_NO_TIME ? event->end + (start - event->start) : LANYARD_NO_TIME;
  copy->recurrence = start;
  copy->rule = NULL;
  copy->added = NULL;
  copy->left_out = NULL;
  copy->categories = event->categories != NULL ? g_ptr_array_copy (event->categories, NULL, NULL) : NULL;
  copy->attendees = event->attendees != NULL ? g_ptr_array_copy (event->attendees, NULL, NULL) : NULL;
  copy->links = event->links != NULL ? g_ptr_array_copy (event->links, (GCopyFunc) (GCallback) ref_link, NULL) : NULL;
  return copy;
}

static gboolean
repeats (const LanyardCalendarEvent *event)
{
  return event->rule != NULL || event->added != NULL;
}

/* What has times of its own, and when everything that has an end is over. */
static void
look_around (Expansion *self)
{
  GPtrArray *events = self->reader->events;

  for (guint i = 0; i < events->len; i++)
    {
      const LanyardCalendarEvent *event = g_ptr_array_index (events, i);

      if (event->recurrence != LANYARD_NO_TIME && event->uid != NULL)
        g_hash_table_add (self->described, g_strdup_printf ("%s\n%" G_GINT64_FORMAT, event->uid, event->recurrence));
      if (!repeats (event) && event->start != LANYARD_NO_TIME)
        self->end = MAX (self->end, event->end != LANYARD_NO_TIME ? event->end : event->start + event->duration);
    }
}

static void
expand_event (Expansion            *self,
              LanyardCalendarEvent *event,
              GPtrArray            *expanded)
{
  g_autoptr (GArray) starts = list_starts (self, event);

  for (guint i = 0; i < starts->len && (i == 0 || self->n_made < MOST_TIMES_IN_ALL); i++, self->n_made++)
    g_ptr_array_add (expanded, copy_event (event, g_array_index (starts, Start, i).instant));
  if (starts->len > 1 && self->n_made >= MOST_TIMES_IN_ALL)
    lanyard_draft_remark_once (self->reader->draft, LANYARD_REMARK_REPEATS);
  lanyard_calendar_event_free (event);
}

/*
 * Replaces each entry that repeats by one for each of its times. A whole day
 * that repeats has no time, and is there once.
 */
void
lanyard_calendar_expand (LanyardCalendarReader *reader)
{
  Expansion self = { .reader = reader, .end = LANYARD_NO_TIME };
  g_autofree gpointer *events = NULL;
  gsize n_events;

  self.described = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_around (&self);
  events = g_ptr_array_steal (reader->events, &n_events);
  for (gsize i = 0; i < n_events; i++)
    {
      LanyardCalendarEvent *event = events[i];

      if (repeats (event) && event->start != LANYARD_NO_TIME)
        {
          expand_event (&self, event, reader->events);
          continue;
        }
      if (repeats (event))
        lanyard_draft_remark (reader->draft, LANYARD_REMARK_REPEATS);
      g_ptr_array_add (reader->events, event);
    }
  g_hash_table_unref (self.described);
}
