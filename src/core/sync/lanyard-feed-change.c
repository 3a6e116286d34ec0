/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has a conference that is there read from other feeds: another format of its
 * server, or one more feed beside the first. What that would change is found
 * out first, then it is done, and may be undone. Called by the window; main
 * thread. */

#include "config.h"

#include "lanyard-feed-change.h"
#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "changes/lanyard-compare.h"

G_DEFINE_BOXED_TYPE (LanyardFeedChange, lanyard_feed_change, lanyard_feed_change_ref, lanyard_feed_change_unref)

static void
feed_change_clear (gpointer data)
{
  LanyardFeedChange *self = data;

  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->feed, lanyard_feed_unref);
  g_clear_object (&self->old_programme);
  g_clear_pointer (&self->old_feed, lanyard_feed_unref);
}

/**
 * lanyard_feed_change_ref:
 * @self: a change
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
LanyardFeedChange *
lanyard_feed_change_ref (LanyardFeedChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_feed_change_unref:
 * @self: (transfer full): a change
 *
 * Drops a reference.
 */
void
lanyard_feed_change_unref (LanyardFeedChange *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, feed_change_clear);
}

/* --- what it would change ---------------------------------------------------- */

typedef struct
{
  LanyardSync             *sync;          /* borrowed from the task */
  GTask                   *task;          /* owned */
  char                   **urls;          /* owned */
  LanyardSyncProgressFunc  progress;
  gpointer                 progress_data;
  LanyardDecisions        *decisions;     /* owned, NULL until they are read */
  LanyardFeedChange       *change;        /* owned */
  GError                  *error;         /* owned, nullable */
} Preparing;

static gboolean
load_old (Preparing *self)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_whole_async (self->sync->store, self->change->uuid, g_task_get_cancellable (self->task),
                                  lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  self->change->old_programme = lanyard_store_load_whole_finish (self->sync->store, result, &self->error);
  if (self->change->old_programme == NULL)
    return FALSE;
  self->change->old_feed =
      lanyard_sync_find_feed (self->sync, self->change->uuid, g_task_get_cancellable (self->task), NULL);
  return TRUE;
}

static gboolean
load_decisions (Preparing *self)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_decisions_async (self->sync->store, self->change->uuid, g_task_get_cancellable (self->task),
                                      lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  self->decisions = lanyard_store_load_decisions_finish (self->sync->store, result, &self->error);
  return self->decisions != NULL;
}

/* Each of the addresses is that of a feed, and of no other than that one. */
static gboolean
read_new (Preparing *self)
{
  LanyardConference *conference = lanyard_programme_get_conference (self->change->old_programme);
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) offers = lanyard_offers_new ();
  g_autoptr (LanyardPreview) preview = NULL;
  const LanyardWish wish = {
    .feed = self->urls[0],
    .offers = offers,
    .others = (const char *const *) self->urls + 1,
    .zone = lanyard_conference_get_zone (conference),
  };

  for (guint i = 0; self->urls[i] != NULL; i++)
    lanyard_offers_add (offers, self->urls[i], lanyard_offer_kind_guess (self->urls[i]), LANYARD_OFFER_ASKED);
  lanyard_sync_preview_async (self->sync, self->urls[0], &wish, self->progress, self->progress_data,
                              g_task_get_cancellable (self->task), lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  preview = lanyard_sync_preview_finish (self->sync, result, &self->error);
  if (preview == NULL)
    return FALSE;
  self->change->programme = g_object_ref (preview->programme);
  self->change->feed = lanyard_feed_ref (preview->feed);
  return TRUE;
}

static gboolean
is_missing (const LanyardFeedChange *change,
            const LanyardComparison *comparison,
            LanyardKind              kind,
            const char              *key)
{
  switch (kind)
    {
    case LANYARD_KIND_TALK:
      return !g_hash_table_contains (comparison->new_talk_keys, key) &&
             lanyard_programme_find_talk (change->programme, key) == NULL;
    case LANYARD_KIND_SESSION:
      return !g_hash_table_contains (comparison->new_session_keys, key) &&
             lanyard_programme_find_session (change->programme, key) == NULL;
    case LANYARD_KIND_BREAK:
      return !g_hash_table_contains (comparison->new_break_keys, key) &&
             lanyard_programme_find_break (change->programme, key) == NULL;
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      return FALSE;
    }
}

static gboolean
is_gone (LanyardItem *item)
{
  return item == NULL || lanyard_item_is_cancelled (item);
}

