/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the window that are about the schedule: menus and keys reach
 * it with them from any page. */

#include "config.h"

#include "lanyard-window-private.h"

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

/* Days go by only where one sees them. */
static void
step_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (g_str_equal (lanyard_browser_get_page (self->browser), "schedule"))
    lanyard_schedule_page_step_day (lanyard_browser_get_schedule (self->browser), g_variant_get_int32 (target));
}

/* Private: "win.schedule-view" takes "list" or "grid", "win.step-day" how many
 * days further. */
void
lanyard_window_install_schedule_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.schedule-view", "s", schedule_view_action);
  gtk_widget_class_install_action (widget_class, "win.step-day", "i", step_day_action);
}
