/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of Open Event's sessions (FOSSASIA, eventyay), a list that
 * stands alone or in an object beside the event. What they call sessions are
 * our talks. lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-feed-json.h"
#include "lanyard-feed-text.h"
#include "lanyard-open-event.h"
#include "lanyard-refusal.h"

/* What may stand for one thing, best first; the spelling changed over time. */
static const char * const id_names[] = { "session_id", "id", NULL };
static const char * const start_names[] = { "start_time", "starts_at", "starts-at", NULL };
static const char * const end_names[] = { "end_time", "ends_at", "ends-at", NULL };
static const char * const room_names[] = { "microlocation", "location", NULL };
static const char * const type_names[] = { "session_type", "type", NULL };
static const char * const abstract_names[] = { "short_abstract", "short-abstract", NULL };
static const char * const text_names[] = { "long_abstract", "long-abstract", "description", NULL };
static const char * const biography_names[] = { "long_biography", "long-biography", "biography", "short_biography",
                                                "short-biography", NULL };
static const char * const organisation_names[] = { "organisation", "organization", NULL };

/* The name of the first of these members that says something, else the first. */
static const char *
find_member (LanyardFeedReader  *reader,
             JsonObject         *object,
             const char * const *names)
{
  for (const char * const *name = names; *name != NULL; name++)
    if (lanyard_feed_json_id (reader, object, *name) != NULL || lanyard_json_get_object (object, *name) != NULL)
      return *name;
  return names[0];
}

static LanyardDraftSession *
find_track (LanyardFeedReader *reader,
            JsonObject        *session)
{
  JsonObject *track = lanyard_json_get_object (session, "track");
  const char *name = lanyard_feed_json_name (reader, session, "track");
  LanyardDraftSession *found = lanyard_feed_json_find_track (reader, name);

  if (found != NULL && track != NULL && found->fields.color == NULL)
    found->fields.color = lanyard_feed_json_color (reader, track, "color");
  return found;
}

static void
add_speakers (LanyardFeedReader *reader,
              LanyardDraftTalk  *talk,
              JsonArray         *speakers)
{
  for (guint i = 0; i < lanyard_json_length (speakers); i++)
    {
      JsonObject *object = lanyard_json_nth_object (speakers, i);
      const char *name = object != NULL ? lanyard_feed_json_line (reader, object, "name") : NULL;
      LanyardDraftPerson *person;

      if (name == NULL)
        continue;
      person = lanyard_draft_ensure_person (reader->draft, lanyard_feed_json_id (reader, object, "id"), name,
                                            lanyard_feed_json_line (reader, object,
                                                                    find_member (reader, object, organisation_names)),
                                            NULL);
      lanyard_draft_person_tell (reader->draft, person,
                                 lanyard_feed_json_block (reader, object, find_member (reader, object, biography_names)));
      lanyard_draft_add_credit (&talk->credits, person, LANYARD_ROLE_SPEAKER);
    }
}

static void
add_links (LanyardFeedReader *reader,
           LanyardDraftTalk  *talk,
           JsonObject        *session)
{
  static const struct
  {
    const char *name;
    const char *type;
  } links[] = {
    { "slides", "SLIDES" },
    { "slides_url", "SLIDES" },
    { "video", "RECORDING" },
    { "video_url", "RECORDING" },
    { "audio", "RECORDING" },
    { "audio_url", "RECORDING" },
    { "signup_url", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    lanyard_feed_json_add_link (reader, lanyard_json_get_string (session, links[i].name), NULL, links[i].type, FALSE,
                                &talk->links);
}

static void
read_session (LanyardFeedReader *reader,
              JsonObject        *session,
              guint              index)
{
  const char *title = lanyard_feed_json_line (reader, session, "title");
  const char *start = find_member (reader, session, start_names);
  const char *room = lanyard_feed_json_name (reader, session, find_member (reader, session, room_names));
  LanyardFeedIds ids = { .id = lanyard_feed_json_id (reader, session, find_member (reader, session, id_names)) };
  LanyardDraftTalk *talk;

  if (title == NULL)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, ids.id, index);
      return;
    }

  talk = lanyard_feed_json_add_talk (reader, &ids, title, lanyard_json_get_string (session, start));
  talk->fields.item.start = lanyard_feed_json_instant (reader, session, start);
  talk->fields.item.end = lanyard_feed_json_instant (reader, session, find_member (reader, session, end_names));
  talk->fields.subtitle = lanyard_feed_json_line (reader, session, "subtitle");
  talk->fields.type = lanyard_feed_json_name (reader, session, find_member (reader, session, type_names));
  talk->fields.language = lanyard_feed_json_line (reader, session, "language");
  if (room != NULL)
    talk->room = lanyard_draft_ensure_room (reader->draft, room, NULL);
  lanyard_feed_json_fill_description (reader,
                                      lanyard_feed_json_block (reader, session, find_member (reader, session, abstract_names)),
                                      lanyard_feed_json_block (reader, session, find_member (reader, session, text_names)),
                                      &talk->fields.description, &talk->fields.description_format);
  talk->session = find_track (reader, session);
  add_speakers (reader, talk, lanyard_json_get_array (session, "speakers"));
  add_links (reader, talk, session);
  lanyard_feed_json_settle_talk (reader, talk);
}

