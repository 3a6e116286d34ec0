/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli now`: what is running, and what is next. Picks come first.
 * Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-store.h"

#include "plan/lanyard-now.h"
#include "time/lanyard-time-format.h"

static void
add_rows (LanyardCliTable *table,
          LanyardCliView  *view,
          GPtrArray       *entries,
          gint64           now,
          gboolean         is_terminal)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardNowEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *remark = NULL;

      if (lanyard_item_is_cancelled (entry->item))
        remark = NULL;
      else if (entry->start > now)
        remark = lanyard_format_time_until (entry->start - now);
      else if (entry->has_end)
        remark = lanyard_format_time_left (entry->end - now);
      lanyard_cli_items_add_row (table, view, entry->item, remark, is_terminal);
    }
}

/* The heading says the day unless it is today. */
static void
add_heading (LanyardCliTable     *table,
             LanyardCliView      *view,
             const LanyardMoment *moment,
             GPtrArray           *entries,
             const char          *heading,
             const char          *heading_on_day)
{
  guint day;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (entries->len == 0)
    return;
  day = lanyard_zone_get_day (view->zone, ((const LanyardNowEntry *) g_ptr_array_index (entries, 0))->start);
  if (day != lanyard_zone_get_day (view->zone, moment->instant) && heading_on_day != NULL)
    {
      g_autoptr (GString) on_day = g_string_new (heading_on_day);

      name = lanyard_format_day (day, LANYARD_DAY_FULL);
      g_string_replace (on_day, "%s", name, 1);
      text = g_string_free_and_steal (g_steal_pointer (&on_day));
    }
  lanyard_cli_table_add_heading (table, text != NULL ? text : heading);
}

/* When nothing runs there is still something to say: until when, or no more. */
static void
print_phase (LanyardCliOutput *output,
             LanyardCliView   *view,
             LanyardMoment    *moment)
{
  g_autofree char *title = lanyard_moment_dup_title (moment, view->zone);
  g_autofree char *description = lanyard_moment_dup_description (moment, view->zone);

  if (title == NULL)
    return;
  lanyard_cli_output_add_line (output, title);
  lanyard_cli_output_add_line (output, description);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            LanyardMoment     *moment)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();

  add_heading (table, view, moment, moment->running, _("Now"), NULL);
  add_rows (table, view, moment->running, moment->instant, is_terminal);
  /* Translators: %s is a day: "Next, on Monday 5 October 2026" */
  add_heading (table, view, moment, moment->next, _("Next"), _("Next, on %s"));
  add_rows (table, view, moment->next, moment->instant, is_terminal);
  /* Translators: %s is a day */
  add_heading (table, view, moment, moment->next_of_plan, _("Next in your plan"), _("Next in your plan, on %s"));
  add_rows (table, view, moment->next_of_plan, moment->instant, is_terminal);

  lanyard_cli_view_print_zone (view, output);
  if (is_terminal)
    print_phase (output, view, moment);
  lanyard_cli_table_print (table, output);
}

static void
add_json_list (LanyardCliJson *json,
               const char     *name,
               GPtrArray      *entries)
{
  lanyard_cli_json_begin_list (json, name);
  for (guint i = 0; i < entries->len; i++)
    lanyard_cli_json_add_item (json, NULL, ((const LanyardNowEntry *) g_ptr_array_index (entries, i))->item);
  lanyard_cli_json_end_list (json);
}

static const char *
name_of_phase (LanyardMomentPhase phase)
{
  switch (phase)
    {
    case LANYARD_MOMENT_UNSCHEDULED: return "unscheduled";
    case LANYARD_MOMENT_BEFORE: return "before";
    case LANYARD_MOMENT_DURING: return "during";
    case LANYARD_MOMENT_PAUSE: return "pause";
    case LANYARD_MOMENT_BETWEEN: return "between";
    case LANYARD_MOMENT_AFTER: return "after";
    default: g_return_val_if_reached (NULL);
    }
}

static void
print_json (LanyardCliContext   *context,
            LanyardCliView      *view,
            const LanyardMoment *moment)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_add_instant (json, "now", moment->instant);
  lanyard_cli_json_add_string (json, "phase", name_of_phase (moment->phase));
  add_json_list (json, "running", moment->running);
  add_json_list (json, "next", moment->next);
  add_json_list (json, "next_of_plan", moment->next_of_plan);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean shows_all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &shows_all, N_("Also what is hidden for good in the window"), NULL },
    { NULL },
  };
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (LanyardFilter) hidden = NULL;
  g_autoptr (LanyardNow) now = NULL;
  g_autoptr (LanyardMoment) moment = NULL;
  gint64 instant;

  if (!lanyard_cli_command_parse (&lanyard_cli_now, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_now, argc, argv, 0, 0, error) ||
      !lanyard_cli_context_find_now (context, &instant, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;
  if (!shows_all)
    {
      hidden = lanyard_cli_store_load_hidden (context, lanyard_conference_get_uuid (view->conference), error);
      if (hidden == NULL)
        return FALSE;
    }

  now = lanyard_now_new (view->programme, view->plan, hidden);
  moment = lanyard_now_dup_moment (now, instant);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, moment);
  else
    print_list (context, view, moment);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_now = {
  .name = "now",
  .summary = N_("Show what is running and what is next"),
  .run = run,
};
