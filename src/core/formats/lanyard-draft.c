/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a draft: each thing is looked up by its key and made at the
 * first mention, so that documents may mention it in any order. The importers
 * fill them, in the thread that imports; lanyard-draft-finish.c empties them. */

#include "config.h"

#include <string.h>

#include "text/lanyard-rich-text.h"

#include "lanyard-draft.h"

/* With how many credits a new one is compared: more than any talk has, and few
 * enough for a feed that has a million in one. */
#define MOST_COMPARED 300

static void
room_free (gpointer data)
{
  LanyardDraftRoom *room = data;

  g_clear_object (&room->room);
  g_free (room);
}

static void
person_free (gpointer data)
{
  LanyardDraftPerson *person = data;

  for (gsize i = 0; i < G_N_ELEMENTS (person->credits); i++)
    g_clear_pointer (&person->credits[i], lanyard_credit_unref);
  g_clear_object (&person->person);
  g_free (person);
}

static void
session_free (gpointer data)
{
  LanyardDraftSession *session = data;

  g_clear_pointer (&session->leads, g_array_unref);
  g_clear_pointer (&session->links, g_ptr_array_unref);
  g_clear_object (&session->session);
  g_free (session);
}

static void
block_free (gpointer data)
{
  LanyardDraftBlock *block = data;

  g_clear_pointer (&block->leads, g_array_unref);
  g_clear_object (&block->block);
  g_free (block);
}

static void
part_free (gpointer data)
{
  LanyardDraftPart *part = data;

  g_clear_pointer (&part->credits, g_array_unref);
  g_clear_pointer (&part->links, g_ptr_array_unref);
  g_free (part);
}

static void
break_free (gpointer data)
{
  LanyardDraftBreak *entry = data;

  g_clear_pointer (&entry->key, g_free);
  g_free (entry);
}

static void
zone_free (gpointer data)
{
  if (data != NULL)
    lanyard_zone_unref (data);
}

/* Frees a talk. */
void
lanyard_draft_talk_free (gpointer data)
{
  LanyardDraftTalk *talk = data;

  g_clear_pointer (&talk->keywords, g_ptr_array_unref);
  g_clear_pointer (&talk->credits, g_array_unref);
  g_clear_pointer (&talk->parts, g_ptr_array_unref);
  g_clear_pointer (&talk->links, g_ptr_array_unref);
  g_free (talk);
}

/* Makes an empty draft. */
LanyardDraft *
lanyard_draft_new (void)
{
  LanyardDraft *self = g_new0 (LanyardDraft, 1);

  self->strings = g_string_chunk_new (64 * 1024);
  self->conference.start = LANYARD_NO_TIME;
  self->conference.end = LANYARD_NO_TIME;
  self->conference.imported_at = LANYARD_NO_TIME;
  self->sessions = g_ptr_array_new_with_free_func (session_free);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->talks = g_ptr_array_new_with_free_func (lanyard_draft_talk_free);
  self->breaks = g_ptr_array_new_with_free_func (break_free);
  self->sessions_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->talks_by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->rooms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, room_free);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, person_free);
  self->persons_by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->same_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, zone_free);
  return self;
}

