/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what /export/event gives: the event itself, its session blocks with
 * their contributions, and the contributions that are in none. Each block
 * repeats the whole event as "conference", which is left alone.
 * lanyard-indico.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-indico-private.h"

/* Only a zone that can be told the time in; some servers know others. */
static void
fill_zone (LanyardIndicoReader *reader,
           JsonObject          *event)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  const char *zone = lanyard_indico_line (reader, event, "timezone");
  JsonObject *start = lanyard_json_get_object (event, "startDate");

  if (conference->zone != NULL)
    return;
  if ((zone == NULL || lanyard_draft_get_zone (reader->draft, zone) == NULL) && start != NULL)
    zone = lanyard_indico_line (reader, start, "tz");
  if (zone != NULL && lanyard_draft_get_zone (reader->draft, zone) != NULL)
    conference->zone = zone;
}

/* The mark that organisers may put on an event (3.2.6 and later). */
static void
fill_label (LanyardIndicoReader *reader,
            JsonObject          *event)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  JsonObject *label = lanyard_json_get_object (event, "label");

  if (label == NULL || conference->label != NULL)
    return;
  lanyard_indico_fill_line (reader, label, "title", &conference->label);
  lanyard_indico_fill_block (reader, label, "message", &conference->label_message);
  conference->is_cancelled = lanyard_json_get_boolean (label, "is_event_not_happening");
}

static void
read_conference (LanyardIndicoReader *reader,
                 JsonObject          *event)
{
  LanyardDraft *draft = reader->draft;
  LanyardConferenceFields *conference = &draft->conference;

  fill_zone (reader, event);
  lanyard_indico_fill_line (reader, event, "title", &conference->title);
  lanyard_indico_fill_times (reader, event, &conference->start, &conference->end);
  lanyard_indico_fill_line (reader, event, "location", &conference->venue);
  lanyard_indico_fill_block (reader, event, "address", &conference->address);
  lanyard_indico_fill_url (reader, event, "url", &conference->url);
  lanyard_indico_fill_block (reader, event, "description", &conference->description);
  conference->description_format = LANYARD_TEXT_HTML;
  lanyard_indico_fill_line (reader, event, "organizer", &conference->organizer);
  lanyard_indico_fill_line (reader, event, "language", &conference->language);
  fill_label (reader, event);
  if (draft->chairs == NULL)
    lanyard_indico_add_credits (reader, event, "chairs", LANYARD_ROLE_CHAIR, &draft->chairs);
  lanyard_indico_fill_links (reader, event, &draft->links);
}

/* Gives the session that a block is of. Its db_id tells it; "id" does so for
 * 1.x alone, which has no friendly_id. A session of neither is known by its
 * title. */
static LanyardDraftSession *
ensure_session (LanyardIndicoReader *reader,
                JsonObject          *object)
{
  const char *key = lanyard_indico_id (reader, object, "db_id");
  const char *title;
  g_autofree char *title_key = NULL;

  if (key == NULL)
    key = lanyard_indico_url_number (reader, object, "/sessions/");
  if (key == NULL && !json_object_has_member (object, "db_id") && !json_object_has_member (object, "friendly_id"))
    key = lanyard_indico_id (reader, object, "id");
  if (key != NULL)
    return lanyard_draft_ensure_session (reader->draft, key);

  title = lanyard_indico_line (reader, object, "title");
  if (title == NULL)
    return NULL;
  title_key = g_strconcat ("t:", title, NULL);
  return lanyard_draft_ensure_session (reader->draft, title_key);
}

static LanyardDraftSession *
read_session (LanyardIndicoReader *reader,
              JsonObject          *object)
{
  LanyardDraftSession *session = ensure_session (reader, object);
  LanyardSessionFields *fields;

  if (session == NULL)
    return NULL;
  fields = &session->fields;
  lanyard_indico_fill_line (reader, object, "title", &fields->title);
  lanyard_indico_fill_line (reader, object, "code", &fields->code);
  lanyard_indico_fill_line (reader, object, "type", &fields->type);
  lanyard_indico_fill_description (reader, object, &fields->description, &fields->description_format);
  lanyard_indico_fill_color (reader, object, &fields->color);
  fields->is_poster = fields->is_poster || lanyard_json_get_boolean (object, "isPoster");
  lanyard_indico_fill_url (reader, object, "url", &fields->url);
  if (session->leads == NULL)
    lanyard_indico_add_credits (reader, object, "sessionConveners", LANYARD_ROLE_LEAD, &session->leads);
  lanyard_indico_fill_links (reader, object, &session->links);
  return session;
}

static void
read_contributions (LanyardIndicoReader *reader,
                    LanyardJsonText      contributions,
                    LanyardDraftSession *session,
                    LanyardDraftBlock   *block)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, contributions);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *contribution = lanyard_json_walk_load_object (&walk);

      if (contribution != NULL)
        lanyard_indico_read_talk (reader, contribution, session, block);
      else
        lanyard_indico_skip (reader, LANYARD_KIND_TALK, NULL, walk.index);
    }
}

/* A block, which the export calls a session. One that cannot be told from
 * others is skipped, its talks are not. */
static void
read_block (LanyardIndicoReader *reader,
            JsonObject          *object,
            LanyardJsonText      contributions,
            guint                index)
{
  JsonObject *inner = lanyard_json_get_object (object, "session");
  LanyardDraftSession *session = inner != NULL ? read_session (reader, inner) : NULL;
  const char *key = lanyard_indico_id (reader, object, "id");
  LanyardDraftBlock *block = NULL;

  if (session != NULL)
    lanyard_indico_fill_minutes (reader, object, &session->fields.minutes);
  if (session != NULL && key != NULL)
    {
      block = lanyard_draft_ensure_block (reader->draft, key, session);
      lanyard_indico_fill_line (reader, object, "slotTitle", &block->title);
      lanyard_indico_fill_times (reader, object, &block->start, &block->end);
      lanyard_indico_fill_room (reader, object, &block->room);
      if (block->leads == NULL)
        lanyard_indico_add_credits (reader, object, "conveners", LANYARD_ROLE_LEAD, &block->leads);
    }
  else
    lanyard_indico_skip (reader, LANYARD_KIND_BLOCK, object, index);

  read_contributions (reader, contributions, session, block);
}

/* Reads one event of any detail, with its two lists. */
void
lanyard_indico_read_event (LanyardIndicoReader *reader,
                           JsonObject          *event,
                           LanyardJsonText      blocks,
                           LanyardJsonText      contributions)
{
  static const char * const names[] = { "contributions", NULL };
  g_auto (LanyardJsonWalk) walk = { 0 };

  g_assert (event != NULL);

  read_conference (reader, event);
  lanyard_json_walk_array (&walk, blocks);
  while (lanyard_json_walk_next (&walk))
    {
      LanyardJsonText inner;
      g_autoptr (JsonObject) block = lanyard_json_text_open (walk.text, names, &inner);

      if (block != NULL)
        read_block (reader, block, inner, walk.index);
      else
        lanyard_indico_skip (reader, LANYARD_KIND_BLOCK, NULL, walk.index);
    }
  read_contributions (reader, contributions, NULL, NULL);
}
