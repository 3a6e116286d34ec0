/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the menus of the window: those of buttons, and those of what one
 * presses with the other button of the mouse. */

#include "config.h"

#include "grid/lanyard-grid-view-private.h"
#include "plan/lanyard-day-view-private.h"
#include "rooms/lanyard-room-row.h"
#include "screenshots-menus.h"
#include "screenshots-opened.h"

#define SESSION "Rust MC"
#define TALK "Rust-BPF updates"

static GtkWidget *
find (WindowDriver *driver,
      GType         type)
{
  GtkWidget *widget = window_driver_find (GTK_WIDGET (driver->window), type);

  return widget != NULL && gtk_widget_get_mapped (widget) ? widget : NULL;
}

/* In a narrow window the sidebar lies upon the page, if it is wanted. */
static GtkWidget *
open_of_sidebar (WindowDriver *driver,
                 const char   *tooltip)
{
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (find (driver, ADW_TYPE_OVERLAY_SPLIT_VIEW)), TRUE);
  window_driver_settle ();
  return opened_press_menu (driver, tooltip);
}

static void
close_of_sidebar (WindowDriver *driver)
{
  AdwOverlaySplitView *split = ADW_OVERLAY_SPLIT_VIEW (find (driver, ADW_TYPE_OVERLAY_SPLIT_VIEW));

  opened_close (driver);
  if (adw_overlay_split_view_get_collapsed (split))
    adw_overlay_split_view_set_show_sidebar (split, FALSE);
  window_driver_settle ();
}

static GtkWidget *
open_main (WindowDriver *driver)
{
  return open_of_sidebar (driver, "Main Menu");
}

static GtkWidget *
open_conferences (WindowDriver *driver)
{
  return open_of_sidebar (driver, "Choose a Conference");
}

/* There is a menu of both where there is no room for buttons of each. */
static GtkWidget *
open_view (WindowDriver *driver)
{
  GtkWidget *menu = opened_press_menu (driver, "View and Time Zone");

  return menu != NULL ? menu : opened_press_menu (driver, "Change the Time Zone");
}

static GtkWidget *
open_zone (WindowDriver *driver)
{
  GtkWidget *menu = opened_press_menu (driver, "Change the Time Zone");

  return menu != NULL ? menu : open_view (driver);
}

static GtkWidget *
open_plan (WindowDriver *driver)
{
  return opened_press_menu (driver, "Plan Options");
}

static GtkWidget *
open_order (WindowDriver *driver)
{
  return opened_press_menu (driver, "Sort");
}

static GtkWidget *
open_grid (WindowDriver *driver)
{
  return opened_press_menu (driver, "Grid Options");
}

static GtkWidget *
open_session (WindowDriver *driver)
{
  return opened_press_menu (driver, "Export, Print or Share");
}

static GtkWidget *
open_star_all (WindowDriver *driver)
{
  return opened_press_menu (driver, "Going or Maybe");
}

static GtkWidget *
open_star (WindowDriver *driver)
{
  return opened_press_menu (driver, "Going, Maybe, Seen");
}

static GtkWidget *
open_more (WindowDriver *driver)
{
  return opened_press_menu (driver, "More");
}

static GtkWidget *
open_item (WindowDriver *driver)
{
  return opened_pop_item_menu (driver, TALK);
}

static GtkWidget *
open_cell (WindowDriver *driver)
{
  GtkWidget *view = find (driver, LANYARD_TYPE_GRID_VIEW);
  GtkWidget *cell = find (driver, LANYARD_TYPE_GRID_CELL);

  if (view == NULL || cell == NULL)
    return NULL;
  lanyard_grid_view_popup_menu (LANYARD_GRID_VIEW (view), cell, -1, -1);
  return opened_await_popover (driver);
}

static GtkWidget *
open_entry (WindowDriver *driver)
{
  GtkWidget *view = find (driver, LANYARD_TYPE_DAY_VIEW);
  GPtrArray *parts = view != NULL ? LANYARD_DAY_VIEW (view)->parts : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (lanyard_day_part_get_entry (parts->pdata[i]) != NULL)
      {
        lanyard_day_view_popup_menu (LANYARD_DAY_VIEW (view), parts->pdata[i], -1, -1);
        return opened_await_popover (driver);
      }
  return NULL;
}

static GtkWidget *
open_room (WindowDriver *driver)
{
  GtkWidget *row = find (driver, LANYARD_TYPE_ROOM_ROW);

  if (row == NULL)
    return NULL;
  lanyard_room_row_pop_menu_up (LANYARD_ROOM_ROW (row));
  return opened_await_popover (driver);
}

/* In a window of its own: to close one takes GTK the longer the more menus were
 * opened in it, and in the end it takes hours. */
static void
take (const Looks  *looks,
      WindowDriver *driver,
      const char   *page,
      const char   *name,
      GtkWidget    *(*open) (WindowDriver *driver),
      void          (*close) (WindowDriver *driver))
{
  LanyardBrowser *browser;

  window_driver_close (driver);
  window_driver_show (driver, 1600, 1000);
  browser = lanyard_window_get_browser (driver->window);
  lanyard_browser_set_page (browser, page != NULL ? page : "schedule");
  if (open == open_session || open == open_star_all)
    lanyard_browser_show_session (browser, window_driver_find_session (driver, SESSION));
  else if (page == NULL)
    lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, TALK)));
  window_driver_settle ();
  looks_take_with (looks, driver, name, open, close);
}

/* The sample is open. */
void
screenshots_take_menus (const Looks  *looks,
                        WindowDriver *driver)
{
  take (looks, driver, "schedule", "menu-main", open_main, close_of_sidebar);
  take (looks, driver, "schedule", "menu-conferences", open_conferences, close_of_sidebar);
  take (looks, driver, "schedule", "menu-view", open_view, opened_close);
  take (looks, driver, "schedule", "menu-zone", open_zone, opened_close);
  take (looks, driver, "schedule", "menu-item", open_item, opened_close);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid");
  take (looks, driver, "schedule", "menu-grid", open_grid, opened_close);
  take (looks, driver, "schedule", "menu-cell", open_cell, opened_close);
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "list");
  take (looks, driver, "plan", "menu-plan", open_plan, opened_close);
  take (looks, driver, "plan", "menu-entry", open_entry, opened_close);
  take (looks, driver, "sessions", "menu-order", open_order, opened_close);
  take (looks, driver, "rooms", "menu-room", open_room, opened_close);
  take (looks, driver, "sessions", "menu-session", open_session, opened_close);
  take (looks, driver, "sessions", "menu-star-all", open_star_all, opened_close);
  take (looks, driver, NULL, "menu-star", open_star, opened_close);
  take (looks, driver, NULL, "menu-more", open_more, opened_close);
}
