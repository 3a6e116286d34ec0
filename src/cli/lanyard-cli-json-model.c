/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The model's objects in JSON, member for member, so that a programme can be
 * rebuilt from what is printed. src/cli/JSON.md describes the shape; scripts
 * rely on it, so members are added, never renamed or taken away. Called by
 * the commands; main thread. */

#include "config.h"

#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"

static void
add_person_members (LanyardCliJson *self,
                    LanyardPerson  *person)
{
  lanyard_cli_json_add_string (self, "key", lanyard_person_get_key (person));
  lanyard_cli_json_add_string (self, "name", lanyard_person_get_name (person));
  lanyard_cli_json_add_string (self, "affiliation", lanyard_person_get_affiliation (person));
  lanyard_cli_json_add_string (self, "email", lanyard_person_get_email (person));
  if (lanyard_cli_json_is_whole (self))
    {
      LanyardTextFormat format;
      const char *biography = lanyard_person_get_biography (person, &format);

      lanyard_cli_json_add_string (self, "biography", biography);
      lanyard_cli_json_add_string (self, "biography_format", lanyard_cli_text_format_get_name (format));
    }
}

static void
add_credits (LanyardCliJson *self,
             const char     *name,
             GPtrArray      *credits)
{
  lanyard_cli_json_begin_list (self, name);
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      lanyard_cli_json_begin_object (self, NULL);
      lanyard_cli_json_add_string (self, "role", lanyard_cli_role_get_name (credit->role));
      add_person_members (self, credit->person);
      lanyard_cli_json_end_object (self);
    }
  lanyard_cli_json_end_list (self);
}

static void
add_links (LanyardCliJson *self,
           const char     *name,
           GPtrArray      *links)
{
  lanyard_cli_json_begin_list (self, name);
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);

      lanyard_cli_json_begin_object (self, NULL);
      lanyard_cli_json_add_string (self, "kind", lanyard_link_kind_get_name (link->kind));
      lanyard_cli_json_add_string (self, "url", link->url);
      lanyard_cli_json_add_string (self, "title", link->title);
      lanyard_cli_json_add_string (self, "content_type", link->content_type);
      lanyard_cli_json_add_number (self, "size", (gint64) MIN (link->size, (guint64) G_MAXINT64));
      lanyard_cli_json_end_object (self);
    }
  lanyard_cli_json_end_list (self);
}

static void
add_parts (LanyardCliJson *self,
           const char     *name,
           GPtrArray      *parts)
{
  lanyard_cli_json_begin_list (self, name);
  for (guint i = 0; i < parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (parts, i);

      lanyard_cli_json_begin_object (self, NULL);
      lanyard_cli_json_add_string (self, "key", part->key);
      lanyard_cli_json_add_string (self, "title", part->title);
      lanyard_cli_json_add_number (self, "duration", part->duration);
      add_credits (self, "credits", part->credits);
      add_links (self, "links", part->links);
      lanyard_cli_json_end_object (self);
    }
  lanyard_cli_json_end_list (self);
}

static void
add_description (LanyardCliJson    *self,
                 const char        *description,
                 LanyardTextFormat  format)
{
  lanyard_cli_json_add_string (self, "description", description);
  lanyard_cli_json_add_string (self, "description_format", lanyard_cli_text_format_get_name (format));
}

static void
add_level (LanyardCliJson *self,
           LanyardKind     kind,
           const char     *key)
{
  LanyardPlan *plan = lanyard_cli_json_get_plan (self);
  LanyardLevel level = plan != NULL ? lanyard_plan_get_level (plan, kind, key) : LANYARD_LEVEL_NONE;

  lanyard_cli_json_add_string (self, "level", lanyard_cli_level_get_name (level));
}

/* Your note and your marks. */
static void
add_note_members (LanyardCliJson *self,
                  LanyardKind     kind,
                  const char     *key)
{
  LanyardDecisions *decisions = lanyard_cli_json_get_decisions (self);

  lanyard_cli_json_add_string (self, "note", decisions != NULL ? lanyard_decisions_get_note (decisions, kind, key) : NULL);
  lanyard_cli_json_add_marks (self, decisions != NULL ? lanyard_decisions_get_marks (decisions, kind, key) : LANYARD_MARKS_NONE);
}

