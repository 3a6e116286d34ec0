/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a server does wrong: adding says why in a sentence of its own and
 * adds nothing, refreshing leaves what is there, to the byte. */

#include "config.h"

#include <string.h>

#include "sync-helper.h"

#include "formats/lanyard-format.h"

typedef struct
{
  const char   *name;
  LanyardFault  fault;
  GQuark      (*domain) (void);
  int           code;
} Case;

static const Case cases[] = {
  { "slow", LANYARD_FAULT_SLOW, lanyard_net_error_quark, LANYARD_NET_ERROR_TIMED_OUT },
  { "silence", LANYARD_FAULT_SILENCE, lanyard_net_error_quark, LANYARD_NET_ERROR_TIMED_OUT },
  { "cut", LANYARD_FAULT_CUT, lanyard_net_error_quark, LANYARD_NET_ERROR_INCOMPLETE },
  { "wrong-length", LANYARD_FAULT_WRONG_LENGTH, lanyard_net_error_quark, LANYARD_NET_ERROR_INCOMPLETE },
  { "gzip-bomb", LANYARD_FAULT_GZIP_BOMB, lanyard_net_error_quark, LANYARD_NET_ERROR_TOO_LARGE },
  { "endless", LANYARD_FAULT_ENDLESS, lanyard_net_error_quark, LANYARD_NET_ERROR_TOO_LARGE },
  { "redirect-loop", LANYARD_FAULT_REDIRECT_LOOP, lanyard_net_error_quark, LANYARD_NET_ERROR_REDIRECTS },
  { "captive-portal", LANYARD_FAULT_CAPTIVE_PORTAL, lanyard_net_error_quark, LANYARD_NET_ERROR_LOGIN_WALL },
  { "login-page", LANYARD_FAULT_LOGIN_PAGE, lanyard_net_error_quark, LANYARD_NET_ERROR_LOGIN_WALL },
  { "too-many", LANYARD_FAULT_TOO_MANY, lanyard_net_error_quark, LANYARD_NET_ERROR_RATE_LIMITED },
  { "busy", LANYARD_FAULT_BUSY, lanyard_net_error_quark, LANYARD_NET_ERROR_SERVER },
  { "broken", LANYARD_FAULT_BROKEN, lanyard_net_error_quark, LANYARD_NET_ERROR_SERVER },
  { "gone", LANYARD_FAULT_GONE, lanyard_net_error_quark, LANYARD_NET_ERROR_NOT_FOUND },
};

/* One sentence, with no secret and no address but the server's. */
static void
check_sentence (SyncFixture  *fixture,
                const GError *error)
{
  g_test_message ("%s", error->message);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strstr (error->message, "/export/"));
}

/* Nothing came of it, and nothing is there. */
static void
fail_to_add (SyncFixture *fixture,
             const char  *address,
             GQuark       domain,
             int          code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;

  g_assert_null (preview (fixture, address, &error));
  g_assert_error (error, domain, code);
  check_sentence (fixture, error);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_add (SyncFixture   *fixture,
          gconstpointer  data)
{
  const Case *each = data;

  lanyard_indico_server_set_fault (fixture->server, each->fault, "", 0, NULL);
  fail_to_add (fixture, fixture->address, each->domain (), each->code);
}

static void
test_refresh (SyncFixture   *fixture,
              gconstpointer  data)
{
  const Case *each = data;
  g_autofree char *uuid = add (fixture);
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  change_event (fixture, "changed");
  /* The other two documents are good, and must not be taken alone. */
  lanyard_indico_server_set_fault (fixture->server, each->fault, "detail=contributions", 0, NULL);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, each->domain (), each->code);
  check_sentence (fixture, error);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW);
}

/* Nobody is asked before the time that the server gave, not even by hand. */
static void
test_retry_after (SyncFixture   *fixture,
                  gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_TOO_MANY, "", 0, "600");
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED);
  g_clear_error (&error);

  lanyard_indico_server_clear_requests (fixture->server);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED);
  g_assert_nonnull (strstr (error->message, "minutes"));
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);
  g_clear_error (&error);

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_NONE, "", 0, NULL);
  sync_fixture_restart (fixture, NOW + 700);
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
}

static void
test_no_server (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_clear_object (&fixture->server);
  fail_to_add (fixture, fixture->address, LANYARD_NET_ERROR, LANYARD_NET_ERROR_REFUSED);
}

