/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * lanyard-test-server, which `./dev server` starts: an Indico on this computer
 * with two conferences, to try the whole program against and for tests in other
 * languages. Says on standard output where it is and what can be asked of it.
 */

#include "config.h"

#include <glib-unix.h>
#include <locale.h>
#include <stdlib.h>

#include "lanyard-indico-server.h"

#define EXAMPLE_TOKEN "indp_of-nobody-for-tests-only-0000000000000000"
#define EXAMPLE_SCOPES "read:legacy_api read:user read:everything"
#define EXAMPLE_KEY "11111111-2222-3333-4444-555555555555"
#define EXAMPLE_SECRET "99999999-8888-7777-6666-000000000000"

typedef struct
{
  int       port;
  gboolean  tls;
  char     *prefix;
  gboolean  validators;
  GStrv     faults;
  GStrv     restricted;
  GStrv     tokens;
  GStrv     events;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->prefix);
  g_strfreev (options->faults);
  g_strfreev (options->restricted);
  g_strfreev (options->tokens);
  g_strfreev (options->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
read_options (Options   *options,
              int       *argc,
              char    ***argv,
              GError   **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, "Listen at PORT, or at a free one", "PORT" },
    { "tls", 0, 0, G_OPTION_ARG_NONE, &options->tls, "Speak https, as the tests’ authority vouches for", NULL },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &options->prefix, "Be below a path", "/indico" },
    { "validators", 0, 0, G_OPTION_ARG_NONE, &options->validators, "Send ETags, unlike an Indico", NULL },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->faults, "Do something wrong at addresses with PART", "NAME[:PART[:TIMES]]" },
    { "restricted", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->restricted, "Show an event only to who has a token or key", "EVENT" },
    { "token", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->tokens, "Know a token; scopes with commas", "TOKEN:SCOPES:FIRST:LAST" },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->events, "Serve a folder’s documents", "ID=FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("– an Indico to try things with");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (options->prefix == NULL || g_regex_match_simple ("^(/[^/]+)*$", options->prefix, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s” is no prefix; “/indico” is one", options->prefix);
  return FALSE;
}

static gboolean
add_fault (LanyardIndicoServer *server,
           const char          *text,
           GError             **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  guint n = g_strv_length (parts);
  guint64 times = 0;
  LanyardFault fault;

  if (n == 0 || !lanyard_fault_from_name (parts[0], &fault))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "There is no fault “%s”", text);
      return FALSE;
    }
  if (n == 3 && !g_ascii_string_to_unsigned (parts[2], 10, 0, G_MAXUINT, &times, error))
    return FALSE;
  lanyard_indico_server_set_fault (server, fault, n > 1 ? parts[1] : "", (guint) times, NULL);
  return TRUE;
}

/* Scopes have colons themselves, so that the first and the last two count. */
static gboolean
add_token (LanyardIndicoServer *server,
           const char          *text,
           GError             **error)
{
  g_autoptr (GRegex) regex = g_regex_new ("^([^:]+):(.*):([^:]*):([^:]*)$", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *scopes = NULL;

  if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "A token is TOKEN:SCOPES:FIRST:LAST");
      return FALSE;
    }
  words = g_match_info_fetch_all (match);
  scopes = g_strdelimit (g_strdup (words[2]), ",", ' ');
  lanyard_indico_server_set_token (server, words[1], scopes, words[3], words[4]);
  return TRUE;
}

static gboolean
add_event (LanyardIndicoServer *server,
           const char          *text,
           GError             **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (g_strv_length (parts) == 2)
    return lanyard_indico_server_set_event (server, parts[0], parts[1], error);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "An event is ID=FOLDER, not “%s”", text);
  return FALSE;
}

