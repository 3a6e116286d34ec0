/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Your stars. They belong to a conference and a key, so no new programme can
 * take them away; each remembers what it was of.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-store-names.h"
#include "lanyard-store-private.h"

typedef struct
{
  const LanyardStoreRequest *request; /* borrowed */
  GPtrArray *picks;                   /* owned */
} Picking;

static gboolean
list_rows (LanyardDatabase  *database,
           gpointer          user_data,
           GError          **error)
{
  Picking *self = user_data;
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->request->uuid, &conference, error))
    return FALSE;

  row = lanyard_statement_new (database,
                               "SELECT kind, key, level, picked_at FROM picks"
                               "  WHERE conference = ?1 AND level <> 'none' ORDER BY picked_at, kind, key",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    g_ptr_array_add (self->picks,
                     lanyard_pick_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)),
                                       lanyard_statement_get_text (row, 1),
                                       lanyard_store_level_of_name (lanyard_statement_get_text (row, 2)),
                                       lanyard_statement_get_number (row, 3)));
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
list_picks (LanyardDatabase            *database,
            const LanyardStoreRequest  *request,
            GError                    **error)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  Picking picking = { .request = request, .picks = picks };

  if (!lanyard_database_read (database, list_rows, &picking, error))
    return NULL;
  return g_steal_pointer (&picks);
}

static gboolean
run_for_pick (LanyardDatabase            *database,
              const LanyardStoreRequest  *request,
              gint64                      conference,
              const char                 *sql,
              gint64                     *n_changes,
              GError                    **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, sql, error);
  gint64 before = lanyard_database_get_n_changes (database);

  if (statement == NULL)
    return FALSE;

  lanyard_statement_bind_number (statement, conference);
  lanyard_statement_bind_text (statement, lanyard_store_name_of_kind (request->kind));
  lanyard_statement_bind_text (statement, request->key);
  lanyard_statement_bind_text (statement, lanyard_store_name_of_level (request->level));
  lanyard_statement_bind_number (statement, request->instant);
  if (!lanyard_statement_run (statement, error))
    return FALSE;

  *n_changes += lanyard_database_get_n_changes (database) - before;
  return TRUE;
}

/* What is in the programme can be picked; and a pick whose talk has vanished
 * can be changed, taken back and, as its row stays, picked again. */
static gboolean
set_row (LanyardDatabase            *database,
         const LanyardStoreRequest  *request,
         gint64                      conference,
         GError                    **error)
{
  gint64 n_changes = 0;

  if (!run_for_pick (database, request, conference,
                     "INSERT INTO picks (conference, kind, key, level, picked_at, title, url, start, persons)"
                     "  SELECT conference, kind, key, ?4, ?5, title, url, start, persons FROM targets"
                     "  WHERE conference = ?1 AND kind = ?2 AND key = ?3"
                     "  ON CONFLICT DO UPDATE SET level = excluded.level, picked_at = excluded.picked_at,"
                     "    title = excluded.title, url = excluded.url, start = excluded.start,"
                     "    persons = excluded.persons",
                     &n_changes, error))
    return FALSE;
  if (n_changes == 0 &&
      !run_for_pick (database, request, conference,
                     "UPDATE picks SET level = ?4, picked_at = ?5"
                     "  WHERE conference = ?1 AND kind = ?2 AND key = ?3",
                     &n_changes, error))
    return FALSE;
  if (n_changes > 0)
    return TRUE;

  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND,
                       _("There is no such talk, session or break."));
  return FALSE;
}

static gboolean
set_pick_in_transaction (LanyardDatabase  *database,
                         gpointer          user_data,
                         GError          **error)
{
  const LanyardStoreRequest *request = user_data;
  g_autoptr (LanyardStatement) statement = NULL;
  gint64 conference;

  if (!lanyard_store_find_conference (database, request->uuid, &conference, error) ||
      !set_row (database, request, conference, error))
    return FALSE;

  statement = lanyard_statement_new (database,
                                     "UPDATE conferences SET picks_revision = picks_revision + 1 WHERE id = ?1",
                                     error);
  if (statement == NULL)
    return FALSE;
  lanyard_statement_bind_number (statement, conference);
  return lanyard_statement_run (statement, error);
}

static gpointer
set_pick (LanyardDatabase            *database,
          const LanyardStoreRequest  *request,
          GError                    **error)
{
  return GINT_TO_POINTER (lanyard_database_write (database, set_pick_in_transaction, (gpointer) request, error));
}

/**
 * lanyard_store_list_picks_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists what is picked in a conference.
 */
void
lanyard_store_list_picks_async (LanyardStore        *self,
                                const char          *uuid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_list_picks_async, list_picks,
                      &(LanyardStoreRequest) { .uuid = uuid }, (GDestroyNotify) g_ptr_array_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_list_picks_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such conference
 *
 * Ends listing. The picks come in the order in which they were made; there
 * may be some whose talk is no longer in the programme.
 *
 * Returns: (transfer full) (element-type LanyardPick) (nullable): the picks,
 *   or %NULL if it failed
 */
GPtrArray *
lanyard_store_list_picks_finish (LanyardStore  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_list_picks_async, error);
}

/**
 * lanyard_store_set_pick_async:
 * @self: a store
 * @uuid: a conference
 * @kind: what is picked: a talk, a session or a break
 * @key: which of that kind
 * @level: how much it is wanted, %LANYARD_LEVEL_NONE to take the pick back
 * @picked_at: when, UTC seconds
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Picks something, changes how much it is wanted, or takes a pick back.
 */
void
lanyard_store_set_pick_async (LanyardStore        *self,
                              const char          *uuid,
                              LanyardKind          kind,
                              const char          *key,
                              LanyardLevel         level,
                              gint64               picked_at,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (kind != LANYARD_KIND_BLOCK);
  g_return_if_fail (key != NULL);

  lanyard_store_post (self, lanyard_store_set_pick_async, set_pick,
                      &(LanyardStoreRequest) {
                        .uuid = uuid,
                        .kind = kind,
                        .key = key,
                        .level = level,
                        .instant = picked_at,
                      },
                      NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_set_pick_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is no such
 *   conference, or nothing in its programme that could be picked so
 *
 * Ends picking.
 *
 * Returns: whether the pick is on the disk
 */
gboolean
lanyard_store_set_pick_finish (LanyardStore  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_set_pick_async, error) != NULL;
}
