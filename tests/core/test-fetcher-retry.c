/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fetcher tries again and when, and that it stops at any moment. */

#include "config.h"

#include "fetch-helper.h"
#include "net/lanyard-retry.h"

static void
set_retries (FetchFixture *fixture,
             guint         n_retries)
{
  fixture->limits.n_retries = n_retries;
  fetch_fixture_limit (fixture);
}

/* Busy twice, then well. */
static void
answer_well_the_third_time (FetchFixture      *fixture,
                            SoupServer        *server,
                            SoupServerMessage *message,
                            guint              n_asked)
{
  static const guint statuses[] = { SOUP_STATUS_SERVICE_UNAVAILABLE, SOUP_STATUS_BAD_GATEWAY };

  lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", fixture->body, NULL);
  if (n_asked <= G_N_ELEMENTS (statuses))
    soup_server_message_set_status (message, statuses[n_asked - 1], NULL);
}

static void
test_what_passes (FetchFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;
  gint64 retry_at = -1;

  set_retries (fixture, 2);
  fixture->answer = answer_well_the_third_time;
  response = fetch (fixture, &(LanyardRequest) { .url = fixture->base }, NULL, &retry_at, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (response->body, fixture->body));
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  g_assert_cmpint (retry_at, ==, 0);
}

static void
test_not_for_ever (FetchFixture  *fixture,
                   gconstpointer  data)
{
  set_retries (fixture, 1);
  fixture->answer = answer_well_the_third_time;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base }, LANYARD_NET_ERROR_SERVER, "(error 502)");
  g_assert_cmpuint (fixture->n_asked, ==, 2);
}

static void
assert_tries (FetchFixture    *fixture,
              LanyardFault     fault,
              LanyardNetError  code,
              guint            n_tries)
{
  fixture->n_asked = 0;
  fixture->fault = fault;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base, .wants_json = TRUE }, code, "");
  g_assert_cmpuint (fixture->n_asked, ==, n_tries);
}

static void
test_which (FetchFixture  *fixture,
            gconstpointer  data)
{
  fixture->limits.silence_ms = 500;
  set_retries (fixture, 2);
  assert_tries (fixture, LANYARD_FAULT_SILENCE, LANYARD_NET_ERROR_TIMED_OUT, 3);
  assert_tries (fixture, LANYARD_FAULT_CUT, LANYARD_NET_ERROR_INCOMPLETE, 3);
  assert_tries (fixture, LANYARD_FAULT_GONE, LANYARD_NET_ERROR_NOT_FOUND, 1);
  assert_tries (fixture, LANYARD_FAULT_BROKEN, LANYARD_NET_ERROR_SERVER, 1);
  assert_tries (fixture, LANYARD_FAULT_LOGIN_PAGE, LANYARD_NET_ERROR_LOGIN_WALL, 1);
  assert_tries (fixture, LANYARD_FAULT_REDIRECT_LOOP, LANYARD_NET_ERROR_REDIRECTS, 6);
  assert_tries (fixture, LANYARD_FAULT_ENDLESS, LANYARD_NET_ERROR_TOO_LARGE, 1);
}

static void
test_total_is_for_all (FetchFixture  *fixture,
                       gconstpointer  data)
{
  gint64 begin = g_get_monotonic_time ();

  fixture->limits.silence_ms = 200;
  fixture->limits.total_ms = 500;
  set_retries (fixture, 100);
  fixture->fault = LANYARD_FAULT_SILENCE;
  assert_fails (fixture, &(LanyardRequest) { .url = fixture->base }, LANYARD_NET_ERROR_TIMED_OUT, "");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
}

/* Asks a server that wants to be asked later, and tells how long it took. */
static gint64
time_wait (FetchFixture    *fixture,
           LanyardFault     fault,
           const char      *retry_after,
           LanyardNetError  code,
           gint64          *retry_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;
  gint64 begin = g_get_monotonic_time ();

  fixture->n_asked = 0;
  fixture->fault = fault;
  g_set_str (&fixture->elsewhere, retry_after);
  response = fetch (fixture, &(LanyardRequest) { .url = fixture->base }, NULL, retry_at, &error);
  g_assert_error (error, LANYARD_NET_ERROR, (int) code);
  return g_get_monotonic_time () - begin;
}

