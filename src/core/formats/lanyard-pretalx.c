/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pretalx writes alike in its widget's JSON and in its REST interface:
 * rooms and tracks by number with names in several languages, speakers by code,
 * slots of which those without a talk are breaks. lanyard-pretalx-widget.c and
 * lanyard-pretalx-rest.c call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-text.h"
#include "lanyard-pretalx-private.h"

/* Finds the event's address and short name in where its documents came from:
 * "https://host/event/schedule/widgets/schedule.json" and
 * "https://host/api/events/event/submissions/". */
static void
find_event (LanyardPretalxReader *reader,
            const char           *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL) : NULL;
  GStringChunk *strings = reader->feed.draft->strings;
  g_autofree char *before = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *path = NULL;
  g_autofree char *url = NULL;
  const char *mark;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return;
  mark = strstr (g_uri_get_path (uri), "/api/events/");
  if (mark != NULL)
    {
      const char *name = mark + strlen ("/api/events/");

      before = g_strndup (g_uri_get_path (uri), mark - g_uri_get_path (uri));
      slug = g_strndup (name, strcspn (name, "/"));
    }
  else if ((mark = strstr (g_uri_get_path (uri), "/schedule/")) != NULL)
    {
      g_autofree char *event = g_strndup (g_uri_get_path (uri), mark - g_uri_get_path (uri));
      const char *slash = strrchr (event, '/');

      if (slash == NULL)
        return;
      before = g_strndup (event, slash - event);
      slug = g_strdup (slash + 1);
    }
  if (slug == NULL || *slug == '\0')
    return;

  path = g_strconcat (before, "/", slug, "/", NULL);
  url = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                    path, NULL, NULL);
  reader->event_url = g_string_chunk_insert (strings, url);
  reader->slug = lanyard_feed_text_line (strings, slug);
  reader->feed.draft->conference.url = lanyard_feed_json_url (&reader->feed, reader->event_url);
}

/* Begins to read what pretalx wrote. */
void
lanyard_pretalx_open (LanyardPretalxReader     *reader,
                      const LanyardReadOptions *options)
{
  *reader = (LanyardPretalxReader) {
    .rooms = g_hash_table_new (g_str_hash, g_str_equal),
    .persons = g_hash_table_new (g_str_hash, g_str_equal),
  };
  lanyard_feed_json_open (&reader->feed, options);
  find_event (reader, options->address);
}

/* Frees what a reader owns. */
void
lanyard_pretalx_reader_clear (LanyardPretalxReader *reader)
{
  g_clear_pointer (&reader->rooms, g_hash_table_unref);
  g_clear_pointer (&reader->persons, g_hash_table_unref);
  lanyard_feed_reader_clear (&reader->feed);
}

/* Remembers a room by its number. */
void
lanyard_pretalx_read_room (LanyardPretalxReader *reader,
                           JsonObject           *room)
{
  const char *id = lanyard_feed_json_id (&reader->feed, room, "id");
  const char *name = lanyard_feed_json_line (&reader->feed, room, "name");

  if (id != NULL && name != NULL)
    g_hash_table_replace (reader->rooms, (char *) id, lanyard_draft_ensure_room (reader->feed.draft, name, NULL));
}

/* Remembers a track by its number, which is also what it is known by: its name
 * is another one in each language. */
void
lanyard_pretalx_read_track (LanyardPretalxReader *reader,
                            JsonObject           *track)
{
  const char *id = lanyard_feed_json_id (&reader->feed, track, "id");
  LanyardDraftSession *session;

  session = lanyard_feed_json_name_track (&reader->feed, id, id, lanyard_feed_json_line (&reader->feed, track, "name"));
  if (session == NULL)
    return;
  session->fields.color = lanyard_feed_json_color (&reader->feed, track, "color");
  session->fields.description = lanyard_feed_json_block (&reader->feed, track, "description");
  session->fields.description_format = LANYARD_TEXT_MARKDOWN;
}

/* Remembers a speaker by their code; NULL where there is no name. */
LanyardDraftPerson *
lanyard_pretalx_read_speaker (LanyardPretalxReader *reader,
                              JsonObject           *speaker)
{
  const char *code = lanyard_feed_json_id (&reader->feed, speaker, "code");
  const char *name = lanyard_feed_json_line (&reader->feed, speaker, "name");
  LanyardDraftPerson *person;

  if (name == NULL)
    return NULL;
  person = lanyard_draft_ensure_person (reader->feed.draft, code, name, NULL, NULL);
  lanyard_draft_person_tell (reader->feed.draft, person, lanyard_feed_json_block (&reader->feed, speaker, "biography"));
  if (code != NULL)
    g_hash_table_replace (reader->persons, (char *) code, person);
  return person;
}

