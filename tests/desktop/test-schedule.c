/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule as a user meets it: days, the heading at the top, what runs,
 * jumping to now, filters, what is hidden for good, and where one reads. */

#include "config.h"

#include "schedule/lanyard-filter-chips.h"
#include "schedule/lanyard-filter-popover.h"
#include "schedule/lanyard-filter-row.h"
#include "schedule/lanyard-item-menu.h"
#include "schedule/lanyard-nothing-page.h"
#include "widgets/lanyard-headed-view.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "window-driver.h"

/* Half past nine in the evening in Adelaide, on the first of its days. */
#define NOW "2026-10-02T09:00:00Z"
/* While talks run in the sample. */
#define SAMPLE_NOW "2026-10-05T10:12:00+02:00"
/* Of the Android MC; its break is that of all rooms. */
#define ANDROID_TALKS 13

static void
reset (WindowDriver *driver)
{
  static const char *const keys[] = { "page", "day", "schedule-view", "schedule-position", "other-zone", "both-zones" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
}

static WindowDriver *
driver_with (const char *now,
             const char *folder,
             int         width,
             int         height)
{
  WindowDriver *driver = window_driver_new (now);

  reset (driver);
  window_driver_add (driver, folder);
  window_driver_show (driver, width, height);
  return driver;
}

static WindowDriver *
driver_with_sample (const char *now)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LANYARD_DATA_DIR"), "sample", NULL);

  return driver_with (now, folder, 1200, 800);
}

static void
activate (WindowDriver *driver,
          const char   *action,
          GVariant     *target)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, sunk));
  window_driver_settle ();
}

static void
activate_value (WindowDriver       *driver,
                const char         *action,
                LanyardFilterField  field,
                const char         *value)
{
  activate (driver, action, g_variant_new ("(us)", (guint) field, value));
}

static GtkWidget *
find (WindowDriver *driver,
      GType         type)
{
  return window_driver_find (GTK_WIDGET (driver->window), type);
}

static LanyardItemList *
get_list (WindowDriver *driver)
{
  GtkWidget *list = find (driver, LANYARD_TYPE_ITEM_LIST);

  g_assert_nonnull (list);
  return LANYARD_ITEM_LIST (list);
}

static guint
count_items (WindowDriver *driver)
{
  return g_list_model_get_n_items (lanyard_item_list_get_model (get_list (driver)));
}

static GtkAdjustment *
get_adjustment (WindowDriver *driver)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (driver, GTK_TYPE_LIST_VIEW)));
}

static const char *
get_top_title (WindowDriver *driver)
{
  return lanyard_item_get_title (lanyard_item_list_get_top_item (get_list (driver)));
}

/* The heading that stays is the last child of what holds it. */
static GtkWidget *
get_sticky (WindowDriver *driver)
{
  return gtk_widget_get_last_child (find (driver, LANYARD_TYPE_HEADED_VIEW));
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (LANYARD_IS_ITEM_ROW (root))
    return g_str_equal (lanyard_item_get_title (lanyard_item_row_get_item (LANYARD_ITEM_ROW (root))), title) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, title);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static char *
dup_day (WindowDriver *driver)
{
  return lanyard_browser_dup_day (lanyard_window_get_browser (driver->window));
}

static void
assert_day (WindowDriver *driver,
            const char   *expected)
{
  g_autofree char *day = dup_day (driver);

  g_assert_cmpstr (day, ==, expected);
}

static void
test_days (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);

  assert_day (driver, "2026-10-05");
  activate (driver, "win.step-day", g_variant_new_int32 (1));
  assert_day (driver, "2026-10-06");
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (driver)), ==, 0);
  activate (driver, "win.step-day", g_variant_new_int32 (-1));
  activate (driver, "win.step-day", g_variant_new_int32 (-1));
  assert_day (driver, "2026-10-05");
}

/* It says the hour of what is at the top, is pushed by the next, and is not
 * told to assistive technology a second time. */
