/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes talks and breaks of events, and persons of those who give them.
 * lanyard-frab-elements.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-text.h"
#include "lanyard-frab-private.h"

/* Forgets an event. */
void
lanyard_frab_event_clear (LanyardFrabEvent *event)
{
  g_clear_pointer (&event->credits, g_array_unref);
  g_clear_pointer (&event->links, g_ptr_array_unref);
  *event = (LanyardFrabEvent) { 0 };
}

/* A person's key. A number alone is none: merged files give the same one to
 * several, and wikis give 0 to all. */
static const char *
person_key (LanyardFrabReader *reader,
            const char        *name)
{
  const LanyardFeedIds *ids = &reader->thing.ids;
  g_autofree char *key = NULL;

  if (ids->guid != NULL)
    return ids->guid;
  if (ids->code != NULL)
    return ids->code;
  if (ids->id == NULL)
    return NULL;
  key = g_strconcat (ids->id, ":", name, NULL);
  return g_string_chunk_insert (reader->feed.draft->strings, key);
}

/* What tells a person of the list of persons from the others there. */
static const char *
best_id (const LanyardFeedIds *ids)
{
  return ids->guid != NULL ? ids->guid : ids->code != NULL ? ids->code : ids->id;
}

/* A person has been read: one of an event's, or of the list of all persons,
 * which says what the events do not (FOSDEM 2026). */
void
lanyard_frab_add_person (LanyardFrabReader *reader)
{
  LanyardFrabThing *thing = &reader->thing;
  const char *id = best_id (&thing->ids);
  LanyardDraftPerson *person;

  if (!reader->is_in_event)
    {
      if (id != NULL && thing->biography != NULL)
        g_hash_table_insert (reader->biographies, (char *) id, (char *) thing->biography);
      return;
    }
  if (thing->name == NULL)
    return;
  person = lanyard_draft_ensure_person (reader->feed.draft, person_key (reader, thing->name), thing->name, NULL, NULL);
  lanyard_draft_person_tell (reader->feed.draft, person, thing->biography);
  if (id != NULL)
    g_hash_table_insert (reader->mentions, person, (char *) id);
  lanyard_draft_add_credit (&reader->event.credits, person, LANYARD_ROLE_SPEAKER);
}

/* Gives the persons what the list of persons says of them. */
void
lanyard_frab_tell_persons (LanyardFrabReader *reader)
{
  GHashTableIter iter;
  gpointer person;
  gpointer id;

  g_hash_table_iter_init (&iter, reader->mentions);
  while (g_hash_table_iter_next (&iter, &person, &id))
    lanyard_draft_person_tell (reader->feed.draft, person, g_hash_table_lookup (reader->biographies, id));
}

/* Whether an event is a break: wafer has what it calls pages in the schedule,
 * which are given by nobody and are of no type and track; others write meals
 * and pauses as events. */
static gboolean
is_break (LanyardFrabReader *reader)
{
  const LanyardFrabEvent *event = &reader->event;

  if (event->credits != NULL)
    return FALSE;
  if (lanyard_feed_text_is_break_type (event->type))
    return TRUE;
  if (reader->is_wafer)
    return event->type == NULL && (event->track == NULL || g_ascii_strcasecmp (event->track, "no track") == 0);
  return event->description == NULL && event->abstract == NULL && lanyard_feed_text_is_break (event->title);
}

/* Whether an earlier document has the event already. */
static gboolean
is_known (LanyardFrabReader *reader)
{
  const LanyardFeedIds *ids = &reader->event.ids;
  const char *key = best_id (ids);

  if (key == NULL)
    key = ids->url;
  return reader->known != NULL && key != NULL && g_hash_table_contains (reader->known, key);
}

/* How the feed spells the start, which tells two events of one id apart. */
static const char *
spelled_start (LanyardFrabReader *reader)
{
  const LanyardFrabEvent *event = &reader->event;
  g_autofree char *spelled = NULL;

  if (event->date != NULL)
    return event->date;
  if (event->start == NULL)
    return NULL;
  spelled = g_strdup_printf ("%sT%s", reader->day != NULL && reader->day->date != NULL ? reader->day->date : "",
                             event->start);
  return g_string_chunk_insert (reader->feed.draft->strings, spelled);
}

static LanyardDraftRoom *
ensure_room (LanyardFrabReader *reader)
{
  const char *name = reader->event.room != NULL ? reader->event.room : reader->room;

  return name != NULL ? lanyard_draft_ensure_room (reader->feed.draft, name, NULL) : NULL;
}

/* The session that is the event's track; NULL for none. The list of tracks may
 * know more about it. */
static LanyardDraftSession *
ensure_track (LanyardFrabReader *reader)
{
  const char *name = reader->event.track;
  const char *slug = reader->event.track_slug;
  LanyardDraftSession *session;

  if (name == NULL)
    return NULL;
  if (slug == NULL)
    slug = g_hash_table_lookup (reader->slugs, name);
  session = lanyard_draft_ensure_track (reader->feed.draft, slug, name);
  if (session != NULL && session->fields.color == NULL)
    session->fields.color = g_hash_table_lookup (reader->colors, name);
  return session;
}

static LanyardDraftBreak
describe_break (LanyardFrabReader *reader)
{
  const LanyardFrabEvent *event = &reader->event;

  return (LanyardDraftBreak) {
    .title = event->title,
    .description = event->description != NULL ? event->description : event->abstract,
    .room = ensure_room (reader),
  };
}

static LanyardDraftTalk *
add_talk (LanyardFrabReader *reader)
{
  LanyardFrabEvent *event = &reader->event;
  LanyardFeedReader *feed = &reader->feed;
  LanyardDraftTalk *talk = lanyard_feed_json_add_talk (feed, &event->ids, event->title, spelled_start (reader));
  const char *origin = lanyard_feed_json_url_of (feed, event->origin_url);

  talk->fields.subtitle = event->subtitle;
  talk->fields.type = event->type;
  talk->fields.language = event->language;
  talk->fields.is_unrecorded = event->is_unrecorded;
  lanyard_feed_json_fill_description (feed, event->abstract, event->description, &talk->fields.description,
                                      &talk->fields.description_format);
  talk->room = ensure_room (reader);
  talk->session = ensure_track (reader);
  lanyard_feed_json_add_link (feed, event->feedback_url, NULL, "FEEDBACK", FALSE, &event->links);
  if (origin != NULL && g_strcmp0 (origin, event->ids.url) != 0)
    lanyard_feed_json_add_link (feed, origin, NULL, NULL, FALSE, &event->links);
  talk->credits = g_steal_pointer (&event->credits);
  talk->links = g_steal_pointer (&event->links);
  return talk;
}

/* An event has been read. */
void
lanyard_frab_add_event (LanyardFrabReader *reader)
{
  LanyardFrabEvent *event = &reader->event;
  LanyardFrabTimes times = {
    .day = reader->day,
    .date = event->date,
    .start = event->start,
    .end = event->end,
    .duration = event->duration,
  };

  reader->is_in_event = FALSE;
  reader->n_events++;
  lanyard_frab_note_sample (reader, event->date);
  if (event->title == NULL)
    lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_TALK, best_id (&event->ids), reader->n_events);
  else if (!is_known (reader))
    {
      if (is_break (reader))
        times.entry = describe_break (reader);
      else
        times.talk = add_talk (reader);
      g_array_append_val (reader->times, times);
    }
  lanyard_frab_event_clear (event);
}
