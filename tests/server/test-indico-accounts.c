/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the test server minds tokens, their scopes, API keys and restricted
 * events as an Indico does, and that trouble is where it was ordered. */

#include "config.h"

#include <locale.h>

#include "indico-client.h"

#define KEY "11111111-2222-3333-4444-555555555555"
#define SECRET "99999999-8888-7777-6666-000000000000"

#define WEAK "indp_weak"
#define READER "indp_reader"
#define EVERYTHING "indp_everything"
#define REVOKED "indp_revoked"

static LanyardIndicoServer *
start_with_accounts (void)
{
  LanyardIndicoServer *server = start_server ("/indico");

  lanyard_indico_server_set_restricted (server, "77", TRUE);
  lanyard_indico_server_set_token (server, WEAK, "read:user", "Wanda", "Weak");
  lanyard_indico_server_set_token (server, READER, "read:legacy_api", "Rita", "Reader");
  lanyard_indico_server_set_token (server, EVERYTHING, "read:everything registrants", "Eve", "Ything");
  lanyard_indico_server_set_token (server, REVOKED, "read:legacy_api read:user", "Rev", "Oked");
  lanyard_indico_server_set_token (server, REVOKED, NULL, NULL, NULL);
  lanyard_indico_server_set_api_key (server, KEY, SECRET);
  return server;
}

