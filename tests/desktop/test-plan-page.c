/* SPDX-License-Identifier: GPL-3.0-or-later */

/* My Plan in a real window: days to scale and what a screen reader says of
 * them, free stretches, the same as a list, and all conferences in one plan. It
 * is Monday of the sample, at 11:12 in Prague. */

#include "config.h"

#include "plan-page-helper.h"
#include "plan/lanyard-conflict-dialog.h"
#include "plan/lanyard-day-board.h"
#include "plan/lanyard-fits-dialog.h"
#include "schedule/lanyard-item-menu.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-pick-source.h"
#include "widgets/lanyard-selection-bar.h"

static graphene_rect_t
get_bounds (PlanPageFixture *fixture,
            const char *title)
{
  LanyardDayPart *part = plan_page_get_part (fixture, title);
  graphene_rect_t bounds;

  g_assert_nonnull (part);
  g_assert_true (gtk_widget_compute_bounds (part->widget, GTK_WIDGET (plan_page_get_day (fixture)), &bounds));
  return bounds;
}

/* 45 minutes are half as long again as 30, and what overlaps is side by side. */
static void
test_scale (void)
{
  PlanPageFixture fixture;
  graphene_rect_t half_an_hour;
  graphene_rect_t longer;
  graphene_rect_t maybe;
  double hour;

  plan_page_open (&fixture, 1200, 800);
  half_an_hour = get_bounds (&fixture, "Rust-BPF updates");
  longer = get_bounds (&fixture, "AF_XDP BoF");
  maybe = get_bounds (&fixture, "Performance Tools and Prompts");
  hour = plan_page_get_day (&fixture)->scale * 3600;
  g_assert_cmpfloat_with_epsilon (half_an_hour.size.height, hour / 2, 3);
  g_assert_cmpfloat_with_epsilon (longer.size.height, hour * 3 / 4, 3);
  g_assert_cmpfloat_with_epsilon (half_an_hour.origin.y, longer.origin.y, 1);
  g_assert_false (graphene_rect_intersection (&half_an_hour, &longer, NULL));
  g_assert_false (graphene_rect_intersection (&half_an_hour, &maybe, NULL));
  g_assert_true (gtk_widget_activate_action (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD), "board.zoom-in", NULL));
  window_driver_settle ();
  g_assert_cmpfloat (get_bounds (&fixture, "AF_XDP BoF").size.height, >, longer.size.height);
  g_assert_cmpfloat (g_settings_get_double (fixture.driver->settings, "plan-zoom"), >, 1);
  plan_page_close (&fixture);
}

static void
test_names (void)
{
  PlanPageFixture fixture;
  GtkWidget *view;

  plan_page_open (&fixture, 1200, 800);
  view = GTK_WIDGET (plan_page_get_day (&fixture));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 5 October 2026");
  gtk_test_accessible_assert_role (plan_page_get_part (&fixture, "AF_XDP BoF")->widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (plan_page_get_part (&fixture, "AF_XDP BoF")->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:00–10:45, AF_XDP BoF, going, overlaps “Performance Tools and Prompts”, overlaps “Rust-BPF updates”, "
                                       "45 min · Birds of a Feather (BoF) · Club D, Björn Töpel");
  window_driver_sweep (fixture.page, "plan");
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "list"));
  window_driver_settle ();
  window_driver_sweep (fixture.page, "plan as a list");
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (LANYARD_ITEM_LIST (window_driver_find (fixture.page, LANYARD_TYPE_ITEM_LIST)))), ==, 3);
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "day"));
  plan_page_close (&fixture);
}

