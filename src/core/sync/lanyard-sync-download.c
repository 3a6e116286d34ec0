/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a conference's address to its programme, for those who preview one and
 * those who refresh one: the account, if there is one, the download, and the
 * documents read on a thread of their own. Called by fibers on the main
 * thread. */

#include "config.h"

#include <sys/resource.h>

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

#include "formats/lanyard-digest.h"
#include "formats/lanyard-format.h"

#define READER_NICENESS 5

typedef struct
{
  GPtrArray *documents;    /* owned, of GBytes */
  char      *known_digest; /* owned, nullable */
} ReadingRequest;

static void
bytes_arrived_cb (guint64  n_bytes,
                  guint64  n_total,
                  gpointer user_data)
{
  LanyardSyncListener *listener = user_data;

  listener->n_bytes = n_bytes;
  lanyard_sync_report (listener, n_bytes > 0 ? LANYARD_SYNC_DOWNLOADING : LANYARD_SYNC_CONNECTING);
}

/*
 * Lists what is there, on a fiber.
 */
GPtrArray *
lanyard_sync_list_conferences (LanyardSync   *self,
                               GCancellable  *cancellable,
                               GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_conferences_async (self->store, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_list_conferences_finish (self->store, result, error);
}

/*
 * Looks up where a conference's programme comes from, on a fiber.
 */
LanyardFeed *
lanyard_sync_find_feed (LanyardSync   *self,
                        const char    *uuid,
                        GCancellable  *cancellable,
                        GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_find_feed_async (self->store, uuid, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_find_feed_finish (self->store, result, error);
}

/*
 * Looks up the account for a server, on a fiber.
 */
LanyardCredential *
lanyard_sync_find_credential (LanyardSync   *self,
                              const char    *origin,
                              GCancellable  *cancellable,
                              GError       **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_find_async (self->keyring, origin, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_keyring_find_finish (self->keyring, result, error);
}

/*
 * Says whether somebody who can be asked to unlock the keyring, or to allow it,
 * would help.
 */
gboolean
lanyard_sync_wants_keyring (const GError *keyring_error,
                            const GError *failure)
{
  if (keyring_error == NULL || keyring_error->domain != LANYARD_KEYRING_ERROR ||
      keyring_error->code == LANYARD_KEYRING_ERROR_NO_SERVICE)
    return FALSE;

  return g_error_matches (failure, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED) ||
         g_error_matches (failure, LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN) ||
         g_error_matches (failure, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_AUTHORISED);
}

/*
 * Tells a listener how far it is.
 */
void
lanyard_sync_report (const LanyardSyncListener *listener,
                     LanyardSyncStep            step)
{
  if (listener->func != NULL)
    listener->func (step, listener->n_bytes, listener->data);
}

/*
 * Fetches the documents of a conference, with the account that there is for
 * its server. A keyring that cannot be read does not hinder what everybody may
 * see; only when the server wants an account is it the reason.
 */
LanyardDownload *
lanyard_sync_download (LanyardSync              *self,
                       LanyardAddress           *address,
                       const char               *validators,
                       gboolean                  by_hand,
                       LanyardSyncListener      *listener,
                       GCancellable             *cancellable,
                       gint64                   *retry_at,
                       GError                  **error)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) keyring_error = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (LanyardCredential) credential = lanyard_sync_find_credential (self, address->origin, cancellable, &keyring_error);
  LanyardDownload *download;

  lanyard_indico_feed_download_async (self->fetcher, address, credential, validators, by_hand, bytes_arrived_cb,
                                      listener, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  download = lanyard_indico_feed_download_finish (result, retry_at, &failure);
  if (lanyard_sync_wants_keyring (keyring_error, failure))
    g_propagate_error (error, g_steal_pointer (&keyring_error));
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return download;
}

static void
reading_request_free (gpointer data)
{
  ReadingRequest *self = data;

  g_ptr_array_unref (self->documents);
  g_free (self->known_digest);
  g_free (self);
}

static void
read_documents (GTask *task)
{
  const ReadingRequest *request = g_task_get_task_data (task);
  g_autoptr (LanyardReading) reading = g_new0 (LanyardReading, 1);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  reading->digest = lanyard_documents_dup_digest (request->documents);
  if (reading->digest == NULL || g_strcmp0 (reading->digest, request->known_digest) != 0)
    reading->programme = lanyard_format_read (request->documents,
                                              &(LanyardReadOptions) { .languages = g_get_language_names () }, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) lanyard_reading_free);
}

/* Gives way to the main loop: with who 0 it is this thread alone, on Linux,
 * whose priority is lowered. */
static void
read_in_pool (gpointer data,
              gpointer user_data)
{
  g_autoptr (GTask) task = data;

  setpriority (PRIO_PROCESS, 0, READER_NICENESS);
  read_documents (task);
}

/*
 * Makes the pool in which documents are read, those of one conference at a
 * time: several would take the processor from the main loop, and memory.
 */
GThreadPool *
lanyard_sync_make_readers (void)
{
  return g_thread_pool_new_full (read_in_pool, NULL, g_object_unref, 1, TRUE, NULL);
}

/*
 * Makes a programme of documents, unless their digest is the one that is known.
 */
void
lanyard_sync_read_async (LanyardSync         *self,
                         GPtrArray           *documents,
                         const char          *known_digest,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  ReadingRequest *request = g_new0 (ReadingRequest, 1);

  g_task_set_source_tag (task, lanyard_sync_read_async);
  request->documents = g_ptr_array_ref (documents);
  request->known_digest = g_strdup (known_digest);
  g_task_set_task_data (task, request, reading_request_free);
  g_thread_pool_push (self->readers, task, NULL);
}

LanyardReading *
lanyard_sync_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lanyard_reading_free (LanyardReading *self)
{
  g_free (self->digest);
  g_clear_object (&self->programme);
  g_free (self);
}

static void
free_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_set_task_data (task, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

/*
 * Frees a programme where it hinders nobody: a large one has many small parts.
 */
void
lanyard_reading_free_in_thread (LanyardReading *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, lanyard_reading_free_in_thread);
  g_task_set_task_data (task, self, (GDestroyNotify) lanyard_reading_free);
  g_task_run_in_thread (task, free_in_thread);
}
