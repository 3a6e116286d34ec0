/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds programmes with the real program, rebuilds them from its JSON and
 * compares them with what the importer gave, field by field. */

#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "../core/indico-documents.h"
#include "rebuild.h"

typedef struct
{
  char *folder; /* owned */
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lanyard-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  user_data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Runs the program in the fixture's data folder; NULL ends the arguments. */
static char *
run_program (Fixture    *fixture,
             const char *first,
             ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list rest;

  g_ptr_array_add (words, (gpointer) g_getenv ("LANYARD_CLI"));
  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return output;
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "lanyard"), ==, 1);
  return root;
}

/* Two programmes must say the same; the first line that differs is shown. */
static void
assert_same_programme (LanyardProgramme *rebuilt,
                       LanyardProgramme *imported)
{
  g_autofree char *left = dump_programme (rebuilt);
  g_autofree char *right = dump_programme (imported);
  g_auto (GStrv) left_lines = g_strsplit (left, "\n", -1);
  g_auto (GStrv) right_lines = g_strsplit (right, "\n", -1);

  for (guint i = 0; left_lines[i] != NULL && right_lines[i] != NULL; i++)
    g_assert_cmpstr (left_lines[i], ==, right_lines[i]);
  g_assert_cmpuint (g_strv_length (left_lines), ==, g_strv_length (right_lines));
  g_assert_cmpint (lanyard_conference_get_fields (lanyard_programme_get_conference (rebuilt))->description_format, ==,
                   lanyard_conference_get_fields (lanyard_programme_get_conference (imported))->description_format);
}

static LanyardProgramme *
import (char * const *paths)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (documents, document_from_file (paths[i]));
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

static void
assert_registers (JsonObject       *document,
                  LanyardProgramme *imported)
{
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (imported);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (imported);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "persons")), ==, persons->len);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (document, "rooms")), ==, rooms->len);
}

/* Adds files, up to three, and rebuilds them. */
static void
check_programme (Fixture *fixture,
                 char    *paths[4])
{
  g_autoptr (LanyardProgramme) imported = import (paths);
  g_autofree char *added = run_program (fixture, "--json", "add", paths[0], paths[1], paths[1] ? paths[2] : NULL, NULL);
  g_autoptr (JsonNode) addition = parse (added);
  g_autofree char *shown = run_program (fixture, "show", "--json", "--tz=Asia/Kathmandu", NULL);
  g_autoptr (JsonNode) root = parse (shown);
  g_autoptr (LanyardProgramme) rebuilt = rebuild_programme (json_node_get_object (root));

  assert_same_programme (rebuilt, imported);
  assert_registers (json_node_get_object (root), imported);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (addition), "is_new"));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (addition), "n_skipped"), ==,
                   lanyard_programme_get_n_skipped (imported));
}

static void
test_invented_conference (Fixture       *fixture,
                          gconstpointer  user_data)
{
  g_autofree char *sessions = g_test_build_filename (G_TEST_DIST, "data", "conference", "sessions.json", NULL);
  g_autofree char *contributions = g_test_build_filename (G_TEST_DIST, "data", "conference", "contributions.json", NULL);
  g_autofree char *timetable = g_test_build_filename (G_TEST_DIST, "data", "conference", "timetable.json", NULL);

  check_programme (fixture, (char *[]) { sessions, contributions, timetable, NULL });
}

static void
test_cancelled_conference (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autofree char *sessions =
      g_test_build_filename (G_TEST_DIST, "data", "conference", "cancelled", "sessions.json", NULL);

  check_programme (fixture, (char *[]) { sessions, NULL, NULL, NULL });
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *sessions = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "sessions.json", NULL);
  g_autofree char *contributions = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "contributions.json", NULL);
  g_autofree char *timetable = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", "timetable.json", NULL);

  check_programme (fixture, (char *[]) { sessions, contributions, timetable, NULL });
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  user_data)
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  const char * const *names = user_data;
  g_auto (GStrv) paths = g_new0 (char *, 4);

  for (guint i = 0; names[i] != NULL; i++)
    {
      paths[i] = g_build_filename (folder != NULL ? folder : "", names[i], NULL);
      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the shared data is not here");
          return;
        }
    }
  check_programme (fixture, paths);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const xdc[] = { "indico/xdc2021.contributions.json", NULL };
  static const char * const manager[] = { "indico-synthetic/lpc2024-like.event.sessions.as-manager.indico-3.3.12.json",
                                          "indico-synthetic/lpc2024-like.event.subcontributions.indico-3.3.12.json",
                                          "indico-synthetic/lpc2024-like.timetable.indico-3.3.12.json", NULL };
  static const char * const large[] = { "indico-synthetic/large-1200-contributions.event.sessions.indico-3.3.12.json",
                                        "indico-synthetic/large-1200-contributions.timetable.indico-3.3.12.json", NULL };

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/json/invented-conference", Fixture, NULL, fixture_set_up, test_invented_conference, fixture_tear_down);
  g_test_add ("/json/cancelled-conference", Fixture, NULL, fixture_set_up, test_cancelled_conference, fixture_tear_down);
  g_test_add ("/json/sample", Fixture, NULL, fixture_set_up, test_sample, fixture_tear_down);
  g_test_add ("/json/xdc-2021", Fixture, xdc, fixture_set_up, test_shared, fixture_tear_down);
  g_test_add ("/json/as-manager", Fixture, manager, fixture_set_up, test_shared, fixture_tear_down);
  g_test_add ("/json/1200-talks", Fixture, large, fixture_set_up, test_shared, fixture_tear_down);

  return g_test_run ();
}
