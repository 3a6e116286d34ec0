/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says in passing: the whole sentence at any width, and no
 * offer longer than it can be taken. */

#include "config.h"

#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"
#define TITLE "Wattlebird 2026"
#define SENTENCE "“Nine ways to say what has just been done” removed from My Plan, with all that you wrote about it"

/* The conference with rooms to hide, and another one to go to. */
static WindowDriver *
driver_with_conferences (int width)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_set_string (driver->settings, "page", "schedule");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, width, 720);
  return driver;
}

static gboolean
says (WindowDriver *driver,
      const char   *sentence)
{
  return window_driver_find_text (GTK_WIDGET (driver->window), sentence) != NULL;
}

/* Returns in how many lines. */
static int
assert_whole (WindowDriver *driver,
              const char   *sentence)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (driver->window), sentence);
  PangoLayout *layout;
  int n_lines;
  int height;

  g_assert_nonnull (label);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  n_lines = pango_layout_get_line_count (layout);
  pango_layout_get_pixel_size (layout, NULL, &height);
  g_test_message ("%d lines, %d × %d for %d", n_lines, gtk_widget_get_width (label), gtk_widget_get_height (label), height);
  g_assert_false (pango_layout_is_ellipsized (layout));
  g_assert_cmpint (gtk_widget_get_height (label), >=, height);
  g_assert_cmpint (gtk_widget_get_height (label), <, height + height / n_lines);
  return n_lines;
}

/* The toast takes the height that its sentence needs, also in a window that has
 * become narrower, and then wider. */
static void
test_width (void)
{
  g_autoptr (WindowDriver) wide = driver_with_conferences (1000);
  g_autoptr (WindowDriver) driver = NULL;
  int n_lines;

  window_driver_activate (wide, "win.offer-undo", SENTENCE);
  n_lines = assert_whole (wide, SENTENCE);
  g_clear_pointer (&wide, window_driver_free);
  driver = driver_with_conferences (440);
  window_driver_activate (driver, "win.offer-undo", SENTENCE);
  g_assert_cmpint (assert_whole (driver, SENTENCE), >, n_lines);
  window_driver_resize (driver, 360, 720);
  window_driver_settle ();
  g_assert_cmpint (assert_whole (driver, SENTENCE), >, n_lines + 1);
  window_driver_resize (driver, 640, 720);
  window_driver_settle ();
  g_assert_cmpint (assert_whole (driver, SENTENCE), ==, n_lines);
}

/* Large text needs more lines. */
static void
test_large_text (void)
{
  const char *sentence = "“" TITLE "” removed; your notes and entries are kept";
  g_autoptr (WindowDriver) driver = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  driver = driver_with_conferences (360);
  window_driver_activate (driver, "win.offer-undo", sentence);
  assert_whole (driver, sentence);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
hide_room (WindowDriver *driver)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.hide", "(us)", LANYARD_FILTER_ROOM,
                                             "Banksia Hall"));
  window_driver_settle ();
  g_assert_true (says (driver, "“Banksia Hall” is hidden"));
}

/* What is hidden is so in one conference. */
static void
test_hidden_of_removed (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conferences (1000);

  hide_room (driver);
  window_driver_activate (driver, "win.remove-conference", NULL);
  g_assert_false (says (driver, "“Banksia Hall” is hidden"));
  g_assert_true (says (driver, "“" TITLE "” removed"));
}

/* It is shown again another way. */
static void
test_unhidden (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conferences (1000);

  hide_room (driver);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.unhide", "(us)", LANYARD_FILTER_ROOM,
                                             "Banksia Hall"));
  window_driver_settle ();
  g_assert_false (says (driver, "“Banksia Hall” is hidden"));
}

/* A refresh takes nothing away. */
static void
test_hidden_of_same (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conferences (1000);

  hide_room (driver);
  lanyard_open_conference_load (driver->open, lanyard_open_conference_get_uuid (driver->open));
  window_driver_settle ();
  g_assert_true (says (driver, "“Banksia Hall” is hidden"));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_assert_true (lanyard_store_restore_conference_finish (LANYARD_STORE (source), result, NULL));
}

/* It came back another way. */
static void
test_removed_and_restored (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conferences (1000);
  g_autofree char *uuid = g_strdup (lanyard_open_conference_get_uuid (driver->open));

  window_driver_activate (driver, "win.remove-conference", NULL);
  g_assert_true (says (driver, "“" TITLE "” removed"));
  lanyard_store_restore_conference_async (driver->store, uuid, NULL, restored_cb, NULL);
  window_driver_settle ();
  g_assert_false (says (driver, "“" TITLE "” removed"));
}

int
main (int   argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/toasts/width", test_width);
  g_test_add_func ("/toasts/large-text", test_large_text);
  g_test_add_func ("/toasts/hidden-of-removed", test_hidden_of_removed);
  g_test_add_func ("/toasts/unhidden", test_unhidden);
  g_test_add_func ("/toasts/hidden-of-same", test_hidden_of_same);
  g_test_add_func ("/toasts/removed-and-restored", test_removed_and_restored);
  return g_test_run ();
}
