/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a day the schedule shows, as a list or as a grid, or why nothing of
 * it: follows filter, picks and the minute, and finds what is on now. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../grid/lanyard-grid.h"
#include "lanyard-nothing-page.h"
#include "lanyard-schedule-days.h"
#include "lanyard-schedule-page-private.h"

/* Made when it is needed, which is hardly ever. */
static void
show_empty (LanyardSchedulePage *self)
{
  if (adw_bin_get_child (self->empty) == NULL)
    adw_bin_set_child (self->empty, g_object_new (ADW_TYPE_STATUS_PAGE,
                                                  "icon-name", "lanyard-schedule-symbolic",
                                                  "title", _("No Talks Yet"),
                                                  "description", _("The programme of this conference has no talks. "
                                                                   "Refresh it when it is published."),
                                                  NULL));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static LanyardGrid *
ensure_grid (LanyardSchedulePage *self)
{
  if (adw_bin_get_child (self->grid) == NULL)
    {
      GtkWidget *grid = lanyard_grid_new (self->open);

      g_signal_connect_object (grid, "item-activated", G_CALLBACK (lanyard_schedule_page_activate), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->grid, grid);
    }
  return LANYARD_GRID (adw_bin_get_child (self->grid));
}

/* Something is there, but the filter keeps nothing of this day. */
static void
show_nothing (LanyardSchedulePage *self,
              guint                day)
{
  guint other = day;
  gboolean has_other = lanyard_days_find_other (self->days, self->open, &other);

  if (adw_bin_get_child (self->nothing) == NULL)
    adw_bin_set_child (self->nothing, lanyard_nothing_page_new ());
  lanyard_nothing_page_set_other_day (LANYARD_NOTHING_PAGE (adw_bin_get_child (self->nothing)), has_other, other);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* Private: shows of the day that is chosen what is neither hidden nor filtered
 * away, in the view that is chosen. */
void
lanyard_schedule_page_show_items (LanyardSchedulePage *self,
                                  gboolean             from_top)
{
  const LanyardDay *day = lanyard_days_find (self->days, lanyard_day_switcher_get_day (self->switcher));
  const char *view = lanyard_schedule_page_get_view (self);
  g_autoptr (GPtrArray) items = NULL;

  if (day == NULL)
    {
      show_empty (self);
      return;
    }
  items = lanyard_day_dup_shown (day, self->open);
  if (g_str_equal (view, GRID_VIEW))
    {
      lanyard_grid_set_day (ensure_grid (self), day->day, items);
      lanyard_grid_set_position (ensure_grid (self), self->grid_position);
      g_clear_pointer (&self->grid_position, g_free);
    }
  else
    lanyard_item_list_set_items (self->list, items, from_top);
  if (items->len == 0)
    show_nothing (self, day->day);
  else
    gtk_stack_set_visible_child_name (self->stack, view);
  /* After the stack has moved the focus on: with a row it would be lost. */
  if (g_str_equal (view, GRID_VIEW))
    lanyard_item_list_put_away (self->list, from_top);
}

static void
mark_filter_button (LanyardSchedulePage *self)
{
  if (lanyard_filter_is_empty (lanyard_open_conference_get_filter (self->open)))
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
}

/* The last chip takes the focus with it when it goes: what was filtered has it
 * then. */
static void
keep_focus (LanyardSchedulePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->chips)) &&
      lanyard_filter_is_empty (lanyard_open_conference_get_filter (self->open)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
filter_changed_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  mark_filter_button (self);
  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  lanyard_schedule_page_show_items (self, FALSE);
  keep_focus (self);
}

static void
plan_changed_cb (LanyardSchedulePage *self)
{
  LanyardFilter *filter = lanyard_open_conference_get_filter (self->open);

  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if ((lanyard_filter_get_picks (filter) || lanyard_filter_get_decided (filter) != LANYARD_FILTER_DECIDED_NOTHING) &&
      self->days->len > 0)
    lanyard_schedule_page_show_items (self, FALSE);
}

/* Private: the button is there while there is a now to jump to. */
void
lanyard_schedule_page_show_now_button (LanyardSchedulePage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  gint64 now = lanyard_open_conference_get_now (self->open);
  const LanyardConferenceFields *fields;

  if (programme == NULL)
    return;
  fields = lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  gtk_widget_set_visible (self->now_button, fields->start != LANYARD_NO_TIME && fields->start <= now && now < fields->end);
}

static void
minute_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  lanyard_schedule_page_show_now_button (self);
  if (lanyard_filter_get_still_to_come (lanyard_open_conference_get_filter (self->open)) && self->days->len > 0)
    lanyard_schedule_page_show_items (self, FALSE);
}

/* Private: follows all but programme and zone, from which come the days. */
void
lanyard_schedule_page_follow (LanyardSchedulePage *self)
{
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::hidden", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::now", G_CALLBACK (minute_cb), self, G_CONNECT_SWAPPED);
  mark_filter_button (self);
}

/**
 * lanyard_schedule_page_show_now:
 * @self: a page
 *
 * Shows what is on now, else what comes next, else what came last: its day, at
 * the top, with the focus.
 */
void
lanyard_schedule_page_show_now (LanyardSchedulePage *self)
{
  LanyardItem *item;
  guint day = LANYARD_DAY_NONE;

  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));
  g_return_if_fail (self->open != NULL);

  item = lanyard_days_find_now (self->days, self->open, &day);
  if (item == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  lanyard_day_switcher_set_day (self->switcher, day);
  if (g_str_equal (lanyard_schedule_page_get_view (self), GRID_VIEW))
    lanyard_grid_show_now (ensure_grid (self));
  else
    lanyard_item_list_show_item (self->list, item);
}

/**
 * lanyard_schedule_page_show_item:
 * @self: a page
 * @item: a talk, a block or a break
 *
 * Shows an item among what runs at the same time: its day, at the top, with the
 * focus. One that is filtered away or hidden is not brought back.
 */
void
lanyard_schedule_page_show_item (LanyardSchedulePage *self,
                                 LanyardItem         *item)
{
  guint day = LANYARD_DAY_NONE;

  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (lanyard_item_is_scheduled (item))
    day = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (item));
  lanyard_day_switcher_set_day (self->switcher, day);
  if (g_str_equal (lanyard_schedule_page_get_view (self), GRID_VIEW))
    lanyard_grid_show_item (ensure_grid (self), item);
  else
    lanyard_item_list_show_item (self->list, item);
}

/* Private: which part of the grid is in sight, if the grid is shown. */
char *
lanyard_schedule_page_dup_grid_position (LanyardSchedulePage *self)
{
  GtkWidget *grid = adw_bin_get_child (self->grid);

  if (grid == NULL || !g_str_equal (lanyard_schedule_page_get_view (self), GRID_VIEW))
    return NULL;
  return lanyard_grid_dup_position (LANYARD_GRID (grid));
}
