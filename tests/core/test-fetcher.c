/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fetcher asks and what it makes of good answers. */

#include "config.h"

#include <string.h>

#include "fetch-helper.h"

static void
test_asks_plainly (FetchFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *url = g_strconcat (fixture->base, "/export/event/7.json?tz=UTC#here", NULL);
  g_autofree char *bare = g_strconcat (fixture->base, "/export/event/7.json?tz=UTC", NULL);
  g_autoptr (LanyardResponse) response = fetch_url (fixture, url, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (response->body, fixture->body));
  g_assert_cmpstr (response->url, ==, bare);
  g_assert_cmpstr (response->content_type, ==, "application/json");
  g_assert_false (response->is_indico);
  g_assert_cmpstr (find_header (fixture, "User-Agent"), ==,
                   "Lanyard/" APP_VERSION " (+https://github.com/lanyard-planner/lanyard)");
  g_assert_cmpstr (find_header (fixture, "Accept"), ==, "application/json");
  g_assert_cmpstr (find_header (fixture, "X-Requested-With"), ==, "XMLHttpRequest");
  g_assert_nonnull (strstr (find_header (fixture, "Accept-Encoding"), "gzip"));
  g_assert_null (find_header (fixture, "Cookie"));
  g_assert_null (find_header (fixture, "Cache-Control"));
  g_assert_null (find_header (fixture, "Authorization"));
}

static void
test_asks_for_a_page (FetchFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;

  fixture->fault = LANYARD_FAULT_LOGIN_PAGE;
  response = fetch (fixture, &(LanyardRequest) { .url = fixture->base }, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (response->content_type, ==, "text/html");
  g_assert_null (find_header (fixture, "X-Requested-With"));
}

static void
answer_with_cookie (FetchFixture      *fixture,
                    SoupServer        *server,
                    SoupServerMessage *message,
                    guint              n_asked)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_message_headers_append (headers, "Set-Cookie", "session=abc; Path=/");
  soup_message_headers_append (headers, "X-Indico-URL", "/event/7/");
  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json; charset=utf-8", fixture->body, NULL);
}

static void
test_keeps_no_cookies (FetchFixture  *fixture,
                       gconstpointer  data)
{
  fixture->answer = answer_with_cookie;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardResponse) response = fetch_url (fixture, fixture->base, &error);

      g_assert_no_error (error);
      g_assert_null (find_header (fixture, "Cookie"));
      g_assert_true (response->is_indico);
      g_assert_cmpstr (response->content_type, ==, "application/json");
    }
}

static void
answer_if_new (FetchFixture      *fixture,
               SoupServer        *server,
               SoupServerMessage *message,
               guint              n_asked)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", fixture->body, NULL);
  soup_message_headers_replace (headers, "ETag", "\"v1\"");
  soup_message_headers_replace (headers, "Last-Modified", "Mon, 05 Oct 2026 08:15:00 GMT");
  if (g_strcmp0 (find_header (fixture, "If-None-Match"), "\"v1\"") == 0)
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      soup_message_body_truncate (soup_server_message_get_response_body (message));
    }
}

static void
test_asks_with_conditions (FetchFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) first = NULL;
  g_autoptr (LanyardResponse) second = NULL;

  fixture->answer = answer_if_new;
  first = fetch_url (fixture, fixture->base, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->etag, ==, "\"v1\"");
  g_assert_cmpstr (first->last_modified, ==, "Mon, 05 Oct 2026 08:15:00 GMT");

  second = fetch (fixture,
                  &(LanyardRequest) { .url = fixture->base, .etag = first->etag, .last_modified = first->last_modified },
                  NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (second->body);
  g_assert_cmpstr (second->etag, ==, "\"v1\"");
  g_assert_cmpstr (find_header (fixture, "If-Modified-Since"), ==, first->last_modified);
}

static void
answer_not_modified (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
}

static void
test_not_modified_unasked (FetchFixture  *fixture,
                           gconstpointer  data)
{
  fixture->answer = answer_not_modified;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base }, LANYARD_NET_ERROR_STATUS, "304");
}

static void
test_passes_caches (FetchFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response =
      fetch (fixture, &(LanyardRequest) { .url = fixture->base, .past_caches = TRUE }, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (find_header (fixture, "Cache-Control"), ==, "no-cache");
}

static GBytes *
compress (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GError) error = NULL;
  GBytes *packed = g_converter_convert_bytes (G_CONVERTER (gzip), bytes, &error);

  g_assert_no_error (error);
  return packed;
}

static void
answer_with_gzip (FetchFixture      *fixture,
                  SoupServer        *server,
                  SoupServerMessage *message,
                  guint              n_asked)
{
  g_autoptr (GBytes) packed = compress (fixture->body);

  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", packed, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
}

static void
test_unpacks (FetchFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;

  fixture->answer = answer_with_gzip;
  response = fetch_url (fixture, fixture->base, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (response->body, fixture->body));
  g_assert_cmpuint (fixture->n_bytes, ==, g_bytes_get_size (fixture->body));
  g_assert_cmpuint (fixture->n_total, ==, 0);
}

