/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rescues what is in a damaged database: the file is set aside, never changed
 * and never deleted; the newest backup that is good takes its place, with what
 * can be read of the damaged file and is newer.
 *
 * The new file is made under the name "….part" and becomes "….ready" when it
 * is whole and the damaged one has its second name: from then on whoever opens
 * the database finishes what is left to do. Thus it may be killed, and the
 * power may fail, at any moment.
 * Called by the worker, on its thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lanyard-store-backups.h"
#include "lanyard-store-files.h"
#include "lanyard-store-index.h"
#include "lanyard-store-rescue.h"
#include "lanyard-store-salvage.h"
#include "lanyard-store-schema.h"
#include "lanyard-store.h"

#define GROUP "rescue"

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED);
}

static char *
dup_beside (const char *path,
            const char *suffix)
{
  return g_strconcat (path, suffix, NULL);
}

/*
 * lanyard_store_rescue_is_sound:
 * @database: a database
 * @is_sound: (out): whether it is whole, and built as its version says
 *
 * Reads all of a database to find out.
 *
 * Returns: %FALSE with @error set if that cannot be said
 */
gboolean
lanyard_store_rescue_is_sound (LanyardDatabase  *database,
                               gboolean         *is_sound,
                               GError          **error)
{
  g_autofree char *complaint = NULL;
  g_autoptr (GError) failure = NULL;

  *is_sound = FALSE;
  if (lanyard_database_execute (database, "PRAGMA cell_size_check = ON", &failure) &&
      lanyard_database_get_text (database, "PRAGMA integrity_check(1)", &complaint, &failure))
    {
      if (g_strcmp0 (complaint, "ok") != 0 || lanyard_store_schema_check (database, is_sound, &failure))
        return TRUE;
    }
  if (is_damage (failure))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Releases of SQLite say it in different words. */
static gboolean
is_about_search (const char *complaint)
{
  return complaint != NULL &&
         (strstr (complaint, "main.search") != NULL || strstr (complaint, "table \"search\"") != NULL);
}

/* The index for searching can be made anew from what it is of. */
static gboolean
mend_search (LanyardDatabase  *database,
             gboolean         *is_sound,
             GError          **error)
{
  g_autofree char *complaint = NULL;

  if (!lanyard_database_get_text (database, "PRAGMA integrity_check(1)", &complaint, NULL) ||
      !is_about_search (complaint) ||
      !lanyard_store_index_rebuild (database, NULL))
    return TRUE;
  return lanyard_store_rescue_is_sound (database, is_sound, error);
}

/*
 * lanyard_store_rescue_is_emptied:
 * @path: the database's file
 *
 * Says whether nothing is left of a database that was there once. SQLite takes
 * an empty file for a new one.
 */
gboolean
lanyard_store_rescue_is_emptied (const char *path)
{
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_size > 0)
    return FALSE;
  backups = lanyard_store_backups_list (path);
  return backups->len > 0;
}

/* Whether the file is damaged indeed. One that cannot even be opened is. */
static gboolean
examine (const char  *path,
         gboolean    *is_damaged,
         GError     **error)
{
  g_autoptr (GError) failure = NULL;
  LanyardDatabase *database = lanyard_database_open_existing (path, &failure);
  gboolean is_sound = FALSE;
  gboolean is_done;

  if (database != NULL && lanyard_store_rescue_is_emptied (path))
    {
      *is_damaged = TRUE;
      lanyard_database_abandon (database);
      return TRUE;
    }
  if (database == NULL)
    {
      *is_damaged = is_damage (failure);
      if (!*is_damaged)
        g_propagate_error (error, g_steal_pointer (&failure));
      return *is_damaged;
    }

  is_done = lanyard_store_rescue_is_sound (database, &is_sound, error) &&
            (is_sound || mend_search (database, &is_sound, error));
  *is_damaged = !is_sound;
  lanyard_database_abandon (database);
  return is_done;
}

