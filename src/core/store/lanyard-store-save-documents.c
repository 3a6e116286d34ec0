/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stores the long texts of a programme, and what each talk, session and person
 * is found by. Indexing text is most of the work, so a document stays untouched
 * where nothing changed: a refresh costs what is new. Triggers take out of the
 * index what is changed or removed, so that neither stale text nor a second copy
 * can be found; what is new or changed lanyard-store-index.c puts in, later.
 * Called by saving, on the store's worker thread, inside its transaction. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-save-private.h"

typedef struct
{
  LanyardDatabase *database; /* borrowed */
  gint64 conference;
  GHashTable *old[LANYARD_MATCH_PERSON + 1]; /* owned; key to id, of the documents not yet met, by kind */
  LanyardStatement *insert;  /* owned */
  LanyardStatement *update;  /* owned */
  LanyardStatement *remove;  /* owned */
} Writer;

typedef struct
{
  LanyardMatchKind kind;
  const char *key;
  const char *title;
  const char *persons;
  const char *session;
  const char *room;
  const char *words;
  const char *description;
  LanyardTextFormat description_format;
  const char *minutes;
} Document;

static void
writer_clear (Writer *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->old); i++)
    g_clear_pointer (&self->old[i], g_hash_table_unref);
  g_clear_pointer (&self->insert, lanyard_statement_free);
  g_clear_pointer (&self->update, lanyard_statement_free);
  g_clear_pointer (&self->remove, lanyard_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
writer_init (Writer  *self,
             GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->old); i++)
    self->old[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->insert = lanyard_statement_new (
      self->database,
      "INSERT INTO documents (title, persons, session, room, words, description, description_format, minutes,"
      "    conference, kind, key)"
      "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conference, kind, key) DO NOTHING",
      error);
  if (self->insert == NULL)
    return FALSE;

  self->update = lanyard_statement_new (
      self->database,
      "UPDATE documents SET title = ?1, persons = ?2, session = ?3, room = ?4, words = ?5, description = ?6,"
      "    description_format = ?7, minutes = ?8"
      "  WHERE id = ?9 AND (title, persons, session, room, words, description, description_format, minutes)"
      "    IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error);
  if (self->update == NULL)
    return FALSE;

  self->remove = lanyard_statement_new (self->database, "DELETE FROM documents WHERE id = ?1", error);
  return self->remove != NULL;
}

static gboolean
find_old (Writer  *self,
          GError **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (self->database,
                               "SELECT id, kind, key FROM documents"
                               "  WHERE conference = ?1 AND kind IN ('talk', 'session', 'person')",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, self->conference);
  while (lanyard_statement_next (row, &failure))
    {
      gint64 id = lanyard_statement_get_number (row, 0);
      LanyardMatchKind kind = lanyard_store_match_kind_of_name (lanyard_statement_get_text (row, 1));

      g_hash_table_insert (self->old[kind], g_strdup (lanyard_statement_need_text (row, 2)),
                           g_memdup2 (&id, sizeof id));
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
bind_document (LanyardStatement *statement,
               const Document   *document)
{
  lanyard_statement_bind_text (statement, document->title);
  lanyard_statement_bind_text (statement, document->persons);
  lanyard_statement_bind_text (statement, document->session);
  lanyard_statement_bind_text (statement, document->room);
  lanyard_statement_bind_text (statement, document->words);
  lanyard_statement_bind_text (statement, document->description);
  lanyard_statement_bind_text (statement, lanyard_store_name_of_text_format (document->description_format));
  lanyard_statement_bind_text (statement, document->minutes);
}

/* Of two persons with one key, of which a programme may consist that was put
 * together of two, the first is found. */
static gboolean
write_document (Writer          *self,
                const Document  *document,
                GError         **error)
{
  GHashTable *old = self->old[document->kind];
  const gint64 *id = g_hash_table_lookup (old, document->key);

  if (id != NULL)
    {
      bind_document (self->update, document);
      lanyard_statement_bind_number (self->update, *id);
      g_hash_table_remove (old, document->key);
      return lanyard_statement_run (self->update, error);
    }

  bind_document (self->insert, document);
  lanyard_statement_bind_number (self->insert, self->conference);
  lanyard_statement_bind_text (self->insert, lanyard_store_name_of_match_kind (document->kind));
  lanyard_statement_bind_text (self->insert, document->key);
  return lanyard_statement_run (self->insert, error);
}

static gboolean
remove_vanished (Writer      *self,
                 GHashTable  *vanished,
                 GError     **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, vanished);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    {
      lanyard_statement_bind_number (self->remove, *(gint64 *) id);
      if (!lanyard_statement_run (self->remove, error))
        return FALSE;
    }
  return TRUE;
}

static void
append (GString    *string,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (string->len > 0)
    g_string_append (string, ", ");
  g_string_append (string, text);
}

static void
append_persons (GString   *string,
                GPtrArray *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      append (string, lanyard_person_get_name (credit->person));
      append (string, lanyard_person_get_affiliation (credit->person));
    }
}

static gboolean
write_talk (Writer       *self,
            LanyardTalk  *talk,
            GError      **error)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);
  g_autoptr (GString) persons = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  append_persons (persons, fields->credits);
  append (words, fields->subtitle);
  append (words, fields->track);
  append (words, fields->code);
  for (guint i = 0; fields->keywords != NULL && fields->keywords[i] != NULL; i++)
    append (words, fields->keywords[i]);
  for (guint i = 0; i < fields->parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (fields->parts, i);

      append (words, part->title);
      append_persons (persons, part->credits);
    }

  return write_document (self, &(Document) {
    .kind = LANYARD_MATCH_TALK,
    .key = fields->item.key,
    .title = fields->item.title,
    .persons = persons->str,
    .session = fields->item.session != NULL ? lanyard_session_get_title (fields->item.session) : NULL,
    .room = fields->item.room != NULL ? lanyard_room_get_name (fields->item.room) : NULL,
    .words = words->str,
    .description = fields->description,
    .description_format = fields->description_format,
    .minutes = fields->minutes,
  }, error);
}

