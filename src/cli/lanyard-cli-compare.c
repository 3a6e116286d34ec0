/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli compare`: what somebody else picked, from a file or a link,
 * beside your own plan. Nothing changes; `star` takes something over. Main
 * thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lanyard-shared-plan.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-table.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

enum
{
  COLUMN_WHEN,
  COLUMN_THEIRS,
  COLUMN_YOURS,
  COLUMN_TITLE,
  COLUMN_ID,
};

static const LanyardCliColumn columns[] = {
  { N_("WHEN"), 0, 0, 1 },
  { N_("THEY"), 0, 0, 0 },
  { N_("YOU"), 0, 0, 0 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 12, 0 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 2 },
};

static LanyardSharedPlan *
read_plan (const char  *word,
           GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;
  gsize size;

  if (strstr (word, "://") != NULL)
    return lanyard_shared_plan_new_for_link (word, error);
  if (!g_file_get_contents (word, &text, &size, &cause))
    {
      g_autofree char *name = g_filename_display_name (word);
      g_autofree char *line = lanyard_cli_text_dup_line (name);

      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                   /* Translators: %s is a file's name */
                   g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? _("There is no file “%s”.")
                                                                            : _("The file “%s” cannot be read."),
                   line);
      return NULL;
    }
  bytes = g_bytes_new_take (text, size);
  return lanyard_shared_plan_new (bytes, error);
}

static const char *
get_mark (LanyardLevel level,
          gboolean     is_terminal)
{
  if (level != LANYARD_LEVEL_GOING && level != LANYARD_LEVEL_MAYBE)
    return "";
  if (!is_terminal)
    return lanyard_cli_level_get_name (level);
  return level == LANYARD_LEVEL_GOING ? "★" : "?";
}

static char *
dup_when (LanyardCliView      *view,
          const LanyardTheirs *theirs,
          gboolean             is_terminal)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (theirs->start == LANYARD_NO_TIME)
    return NULL;
  if (!is_terminal)
    return lanyard_format_iso8601 (view->zone, theirs->start);
  day = lanyard_format_day (lanyard_zone_get_day (view->zone, theirs->start), LANYARD_DAY_SHORT);
  time = lanyard_format_time (view->zone, theirs->start);
  /* Translators: a day and a time: "Mon 5, 10:00–10:30" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *both,
            guint              n_unknown)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < both->len; i++)
    {
      const LanyardTheirs *theirs = g_ptr_array_index (both, i);
      g_autofree char *when = dup_when (view, theirs, is_terminal);
      g_autofree char *title = lanyard_cli_items_dup_title (theirs->title, FALSE);
      g_autofree char *id = lanyard_cli_id_dup (theirs->kind, theirs->key);

      lanyard_cli_table_set_cell (table, COLUMN_WHEN, when);
      lanyard_cli_table_set_cell (table, COLUMN_THEIRS, get_mark (theirs->theirs, is_terminal));
      lanyard_cli_table_set_cell (table, COLUMN_YOURS, get_mark (theirs->yours, is_terminal));
      lanyard_cli_table_set_cell (table, COLUMN_TITLE, title);
      lanyard_cli_table_set_cell (table, COLUMN_ID, id);
      lanyard_cli_table_end_row (table);
    }
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (n_unknown > 0 && is_terminal)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("%u more of theirs is not in this programme.", "%u more of theirs are not in this programme.",
                    n_unknown),
          n_unknown);

      lanyard_cli_output_add_line (output, sentence);
    }
}

static void
add_level (LanyardCliJson *json,
           const char     *name,
           LanyardLevel    level)
{
  lanyard_cli_json_add_string (json, name, level != LANYARD_LEVEL_NONE ? lanyard_cli_level_get_name (level) : NULL);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *both,
            guint              n_unknown)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_add_number (json, "n_unknown", n_unknown);
  lanyard_cli_json_begin_list (json, "picks");
  for (guint i = 0; i < both->len; i++)
    {
      const LanyardTheirs *theirs = g_ptr_array_index (both, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "kind", lanyard_cli_kind_get_name (theirs->kind));
      lanyard_cli_json_add_id (json, "id", theirs->kind, theirs->key);
      lanyard_cli_json_add_string (json, "key", theirs->key);
      lanyard_cli_json_add_string (json, "title", theirs->title);
      lanyard_cli_json_add_instant (json, "start", theirs->start);
      add_level (json, "theirs", theirs->theirs);
      add_level (json, "yours", theirs->yours);
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
  g_autoptr (LanyardSharedPlan) shared = NULL;
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (GPtrArray) both = NULL;
  guint n_unknown;

  if (!lanyard_cli_command_parse (&lanyard_cli_compare, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_compare, argc, argv, 1, 1, error))
    return FALSE;

  shared = read_plan (argv[1], error);
  view = shared != NULL ? lanyard_cli_view_new (context, FALSE, error) : NULL;
  if (view == NULL)
    return FALSE;

  both = lanyard_shared_plan_compare (shared, view->programme, view->plan, &n_unknown);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, both, n_unknown);
  else
    print_list (context, view, both, n_unknown);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_compare = {
  .name = "compare",
  .words = N_("FILE|LINK"),
  .summary = N_("See somebody else’s plan beside yours"),
  .run = run,
};