/* What has vanished already cannot get lost. */
static gboolean
has_vanished (const LanyardFeedChange *change,
              LanyardKind              kind,
              const char              *key)
{
  LanyardSession *session;

  switch (kind)
    {
    case LANYARD_KIND_TALK:
      return is_gone ((LanyardItem *) lanyard_programme_find_talk (change->old_programme, key));
    case LANYARD_KIND_BREAK:
      return is_gone ((LanyardItem *) lanyard_programme_find_break (change->old_programme, key));
    case LANYARD_KIND_SESSION:
      session = lanyard_programme_find_session (change->old_programme, key);
      return session == NULL || lanyard_session_is_cancelled (session);
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      return TRUE;
    }
}

static void
count_one (LanyardFeedChange       *change,
           const LanyardComparison *comparison,
           GHashTable              *seen,
           LanyardKind              kind,
           const char              *key)
{
  if (has_vanished (change, kind, key) || !g_hash_table_add (seen, g_strdup_printf ("%d %s", kind, key)))
    return;
  change->n_decided++;
  change->n_missing += is_missing (change, comparison, kind, key);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Preparing *self = task_data;
  LanyardFeedChange *change = self->change;
  g_autoptr (LanyardComparison) comparison = lanyard_compare_programmes (change->old_programme, change->programme);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *picks = lanyard_decisions_get_picks (self->decisions);
  GPtrArray *notes = lanyard_decisions_get_notes (self->decisions);

  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      count_one (change, comparison, seen, pick->kind, pick->key);
    }
  for (guint i = 0; i < notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (notes, i);

      count_one (change, comparison, seen, note->kind, note->key);
    }
  g_task_return_boolean (task, TRUE);
}

static void
count (Preparing *self)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GTask) task = g_task_new (NULL, NULL, lanyard_fiber_await_cb, dex_ref (answer));
  g_autoptr (GAsyncResult) result = NULL;

  g_task_set_source_tag (task, count);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, count_in_thread);
  result = lanyard_fiber_await (answer);
}

static void
prepare_fiber (gpointer data)
{
  Preparing *self = data;

  if (load_old (self) && load_decisions (self) && read_new (self))
    count (self);
}

static void
prepared (gpointer data)
{
  Preparing *self = data;

  if (self->error == NULL)
    g_task_return_pointer (self->task, g_steal_pointer (&self->change), (GDestroyNotify) lanyard_feed_change_unref);
  else
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  g_clear_pointer (&self->change, lanyard_feed_change_unref);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_strfreev (self->urls);
  g_object_unref (self->task);
  g_free (self);
}

/**
 * lanyard_feed_change_prepare_async:
 * @sync: what refreshes
 * @uuid: a conference
 * @urls: (array zero-terminated=1): addresses of its feeds, at least one; the first says what the conference is
 * @progress: (nullable) (scope async): told how far it is until @callback is called
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a conference from other feeds and finds out what that would change.
 * Nothing is stored.
 */
void
lanyard_feed_change_prepare_async (LanyardSync             *sync,
                                   const char              *uuid,
                                   const char *const       *urls,
                                   LanyardSyncProgressFunc  progress,
                                   gpointer                 progress_data,
                                   GCancellable            *cancellable,
                                   GAsyncReadyCallback      callback,
                                   gpointer                 user_data)
{
  Preparing *preparing;

  g_return_if_fail (LANYARD_IS_SYNC (sync));
  g_return_if_fail (uuid != NULL);
  g_return_if_fail (urls != NULL && urls[0] != NULL);

  preparing = g_new0 (Preparing, 1);
  preparing->sync = sync;
  preparing->task = g_task_new (sync, cancellable, callback, user_data);
  g_task_set_source_tag (preparing->task, lanyard_feed_change_prepare_async);
  preparing->urls = g_strdupv ((char **) urls);
  preparing->progress = progress;
  preparing->progress_data = progress_data;
  preparing->change = g_atomic_rc_box_new0 (LanyardFeedChange);
  preparing->change->uuid = g_strdup (uuid);
  lanyard_fiber_start (prepare_fiber, prepared, preparing);
}

/**
 * lanyard_feed_change_prepare_finish:
 * @sync: what refreshes
 * @result: what the callback was given
 * @error: why it failed, as of lanyard_sync_preview_finish()
 *
 * Ends finding out.
 *
 * Returns: (transfer full) (nullable): what would change
 */
