/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli import`: brings back what is in a backup file, and says what
 * came of it. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-backup-text.h"
#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-json.h"
#include "lanyard-cli-table.h"
#include "lanyard-cli-text.h"
#include "sync/lanyard-backup-file.h"

enum
{
  COLUMN_TITLE,
  COLUMN_SUMMARY,
  COLUMN_PICKS,
  COLUMN_NOTES,
  COLUMN_MARKS,
  COLUMN_ENTRIES,
  COLUMN_UNCHANGED,
  COLUMN_WAITING,
};

static const LanyardCliColumn columns[] = {
  [COLUMN_TITLE] = { N_("Conference"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  [COLUMN_SUMMARY] = { N_("New"), LANYARD_CLI_COLUMN_TERMINAL | LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  [COLUMN_PICKS] = { N_("Picks"), LANYARD_CLI_COLUMN_PIPE | LANYARD_CLI_COLUMN_NUMBER, 0, 0 },
  [COLUMN_NOTES] = { N_("Notes"), LANYARD_CLI_COLUMN_PIPE | LANYARD_CLI_COLUMN_NUMBER, 0, 0 },
  [COLUMN_MARKS] = { N_("Marks"), LANYARD_CLI_COLUMN_PIPE | LANYARD_CLI_COLUMN_NUMBER, 0, 0 },
  [COLUMN_ENTRIES] = { N_("Entries"), LANYARD_CLI_COLUMN_PIPE | LANYARD_CLI_COLUMN_NUMBER, 0, 0 },
  [COLUMN_UNCHANGED] = { N_("Unchanged"), LANYARD_CLI_COLUMN_PIPE | LANYARD_CLI_COLUMN_NUMBER, 0, 0 },
  [COLUMN_WAITING] = { N_("Waiting"), LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

static void
print_list (LanyardCliContext *context,
            GPtrArray         *results)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < results->len; i++)
    {
      const LanyardBackupResult *result = g_ptr_array_index (results, i);
      g_autofree char *summary = lanyard_backup_result_dup_summary (result);

      lanyard_cli_table_set_cell (table, COLUMN_TITLE, result->title);
      lanyard_cli_table_set_cell (table, COLUMN_SUMMARY, summary);
      lanyard_cli_table_set_number (table, COLUMN_PICKS, result->n_picks);
      lanyard_cli_table_set_number (table, COLUMN_NOTES, result->n_notes);
      lanyard_cli_table_set_number (table, COLUMN_MARKS, result->n_marks);
      lanyard_cli_table_set_number (table, COLUMN_ENTRIES, result->n_entries);
      lanyard_cli_table_set_number (table, COLUMN_UNCHANGED, result->n_unchanged);
      lanyard_cli_table_set_cell (table, COLUMN_WAITING, result->is_waiting ? "waiting" : "");
      lanyard_cli_table_end_row (table);
    }
  lanyard_cli_table_print (table, lanyard_cli_context_get_output (context));
}

static void
print_json (LanyardCliContext *context,
            GPtrArray         *results)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_begin_list (json, "imported");
  for (guint i = 0; i < results->len; i++)
    {
      const LanyardBackupResult *result = g_ptr_array_index (results, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "title", result->title);
      lanyard_cli_json_add_boolean (json, "is_waiting", result->is_waiting);
      lanyard_cli_json_add_number (json, "n_picks", result->n_picks);
      lanyard_cli_json_add_number (json, "n_notes", result->n_notes);
      lanyard_cli_json_add_number (json, "n_marks", result->n_marks);
      lanyard_cli_json_add_number (json, "n_entries", result->n_entries);
      lanyard_cli_json_add_number (json, "n_choices", result->n_choices);
      lanyard_cli_json_add_number (json, "n_unchanged", result->n_unchanged);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (LanyardCliAwait) await = { 0 };
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GFile) file = NULL;
  LanyardStore *store;
  gint64 now;

  if (!lanyard_cli_command_parse (&lanyard_cli_import, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_import, argc, argv, 1, 1, error))
    return FALSE;

  store = lanyard_cli_context_open_store (context, error);
  if (store == NULL || !lanyard_cli_context_find_now (context, &now, error))
    return FALSE;
  file = g_file_new_for_commandline_arg (argv[1]);
  await.cancellable = lanyard_cli_context_get_cancellable (context);
  lanyard_backup_file_restore_async (store, file, now, await.cancellable, lanyard_cli_await_cb, &await);
  results = lanyard_backup_file_restore_finish (lanyard_cli_await_run (&await), error);
  if (results == NULL)
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, results);
  else
    print_list (context, results);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_import = {
  .name = "import",
  .words = N_("FILE"),
  .summary = N_("Bring back what is in a backup"),
  .run = run,
};
