/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What backups and rescues do with whole files: so that after a power cut each
 * of them is as it was, or as it should be, and so that two processes do not
 * do it at once.
 * Called by the rest of the store, on the store's worker thread. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "lanyard-store-files.h"
#include "lanyard-store.h"

struct _LanyardStoreLock
{
  int fd;
};

/* @reason is an errno; the path is in the sentence. */
void
lanyard_store_files_set_error (GError     **error,
                               const char  *path,
                               int          reason)
{
  LanyardStoreError code = LANYARD_STORE_ERROR_FAILED;

  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    code = LANYARD_STORE_ERROR_FULL;
  else if (reason == EACCES || reason == EPERM || reason == EROFS)
    code = LANYARD_STORE_ERROR_READ_ONLY;
  g_set_error (error, LANYARD_STORE_ERROR, code,
               /* Translators: the first %s is a file's name, the second the reason */
               _("“%s” cannot be written: %s."), path, g_strerror (reason));
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = g_open (path, flags | O_RDONLY | O_CLOEXEC, 0);
  gboolean is_done = fd >= 0 && fsync (fd) == 0;

  if (!is_done)
    lanyard_store_files_set_error (error, path, errno);
  if (fd >= 0)
    close (fd);
  return is_done;
}

/* Waits until a file's contents are on the disk. */
gboolean
lanyard_store_files_sync (const char  *path,
                          GError     **error)
{
  return sync_path (path, 0, error);
}

/* Waits until the names in @path's folder are on the disk. */
gboolean
lanyard_store_files_sync_folder (const char  *path,
                                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_DIRECTORY, error);
}

/* Copies a file, for its owner's eyes only. */
gboolean
lanyard_store_files_copy (const char  *from,
                          const char  *to,
                          GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) failure = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failure) && g_chmod (to, 0600) == 0)
    return TRUE;

  lanyard_store_files_set_error (error, to,
                                 g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE)            ? ENOSPC
                                 : g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ? EACCES
                                                                                                        : EIO);
  return FALSE;
}

/* Gives a file another name, in the same folder and for good. */
gboolean
lanyard_store_files_rename (const char  *from,
                            const char  *to,
                            GError     **error)
{
  if (g_rename (from, to) == 0)
    return lanyard_store_files_sync_folder (to, error);

  lanyard_store_files_set_error (error, to, errno);
  return FALSE;
}

/* Gives a file a second name; one that is not there needs none. */
gboolean
lanyard_store_files_link (const char  *from,
                          const char  *to,
                          GError     **error)
{
  if (link (from, to) == 0 || errno == ENOENT || errno == EEXIST)
    return TRUE;
  /* Some file systems know one name for each file only. */
  if (errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK || errno == ENOSYS)
    return lanyard_store_files_copy (from, to, error) && lanyard_store_files_sync (to, error);

  lanyard_store_files_set_error (error, to, errno);
  return FALSE;
}

/* Removes what SQLite keeps beside a database. */
void
lanyard_store_files_remove_logs (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* Removes a database with all that belongs to it, if it is there. */
void
lanyard_store_files_remove (const char *path)
{
  lanyard_store_files_remove_logs (path);
  g_unlink (path);
}

/*
 * lanyard_store_lock_take:
 * @path: a file, which is made where there is none, and stays
 * @waits: whether to wait for whoever has the lock
 *
 * Takes a lock that ends with the process.
 *
 * Returns: (nullable): the lock; %NULL with @error set if it cannot be had, or
 *   without if another process has it
 */
LanyardStoreLock *
lanyard_store_lock_take (const char  *path,
                         gboolean     waits,
                         GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  LanyardStoreLock *self;

  if (fd >= 0 && flock (fd, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0)
    {
      self = g_new (LanyardStoreLock, 1);
      self->fd = fd;
      return self;
    }

  if (fd < 0 || errno != EWOULDBLOCK)
    lanyard_store_files_set_error (error, path, errno);
  if (fd >= 0)
    close (fd);
  return NULL;
}

void
lanyard_store_lock_free (LanyardStoreLock *self)
{
  close (self->fd);
  g_free (self);
}
