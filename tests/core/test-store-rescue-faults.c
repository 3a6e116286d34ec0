/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rescues under bad stars: bytes that change anywhere, a process that is killed
 * in the middle, no room, no right to write, and a window that has the damaged
 * database open. All is as it was, or as it should be. */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "rescue-helper.h"

#define N_FLIPS 150
#define N_KILLS 40

/* Bytes that change by themselves, one or some, anywhere. Not all of them do
 * damage that can be told: then what they are in is what has changed. */
static void
test_flips (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *good = NULL;
  gsize length;
  guint n_rescued = 0;

  good = rescue_read_file (fixture->path, &length);
  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      g_autoptr (LanyardProgramme) whole = NULL;
      g_autoptr (GPtrArray) conferences = NULL;
      g_autoptr (GPtrArray) matches = NULL;
      g_autoptr (LanyardDecisions) decisions = NULL;
      g_autoptr (GError) error = NULL;
      guint n = i % 3 == 0 ? 1 : g_test_rand_int_range (2, 200);

      for (guint k = 0; k < n; k++)
        bad[g_test_rand_int_range (0, i % 5 == 0 ? 4096 : length)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      rescue_write_file (fixture->path, bad, length);

      fixture->store = lanyard_store_new (fixture->path);
      if (open_store (fixture->store, &error))
        {
          conferences = list_conferences (fixture->store);
          matches = search (fixture->store, NULL, "first", NULL);
          whole = load_whole (fixture->store, uuid, NULL);
          decisions = load_decisions (fixture->store, uuid, NULL);
        }
      else
        /* Nothing tells this from one that is newer indeed. */
        g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NEWER);
      n_rescued += lanyard_store_get_rescue (fixture->store) != NULL;
      if (lanyard_store_get_rescue (fixture->store) != NULL && error == NULL)
        {
          g_autoptr (GPtrArray) picks = list_picks (fixture->store, uuid, NULL);

          g_assert_cmpuint (conferences->len, >=, 1);
          if (picks != NULL)
            g_assert_cmpuint (picks->len, >=, N_BEFORE);
          rescue_forget (fixture);
        }
      rescue_close_store (fixture);
    }
  g_test_message ("%u of %u were rescued", n_rescued, N_FLIPS);
  g_assert_cmpuint (n_rescued, >, N_FLIPS / 3);
}

/* What no statement of ours could do: NULL where there is none. */
static void
lose_text (const char *path,
           const char *table,
           const char *column)
{
  g_autofree char *allow = NULL;
  g_autofree char *lose = NULL;

  allow = g_strdup_printf ("PRAGMA writable_schema = ON;"
                           "UPDATE sqlite_schema SET sql = replace (sql, ' %s TEXT NOT NULL', ' %s TEXT')"
                           "  WHERE type = 'table' AND name = '%s'",
                           column, column, table);
  run_sql (path, allow);
  lose = g_strdup_printf ("UPDATE %s SET %s = NULL;"
                          "PRAGMA writable_schema = ON;"
                          "UPDATE sqlite_schema SET sql = replace (sql, ' %s TEXT', ' %s TEXT NOT NULL')"
                          "  WHERE type = 'table' AND name = '%s'",
                          table, column, column, column, table);
  run_sql (path, lose);
}

/* All there is to read, in the order in which a window asks for it. */
static void
read_everything (StoreFixture *fixture,
                 const char   *uuid)
{
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (LanyardProgramme) outline = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  g_assert_true (open_store (fixture->store, NULL));
  conferences = list_conferences (fixture->store);
  outline = load_outline (fixture->store, uuid, NULL);
  whole = load_whole (fixture->store, uuid, NULL);
  decisions = load_decisions (fixture->store, uuid, NULL);
  picks = list_picks (fixture->store, uuid, NULL);
  matches = search (fixture->store, NULL, "first", NULL);
}

