/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Databases to be damaged, and what must have become of them. */

#include "config.h"

#include "rescue-helper.h"

void
rescue_close_store (StoreFixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

void
rescue_pick_range (StoreFixture *fixture,
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
char *
rescue_make_database (StoreFixture *fixture)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = N_TALKS, .n_words = 40 });
  char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (GPtrArray) backups = NULL;

  rescue_pick_range (fixture, uuid, 0, N_BEFORE);
  store_fixture_reopen (fixture);
  backups = lanyard_store_backups_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  rescue_pick_range (fixture, uuid, N_BEFORE, N_AFTER);
  rescue_close_store (fixture);
  return uuid;
}

char *
rescue_read_file (const char *path,
                  gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

void
rescue_write_file (const char *path,
                   const char *contents,
                   gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

guint
rescue_count_picks (StoreFixture *fixture,
                    const char   *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) picks = list_picks (fixture->store, uuid, &error);

  g_assert_no_error (error);
  return picks->len;
}

guint
rescue_count_damaged_files (StoreFixture *fixture)
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

void
rescue_forget (StoreFixture *fixture)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  lanyard_store_forget_rescue_async (fixture->store, NULL, forgotten_cb, loop);
  g_main_loop_run (loop);
}

void
rescue_assert_no_rest (StoreFixture *fixture)
{
  static const char *const suffixes[] = { ".part", ".part-wal", ".ready" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Opens what is damaged; it must be rescued at once, or when it is read. */
void
rescue_assert_rescued (StoreFixture *fixture,
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
  g_assert_cmpuint (rescue_count_picks (fixture, uuid), ==, n_picks);
  whole = load_whole (fixture->store, uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (whole)->len, ==, N_TALKS);

  rescue = lanyard_store_get_rescue (fixture->store);
  g_assert_nonnull (rescue);
  g_assert_cmpint (rescue->made_at, !=, LANYARD_NO_TIME);
  contents = rescue_read_file (rescue->damaged_path, &length_aside);
  g_assert_cmpmem (contents, length_aside, damaged, length);
  check = ask_sql_text (fixture->path, "PRAGMA integrity_check");
  g_assert_cmpstr (check, ==, "ok");
  rescue_assert_no_rest (fixture);
}

/* Where the picks lie, whose newest ones are then lost. */
static gsize
find_page (StoreFixture *fixture,
           const char   *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);

  return (ask_sql (fixture->path, sql) - 1) * ask_sql (fixture->path, "PRAGMA page_size");
}

void
rescue_damage_page (StoreFixture  *fixture,
                    const char    *table,
                    char         **contents,
                    gsize         *length)
{
  gsize page = find_page (fixture, table);
  gsize size = ask_sql (fixture->path, "PRAGMA page_size");

  *contents = rescue_read_file (fixture->path, length);
  memset (*contents + page, 0xa5, size);
  rescue_write_file (fixture->path, *contents, *length);
}
