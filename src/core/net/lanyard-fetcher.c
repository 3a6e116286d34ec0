/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only thing that opens a connection: one libsoup session for a program,
 * and what is tried again when it failed. What one try is, is in
 * lanyard-exchange.c. Proxy and trusted authorities are the system's; nothing
 * is stored, no cookie is kept, and no certificate is accepted by asking. Any
 * thread with a main context; each fetch stays in the one it was begun in. */

#include "config.h"

#include <string.h>

#include <libsoup/soup.h>

#include "lanyard-exchange.h"
#include "lanyard-retry.h"

#define HOMEPAGE "https://github.com/lanyard-planner/lanyard"

/* The three documents of a conference come side by side, and no more. */
#define CONNECTIONS_PER_HOST 3

/* Seconds that an unused connection is kept: long enough for the next document
 * of a conference, too short to outlive a change of network. */
#define IDLE_TIMEOUT 5

struct _LanyardFetcher
{
  GObject parent_instance;

  SoupSession *session; /* owned */
  LanyardLimits limits;
  int is_ready;         /* atomic: whether what a connection needs has been loaded */
  int is_ready_for_tls; /* atomic: likewise for one over https */
};

G_DEFINE_FINAL_TYPE (LanyardFetcher, lanyard_fetcher, G_TYPE_OBJECT)

/* One fetch, with copies of what the caller said. */
typedef struct
{
  LanyardRequest request;   /* owns its fields */
  LanyardLimits limits;
  LanyardExchangePlan plan; /* borrows the above */
  guint n_tried;
  gint64 retry_at;          /* UTC seconds, 0 if the server did not say */
} Fetch;

static void try_once (GTask *task);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free ((char *) fetch->request.url);
  g_free ((char *) fetch->request.etag);
  g_free ((char *) fetch->request.last_modified);
  g_clear_pointer (&fetch->request.credential, lanyard_credential_unref);
  g_clear_object (&fetch->request.file);
  g_free (fetch);
}

/* The wait is over, or the caller has cancelled. */
static gboolean
wait_ended_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    try_once (task);
  return G_SOURCE_REMOVE;
}

static void
wait_then_try (GTask *task,
               gint64 wait_ms)
{
  g_autoptr (GSource) timeout = g_timeout_source_new ((guint) wait_ms);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable != NULL)
    {
      g_autoptr (GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (timeout, cancelled);
    }
  g_task_attach_source (task, timeout, wait_ended_cb);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  LanyardSetback setback;
  g_autoptr (GError) error = NULL;
  LanyardResponse *response = lanyard_exchange_finish (result, &setback, &error);
  gint64 wait_ms;

  fetch->retry_at = setback.retry_after >= 0 ? g_get_real_time () / G_USEC_PER_SEC + setback.retry_after : 0;
  if (response != NULL)
    {
      g_task_return_pointer (task, response, (GDestroyNotify) lanyard_response_unref);
      return;
    }

  fetch->n_tried++;
  fetch->plan.is_retry = TRUE;
  wait_ms = lanyard_retry_choose_wait (&fetch->limits, fetch->n_tried, setback.retry_after);
  if (!setback.may_pass || fetch->n_tried > fetch->limits.n_retries || wait_ms < 0 ||
      g_get_monotonic_time () + wait_ms * 1000 >= fetch->plan.deadline)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    wait_then_try (task, wait_ms);
}

static void
try_once (GTask *task)
{
  LanyardFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  lanyard_exchange_async (self->session, &fetch->plan, g_task_get_cancellable (task), tried_cb, g_object_ref (task));
}

/* --- getting ready --------------------------------------------------------- */

static gboolean
is_for_tls (const Fetch *fetch)
{
  return g_ascii_strncasecmp (fetch->request.url, "https:", strlen ("https:")) == 0;
}

static void
get_ready_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GTlsBackend *tls = g_tls_backend_get_default ();
  g_autoptr (GTlsDatabase) authorities = NULL;

  g_proxy_resolver_get_default ();
  g_network_monitor_get_default ();
  if (GPOINTER_TO_INT (task_data))
    authorities = g_tls_backend_get_default_database (tls);
  g_task_return_boolean (task, TRUE);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardFetcher *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_atomic_int_set (&self->is_ready, TRUE);
  if (is_for_tls (g_task_get_task_data (task)))
    g_atomic_int_set (&self->is_ready_for_tls, TRUE);
  try_once (task);
}

/* The first connection of a program loads GIO's modules and the authorities,
 * and asks services on the bus. That takes tens of milliseconds, which a window
 * shall not notice. */
static void
get_ready_then_try (GTask *task)
{
  LanyardFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GTask) readying = NULL;

  if (g_atomic_int_get (is_for_tls (fetch) ? &self->is_ready_for_tls : &self->is_ready))
    {
      try_once (task);
      return;
    }
  readying = g_task_new (NULL, g_task_get_cancellable (task), ready_cb, g_object_ref (task));
  g_task_set_source_tag (readying, get_ready_then_try);
  g_task_set_task_data (readying, GINT_TO_POINTER (is_for_tls (fetch)), NULL);
  g_task_set_return_on_cancel (readying, TRUE);
  g_task_run_in_thread (readying, get_ready_in_thread);
}

