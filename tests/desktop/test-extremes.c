/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page with conferences that are extreme in one way each, in windows
 * from a small phone to a large screen: nothing may ask for more room than
 * there is, nothing may warn, and whatever can have the focus has a name. */

#include "config.h"

#include "window-driver.h"

#define NOW "2026-10-05T10:02:00Z"

static const char *const pages[] = { "plan", "now", "schedule", "sessions", "speakers", "rooms", "updates", "search" };

static const struct
{
  int width;
  int height;
} sizes[] = { { 360, 294 }, { 720, 720 }, { 1024, 600 }, { 1600, 1000 }, { 2560, 1440 } };

static WindowDriver *
driver_with_extreme (const char *name,
                     int         width,
                     int         height)
{
  WindowDriver *driver = window_driver_new (NOW);
  g_autofree char *folder = g_build_filename (g_getenv ("LANYARD_EXTREMES"), name, NULL);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, folder);
  window_driver_show (driver, width, height);
  return driver;
}

static void
assert_fits (WindowDriver *driver,
             const char   *page,
             int           width,
             int           height)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (driver->window));
  int minimum_width;
  int minimum_height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  if (minimum_width > width || minimum_height > height)
    g_test_fail_printf ("%s asks for %d × %d in a window of %d × %d", page, minimum_width, minimum_height, width,
                        height);
}

static void
walk (WindowDriver *driver,
      int           width,
      int           height)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.page", "s", pages[i]));
      window_driver_settle ();
      assert_fits (driver, pages[i], width, height);
      window_driver_sweep (GTK_WIDGET (driver->window), pages[i]);
    }
}

/* What is longest is shown in every size, what is odd in the smallest. */
static void
test_long_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WindowDriver) driver = driver_with_extreme ("long-words", sizes[i].width, sizes[i].height);

      walk (driver, sizes[i].width, sizes[i].height);
    }
}

static void
test_extreme (gconstpointer data)
{
  g_autoptr (WindowDriver) driver = driver_with_extreme (data, 360, 294);

  walk (driver, 360, 294);
}

/* The pages that lie upon the others. */
static void
test_upon_others (void)
{
  g_autoptr (WindowDriver) driver = driver_with_extreme ("long-words", 360, 294);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->open);
  LanyardTalk *talk = g_ptr_array_index (lanyard_programme_get_talks (programme), 0);
  LanyardCredit *credit = g_ptr_array_index (lanyard_talk_get_fields (talk)->credits, 0);

  lanyard_browser_show_item (browser, LANYARD_ITEM (talk));
  window_driver_settle ();
  assert_fits (driver, "talk", 360, 294);
  lanyard_browser_show_session (browser, lanyard_item_get_session (LANYARD_ITEM (talk)));
  window_driver_settle ();
  assert_fits (driver, "session", 360, 294);
  lanyard_browser_show_person (browser, lanyard_person_get_key (credit->person));
  window_driver_settle ();
  assert_fits (driver, "person", 360, 294);
  lanyard_browser_show_room (browser, lanyard_room_get_name (lanyard_item_get_room (LANYARD_ITEM (talk))));
  window_driver_settle ();
  assert_fits (driver, "room", 360, 294);
  lanyard_browser_show_conference (browser);
  window_driver_settle ();
  assert_fits (driver, "conference", 360, 294);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/extremes/long-words", test_long_words);
  g_test_add_func ("/extremes/upon-others", test_upon_others);
  g_test_add_data_func ("/extremes/many-rooms", "many-rooms", test_extreme);
  g_test_add_data_func ("/extremes/one-room", "one-room", test_extreme);
  g_test_add_data_func ("/extremes/one-talk", "one-talk", test_extreme);
  g_test_add_data_func ("/extremes/no-rooms", "no-rooms", test_extreme);
  g_test_add_data_func ("/extremes/empty-blocks", "empty-blocks", test_extreme);

  return g_test_run ();
}
