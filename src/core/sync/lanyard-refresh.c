/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who waits for which refresh. A conference is refreshed once at a time, and
 * whoever asks meanwhile gets the same outcome; a few conferences are at once,
 * the others queue. Called by the programs and by what keeps fresh; main
 * thread. */

#include "config.h"

#include "lanyard-fiber.h"
#include "lanyard-refresh-private.h"

/* Enough to hide one slow server from the others, few enough that the
 * documents of all conferences are never in memory together. */
#define MOST_ACTIVE 2

typedef struct
{
  LanyardRun          *run;       /* borrowed; owns this */
  GTask               *task;      /* owned */
  LanyardSyncListener  listener;
  GSource             *cancelled; /* owned, nullable */
} Waiter;

static void start_next (LanyardSync *self);

static void
waiter_free (gpointer data)
{
  Waiter *self = data;

  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
  g_clear_object (&self->task);
  g_free (self);
}

static void
run_free (LanyardRun *self)
{
  g_ptr_array_unref (self->waiters);
  g_clear_pointer (&self->refresh, lanyard_refresh_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_free (self->url);
  g_free (self->uuid);
  g_clear_object (&self->sync);
  g_free (self);
}

static void
tell_waiters (LanyardSyncStep step,
              guint64         n_bytes,
              gpointer        user_data)
{
  LanyardRun *self = user_data;

  for (guint i = 0; i < self->waiters->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (self->waiters, i);

      waiter->listener.n_bytes = n_bytes;
      lanyard_sync_report (&waiter->listener, step);
    }
}

static LanyardRefresh *
copy_refresh (const LanyardRefresh *refresh)
{
  LanyardRefresh *copy = g_new0 (LanyardRefresh, 1);

  copy->uuid = g_strdup (refresh->uuid);
  copy->is_unchanged = refresh->is_unchanged;
  copy->changes = g_ptr_array_ref (refresh->changes);
  copy->n_skipped = refresh->n_skipped;
  return copy;
}

static void
answer (LanyardRun *self,
        Waiter     *waiter)
{
  if (self->refresh != NULL)
    g_task_return_pointer (waiter->task, copy_refresh (self->refresh), (GDestroyNotify) lanyard_refresh_free);
  else
    g_task_return_error (waiter->task, g_error_copy (self->error));
}

/* From now on the conference is not being refreshed, for whoever asks. */
static void
leave (LanyardRun *self)
{
  g_autofree char *uuid = NULL;

  if (g_hash_table_lookup (self->sync->runs, self->uuid) != self)
    return;

  uuid = g_strdup (self->uuid);
  g_hash_table_remove (self->sync->runs, uuid);
  lanyard_sync_emit_refreshing_changed (self->sync, uuid);
}

static void
run_fiber (gpointer data)
{
  LanyardRun *self = data;

  self->refresh = lanyard_run_work (self, &self->error);
}

static void
ran (gpointer data)
{
  LanyardRun *self = data;
  g_autoptr (LanyardSync) sync = g_object_ref (self->sync);
  g_autoptr (GPtrArray) waiters = g_steal_pointer (&self->waiters);

  self->waiters = g_ptr_array_new ();
  sync->n_active--;
  leave (self);
  if ((self->flags & LANYARD_REFRESH_BY_HAND) == 0 &&
      !g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lanyard_sync_emit_refreshed (sync, self->uuid, self->error);
  for (guint i = 0; i < waiters->len; i++)
    answer (self, g_ptr_array_index (waiters, i));
  run_free (self);
  start_next (sync);
}

static void
start_next (LanyardSync *self)
{
  while (self->n_active < MOST_ACTIVE && !g_queue_is_empty (&self->queue))
    {
      self->n_active++;
      lanyard_fiber_start (run_fiber, ran, g_queue_pop_head (&self->queue));
    }
}

/* Ends a refresh for which nobody waits any more. Who asks for another one
 * before it has ended gets another one. */
static void
abandon (LanyardRun *self)
{
  leave (self);
  if (g_queue_remove (&self->sync->queue, self))
    run_free (self);
  else
    g_cancellable_cancel (self->cancellable);
}

static gboolean
waiter_cancelled_cb (GCancellable *cancellable,
                     gpointer      user_data)
{
  Waiter *waiter = user_data;
  LanyardRun *run = waiter->run;
  g_autoptr (GTask) task = g_object_ref (waiter->task);

  g_ptr_array_remove_fast (run->waiters, waiter);
  if (run->waiters->len == 0)
    abandon (run);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

static LanyardRun *
enqueue (LanyardSync *self,
         const char  *uuid,
         const char  *url)
{
  LanyardRun *run = g_new0 (LanyardRun, 1);

  run->sync = g_object_ref (self);
  run->uuid = g_strdup (uuid);
  run->url = g_strdup (url);
  run->listener.func = tell_waiters;
  run->listener.data = run;
  run->cancellable = g_cancellable_new ();
  run->waiters = g_ptr_array_new_with_free_func (waiter_free);
  g_hash_table_insert (self->runs, run->uuid, run);
  g_queue_push_tail (&self->queue, run);
  return run;
}

static void
join (LanyardRun              *self,
      GTask                   *task,
      LanyardSyncProgressFunc  progress,
      gpointer                 progress_data)
{
  Waiter *waiter = g_new0 (Waiter, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  waiter->run = self;
  waiter->task = g_object_ref (task);
  waiter->listener.func = progress;
  waiter->listener.data = progress_data;
  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (waiter_cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_task_get_context (task));
    }
  g_ptr_array_add (self->waiters, waiter);
}

/*
 * Refreshes a conference whose address somebody has just said.
 */
void
lanyard_sync_refresh_from_async (LanyardSync             *self,
                                 const char              *uuid,
                                 const char              *url,
                                 LanyardRefreshFlags      flags,
                                 LanyardSyncProgressFunc  progress,
                                 gpointer                 progress_data,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  LanyardRun *run = g_hash_table_lookup (self->runs, uuid);
  gboolean is_first = run == NULL;

  g_task_set_source_tag (task, lanyard_sync_refresh_async);
  if (is_first)
    run = enqueue (self, uuid, url);
  run->flags |= flags;
  join (run, task, progress, progress_data);

  /* Who waits in person goes first. */
  if ((flags & LANYARD_REFRESH_BY_HAND) && g_queue_remove (&self->queue, run))
    g_queue_push_head (&self->queue, run);
  start_next (self);
  if (is_first)
    lanyard_sync_emit_refreshing_changed (self, uuid);
}

/**
 * lanyard_refresh_free:
 * @self: (transfer full): what came of a refresh
 *
 * Frees it.
 */
void
lanyard_refresh_free (LanyardRefresh *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/**
 * lanyard_sync_refresh_async:
 * @self: what refreshes
 * @uuid: a conference
 * @flags: why and how
 * @progress: (nullable) (scope async): told how far it is until @callback is called
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it, for this caller
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks a conference's server for its programme and stores what is new, as a
 * whole or not at all. While one is under way, who asks for another waits for
 * the same outcome; it is given up when all who wait have cancelled. One that
 * was added from files has no address but the one that the files tell, which is
 * used with %LANYARD_REFRESH_BY_HAND only.
 */
void
lanyard_sync_refresh_async (LanyardSync             *self,
                            const char              *uuid,
                            LanyardRefreshFlags      flags,
                            LanyardSyncProgressFunc  progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  g_return_if_fail (LANYARD_IS_SYNC (self));
  g_return_if_fail (uuid != NULL);

  lanyard_sync_refresh_from_async (self, uuid, NULL, flags, progress, progress_data, cancellable, callback, user_data);
}

/**
 * lanyard_sync_refresh_finish:
 * @self: what refreshes
 * @result: what the callback was given
 * @error: why the programme is as it was: a #LanyardNetError, #LanyardKeyringError
 *   or #LanyardFormatError (of which %LANYARD_FORMAT_ERROR_NOT_PUBLISHED says
 *   that the organisers took it back), %LANYARD_STORE_ERROR_SHRINKS if it was
 *   held back, %LANYARD_STORE_ERROR_NOT_FOUND if the conference was removed,
 *   another #LanyardStoreError or %G_IO_ERROR_CANCELLED
 *
 * Ends a refresh.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
LanyardRefresh *
lanyard_sync_refresh_finish (LanyardSync   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_sync_is_refreshing:
 * @self: what refreshes
 * @uuid: a conference
 *
 * Says whether a refresh is under way, or waits for its turn.
 *
 * Returns: %TRUE if one is
 */
gboolean
lanyard_sync_is_refreshing (LanyardSync *self,
                            const char  *uuid)
{
  g_return_val_if_fail (LANYARD_IS_SYNC (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  return g_hash_table_contains (self->runs, uuid);
}
