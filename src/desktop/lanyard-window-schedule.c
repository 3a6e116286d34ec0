/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the window that are about the schedule, and about what is
 * filtered and hidden: menus and keys reach them from any page. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-window-private.h"
#include "schedule/lanyard-filter-phrases.h"

static LanyardSchedulePage *
show_schedule (LanyardWindow *self)
{
  lanyard_browser_set_page (self->browser, "schedule");
  return lanyard_browser_get_schedule (self->browser);
}

static void
schedule_view_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *target)
{
  lanyard_schedule_page_set_view (show_schedule (LANYARD_WINDOW (widget)), g_variant_get_string (target, NULL));
}

/* My Plan, if one sees that. */
static LanyardPlanPage *
get_visible_plan (LanyardWindow *self)
{
  return g_str_equal (lanyard_browser_get_page (self->browser), "plan") ? lanyard_browser_get_plan (self->browser) : NULL;
}

/* Days go by only where one sees them. */
static void
step_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardPlanPage *plan = get_visible_plan (self);

  if (plan != NULL)
    lanyard_plan_page_step_day (plan, g_variant_get_int32 (target));
  else if (g_str_equal (lanyard_browser_get_page (self->browser), "schedule"))
    lanyard_schedule_page_step_day (lanyard_browser_get_schedule (self->browser), g_variant_get_int32 (target));
}

static void
show_now_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardPlanPage *plan = get_visible_plan (LANYARD_WINDOW (widget));

  if (plan != NULL)
    lanyard_plan_page_show_now (plan);
  else
    lanyard_schedule_page_show_now (show_schedule (LANYARD_WINDOW (widget)));
}

/* Into My Plan, wherever one is. */
static void
new_entry_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  lanyard_browser_set_page (self->browser, "plan");
  gtk_widget_activate_action (GTK_WIDGET (lanyard_browser_get_plan (self->browser)), "plan.add", NULL);
}

/* Why nothing is to be seen of an item. */
static void
offer_reveal (LanyardWindow *self,
              LanyardItem   *item,
              GVariant      *target)
{
  gboolean is_hidden = lanyard_filter_hides (lanyard_open_conference_get_hidden (self->open), item);
  g_autofree char *sentence = NULL;

  if (is_hidden)
    /* Translators: %s is the title of a talk, whose session, room or type is hidden */
    sentence = g_strdup_printf (_("“%s” is hidden for good"), lanyard_item_get_title (item));
  else
    /* Translators: %s is the title of a talk */
    sentence = g_strdup_printf (_("The filters leave out “%s”"), lanyard_item_get_title (item));
  lanyard_window_offer (self, sentence, is_hidden ? _("_Show Again") : _("_Clear Filters"), "win.reveal-in-schedule",
                        target);
}

/* Among what runs at the same time. */
static void
show_in_schedule_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardItem *item = lanyard_window_find_item (self, target);

  if (item != NULL && !lanyard_schedule_page_show_item (show_schedule (self), item))
    offer_reveal (self, item, target);
}

/* Whatever keeps the item from being seen is taken away. */
static void
reveal_in_schedule_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardItem *item = lanyard_window_find_item (self, target);
  g_autoptr (LanyardFilter) hidden = NULL;
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();

  if (item == NULL)
    return;
  hidden = lanyard_filter_without (lanyard_open_conference_get_hidden (self->open), item);
  lanyard_open_conference_set_hidden (self->open, hidden);
  if (!lanyard_schedule_page_show_item (show_schedule (self), item))
    {
      lanyard_open_conference_set_filter (self->open, nothing);
      lanyard_schedule_page_show_item (show_schedule (self), item);
    }
}

/* The item whose page is open. */
static void
find_in_schedule_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardItem *item = lanyard_detail_page_get_item (lanyard_browser_get_detail (self->browser));

  if (item != NULL)
    gtk_widget_activate_action (widget, "win.show-in-schedule", "(us)", lanyard_item_get_kind (item),
                                lanyard_item_get_key (item));
}

static void
filter_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  lanyard_schedule_page_show_filters (show_schedule (LANYARD_WINDOW (widget)));
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();

  lanyard_open_conference_set_filter (LANYARD_WINDOW (widget)->open, nothing);
}

static gboolean
read_value (GVariant    *target,
            guint       *field,
            const char **value)
{
  g_variant_get (target, "(u&s)", field, value);
  return *field < LANYARD_N_FILTER_FIELDS;
}

static void
filter_by_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (LanyardFilter) filter = NULL;
  const char *value;
  guint field;

  if (!read_value (target, &field, &value))
    return;
  filter = lanyard_filter_with_value (lanyard_open_conference_get_filter (self->open), field, value, TRUE);
  lanyard_open_conference_set_filter (self->open, filter);
}

static void
offer_unhide (LanyardWindow *self,
              GVariant      *target)
{
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  const char *value;
  guint field;

  g_variant_get (target, "(u&s)", &field, &value);
  label = lanyard_phrase_filter_value (lanyard_open_conference_get_programme (self->open), field, value);
  /* Translators: %s is a session, a room or a type of talks */
  sentence = g_strdup_printf (_("“%s” is hidden"), label);
  lanyard_window_offer (self, sentence, _("_Undo"), "win.unhide", target);
}

static gboolean
set_hidden (LanyardWindow *self,
            GVariant      *target,
            gboolean       is_hidden)
{
  g_autoptr (LanyardFilter) hidden = NULL;
  const char *value;
  guint field;

  if (!read_value (target, &field, &value))
    return FALSE;
  hidden = lanyard_filter_with_value (lanyard_open_conference_get_hidden (self->open), field, value, is_hidden);
  lanyard_open_conference_set_hidden (self->open, hidden);
  return TRUE;
}

static void
hide_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  if (set_hidden (LANYARD_WINDOW (widget), target, TRUE))
    offer_unhide (LANYARD_WINDOW (widget), target);
}

static void
unhide_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  set_hidden (LANYARD_WINDOW (widget), target, FALSE);
}

/* Private: "win.schedule-view" takes "list" or "grid", "win.step-day" how many
 * days further, "win.show-in-schedule" and "win.reveal-in-schedule" a
 * LanyardKind and a key; "win.filter-by", "win.hide" and "win.unhide" a
 * LanyardFilterField and one of its values. */
void
lanyard_window_install_schedule_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.schedule-view", "s", schedule_view_action);
  gtk_widget_class_install_action (widget_class, "win.step-day", "i", step_day_action);
  gtk_widget_class_install_action (widget_class, "win.show-now", NULL, show_now_action);
  gtk_widget_class_install_action (widget_class, "win.new-entry", NULL, new_entry_action);
  gtk_widget_class_install_action (widget_class, "win.show-in-schedule", "(us)", show_in_schedule_action);
  gtk_widget_class_install_action (widget_class, "win.reveal-in-schedule", "(us)", reveal_in_schedule_action);
  gtk_widget_class_install_action (widget_class, "win.find-in-schedule", NULL, find_in_schedule_action);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "win.filter-by", "(us)", filter_by_action);
  gtk_widget_class_install_action (widget_class, "win.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "win.hide", "(us)", hide_action);
  gtk_widget_class_install_action (widget_class, "win.unhide", "(us)", unhide_action);
}
