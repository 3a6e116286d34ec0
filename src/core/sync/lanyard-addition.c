/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds the conference of a preview: stores what lanyard-preview.c has found.
 * Called by the programs; main thread. */

#include "config.h"

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

typedef struct
{
  LanyardSync    *sync;    /* borrowed from the task */
  GTask          *task;    /* owned */
  LanyardPreview *preview; /* owned */
  LanyardSaved   *saved;   /* owned, NULL until it is saved */
  GError         *error;   /* owned, nullable */
} Adding;

static LanyardSaved *
save (LanyardSync     *sync,
      LanyardPreview  *preview,
      GCancellable    *cancellable,
      GError         **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  /* Of one that was removed and comes back with fewer talks, nobody misses any. */
  lanyard_store_save_feed_async (sync->store, preview->uuid, preview->programme, preview->feed,
                                 lanyard_clock_get_now (sync->clock),
                                 preview->uuid == NULL ? LANYARD_SAVE_ACCEPT_SHRINK : LANYARD_SAVE_NONE, cancellable,
                                 lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_save_feed_finish (sync->store, result, error);
}

/* One that is there already gets the newest programme, and no more of it than
 * a refresh would: the preview may be but an outline. */
static LanyardSaved *
refresh (LanyardSync     *sync,
         LanyardPreview  *preview,
         GCancellable    *cancellable,
         GError         **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;
  LanyardSaved *saved;

  lanyard_sync_refresh_from_async (sync, preview->uuid, preview->feed->url, LANYARD_REFRESH_BY_HAND, NULL, NULL,
                                   cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  refreshed = lanyard_sync_refresh_finish (sync, result, error);
  if (refreshed == NULL)
    return NULL;

  saved = g_new0 (LanyardSaved, 1);
  saved->uuid = g_steal_pointer (&refreshed->uuid);
  saved->changes = g_steal_pointer (&refreshed->changes);
  return saved;
}

static void
add_fiber (gpointer data)
{
  Adding *self = data;
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  /* A refresh would leave the times in the zone that they have. */
  if (self->preview->uuid != NULL && self->preview->zone == NULL)
    {
      self->saved = refresh (self->sync, self->preview, cancellable, &self->error);
      return;
    }

  self->saved = save (self->sync, self->preview, cancellable, &self->error);
  if (self->saved != NULL)
    lanyard_sync_note_asked (self->sync, self->saved->uuid, NULL, LANYARD_NO_TIME);
}

static void
added (gpointer data)
{
  Adding *self = data;

  if (self->saved != NULL)
    g_task_return_pointer (self->task, self->saved, (GDestroyNotify) lanyard_saved_free);
  else
    g_task_return_error (self->task, self->error);
  g_object_unref (self->task);
  lanyard_preview_unref (self->preview);
  g_free (self);
}

/**
 * lanyard_sync_add_async:
 * @self: what refreshes
 * @preview: what to add
 * @cancellable: (nullable): ends it; nothing is stored then
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Stores the conference of a preview. One that is there already is refreshed,
 * unless the preview was of another zone, for then it has all that is new.
 */
void
lanyard_sync_add_async (LanyardSync         *self,
                        LanyardPreview      *preview,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Adding *adding;

  g_return_if_fail (LANYARD_IS_SYNC (self));
  g_return_if_fail (preview != NULL);

  adding = g_new0 (Adding, 1);
  adding->sync = self;
  adding->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (adding->task, lanyard_sync_add_async);
  /* What is stored is stored, even if somebody wished otherwise just then. */
  g_task_set_check_cancellable (adding->task, FALSE);
  adding->preview = lanyard_preview_ref (preview);
  lanyard_fiber_start (add_fiber, added, adding);
}

/**
 * lanyard_sync_add_finish:
 * @self: what refreshes
 * @result: what the callback was given
 * @error: why it failed, as of lanyard_sync_preview_finish()
 *
 * Ends adding.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
LanyardSaved *
lanyard_sync_add_finish (LanyardSync   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
