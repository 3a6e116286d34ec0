/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What you chose for a conference: a filter, what is hidden, an order. Small
 * texts by name that the store keeps and does not understand; they belong to
 * the conference, so that no new programme takes them away.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-private.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  GHashTable *choices;                /* borrowed; name to value */
} Listing;

static gboolean
list_rows (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Listing *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->request->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database, "SELECT name, value FROM choices WHERE conference = ?1", error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    g_hash_table_insert (self->choices,
                         g_strdup (lanyard_statement_need_text (row, 0)),
                         g_strdup (lanyard_statement_need_text (row, 1)));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
list_choices (LanyardDatabase            *database,
              const LanyardStoreRequest  *request,
              GError                    **error)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Listing listing = { .request = request, .choices = choices };

  if (!lanyard_database_read (database, list_rows, &listing, error))
    return NULL;
  return g_steal_pointer (&choices);
}

static gboolean
set_row (LanyardDatabase            *database,
         const LanyardStoreRequest  *request,
         gint64                      conference,
         GError                    **error)
{
  g_autoptr (LanyardStatement) statement = NULL;

  statement = lanyard_statement_new (
      database,
      request->value != NULL
        ? "INSERT INTO choices (conference, name, value) VALUES (?1, ?2, ?3)"
          "  ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value"
        : "DELETE FROM choices WHERE conference = ?1 AND name = ?2",
      error);
  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  lanyard_statement_bind_text (statement, request->name);
  if (request->value != NULL)
    lanyard_statement_bind_text (statement, request->value);
  return lanyard_statement_run (statement, error);
}

/* What was chosen already is no change, and tells nobody of one. */
static gboolean
set_choice_in_transaction (LanyardDatabase  *database,
                           gpointer          user_data,
                           GError          **error)
{
  const LanyardStoreRequest *request = user_data;
  g_autoptr (LanyardStatement) statement = NULL;
  gint64 n_changes = lanyard_database_get_n_changes (database);
  gint64 conference;

  if (!lanyard_store_find_conference (database, request->uuid, &conference, error) ||
      !set_row (database, request, conference, error))
    return FALSE;
  if (lanyard_database_get_n_changes (database) == n_changes)
    return TRUE;

  statement = lanyard_statement_new (database,
                                     "UPDATE conferences SET choices_revision = choices_revision + 1 WHERE id = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  lanyard_statement_bind_number (statement, conference);
  return lanyard_statement_run (statement, error);
}

static gpointer
set_choice (LanyardDatabase            *database,
            const LanyardStoreRequest  *request,
            GError                    **error)
{
  return GINT_TO_POINTER (lanyard_database_write (database, set_choice_in_transaction, (gpointer) request, error));
}

/**
 * lanyard_store_list_choices_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists all that was chosen for a conference.
 */
void
lanyard_store_list_choices_async (LanyardStore        *self,
                                  const char          *uuid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_list_choices_async, list_choices,
                      &(LanyardStoreRequest) { .uuid = uuid }, (GDestroyNotify) g_hash_table_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_list_choices_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends listing.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): values by
 *   name, or %NULL if it failed
 */
GHashTable *
lanyard_store_list_choices_finish (LanyardStore  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_choices_async, error);
}

/**
 * lanyard_store_set_choice_async:
 * @self: a store
 * @uuid: a conference
 * @name: what is chosen about it
 * @value: (nullable): a small text, or %NULL to forget what was chosen
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps what was chosen for a conference, for as long as the conference is
 * kept, whatever becomes of its programme.
 */
void
lanyard_store_set_choice_async (LanyardStore        *self,
                                const char          *uuid,
                                const char          *name,
                                const char          *value,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (name != NULL);

  lanyard_store_post (self, lanyard_store_set_choice_async, set_choice,
                      &(LanyardStoreRequest) { .uuid = uuid, .name = name, .value = value },
                      NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_set_choice_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends choosing.
 *
 * Returns: whether it is on the disk
 */
gboolean
lanyard_store_set_choice_finish (LanyardStore  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_set_choice_async, error) != NULL;
}