static gboolean
write_session (Writer          *self,
               LanyardSession  *session,
               GError         **error)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);
  g_autoptr (GString) persons = g_string_new (NULL);

  append_persons (persons, fields->leads);
  return write_document (self, &(Document) {
    .kind = LANYARD_MATCH_SESSION,
    .key = fields->key,
    .title = fields->title,
    .persons = persons->str,
    .words = fields->code,
    .description = fields->description,
    .description_format = fields->description_format,
    .minutes = fields->minutes,
  }, error);
}

static gboolean
write_person (Writer         *self,
              LanyardPerson  *person,
              GError        **error)
{
  LanyardTextFormat format;
  const char *biography = lanyard_person_get_biography (person, &format);

  return write_document (self, &(Document) {
    .kind = LANYARD_MATCH_PERSON,
    .key = lanyard_person_get_key (person),
    .title = lanyard_person_get_name (person),
    .words = lanyard_person_get_affiliation (person),
    .description = biography,
    .description_format = format,
  }, error);
}

/*
 * lanyard_store_save_documents:
 * @conference: the number of the conference's row
 *
 * Brings a programme's documents up to date.
 */
gboolean
lanyard_store_save_documents (LanyardDatabase   *database,
                              gint64             conference,
                              LanyardProgramme  *programme,
                              GError           **error)
{
  g_auto (Writer) writer = { .database = database, .conference = conference };
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_credited (programme);

  if (!writer_init (&writer, error) || !find_old (&writer, error))
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    if (!write_session (&writer, g_ptr_array_index (sessions, i), error))
      return FALSE;
  for (guint i = 0; i < talks->len; i++)
    if (!write_talk (&writer, g_ptr_array_index (talks, i), error))
      return FALSE;

  for (guint i = 0; i < persons->len; i++)
    if (!write_person (&writer, g_ptr_array_index (persons, i), error))
      return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (writer.old); i++)
    if (!remove_vanished (&writer, writer.old[i], error))
      return FALSE;
  return TRUE;
}
