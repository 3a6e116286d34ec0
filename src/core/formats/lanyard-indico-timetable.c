/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what /export/timetable gives: days of entries in no order (trap 5),
 * which are sessions' blocks with entries inside, contributions and breaks. A
 * block over midnight is listed under both its days (trap 4), and simply read
 * twice. lanyard-indico.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-indico-private.h"

/* The kind of an entry, from its type or else from the first letter of its
 * name among its neighbours. */
static LanyardKind
entry_kind (JsonObject *entry,
            const char *name)
{
  const char *type = lanyard_json_get_string (entry, "entryType");

  if (g_strcmp0 (type, "Session") == 0 || (type == NULL && name[0] == 's'))
    return LANYARD_KIND_BLOCK;
  if (g_strcmp0 (type, "Break") == 0 || (type == NULL && name[0] == 'b'))
    return LANYARD_KIND_BREAK;
  return LANYARD_KIND_TALK;
}

/* A timetable does not tell the conference's zone but by using it. */
static void
fill_zone (LanyardIndicoReader *reader,
           JsonObject          *entry)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  JsonObject *start = lanyard_json_get_object (entry, "startDate");
  const char *zone;

  if (conference->zone != NULL || start == NULL)
    return;
  zone = lanyard_indico_line (reader, start, "tz");
  if (zone != NULL && lanyard_draft_get_zone (reader->draft, zone) != NULL)
    conference->zone = zone;
}

static void
read_talk (LanyardIndicoReader *reader,
           JsonObject          *entry,
           guint                index,
           LanyardDraftSession *session,
           LanyardDraftBlock   *block)
{
  const char *key = lanyard_indico_id (reader, entry, "contributionId");
  LanyardDraftTalk *talk;

  if (key == NULL)
    key = lanyard_indico_url_number (reader, entry, "/contributions/");
  if (key == NULL)
    {
      lanyard_indico_skip (reader, LANYARD_KIND_TALK, entry, index);
      return;
    }

  talk = lanyard_draft_ensure_talk (reader->draft, key);
  if (talk->session == NULL)
    talk->session = session;
  if (talk->block == NULL)
    talk->block = block;
  lanyard_indico_fill_line (reader, entry, "title", &talk->fields.item.title);
  lanyard_indico_fill_times (reader, entry, &talk->fields.item.start, &talk->fields.item.end);
  lanyard_indico_fill_duration (entry, &talk->fields.duration);
  lanyard_indico_fill_room (reader, entry, &talk->room);
  lanyard_indico_fill_description (reader, entry, &talk->fields.description, &talk->fields.description_format);
  lanyard_indico_fill_url (reader, entry, "url", &talk->fields.url);
  lanyard_indico_fill_line (reader, entry, "code", &talk->fields.code);
  lanyard_indico_fill_line (reader, entry, "board_number", &talk->fields.board);
  if (talk->credits == NULL)
    {
      lanyard_indico_add_credits (reader, entry, "presenters", LANYARD_ROLE_SPEAKER, &talk->credits);
      lanyard_indico_add_credits (reader, entry, "authors", LANYARD_ROLE_AUTHOR, &talk->credits);
    }
  lanyard_indico_fill_links (reader, entry, &talk->links);
}

/* A break without a title or a time says nothing to anybody. */
static void
read_break (LanyardIndicoReader *reader,
            JsonObject          *entry,
            guint                index,
            LanyardDraftBlock   *block)
{
  const char *title = lanyard_indico_line (reader, entry, "title");
  gint64 start = LANYARD_NO_TIME;
  gint64 end = LANYARD_NO_TIME;
  guint duration = 0;
  LanyardDraftBreak *draft;

  lanyard_indico_fill_times (reader, entry, &start, &end);
  if (title == NULL || start == LANYARD_NO_TIME)
    {
      lanyard_indico_skip (reader, LANYARD_KIND_BREAK, entry, index);
      return;
    }

  lanyard_indico_fill_duration (entry, &duration);
  draft = lanyard_draft_add_break (reader->draft);
  draft->title = title;
  draft->start = start;
  draft->end = end == LANYARD_NO_TIME || end < start ? start + duration : end;
  draft->block = block;
  lanyard_indico_fill_room (reader, entry, &draft->room);
  lanyard_indico_fill_block (reader, entry, "description", &draft->description);
}

