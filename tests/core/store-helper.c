/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store-helper.h"

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lanyard-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "lanyard.db", NULL);
  fixture->store = lanyard_store_new (fixture->path);
  open_store (fixture->store, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = lanyard_store_new (fixture->path);
  open_store (fixture->store, &error);
  g_assert_no_error (error);
}

SqlSession *
sql_session_new (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 10000);
  return (SqlSession *) database;
}

void
sql_session_free (SqlSession *session)
{
  g_assert_cmpint (sqlite3_close ((sqlite3 *) session), ==, SQLITE_OK);
}

void
sql_session_run (SqlSession *session,
                 const char *sql)
{
  sqlite3_exec ((sqlite3 *) session, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg ((sqlite3 *) session), ==, "not an error");
}

void
run_sql (const char *path,
         const char *sql)
{
  SqlSession *session = sql_session_new (path);

  sql_session_run (session, sql);
  sql_session_free (session);
}

char *
ask_sql_text (const char *path,
              const char *sql)
{
  SqlSession *session = sql_session_new (path);
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  sqlite3_prepare_v2 ((sqlite3 *) session, sql, -1, &statement, NULL);
  g_assert_cmpstr (sqlite3_errmsg ((sqlite3 *) session), ==, "not an error");
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sql_session_free (session);
  return text;
}

gint64
ask_sql (const char *path,
         const char *sql)
{
  g_autofree char *text = ask_sql_text (path, sql);

  g_assert_nonnull (text);
  return g_ascii_strtoll (text, NULL, 10);
}

gboolean
open_store (LanyardStore  *store,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_open_async (store, NULL, take_result_cb, &result);
  return lanyard_store_open_finish (store, wait_for (&result), error);
}

GPtrArray *
list_conferences (LanyardStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *conferences;

  lanyard_store_list_conferences_async (store, NULL, take_result_cb, &result);
  conferences = lanyard_store_list_conferences_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  return conferences;
}

char *
try_save (LanyardStore      *store,
          LanyardProgramme  *programme,
          GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_save_programme_async (store, programme, 1000, NULL, take_result_cb, &result);
  return lanyard_store_save_programme_finish (store, wait_for (&result), NULL, error);
}

char *
save_programme (LanyardStore     *store,
                LanyardProgramme *programme,
                gboolean         *is_new)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *uuid;

  lanyard_store_save_programme_async (store, programme, 1000, NULL, take_result_cb, &result);
  uuid = lanyard_store_save_programme_finish (store, wait_for (&result), is_new, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (uuid));
  return uuid;
}

LanyardProgramme *
load_outline (LanyardStore  *store,
              const char    *uuid,
              GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_outline_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_load_outline_finish (store, wait_for (&result), error);
}

LanyardProgramme *
load_whole (LanyardStore  *store,
            const char    *uuid,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_whole_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_load_whole_finish (store, wait_for (&result), error);
}

LanyardTalk *
load_talk (LanyardStore      *store,
           LanyardProgramme  *outline,
           const char        *key,
           GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_talk_async (store, outline, key, NULL, take_result_cb, &result);
  return lanyard_store_load_talk_finish (store, wait_for (&result), error);
}

gboolean
remove_conference (LanyardStore  *store,
                   const char    *uuid,
                   GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_remove_conference_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_remove_conference_finish (store, wait_for (&result), error);
}

gboolean
forget_conference (LanyardStore  *store,
                   const char    *uuid,
                   GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_forget_conference_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_forget_conference_finish (store, wait_for (&result), error);
}

gboolean
restore_conference (LanyardStore  *store,
                    const char    *uuid,
                    GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_restore_conference_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_restore_conference_finish (store, wait_for (&result), error);
}

GPtrArray *
list_picks (LanyardStore  *store,
            const char    *uuid,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_picks_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_list_picks_finish (store, wait_for (&result), error);
}

gboolean
set_pick (LanyardStore  *store,
          const char    *uuid,
          LanyardKind    kind,
          const char    *key,
          LanyardLevel   level,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_set_pick_async (store, uuid, kind, key, level, 2000, NULL, take_result_cb, &result);
  return lanyard_store_set_pick_finish (store, wait_for (&result), error);
}

LanyardDecisions *
load_decisions (LanyardStore  *store,
                const char    *uuid,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_decisions_async (store, uuid, NULL, take_result_cb, &result);
  return lanyard_store_load_decisions_finish (store, wait_for (&result), error);
}

gboolean
apply_edit (LanyardStore  *store,
            const char    *uuid,
            LanyardEdit   *edit,
            gint64         now,
            GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_apply_async (store, uuid, edit, now, NULL, take_result_cb, &result);
  return lanyard_store_apply_finish (store, wait_for (&result), error);
}

GPtrArray *
search (LanyardStore  *store,
        const char    *uuid,
        const char    *words,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_search_async (store, uuid, words, 0, 50, NULL, take_result_cb, &result);
  return lanyard_store_search_finish (store, wait_for (&result), error);
}

/* What is searched next completes the index. It then has each document once, to
 * the letter. */
void
assert_index_agrees (LanyardStore *store,
                     const char   *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = search (store, NULL, "anything", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ask_sql (path, "SELECT count (*) FROM unindexed"), ==, 0);
  g_assert_cmpint (ask_sql (path, "SELECT (SELECT count (*) FROM search_docsize) - (SELECT count (*) FROM documents)"), ==, 0);
  run_sql (path, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
}

#define NOBODY 65534

static void
give_away (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS) && chown (path, NOBODY, (gid_t) -1) != 0)
    g_error ("%s cannot be given away", path);
}

/* The superuser may write everywhere, and so becomes somebody else. FALSE where
 * that is not allowed, as in some containers. */
gboolean
become_ordinary (const char *folder,
                 const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *lock = g_strconcat (path, "-lock", NULL);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *above = g_path_get_dirname (folder);

  if (geteuid () != 0)
    return TRUE;
  if (g_chmod (above, 0711) != 0 || chown (folder, NOBODY, (gid_t) -1) != 0)
    return FALSE;
  give_away (path);
  give_away (log);
  give_away (index);
  give_away (lock);
  give_away (backups);
  return seteuid (NOBODY) == 0;
}
