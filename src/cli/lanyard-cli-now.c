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

static void
add_items (GPtrArray *all,
           GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (lanyard_item_is_scheduled (g_ptr_array_index (items, i)))
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

      if (lanyard_item_is_scheduled (block) && !g_hash_table_contains (sessions, lanyard_item_get_session (block)))
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

/* What begins next, and your own next ones even if they come later. */
static GPtrArray *
list_next (LanyardCliView *view,
           GPtrArray      *all,
           gint64          now)
{
  gint64 start = find_next_start (view, all, now, FALSE);
  gint64 my_start = find_next_start (view, all, now, TRUE);
  GPtrArray *next = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (all, i);
      gint64 item_start = lanyard_item_get_start (item);

      if (item_start == start || (item_start == my_start && rank_by_pick (view, item) > 0))
        g_ptr_array_add (next, item);
    }
  g_ptr_array_sort_with_data (next, compare_for_me, view);
  return next;
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

static char *
dup_next_heading (LanyardCliView *view,
                  GPtrArray      *next,
                  gint64          now)
{
  gint64 start = lanyard_item_get_start (g_ptr_array_index (next, 0));
  guint day = lanyard_zone_get_day (view->zone, start);
  g_autofree char *name = NULL;

  if (day == lanyard_zone_get_day (view->zone, now))
    return g_strdup (_("Next"));
  name = lanyard_format_day (day, LANYARD_DAY_FULL);
  /* Translators: %s is a day: "Next, on Monday 5 October 2026" */
  return g_strdup_printf (_("Next, on %s"), name);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            GPtrArray         *running,
            GPtrArray         *next,
            gint64             now)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table (TRUE);

  if (running->len > 0)
    lanyard_cli_table_add_heading (table, _("Now"));
  add_rows (table, view, running, now, is_terminal);
  if (next->len > 0)
    {
      g_autofree char *heading = dup_next_heading (view, next, now);

      lanyard_cli_table_add_heading (table, heading);
      add_rows (table, view, next, now, is_terminal);
    }
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
  if (running->len == 0 && next->len == 0 && is_terminal)
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
            GPtrArray         *running,
            GPtrArray         *next,
            gint64             now)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_add_instant (json, "now", now);
  add_json_list (json, "running", running);
  add_json_list (json, "next", next);
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
  g_autoptr (GPtrArray) running = NULL;
  g_autoptr (GPtrArray) next = NULL;
  gint64 now;

  if (!lanyard_cli_command_parse (&lanyard_cli_now, context, NULL, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_now, argc, argv, 0, 0, error) ||
      !lanyard_cli_context_find_now (context, &now, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;

  all = list_items (view);
  running = list_running (view, all, now);
  next = list_next (view, all, now);
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, running, next, now);
  else
    print_list (context, view, running, next, now);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_now = {
  .name = "now",
  .summary = N_("Show what is running and what is next"),
  .run = run,
};
