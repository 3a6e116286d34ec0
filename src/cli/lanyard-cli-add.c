/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli add`: reads a programme from files and stores it. Nothing is
 * changed unless all of it can be read. Addresses are for another program. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-addition.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-text.h"

#include "formats/lanyard-format.h"

static GFile *
find_file (const char  *word,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (word);
  g_autofree char *name = lanyard_cli_text_dup_line (word);

  /* No word at all would be the folder that somebody happens to be in. */
  if (*word == '\0' || !g_file_query_exists (file, NULL))
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: %s is a file's name as it was typed */
                 _("There is no file “%s”."), name);
  else
    return g_steal_pointer (&file);
  return NULL;
}

static GPtrArray *
find_files (char   **words,
            GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (char **word = words; *word != NULL; word++)
    {
      GFile *file = find_file (*word, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
    }
  return g_steal_pointer (&files);
}

static GPtrArray *
find_sample (GError **error)
{
  g_autoptr (GPtrArray) files = lanyard_import_list_sample ();

  if (g_file_query_exists (g_ptr_array_index (files, 0), NULL))
    return g_steal_pointer (&files);

  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND, _("The sample is not installed."));
  return NULL;
}

/* The error names the file, as it does by itself where there are several. */
static LanyardImport *
import_files (LanyardCliContext         *context,
              char                     **words,
              const LanyardCliAddition  *addition,
              GError                   **error)
{
  g_autoptr (GPtrArray) files = *words != NULL ? find_files (words, error) : find_sample (error);
  g_autoptr (GError) local_error = NULL;
  LanyardImport *done;

  if (files == NULL)
    return NULL;

  done = lanyard_cli_store_import (context, files, addition->zone, &local_error);
  if (local_error != NULL && local_error->domain == LANYARD_FORMAT_ERROR && g_strv_length (words) == 1 &&
      g_file_query_file_type (files->pdata[0], G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *name = lanyard_cli_text_dup_line (words[0]);

      g_prefix_error (&local_error, "%s: ", name);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (LanyardCliAddition) addition = { 0 };

  if (!lanyard_cli_addition_parse (&addition, context, &argc, &argv, error))
    return FALSE;
  if (addition.is_fetched)
    return lanyard_cli_go_online (context, argc, argv, error);

  addition.import = import_files (context, argv + 1, &addition, error);
  return addition.import != NULL && lanyard_cli_addition_finish (&addition, context, error);
}

const LanyardCliCommand lanyard_cli_add = {
  .name = "add",
  .words = N_("ADDRESS…|FILE…|FOLDER"),
  .summary = N_("Add a conference, or replace its programme"),
  .run = run,
};
