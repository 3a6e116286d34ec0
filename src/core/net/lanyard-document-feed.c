/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Downloads a feed that is one document: a schedule's XML or JSON, a calendar.
 * Which of them it is, the formats tell. Called by sync; main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-document-feed.h"
#include "lanyard-origin.h"
#include "lanyard-validators.h"

/* The task's data. */
typedef struct
{
  char     *url;         /* owned */
  char     *validators;  /* owned, nullable: as they were given */
  gboolean  has_account;
  gint64    retry_at;    /* UTC seconds, 0 if the server did not say */
} Download;

static void
download_data_free (gpointer data)
{
  Download *self = data;

  g_free (self->url);
  g_free (self->validators);
  g_free (self);
}

/* Whether the feed is to be asked for at @last the next time: the same server
 * has sent there, or to https. What another server was sent to give may be
 * there for this once, and so may what has a query. */
static gboolean
is_lasting (const char *asked,
            const char *last)
{
  g_autoptr (GUri) from = lanyard_origin_parse_url (asked, NULL);
  g_autoptr (GUri) to = lanyard_origin_parse_url (last, NULL);

  return from != NULL && to != NULL && g_uri_get_query (to) == NULL &&
         g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) == 0 &&
         (g_uri_get_port (from) == g_uri_get_port (to) || g_str_equal (g_uri_get_scheme (to), "https"));
}

static void
document_came_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Download *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (LanyardResponse) response =
      lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, &self->retry_at, &error);
  LanyardDownload *download;

  if (response == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  download = lanyard_download_new (is_lasting (self->url, response->url) ? response->url : self->url);
  download->is_unmodified = response->body == NULL;
  if (download->is_unmodified)
    download->validators = g_strdup (self->validators);
  else
    {
      const LanyardValidator told = { response->etag, response->last_modified };

      g_ptr_array_add (download->documents, g_bytes_ref (response->body));
      download->validators = lanyard_validators_pack (&told, 1, self->has_account);
    }
  g_task_return_pointer (task, download, (GDestroyNotify) lanyard_download_free);
}

/**
 * lanyard_document_feed_download_async:
 * @fetcher: what fetches
 * @url: the document's address
 * @credential: (nullable): who asks; used only if it is for the document's server
 * @validators: (nullable): what an earlier download said
 * @by_hand: whether somebody waits for what is new now, so that caches on the way are passed by
 * @progress: (nullable) (scope notified): told how many bytes have arrived
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Downloads a document. A web page in its place is an error.
 */
void
lanyard_document_feed_download_async (LanyardFetcher      *fetcher,
                                      const char          *url,
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
  LanyardValidator told = { 0 };
  LanyardRequest request;
  Download *self;

  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (url != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Download, 1);
  self->url = g_strdup (url);
  self->validators = g_strdup (validators);
  self->has_account = credential != NULL;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_document_feed_download_async);
  g_task_set_task_data (task, self, download_data_free);

  lanyard_validators_unpack (validators, &told, 1, self->has_account);
  request = (LanyardRequest) {
    .url = url,
    .credential = credential,
    .etag = told.etag,
    .last_modified = told.last_modified,
    .past_caches = by_hand,
    .wants_document = TRUE,
  };
  lanyard_fetcher_fetch_async (fetcher, &request, progress, progress_data, cancellable, document_came_cb,
                               g_object_ref (task));
  lanyard_validator_clear (&told);
}

/**
 * lanyard_document_feed_download_finish:
 * @result: what the callback got
 * @retry_at: (out) (optional): when the server wants to be asked again, UTC seconds
 *   by the system's clock; 0 if it did not say
 * @error: return location for an error of %LANYARD_NET_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Ends lanyard_document_feed_download_async().
 *
 * Returns: (transfer full) (nullable): the document, or none if it is as it was
 */
LanyardDownload *
lanyard_document_feed_download_finish (GAsyncResult  *result,
                                       gint64        *retry_at,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (retry_at != NULL)
    *retry_at = ((Download *) g_task_get_task_data (G_TASK (result)))->retry_at;
  return g_task_propagate_pointer (G_TASK (result), error);
}