/* What an item belongs to: enough to show it and to find it. */
static void
add_reference (LanyardCliJson *self,
               const char     *name,
               LanyardKind     kind,
               const char     *key,
               const char     *title)
{
  lanyard_cli_json_begin_object (self, name);
  lanyard_cli_json_add_id (self, "id", kind, key);
  lanyard_cli_json_add_string (self, "key", key);
  lanyard_cli_json_add_string (self, "title", title);
  lanyard_cli_json_end_object (self);
}

static void
add_block_reference (LanyardCliJson *self,
                     LanyardBlock   *block)
{
  if (block == NULL)
    lanyard_cli_json_add_string (self, "block", NULL);
  else
    add_reference (self, "block", LANYARD_KIND_BLOCK, lanyard_item_get_key (LANYARD_ITEM (block)),
                   lanyard_item_get_title (LANYARD_ITEM (block)));
}

static void
add_item_members (LanyardCliJson *self,
                  LanyardItem    *item)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardPlan *plan = lanyard_cli_json_get_plan (self);
  LanyardKind kind = lanyard_item_get_kind (item);
  const char *key = lanyard_item_get_key (item);

  lanyard_cli_json_add_string (self, "kind", lanyard_cli_kind_get_name (kind));
  lanyard_cli_json_add_id (self, "id", kind, key);
  lanyard_cli_json_add_string (self, "key", key);
  lanyard_cli_json_add_string (self, "title", lanyard_item_get_title (item));
  lanyard_cli_json_add_instant (self, "start", lanyard_item_get_start (item));
  lanyard_cli_json_add_instant (self, "end", lanyard_item_get_end (item));
  lanyard_cli_json_add_room (self, "room", lanyard_item_get_room (item));
  if (session == NULL)
    lanyard_cli_json_add_string (self, "session", NULL);
  else
    add_reference (self, "session", LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                   lanyard_session_get_title (session));
  if (kind != LANYARD_KIND_BLOCK && kind != LANYARD_KIND_OWN)
    {
      add_level (self, kind, key);
      add_note_members (self, kind, key);
    }
  lanyard_cli_json_add_boolean (self, "is_covered", plan != NULL && lanyard_plan_covers (plan, item));
  lanyard_cli_json_add_boolean (self, "is_cancelled", lanyard_item_is_cancelled (item));
}

static void
add_talk_members (LanyardCliJson *self,
                  LanyardTalk    *talk)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  add_block_reference (self, fields->block);
  lanyard_cli_json_add_number (self, "duration", fields->duration);
  lanyard_cli_json_add_string (self, "url", fields->url);
  lanyard_cli_json_add_string (self, "type", fields->type);
  lanyard_cli_json_add_string (self, "track", fields->track);
  lanyard_cli_json_add_string (self, "code", fields->code);
  lanyard_cli_json_add_string (self, "language", fields->language);
  lanyard_cli_json_add_string (self, "board", fields->board);
  lanyard_cli_json_add_string (self, "subtitle", fields->subtitle);
  lanyard_cli_json_add_boolean (self, "is_unrecorded", fields->is_unrecorded);
  lanyard_cli_json_begin_list (self, "keywords");
  for (gsize i = 0; fields->keywords != NULL && fields->keywords[i] != NULL; i++)
    lanyard_cli_json_add_string (self, NULL, fields->keywords[i]);
  lanyard_cli_json_end_list (self);
  add_credits (self, "credits", fields->credits);
  if (!lanyard_cli_json_is_whole (self))
    return;
  add_description (self, fields->description, fields->description_format);
  lanyard_cli_json_add_string (self, "minutes", fields->minutes);
  add_parts (self, "parts", fields->parts);
  add_links (self, "links", fields->links);
}

static void
add_break_members (LanyardCliJson *self,
                   LanyardBreak   *a_break)
{
  add_block_reference (self, lanyard_break_get_block (a_break));
  lanyard_cli_json_add_string (self, "description", lanyard_break_get_description (a_break));
}

