/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The end of a try that got an answer: its body is read into memory or into a
 * file, while patience lasts, and judged. lanyard-exchange.c calls it, in the
 * caller's main context. */

#include "config.h"

#include "lanyard-body-file.h"
#include "lanyard-body.h"
#include "lanyard-content.h"
#include "lanyard-exchange-private.h"
#include "lanyard-failure.h"

/* Between two calls of the caller's progress function. */
#define PROGRESS_US (G_USEC_PER_SEC / 10)

LanyardResponse *
lanyard_exchange_make_response (LanyardExchange *exchange,
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
report_progress (LanyardExchange *exchange,
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
  LanyardExchange *exchange = user_data;

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
  LanyardExchange *exchange = g_task_get_task_data (task);
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
      lanyard_exchange_fail_with_cause (task, error);
      return;
    }

  report_progress (exchange, g_bytes_get_size (body));
  response = lanyard_exchange_make_response (exchange, body);
  encoding = soup_message_headers_get_one (soup_message_get_response_headers (exchange->message), "Content-Encoding");
  switch (lanyard_content_judge (response, encoding, exchange->plan->request))
    {
    case LANYARD_CONTENT_PAGE:
      lanyard_exchange_end_with_error (task, lanyard_failure_new_for_wall (exchange->asked_host, exchange->host));
      break;
    case LANYARD_CONTENT_PACKED:
      lanyard_exchange_fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The body cannot be unpacked"));
      break;
    case LANYARD_CONTENT_CUT:
      lanyard_exchange_fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "The body has no end"));
      break;
    case LANYARD_CONTENT_GOOD:
    default:
      lanyard_exchange_end_with_response (task, g_steal_pointer (&response));
      break;
    }
}

static void
body_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardExchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  guint64 n_bytes;

  exchange->is_saving = FALSE;
  if (!lanyard_body_save_finish (result, &n_bytes, &error))
    {
      lanyard_exchange_fail_with_cause (task, error);
      return;
    }
  report_progress (exchange, n_bytes);
  lanyard_exchange_end_with_response (task, lanyard_exchange_make_response (exchange, NULL));
}

static gboolean
is_refused_page (LanyardExchange *exchange)
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
  LanyardExchange *exchange = g_task_get_task_data (task);
  const LanyardExchangePlan *plan = exchange->plan;

  exchange->is_saving = TRUE;
  lanyard_body_save_async (stream, plan->request->file, exchange->n_total, plan->limits->max_file_bytes, arrived_cb,
                           exchange, lanyard_patience_get_cancellable (exchange->patience), body_saved_cb,
                           g_object_ref (task));
}

/* Reads what came with status 200, into memory or into a file, and ends. */
void
lanyard_exchange_read_body (GTask        *task,
           GInputStream *stream)
{
  LanyardExchange *exchange = g_task_get_task_data (task);
  const LanyardExchangePlan *plan = exchange->plan;
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  gboolean has_length = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
  guint64 length = has_length ? (guint64) soup_message_headers_get_content_length (headers) : 0;
  guint64 max_bytes = plan->request->file != NULL ? plan->limits->max_file_bytes : plan->limits->max_bytes;

  if (soup_message_headers_get_one (headers, "Content-Encoding") == NULL)
    exchange->n_total = length;
  if (length > max_bytes)
    lanyard_exchange_fail_with_cause (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Content-Length is too large"));
  else if (is_refused_page (exchange))
    lanyard_exchange_end_with_error (task, lanyard_failure_new_for_wall (exchange->asked_host, exchange->host));
  else if (plan->request->file != NULL)
    save_body (task, stream);
  else
    lanyard_body_read_async (stream, plan->limits->max_bytes, arrived_cb, exchange,
                             lanyard_patience_get_cancellable (exchange->patience), body_read_cb, g_object_ref (task));
}
