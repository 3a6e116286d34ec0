/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of what one types into to find something: the search, the list of
 * speakers, and zones; and of the question for one. */

#include "config.h"

#include "lanyard-window.h"
#include "screenshots-opened.h"
#include "screenshots-search.h"

/* Into the field for it, which is in a dialog or on the page. */
static void
search_for (WindowDriver *driver,
            const char   *words)
{
  GtkWidget *root = opened_get_dialog (driver);
  GtkWidget *entry = window_driver_find (root != NULL ? root : GTK_WIDGET (driver->window), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  window_driver_settle ();
}

/* Nothing typed, something found, and nothing found; then what was searched for
 * before. */
void
screenshots_take_search (WindowDriver *driver,
                         const Looks  *looks)
{
  static const struct
  {
    const char *words;
    const char *name;
  } searches[] = { { "", "search" }, { "xyzzy", "search-nothing" }, { "rust", "search-found" } };
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      lanyard_browser_set_page (browser, "search");
      window_driver_settle ();
      search_for (driver, searches[i].words);
      looks_take (looks, driver, searches[i].name);
    }
  g_signal_emit_by_name (window_driver_find (GTK_WIDGET (driver->window), GTK_TYPE_SEARCH_ENTRY), "activate");
  window_driver_settle ();
  lanyard_browser_set_page (browser, "search");
  window_driver_settle ();
  search_for (driver, "");
  looks_take (looks, driver, "search-recent");
  lanyard_browser_set_page (browser, "speakers");
  window_driver_settle ();
  search_for (driver, "xyzzy");
  looks_take (looks, driver, "speakers-nobody");
  search_for (driver, "");
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.page", "s", "schedule");
}

static GtkWidget *
open_zones (WindowDriver *driver)
{
  gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.choose-zone", NULL);
  return opened_await_dialog (driver);
}

static GtkWidget *
open_found_zones (WindowDriver *driver)
{
  GtkWidget *dialog = open_zones (driver);

  search_for (driver, "india");
  return dialog;
}

static GtkWidget *
open_no_zones (WindowDriver *driver)
{
  GtkWidget *dialog = open_zones (driver);

  search_for (driver, "xyzzy");
  return dialog;
}

/* Its times are of no zone. */
static GtkWidget *
open_question (WindowDriver *driver)
{
  static const char calendar[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Tern Days 2026\r\n"
                                 "BEGIN:VEVENT\r\nUID:k\r\nSUMMARY:Knots\r\nDTSTART:20261002T090000\r\n"
                                 "DURATION:PT30M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_build_filename (driver->folder, "tern.ics", NULL);

  g_file_set_contents (path, calendar, -1, NULL);
  g_ptr_array_add (files, g_file_new_for_path (path));
  lanyard_window_add_files (driver->window, files);
  return opened_await_dialog (driver);
}

void
screenshots_take_zones (WindowDriver *driver,
                        const Looks  *looks)
{
  looks_take_with (looks, driver, "zone", open_zones, opened_close);
  looks_take_with (looks, driver, "zone-found", open_found_zones, opened_close);
  looks_take_with (looks, driver, "zone-none", open_no_zones, opened_close);
  looks_take_with (looks, driver, "zone-question", open_question, opened_close);
}
