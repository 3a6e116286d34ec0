/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a server can misbehave: answers a message of a SoupServer as a fault has
 * it. Tests' servers call it, in the thread and main context of the server. */

#include "config.h"

#include <string.h>

#include "lanyard-fault.h"

/* How many zeros a gzip bomb unpacks to. */
#define BOMB_SIZE (192 * 1024 * 1024)
#define BOMB_PIECE (1024 * 1024)

/* The body of an answer that is sent piece by piece. */
typedef struct
{
  SoupServerMessage *message; /* borrowed: it owns this */
  GBytes *body;               /* owned */
  gsize offset;               /* how much of it was sent */
  gsize n_each;               /* bytes a piece */
  guint pause_ms;             /* before a piece; 0 for no pause */
  gboolean is_endless;        /* begins anew at the end of the body */
  GSource *source;            /* owned, nullable: until the next piece */
} Drip;

static const struct
{
  LanyardFault fault;
  const char *name;
} fault_names[] = {
  { LANYARD_FAULT_NONE, "none" },
  { LANYARD_FAULT_SLOW, "slow" },
  { LANYARD_FAULT_SILENCE, "silence" },
  { LANYARD_FAULT_CUT, "cut" },
  { LANYARD_FAULT_WRONG_LENGTH, "wrong-length" },
  { LANYARD_FAULT_GZIP_BOMB, "gzip-bomb" },
  { LANYARD_FAULT_ENDLESS, "endless" },
  { LANYARD_FAULT_REDIRECT_LOOP, "redirect-loop" },
  { LANYARD_FAULT_REDIRECT_ELSEWHERE, "redirect-elsewhere" },
  { LANYARD_FAULT_REDIRECT_DOWN, "redirect-down" },
  { LANYARD_FAULT_CAPTIVE_PORTAL, "captive-portal" },
  { LANYARD_FAULT_LOGIN_PAGE, "login-page" },
  { LANYARD_FAULT_TOO_MANY, "too-many" },
  { LANYARD_FAULT_BUSY, "busy" },
  { LANYARD_FAULT_BROKEN, "broken" },
  { LANYARD_FAULT_GONE, "gone" },
};

static void
drip_stop (Drip *drip)
{
  if (drip->source != NULL)
    g_source_destroy (drip->source);
  g_clear_pointer (&drip->source, g_source_unref);
}

static void
drip_free (gpointer data)
{
  Drip *drip = data;

  drip_stop (drip);
  g_bytes_unref (drip->body);
  g_free (drip);
}

static gboolean
drip_cb (gpointer user_data)
{
  Drip *drip = user_data;
  SoupMessageBody *body = soup_server_message_get_response_body (drip->message);
  gsize n = MIN (drip->n_each, g_bytes_get_size (drip->body) - drip->offset);
  g_autoptr (GBytes) piece = g_bytes_new_from_bytes (drip->body, drip->offset, n);

  drip_stop (drip);
  drip->offset += n;
  if (drip->is_endless && drip->offset == g_bytes_get_size (drip->body))
    drip->offset = 0;

  if (n > 0)
    soup_message_body_append_bytes (body, piece);
  else
    soup_message_body_complete (body);
  soup_server_message_unpause (drip->message);
  return G_SOURCE_REMOVE;
}

/* A piece went out: the next one comes after the pause. */
static void
drip_next_cb (SoupServerMessage *message,
              Drip              *drip)
{
  if (drip->source != NULL)
    return;
  soup_server_message_pause (message);
  drip->source = drip->pause_ms > 0 ? g_timeout_source_new (drip->pause_ms) : g_idle_source_new ();
  g_source_set_callback (drip->source, drip_cb, drip, NULL);
  g_source_attach (drip->source, g_main_context_get_thread_default ());
}

static void
drip_ended_cb (SoupServerMessage *message,
               Drip              *drip)
{
  drip_stop (drip);
  g_signal_handlers_disconnect_by_data (message, drip);
}

static void
answer_with_drip (SoupServerMessage *message,
                  GBytes            *body,
                  gsize              n_each,
                  guint              pause_ms,
                  gboolean           is_endless)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  Drip *drip = g_new0 (Drip, 1);

  drip->message = message;
  drip->body = g_bytes_ref (body);
  drip->n_each = n_each;
  drip->pause_ms = pause_ms;
  drip->is_endless = is_endless;
  g_object_set_data_full (G_OBJECT (message), "drip", drip, drip_free);

  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (drip_next_cb), drip);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (drip_next_cb), drip);
  g_signal_connect (message, "finished", G_CALLBACK (drip_ended_cb), drip);
  g_signal_connect (message, "disconnected", G_CALLBACK (drip_ended_cb), drip);
}

/* The body, and then blanks for ever. */
static void
answer_without_end (SoupServerMessage *message,
                    GBytes            *body)
{
  const gsize piece_size = 64 * 1024;
  char *piece = g_malloc (piece_size);
  g_autoptr (GBytes) bytes = NULL;

  memset (piece, ' ', piece_size);
  bytes = g_bytes_new_take (piece, piece_size);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
  answer_with_drip (message, bytes, piece_size, 0, TRUE);
}

static void
pause_cb (SoupServerMessage *message,
          gpointer           user_data)
{
  soup_server_message_pause (message);
}

static void
answer_with_silence (SoupServerMessage *message,
                     GBytes            *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_set_content_length (headers, MAX (g_bytes_get_size (body), 1));
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (pause_cb), NULL);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GIOStream) connection = user_data;

  /* Whoever does not listen any more has seen enough. */
  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_io_stream_close (connection, NULL, NULL);
}

static void
free_bytes (gpointer  data,
            GObject  *where_the_object_was)
{
  g_bytes_unref (data);
}

