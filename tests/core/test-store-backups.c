/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Automatic backups: when one is made, how many stay, and that each of them is
 * whole, whatever happens while it is made. */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>

#include "store-helper.h"
#include "store/lanyard-store-backups.h"

#define A_DAY (24 * 60 * 60)
#define N_KILLS 60

static void
close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static char *
save_some (StoreFixture *fixture)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 36, .n_words = 40 });

  return save_programme (fixture->store, programme, NULL);
}

static void
pick (StoreFixture *fixture,
      const char   *uuid,
      const char   *key)
{
  g_autoptr (GError) error = NULL;

  set_pick (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, &error);
  g_assert_no_error (error);
}

static guint
count_backups (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);

  return backups->len;
}

/* Every file in the folder is a backup, and sound. */
static void
assert_all_whole (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);

  for (guint i = 0; i < backups->len; i++)
    {
      const LanyardStoreBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *check = ask_sql_text (backup->path, "PRAGMA integrity_check");

      g_assert_cmpstr (check, ==, "ok");
      g_assert_cmpint (ask_sql (backup->path, "SELECT count(*) FROM picks"), >, 0);
    }
}

/* As if the newest backup had been made @seconds earlier. */
static void
age_newest (StoreFixture *fixture,
            gint64        seconds)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);
  const LanyardStoreBackup *newest = g_ptr_array_index (backups, 0);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (newest->made_at - seconds);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_strdup_printf ("lanyard-%05u-%s.db", newest->number, stamp);
  g_autofree char *folder = g_path_get_dirname (newest->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_errno (g_rename (newest->path, path));
}

static void
remove_newest (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);

  g_assert_no_errno (g_unlink (((LanyardStoreBackup *) g_ptr_array_index (backups, 0))->path));
}

static void
test_when (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);

  g_test_message ("What can be fetched again needs no first backup");
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  g_test_message ("A first star is worth one");
  pick (fixture, uuid, "1");
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  assert_all_whole (fixture);

  g_test_message ("One a day");
  pick (fixture, uuid, "2");
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);

  g_test_message ("The next day, for something has changed");
  age_newest (fixture, A_DAY);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
  assert_all_whole (fixture);

  g_test_message ("The day after, but nothing has changed");
  age_newest (fixture, A_DAY);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 2);

  g_test_message ("The clock was set back: the newest is from the future");
  pick (fixture, uuid, "3");
  age_newest (fixture, -10 * A_DAY);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 3);
  assert_all_whole (fixture);
}

/* A program that ends at once leaves it to who changes something. */
static void
test_hasty (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);

  pick (fixture, uuid, "1");
  store_fixture_reopen (fixture);
  pick (fixture, uuid, "2");
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  age_newest (fixture, A_DAY);
  for (guint i = 0; i < 2; i++)
    {
      g_test_message (i == 0 ? "It reads" : "It writes");
      close_store (fixture);
      /* The one that was open made one, which is not what this is about. */
      while (count_backups (fixture) > 1)
        remove_newest (fixture);
      fixture->store = lanyard_store_new (fixture->path);
      lanyard_store_set_hasty (fixture->store);
      g_assert_true (open_store (fixture->store, NULL));
      if (i == 0)
        g_object_unref (load_outline (fixture->store, uuid, NULL));
      else
        pick (fixture, uuid, "3");
      close_store (fixture);
      g_assert_cmpuint (count_backups (fixture), ==, 1 + i);
      fixture->store = lanyard_store_new (fixture->path);
      lanyard_store_set_hasty (fixture->store);
      g_assert_true (open_store (fixture->store, NULL));
    }
}

static void
give_up_cb (gpointer user_data)
{
  g_error ("There was no backup in time");
}

/* A window stays open for days: the backup is made while nobody asks for
 * anything. */
static void
test_idle (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);
  guint giving_up = g_timeout_add_seconds_once (60, give_up_cb, NULL);

  pick (fixture, uuid, "1");
  while (count_backups (fixture) == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  assert_all_whole (fixture);
  g_source_remove (giving_up);
}

static void
test_private (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf status;

  pick (fixture, uuid, "1");
  store_fixture_reopen (fixture);
  backups = lanyard_store_backups_list (fixture->path);
  folder = g_path_get_dirname (((LanyardStoreBackup *) backups->pdata[0])->path);
  g_assert_no_errno (g_stat (folder, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
}

static gboolean
has_number (GPtrArray *backups,
            guint      number)
{
  for (guint i = 0; i < backups->len; i++)
    if (((LanyardStoreBackup *) backups->pdata[i])->number == number)
      return TRUE;
  return FALSE;
}

static void
backup_free (gpointer data)
{
  LanyardStoreBackup *backup = data;

  g_free (backup->path);
  g_free (backup);
}

/* Half a year, with a backup each day on which somebody used it. */
static void
test_rotation (gconstpointer data)
{
  guint every = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (backup_free);

  for (guint day = 1; day < 180; day += every)
    {
      g_autoptr (GPtrArray) spare = NULL;
      gint64 oldest_age;

      g_ptr_array_insert (backups, 0, lanyard_store_backup_new ("x", day, (gint64) day * A_DAY));
      spare = lanyard_store_backups_choose (backups);
      for (guint i = 0; i < spare->len; i++)
        g_ptr_array_remove (backups, spare->pdata[i]);

      g_assert_cmpuint (backups->len, <=, 7);
      for (guint i = 0; i < 3 && day > i * every; i++)
        g_assert_true (has_number (backups, day - i * every));
      oldest_age = day - ((LanyardStoreBackup *) backups->pdata[backups->len - 1])->number;
      if (day > 40)
        g_assert_cmpint (oldest_age, >=, 21);
      g_assert_cmpint (oldest_age, <=, 70);
    }
}

static GSubprocess *
spawn (StoreFixture *fixture,
       const char   *limit)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                         program, fixture->path, limit, NULL);

  g_assert_no_error (error);
  return child;
}

