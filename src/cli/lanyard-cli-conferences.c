/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli conferences`: what is stored. Dates are those of each
 * conference's own zone, which stands beside them. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-dates.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-table.h"

#define SHORT_ID 8

enum
{
  COLUMN_FIRST_DAY,
  COLUMN_LAST_DAY,
  COLUMN_TITLE,
  COLUMN_DATES,
  COLUMN_ZONE,
  COLUMN_SESSIONS,
  COLUMN_TALKS,
  COLUMN_PICKS,
  COLUMN_ID,
  COLUMN_UUID,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 16, 0 },
  { N_("DATES"), LANYARD_CLI_COLUMN_TERMINAL, 0, 2 },
  { N_("ZONE"), 0, 0, 4 },
  { N_("SESSIONS"), LANYARD_CLI_COLUMN_NUMBER, 0, 6 },
  { N_("TALKS"), LANYARD_CLI_COLUMN_NUMBER, 0, 5 },
  { N_("PICKS"), LANYARD_CLI_COLUMN_NUMBER, 0, 3 },
  { N_("ID"), LANYARD_CLI_COLUMN_TERMINAL, 0, 1 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

static void
add_row (LanyardCliTable   *table,
         LanyardConference *conference,
         guint              n_picks)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  g_autofree char *dates = lanyard_cli_dates_dup (conference);
  g_autofree char *first_day = lanyard_cli_dates_dup_first (conference);
  g_autofree char *last_day = lanyard_cli_dates_dup_last (conference);
  g_autofree char *id = g_strndup (fields->uuid, SHORT_ID);

  lanyard_cli_table_set_cell (table, COLUMN_FIRST_DAY, first_day);
  lanyard_cli_table_set_cell (table, COLUMN_LAST_DAY, last_day);
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, fields->title);
  lanyard_cli_table_set_cell (table, COLUMN_DATES, dates);
  lanyard_cli_table_set_cell (table, COLUMN_ZONE, fields->zone);
  lanyard_cli_table_set_number (table, COLUMN_SESSIONS, fields->n_sessions);
  lanyard_cli_table_set_number (table, COLUMN_TALKS, fields->n_talks);
  lanyard_cli_table_set_number (table, COLUMN_PICKS, n_picks);
  lanyard_cli_table_set_cell (table, COLUMN_ID, id);
  lanyard_cli_table_set_cell (table, COLUMN_UUID, fields->uuid);
  lanyard_cli_table_end_row (table);
}

static gboolean
print_list (LanyardCliContext  *context,
            GPtrArray          *conferences,
            GError            **error)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      g_autoptr (GPtrArray) picks =
          lanyard_cli_store_list_picks (context, lanyard_conference_get_uuid (conference), error);

      if (picks == NULL)
        return FALSE;
      add_row (table, conference, picks->len);
    }
  lanyard_cli_table_print (table, lanyard_cli_context_get_output (context));
  return TRUE;
}

static gboolean
print_json (LanyardCliContext  *context,
            GPtrArray          *conferences,
            GError            **error)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_begin_list (json, "conferences");
  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      g_autoptr (GPtrArray) picks =
          lanyard_cli_store_list_picks (context, lanyard_conference_get_uuid (conference), error);

      if (picks == NULL)
        return FALSE;
      lanyard_cli_json_add_conference (json, NULL, conference, picks->len);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
  return TRUE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_autoptr (GPtrArray) conferences = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_conferences, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_conferences, argc, argv, 0, 0, error))
    return FALSE;

  conferences = lanyard_cli_context_list_conferences (context, error);
  if (conferences == NULL)
    return FALSE;
  if (lanyard_cli_context_is_json (context))
    return print_json (context, conferences, error);
  return print_list (context, conferences, error);
}

const LanyardCliCommand lanyard_cli_conferences = {
  .name = "conferences",
  .summary = N_("List the conferences"),
  .run = run,
};
