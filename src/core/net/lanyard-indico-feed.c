/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Downloads an event of an Indico: its three export documents at once, as they
 * are, for the formats to read. One cancel ends all, the first real error ends
 * all, progress is of all. Called by sync; main thread.
 *
 *   /export/event/N.json?detail=sessions&tz=UTC       blocks and the talks in them
 *   /export/event/N.json?detail=contributions&tz=UTC  every talk
 *   /export/timetable/N.json                          breaks, and what is on the grid
 *
 * An event that is not there, or hidden, has documents too: with nothing in
 * them, which the formats tell. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-indico-feed-private.h"
#include "lanyard-validators.h"

/* Between two calls of the caller's progress function. */
#define PROGRESS_US (G_USEC_PER_SEC / 10)

enum
{
  SESSIONS,
  CONTRIBUTIONS,
  TIMETABLE,
  N_DOCUMENTS
};

static const struct
{
  const char *kind;
  const char *query;
} exports[N_DOCUMENTS] = {
  [SESSIONS] = { "event", "detail=sessions&tz=UTC" },
  [CONTRIBUTIONS] = { "event", "detail=contributions&tz=UTC" },
  [TIMETABLE] = { "timetable", "" },
};

typedef struct
{
  GTask                  *task;       /* owned while this is asked for, else NULL */
  LanyardValidator  validator;  /* owned: what the last download was told, as long as it is of use */
  LanyardResponse        *response;   /* owned, nullable */
  gboolean                is_refused; /* the server gives the others only */
  guint64                 n_bytes;
  guint64                 n_total;    /* 0 if unknown */
} Document;

/* The task's data. */
typedef struct
{
  LanyardFetcher      *fetcher;      /* owned */
  LanyardAddress      *address;      /* owned */
  LanyardCredential   *credential;   /* owned, nullable */
  char                *validators;   /* owned, nullable: as they were given */
  gboolean             by_hand;
  LanyardProgressFunc  progress;     /* nullable */
  gpointer             progress_data; /* the caller's */
  gint64               progress_at;  /* monotonic time of the last call */
  GCancellable        *all;          /* owned: ends all requests */
  GCancellable        *cancellable;  /* owned, nullable: the caller's */
  gulong               cancelled_id;
  Document             documents[N_DOCUMENTS];
  guint                n_pending;
  GError              *error;        /* owned, nullable: the first real one */
  gint64               retry_at;     /* UTC seconds, 0 if the server did not say */
} Download;

static void
download_data_free (gpointer data)
{
  Download *self = data;

  g_clear_signal_handler (&self->cancelled_id, self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->all);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      lanyard_validator_clear (&self->documents[i].validator);
      g_clear_pointer (&self->documents[i].response, lanyard_response_unref);
    }
  g_clear_error (&self->error);
  g_clear_pointer (&self->validators, g_free);
  g_clear_pointer (&self->credential, lanyard_credential_unref);
  g_clear_pointer (&self->address, lanyard_address_unref);
  g_clear_object (&self->fetcher);
  g_free (self);
}

/* --- the end --------------------------------------------------------------- */

static gboolean
is_new (const Document *document)
{
  return document->response != NULL && document->response->body != NULL;
}

static gboolean
is_unmodified (const Document *document)
{
  return document->response != NULL && document->response->body == NULL;
}

static guint
count (const Download *self,
       gboolean (*is_so) (const Document *document))
{
  guint n = 0;

  for (guint i = 0; i < N_DOCUMENTS; i++)
    n += is_so (&self->documents[i]);
  return n;
}

/* A server that has moved is asked at its new address the next time, unless
 * that is less private. */
static char *
dup_last_url (const Download *self)
{
  const LanyardResponse *response = self->documents[SESSIONS].response;
  g_autoptr (LanyardAddress) last = lanyard_address_parse (response->url, NULL);

  if (last != NULL && g_strcmp0 (last->event, self->address->event) == 0 &&
      (g_str_has_prefix (last->origin, "https:") || g_str_has_prefix (self->address->origin, "http:")))
    return g_strdup (last->url);
  return g_strdup (self->address->url);
}

