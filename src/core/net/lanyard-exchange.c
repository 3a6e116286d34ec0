/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One try to get an answer: sends the request, follows redirects by our rules
 * instead of libsoup's, reads the body and says why there is none. The fetcher
 * calls it, in the caller's main context. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-body-file.h"
#include "lanyard-body.h"
#include "lanyard-content.h"
#include "lanyard-exchange.h"
#include "lanyard-failure.h"
#include "lanyard-origin.h"
#include "lanyard-patience.h"
#include "lanyard-question.h"
#include "lanyard-redirect.h"
#include "lanyard-retry.h"

/* Largest part of an error's page that is read to learn what it means. */
#define LONGEST_WORDS (64 * 1024)

/* Between two calls of the caller's progress function. */
#define PROGRESS_US (G_USEC_PER_SEC / 10)

typedef struct
{
  SoupSession *session;            /* owned */
  const LanyardExchangePlan *plan; /* the caller's */
  LanyardPatience *patience;       /* owned */
  char *asked_host;                /* owned: of the request */
  GUri *uri;                       /* owned: what is asked now */
  char *host;                      /* owned: of uri */
  SoupMessage *message;            /* owned, nullable until sent */
  LanyardCredential *used;         /* the request's, nullable: who asks with message */
  GCancellable *asking;            /* owned, nullable until sent: ends what libsoup does for message */
  GSource *last_resort;            /* owned, nullable once ended */
  gboolean is_connecting;          /* whether libsoup has no connection for message yet */
  gboolean has_ended;              /* whether the caller has been told */
  gboolean has_answered;           /* whether the head of an answer came for message */
  gboolean is_saving;              /* whether the body is on its way into a file */
  gboolean has_left;               /* whether a redirect led to another origin */
  guint n_redirects;
  gint64 progress_at;              /* when the caller was last told, monotonic */
  guint64 n_total;                 /* bytes of the body, 0 if not known */
  LanyardSetback setback;
} Exchange;

static void send_message (GTask *task);

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  if (exchange->message != NULL)
    g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->asking);
  g_clear_pointer (&exchange->patience, lanyard_patience_free);
  g_clear_pointer (&exchange->asked_host, g_free);
  g_clear_pointer (&exchange->host, g_free);
  g_clear_pointer (&exchange->uri, g_uri_unref);
  g_clear_object (&exchange->session);
  g_free (exchange);
}

/* --- ending ---------------------------------------------------------------- */

/* From here on the caller's plan may be gone; what libsoup still calls finds
 * that it has ended. libsoup 3.6.5 uses freed memory if it is cancelled while
 * it connects, so that it is told when it has connected. */
static void
end (Exchange *exchange)
{
  exchange->has_ended = TRUE;
  if (exchange->asking != NULL && !exchange->is_connecting)
    g_cancellable_cancel (exchange->asking);
  if (exchange->last_resort != NULL)
    g_source_destroy (exchange->last_resort);
  g_clear_pointer (&exchange->last_resort, g_source_unref);
  lanyard_patience_stop (exchange->patience);
}

static void
end_with_error (GTask  *task,
                GError *error)
{
  end (g_task_get_task_data (task));
  g_task_return_error (task, error);
}

static void
end_with_response (GTask           *task,
                   LanyardResponse *response)
{
  end (g_task_get_task_data (task));
  g_task_return_pointer (task, response, (GDestroyNotify) lanyard_response_unref);
}

/* --- failing --------------------------------------------------------------- */

/* Asked only when a connection failed: what the system believes of the network
 * may be wrong, and this computer itself can always be reached. */