static void
set_large_body (FetchFixture *fixture,
                gsize         size)
{
  char *text = g_malloc (size);

  memset (text, ' ', size);
  text[0] = '[';
  text[size - 1] = ']';
  g_bytes_unref (fixture->body);
  fixture->body = g_bytes_new_take (text, size);
}

static void
test_tells_progress (FetchFixture  *fixture,
                     gconstpointer  data)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;

  set_large_body (fixture, fixture->limits.max_bytes);
  response = fetch_url (fixture, fixture->base, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (response->body, fixture->body));
  g_assert_cmpuint (fixture->n_bytes, ==, fixture->limits.max_bytes);
  g_assert_cmpuint (fixture->n_total, ==, fixture->limits.max_bytes);
  /* The first and the last call come at any time. */
  g_assert_cmpuint (fixture->n_progress, <=, 2 + (guint) ((g_get_monotonic_time () - begin) / (G_USEC_PER_SEC / 10)));
}

static void
test_offers_http2 (FetchFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (HalfServer) half = half_server_new ("good.pem");

  fixture->limits.silence_ms = 200;
  fetch_fixture_limit (fixture);
  assert_fails (fixture, &(LanyardRequest) { .url = half->url }, LANYARD_NET_ERROR_TIMED_OUT, "went silent");
  half_server_stop (half);
  g_assert_cmpstr (half->protocol, ==, "h2");
  g_assert_cmpint (half->n_heard, >, 0);
}

static void
test_refuses_odd_addresses (FetchFixture  *fixture,
                            gconstpointer  data)
{
  static const char * const odd[] = {
    "", "lpc.events", "file:///etc/passwd", "ftp://example.org/", "https://", "http://user:secret@127.0.0.1/",
    "http://[::1", "javascript:alert(1)"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    assert_fails (fixture, &(LanyardRequest) { .url = odd[i] }, LANYARD_NET_ERROR_ADDRESS, "not an address on the web");
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

static void
answer_with_port (FetchFixture      *fixture,
                  SoupServer        *server,
                  SoupServerMessage *message,
                  guint              n_asked)
{
  GSocketAddress *address = soup_server_message_get_remote_address (message);
  g_autofree char *text = g_strdup_printf ("%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  g_autoptr (GBytes) port = g_bytes_new (text, strlen (text));

  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", port, NULL);
}

static void
test_keeps_its_connection (FetchFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) first = NULL;
  g_autoptr (LanyardResponse) second = NULL;

  fixture->answer = answer_with_port;
  first = fetch_url (fixture, fixture->secure_base, &error);
  g_assert_no_error (error);
  second = fetch_url (fixture, fixture->secure_base, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first->body, second->body));
}

/* A fetch in a thread of its own, as `sync` may do it. */
static void
fetched_in_thread_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_true (g_main_context_get_thread_default () != NULL);
  *slot = g_object_ref (result);
}

static gpointer
fetch_in_thread (gpointer data)
{
  FetchFixture *fixture = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainContextPusher) pusher = g_main_context_pusher_new (context);
  g_autoptr (GAsyncResult) result = NULL;
  LanyardResponse *response;

  lanyard_fetcher_fetch_async (fixture->fetcher, &(LanyardRequest) { .url = fixture->base }, NULL, NULL, NULL,
                               fetched_in_thread_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  response = lanyard_fetcher_fetch_finish (fixture->fetcher, result, NULL, NULL);
  g_atomic_int_inc ((int *) &fixture->n_progress);
  g_main_context_wakeup (NULL);
  return response;
}

static void
test_stays_in_its_context (FetchFixture  *fixture,
                           gconstpointer  data)
{
  GThread *thread = g_thread_new ("fetch", fetch_in_thread, fixture);
  g_autoptr (LanyardResponse) response = NULL;

  while (g_atomic_int_get ((int *) &fixture->n_progress) == 0)
    g_main_context_iteration (NULL, TRUE);
  response = g_thread_join (thread);
  g_assert_nonnull (response);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetcher/" name, FetchFixture, NULL, fetch_fixture_set_up, function, fetch_fixture_tear_down)
  ADD ("asks-plainly", test_asks_plainly);
  ADD ("asks-for-a-page", test_asks_for_a_page);
  ADD ("keeps-no-cookies", test_keeps_no_cookies);
  ADD ("asks-with-conditions", test_asks_with_conditions);
  ADD ("not-modified-unasked", test_not_modified_unasked);
  ADD ("passes-caches", test_passes_caches);
  ADD ("unpacks", test_unpacks);
  ADD ("tells-progress", test_tells_progress);
  ADD ("offers-http2", test_offers_http2);
  ADD ("keeps-its-connection", test_keeps_its_connection);
  ADD ("refuses-odd-addresses", test_refuses_odd_addresses);
  ADD ("stays-in-its-context", test_stays_in_its_context);
#undef ADD

  return g_test_run ();
}