static void
add_own_members (LanyardCliJson  *self,
                 LanyardOwnEntry *entry)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (entry);

  lanyard_cli_json_add_string (self, "own_kind", lanyard_own_kind_get_name (fields->kind));
  lanyard_cli_json_add_string (self, "zone", fields->zone);
  lanyard_cli_json_add_string (self, "place", fields->place);
  lanyard_cli_json_add_string (self, "people", fields->people);
  lanyard_cli_json_add_string (self, "note", fields->note);
  lanyard_cli_json_add_instant (self, "changed_at", fields->changed_at);
}

/**
 * lanyard_cli_json_add_conference:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @conference: a conference
 * @n_picks: how many picks it has
 *
 * Adds a conference.
 */
void
lanyard_cli_json_add_conference (LanyardCliJson    *self,
                                 const char        *name,
                                 LanyardConference *conference,
                                 guint              n_picks)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);

  lanyard_cli_json_begin_object (self, name);
  lanyard_cli_json_add_string (self, "uuid", fields->uuid);
  lanyard_cli_json_add_string (self, "feed_id", fields->feed_id);
  lanyard_cli_json_add_string (self, "title", fields->title);
  lanyard_cli_json_add_instant (self, "start", fields->start);
  lanyard_cli_json_add_instant (self, "end", fields->end);
  lanyard_cli_json_add_string (self, "zone", fields->zone);
  lanyard_cli_json_add_string (self, "venue", fields->venue);
  lanyard_cli_json_add_string (self, "address", fields->address);
  lanyard_cli_json_add_string (self, "url", fields->url);
  add_description (self, fields->description, fields->description_format);
  lanyard_cli_json_add_string (self, "organizer", fields->organizer);
  lanyard_cli_json_add_string (self, "language", fields->language);
  lanyard_cli_json_add_string (self, "label", fields->label);
  lanyard_cli_json_add_string (self, "label_message", fields->label_message);
  lanyard_cli_json_add_boolean (self, "is_cancelled", fields->is_cancelled);
  add_credits (self, "chairs", fields->chairs);
  add_links (self, "links", fields->links);
  lanyard_cli_json_add_number (self, "n_sessions", fields->n_sessions);
  lanyard_cli_json_add_number (self, "n_talks", fields->n_talks);
  lanyard_cli_json_add_number (self, "n_picks", n_picks);
  lanyard_cli_json_add_instant (self, "imported_at", fields->imported_at);
  lanyard_cli_json_add_number (self, "revision", fields->revision);
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_session:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @session: a session
 * @n_talks: how many talks it has
 *
 * Adds a session.
 */
void
lanyard_cli_json_add_session (LanyardCliJson *self,
                              const char     *name,
                              LanyardSession *session,
                              guint           n_talks)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);

  lanyard_cli_json_begin_object (self, name);
  lanyard_cli_json_add_string (self, "kind", lanyard_cli_kind_get_name (LANYARD_KIND_SESSION));
  lanyard_cli_json_add_id (self, "id", LANYARD_KIND_SESSION, fields->key);
  lanyard_cli_json_add_string (self, "key", fields->key);
  lanyard_cli_json_add_string (self, "title", fields->title);
  add_level (self, LANYARD_KIND_SESSION, fields->key);
  add_note_members (self, LANYARD_KIND_SESSION, fields->key);
  lanyard_cli_json_add_string (self, "code", fields->code);
  lanyard_cli_json_add_string (self, "type", fields->type);
  add_description (self, fields->description, fields->description_format);
  lanyard_cli_json_add_string (self, "minutes", fields->minutes);
  lanyard_cli_json_add_string (self, "color", fields->color);
  lanyard_cli_json_add_boolean (self, "is_poster", fields->is_poster);
  lanyard_cli_json_add_boolean (self, "is_cancelled", fields->is_cancelled);
  lanyard_cli_json_add_string (self, "url", fields->url);
  add_credits (self, "leads", fields->leads);
  add_links (self, "links", fields->links);
  lanyard_cli_json_add_number (self, "n_talks", n_talks);
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_item:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @item: a talk, a block, a break or an own entry
 *
 * Adds an item with all that belongs to its kind.
 */
