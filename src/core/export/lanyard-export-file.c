/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts a file where somebody wants it, all at once, and says in a sentence why
 * it cannot be. Living calendar, window and command line call it; any thread
 * that may wait for a disk. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "lanyard-export-file.h"

static gboolean
holds (const char *path,
       GBytes     *bytes)
{
  g_autofree char *old = NULL;
  gsize size;

  return g_file_get_contents (path, &old, &size, NULL) && size == g_bytes_get_size (bytes) &&
         memcmp (old, g_bytes_get_data (bytes, NULL), size) == 0;
}

static GError *
explain (const GError *cause,
         const char   *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                        /* Translators: %s is a file's name */
                        _("There is no room on the disk for the file “%s”."), name);
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                        /* Translators: %s is a file's name */
                        _("The folder for the file “%s” is not there."), name);
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return g_error_new (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                        /* Translators: %s is a file's name */
                        _("The file “%s” may not be written; choose another place for it."), name);
  /* Translators: the first %s is a file's name, the second the system's reason */
  return g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _("The file “%s” could not be written: %s"), name,
                      cause->message);
}

/**
 * lanyard_export_file_write:
 * @path: where
 * @bytes: what
 * @error: why it cannot be written, of %G_IO_ERROR; the message is a sentence
 *   for people
 *
 * Writes a file, so that whoever reads it has all of it or what was there
 * before. It is left alone if it is the same. A new file is nobody else's
 * business; one that is there keeps its mode, and one that is a link stays one.
 *
 * Returns: whether the file holds @bytes
 */
gboolean
lanyard_export_file_write (const char  *path,
                           GBytes      *bytes,
                           GError     **error)
{
  g_autofree char *target = NULL;
  g_autoptr (GError) cause = NULL;
  struct stat status;
  char *real;
  int mode = 0600;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  real = realpath (path, NULL);
  target = g_strdup (real != NULL ? real : path);
  free (real);
  if (holds (target, bytes))
    return TRUE;
  if (stat (target, &status) == 0)
    mode = status.st_mode & 0777;
  if (g_file_set_contents_full (target, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT, mode, &cause))
    return TRUE;
  g_propagate_error (error, explain (cause, path));
  return FALSE;
}