static gboolean
has_network (GUri *uri)
{
  return lanyard_origin_is_loopback (uri) ||
         g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

/* The caller's own cancelling stays what it is, and so does what the disk said. */
static void
fail_with_cause (GTask  *task,
                 GError *cause)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) owned_cause = cause;
  LanyardPatienceEnd reason = lanyard_patience_get_end (exchange->patience);
  gboolean is_cancelled = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  LanyardFailurePlace place = {
    .host = exchange->host,
    .has_answered = exchange->has_answered,
    .has_network = TRUE,
    .is_file = exchange->plan->request->file != NULL,
  };

  if ((is_cancelled && reason == LANYARD_PATIENCE_LASTS) || cause->domain == LANYARD_NET_ERROR)
    {
      end_with_error (task, g_steal_pointer (&owned_cause));
      return;
    }

  if (!exchange->has_answered)
    place.has_network = has_network (exchange->uri);
  if (exchange->message != NULL)
    place.flags = soup_message_get_tls_peer_certificate_errors (exchange->message);
  if (is_cancelled && place.has_network)
    end_with_error (task, lanyard_failure_new_for_patience (reason, exchange->host, &exchange->setback.may_pass));
  else
    end_with_error (task, lanyard_failure_new_for_connection (cause, &place, &exchange->setback.may_pass));
}

static void
fail_with_status (GTask  *task,
                  GBytes *words)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  guint status = soup_message_get_status (exchange->message);

  /* Cloudflare's captcha comes with a status that means something else. */
  if (g_strcmp0 (soup_message_headers_get_one (headers, "cf-mitigated"), "challenge") == 0)
    {
      end_with_error (task, lanyard_failure_new_for_wall (exchange->asked_host, exchange->host));
      return;
    }
  exchange->setback.retry_after = lanyard_retry_parse_after (headers);
  end_with_error (task, lanyard_failure_new_for_status (status, exchange->host, exchange->used, words,
                                                        exchange->setback.retry_after, &exchange->setback.may_pass));
}

/* --- succeeding ------------------------------------------------------------ */

static LanyardResponse *
make_response (Exchange *exchange,
               GBytes   *body)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  LanyardResponse *response = g_atomic_rc_box_new0 (LanyardResponse);

  response->body = body != NULL ? g_bytes_ref (body) : NULL;
  response->url = g_uri_to_string (exchange->uri);
  response->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  response->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  response->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  response->is_indico = soup_message_headers_get_one (headers, "X-Indico-URL") != NULL;
  return response;
}

static void
report_progress (Exchange *exchange,
                 guint64   n_bytes)
{
  exchange->progress_at = g_get_monotonic_time ();
  if (exchange->plan->progress != NULL)
    exchange->plan->progress (n_bytes, exchange->n_total, exchange->plan->progress_data);
}

static void
arrived_cb (guint64  n_bytes,
            gpointer user_data)
{
  Exchange *exchange = user_data;

  if (exchange->has_ended)
    return;
  lanyard_patience_wait (exchange->patience, LANYARD_PATIENCE_SILENCE, exchange->plan->limits->silence_ms);
  if (g_get_monotonic_time () - exchange->progress_at >= PROGRESS_US)
    report_progress (exchange, n_bytes);
}

static void
body_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) body = lanyard_body_read_finish (result, &error);
  g_autoptr (LanyardResponse) response = NULL;
  const char *encoding;

  if (exchange->has_ended)
    {
      g_clear_error (&error);
      return;
    }
  if (error != NULL)
    {
      fail_with_cause (task, error);
      return;
    }

  report_progress (exchange, g_bytes_get_size (body));
  response = make_response (exchange, body);
  encoding = soup_message_headers_get_one (soup_message_get_response_headers (exchange->message), "Content-Encoding");
  switch (lanyard_content_judge (response, encoding, exchange->plan->request->wants_json))
    {
    case LANYARD_CONTENT_PAGE:
      end_with_error (task, lanyard_failure_new_for_wall (exchange->asked_host, exchange->host));
      break;
    case LANYARD_CONTENT_PACKED:
      fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The body cannot be unpacked"));
      break;
    case LANYARD_CONTENT_CUT:
      fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "The body has no end"));
      break;
    case LANYARD_CONTENT_GOOD:
    default:
      end_with_response (task, g_steal_pointer (&response));
      break;
    }
}

static void
body_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  guint64 n_bytes;

  exchange->is_saving = FALSE;
  if (!lanyard_body_save_finish (result, &n_bytes, &error))
    {
      fail_with_cause (task, error);
      return;
    }
  report_progress (exchange, n_bytes);
  end_with_response (task, make_response (exchange, NULL));
}

/* A page of an error that is too long or breaks off still has its status. */
static void
words_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) words = lanyard_body_read_finish (result, &error);

  if (exchange->has_ended)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      lanyard_patience_get_end (exchange->patience) == LANYARD_PATIENCE_LASTS)
    end_with_error (task, g_steal_pointer (&error));
  else
    fail_with_status (task, words);
}

