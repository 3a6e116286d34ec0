/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the directory where a conference is added, of what is found in it,
 * and of what it knows about rooms. */

#include "config.h"

#include <glib/gstdio.h>

#include "conference/lanyard-listed-links.h"
#include "network-driver.h"
#include "preferences/lanyard-directory-group.h"
#include "screenshots-directory.h"

/* As if it had been fetched. */
static char *
keep_directory (NetworkDriver *driver)
{
  char *path = g_build_filename (g_get_user_cache_dir (), "lanyard", "directory", "conferences.json", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *menu = g_strdup_printf (
      "{ schedules: [ { title: 'Wattlebird 2026', city: 'Karrawirra', url: '%s', start: '2026-10-02', end: '2026-10-05', "
      "timezone: 'Australia/Adelaide', metadata: { links: [ { title: 'How to Get There', url: 'https://example.org/trams/' }, "
      "{ title: 'Tram Map', url: 'https://example.org/trams.pdf' } ], "
      "rooms: [ { name: '.*', show_name: 'West Wing', latlon: [-34.9, 138.6] } ] } }, "
      "{ title: 'A Conference With a Name That Is Longer Than Any List Is Wide, and Then Some More of It', "
      "url: 'https://example.org/long.xml', start: '2026-12-30', end: '2027-01-02', timezone: 'America/Argentina/Buenos_Aires', "
      "city: 'San Carlos de Bariloche' }, { title: 'Some Day', url: 'https://example.org/some.xml' } ] }",
      address);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, menu, -1, NULL);
  return path;
}

static void
type (NetworkDriver *driver,
      const char    *text)
{
  GtkWidget *dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window->window)));

  gtk_editable_set_text (GTK_EDITABLE (window_driver_find (dialog, GTK_TYPE_SEARCH_ENTRY)), text);
  window_driver_settle ();
}

/* What has the focus is in sight. */
static void
scroll_to (GtkWidget *root,
           GType      group,
           GType      row)
{
  gtk_widget_grab_focus (window_driver_find (window_driver_find (root, group), row));
  window_driver_settle ();
}

void
screenshots_take_directory (const Looks *looks)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *path = keep_directory (driver);
  g_autoptr (GPtrArray) rooms = NULL;

  network_driver_show (driver, 1600, 1000);
  network_driver_activate (driver, "win.add-conference", NULL);
  network_driver_wait_text (driver, "Wattlebird 2026");
  looks_take (looks, driver->window, "directory");
  type (driver, "2025");
  looks_take (looks, driver->window, "directory-found");
  type (driver, "no such conference");
  looks_take (looks, driver->window, "directory-none");
  type (driver, "https://pretalx.example.org/otters-2027/talk/ABCDEF/");
  looks_take (looks, driver->window, "directory-address");
  network_driver_add (driver);
  network_driver_activate (driver, "win.page", "schedule");
  network_driver_activate (driver, "win.schedule-view", "grid");
  looks_take (looks, driver->window, "grid-places");
  network_driver_activate (driver, "win.schedule-view", "list");
  rooms = lanyard_programme_dup_rooms (lanyard_open_conference_get_programme (driver->window->open));
  network_driver_activate (driver, "win.show-room", lanyard_room_get_name (rooms->pdata[0]));
  network_driver_wait_text (driver, "Show on Map");
  looks_take (looks, driver->window, "room-map");
  network_driver_activate (driver, "win.show-conference", NULL);
  network_driver_wait_text (driver, "Tram Map");
  scroll_to (GTK_WIDGET (driver->window->window), LANYARD_TYPE_LISTED_LINKS, GTK_TYPE_LIST_BOX_ROW);
  looks_take (looks, driver->window, "conference-directory");
  network_driver_activate (driver, "win.preferences", NULL);
  window_driver_settle ();
  scroll_to (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window->window))),
             LANYARD_TYPE_DIRECTORY_GROUP, ADW_TYPE_ENTRY_ROW);
  looks_take (looks, driver->window, "preferences-directory");
  g_unlink (path);
}