static void
lanyard_fetcher_finalize (GObject *object)
{
  LanyardFetcher *self = LANYARD_FETCHER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (lanyard_fetcher_parent_class)->finalize (object);
}

static void
lanyard_fetcher_class_init (LanyardFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_fetcher_finalize;
}

static void
lanyard_fetcher_init (LanyardFetcher *self)
{
  g_autofree char *user_agent = g_strdup_printf ("Lanyard/%s (+" HOMEPAGE ")", APP_VERSION);

  self->limits = (LanyardLimits) {
    .connect_ms = 15 * 1000,
    .silence_ms = 30 * 1000,
    .total_ms = 120 * 1000,
    .max_bytes = 32 * 1024 * 1024,
    .file_ms = 60 * 60 * 1000,
    .max_file_bytes = G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024,
    .n_redirects = 5,
    .n_retries = 3,
    .backoff_ms = 1000,
    .longest_wait_ms = 60 * 1000,
  };
  self->session = g_object_new (SOUP_TYPE_SESSION,
                                "user-agent", user_agent,
                                "max-conns-per-host", CONNECTIONS_PER_HOST,
                                "idle-timeout", IDLE_TIMEOUT,
                                NULL);
}

/**
 * lanyard_fetcher_new:
 *
 * Makes a fetcher that asks patiently: 15 s to connect, 30 s of silence, 120 s
 * in total, 32 MiB, 5 redirects, 3 retries; for a file an hour and 2 GiB.
 *
 * Returns: (transfer full): it
 */
LanyardFetcher *
lanyard_fetcher_new (void)
{
  return g_object_new (LANYARD_TYPE_FETCHER, NULL);
}

/**
 * lanyard_fetcher_set_limits:
 * @self: a fetcher
 * @limits: how much patience there is, milliseconds and bytes
 *
 * Sets the limits of what is fetched from now on.
 */
void
lanyard_fetcher_set_limits (LanyardFetcher      *self,
                            const LanyardLimits *limits)
{
  g_return_if_fail (LANYARD_IS_FETCHER (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}

/**
 * lanyard_fetcher_set_tls_database:
 * @self: a fetcher
 * @database: whom to trust
 *
 * Trusts other authorities than the system's. For tests, which have their own.
 */
void
lanyard_fetcher_set_tls_database (LanyardFetcher *self,
                                  GTlsDatabase   *database)
{
  g_return_if_fail (LANYARD_IS_FETCHER (self));
  g_return_if_fail (G_IS_TLS_DATABASE (database));

  soup_session_set_tls_database (self->session, database);
}

/**
 * lanyard_fetcher_fetch_async:
 * @self: a fetcher
 * @request: what to ask; copied
 * @progress: (nullable): told how much has arrived; from the beginning again if a try failed
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it at any moment
 * @callback: called when it is done, in the thread's default main context
 * @user_data: for @callback
 *
 * Fetches what an address has. What may pass (a time-out, a lost connection,
 * 502, 503, 504, and 429 if the server says for how long) is tried again; the
 * total time of the limits is for all tries together. A file is written from
 * its beginning at each try; what is in it after a failure is the caller's to
 * delete.
 */
void
lanyard_fetcher_fetch_async (LanyardFetcher       *self,
                             const LanyardRequest *request,
                             LanyardProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Fetch *fetch;
  gint64 longest_ms;

  g_return_if_fail (LANYARD_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->url != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_fetcher_fetch_async);
  fetch = g_new0 (Fetch, 1);
  fetch->request = *request;
  fetch->request.url = g_strdup (request->url);
  fetch->request.etag = g_strdup (request->etag);
  fetch->request.last_modified = g_strdup (request->last_modified);
  if (request->credential != NULL)
    lanyard_credential_ref (request->credential);
  if (request->file != NULL)
    g_object_ref (request->file);
  fetch->limits = self->limits;
  longest_ms = request->file != NULL ? self->limits.file_ms : self->limits.total_ms;
  fetch->plan = (LanyardExchangePlan) {
    .request = &fetch->request,
    .limits = &fetch->limits,
    .deadline = g_get_monotonic_time () + longest_ms * 1000,
    .progress = progress,
    .progress_data = progress_data,
  };
  g_task_set_task_data (task, fetch, fetch_free);
  get_ready_then_try (task);
}

/**
 * lanyard_fetcher_fetch_finish:
 * @self: a fetcher
 * @result: what the callback got
 * @retry_at: (out) (optional): when the server wants to be asked again, UTC seconds by
 *   the system's clock; 0 if it did not say
 * @error: a #LanyardNetError, or %G_IO_ERROR_CANCELLED
 *
 * Ends a fetch.
 *
 * Returns: (transfer full) (nullable): the answer, of status 200, or of 304
 *   if the request had a condition
 */
LanyardResponse *
lanyard_fetcher_fetch_finish (LanyardFetcher  *self,
                              GAsyncResult    *result,
                              gint64          *retry_at,
                              GError         **error)
{
  Fetch *fetch;

  g_return_val_if_fail (LANYARD_IS_FETCHER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  fetch = g_task_get_task_data (G_TASK (result));
  if (retry_at != NULL)
    *retry_at = fetch->retry_at;
  return g_task_propagate_pointer (G_TASK (result), error);
}
