/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli talks`: the timetable as a list, with the breaks in it. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-filter.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"

static gboolean
is_shown (LanyardCliFilter *filter,
          LanyardCliView   *view,
          LanyardItem      *item,
          gboolean          keeps_breaks)
{
  if (keeps_breaks && lanyard_item_get_kind (item) == LANYARD_KIND_BREAK)
    return lanyard_cli_filter_is_on_day (filter, view, item);
  return lanyard_cli_filter_matches (filter, view, item);
}

/* The items that are wanted, in their order. */
static GPtrArray *
list_shown (LanyardCliFilter *filter,
            LanyardCliView   *view,
            GPtrArray        *items,
            gboolean          keeps_breaks)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (is_shown (filter, view, g_ptr_array_index (items, i), keeps_breaks))
      g_ptr_array_add (shown, g_ptr_array_index (items, i));
  return shown;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (*(LanyardItem **) a, *(LanyardItem **) b);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *talks,
            GPtrArray         *breaks)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();
  g_autoptr (GPtrArray) shown = g_ptr_array_copy (talks, NULL, NULL);

  g_ptr_array_extend (shown, breaks, NULL, NULL);
  g_ptr_array_sort (shown, compare_items);
  lanyard_cli_items_add_list (table, view, shown, lanyard_cli_output_is_terminal (output));
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
}

static void
add_json_list (LanyardCliJson *json,
               const char     *name,
               GPtrArray      *items)
{
  lanyard_cli_json_begin_list (json, name);
  for (guint i = 0; i < items->len; i++)
    lanyard_cli_json_add_item (json, NULL, g_ptr_array_index (items, i));
  lanyard_cli_json_end_list (json);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *talks,
            GPtrArray         *breaks)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  add_json_list (json, "talks", talks);
  add_json_list (json, "breaks", breaks);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (LanyardCliFilter) filter = { 0 };
  gboolean keeps_breaks = FALSE;
  GOptionEntry entries[LANYARD_CLI_N_FILTER_ENTRIES + 2] = {
    [LANYARD_CLI_N_FILTER_ENTRIES] = { "all", 0, 0, G_OPTION_ARG_NONE, &keeps_breaks,
                                       N_("All breaks, too, whatever else is left out"), NULL },
  };
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GPtrArray) breaks = NULL;

  lanyard_cli_filter_fill_entries (&filter, entries);
  if (!lanyard_cli_command_parse (&lanyard_cli_talks, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_talks, argc, argv, 0, 0, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL || !lanyard_cli_filter_prepare (&filter, context, view, error))
    return FALSE;

  talks = list_shown (&filter, view, lanyard_programme_get_talks (view->programme), keeps_breaks);
  breaks = list_shown (&filter, view, lanyard_programme_get_breaks (view->programme), keeps_breaks);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, talks, breaks);
  else
    print_list (context, view, talks, breaks);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_talks = {
  .name = "talks",
  .summary = N_("List the talks and breaks by time"),
  .run = run,
};
