/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thin skin over SQLite: opening a file safely, transactions, and SQLite's
 * codes as errors that a person can read. It knows nothing of conferences.
 * Called by the rest of the store, on the store's worker thread only. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "lanyard-database-private.h"
#include "lanyard-store.h"

/* Another process holds the lock for as long as an import takes; whoever
 * waits longer than this (in steps that grow to 20 ms) waits for a hung one. */
#define MAX_BUSY_TRIES 750
#define MAX_SWITCH_TIME (10 * G_TIME_SPAN_SECOND)

/* Of SQLite's own small steps: a fraction of a millisecond. */
#define N_STEPS_BETWEEN_LOOKS 5000

/* What the next one to open the file can read in a few milliseconds. */
#define LARGEST_LOG (8 * 1024 * 1024)

static int
busy_cb (gpointer user_data,
         int      n_tries)
{
  LanyardDatabase *self = user_data;

  if (n_tries >= MAX_BUSY_TRIES || g_cancellable_is_cancelled (self->cancellable))
    return 0;

  g_usleep (MIN (n_tries + 1, 20) * G_TIME_SPAN_MILLISECOND);
  return 1;
}

static gboolean
is_lack_of_room (LanyardDatabase *self,
                 int              code)
{
  int reason;

  if (code == SQLITE_FULL)
    return TRUE;

  /* A limit on the size of files and a quota are no room either, but SQLite
   * calls only ENOSPC full. */
  reason = sqlite3_system_errno (self->handle);
  return code == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT || reason == EFBIG);
}

static gboolean
is_lack_of_rights (LanyardDatabase *self,
                   int              code)
{
  int reason = sqlite3_system_errno (self->handle);

  return code == SQLITE_READONLY || code == SQLITE_PERM ||
         (code == SQLITE_CANTOPEN && (reason == EACCES || reason == EPERM || reason == EROFS));
}

static void
set_damaged (LanyardDatabase  *self,
             GError          **error)
{
  g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED,
               /* Translators: %s is a file's name */
               _("“%s” is damaged, or no database at all."), self->path);
}

/* Tells once of a row that cannot be one of ours. */
gboolean
lanyard_database_set_error_if_damaged (LanyardDatabase  *self,
                                       GError          **error)
{
  if (!self->is_damaged)
    return FALSE;

  self->is_damaged = FALSE;
  set_damaged (self, error);
  return TRUE;
}

void
lanyard_database_set_error (LanyardDatabase  *self,
                            GError          **error)
{
  int code = sqlite3_errcode (self->handle) & 0xff;

  g_assert (code != SQLITE_OK);

  if (code == SQLITE_BUSY && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;

  if (is_lack_of_room (self, code))
    g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FULL,
                 /* Translators: %s is a file's name */
                 _("There is no room on the disk for “%s”."), self->path);
  else if (is_lack_of_rights (self, code))
    g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_READ_ONLY,
                 /* Translators: %s is a file's name */
                 _("“%s” may not be written."), self->path);
  else if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    set_damaged (self, error);
  else if (code == SQLITE_ERROR)
    /* All statements are tried out in tests: it is the tables that differ. */
    g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_DAMAGED,
                 /* Translators: the first %s is a file's name, the second a reason in English */
                 _("“%s” is not built as it should be: %s."), self->path, sqlite3_errmsg (self->handle));
  else if (code == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", sqlite3_errmsg (self->handle));
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED,
                 /* Translators: %s is a file's name */
                 _("Another program is keeping “%s” busy."), self->path);
  else
    g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED,
                 /* Translators: the first %s is a file's name, the second a reason in English */
                 _("“%s” cannot be used: %s."), self->path, sqlite3_errmsg (self->handle));
}

static gboolean
create_folder (const char  *path,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  reason = errno;
  g_set_error (error, LANYARD_STORE_ERROR,
               reason == EACCES || reason == EROFS ? LANYARD_STORE_ERROR_READ_ONLY
               : reason == ENOSPC ? LANYARD_STORE_ERROR_FULL
                                  : LANYARD_STORE_ERROR_FAILED,
               /* Translators: the first %s is a folder's name, the second the reason */
               _("The folder “%s” cannot be made: %s."), folder, g_strerror (reason));
  return FALSE;
}

