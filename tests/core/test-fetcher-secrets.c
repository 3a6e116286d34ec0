/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a secret goes, and that it goes nowhere else: no other server, no
 * error, no log. */

#include "config.h"

#include <string.h>

#include "fetch-helper.h"
#include "net/lanyard-origin.h"

#define TOKEN "indp_q7RtEoL0n1vW2xY3zA4bC5dE6fG7hI8jK9lM0nO1pQ"

static LanyardCredential *
make_token (const char *origin)
{
  return lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, origin, NULL, NULL, TOKEN);
}

/* Asks with a token and fails with an error that does not tell it. */
static void
assert_refuses (FetchFixture      *fixture,
                const char        *url,
                LanyardCredential *credential,
                LanyardNetError    code,
                const char        *part)
{
  const LanyardRequest request = { .url = url, .credential = credential, .wants_json = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response = fetch (fixture, &request, NULL, NULL, &error);

  g_assert_error (error, LANYARD_NET_ERROR, (int) code);
  g_assert_null (response);
  g_assert_null (strstr (error->message, TOKEN));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

static void
assert_sends (FetchFixture      *fixture,
              const char        *url,
              LanyardCredential *credential,
              const char        *authorization)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardResponse) response =
      fetch (fixture, &(LanyardRequest) { .url = url, .credential = credential }, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (strstr (response->url, TOKEN));
  g_assert_cmpstr (find_header (fixture, "Authorization"), ==, authorization);
}

static void
test_goes_to_its_server (FetchFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardCredential) plain = make_token (fixture->base);
  g_autoptr (LanyardCredential) secure = make_token (fixture->secure_base);
  g_autoptr (LanyardCredential) key =
      lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, fixture->secure_base, NULL, "key", TOKEN);
  g_autofree char *other_name = replace_host (fixture->secure_base, "localhost");

  assert_sends (fixture, fixture->secure_base, secure, "Bearer " TOKEN);
  assert_sends (fixture, fixture->base, plain, "Bearer " TOKEN);
  assert_sends (fixture, fixture->base, secure, NULL);
  assert_sends (fixture, fixture->secure_base, plain, NULL);
  assert_sends (fixture, other_name, secure, NULL);
  assert_sends (fixture, fixture->secure_base, key, NULL);
}

static void
test_is_not_overheard (FetchFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *url = replace_host (fixture->base, "indico.test");
  g_autoptr (LanyardCredential) token = make_token (url);
  g_autoptr (LanyardCredential) key = lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, url, NULL, "key", TOKEN);

  fetch_fixture_resolve (fixture);
  assert_refuses (fixture, url, token, LANYARD_NET_ERROR_TLS, "without encryption");
  assert_refuses (fixture, url, key, LANYARD_NET_ERROR_TLS, "without encryption");
  g_assert_cmpuint (fixture->n_asked, ==, 0);
  assert_sends (fixture, url, NULL, NULL);
}

static void
test_cannot_be_a_token (FetchFixture  *fixture,
                        gconstpointer  data)
{
  static const char * const odd[] = { TOKEN "\r\nX-Other: 1", "two words", "t\xc3\xb6ken", "\t" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (LanyardCredential) credential =
          lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, fixture->secure_base, NULL, NULL, odd[i]);

      assert_refuses (fixture, fixture->secure_base, credential, LANYARD_NET_ERROR_UNAUTHORIZED, "whole token");
    }
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

/* To a page of the same server, to another server, and back. */
static void
answer_with_journey (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  g_autofree char *other = replace_host (fixture->secure_base, "localhost");
  const char *next[] = { "/second", other, fixture->secure_base };
  gboolean may_have = n_asked <= 2;

  g_assert_true (may_have == (find_header (fixture, "Authorization") != NULL));
  if (n_asked <= G_N_ELEMENTS (next))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, next[n_asked - 1]);
  else
    lanyard_fault_answer (LANYARD_FAULT_NONE, server, message, "application/json", fixture->body, NULL);
}

static void
test_is_left_behind (FetchFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (LanyardCredential) credential = make_token (fixture->secure_base);

  fixture->answer = answer_with_journey;
  assert_sends (fixture, fixture->secure_base, credential, NULL);
  g_assert_cmpuint (fixture->n_asked, ==, 4);
}

