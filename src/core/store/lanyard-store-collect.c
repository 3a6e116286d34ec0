/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is yours, of all conferences, for a backup file: also of those that
 * were removed, or that wait to be added, if something is decided about them.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-decisions.h"
#include "lanyard-store-names.h"

typedef struct
{
  gint64 now;               /* UTC seconds */
  GPtrArray *conferences;   /* owned, of LanyardBackupConference */
  LanyardBackup *backup;    /* owned, NULL until collected */
} Collecting;

static void
collecting_clear (Collecting *self)
{
  g_clear_pointer (&self->conferences, g_ptr_array_unref);
  g_clear_pointer (&self->backup, lanyard_backup_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collecting, collecting_clear)

static gboolean
list_conferences (Collecting       *self,
                  LanyardDatabase  *database,
                  GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT uuid, feed_id, f.url, title, zone, c.url, start, \"end\""
                               "  FROM conferences c LEFT JOIN feeds f ON f.conference = c.id"
                               "  WHERE removed_at IS NULL"
                               "    OR EXISTS (SELECT 1 FROM picks p WHERE p.conference = c.id AND level <> 'none')"
                               "    OR EXISTS (SELECT 1 FROM notes n WHERE n.conference = c.id)"
                               "    OR EXISTS (SELECT 1 FROM own_entries o WHERE o.conference = c.id)"
                               "  ORDER BY start IS NULL, start, title, c.id",
                               error);
  if (row == NULL)
    return FALSE;

  while (lanyard_statement_next (row, &failure))
    {
      LanyardBackupConference *conference = lanyard_backup_conference_new ();

      conference->uuid = g_strdup (lanyard_statement_need_text (row, 0));
      conference->feed_id = g_strdup (lanyard_statement_need_text (row, 1));
      conference->feed_url = g_strdup (lanyard_statement_get_text (row, 2));
      conference->title = g_strdup (lanyard_statement_need_text (row, 3));
      conference->zone = g_strdup (lanyard_statement_need_text (row, 4));
      conference->url = g_strdup (lanyard_statement_get_text (row, 5));
      conference->start = lanyard_statement_get_time (row, 6);
      conference->end = lanyard_statement_get_time (row, 7);
      g_ptr_array_add (self->conferences, conference);
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list_targets (LanyardBackupConference  *conference,
              LanyardDatabase          *database,
              GError                  **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT kind, key, max(title), max(url), max(start), max(persons) FROM"
                               "  (SELECT conference, kind, key, title, url, start, persons FROM picks"
                               "    UNION ALL SELECT conference, kind, key, title, url, start, persons FROM notes)"
                               "  WHERE conference = (SELECT id FROM conferences WHERE uuid = ?1)"
                               "  GROUP BY kind, key",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, conference->uuid);
  while (lanyard_statement_next (row, &failure))
    g_ptr_array_add (conference->targets,
                     lanyard_backup_target_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)),
                                                lanyard_statement_need_text (row, 1),
                                                lanyard_statement_get_text (row, 2),
                                                lanyard_statement_get_text (row, 3),
                                                lanyard_statement_get_time (row, 4),
                                                lanyard_statement_get_text (row, 5)));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
list_choices (LanyardBackupConference  *conference,
              LanyardDatabase          *database,
              GError                  **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = lanyard_statement_new (database,
                               "SELECT name, value FROM choices"
                               "  WHERE conference = (SELECT id FROM conferences WHERE uuid = ?1)",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_text (row, conference->uuid);
  while (lanyard_statement_next (row, &failure))
    g_hash_table_insert (conference->choices, g_strdup (lanyard_statement_get_text (row, 0)),
                         g_strdup (lanyard_statement_get_text (row, 1)));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
collect_in_transaction (LanyardDatabase  *database,
                        gpointer          user_data,
                        GError          **error)
{
  Collecting *self = user_data;

  if (!list_conferences (self, database, error))
    return FALSE;
  for (guint i = 0; i < self->conferences->len; i++)
    {
      LanyardBackupConference *conference = g_ptr_array_index (self->conferences, i);

      conference->decisions = lanyard_store_read_decisions (database, conference->uuid, error);
      if (conference->decisions == NULL || !list_targets (conference, database, error) ||
          !list_choices (conference, database, error))
        return FALSE;
    }
  self->backup = lanyard_backup_new (self->now, self->conferences);
  return TRUE;
}

static gpointer
collect (LanyardDatabase            *database,
         const LanyardStoreRequest  *request,
         GError                    **error)
{
  g_auto (Collecting) collecting = { .now = request->instant };

  collecting.conferences = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_backup_conference_free);
  if (!lanyard_database_read (database, collect_in_transaction, &collecting, error))
    return NULL;
  return g_steal_pointer (&collecting.backup);
}

/**
 * lanyard_store_collect_backup_async:
 * @self: a store
 * @now: when, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Collects all that is decided about all conferences.
 */
void
lanyard_store_collect_backup_async (LanyardStore        *self,
                                    gint64               now,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_store_post (self, lanyard_store_collect_backup_async, collect,
                      &(LanyardStoreRequest) { .instant = now }, (GDestroyNotify) lanyard_backup_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_collect_backup_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends collecting.
 *
 * Returns: (transfer full) (nullable): a backup, or %NULL if it failed
 */
LanyardBackup *
lanyard_store_collect_backup_finish (LanyardStore  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_collect_backup_async, error);
}
