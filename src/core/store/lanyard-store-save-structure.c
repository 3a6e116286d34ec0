/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Replaces the rows of a programme's structure: rooms, persons, sessions,
 * blocks, talks, parts, breaks, credits and links, numbered in the order in
 * which they are shown. All of them are deleted and written anew, in the order
 * of their tables, which is faster than to compare; none of them is yours.
 * Called by saving, on the store's worker thread, inside its transaction. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-save-private.h"

/* What things are referred to by: key or name to number plus one. */
typedef struct
{
  LanyardDatabase *database;     /* borrowed */
  gint64 conference;
  LanyardProgramme *programme;   /* borrowed */
  GHashTable *rooms;             /* owned; borrows keys, as all of these do */
  GHashTable *persons;           /* owned */
  GHashTable *sessions;          /* owned */
  GHashTable *blocks;            /* owned */
  LanyardStatement *room;        /* owned, as all of these are: the insertions */
  LanyardStatement *person;
  LanyardStatement *session;
  LanyardStatement *block;
  LanyardStatement *talk;
  LanyardStatement *part;
  LanyardStatement *brk;
  LanyardStatement *credit;
  LanyardStatement *link;
  guint n_parts;
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->rooms, g_hash_table_unref);
  g_clear_pointer (&self->persons, g_hash_table_unref);
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_hash_table_unref);
  g_clear_pointer (&self->room, lanyard_statement_free);
  g_clear_pointer (&self->person, lanyard_statement_free);
  g_clear_pointer (&self->session, lanyard_statement_free);
  g_clear_pointer (&self->block, lanyard_statement_free);
  g_clear_pointer (&self->talk, lanyard_statement_free);
  g_clear_pointer (&self->part, lanyard_statement_free);
  g_clear_pointer (&self->brk, lanyard_statement_free);
  g_clear_pointer (&self->credit, lanyard_statement_free);
  g_clear_pointer (&self->link, lanyard_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
writer_init (Writer  *self,
             GError **error)
{
  const struct
  {
    LanyardStatement **statement;
    const char *sql;
  } insertions[] = {
    { &self->room, "INSERT INTO rooms (conference, number, name, venue) VALUES (?, ?, ?, ?)" },
    { &self->person, "INSERT INTO persons (conference, number, key, name, affiliation, email)"
                     "  VALUES (?, ?, ?, ?, ?, ?)" },
    { &self->session, "INSERT INTO sessions (conference, number, key, title, code, type, color, is_poster, url,"
                      "    is_cancelled)"
                      "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { &self->block, "INSERT INTO blocks (conference, number, key, title, start, \"end\", room, session,"
                    "    is_cancelled)"
                    "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { &self->talk, "INSERT INTO talks (conference, number, key, title, start, \"end\", room, session, is_cancelled,"
                   "    block, duration, url, type, track, code, board, keywords, language, subtitle, is_unrecorded)"
                   "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { &self->part, "INSERT INTO parts (conference, talk, number, key, title, duration) VALUES (?, ?, ?, ?, ?, ?)" },
    { &self->brk, "INSERT INTO breaks (conference, number, key, title, start, \"end\", room, session, is_cancelled,"
                  "    block, description)"
                  "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" },
    { &self->credit, "INSERT INTO credits (conference, owner_kind, owner, position, person, role)"
                     "  VALUES (?, ?, ?, ?, ?, ?)" },
    { &self->link, "INSERT INTO links (conference, owner_kind, owner, position, kind, url, title, content_type, size)"
                   "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)" },
  };

  self->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new (g_str_hash, g_str_equal);
  self->sessions = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (insertions); i++)
    if ((*insertions[i].statement = lanyard_statement_new (self->database, insertions[i].sql, error)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
delete_old (Writer  *self,
            GError **error)
{
  static const char *const tables[] = {
    "rooms", "persons", "sessions", "blocks", "talks", "parts", "breaks", "credits", "links"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE conference = ?1", tables[i]);
      g_autoptr (LanyardStatement) statement = lanyard_statement_new (self->database, sql, error);

      if (statement == NULL)
        return FALSE;
      lanyard_statement_bind_number (statement, self->conference);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
give_number (GHashTable *numbers,
             const char *key,
             guint       number)
{
  g_hash_table_insert (numbers, (gpointer) key, GUINT_TO_POINTER (number + 1));
}

static void
bind_reference (LanyardStatement *statement,
                GHashTable       *numbers,
                const char       *key)
{
  guint number = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key)) : 0;

  if (number == 0)
    lanyard_statement_bind_null (statement);
  else
    lanyard_statement_bind_number (statement, number - 1);
}

/* Writes a room the first time that something is in it. */
static gboolean
write_room (Writer       *self,
            LanyardRoom  *room,
            GError      **error)
{
  const char *name = room != NULL ? lanyard_room_get_name (room) : NULL;
  guint number = g_hash_table_size (self->rooms);

  if (room == NULL || g_hash_table_contains (self->rooms, name))
    return TRUE;

  give_number (self->rooms, name, number);
  lanyard_statement_bind_number (self->room, self->conference);
  lanyard_statement_bind_number (self->room, number);
  lanyard_statement_bind_text (self->room, name);
  lanyard_statement_bind_text (self->room, lanyard_room_get_venue (room));
  return lanyard_statement_run (self->room, error);
}

/* Writes a person the first time that they are credited. */
static gboolean
write_person (Writer         *self,
              LanyardPerson  *person,
              GError        **error)
{
  const char *key = lanyard_person_get_key (person);
  guint number = g_hash_table_size (self->persons);

  if (g_hash_table_contains (self->persons, key))
    return TRUE;

  give_number (self->persons, key, number);
  lanyard_statement_bind_number (self->person, self->conference);
  lanyard_statement_bind_number (self->person, number);
  lanyard_statement_bind_text (self->person, key);
  lanyard_statement_bind_text (self->person, lanyard_person_get_name (person));
  lanyard_statement_bind_text (self->person, lanyard_person_get_affiliation (person));
  lanyard_statement_bind_text (self->person, lanyard_person_get_email (person));
  return lanyard_statement_run (self->person, error);
}

static gboolean
write_credits (Writer      *self,
               const char  *owner_kind,
               guint        owner,
               GPtrArray   *credits,
               GError     **error)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      if (!write_person (self, credit->person, error))
        return FALSE;

      lanyard_statement_bind_number (self->credit, self->conference);
      lanyard_statement_bind_text (self->credit, owner_kind);
      lanyard_statement_bind_number (self->credit, owner);
      lanyard_statement_bind_number (self->credit, i);
      bind_reference (self->credit, self->persons, lanyard_person_get_key (credit->person));
      lanyard_statement_bind_text (self->credit, lanyard_store_name_of_role (credit->role));
      if (!lanyard_statement_run (self->credit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_links (Writer      *self,
             const char  *owner_kind,
             guint        owner,
             GPtrArray   *links,
             GError     **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);

      lanyard_statement_bind_number (self->link, self->conference);
      lanyard_statement_bind_text (self->link, owner_kind);
      lanyard_statement_bind_number (self->link, owner);
      lanyard_statement_bind_number (self->link, i);
      lanyard_statement_bind_text (self->link, lanyard_link_kind_get_name (link->kind));
      lanyard_statement_bind_text (self->link, link->url);
      lanyard_statement_bind_text (self->link, link->title);
      lanyard_statement_bind_text (self->link, link->content_type);
      lanyard_statement_bind_number (self->link, link->size);
      if (!lanyard_statement_run (self->link, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sessions (Writer  *self,
                GError **error)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (self->programme);

  for (guint i = 0; i < sessions->len; i++)
    {
      const LanyardSessionFields *fields = lanyard_session_get_fields (g_ptr_array_index (sessions, i));

      give_number (self->sessions, fields->key, i);
      lanyard_statement_bind_number (self->session, self->conference);
      lanyard_statement_bind_number (self->session, i);
      lanyard_statement_bind_text (self->session, fields->key);
      lanyard_statement_bind_text (self->session, fields->title);
      lanyard_statement_bind_text (self->session, fields->code);
      lanyard_statement_bind_text (self->session, fields->type);
      lanyard_statement_bind_text (self->session, fields->color);
      lanyard_statement_bind_number (self->session, fields->is_poster);
      lanyard_statement_bind_text (self->session, fields->url);
      lanyard_statement_bind_number (self->session, fields->is_cancelled);
      if (!lanyard_statement_run (self->session, error) ||
          !write_credits (self, "session", i, fields->leads, error) ||
          !write_links (self, "session", i, fields->links, error))
        return FALSE;
    }
  return TRUE;
}

/* Binds what all items have in common. */
static gboolean
bind_item (Writer            *self,
           LanyardStatement  *statement,
           guint              number,
           LanyardItem       *item,
           GError           **error)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardSession *session = lanyard_item_get_session (item);

  if (!write_room (self, room, error))
    return FALSE;

  lanyard_statement_bind_number (statement, self->conference);
  lanyard_statement_bind_number (statement, number);
  lanyard_statement_bind_text (statement, lanyard_item_get_key (item));
  lanyard_statement_bind_text (statement, lanyard_item_get_title (item));
  lanyard_statement_bind_time (statement, lanyard_item_get_start (item));
  lanyard_statement_bind_time (statement, lanyard_item_get_end (item));
  bind_reference (statement, self->rooms, room != NULL ? lanyard_room_get_name (room) : NULL);
  bind_reference (statement, self->sessions, session != NULL ? lanyard_session_get_key (session) : NULL);
  lanyard_statement_bind_number (statement, lanyard_item_is_cancelled (item));
  return TRUE;
}

static void
bind_block (Writer           *self,
            LanyardStatement *statement,
            LanyardBlock     *block)
{
  bind_reference (statement, self->blocks,
                  block != NULL ? lanyard_item_get_key (LANYARD_ITEM (block)) : NULL);
}

static gboolean
write_blocks (Writer  *self,
              GError **error)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (self->programme);

  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardBlock *block = g_ptr_array_index (blocks, i);

      give_number (self->blocks, lanyard_item_get_key (LANYARD_ITEM (block)), i);
      if (!bind_item (self, self->block, i, LANYARD_ITEM (block), error) ||
          !lanyard_statement_run (self->block, error) ||
          !write_credits (self, "block", i, lanyard_block_get_leads (block), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_parts (Writer     *self,
             guint       talk,
             GPtrArray  *parts,
             GError    **error)
{
  for (guint i = 0; i < parts->len; i++, self->n_parts++)
    {
      const LanyardPart *part = g_ptr_array_index (parts, i);

      lanyard_statement_bind_number (self->part, self->conference);
      lanyard_statement_bind_number (self->part, talk);
      lanyard_statement_bind_number (self->part, self->n_parts);
      lanyard_statement_bind_text (self->part, part->key);
      lanyard_statement_bind_text (self->part, part->title);
      lanyard_statement_bind_number (self->part, part->duration);
      if (!lanyard_statement_run (self->part, error) ||
          !write_credits (self, "part", self->n_parts, part->credits, error) ||
          !write_links (self, "part", self->n_parts, part->links, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_talk (Writer       *self,
            guint         number,
            LanyardTalk  *talk,
            GError      **error)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);
  g_autofree char *keywords = NULL;

  if (fields->keywords != NULL)
    keywords = g_strjoinv ("\n", (char **) fields->keywords);

  if (!bind_item (self, self->talk, number, LANYARD_ITEM (talk), error))
    return FALSE;
  bind_block (self, self->talk, fields->block);
  lanyard_statement_bind_number (self->talk, fields->duration);
  lanyard_statement_bind_text (self->talk, fields->url);
  lanyard_statement_bind_text (self->talk, fields->type);
  lanyard_statement_bind_text (self->talk, fields->track);
  lanyard_statement_bind_text (self->talk, fields->code);
  lanyard_statement_bind_text (self->talk, fields->board);
  lanyard_statement_bind_text (self->talk, keywords);
  lanyard_statement_bind_text (self->talk, fields->language);
  lanyard_statement_bind_text (self->talk, fields->subtitle);
  lanyard_statement_bind_number (self->talk, fields->is_unrecorded);
  return lanyard_statement_run (self->talk, error) &&
         write_credits (self, "talk", number, fields->credits, error) &&
         write_parts (self, number, fields->parts, error) &&
         write_links (self, "talk", number, fields->links, error);
}

static gboolean
write_talks (Writer  *self,
             GError **error)
{
  GPtrArray *talks = lanyard_programme_get_talks (self->programme);

  for (guint i = 0; i < talks->len; i++)
    if (!write_talk (self, i, g_ptr_array_index (talks, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_breaks (Writer  *self,
              GError **error)
{
  GPtrArray *breaks = lanyard_programme_get_breaks (self->programme);

  for (guint i = 0; i < breaks->len; i++)
    {
      LanyardBreak *brk = g_ptr_array_index (breaks, i);

      if (!bind_item (self, self->brk, i, LANYARD_ITEM (brk), error))
        return FALSE;
      bind_block (self, self->brk, lanyard_break_get_block (brk));
      lanyard_statement_bind_text (self->brk, lanyard_break_get_description (brk));
      if (!lanyard_statement_run (self->brk, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * lanyard_store_save_structure:
 * @conference: the number of the conference's row
 *
 * Replaces everything of a programme but its documents.
 */
gboolean
lanyard_store_save_structure (LanyardDatabase   *database,
                              gint64             conference,
                              LanyardProgramme  *programme,
                              GError           **error)
{
  g_auto (Writer) writer = { .database = database, .conference = conference, .programme = programme };
  const LanyardConferenceFields *fields =
      lanyard_conference_get_fields (lanyard_programme_get_conference (programme));

  return writer_init (&writer, error) &&
         delete_old (&writer, error) &&
         write_credits (&writer, "conference", 0, fields->chairs, error) &&
         write_links (&writer, "conference", 0, fields->links, error) &&
         write_sessions (&writer, error) &&
         write_blocks (&writer, error) &&
         write_talks (&writer, error) &&
         write_breaks (&writer, error);
}
