/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backup files: what goes out comes back, whole or not at all, and nothing
 * that is here is lost by it, whatever the file says. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/lanyard-backup-json.h"
#include "store-helper.h"
#include "sync/lanyard-backup-file.h"

#define N_TALKS 36
#define N_MUTATIONS 3000
#define N_KILLS 40
#define NOW 1700000000

typedef struct
{
  GMainLoop *loop;
  LanyardBackup *backup; /* owned, nullable */
  GPtrArray *results;    /* owned, nullable */
  GError *error;         /* owned, nullable */
} Wait;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Wait *wait = user_data;

  wait->backup = lanyard_backup_file_save_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  wait->results = lanyard_backup_file_restore_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static gboolean
save (StoreFixture  *fixture,
      const char    *path,
      GError       **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LanyardBackup) backup = NULL;
  Wait wait = { .loop = loop };

  lanyard_backup_file_save_async (fixture->store, file, NOW, NULL, saved_cb, &wait);
  g_main_loop_run (loop);
  backup = wait.backup;
  if (wait.error != NULL)
    g_propagate_error (error, wait.error);
  return backup != NULL;
}

static GPtrArray *
restore (StoreFixture  *fixture,
         const char    *path,
         GError       **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Wait wait = { .loop = loop };

  lanyard_backup_file_restore_async (fixture->store, file, NOW, NULL, restored_cb, &wait);
  g_main_loop_run (loop);
  if (wait.error != NULL)
    g_propagate_error (error, wait.error);
  return wait.results;
}

static char *
dup_file (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "backup.json", NULL);
}

static char *
save_some (StoreFixture *fixture,
           guint         key_offset)
{
  g_autoptr (LanyardProgramme) programme =
      make_programme (&(ProgrammeShape) { .n_talks = N_TALKS, .n_words = 10, .key_offset = key_offset });

  return save_programme (fixture->store, programme, NULL);
}

static LanyardOwnEntry *
make_entry (const char *uuid,
            const char *title,
            gint64      changed_at)
{
  return lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .uuid = uuid,
    .kind = LANYARD_OWN_MEAL,
    .title = title,
    .start = NOW,
    .end = NOW + 3600,
    .zone = "Asia/Kolkata",
    .place = "The “Golden\tDragon”",
    .people = "Ada, Grace",
    .note = "Bring *money*\n\nand time",
    .changed_at = changed_at,
  });
}

/* One of everything, with what is hard to write. */
static void
decide (StoreFixture *fixture,
        const char   *uuid)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardOwnEntry) entry = make_entry ("11111111-2222-4333-8444-555555555555", "Dinner 🍜", NOW);
  g_autoptr (GError) error = NULL;

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_MAYBE);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_LEFT_OUT);
  lanyard_edit_set_level (edit, LANYARD_KIND_SESSION, "s0", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (edit, LANYARD_KIND_BREAK, "lunch", LANYARD_LEVEL_GOING);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "1", "Ask: \"why?\"\n\\ and ü\tand 𝔘");
  lanyard_edit_set_marks (edit, LANYARD_KIND_TALK, "2", LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER);
  lanyard_edit_set_note (edit, LANYARD_KIND_SESSION, "s0", "Front row");
  lanyard_edit_put_entry (edit, entry);
  apply_edit (fixture->store, uuid, edit, NOW, &error);
  g_assert_no_error (error);
}

/* A store without anything, beside the one that made the backup. */
static void
begin_anew (StoreFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "anew", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_free (fixture->path);
  fixture->path = g_build_filename (folder, "lanyard.db", NULL);
  fixture->store = lanyard_store_new (fixture->path);
  open_store (fixture->store, &error);
  g_assert_no_error (error);
}

static LanyardDecisions *
load (StoreFixture *fixture,
      const char   *uuid)
{
  g_autoptr (GError) error = NULL;
  LanyardDecisions *decisions = load_decisions (fixture->store, uuid, &error);

  g_assert_no_error (error);
  return decisions;
}

