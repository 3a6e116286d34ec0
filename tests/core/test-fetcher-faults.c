/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fetcher makes of a server that misbehaves: each fault has its own
 * sentence, and none of them takes more time or memory than the limits say. */

#include "config.h"

#include <string.h>

#include "fetch-helper.h"

static void
assert_fault (FetchFixture    *fixture,
              LanyardFault     fault,
              LanyardNetError  code,
              const char      *part)
{
  fixture->fault = fault;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base, .wants_json = TRUE }, code, part);
}

static void
set_patience (FetchFixture *fixture,
              guint         silence_ms,
              guint         total_ms)
{
  fixture->limits.silence_ms = silence_ms;
  fixture->limits.total_ms = total_ms;
  fetch_fixture_limit (fixture);
}

static void
test_slow (FetchFixture  *fixture,
           gconstpointer  data)
{
  gint64 begin = g_get_monotonic_time ();

  set_patience (fixture, 400, 500);
  assert_fault (fixture, LANYARD_FAULT_SLOW, LANYARD_NET_ERROR_TIMED_OUT, "took too long");
  g_assert_cmpint (fixture->n_bytes, >, 0);
  g_assert_cmpint (g_get_monotonic_time () - begin, >=, 490 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 3 * G_USEC_PER_SEC);
}

static void
test_silent (FetchFixture  *fixture,
             gconstpointer  data)
{
  set_patience (fixture, 200, 10000);
  assert_fault (fixture, LANYARD_FAULT_SILENCE, LANYARD_NET_ERROR_TIMED_OUT, "went silent");
}

static void
answer_never (FetchFixture      *fixture,
              SoupServer        *server,
              SoupServerMessage *message,
              guint              n_asked)
{
  soup_server_message_pause (message);
}

static void
test_says_nothing (FetchFixture  *fixture,
                   gconstpointer  data)
{
  set_patience (fixture, 200, 10000);
  fixture->answer = answer_never;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base }, LANYARD_NET_ERROR_TIMED_OUT, "went silent");
}

/* A port that takes connections and speaks no TLS: that belongs to connecting. */
static void
test_never_connected (FetchFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/", port);

  g_assert_no_error (error);
  fixture->limits.connect_ms = 200;
  fetch_fixture_limit (fixture);
  assert_fails (fixture, &(LanyardRequest) { .url = url }, LANYARD_NET_ERROR_TIMED_OUT, "does not answer");
}

static void
test_ends_early (FetchFixture  *fixture,
                 gconstpointer  data)
{
  assert_fault (fixture, LANYARD_FAULT_CUT, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
  assert_fault (fixture, LANYARD_FAULT_WRONG_LENGTH, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
}

/* Writes to the connection itself, and closes it. */
static void
answer_raw (SoupServerMessage *message,
            const char        *text)
{
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (connection), text, strlen (text), NULL, NULL, NULL);
  g_io_stream_close (connection, NULL, NULL);
}

static void
answer_with_cut_chunk (FetchFixture      *fixture,
                       SoupServer        *server,
                       SoupServerMessage *message,
                       guint              n_asked)
{
  answer_raw (message, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "10\r\n{\"results\": [");
}

/* Where the end of the connection is the end of the body, only the body can
 * tell that it is not whole. */
static void
answer_without_length (FetchFixture      *fixture,
                       SoupServer        *server,
                       SoupServerMessage *message,
                       guint              n_asked)
{
  answer_raw (message, "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"results\": [{\"id\": 4}]");
}

static void
answer_without_last_chunk (FetchFixture      *fixture,
                           SoupServer        *server,
                           SoupServerMessage *message,
                           guint              n_asked)
{
  answer_raw (message, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "2\r\n{}\r\n");
}

static void
answer_with_half_a_head (FetchFixture      *fixture,
                         SoupServer        *server,
                         SoupServerMessage *message,
                         guint              n_asked)
{
  answer_raw (message, "HTTP/1.1 200 OK\r\nContent-Ty");
}

static void
answer_with_noise (FetchFixture      *fixture,
                   SoupServer        *server,
                   SoupServerMessage *message,
                   guint              n_asked)
{
  answer_raw (message, "SSH-2.0-OpenSSH_10.0\r\n\r\n");
}

static void
answer_with_nothing (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  answer_raw (message, "");
}

static void
test_is_cut_off (FetchFixture  *fixture,
                 gconstpointer  data)
{
  const LanyardRequest request = { .url = fixture->base, .wants_json = TRUE };

  fixture->answer = answer_without_length;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
  fixture->answer = answer_with_cut_chunk;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
  fixture->answer = answer_without_last_chunk;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
  fixture->answer = answer_with_half_a_head;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "garbled");
  fixture->answer = answer_with_noise;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "garbled");
  fixture->answer = answer_with_nothing;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_REFUSED, "dropped");
}

