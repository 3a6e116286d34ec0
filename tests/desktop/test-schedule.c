/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule as a user meets it: days, the heading at the top, what runs,
 * jumping to now, and where one reads. */

#include "config.h"

#include "detail/lanyard-detail-page.h"
#include "grid/lanyard-grid-cell.h"
#include "grid/lanyard-grid.h"
#include "schedule-helper.h"
#include "widgets/lanyard-headed-view.h"
#include "widgets/lanyard-item-words.h"

/* Half past nine in the evening in Adelaide, on the first of its days. */
#define NOW "2026-10-02T09:00:00Z"

/* The heading that stays is the last child of what holds it. */
static GtkWidget *
get_sticky (WindowDriver *driver)
{
  return gtk_widget_get_last_child (schedule_find (driver, LANYARD_TYPE_HEADED_VIEW));
}

static void
test_days (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);

  schedule_assert_day (driver, "2026-10-05");
  schedule_activate (driver, "win.step-day", g_variant_new_int32 (1));
  schedule_assert_day (driver, "2026-10-06");
  g_assert_cmpfloat (gtk_adjustment_get_value (schedule_get_adjustment (driver)), ==, 0);
  schedule_activate (driver, "win.step-day", g_variant_new_int32 (-1));
  schedule_activate (driver, "win.step-day", g_variant_new_int32 (-1));
  schedule_assert_day (driver, "2026-10-05");
}

/* It says the hour of what is at the top, is pushed by the next, and is not
 * told to assistive technology a second time. */
static void
test_heading_stays (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  GtkAdjustment *adjustment = schedule_get_adjustment (driver);
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
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (sticky), schedule_find (driver, LANYARD_TYPE_HEADED_VIEW), &bounds));
      pushed = pushed || bounds.origin.y < 0;
      g_assert_cmpfloat (bounds.origin.y, <=, 0);
    }
  g_assert_true (pushed);
}

/* What has the focus is not below the heading that stays. */
static void
test_focus_is_uncovered (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  GtkWidget *view = schedule_find (driver, GTK_TYPE_LIST_VIEW);
  GtkWidget *headed = schedule_find (driver, LANYARD_TYPE_HEADED_VIEW);
  GtkWidget *row;
  graphene_rect_t bounds;

  gtk_adjustment_set_value (schedule_get_adjustment (driver), 1000);
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
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
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
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (driver, "Rust-BPF updates"));
  g_autofree char *label = NULL;

  schedule_activate (driver, "win.both-zones", NULL);
  label = lanyard_item_dup_accessible_label (driver->open, item, LANYARD_ITEM_ROW_NONE);
  g_assert_true (g_str_has_prefix (label, "10:00–10:30, 01:00–01:30 in Los Angeles, 30 min, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_sticky (driver)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:00, 01:00 in Los Angeles");
}

