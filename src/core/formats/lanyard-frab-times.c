/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When events are. Their producers disagree about what a day, a date and a zone
 * are; these rules are right for all of them:
 *
 *  1. "date" with an offset is an instant. But wafer once wrote local times
 *     with "+00:00" behind them: where the clock of "date" is that of "start",
 *     which is local everywhere, and the zone is named, it is local, too.
 *  2. Else it is the day's date and "start", in the zone; and one day later if
 *     that is before the hour at which days begin: that of the day's own
 *     "start", else the conference's "day_change".
 *
 * lanyard-frab.c calls it last, in the thread that imports: the zone may stand
 * behind the events. */

#include "config.h"

#include <string.h>

#include "lanyard-frab-private.h"

#define DAY (24 * 60 * 60)

/* Keeps the first time that says how far from UTC it is. */
void
lanyard_frab_note_sample (LanyardFrabReader *reader,
                          const char        *text)
{
  LanyardFeedStamp stamp;

  if (!reader->sample.has_offset && lanyard_feed_stamp_read (text, &stamp) && stamp.has_clock && stamp.has_offset)
    reader->sample = stamp;
}

/* A time of day, which of an event after midnight may be 24:30, too. */
static gboolean
read_clock (const char *text,
            int        *clock)
{
  g_autofree char *next = NULL;
  char *colon;
  guint64 hour;

  if (text == NULL)
    return FALSE;
  if (lanyard_feed_clock_read (text, clock))
    return TRUE;
  hour = g_ascii_strtoull (text, &colon, 10);
  if (hour < 24 || hour >= 48 || *colon != ':')
    return FALSE;
  next = g_strdup_printf ("%u%s", (guint) hour - 24, colon);
  if (!lanyard_feed_clock_read (next, clock))
    return FALSE;
  *clock += DAY;
  return TRUE;
}