void
lanyard_cli_json_add_item (LanyardCliJson *self,
                           const char     *name,
                           LanyardItem    *item)
{
  lanyard_cli_json_begin_object (self, name);
  add_item_members (self, item);
  if (LANYARD_IS_TALK (item))
    add_talk_members (self, LANYARD_TALK (item));
  else if (LANYARD_IS_BREAK (item))
    add_break_members (self, LANYARD_BREAK (item));
  else if (LANYARD_IS_OWN_ENTRY (item))
    add_own_members (self, LANYARD_OWN_ENTRY (item));
  else
    add_credits (self, "leads", lanyard_block_get_leads (LANYARD_BLOCK (item)));
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_person:
 * @self: a document
 * @person: a person
 *
 * Adds a person to a list.
 */
void
lanyard_cli_json_add_person (LanyardCliJson *self,
                             LanyardPerson  *person)
{
  lanyard_cli_json_begin_object (self, NULL);
  add_person_members (self, person);
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_room:
 * @self: a document
 * @name: (nullable): the member's name, %NULL inside a list
 * @room: (nullable): a room
 *
 * Adds a room, or null.
 */
void
lanyard_cli_json_add_room (LanyardCliJson *self,
                           const char     *name,
                           LanyardRoom    *room)
{
  if (room == NULL)
    {
      lanyard_cli_json_add_string (self, name, NULL);
      return;
    }
  lanyard_cli_json_begin_object (self, name);
  lanyard_cli_json_add_string (self, "name", lanyard_room_get_name (room));
  lanyard_cli_json_add_string (self, "venue", lanyard_room_get_venue (room));
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_pick:
 * @self: a document
 * @pick: a pick
 *
 * Adds a pick to a list.
 */
void
lanyard_cli_json_add_pick (LanyardCliJson    *self,
                           const LanyardPick *pick)
{
  lanyard_cli_json_begin_object (self, NULL);
  lanyard_cli_json_add_id (self, "id", pick->kind, pick->key);
  lanyard_cli_json_add_string (self, "kind", lanyard_cli_kind_get_name (pick->kind));
  lanyard_cli_json_add_string (self, "key", pick->key);
  lanyard_cli_json_add_string (self, "level", lanyard_cli_level_get_name (pick->level));
  lanyard_cli_json_add_instant (self, "picked_at", pick->picked_at);
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_note:
 * @self: a document
 * @note: a note
 * @title: (nullable): what the thing is called, %NULL if the programme has not got it
 *
 * Adds a note with its marks to a list.
 */
void
lanyard_cli_json_add_note (LanyardCliJson    *self,
                           const LanyardNote *note,
                           const char        *title)
{
  lanyard_cli_json_begin_object (self, NULL);
  lanyard_cli_json_add_id (self, "id", note->kind, note->key);
  lanyard_cli_json_add_string (self, "kind", lanyard_cli_kind_get_name (note->kind));
  lanyard_cli_json_add_string (self, "key", note->key);
  lanyard_cli_json_add_string (self, "title", title);
  lanyard_cli_json_add_string (self, "note", note->text);
  lanyard_cli_json_add_marks (self, note->marks);
  lanyard_cli_json_add_instant (self, "changed_at", note->changed_at);
  lanyard_cli_json_end_object (self);
}

/**
 * lanyard_cli_json_add_marks:
 * @self: a document, inside an object
 * @marks: marks
 *
 * Adds the member that names marks.
 */
void
lanyard_cli_json_add_marks (LanyardCliJson *self,
                            LanyardMarks    marks)
{
  lanyard_cli_json_begin_list (self, "marks");
  if ((marks & LANYARD_MARK_SEEN) != 0)
    lanyard_cli_json_add_string (self, NULL, "seen");
  if ((marks & LANYARD_MARK_WATCH_LATER) != 0)
    lanyard_cli_json_add_string (self, NULL, "watch-later");
  lanyard_cli_json_end_list (self);
}

/**
 * lanyard_cli_json_add_feeds:
 * @self: a document, inside an object
 * @feed: where a conference is read from
 *
 * Adds the member that lists where a conference is read from.
 */
void
lanyard_cli_json_add_feeds (LanyardCliJson *self,
                            LanyardFeed    *feed)
{
  g_auto (GStrv) urls = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (feed != NULL);

  urls = lanyard_feed_split_url (feed->url);
  lanyard_cli_json_begin_list (self, "feeds");
  for (guint i = 0; urls[i] != NULL; i++)
    lanyard_cli_json_add_string (self, NULL, urls[i]);
  lanyard_cli_json_end_list (self);
}