static void
test_heading_stays (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  GtkAdjustment *adjustment = get_adjustment (driver);
  LanyardItemHeading *sticky = LANYARD_ITEM_HEADING (get_sticky (driver));
  gboolean pushed = FALSE;
  graphene_rect_t bounds;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sticky), GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sticky), GTK_ACCESSIBLE_PROPERTY_LABEL, "10:00");
  for (double value = 0; value < 2000; value += 20)
    {
      LanyardItem *top;
      g_autofree char *hour = NULL;

      gtk_adjustment_set_value (adjustment, value);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (driver->window));
      top = lanyard_item_heading_get_item (sticky);
      hour = g_strdup_printf ("%02d:00", (int) ((lanyard_item_get_start (top) / 3600 + 2) % 24));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sticky), GTK_ACCESSIBLE_PROPERTY_LABEL, hour);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (sticky), find (driver, LANYARD_TYPE_HEADED_VIEW), &bounds));
      pushed = pushed || bounds.origin.y < 0;
      g_assert_cmpfloat (bounds.origin.y, <=, 0);
    }
  g_assert_true (pushed);
}

/* What has the focus is not below the heading that stays. */
static void
test_focus_is_uncovered (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  GtkWidget *view = find (driver, GTK_TYPE_LIST_VIEW);
  GtkWidget *headed = find (driver, LANYARD_TYPE_HEADED_VIEW);
  GtkWidget *row;
  graphene_rect_t bounds;

  gtk_adjustment_set_value (get_adjustment (driver), 1000);
  window_driver_settle ();
  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 4, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (view);
  window_driver_settle ();
  row = gtk_widget_get_focus_child (view);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, headed, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, gtk_widget_get_height (get_sticky (driver)) - 1);
}

static void
test_what_runs_says_so (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  g_autofree char *runs = lanyard_item_dup_accessible_label (driver->open,
                                                             LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), LANYARD_ITEM_ROW_NONE);
  g_autofree char *over = NULL;

  g_assert_cmpstr (runs, ==, "10:00–10:30, 30 min, Rust-BPF updates, 18 min left, Alexei Starovoitov, eBPF Track, South Hall 1 A");
  over = lanyard_item_dup_accessible_label (driver->open, LANYARD_ITEM (window_driver_find_talk (driver, "Android MC Intro")), LANYARD_ITEM_ROW_NONE);
  g_assert_cmpstr (over, ==, "10:00–10:01, 1 min, Android MC Intro, Android MC, Club E");
}