static void
test_tokens (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();
  const char *const exports[] = { "/export/event/77.json?detail=sessions", "/export/timetable/77.json" };
  const struct
  {
    const char *path; /* NULL: an export */
    const char *token;
    guint status;
    const char *type_of_page; /* for who is no script */
    const char *part;
  } questions[] = {
    { NULL, NULL, 200, "application/json", "\"count\":0" },
    { NULL, READER, 200, "application/json", "Wattlebird" },
    { NULL, WEAK, 400, "text/html", "OAuth error: insufficient_scope: " },
    { NULL, EVERYTHING, 400, "text/html", "OAuth error: insufficient_scope: " },
    { NULL, REVOKED, 400, "text/html", "OAuth error: invalid_token: " },
    { NULL, "indp_unknown", 400, "text/html", "OAuth error: invalid_token: " },
    { "/api/user/", NULL, 200, "application/json", "null" },
    { "/api/user/", WEAK, 200, "application/json", "\"first_name\": \"Wanda\"" },
    { "/api/user/", EVERYTHING, 200, "application/json", "\"last_name\": \"Ything\"" },
    { "/api/user/", READER, 403, "application/json", "\"error\": \"insufficient_scope\"" },
    { "/api/user/", REVOKED, 401, "application/json", "\"error\": \"invalid_token\"" },
    { "/event/77/", EVERYTHING, 200, "text/html", "Wattlebird 2026" },
    { "/event/77/", READER, 403, "application/json", "insufficient_scope" },
    { "/event/77/", "indp_unknown", 401, "application/json", "invalid_token" },
    { "/user/tokens/", EVERYTHING, 200, "text/html", "API tokens" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (exports); j++)
      {
        const char *path = questions[i].path != NULL ? questions[i].path : exports[j];
        g_autofree char *value = g_strconcat ("Bearer ", questions[i].token, NULL);
        const char *const as_page[] = { questions[i].token != NULL ? "Authorization" : NULL, value, NULL };
        const char *const as_script[] = { AS_SCRIPT, as_page[0], value, NULL };
        const char *part = questions[i].part;

        if (j > 0 && g_str_equal (part, "Wattlebird"))
          part = "Copy on write";
        assert_answer (server, path, as_page, questions[i].status, questions[i].type_of_page, part);
        if (questions[i].path == NULL || g_str_equal (questions[i].type_of_page, "application/json"))
          assert_answer (server, path, as_script, questions[i].status, "application/json", part);
      }
}

/* A token is taken from nowhere but its header, and not beside a cookie. */
static void
test_token_elsewhere (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();

  assert_answer (server, "/export/event/77.json?access_token=" READER "&token=" READER, (const char *const[]) { NULL },
                 200, "application/json", "\"count\":0");
  assert_answer (server, "/api/user/", (const char *const[]) { WITH_TOKEN (WEAK), "Cookie", "indico_session=x", AS_SCRIPT, NULL },
                 400, "application/json", "\"error_uuid\": null");
}

static void
test_restricted_pages (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();
  g_autoptr (Answer) page = ask (server, "/event/77/timetable/");
  g_autofree char *login = g_strconcat (lanyard_indico_server_get_base (server), "/login/?next=/indico/event/77/timetable/", NULL);

  g_assert_cmpuint (page->status, ==, 302);
  g_assert_cmpstr (page->location, ==, login);
  assert_answer (server, "/event/77/", (const char *const[]) { AS_SCRIPT, NULL }, 403, "application/json", "\"title\": \"Forbidden\"");
  lanyard_indico_server_set_restricted (server, "77", FALSE);
  assert_answer (server, "/event/77/", (const char *const[]) { NULL }, 200, "text/html", "Wattlebird");
}

/* What one user was answered, another is not given from the cache. */
static void
test_cache_of_users (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();
  g_autoptr (Answer) reader = ask (server, "/export/event/77.json", WITH_TOKEN (READER));
  g_autoptr (Answer) stranger = ask (server, "/export/event/77.json");
  g_autoptr (Answer) again = ask (server, "/export/event/77.json", WITH_TOKEN (READER));
  g_autoptr (Answer) only_public = ask (server, "/export/event/77.json?op=yes", WITH_TOKEN (READER));

  g_assert_cmpuint (get_count (reader), ==, 1);
  g_assert_cmpuint (get_count (stranger), ==, 0);
  g_assert_cmpuint (get_count (again), ==, 1);
  g_assert_cmpuint (get_count (only_public), ==, 0);
}

static char *
sign (const char *path,
      const char *query,
      gint64      timestamp)
{
  g_autofree char *signed_query = timestamp == 0 ? g_strdup (query) : g_strdup_printf ("%s&timestamp=%" G_GINT64_FORMAT, query, timestamp);
  g_autofree char *text = g_strdup_printf ("%s?%s", path, signed_query);
  g_autofree char *signature = g_compute_hmac_for_string (G_CHECKSUM_SHA1, (const guchar *) SECRET, strlen (SECRET), text, -1);

  return g_strdup_printf ("%s?%s&signature=%s", path, signed_query, signature);
}

/* The first signatures were computed with Python's hmac and urlencode. */
static void
test_api_keys (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();
  const struct
  {
    const char *path;
    guint status;
    const char *part;
  } questions[] = {
    { "/export/event/77.json?ak=" KEY "&detail=sessions&tz=UTC&signature=c48e5a51fc0160cb734ac74255081565d86a642e", 200, "Wattlebird" },
    /* Sorted, and names in lower case, before they are signed. */
    { "/export/event/77.json?tz=UTC&signature=c48e5a51fc0160cb734ac74255081565d86a642e&Detail=sessions&AK=" KEY, 200, "Wattlebird" },
    { "/export/event/77.json?tz=Australia%2FAdelaide&ak=" KEY "&detail=contributions&signature=70f1a5fbce262077f9f19cd12a090f9fc778f03b", 200, "Wattlebird" },
    { "/export/timetable/77.json?ak=" KEY "&signature=31b481ebf0118f40d460b88aba84496b2f327cbb", 200, "Copy on write" },
    /* Signed for something else. */
    { "/export/event/77.json?ak=" KEY "&signature=31b481ebf0118f40d460b88aba84496b2f327cbb", 403, "{\"message\":\"Signature invalid\"}" },
    { "/export/timetable/77.json?ak=" KEY "&signature=nonsense", 403, "{\"message\":\"Signature invalid\"}" },
    { "/export/timetable/77.json?ak=" KEY "&timestamp=soon&signature=nonsense", 403, "(bad timestamp)" },
    { "/export/timetable/77.json?ak=11111111-2222-3333-4444-000000000000", 403, "{\"message\":\"Invalid API key\"}" },
    { "/export/timetable/77.json?ak=nonsense", 400, "{\"message\":\"Malformed API key\"}" },
    /* Without a signature a key is good for what is public. */
    { "/export/event/77.json?ak=" KEY, 200, "\"count\":0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    assert_answer (server, questions[i].path, (const char *const[]) { NULL }, questions[i].status, "application/json", questions[i].part);
}

static void
test_timestamps (void)
{
  g_autoptr (LanyardIndicoServer) server = start_with_accounts ();
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const struct
  {
    gint64 distance;
    guint status;
  } stamps[] = { { 0, 200 }, { -500, 200 }, { 500, 200 }, { -700, 403 }, { 700, 403 } };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autofree char *path = sign ("/export/event/77.json", "ak=" KEY "&detail=sessions", now + stamps[i].distance);
      g_autoptr (Answer) answer = ask_with_headers (server, path, (const char *const[]) { NULL });

      g_assert_cmpuint (answer->status, ==, stamps[i].status);
    }
}

static void
test_faults (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  const char *const timetable = "/export/timetable/77.json";
  const char *const event = "/export/event/77.json?detail=sessions";

  lanyard_indico_server_set_fault (server, LANYARD_FAULT_BUSY, "timetable", 2, NULL);
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_CAPTIVE_PORTAL, "detail=sessions", 0, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (Answer) first = ask_with_headers (server, timetable, (const char *const[]) { NULL });
      g_autoptr (Answer) second = ask_with_headers (server, event, (const char *const[]) { NULL });
      g_autoptr (Answer) third = ask (server, "/event/77/");

      g_assert_cmpuint (first->status, ==, i < 2 ? 503 : 200);
      g_assert_cmpuint (second->status, ==, 200);
      g_assert_cmpstr (second->type, ==, "text/html");
      g_assert_null (second->indico_url);
      g_assert_cmpuint (third->status, ==, 200);
    }
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_NONE, "detail=sessions", 0, NULL);
  assert_answer (server, event, (const char *const[]) { NULL }, 200, "application/json", "Wattlebird");
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_REDIRECT_ELSEWHERE, "", 0, "http://127.0.0.1:1/");
  {
    g_autoptr (Answer) answer = ask (server, "/api/user/");

    g_assert_cmpuint (answer->status, ==, 302);
    g_assert_cmpstr (answer->location, ==, "http://127.0.0.1:1/");
  }
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_REDIRECT_ELSEWHERE, "", 0, NULL);
  {
    g_autoptr (Answer) answer = ask (server, "/api/user/");

    g_assert_cmpuint (answer->status, ==, 302);
    g_assert_true (g_str_has_prefix (answer->location, "http://localhost:"));
    g_assert_true (g_str_has_suffix (answer->location, "/api/user/"));
  }
  lanyard_indico_server_set_fault (server, LANYARD_FAULT_NONE, "", 0, NULL);
  assert_answer (server, "/api/user/", (const char *const[]) { NULL }, 200, "application/json", "null");
}