static LanyardDownload *
make_download (const Download *self)
{
  g_autofree char *url = dup_last_url (self);
  LanyardDownload *download = lanyard_download_new (url);
  LanyardValidator told[N_DOCUMENTS] = { 0 };

  download->is_unmodified = count (self, is_unmodified) > 0;
  if (download->is_unmodified)
    {
      download->validators = g_strdup (self->validators);
      return download;
    }

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      const LanyardResponse *response = self->documents[i].response;

      if (response == NULL)
        continue;
      g_ptr_array_add (download->documents, g_bytes_ref (response->body));
      told[i] = (LanyardValidator) { response->etag, response->last_modified };
    }
  download->validators = lanyard_validators_pack (told, N_DOCUMENTS, self->credential != NULL);
  return download;
}

/* Indico has all exports, whatever the event; where there are none is no
 * Indico. */
static GError *
take_error (Download *self)
{
  g_autofree char *host = NULL;

  if (!g_error_matches (self->error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND))
    return g_steal_pointer (&self->error);
  host = lanyard_indico_feed_dup_host (self->address);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND,
                      _("“%s” has no Indico at this address; check it, and paste that of the conference’s page."), host);
}

/* --- the documents --------------------------------------------------------- */

static void ask_for_documents (GTask *task);

/* Some is new and some is as it was: what is as it was is needed after all. */
static gboolean
needs_the_rest (const Download *self)
{
  const Document *timetable = &self->documents[TIMETABLE];
  gboolean has_lost = timetable->is_refused && (timetable->validator.etag != NULL || timetable->validator.last_modified != NULL);

  return count (self, is_unmodified) > 0 && (count (self, is_new) > 0 || has_lost);
}

static void
all_came (GTask *task)
{
  Download *self = g_task_get_task_data (task);

  if (self->error != NULL)
    {
      g_task_return_error (task, take_error (self));
      return;
    }
  if (!needs_the_rest (self))
    {
      g_task_return_pointer (task, make_download (self), (GDestroyNotify) lanyard_download_free);
      return;
    }

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      lanyard_validator_clear (&self->documents[i].validator);
      if (is_unmodified (&self->documents[i]))
        g_clear_pointer (&self->documents[i].response, lanyard_response_unref);
    }
  ask_for_documents (task);
}

static void
report_progress (Download *self,
                 gboolean  is_due)
{
  gint64 now = g_get_monotonic_time ();
  guint64 n_bytes = 0, n_total = 0;
  gboolean is_total_known = TRUE;

  if (self->progress == NULL || (!is_due && now - self->progress_at < PROGRESS_US))
    return;
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      const Document *document = &self->documents[i];

      n_bytes += document->n_bytes;
      n_total += document->n_total;
      is_total_known &= document->n_total > 0 || document->response != NULL || document->is_refused;
    }
  self->progress_at = now;
  self->progress (n_bytes, is_total_known ? n_total : 0, self->progress_data);
}

static void
arrived_cb (guint64  n_bytes,
            guint64  n_total,
            gpointer user_data)
{
  Document *document = user_data;

  document->n_bytes = n_bytes;
  document->n_total = n_total;
  report_progress (g_task_get_task_data (document->task), FALSE);
}

/* Whether the server says for good that it has no timetable for us. The talks
 * are a programme without it. Trouble that may pass is none of this: a refresh
 * would lose all breaks over it. */
static gboolean
is_refusal (const Download *self,
            const Document *document,
            const GError   *error)
{
  return document == &self->documents[TIMETABLE] && error->domain == LANYARD_NET_ERROR &&
         (error->code == LANYARD_NET_ERROR_NOT_FOUND || error->code == LANYARD_NET_ERROR_FORBIDDEN ||
          error->code == LANYARD_NET_ERROR_STATUS);
}