static void
test_both_zones (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates"));
  g_autofree char *label = NULL;

  activate (driver, "win.both-zones", NULL);
  label = lanyard_item_dup_accessible_label (driver->open, item, LANYARD_ITEM_ROW_NONE);
  g_assert_true (g_str_has_prefix (label, "10:00–10:30, 01:00–01:30 in Los Angeles, 30 min, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_sticky (driver)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:00, 01:00 in Los Angeles");
}

static void
test_jump_to_now (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample ("2026-10-06T15:20:00+02:00");
  LanyardItem *top;
  GtkWidget *focus;

  activate (driver, "win.step-day", g_variant_new_int32 (1));
  activate (driver, "win.page", g_variant_new_string ("plan"));
  activate (driver, "win.show-now", NULL);
  g_assert_cmpstr (lanyard_browser_get_page (lanyard_window_get_browser (driver->window)), ==, "schedule");
  assert_day (driver, "2026-10-06");
  top = lanyard_item_list_get_top_item (get_list (driver));
  g_assert_cmpint (lanyard_item_get_start (top), <=, lanyard_open_conference_get_now (driver->open));
  g_assert_cmpint (lanyard_item_get_end (top), >, lanyard_open_conference_get_now (driver->open));
  focus = gtk_window_get_focus (GTK_WINDOW (driver->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (find_row (focus, lanyard_item_get_title (top)));
}

/* Filters narrow, chips say so and take them away, and one stays where one was. */
static void
test_filter (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  LanyardSession *session = window_driver_find_session (driver, "Android MC");
  guint n_all = count_items (driver);
  GtkWidget *chips = find (driver, LANYARD_TYPE_FILTER_CHIPS);
  GtkWidget *chip;

  g_assert_false (gtk_widget_get_visible (chips));
  activate_value (driver, "win.filter-by", LANYARD_FILTER_SESSION, lanyard_session_get_key (session));
  g_assert_true (gtk_widget_get_visible (chips));
  g_assert_cmpuint (count_items (driver), ==, ANDROID_TALKS);
  activate_value (driver, "win.filter-by", LANYARD_FILTER_ROOM, "Club E");
  g_assert_cmpuint (count_items (driver), <=, ANDROID_TALKS);

  chip = window_driver_find (chips, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the Filter “Android MC”");
  g_signal_emit_by_name (chip, "clicked");
  window_driver_settle ();
  g_assert_false (lanyard_filter_has_value (lanyard_open_conference_get_filter (driver->open), LANYARD_FILTER_SESSION,
                                            lanyard_session_get_key (session)));
  activate (driver, "win.clear-filter", NULL);
  g_assert_false (gtk_widget_get_visible (chips));
  g_assert_cmpuint (count_items (driver), ==, n_all);
}

static void
test_filter_keeps_place (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  g_autofree char *before = NULL;

  gtk_adjustment_set_value (get_adjustment (driver), 2000);
  window_driver_settle ();
  before = g_strdup (get_top_title (driver));
  activate_value (driver, "win.hide", LANYARD_FILTER_ROOM, "Club B");
  g_assert_cmpstr (get_top_title (driver), ==, before);
  activate_value (driver, "win.unhide", LANYARD_FILTER_ROOM, "Club B");
  g_assert_cmpstr (get_top_title (driver), ==, before);
  activate (driver, "win.zone", g_variant_new_string ("local"));
  g_assert_cmpstr (get_top_title (driver), ==, before);
}

static void
test_nothing_matches (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  LanyardSession *session = window_driver_find_session (driver, "Rust MC");
  GtkWidget *nothing;

  activate_value (driver, "win.filter-by", LANYARD_FILTER_SESSION, lanyard_session_get_key (session));
  nothing = find (driver, LANYARD_TYPE_NOTHING_PAGE);
  g_assert_nonnull (nothing);
  assert_day (driver, "2026-10-05");
  g_signal_emit_by_name (window_driver_find (nothing, GTK_TYPE_BUTTON), "clicked");
  window_driver_settle ();
  assert_day (driver, "2026-10-07");
  g_assert_null (find (driver, LANYARD_TYPE_NOTHING_PAGE));
  activate (driver, "win.clear-filter", NULL);
  g_assert_cmpuint (count_items (driver), >, 50);
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
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *view;

  activate (driver, "win.filter", NULL);
  popover = find (driver, LANYARD_TYPE_FILTER_POPOVER);
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
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  const char *key = lanyard_session_get_key (window_driver_find_session (driver, "Android MC"));
  guint n_all = count_items (driver);
  GtkWidget *popover;
  GtkWidget *row;

  activate_value (driver, "win.hide", LANYARD_FILTER_SESSION, key);
  g_assert_cmpuint (count_items (driver), ==, n_all - ANDROID_TALKS);
  g_assert_nonnull (find (driver, ADW_TYPE_TOAST_OVERLAY));

  window_driver_close (driver);
  window_driver_show (driver, 1200, 800);
  g_assert_cmpuint (count_items (driver), ==, n_all - ANDROID_TALKS);
  activate (driver, "win.filter", NULL);
  popover = find (driver, LANYARD_TYPE_FILTER_POPOVER);
  gtk_editable_set_text (GTK_EDITABLE (window_driver_find (popover, GTK_TYPE_SEARCH_ENTRY)), "android");
  window_driver_settle ();
  row = find_filter_row (popover, "Android MC, Hidden for Good");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_first_child (row)), "clicked");
  window_driver_settle ();
  g_assert_cmpuint (count_items (driver), ==, n_all);
  g_assert_nonnull (find_filter_row (popover, "Android MC, Session"));
}

static void
test_item_menu (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  GtkWidget *menu;

  lanyard_item_menu_popup (get_list (driver),
                           LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), 100, 100);
  window_driver_settle ();
  menu = find (driver, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();
  g_assert_null (find (driver, GTK_TYPE_POPOVER_MENU));
}

/* The list takes its menu along. */
static void
test_item_menu_while_closing (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);

  lanyard_item_menu_popup (get_list (driver),
                           LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates")), 100, 100);
  window_driver_settle ();
  g_assert_nonnull (find (driver, GTK_TYPE_POPOVER_MENU));
  window_driver_close (driver);
}

static void
test_place_returns (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  g_autofree char *before = NULL;

  activate (driver, "win.step-day", g_variant_new_int32 (1));
  gtk_adjustment_set_value (get_adjustment (driver), 2500);
  window_driver_settle ();
  before = g_strdup (get_top_title (driver));
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  assert_day (driver, "2026-10-06");
  g_assert_cmpstr (get_top_title (driver), ==, before);

  /* The next morning today is what one wants to see. */
  window_driver_close (driver);
  window_driver_set_now (driver, "2026-10-07T08:00:00+02:00");
  window_driver_show (driver, 1200, 800);
  assert_day (driver, "2026-10-07");
}

/* A newer programme is other objects of the same: place and selection stay. */
static void
test_refresh_keeps_place (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->open);
  g_autofree char *before = NULL;
  g_autofree char *selected = NULL;
  GtkSingleSelection *selection;

  gtk_adjustment_set_value (get_adjustment (driver), 1500);
  window_driver_settle ();
  before = g_strdup (get_top_title (driver));
  g_signal_emit_by_name (find (driver, GTK_TYPE_LIST_VIEW), "activate", 25);
  window_driver_settle ();
  selection = GTK_SINGLE_SELECTION (lanyard_item_list_get_model (get_list (driver)));
  selected = g_strdup (lanyard_item_get_title (gtk_single_selection_get_selected_item (selection)));

  lanyard_open_conference_load (driver->open, lanyard_open_conference_get_uuid (driver->open));
  while (lanyard_open_conference_get_programme (driver->open) == programme)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_cmpstr (get_top_title (driver), ==, before);
  g_assert_cmpstr (lanyard_item_get_title (gtk_single_selection_get_selected_item (selection)), ==, selected);
}

/* The grid has all the width, and gives it back to the list. */
static void
test_grid (void)
{
  g_autoptr (WindowDriver) driver = driver_with_sample (SAMPLE_NOW);
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (find (driver, ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  g_assert_false (adw_navigation_split_view_get_collapsed (split));
  activate (driver, "win.schedule-view", g_variant_new_string ("grid"));
  g_assert_true (adw_navigation_split_view_get_collapsed (split));
  g_assert_null (find (driver, LANYARD_TYPE_ITEM_LIST));
  activate (driver, "win.page", g_variant_new_string ("sessions"));
  g_assert_false (adw_navigation_split_view_get_collapsed (split));
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  activate (driver, "win.page", g_variant_new_string ("schedule"));
  g_assert_null (find (driver, LANYARD_TYPE_ITEM_LIST));
  activate (driver, "win.schedule-view", g_variant_new_string ("list"));
  g_assert_nonnull (find (driver, LANYARD_TYPE_ITEM_LIST));
}

static void
test_unscheduled_and_breaks (void)
{
  g_autoptr (WindowDriver) driver = driver_with (NOW, g_getenv ("LANYARD_TEST_CONFERENCE"), 360, 640);

  lanyard_browser_set_day (lanyard_window_get_browser (driver->window), "no-time");
  window_driver_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_sticky (driver)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Not Scheduled Yet");
  window_driver_sweep (GTK_WIDGET (driver->window), "narrow schedule");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  g_test_add_func ("/schedule/days", test_days);
  g_test_add_func ("/schedule/heading-stays", test_heading_stays);
  g_test_add_func ("/schedule/focus-is-uncovered", test_focus_is_uncovered);
  g_test_add_func ("/schedule/what-runs-says-so", test_what_runs_says_so);
  g_test_add_func ("/schedule/both-zones", test_both_zones);
  g_test_add_func ("/schedule/jump-to-now", test_jump_to_now);
  g_test_add_func ("/schedule/filter", test_filter);
  g_test_add_func ("/schedule/filter-keeps-place", test_filter_keeps_place);
  g_test_add_func ("/schedule/nothing-matches", test_nothing_matches);
  g_test_add_func ("/schedule/popover", test_popover);
  g_test_add_func ("/schedule/hide-for-good", test_hide_for_good);
  g_test_add_func ("/schedule/item-menu", test_item_menu);
  g_test_add_func ("/schedule/item-menu-while-closing", test_item_menu_while_closing);
  g_test_add_func ("/schedule/place-returns", test_place_returns);
  g_test_add_func ("/schedule/refresh-keeps-place", test_refresh_keeps_place);
  g_test_add_func ("/schedule/grid", test_grid);
  g_test_add_func ("/schedule/unscheduled-and-breaks", test_unscheduled_and_breaks);

  return g_test_run ();
}
