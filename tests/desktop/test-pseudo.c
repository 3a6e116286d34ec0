/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each page in the language that nobody speaks: whatever is seen or said there
 * is translated as a whole, or is data. */

#include "config.h"

#include <adwaita.h>

#include "schedule/lanyard-schedule-page.h"
#include "texts.h"
#include "window-driver.h"

#define NOW "2026-10-05T11:12:00+02:00"
#define TALK "Rust-BPF updates"
#define SESSION "Rust MC"
#define WIDTH 1400
#define HEIGHT 900

static WindowDriver *
driver_with_sample (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_show (driver, WIDTH, HEIGHT);
  return driver;
}

static void
check (WindowDriver *driver,
       const char   *page)
{
  guint n_faults;

  window_driver_settle ();
  n_faults = texts_check (GTK_WIDGET (driver->window), page);
  if (n_faults > 0)
    g_test_fail_printf ("%s: %u texts that a translator cannot reach; stderr has them", page, n_faults);
}

static void
check_dialog (WindowDriver *driver,
              const char   *action,
              const char   *target)
{
  AdwDialog *dialog;

  window_driver_activate (driver, action, target);
  check (driver, action);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window));
  g_assert_nonnull (dialog);
  adw_dialog_force_close (dialog);
  window_driver_settle ();
}

static void
decide (WindowDriver *driver,
        const char   *title,
        LanyardLevel  level)
{
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                     lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, title))), level);
  window_driver_settle ();
}

/* A text without brackets is found, or the other tests would prove nothing. */
static void
test_faults_are_found (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("Forgotten");

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  window_driver_settle ();
  g_assert_cmpuint (texts_check (label, "test"), ==, 1);
  gtk_label_set_text (GTK_LABEL (label), "⁅þîéçé⁆ · ⁅þîéçé⁆");
  g_assert_cmpuint (texts_check (label, "test"), ==, 1);
  gtk_label_set_text (GTK_LABEL (label), "⁅ŵĥöļé " TALK "⁆");
  g_assert_cmpuint (texts_check (label, "test"), ==, 0);
  gtk_label_set_text (GTK_LABEL (label), "12");
  g_assert_cmpuint (texts_check (label, "test"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pages (void)
{
  static const char *const pages[] = { "now", "schedule", "plan", "sessions", "speakers", "rooms", "updates", "search" };
  g_autoptr (WindowDriver) driver = driver_with_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      window_driver_activate (driver, "win.page", pages[i]);
      check (driver, pages[i]);
    }
  window_driver_activate (driver, "win.page", "schedule");
  window_driver_activate (driver, "win.schedule-view", "grid");
  check (driver, "grid");
  window_driver_activate (driver, "win.schedule-view", "list");
  window_driver_close (driver);
}

static void
test_things (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample ();
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, TALK)));
  check (driver, "talk");
  decide (driver, TALK, LANYARD_LEVEL_GOING);
  decide (driver, "Performance Tools and Prompts", LANYARD_LEVEL_MAYBE);
  check (driver, "picked talk");
  window_driver_activate (driver, "win.show-session", lanyard_session_get_key (window_driver_find_session (driver, SESSION)));
  check (driver, "session");
  window_driver_activate (driver, "win.show-conference", NULL);
  check (driver, "conference");
  window_driver_activate (driver, "win.page", "plan");
  check (driver, "plan with something in it");
  window_driver_activate (driver, "win.page", "now");
  check (driver, "now with something in the plan");
  window_driver_close (driver);
}

static void
test_dialogs (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample ();

  decide (driver, TALK, LANYARD_LEVEL_GOING);
  check_dialog (driver, "win.add-conference", NULL);
  check_dialog (driver, "win.choose-zone", NULL);
  check_dialog (driver, "win.export", "plan");
  check_dialog (driver, "win.share", "plan");
  window_driver_close (driver);
}

static void
test_welcome (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "conference");
  window_driver_show (driver, WIDTH, HEIGHT);
  check (driver, "welcome");
  window_driver_close (driver);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  window_driver_init (&argc, &argv);
  g_assert_true (texts_are_pseudo ());

  g_test_add_func ("/pseudo/faults-are-found", test_faults_are_found);
  g_test_add_func ("/pseudo/pages", test_pages);
  g_test_add_func ("/pseudo/things", test_things);
  g_test_add_func ("/pseudo/dialogs", test_dialogs);
  g_test_add_func ("/pseudo/welcome", test_welcome);

  return g_test_run ();
}
