/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Databases damaged in many ways: nothing crashes, what is damaged is set
 * aside as it was, a good backup takes its place, and as little as possible is
 * lost. */

#include "config.h"

#include <glib/gstdio.h>

#include "rescue-helper.h"

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
  { "first-page", 0, 8192, 0, N_BEFORE },
  { "schema", 100, 3000, 0, N_BEFORE },
  { "all-but-first-page", 8192, G_MAXSIZE, 0, N_BEFORE },
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
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  contents = rescue_read_file (fixture->path, &length);
  if (damage->truncate > 0)
    length *= damage->truncate;
  for (gsize i = damage->from; i < length && i - damage->from < damage->length; i++)
    contents[i] = (char) (0x5a + i * 7);
  rescue_write_file (fixture->path, contents, length);

  if (damage->n_picks > 0)
    rescue_assert_rescued (fixture, uuid, contents, length, damage->n_picks);
  else
    {
      /* How much can be read depends on where the table lies. */
      fixture->store = lanyard_store_new (fixture->path);
      g_assert_true (open_store (fixture->store, NULL));
      g_assert_cmpuint (rescue_count_picks (fixture, uuid), >=, N_BEFORE);
      g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
    }
}

/* Whatever page it is that cannot be read, all picks are there; and the newer
 * ones, unless it was theirs. */
static void
test_page (StoreFixture  *fixture,
           gconstpointer  data)
{
  const char *table = data;
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  rescue_damage_page (fixture, table, &contents, &length);
  rescue_assert_rescued (fixture, uuid, contents, length, g_str_equal (table, "picks") ? N_BEFORE : N_AFTER);
  if (!g_str_equal (table, "picks"))
    g_assert_cmpuint (lanyard_store_get_rescue (fixture->store)->n_saved, ==, N_AFTER - N_BEFORE);
}

/* The header says that it is of another program, or of another version. */
static void
test_header (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  run_sql (fixture->path, data);
  contents = rescue_read_file (fixture->path, &length);
  rescue_assert_rescued (fixture, uuid, contents, length, N_AFTER);
}

static void
test_search_index (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
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
  g_assert_cmpuint (rescue_count_picks (fixture, uuid), ==, N_AFTER);
  g_assert_cmpuint (rescue_count_damaged_files (fixture), ==, 0);
}

static void
test_older_backup (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *newer = g_build_filename (folder, "backups", "lanyard-00007-20300101T000000Z.db", NULL);
  g_autofree char *newest = g_build_filename (folder, "backups", "lanyard-00008-20300102T000000Z.db", NULL);
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);
  gsize length;

  g_test_message ("The newest two are damaged themselves");
  contents = rescue_read_file (((LanyardStoreBackup *) backups->pdata[0])->path, &length);
  rescue_write_file (newer, contents, length / 2);
  rescue_write_file (newest, "no database", 11);
  rescue_write_file (fixture->path, "nor this", 8);
  rescue_assert_rescued (fixture, uuid, "nor this", 8, N_BEFORE);
  g_assert_cmpint (lanyard_store_get_rescue (fixture->store)->made_at, ==,
                   ((LanyardStoreBackup *) backups->pdata[0])->made_at);
}

/* Without a backup, what can be read is all there is: here the conference
 * whole, or, where its talks are lost, what is needed to fetch it anew. */
static void
test_no_backup (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (fixture->path);
  g_autoptr (LanyardProgramme) whole = NULL;
  gboolean is_whole = g_str_equal (data, "changes_by_refresh");
  gsize length;

  g_assert_no_errno (g_unlink (((LanyardStoreBackup *) backups->pdata[0])->path));
  rescue_damage_page (fixture, data, &contents, &length);

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
  g_assert_cmpuint (rescue_count_picks (fixture, uuid), ==, N_AFTER);
}

static void
test_nothing_left (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) conferences = NULL;
  LanyardRescue *rescue;

  rescue_close_store (fixture);
  rescue_write_file (fixture->path, "no database", 11);
  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
  rescue = lanyard_store_get_rescue (fixture->store);
  g_assert_nonnull (rescue);
  g_assert_cmpint (rescue->made_at, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (rescue->n_saved, ==, 0);
  g_assert_cmpuint (rescue_count_damaged_files (fixture), ==, 1);
}

static void
test_told_once (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = rescue_make_database (fixture);
  g_autofree char *sentence = NULL;
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();

  rescue_write_file (fixture->path, "damaged", 7);
  rescue_assert_rescued (fixture, uuid, "damaged", 7, N_BEFORE);
  sentence = lanyard_rescue_dup_sentence (lanyard_store_get_rescue (fixture->store), zone);
  g_assert_true (g_str_has_prefix (sentence, "The database was damaged and was set aside. The backup of "));

  g_test_message ("Whoever was not told is told at the next start");
  store_fixture_reopen (fixture);
  g_assert_nonnull (lanyard_store_get_rescue (fixture->store));
  rescue_forget (fixture);
  g_assert_null (lanyard_store_get_rescue (fixture->store));
  store_fixture_reopen (fixture);
  g_assert_null (lanyard_store_get_rescue (fixture->store));
  g_assert_cmpuint (rescue_count_damaged_files (fixture), ==, 1);
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

  return g_test_run ();
}
