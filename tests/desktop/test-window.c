/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a user meets it: actions are activated, then model, page,
 * focus and what assistive technology is told are asserted. */

#include "config.h"

#include "browser/lanyard-page-bar.h"
#include "detail/lanyard-detail-page.h"
#include "plan/lanyard-plan-page.h"
#include "schedule/lanyard-schedule-page.h"
#include "sessions/lanyard-session-page.h"
#include "sessions/lanyard-sessions-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-star-button.h"
#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static WindowDriver *
driver_with_conference (int width,
                        int height)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_set_string (driver->settings, "plan-view", "list");
  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_reset (driver->settings, "schedule-view");
  g_settings_reset (driver->settings, "schedule-position");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, width, height);
  return driver;
}

static void
activate (WindowDriver *driver,
          const char   *action,
          const char   *target)
{
  g_autoptr (GVariant) argument = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, argument));
  window_driver_settle ();
}

static LanyardItemList *
visible_list (WindowDriver *driver)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);

  g_assert_nonnull (list);
  return LANYARD_ITEM_LIST (list);
}

static void
test_welcome (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "conference");
  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  window_driver_show (driver, 800, 600);
  g_assert_null (lanyard_open_conference_get_programme (driver->open));

  activate (driver, "win.add-sample", NULL);
  while (lanyard_open_conference_get_programme (driver->open) == NULL)
    window_driver_settle ();

  g_assert_cmpuint (lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->open))->len, ==, 295);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (driver->window)), ==, "Linux Plumbers Conference 2026");
  g_assert_cmpstr (lanyard_browser_get_page (lanyard_window_get_browser (driver->window)), ==, "schedule");
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (visible_list (driver))), >, 80);
}

/* A toast that offers the way back may outlast its conference. */
static void
test_filters_need_a_conference (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);
  GtkWidget *window;

  g_settings_reset (driver->settings, "conference");
  window_driver_show (driver, 1000, 700);
  window = GTK_WIDGET (driver->window);
  gtk_widget_activate_action (window, "win.clear-filter", NULL);
  gtk_widget_activate_action (window, "win.filter-by", "(us)", LANYARD_FILTER_ROOM, "Foyer");
  gtk_widget_activate_action (window, "win.hide", "(us)", LANYARD_FILTER_ROOM, "Foyer");
  gtk_widget_activate_action (window, "win.unhide", "(us)", LANYARD_FILTER_ROOM, "Foyer");
  window_driver_settle ();
  g_assert_true (lanyard_filter_is_empty (lanyard_open_conference_get_filter (driver->open)));
  g_assert_true (lanyard_filter_is_empty (lanyard_open_conference_get_hidden (driver->open)));
}

static void
test_pages (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);

  activate (driver, "win.page", "plan");
  g_assert_cmpstr (lanyard_browser_get_page (browser), ==, "plan");
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PLAN_PAGE));
  activate (driver, "win.page", "sessions");
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSIONS_PAGE));
  activate (driver, "win.page", "schedule");
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SCHEDULE_PAGE));
}

/* Star by keyboard, see it in the plan, unstar, undo: on screen and in the
 * store. */
static void
test_star_and_undo (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardTalk *talk = window_driver_find_talk (driver, "Copy on write, ten years on");
  g_autofree char *key = g_strdup (lanyard_item_get_key (LANYARD_ITEM (talk)));
  GtkWidget *page;

  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), LANYARD_ITEM (talk));
  window_driver_settle ();
  /* What has the focus comes before what is shown. */
  gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
  activate (driver, "win.toggle-level", "going");
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_GOING);

  activate (driver, "win.page", "plan");
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (visible_list (driver))), ==, 1);

  activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_MAYBE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (lanyard_browser_get_detail (lanyard_window_get_browser (driver->window))),
                                             "pick.level", "s", "none"));
  window_driver_settle ();
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_NONE);
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PLAN_PAGE);
  g_assert_null (window_driver_find (page, LANYARD_TYPE_ITEM_LIST));
  g_assert_nonnull (window_driver_find (page, ADW_TYPE_STATUS_PAGE));
  activate (driver, "win.undo", NULL);
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_MAYBE);

  window_driver_close (driver);
  window_driver_show (driver, 1200, 800);
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_MAYBE);
}

static void
test_star_all (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardSession *session = window_driver_find_session (driver, "Filesystems and Storage MC");
  GtkWidget *page;

  lanyard_browser_show_session (lanyard_window_get_browser (driver->window), session);
  window_driver_settle ();
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE);
  g_assert_nonnull (page);

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                                     LANYARD_LEVEL_GOING);
  activate (driver, "win.page", "plan");
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (visible_list (driver))), ==, 3);
}

/* Days regroup with the zone, and the zone is named. */
static void
test_zone (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  g_autofree char *day = NULL;
  g_autofree char *day_elsewhere = NULL;

  activate (driver, "win.page", "schedule");
  lanyard_browser_set_day (browser, "2026-10-02");
  window_driver_settle ();
  day = lanyard_browser_dup_day (browser);
  g_assert_cmpstr (day, ==, "2026-10-02");
  g_assert_cmpstr (lanyard_zone_get_id (lanyard_open_conference_get_zone (driver->open)), ==, "Australia/Adelaide");

  activate (driver, "win.zone", "local");
  g_assert_cmpstr (lanyard_zone_get_id (lanyard_open_conference_get_zone (driver->open)), ==, "America/Los_Angeles");
  lanyard_browser_set_day (browser, "2026-10-01");
  window_driver_settle ();
  day_elsewhere = lanyard_browser_dup_day (browser);
  g_assert_cmpstr (day_elsewhere, ==, "2026-10-01");
}

