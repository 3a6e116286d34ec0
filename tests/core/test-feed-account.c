/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Downloads with an account: what a token and an API key open, and that neither
 * goes where it does not belong. */

#include "config.h"

#include "feed-helper.h"

/* A server that has moved may send on all that it was asked; what a key has
 * signed does not go along. */
static void
test_moved_with_api_key (FeedFixture   *fixture,
                         gconstpointer  data)
{
  FeedFixture other = { 0 };
  g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);
  g_autofree char *target = NULL;

  feed_fixture_set_up (&other, NULL);
  target = g_strconcat (lanyard_indico_server_get_base (other.server), "/export/event/77.json?ak=" FEED_KEY
                        "&detail=sessions&timestamp=1&tz=UTC&signature=0123", NULL);
  lanyard_indico_server_set_api_key (fixture->server, FEED_KEY, FEED_SECRET);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_REDIRECT_ELSEWHERE, "detail=sessions", 0, target);
  {
    g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, key, NULL);

    g_assert_cmpuint (download->documents->len, ==, 3);
  }
  g_assert_cmpuint (feed_count_requests (&other, "GET /export/event/77.json?detail=sessions&tz=UTC\n"), ==, 1);
  feed_fixture_tear_down (&other, NULL);
}

static void
test_token (FeedFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autoptr (LanyardDownload) seen = NULL;

  lanyard_indico_server_set_restricted (fixture->server, "77", TRUE);
  feed_assert_fails (fixture, fixture->address, token, LANYARD_NET_ERROR_UNAUTHORIZED, "token");
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:user", "Guinea", "Pig");
  feed_assert_fails (fixture, fixture->address, token, LANYARD_NET_ERROR_FORBIDDEN, "scope");
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api", "Guinea", "Pig");
  seen = feed_download_well (fixture, fixture->address, token, NULL);
  g_assert_cmpuint (feed_count_talks (seen), >, 10);
  g_assert_cmpuint (feed_count_requests (fixture, "?" FEED_TOKEN), ==, 0);
}

static void
test_api_key (FeedFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);
  g_autoptr (LanyardCredential) wrong = feed_api_key (fixture, "something-else");
  g_autoptr (LanyardDownload) hidden = NULL;
  g_autoptr (LanyardDownload) seen = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_indico_server_set_restricted (fixture->server, "77", TRUE);
  lanyard_indico_server_set_api_key (fixture->server, FEED_KEY, FEED_SECRET);
  lanyard_indico_server_set_validators (fixture->server, TRUE);
  hidden = feed_download_well (fixture, fixture->address, NULL, NULL);
  feed_assert_hidden (hidden);

  seen = feed_download_well (fixture, fixture->address, key, NULL);
  g_assert_cmpuint (feed_count_talks (seen), >, 10);
  g_assert_cmpuint (feed_count_requests (fixture, "&signature="), ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, "\nAuthorization"), ==, 0);
  g_assert_cmpuint (feed_count_requests (fixture, FEED_SECRET), ==, 0);

  g_clear_pointer (&seen, lanyard_download_free);
  seen = feed_download (fixture, fixture->address, key, NULL, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feed_count_talks (seen), >, 10);
  feed_assert_no_secret (seen->validators);

  feed_assert_fails (fixture, fixture->address, wrong, LANYARD_NET_ERROR_FORBIDDEN, "account");
}

/* A key is not for another server, not even to sign with. */
static void
test_api_key_of_another (FeedFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardCredential) key =
      lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, "https://lpc.events", NULL, FEED_KEY, FEED_SECRET);
  g_autoptr (LanyardDownload) download = feed_download_well (fixture, fixture->address, key, NULL);

  g_assert_cmpuint (download->documents->len, ==, 3);
  g_assert_cmpuint (feed_count_requests (fixture, "signature"), ==, 0);
  g_assert_cmpuint (feed_count_requests (fixture, FEED_KEY), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FEED_TEST ("/feed-account/moved-with-api-key", NULL, test_moved_with_api_key);
  FEED_TEST ("/feed-account/token", NULL, test_token);
  FEED_TEST ("/feed-account/api-key", NULL, test_api_key);
  FEED_TEST ("/feed-account/api-key-under-a-path", "/indico", test_api_key);
  FEED_TEST ("/feed-account/api-key-of-another", NULL, test_api_key_of_another);

  return g_test_run ();
}
