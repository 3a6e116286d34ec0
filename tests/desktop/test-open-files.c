/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of every format come into the window in every way: what is shown, and
 * that what was skipped or repaired is told once, whichever way it was. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "network-driver.h"
#include "site-helper.h"

#define CALENDAR(entries) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Tern Days 2026\r\n" entries "END:VCALENDAR\r\n"
#define KNOTS "BEGIN:VEVENT\r\nUID:k\r\nSUMMARY:Knots\r\nDTSTART:20261002T090000Z\r\nDURATION:PT30M\r\nLOCATION:Pier\r\nEND:VEVENT\r\n"
#define SPLICES "BEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Splices\r\nDTSTART:20261002T100000Z\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
#define DAY "BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:Hack Day\r\nDTSTART;VALUE=DATE:20261003\r\nEND:VEVENT\r\n"
#define NO_START "BEGIN:VEVENT\r\nUID:n\r\nSUMMARY:Some Time\r\nEND:VEVENT\r\n"

#define ONE_DAY "1 entry is for a whole day, without a time, and is listed as not scheduled."
#define ONE_WITHOUT_START "1 talk had no readable start and is listed as not scheduled."

static GFile *
write_file (NetworkDriver *driver,
            const char    *name,
            const char    *text)
{
  g_autofree char *path = g_build_filename (driver->window->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static GFile *
get_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return g_file_new_for_path (path);
}

/* --- the ways ---------------------------------------------------------------- */

typedef void (*Way) (NetworkDriver *driver,
                     GFile         *first,
                     GFile         *second);

static void
drop (NetworkDriver *driver,
      GFile         *first,
      GFile         *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (driver->window->window));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GSList) files = g_slist_append (NULL, first);
  gboolean taken = FALSE;

  if (second != NULL)
    files = g_slist_append (files, second);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
}

/* As `lanyard FILE…` does, and a file manager. */
static void
open_files (NetworkDriver *driver,
            GFile         *first,
            GFile         *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, first);
  if (second != NULL)
    g_ptr_array_add (files, second);
  lanyard_window_open (driver->window->window, files);
}

static const Way ways[] = { drop, open_files };

static LanyardProgramme *
wait_programme (NetworkDriver *driver,
                const char    *title)
{
  LanyardOpenConference *open = driver->window->open;

  while (lanyard_open_conference_get_programme (open) == NULL ||
         !g_str_equal (lanyard_conference_get_title (lanyard_programme_get_conference (lanyard_open_conference_get_programme (open))),
                       title))
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  return lanyard_open_conference_get_programme (open);
}

/* --- the tests --------------------------------------------------------------- */

static void
test_formats (void)
{
  static const char * const names[] = {
    "frab/pretalx.xml", "schedule-json/frab.json", "schedule-json/flat.json", "pretalx/widget.json",
    "calendar/sched.ics", "calendar/pentabarf.xcal",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        g_autoptr (NetworkDriver) driver = network_driver_new ();
        g_autoptr (GFile) file = get_fixture (names[i]);

        g_test_message ("%s", names[i]);
        network_driver_show (driver, 800, 640);
        ways[way](driver, file, NULL);
        while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
          g_main_context_iteration (NULL, TRUE);
        g_assert_cmpuint (lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->window->open))->len,
                          >, 0);
      }
}

/* One thing is said in passing, several in a dialog, nothing not at all. */
static void
test_remarks (void)
{
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (NetworkDriver) driver = network_driver_new ();
      g_autoptr (GFile) none = write_file (driver, "none.ics", CALENDAR (KNOTS));
      g_autoptr (GFile) one = write_file (driver, "one.ics", CALENDAR (KNOTS DAY));
      g_autoptr (GFile) several = write_file (driver, "several.ics", CALENDAR (KNOTS DAY NO_START));

      network_driver_show (driver, 800, 640);
      ways[way](driver, none, NULL);
      wait_programme (driver, "Tern Days 2026");
      g_assert_null (network_driver_get_dialog (driver));
      ways[way](driver, one, NULL);
      network_driver_wait_text (driver, ONE_DAY);
      g_assert_null (network_driver_get_dialog (driver));
      ways[way](driver, several, NULL);
      network_driver_wait_text (driver, "Not Everything Could Be Read");
      network_driver_wait_text (driver, ONE_WITHOUT_START "\n\n" ONE_DAY);
      network_driver_press (driver, "Close");
    }
}

/* From an address it is said before, where one may still think better of it,
 * and not again. */
static void
test_remarks_of_address (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (Site) site = site_new ();
  g_autofree char *address = site_dup_url (site, "/tern.ics");

  site_put (site, "/tern.ics", "text/calendar", CALENDAR (KNOTS DAY NO_START));
  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, ONE_WITHOUT_START "\n" ONE_DAY);
  network_driver_press (driver, "Add");
  wait_programme (driver, "Tern Days 2026");
  network_driver_wait_dialog_gone (driver);
  g_assert_null (network_driver_find_text (driver, "Not Everything Could Be Read"));
}

/* One conference in two formats is one conference; what both have is there
 * once. */
static void
test_mixed (void)
{
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (NetworkDriver) driver = network_driver_new ();
      g_autofree char *schedule = dup_schedule ("Knots");
      g_autoptr (GFile) json = write_file (driver, "tern.json", schedule);
      g_autoptr (GFile) calendar = write_file (driver, "tern.ics", CALENDAR (KNOTS SPLICES));
      LanyardProgramme *programme;

      network_driver_show (driver, 800, 640);
      ways[way](driver, calendar, json);
      programme = wait_programme (driver, "Tern Days 2026");
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
      g_assert_cmpstr (lanyard_conference_get_zone (lanyard_programme_get_conference (programme)), ==, "Europe/Lisbon");
    }
}

/* Two conferences are not; it is said what to do, and nothing is stored. */
static void
test_two_conferences (void)
{
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (NetworkDriver) driver = network_driver_new ();
      g_autoptr (GFile) xml = get_fixture ("frab/pretalx.xml");
      g_autoptr (GFile) calendar = write_file (driver, "tern.ics", CALENDAR (KNOTS));

      network_driver_show (driver, 800, 640);
      ways[way](driver, calendar, xml);
      network_driver_wait_text (driver, "Could Not Open the Schedule");
      network_driver_wait_text (driver, "These files are of different events; open those of one event at a time.");
      network_driver_press (driver, "Close");
      g_assert_null (lanyard_open_conference_get_programme (driver->window->open));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  network_driver_init_test (&argc, &argv);

  g_test_add_func ("/open-files/formats", test_formats);
  g_test_add_func ("/open-files/remarks", test_remarks);
  g_test_add_func ("/open-files/remarks-of-address", test_remarks_of_address);
  g_test_add_func ("/open-files/mixed", test_mixed);
  g_test_add_func ("/open-files/two-conferences", test_two_conferences);

  return g_test_run ();
}