/* The room of a slot or talk: its number, or the room itself. */
LanyardDraftRoom *
lanyard_pretalx_find_room (LanyardPretalxReader *reader,
                           JsonObject           *object)
{
  const char *name = lanyard_feed_json_name (&reader->feed, object, "room");
  const char *id = lanyard_feed_json_id (&reader->feed, object, "room_id");
  LanyardDraftRoom *room;

  if (id == NULL)
    id = lanyard_feed_json_id (&reader->feed, object, "room");
  room = id != NULL ? g_hash_table_lookup (reader->rooms, id) : NULL;
  if (room != NULL)
    return room;
  return name != NULL ? lanyard_draft_ensure_room (reader->feed.draft, name, NULL) : NULL;
}

/* Credits speakers: codes of those read before, or whole ones. */
void
lanyard_pretalx_add_speakers (LanyardPretalxReader *reader,
                              JsonArray            *speakers,
                              LanyardDraftTalk     *talk)
{
  for (guint i = 0; i < lanyard_json_length (speakers); i++)
    {
      JsonObject *speaker = lanyard_json_nth_object (speakers, i);
      const char *code = lanyard_json_nth_string (speakers, i);
      LanyardDraftPerson *person = NULL;

      if (speaker != NULL)
        person = lanyard_pretalx_read_speaker (reader, speaker);
      else if (code != NULL)
        person = g_hash_table_lookup (reader->persons, code);
      if (person != NULL)
        lanyard_draft_add_credit (&talk->credits, person, LANYARD_ROLE_SPEAKER);
    }
}

/* The session of a track: its number, its name beside its number, or the whole
 * track. */
static LanyardDraftSession *
find_track (LanyardFeedReader *feed,
            JsonObject        *object)
{
  JsonObject *track = lanyard_json_get_object (object, "track");
  const char *id = lanyard_feed_json_id (feed, object, "track_id");
  const char *name = lanyard_feed_json_name (feed, object, "track");

  if (id == NULL)
    id = track != NULL ? lanyard_feed_json_id (feed, track, "id") : lanyard_feed_json_id (feed, object, "track");
  if (id != NULL && g_hash_table_contains (feed->tracks, id))
    return lanyard_feed_json_find_track (feed, id);
  return name != NULL ? lanyard_feed_json_name_track (feed, id, id, name) : NULL;
}

/* Adds a talk with what both ways of writing it have. Its page is below the
 * event's. */
LanyardDraftTalk *
lanyard_pretalx_add_talk (LanyardPretalxReader *reader,
                          JsonObject           *object,
                          const char           *title,
                          const char           *start)
{
  LanyardFeedReader *feed = &reader->feed;
  LanyardFeedIds ids = { .code = lanyard_feed_json_id (feed, object, "code") };
  LanyardDraftTalk *talk;

  if (reader->event_url != NULL && ids.code != NULL)
    {
      g_autofree char *url = g_strconcat (reader->event_url, "talk/", ids.code, "/", NULL);

      ids.url = lanyard_feed_json_url (feed, url);
    }
  talk = lanyard_feed_json_add_talk (feed, &ids, title, start);
  talk->fields.language = lanyard_feed_json_line (feed, object, "content_locale");
  talk->fields.is_unrecorded = lanyard_json_get_boolean (object, "do_not_record");
  talk->fields.item.is_cancelled = g_strcmp0 (lanyard_json_get_string (object, "state"), "canceled") == 0;
  lanyard_feed_json_duration (object, "duration", &talk->fields.duration);
  lanyard_feed_json_fill_description (feed, lanyard_feed_json_block (feed, object, "abstract"),
                                      lanyard_feed_json_block (feed, object, "description"),
                                      &talk->fields.description, &talk->fields.description_format);
  talk->session = find_track (feed, object);
  lanyard_pretalx_add_speakers (reader, lanyard_json_get_array (object, "speakers"), talk);
  return talk;
}

/* Adds a break: a slot without a talk. */
void
lanyard_pretalx_add_break (LanyardPretalxReader *reader,
                           JsonObject           *slot,
                           const char           *title,
                           gint64                start,
                           guint                 index)
{
  gint64 end = lanyard_feed_json_instant (&reader->feed, slot, "end");
  guint duration = 0;
  LanyardDraftBreak *entry;

  if (title == NULL || start == LANYARD_NO_TIME)
    {
      lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_BREAK, title, index);
      return;
    }
  lanyard_feed_json_duration (slot, "duration", &duration);
  entry = lanyard_draft_add_break (reader->feed.draft);
  entry->title = title;
  entry->start = start;
  entry->end = end != LANYARD_NO_TIME && end > start ? end : start + duration;
  entry->room = lanyard_pretalx_find_room (reader, slot);
}

/* Makes the programme of what has been read. */
LanyardProgramme *
lanyard_pretalx_close (LanyardPretalxReader  *reader,
                       GError               **error)
{
  const char *address = reader->event_url != NULL ? reader->event_url : reader->feed.options->address;

  return lanyard_feed_json_close (&reader->feed, address, reader->slug, error);
}