static void
read_event (LanyardFeedReader *reader,
            JsonObject        *event)
{
  LanyardConferenceFields *fields = &reader->draft->conference;

  fields->title = lanyard_feed_json_line (reader, event, "name");
  fields->venue = lanyard_feed_json_line (reader, event, "location_name");
  fields->organizer = lanyard_feed_json_line (reader, event, "organizer_name");
  fields->description = lanyard_feed_json_block (reader, event, "description");
  if (fields->description != NULL)
    fields->description_format = LANYARD_TEXT_HTML;
  fields->url = lanyard_feed_json_url (reader, lanyard_json_get_string (event, "event_url"));
}

/* A time of a session, by which the zone is told. */
static gboolean
find_sample (LanyardFeedReader *reader,
             LanyardJsonText    sessions,
             LanyardFeedStamp  *sample)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, sessions);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *session = lanyard_json_walk_load_object (&walk);

      if (session != NULL && lanyard_feed_json_stamp (session, find_member (reader, session, start_names), sample) &&
          sample->has_clock)
        return TRUE;
    }
  return FALSE;
}

static void
read_sessions (LanyardFeedReader *reader,
               LanyardJsonText    sessions)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, sessions);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *session = lanyard_json_walk_load_object (&walk);

      if (session != NULL)
        read_session (reader, session, walk.index);
      else
        lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, NULL, walk.index);
    }
}

/* Reads the sessions of one document, and the event if it is there. */
static gboolean
read_document (LanyardFeedReader    *reader,
               LanyardJsonDocument  *document,
               GError              **error)
{
  static const char * const names[] = { "sessions", NULL };
  LanyardJsonText root = lanyard_json_document_root (document);
  LanyardJsonText sessions;
  g_autoptr (JsonObject) object = lanyard_json_text_open (root, names, &sessions);
  JsonObject *event = object != NULL ? lanyard_json_get_object (object, "event") : NULL;
  LanyardFeedStamp sample;

  if (object == NULL)
    sessions = root;
  if (!lanyard_json_text_is_array (sessions))
    {
      lanyard_refusal_set_from_json (document, error);
      return FALSE;
    }

  if (event != NULL && reader->draft->conference.title == NULL)
    read_event (reader, event);
  if (reader->zone == NULL)
    lanyard_feed_json_settle_zone (reader, event != NULL ? lanyard_json_get_string (event, "timezone") : NULL,
                                   find_sample (reader, sessions, &sample) ? &sample : NULL);
  read_sessions (reader, sessions);
  return lanyard_json_document_check (document, error);
}

/**
 * lanyard_open_event_sniff:
 * @document: bytes
 *
 * Says whether bytes look like Open Event's sessions, whole or cut off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_open_event_sniff (GBytes *document)
{
  static const char * const paths[] = {
    "sessions[].title", "sessions[].speakers", "",
    "[].title", "[].start_time", "[].end_time", "[].track", "",
    "[].title", "[].starts_at", "[].ends_at", NULL
  };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_open_event_read:
 * @documents: (element-type GBytes): one conference's documents
 * @options: what they do not say themselves: the zone, above all
 * @error: return location for an error
 *
 * Reads the sessions of Open Event and eventyay, as their exports have them.
 *
 * Talks are known by `session_id` or `id`, speakers by `id`; tracks become
 * sessions.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_open_event_read (GPtrArray                 *documents,
                         const LanyardReadOptions  *options,
                         GError                   **error)
{
  g_auto (LanyardFeedReader) reader = { 0 };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_feed_json_open (&reader, options);
  for (guint i = 0; i < documents->len;)
    {
      g_autoptr (LanyardJsonDocument) document = lanyard_feed_json_next (&reader, documents, &i, error);

      if (document == NULL || !read_document (&reader, document, error))
        return NULL;
    }
  return lanyard_feed_json_close (&reader, options->address, NULL, error);
}
