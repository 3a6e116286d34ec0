/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory of conferences as the programs have it: the one that came from
 * the network, if there is one, together with the one that is built in. It is
 * fetched again when it is a week old and somebody looks at it, and then only
 * if the server has another one. Called on the main thread; files are read and
 * written, and directories parsed, on threads of GTask's pool. */

#include "config.h"

#include "lanyard-directory-cache.h"
#include "lanyard-directory-file.h"
#include "lanyard-fiber.h"

#define HOUR (60 * 60)
#define WEEK (7 * 24 * HOUR)

typedef struct
{
  LanyardFetcher *fetcher;           /* owned */
  char *address;                     /* owned; empty for none */
  gint64 now;                        /* UTC seconds */
  gboolean by_hand;
  GTask *task;                       /* owned */
  LanyardDirectoryState state;       /* owned: of what is kept */
  GBytes *document;                  /* owned, nullable until it came */
  LanyardDirectory *directory;       /* owned, nullable unless there is another one */
  GError *error;                     /* owned, nullable */
} Refreshing;

/* --- what is there */

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, lanyard_directory_load (), g_object_unref);
}

/**
 * lanyard_directory_load_async:
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the directory from the disk. Nobody is asked.
 */
void
lanyard_directory_load_async (GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * lanyard_directory_load_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Ends reading the directory.
 *
 * Returns: (transfer full) (nullable): the directory
 */
LanyardDirectory *
lanyard_directory_load_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- a newer one */

/* Has @func work on @self on a thread, while the fiber waits. */
static void
work_in_thread (Refreshing      *self,
                GTaskThreadFunc  func)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GTask) inner = g_task_new (NULL, NULL, lanyard_fiber_await_cb, dex_ref (answer));
  g_autoptr (GAsyncResult) result = NULL;

  g_task_set_source_tag (inner, work_in_thread);
  g_task_set_task_data (inner, self, NULL);
  g_task_run_in_thread (inner, func);
  result = lanyard_fiber_await (answer);
}

static void
get_state_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  Refreshing *self = task_data;

  self->state = lanyard_directory_cache_get ();
  g_task_return_boolean (task, TRUE);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Refreshing *self = task_data;

  lanyard_directory_cache_remove ();
  self->directory = lanyard_directory_load ();
  g_task_return_boolean (task, TRUE);
}

/* What is no directory is not kept, and neither are its validators. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Refreshing *self = task_data;
  g_autoptr (LanyardDirectory) fetched = lanyard_directory_read (self->document, &self->error);

  if (fetched != NULL)
    {
      lanyard_directory_cache_write (self->document, &self->state);
      self->directory = lanyard_directory_load ();
    }
  g_task_return_boolean (task, TRUE);
}

static void
write_state_in_thread (GTask        *task,
                       gpointer      source,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  Refreshing *self = task_data;

  lanyard_directory_cache_write (NULL, &self->state);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_kept (Refreshing *self)
{
  return self->state.checked_at != 0 && g_strcmp0 (self->state.address, self->address) == 0;
}

/* After a failure not before an hour has passed; and where the clock was turned
 * back, at once. */
static gboolean
is_due (Refreshing *self)
{
  gint64 asked = self->now - self->state.asked_at;
  gint64 checked = self->now - self->state.checked_at;

  if (self->by_hand || g_strcmp0 (self->state.address, self->address) != 0)
    return TRUE;
  return (asked >= HOUR || asked < 0) && (checked >= WEEK || checked < 0);
}

static LanyardResponse *
fetch (Refreshing *self)
{
  LanyardRequest request = {
    .url = self->address,
    .etag = is_kept (self) ? self->state.etag : NULL,
    .last_modified = is_kept (self) ? self->state.last_modified : NULL,
    .refuses_pages = TRUE,
    .past_caches = self->by_hand,
  };
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_fetcher_fetch_async (self->fetcher, &request, NULL, NULL, g_task_get_cancellable (self->task),
                               lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_fetcher_fetch_finish (self->fetcher, result, NULL, &self->error);
}

/* What is kept is of another address until something else has come. */
static void
note_failure (Refreshing *self)
{
  if (!is_kept (self))
    return;
  self->state.asked_at = self->now;
  work_in_thread (self, write_state_in_thread);
}

static void
take (Refreshing      *self,
      LanyardResponse *response)
{
  self->state.asked_at = self->now;
  self->state.checked_at = self->now;
  if (response->body == NULL)
    {
      work_in_thread (self, write_state_in_thread);
      return;
    }
  g_set_str (&self->state.address, self->address);
  g_set_str (&self->state.etag, response->etag);
  g_set_str (&self->state.last_modified, response->last_modified);
  self->document = g_bytes_ref (response->body);
  work_in_thread (self, read_in_thread);
}

static void
refresh_fiber (gpointer data)
{
  Refreshing *self = data;
  g_autoptr (LanyardResponse) response = NULL;

  work_in_thread (self, get_state_in_thread);
  if (*self->address == '\0')
    {
      if (self->state.address != NULL)
        work_in_thread (self, remove_in_thread);
      return;
    }
  if (!is_due (self))
    return;
  response = fetch (self);
  if (response != NULL)
    take (self, response);
  else
    note_failure (self);
}

static void
refreshed (gpointer data)
{
  Refreshing *self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, self->error);
  else
    g_task_return_pointer (self->task, self->directory, g_object_unref);
  lanyard_directory_state_clear (&self->state);
  g_clear_pointer (&self->document, g_bytes_unref);
  g_object_unref (self->fetcher);
  g_object_unref (self->task);
  g_free (self->address);
  g_free (self);
}

/**
 * lanyard_directory_refresh_async:
 * @fetcher: what fetches
 * @address: where the directory is; empty for the one that is built in alone
 * @now: what time it is, UTC seconds
 * @by_hand: whether somebody asked for it, also if it is not old
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches the directory if the last one is a week old, or of another address,
 * and the server has another one.
 */
void
lanyard_directory_refresh_async (LanyardFetcher      *fetcher,
                                 const char          *address,
                                 gint64               now,
                                 gboolean             by_hand,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Refreshing *refreshing;

  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (address != NULL);

  dex_init ();
  refreshing = g_new0 (Refreshing, 1);
  refreshing->fetcher = g_object_ref (fetcher);
  refreshing->address = g_strstrip (g_strdup (address));
  refreshing->now = now;
  refreshing->by_hand = by_hand;
  refreshing->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (refreshing->task, lanyard_directory_refresh_async);
  lanyard_fiber_start (refresh_fiber, refreshed, refreshing);
}

/**
 * lanyard_directory_refresh_finish:
 * @result: what the callback was given
 * @error: why it is not newer: a #LanyardNetError, a #LanyardFormatError or
 *   %G_IO_ERROR_CANCELLED
 *
 * Ends fetching. A failure leaves the directory that was there.
 *
 * Returns: (transfer full) (nullable): another directory than before, %NULL
 *   without @error set if there is none
 */
LanyardDirectory *
lanyard_directory_refresh_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