/* A redirect that has a password in it, to a page that wants one. */
static void
answer_with_trap (FetchFixture      *fixture,
                  SoupServer        *server,
                  SoupServerMessage *message,
                  guint              n_asked)
{
  g_autofree char *trap = g_strdup_printf ("http://user:secret@%s/", fixture->base + strlen ("http://"));

  g_assert_null (find_header (fixture, "Authorization"));
  if (n_asked == 1)
    {
      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, trap);
      return;
    }
  soup_server_message_set_status (message, SOUP_STATUS_UNAUTHORIZED, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "WWW-Authenticate",
                                "Basic realm=\"trap\"");
}

static void
test_is_not_taken_from_addresses (FetchFixture  *fixture,
                                  gconstpointer  data)
{
  fixture->answer = answer_with_trap;
  assert_refuses (fixture, fixture->base, NULL, LANYARD_NET_ERROR_UNAUTHORIZED, "to those who sign in");
  g_assert_cmpuint (fixture->n_asked, ==, 2);
}

typedef struct
{
  guint status;
  const char *type;
  const char *body;
  LanyardNetError code;
  const char *part;
} Refusal;

/* What Indico and others say to a token, in the order of the requests. */
static const Refusal refusals[] = {
  { 400, "text/html", "<h1>Bad Request</h1><p>OAuth error: insufficient_scope: wrong</p>", LANYARD_NET_ERROR_FORBIDDEN, "lacks a scope" },
  { 400, "text/html", "<p>OAuth error: invalid_token: revoked</p>", LANYARD_NET_ERROR_UNAUTHORIZED, "does not accept your token" },
  { 400, "application/json", "{\"error\":{\"title\":\"Bad Request\",\"message\":\"OAuth error: insufficient_scope\"}}", LANYARD_NET_ERROR_FORBIDDEN, "lacks a scope" },
  { 400, "application/json", "{\"message\":\"Bad timezone: 'Mars/Base'\"}", LANYARD_NET_ERROR_STATUS, "does not understand" },
  { 401, "application/json", "{\"error\":\"invalid_token\"}", LANYARD_NET_ERROR_UNAUTHORIZED, "does not accept your token" },
  { 403, "application/json", "{\"error\":\"insufficient_scope\"}", LANYARD_NET_ERROR_FORBIDDEN, "lacks a scope" },
  { 403, "application/json", "{\"message\":\"No access\"}", LANYARD_NET_ERROR_FORBIDDEN, "Your account at" },
  { 403, "text/html", "", LANYARD_NET_ERROR_FORBIDDEN, "Your account at" },
  { 204, "text/plain", "", LANYARD_NET_ERROR_STATUS, "(status 204)" },
  { 407, "text/html", "", LANYARD_NET_ERROR_REFUSED, "proxy" },
  { 410, "text/plain", "", LANYARD_NET_ERROR_NOT_FOUND, "check the address" },
};

static void
answer_with_refusal (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  const Refusal *refusal = &refusals[n_asked - 1];

  g_assert_cmpstr (find_header (fixture, "Authorization"), ==, "Bearer " TOKEN);
  soup_server_message_set_response (message, refusal->type, SOUP_MEMORY_STATIC, refusal->body, strlen (refusal->body));
  soup_server_message_set_status (message, refusal->status, NULL);
  if (refusal->status == 401)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "WWW-Authenticate",
                                  "Bearer error=\"invalid_token\"");
}

static void
test_is_refused (FetchFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (LanyardCredential) credential = make_token (fixture->secure_base);

  fixture->answer = answer_with_refusal;
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    assert_refuses (fixture, fixture->secure_base, credential, refusals[i].code, refusals[i].part);
}

static void
answer_forbidden (FetchFixture      *fixture,
                  SoupServer        *server,
                  SoupServerMessage *message,
                  guint              n_asked)
{
  soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
}

/* A page of an error without an end is not read to its end. */
static void
answer_with_long_refusal (FetchFixture      *fixture,
                          SoupServer        *server,
                          SoupServerMessage *message,
                          guint              n_asked)
{
  lanyard_fault_answer (LANYARD_FAULT_ENDLESS, server, message, "text/html", fixture->body, NULL);
  soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
}

static void
test_is_wanted (FetchFixture  *fixture,
                gconstpointer  data)
{
  fixture->answer = answer_forbidden;
  assert_refuses (fixture, fixture->base, NULL, LANYARD_NET_ERROR_FORBIDDEN, "sign in with an account");
  fixture->answer = answer_with_long_refusal;
  assert_refuses (fixture, fixture->base, NULL, LANYARD_NET_ERROR_FORBIDDEN, "sign in with an account");
}

