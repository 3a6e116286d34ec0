/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Databases damaged in many ways: nothing crashes, what is damaged is set
 * aside as it was, a good backup takes its place, and as little as possible is
 * lost. Killed, without room or without the right to write, all is as it was
 * or as it should be. */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "store-helper.h"
#include "store/lanyard-store-backups.h"

#define N_TALKS 36
#define N_FLIPS 150
#define N_KILLS 40

/* How many talks are picked when the backup is made, and afterwards. */
#define N_BEFORE 12
#define N_AFTER 24

static void
close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
pick_range (StoreFixture *fixture,
            const char   *uuid,
            guint         first,
            guint         end)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autoptr (GError) error = NULL;

      set_pick (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, &error);
      g_assert_no_error (error);
    }
}

/* A database with a backup of it, in which a few picks are newer; closed. */
static char *
make_database (StoreFixture *fixture)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = N_TALKS, .n_words = 40 });
  char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (GPtrArray) backups = NULL;

  pick_range (fixture, uuid, 0, N_BEFORE);
  store_fixture_reopen (fixture);
  backups = lanyard_store_backups_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  pick_range (fixture, uuid, N_BEFORE, N_AFTER);
  close_store (fixture);
  return uuid;
}

static char *
read_file (const char *path,
           gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static void
write_file (const char *path,
            const char *contents,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static guint
count_picks (StoreFixture *fixture,
             const char   *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) picks = list_picks (fixture->store, uuid, &error);

  g_assert_no_error (error);
  return picks->len;
}

static guint
count_damaged_files (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, ".damaged-") != NULL && !g_str_has_suffix (name, "-wal");
  return n;
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_assert_true (lanyard_store_forget_rescue_finish (LANYARD_STORE (source), result, NULL));
  g_main_loop_quit (user_data);
}

static void
forget_rescue (StoreFixture *fixture)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  lanyard_store_forget_rescue_async (fixture->store, NULL, forgotten_cb, loop);
  g_main_loop_run (loop);
}