/* The instant of a clock on a date, or some days later. */
static gint64
resolve_wall (LanyardFrabReader *reader,
              int                year,
              int                month,
              int                day,
              int                clock)
{
  GDate date;

  if (!g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return LANYARD_NO_TIME;
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  g_date_add_days (&date, (guint) (clock / DAY));
  clock %= DAY;
  return lanyard_zone_resolve (reader->feed.zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                               g_date_get_day (&date), clock / 3600, clock / 60 % 60, clock % 60);
}

/* When a day begins, in local time: its date, and the hour of it. */
static gboolean
find_day (LanyardFrabReader    *reader,
          const LanyardFrabDay *day,
          LanyardFeedStamp     *begin)
{
  LanyardFeedStamp start;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (lanyard_feed_stamp_read (day->start, &start) && start.has_clock)
    {
      gint64 instant = lanyard_feed_stamp_resolve (&start, reader->feed.draft, reader->feed.zone);

      utc = instant != LANYARD_NO_TIME ? g_date_time_new_from_unix_utc (instant) : NULL;
      if (utc != NULL)
        {
          local = g_date_time_to_timezone (utc, lanyard_zone_get_time_zone (reader->feed.zone));
          g_date_time_get_ymd (local, &begin->year, &begin->month, &begin->day);
          begin->clock = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60;
          return TRUE;
        }
    }
  if (!lanyard_feed_stamp_read (day->date, begin))
    return FALSE;
  if (!read_clock (reader->day_change, &begin->clock))
    begin->clock = 0;
  return TRUE;
}

/* Rule 2. What the next day's hours would put behind the end that the day
 * itself states was on the day after all. */
static gint64
resolve_in_day (LanyardFrabReader    *reader,
                const LanyardFrabDay *day,
                int                   clock)
{
  LanyardFeedStamp begin, end;
  gint64 later;

  if (day == NULL || !find_day (reader, day, &begin))
    return LANYARD_NO_TIME;
  if (clock >= begin.clock)
    return resolve_wall (reader, begin.year, begin.month, begin.day, clock);

  later = resolve_wall (reader, begin.year, begin.month, begin.day, clock + DAY);
  if (later != LANYARD_NO_TIME && lanyard_feed_stamp_read (day->end, &end) && end.has_clock &&
      later > lanyard_feed_stamp_resolve (&end, reader->feed.draft, reader->feed.zone))
    return resolve_wall (reader, begin.year, begin.month, begin.day, clock);
  return later;
}

static gint64
resolve (LanyardFrabReader      *reader,
         const LanyardFrabTimes *times)
{
  LanyardFeedStamp stamp;
  int clock;
  gboolean has_clock = read_clock (times->start, &clock);

  if (lanyard_feed_stamp_read (times->date, &stamp) && (stamp.has_clock || has_clock))
    {
      if (!stamp.has_clock)
        return resolve_wall (reader, stamp.year, stamp.month, stamp.day, clock);
      if (stamp.has_offset && stamp.offset == 0 && has_clock && stamp.clock == clock && reader->zone_name != NULL)
        stamp.has_offset = FALSE;
      return lanyard_feed_stamp_resolve (&stamp, reader->feed.draft, reader->feed.zone);
    }
  return has_clock ? resolve_in_day (reader, times->day, clock) : LANYARD_NO_TIME;
}

/* How long it takes, from its duration or else its end; 0 if neither tells. */
static guint
measure (LanyardFrabReader      *reader,
         const LanyardFrabTimes *times,
         gint64                  start)
{
  LanyardFeedStamp stamp;
  guint duration = 0;
  int from, to;
  gint64 end;

  if (lanyard_feed_duration_read (times->duration, &duration) && duration > 0)
    return duration;
  if (read_clock (times->start, &from) && read_clock (times->end, &to))
    return (guint) ((to - from + 2 * DAY) % DAY);
  if (start == LANYARD_NO_TIME || !lanyard_feed_stamp_read (times->end, &stamp) || !stamp.has_clock)
    return 0;
  end = lanyard_feed_stamp_resolve (&stamp, reader->feed.draft, reader->feed.zone);
  return end != LANYARD_NO_TIME && end > start && end - start <= 31 * DAY ? (guint) (end - start) : 0;
}

/* A conference's dates say less than its entries, unless they have a clock. */
static gint64
read_instant (LanyardFrabReader *reader,
              const char        *text)
{
  LanyardFeedStamp stamp;

  if (!lanyard_feed_stamp_read (text, &stamp) || !stamp.has_clock)
    return LANYARD_NO_TIME;
  return lanyard_feed_stamp_resolve (&stamp, reader->feed.draft, reader->feed.zone);
}

/* A break without a time says nothing to anybody. */
static void
add_break (LanyardFrabReader       *reader,
           const LanyardDraftBreak *entry,
           gint64                   start,
           guint                    duration,
           guint                    index)
{
  LanyardDraftBreak *added;

  if (start == LANYARD_NO_TIME)
    {
      lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_BREAK, entry->title, index);
      return;
    }
  added = lanyard_draft_add_break (reader->feed.draft);
  *added = *entry;
  added->start = start;
  added->end = start + duration;
}

/* Settles the zone, and in it all times. */
void
lanyard_frab_settle_times (LanyardFrabReader *reader)
{
  LanyardConferenceFields *conference = &reader->feed.draft->conference;

  lanyard_feed_json_settle_zone (&reader->feed, reader->zone_name, reader->sample.has_offset ? &reader->sample : NULL);
  conference->start = read_instant (reader, reader->start);
  conference->end = read_instant (reader, reader->end);
  for (guint i = 0; i < reader->times->len; i++)
    {
      const LanyardFrabTimes *times = &g_array_index (reader->times, LanyardFrabTimes, i);
      gint64 start = resolve (reader, times);
      guint duration = measure (reader, times, start);

      if (times->talk != NULL)
        {
          times->talk->fields.item.start = start;
          times->talk->fields.duration = duration;
          lanyard_feed_json_settle_talk (&reader->feed, times->talk);
        }
      else
        add_break (reader, &times->entry, start, duration, i);
    }
}
