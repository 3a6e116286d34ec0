/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Downloads from a real server: what is asked, what comes of it, and what is
 * said when it goes wrong. */

#include "config.h"

#include <string.h>

#include "feed-helper.h"
#include "formats/lanyard-digest.h"

static void
test_asks (FeedFixture   *fixture,
           gconstpointer  prefix)
{
  g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, NULL, NULL);
  g_autofree char *sessions = g_strdup_printf ("GET %s/export/event/77.json?detail=sessions&tz=UTC\n", (const char *) prefix);
  g_autofree char *contributions = g_strdup_printf ("GET %s/export/event/77.json?detail=contributions&tz=UTC\n", (const char *) prefix);
  g_autofree char *timetable = g_strdup_printf ("GET %s/export/timetable/77.json\n", (const char *) prefix);

  g_assert_cmpuint (download->documents->len, ==, 3);
  g_assert_false (download->is_unmodified);
  g_assert_null (download->validators);
  g_assert_cmpstr (download->url, ==, fixture->address->url);
  g_assert_cmpuint (feed_count_talks (download), >, 10);

  g_assert_cmpuint (feed_count_requests (fixture, ""), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, sessions), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, contributions), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, timetable), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, "\nX-Requested-With: XMLHttpRequest"), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, "\nAccept: application/json"), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, "\nCookie"), ==, 0);
  g_assert_cmpuint (feed_count_requests (fixture, "\nAuthorization"), ==, 0);
  g_assert_cmpuint (feed_count_requests (fixture, "\nCache-Control"), ==, 0);
}

static void
test_asks_by_hand (FeedFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDownload) download =
      feed_download (fixture, fixture->address, NULL, NULL, TRUE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (download->documents->len, ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, "/export/event/77.json?detail=sessions&tz=UTC&nocache=yes\n"), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, "/export/event/77.json?detail=contributions&tz=UTC&nocache=yes\n"), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, "/export/timetable/77.json?nocache=yes\n"), ==, 1);
  g_assert_cmpuint (feed_count_requests (fixture, "\nCache-Control: no-cache"), ==, 3);
}

/* What the server has made anew a while later has the same digest. */
static void
test_digest (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardDownload) first = feed_download_well (fixture, fixture->address, NULL, NULL);
  g_autoptr (LanyardDownload) second = NULL;
  g_autofree char *digest = lanyard_documents_dup_digest (first->documents);
  g_autofree char *later_digest = NULL;

  lanyard_indico_server_pass_time (fixture->server, 3600);
  second = feed_download_well (fixture, fixture->address, NULL, NULL);
  later_digest = lanyard_documents_dup_digest (second->documents);
  g_assert_false (g_bytes_equal (first->documents->pdata[0], second->documents->pdata[0]));
  g_assert_cmpstr (digest, ==, later_digest);
}

/* --- where the event is ---------------------------------------------------- */

static void
test_no_indico (FeedFixture   *fixture,
                gconstpointer  data)
{
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_GONE, "", 0, NULL);
  feed_assert_fails (fixture, fixture->address, NULL, LANYARD_NET_ERROR_NOT_FOUND, "has no Indico at this address");
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_CAPTIVE_PORTAL, "", 0, NULL);
  feed_assert_fails (fixture, fixture->address, NULL, LANYARD_NET_ERROR_LOGIN_WALL, "web page");
}

static void
test_unknown_event (FeedFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (LanyardAddress) address = feed_address (fixture, "/event/78");
  g_autoptr (LanyardDownload) download = feed_download_well (fixture, address, NULL, NULL);

  g_assert_cmpuint (download->documents->len, ==, 3);
  feed_assert_hidden (download);
}

/* The next time the new server is asked at once, and may be told who asks. */
static void
test_moved (FeedFixture   *fixture,
            gconstpointer  data)
{
  static const char * const exports[][2] = {
    { "detail=sessions", "/export/event/77.json?detail=sessions&tz=UTC" },
    { "detail=contributions", "/export/event/77.json?detail=contributions&tz=UTC" },
    { "timetable", "/export/timetable/77.json" },
  };
  FeedFixture other = { 0 };
  g_autoptr (LanyardCredential) token = feed_token (fixture);

  feed_fixture_set_up (&other, "/indico");
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *target = g_strconcat (lanyard_indico_server_get_base (other.server), exports[i][1], NULL);

      lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_REDIRECT_ELSEWHERE, exports[i][0], 0, target);
    }
  {
    g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, token, NULL);

    g_assert_cmpstr (download->url, ==, other.address->url);
  }
  g_assert_cmpuint (feed_count_requests (fixture, "\nAuthorization"), ==, 3);
  g_assert_cmpuint (feed_count_requests (&other, ""), ==, 3);
  g_assert_cmpuint (feed_count_requests (&other, "\nAuthorization"), ==, 0);
  feed_fixture_tear_down (&other, NULL);
}

