/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli sessions`: the microconferences, tracks or devrooms, by when
 * they first meet. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-stretches.h"

#include "time/lanyard-time-format.h"

enum
{
  COLUMN_DAY,
  COLUMN_START,
  COLUMN_END,
  COLUMN_BLOCKS,
  COLUMN_WHEN,
  COLUMN_ROOM,
  COLUMN_TALKS,
  COLUMN_PICK,
  COLUMN_TITLE,
  COLUMN_ID,
  COLUMN_STATE,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("WHEN"), LANYARD_CLI_COLUMN_TERMINAL, 0, 1 },
  { N_("ROOM"), LANYARD_CLI_COLUMN_FLEXIBLE, 8, 4 },
  { N_("TALKS"), LANYARD_CLI_COLUMN_NUMBER, 0, 3 },
  { "★", 0, 0, 0 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 12, 0 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 2 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

typedef struct
{
  LanyardSession *session;   /* borrowed */
  GArray         *stretches; /* owned, of LanyardCliStretch */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->stretches);
  g_free (entry);
}

static gint64
get_start (const Entry *entry)
{
  return entry->stretches->len > 0 ? g_array_index (entry->stretches, LanyardCliStretch, 0).start : G_MAXINT64;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = *(const Entry **) a;
  const Entry *right = *(const Entry **) b;
  gint64 left_start = get_start (left);
  gint64 right_start = get_start (right);

  if (left_start != right_start)
    return left_start < right_start ? -1 : 1;
  return g_utf8_collate (lanyard_session_get_title (left->session), lanyard_session_get_title (right->session));
}

static GPtrArray *
list_entries (LanyardCliView *view,
              gboolean        is_starred)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (view->programme);
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);
      Entry *entry;

      if (is_starred && !lanyard_level_is_picked (lanyard_plan_get_level (view->plan, LANYARD_KIND_SESSION,
                                                                          lanyard_session_get_key (session))))
        continue;
      entry = g_new0 (Entry, 1);
      entry->session = session;
      entry->stretches = lanyard_cli_stretches_new (view, session);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static char *
dup_when (LanyardCliView *view,
          GArray         *stretches)
{
  const LanyardCliStretch *first;
  g_autofree char *day = NULL;
  g_autofree char *range = NULL;

  if (stretches->len == 0)
    return NULL;

  first = &g_array_index (stretches, LanyardCliStretch, 0);
  day = lanyard_format_day (lanyard_zone_get_day (view->zone, first->start), LANYARD_DAY_SHORT);
  range = lanyard_format_time_range (view->zone, first->start, first->end);
  if (stretches->len == 1)
    /* Translators: a day and a time: "Mon 5, 10:00–10:30" */
    return g_strdup_printf (C_("day and times", "%s, %s"), day, range);
  /* Translators: a day, a time and how many more times there are: "Mon 5, 10:00–10:30 +2" */
  return g_strdup_printf (_("%s, %s +%u"), day, range, stretches->len - 1);
}

static void
add_row (LanyardCliTable *table,
         LanyardCliView  *view,
         const Entry     *entry,
         gboolean         is_terminal)
{
  const char *key = lanyard_session_get_key (entry->session);
  gboolean is_cancelled = lanyard_session_is_cancelled (entry->session);
  g_autofree char *title = lanyard_cli_items_dup_title (lanyard_session_get_title (entry->session),
                                                        is_terminal && is_cancelled);
  g_autofree char *when = dup_when (view, entry->stretches);
  g_autofree char *rooms = lanyard_cli_stretches_dup_rooms (view, entry->session);
  g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_SESSION, key);

  if (entry->stretches->len > 0)
    {
      const LanyardCliStretch *first = &g_array_index (entry->stretches, LanyardCliStretch, 0);

      lanyard_cli_items_set_instant (table, COLUMN_DAY, view->zone, first->start, first->end);
    }
  lanyard_cli_table_set_number (table, COLUMN_BLOCKS, entry->stretches->len);
  lanyard_cli_table_set_cell (table, COLUMN_WHEN, when);
  lanyard_cli_table_set_cell (table, COLUMN_ROOM, rooms);
  lanyard_cli_table_set_number (table, COLUMN_TALKS, lanyard_cli_stretches_count_talks (view, entry->session));
  lanyard_cli_table_set_cell (table, COLUMN_PICK,
                              lanyard_cli_view_get_mark (view, LANYARD_KIND_SESSION, key, NULL, is_terminal));
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, title);
  lanyard_cli_table_set_cell (table, COLUMN_ID, id);
  lanyard_cli_table_set_cell (table, COLUMN_STATE, is_cancelled ? "cancelled" : NULL);
  lanyard_cli_table_end_row (table);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *entries)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < entries->len; i++)
    add_row (table, view, g_ptr_array_index (entries, i), lanyard_cli_output_is_terminal (output));
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
}

static void
add_json_blocks (LanyardCliJson *json,
                 LanyardCliView *view,
                 GPtrArray      *entries)
{
  lanyard_cli_json_begin_list (json, "blocks");
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GPtrArray) blocks = lanyard_programme_dup_session_blocks (view->programme, entry->session);

      for (guint j = 0; j < blocks->len; j++)
        lanyard_cli_json_add_item (json, NULL, g_ptr_array_index (blocks, j));
    }
  lanyard_cli_json_end_list (json);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *entries)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_list (json, "sessions");
  for (guint i = 0; i < entries->len; i++)
    {
      LanyardSession *session = ((const Entry *) g_ptr_array_index (entries, i))->session;

      lanyard_cli_json_add_session (json, NULL, session, lanyard_cli_stretches_count_talks (view, session));
    }
  lanyard_cli_json_end_list (json);
  add_json_blocks (json, view, entries);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_starred = FALSE;
  const GOptionEntry entries[] = {
    { "starred", 0, 0, G_OPTION_ARG_NONE, &is_starred, N_("Only those that are starred as a whole"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_sessions, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_sessions, argc, argv, 0, 0, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;

  sessions = list_entries (view, is_starred);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, sessions);
  else
    print_list (context, view, sessions);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_sessions = {
  .name = "sessions",
  .summary = N_("List the microconferences or tracks"),
  .run = run,
};
