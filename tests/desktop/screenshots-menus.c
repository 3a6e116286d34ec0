/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the menus of the window. One that is not there in a look, as that
 * of the sidebar in a narrow window, leaves a picture without it. */

#include "config.h"

#include "schedule/lanyard-item-menu.h"
#include "screenshots-menus.h"
#include "texts.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-zone-button.h"

static GtkMenuButton *
find_button (GtkWidget         *root,
             const char *const *tooltips)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_MENU_BUTTON (root) && gtk_widget_get_tooltip_text (root) != NULL &&
      g_strv_contains (tooltips, gtk_widget_get_tooltip_text (root)))
    return GTK_MENU_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *button = find_button (child, tooltips);

      if (button != NULL)
        return button;
    }
  return NULL;
}

static void
open_menu (WindowDriver *driver,
           const char   *tooltip)
{
  g_auto (GStrv) tooltips = texts_dup_forms (tooltip);
  GtkMenuButton *button = find_button (GTK_WIDGET (driver->window), (const char *const *) tooltips);

  if (button != NULL)
    gtk_menu_button_popup (button);
}

static void
open_main (WindowDriver *driver)
{
  open_menu (driver, "Main Menu");
}

static void
open_view (WindowDriver *driver)
{
  open_menu (driver, "View and Time Zone");
}

static void
open_more (WindowDriver *driver)
{
  open_menu (driver, "More");
}

static void
open_grid (WindowDriver *driver)
{
  open_menu (driver, "Grid Options");
}

static void
open_zone (WindowDriver *driver)
{
  GtkWidget *zone = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ZONE_BUTTON);
  GtkWidget *button = zone != NULL && gtk_widget_get_mapped (zone) ? window_driver_find (zone, GTK_TYPE_MENU_BUTTON) : NULL;

  if (button != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
open_item (WindowDriver *driver)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);

  if (list != NULL)
    lanyard_item_menu_popup (LANYARD_ITEM_LIST (list), LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), 60, 120);
}

static void
close_menu (WindowDriver *driver)
{
  GtkWidget *menu = window_driver_find (GTK_WIDGET (driver->window), GTK_TYPE_POPOVER_MENU);

  if (menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();
}

void
screenshots_take_menus (const Looks  *looks,
                        WindowDriver *driver,
                        LanyardItem  *item)
{
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  lanyard_browser_set_page (browser, "schedule");
  looks_take_with (looks, driver, "menu-main", open_main, close_menu);
  looks_take_with (looks, driver, "menu-view", open_view, close_menu);
  looks_take_with (looks, driver, "menu-zone", open_zone, close_menu);
  looks_take_with (looks, driver, "menu-item", open_item, close_menu);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
  looks_take_with (looks, driver, "menu-grid", open_grid, close_menu);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
  lanyard_browser_show_item (browser, item);
  looks_take_with (looks, driver, "menu-more", open_more, close_menu);
}
