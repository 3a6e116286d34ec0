/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of what FOSDEM gives the robot that makes its chat rooms
 * (/p/matrix): talks and tracks, with those who look after them.
 * lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-feed-json.h"
#include "lanyard-fosdem-matrix.h"
#include "lanyard-refusal.h"

/* FOSDEM's own, in its schedule as XML. */
#define BASE_URL "https://fosdem.org/"
#define ZONE "Europe/Brussels"

/* Credits persons in a role; who only coordinates a talk has none in it. */
static void
add_persons (LanyardFeedReader  *reader,
             JsonArray          *persons,
             gboolean            are_leads,
             GArray            **credits)
{
  for (guint i = 0; i < lanyard_json_length (persons); i++)
    {
      JsonObject *object = lanyard_json_nth_object (persons, i);
      const char *name = object != NULL ? lanyard_feed_json_line (reader, object, "name") : NULL;
      const char *role = object != NULL ? lanyard_json_get_string (object, "event_role") : NULL;
      LanyardRole as = LANYARD_ROLE_SPEAKER;

      if (name == NULL || (!are_leads && g_strcmp0 (role, "coordinator") == 0))
        continue;
      if (are_leads || g_strcmp0 (role, "host") == 0 || g_strcmp0 (role, "moderator") == 0)
        as = LANYARD_ROLE_LEAD;
      lanyard_draft_add_credit (credits,
                                lanyard_draft_ensure_person (reader->draft, lanyard_feed_json_id (reader, object, "person_id"),
                                                             name, NULL, lanyard_feed_json_line (reader, object, "email")),
                                as);
    }
}

/* Gives the session of a track. */
static LanyardDraftSession *
read_track (LanyardFeedReader *reader,
            JsonObject        *track)
{
  return lanyard_feed_json_name_track (reader, lanyard_feed_json_id (reader, track, "id"),
                                       lanyard_feed_json_line (reader, track, "slug"),
                                       lanyard_feed_json_line (reader, track, "name"));
}

static void
read_tracks (LanyardFeedReader *reader,
             LanyardJsonText    tracks)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, tracks);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *track = lanyard_json_walk_load_object (&walk);
      LanyardDraftSession *session = track != NULL ? read_track (reader, track) : NULL;

      if (session == NULL)
        continue;
      session->fields.type = lanyard_feed_json_line (reader, track, "type");
      add_persons (reader, lanyard_json_get_array (track, "managers"), TRUE, &session->leads);
    }
}

static void
read_talk (LanyardFeedReader *reader,
           JsonObject        *object,
           guint              index)
{
  const char *title = lanyard_feed_json_line (reader, object, "title");
  const char *room = lanyard_feed_json_line (reader, object, "conference_room");
  JsonObject *track = lanyard_json_get_object (object, "track");
  LanyardFeedIds ids = { .id = lanyard_feed_json_id (reader, object, "event_id") };
  LanyardDraftTalk *talk;

  if (title == NULL)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, ids.id, index);
      return;
    }

  talk = lanyard_feed_json_add_talk (reader, &ids, title, lanyard_json_get_string (object, "start_datetime"));
  talk->fields.item.start = lanyard_feed_json_instant (reader, object, "start_datetime");
  lanyard_feed_json_duration (object, "duration", &talk->fields.duration);
  if (room != NULL)
    talk->room = lanyard_draft_ensure_room (reader->draft, room, NULL);
  if (track != NULL)
    talk->session = read_track (reader, track);
  add_persons (reader, lanyard_json_get_array (object, "persons"), FALSE, &talk->credits);
  lanyard_feed_json_settle_talk (reader, talk);
}

static void
read_talks (LanyardFeedReader *reader,
            LanyardJsonText    talks)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, talks);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *talk = lanyard_json_walk_load_object (&walk);

      if (talk != NULL)
        read_talk (reader, talk, walk.index);
      else
        lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, NULL, walk.index);
    }
}

/* Reads talks and tracks, and finds the conference's year. */
static gboolean
read_document (LanyardFeedReader    *reader,
               LanyardJsonDocument  *document,
               int                  *year,
               GError              **error)
{
  enum
  {
    TALKS,
    TRACKS,
    N_LISTS
  };
  static const char * const names[] = { "talks", "tracks", NULL };
  LanyardJsonText lists[N_LISTS];
  g_autoptr (JsonObject) schedule = lanyard_json_text_open (lanyard_json_document_root (document), names, lists);
  LanyardFeedStamp sample;
  gboolean has_sample;

  if (schedule == NULL)
    {
      lanyard_refusal_set_from_json (document, error);
      return FALSE;
    }
  has_sample = lanyard_feed_json_find_stamp (lists[TALKS], "start_datetime", &sample);
  if (reader->zone == NULL)
    lanyard_feed_json_settle_zone (reader, ZONE, has_sample ? &sample : NULL);
  if (has_sample)
    *year = sample.year;

  read_tracks (reader, lists[TRACKS]);
  read_talks (reader, lists[TALKS]);
  return lanyard_json_document_check (document, error);
}

/**
 * lanyard_fosdem_matrix_sniff:
 * @document: bytes
 *
 * Says whether bytes look like FOSDEM's JSON for chat rooms, whole or cut off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_fosdem_matrix_sniff (GBytes *document)
{
  static const char * const paths[] = {
    "talks[].event_id", "talks[].start_datetime", "", "talks", "tracks[].managers", NULL
  };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_fosdem_matrix_read:
 * @documents: (element-type GBytes): one conference's documents
 * @options: what they do not say themselves
 * @error: return location for an error
 *
 * Reads what FOSDEM gives to the robot that makes its chat rooms
 * (FosdemJsonSchedule of matrix-org/conference-bot).
 *
 * Talks are known by `event_id`, persons by `person_id`, tracks by `slug`;
 * who manages a track is its lead.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_fosdem_matrix_read (GPtrArray                 *documents,
                            const LanyardReadOptions  *options,
                            GError                   **error)
{
  g_auto (LanyardFeedReader) reader = { 0 };
  int year = 0;

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_feed_json_open (&reader, options);
  for (guint i = 0; i < documents->len;)
    {
      g_autoptr (LanyardJsonDocument) document = lanyard_feed_json_next (&reader, documents, &i, error);

      if (document == NULL || !read_document (&reader, document, &year, error))
        return NULL;
    }

  if (year != 0)
    {
      g_autofree char *title = g_strdup_printf ("FOSDEM %d", year);
      g_autofree char *acronym = g_strdup_printf ("fosdem-%d", year);

      reader.draft->conference.title = g_string_chunk_insert (reader.draft->strings, title);
      return lanyard_feed_json_close (&reader, BASE_URL, acronym, error);
    }
  return lanyard_feed_json_close (&reader, BASE_URL, "fosdem", error);
}