static void
assert_no_rest (StoreFixture *fixture)
{
  static const char *const suffixes[] = { ".part", ".part-wal", ".ready" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Opens what is damaged; it must be rescued at once, or when it is read. */
static void
assert_rescued (StoreFixture *fixture,
                const char   *uuid,
                const char   *damaged,
                gsize         length,
                guint         n_picks)
{
  LanyardRescue *rescue;
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *check = NULL;
  gsize length_aside;

  fixture->store = lanyard_store_new (fixture->path);
  open_store (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, n_picks);
  whole = load_whole (fixture->store, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (whole)->len, ==, N_TALKS);

  rescue = lanyard_store_get_rescue (fixture->store);
  g_assert_nonnull (rescue);
  g_assert_cmpint (rescue->made_at, !=, LANYARD_NO_TIME);
  contents = read_file (rescue->damaged_path, &length_aside);
  g_assert_cmpmem (contents, length_aside, damaged, length);
  check = ask_sql_text (fixture->path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  assert_no_rest (fixture);
}

typedef struct
{
  const char *name;
  gsize from;
  gsize length;      /* what is overwritten, 0 for none */
  double truncate;   /* to which part of the length, 0 for not at all */
  guint n_picks;     /* that are there afterwards */
} Damage;

static const Damage damages[] = {
  { "no-header", 0, 100, 0, N_BEFORE },
  { "first-page", 0, 4096, 0, N_BEFORE },
  { "schema", 100, 3000, 0, N_BEFORE },
  { "all-but-first-page", 4096, G_MAXSIZE, 0, N_BEFORE },
  { "everything", 0, G_MAXSIZE, 0, N_BEFORE },
  { "half", 0, 0, 0.5, 0 },
  { "a-few-bytes", 0, 0, 0.0005, N_BEFORE },
  { "emptied", 0, 0, 0.0000001, N_BEFORE },
};

static void
test_damage (StoreFixture  *fixture,
             gconstpointer  data)
{
  const Damage *damage = data;
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  contents = read_file (fixture->path, &length);
  if (damage->truncate > 0)
    length *= damage->truncate;
  for (gsize i = damage->from; i < length && i - damage->from < damage->length; i++)
    contents[i] = (char) (0x5a + i * 7);
  write_file (fixture->path, contents, length);

  if (damage->n_picks > 0)
    assert_rescued (fixture, uuid, contents, length, damage->n_picks);
  else
    {
      /* How much can be read depends on where the table lies. */
      fixture->store = lanyard_store_new (fixture->path);
      g_assert_true (open_store (fixture->store, NULL));
      g_assert_cmpuint (count_picks (fixture, uuid), >=, N_BEFORE);
      g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
    }
}

/* Where the picks lie, whose newest ones are then lost. */
static gsize
find_page (StoreFixture *fixture,
           const char   *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);

  return (ask_sql (fixture->path, sql) - 1) * 4096;
}

static void
damage_page (StoreFixture  *fixture,
             const char    *table,
             char         **contents,
             gsize         *length)
{
  gsize page = find_page (fixture, table);

  *contents = read_file (fixture->path, length);
  memset (*contents + page, 0xa5, 4096);
  write_file (fixture->path, *contents, *length);
}

/* Whatever page it is that cannot be read, all picks are there; and the newer
 * ones, unless it was theirs. */
static void
test_page (StoreFixture  *fixture,
           gconstpointer  data)
{
  const char *table = data;
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  damage_page (fixture, table, &contents, &length);
  assert_rescued (fixture, uuid, contents, length, g_str_equal (table, "picks") ? N_BEFORE : N_AFTER);
  if (!g_str_equal (table, "picks"))
    g_assert_cmpuint (lanyard_store_get_rescue (fixture->store)->n_saved, ==, N_AFTER - N_BEFORE);
}

/* The header says that it is of another program, or of another version. */
static void
test_header (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  run_sql (fixture->path, data);
  contents = read_file (fixture->path, &length);
  assert_rescued (fixture, uuid, contents, length, N_AFTER);
}

static void
test_search_index (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("What can be made anew loses nothing, and nobody needs to know");
  run_sql (fixture->path, "DELETE FROM search_data WHERE id > 10");
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  matches = search (fixture->store, NULL, "First", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (matches->len, >, 0);
  g_assert_null (lanyard_store_get_rescue (fixture->store));
  g_assert_cmpuint (count_picks (fixture, uuid), ==, N_AFTER);
  g_assert_cmpuint (count_damaged_files (fixture), ==, 0);
}

static void
test_older_backup (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *newer = g_build_filename (folder, "backups", "lanyard-00007-20300101T000000Z.db", NULL);
  g_autofree char *newest = g_build_filename (folder, "backups", "lanyard-00008-20300102T000000Z.db", NULL);
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);
  gsize length;

  g_test_message ("The newest two are damaged themselves");
  contents = read_file (((LanyardStoreBackup *) backups->pdata[0])->path, &length);
  write_file (newer, contents, length / 2);
  write_file (newest, "no database", 11);
  write_file (fixture->path, "nor this", 8);
  assert_rescued (fixture, uuid, "nor this", 8, N_BEFORE);
  g_assert_cmpint (lanyard_store_get_rescue (fixture->store)->made_at, ==,
                   ((LanyardStoreBackup *) backups->pdata[0])->made_at);
}

/* Without a backup, what can be read is all there is: here the conference
 * whole, or, where its talks are lost, what is needed to fetch it anew. */
static void
test_no_backup (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);
  g_autoptr (LanyardProgramme) whole = NULL;
  gboolean is_whole = g_str_equal (data, "changes_by_refresh");
  gsize length;

  g_assert_no_errno (g_unlink (((LanyardStoreBackup *) backups->pdata[0])->path));
  damage_page (fixture, data, &contents, &length);

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  if (is_whole)
    {
      /* An index that nobody reads: it is noticed before a backup is made. */
      store_fixture_reopen (fixture);
      whole = load_whole (fixture->store, uuid, NULL);
      g_assert_cmpuint (lanyard_programme_get_talks (whole)->len, ==, N_TALKS);
    }
  else
    {
      whole = load_whole (fixture->store, uuid, NULL);
      g_assert_cmpuint (lanyard_programme_get_talks (whole)->len, ==, 0);
    }
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
  g_assert_cmpint (lanyard_store_get_rescue (fixture->store)->made_at, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, N_AFTER);
}

static void
test_nothing_left (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) conferences = NULL;
  LanyardRescue *rescue;

  close_store (fixture);
  write_file (fixture->path, "no database", 11);
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
  rescue = lanyard_store_get_rescue (fixture->store);
  g_assert_nonnull (rescue);
  g_assert_cmpint (rescue->made_at, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (rescue->n_saved, ==, 0);
  g_assert_cmpuint (count_damaged_files (fixture), ==, 1);
}

static void
test_told_once (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *sentence = NULL;
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();

  write_file (fixture->path, "damaged", 7);
  assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
  sentence = lanyard_rescue_dup_sentence (lanyard_store_get_rescue (fixture->store), zone);
  g_assert_true (g_str_has_prefix (sentence, "The database was damaged and was set aside. The backup of "));

  g_test_message ("Whoever was not told is told at the next start");
  store_fixture_reopen (fixture);
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
  forget_rescue (fixture);
  g_assert_null (lanyard_store_get_rescue (fixture->store));
  store_fixture_reopen (fixture);
  g_assert_null (lanyard_store_get_rescue (fixture->store));
  g_assert_cmpuint (count_damaged_files (fixture), ==, 1);
}

/* Bytes that change by themselves, one or some, anywhere. Not all of them do
 * damage that can be told: then what they are in is what has changed. */
static void
test_flips (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *good = NULL;
  gsize length;
  guint n_rescued = 0;

  good = read_file (fixture->path, &length);
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
      write_file (fixture->path, bad, length);

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
          forget_rescue (fixture);
        }
      close_store (fixture);
    }
  g_test_message ("%u of %u were rescued", n_rescued, N_FLIPS);
  g_assert_cmpuint (n_rescued, >, N_FLIPS / 3);
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
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  damage_page (fixture, "talks", &contents, &length);
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *check = NULL;

      remove_all (fixture);
      write_file (fixture->path, contents, length);
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (GSubprocess) child = spawn (fixture, NULL);

          g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), "load\n", 5, NULL, NULL, NULL);
          g_usleep (g_test_rand_int_range (0, 40000));
          g_subprocess_force_exit (child);
          g_assert_true (g_subprocess_wait (child, NULL, NULL));
        }
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      assert_rescued (fixture, uuid, contents, length, N_AFTER);
      close_store (fixture);
    }
}