static void
test_requests (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autoptr (Answer) first = ask (server, "/export/event/77.json?tz=UTC", "X-Test", "one", "X-Test", "two");
  g_autoptr (Answer) second = ask (server, "/nothing");
  g_auto (GStrv) requests = lanyard_indico_server_dup_requests (server);
  g_auto (GStrv) cleared = NULL;

  g_assert_cmpuint (g_strv_length (requests), ==, 2);
  g_assert_true (g_str_has_prefix (requests[0], "GET /export/event/77.json?tz=UTC\n"));
  g_assert_nonnull (strstr (requests[0], "\nX-Test: one"));
  g_assert_nonnull (strstr (requests[0], "\nX-Test: two"));
  g_assert_true (g_str_has_prefix (requests[1], "GET /nothing\n"));
  lanyard_indico_server_clear_requests (server);
  cleared = lanyard_indico_server_dup_requests (server);
  g_assert_cmpuint (g_strv_length (cleared), ==, 0);
}

/* What another process says to it. */
static void
assert_order (LanyardIndicoServer *server,
              const char          *method,
              const char          *order,
              guint                status,
              const char          *part)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (lanyard_indico_server_get_base (server), "/../test/", order, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  g_autoptr (GBytes) bytes = soup_session_send_and_read (session, message, NULL, NULL);
  g_autofree char *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_test_message ("%s %s: %s", method, order, body);
  g_assert_cmpuint (soup_message_get_status (message), ==, status);
  g_assert_nonnull (strstr (body, part));
}