/* Frees a draft. */
void
lanyard_draft_free (LanyardDraft *self)
{
  g_clear_pointer (&self->chairs, g_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->sessions_by_key, g_hash_table_unref);
  g_clear_pointer (&self->blocks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->talks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_pointer (&self->rooms, g_hash_table_unref);
  g_clear_pointer (&self->persons_by_name, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
  g_clear_pointer (&self->skipped, g_hash_table_unref);
  g_clear_pointer (&self->same_keys, g_hash_table_unref);
  g_clear_pointer (&self->zones, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self);
}

/* Gives the session of that key. */
LanyardDraftSession *
lanyard_draft_ensure_session (LanyardDraft *self,
                              const char   *key)
{
  LanyardDraftSession *session = g_hash_table_lookup (self->sessions_by_key, key);

  if (session == NULL)
    {
      session = g_new0 (LanyardDraftSession, 1);
      session->fields.key = g_string_chunk_insert (self->strings, key);
      g_ptr_array_add (self->sessions, session);
      g_hash_table_insert (self->sessions_by_key, (char *) session->fields.key, session);
    }
  return session;
}

/* Gives the block of that key in that session. Indico 1.x counts blocks anew
 * in each session; there the second of a number gets its session's key too. */
LanyardDraftBlock *
lanyard_draft_ensure_block (LanyardDraft        *self,
                            const char          *key,
                            LanyardDraftSession *session)
{
  LanyardDraftBlock *block = g_hash_table_lookup (self->blocks_by_key, key);
  g_autofree char *long_key = NULL;

  g_assert (session != NULL);

  if (block != NULL && block->session != session)
    {
      key = long_key = g_strconcat (session->fields.key, "/", key, NULL);
      block = g_hash_table_lookup (self->blocks_by_key, key);
    }
  if (block == NULL)
    {
      block = g_new0 (LanyardDraftBlock, 1);
      block->key = g_string_chunk_insert (self->strings, key);
      block->session = session;
      block->start = LANYARD_NO_TIME;
      block->end = LANYARD_NO_TIME;
      g_ptr_array_add (self->blocks, block);
      g_hash_table_insert (self->blocks_by_key, (char *) block->key, block);
    }
  return block;
}

/* Gives the talk of that key. */
LanyardDraftTalk *
lanyard_draft_ensure_talk (LanyardDraft *self,
                           const char   *key)
{
  LanyardDraftTalk *talk = g_hash_table_lookup (self->talks_by_key, key);

  if (talk == NULL)
    {
      talk = g_new0 (LanyardDraftTalk, 1);
      talk->fields.item.key = g_string_chunk_insert (self->strings, key);
      talk->fields.item.start = LANYARD_NO_TIME;
      talk->fields.item.end = LANYARD_NO_TIME;
      g_ptr_array_add (self->talks, talk);
      g_hash_table_insert (self->talks_by_key, (char *) talk->fields.item.key, talk);
    }
  return talk;
}

/* Adds a talk to a feed that lists each once. Where the key is another one's
 * already, the talk gets @difference (its start, say) behind it, which tells
 * the two apart wherever they stand in the feed, and is remarked on. */
LanyardDraftTalk *
lanyard_draft_add_talk (LanyardDraft *self,
                        const char   *key,
                        const char   *difference)
{
  g_autoptr (GString) unique = NULL;
  guint n;

  if (!g_hash_table_contains (self->talks_by_key, key))
    return lanyard_draft_ensure_talk (self, key);

  lanyard_draft_remark (self, LANYARD_REMARK_SAME_ID);
  if (difference == NULL)
    difference = "";
  unique = g_string_new (NULL);
  g_string_printf (unique, "%s/%s", key, difference);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->same_keys, unique->str)) + 1;
  g_hash_table_insert (self->same_keys, g_strdup (unique->str), GUINT_TO_POINTER (n));
  if (n > 1)
    g_string_append_printf (unique, "/%u", n);
  while (g_hash_table_contains (self->talks_by_key, unique->str))
    g_string_append_c (unique, '\'');
  return lanyard_draft_ensure_talk (self, unique->str);
}

/* Adds a break; equal ones are folded when the draft is finished. */
LanyardDraftBreak *
lanyard_draft_add_break (LanyardDraft *self)
{
  LanyardDraftBreak *entry = g_new0 (LanyardDraftBreak, 1);

  g_ptr_array_add (self->breaks, entry);
  return entry;
}

/* Adds a part to a talk. */
LanyardDraftPart *
lanyard_draft_talk_add_part (LanyardDraftTalk *talk)
{
  LanyardDraftPart *part = g_new0 (LanyardDraftPart, 1);

  if (talk->parts == NULL)
    talk->parts = g_ptr_array_new_with_free_func (part_free);
  g_ptr_array_add (talk->parts, part);
  return part;
}

/* Of two things that a feed says, the one that sorts first, so that the order
 * in which they are read, which no feed promises, decides nothing. */
static void
keep_smaller (LanyardDraft  *self,
              const char   **field,
              const char    *value)
{
  if (value != NULL && (*field == NULL || strcmp (value, *field) < 0))
    *field = g_string_chunk_insert (self->strings, value);
}

/* Gives the room of that name. */
LanyardDraftRoom *
lanyard_draft_ensure_room (LanyardDraft *self,
                           const char   *name,
                           const char   *venue)
{
  LanyardDraftRoom *room = g_hash_table_lookup (self->rooms, name);

  if (room == NULL)
    {
      room = g_new0 (LanyardDraftRoom, 1);
      room->name = g_string_chunk_insert (self->strings, name);
      g_hash_table_insert (self->rooms, (char *) room->name, room);
    }
  keep_smaller (self, &room->venue, venue);
  return room;
}