static void
test_lost_text (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *good = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) columns = NULL;
  gsize length;

  good = rescue_read_file (fixture->path, &length);
  list = ask_sql_text (fixture->path,
                       "SELECT group_concat(s.name || '.' || c.name) FROM sqlite_schema s, pragma_table_info(s.name) c"
                       "  WHERE s.type = 'table' AND c.type = 'TEXT' AND c.\"notnull\" AND c.pk = 0");
  columns = g_strsplit (list, ",", -1);
  g_assert_cmpuint (g_strv_length (columns), >, 20);
  for (guint i = 0; columns[i] != NULL; i++)
    {
      char *column = strchr (columns[i], '.') + 1;

      g_test_message ("%s", columns[i]);
      column[-1] = '\0';
      rescue_write_file (fixture->path, good, length);
      lose_text (fixture->path, columns[i], column);
      fixture->store = lanyard_store_new (fixture->path);
      read_everything (fixture, uuid);
      if (g_str_equal (column, "title") && (g_str_equal (columns[i], "conferences") || g_str_equal (columns[i], "talks")))
        g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
      if (lanyard_store_get_rescue (fixture->store) != NULL)
        rescue_forget (fixture);
      rescue_close_store (fixture);
    }
}

static GSubprocess *
spawn (StoreFixture *fixture,
       const char   *limit)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                           G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                         &error, program, fixture->path, limit, NULL);

  g_assert_no_error (error);
  return child;
}

static void
remove_all (StoreFixture *fixture)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", ".rescue" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (path);
    }
}

/* Killed at any moment, and again while it makes up for that. */
static void
test_kill (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  rescue_damage_page (fixture, "talks", &contents, &length);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *check = NULL;

      remove_all (fixture);
      rescue_write_file (fixture->path, contents, length);
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (GSubprocess) child = spawn (fixture, NULL);

          g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), "load\n", 5, NULL, NULL, NULL);
          g_usleep (g_test_rand_int_range (0, 40000));
          g_subprocess_force_exit (child);
          g_assert_true (g_subprocess_wait (child, NULL, NULL));
        }
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      rescue_assert_rescued (fixture, uuid, contents, length, N_AFTER);
      rescue_close_store (fixture);
    }
}

/* Nothing can be done, nothing is changed, and one sentence says why. */
static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *out = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *damaged = NULL;
  gsize length;

  rescue_write_file (fixture->path, "damaged", 7);
  child = spawn (fixture, "50000");
  g_assert_true (g_subprocess_communicate_utf8 (child, "", NULL, &out, NULL, NULL));
  g_assert_nonnull (strstr (out, "\nerror lanyard-store-error-quark"));
  contents = rescue_read_file (fixture->path, &length);
  g_assert_cmpmem (contents, length, "damaged", 7);
  rescue_assert_no_rest (fixture);
  rescue_assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  uid_t before = geteuid ();
  gsize length;

  rescue_write_file (fixture->path, "damaged", 7);
  if (!become_ordinary (folder, fixture->path))
    {
      g_test_skip ("The superuser, who may write everywhere, cannot become anybody else here");
      return;
    }
  g_chmod (folder, 0500);
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_false (open_store (fixture->store, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED);
  rescue_close_store (fixture);
  contents = rescue_read_file (fixture->path, &length);
  g_assert_cmpmem (contents, length, "damaged", 7);

  g_chmod (folder, 0700);
  g_assert_no_errno (seteuid (before));
  rescue_assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
}

/* A window is open while the command line finds the damage. */
static void
test_two_processes (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  g_autofree char *out = NULL;
  g_autofree char *check = NULL;
  g_autoptr (GSubprocess) child = NULL;
  gsize length;

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  g_assert_cmpuint (rescue_count_picks (fixture, uuid), ==, N_AFTER);
  rescue_damage_page (fixture, "rooms", &contents, &length);
  child = spawn (fixture, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (child, "load\npick 30\n", NULL, &out, NULL, NULL));
  g_assert_nonnull (strstr (out, "picked 30"));

  g_test_message ("The window follows, and what it does then is kept");
  rescue_pick_range (fixture, uuid, 31, 33);
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
  store_fixture_reopen (fixture);
  g_assert_cmpuint (rescue_count_picks (fixture, uuid), ==, N_AFTER + 3);
  check = ask_sql_text (fixture->path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  g_assert_cmpuint (rescue_count_damaged_files (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/store/rescue/flips", test_flips },
    { "/store/rescue/lost-text", test_lost_text },
    { "/store/rescue/kill", test_kill },
    { "/store/rescue/full-disk", test_full_disk },
    { "/store/rescue/read-only", test_read_only },
    { "/store/rescue/two-processes", test_two_processes },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