static void
test_state_returns (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  g_autofree char *day = NULL;

  activate (driver, "win.page", "schedule");
  activate (driver, "win.zone", "local");
  lanyard_browser_set_day (browser, "2026-10-03");
  window_driver_settle ();
  activate (driver, "win.page", "sessions");
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  browser = lanyard_window_get_browser (driver->window);
  g_assert_cmpstr (lanyard_browser_get_page (browser), ==, "sessions");
  g_assert_cmpint (lanyard_open_conference_get_zone_choice (driver->open), ==, LANYARD_ZONE_LOCAL);
  activate (driver, "win.page", "schedule");
  day = lanyard_browser_dup_day (browser);
  g_assert_cmpstr (day, ==, "2026-10-03");
}

static void
test_remove_and_restore (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  g_autofree char *uuid = g_strdup (lanyard_open_conference_get_uuid (driver->open));

  activate (driver, "win.remove-conference", NULL);
  while (lanyard_open_conference_get_programme (driver->open) != NULL)
    window_driver_settle ();
  activate (driver, "win.restore-conference", uuid);
  while (lanyard_open_conference_get_programme (driver->open) == NULL)
    window_driver_settle ();
  g_assert_cmpstr (lanyard_open_conference_get_uuid (driver->open), ==, uuid);
}

static void
test_adapts (void)
{
  static const struct
  {
    int width;
    gboolean sidebar;
    gboolean detail;
  } sizes[] = {
    { 1400, TRUE, TRUE },
    { 900, TRUE, FALSE },
    { 360, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WindowDriver) driver = driver_with_conference (sizes[i].width, 640);
      GtkWidget *browser = GTK_WIDGET (lanyard_window_get_browser (driver->window));
      GtkWidget *outer = window_driver_find (browser, ADW_TYPE_OVERLAY_SPLIT_VIEW);
      GtkWidget *inner = window_driver_find (browser, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
      GtkWidget *bar = window_driver_find (browser, LANYARD_TYPE_PAGE_BAR);

      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (driver->window)), <=, sizes[i].width);
      g_assert_true (adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (outer)) == sizes[i].sidebar);
      g_assert_true (adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (inner)) != sizes[i].detail);
      g_assert_true ((bar != NULL) == !sizes[i].sidebar);
    }
}

static void
test_star_is_a_named_toggle (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *star;

  activate (driver, "win.page", "schedule");
  star = window_driver_find (GTK_WIDGET (visible_list (driver)), LANYARD_TYPE_STAR_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_signal_emit_by_name (star, "clicked");
  window_driver_settle ();
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
}

static void
test_everything_has_a_name (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1400, 800);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  static const char *pages[] = { "plan", "now", "schedule", "sessions", "speakers", "rooms", "updates", "search" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      activate (driver, "win.page", pages[i]);
      window_driver_sweep (GTK_WIDGET (driver->window), pages[i]);
    }
  lanyard_browser_show_item (browser, LANYARD_ITEM (window_driver_find_talk (driver, "Copy on write, ten years on")));
  lanyard_browser_show_session (browser, window_driver_find_session (driver, "Filesystems and Storage MC"));
  window_driver_settle ();
  window_driver_sweep (GTK_WIDGET (driver->window), "microconference and talk");
}

static void
test_another_process_stars (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  g_autofree char *path = g_build_filename (driver->folder, "lanyard.db", NULL);
  g_autoptr (LanyardStore) other = lanyard_store_new (path);
  const char *key = lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, "Old abstracts are HTML")));
  gint64 begun;

  lanyard_store_open_async (other, NULL, NULL, NULL);
  lanyard_store_set_pick_async (other, lanyard_open_conference_get_uuid (driver->open), LANYARD_KIND_TALK, key,
                                LANYARD_LEVEL_GOING, 0, NULL, NULL, NULL);
  begun = g_get_monotonic_time ();
  while (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key) == LANYARD_LEVEL_NONE &&
         g_get_monotonic_time () - begun < 10 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_GOING);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/filters-need-a-conference", test_filters_need_a_conference);
  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/star-and-undo", test_star_and_undo);
  g_test_add_func ("/window/star-all", test_star_all);
  g_test_add_func ("/window/zone", test_zone);
  g_test_add_func ("/window/state-returns", test_state_returns);
  g_test_add_func ("/window/remove-and-restore", test_remove_and_restore);
  g_test_add_func ("/window/adapts", test_adapts);
  g_test_add_func ("/window/star-is-a-named-toggle", test_star_is_a_named_toggle);
  g_test_add_func ("/window/everything-has-a-name", test_everything_has_a_name);
  g_test_add_func ("/window/another-process-stars", test_another_process_stars);

  return g_test_run ();
}