static char *
name_and_affiliation (const char *name,
                      const char *affiliation)
{
  return g_strconcat ("n:", name, affiliation != NULL ? "/" : NULL, affiliation, NULL);
}

/* Remembers who goes by a name, for mentions without a key. Of namesakes the
 * one whose key sorts first. */
static void
remember_name (LanyardDraft       *self,
               char               *full_name, /* owned */
               LanyardDraftPerson *person)
{
  LanyardDraftPerson *known = g_hash_table_lookup (self->persons_by_name, full_name);

  if (known == NULL || strcmp (person->key, known->key) < 0)
    g_hash_table_replace (self->persons_by_name, full_name, person);
  else
    g_free (full_name);
}

/* Gives a person. Who has no key is who has the same name and affiliation, and
 * else gets a key made of those. */
LanyardDraftPerson *
lanyard_draft_ensure_person (LanyardDraft *self,
                             const char   *key,
                             const char   *name,
                             const char   *affiliation,
                             const char   *email)
{
  g_autofree char *full_name = NULL;
  LanyardDraftPerson *person;

  g_assert (name != NULL);

  full_name = name_and_affiliation (name, affiliation);
  if (key != NULL)
    person = g_hash_table_lookup (self->persons, key);
  else
    person = g_hash_table_lookup (self->persons_by_name, full_name);

  if (person == NULL)
    {
      person = g_new0 (LanyardDraftPerson, 1);
      person->key = g_string_chunk_insert (self->strings, key != NULL ? key : full_name);
      g_hash_table_insert (self->persons, (char *) person->key, person);
    }
  remember_name (self, g_steal_pointer (&full_name), person);
  keep_smaller (self, &person->name, name);
  keep_smaller (self, &person->affiliation, affiliation);
  keep_smaller (self, &person->email, email);
  return person;
}

/* Credits a person, who is credited once, as what comes first. */
void
lanyard_draft_add_credit (GArray             **credits,
                          LanyardDraftPerson  *person,
                          LanyardRole          role)
{
  LanyardDraftCredit credit = { person, role };

  if (*credits == NULL)
    *credits = g_array_sized_new (FALSE, FALSE, sizeof (LanyardDraftCredit), 2);
  if ((*credits)->len > MOST_COMPARED && person->credited_in == *credits)
    return;
  for (guint i = 0; i < MIN ((*credits)->len, MOST_COMPARED); i++)
    if (g_array_index (*credits, LanyardDraftCredit, i).person == person)
      return;
  person->credited_in = *credits;
  g_array_append_val (*credits, credit);
}

/* Gives a person a biography. Of several the longest, and of those the first
 * by sorting, so that the order of reading decides nothing. */
void
lanyard_draft_person_tell (LanyardDraft       *self,
                           LanyardDraftPerson *person,
                           const char         *biography)
{
  gsize length, known;

  if (biography == NULL)
    return;
  length = strlen (biography);
  known = person->biography != NULL ? strlen (person->biography) : 0;
  if (length < known || (length == known && strcmp (biography, person->biography) >= 0))
    return;
  person->biography = g_string_chunk_insert (self->strings, biography);
  person->biography_format = lanyard_text_format_guess (biography);
}

/* Counts a remark on one entry. */
void
lanyard_draft_remark (LanyardDraft  *self,
                      LanyardRemark  remark)
{
  self->remarks.counts[remark]++;
}

/* Makes a remark on the feed as a whole. */
void
lanyard_draft_remark_once (LanyardDraft  *self,
                           LanyardRemark  remark)
{
  self->remarks.counts[remark] = 1;
}

/* Notes that an entry could not be read. The same entry, skipped in several
 * documents, counts once; one that another document has whole, not at all. */
void
lanyard_draft_skip (LanyardDraft *self,
                    LanyardKind   kind,
                    const char   *key)
{
  g_hash_table_add (self->skipped, g_strdup_printf ("%d:%s", kind, key));
}

/* Gives a zone by its name; NULL where nobody knows it. */
LanyardZone *
lanyard_draft_get_zone (LanyardDraft *self,
                        const char   *name)
{
  gpointer known;
  gpointer zone;

  if (self->last_zone_name != NULL && strcmp (name, self->last_zone_name) == 0)
    return self->last_zone;

  if (!g_hash_table_lookup_extended (self->zones, name, &known, &zone))
    {
      known = g_string_chunk_insert (self->strings, name);
      zone = lanyard_zone_new (name);
      g_hash_table_insert (self->zones, known, zone);
    }
  self->last_zone_name = known;
  self->last_zone = zone;
  return zone;
}
