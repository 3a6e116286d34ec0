/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the events of schedule.json 2 (c3voc's schema, alpha; the CCC's hub):
 * one flat list, with references to rooms, tracks and persons, and texts in
 * several languages. lanyard-schedule-json.c calls it, in the thread that
 * imports. */

#include "config.h"

#include "lanyard-schedule-json-private.h"

/* Whether an event is part of the programme: not while it is proposed, nor
 * once it is taken back. */
static gboolean
is_listed (const char *state)
{
  static const char * const unlisted[] = { "DRAFT", "SUBMITTED", "REJECTED", "WITHDRAWN", "DELETED", NULL };

  return state == NULL || !g_strv_contains (unlisted, state);
}

/* The room by its name, or by its guid among the conference's. */
static LanyardDraftRoom *
find_room (LanyardFeedReader *reader,
           GHashTable        *names,
           JsonObject        *event)
{
  JsonObject *room = lanyard_json_get_object (event, "room");
  const char *name = lanyard_feed_json_name (reader, event, "room");
  const char *guid = room != NULL ? lanyard_json_get_string (room, "guid") : NULL;

  if (name == NULL && guid != NULL)
    name = g_hash_table_lookup (names, guid);
  return name != NULL ? lanyard_draft_ensure_room (reader->draft, name, NULL) : NULL;
}

/* "HOST" and "MODERATOR" lead through what the others give. */
static void
add_participants (LanyardFeedReader *reader,
                  LanyardDraftTalk  *talk,
                  JsonArray         *participants)
{
  for (guint i = 0; i < lanyard_json_length (participants); i++)
    {
      JsonObject *object = lanyard_json_nth_object (participants, i);
      LanyardDraftPerson *person = object != NULL ? lanyard_schedule_json_ensure_person (reader, object) : NULL;
      const char *role = object != NULL ? lanyard_json_get_string (object, "role") : NULL;
      gboolean is_lead = g_strcmp0 (role, "HOST") == 0 || g_strcmp0 (role, "MODERATOR") == 0;

      if (person != NULL)
        lanyard_draft_add_credit (&talk->credits, person, is_lead ? LANYARD_ROLE_LEAD : LANYARD_ROLE_SPEAKER);
    }
}

/* A break, or something else that nobody gives ("META"). */
static void
read_break (LanyardFeedReader *reader,
            GHashTable        *rooms,
            JsonObject        *event,
            guint              index)
{
  static const char * const texts[] = { "description", "abstract", "subtitle" };
  const char *title = lanyard_feed_json_line (reader, event, "title");
  gint64 start = lanyard_feed_json_instant (reader, event, "start");
  gint64 end = lanyard_feed_json_instant (reader, event, "end");
  LanyardDraftBreak *entry;

  if (title == NULL || start == LANYARD_NO_TIME)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_BREAK, title, index);
      return;
    }
  entry = lanyard_draft_add_break (reader->draft);
  entry->title = title;
  entry->start = start;
  entry->end = end != LANYARD_NO_TIME && end > start ? end : start;
  for (gsize i = 0; entry->description == NULL && i < G_N_ELEMENTS (texts); i++)
    entry->description = lanyard_feed_json_block (reader, event, texts[i]);
  entry->room = find_room (reader, rooms, event);
}

static void
read_talk (LanyardFeedReader *reader,
           GHashTable        *rooms,
           JsonObject        *event,
           guint              index)
{
  const char *title = lanyard_feed_json_line (reader, event, "title");
  LanyardFeedIds ids = lanyard_schedule_json_ids (reader, event);
  LanyardDraftTalk *talk;

  if (title == NULL)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, ids.guid, index);
      return;
    }

  talk = lanyard_feed_json_add_talk (reader, &ids, title, lanyard_json_get_string (event, "start"));
  talk->fields.item.start = lanyard_feed_json_instant (reader, event, "start");
  talk->fields.item.end = lanyard_feed_json_instant (reader, event, "end");
  lanyard_feed_json_duration (event, "duration", &talk->fields.duration);
  talk->fields.item.is_cancelled = g_strcmp0 (lanyard_json_get_string (event, "state"), "CANCELED") == 0;
  talk->room = find_room (reader, rooms, event);
  lanyard_schedule_json_fill_talk (reader, talk, event);
  add_participants (reader, talk, lanyard_json_get_array (event, "participants"));
  lanyard_feed_json_settle_talk (reader, talk);
}

/* The names of the rooms by their guids. */
static GHashTable *
index_rooms (LanyardFeedReader *reader,
             JsonArray         *rooms)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lanyard_json_length (rooms); i++)
    {
      JsonObject *room = lanyard_json_nth_object (rooms, i);
      const char *guid = room != NULL ? lanyard_json_get_string (room, "guid") : NULL;
      const char *name = room != NULL ? lanyard_feed_json_line (reader, room, "name") : NULL;

      if (guid != NULL && name != NULL)
        g_hash_table_replace (names, (char *) guid, (char *) name);
    }
  return names;
}

/* Reads all events of a conference, which lists the rooms. */
void
lanyard_schedule_json_read_events (LanyardFeedReader *reader,
                                   JsonObject        *conference,
                                   LanyardJsonText    events)
{
  g_autoptr (GHashTable) rooms = index_rooms (reader, lanyard_json_get_array (conference, "rooms"));
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, events);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *event = lanyard_json_walk_load_object (&walk);
      const char *type = event != NULL ? lanyard_json_get_string (event, "type") : NULL;

      if (event == NULL)
        lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, NULL, walk.index);
      else if (!is_listed (lanyard_json_get_string (event, "state")))
        continue;
      else if (g_strcmp0 (type, "BREAK") == 0 || g_strcmp0 (type, "META") == 0)
        read_break (reader, rooms, event, walk.index);
      else
        read_talk (reader, rooms, event, walk.index);
    }
}

/* Reads what is told of the persons in the events. */
void
lanyard_schedule_json_read_persons (LanyardFeedReader *reader,
                                    LanyardJsonText    persons)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, persons);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *person = lanyard_json_walk_load_object (&walk);

      if (person != NULL)
        lanyard_schedule_json_ensure_person (reader, person);
    }
}
