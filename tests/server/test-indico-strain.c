/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the test server stands what clients of all kinds do to it, many at once,
 * https included, and leaves nothing behind when it ends. */

#include "config.h"

#include <locale.h>

#include "indico-client.h"
#include "lanyard-no-authorities.h"

#define N_STARTS 50
#define N_HANDSHAKES 50
#define N_THREADS 8
#define N_QUESTIONS 25

/* A text that may hold anything, and its length. */
#define WORDS(text) text, sizeof text - 1

static GSocketConnection *
connect_to (LanyardIndicoServer *server)
{
  g_autoptr (GUri) uri = g_uri_parse (lanyard_indico_server_get_base (server), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  g_socket_client_set_timeout (client, 20);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_uri_get_port (uri), NULL, &error);
  g_assert_no_error (error);
  return connection;
}

/* Says something raw and listens until the server ends it, or for a moment of
 * its answer where it waits for more. */
static void
say (LanyardIndicoServer *server,
     const char          *words,
     gsize                length,
     gboolean             expects_answer)
{
  g_autoptr (GSocketConnection) connection = connect_to (server);
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char answer[16];

  g_output_stream_write_all (out, words, length, NULL, NULL, NULL);
  if (expects_answer)
    g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer, sizeof answer, NULL, NULL);
}

static void
test_hostile (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("/indico");
  g_autoptr (GString) long_line = g_string_new ("GET /indico/");
  g_autoptr (GString) long_header = g_string_new ("GET /indico/ HTTP/1.1\r\nHost: x\r\nX-Long: ");
  const struct
  {
    const char *words;
    gsize length;
    gboolean expects_answer;
  } hostile[] = {
    { WORDS ("\0\1\2\3\r\n\r\n"), TRUE },
    { WORDS ("GET\r\n\r\n"), TRUE },
    { WORDS ("GET /indico/export/event/77.json HTTP/1.1\r\nHost: x\r\n"), FALSE },
    { WORDS ("GET /indico/%00%ff%zz HTTP/1.0\r\n\r\n"), TRUE },
    { WORDS ("GET /indico/export/event/77.json?ak=%00&%=&&=&tz=%ff HTTP/1.0\r\n\r\n"), TRUE },
    { WORDS ("GET /indico/export/event/%2e%2e/%2e%2e/passwd.json HTTP/1.0\r\n\r\n"), TRUE },
    { WORDS ("GET /indico/event//////// HTTP/1.0\r\n\r\n"), TRUE },
    { WORDS ("GET /indico/api/user/ HTTP/1.0\r\nAuthorization: Bearer \r\n\r\n"), TRUE },
    { WORDS ("GET /indico/api/user/ HTTP/1.0\r\nAuthorization: Basic eDp5\r\n\r\n"), TRUE },
    { WORDS ("POST /indico/export/event/77.json HTTP/1.0\r\nContent-Length: 4\r\n\r\nx=yz"), TRUE },
    { WORDS ("BREW /indico/ HTTP/1.0\r\n\r\n"), TRUE },
    { WORDS ("POST /test/fault?name=%00 HTTP/1.0\r\nContent-Length: 0\r\n\r\n"), TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    say (server, hostile[i].words, hostile[i].length, hostile[i].expects_answer);
  for (guint i = 0; i < 20000; i++)
    {
      g_string_append (long_line, "a/");
      g_string_append (long_header, "a ");
    }
  g_string_append (long_line, " HTTP/1.0\r\n\r\n");
  g_string_append (long_header, "\r\n\r\n");
  say (server, long_line->str, long_line->len, TRUE);
  say (server, long_header->str, long_header->len, TRUE);
  assert_answer (server, "/event/77/", (const char *const[]) { NULL }, 200, "text/html", "Wattlebird");
}

/* Whatever else happens, each answer is whole. */
static gpointer
ask_again_and_again (gpointer data)
{
  LanyardIndicoServer *server = data;
  const char *const paths[] = { "/export/event/77.json?detail=sessions&nocache=yes", "/export/timetable/77.json",
                                "/export/event/77.json?detail=contributions" };

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autoptr (Answer) answer = ask_with_headers (server, paths[i % G_N_ELEMENTS (paths)], (const char *const[]) { NULL });

      g_assert_cmpuint (get_count (answer), ==, 1);
    }
  return NULL;
}

static void
test_parallel (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autofree char *versions[] = { get_changed ("changed"), get_changed ("halved") };
  GThread *threads[N_THREADS];
  g_auto (GStrv) requests = NULL;

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("asker", ask_again_and_again, server);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *token = g_strdup_printf ("indp_%u", i);

      g_assert_true (lanyard_indico_server_set_event (server, "77", versions[i % 2], NULL));
      lanyard_indico_server_set_token (server, token, "read:user", "A", "B");
      lanyard_indico_server_set_fault (server, LANYARD_FAULT_BUSY, token, 1, NULL);
      lanyard_indico_server_pass_time (server, 60);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  requests = lanyard_indico_server_dup_requests (server);
  g_assert_cmpuint (g_strv_length (requests), ==, N_THREADS * N_QUESTIONS);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&versions[i], g_free);
}

