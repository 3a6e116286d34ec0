/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli now`: what is running, and what is next. Picks come first.
 * Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"

#include "time/lanyard-time-format.h"

#define SECONDS_A_DAY (24 * 60 * 60)

typedef struct
{
  gint64     now;
  GPtrArray *running;      /* owned, of borrowed LanyardItem, as all these */
  GPtrArray *next;         /* owned */
  GPtrArray *next_of_plan; /* owned, empty if it begins when next does */
} Moment;

static void
moment_clear (Moment *moment)
{
  g_clear_pointer (&moment->running, g_ptr_array_unref);
  g_clear_pointer (&moment->next, g_ptr_array_unref);
  g_clear_pointer (&moment->next_of_plan, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moment, moment_clear)

static gboolean
is_running (LanyardItem *item,
            gint64       now)
{
  return lanyard_item_is_scheduled (item) && lanyard_item_get_start (item) <= now &&
         lanyard_item_get_end (item) != LANYARD_NO_TIME && lanyard_item_get_end (item) > now;
}

/* 2 for what is picked itself, 1 for what belongs to a picked session. */
static int
rank_by_pick (LanyardCliView *view,
              LanyardItem    *item)
{
  if (lanyard_plan_get_level (view->plan, lanyard_item_get_kind (item), lanyard_item_get_key (item)) !=
      LANYARD_LEVEL_NONE)
    return 2;
  return lanyard_plan_covers (view->plan, item) ? 1 : 0;
}

static int
compare_for_me (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  LanyardItem *left = *(LanyardItem **) a;
  LanyardItem *right = *(LanyardItem **) b;
  int order = rank_by_pick (user_data, right) - rank_by_pick (user_data, left);

  return order != 0 ? order : lanyard_item_compare (left, right);
}

static gboolean
is_expected (LanyardItem *item)
{
  return lanyard_item_is_scheduled (item) && !lanyard_item_is_cancelled (item);
}

static void
add_items (GPtrArray *all,
           GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (is_expected (g_ptr_array_index (items, i)))
      g_ptr_array_add (all, g_ptr_array_index (items, i));
}

/* Talks and breaks, and the sessions that have no talks to stand for them. */
static GPtrArray *
list_items (LanyardCliView *view)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (view->programme);
  GPtrArray *talks = lanyard_programme_get_talks (view->programme);
  g_autoptr (GHashTable) sessions = g_hash_table_new (NULL, NULL);
  GPtrArray *all = g_ptr_array_new ();

  add_items (all, talks);
  add_items (all, lanyard_programme_get_breaks (view->programme));
  for (guint i = 0; i < talks->len; i++)
    g_hash_table_add (sessions, lanyard_item_get_session (g_ptr_array_index (talks, i)));
  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardItem *block = g_ptr_array_index (blocks, i);

      if (is_expected (block) && !g_hash_table_contains (sessions, lanyard_item_get_session (block)))
        g_ptr_array_add (all, block);
    }
  return all;
}

static GPtrArray *
list_running (LanyardCliView *view,
              GPtrArray      *all,
              gint64          now)
{
  GPtrArray *running = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_running (g_ptr_array_index (all, i), now))
      g_ptr_array_add (running, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (running, compare_for_me, view);
  return running;
}

/* When the next of them begins, G_MAXINT64 if nothing comes any more. */
static gint64
find_next_start (LanyardCliView *view,
                 GPtrArray      *all,
                 gint64          now,
                 gboolean        is_picked)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < all->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (all, i);

      if (lanyard_item_get_start (item) > now && (!is_picked || rank_by_pick (view, item) > 0))
        next = MIN (next, lanyard_item_get_start (item));
    }
  return next;
}

static GPtrArray *
list_starting (LanyardCliView *view,
               GPtrArray      *all,
               gint64          start,
               gboolean        is_picked)
{
  GPtrArray *starting = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (all, i);

      if (lanyard_item_get_start (item) == start && (!is_picked || rank_by_pick (view, item) > 0))
        g_ptr_array_add (starting, item);
    }
  g_ptr_array_sort_with_data (starting, compare_for_me, view);
  return starting;
}

/* What begins next, and what does of the plan if that is later. */
static void
list_all (Moment         *moment,
          LanyardCliView *view,
          GPtrArray      *all)
{
  gint64 next = find_next_start (view, all, moment->now, FALSE);
  gint64 next_of_plan = find_next_start (view, all, moment->now, TRUE);

  moment->running = list_running (view, all, moment->now);
  moment->next = list_starting (view, all, next, FALSE);
  moment->next_of_plan = list_starting (view, all, next_of_plan == next ? LANYARD_NO_TIME : next_of_plan, TRUE);
}

static char *
dup_until (gint64 seconds)
{
  guint n_days = (guint) (seconds / SECONDS_A_DAY);
  g_autofree char *duration = NULL;

  if (n_days > 0)
    /* Translators: until something begins */
    return g_strdup_printf (ngettext ("in %u day", "in %u days", n_days), n_days);
  duration = lanyard_format_duration (seconds);
  /* Translators: until something begins: "in 25 min" */
  return g_strdup_printf (_("in %s"), duration);
}

static char *
dup_left (gint64 seconds)
{
  g_autofree char *duration = lanyard_format_duration (seconds);

  /* Translators: until something ends: "25 min left" */
  return g_strdup_printf (_("%s left"), duration);
}

static void
add_rows (LanyardCliTable *table,
          LanyardCliView  *view,
          GPtrArray       *items,
          gint64           now,
          gboolean         is_terminal)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      g_autofree char *remark = NULL;

      if (lanyard_item_get_start (item) > now)
        remark = dup_until (lanyard_item_get_start (item) - now);
      else
        remark = dup_left (lanyard_item_get_end (item) - now);
      lanyard_cli_items_add_row (table, view, item, remark, is_terminal);
    }
}

/* The heading says the day unless it is today. */
static void
add_heading (LanyardCliTable *table,
             LanyardCliView  *view,
             const Moment    *moment,
             GPtrArray       *items,
             const char      *heading,
             const char      *heading_on_day)
{
  guint day;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (items->len == 0)
    return;
  day = lanyard_zone_get_day (view->zone, lanyard_item_get_start (g_ptr_array_index (items, 0)));
  if (day != lanyard_zone_get_day (view->zone, moment->now) && heading_on_day != NULL)
    {
      g_autoptr (GString) on_day = g_string_new (heading_on_day);

      name = lanyard_format_day (day, LANYARD_DAY_FULL);
      g_string_replace (on_day, "%s", name, 1);
      text = g_string_free_and_steal (g_steal_pointer (&on_day));
    }
  lanyard_cli_table_add_heading (table, text != NULL ? text : heading);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            const Moment      *moment)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();

  add_heading (table, view, moment, moment->running, _("Now"), NULL);
  add_rows (table, view, moment->running, moment->now, is_terminal);
  /* Translators: %s is a day: "Next, on Monday 5 October 2026" */
  add_heading (table, view, moment, moment->next, _("Next"), _("Next, on %s"));
  add_rows (table, view, moment->next, moment->now, is_terminal);
  /* Translators: %s is a day */
  add_heading (table, view, moment, moment->next_of_plan, _("Next in your plan"), _("Next in your plan, on %s"));
  add_rows (table, view, moment->next_of_plan, moment->now, is_terminal);

  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (moment->running->len == 0 && moment->next->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("Nothing is running, and nothing comes any more."));
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
            const Moment      *moment)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_add_instant (json, "now", moment->now);
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
  g_autoptr (LanyardCliView) view = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_auto (Moment) moment = { 0 };

  if (!lanyard_cli_command_parse (&lanyard_cli_now, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_now, argc, argv, 0, 0, error) ||
      !lanyard_cli_context_find_now (context, &moment.now, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;

  all = list_items (view);
  list_all (&moment, view, all);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, &moment);
  else
    print_list (context, view, &moment);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_now = {
  .name = "now",
  .summary = N_("Show what is running and what is next"),
  .run = run,
};