/* Promises `length` bytes, sends `n` of the body, and closes the connection. */
static void
answer_and_close (SoupServerMessage *message,
                  const char        *content_type,
                  GBytes            *body,
                  gsize              length,
                  gsize              n)
{
  GIOStream *connection = soup_server_message_steal_connection (message);
  GString *answer = g_string_new (NULL);
  GBytes *bytes;

  g_string_append_printf (answer,
                          "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          content_type, length);
  g_string_append_len (answer, g_bytes_get_data (body, NULL), n);
  bytes = g_string_free_to_bytes (answer);
  g_object_weak_ref (G_OBJECT (connection), free_bytes, bytes);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (connection), g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), G_PRIORITY_DEFAULT, NULL, written_cb, connection);
}

static GBytes *
pack_zeros (GConverter *gzip)
{
  const gsize n_zeros = BOMB_PIECE;
  g_autofree char *zeros = g_malloc0 (n_zeros);
  g_autofree char *packed = g_malloc (n_zeros);
  g_autoptr (GError) error = NULL;
  gsize n_read;
  gsize n_written;

  g_converter_convert (gzip, zeros, n_zeros, packed, n_zeros, G_CONVERTER_FLUSH, &n_read, &n_written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, n_zeros);
  return g_bytes_new (packed, n_written);
}

/* Whatever follows zeros unpacks to as many zeros again, so that one packed
 * piece can be sent many times: packing them all would take a second. */
static void
answer_with_bomb (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GBytes) first = pack_zeros (G_CONVERTER (gzip));
  g_autoptr (GBytes) next = pack_zeros (G_CONVERTER (gzip));

  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  soup_message_body_append_bytes (body, first);
  for (gsize size = BOMB_PIECE; size < BOMB_SIZE; size += BOMB_PIECE)
    soup_message_body_append_bytes (body, next);
}

static void
answer_with_page (SoupServerMessage *message,
                  guint              status,
                  const char        *page)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, page, strlen (page));
  /* Not every libsoup says how long it is, and then the connection stays open. */
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), (goffset) strlen (page));
}

static void
redirect (SoupServerMessage *message,
          const char        *target)
{
  soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, target);
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), 0);
}

static void
redirect_to_itself (SoupServerMessage *message,
                    const char        *scheme)
{
  g_autoptr (GUri) uri = soup_uri_copy (soup_server_message_get_uri (message), SOUP_URI_SCHEME, scheme, SOUP_URI_NONE);
  g_autofree char *target = g_uri_to_string (uri);

  redirect (message, target);
}

static void
answer_with_wait (SoupServerMessage *message,
                  guint              status,
                  const char        *retry_after)
{
  answer_with_page (message, status, "<!DOCTYPE html><title>Later</title><p>Come back later.");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", retry_after);
}

gboolean
lanyard_fault_from_name (const char   *name,
                         LanyardFault *fault)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fault_names); i++)
    if (g_str_equal (fault_names[i].name, name))
      {
        *fault = fault_names[i].fault;
        return TRUE;
      }
  return FALSE;
}

void
lanyard_fault_answer (LanyardFault       fault,
                      SoupServer        *server,
                      SoupServerMessage *message,
                      const char        *content_type,
                      GBytes            *body,
                      const char        *elsewhere)
{
  gsize size = g_bytes_get_size (body);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), content_type, NULL);

  switch (fault)
    {
    case LANYARD_FAULT_NONE:
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
      break;
    case LANYARD_FAULT_SLOW: answer_with_drip (message, body, 4, 50, FALSE); break;
    case LANYARD_FAULT_SILENCE: answer_with_silence (message, body); break;
    case LANYARD_FAULT_CUT: answer_and_close (message, content_type, body, size, size / 2); break;
    case LANYARD_FAULT_WRONG_LENGTH: answer_and_close (message, content_type, body, size + 100, size); break;
    case LANYARD_FAULT_GZIP_BOMB: answer_with_bomb (message); break;
    case LANYARD_FAULT_ENDLESS: answer_without_end (message, body); break;
    case LANYARD_FAULT_REDIRECT_LOOP:
      redirect_to_itself (message, g_uri_get_scheme (soup_server_message_get_uri (message)));
      break;
    case LANYARD_FAULT_REDIRECT_ELSEWHERE:
      redirect (message, elsewhere);
      break;
    case LANYARD_FAULT_REDIRECT_DOWN: redirect_to_itself (message, "http"); break;
    case LANYARD_FAULT_CAPTIVE_PORTAL:
      answer_with_page (message, SOUP_STATUS_OK,
                        "<!DOCTYPE html><title>Hotel Guest Network</title><p>Accept our terms to go online.");
      break;
    case LANYARD_FAULT_LOGIN_PAGE:
      answer_with_page (message, SOUP_STATUS_OK,
                        "<!DOCTYPE html><title>Login</title><form><input name=\"user\"><input type=\"password\"></form>");
      break;
    case LANYARD_FAULT_TOO_MANY:
      answer_with_wait (message, 429, elsewhere != NULL ? elsewhere : "120");
      break;
    case LANYARD_FAULT_BUSY:
      answer_with_wait (message, SOUP_STATUS_SERVICE_UNAVAILABLE, elsewhere != NULL ? elsewhere : "1");
      break;
    case LANYARD_FAULT_BROKEN:
      answer_with_page (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, "<!DOCTYPE html><title>Error</title><p>It broke.");
      break;
    case LANYARD_FAULT_GONE:
      answer_with_page (message, SOUP_STATUS_NOT_FOUND, "<!DOCTYPE html><title>Not Found</title><p>It is not here.");
      break;
    default:
      g_assert_not_reached ();
    }
}
