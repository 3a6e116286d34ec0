/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory as it was fetched last, with the validators for the next time.
 * It lies in the cache folder, for it can be fetched again, and it is shared
 * with other processes; and what the two directories are together. Without a
 * network, for who only wants to look something up. Called on threads that may
 * wait. */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "lanyard-directory-cache.h"

#define GROUP "directory"

/*
 * Frees what a state has.
 */
void
lanyard_directory_state_clear (LanyardDirectoryState *self)
{
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

static char *
dup_path (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), "lanyard", "directory", name, NULL);
}

/*
 * Says what is kept. Without a file, or with one that is broken, nothing.
 */
LanyardDirectoryState
lanyard_directory_cache_get (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ("state");

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return (LanyardDirectoryState) {
    .address = g_key_file_get_string (file, GROUP, "address", NULL),
    .etag = g_key_file_get_string (file, GROUP, "etag", NULL),
    .last_modified = g_key_file_get_string (file, GROUP, "last-modified", NULL),
    .asked_at = g_key_file_get_int64 (file, GROUP, "asked-at", NULL),
    .checked_at = g_key_file_get_int64 (file, GROUP, "checked-at", NULL),
  };
}

/*
 * Reads the directory. NULL if there is none.
 */
GBytes *
lanyard_directory_cache_read (void)
{
  g_autofree char *path = dup_path ("conferences.json");
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static void
set_text (GKeyFile   *file,
          const char *name,
          const char *text) /* nullable */
{
  if (text != NULL)
    g_key_file_set_string (file, GROUP, name, text);
}

/* Losing it costs a request. */
static gboolean
write_file (const char *name,
            const char *contents,
            gsize       length)
{
  g_autofree char *path = dup_path (name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    return TRUE;
  g_debug ("The directory is not kept: %s", error != NULL ? error->message : g_strerror (errno));
  return FALSE;
}

/*
 * Keeps a directory, or only what is known about the one that is kept if
 * @document is NULL. The validators come last, so that they are never of
 * something that is not there.
 */
void
lanyard_directory_cache_write (GBytes                      *document,
                               const LanyardDirectoryState *state)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  if (document != NULL && !write_file ("conferences.json", g_bytes_get_data (document, NULL), g_bytes_get_size (document)))
    return;
  set_text (file, "address", state->address);
  set_text (file, "etag", state->etag);
  set_text (file, "last-modified", state->last_modified);
  g_key_file_set_int64 (file, GROUP, "asked-at", state->asked_at);
  g_key_file_set_int64 (file, GROUP, "checked-at", state->checked_at);
  text = g_key_file_to_data (file, &length, NULL);
  write_file ("state", text, length);
}

/*
 * Forgets the directory.
 */
void
lanyard_directory_cache_remove (void)
{
  g_autofree char *document = dup_path ("conferences.json");
  g_autofree char *state = dup_path ("state");

  g_unlink (state);
  g_unlink (document);
}

/**
 * lanyard_directory_load:
 *
 * Reads the directory from the disk, which takes some milliseconds: for threads
 * that may wait. It needs no network and cannot fail.
 *
 * Returns: (transfer full): the directory
 */
LanyardDirectory *
lanyard_directory_load (void)
{
  g_autoptr (LanyardDirectory) built_in = lanyard_directory_new_built_in ();
  g_autoptr (GBytes) document = lanyard_directory_cache_read ();
  g_autoptr (LanyardDirectory) fetched = document != NULL ? lanyard_directory_read (document, NULL) : NULL;

  if (fetched == NULL)
    return g_steal_pointer (&built_in);
  return lanyard_directory_new_together (fetched, built_in);
}
