/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "lanyard-no-authorities.h"
#include "sync-helper.h"

void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Call *call = user_data;

  g_assert_null (call->result);
  call->result = g_object_ref (result);
}

GAsyncResult *
call_wait (Call *call)
{
  while (call->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return call->result;
}

void
call_clear (Call *call)
{
  g_clear_object (&call->result);
}

static void
serve (SyncFixture *fixture,
       const char  *folder)
{
  g_autoptr (GError) error = NULL;

  lanyard_indico_server_set_event (fixture->server, EVENT, folder, &error);
  g_assert_no_error (error);
}

static void
start_program (SyncFixture *fixture,
               gint64       now)
{
  g_autoptr (LanyardClock) clock = lanyard_clock_new_stopped (now);
  g_autoptr (GTlsDatabase) authority = lanyard_indico_server_dup_authority ();
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  const LanyardLimits limits = {
    .connect_ms = 2000,
    .silence_ms = 900,
    .total_ms = 2500,
    .max_bytes = 8 * 1024 * 1024,
    .n_redirects = 5,
    .n_retries = 1,
    .backoff_ms = 10,
    .longest_wait_ms = 100,
  };

  fixture->store = lanyard_store_new (fixture->database);
  lanyard_store_open_async (fixture->store, NULL, call_cb, &call);
  lanyard_store_open_finish (fixture->store, call_wait (&call), &error);
  g_assert_no_error (error);
  fixture->fetcher = lanyard_fetcher_new ();
  lanyard_fetcher_set_limits (fixture->fetcher, &limits);
  lanyard_fetcher_set_tls_database (fixture->fetcher, authority);
  fixture->keyring = lanyard_keyring_new ();
  fixture->sync = lanyard_sync_new (fixture->store, fixture->fetcher, fixture->keyring, clock);
}

/* What was given up ends in its own time. */
static void
end_program (SyncFixture *fixture)
{
  gpointer sync = g_steal_pointer (&fixture->sync);

  g_object_add_weak_pointer (sync, &sync);
  g_object_unref (sync);
  while (sync != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->keyring);
  g_clear_object (&fixture->fetcher);
  g_clear_object (&fixture->store);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
run_tests_with_own_state (void (*add_tests) (void),
                          int     argc,
                          char   *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = g_dir_make_tmp ("lanyard-state-XXXXXX", &error);
  g_autofree char *refreshes = g_build_filename (state, "lanyard", "refresh", NULL);
  g_autofree char *own = g_build_filename (state, "lanyard", NULL);
  g_autofree char *files = g_build_filename (own, "files", NULL);
  int status;

  g_assert_no_error (error);
  setlocale (LC_ALL, "");
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_CACHE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  lanyard_no_authorities_allow ();
  add_tests ();
  status = g_test_run ();
  remove_folder (refreshes);
  g_rmdir (files);
  g_rmdir (own);
  g_rmdir (state);
  return status;
}

void
sync_fixture_set_up (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *invented = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lanyard-sync-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = g_build_filename (fixture->folder, "lanyard.db", NULL);
  fixture->server = lanyard_indico_server_new (FALSE, "", 0, &error);
  g_assert_no_error (error);
  serve (fixture, invented);
  fixture->address = g_strconcat (lanyard_indico_server_get_base (fixture->server), "/event/" EVENT "/", NULL);
  start_program (fixture, NOW);
}

void
sync_fixture_tear_down (SyncFixture   *fixture,
                        gconstpointer  data)
{
  end_program (fixture);
  g_clear_object (&fixture->server);
  remove_folder (fixture->folder);
  g_free (fixture->address);
  g_free (fixture->database);
  g_free (fixture->folder);
}

void
sync_fixture_restart (SyncFixture *fixture,
                      gint64       now)
{
  end_program (fixture);
  start_program (fixture, now);
}

void
change_event (SyncFixture *fixture,
              const char  *version)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", version, NULL);

  serve (fixture, folder);
}

LanyardPreview *
preview (SyncFixture  *fixture,
         const char   *address,
         GError      **error)
{
  g_auto (Call) call = { 0 };

  lanyard_sync_preview_async (fixture->sync, address, NULL, NULL, NULL, NULL, call_cb, &call);
  return lanyard_sync_preview_finish (fixture->sync, call_wait (&call), error);
}

char *
add (SyncFixture *fixture)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = preview (fixture, fixture->address, &error);
  g_autoptr (LanyardSaved) saved = NULL;

  g_assert_no_error (error);
  lanyard_sync_add_async (fixture->sync, found, NULL, call_cb, &call);
  saved = lanyard_sync_add_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  g_assert_true (saved->is_new);
  return g_strdup (saved->uuid);
}

