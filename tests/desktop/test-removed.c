/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conferences that were removed, in the preferences: what is kept of them is
 * said, and they are restored, or deleted for good once somebody says so twice. */

#include "config.h"

#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"
#define TITLE "Wattlebird 2026"

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

static AdwDialog *
get_dialog (WindowDriver *driver)
{
  window_driver_settle ();
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window));
}

static GtkWidget *
open_preferences (WindowDriver *driver)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.preferences", NULL));
  return GTK_WIDGET (get_dialog (driver));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget  *root,
       const char *tooltip)
{
  GtkWidget *button = find_button (root, tooltip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
}

static void
remove_with_notes (WindowDriver *driver)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "3104", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "3113", LANYARD_LEVEL_MAYBE);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "3104", "Ask");
  lanyard_open_conference_apply (driver->open, edit, "Decided");
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.remove-conference", NULL));
  window_driver_settle ();
}

static void
test_restore (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *preferences;

  preferences = open_preferences (driver);
  g_assert_null (window_driver_find_text (preferences, "Removed Conferences"));
  adw_dialog_force_close (ADW_DIALOG (preferences));
  window_driver_settle ();
  remove_with_notes (driver);
  preferences = open_preferences (driver);
  window_driver_sweep (preferences, "removed conferences");
  g_assert_nonnull (window_driver_find_text (preferences, "2 stars · 1 note or mark"));
  press (preferences, "Restore “" TITLE "”");
  g_assert_null (window_driver_find_text (preferences, "Removed Conferences"));
  adw_dialog_force_close (ADW_DIALOG (preferences));
  window_driver_settle ();
  g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                   ==, TITLE);
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, "3104"), ==, LANYARD_LEVEL_GOING);
}

/* In a narrow window a talk fills it, and is not left empty when it is gone. */
static void
test_narrow (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);
  GtkWidget *split;

  g_settings_set_string (driver->settings, "page", "schedule");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 360, 720);
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window),
                             LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on")));
  window_driver_settle ();
  split = window_driver_find (GTK_WIDGET (driver->window), ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  g_assert_true (adw_navigation_split_view_get_show_content (ADW_NAVIGATION_SPLIT_VIEW (split)));
  window_driver_activate (driver, "win.remove-conference", NULL);
  g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                   !=, TITLE);
  g_assert_false (adw_navigation_split_view_get_show_content (ADW_NAVIGATION_SPLIT_VIEW (split)));
}

static void
test_delete (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *preferences;
  AdwDialog *question;

  remove_with_notes (driver);
  preferences = open_preferences (driver);
  press (preferences, "Delete “" TITLE "” for Good");
  question = get_dialog (driver);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  window_driver_sweep (GTK_WIDGET (question), "delete for good");
  adw_dialog_close (question);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (preferences, "Removed Conferences"));

  press (preferences, "Delete “" TITLE "” for Good");
  question = get_dialog (driver);
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (question), "Delete"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (window_driver_find_text (GTK_WIDGET (question), "Delete"), GTK_TYPE_BUTTON),
                         "clicked");
  window_driver_settle ();
  g_assert_null (window_driver_find_text (preferences, "Removed Conferences"));
  g_assert_nonnull (window_driver_find_text (preferences, "“" TITLE "” is deleted"));
  adw_dialog_force_close (ADW_DIALOG (preferences));
  window_driver_settle ();
  g_assert_null (window_driver_find_text (GTK_WIDGET (driver->window), "“" TITLE "” removed; your notes and entries are kept"));

  /* Added again, nothing is left of it. */
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_settle ();
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, "3104"), ==, LANYARD_LEVEL_NONE);
}

int
main (int   argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/removed/restore", test_restore);
  g_test_add_func ("/removed/narrow", test_narrow);
  g_test_add_func ("/removed/delete", test_delete);
  return g_test_run ();
}