static gboolean
fetch_over_tls (LanyardIndicoServer  *server,
                GTlsDatabase         *authority,
                GError              **error)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (lanyard_indico_server_get_base (server), "/event/77/", NULL);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, url);
  g_autoptr (GBytes) bytes = NULL;

  soup_session_set_tls_database (session, authority);
  bytes = soup_session_send_and_read (session, message, NULL, error);
  return bytes != NULL && soup_message_get_status (message) == 200;
}

static void
test_tls (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIndicoServer) server = lanyard_indico_server_new (TRUE, "", 0, &error);
  g_autoptr (GTlsDatabase) authority = lanyard_indico_server_dup_authority ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "server", "certificates", "expired.pem", NULL);
  g_autoptr (GTlsDatabase) other_authority = g_tls_file_database_new (path, NULL);
  g_autofree char *folder = get_conference ();

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (lanyard_indico_server_get_base (server), "https://127.0.0.1:"));
  lanyard_indico_server_set_event (server, "77", folder, NULL);
  g_assert_true (fetch_over_tls (server, authority, &error));
  g_assert_no_error (error);
  g_assert_false (fetch_over_tls (server, other_authority, &error));
  g_assert_error (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
}

/* With one who trusts nobody, and one who says nothing at all. */
static void
test_stop_while_shaking_hands (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "server", "certificates", "expired.pem", NULL);
  g_autoptr (GTlsDatabase) other_authority = g_tls_file_database_new (path, NULL);

  lanyard_no_authorities_allow ();
  for (guint i = 0; i < N_HANDSHAKES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardIndicoServer) server = lanyard_indico_server_new (TRUE, "", 0, &error);
      g_autoptr (GSocketConnection) silent = connect_to (server);

      g_assert_no_error (error);
      g_assert_false (fetch_over_tls (server, other_authority, &error));
      g_assert_error (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
      g_clear_object (&server);
    }
}

static void
test_taken_port (void)
{
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autoptr (GUri) uri = g_uri_parse (lanyard_indico_server_get_base (server), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  LanyardIndicoServer *second = lanyard_indico_server_new (FALSE, "", (guint) g_uri_get_port (uri), &error);

  g_assert_null (second);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* With answers on their way and connections open, each of another kind. */
static void
start_and_stop (guint round)
{
  const LanyardFault faults[] = { LANYARD_FAULT_NONE, LANYARD_FAULT_SLOW, LANYARD_FAULT_SILENCE, LANYARD_FAULT_ENDLESS,
                                  LANYARD_FAULT_CUT };
  g_autoptr (LanyardIndicoServer) server = start_server ("");
  g_autoptr (GSocketConnection) idle = connect_to (server);
  const char *const request = "GET /export/event/77.json?detail=sessions HTTP/1.1\r\nHost: x\r\n\r\n";

  lanyard_indico_server_set_fault (server, faults[round % G_N_ELEMENTS (faults)], "", 0, NULL);
  say (server, request, strlen (request), round % 2 == 0);
}

static void
test_start_and_stop (void)
{
  guint n_files;
  guint n_threads;

  /* The first one also opens what GLib keeps. */
  start_and_stop (0);
  n_files = count_entries ("/proc/self/fd");
  n_threads = count_entries ("/proc/self/task");
  for (guint i = 0; i < N_STARTS; i++)
    start_and_stop (i);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), ==, n_files);
  g_assert_cmpuint (count_entries ("/proc/self/task"), <=, n_threads);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indico-strain/hostile", test_hostile);
  g_test_add_func ("/indico-strain/parallel", test_parallel);
  g_test_add_func ("/indico-strain/tls", test_tls);
  g_test_add_func ("/indico-strain/stop-while-shaking-hands", test_stop_while_shaking_hands);
  g_test_add_func ("/indico-strain/taken-port", test_taken_port);
  g_test_add_func ("/indico-strain/start-and-stop", test_start_and_stop);
  return g_test_run ();
}