static void
test_control (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  g_autofree char *halved = get_changed ("halved");
  g_autofree char *event = g_strdup_printf ("event?id=9&folder=%s", halved);

  assert_order (server, "POST", event, 200, "ok");
  assert_answer (server, "/event/9/", (const char *const[]) { NULL }, 200, "text/html", "Wattlebird");
  assert_order (server, "POST", "restricted?id=9", 200, "ok");
  assert_answer (server, "/event/9/", (const char *const[]) { AS_SCRIPT, NULL }, 403, "application/json", "Forbidden");
  assert_order (server, "POST", "token?token=t&scopes=read:everything+read:user&first=F&last=L", 200, "ok");
  assert_answer (server, "/event/9/", (const char *const[]) { WITH_TOKEN ("t"), NULL }, 200, "text/html", "Wattlebird");
  assert_order (server, "POST", "token?token=t", 200, "ok");
  assert_answer (server, "/event/9/", (const char *const[]) { WITH_TOKEN ("t"), NULL }, 401, "application/json", "invalid_token");
  assert_order (server, "POST", "restricted?id=9&on=no", 200, "ok");
  assert_order (server, "POST", "shortcut?name=nine&id=9", 200, "ok");
  assert_answer (server, "/e/nine", (const char *const[]) { NULL }, 302, "text/html", "/event/9/");
  assert_order (server, "POST", "key?key=" KEY "&secret=" SECRET, 200, "ok");
  assert_order (server, "POST", "validators", 200, "ok");
  assert_order (server, "POST", "time?seconds=600", 200, "ok");
  assert_order (server, "POST", "fault?name=gone&times=1", 200, "ok");
  assert_answer (server, "/api/user/", (const char *const[]) { NULL }, 404, "text/html", "");
  assert_order (server, "GET", "requests", 200, "GET /indico/api/user/");
  assert_order (server, "POST", "clear", 200, "ok");

  assert_order (server, "POST", "fault?name=nonsense", 400, "nonsense");
  assert_order (server, "POST", "fault", 400, "“name” is missing");
  assert_order (server, "POST", "event?id=9&folder=/nonexistent", 400, "/nonexistent");
  assert_order (server, "POST", "nonsense", 400, "nonsense");
  assert_order (server, "POST", "fault?name=%00", 400, "cannot be read");
  assert_order (server, "GET", "clear", 400, "POST");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indico-accounts/tokens", test_tokens);
  g_test_add_func ("/indico-accounts/token-elsewhere", test_token_elsewhere);
  g_test_add_func ("/indico-accounts/restricted-pages", test_restricted_pages);
  g_test_add_func ("/indico-accounts/cache-of-users", test_cache_of_users);
  g_test_add_func ("/indico-accounts/api-keys", test_api_keys);
  g_test_add_func ("/indico-accounts/timestamps", test_timestamps);
  g_test_add_func ("/indico-accounts/faults", test_faults);
  g_test_add_func ("/indico-accounts/requests", test_requests);
  g_test_add_func ("/indico-accounts/control", test_control);
  return g_test_run ();
}
