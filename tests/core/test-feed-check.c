/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a token or an API key is good, and whose it is, as real servers and
 * strange ones answer. */

#include "config.h"

#include <string.h>

#include "feed-helper.h"

#define FEED_TEST(path, prefix, func) \
  g_test_add (path, FeedFixture, prefix, feed_fixture_set_up, func, feed_fixture_tear_down)

static void
assert_identity (FeedFixture       *fixture,
                 LanyardCredential *credential,
                 const char        *name,
                 const char        *email,
                 gboolean           reads_programmes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIdentity) identity = feed_check (fixture, fixture->address, credential, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (identity->name, ==, name);
  g_assert_cmpstr (identity->email, ==, email);
  g_assert_cmpint (identity->reads_programmes, ==, reads_programmes);
}

static void
assert_fails (FeedFixture       *fixture,
              LanyardCredential *credential,
              LanyardNetError    code,
              const char        *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIdentity) identity = feed_check (fixture, fixture->address, credential, &error);

  g_assert_null (identity);
  g_assert_error (error, LANYARD_NET_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
  feed_assert_no_secret (error->message);
}

static void
test_token (FeedFixture   *fixture,
            gconstpointer  prefix)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autofree char *user = g_strdup_printf ("GET %s/api/user/\n", (const char *) prefix);

  assert_fails (fixture, token, LANYARD_NET_ERROR_UNAUTHORIZED, "does not accept your token");
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api read:user", "Guinea", "Pig");
  assert_identity (fixture, token, "Guinea Pig", "guinea@example.org", TRUE);
  g_assert_cmpuint (feed_count_requests (fixture, user), ==, 2);
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api", "Guinea", "Pig");
  assert_identity (fixture, token, NULL, NULL, TRUE);
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:user read:everything", "Guinea", "Pig");
  assert_identity (fixture, token, "Guinea Pig", "guinea@example.org", FALSE);
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, NULL, NULL, NULL);
  assert_fails (fixture, token, LANYARD_NET_ERROR_UNAUTHORIZED, "does not accept your token");
}

/* A server alone, of which no event is known. */
static void
test_server (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autofree char *page = NULL;

  g_clear_pointer (&fixture->address, lanyard_address_unref);
  fixture->address = feed_address (fixture, "");
  g_assert_null (fixture->address->event);
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api read:user", "Guinea", "Pig");
  assert_identity (fixture, token, "Guinea Pig", "guinea@example.org", TRUE);
  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:user", "Guinea", "Pig");
  assert_identity (fixture, token, "Guinea Pig", "guinea@example.org", FALSE);

  page = lanyard_indico_feed_dup_token_page (fixture->address);
  g_assert_true (g_str_has_prefix (page, lanyard_indico_server_get_base (fixture->server)));
  g_assert_true (g_str_has_suffix (page, "/indico/user/tokens/"));
}

static void
test_api_key (FeedFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);
  g_autoptr (LanyardCredential) wrong = feed_api_key (fixture, "something-else");
  g_autoptr (LanyardCredential) malformed =
      lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, fixture->address->origin, NULL, "no-uuid", FEED_SECRET);

  assert_fails (fixture, key, LANYARD_NET_ERROR_UNAUTHORIZED, "API key");
  lanyard_indico_server_set_api_key (fixture->server, FEED_KEY, FEED_SECRET);
  assert_identity (fixture, key, NULL, NULL, TRUE);
  assert_fails (fixture, wrong, LANYARD_NET_ERROR_UNAUTHORIZED, "API key");
  assert_fails (fixture, malformed, LANYARD_NET_ERROR_UNAUTHORIZED, "API key");
  g_assert_cmpuint (feed_count_requests (fixture, "/api/user/"), ==, 0);
}

static void
test_old_server (FeedFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);

  lanyard_indico_server_set_token (fixture->server, FEED_TOKEN, "read:legacy_api", "Guinea", "Pig");
  lanyard_indico_server_set_api_key (fixture->server, FEED_KEY, FEED_SECRET);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_GONE, "/api/user/", 0, NULL);
  assert_fails (fixture, token, LANYARD_NET_ERROR_NOT_FOUND, "older than 3.0");
  assert_identity (fixture, key, NULL, NULL, TRUE);
}