static void
test_unknown_host (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (preview (fixture, "https://nowhere.invalid/event/1/", &error));
  check_sentence (fixture, error);
  /* Without any network that is all that can be said. */
  if (!g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_OFFLINE))
    g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNKNOWN_HOST);
}

static void
test_untrusted (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIndicoServer) server = lanyard_indico_server_new (TRUE, "", 0, &error);
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, "server", "certificates", "elsewhere.pem", NULL);
  g_autoptr (GTlsDatabase) trusts_other = g_tls_file_database_new (other, NULL);
  g_autofree char *address = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (trusts_other);
  lanyard_fetcher_set_tls_database (fixture->fetcher, trusts_other);
  address = g_strconcat (lanyard_indico_server_get_base (server), "/event/" EVENT, NULL);
  fail_to_add (fixture, address, LANYARD_NET_ERROR, LANYARD_NET_ERROR_TLS);
}

static void
test_redirect_down (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIndicoServer) server = lanyard_indico_server_new (TRUE, "", 0, &error);
  g_autofree char *address = NULL;

  g_assert_no_error (error);
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_REDIRECT_DOWN, "/export/", 0, fixture->address);
  address = g_strconcat (lanyard_indico_server_get_base (server), "/event/" EVENT, NULL);
  fail_to_add (fixture, address, LANYARD_NET_ERROR, LANYARD_NET_ERROR_REDIRECTS);
}

static void
test_not_an_address (SyncFixture   *fixture,
                     gconstpointer  data)
{
  const char * const texts[] = { "", "   ", "ftp://lpc.events/event/20/", "Linux Plumbers", "mailto:a@example.org",
                                 "https://", "https://user:secret@lpc.events/event/20/" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (preview (fixture, texts[i], &error));
      g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS);
      check_sentence (fixture, error);
      g_assert_null (strstr (error->message, "secret@"));
    }
}

static void
test_unknown_event (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *address = g_strconcat (lanyard_indico_server_get_base (fixture->server), "/event/4711/", NULL);

  fail_to_add (fixture, address, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND);
}

static void
serve_text (SyncFixture *fixture,
            const char  *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  lanyard_indico_server_set_documents (fixture->server, EVENT, bytes, bytes, bytes);
}

static void
test_documents (SyncFixture   *fixture,
                gconstpointer  data)
{
  serve_text (fixture, "{\"results\": [{\"_type\" \"Conference\"}]}");
  fail_to_add (fixture, fixture->address, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
  lanyard_indico_server_pass_time (fixture->server, 700);
  serve_text (fixture, "{\"name\": \"something else\"}");
  fail_to_add (fixture, fixture->address, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
}

static GBytes *
read_shared (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LANYARD_SHARED_DATA"), "indico-synthetic", name, NULL);
  char *text;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) ? g_bytes_new_take (text, length) : NULL;
}

/* An event that is announced, but whose programme is not, is not added. */
static void
test_not_published (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) event = read_shared ("lpc2024-like.event.sessions.draft-timetable.indico-3.3.12.json");
  g_autoptr (GBytes) timetable = read_shared ("lpc2024-like.timetable.draft-timetable.indico-3.3.12.json");
  g_autofree char *address = g_strconcat (lanyard_indico_server_get_base (fixture->server), "/event/18/", NULL);

  if (event == NULL || timetable == NULL)
    {
      g_test_skip ("the draft is not here");
      return;
    }
  lanyard_indico_server_set_documents (fixture->server, "18", event, event, timetable);
  fail_to_add (fixture, address, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
}

static void
add_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *adding = g_strconcat ("/sync/errors/add/", cases[i].name, NULL);
      g_autofree char *refreshing = g_strconcat ("/sync/errors/refresh/", cases[i].name, NULL);

      g_test_add (adding, SyncFixture, &cases[i], sync_fixture_set_up, test_add, sync_fixture_tear_down);
      g_test_add (refreshing, SyncFixture, &cases[i], sync_fixture_set_up, test_refresh, sync_fixture_tear_down);
    }

#define ADD(path, func) g_test_add (path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("/sync/errors/retry-after", test_retry_after);
  ADD ("/sync/errors/no-server", test_no_server);
  ADD ("/sync/errors/unknown-host", test_unknown_host);
  ADD ("/sync/errors/untrusted", test_untrusted);
  ADD ("/sync/errors/redirect-down", test_redirect_down);
  ADD ("/sync/errors/not-an-address", test_not_an_address);
  ADD ("/sync/errors/unknown-event", test_unknown_event);
  ADD ("/sync/errors/documents", test_documents);
  ADD ("/sync/errors/not-published", test_not_published);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