static void
test_round_trip (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = dup_file (fixture);
  g_autofree char *uuid = save_some (fixture, 0);
  g_autofree char *uuid_anew = NULL;
  g_autoptr (LanyardDecisions) before = NULL;
  g_autoptr (LanyardDecisions) after = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const LanyardBackupResult *result;

  decide (fixture, uuid);
  before = load (fixture, uuid);
  g_assert_true (save (fixture, path, NULL));

  begin_anew (fixture);
  uuid_anew = save_some (fixture, 0);
  results = restore (fixture, path, NULL);
  g_assert_cmpuint (results->len, ==, 1);
  result = results->pdata[0];
  g_assert_false (result->is_waiting);
  g_assert_cmpuint (result->n_picks, ==, 5);
  g_assert_cmpuint (result->n_notes, ==, 2);
  g_assert_cmpuint (result->n_marks, ==, 1);
  g_assert_cmpuint (result->n_entries, ==, 1);
  after = load (fixture, uuid_anew);
  g_assert_true (lanyard_decisions_equal (before, after));

  g_test_message ("Twice is once");
  again = restore (fixture, path, NULL);
  result = again->pdata[0];
  g_assert_false (lanyard_backup_result_is_news (result));
  g_assert_cmpuint (result->n_unchanged, ==, 9);
}

/* What is decided about a conference that is not here is there when it comes,
 * and a backup made meanwhile has it. */
static void
test_waiting (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = dup_file (fixture);
  g_autofree char *uuid = save_some (fixture, 0);
  g_autofree char *uuid_anew = NULL;
  g_autoptr (LanyardDecisions) before = NULL;
  g_autoptr (LanyardDecisions) after = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) conferences = NULL;

  decide (fixture, uuid);
  before = load (fixture, uuid);
  g_assert_true (save (fixture, path, NULL));

  remove_conference (fixture->store, uuid, NULL);
  removed = restore (fixture, path, NULL);
  g_assert_true (((LanyardBackupResult *) removed->pdata[0])->is_waiting);
  begin_anew (fixture);
  results = restore (fixture, path, NULL);
  g_assert_true (((LanyardBackupResult *) results->pdata[0])->is_waiting);
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
  g_assert_true (save (fixture, path, NULL));
  begin_anew (fixture);
  again = restore (fixture, path, NULL);
  store_fixture_reopen (fixture);

  uuid_anew = save_some (fixture, 0);
  g_assert_cmpstr (uuid_anew, ==, uuid);
  after = load (fixture, uuid);
  g_assert_true (lanyard_decisions_equal (before, after));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM changes"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM picks WHERE title IS NULL"), ==, 0);
}

