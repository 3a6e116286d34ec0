/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents that `add` reads: files, all *.json of a folder, or the
 * sample that is installed with the program. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-error.h"
#include "lanyard-cli-feed.h"
#include "lanyard-cli-text.h"

/* Far beyond any programme: the largest known one has 3 MB. */
#define LARGEST_FILE (256 * 1024 * 1024)

static gboolean
is_address (const char *word)
{
  g_autofree char *scheme = g_uri_parse_scheme (word);

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0 ||
                            g_ascii_strcasecmp (scheme, "webcal") == 0);
}

static char *
dup_shown_name (GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  return lanyard_cli_text_dup_line (name);
}

static void
set_no_file (GError **error,
             GFile   *file)
{
  g_autofree char *name = dup_shown_name (file);

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is a file's name */
               _("There is no file “%s”."), name);
}

static gboolean
check_size (GFile   *file,
            GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                                                  NULL, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    set_no_file (error, file);
  else if (info == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= LARGEST_FILE)
    return TRUE;

  name = dup_shown_name (file);
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
               /* Translators: %s is a file's name */
               _("The file “%s” is too large to be a programme."), name);
  return FALSE;
}

static gboolean
load_file (GPtrArray  *documents,
           GFile      *file,
           GError    **error)
{
  GBytes *bytes;

  if (!check_size (file, error))
    return FALSE;
  bytes = g_file_load_bytes (file, NULL, NULL, error);
  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (documents, bytes);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

/* In the order of their names, so that two runs say the same. */
static GPtrArray *
list_folder (GFile   *folder,
             GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  children = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, error);
  while (children != NULL)
    {
      GFileInfo *info;

      if (!g_file_enumerator_iterate (children, &info, NULL, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);
  return children != NULL ? g_steal_pointer (&names) : NULL;
}

static gboolean
load_folder (GPtrArray  *documents,
             GFile      *folder,
             GError    **error)
{
  g_autoptr (GPtrArray) names = list_folder (folder, error);
  g_autofree char *shown = NULL;

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));

      if (!load_file (documents, file, error))
        return FALSE;
    }
  if (names->len > 0)
    return TRUE;

  shown = dup_shown_name (folder);
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: the first %s is a folder's name, the second the end of file names */
               _("The folder “%s” has no %s files."), shown, "*.json");
  return FALSE;
}

static gboolean
load_word (GPtrArray   *documents,
           const char  *word,
           GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (is_address (word))
    {
      g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED,
                           _("Addresses come with a later version; save the programme to a file and add that."));
      return FALSE;
    }

  file = g_file_new_for_commandline_arg (word);
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return load_folder (documents, file, error);
  return load_file (documents, file, error);
}

/**
 * lanyard_cli_feed_load:
 * @words: files and folders, ended by %NULL
 * @error: return location for an error
 *
 * Loads documents.
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): the documents,
 *   %NULL with @error set when one cannot be read
 */
GPtrArray *
lanyard_cli_feed_load (char   **words,
                       GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_return_val_if_fail (words != NULL, NULL);

  for (char **word = words; *word != NULL; word++)
    if (!load_word (documents, *word, error))
      return NULL;
  return g_steal_pointer (&documents);
}

/**
 * lanyard_cli_feed_load_sample:
 * @error: return location for an error
 *
 * Loads the conference that comes along.
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): its documents,
 *   %NULL with @error set when it is not installed
 */
GPtrArray *
lanyard_cli_feed_load_sample (GError **error)
{
  const char *data = g_getenv ("LANYARD_DATA_DIR");
  g_autofree char *folder = g_build_filename (data != NULL ? data : PKGDATADIR, "sample", NULL);
  char *words[] = { folder, NULL };

  return lanyard_cli_feed_load (words, error);
}