/* Packed, and then spoiled from the beginning, in the middle, or shortened. */
static void
answer_with_bad_gzip (FetchFixture      *fixture,
                      SoupServer        *server,
                      SoupServerMessage *message,
                      guint              n_asked)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (G_CONVERTER (gzip), fixture->body, NULL);
  gsize size = g_bytes_get_size (packed);
  g_autofree guint8 *spoiled = g_memdup2 (g_bytes_get_data (packed, NULL), size);
  g_autoptr (GBytes) body = NULL;

  if (n_asked == 1)
    memset (spoiled + 12, 0xff, size - 12);
  else if (n_asked == 2)
    memset (spoiled + size / 2, 0xff, size / 4);
  body = g_bytes_new (spoiled, n_asked == 3 ? size / 2 : size);
  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", body, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
}

static void
test_gzip_is_broken (FetchFixture  *fixture,
                     gconstpointer  data)
{
  GString *text = g_string_new (NULL);
  const LanyardRequest request = { .url = fixture->base, .wants_json = TRUE };

  g_string_append_c (text, '[');
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u,", g_random_int_range (0, 1000000));
  g_bytes_unref (fixture->body);
  fixture->body = g_string_free_to_bytes (text);
  fixture->answer = answer_with_bad_gzip;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "garbled");
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "garbled");
  assert_fails (fixture, &request, LANYARD_NET_ERROR_INCOMPLETE, "ended too early");
}

/* Kilobytes that this process has, or had at most. */
static guint64
read_memory (const char *key)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, key);
  g_assert_nonnull (line);
  return g_ascii_strtoull (line + strlen (key), NULL, 10);
}

static void
test_is_too_large (FetchFixture  *fixture,
                   gconstpointer  data)
{
  guint64 before = read_memory ("VmRSS:");

  assert_fault (fixture, LANYARD_FAULT_GZIP_BOMB, LANYARD_NET_ERROR_TOO_LARGE, "more than a programme");
  g_assert_cmpuint (fixture->n_bytes, <=, fixture->limits.max_bytes);
  fixture->n_bytes = 0;
  assert_fault (fixture, LANYARD_FAULT_ENDLESS, LANYARD_NET_ERROR_TOO_LARGE, "more than a programme");
  g_assert_cmpuint (fixture->n_bytes, <=, fixture->limits.max_bytes);
#if !defined(__SANITIZE_ADDRESS__)
  /* The bomb has 192 MiB, and the server keeps only its packed form. */
  g_assert_cmpuint (read_memory ("VmHWM:") - before, <, 64 * 1024);
#else
  g_test_message ("%" G_GUINT64_FORMAT " kB before", before);
#endif
}

static void
answer_with_length (FetchFixture      *fixture,
                    SoupServer        *server,
                    SoupServerMessage *message,
                    guint              n_asked)
{
  answer_raw (message, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{");
}

static void
test_says_it_is_too_large (FetchFixture  *fixture,
                           gconstpointer  data)
{
  fixture->answer = answer_with_length;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base }, LANYARD_NET_ERROR_TOO_LARGE, "more than a programme");
  g_assert_cmpuint (fixture->n_bytes, ==, 0);
}

static void
test_sends_pages (FetchFixture  *fixture,
                  gconstpointer  data)
{
  assert_fault (fixture, LANYARD_FAULT_CAPTIVE_PORTAL, LANYARD_NET_ERROR_LOGIN_WALL, "sent a web page");
  assert_fault (fixture, LANYARD_FAULT_LOGIN_PAGE, LANYARD_NET_ERROR_LOGIN_WALL, "sent a web page");
  assert_fault (fixture, LANYARD_FAULT_BROKEN, LANYARD_NET_ERROR_SERVER, "(error 500)");
  assert_fault (fixture, LANYARD_FAULT_GONE, LANYARD_NET_ERROR_NOT_FOUND, "does not have this page");
  g_assert_cmpuint (fixture->n_asked, ==, 4);
}

static void
answer_with_hidden_page (FetchFixture      *fixture,
                         SoupServer        *server,
                         SoupServerMessage *message,
                         guint              n_asked)
{
  g_autoptr (GBytes) page = g_bytes_new_static ("\xef\xbb\xbf \n<html>", 12);

  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", page, NULL);
}

