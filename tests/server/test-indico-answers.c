/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the test server answers what everybody may see as an Indico does. */

#include "config.h"

#include <locale.h>

#include "indico-client.h"

#define NO_HEADERS ((const char *const[]) { NULL })
#define SCRIPT ((const char *const[]) { AS_SCRIPT, NULL })

/* The event of an answer that has one. */
static JsonObject *
get_event (Answer *answer)
{
  g_assert_cmpuint (get_count (answer), ==, 1);
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (answer->json), "results"), 0);
}

static guint
count_members (JsonObject *event,
               const char *name)
{
  return json_array_get_length (json_object_get_array_member (event, name));
}

static void
test_envelope (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  g_autoptr (Answer) answer = ask (server, "/export/event/77.json?detail=sessions&tz=UTC");
  JsonObject *envelope = json_node_get_object (answer->json);
  g_autofree char *url = g_strconcat (lanyard_indico_server_get_base (server), "/export/event/77.json?detail=sessions&tz=UTC", NULL);

  g_assert_cmpuint (get_count (answer), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (envelope, "_type"), ==, "HTTPAPIResult");
  g_assert_cmpstr (json_object_get_string_member (envelope, "url"), ==, url);
  g_assert_cmpint (ABS (get_made_at (answer) - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_cmpstr (answer->type, ==, "application/json");
  g_assert_cmpstr (answer->indico_url, ==, "/indico/export/event/77.json?detail=sessions&tz=UTC");
  g_assert_null (answer->etag);
  g_assert_true (g_str_is_ascii (answer->body));
  /* Each slash has its backslash, and characters beyond 16 bits are two. */
  for (const char *slash = strchr (answer->body, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    g_assert_cmpint (slash[-1], ==, '\\');
  {
    g_autoptr (Answer) timetable = ask (server, "/export/timetable/77.json");

    g_assert_nonnull (strstr (timetable->body, "\\ud83e\\udd90"));
  }
}

static void
test_details (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autoptr (Answer) plain = ask (server, "/export/event/77.json");
  g_autoptr (Answer) sessions = ask (server, "/export/event/77.json?detail=sessions");
  g_autoptr (Answer) contributions = ask (server, "/export/event/77.json?detail=contributions");
  g_autoptr (Answer) by_short_name = ask (server, "/export/event/77.json?d=contributions");

  g_assert_false (json_object_has_member (get_event (plain), "contributions"));
  g_assert_false (json_object_has_member (get_event (plain), "sessions"));
  g_assert_cmpuint (count_members (get_event (sessions), "sessions"), ==, 10);
  g_assert_cmpuint (count_members (get_event (sessions), "contributions"), ==, 3);
  g_assert_cmpuint (count_members (get_event (contributions), "contributions"), ==, 35);
  g_assert_false (json_object_has_member (get_event (contributions), "sessions"));
  g_assert_cmpuint (count_members (get_event (by_short_name), "contributions"), ==, 35);
}

/* A folder need not have all three: the rest is made of what it has. */
static void
test_missing_documents (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *cancelled = g_test_build_filename (G_TEST_DIST, "data", "conference", "cancelled", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) contributions = NULL;
  g_autoptr (GBytes) page = g_bytes_new_static ("<html>", 6);
  g_autoptr (Answer) broken = NULL;

  g_assert_true (lanyard_indico_server_set_event (server, "78", cancelled, &error));
  g_assert_no_error (error);
  contributions = ask (server, "/export/event/78.json?detail=contributions");
  g_assert_cmpuint (count_members (get_event (contributions), "contributions"), ==, 2);
  g_assert_false (lanyard_indico_server_set_event (server, "79", "/nonexistent", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  /* What is no export is given as it is. */
  lanyard_indico_server_set_documents (server, "80", page, NULL, NULL);
  broken = ask (server, "/export/event/80.json?detail=sessions");
  g_assert_cmpstr (broken->body, ==, "<html>");
  assert_answer (server, "/export/timetable/80.json", NO_HEADERS, 200, "application/json", "\"count\":0");
}

/* Whatever number and mount the documents had, they have the server's. */
static void
test_moved (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  g_autofree char *folder = get_conference ();
  const char *const paths[] = { "/export/event/4711.json?detail=sessions", "/export/event/4711.json?detail=contributions",
                                "/export/timetable/4711.json" };
  g_autofree char *url = g_strconcat (lanyard_indico_server_get_base (server), "/event/4711/", NULL);
  g_autoptr (Answer) first = NULL;

  lanyard_indico_server_set_event (server, "4711", folder, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Answer) answer = ask (server, paths[i]);

      g_assert_cmpuint (get_count (answer), ==, 1);
      g_assert_null (strstr (answer->body, "event\\/77"));
      g_assert_null (strstr (answer->body, "\"conferenceId\":77"));
      g_assert_nonnull (strstr (answer->body, "\\/indico\\/event\\/4711\\/"));
    }
  /* From below a path to the top. */
  {
    g_autoptr (LanyardIndicoServer) top = start_server ("");
    g_autofree char *below = g_test_build_filename (G_TEST_DIST, "data", "indico", NULL);

    lanyard_indico_server_set_event (top, "4711", below, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
      {
        g_autoptr (Answer) answer = ask (top, paths[i]);

        g_assert_cmpuint (get_count (answer), ==, 1);
        g_assert_null (strstr (answer->body, "indico\\/event\\/"));
        g_assert_nonnull (strstr (answer->body, "\\/event\\/4711\\/"));
      }
  }
  first = ask (server, paths[0]);
  g_assert_cmpstr (json_object_get_string_member (get_event (first), "id"), ==, "4711");
  g_assert_cmpstr (json_object_get_string_member (get_event (first), "url"), ==, url);
}

static void
test_several_events (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *folder = get_conference ();
  g_autoptr (Answer) events = NULL;
  g_autoptr (Answer) timetables = NULL;

  lanyard_indico_server_set_event (server, "5", folder, NULL);
  events = ask (server, "/export/event/77-5-6.json");
  timetables = ask (server, "/export/timetable/77-5.json");
  g_assert_cmpuint (get_count (events), ==, 2);
  g_assert_cmpuint (get_count (timetables), ==, 2);
  g_assert_true (json_object_has_member (json_object_get_object_member (json_node_get_object (timetables->json), "results"), "5"));
}

static void
test_export_errors (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  const struct
  {
    const char *path;
    guint status;
    const char *part;
  } questions[] = {
    { "/export/event/78.json?detail=sessions", 200, "\"count\":0" },
    { "/export/event/78.json", 200, "\"results\":[]" },
    { "/export/timetable/78.json", 200, "\"results\":{}" },
    { "/export/event/77.json?tz=Mars/Base", 400, "{\"message\":\"Bad timezone: 'Mars\\/Base'\"}" },
    { "/export/event/seven.json", 400, "{\"message\":" },
    { "/export/event/77.json?oa=yes", 403, "{\"message\":\"Not authenticated\"}" },
    { "/export/event/77.json?limit=abc", 422, "\"error_uuid\": null" },
    { "/export/timetable/seven.json", 500, "\"error_uuid\": null" },
    { "/export/event/77/contribution/3101.json", 503, "\"error_uuid\": null" },
    { "/export/event/77.pdf", 404, "\"title\": \"Not Found\"" },
    { "/export/lecture/77.json", 404, "\"title\": \"Not Found\"" },
    { "/export/event.json", 404, "\"title\": \"Not Found\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    assert_answer (server, questions[i].path, SCRIPT, questions[i].status, "application/json", questions[i].part);
  /* Without the header, a page where the framework and not the export answers. */
  assert_answer (server, "/export/event/77.json?tz=Mars/Base", NO_HEADERS, 400, "application/json", "Bad timezone");
  assert_answer (server, "/export/event/77.pdf", NO_HEADERS, 404, "text/html", "<h1>Not Found</h1>");
  assert_answer (server, "/export/event/77.json?limit=abc", NO_HEADERS, 422, "text/html", "<h1>");
}

static void
test_pages (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  const struct
  {
    const char *path;
    guint status;
    const char *location; /* below the base */
    const char *part;
  } questions[] = {
    { "/", 200, NULL, "Indico" },
    { "/login/?next=/", 200, NULL, "Log in" },
    { "/event/77/", 200, NULL, "Wattlebird 2026" },
    { "/event/77/timetable/", 200, NULL, "Wattlebird 2026" },
    { "/event/77/timetable/?view=standard", 200, NULL, "Wattlebird 2026" },
    { "/event/77/contributions/", 200, NULL, "Wattlebird 2026" },
    { "/event/77/contributions/3104/", 200, NULL, "Copy on write, ten years on" },
    { "/event/77/sessions/211/", 200, NULL, "Filesystems and Storage MC" },
    { "/event/77/contributions/1/", 404, NULL, "Not Found" },
    { "/event/77/sessions/1/", 404, NULL, "Not Found" },
    { "/event/77/nothing/", 404, NULL, "Not Found" },
    { "/event/78/", 404, NULL, "Not Found" },
    { "/e/nothing", 404, NULL, "Not Found" },
    { "/nothing", 404, NULL, "Not Found" },
    { "/event/77", 308, "/event/77/", "Redirecting" },
    { "/event/77/timetable?view=standard", 308, "/event/77/timetable/?view=standard", "Redirecting" },
    { "/e/birds", 302, "/event/77/", "Redirecting" },
    { "/event/birds", 302, "/event/77/", "Redirecting" },
    { "/conferenceDisplay.py?confId=77", 301, "/event/77/", "Redirecting" },
    { "/user/tokens/", 302, "/login/?next=/indico/user/tokens/", "Redirecting" },
  };

  lanyard_indico_server_set_shortcut (server, "birds", "77");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (Answer) answer = ask (server, questions[i].path);
      g_autofree char *location = NULL;

      assert_answer (server, questions[i].path, NO_HEADERS, questions[i].status, "text/html", questions[i].part);
      if (questions[i].location != NULL)
        location = g_strconcat (lanyard_indico_server_get_base (server), questions[i].location, NULL);
      g_assert_cmpstr (answer->location, ==, location);
    }
  assert_answer (server, "/event/78/", SCRIPT, 404, "application/json", "\"title\": \"Not Found\"");
}

/* Where the mount ends, so does the Indico. */
static void
test_outside_mount (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  g_autoptr (SoupSession) session = soup_session_new ();
  const char *base = lanyard_indico_server_get_base (server);
  const char *const paths[] = { "", "/event/77/", "/indicoevent/77/", "/export/event/77.json" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *url = g_strdup_printf ("%.*s%s", (int) (strlen (base) - strlen ("/indico")), base, paths[i]);
      g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, url);
      g_autoptr (GBytes) bytes = soup_session_send_and_read (session, message, NULL, NULL);

      g_assert_nonnull (bytes);
      g_assert_cmpuint (soup_message_get_status (message), ==, 404);
      g_assert_null (soup_message_headers_get_one (soup_message_get_response_headers (message), "X-Indico-URL"));
    }
}

static void
test_cache (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *halved = get_changed ("halved");
  g_autoptr (Answer) before = ask (server, "/export/event/77.json?detail=contributions&tz=UTC");
  const guint n_before = count_members (get_event (before), "contributions");
  guint n_after;
  g_autoptr (Answer) cached = NULL;
  g_autoptr (Answer) other_query = NULL;
  g_autoptr (Answer) past_cache = NULL;
  g_autoptr (Answer) later = NULL;

  lanyard_indico_server_set_event (server, "77", halved, NULL);
  /* Ten minutes are kept; the clock goes on meanwhile. */
  lanyard_indico_server_pass_time (server, 590);
  /* The order of the query does not matter, nor what signs it. */
  cached = ask (server, "/export/event/77.json?TZ=UTC&detail=contributions&_=1");
  g_assert_cmpuint (count_members (get_event (cached), "contributions"), ==, n_before);
  g_assert_cmpint (get_made_at (cached), ==, get_made_at (before));

  other_query = ask (server, "/export/event/77.json?detail=contributions");
  n_after = count_members (get_event (other_query), "contributions");
  g_assert_cmpuint (n_after, ==, (n_before + 1) / 2);
  past_cache = ask (server, "/export/event/77.json?detail=contributions&tz=UTC&nocache=yes");
  g_assert_cmpuint (count_members (get_event (past_cache), "contributions"), ==, n_after);
  g_assert_cmpint (get_made_at (past_cache), >=, get_made_at (before) + 590);

  /* What was asked past the cache is what the cache has from then on. */
  lanyard_indico_server_set_documents (server, "77", NULL, NULL, NULL);
  lanyard_indico_server_pass_time (server, 300);
  later = ask (server, "/export/event/77.json?detail=contributions&tz=UTC");
  g_assert_cmpint (get_made_at (later), ==, get_made_at (past_cache));
  lanyard_indico_server_pass_time (server, 300);
  assert_answer (server, "/export/event/77.json?detail=contributions&tz=UTC", NO_HEADERS, 200, "application/json", "\"count\":0");
}

static void
test_validators (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *changed = get_changed ("changed");
  g_autoptr (Answer) first = NULL;
  g_autoptr (Answer) same = NULL;
  g_autoptr (Answer) other = NULL;

  lanyard_indico_server_set_validators (server, TRUE);
  first = ask (server, "/export/timetable/77.json");
  g_assert_nonnull (first->etag);
  lanyard_indico_server_pass_time (server, 3600);
  same = ask (server, "/export/timetable/77.json", "If-None-Match", first->etag);
  g_assert_cmpuint (same->status, ==, 304);
  g_assert_cmpstr (same->body, ==, "");
  g_assert_cmpstr (same->etag, ==, first->etag);

  lanyard_indico_server_set_event (server, "77", changed, NULL);
  other = ask (server, "/export/timetable/77.json?nocache=yes", "If-None-Match", first->etag);
  g_assert_cmpuint (other->status, ==, 200);
  g_assert_cmpstr (other->etag, !=, first->etag);
}

/* Documents of real serializers, where they are. */
static void
test_shared_documents (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *path = g_build_filename (g_getenv ("LANYARD_SHARED_DATA"), "indico-synthetic",
                                            "large-1200-contributions.event.sessions.indico-3.3.12.json", NULL);
  g_autoptr (GBytes) sessions = NULL;
  g_autoptr (Answer) answer = NULL;
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    {
      g_test_skip ("the shared data is not here");
      return;
    }
  sessions = g_bytes_new_take (text, size);
  lanyard_indico_server_set_documents (server, "1200", sessions, NULL, NULL);
  answer = ask (server, "/export/event/1200.json?detail=contributions");
  g_assert_cmpuint (count_members (get_event (answer), "contributions"), ==, 1200);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indico-answers/envelope", test_envelope);
  g_test_add_func ("/indico-answers/details", test_details);
  g_test_add_func ("/indico-answers/missing-documents", test_missing_documents);
  g_test_add_func ("/indico-answers/moved", test_moved);
  g_test_add_func ("/indico-answers/several-events", test_several_events);
  g_test_add_func ("/indico-answers/export-errors", test_export_errors);
  g_test_add_func ("/indico-answers/pages", test_pages);
  g_test_add_func ("/indico-answers/outside-mount", test_outside_mount);
  g_test_add_func ("/indico-answers/cache", test_cache);
  g_test_add_func ("/indico-answers/validators", test_validators);
  g_test_add_func ("/indico-answers/shared-documents", test_shared_documents);
  return g_test_run ();
}