static void
assert_http2_keeps_secret (FetchFixture *fixture)
{
  g_autoptr (HalfServer) half = half_server_new ("good.pem");
  g_autoptr (LanyardCredential) credential = make_token (half->url);

  fixture->limits.silence_ms = 200;
  fetch_fixture_limit (fixture);
  assert_refuses (fixture, half->url, credential, LANYARD_NET_ERROR_TIMED_OUT, "went silent");
  half_server_stop (half);
  g_assert_cmpstr (half->protocol, ==, "h2");
}

/* In a process that logs all it can, with everything going well and wrong. */
static void
test_is_not_logged (FetchFixture  *fixture,
                    gconstpointer  data)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "G_MESSAGES_DEBUG", "all", TRUE);

  if (g_test_subprocess ())
    {
      test_goes_to_its_server (fixture, NULL);
      fixture->n_asked = 0;
      test_is_left_behind (fixture, NULL);
      fixture->n_asked = 0;
      test_is_refused (fixture, NULL);
      assert_http2_keeps_secret (fixture);
      return;
    }
  g_test_trap_subprocess_with_envp (NULL, (const char * const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  /* It did log. */
  g_test_trap_assert_stdout ("*GSocketClient*");
  g_test_trap_assert_stdout_unmatched ("*" TOKEN "*");
  g_test_trap_assert_stderr_unmatched ("*" TOKEN "*");
}

static void
test_origins (void)
{
  static const struct
  {
    const char *url;
    const char *origin;
    const char *host;
    gboolean is_private;
    gboolean is_loopback;
  } cases[] = {
    { "https://lpc.events/event/20/", "https://lpc.events", "lpc.events", TRUE, FALSE },
    { "HTTPS://LPC.Events:443", "https://lpc.events", "lpc.events", TRUE, FALSE },
    { "http://lpc.events:80/?a=b", "http://lpc.events", "lpc.events", FALSE, FALSE },
    { "https://lpc.events:8443/", "https://lpc.events:8443", "lpc.events:8443", TRUE, FALSE },
    { "http://localhost:8080/indico", "http://localhost:8080", "localhost:8080", TRUE, TRUE },
    { "http://127.1.2.3/", "http://127.1.2.3", "127.1.2.3", TRUE, TRUE },
    { "http://[::1]:80/", "http://[::1]", "[::1]", TRUE, TRUE },
    { "http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81", "[2001:db8::1]:81", FALSE, FALSE },
    { "http://localhost.example.org/", "http://localhost.example.org", "localhost.example.org", FALSE, FALSE },
    { "http://127.0.0.1.example.org/", "http://127.0.0.1.example.org", "127.0.0.1.example.org", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = lanyard_origin_parse_url (cases[i].url, &error);
      g_autofree char *origin = NULL;
      g_autofree char *host = NULL;

      g_assert_no_error (error);
      origin = lanyard_origin_dup (uri);
      host = lanyard_origin_dup_host (uri);
      g_assert_cmpstr (origin, ==, cases[i].origin);
      g_assert_cmpstr (host, ==, cases[i].host);
      g_assert_true (lanyard_origin_is_private (uri) == cases[i].is_private);
      g_assert_true (lanyard_origin_is_loopback (uri) == cases[i].is_loopback);
    }
}

static void
test_credential (void)
{
  LanyardCredential *credential =
      lanyard_credential_new (LANYARD_CREDENTIAL_API_KEY, "https://lpc.events", "Ada", "key", "secret");
  LanyardCredential *copy = g_boxed_copy (LANYARD_TYPE_CREDENTIAL, credential);

  g_assert_true (copy == credential);
  lanyard_credential_unref (credential);
  g_assert_cmpstr (copy->user, ==, "Ada");
  g_assert_cmpstr (copy->key, ==, "key");
  g_assert_cmpstr (copy->secret, ==, "secret");
  g_boxed_free (LANYARD_TYPE_CREDENTIAL, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/fetcher-secrets/" name, FetchFixture, NULL, fetch_fixture_set_up, function, fetch_fixture_tear_down)
  ADD ("goes-to-its-server", test_goes_to_its_server);
  ADD ("is-not-overheard", test_is_not_overheard);
  ADD ("cannot-be-a-token", test_cannot_be_a_token);
  ADD ("is-left-behind", test_is_left_behind);
  ADD ("is-not-taken-from-addresses", test_is_not_taken_from_addresses);
  ADD ("is-refused", test_is_refused);
  ADD ("is-wanted", test_is_wanted);
  ADD ("is-not-logged", test_is_not_logged);
#undef ADD
  g_test_add_func ("/fetcher-secrets/origins", test_origins);
  g_test_add_func ("/fetcher-secrets/credential", test_credential);

  return g_test_run ();
}