static void
test_hides_a_page (FetchFixture  *fixture,
                   gconstpointer  data)
{
  fixture->answer = answer_with_hidden_page;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base, .wants_json = TRUE }, LANYARD_NET_ERROR_LOGIN_WALL,
                "sent a web page");
}

static void
answer_with_captcha (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  lanyard_fault_answer (LANYARD_FAULT_CAPTIVE_PORTAL, server, message, "text/html", fixture->body, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "cf-mitigated", "challenge");
  soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
}

static void
test_wants_a_human (FetchFixture  *fixture,
                    gconstpointer  data)
{
  fixture->answer = answer_with_captcha;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base, .wants_json = TRUE }, LANYARD_NET_ERROR_LOGIN_WALL,
                "sent a web page");
}

/* The first answer leads to another server, which has a page to log in at. */
static void
answer_as_hotel (FetchFixture      *fixture,
                 SoupServer        *server,
                 SoupServerMessage *message,
                 guint              n_asked)
{
  lanyard_fault_answer (n_asked == 1 ? LANYARD_FAULT_REDIRECT_ELSEWHERE : LANYARD_FAULT_CAPTIVE_PORTAL, server, message,
                        "application/json", fixture->body, fixture->elsewhere);
}

static void
test_is_in_a_hotel (FetchFixture  *fixture,
                    gconstpointer  data)
{
  fetch_fixture_resolve (fixture);
  fixture->answer = answer_as_hotel;
  fixture->elsewhere = replace_host (fixture->base, "login.hotel.test");
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base, .wants_json = TRUE }, LANYARD_NET_ERROR_LOGIN_WALL,
                "login.hotel.test");
}

static void
test_redirects (FetchFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;

  assert_fault (fixture, LANYARD_FAULT_REDIRECT_LOOP, LANYARD_NET_ERROR_REDIRECTS, "again and again");
  g_assert_cmpuint (fixture->n_asked, ==, 6);

  fixture->fault = LANYARD_FAULT_REDIRECT_DOWN;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->secure_base }, LANYARD_NET_ERROR_REDIRECTS, "not encrypted");
  g_assert_cmpuint (fixture->n_asked, ==, 7);

  fixture->elsewhere = g_strdup ("file:///etc/passwd");
  assert_fault (fixture, LANYARD_FAULT_REDIRECT_ELSEWHERE, LANYARD_NET_ERROR_REDIRECTS, "not an address on the web");
}

/* Five redirects, the last one from http to https. */
static void
answer_with_some_redirects (FetchFixture      *fixture,
                            SoupServer        *server,
                            SoupServerMessage *message,
                            guint              n_asked)
{
  g_autofree char *target = g_strdup_printf ("%s/%u#part", n_asked < 5 ? "" : fixture->secure_base, n_asked);

  if (n_asked <= 5)
    soup_server_message_set_redirect (message, SOUP_STATUS_MOVED_PERMANENTLY, target);
  else
    lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", fixture->body, NULL);
}

static void
test_follows_redirects (FetchFixture  *fixture,
                        gconstpointer  data)
{
  g_autofree char *end = g_strconcat (fixture->secure_base, "/5", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;

  fixture->answer = answer_with_some_redirects;
  response = fetch_url (fixture, fixture->base, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (response->url, ==, end);
  g_assert_cmpuint (fixture->n_asked, ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetcher-faults/" name, FetchFixture, NULL, fetch_fixture_set_up, function, fetch_fixture_tear_down)
  ADD ("slow", test_slow);
  ADD ("silent", test_silent);
  ADD ("says-nothing", test_says_nothing);
  ADD ("never-connected", test_never_connected);
  ADD ("ends-early", test_ends_early);
  ADD ("is-cut-off", test_is_cut_off);
  ADD ("gzip-is-broken", test_gzip_is_broken);
  ADD ("is-too-large", test_is_too_large);
  ADD ("says-it-is-too-large", test_says_it_is_too_large);
  ADD ("sends-pages", test_sends_pages);
  ADD ("hides-a-page", test_hides_a_page);
  ADD ("wants-a-human", test_wants_a_human);
  ADD ("is-in-a-hotel", test_is_in_a_hotel);
  ADD ("redirects", test_redirects);
  ADD ("follows-redirects", test_follows_redirects);
#undef ADD

  return g_test_run ();
}