static void
test_no_indico (FeedFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autoptr (LanyardCredential) key = feed_api_key (fixture, FEED_SECRET);

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_GONE, "", 0, NULL);
  assert_fails (fixture, token, LANYARD_NET_ERROR_NOT_FOUND, "has no Indico");
  assert_fails (fixture, key, LANYARD_NET_ERROR_NOT_FOUND, "has no Indico");
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_LOGIN_PAGE, "", 0, NULL);
  assert_fails (fixture, token, LANYARD_NET_ERROR_LOGIN_WALL, "web page");
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_BROKEN, "", 0, NULL);
  assert_fails (fixture, token, LANYARD_NET_ERROR_SERVER, "127.0.0.1");
}

/* Where others can listen nothing is sent at all. */
static void
test_not_private (FeedFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = NULL;
  g_autoptr (LanyardCredential) key = NULL;

  g_clear_pointer (&fixture->address, lanyard_address_unref);
  fixture->address = lanyard_address_parse ("http://lanyard.invalid/event/5", NULL);
  token = feed_token (fixture);
  key = feed_api_key (fixture, FEED_SECRET);
  assert_fails (fixture, token, LANYARD_NET_ERROR_TLS, "https");
  assert_fails (fixture, key, LANYARD_NET_ERROR_TLS, "https");
}

static void
test_cancel (FeedFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardCredential) token = feed_token (fixture);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_null (feed_check (fixture, fixture->address, token, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  const char *user = strcmp (path, "/api/user/") == 0 ? user_data : "{\"results\":[]}";

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, user, strlen (user));
}

/* A server that says something else about who one is; NULL for what is no
 * answer at all. */
static void
test_strange_users (FeedFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *opened = g_strnfill (2000, '[');
  g_autofree char *closed = g_strnfill (2000, ']');
  g_autofree char *deep = g_strconcat (opened, closed, NULL);
  g_autofree char *blanks = g_strnfill (5000, ' ');
  g_autofree char *huge = g_strconcat ("{", blanks, "}", NULL);
  const struct
  {
    const char *answer;
    const char *name;
    gboolean is_user;
  } cases[] = {
    { "null", NULL, FALSE },
    { "", NULL, FALSE },
    { "[]", NULL, FALSE },
    { "\"Guinea\"", NULL, FALSE },
    { "{\"first_name\":}", NULL, FALSE },
    { deep, NULL, FALSE },
    { huge, NULL, FALSE },
    { "{}", NULL, TRUE },
    { "{\"first_name\":5,\"last_name\":null,\"email\":{}}", NULL, TRUE },
    { "{\"first_name\":\"\",\"last_name\":\" \"}", NULL, TRUE },
    { "{\"first_name\":\"Björk\"}", "Björk", TRUE },
    { "{\"last_name\":\"Pig\",\"first_name\":null}", "Pig", TRUE },
    { "{\"last_name\":\"Pig\",\"first_name\":\" Guinea \"}", "Guinea Pig", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
      g_autoptr (LanyardCredential) token = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *base = NULL;
      GSList *uris;

      soup_server_add_handler (server, NULL, answer_cb, (gpointer) cases[i].answer, NULL);
      soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
      g_assert_no_error (error);
      uris = soup_server_get_uris (server);
      base = g_uri_to_string (uris->data);
      g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

      g_clear_pointer (&fixture->address, lanyard_address_unref);
      fixture->address = lanyard_address_parse (base, NULL);
      token = feed_token (fixture);
      g_test_message ("%.60s", cases[i].answer);
      if (cases[i].is_user)
        assert_identity (fixture, token, cases[i].name, NULL, TRUE);
      else
        assert_fails (fixture, token, LANYARD_NET_ERROR_UNAUTHORIZED, "take notice");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  FEED_TEST ("/feed-check/token", "", test_token);
  FEED_TEST ("/feed-check/token-under-a-path", "/indico", test_token);
  FEED_TEST ("/feed-check/server", "/indico", test_server);
  FEED_TEST ("/feed-check/api-key", NULL, test_api_key);
  FEED_TEST ("/feed-check/api-key-under-a-path", "/indico", test_api_key);
  FEED_TEST ("/feed-check/old-server", NULL, test_old_server);
  FEED_TEST ("/feed-check/no-indico", NULL, test_no_indico);
  FEED_TEST ("/feed-check/not-private", NULL, test_not_private);
  FEED_TEST ("/feed-check/cancel", NULL, test_cancel);
  FEED_TEST ("/feed-check/strange-users", NULL, test_strange_users);

  return g_test_run ();
}
