/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where downloaded attachments lie: in the cache folder, below the conference's
 * UUID and the digest of the address, under a name that people recognise and no
 * server can choose to lead elsewhere. A file that has its name is whole: it
 * gets it when the last byte is on the disk. LanyardAttachment and the sweep of
 * LanyardFreshness call this, but for the path on threads of their own. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lanyard-attachment-files.h"

#include "net/lanyard-net-error.h"

#define LONGEST_NAME 120 /* bytes; file systems take 255 */
#define LONGEST_ENDING 12
#define PART_ENDING ".part"

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "lanyard", "files", NULL);
}

/* The last part of the address, as people read it. */
static char *
dup_last_segment (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  const char *path = uri != NULL ? g_uri_get_path (uri) : "";
  const char *slash = strrchr (path, '/');

  return g_uri_unescape_string (slash != NULL ? slash + 1 : path, NULL);
}

static gboolean
has_ending (const char *name)
{
  return name != NULL && strrchr (name, '.') != NULL && strrchr (name, '.')[1] != '\0';
}

/* Keeps the ending, by which the file's type is known. */
static char *
shorten (const char *name)
{
  const char *ending = strrchr (name, '.');
  const char *cut = name + LONGEST_NAME;

  if (strlen (name) <= LONGEST_NAME)
    return g_strdup (name);
  if (ending == NULL || strlen (ending) > LONGEST_ENDING)
    ending = "";
  cut -= strlen (ending);
  if ((*cut & 0xc0) == 0x80)
    cut = g_utf8_find_prev_char (name, cut);
  return g_strdup_printf ("%.*s%s", (int) (cut - name), name, ending);
}

/* No folder, no hidden file, nothing that other systems or a terminal stumble
 * over, and nothing that looks like a file that is not whole. */
static char *
make_safe (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) safe = g_string_new (NULL);
  g_autofree char *stripped = NULL;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);
      gboolean is_bad = type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
                        (character < 0x80 && strchr ("/\\:*?\"<>|", (int) character) != NULL);

      g_string_append_unichar (safe, is_bad ? '_' : character);
    }
  while (safe->len > 0 && (safe->str[0] == '.' || safe->str[0] == ' '))
    g_string_erase (safe, 0, 1);
  if (g_str_has_suffix (safe->str, PART_ENDING))
    g_string_append_c (safe, '_');
  stripped = shorten (g_strchomp (safe->str));
  return *stripped != '\0' ? g_steal_pointer (&stripped) : g_strdup ("file");
}

/*
 * Says where the file of a link lies or would lie, the same at every start.
 */
char *
lanyard_attachment_files_dup_path (const char  *uuid,
                                   LanyardLink *link)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, link->url, -1);
  g_autofree char *segment = dup_last_segment (link->url);
  g_autofree char *name = NULL;

  if (!has_ending (segment) && has_ending (link->title))
    g_set_str (&segment, link->title);
  name = make_safe (segment != NULL && *segment != '\0' ? segment : link->title != NULL ? link->title : "");
  digest[16] = '\0';
  return g_build_filename (folder, uuid, digest, name, NULL);
}

/*
 * Says where it lies while it arrives.
 */
char *
lanyard_attachment_files_dup_part (const char *path)
{
  return g_strconcat (path, PART_ENDING, NULL);
}

static gboolean
fail (GError **error)
{
  /* Translators: %s is the system's reason, such as "Permission denied" */
  g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_DISK, _("The file cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

/*
 * Makes its folder, without what an earlier try has left.
 */
gboolean
lanyard_attachment_files_prepare (const char  *path,
                                  GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = lanyard_attachment_files_dup_part (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error);
  g_unlink (part);
  return TRUE;
}

static gboolean
write_through (const char *part)
{
  int fd = g_open (part, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_written = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  errno = reason;
  return is_written;
}

/*
 * Gives a file that is whole its name; the disk has it by then.
 */
gboolean
lanyard_attachment_files_keep (const char  *path,
                               GError     **error)
{
  g_autofree char *part = lanyard_attachment_files_dup_part (path);

  return (write_through (part) && g_rename (part, path) == 0) || fail (error);
}

/*
 * Deletes what came of a file that failed, and its folder if that is empty.
 */
void
lanyard_attachment_files_drop_part (const char *path)
{
  g_autofree char *part = lanyard_attachment_files_dup_part (path);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (part);
  g_rmdir (folder);
}

/*
 * Deletes a file; one that is gone already is no error.
 */
gboolean
lanyard_attachment_files_remove (const char  *path,
                                 GError     **error)
{
  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_DISK,
                   /* Translators: %s is the system's reason, such as "Permission denied" */
                   _("The file cannot be removed: %s."), g_strerror (errno));
      return FALSE;
    }
  lanyard_attachment_files_drop_part (path);
  return TRUE;
}

/* Two levels below a conference, of folders and files that are ours. */
static void
remove_tree (const char *path,
             guint       depth)
{
  g_autoptr (GDir) dir = depth > 0 ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child, depth - 1);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/*
 * Deletes the files of all conferences but those of @uuids.
 */
void
lanyard_attachment_files_sweep (GHashTable *uuids)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      if (g_uuid_string_is_valid (name) && !g_hash_table_contains (uuids, name))
        remove_tree (child, 2);
    }
}