/* --- unchanged ------------------------------------------------------------- */

static void
change_event (FeedFixture *fixture)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "conference", "cancelled", NULL);
  g_autoptr (GError) error = NULL;

  lanyard_indico_server_set_event (fixture->server, "77", folder, &error);
  g_assert_no_error (error);
  lanyard_indico_server_pass_time (fixture->server, 3600);
}

static void
test_unmodified (FeedFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (LanyardDownload) first = NULL;
  g_autoptr (LanyardDownload) second = NULL;
  g_autoptr (LanyardDownload) third = NULL;

  lanyard_indico_server_set_validators (fixture->server, TRUE);
  first = feed_download_well (fixture, fixture->address, NULL, NULL);
  g_assert_nonnull (first->validators);
  g_assert_false (first->is_unmodified);

  second = feed_download_well (fixture, fixture->address, NULL, first->validators);
  g_assert_true (second->is_unmodified);
  g_assert_cmpuint (second->documents->len, ==, 0);
  g_assert_cmpstr (second->validators, ==, first->validators);
  g_assert_cmpuint (feed_count_requests (fixture, "\nIf-None-Match"), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, ""), ==, 6);

  change_event (fixture);
  third = feed_download_well (fixture, fixture->address, NULL, second->validators);
  g_assert_false (third->is_unmodified);
  g_assert_cmpuint (third->documents->len, ==, 3);
  g_assert_cmpstr (third->validators, !=, first->validators);
}

/* One document is new: the others, which were as before, are asked for again
 * and come whole. */
static void
test_partly_modified (FeedFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (LanyardDownload) first = NULL;
  g_autoptr (LanyardDownload) second = NULL;
  g_autoptr (GBytes) empty_timetable = g_bytes_new_static ("{\"results\":{\"77\":{}}}", 21);

  lanyard_indico_server_set_validators (fixture->server, TRUE);
  first = feed_download_well (fixture, fixture->address, NULL, NULL);
  lanyard_indico_server_set_documents (fixture->server, "77", first->documents->pdata[0], first->documents->pdata[1],
                                       empty_timetable);
  lanyard_indico_server_pass_time (fixture->server, 3600);
  lanyard_indico_server_clear_requests (fixture->server);

  second = feed_download_well (fixture, fixture->address, NULL, first->validators);
  g_assert_false (second->is_unmodified);
  g_assert_cmpuint (second->documents->len, ==, 3);
  g_assert_cmpuint (feed_count_talks (second), >, 10);
  g_assert_cmpuint (feed_count_requests (fixture, "\nIf-None-Match"), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, ""), ==, 5);
  g_assert_cmpuint (feed_count_requests (fixture, "timetable"), ==, 1);
}

/* What was unmodified for somebody without an account is not for one with. */
static void
test_validators_of_others (FeedFixture   *fixture,
                           gconstpointer  data)
{
  static const char * const strange[] = { "", "x", "(true, [])", "(false, [('a', 'b')])", "[]" };
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autoptr (LanyardDownload) first = NULL;
  g_autoptr (LanyardDownload) second = NULL;

  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api", "Guinea", "Pig");
  lanyard_indico_server_set_validators (fixture->server, TRUE);
  first = feed_download_well (fixture, fixture->address, NULL, NULL);
  second = feed_download_well (fixture, fixture->address, token, first->validators);
  g_assert_false (second->is_unmodified);

  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, NULL, strange[i]);

      g_assert_false (download->is_unmodified);
    }
  g_assert_cmpuint (feed_count_requests (fixture, "\nIf-None-Match"), ==, 0);
}

/* --- trouble --------------------------------------------------------------- */

static void
test_no_timetable (FeedFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (LanyardDownload) first = NULL;
  g_autoptr (LanyardDownload) second = NULL;
  g_autoptr (LanyardDownload) third = NULL;

  lanyard_indico_server_set_validators (fixture->server, TRUE);
  first = feed_download_well (fixture, fixture->address, NULL, NULL);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_GONE, "/export/timetable/", 0, NULL);

  /* it is gone, so it is not as it was */
  second = feed_download_well (fixture, fixture->address, NULL, first->validators);
  g_assert_false (second->is_unmodified);
  g_assert_cmpuint (second->documents->len, ==, 2);
  g_assert_cmpuint (feed_count_talks (second), ==, feed_count_talks (first));

  third = feed_download_well (fixture, fixture->address, NULL, second->validators);
  g_assert_true (third->is_unmodified);
}

/* A moment's trouble with the timetable does not cost the breaks. */
static void
test_broken_timetable (FeedFixture   *fixture,
                       gconstpointer  data)
{
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_BROKEN, "/export/timetable/", 0, NULL);
  feed_assert_fails (fixture, fixture->address, NULL, LANYARD_NET_ERROR_SERVER, "127.0.0.1");
}

