/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What talks have in schedule.json 1 and 2, in which frab, pretalx and the
 * CCC's hub write the same things in ways of their own: ids, persons, tracks,
 * texts and links. The other parts of the importer of schedule.json call it, in
 * the thread that imports. */

#include "config.h"

#include "lanyard-feed-text.h"
#include "lanyard-schedule-json-private.h"

/* The ids of an event or a person. */
LanyardFeedIds
lanyard_schedule_json_ids (LanyardFeedReader *reader,
                           JsonObject        *event)
{
  return (LanyardFeedIds) {
    .guid = lanyard_feed_json_id (reader, event, "guid"),
    .code = lanyard_feed_json_id (reader, event, "code"),
    .id = lanyard_feed_json_id (reader, event, "id"),
    .url = lanyard_feed_json_url (reader, lanyard_json_get_string (event, "url")),
  };
}

/* frab wrote "full_public_name", then "public_name"; pretalx has both of
 * "name" and "public_name", the hub "name" alone. */
static const char *
person_name (LanyardFeedReader *reader,
             JsonObject        *person)
{
  static const char * const names[] = { "public_name", "name", "full_public_name", "full_name" };
  const char *name = NULL;

  for (gsize i = 0; name == NULL && i < G_N_ELEMENTS (names); i++)
    name = lanyard_feed_json_line (reader, person, names[i]);
  return name;
}

/* Gives a person; NULL where there is no name. */
LanyardDraftPerson *
lanyard_schedule_json_ensure_person (LanyardFeedReader *reader,
                                     JsonObject        *object)
{
  const char *name = person_name (reader, object);
  LanyardFeedIds ids = lanyard_schedule_json_ids (reader, object);
  LanyardDraftPerson *person;

  if (name == NULL)
    return NULL;
  person = lanyard_draft_ensure_person (reader->draft,
                                        ids.guid != NULL ? ids.guid : ids.code != NULL ? ids.code : ids.id,
                                        name, lanyard_feed_json_line (reader, object, "affiliation"), NULL);
  lanyard_draft_person_tell (reader->draft, person, lanyard_feed_json_block (reader, object, "biography"));
  return person;
}

/* Credits those whom an array lists, as objects or as names. */
void
lanyard_schedule_json_add_persons (LanyardFeedReader *reader,
                                   JsonArray         *persons,
                                   LanyardDraftTalk  *talk)
{
  for (guint i = 0; i < lanyard_json_length (persons); i++)
    {
      JsonObject *object = lanyard_json_nth_object (persons, i);
      const char *name = lanyard_feed_text_line (reader->draft->strings, lanyard_json_nth_string (persons, i));
      LanyardDraftPerson *person = NULL;

      if (object != NULL)
        person = lanyard_schedule_json_ensure_person (reader, object);
      else if (name != NULL)
        person = lanyard_draft_ensure_person (reader->draft, NULL, name, NULL, NULL);
      if (person != NULL)
        lanyard_draft_add_credit (&talk->credits, person, LANYARD_ROLE_SPEAKER);
    }
}

/* The session of an event's track: its name, an object with a slug, or none. */
LanyardDraftSession *
lanyard_schedule_json_find_track (LanyardFeedReader *reader,
                                  JsonObject        *event)
{
  JsonObject *track = lanyard_json_get_object (event, "track");
  const char *slug = track != NULL ? lanyard_feed_json_line (reader, track, "slug") : NULL;
  const char *name = lanyard_feed_json_name (reader, event, "track");

  if (slug != NULL && name != NULL && !g_hash_table_contains (reader->tracks, slug))
    return lanyard_feed_json_name_track (reader, slug, slug, name);
  return lanyard_feed_json_find_track (reader, slug != NULL ? slug : name);
}

/* Reads a conference's list of tracks: names with slugs and colours. Events
 * name them by either. */
void
lanyard_schedule_json_read_tracks (LanyardFeedReader *reader,
                                   LanyardJsonText    tracks)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, tracks);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *track = lanyard_json_walk_load_object (&walk);
      const char *slug = track != NULL ? lanyard_feed_json_line (reader, track, "slug") : NULL;
      const char *name = track != NULL ? lanyard_feed_json_line (reader, track, "name") : NULL;
      JsonObject *colors = track != NULL ? lanyard_json_get_object (track, "colors") : NULL;
      LanyardDraftSession *session;

      if (track == NULL)
        continue;
      session = lanyard_feed_json_name_track (reader, slug, slug, name);
      if (session == NULL)
        continue;
      if (name != NULL)
        g_hash_table_replace (reader->tracks, (char *) name, session);
      session->fields.color = lanyard_feed_json_color (reader, track, "color");
      if (session->fields.color == NULL && colors != NULL)
        session->fields.color = lanyard_feed_json_color (reader, colors, "light");
      session->fields.description = lanyard_feed_json_block (reader, track, "description");
      session->fields.description_format = LANYARD_TEXT_MARKDOWN;
      session->fields.url = lanyard_feed_json_url (reader, lanyard_json_get_string (track, "url"));
    }
}

/* frab writes "do_not_record", the XML's "recording" has "optout", the hub
 * "do_not_stream" beside the first. */
static gboolean
is_unrecorded (JsonObject *event)
{
  JsonObject *recording = lanyard_json_get_object (event, "recording");

  return lanyard_json_get_boolean (event, "do_not_record") ||
         (recording != NULL && lanyard_json_get_boolean (recording, "optout"));
}

/* Fills what a talk is about and who gives it; times and room are others'. */
void
lanyard_schedule_json_fill_talk (LanyardFeedReader *reader,
                                 LanyardDraftTalk  *talk,
                                 JsonObject        *event)
{
  const char *origin = lanyard_feed_json_url (reader, lanyard_json_get_string (event, "origin_url"));

  talk->fields.subtitle = lanyard_feed_json_line (reader, event, "subtitle");
  talk->fields.type = lanyard_feed_json_name (reader, event, "type");
  talk->fields.language = lanyard_feed_json_line (reader, event, "language");
  talk->fields.is_unrecorded = is_unrecorded (event);
  lanyard_feed_json_fill_description (reader, lanyard_feed_json_block (reader, event, "abstract"),
                                      lanyard_feed_json_block (reader, event, "description"),
                                      &talk->fields.description, &talk->fields.description_format);
  talk->session = lanyard_schedule_json_find_track (reader, event);
  lanyard_schedule_json_add_persons (reader, lanyard_json_get_array (event, "persons"), talk);
  lanyard_feed_json_add_links (reader, lanyard_json_get_array (event, "links"), FALSE, &talk->links);
  lanyard_feed_json_add_links (reader, lanyard_json_get_array (event, "attachments"), TRUE, &talk->links);
  lanyard_feed_json_add_link (reader, lanyard_json_get_string (event, "feedback_url"), NULL, "FEEDBACK", FALSE,
                              &talk->links);
  if (origin != NULL && g_strcmp0 (origin, talk->fields.url) != 0)
    lanyard_feed_json_add_link (reader, origin, NULL, NULL, FALSE, &talk->links);
}