LanyardFeedChange *
lanyard_feed_change_prepare_finish (LanyardSync   *sync,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, sync), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- doing and undoing it ---------------------------------------------------- */

typedef struct
{
  LanyardSync       *sync;   /* borrowed from the task */
  GTask             *task;   /* owned */
  LanyardFeedChange *change; /* owned */
  gboolean           is_undo;
  GError            *error;  /* owned, nullable */
} Changing;

/* A refresh under way would write what it has from the feeds of before. */
static void
wait_for_refresh (Changing *self)
{
  while (lanyard_sync_is_refreshing (self->sync, self->change->uuid))
    {
      DexPromise *answer = dex_promise_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LanyardRefresh) refresh = NULL;

      lanyard_sync_refresh_async (self->sync, self->change->uuid, LANYARD_REFRESH_BY_ITSELF, NULL, NULL, NULL,
                                  lanyard_fiber_await_cb, dex_ref (answer));
      result = lanyard_fiber_await (answer);
      refresh = lanyard_sync_refresh_finish (self->sync, result, NULL);
    }
}

static void
change_fiber (gpointer data)
{
  Changing *self = data;
  LanyardFeedChange *change = self->change;
  DexPromise *answer;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LanyardSaved) saved = NULL;

  wait_for_refresh (self);
  answer = dex_promise_new ();
  lanyard_store_save_feed_async (self->sync->store, change->uuid,
                                 self->is_undo ? change->old_programme : change->programme,
                                 self->is_undo ? change->old_feed : change->feed,
                                 lanyard_clock_get_now (self->sync->clock),
                                 LANYARD_SAVE_ACCEPT_SHRINK | LANYARD_SAVE_OTHER_FEED, NULL, lanyard_fiber_await_cb,
                                 dex_ref (answer));
  result = lanyard_fiber_await (answer);
  saved = lanyard_store_save_feed_finish (self->sync->store, result, &self->error);
  if (saved == NULL)
    return;
  if (!self->is_undo)
    lanyard_sync_note_asked (self->sync, change->uuid, NULL, LANYARD_NO_TIME);
  lanyard_sync_emit_refreshing_changed (self->sync, change->uuid);
}

static void
changed (gpointer data)
{
  Changing *self = data;

  if (self->error == NULL)
    g_task_return_boolean (self->task, TRUE);
  else
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  g_object_unref (self->task);
  lanyard_feed_change_unref (self->change);
  g_free (self);
}

static void
start (LanyardSync         *sync,
       LanyardFeedChange   *change,
       gboolean             is_undo,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  Changing *changing = g_new0 (Changing, 1);

  changing->sync = sync;
  changing->task = g_task_new (sync, NULL, callback, user_data);
  g_task_set_source_tag (changing->task, start);
  changing->change = lanyard_feed_change_ref (change);
  changing->is_undo = is_undo;
  lanyard_fiber_start (change_fiber, changed, changing);
}

/**
 * lanyard_feed_change_apply_async:
 * @sync: what refreshes
 * @change: what to change
 * @callback: called when it is done; see lanyard_feed_change_finish()
 * @user_data: for @callback
 *
 * Stores what the other feeds gave, and has the conference refreshed from them
 * from now on. Picks and notes follow to what they were made for; what the
 * other feeds do not have of that stays, cancelled. The history says nothing of
 * it, for nobody has changed the programme.
 */
void
lanyard_feed_change_apply_async (LanyardSync         *sync,
                                 LanyardFeedChange   *change,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_SYNC (sync));
  g_return_if_fail (change != NULL);

  start (sync, change, FALSE, callback, user_data);
}

/**
 * lanyard_feed_change_undo_async:
 * @sync: what refreshes
 * @change: what was changed
 * @callback: called when it is done; see lanyard_feed_change_finish()
 * @user_data: for @callback
 *
 * Brings the programme and the feeds of before back, without a network.
 */
void
lanyard_feed_change_undo_async (LanyardSync         *sync,
                                LanyardFeedChange   *change,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_SYNC (sync));
  g_return_if_fail (change != NULL);

  start (sync, change, TRUE, callback, user_data);
}

/**
 * lanyard_feed_change_finish:
 * @sync: what refreshes
 * @result: what the callback was given
 * @error: why it failed, of #LanyardStoreError
 *
 * Ends changing or undoing it.
 *
 * Returns: whether it is done
 */
gboolean
lanyard_feed_change_finish (LanyardSync   *sync,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, sync), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