/* SQLite opens a file that it may not write without a word, to read it. */
static gboolean
check_writable (LanyardDatabase  *self,
                GError          **error)
{
  if (sqlite3_db_readonly (self->handle, "main") == 0)
    return TRUE;

  g_set_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_READ_ONLY,
               /* Translators: %s is a file's name */
               _("“%s” may not be written."), self->path);
  return FALSE;
}

/* Neither the last step nor the way back may be cancelled. */
static gboolean
end_transaction (LanyardDatabase  *self,
                 gboolean          is_done,
                 GError          **error)
{
  if (is_done && lanyard_database_execute (self, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (self->handle))
    lanyard_database_execute (self, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
transact (LanyardDatabase      *self,
          const char           *begin,
          LanyardDatabaseFunc   func,
          gpointer              user_data,
          GError              **error)
{
  GCancellable *cancellable;
  gboolean is_done;

  if (!lanyard_database_execute (self, begin, error))
    return FALSE;

  self->is_damaged = FALSE;
  is_done = func (self, user_data, error) && !lanyard_database_set_error_if_damaged (self, error);
  cancellable = g_steal_pointer (&self->cancellable);
  is_done = end_transaction (self, is_done, error);
  self->cancellable = cancellable;
  return is_done;
}

/* SQLite would count under a lock whatever it allocates, which nobody asks for. */
static void
configure_once (void)
{
  static gsize is_done;

  if (g_once_init_enter (&is_done))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_done, 1);
    }
}

static LanyardDatabase *
open_handle (const char    *path,
             int            flags,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (LanyardDatabase) self = g_new0 (LanyardDatabase, 1);
  GStatBuf status;

  configure_once ();
  self->path = g_strdup (path);
  g_set_object (&self->cancellable, cancellable);
  if (sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | flags, NULL) != SQLITE_OK)
    {
      lanyard_database_set_error (self, error);
      return NULL;
    }

  if (g_stat (path, &status) == 0)
    {
      self->device = status.st_dev;
      self->inode = status.st_ino;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, busy_cb, self);
  return g_steal_pointer (&self);
}

/*
 * lanyard_database_open:
 * @path: the file, which is made where there is none, and so is its folder
 * @cancellable: (nullable): borrowed until lanyard_database_set_cancellable()
 *
 * Opens a file without changing anything in it.
 */