static void
expect_line (GSubprocess *child,
             const char  *prefix)
{
  g_autoptr (GDataInputStream) output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);
  while ((line = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL && !g_str_has_prefix (line, prefix))
    g_clear_pointer (&line, g_free);
  g_assert_nonnull (line);
}

static void
tell (GSubprocess *child,
      const char  *command)
{
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), command, strlen (command), NULL,
                                            NULL, NULL));
}

/* The child closes its store when nobody speaks to it any more. */
static void
hang_up (GSubprocess *child)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (child), NULL, NULL);
}

static void
test_kill (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);
  guint before;

  pick (fixture, uuid, "1");
  close_store (fixture);
  before = count_backups (fixture);
  g_assert_cmpuint (before, ==, 1);

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GSubprocess) child = NULL;
      g_autofree char *command = g_strdup_printf ("pick %u\n", i % 36);

      age_newest (fixture, A_DAY);
      child = spawn (fixture, NULL);
      tell (child, command);
      expect_line (child, "picked");
      hang_up (child);
      g_usleep (g_test_rand_int_range (0, 12000));
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      assert_all_whole (fixture);
      g_assert_cmpuint (count_backups (fixture), >=, 1);
    }
}

static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);
  g_autofree char *part = g_build_filename (fixture->folder, "data", "backups", "part", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  pick (fixture, uuid, "1");
  close_store (fixture);
  age_newest (fixture, A_DAY);

  child = spawn (fixture, NULL);
  tell (child, "pick 2\nlimit 60000\n");
  expect_line (child, "limited");
  hang_up (child);
  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  assert_all_whole (fixture);

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 2);
}

/* What is no folder cannot be written into, not even by the superuser. */
static void
test_no_folder (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);
  g_autofree char *folder = g_build_filename (fixture->folder, "data", "backups", NULL);
  g_autoptr (GPtrArray) picks = NULL;

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  pick (fixture, uuid, "1");
  store_fixture_reopen (fixture);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
  close_store (fixture);
}

/* A damaged database makes no backup that would push out a good one. */
static void
test_not_of_damage (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);

  pick (fixture, uuid, "1");
  close_store (fixture);
  age_newest (fixture, A_DAY);
  run_sql (fixture->path, "UPDATE conferences SET picks_revision = picks_revision + 1");
  run_sql (fixture->path, "PRAGMA writable_schema = ON;"
                          "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'rooms')"
                          "  WHERE name = 'breaks'");

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  close_store (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  assert_all_whole (fixture);

  g_test_message ("It was rescued instead, and says so at the next start");
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
}

/* Both stores end at the same time, and both find a backup due. */
static void
test_two_at_once (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *uuid = save_some (fixture);

  pick (fixture, uuid, "1");
  close_store (fixture);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GSubprocess) first = NULL;
      g_autoptr (GSubprocess) second = NULL;

      age_newest (fixture, A_DAY);
      first = spawn (fixture, NULL);
      second = spawn (fixture, NULL);
      tell (first, "pick 3\n");
      tell (second, "pick 4\n");
      expect_line (first, "picked");
      expect_line (second, "picked");
      hang_up (first);
      hang_up (second);
      g_assert_true (g_subprocess_wait_check (first, NULL, NULL));
      g_assert_true (g_subprocess_wait_check (second, NULL, NULL));
      assert_all_whole (fixture);
      g_assert_cmpuint (count_backups (fixture), >, 1);
    }
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
    { "/store/backups/when", test_when },
    { "/store/backups/hasty", test_hasty },
    { "/store/backups/idle", test_idle },
    { "/store/backups/private", test_private },
    { "/store/backups/kill", test_kill },
    { "/store/backups/full-disk", test_full_disk },
    { "/store/backups/no-folder", test_no_folder },
    { "/store/backups/not-of-damage", test_not_of_damage },
    { "/store/backups/two-at-once", test_two_at_once },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  g_test_add_data_func ("/store/backups/rotation/daily", GUINT_TO_POINTER (1), test_rotation);
  g_test_add_data_func ("/store/backups/rotation/every-third-day", GUINT_TO_POINTER (3), test_rotation);

  return g_test_run ();
}
