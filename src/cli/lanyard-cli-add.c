/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli add`: reads a programme from files and stores it. Nothing is
 * changed unless all of it can be read. Addresses are for another program. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-addition.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-text.h"

#include "formats/lanyard-format.h"
#include "sync/lanyard-import.h"

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

/* Understands files anew that name no zone, where one is known. */
static gboolean
apply_known_zone (LanyardCliContext    *context,
                  LanyardStore         *store,
                  LanyardImportSource  *source,
                  LanyardProgramme    **programme,
                  GError              **error)
{
  g_auto (LanyardCliAwait) finding = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_auto (LanyardCliAwait) reading = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_autoptr (GError) failure = NULL;
  g_autofree char *zone = NULL;

  lanyard_import_find_zone_async (store, *programme, finding.cancellable, lanyard_cli_await_cb, &finding);
  zone = lanyard_import_find_zone_finish (lanyard_cli_await_run (&finding), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (zone == NULL)
    return TRUE;

  g_clear_object (programme);
  lanyard_import_read_async (source, zone, reading.cancellable, lanyard_cli_await_cb, &reading);
  *programme = lanyard_import_read_finish (lanyard_cli_await_run (&reading), error);
  return *programme != NULL;
}

/* Reads files and stores the programme that is in them, in place of an older
 * one of the same conference. Where they name no zone, and nobody says it, it is
 * the one that is known of the conference, else UTC. */
static LanyardImport *
read_and_save (LanyardCliContext  *context,
               GPtrArray          *files,
               const char         *zone,
               GError            **error)
{
  g_auto (LanyardCliAwait) reading = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_auto (LanyardCliAwait) saving = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_autoptr (LanyardImportSource) source = lanyard_import_source_new (files);
  g_autoptr (LanyardProgramme) programme = NULL;
  LanyardImport *done;
  LanyardStore *store;
  gint64 now;

  /* The store is opened meanwhile. */
  lanyard_import_read_async (source, zone, reading.cancellable, lanyard_cli_await_cb, &reading);
  store = lanyard_cli_context_open_store (context, error);
  programme = lanyard_import_read_finish (lanyard_cli_await_run (&reading), store != NULL ? error : NULL);
  if (store == NULL || programme == NULL || !lanyard_cli_context_find_now (context, &now, error))
    return NULL;
  if (zone == NULL && lanyard_import_lacks_zone (programme) &&
      !apply_known_zone (context, store, source, &programme, error))
    return NULL;

  lanyard_import_save_async (store, programme, now, saving.cancellable, lanyard_cli_await_cb, &saving);
  done = lanyard_import_save_finish (lanyard_cli_await_run (&saving), error);
  if (done != NULL)
    lanyard_store_close_early (store);
  return done;
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

  done = read_and_save (context, files, addition->zone, &local_error);
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
