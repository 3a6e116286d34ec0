/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what the application says of itself: its keys, who made it, and
 * its help, which no viewer here can show. */

#include "config.h"

#include "screenshots-application.h"
#include "screenshots-opened.h"

/* With the older libadwaita a window of its own, which is as wide as the look is. */
static GtkWidget *
open_shortcuts (WindowDriver *driver)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *window = GTK_WIDGET (driver->window);

  gtk_widget_activate_action (window, "win.shortcuts", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) != GTK_WINDOW (driver->window))
        continue;
      gtk_window_set_default_size (other, gtk_widget_get_width (window), gtk_widget_get_height (window));
      window_driver_settle ();
      return GTK_WIDGET (other);
    }
  return opened_await_dialog (driver);
}

static void
close_shortcuts (WindowDriver *driver)
{
  GListModel *windows = gtk_window_get_toplevels ();

  opened_close (driver);
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (driver->window))
        gtk_window_close (other);
    }
  window_driver_settle ();
}

static GtkWidget *
open_about (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "app.about", NULL);
  return opened_await_dialog (driver);
}

static GtkWidget *
open_help (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "app.help", NULL);
  return opened_await_dialog (driver);
}

void
screenshots_take_application (WindowDriver *driver,
                              const Looks  *looks)
{
  looks_take_with (looks, driver, "shortcuts", open_shortcuts, close_shortcuts);
  looks_take_with (looks, driver, "about", open_about, opened_close);
  looks_take_with (looks, driver, "help", open_help, opened_close);
}