/* Two that never end are ended by the third, which fails at once. */
static void
test_first_error (FeedFixture   *fixture,
                  gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_SILENCE, "detail=sessions", 0, NULL);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_SILENCE, "timetable", 0, NULL);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_BROKEN, "detail=contributions", 0, NULL);
  feed_assert_fails (fixture, fixture->address, NULL, LANYARD_NET_ERROR_SERVER, "127.0.0.1");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_retry_at (FeedFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDownload) download = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 retry_at = 0;

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_TOO_MANY, "", 0, "300");
  download = feed_download (fixture, fixture->address, NULL, NULL, FALSE, &retry_at, &error);
  g_assert_null (download);
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED);
  g_assert_cmpint (retry_at, >=, now + 300);
  g_assert_cmpint (retry_at, <=, now + 400);
}

static gboolean
cancel_when_asked_cb (gpointer user_data)
{
  FeedFixture *fixture = user_data;

  if (feed_count_requests (fixture, "") < 3)
    return G_SOURCE_CONTINUE;
  g_cancellable_cancel (fixture->cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  gint64 start = g_get_monotonic_time ();

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  g_timeout_add (5, cancel_when_asked_cb, fixture);
  g_assert_null (feed_download (fixture, fixture->address, NULL, NULL, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);

  /* and before anything is asked */
  lanyard_indico_server_clear_requests (fixture->server);
  g_assert_null (feed_download (fixture, fixture->address, NULL, NULL, FALSE, NULL, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (feed_count_requests (fixture, ""), ==, 0);
}

static void
test_progress (FeedFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, NULL, NULL);
  guint64 n_bytes = 0;

  for (guint i = 0; i < download->documents->len; i++)
    n_bytes += g_bytes_get_size (download->documents->pdata[i]);
  g_assert_cmpuint (fixture->n_progress, >=, 1);
  g_assert_cmpuint (fixture->n_bytes, ==, n_bytes);
  g_assert_cmpuint (fixture->n_total, ==, n_bytes);
}

/* --- accounts -------------------------------------------------------------- */

/* Neither a token nor what a key has signed is in what the program prints, even
 * if it is told to print all it can. */
static void
test_silent (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_auto (GStrv) environment = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (LanyardCredential) token = feed_token (fixture);
      g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);
      g_autoptr (LanyardDownload) with_token = NULL;
      g_autoptr (LanyardDownload) with_key = NULL;

      lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api", "Guinea", "Pig");
      lanyard_indico_server_set_api_key (fixture->server, FEED_KEY, FEED_SECRET);
      with_token = feed_download_well (fixture, fixture->address, token, NULL);
      with_key = feed_download_well (fixture, fixture->address, key, NULL);
      g_debug ("All was printed");
      return;
    }

  environment = g_environ_setenv (g_get_environ (), "G_MESSAGES_DEBUG", "all", TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char * const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*All was printed*");
  g_test_trap_assert_stdout_unmatched ("*" FEED_TOKEN "*");
  g_test_trap_assert_stdout_unmatched ("*" FEED_KEY "*");
  g_test_trap_assert_stdout_unmatched ("*signature=*");
  g_test_trap_assert_stderr_unmatched ("*" FEED_TOKEN "*");
  g_test_trap_assert_stderr_unmatched ("*" FEED_KEY "*");
  g_test_trap_assert_stderr_unmatched ("*signature=*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FEED_TEST ("/feed-download/asks", "", test_asks);
  FEED_TEST ("/feed-download/asks-under-a-path", "/indico", test_asks);
  FEED_TEST ("/feed-download/asks-by-hand", NULL, test_asks_by_hand);
  FEED_TEST ("/feed-download/digest", NULL, test_digest);
  FEED_TEST ("/feed-download/no-indico", NULL, test_no_indico);
  FEED_TEST ("/feed-download/unknown-event", NULL, test_unknown_event);
  FEED_TEST ("/feed-download/moved", NULL, test_moved);
  FEED_TEST ("/feed-download/unmodified", NULL, test_unmodified);
  FEED_TEST ("/feed-download/partly-modified", NULL, test_partly_modified);
  FEED_TEST ("/feed-download/validators-of-others", NULL, test_validators_of_others);
  FEED_TEST ("/feed-download/no-timetable", NULL, test_no_timetable);
  FEED_TEST ("/feed-download/broken-timetable", NULL, test_broken_timetable);
  FEED_TEST ("/feed-download/first-error", NULL, test_first_error);
  FEED_TEST ("/feed-download/retry-at", NULL, test_retry_at);
  FEED_TEST ("/feed-download/cancel", NULL, test_cancel);
  FEED_TEST ("/feed-download/progress", NULL, test_progress);
  FEED_TEST ("/feed-download/silent", NULL, test_silent);

  return g_test_run ();
}
