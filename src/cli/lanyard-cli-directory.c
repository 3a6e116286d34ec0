/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli directory`: conferences that can be added, as the window's
 * dialog shows them. The directory is fetched if it is a week old; what is
 * there is listed all the same if that fails. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-await.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-dates.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-json.h"
#include "lanyard-cli-progress.h"
#include "lanyard-cli-table.h"
#include "lanyard-cli-text.h"

#include "sync/lanyard-directory-cache.h"
#include "sync/lanyard-directory-file.h"
#include "time/lanyard-time-format.h"

enum
{
  COLUMN_FIRST_DAY,
  COLUMN_LAST_DAY,
  COLUMN_DATES,
  COLUMN_TITLE,
  COLUMN_CITY,
  COLUMN_ZONE,
  COLUMN_ADDRESS,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("DATES"), LANYARD_CLI_COLUMN_TERMINAL, 0, 4 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 16, 0 },
  { N_("CITY"), LANYARD_CLI_COLUMN_FLEXIBLE, 8, 3 },
  { N_("ZONE"), 0, 0, 5 },
  { N_("ADDRESS"), LANYARD_CLI_COLUMN_FLEXIBLE, 24, 1 },
};

static const struct
{
  const char *heading;
  const char *name;
} phases[] = {
  [LANYARD_LISTING_RUNNING] = { N_("Now"), "now" },
  [LANYARD_LISTING_COMING] = { N_("Upcoming"), "upcoming" },
  [LANYARD_LISTING_OVER] = { N_("Past"), "past" },
  [LANYARD_LISTING_UNDATED] = { N_("Without a Date"), "undated" },
};

static void
add_row (LanyardCliTable *table,
         LanyardListing  *listing)
{
  const LanyardListingFields *fields = lanyard_listing_get_fields (listing);

  if (fields->first_day != 0)
    {
      g_autofree char *first_day = lanyard_cli_dates_dup_day (fields->first_day);
      g_autofree char *last_day = lanyard_cli_dates_dup_day (fields->last_day);
      g_autofree char *dates = lanyard_format_day_range (fields->first_day, fields->last_day);

      lanyard_cli_table_set_cell (table, COLUMN_FIRST_DAY, first_day);
      lanyard_cli_table_set_cell (table, COLUMN_LAST_DAY, last_day);
      lanyard_cli_table_set_cell (table, COLUMN_DATES, dates);
    }
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, fields->title);
  lanyard_cli_table_set_cell (table, COLUMN_CITY, fields->city);
  lanyard_cli_table_set_cell (table, COLUMN_ZONE, fields->zone);
  lanyard_cli_table_set_cell (table, COLUMN_ADDRESS, fields->address);
  lanyard_cli_table_end_row (table);
}

static void
print_list (LanyardCliContext *context,
            GPtrArray         *listings,
            guint              today)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));
  int phase_before = -1;

  for (guint i = 0; i < listings->len; i++)
    {
      LanyardListingPhase phase = lanyard_listing_get_phase (listings->pdata[i], today);

      if ((int) phase != phase_before)
        lanyard_cli_table_add_heading (table, _(phases[phase].heading));
      phase_before = phase;
      add_row (table, listings->pdata[i]);
    }
  lanyard_cli_table_print (table, lanyard_cli_context_get_output (context));
}

static void
add_json_listing (LanyardCliJson *json,
                  LanyardListing *listing,
                  guint           today)
{
  const LanyardListingFields *fields = lanyard_listing_get_fields (listing);
  g_autofree char *first_day = fields->first_day != 0 ? lanyard_cli_dates_dup_day (fields->first_day) : NULL;
  g_autofree char *last_day = fields->first_day != 0 ? lanyard_cli_dates_dup_day (fields->last_day) : NULL;

  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_string (json, "id", fields->id);
  lanyard_cli_json_add_string (json, "title", fields->title);
  lanyard_cli_json_add_string (json, "when", phases[lanyard_listing_get_phase (listing, today)].name);
  lanyard_cli_json_add_string (json, "first_day", first_day);
  lanyard_cli_json_add_string (json, "last_day", last_day);
  lanyard_cli_json_add_string (json, "city", fields->city);
  lanyard_cli_json_add_string (json, "conference_zone", fields->zone);
  lanyard_cli_json_add_string (json, "address", fields->address);
  lanyard_cli_json_end_object (json);
}

static void
print_json (LanyardCliContext *context,
            GPtrArray         *listings,
            guint              today)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_begin_list (json, "listings");
  for (guint i = 0; i < listings->len; i++)
    add_json_listing (json, listings->pdata[i], today);
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/* As the window has it, if that is installed: the schema is the window's. */
static char *
dup_address (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "directory-address"))
    return g_strdup ("");
  settings = g_settings_new_full (schema, NULL, NULL);
  return g_settings_get_string (settings, "directory-address");
}

/* A newer directory, or NULL: then the one that is there is good enough. */
static gboolean
refresh (LanyardCliContext  *context,
         gint64              now,
         gboolean            by_hand,
         LanyardDirectory  **newer,
         GError            **error)
{
  g_autoptr (LanyardFetcher) fetcher = lanyard_fetcher_new ();
  g_auto (LanyardCliAwait) await = { .cancellable = lanyard_cli_context_get_cancellable (context) };
  g_auto (LanyardCliProgress) progress = { 0 };
  g_autofree char *address = dup_address ();
  GError *failure = NULL;

  if (*address == '\0' && !by_hand)
    return TRUE;
  lanyard_cli_progress_init (&progress);
  lanyard_cli_progress_show_step (&progress, LANYARD_SYNC_CONNECTING, 0);
  lanyard_directory_refresh_async (fetcher, address, now, by_hand, await.cancellable, lanyard_cli_await_cb, &await);
  *newer = lanyard_directory_refresh_finish (lanyard_cli_await_run (&await), &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) || (failure != NULL && by_hand))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (failure != NULL)
    g_debug ("The directory was not refreshed: %s", failure->message);
  g_clear_error (&failure);
  return TRUE;
}

static GPtrArray *
find (LanyardDirectory  *directory,
      char             **words,
      guint              today,
      GError           **error)
{
  g_autofree char *joined = g_strjoinv (" ", words);
  g_autofree char *line = lanyard_cli_text_dup_line (joined);
  g_autoptr (GPtrArray) listings = lanyard_directory_find_words (directory, line, today);

  if (listings->len > 0)
    return g_steal_pointer (&listings);
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed */
               _("Nothing was found for “%s”."), line);
  return NULL;
}

/**
 * lanyard_cli_directory_run:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Lists conferences that can be added.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_directory_run (LanyardCliContext  *context,
                           int                 argc,
                           char              **argv,
                           GError            **error)
{
  gboolean by_hand = FALSE;
  const GOptionEntry entries[] = {
    { "refresh", 0, 0, G_OPTION_ARG_NONE, &by_hand, N_("Fetch the directory also if it is not a week old"), NULL },
    { NULL },
  };
  g_autoptr (LanyardDirectory) directory = NULL;
  g_autoptr (LanyardZone) here = lanyard_zone_new_local ();
  g_autoptr (GPtrArray) listings = NULL;
  gint64 now;
  guint today;

  if (!lanyard_cli_command_parse (&lanyard_cli_directory, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_directory, argc, argv, 0, -1, error) ||
      !lanyard_cli_context_find_now (context, &now, error) || !refresh (context, now, by_hand, &directory, error))
    return FALSE;

  if (directory == NULL)
    directory = lanyard_directory_load ();
  today = lanyard_zone_get_day (here, now);
  listings = find (directory, argv + 1, today, error);
  if (listings == NULL)
    return FALSE;
  if (lanyard_cli_context_is_json (context))
    print_json (context, listings, today);
  else
    print_list (context, listings, today);
  return TRUE;
}
