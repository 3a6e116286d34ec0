/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Restores a backup: one edit for each conference, all of them in one
 * transaction. A conference that is not here gets a row of its own, out of
 * sight, so that what is decided about it is there when it is added. What has
 * another key by now is known again by its page, or by title and speakers.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-decisions.h"
#include "lanyard-store-names.h"

/* The end of the year 9999, in SQL: no housekeeping comes that far. */
#define WAITING "253402300799"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  GPtrArray *results;                 /* owned, of LanyardBackupResult */
} Restoring;

/* Where a conference has its place here, or will have. */
typedef struct
{
  LanyardDatabase *database; /* borrowed */
  gint64 conference;         /* the number of its row */
  char *uuid;                /* owned: here */
  gboolean is_waiting;       /* it was removed, or never here */
} Place;

static void
place_clear (Place *self)
{
  g_clear_pointer (&self->uuid, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
find_place (Place                          *self,
            const LanyardBackupConference  *conference,
            GError                        **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (self->database,
                               "SELECT id, uuid, removed_at IS NOT NULL FROM conferences"
                               "  WHERE uuid = ?1 OR feed_id = ?2"
                               "    OR id IN (SELECT conference FROM feeds WHERE url = ?3)"
                               "  ORDER BY removed_at IS NOT NULL, uuid = ?1 DESC, feed_id = ?2 DESC, id LIMIT 1",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, conference->uuid);
  lanyard_statement_bind_text (row, conference->feed_id);
  lanyard_statement_bind_text (row, conference->feed_url);
  if (lanyard_statement_next (row, &failure))
    {
      self->conference = lanyard_statement_get_number (row, 0);
      self->uuid = g_strdup (lanyard_statement_need_text (row, 1));
      self->is_waiting = lanyard_statement_get_number (row, 2) != 0;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Never imported and removed in the far future: that is how it waits. It gets
 * no feed, for nothing is fetched from where a file says. */
static gboolean
make_place (Place                          *self,
            const LanyardBackupConference  *conference,
            GError                        **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (self->database,
                                     "INSERT INTO conferences (uuid, feed_id, title, start, \"end\", zone, url,"
                                     "    removed_at, revision, picks_revision, description_format, is_cancelled,"
                                     "    n_talks, n_sessions, n_skipped)"
                                     "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, " WAITING ", 0, 0, 'plain', 0, 0, 0, 0)",
                                     error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_text (statement, conference->uuid);
  lanyard_statement_bind_text (statement, conference->feed_id);
  lanyard_statement_bind_text (statement, conference->title);
  lanyard_statement_bind_time (statement, conference->start);
  lanyard_statement_bind_time (statement, conference->end);
  lanyard_statement_bind_text (statement, conference->zone);
  lanyard_statement_bind_text (statement, conference->url);
  if (!lanyard_statement_run (statement, error))
    return FALSE;

  self->conference = lanyard_database_get_last_id (self->database);
  self->uuid = g_strdup (conference->uuid);
  self->is_waiting = TRUE;
  return TRUE;
}

/* The key of the only thing that fits, or NULL. */
static gboolean
find_only (Place                      *self,
           const LanyardBackupTarget  *target,
           const char                 *condition,
           const char                 *first,
           const char                 *second,
           char                      **key,
           GError                    **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT key FROM targets WHERE conference = ?1 AND kind = ?2 AND %s LIMIT 2", condition);
  g_autoptr (LanyardStatement) row = lanyard_statement_new (self->database, sql, error);
  g_autoptr (GError) failure = NULL;
  g_autofree char *found = NULL;

  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, self->conference);
  lanyard_statement_bind_text (row, lanyard_store_name_of_kind (target->kind));
  lanyard_statement_bind_text (row, first);
  if (second != NULL)
    lanyard_statement_bind_text (row, second);
  if (lanyard_statement_next (row, &failure))
    {
      found = g_strdup (lanyard_statement_get_text (row, 0));
      if (!lanyard_statement_next (row, &failure))
        *key = g_steal_pointer (&found);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is in the programme under its key is what it was. */
static gboolean
find_again (Place                      *self,
            const LanyardBackupTarget  *target,
            char                      **key,
            GError                    **error)
{
  if (!find_only (self, target, "key = ?3", target->key, NULL, key, error))
    return FALSE;
  if (*key == NULL && target->url != NULL &&
      !find_only (self, target, "url = ?3", target->url, NULL, key, error))
    return FALSE;
  return *key != NULL || target->title == NULL || target->persons == NULL ||
         find_only (self, target, "title = ?3 AND persons = ?4", target->title, target->persons, key, error);
}

static char *
dup_name (LanyardKind  kind,
          const char  *key)
{
  return g_strdup_printf ("%s:%s", lanyard_store_name_of_kind (kind), key);
}

/* The keys that have changed; by kind and key. */
static GHashTable *
list_new_keys (Place                          *self,
               const LanyardBackupConference  *conference,
               GError                        **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < conference->targets->len; i++)
    {
      const LanyardBackupTarget *target = g_ptr_array_index (conference->targets, i);
      g_autofree char *key = NULL;

      if (!find_again (self, target, &key, error))
        return NULL;
      if (key != NULL && !g_str_equal (key, target->key))
        g_hash_table_insert (keys, dup_name (target->kind, target->key), g_steal_pointer (&key));
    }
  return g_steal_pointer (&keys);
}

static const char *
get_key (GHashTable  *keys,
         LanyardKind  kind,
         const char  *key)
{
  g_autofree char *name = dup_name (kind, key);
  const char *new_key = g_hash_table_lookup (keys, name);

  return new_key != NULL ? new_key : key;
}

/* The same decisions, about what there is here. */
static LanyardDecisions *
translate (LanyardDecisions *decisions,
           GHashTable       *keys)
{
  GPtrArray *old_picks = lanyard_decisions_get_picks (decisions);
  GPtrArray *old_notes = lanyard_decisions_get_notes (decisions);
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_note_unref);

  if (g_hash_table_size (keys) == 0)
    return lanyard_decisions_ref (decisions);

  for (guint i = 0; i < old_picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (old_picks, i);

      g_ptr_array_add (picks, lanyard_pick_new (pick->kind, get_key (keys, pick->kind, pick->key), pick->level,
                                                pick->picked_at));
    }
  for (guint i = 0; i < old_notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (old_notes, i);

      g_ptr_array_add (notes, lanyard_note_new (note->kind, get_key (keys, note->kind, note->key), note->text,
                                                note->marks, note->changed_at));
    }
  return lanyard_decisions_new (picks, notes, lanyard_decisions_get_entries (decisions));
}

/* What nobody knows here remembers what the backup knew. */
static gboolean
remind (Place                          *self,
        const LanyardBackupConference  *conference,
        const char                     *table,
        GError                        **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET title = ?4, url = ?5, start = ?6, persons = ?7"
                                          "  WHERE conference = ?1 AND kind = ?2 AND key = ?3 AND title IS NULL",
                                          table);
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < conference->targets->len; i++)
    {
      const LanyardBackupTarget *target = g_ptr_array_index (conference->targets, i);

      lanyard_statement_bind_number (statement, self->conference);
      lanyard_statement_bind_text (statement, lanyard_store_name_of_kind (target->kind));
      lanyard_statement_bind_text (statement, target->key);
      lanyard_statement_bind_text (statement, target->title);
      lanyard_statement_bind_text (statement, target->url);
      lanyard_statement_bind_time (statement, target->start);
      lanyard_statement_bind_text (statement, target->persons);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* What is chosen here stays; what is not comes. */
static gboolean
choose (Place                          *self,
        const LanyardBackupConference  *conference,
        LanyardBackupResult            *result,
        GError                        **error)
{
  gint64 n_changes = lanyard_database_get_n_changes (self->database);
  g_autoptr (LanyardStatement) statement = NULL;
  g_autoptr (LanyardStatement) revision = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  statement = lanyard_statement_new (self->database,
                                     "INSERT OR IGNORE INTO choices (conference, name, value) VALUES (?1, ?2, ?3)",
                                     error);
  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, conference->choices);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      lanyard_statement_bind_number (statement, self->conference);
      lanyard_statement_bind_text (statement, name);
      lanyard_statement_bind_text (statement, value);
      if (!lanyard_statement_run (statement, error))
        return FALSE;
    }

  result->n_choices = (guint) (lanyard_database_get_n_changes (self->database) - n_changes);
  result->n_unchanged += g_hash_table_size (conference->choices) - result->n_choices;
  if (result->n_choices == 0)
    return TRUE;
  revision = lanyard_statement_new (self->database,
                                    "UPDATE conferences SET choices_revision = choices_revision + 1 WHERE id = ?1", error);
  if (revision == NULL)
    return FALSE;
  lanyard_statement_bind_number (revision, self->conference);
  return lanyard_statement_run (revision, error);
}

static gboolean
restore_conference (LanyardDatabase                *database,
                    const LanyardBackupConference  *conference,
                    gint64                          now,
                    LanyardBackupResult            *result,
                    GError                        **error)
{
  g_auto (Place) place = { .database = database };
  g_autoptr (LanyardDecisions) here = NULL;
  g_autoptr (LanyardDecisions) there = NULL;
  g_autoptr (LanyardEdit) edit = NULL;
  g_autoptr (GHashTable) keys = NULL;

  if (!find_place (&place, conference, error))
    return FALSE;
  if (place.uuid == NULL && lanyard_decisions_is_empty (conference->decisions) &&
      g_hash_table_size (conference->choices) == 0)
    return TRUE;
  if ((place.uuid == NULL && !make_place (&place, conference, error)) ||
      (here = lanyard_store_read_decisions (database, place.uuid, error)) == NULL ||
      (keys = list_new_keys (&place, conference, error)) == NULL)
    return FALSE;

  result->is_waiting = place.is_waiting;
  there = translate (conference->decisions, keys);
  edit = lanyard_backup_make_edit (here, there, result);
  return lanyard_store_apply_edit (database,
                                   &(LanyardStoreRequest) { .uuid = place.uuid, .edit = edit, .instant = now },
                                   error) &&
         remind (&place, conference, "picks", error) && remind (&place, conference, "notes", error) &&
         choose (&place, conference, result, error);
}

static gboolean
restore_in_transaction (LanyardDatabase  *database,
                        gpointer          user_data,
                        GError          **error)
{
  Restoring *self = user_data;
  GPtrArray *conferences = self->request->backup->conferences;

  for (guint i = 0; i < conferences->len; i++)
    {
      const LanyardBackupConference *conference = g_ptr_array_index (conferences, i);
      LanyardBackupResult *result = lanyard_backup_result_new (conference->title);

      g_ptr_array_add (self->results, result);
      if (!restore_conference (database, conference, self->request->instant, result, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
restore (LanyardDatabase            *database,
         const LanyardStoreRequest  *request,
         GError                    **error)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_backup_result_free);
  Restoring restoring = { .request = request, .results = results };

  if (!lanyard_database_write (database, restore_in_transaction, &restoring, error))
    return NULL;
  return g_steal_pointer (&results);
}

/**
 * lanyard_store_restore_backup_async:
 * @self: a store
 * @backup: what to restore
 * @now: when, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings back all that @backup has, of all conferences or, if that fails, of
 * none. Nothing that is here is taken away: see lanyard_backup_make_edit().
 * What is decided about a conference that is not here is kept until it is
 * added.
 */
void
lanyard_store_restore_backup_async (LanyardStore        *self,
                                    LanyardBackup       *backup,
                                    gint64               now,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (backup != NULL);

  lanyard_store_post (self, lanyard_store_restore_backup_async, restore,
                      &(LanyardStoreRequest) { .backup = backup, .instant = now },
                      (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * lanyard_store_restore_backup_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends restoring.
 *
 * Returns: (transfer full) (element-type LanyardBackupResult) (nullable): what
 *   came of each conference, or %NULL if nothing has changed
 */
GPtrArray *
lanyard_store_restore_backup_finish (LanyardStore  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_restore_backup_async, error);
}
