/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Automatic backups: copies of the database in the folder "backups" beside it,
 * made once a day if something has changed. The newest few stay, and of the
 * weeks before the first one of each, unless they are large.
 *
 * A copy is made under another name, brought to the disk and then named, so
 * that what has a backup's name is whole. Backups are numbered, for the clock
 * may be set back. Before a migration the database is copied, too, under the
 * number of its version.
 * Called by the worker, on its thread. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "lanyard-store-backups.h"
#include "lanyard-store-files.h"

#define FOLDER "backups"
#define A_DAY (20 * 60 * 60) /* less than 24 hours, lest it wander through the day */
#define A_WEEK (7 * 24 * 60 * 60)
#define N_NEWEST 3
#define N_WEEKS 4
#define N_AT_LEAST 2
#define MOST_BYTES (256 * 1024 * 1024)

/* Two databases with the same answer have the same in them: all that changes
 * something counts it. */
#define DESCRIBE_STATE                                                                              \
  "SELECT ifnull (group_concat (line, char (10)), '') FROM ("                                      \
  "  SELECT uuid || ' ' || revision || ' ' || picks_revision || ' ' || changes_revision || ' '"    \
  "      || choices_revision || ' ' || ifnull (removed_at, '') AS line"                            \
  "    FROM conferences ORDER BY id)"

/* What cannot be fetched again. */
#define COUNT_WHAT_IS_YOURS \
  "SELECT (SELECT count (*) FROM picks) + (SELECT count (*) FROM notes) + (SELECT count (*) FROM own_entries)"

LanyardStoreBackup *
lanyard_store_backup_new (const char *path,
                          guint       number,
                          gint64      made_at)
{
  LanyardStoreBackup *self = g_new (LanyardStoreBackup, 1);

  self->path = g_strdup (path);
  self->number = number;
  self->made_at = made_at;
  return self;
}

static void
backup_free (gpointer data)
{
  LanyardStoreBackup *self = data;

  g_free (self->path);
  g_free (self);
}

static char *
dup_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, FOLDER, NULL);
}

/* "lanyard-00012-20261005T080000Z.db" */
static LanyardStoreBackup *
parse_name (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) made_at = NULL;
  const char *digits;
  char *rest;
  guint64 number;

  if (!g_str_has_prefix (name, "lanyard-") || !g_str_has_suffix (name, ".db"))
    return NULL;
  digits = name + strlen ("lanyard-");
  number = g_ascii_strtoull (digits, &rest, 10);
  if (!g_ascii_isdigit (*digits) || *rest != '-' || number == 0 || number >= G_MAXUINT)
    return NULL;
  time = g_strndup (rest + 1, strlen (rest + 1) - strlen (".db"));
  made_at = g_date_time_new_from_iso8601 (time, NULL);
  return made_at != NULL ? lanyard_store_backup_new (path, number, g_date_time_to_unix (made_at)) : NULL;
}

