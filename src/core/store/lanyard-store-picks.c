/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists your stars. They belong to a conference and a key, so no new programme
 * can take them away; each remembers what it was of.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

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
                               "  WHERE conference = ?1 AND level IN ('maybe', 'going') ORDER BY picked_at, kind, key",
                               error);
  if (row == NULL)
    return FALSE;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    g_ptr_array_add (self->picks,
                     lanyard_pick_new (lanyard_store_kind_of_name (lanyard_statement_get_text (row, 0)),
                                       lanyard_statement_need_text (row, 1),
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

/**
 * lanyard_store_list_picks_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists what is picked in a conference, as going or as maybe.
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