static gboolean
add_all (LanyardIndicoServer  *server,
         GStrv                 texts,
         gboolean (*add) (LanyardIndicoServer *server, const char *text, GError **error),
         GError              **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!add (server, texts[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What is there without any option. */
static gboolean
add_usual (LanyardIndicoServer *server,
           GError             **error)
{
  lanyard_indico_server_set_shortcut (server, "lpc", "20");
  lanyard_indico_server_set_shortcut (server, "wattlebird", "77");
  lanyard_indico_server_set_token (server, EXAMPLE_TOKEN, EXAMPLE_SCOPES, "Guinea", "Pig");
  lanyard_indico_server_set_api_key (server, EXAMPLE_KEY, EXAMPLE_SECRET);
  return lanyard_indico_server_set_event (server, "20", LANYARD_SAMPLE, error) &&
    lanyard_indico_server_set_event (server, "77", LANYARD_INVENTED, error);
}

static LanyardIndicoServer *
start (const Options  *options,
       GError        **error)
{
  g_autoptr (LanyardIndicoServer) server =
    lanyard_indico_server_new (options->tls, options->prefix != NULL ? options->prefix : "", (guint) options->port, error);

  if (server == NULL || !add_usual (server, error) ||
      !add_all (server, options->events, add_event, error) ||
      !add_all (server, options->tokens, add_token, error) ||
      !add_all (server, options->faults, add_fault, error))
    return NULL;
  for (guint i = 0; options->restricted != NULL && options->restricted[i] != NULL; i++)
    lanyard_indico_server_set_restricted (server, options->restricted[i], TRUE);
  lanyard_indico_server_set_validators (server, options->validators);
  return g_steal_pointer (&server);
}

/* The first line is for programs: nothing but the address. */
static void
tell (LanyardIndicoServer *server)
{
  const char *base = lanyard_indico_server_get_base (server);
  const char *host = strstr (base, "://") + strlen ("://");
  int length = (int) (host - base + (gssize) strcspn (host, "/"));

  g_print ("%s\n\n", base);
  g_print ("  %s/event/20/  the sample, also at /e/lpc\n", base);
  g_print ("  %s/event/77/  the invented conference, also at /e/wattlebird\n", base);
  g_print ("  Folders with later versions of both:  %s\n\n", LANYARD_CHANGED);
  g_print ("A token that reads all:  %s\n", EXAMPLE_TOKEN);
  g_print ("An API key and secret:   %s %s\n\n", EXAMPLE_KEY, EXAMPLE_SECRET);
  g_print ("While it runs (curl -X POST 'ADDRESS'):\n");
  g_print ("  %.*s/test/fault?name=NAME[&part=PART][&times=N][&elsewhere=ADDRESS]\n", length, base);
  g_print ("  %.*s/test/event?id=EVENT&folder=FOLDER\n", length, base);
  g_print ("  %.*s/test/restricted?id=EVENT[&on=no]\n", length, base);
  g_print ("  %.*s/test/token?token=TOKEN[&scopes=SCOPES&first=NAME&last=NAME]  without scopes it is revoked\n", length, base);
  g_print ("  %.*s/test/key?key=KEY&secret=SECRET\n", length, base);
  g_print ("  %.*s/test/shortcut?name=NAME&id=EVENT\n", length, base);
  g_print ("  %.*s/test/validators[?on=no]\n", length, base);
  g_print ("  %.*s/test/time?seconds=N  lets the cache of 600 s grow old\n", length, base);
  g_print ("  %.*s/test/clear  forgets the requests; GET %.*s/test/requests tells them\n\n", length, base, length, base);
  g_print ("Faults: slow silence cut wrong-length gzip-bomb endless redirect-loop redirect-elsewhere redirect-down\n"
           "        captive-portal login-page too-many busy broken gone, and none to end them. Ctrl+C ends it all.\n");
  fflush (stdout);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (LanyardIndicoServer) server = NULL;

  setlocale (LC_ALL, "");
  if (!read_options (&options, &argc, &argv, &error) || (server = start (&options, &error)) == NULL)
    {
      g_printerr ("lanyard-test-server: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_unix_signal_add (SIGINT, quit_cb, loop);
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  tell (server);
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}
