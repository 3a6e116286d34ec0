/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of every format come into the window in every way: what is shown, and
 * that what was skipped or repaired is told once, whichever way it was. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "network-driver.h"
#include "site-helper.h"
#include "zone/lanyard-zone-dialog.h"
#include "zone/lanyard-zone-row.h"

#define CALENDAR(entries) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Tern Days 2026\r\n" entries "END:VCALENDAR\r\n"
#define KNOTS "BEGIN:VEVENT\r\nUID:k\r\nSUMMARY:Knots\r\nDTSTART:20261002T090000Z\r\nDURATION:PT30M\r\nLOCATION:Pier\r\nEND:VEVENT\r\n"
#define SPLICES "BEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Splices\r\nDTSTART:20261002T100000Z\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
#define FLOATING_KNOTS "BEGIN:VEVENT\r\nUID:k\r\nSUMMARY:Knots\r\nDTSTART:20261002T090000\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
#define DAY "BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:Hack Day\r\nDTSTART;VALUE=DATE:20261003\r\nEND:VEVENT\r\n"
#define NO_START "BEGIN:VEVENT\r\nUID:n\r\nSUMMARY:Some Time\r\nEND:VEVENT\r\n"

#define FLOATING "calendar/pentabarf.xcal"
#define QUESTION "In Which Zone Are the Times?"
#define ABOUT(title) "The schedule of “" title "” names no time zone. Choose the zone of the place where it is held."
#define UNNAMED "The schedule names no time zone; check that its times are right."

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
    "calendar/sched.ics", "calendar/rfc6321.xcal",
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

