/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads a programme for whoever shows or exports it: whole, or as an outline.
 * The public functions are called in any thread with a main context, the
 * static ones on the worker thread. */

#include "config.h"

#include "lanyard-store-private.h"
#include "lanyard-store-rows.h"

typedef struct
{
  const char *uuid; /* borrowed */
  gboolean whole;
  LanyardProgramme *programme; /* owned */
} Loading;

static gboolean
load_in_transaction (LanyardDatabase  *database,
                     gpointer          user_data,
                     GError          **error)
{
  Loading *self = user_data;
  gint64 conference;

  if (!lanyard_store_find_conference (database, self->uuid, &conference, error))
    return FALSE;

  self->programme = lanyard_store_read_programme (database, conference, self->whole, error);
  return self->programme != NULL;
}

static gpointer
load (LanyardDatabase  *database,
      const char       *uuid,
      gboolean          whole,
      GError          **error)
{
  Loading loading = { .uuid = uuid, .whole = whole };

  if (lanyard_database_read (database, load_in_transaction, &loading, error))
    return loading.programme;

  g_clear_object (&loading.programme);
  return NULL;
}

static gpointer
load_outline (LanyardDatabase            *database,
              const LanyardStoreRequest  *request,
              GError                    **error)
{
  return load (database, request->uuid, FALSE, error);
}

static gpointer
load_whole (LanyardDatabase            *database,
            const LanyardStoreRequest  *request,
            GError                    **error)
{
  return load (database, request->uuid, TRUE, error);
}

/**
 * lanyard_store_load_outline_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads what lists and timetables show: all of the programme but the talks'
 * descriptions, minutes, parts and links.
 */
void
lanyard_store_load_outline_async (LanyardStore        *self,
                                  const char          *uuid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_load_outline_async, load_outline,
                      &(LanyardStoreRequest) { .uuid = uuid }, g_object_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_load_outline_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none
 *
 * Ends loading.
 *
 * Returns: (transfer full) (nullable): a programme, or %NULL if it failed
 */
LanyardProgramme *
lanyard_store_load_outline_finish (LanyardStore  *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_load_outline_async, error);
}

/**
 * lanyard_store_load_whole_async:
 * @self: a store
 * @uuid: a conference
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Loads a programme with all that was imported, to export or compare it.
 */
void
lanyard_store_load_whole_async (LanyardStore        *self,
                                const char          *uuid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (uuid != NULL);

  lanyard_store_post (self, lanyard_store_load_whole_async, load_whole,
                      &(LanyardStoreRequest) { .uuid = uuid }, g_object_unref,
                      cancellable, callback, user_data);
}

/**
 * lanyard_store_load_whole_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: %LANYARD_STORE_ERROR_NOT_FOUND if there is none
 *
 * Ends loading.
 *
 * Returns: (transfer full) (nullable): a programme, or %NULL if it failed
 */
LanyardProgramme *
lanyard_store_load_whole_finish (LanyardStore  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_load_whole_async, error);
}
