/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the days of schedule.json 1 (c3voc's schema; frab, pretalx and many of
 * one's own): rooms by name, and in each of them events, which have their time
 * in several ways. lanyard-schedule-json.c calls it, in the thread that
 * imports. */

#include "config.h"

#include "lanyard-feed-text.h"
#include "lanyard-schedule-json-private.h"

/* A day of the conference, which may go on after midnight. */
typedef struct
{
  LanyardFeedStamp date;
  gboolean         has_date;
  int              until;    /* the clock up to which an event may be on the date after */
} Day;

static void
read_day_date (JsonObject *object,
               Day        *day)
{
  LanyardFeedStamp start, end;

  day->has_date = lanyard_feed_json_stamp (object, "date", &day->date);
  day->until = 0;
  if (day->has_date && lanyard_feed_json_stamp (object, "day_start", &start) &&
      lanyard_feed_json_stamp (object, "day_end", &end) && end.day != start.day)
    day->until = MIN (start.clock, end.clock + 1);
}

static void
add_a_day (LanyardFeedStamp *stamp)
{
  GDate date;

  g_date_set_dmy (&date, stamp->day, stamp->month, stamp->year);
  g_date_add_days (&date, 1);
  stamp->year = g_date_get_year (&date);
  stamp->month = g_date_get_month (&date);
  stamp->day = g_date_get_day (&date);
}

/* Whether a time that says it is UTC is really a wall time: some servers put
 * "+00:00" behind any, and then it is the same as the event's clock in a zone
 * that is elsewhere. */
static gboolean
is_mislabelled (LanyardFeedReader      *reader,
                const LanyardFeedStamp *stamp,
                int                     clock)
{
  if (!stamp->has_offset || stamp->offset != 0 || stamp->clock != clock || reader->zone == NULL)
    return FALSE;
  return lanyard_zone_get_offset (reader->zone, lanyard_feed_stamp_resolve (stamp, reader->draft, NULL)) != 0;
}

/* When an event begins: by its "date", which has an offset; else by its day's
 * date and its "start", which after midnight is on the date after. */
static gint64
event_start (LanyardFeedReader *reader,
             const Day         *day,
             JsonObject        *event)
{
  LanyardFeedStamp stamp;
  int clock = 0;
  gboolean has_clock = lanyard_feed_clock_read (lanyard_json_get_string (event, "start"), &clock);
  gboolean has_stamp = lanyard_feed_json_stamp (event, "date", &stamp);

  if (has_stamp && stamp.has_clock)
    {
      if (has_clock && is_mislabelled (reader, &stamp, clock))
        stamp.has_offset = FALSE;
      return lanyard_feed_stamp_resolve (&stamp, reader->draft, reader->zone);
    }
  if (!has_clock)
    return lanyard_feed_json_instant (reader, event, "start");
  if (!has_stamp && !day->has_date)
    return LANYARD_NO_TIME;
  if (!has_stamp)
    {
      stamp = day->date;
      if (clock < day->until)
        add_a_day (&stamp);
    }
  stamp.clock = clock;
  stamp.has_clock = TRUE;
  stamp.has_offset = FALSE;
  return lanyard_feed_stamp_resolve (&stamp, reader->draft, reader->zone);
}

/* Whether an event is a break: a meal or a pause that nobody gives. The XML of
 * the same servers has them likewise (lanyard-frab-event.c). */
static gboolean
is_break (LanyardFeedReader *reader,
          const char        *title,
          JsonObject        *event)
{
  if (lanyard_json_length (lanyard_json_get_array (event, "persons")) > 0)
    return FALSE;
  if (lanyard_feed_text_is_break_type (lanyard_feed_json_name (reader, event, "type")))
    return TRUE;
  return lanyard_feed_text_is_break (title) && lanyard_feed_json_block (reader, event, "abstract") == NULL &&
         lanyard_feed_json_block (reader, event, "description") == NULL;
}

/* Where an event is, as it says itself or by the list it stands in. */
static LanyardDraftRoom *
find_room (LanyardFeedReader *reader,
           const char        *room,
           JsonObject        *event)
{
  const char *name = lanyard_feed_json_name (reader, event, "room");

  if (name == NULL)
    name = lanyard_feed_text_line (reader->draft->strings, room);
  return name != NULL ? lanyard_draft_ensure_room (reader->draft, name, NULL) : NULL;
}

static void
read_break (LanyardFeedReader *reader,
            const Day         *day,
            const char        *room,
            const char        *title,
            JsonObject        *event,
            guint              index)
{
  gint64 start = event_start (reader, day, event);
  gint64 end = lanyard_feed_json_instant (reader, event, "end");
  guint duration = 0;
  LanyardDraftBreak *entry;

  if (start == LANYARD_NO_TIME)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_BREAK, title, index);
      return;
    }
  lanyard_feed_json_duration (event, "duration", &duration);
  entry = lanyard_draft_add_break (reader->draft);
  entry->title = title;
  entry->description = lanyard_feed_json_block (reader, event, "description");
  if (entry->description == NULL)
    entry->description = lanyard_feed_json_block (reader, event, "abstract");
  entry->room = find_room (reader, room, event);
  entry->start = start;
  entry->end = end != LANYARD_NO_TIME && end > start ? end : start + duration;
}

static void
read_event (LanyardFeedReader *reader,
            const Day         *day,
            const char        *room,
            JsonObject        *event,
            guint              index)
{
  const char *title = lanyard_feed_json_line (reader, event, "title");
  const char *spelled = lanyard_json_get_string (event, "date");
  LanyardFeedIds ids = lanyard_schedule_json_ids (reader, event);
  LanyardDraftTalk *talk;

  if (title == NULL)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, ids.guid, index);
      return;
    }
  if (is_break (reader, title, event))
    {
      read_break (reader, day, room, title, event, index);
      return;
    }

  talk = lanyard_feed_json_add_talk (reader, &ids, title,
                                     spelled != NULL ? spelled : lanyard_json_get_string (event, "start"));
  talk->fields.item.start = event_start (reader, day, event);
  talk->fields.item.end = lanyard_feed_json_instant (reader, event, "end");
  lanyard_feed_json_duration (event, "duration", &talk->fields.duration);
  talk->room = find_room (reader, room, event);
  lanyard_schedule_json_fill_talk (reader, talk, event);
  lanyard_feed_json_settle_talk (reader, talk);
}

static void
read_events (LanyardFeedReader *reader,
             const Day         *day,
             const char        *room,
             LanyardJsonText    events)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, events);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *event = lanyard_json_walk_load_object (&walk);

      if (event != NULL)
        read_event (reader, day, room, event, walk.index);
      else
        lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, room, walk.index);
    }
}

/* Reads all days. Rooms are an object by their names; where somebody has made
 * a list of events of them, each says its own. */
void
lanyard_schedule_json_read_days (LanyardFeedReader *reader,
                                 LanyardJsonText    days)
{
  static const char * const names[] = { "events", "rooms", NULL };
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, days);
  while (lanyard_json_walk_next (&walk))
    {
      LanyardJsonText values[2];
      g_autoptr (JsonObject) object = lanyard_json_text_open (walk.text, names, values);
      g_auto (LanyardJsonWalk) rooms = { 0 };
      Day day;

      if (object == NULL)
        continue;
      read_day_date (object, &day);
      read_events (reader, &day, NULL, values[0]);
      lanyard_json_walk_object (&rooms, values[1]);
      while (lanyard_json_walk_next (&rooms))
        read_events (reader, &day, rooms.name, rooms.text);
    }
}