/* Nothing can be done, nothing is changed, and one sentence says why. */
static void
test_full_disk (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *out = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *damaged = NULL;
  gsize length;

  write_file (fixture->path, "damaged", 7);
  child = spawn (fixture, "50000");
  g_assert_true (g_subprocess_communicate_utf8 (child, "", NULL, &out, NULL, NULL));
  g_assert_nonnull (strstr (out, "\nerror lanyard-store-error-quark"));
  contents = read_file (fixture->path, &length);
  g_assert_cmpmem (contents, length, "damaged", 7);
  assert_no_rest (fixture);
  assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  uid_t before = geteuid ();
  gsize length;

  write_file (fixture->path, "damaged", 7);
  if (!become_ordinary (folder, fixture->path))
    {
      g_test_skip ("The superuser, who may write everywhere, cannot become anybody else here");
      return;
    }
  g_chmod (folder, 0500);
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_false (open_store (fixture->store, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED);
  close_store (fixture);
  contents = read_file (fixture->path, &length);
  g_assert_cmpmem (contents, length, "damaged", 7);

  g_chmod (folder, 0700);
  g_assert_no_errno (seteuid (before));
  assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
}

/* A window is open while the command line finds the damage. */
static void
test_two_processes (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = make_database (fixture);
  g_autofree char *contents = NULL;
  g_autofree char *out = NULL;
  g_autofree char *check = NULL;
  g_autoptr (GSubprocess) child = NULL;
  gsize length;

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  g_assert_cmpuint (count_picks (fixture, uuid), ==, N_AFTER);
  damage_page (fixture, "rooms", &contents, &length);
  child = spawn (fixture, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (child, "load\npick 30\n", NULL, &out, NULL, NULL));
  g_assert_nonnull (strstr (out, "picked 30"));

  g_test_message ("The window follows, and what it does then is kept");
  pick_range (fixture, uuid, 31, 33);
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, N_AFTER + 3);
  check = ask_sql_text (fixture->path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  g_assert_cmpuint (count_damaged_files (fixture), ==, 1);
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, data, store_fixture_set_up, func, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/store/rescue/damage/", damages[i].name, NULL);

      add (path, &damages[i], test_damage);
    }
  add ("/store/rescue/page/talks", "talks", test_page);
  add ("/store/rescue/page/conferences", "conferences", test_page);
  add ("/store/rescue/page/sessions", "sessions", test_page);
  add ("/store/rescue/page/picks", "picks", test_page);
  add ("/store/rescue/header/program", "PRAGMA application_id = 0x4c4e5945", test_header);
  add ("/store/rescue/header/older", "PRAGMA user_version = 1", test_header);
  add ("/store/rescue/header/none", "PRAGMA user_version = 0", test_header);
  add ("/store/rescue/table-lost", "DROP TABLE rooms", test_header);
  add ("/store/rescue/search-index", NULL, test_search_index);
  add ("/store/rescue/older-backup", NULL, test_older_backup);
  add ("/store/rescue/no-backup/whole", "changes_by_refresh", test_no_backup);
  add ("/store/rescue/no-backup/fragments", "talks", test_no_backup);
  add ("/store/rescue/nothing-left", NULL, test_nothing_left);
  add ("/store/rescue/told-once", NULL, test_told_once);
  add ("/store/rescue/flips", NULL, test_flips);
  add ("/store/rescue/kill", NULL, test_kill);
  add ("/store/rescue/full-disk", NULL, test_full_disk);
  add ("/store/rescue/read-only", NULL, test_read_only);
  add ("/store/rescue/two-processes", NULL, test_two_processes);

  return g_test_run ();
}