/* A backup that is good, brought to this version. */
static LanyardDatabase *
open_backup (const LanyardStoreBackup  *backup,
             const char                *part,
             GError                   **error)
{
  g_autoptr (LanyardDatabase) database = NULL;
  gboolean is_sound;

  lanyard_store_files_remove (part);
  if (!lanyard_store_files_copy (backup->path, part, error))
    return NULL;
  database = lanyard_database_open_existing (part, error);
  if (database == NULL || !lanyard_store_rescue_is_sound (database, &is_sound, error) || !is_sound ||
      !lanyard_store_schema_prepare (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

/* What takes the place of the damaged database, without what is read from
 * that: the newest backup that is good, or nothing at all. */
static LanyardDatabase *
open_part (const char  *path,
           const char  *part,
           gint64      *made_at,
           GError     **error)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (path);
  g_autoptr (LanyardDatabase) database = NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      const LanyardStoreBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GError) failure = NULL;

      database = open_backup (backup, part, &failure);
      if (database != NULL)
        {
          *made_at = backup->made_at;
          return g_steal_pointer (&database);
        }
      if (failure != NULL)
        g_info ("%s: %s", backup->path, failure->message);
      if (g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FULL) ||
          g_error_matches (failure, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  *made_at = LANYARD_NO_TIME;
  lanyard_store_files_remove (part);
  database = lanyard_database_open (part, NULL, error);
  if (database == NULL || !lanyard_store_schema_prepare (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

static gboolean
make_part (const char  *path,
           const char  *part,
           gint64      *made_at,
           guint       *n_saved,
           GError     **error)
{
  LanyardDatabase *target = open_part (path, part, made_at, error);
  LanyardDatabase *damaged;
  gboolean is_done = TRUE;

  if (target == NULL)
    return FALSE;

  damaged = lanyard_database_open_existing (path, NULL);
  if (damaged != NULL)
    {
      is_done = lanyard_store_salvage (damaged, target, n_saved, error);
      lanyard_database_abandon (damaged);
    }
  /* Closing brings the log into the file. */
  lanyard_database_close (target);
  return is_done && lanyard_store_files_sync (part, error);
}

static char *
dup_damaged_path (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *damaged = g_strdup_printf ("%s.damaged-%s", path, time);

  for (guint i = 2; g_file_test (damaged, G_FILE_TEST_EXISTS); i++)
    {
      g_free (damaged);
      damaged = g_strdup_printf ("%s.damaged-%s-%u", path, time, i);
    }
  return g_steal_pointer (&damaged);
}

/* Gives the damaged file, with its log, a name for ever. */
static gboolean
set_aside (const char  *path,
           const char  *damaged,
           GError     **error)
{
  g_autofree char *log = dup_beside (path, "-wal");
  g_autofree char *damaged_log = dup_beside (damaged, "-wal");

  return lanyard_store_files_link (log, damaged_log, error) && lanyard_store_files_link (path, damaged, error) &&
         lanyard_store_files_sync_folder (path, error);
}

/* Written before it is done, so that nobody remains untold. */
static gboolean
write_record (const char  *path,
              const char  *damaged,
              gint64       made_at,
              guint        n_saved,
              GError     **error)
{
  g_autoptr (GKeyFile) record = g_key_file_new ();
  g_autofree char *record_path = dup_beside (path, ".rescue");
  g_autofree char *data = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length;

  g_key_file_set_string (record, GROUP, "damaged", damaged);
  if (made_at != LANYARD_NO_TIME)
    g_key_file_set_int64 (record, GROUP, "backup", made_at);
  g_key_file_set_uint64 (record, GROUP, "saved", n_saved);
  data = g_key_file_to_data (record, &length, NULL);
  if (g_file_set_contents_full (record_path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &failure))
    return TRUE;

  g_set_error_literal (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED, failure->message);
  return FALSE;
}

static gboolean
replace (const char  *path,
         GError     **error)
{
  g_autofree char *part = dup_beside (path, ".part");
  g_autofree char *ready = dup_beside (path, ".ready");
  g_autofree char *damaged = dup_damaged_path (path);
  gint64 made_at;
  guint n_saved = 0;

  if (make_part (path, part, &made_at, &n_saved, error) && set_aside (path, damaged, error) &&
      write_record (path, damaged, made_at, n_saved, error) && lanyard_store_files_rename (part, ready, error))
    return TRUE;

  lanyard_store_files_remove (part);
  return FALSE;
}

/* With the lock: puts what is ready into its place. The log of the damaged
 * file must not be taken for its own. */
static gboolean
take_place (const char  *path,
            GError     **error)
{
  g_autofree char *ready = dup_beside (path, ".ready");

  if (!g_file_test (ready, G_FILE_TEST_EXISTS))
    return TRUE;
  lanyard_store_files_remove_logs (path);
  return lanyard_store_files_rename (ready, path, error);
}

/*
 * lanyard_store_rescue_complete:
 * @path: the database's file, not open
 *
 * Finishes what a rescue that was killed has left to do.
 */
gboolean
lanyard_store_rescue_complete (const char  *path,
                               GError     **error)
{
  g_autofree char *ready = dup_beside (path, ".ready");
  g_autofree char *lock_path = NULL;
  g_autoptr (LanyardStoreLock) lock = NULL;

  if (!g_file_test (ready, G_FILE_TEST_EXISTS))
    return TRUE;

  lock_path = lanyard_store_backups_dup_lock (path);
  lock = lanyard_store_lock_take (lock_path, TRUE, error);
  return lock != NULL && take_place (path, error);
}

/*
 * lanyard_store_rescue:
 * @path: the database's file, which this process has not open
 *
 * Finds out whether the database is damaged; if so, sets it aside and puts
 * another in its place. Where another process has done so meanwhile, or where
 * only the index for searching was broken, there is nothing more to do.
 *
 * Returns: %FALSE with @error set if that cannot be done; the file is then as
 *   it was
 */
gboolean
lanyard_store_rescue (const char  *path,
                      GError     **error)
{
  g_autofree char *lock_path = lanyard_store_backups_dup_lock (path);
  g_autoptr (LanyardStoreLock) lock = lanyard_store_lock_take (lock_path, TRUE, error);
  gboolean is_damaged;

  if (lock == NULL || !take_place (path, error) || !examine (path, &is_damaged, error))
    return FALSE;
  return !is_damaged || (replace (path, error) && take_place (path, error));
}

/*
 * lanyard_store_rescue_load:
 * @path: the database's file
 *
 * Reads what was done, until somebody has been told.
 *
 * Returns: (transfer full) (nullable): a rescue, %NULL for none
 */
LanyardRescue *
lanyard_store_rescue_load (const char *path)
{
  g_autofree char *record_path = dup_beside (path, ".rescue");
  g_autoptr (GKeyFile) record = NULL;
  g_autofree char *damaged = NULL;
  gint64 made_at = LANYARD_NO_TIME;

  if (!g_file_test (record_path, G_FILE_TEST_EXISTS))
    return NULL;

  record = g_key_file_new ();
  if (!g_key_file_load_from_file (record, record_path, G_KEY_FILE_NONE, NULL) ||
      (damaged = g_key_file_get_string (record, GROUP, "damaged", NULL)) == NULL)
    return NULL;
  if (g_key_file_has_key (record, GROUP, "backup", NULL))
    made_at = g_key_file_get_int64 (record, GROUP, "backup", NULL);
  return lanyard_rescue_new (damaged, made_at, g_key_file_get_uint64 (record, GROUP, "saved", NULL));
}

/* Somebody has been told. */
void
lanyard_store_rescue_forget (const char *path)
{
  g_autofree char *record_path = dup_beside (path, ".rescue");

  g_unlink (record_path);
}
