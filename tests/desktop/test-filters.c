/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the schedule is shown: filters, what is hidden for good, and the menu
 * of an item that leads to both. */

#include "config.h"

#include "schedule-helper.h"
#include "schedule/lanyard-filter-chips.h"
#include "schedule/lanyard-filter-popover.h"
#include "schedule/lanyard-filter-row.h"
#include "schedule/lanyard-item-menu.h"
#include "schedule/lanyard-nothing-page.h"

/* Of the Android MC; its break is that of all rooms. */
#define ANDROID_TALKS 13

/* Filters narrow, chips say so and take them away, and one stays where one was. */
static void
test_filter (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardSession *session = window_driver_find_session (driver, "Android MC");
  guint n_all = schedule_count_items (driver);
  GtkWidget *chips = schedule_find (driver, LANYARD_TYPE_FILTER_CHIPS);
  GtkWidget *chip;

  g_assert_false (gtk_widget_get_visible (chips));
  schedule_activate_value (driver, "win.filter-by", LANYARD_FILTER_SESSION, lanyard_session_get_key (session));
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_cmpuint (schedule_count_items (driver), ==, ANDROID_TALKS);
  schedule_activate_value (driver, "win.filter-by", LANYARD_FILTER_ROOM, "Club E");
  g_assert_cmpuint (schedule_count_items (driver), <=, ANDROID_TALKS);

  chip = window_driver_find (chips, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the Filter “Android MC”");
  g_signal_emit_by_name (chip, "clicked");
  window_driver_settle ();
  g_assert_false (lanyard_filter_has_value (lanyard_open_conference_get_filter (driver->open), LANYARD_FILTER_SESSION,
                                            lanyard_session_get_key (session)));
  schedule_activate (driver, "win.clear-filter", NULL);
  g_assert_false (gtk_widget_get_visible (chips));
  g_assert_cmpuint (schedule_count_items (driver), ==, n_all);
}

static void
test_filter_keeps_place (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  g_autofree char *before = NULL;

  gtk_adjustment_set_value (schedule_get_adjustment (driver), 2000);
  window_driver_settle ();
  before = g_strdup (schedule_get_top_title (driver));
  schedule_activate_value (driver, "win.hide", LANYARD_FILTER_ROOM, "Club B");
  g_assert_cmpstr (schedule_get_top_title (driver), ==, before);
  schedule_activate_value (driver, "win.unhide", LANYARD_FILTER_ROOM, "Club B");
  g_assert_cmpstr (schedule_get_top_title (driver), ==, before);
  schedule_activate (driver, "win.zone", g_variant_new_string ("local"));
  g_assert_cmpstr (schedule_get_top_title (driver), ==, before);
}

static void
test_nothing_matches (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardSession *session = window_driver_find_session (driver, "Rust MC");
  GtkWidget *nothing;

  schedule_activate_value (driver, "win.filter-by", LANYARD_FILTER_SESSION, lanyard_session_get_key (session));
  nothing = schedule_find (driver, LANYARD_TYPE_NOTHING_PAGE);
  g_assert_nonnull (nothing);
  schedule_assert_day (driver, "2026-10-05");
  g_signal_emit_by_name (window_driver_find (nothing, GTK_TYPE_BUTTON), "clicked");
  window_driver_settle ();
  schedule_assert_day (driver, "2026-10-07");
  g_assert_null (schedule_find (driver, LANYARD_TYPE_NOTHING_PAGE));
  schedule_activate (driver, "win.clear-filter", NULL);
  g_assert_cmpuint (schedule_count_items (driver), >, 50);
}

static GtkWidget *
find_filter_row (GtkWidget  *root,
                 const char *label)
{
  if (LANYARD_IS_FILTER_ROW (root))
    {
      g_autofree char *its_label = lanyard_filter_row_dup_label (LANYARD_FILTER_ROW (root));

      return g_str_equal (its_label, label) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_filter_row (child, label);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* All that can be chosen has a name, searching finds it, and choosing filters. */
static void
test_popover (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *view;

  schedule_activate (driver, "win.filter", NULL);
  popover = schedule_find (driver, LANYARD_TYPE_FILTER_POPOVER);
  g_assert_nonnull (popover);
  window_driver_sweep (popover, "filters");
  g_assert_nonnull (find_filter_row (popover, "In My Plan, Show Only"));
  search = window_driver_find (popover, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "rust mc");
  window_driver_settle ();
  g_assert_null (find_filter_row (popover, "In My Plan, Show Only"));
  g_assert_nonnull (find_filter_row (popover, "Rust MC, Session"));
  view = window_driver_find (popover, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  window_driver_settle ();
  g_assert_nonnull (find_filter_row (popover, "Rust MC, Session, chosen"));
  g_assert_false (lanyard_filter_is_empty (lanyard_open_conference_get_filter (driver->open)));
}

/* Hidden is hidden, listed among the filters, and can be shown again there. */
static void
test_hide_for_good (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  const char *key = lanyard_session_get_key (window_driver_find_session (driver, "Android MC"));
  guint n_all = schedule_count_items (driver);
  GtkWidget *popover;
  GtkWidget *row;

  schedule_activate_value (driver, "win.hide", LANYARD_FILTER_SESSION, key);
  g_assert_cmpuint (schedule_count_items (driver), ==, n_all - ANDROID_TALKS);
  g_assert_nonnull (schedule_find (driver, ADW_TYPE_TOAST_OVERLAY));

  window_driver_close (driver);
  window_driver_show (driver, 1200, 800);
  g_assert_cmpuint (schedule_count_items (driver), ==, n_all - ANDROID_TALKS);
  schedule_activate (driver, "win.filter", NULL);
  popover = schedule_find (driver, LANYARD_TYPE_FILTER_POPOVER);
  gtk_editable_set_text (GTK_EDITABLE (window_driver_find (popover, GTK_TYPE_SEARCH_ENTRY)), "android");
  window_driver_settle ();
  row = find_filter_row (popover, "Android MC, Hidden for Good");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (row)), "clicked");
  window_driver_settle ();
  g_assert_cmpuint (schedule_count_items (driver), ==, n_all);
  g_assert_nonnull (find_filter_row (popover, "Android MC, Session"));
}

static GtkWidget *
find_button (WindowDriver *driver,
             const char   *label)
{
  GtkWidget *text = window_driver_find_text (GTK_WIDGET (driver->window), label);

  return text != NULL ? gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON) : NULL;
}

/* What is left out cannot be found in the schedule: the window says why, and
 * how to see it all the same. */
static void
test_show_what_is_left_out (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardItem *talk = LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates"));
  const char *other = lanyard_session_get_key (window_driver_find_session (driver, "Android MC"));

  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), talk);
  window_driver_settle ();
  schedule_activate (driver, "win.find-in-schedule", NULL);
  g_assert_null (find_button (driver, "Clear Filters"));
  g_assert_cmpstr (schedule_get_top_title (driver), ==, "Rust-BPF updates");

  schedule_activate_value (driver, "win.filter-by", LANYARD_FILTER_SESSION, other);
  schedule_activate (driver, "win.find-in-schedule", NULL);
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (driver->window), "The filters leave out “Rust-BPF updates”"));
  g_signal_emit_by_name (find_button (driver, "Clear Filters"), "clicked");
  window_driver_settle ();
  g_assert_true (lanyard_filter_is_empty (lanyard_open_conference_get_filter (driver->open)));
  g_assert_cmpstr (schedule_get_top_title (driver), ==, "Rust-BPF updates");

  schedule_activate_value (driver, "win.hide", LANYARD_FILTER_ROOM, lanyard_room_get_name (lanyard_item_get_room (talk)));
  schedule_activate_value (driver, "win.hide", LANYARD_FILTER_SESSION, other);
  schedule_activate (driver, "win.reveal-in-schedule", g_variant_new ("(us)", lanyard_item_get_kind (talk), lanyard_item_get_key (talk)));
  g_assert_cmpstr (schedule_get_top_title (driver), ==, "Rust-BPF updates");
  g_assert_true (lanyard_filter_has_value (lanyard_open_conference_get_hidden (driver->open), LANYARD_FILTER_SESSION, other));
}