LanyardDatabase *
lanyard_database_open (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (LanyardDatabase) self = NULL;

  g_assert (path != NULL);

  if (!create_folder (path, error))
    return NULL;

  self = open_handle (path, SQLITE_OPEN_CREATE, cancellable, error);
  return self != NULL && check_writable (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Opens a file that must be there, or, in memory, ":memory:". */
LanyardDatabase *
lanyard_database_open_existing (const char  *path,
                                GError     **error)
{
  return open_handle (path, 0, NULL, error);
}

/* Lets go of the files as they are. SQLite would else clean up at the end: by
 * name, that is also what has taken their place. */
static void
leave_files (LanyardDatabase *self)
{
  int persists = 1;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_PERSIST_WAL, &persists);
}

void
lanyard_database_close (LanyardDatabase *self)
{
  if (lanyard_database_was_replaced (self))
    leave_files (self);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("%s: closed with statements left", self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

/* Closes a file that is not to be touched any more. */
void
lanyard_database_abandon (LanyardDatabase *self)
{
  leave_files (self);
  lanyard_database_close (self);
}

/* Closes without copying what is in the log, where it is as safe, into the file,
 * unless it is much. The next one to close does that. */
void
lanyard_database_close_early (LanyardDatabase *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  if (g_stat (log, &status) == 0 && status.st_size <= LARGEST_LOG)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  lanyard_database_close (self);
}

/* Whether another file has taken the place of the one that is open. */
gboolean
lanyard_database_was_replaced (LanyardDatabase *self)
{
  GStatBuf status;

  return self->inode != 0 && g_stat (self->path, &status) == 0 &&
         ((guint64) status.st_dev != self->device || (guint64) status.st_ino != self->inode);
}

/* Has @func asked now and then, while statements run, whether to give up:
 * they then fail with %G_IO_ERROR_CANCELLED. */
void
lanyard_database_set_interrupt (LanyardDatabase              *self,
                                LanyardDatabaseInterruptFunc  func,
                                gpointer                      user_data)
{
  sqlite3_progress_handler (self->handle, N_STEPS_BETWEEN_LOOKS, func, user_data);
}

/* What may stop the statements that follow. */
void
lanyard_database_set_cancellable (LanyardDatabase *self,
                                  GCancellable    *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

const char *
lanyard_database_get_path (LanyardDatabase *self)
{
  return self->path;
}

/* Runs statements that need no parameters and whose rows nobody wants. */
gboolean
lanyard_database_execute (LanyardDatabase  *self,
                          const char       *sql,
                          GError          **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  lanyard_database_set_error (self, error);
  return FALSE;
}

/* Switches to write-ahead logging, with which readers and one writer do not
 * wait for each other. SQLite gives up at once, without asking the busy
 * handler, where another process is switching the same file. */
gboolean
lanyard_database_use_log (LanyardDatabase  *self,
                          GError          **error)
{
  gint64 deadline = g_get_monotonic_time () + MAX_SWITCH_TIME;

  for (int i = 0;; i++)
    {
      int code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);

      if (code == SQLITE_OK)
        return TRUE;
      if ((code & 0xff) != SQLITE_BUSY || g_get_monotonic_time () > deadline || !busy_cb (self, i))
        {
          lanyard_database_set_error (self, error);
          return FALSE;
        }
    }
}

/* Asks for one text; it is %NULL where there is no row, or none in it. */
gboolean
lanyard_database_get_text (LanyardDatabase  *self,
                           const char       *sql,
                           char            **text,
                           GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (self, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  *text = lanyard_statement_next (statement, &failure) ? g_strdup (lanyard_statement_get_text (statement, 0)) : NULL;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Asks for one number; it is 0 where there is no row. */
gboolean
lanyard_database_get_number (LanyardDatabase  *self,
                             const char       *sql,
                             gint64           *number,
                             GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (self, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;

  *number = lanyard_statement_next (statement, &failure) ? lanyard_statement_get_number (statement, 0) : 0;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Calls @func with one and the same state of the file for all it reads. */
gboolean
lanyard_database_read (LanyardDatabase      *self,
                       LanyardDatabaseFunc   func,
                       gpointer              user_data,
                       GError              **error)
{
  return transact (self, "BEGIN", func, user_data, error);
}

/* Calls @func to change the file; all of it happens, and is on the disk when
 * this returns, or nothing. */
gboolean
lanyard_database_write (LanyardDatabase      *self,
                        LanyardDatabaseFunc   func,
                        gpointer              user_data,
                        GError              **error)
{
  return transact (self, "BEGIN IMMEDIATE", func, user_data, error);
}

/* Like lanyard_database_write(), for what changes nothing that anybody could
 * see: lanyard_database_get_n_changes() does not count it. */
gboolean
lanyard_database_write_aside (LanyardDatabase      *self,
                              LanyardDatabaseFunc   func,
                              gpointer              user_data,
                              GError              **error)
{
  gint64 n_before = sqlite3_total_changes64 (self->handle);
  gboolean is_done = lanyard_database_write (self, func, user_data, error);

  self->n_aside += sqlite3_total_changes64 (self->handle) - n_before;
  return is_done;
}

gint64
lanyard_database_get_last_id (LanyardDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/* How many rows this connection has changed since it was opened. */
gint64
lanyard_database_get_n_changes (LanyardDatabase *self)
{
  return sqlite3_total_changes64 (self->handle) - self->n_aside;
}
