/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli changes`: what refreshes found to be different, the newest
 * first and under each what is yours first. Looking does not mark it as seen:
 * the window goes on saying what is new in it. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-since.h"
#include "lanyard-cli-store.h"

#include "changes/lanyard-change-text.h"
#include "time/lanyard-time-format.h"

enum
{
  COLUMN_DAY,
  COLUMN_TIME,
  COLUMN_MINE,
  COLUMN_KIND,
  COLUMN_TITLE,
  COLUMN_ID,
  COLUMN_OLD,
  COLUMN_NEW,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "★", 0, 0, 0 },
  { N_("CHANGE"), 0, 0, 2 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 1 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return lanyard_change_compare (*(LanyardChange **) a, *(LanyardChange **) b);
}

static void
keep_mine (GPtrArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    if (!lanyard_change_get_fields (changes->pdata[i - 1])->is_mine)
      g_ptr_array_remove_index (changes, i - 1);
}

/* For programs: a text, or an interval as ISO 8601 writes it. */
static char *
dup_state (LanyardZone *zone,
           const char  *text,
           gint64       start,
           gint64       end)
{
  g_autofree char *from = lanyard_format_iso8601 (zone, start);
  g_autofree char *to = lanyard_format_iso8601 (zone, end);

  if (text != NULL || start == LANYARD_NO_TIME)
    return g_strdup (text);
  return g_strdup_printf ("%s/%s", from, to);
}

static void
add_heading (LanyardCliTable *table,
             LanyardCliView  *view,
             gint64           noticed_at,
             gint64           now)
{
  g_autofree char *heading = lanyard_change_dup_heading (noticed_at, now, view->zone);

  lanyard_cli_table_add_heading (table, heading);
}

/* On a terminal: from what to what, also in the conference's own zone. */
static void
add_notes (LanyardCliTable *table,
           LanyardCliView  *view,
           LanyardChange   *change)
{
  g_autoptr (LanyardZone) own = lanyard_zone_new (lanyard_conference_get_zone (view->conference));
  g_autofree char *sentence = lanyard_change_dup_sentence (change, view->zone);
  g_autofree char *elsewhere = NULL;

  lanyard_cli_table_add_note (table, sentence);
  if (own != NULL && !lanyard_zone_equal (own, view->zone))
    elsewhere = lanyard_change_dup_time_elsewhere (change, view->zone, own);
  if (elsewhere != NULL)
    lanyard_cli_table_add_note (table, elsewhere);
}

static void
add_row (LanyardCliTable *table,
         LanyardCliView  *view,
         LanyardChange   *change,
         gboolean         is_terminal)
{
  const LanyardChangeFields *fields = lanyard_change_get_fields (change);
  g_autofree char *id = lanyard_cli_id_dup (fields->item_kind, fields->key);
  g_autofree char *before = dup_state (view->zone, fields->old_text, fields->old_start, fields->old_end);
  g_autofree char *after = dup_state (view->zone, fields->new_text, fields->new_start, fields->new_end);

  lanyard_cli_items_set_instant (table, COLUMN_DAY, view->zone, fields->noticed_at, LANYARD_NO_TIME);
  if (fields->is_mine)
    lanyard_cli_table_set_cell (table, COLUMN_MINE, is_terminal ? "★" : "mine");
  lanyard_cli_table_set_cell (table, COLUMN_KIND,
                              is_terminal ? lanyard_change_kind_title (fields->kind)
                                          : lanyard_change_kind_name (fields->kind));
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, fields->title);
  lanyard_cli_table_set_cell (table, COLUMN_ID, id);
  lanyard_cli_table_set_cell (table, COLUMN_OLD, before);
  lanyard_cli_table_set_cell (table, COLUMN_NEW, after);
  lanyard_cli_table_end_row (table);
  if (is_terminal)
    add_notes (table, view, change);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *changes,
            gint64             now)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));
  gint64 noticed_at = LANYARD_NO_TIME;

  for (guint i = 0; i < changes->len; i++)
    {
      LanyardChange *change = g_ptr_array_index (changes, i);

      if (lanyard_change_get_fields (change)->noticed_at != noticed_at)
        {
          noticed_at = lanyard_change_get_fields (change)->noticed_at;
          add_heading (table, view, noticed_at, now);
        }
      add_row (table, view, change, is_terminal);
    }
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (changes->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("No changes are known."));
}

static void
add_json_change (LanyardCliJson *json,
                 LanyardChange  *change)
{
  const LanyardChangeFields *fields = lanyard_change_get_fields (change);

  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_string (json, "change", lanyard_change_kind_name (fields->kind));
  lanyard_cli_json_add_string (json, "kind", lanyard_cli_kind_get_name (fields->item_kind));
  lanyard_cli_json_add_id (json, "id", fields->item_kind, fields->key);
  lanyard_cli_json_add_string (json, "key", fields->key);
  lanyard_cli_json_add_string (json, "title", fields->title);
  lanyard_cli_json_add_instant (json, "noticed_at", fields->noticed_at);
  lanyard_cli_json_add_boolean (json, "is_mine", fields->is_mine);
  lanyard_cli_json_add_boolean (json, "is_seen", fields->is_seen);
  lanyard_cli_json_add_string (json, "old_text", fields->old_text);
  lanyard_cli_json_add_string (json, "new_text", fields->new_text);
  lanyard_cli_json_add_instant (json, "old_start", fields->old_start);
  lanyard_cli_json_add_instant (json, "old_end", fields->old_end);
  lanyard_cli_json_add_instant (json, "new_start", fields->new_start);
  lanyard_cli_json_add_instant (json, "new_end", fields->new_end);
  lanyard_cli_json_end_object (json);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *changes)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_list (json, "changes");
  for (guint i = 0; i < changes->len; i++)
    add_json_change (json, g_ptr_array_index (changes, i));
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static GPtrArray *
list_changes (LanyardCliContext  *context,
              LanyardCliView     *view,
              gboolean            is_mine,
              const char         *since_text,
              GError            **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  gint64 since;

  if (!lanyard_cli_since_parse (context, view->zone, since_text, &since, error))
    return NULL;
  changes = lanyard_cli_store_list_changes (context, lanyard_conference_get_uuid (view->conference), since, error);
  if (changes == NULL)
    return NULL;

  if (is_mine)
    keep_mine (changes);
  g_ptr_array_sort (changes, compare_changes);
  return g_steal_pointer (&changes);
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_mine = FALSE;
  g_autofree char *since = NULL;
  const GOptionEntry entries[] = {
    { "mine", 0, 0, G_OPTION_ARG_NONE, &is_mine, N_("Only what was starred, itself or with its session"), NULL },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &since,
      N_("Only what was noticed since then: a date, a time, or how long ago, such as 2h or 3d"), N_("WHEN") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gint64 now;

  if (!lanyard_cli_command_parse (&lanyard_cli_changes, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_changes, argc, argv, 0, 1, error) ||
      !lanyard_cli_context_find_now (context, &now, error))
    return FALSE;

  if (argc > 1)
    lanyard_cli_context_set_conference_name (context, argv[1]);
  view = lanyard_cli_view_new (context, FALSE, error);
  changes = view != NULL ? list_changes (context, view, is_mine, since, error) : NULL;
  if (changes == NULL)
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, changes);
  else
    print_list (context, view, changes, now);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_changes = {
  .name = "changes",
  .words = N_("[CONFERENCE]"),
  .summary = N_("List what has changed in the programme"),
  .run = run,
};