static void
test_item_menu (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  GtkWidget *menu;

  lanyard_item_menu_popup (schedule_get_list (driver),
                           LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), 100, 100);
  window_driver_settle ();
  menu = schedule_find (driver, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_nonnull (window_driver_find_text (menu, "Add to Calendar"));
  g_assert_nonnull (window_driver_find_text (menu, "Copy"));
  g_assert_nonnull (window_driver_find_text (menu, "Export…"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();
  g_assert_null (schedule_find (driver, GTK_TYPE_POPOVER_MENU));
}

/* The list takes its menu along. */
static void
test_item_menu_while_closing (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);

  lanyard_item_menu_popup (schedule_get_list (driver),
                           LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), 100, 100);
  window_driver_settle ();
  g_assert_nonnull (schedule_find (driver, GTK_TYPE_POPOVER_MENU));
  window_driver_close (driver);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/filters/filter", test_filter);
  g_test_add_func ("/filters/filter-keeps-place", test_filter_keeps_place);
  g_test_add_func ("/filters/nothing-matches", test_nothing_matches);
  g_test_add_func ("/filters/popover", test_popover);
  g_test_add_func ("/filters/hide-for-good", test_hide_for_good);
  g_test_add_func ("/filters/show-what-is-left-out", test_show_what_is_left_out);
  g_test_add_func ("/filters/item-menu", test_item_menu);
  g_test_add_func ("/filters/item-menu-while-closing", test_item_menu_while_closing);

  return g_test_run ();
}