static void
choose_zone (NetworkDriver *driver,
             const char    *words)
{
  GtkWidget *row = window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_ZONE_ROW);
  GtkWidget *dialog;
  GtkEditable *search;

  adw_action_row_activate (ADW_ACTION_ROW (row));
  while ((dialog = window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_ZONE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  network_driver_wait_text (driver, "All Places");
  search = GTK_EDITABLE (window_driver_find (dialog, GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (search, words);
  window_driver_settle ();
  g_signal_emit_by_name (search, "activate");
  while (window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_ZONE_DIALOG) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_zone (NetworkDriver *driver)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->window->open);

  return lanyard_conference_get_zone (lanyard_programme_get_conference (programme));
}

static void
assert_brook (NetworkDriver *driver,
              const char    *zone,
              const char    *start)
{
  LanyardProgramme *programme = wait_programme (driver, "bc2031");
  LanyardTalk *brook = lanyard_programme_find_talk (programme, "4@bc2031@pentabarf.org");
  g_autoptr (GDateTime) expected = g_date_time_new_from_iso8601 (start, NULL);

  g_assert_cmpstr (get_zone (driver), ==, zone);
  g_assert_cmpint (lanyard_item_get_start (LANYARD_ITEM (brook)), ==, g_date_time_to_unix (expected));
}

/* The times of the file may be of any zone: before it is added it is asked of
 * which, and once more when it is opened again, for the first answer may have
 * been wrong. */
static void
test_zone (void)
{
  for (gsize way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (NetworkDriver) driver = network_driver_new ();
      g_autoptr (GFile) file = get_fixture (FLOATING);

      network_driver_show (driver, 800, 640);
      ways[way](driver, file, NULL);
      network_driver_wait_text (driver, QUESTION);
      network_driver_wait_text (driver, "Los Angeles time (PDT)");
      g_assert_null (lanyard_open_conference_get_programme (driver->window->open));
      network_driver_press (driver, "Cancel");
      network_driver_wait_dialog_gone (driver);
      g_assert_null (lanyard_open_conference_get_programme (driver->window->open));

      ways[way](driver, file, NULL);
      network_driver_wait_text (driver, QUESTION);
      choose_zone (driver, "Berlin");
      network_driver_wait_text (driver, "Berlin time (CEST)");
      network_driver_press (driver, "Add");
      assert_brook (driver, "Europe/Berlin", "2031-08-11T21:30:00Z");
      g_assert_null (network_driver_find_text (driver, "names no time zone"));

      ways[way](driver, file, NULL);
      network_driver_wait_text (driver, "Berlin time (CEST)");
      choose_zone (driver, "Lisbon");
      network_driver_press (driver, "Add");
      network_driver_wait_dialog_gone (driver);
      while (!g_str_equal (get_zone (driver), "Europe/Lisbon"))
        g_main_context_iteration (NULL, TRUE);
      assert_brook (driver, "Europe/Lisbon", "2031-08-11T22:30:00Z");
    }
}

/* Of an address it is said, and can be changed, before it is added; a server
 * that gives nothing then takes nothing away. */
static void
test_zone_of_address (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (Site) site = site_new ();
  g_autofree char *address = site_dup_url (site, "/bc2031.xcal");
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  g_autofree char *refusal = g_strdup_printf ("“%s:%d” does not have this page; check the address.",
                                              g_uri_get_host (uri), g_uri_get_port (uri));
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = get_fixture (FLOATING);

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  site_put (site, "/bc2031.xcal", "application/xml", text);
  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, UNNAMED);
  network_driver_wait_text (driver, "UTC");
  choose_zone (driver, "Berlin");
  network_driver_wait_text (driver, "Berlin time (CEST)");
  network_driver_wait_gone (driver, UNNAMED);

  site_set_status (site, "/bc2031.xcal", 404);
  choose_zone (driver, "Lisbon");
  network_driver_wait_text (driver, refusal);
  network_driver_wait_text (driver, "Berlin time (CEST)");
  network_driver_press (driver, "Add");
  assert_brook (driver, "Europe/Berlin", "2031-08-11T21:30:00Z");
  network_driver_wait_dialog_gone (driver);
}

/* A conference from files that gets an address keeps its zone; that is what the
 * preview shows. */
static void
test_zone_of_files (void)
{
  static const char moor[] =
      "<schedule><conference><title>Moor Days 2031</title><base_url>https://moor.example.org/2031/</base_url></conference>"
      "<day index='1' date='2031-08-11'><room name='Hut'><event id='1'><title>Peat</title><start>10:00</start>"
      "<duration>00:30</duration></event></room></day></schedule>";
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (Site) site = site_new ();
  g_autofree char *address = site_dup_url (site, "/moor.xml");
  g_autoptr (GFile) file = write_file (driver, "moor.xml", moor);

  site_put (site, "/moor.xml", "application/xml", moor);
  network_driver_show (driver, 800, 640);
  open_files (driver, file, NULL);
  network_driver_wait_text (driver, QUESTION);
  choose_zone (driver, "Berlin");
  network_driver_press (driver, "Add");
  wait_programme (driver, "Moor Days 2031");
  network_driver_wait_dialog_gone (driver);

  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, UNNAMED);
  g_assert_nonnull (network_driver_find_text (driver, "Berlin time (CEST)"));
  network_driver_press (driver, "Add");
  network_driver_wait_dialog_gone (driver);
  wait_programme (driver, "Moor Days 2031");
  g_assert_cmpstr (get_zone (driver), ==, "Europe/Berlin");
}

static guint
count_questions (NetworkDriver *driver)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (driver->window->window));

  return g_list_model_get_n_items (dialogs);
}

/* Whoever opens other files meanwhile is asked about those alone. */
static void
test_question_of_last_files (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (GFile) first = write_file (driver, "tern.ics", CALENDAR (FLOATING_KNOTS));
  g_autoptr (GFile) second = get_fixture (FLOATING);

  network_driver_show (driver, 800, 640);
  open_files (driver, first, NULL);
  network_driver_wait_text (driver, ABOUT ("Tern Days 2026"));
  open_files (driver, second, NULL);
  network_driver_wait_text (driver, ABOUT ("bc2031"));
  while (count_questions (driver) > 1)
    g_main_context_iteration (NULL, TRUE);
  network_driver_press (driver, "Add");
  wait_programme (driver, "bc2031");
  network_driver_wait_dialog_gone (driver);
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
  g_test_add_func ("/open-files/zone", test_zone);
  g_test_add_func ("/open-files/zone-of-address", test_zone_of_address);
  g_test_add_func ("/open-files/zone-of-files", test_zone_of_files);
  g_test_add_func ("/open-files/question-of-last-files", test_question_of_last_files);
  g_test_add_func ("/open-files/mixed", test_mixed);
  g_test_add_func ("/open-files/two-conferences", test_two_conferences);

  return g_test_run ();
}