static char *
format_http_date (gint64 in_seconds)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, (gdouble) in_seconds);

  return soup_date_time_to_string (then, SOUP_DATE_HTTP);
}

static void
test_retry_after (FetchFixture  *fixture,
                  gconstpointer  data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *soon = NULL;
  g_autofree char *late = format_http_date (1000);
  gint64 retry_at;

  set_retries (fixture, 1);
  g_assert_cmpint (time_wait (fixture, LANYARD_FAULT_BUSY, "1", LANYARD_NET_ERROR_SERVER, &retry_at), >=, G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  g_assert_cmpint (retry_at, >=, now + 1);
  g_assert_cmpint (retry_at, <=, now + 10);

  soon = format_http_date (2);
  g_assert_cmpint (time_wait (fixture, LANYARD_FAULT_TOO_MANY, soon, LANYARD_NET_ERROR_RATE_LIMITED, NULL), >=,
                   G_USEC_PER_SEC / 2);
  g_assert_cmpuint (fixture->n_asked, ==, 2);

  /* Too long to wait for. */
  g_assert_cmpint (time_wait (fixture, LANYARD_FAULT_TOO_MANY, "120", LANYARD_NET_ERROR_RATE_LIMITED, &retry_at), <,
                   G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpint (retry_at, >=, now + 120);
  g_assert_cmpint (retry_at, <=, now + 140);
  time_wait (fixture, LANYARD_FAULT_BUSY, late, LANYARD_NET_ERROR_SERVER, &retry_at);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpint (retry_at, >=, now + 990);
  g_assert_cmpint (retry_at, <=, now + 1020);

  /* 429 without a word that can be read is a 4xx as any other. */
  time_wait (fixture, LANYARD_FAULT_TOO_MANY, "soon", LANYARD_NET_ERROR_RATE_LIMITED, &retry_at);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  g_assert_cmpint (retry_at, ==, 0);
}

static void
test_says_how_long (FetchFixture  *fixture,
                    gconstpointer  data)
{
  const LanyardRequest request = { .url = fixture->base };

  fixture->fault = LANYARD_FAULT_TOO_MANY;
  assert_fails (fixture, &request, LANYARD_NET_ERROR_RATE_LIMITED, "try again in 2 minutes");
  fixture->elsewhere = g_strdup ("20");
  assert_fails (fixture, &request, LANYARD_NET_ERROR_RATE_LIMITED, "try again in 1 minute.");
  g_set_str (&fixture->elsewhere, "some time");
  assert_fails (fixture, &request, LANYARD_NET_ERROR_RATE_LIMITED, "try again later");
}

static void
test_waits (void)
{
  const LanyardLimits limits = { .backoff_ms = 1000, .longest_wait_ms = 60000 };
  gint64 shortest = G_MAXINT64;
  gint64 longest = 0;

  for (guint i = 0; i < 1000; i++)
    {
      gint64 wait = lanyard_retry_choose_wait (&limits, 3, -1);

      shortest = MIN (shortest, wait);
      longest = MAX (longest, wait);
    }
  g_assert_cmpint (shortest, >=, 2000);
  g_assert_cmpint (longest, <=, 6000);
  g_assert_cmpint (longest - shortest, >, 2000);
  g_assert_cmpint (lanyard_retry_choose_wait (&limits, 1000, -1), <=, 60000);
  g_assert_cmpint (lanyard_retry_choose_wait (&limits, 1, 60), >=, 60000);
  g_assert_cmpint (lanyard_retry_choose_wait (&limits, 1, 61), ==, -1);
}

/* A server's clock that is a year behind does not make the wait longer. */
static void
test_clocks_differ (void)
{
  g_autoptr (SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  g_assert_cmpint (lanyard_retry_parse_after (headers), ==, -1);
  soup_message_headers_replace (headers, "Date", "Mon, 05 Oct 2020 08:15:00 GMT");
  soup_message_headers_replace (headers, "Retry-After", "Mon, 05 Oct 2020 08:15:30 GMT");
  g_assert_cmpint (lanyard_retry_parse_after (headers), ==, 30);
  soup_message_headers_replace (headers, "Retry-After", "Mon, 05 Oct 2020 08:14:30 GMT");
  g_assert_cmpint (lanyard_retry_parse_after (headers), ==, 0);
}

/* --- cancelling ------------------------------------------------------------ */

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
assert_cancels (FetchFixture *fixture,
                const char   *url,
                guint         after_ms)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = NULL;
  gint64 begin = g_get_monotonic_time ();

  if (after_ms == 0)
    g_cancellable_cancel (cancellable);
  else
    g_timeout_add (after_ms, cancel_cb, cancellable);
  response = fetch (fixture, &(LanyardRequest) { .url = url }, cancellable, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (response);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, after_ms * 1000 + G_USEC_PER_SEC);
}

static void
test_cancel (FetchFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *deaf = g_strdup_printf ("https://127.0.0.1:%u/", port);

  fixture->limits.connect_ms = 20000;
  fixture->limits.silence_ms = 20000;
  fixture->limits.total_ms = 60000;
  fixture->limits.backoff_ms = 20000;
  fixture->limits.longest_wait_ms = 60000;
  set_retries (fixture, 3);

  /* Before it begins, while it connects, while a body comes, and while it waits. */
  assert_cancels (fixture, fixture->base, 0);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  assert_cancels (fixture, deaf, 50);
  fixture->fault = LANYARD_FAULT_SLOW;
  assert_cancels (fixture, fixture->base, 120);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
  fixture->fault = LANYARD_FAULT_SILENCE;
  assert_cancels (fixture, fixture->base, 50);
  fixture->fault = LANYARD_FAULT_BUSY;
  assert_cancels (fixture, fixture->base, 100);
  g_assert_cmpuint (fixture->n_asked, ==, 3);
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  guint *n_left = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = lanyard_fetcher_fetch_finish (LANYARD_FETCHER (source), result, NULL, &error);

  g_assert_no_error (error);
  --*n_left;
}

typedef struct
{
  guint n_now;
  guint n_most;
} Crowd;

static gboolean
unpause_cb (gpointer user_data)
{
  soup_server_message_unpause (user_data);
  return G_SOURCE_REMOVE;
}

static void
left_cb (SoupServerMessage *message,
         Crowd             *crowd)
{
  crowd->n_now--;
}

static void
arrived_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Crowd *crowd = user_data;

  crowd->n_now++;
  crowd->n_most = MAX (crowd->n_most, crowd->n_now);
  g_signal_connect (message, "finished", G_CALLBACK (left_cb), crowd);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 100, unpause_cb, g_object_ref (message), g_object_unref);
}