/* As many days as there is room for. */
static void
test_days (void)
{
  PlanPageFixture fixture;
  LanyardDayBoard *board;

  plan_page_open (&fixture, 1600, 800);
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  g_assert_cmpuint (lanyard_day_board_get_n_shown (board), ==, 3);
  plan_page_close (&fixture);

  plan_page_open (&fixture, 360, 640);
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  g_assert_cmpuint (lanyard_day_board_get_n_shown (board), ==, 1);
  g_assert_cmpuint (lanyard_day_view_get_day (plan_page_get_day (&fixture)), ==, lanyard_zone_get_day (lanyard_open_conference_get_zone (fixture.driver->open), plan_page_parse (PLAN_PAGE_NOW)));
  g_assert_true (lanyard_day_view_has_now (plan_page_get_day (&fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.step-day", "i", 1));
  window_driver_settle ();
  g_assert_false (lanyard_day_view_has_now (plan_page_get_day (&fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.show-now", NULL));
  window_driver_settle ();
  g_assert_true (lanyard_day_view_has_now (plan_page_get_day (&fixture)));
  plan_page_close (&fixture);
}

/* In the conference's own words. */
static void
test_empty (void)
{
  PlanPageFixture fixture;
  g_autofree char *folder = NULL;
  g_autofree char *uuid = NULL;

  plan_page_open (&fixture, 1200, 800);
  plan_page_set_level (&fixture, "Rust-BPF updates", LANYARD_LEVEL_NONE);
  plan_page_set_level (&fixture, "AF_XDP BoF", LANYARD_LEVEL_NONE);
  plan_page_set_level (&fixture, "Performance Tools and Prompts", LANYARD_LEVEL_NONE);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (
      fixture.page, "Star talks, breaks or whole microconferences, and they appear here in order of time."));
  folder = g_build_filename (g_getenv ("LANYARD_EXTREMES"), "one-talk", NULL);
  window_driver_add (fixture.driver, folder);
  uuid = g_settings_get_string (fixture.driver->settings, "conference");
  lanyard_open_conference_load (fixture.driver->open, uuid);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (
      fixture.page, "Star talks, breaks or whole tracks, and they appear here in order of time."));
  plan_page_close (&fixture);
}

static guint
count_fits (PlanPageFixture *fixture)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (plan_page_get_dialog (fixture)), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static GtkWidget *
get_line (PlanPageFixture *fixture,
          const char *text)
{
  GtkWidget *label = window_driver_find_text (fixture->page, text);

  if (label == NULL)
    g_error ("There is no line “%s”", text);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

/* Between the entries stands what is free, with how much fits, and what
 * overlaps what for how long; each leads to what can be done about it, and goes
 * when there is nothing left to do. */
static void
test_lines (void)
{
  PlanPageFixture fixture;
  g_autofree char *text = NULL;
  GtkWidget *line;
  guint n_fits;

  plan_page_open (&fixture, 1200, 800);
  plan_page_add_lunch (&fixture);
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "list"));
  window_driver_settle ();
  line = get_line (&fixture, "Overlaps “AF_XDP BoF” for 30 min");
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Resolve: Overlaps “AF_XDP BoF” for 30 min");
  g_signal_emit_by_name (line, "clicked");
  g_assert_true (LANYARD_IS_CONFLICT_DIALOG (plan_page_get_dialog (&fixture)));
  plan_page_press_button (GTK_WIDGET (plan_page_get_dialog (&fixture)), "Maybe");
  g_assert_null (window_driver_find_text (fixture.page, "Overlaps “AF_XDP BoF” for 30 min"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  get_line (&fixture, "Overlaps “AF_XDP BoF” for 30 min");

  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.fits", "(xx)", plan_page_parse ("2026-10-05T10:45:00+02:00"),
                                             plan_page_parse ("2026-10-05T13:00:00+02:00")));
  n_fits = count_fits (&fixture);
  g_assert_cmpuint (n_fits, >, 1);
  adw_dialog_force_close (plan_page_get_dialog (&fixture));
  text = g_strdup_printf ("2 h 15 min free · %u talks fit", n_fits);
  line = get_line (&fixture, text);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 h 15 min free, 10:45–13:00: what fits here");
  g_signal_emit_by_name (line, "clicked");
  g_assert_true (LANYARD_IS_FITS_DIALOG (plan_page_get_dialog (&fixture)));
  g_assert_cmpuint (count_fits (&fixture), ==, n_fits);
  adw_dialog_force_close (plan_page_get_dialog (&fixture));
  window_driver_sweep (fixture.page, "plan as a list with lines");
  plan_page_close (&fixture);
}

/* The hours that one looks at stay where they are. */
static void
test_zone (void)
{
  PlanPageFixture fixture;
  LanyardDayBoard *board;
  gint64 wanted = plan_page_parse ("2026-10-05T10:30:00+02:00");
  gint64 top;

  plan_page_open (&fixture, 1000, 600);
  plan_page_add_lunch (&fixture);
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  for (guint i = 0; i < 8; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (board), "board.zoom-in", NULL));
  window_driver_settle ();
  lanyard_day_board_show_top (board, wanted);
  window_driver_settle ();
  g_assert_true (lanyard_day_board_get_top (board, &top));
  g_assert_cmpint (ABS (top - wanted), <, 60);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.zone", "s", "local"));
  window_driver_settle ();
  g_assert_cmpstr (lanyard_zone_get_id (lanyard_open_conference_get_zone (fixture.driver->open)), !=, "Europe/Prague");
  g_assert_true (lanyard_day_board_get_top (board, &top));
  g_assert_cmpint (ABS (top - wanted), <, 120);
  plan_page_close (&fixture);
}

static LanyardDayBoard *
get_board (PlanPageFixture *fixture)
{
  return LANYARD_DAY_BOARD (window_driver_find (fixture->page, LANYARD_TYPE_DAY_BOARD));
}

/* At the upper edge, with a little room above it. */
static void
assert_begins_with (PlanPageFixture *fixture,
                    const char      *instant)
{
  gint64 top;

  window_driver_settle ();
  g_assert_true (lanyard_day_board_get_top (get_board (fixture), &top));
  g_assert_cmpint (plan_page_parse (instant) - top, >=, 0);
  g_assert_cmpint (plan_page_parse (instant) - top, <, 30 * 60);
}

static void
show_in_tokyo (PlanPageFixture *fixture)
{
  g_autoptr (LanyardZone) tokyo = lanyard_zone_new ("Asia/Tokyo");

  lanyard_open_conference_set_zone_choice (fixture->driver->open, LANYARD_ZONE_OTHER, tokyo);
}

/* In Tokyo, Tuesday begins with Monday's last talks, and its own are in the
 * evening: it opens with the first of them, not at midnight. */
static void
test_first_entry (void)
{
  PlanPageFixture fixture;

  plan_page_open (&fixture, 700, 420);
  plan_page_set_level (&fixture, "Rust SPDM in the Kernel", LANYARD_LEVEL_GOING);
  show_in_tokyo (&fixture);
  window_driver_settle ();
  lanyard_plan_page_step_day (LANYARD_PLAN_PAGE (fixture.page), 1);
  assert_begins_with (&fixture, "2026-10-06T12:45:00+02:00");
  lanyard_plan_page_step_day (LANYARD_PLAN_PAGE (fixture.page), -1);
  window_driver_settle ();
  g_assert_true (lanyard_day_view_has_now (plan_page_get_day (&fixture)));
  plan_page_close (&fixture);
}

/* The same where the page is opened in that zone, days before, or where the zone
 * is another one while one looks at another page. */
static void
test_opens_at_first_entry (void)
{
  PlanPageFixture fixture;
  WindowDriver *driver;

  plan_page_open (&fixture, 700, 420);
  driver = fixture.driver;
  plan_page_set_level (&fixture, "Rust SPDM in the Kernel", LANYARD_LEVEL_GOING);
  plan_page_set_level (&fixture, "Rust-BPF updates", LANYARD_LEVEL_NONE);
  plan_page_set_level (&fixture, "AF_XDP BoF", LANYARD_LEVEL_NONE);
  plan_page_set_level (&fixture, "Performance Tools and Prompts", LANYARD_LEVEL_NONE);
  window_driver_settle ();
  window_driver_close (driver);
  window_driver_set_now (driver, "2026-10-01T09:00:00Z");
  window_driver_show (driver, 860, 420);
  fixture.page = GTK_WIDGET (lanyard_browser_get_plan (lanyard_window_get_browser (driver->window)));
  assert_begins_with (&fixture, "2026-10-06T12:45:00+02:00");

  window_driver_activate (driver, "win.page", "schedule");
  show_in_tokyo (&fixture);
  window_driver_settle ();
  lanyard_open_conference_set_zone_choice (driver->open, LANYARD_ZONE_CONFERENCE, NULL);
  window_driver_settle ();
  show_in_tokyo (&fixture);
  window_driver_settle ();
  window_driver_activate (driver, "win.page", "plan");
  assert_begins_with (&fixture, "2026-10-06T12:45:00+02:00");

  /* Without the sidebar, Tuesday stands beside Monday, and begins at midnight. */
  plan_page_set_level (&fixture, "Rust-BPF updates", LANYARD_LEVEL_GOING);
  window_driver_settle ();
  lanyard_plan_page_step_day (LANYARD_PLAN_PAGE (fixture.page), -1);
  assert_begins_with (&fixture, "2026-10-05T10:00:00+02:00");
  g_assert_cmpuint (lanyard_day_board_get_n_shown (get_board (&fixture)), ==, 1);
  gtk_window_set_focus (GTK_WINDOW (driver->window), NULL);
  window_driver_activate (driver, "win.toggle-sidebar", NULL);
  g_assert_cmpuint (lanyard_day_board_get_n_shown (get_board (&fixture)), ==, 2);
  assert_begins_with (&fixture, "2026-10-05T10:00:00+02:00");
  plan_page_close (&fixture);
}

static void
load (PlanPageFixture *fixture,
      const char *uuid)
{
  lanyard_open_conference_load (fixture->driver->open, uuid);
  window_driver_settle ();
}

static LanyardItem *
find_listed (PlanPageFixture *fixture,
             const char      *title)
{
  LanyardItemList *list = LANYARD_ITEM_LIST (window_driver_find (fixture->page, LANYARD_TYPE_ITEM_LIST));
  GListModel *model = lanyard_item_list_get_model (list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LanyardItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (lanyard_item_get_title (item), title))
        return item;
    }
  g_error ("There is no “%s” in the list", title);
}

static GtkWidget *
popup_menu (PlanPageFixture *fixture,
            const char      *title)
{
  GtkWidget *list = window_driver_find (fixture->page, LANYARD_TYPE_ITEM_LIST);

  lanyard_item_menu_popup (LANYARD_ITEM_LIST (list), find_listed (fixture, title), 100, 100);
  window_driver_settle ();
  /* The bar of a selection has a menu, too. */
  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

static void
popdown (GtkWidget *menu)
{
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();
}

/* It can be opened there, and nothing else is decided here: the same key may be
 * something else in the open conference. */
static void
assert_is_of_another (PlanPageFixture *fixture,
                      const char      *title)
{
  LanyardItemList *list = LANYARD_ITEM_LIST (window_driver_find (fixture->page, LANYARD_TYPE_ITEM_LIST));
  GtkWidget *row = window_driver_find (GTK_WIDGET (list), LANYARD_TYPE_ITEM_ROW);
  g_autoptr (GPtrArray) selected = NULL;
  GtkWidget *menu;

  lanyard_item_list_begin_selecting (list, find_listed (fixture, title));
  selected = lanyard_item_list_dup_selected (list);
  g_assert_cmpuint (selected->len, ==, 0);
  g_signal_emit_by_name (window_driver_find (window_driver_find (GTK_WIDGET (list), LANYARD_TYPE_SELECTION_BAR), GTK_TYPE_BUTTON),
                         "clicked");
  /* It is the first of the list. */
  g_assert_cmpstr (lanyard_item_get_title (lanyard_item_row_get_item (LANYARD_ITEM_ROW (row))), ==, title);
  g_assert_null (lanyard_pick_source_dup_of (row));
  menu = popup_menu (fixture, title);
  g_assert_nonnull (menu);
  g_assert_nonnull (window_driver_find_text (menu, "Open"));
  g_assert_null (window_driver_find_text (menu, "Add to Calendar"));
  popdown (menu);
  menu = popup_menu (fixture, "Rust-BPF updates");
  g_assert_nonnull (window_driver_find_text (menu, "Add to Calendar"));
  g_assert_nonnull (window_driver_find_text (menu, "Resolve Conflicts…"));
  popdown (menu);
}

/* What was done last in another conference is not taken back unseen. */
static void
test_undo_elsewhere (void)
{
  PlanPageFixture fixture;
  g_autofree char *sample = NULL;
  g_autofree char *other = NULL;

  plan_page_open (&fixture, 1000, 600);
  sample = g_strdup (lanyard_open_conference_get_uuid (fixture.driver->open));
  window_driver_add (fixture.driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  other = g_settings_get_string (fixture.driver->settings, "conference");
  load (&fixture, other);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (fixture.driver->window), "The last change was in “Linux Plumbers Conference 2026”"));
  plan_page_press_button (GTK_WIDGET (fixture.driver->window), "Show");
  g_assert_cmpstr (lanyard_open_conference_get_uuid (fixture.driver->open), ==, sample);
  g_assert_cmpint (plan_page_get_level (&fixture, "Performance Tools and Prompts"), ==, LANYARD_LEVEL_MAYBE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_cmpint (plan_page_get_level (&fixture, "Performance Tools and Prompts"), ==, LANYARD_LEVEL_NONE);
  plan_page_close (&fixture);
}

/* What is picked elsewhere stands beside it, and leads there. */
static void
test_all_conferences (void)
{
  PlanPageFixture fixture;
  g_autofree char *sample = NULL;
  g_autofree char *other = NULL;
  LanyardDayBoard *board;

  plan_page_open (&fixture, 1600, 800);
  sample = g_strdup (lanyard_open_conference_get_uuid (fixture.driver->open));
  window_driver_add (fixture.driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  other = g_settings_get_string (fixture.driver->settings, "conference");
  load (&fixture, other);
  plan_page_set_level (&fixture, "Copy on write, ten years on", LANYARD_LEVEL_GOING);
  load (&fixture, sample);
  g_assert_null (plan_page_get_part (&fixture, "Copy on write, ten years on"));
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.all-conferences", NULL));
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "list"));
  window_driver_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (LANYARD_ITEM_LIST (window_driver_find (fixture.page, LANYARD_TYPE_ITEM_LIST)))), ==, 4);
  assert_is_of_another (&fixture, "Copy on write, ten years on");
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "day"));
  window_driver_settle ();
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  /* It is three days before. */
  lanyard_day_board_set_day (board, lanyard_zone_get_day (lanyard_open_conference_get_zone (fixture.driver->open), plan_page_parse ("2026-10-02T02:00:00Z")));
  window_driver_settle ();
  g_assert_nonnull (plan_page_get_part (&fixture, "Copy on write, ten years on"));
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "Copy on write, ten years on")->widget);
  plan_page_press (&fixture, GDK_KEY_Delete, 0);
  g_assert_nonnull (plan_page_get_part (&fixture, "Copy on write, ten years on"));
  plan_page_press (&fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (lanyard_open_conference_get_uuid (fixture.driver->open), ==, other);
  g_assert_cmpint (plan_page_get_level (&fixture, "Copy on write, ten years on"), ==, LANYARD_LEVEL_GOING);
  plan_page_close (&fixture);
}

int
main (int argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/plan-page/scale", test_scale);
  g_test_add_func ("/plan-page/names", test_names);
  g_test_add_func ("/plan-page/days", test_days);
  g_test_add_func ("/plan-page/empty", test_empty);
  g_test_add_func ("/plan-page/zone", test_zone);
  g_test_add_func ("/plan-page/first-entry", test_first_entry);
  g_test_add_func ("/plan-page/opens-at-first-entry", test_opens_at_first_entry);
  g_test_add_func ("/plan-page/lines", test_lines);
  g_test_add_func ("/plan-page/undo-elsewhere", test_undo_elsewhere);
  g_test_add_func ("/plan-page/all-conferences", test_all_conferences);
  return g_test_run ();
}
