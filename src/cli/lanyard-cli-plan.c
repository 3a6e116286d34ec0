/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli plan`: what is decided in order of time, what is in conflict,
 * what is free and what fits there. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-day.h"
#include "lanyard-cli-decided.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-plans.h"

#include "time/lanyard-time-format.h"

#define MOST_MINUTES (24 * 60)

enum
{
  CONFLICT_DAY,
  CONFLICT_START,
  CONFLICT_END,
  CONFLICT_PICK,
  CONFLICT_TITLE,
  CONFLICT_DESCRIPTION,
  CONFLICT_KIND,
  CONFLICT_LEVEL,
  CONFLICT_FIRST,
  CONFLICT_SECOND,
  CONFLICT_ALTERNATIVES,
};

static const LanyardCliColumn conflict_columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "★", LANYARD_CLI_COLUMN_TERMINAL, 0, 0 },
  { N_("CONFLICT"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("WHY"), LANYARD_CLI_COLUMN_TERMINAL | LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
};

enum
{
  GAP_DAY,
  GAP_START,
  GAP_END,
  GAP_MINUTES,
  GAP_TIME,
  GAP_DURATION,
  GAP_BEFORE,
  GAP_AFTER,
};

static const LanyardCliColumn gap_columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("TIME"), LANYARD_CLI_COLUMN_TERMINAL, 0, 0 },
  { N_("FREE"), LANYARD_CLI_COLUMN_TERMINAL, 0, 0 },
  { N_("AFTER"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 1 },
  { N_("BEFORE"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 2 },
};

static char *
dup_id (LanyardPlanEntry *entry)
{
  return lanyard_cli_id_dup (lanyard_item_get_kind (entry->item), lanyard_item_get_key (entry->item));
}

/* --- the entries ---------------------------------------------------------- */

static char *
dup_note (LanyardCliPlans  *plans,
          LanyardConflict  *conflict,
          LanyardPlanEntry *other)
{
  g_autofree char *range = NULL;

  if (conflict->kind == LANYARD_CONFLICT_ROOM_CHANGE)
    return lanyard_conflict_dup_description (conflict, plans->zone);
  range = lanyard_format_time_range (plans->zone, conflict->start, conflict->end);
  /* Translators: a title and a time: "Overlaps with “Lunch”, 12:00–12:30" */
  return g_strdup_printf (_("Overlaps with “%s”, %s"), lanyard_item_get_title (other->item), range);
}

/* A change of rooms is said where it leads to. */
static void
add_notes (LanyardCliTable  *table,
           LanyardCliPlans  *plans,
           LanyardPlanEntry *entry)
{
  GPtrArray *conflicts = lanyard_cli_plans_get_conflicts (plans, entry);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *note = NULL;

      if (conflict->kind == LANYARD_CONFLICT_ROOM_CHANGE && conflict->first == entry)
        continue;
      note = dup_note (plans, conflict, lanyard_conflict_get_other (conflict, entry));
      lanyard_cli_table_add_note (table, note);
    }
}

/* For programs: the ids of what overlaps, with spaces between. */
static char *
dup_overlap_ids (LanyardCliPlans  *plans,
                 LanyardPlanEntry *entry)
{
  GPtrArray *conflicts = lanyard_cli_plans_get_conflicts (plans, entry);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->kind == LANYARD_CONFLICT_OVERLAP)
        {
          g_autofree char *id = dup_id (lanyard_conflict_get_other (conflict, entry));

          g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
        }
    }
  return g_string_free_and_steal (ids);
}

static void
add_row (LanyardCliTable   *table,
         LanyardCliPlans   *plans,
         LanyardItem       *item,
         LanyardConference *conference,
         const char        *remark,
         gboolean           is_terminal)
{
  if (plans->is_everywhere)
    lanyard_cli_items_set_conference (table, conference, is_terminal);
  lanyard_cli_items_add_row (table, lanyard_cli_plans_find_view (plans, conference), item, remark, is_terminal);
}

static LanyardCliTable *
new_table (LanyardCliPlans *plans)
{
  return plans->is_everywhere ? lanyard_cli_items_new_table_of_all () : lanyard_cli_items_new_table ();
}

static void
print_entries (LanyardCliPlans  *plans,
               LanyardCliOutput *output)
{
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = new_table (plans);
  guint day = 0;

  for (guint i = 0; i < plans->entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (plans->entries, i);
      g_autofree char *ids = is_terminal ? NULL : dup_overlap_ids (plans, entry);

      if (!lanyard_cli_plans_shows (plans, entry))
        continue;
      lanyard_cli_items_add_day (table, lanyard_cli_plans_find_view (plans, entry->conference), entry->item, &day);
      add_row (table, plans, entry->item, entry->conference, ids, is_terminal);
      if (is_terminal)
        add_notes (table, plans, entry);
    }
  lanyard_cli_table_print (table, output);
  if (plans->entries->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("Nothing is starred yet."));
}

/* --- the conflicts -------------------------------------------------------- */

static void
add_day (LanyardCliTable *table,
         LanyardCliPlans *plans,
         gint64           instant,
         guint           *day)
{
  g_autofree char *heading = NULL;

  if (lanyard_zone_get_day (plans->zone, instant) == *day)
    return;
  *day = lanyard_zone_get_day (plans->zone, instant);
  heading = lanyard_format_day (*day, LANYARD_DAY_FULL);
  lanyard_cli_table_add_heading (table, heading);
}

static void
add_conflict (LanyardCliTable *table,
              LanyardCliPlans *plans,
              LanyardConflict *conflict,
              gboolean         is_terminal)
{
  g_autofree char *title = lanyard_conflict_dup_title (conflict);
  g_autofree char *description = lanyard_conflict_dup_description (conflict, plans->zone);
  g_autofree char *first = dup_id (conflict->first);
  g_autofree char *second = dup_id (conflict->second);
  g_autoptr (GString) alternatives = g_string_new (NULL);

  lanyard_cli_plans_append_alternatives (plans, conflict->first, alternatives);
  lanyard_cli_plans_append_alternatives (plans, conflict->second, alternatives);
  lanyard_cli_items_set_instant (table, CONFLICT_DAY, plans->zone, conflict->start, conflict->end);
  lanyard_cli_table_set_cell (table, CONFLICT_PICK, conflict->level == LANYARD_LEVEL_GOING ? "★" : "?");
  lanyard_cli_table_set_cell (table, CONFLICT_TITLE, title);
  lanyard_cli_table_set_cell (table, CONFLICT_DESCRIPTION, description);
  lanyard_cli_table_set_cell (table, CONFLICT_KIND, lanyard_cli_conflict_kind_get_name (conflict->kind));
  lanyard_cli_table_set_cell (table, CONFLICT_LEVEL, lanyard_cli_level_get_name (conflict->level));
  lanyard_cli_table_set_cell (table, CONFLICT_FIRST, first);
  lanyard_cli_table_set_cell (table, CONFLICT_SECOND, second);
  lanyard_cli_table_set_cell (table, CONFLICT_ALTERNATIVES, alternatives->str);
  lanyard_cli_table_end_row (table);
  if (!is_terminal)
    return;
  lanyard_cli_plans_add_alternative_notes (plans, conflict->first, table);
  lanyard_cli_plans_add_alternative_notes (plans, conflict->second, table);
}

static void
print_conflicts (LanyardCliPlans  *plans,
                 LanyardCliOutput *output)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (conflict_columns, G_N_ELEMENTS (conflict_columns));
  guint n_shown = 0;
  guint day = 0;

  for (guint i = 0; i < plans->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (plans->conflicts, i);

      if (!lanyard_cli_plans_shows_conflict (plans, conflict))
        continue;
      add_day (table, plans, conflict->start, &day);
      add_conflict (table, plans, conflict, lanyard_cli_output_is_terminal (output));
      n_shown++;
    }
  lanyard_cli_table_print (table, output);
  if (n_shown == 0 && lanyard_cli_output_is_terminal (output))
    lanyard_cli_output_add_line (output, _("Nothing is in conflict."));
}

/* --- the gaps ------------------------------------------------------------- */

static void
add_gap (LanyardCliTable *table,
         LanyardCliPlans *plans,
         LanyardGap      *gap)
{
  g_autofree char *time = lanyard_format_time_range (plans->zone, gap->start, gap->end);
  g_autofree char *duration = lanyard_format_duration (gap->end - gap->start);
  g_autofree char *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, (gap->end - gap->start) / 60);

  lanyard_cli_items_set_instant (table, GAP_DAY, plans->zone, gap->start, gap->end);
  lanyard_cli_table_set_cell (table, GAP_MINUTES, minutes);
  lanyard_cli_table_set_cell (table, GAP_TIME, time);
  lanyard_cli_table_set_cell (table, GAP_DURATION, duration);
  if (gap->before != NULL)
    lanyard_cli_table_set_cell (table, GAP_BEFORE, lanyard_item_get_title (gap->before->item));
  if (gap->after != NULL)
    lanyard_cli_table_set_cell (table, GAP_AFTER, lanyard_item_get_title (gap->after->item));
  lanyard_cli_table_end_row (table);
}

static void
add_gap_heading (LanyardCliTable *table,
                 LanyardCliPlans *plans,
                 LanyardGap      *gap)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (plans->zone, gap->start), LANYARD_DAY_FULL);
  g_autofree char *time = lanyard_format_time_range (plans->zone, gap->start, gap->end);
  g_autofree char *duration = lanyard_format_duration (gap->end - gap->start);
  /* Translators: a day, a stretch of time, and how long it is: "Monday 5 October 2026, 10:00–10:45: 45 min free" */
  g_autofree char *heading = g_strdup_printf (_("%s, %s: %s free"), day, time, duration);

  lanyard_cli_table_add_heading (table, heading);
}

static void
add_fits (LanyardCliTable *table,
          LanyardCliPlans *plans,
          LanyardGap      *gap,
          gboolean         is_terminal)
{
  g_autoptr (GPtrArray) fits = lanyard_cli_plans_dup_fits (plans, gap);

  if (fits->len > 0)
    add_gap_heading (table, plans, gap);
  for (guint i = 0; i < fits->len; i++)
    {
      LanyardFit *fit = g_ptr_array_index (fits, i);
      g_autofree char *reason = lanyard_fit_dup_reason (fit);

      add_row (table, plans, fit->item, fit->conference,
               is_terminal ? NULL : lanyard_cli_fit_reason_get_name (fit->reason), is_terminal);
      if (reason != NULL)
        lanyard_cli_table_add_note (table, reason);
      if (fit->is_tight)
        lanyard_cli_table_add_note (table, _("Little time to change rooms"));
    }
}

static void
print_gaps (LanyardCliPlans  *plans,
            gboolean          has_fits,
            LanyardCliOutput *output)
{
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table =
      has_fits ? new_table (plans) : lanyard_cli_table_new (gap_columns, G_N_ELEMENTS (gap_columns));
  guint n_gaps = 0;
  guint heading = 0;

  for (guint i = 0; i < plans->days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (plans->days, i);
      g_autoptr (GPtrArray) gaps = NULL;

      if (!lanyard_cli_plans_shows_day (plans, day))
        continue;
      gaps = lanyard_plan_day_find_gaps (day, LANYARD_GAP_LEAST);
      n_gaps += gaps->len;
      for (guint j = 0; j < gaps->len; j++)
        {
          LanyardGap *gap = g_ptr_array_index (gaps, j);

          if (has_fits)
            add_fits (table, plans, gap, is_terminal);
          else
            {
              add_day (table, plans, gap->start, &heading);
              add_gap (table, plans, gap);
            }
        }
    }
  lanyard_cli_table_print (table, output);
  if (n_gaps == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("Nothing is free."));
}

/* --- the command ---------------------------------------------------------- */

/* What was asked for. */
typedef struct
{
  char *day;              /* owned, nullable */
  gboolean is_everywhere;
  LanyardCliDecided decided;
  gboolean conflicts;
  gboolean gaps;
  gboolean fits;
  int minutes;            /* between two rooms */
} Options;

static gboolean
check (const Options  *options,
       GError        **error)
{
  if (options->conflicts + options->gaps + options->fits > 1)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s are options, the same in every language */
                   _("Of “%s”, “%s” and “%s” only one can be shown."), "--conflicts", "--gaps", "--fits");
      return FALSE;
    }
  if (options->minutes >= 0 && options->minutes <= MOST_MINUTES)
    return TRUE;
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: the first %s is an option, the same in every language; %d is a number of minutes */
               _("“%s” takes a number of minutes from 0 to %d."), "--between-rooms", MOST_MINUTES);
  return FALSE;
}

static gboolean
load (LanyardCliPlans    *plans,
      LanyardCliContext  *context,
      Options            *options,
      GError            **error)
{
  plans->is_everywhere = options->is_everywhere;
  plans->room_change = options->minutes * 60;
  if (!lanyard_cli_decided_parse (&options->decided, &plans->decided, error) ||
      !lanyard_cli_plans_load (plans, context, error))
    return FALSE;
  if (plans->views->len > 0 && options->day != NULL &&
      !lanyard_cli_day_parse_any (context, plans->views->pdata[0], options->day, &plans->day, error))
    return FALSE;
  lanyard_cli_plans_put_together (plans);
  return !options->conflicts || lanyard_cli_plans_load_alternatives (plans, context, error);
}

static void
print (LanyardCliPlans  *plans,
       const Options    *options,
       LanyardCliOutput *output)
{
  if (plans->views->len > 0)
    lanyard_cli_view_print_zone (plans->views->pdata[0], output);
  if (options->conflicts)
    print_conflicts (plans, output);
  else if (options->gaps || options->fits)
    print_gaps (plans, options->fits, output);
  else
    print_entries (plans, output);
}

static gboolean
run_with (LanyardCliContext   *context,
          Options             *options,
          int                  argc,
          char               **argv,
          GError             **error)
{
  GOptionEntry entries[LANYARD_CLI_N_DECIDED_ENTRIES + 7] = {
    [LANYARD_CLI_N_DECIDED_ENTRIES] = { "day", 0, 0, G_OPTION_ARG_FILENAME, &options->day,
      N_("Only that day: a date, a number (1 is the first day), or today"), N_("DAY") },
    { "all-conferences", 0, 0, G_OPTION_ARG_NONE, &options->is_everywhere,
      N_("Put the plans of all conferences together"), NULL },
    { "conflicts", 0, 0, G_OPTION_ARG_NONE, &options->conflicts, N_("Only what is in conflict"), NULL },
    { "gaps", 0, 0, G_OPTION_ARG_NONE, &options->gaps, N_("Only when you are free"), NULL },
    { "fits", 0, 0, G_OPTION_ARG_NONE, &options->fits, N_("What fits when you are free"), NULL },
    { "between-rooms", 0, 0, G_OPTION_ARG_INT, &options->minutes,
      N_("How many minutes it takes to change rooms (5)"), N_("MINUTES") },
  };
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_auto (LanyardCliPlans) plans = { 0 };

  lanyard_cli_decided_fill_entries (&options->decided, entries);
  if (!lanyard_cli_command_parse (&lanyard_cli_plan, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_plan, argc, argv, 0, 0, error) || !check (options, error) ||
      !load (&plans, context, options, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    lanyard_cli_plans_print_json (&plans, options->fits, output);
  else
    print (&plans, options, output);
  return TRUE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  Options options = { .minutes = LANYARD_ROOM_CHANGE_MINUTES };
  gboolean done = run_with (context, &options, argc, argv, error);

  g_free (options.day);
  lanyard_cli_decided_clear (&options.decided);
  return done;
}

const LanyardCliCommand lanyard_cli_plan = {
  .name = "plan",
  .summary = N_("Show your plan by time, and what is in conflict or free"),
  .run = run,
};