static void
document_came_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Document *document = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&document->task);
  Download *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gint64 retry_at;

  document->response = lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, &retry_at, &error);
  if (document->response != NULL)
    {
      document->n_bytes = is_new (document) ? g_bytes_get_size (document->response->body) : 0;
      document->n_total = document->n_bytes;
    }
  else if (is_refusal (self, document, error))
    document->is_refused = TRUE;
  else if (self->error == NULL)
    {
      self->error = g_steal_pointer (&error);
      self->retry_at = retry_at;
      g_cancellable_cancel (self->all);
    }

  if (--self->n_pending > 0)
    return;
  if (self->error == NULL)
    report_progress (self, TRUE);
  all_came (task);
}

static void
ask_for_document (GTask    *task,
                  Document *document,
                  guint     i)
{
  Download *self = g_task_get_task_data (task);
  g_autofree char *path = g_strdup_printf ("/export/%s/%s.json", exports[i].kind, self->address->event);
  const char *separator = *exports[i].query != '\0' ? "&" : "";
  g_autofree char *query = g_strconcat (exports[i].query, self->by_hand ? separator : NULL, "nocache=yes", NULL);
  g_autofree char *url = lanyard_indico_feed_dup_export (self->address, path, query, self->credential);
  const LanyardRequest request = {
    .url = url,
    .credential = self->credential,
    .etag = document->validator.etag,
    .last_modified = document->validator.last_modified,
    .wants_json = TRUE,
    .past_caches = self->by_hand,
  };

  document->task = g_object_ref (task);
  self->n_pending++;
  lanyard_fetcher_fetch_async (self->fetcher, &request, arrived_cb, document, self->all, document_came_cb, document);
}

/* Asks for all that are not there yet. */
static void
ask_for_documents (GTask *task)
{
  Download *self = g_task_get_task_data (task);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    if (self->documents[i].response == NULL && !self->documents[i].is_refused)
      ask_for_document (task, &self->documents[i], i);
}

/* --- the beginning --------------------------------------------------------- */

static void
cancelled_cb (GCancellable *cancellable,
              GCancellable *all)
{
  g_cancellable_cancel (all);
}

/**
 * lanyard_indico_feed_download_async:
 * @fetcher: what fetches
 * @address: where the event is, with its number
 * @credential: (nullable): who asks; used only if it is for @address's server
 * @validators: (nullable): what an earlier download said
 * @by_hand: whether somebody waits for what is new now, so that Indico's own cache of ten minutes is passed by
 * @progress: (nullable) (scope notified): told how many bytes of all documents have arrived
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Downloads the documents of an event.
 */
void
lanyard_indico_feed_download_async (LanyardFetcher      *fetcher,
                                    LanyardAddress      *address,
                                    LanyardCredential   *credential,
                                    const char          *validators,
                                    gboolean             by_hand,
                                    LanyardProgressFunc  progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  LanyardValidator told[N_DOCUMENTS] = { 0 };
  Download *self;

  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (address != NULL && address->event != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Download, 1);
  self->fetcher = g_object_ref (fetcher);
  self->address = lanyard_address_ref (address);
  self->credential = credential != NULL ? lanyard_credential_ref (credential) : NULL;
  self->validators = g_strdup (validators);
  self->by_hand = by_hand;
  self->progress = progress;
  self->progress_data = progress_data;
  self->all = g_cancellable_new ();
  lanyard_validators_unpack (validators, told, N_DOCUMENTS, credential != NULL);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    self->documents[i].validator = told[i];

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_indico_feed_download_async);
  g_task_set_task_data (task, self, download_data_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (g_set_object (&self->cancellable, cancellable))
    self->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self->all);

  ask_for_documents (task);
}

/**
 * lanyard_indico_feed_download_finish:
 * @result: what the callback got
 * @retry_at: (out) (optional): when the server wants to be asked again, UTC seconds
 *   by the system's clock; 0 if it did not say
 * @error: return location for an error of %LANYARD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_indico_feed_download_async().
 *
 * Returns: (transfer full) (nullable): the documents, in the order sessions,
 *   contributions, timetable; the last may be missing, and all are if nothing
 *   has changed
 */
LanyardDownload *
lanyard_indico_feed_download_finish (GAsyncResult  *result,
                                     gint64        *retry_at,
                                     GError       **error)
{
  Download *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (retry_at != NULL)
    *retry_at = self->retry_at;
  return g_task_propagate_pointer (G_TASK (result), error);
}