LanyardImport *
import_path (SyncFixture  *fixture,
             const char   *path,
             GError      **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardImportSource) source = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;
  g_auto (Call) reading = { 0 };
  g_auto (Call) saving = { 0 };

  g_ptr_array_add (files, g_file_new_for_path (path));
  source = lanyard_import_source_new (files);
  lanyard_import_read_async (source, NULL, NULL, call_cb, &reading);
  programme = lanyard_import_read_finish (call_wait (&reading), error);
  if (programme == NULL)
    return NULL;
  lanyard_import_save_async (fixture->store, programme, NOW, NULL, call_cb, &saving);
  return lanyard_import_save_finish (call_wait (&saving), error);
}

LanyardRefresh *
refresh (SyncFixture          *fixture,
         const char           *uuid,
         LanyardRefreshFlags   flags,
         GError              **error)
{
  g_auto (Call) call = { 0 };

  lanyard_sync_refresh_async (fixture->sync, uuid, flags, NULL, NULL, NULL, call_cb, &call);
  return lanyard_sync_refresh_finish (fixture->sync, call_wait (&call), error);
}

guint
count_requests (SyncFixture *fixture,
                const char  *part)
{
  g_auto (GStrv) requests = lanyard_indico_server_dup_requests (fixture->server);
  guint n = 0;

  for (guint i = 0; requests[i] != NULL; i++)
    n += strstr (requests[i], part) != NULL;
  return n;
}

/* A search does now what the store would else do when it is idle. */
static void
complete_index (SyncFixture *fixture)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GPtrArray) matches = NULL;

  lanyard_store_search_async (fixture->store, NULL, "anything", NOW, 1, NULL, call_cb, &call);
  matches = lanyard_store_search_finish (fixture->store, call_wait (&call), NULL);
  g_assert_nonnull (matches);
}

char *
dup_state (SyncFixture *fixture)
{
  const char * const suffixes[] = { "", "-wal" };
  GString *state = g_string_new (NULL);

  complete_index (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->database, suffixes[i], NULL);
      g_autofree char *contents = NULL;
      g_autofree char *sum = NULL;
      gsize length;
      GStatBuf info;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        continue;
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
      g_string_append_printf (state, "%s %s %" G_GINT64_FORMAT ".%ld\n", suffixes[i], sum,
                              (gint64) info.st_mtim.tv_sec, info.st_mtim.tv_nsec);
    }
  return g_string_free (state, FALSE);
}

LanyardConference *
find_conference (SyncFixture *fixture,
                 const char  *uuid)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GPtrArray) conferences = NULL;

  lanyard_store_list_conferences_async (fixture->store, NULL, call_cb, &call);
  conferences = lanyard_store_list_conferences_finish (fixture->store, call_wait (&call), NULL);
  g_assert_nonnull (conferences);
  for (guint i = 0; i < conferences->len; i++)
    if (g_str_equal (lanyard_conference_get_uuid (g_ptr_array_index (conferences, i)), uuid))
      return g_object_ref (g_ptr_array_index (conferences, i));
  return NULL;
}

void
remove_it (SyncFixture *fixture,
           const char  *uuid)
{
  g_auto (Call) call = { 0 };

  lanyard_store_remove_conference_async (fixture->store, uuid, NULL, call_cb, &call);
  g_assert_true (lanyard_store_remove_conference_finish (fixture->store, call_wait (&call), NULL));
}

void
pick (SyncFixture *fixture,
      const char  *uuid,
      const char  *key)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;

  lanyard_store_set_pick_async (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, NOW, NULL, call_cb,
                                &call);
  lanyard_store_set_pick_finish (fixture->store, call_wait (&call), &error);
  g_assert_no_error (error);
}

guint
count_picks (SyncFixture *fixture,
             const char  *uuid)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GPtrArray) picks = NULL;

  lanyard_store_list_picks_async (fixture->store, uuid, NULL, call_cb, &call);
  picks = lanyard_store_list_picks_finish (fixture->store, call_wait (&call), NULL);
  g_assert_nonnull (picks);
  return picks->len;
}