static void
test_jump_to_now (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver ("2026-10-06T15:20:00+02:00");
  LanyardItem *top;
  GtkWidget *focus;

  schedule_activate (driver, "win.step-day", g_variant_new_int32 (1));
  schedule_activate (driver, "win.page", g_variant_new_string ("speakers"));
  schedule_activate (driver, "win.show-now", NULL);
  g_assert_cmpstr (lanyard_browser_get_page (lanyard_window_get_browser (driver->window)), ==, "schedule");
  schedule_assert_day (driver, "2026-10-06");
  top = lanyard_item_list_get_top_item (schedule_get_list (driver));
  g_assert_cmpint (lanyard_item_get_start (top), <=, lanyard_open_conference_get_now (driver->open));
  g_assert_cmpint (lanyard_item_get_end (top), >, lanyard_open_conference_get_now (driver->open));
  focus = gtk_window_get_focus (GTK_WINDOW (driver->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (schedule_find_row (focus, lanyard_item_get_title (top)));
}

static void
test_place_returns (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  g_autofree char *before = NULL;

  schedule_activate (driver, "win.step-day", g_variant_new_int32 (1));
  gtk_adjustment_set_value (schedule_get_adjustment (driver), 2500);
  window_driver_settle ();
  before = g_strdup (schedule_get_top_title (driver));
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  schedule_assert_day (driver, "2026-10-06");
  g_assert_cmpstr (schedule_get_top_title (driver), ==, before);

  /* The next morning today is what one wants to see. */
  window_driver_close (driver);
  window_driver_set_now (driver, "2026-10-07T08:00:00+02:00");
  window_driver_show (driver, 1200, 800);
  schedule_assert_day (driver, "2026-10-07");
}

/* A newer programme is other objects of the same: place and selection stay. */
static void
test_refresh_keeps_place (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->open);
  g_autofree char *before = NULL;
  g_autofree char *selected = NULL;
  GtkSingleSelection *selection;

  gtk_adjustment_set_value (schedule_get_adjustment (driver), 1500);
  window_driver_settle ();
  before = g_strdup (schedule_get_top_title (driver));
  g_signal_emit_by_name (schedule_find (driver, GTK_TYPE_LIST_VIEW), "activate", 25);
  window_driver_settle ();
  selection = GTK_SINGLE_SELECTION (lanyard_item_list_get_model (schedule_get_list (driver)));
  selected = g_strdup (lanyard_item_get_title (gtk_single_selection_get_selected_item (selection)));

  lanyard_open_conference_load (driver->open, lanyard_open_conference_get_uuid (driver->open));
  while (lanyard_open_conference_get_programme (driver->open) == programme)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_cmpstr (schedule_get_top_title (driver), ==, before);
  selection = GTK_SINGLE_SELECTION (lanyard_item_list_get_model (schedule_get_list (driver)));
  g_assert_cmpstr (lanyard_item_get_title (gtk_single_selection_get_selected_item (selection)), ==, selected);
}

/* Where the window's buttons are seen. */
static guint
count_window_controls (GtkWidget *widget)
{
  guint n = GTK_IS_WINDOW_CONTROLS (widget) && !gtk_window_controls_get_empty (GTK_WINDOW_CONTROLS (widget)) ? 1 : 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_window_controls (child);
  return n;
}

static gboolean
shows_detail (WindowDriver *driver)
{
  return gtk_widget_get_mapped (schedule_find (driver, LANYARD_TYPE_DETAIL_PAGE));
}

static int
get_width (WindowDriver *driver,
           GType         type)
{
  GtkWidget *widget = schedule_find (driver, type);

  window_driver_settle ();
  return widget != NULL ? gtk_widget_get_width (widget) : 0;
}

/* The grid has all the width, lends some of it to what is opened from it, and
 * gives it back to the list. */
static void
test_grid (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (driver->open);
  LanyardItem *talk = g_ptr_array_index (lanyard_programme_get_talks (programme), 0);
  int list_width = get_width (driver, LANYARD_TYPE_ITEM_LIST);
  int grid_width;

  g_assert_true (shows_detail (driver));
  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("grid"));
  g_assert_false (shows_detail (driver));
  g_assert_null (schedule_find (driver, LANYARD_TYPE_ITEM_LIST));
  grid_width = get_width (driver, LANYARD_TYPE_GRID);
  g_assert_cmpint (grid_width, >, list_width + 200);
  g_assert_cmpuint (count_window_controls (GTK_WIDGET (driver->window)), ==, 1);

  schedule_activate (driver, "win.show-item", g_variant_new ("(us)", LANYARD_KIND_TALK, lanyard_item_get_key (talk)));
  g_assert_true (shows_detail (driver));
  g_assert_cmpint (get_width (driver, LANYARD_TYPE_GRID), <, grid_width - 200);
  g_assert_cmpuint (count_window_controls (GTK_WIDGET (driver->window)), ==, 1);
  gtk_widget_activate_action (schedule_find (driver, LANYARD_TYPE_DETAIL_PAGE), "navigation.pop", NULL);
  g_assert_false (shows_detail (driver));
  g_assert_cmpint (get_width (driver, LANYARD_TYPE_GRID), ==, grid_width);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (driver->window)), schedule_find (driver, LANYARD_TYPE_GRID)));

  schedule_activate (driver, "win.page", g_variant_new_string ("sessions"));
  g_assert_true (shows_detail (driver));
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  schedule_activate (driver, "win.page", g_variant_new_string ("schedule"));
  g_assert_null (schedule_find (driver, LANYARD_TYPE_ITEM_LIST));
  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("list"));
  g_assert_nonnull (schedule_find (driver, LANYARD_TYPE_ITEM_LIST));
}

static GtkWidget *
find_cell (GtkWidget  *root,
           const char *title)
{
  if (LANYARD_IS_GRID_CELL (root))
    return g_str_equal (lanyard_item_get_title (lanyard_grid_cell_get_item (LANYARD_GRID_CELL (root))), title) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_cell (child, title);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* In the grid, what lasts past midnight is there on both days; in the list,
 * where it begins. */
static void
test_over_midnight (void)
{
  static const char *title = "Nova GPU & DRM Rust Workshop";
  g_autoptr (WindowDriver) driver = schedule_driver (SCHEDULE_SAMPLE_NOW);
  GtkWidget *window = GTK_WIDGET (driver->window);

  schedule_activate (driver, "win.zone", g_variant_new_string ("Pacific/Auckland"));
  lanyard_browser_set_day (lanyard_window_get_browser (driver->window), "2026-10-06");
  window_driver_settle ();
  g_assert_null (schedule_find_row (GTK_WIDGET (schedule_get_list (driver)), title));
  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("grid"));
  lanyard_browser_set_day (lanyard_window_get_browser (driver->window), "2026-10-05");
  window_driver_settle ();
  gtk_widget_activate_action (schedule_find (driver, LANYARD_TYPE_GRID), "grid.zoom-out", NULL);
  gtk_widget_activate_action (schedule_find (driver, LANYARD_TYPE_GRID), "grid.zoom-out", NULL);
  window_driver_settle ();
  g_assert_nonnull (find_cell (window, title));
  lanyard_browser_set_day (lanyard_window_get_browser (driver->window), "2026-10-06");
  window_driver_settle ();
  g_assert_nonnull (find_cell (window, title));
}

static void
test_unscheduled_and_breaks (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver_with (NOW, g_getenv ("LANYARD_TEST_CONFERENCE"), 360, 640);

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
  window_driver_init (&argc, &argv);

  g_test_add_func ("/schedule/days", test_days);
  g_test_add_func ("/schedule/heading-stays", test_heading_stays);
  g_test_add_func ("/schedule/focus-is-uncovered", test_focus_is_uncovered);
  g_test_add_func ("/schedule/what-runs-says-so", test_what_runs_says_so);
  g_test_add_func ("/schedule/both-zones", test_both_zones);
  g_test_add_func ("/schedule/jump-to-now", test_jump_to_now);
  g_test_add_func ("/schedule/place-returns", test_place_returns);
  g_test_add_func ("/schedule/refresh-keeps-place", test_refresh_keeps_place);
  g_test_add_func ("/schedule/grid", test_grid);
  g_test_add_func ("/schedule/over-midnight", test_over_midnight);
  g_test_add_func ("/schedule/unscheduled-and-breaks", test_unscheduled_and_breaks);

  return g_test_run ();
}