/* --- redirects ------------------------------------------------------------- */

static void
set_uri (Exchange *exchange,
         GUri     *uri)
{
  g_clear_pointer (&exchange->uri, g_uri_unref);
  g_clear_pointer (&exchange->host, g_free);
  exchange->uri = g_uri_ref (uri);
  exchange->host = lanyard_origin_dup_host (uri);
}

/* A redirect that comes back later does not bring the credential back. */
static void
follow (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GUri) next = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *next_origin = NULL;

  if (exchange->n_redirects == exchange->plan->limits->n_redirects)
    {
      end_with_error (task, g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_REDIRECTS,
                                         _("“%s” redirects again and again; check the address."), exchange->host));
      return;
    }
  next = lanyard_redirect_parse (exchange->message, exchange->uri, exchange->host, &error);
  if (next == NULL)
    {
      end_with_error (task, error);
      return;
    }
  origin = lanyard_origin_dup (exchange->uri);
  next_origin = lanyard_origin_dup (next);
  exchange->has_left |= !g_str_equal (origin, next_origin);
  exchange->n_redirects++;
  set_uri (exchange, next);
  send_message (task);
}

/* --- asking ---------------------------------------------------------------- */

/* Where connecting begins; until then the message waits for its turn. */
static void
network_event_cb (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  Exchange           *exchange)
{
  if (event == G_SOCKET_CLIENT_RESOLVING && !exchange->has_ended)
    lanyard_patience_wait (exchange->patience, LANYARD_PATIENCE_CONNECTING, exchange->plan->limits->connect_ms);
}

/* Connected. */
static void
starting_cb (SoupMessage *message,
             Exchange    *exchange)
{
  exchange->is_connecting = FALSE;
  if (exchange->has_ended)
    g_cancellable_cancel (exchange->asking);
  else
    lanyard_patience_wait (exchange->patience, LANYARD_PATIENCE_SILENCE, exchange->plan->limits->silence_ms);
}

static gboolean
is_refused_page (Exchange *exchange)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  return exchange->plan->request->refuses_pages &&
         lanyard_content_is_page_type (soup_message_headers_get_content_type (headers, NULL));
}

/* From here on the file is written; it is closed before the caller is told. */
static void
save_body (GTask        *task,
           GInputStream *stream)
{
  Exchange *exchange = g_task_get_task_data (task);
  const LanyardExchangePlan *plan = exchange->plan;

  exchange->is_saving = TRUE;
  lanyard_body_save_async (stream, plan->request->file, exchange->n_total, plan->limits->max_file_bytes, arrived_cb,
                           exchange, lanyard_patience_get_cancellable (exchange->patience), body_saved_cb,
                           g_object_ref (task));
}

static void
read_body (GTask        *task,
           GInputStream *stream)
{
  Exchange *exchange = g_task_get_task_data (task);
  const LanyardExchangePlan *plan = exchange->plan;
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  gboolean has_length = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
  guint64 length = has_length ? (guint64) soup_message_headers_get_content_length (headers) : 0;
  guint64 max_bytes = plan->request->file != NULL ? plan->limits->max_file_bytes : plan->limits->max_bytes;

  if (soup_message_headers_get_one (headers, "Content-Encoding") == NULL)
    exchange->n_total = length;
  if (length > max_bytes)
    fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Content-Length is too large"));
  else if (is_refused_page (exchange))
    end_with_error (task, lanyard_failure_new_for_wall (exchange->asked_host, exchange->host));
  else if (plan->request->file != NULL)
    save_body (task, stream);
  else
    lanyard_body_read_async (stream, plan->limits->max_bytes, arrived_cb, exchange,
                             lanyard_patience_get_cancellable (exchange->patience), body_read_cb, g_object_ref (task));
}