static LanyardDraftSession *
read_session (LanyardIndicoReader *reader,
              JsonObject          *entry)
{
  const char *key = lanyard_indico_id (reader, entry, "sessionId");
  LanyardDraftSession *session;
  LanyardSessionFields *fields;

  if (key == NULL)
    key = lanyard_indico_url_number (reader, entry, "/sessions/");
  if (key == NULL)
    return NULL;

  session = lanyard_draft_ensure_session (reader->draft, key);
  fields = &session->fields;
  lanyard_indico_fill_line (reader, entry, "title", &fields->title);
  lanyard_indico_fill_line (reader, entry, "sessionCode", &fields->code);
  lanyard_indico_fill_description (reader, entry, &fields->description, &fields->description_format);
  lanyard_indico_fill_color (reader, entry, &fields->color);
  fields->is_poster = fields->is_poster || lanyard_json_get_boolean (entry, "isPoster");
  lanyard_indico_fill_url (reader, entry, "url", &fields->url);
  lanyard_indico_fill_links (reader, entry, &session->links);
  return session;
}

static LanyardDraftBlock *
read_block (LanyardIndicoReader *reader,
            JsonObject          *entry,
            guint                index,
            LanyardDraftSession *session)
{
  const char *key = lanyard_indico_id (reader, entry, "sessionSlotId");
  LanyardDraftBlock *block;

  if (session == NULL || key == NULL)
    {
      lanyard_indico_skip (reader, LANYARD_KIND_BLOCK, entry, index);
      return NULL;
    }
  block = lanyard_draft_ensure_block (reader->draft, key, session);
  lanyard_indico_fill_line (reader, entry, "slotTitle", &block->title);
  lanyard_indico_fill_times (reader, entry, &block->start, &block->end);
  lanyard_indico_fill_room (reader, entry, &block->room);
  if (block->leads == NULL)
    lanyard_indico_add_credits (reader, entry, "conveners", LANYARD_ROLE_LEAD, &block->leads);
  return block;
}

/* What stands in a block: talks and breaks. */
static void
read_inner (LanyardIndicoReader *reader,
            JsonObject          *entries,
            LanyardDraftSession *session,
            LanyardDraftBlock   *block)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint index = 0;

  json_object_iter_init_ordered (&iter, entries);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      JsonObject *entry = lanyard_json_node_object (node);

      index++;
      if (entry == NULL)
        lanyard_indico_skip (reader, LANYARD_KIND_TALK, NULL, index);
      else if (entry_kind (entry, name) == LANYARD_KIND_BREAK)
        read_break (reader, entry, index, block);
      else if (entry_kind (entry, name) == LANYARD_KIND_TALK)
        read_talk (reader, entry, index, session, block);
    }
}

static void
read_day (LanyardIndicoReader *reader,
          LanyardJsonText      entries)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_object (&walk, entries);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *entry = lanyard_json_walk_load_object (&walk);
      JsonObject *inner = entry != NULL ? lanyard_json_get_object (entry, "entries") : NULL;
      LanyardDraftSession *session;
      LanyardDraftBlock *block;
      guint index = walk.index + 1;

      if (entry == NULL)
        {
          lanyard_indico_skip (reader, LANYARD_KIND_TALK, NULL, index);
          continue;
        }
      fill_zone (reader, entry);
      switch (entry_kind (entry, walk.name))
        {
        case LANYARD_KIND_BLOCK:
          session = read_session (reader, entry);
          block = read_block (reader, entry, index, session);
          if (inner != NULL)
            read_inner (reader, inner, session, block);
          break;
        case LANYARD_KIND_BREAK:
          read_break (reader, entry, index, NULL);
          break;
        case LANYARD_KIND_TALK:
        case LANYARD_KIND_SESSION:
        case LANYARD_KIND_OWN:
        default:
          read_talk (reader, entry, index, NULL, NULL);
          break;
        }
    }
}

/* Reads one event's timetable, an object of days. */
void
lanyard_indico_read_timetable (LanyardIndicoReader *reader,
                               LanyardJsonText      days)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_object (&walk, days);
  while (lanyard_json_walk_next (&walk))
    read_day (reader, walk.text);
}