/* Whoever waits for a place is not timed out for that. */
static void
test_takes_turns (FetchFixture  *fixture,
                  gconstpointer  data)
{
  Crowd crowd = { 0 };
  guint n_left = 24;

  fixture->limits.connect_ms = 600;
  fixture->limits.silence_ms = 600;
  fetch_fixture_limit (fixture);
  soup_server_remove_handler (fixture->server, NULL);
  soup_server_add_handler (fixture->server, NULL, arrived_cb, &crowd, NULL);
  for (guint i = 0; i < 24; i++)
    lanyard_fetcher_fetch_async (fixture->fetcher, &(LanyardRequest) { .url = fixture->base }, NULL, NULL, NULL,
                                 count_cb, &n_left);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (crowd.n_most, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetcher-retry/" name, FetchFixture, NULL, fetch_fixture_set_up, function, fetch_fixture_tear_down)
  ADD ("what-passes", test_what_passes);
  ADD ("not-for-ever", test_not_for_ever);
  ADD ("which", test_which);
  ADD ("total-is-for-all", test_total_is_for_all);
  ADD ("retry-after", test_retry_after);
  ADD ("says-how-long", test_says_how_long);
  ADD ("cancel", test_cancel);
  ADD ("takes-turns", test_takes_turns);
#undef ADD
  g_test_add_func ("/fetcher-retry/waits", test_waits);
  g_test_add_func ("/fetcher-retry/clocks-differ", test_clocks_differ);

  return g_test_run ();
}
