/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli plan`: the picks in order of time, and what overlaps. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-day.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"

#include "plan/lanyard-conflict.h"
#include "time/lanyard-time-format.h"

static gboolean
is_on_day (LanyardCliView         *view,
           const LanyardPlanEntry *entry,
           guint                   day)
{
  if (day == LANYARD_CLI_ANY_DAY)
    return TRUE;
  return lanyard_item_is_scheduled (entry->item) &&
         lanyard_zone_get_day (view->zone, lanyard_item_get_start (entry->item)) == day;
}

static const LanyardPlanEntry *
get_other (const LanyardConflict   *overlap,
           const LanyardPlanEntry *entry)
{
  if (overlap->first == entry)
    return overlap->second;
  return overlap->second == entry ? overlap->first : NULL;
}

static char *
dup_overlap (LanyardCliView         *view,
             const LanyardConflict   *overlap,
             const LanyardPlanEntry *other)
{
  g_autofree char *range = lanyard_format_time_range (view->zone, overlap->start, overlap->end);

  /* Translators: a title and a time: "Overlaps with “Lunch”, 12:00–12:30" */
  return g_strdup_printf (_("Overlaps with “%s”, %s"), lanyard_item_get_title (other->item), range);
}

static void
add_overlap_notes (LanyardCliTable        *table,
                   LanyardCliView         *view,
                   const LanyardPlanEntry *entry)
{
  GPtrArray *overlaps = lanyard_conflicts_find (lanyard_plan_get_entries (view->plan), 0);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardConflict *overlap = g_ptr_array_index (overlaps, i);
      const LanyardPlanEntry *other = get_other (overlap, entry);

      if (other != NULL)
        {
          g_autofree char *note = dup_overlap (view, overlap, other);

          lanyard_cli_table_add_note (table, note);
        }
    }
}

/* For programs: the ids of what overlaps, with spaces between. */
static char *
dup_overlap_ids (LanyardCliView         *view,
                 const LanyardPlanEntry *entry)
{
  GPtrArray *overlaps = lanyard_conflicts_find (lanyard_plan_get_entries (view->plan), 0);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardPlanEntry *other = get_other (g_ptr_array_index (overlaps, i), entry);

      if (other != NULL)
        {
          g_autofree char *id =
              lanyard_cli_id_dup (lanyard_item_get_kind (other->item), lanyard_item_get_key (other->item));

          g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
        }
    }
  return g_string_free_and_steal (ids);
}

static void
add_entry (LanyardCliTable        *table,
           LanyardCliView         *view,
           const LanyardPlanEntry *entry,
           gboolean                is_terminal)
{
  g_autofree char *ids = is_terminal ? NULL : dup_overlap_ids (view, entry);

  lanyard_cli_items_add_row (table, view, entry->item, ids, is_terminal);
  if (is_terminal)
    add_overlap_notes (table, view, entry);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            guint              only_day)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  GPtrArray *entries = lanyard_plan_get_entries (view->plan);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();
  guint day = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (!is_on_day (view, entry, only_day))
        continue;
      lanyard_cli_items_add_day (table, view, entry->item, &day);
      add_entry (table, view, entry, is_terminal);
    }
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (entries->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("Nothing is starred yet."));
}

static void
add_json_entry (LanyardCliJson         *json,
                const LanyardPlanEntry *entry)
{
  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_string (json, "level", lanyard_cli_level_get_name (entry->level));
  lanyard_cli_json_add_boolean (json, "is_covered", entry->covered);
  lanyard_cli_json_add_item (json, "item", entry->item);
  lanyard_cli_json_end_object (json);
}

static void
add_json_overlap (LanyardCliJson       *json,
                  const LanyardConflict *overlap)
{
  LanyardItem *first = overlap->first->item;
  LanyardItem *second = overlap->second->item;

  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_id (json, "first", lanyard_item_get_kind (first), lanyard_item_get_key (first));
  lanyard_cli_json_add_id (json, "second", lanyard_item_get_kind (second), lanyard_item_get_key (second));
  lanyard_cli_json_add_instant (json, "start", overlap->start);
  lanyard_cli_json_add_instant (json, "end", overlap->end);
  lanyard_cli_json_end_object (json);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            guint              day)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);
  GPtrArray *entries = lanyard_plan_get_entries (view->plan);
  GPtrArray *overlaps = lanyard_conflicts_find (lanyard_plan_get_entries (view->plan), 0);

  lanyard_cli_json_begin_list (json, "entries");
  for (guint i = 0; i < entries->len; i++)
    if (is_on_day (view, g_ptr_array_index (entries, i), day))
      add_json_entry (json, g_ptr_array_index (entries, i));
  lanyard_cli_json_end_list (json);

  lanyard_cli_json_begin_list (json, "overlaps");
  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardConflict *overlap = g_ptr_array_index (overlaps, i);

      if (is_on_day (view, overlap->first, day) || is_on_day (view, overlap->second, day))
        add_json_overlap (json, overlap);
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
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &text,
      N_("Only that day: a date, a number (1 is the first day), or today"), N_("DAY") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardCliView) view = NULL;
  guint day;

  if (!lanyard_cli_command_parse (&lanyard_cli_plan, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_plan, argc, argv, 0, 0, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL || !lanyard_cli_day_parse (context, view, text, &day, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, day);
  else
    print_list (context, view, day);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_plan = {
  .name = "plan",
  .summary = N_("Show what you have starred, by time, and what overlaps"),
  .run = run,
};