static void
read_answer (GTask        *task,
             GInputStream *stream)
{
  Exchange *exchange = g_task_get_task_data (task);
  GCancellable *cancellable = lanyard_patience_get_cancellable (exchange->patience);
  const LanyardRequest *request = exchange->plan->request;
  guint status = soup_message_get_status (exchange->message);

  if (lanyard_redirect_is (exchange->message))
    follow (task);
  else if (status == SOUP_STATUS_NOT_MODIFIED && (request->etag != NULL || request->last_modified != NULL))
    end_with_response (task, make_response (exchange, NULL));
  else if (status == SOUP_STATUS_OK)
    read_body (task, stream);
  else if (status == SOUP_STATUS_BAD_REQUEST || status == SOUP_STATUS_FORBIDDEN)
    lanyard_body_read_async (stream, LONGEST_WORDS, NULL, NULL, cancellable, words_read_cb, g_object_ref (task));
  else
    fail_with_status (task, NULL);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (exchange->has_ended)
    {
      g_clear_error (&error);
      return;
    }
  if (stream == NULL)
    {
      fail_with_cause (task, error);
      return;
    }
  exchange->has_answered = TRUE;
  lanyard_patience_wait (exchange->patience, LANYARD_PATIENCE_SILENCE, exchange->plan->limits->silence_ms);
  read_answer (task, stream);
}

static void
send_message (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  const LanyardRequest *request = exchange->plan->request;
  GError *error = NULL;
  g_autoptr (SoupMessage) message = lanyard_question_new (request, exchange->uri);

  exchange->used = NULL;
  if (!exchange->has_left && lanyard_question_may_sign (request, exchange->uri, exchange->host, &error))
    exchange->used = request->credential;
  if (error != NULL)
    {
      end_with_error (task, error);
      return;
    }
  if (exchange->used != NULL)
    lanyard_question_sign (message, exchange->used);
  if (exchange->plan->is_retry)
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  if (exchange->message != NULL)
    g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_set_object (&exchange->message, message);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), exchange);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), exchange);
  exchange->has_answered = FALSE;
  exchange->is_connecting = TRUE;
  g_clear_object (&exchange->asking);
  exchange->asking = g_cancellable_new ();
  lanyard_patience_rest (exchange->patience);
  soup_session_send_async (exchange->session, message, G_PRIORITY_DEFAULT, exchange->asking, sent_cb,
                           g_object_ref (task));
}

/* The caller is told at once. libsoup may still have to connect until it can be
 * told, and does not always come back then: not if a server drops an HTTP/2
 * connection at a bad moment. A file has to be closed first. */
static gboolean
last_resort_cb (GCancellable *cancellable,
                gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Exchange *exchange = g_task_get_task_data (task);

  if (exchange->is_saving)
    return G_SOURCE_REMOVE;
  fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled"));
  return G_SOURCE_REMOVE;
}

static GSource *
attach_last_resort (GTask        *task,
                    GCancellable *cancellable)
{
  GSource *source = g_cancellable_source_new (cancellable);

  /* An answer that is there comes first. The task owns the source. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (source, G_SOURCE_FUNC (last_resort_cb), task, NULL);
  g_source_attach (source, g_task_get_context (task));
  return source;
}

void
lanyard_exchange_async (SoupSession               *session,
                        const LanyardExchangePlan *plan,
                        GCancellable              *cancellable,
                        GAsyncReadyCallback        callback,
                        gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);
  g_autoptr (GUri) uri = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, lanyard_exchange_async);
  g_task_set_task_data (task, exchange, exchange_free);
  exchange->session = g_object_ref (session);
  exchange->plan = plan;
  exchange->patience = lanyard_patience_new (plan->deadline, cancellable);
  exchange->last_resort = attach_last_resort (task, lanyard_patience_get_cancellable (exchange->patience));
  exchange->setback.retry_after = -1;

  uri = lanyard_origin_parse_url (plan->request->url, &error);
  if (uri == NULL)
    {
      end_with_error (task, error);
      return;
    }
  set_uri (exchange, uri);
  exchange->asked_host = g_strdup (exchange->host);
  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    end_with_error (task, error);
  else
    send_message (task);
}

/* @setback: (out): what a failure means for the next try */
LanyardResponse *
lanyard_exchange_finish (GAsyncResult    *result,
                         LanyardSetback  *setback,
                         GError         **error)
{
  Exchange *exchange = g_task_get_task_data (G_TASK (result));

  *setback = exchange->setback;
  return g_task_propagate_pointer (G_TASK (result), error);
}