static char *
dup_name (guint  number,
          gint64 now)
{
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (now);
  g_autofree char *time = g_date_time_format (made_at, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("lanyard-%05u-%s.db", number, time);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const LanyardStoreBackup *first = *(const LanyardStoreBackup *const *) a;
  const LanyardStoreBackup *second = *(const LanyardStoreBackup *const *) b;

  return first->number < second->number ? 1 : first->number > second->number ? -1 : 0;
}

/*
 * lanyard_store_backups_list:
 * @database_path: the database's file
 *
 * Lists the backups that are there.
 *
 * Returns: (transfer full) (element-type LanyardStoreBackup): the newest first
 */
GPtrArray *
lanyard_store_backups_list (const char *database_path)
{
  g_autofree char *folder = dup_folder (database_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func (backup_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      LanyardStoreBackup *backup = parse_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* Weeks are counted from 1970, so that whichever is the first in its week
 * remains it as time goes on. */
static gint64
get_week (const LanyardStoreBackup *backup)
{
  return backup->made_at / A_WEEK;
}

/*
 * lanyard_store_backups_choose:
 * @backups: (element-type LanyardStoreBackup): the newest first
 *
 * Chooses which are kept no longer: all but the newest few, and the first one
 * of each of the last weeks that have one.
 *
 * Returns: (transfer container) (element-type LanyardStoreBackup): those
 */
GPtrArray *
lanyard_store_backups_choose (GPtrArray *backups)
{
  GPtrArray *spare = g_ptr_array_new ();
  guint n_weeks = 0;

  for (guint i = N_NEWEST; i < backups->len; i++)
    {
      LanyardStoreBackup *backup = g_ptr_array_index (backups, i);
      gboolean is_first =
          i + 1 == backups->len || get_week (g_ptr_array_index (backups, i + 1)) != get_week (backup);

      if (is_first && n_weeks < N_WEEKS)
        n_weeks++;
      else
        g_ptr_array_add (spare, backup);
    }
  return spare;
}

static char *
dup_state_of_backup (const LanyardStoreBackup *backup)
{
  g_autoptr (LanyardDatabase) database = lanyard_database_open_existing (backup->path, NULL);
  char *state = NULL;

  if (database != NULL)
    lanyard_database_get_text (database, DESCRIBE_STATE, &state, NULL);
  return state;
}

/*
 * lanyard_store_backups_is_due:
 * @database: the database, open
 * @now: UTC seconds
 *
 * Says whether to make a backup: the newest one is a day old, or from the
 * future, and something has changed since; or there is none and something
 * that is yours.
 */
gboolean
lanyard_store_backups_is_due (LanyardDatabase *database,
                              gint64           now)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (lanyard_database_get_path (database));
  const LanyardStoreBackup *newest = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autofree char *state = NULL;
  g_autofree char *backup_state = NULL;
  gint64 n_yours = 0;

  if (newest == NULL)
    return lanyard_database_get_number (database, COUNT_WHAT_IS_YOURS, &n_yours, NULL) && n_yours > 0;
  if (now >= newest->made_at && now - newest->made_at < A_DAY)
    return FALSE;

  backup_state = dup_state_of_backup (newest);
  return lanyard_database_get_text (database, DESCRIBE_STATE, &state, NULL) &&
         g_strcmp0 (state, backup_state) != 0;
}

static gboolean
write_copy (LanyardDatabase  *database,
            const char       *path,
            GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  lanyard_statement_bind_text (statement, path);
  return lanyard_statement_run (statement, error) && lanyard_store_files_sync (path, error);
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  lanyard_store_files_set_error (error, folder, errno);
  return FALSE;
}

static void
remove_backup (const LanyardStoreBackup *backup)
{
  lanyard_store_files_remove (backup->path);
}

/* Of large databases, too, not more is kept than a disk can spare. */
static void
remove_spare (const char *database_path)
{
  g_autoptr (GPtrArray) backups = lanyard_store_backups_list (database_path);
  g_autoptr (GPtrArray) spare = lanyard_store_backups_choose (backups);
  g_autoptr (GPtrArray) kept = NULL;
  guint64 n_bytes = 0;

  for (guint i = 0; i < spare->len; i++)
    remove_backup (g_ptr_array_index (spare, i));

  kept = lanyard_store_backups_list (database_path);
  for (guint i = 0; i < kept->len; i++)
    {
      const LanyardStoreBackup *backup = g_ptr_array_index (kept, i);
      GStatBuf status;

      n_bytes += g_stat (backup->path, &status) == 0 ? (guint64) status.st_size : 0;
      if (i >= N_AT_LEAST && n_bytes > MOST_BYTES)
        remove_backup (backup);
    }
}

/*
 * lanyard_store_backups_make:
 * @database: the database, open, in no transaction
 * @now: UTC seconds
 *
 * Makes a backup, and removes those that are kept no longer. If another
 * process is at it, that is enough.
 */
gboolean
lanyard_store_backups_make (LanyardDatabase  *database,
                            gint64            now,
                            GError          **error)
{
  const char *database_path = lanyard_database_get_path (database);
  g_autofree char *folder = dup_folder (database_path);
  g_autofree char *part = g_build_filename (folder, "part", NULL);
  g_autofree char *lock_path = lanyard_store_backups_dup_lock (database_path);
  g_autoptr (LanyardStoreLock) lock = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  lock = lanyard_store_lock_take (lock_path, FALSE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (lock == NULL)
    return TRUE;
  if (!make_folder (folder, error))
    return FALSE;

  backups = lanyard_store_backups_list (database_path);
  name = dup_name (backups->len > 0 ? ((LanyardStoreBackup *) backups->pdata[0])->number + 1 : 1, now);
  path = g_build_filename (folder, name, NULL);
  lanyard_store_files_remove (part);
  if (!write_copy (database, part, error) || !lanyard_store_files_rename (part, path, error))
    {
      lanyard_store_files_remove (part);
      return FALSE;
    }
  remove_spare (database_path);
  return TRUE;
}

/*
 * lanyard_store_backups_keep_version:
 * @database: the database, open, in no transaction, before it is migrated
 * @version: its version
 *
 * Makes a copy of a database of an older version, "lanyard-schema-4.db", which
 * stays: it is none of those that take turns. If one is there already, or
 * another process is at it, that is enough.
 */
gboolean
lanyard_store_backups_keep_version (LanyardDatabase  *database,
                                    gint64            version,
                                    GError          **error)
{
  const char *database_path = lanyard_database_get_path (database);
  g_autofree char *folder = dup_folder (database_path);
  g_autofree char *name = g_strdup_printf ("lanyard-schema-%" G_GINT64_FORMAT ".db", version);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *lock_path = lanyard_store_backups_dup_lock (database_path);
  g_autoptr (LanyardStoreLock) lock = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = lanyard_store_lock_take (lock_path, TRUE, error);
  if (lock == NULL || !make_folder (folder, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  lanyard_store_files_remove (part);
  if (write_copy (database, part, error) && lanyard_store_files_rename (part, path, error))
    return TRUE;
  lanyard_store_files_remove (part);
  return FALSE;
}

/* Where the lock is that backups and rescues take. */
char *
lanyard_store_backups_dup_lock (const char *database_path)
{
  return g_strconcat (database_path, "-lock", NULL);
}
