/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups in the window: written, restored with what came of it, refused in a
 * sentence; and whoever has a damaged database is told what was done. */

#include "config.h"

#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static WindowDriver *
driver_with_conference (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

static void
wait_for_text (WindowDriver *driver,
               const char   *text)
{
  gint64 begun = g_get_monotonic_time ();

  while (window_driver_find_text (GTK_WIDGET (driver->window), text) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
      g_main_context_iteration (NULL, FALSE);
    }
}

static AdwDialog *
get_dialog (WindowDriver *driver)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window));
}

static void
close_dialog (WindowDriver *driver)
{
  adw_dialog_close (get_dialog (driver));
  while (get_dialog (driver) != NULL)
    window_driver_settle ();
}

static void
pick (WindowDriver *driver,
      LanyardLevel  level)
{
  LanyardTalk *talk = window_driver_find_talk (driver, "Mesh on the Nullarbor");

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)),
                                     level);
  window_driver_settle ();
}

static GFile *
new_file (WindowDriver *driver,
          const char   *name)
{
  return g_file_new_build_filename (driver->folder, name, NULL);
}

static void
test_there_and_back (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  g_autoptr (GFile) file = new_file (driver, "backup.json");

  pick (driver, LANYARD_LEVEL_GOING);
  lanyard_window_back_up (driver->window, file);
  wait_for_text (driver, "Backed up: 1 pick");

  lanyard_window_restore (driver->window, file);
  wait_for_text (driver, "All that is in this backup is here already");
  g_assert_null (get_dialog (driver));

  pick (driver, LANYARD_LEVEL_NONE);
  lanyard_window_restore (driver->window, file);
  wait_for_text (driver, "Backup Restored");
  wait_for_text (driver, "1 pick");
  window_driver_sweep (GTK_WIDGET (get_dialog (driver)), "restored");
  close_dialog (driver);
}

static void
test_refused (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  g_autoptr (GFile) file = new_file (driver, "other.json");
  g_autoptr (GFile) nowhere = new_file (driver, "no-folder/backup.json");

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "{}", -1, NULL));
  lanyard_window_restore (driver->window, file);
  wait_for_text (driver, "Could Not Restore the Backup");
  wait_for_text (driver, "This file is not a backup that Lanyard has written.");
  close_dialog (driver);

  lanyard_window_back_up (driver->window, nowhere);
  wait_for_text (driver, "Could Not Back Up");
  close_dialog (driver);
}

/* The database turns out to be damaged while the window is open: what was just
 * asked for is done all the same, and the user is told once. */
static void
test_rescued (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  g_autofree char *record = g_build_filename (driver->folder, "lanyard.db.rescue", NULL);
  LanyardTalk *talk;

  pick (driver, LANYARD_LEVEL_GOING);
  window_driver_damage (driver);
  pick (driver, LANYARD_LEVEL_MAYBE);
  wait_for_text (driver, "A Backup Was Restored");
  g_assert_true (g_file_test (record, G_FILE_TEST_EXISTS));
  talk = window_driver_find_talk (driver, "Mesh on the Nullarbor");
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK,
                                                      lanyard_item_get_key (LANYARD_ITEM (talk))),
                   ==, LANYARD_LEVEL_MAYBE);
  window_driver_sweep (GTK_WIDGET (get_dialog (driver)), "rescued");
  close_dialog (driver);
  while (g_file_test (record, G_FILE_TEST_EXISTS))
    window_driver_settle ();
  g_assert_null (lanyard_store_get_rescue (driver->store));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/backup/there-and-back", test_there_and_back);
  g_test_add_func ("/backup/refused", test_refused);
  g_test_add_func ("/backup/rescued", test_rescued);

  return g_test_run ();
}