/* The server has renumbered its talks since. */
static void
test_other_keys (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = dup_file (fixture);
  g_autofree char *uuid = save_some (fixture, 0);
  g_autofree char *uuid_anew = NULL;
  g_autoptr (LanyardDecisions) after = NULL;
  g_autoptr (GPtrArray) results = NULL;

  decide (fixture, uuid);
  g_assert_true (save (fixture, path, NULL));
  begin_anew (fixture);
  uuid_anew = save_some (fixture, 1000);
  results = restore (fixture, path, NULL);
  after = load (fixture, uuid_anew);
  g_assert_cmpint (lanyard_decisions_get_level (after, LANYARD_KIND_TALK, "1001"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (lanyard_decisions_get_level (after, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_NONE);
  g_assert_nonnull (lanyard_decisions_get_note (after, LANYARD_KIND_TALK, "1001"));
  g_assert_cmpint (lanyard_decisions_get_level (after, LANYARD_KIND_BREAK, "lunch"), ==, LANYARD_LEVEL_GOING);
}

static char *
make_file (StoreFixture *fixture,
           const char   *path)
{
  g_autofree char *uuid = save_some (fixture, 0);
  char *contents = NULL;

  decide (fixture, uuid);
  g_assert_true (save (fixture, path, NULL));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
assert_refused (StoreFixture       *fixture,
                const char         *path,
                const char         *contents,
                gssize              length,
                LanyardBackupError  code)
{
  g_autofree char *before = ask_sql_text (fixture->path, "SELECT count(*) || max(picks_revision) FROM conferences");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_null (restore (fixture, path, &error));
  g_assert_error (error, LANYARD_BACKUP_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  after = ask_sql_text (fixture->path, "SELECT count(*) || max(picks_revision) FROM conferences");
  g_assert_cmpstr (before, ==, after);
}

static char *
replace (const char *contents,
         const char *from,
         const char *to)
{
  GString *text = g_string_new (contents);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_string_free_and_steal (text);
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *from;
    const char *to;
    LanyardBackupError code;
  } changes[] = {
    { "\"lanyard_backup\" : 1", "\"lanyard_backup\" : 2", LANYARD_BACKUP_ERROR_NEWER },
    { "\"lanyard_backup\" : 1", "\"lanyard_backup\" : 0", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"lanyard_backup\" : 1", "\"lanyard\" : 1", LANYARD_BACKUP_ERROR_FOREIGN },
    { "\"uuid\" : \"", "\"uuid\" : \"../../", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"going\"", "\"gone\"", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"kind\" : \"talk\"", "\"kind\" : \"block\"", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"picks\"", "\"pecks\"", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"key\" : \"1\"", "\"key\" : 1", LANYARD_BACKUP_ERROR_DAMAGED },
    { "\"Dinner 🍜\"", "\"\"", LANYARD_BACKUP_ERROR_DAMAGED },
    { "2023-11-14", "2023-11-41", LANYARD_BACKUP_ERROR_DAMAGED },
  };
  g_autofree char *path = dup_file (fixture);
  g_autofree char *contents = make_file (fixture, path);
  g_autofree char *huge = g_malloc0 (LANYARD_BACKUP_MOST_BYTES + 1);
  gsize length = strlen (contents);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *changed = replace (contents, changes[i].from, changes[i].to);

      assert_refused (fixture, path, changed, -1, changes[i].code);
    }
  for (gsize end = length - 2; end > 300; end -= 150)
    assert_refused (fixture, path, contents, end, LANYARD_BACKUP_ERROR_DAMAGED);
  assert_refused (fixture, path, "", 0, LANYARD_BACKUP_ERROR_FOREIGN);
  assert_refused (fixture, path, "<!DOCTYPE html>", -1, LANYARD_BACKUP_ERROR_FOREIGN);
  assert_refused (fixture, path, "[1, 2]", -1, LANYARD_BACKUP_ERROR_FOREIGN);
  assert_refused (fixture, path, huge, LANYARD_BACKUP_MOST_BYTES + 1, LANYARD_BACKUP_ERROR_TOO_LARGE);

  g_test_message ("A file without end");
  g_assert_null (restore (fixture, "/dev/zero", &error));
  g_assert_error (error, LANYARD_BACKUP_ERROR, LANYARD_BACKUP_ERROR_TOO_LARGE);
}

/* Any byte may be any other: the file is refused, or means something. */
static void
test_mutated (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = dup_file (fixture);
  g_autofree char *contents = make_file (fixture, path);
  gsize length = strlen (contents);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      char *bad = g_memdup2 (contents, length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (bad, length);
      g_autoptr (LanyardBackup) backup = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k <= i % 3; k++)
        bad[g_test_rand_int_range (0, length)] = (char) g_test_rand_int_range (0, 256);
      backup = lanyard_backup_from_json (bytes, &error);
      g_assert_true ((backup == NULL) == (error != NULL));
      if (backup == NULL)
        continue;
      n_read++;
      if (n_read % 20 == 0)
        {
          g_autoptr (GPtrArray) results = NULL;

          g_assert_true (g_file_set_contents (path, bad, length, NULL));
          results = restore (fixture, path, &error);
          g_assert_no_error (error);
        }
    }
  g_test_message ("%u of %u could be read", n_read, N_MUTATIONS);
  g_assert_cmpuint (n_read, >, 0);
}

static GSubprocess *
spawn (StoreFixture *fixture)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                         program, fixture->path, NULL);

  g_assert_no_error (error);
  return child;
}

/* All of a backup is here, or nothing of it. */
static void
test_kill (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *path = dup_file (fixture);
  g_autofree char *contents = make_file (fixture, path);
  g_autofree char *command = g_strdup_printf ("restore %s\n", path);
  guint n_restored = 0;

  begin_anew (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GSubprocess) child = NULL;
      gint64 n_rows;

      run_sql (fixture->path, "DELETE FROM picks; DELETE FROM notes; DELETE FROM own_entries; DELETE FROM conferences");
      child = spawn (fixture);
      g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), command, strlen (command), NULL, NULL, NULL);
      g_usleep (g_test_rand_int_range (0, 60000));
      g_subprocess_force_exit (child);
      g_assert_true (g_subprocess_wait (child, NULL, NULL));
      n_rows = ask_sql (fixture->path, "SELECT (SELECT count(*) FROM picks) * 100 + (SELECT count(*) FROM notes) * 10"
                                       "  + (SELECT count(*) FROM own_entries)");
      g_assert_true (n_rows == 0 || n_rows == 531);
      n_restored += n_rows > 0;
    }
  g_test_message ("%u of %u were restored", n_restored, N_KILLS);
}

static void
test_not_written (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no-folder", "backup.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
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
    { "/store/restore/round-trip", test_round_trip },
    { "/store/restore/waiting", test_waiting },
    { "/store/restore/other-keys", test_other_keys },
    { "/store/restore/refused", test_refused },
    { "/store/restore/mutated", test_mutated },
    { "/store/restore/kill", test_kill },
    { "/store/restore/not-written", test_not_written },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
