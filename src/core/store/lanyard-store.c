/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is kept: conferences, their programmes and your picks, in one
 * SQLite file. This is the object that the programs hold: it opens the file,
 * hands requests to the worker thread and tells of changes. What can be asked
 * is in the files beside this one, one subject each.
 *
 * Used by the programs and the sync layer, from any thread that runs a main
 * context; none of its functions touches the disk in the caller's thread. */

#include "config.h"

#include "lanyard-store-rescue.h"
#include "lanyard-store-watch.h"
#include "lanyard-store-worker.h"

struct _LanyardStore
{
  GObject parent_instance;
  char *path;                /* owned */
  LanyardStoreWorker *worker; /* owned */
  LanyardStoreWatch *watch;   /* owned, NULL until opened, and in haste */
  gboolean is_hasty;
  LanyardRescue *rescue;      /* owned, nullable: of which nobody has been told yet */
};

G_DEFINE_QUARK (lanyard-store-error-quark, lanyard_store_error)

G_DEFINE_FINAL_TYPE (LanyardStore, lanyard_store, G_TYPE_OBJECT)

enum
{
  CONFERENCES_CHANGED,
  DECISIONS_CHANGED,
  CHANGES_CHANGED,
  CHOICES_CHANGED,
  RESCUED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (LanyardStore           *self,
            const LanyardStoreNews *news)
{
  if (news->conferences)
    g_signal_emit (self, signals[CONFERENCES_CHANGED], 0);
  for (guint i = 0; news->picks[i] != NULL; i++)
    g_signal_emit (self, signals[DECISIONS_CHANGED], 0, news->picks[i]);
  for (guint i = 0; news->histories[i] != NULL; i++)
    g_signal_emit (self, signals[CHANGES_CHANGED], 0, news->histories[i]);
  for (guint i = 0; news->choices[i] != NULL; i++)
    g_signal_emit (self, signals[CHOICES_CHANGED], 0, news->choices[i]);
}

static void
rescued_cb (LanyardStore  *self,
            LanyardRescue *rescue)
{
  g_clear_pointer (&self->rescue, lanyard_rescue_unref);
  self->rescue = lanyard_rescue_ref (rescue);
  g_signal_emit (self, signals[RESCUED], 0, rescue);
}

static void
file_changed_cb (gpointer user_data)
{
  LanyardStore *self = user_data;

  lanyard_store_worker_check (self->worker);
}

static void
lanyard_store_dispose (GObject *object)
{
  LanyardStore *self = LANYARD_STORE (object);

  g_clear_pointer (&self->watch, lanyard_store_watch_free);
  g_clear_pointer (&self->worker, lanyard_store_worker_stop);

  G_OBJECT_CLASS (lanyard_store_parent_class)->dispose (object);
}

static void
lanyard_store_finalize (GObject *object)
{
  LanyardStore *self = LANYARD_STORE (object);

  g_clear_pointer (&self->rescue, lanyard_rescue_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (lanyard_store_parent_class)->finalize (object);
}

static void
lanyard_store_class_init (LanyardStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_store_dispose;
  object_class->finalize = lanyard_store_finalize;

  /**
   * LanyardStore::conferences-changed:
   * @self: the store
   *
   * A conference was added, removed or restored, or has a new programme.
   *
   * Emitted in the main context that was the thread's default when @self was
   * made, whether this process changed it (then before the request that did
   * is finished) or another one (within a second).
   */
  signals[CONFERENCES_CHANGED] =
      g_signal_new ("conferences-changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LanyardStore::decisions-changed:
   * @self: the store
   * @uuid: the conference
   *
   * A conference's picks, notes or own entries changed; emitted as
   * [signal@LanyardStore::conferences-changed] is.
   */
  signals[DECISIONS_CHANGED] =
      g_signal_new ("decisions-changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardStore::changes-changed:
   * @self: the store
   * @uuid: the conference
   *
   * Changes of a conference's programme were noticed, or seen; emitted as
   * [signal@LanyardStore::conferences-changed] is.
   */
  signals[CHANGES_CHANGED] =
      g_signal_new ("changes-changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardStore::choices-changed:
   * @self: the store
   * @uuid: the conference
   *
   * Something was chosen for a conference; emitted as
   * [signal@LanyardStore::conferences-changed] is.
   */
  signals[CHOICES_CHANGED] =
      g_signal_new ("choices-changed", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardStore::rescued:
   * @self: the store
   * @rescue: what was done
   *
   * The database was damaged, and a backup has taken its place, now or
   * earlier; somebody should be told. Emitted as
   * [signal@LanyardStore::conferences-changed] is, at the latest when opening
   * is finished, and again at each opening until
   * [method@LanyardStore.forget_rescue_async].
   */
  signals[RESCUED] =
      g_signal_new ("rescued", LANYARD_TYPE_STORE, G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_RESCUE);
}

static void
lanyard_store_init (LanyardStore *self)
{
}

/*
 * lanyard_store_post:
 * @source_tag: the public function that was called
 * @func: (nullable): what to do on the worker thread, %NULL to open
 * @request: (nullable): what @func is told; copied
 * @free_answer: (nullable): frees what @func answers
 *
 * Starts a request.
 */
void
lanyard_store_post (LanyardStore              *self,
                    gpointer                   source_tag,
                    LanyardStoreFunc           func,
                    const LanyardStoreRequest *request,
                    GDestroyNotify             free_answer,
                    GCancellable              *cancellable,
                    GAsyncReadyCallback        callback,
                    gpointer                   user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  lanyard_store_worker_push (self->worker, task, func, request, free_answer);
}

/* Ends a request; the answer is the caller's. */
gpointer
lanyard_store_finish (LanyardStore  *self,
                      GAsyncResult  *result,
                      gpointer       source_tag,
                      GError       **error)
{
  g_return_val_if_fail (LANYARD_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_store_new:
 * @path: the database's file, which need not exist yet
 *
 * Makes a store. Nothing is read before [method@LanyardStore.open_async].
 *
 * Returns: (transfer full): a store
 */
LanyardStore *
lanyard_store_new (const char *path)
{
  LanyardStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->worker = lanyard_store_worker_new (self, path, changed_cb, rescued_cb);
  return self;
}

/**
 * lanyard_store_dup_default_path:
 *
 * Gets where the database is kept: with the user's data, not in the cache,
 * for picks cannot be fetched again.
 *
 * Returns: (transfer full) (type filename): a file's path
 */
char *
lanyard_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "lanyard", "lanyard.db", NULL);
}

/**
 * lanyard_store_set_hasty:
 * @self: a store that is not open yet
 *
 * Says that somebody waits for the program's end: when the store is closed, the
 * backup that is due is made only if something was changed through it. A large
 * database takes seconds. What other processes change is told only when
 * something is asked for.
 *
 * To be called before [method@LanyardStore.open_async]: from then on, the
 * store's worker reads it.
 */
void
lanyard_store_set_hasty (LanyardStore *self)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  self->is_hasty = TRUE;
  lanyard_store_worker_set_hasty (self->worker);
}

/**
 * lanyard_store_close_early:
 * @self: a store
 *
 * Says that somebody waits for the program's end, and that what was stored is a
 * programme, which can be read again: when the store is closed, it stays in
 * SQLite's log, on the disk, unless it is very large. The next to close the
 * store brings it into the file. What is yours should not wait for that, lest
 * a copy of the file lack it.
 */
void
lanyard_store_close_early (LanyardStore *self)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  lanyard_store_worker_close_early (self->worker);
}

/**
 * lanyard_store_get_rescue:
 * @self: a store
 *
 * Gets what was done about a damaged database, until that is forgotten.
 *
 * Returns: (transfer none) (nullable): a rescue, %NULL for none
 */
LanyardRescue *
lanyard_store_get_rescue (LanyardStore *self)
{
  g_return_val_if_fail (LANYARD_IS_STORE (self), NULL);

  return self->rescue;
}

static gpointer
forget_rescue (LanyardDatabase            *database,
               const LanyardStoreRequest  *request,
               GError                    **error)
{
  lanyard_store_rescue_forget (lanyard_database_get_path (database));
  return GINT_TO_POINTER (TRUE);
}

/**
 * lanyard_store_forget_rescue_async:
 * @self: a store
 * @cancellable: (nullable): to cancel it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Says that somebody has been told of the rescue.
 */
void
lanyard_store_forget_rescue_async (LanyardStore        *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));

  g_clear_pointer (&self->rescue, lanyard_rescue_unref);
  lanyard_store_post (self, lanyard_store_forget_rescue_async, forget_rescue, NULL, NULL, cancellable, callback,
                      user_data);
}

/**
 * lanyard_store_forget_rescue_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed
 *
 * Ends forgetting.
 *
 * Returns: whether nobody will be told again
 */
gboolean
lanyard_store_forget_rescue_finish (LanyardStore  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return lanyard_store_finish (self, result, lanyard_store_forget_rescue_async, error) != NULL;
}

/**
 * lanyard_store_open_async:
 * @self: a store
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Opens the file, makes it (in a folder that only the user can enter) where
 * there is none, and brings it to this version where it is older. One that is
 * damaged is set aside, and the newest good backup takes its place. Requests
 * that are made before this is finished wait for it.
 */
void
lanyard_store_open_async (LanyardStore        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (LANYARD_IS_STORE (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  lanyard_store_post (self, lanyard_store_open_async, NULL, NULL, NULL, cancellable, callback, user_data);
}

/**
 * lanyard_store_open_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: why it failed: any [enum@LanyardStoreError] but not found
 *
 * Ends opening. From now on changes by other processes are told.
 *
 * Returns: whether it is open; if not, nothing in the file has changed
 */
gboolean
lanyard_store_open_finish (LanyardStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  if (lanyard_store_finish (self, result, lanyard_store_open_async, error) == NULL)
    return FALSE;

  if (self->watch == NULL && !self->is_hasty)
    {
      self->watch = lanyard_store_watch_new (self->path, file_changed_cb, self);
      lanyard_store_worker_check (self->worker);
    }
  return TRUE;
}
