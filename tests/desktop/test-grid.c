/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid of rooms and hours in a real window: what it is to a screen reader,
 * what keys do in it, that zooming keeps one's place, and that it makes no more
 * widgets than are seen. */

#include "config.h"

#include "grid/lanyard-grid-view-private.h"
#include "grid/lanyard-grid.h"
#include "schedule/lanyard-schedule-page.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-item-words.h"
#include "window-driver.h"

/* Friday morning, while "Copy on write, ten years on" runs. */
#define NOW "2026-10-02T09:45:00+09:30"
#define DAY "2026-10-02"

typedef struct
{
  WindowDriver *driver;
  LanyardGrid *grid;
  LanyardGridView *view;
} Fixture;

static void
open_grid (Fixture    *fixture,
           const char *folder,
           const char *day,
           int         width,
           int         height)
{
  WindowDriver *driver = window_driver_new (NOW);

  fixture->driver = driver;
  for (const char *const *key = (const char *const[]) { "page", "other-zone", "grid-zoom", "grid-turned", "grid-division", "schedule-view",
                                                        "schedule-position", NULL };
       *key != NULL; key++)
    g_settings_reset (driver->settings, *key);
  g_settings_set_string (driver->settings, "day", day);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, folder);
  window_driver_show (driver, width, height);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), "win.schedule-view", "s", "grid"));
  window_driver_settle ();
  fixture->grid = LANYARD_GRID (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_GRID));
  fixture->view = LANYARD_GRID_VIEW (window_driver_find (GTK_WIDGET (fixture->grid), LANYARD_TYPE_GRID_VIEW));
}

static void
open_small (Fixture *fixture,
            int      width,
            int      height)
{
  open_grid (fixture, g_getenv ("LANYARD_TEST_CONFERENCE"), DAY, width, height);
}

static void
close_grid (Fixture *fixture)
{
  g_clear_pointer (&fixture->driver, window_driver_free);
}

static void
note_frame_cb (GdkFrameClock *clock,
               gboolean      *painted)
{
  *painted = TRUE;
}

/* Lets what was asked for be laid out and painted, once. */
static void
next_frame (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->driver->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (note_frame_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static guint
place_titled (Fixture    *fixture,
              const char *title)
{
  LanyardGridLayout *layout = lanyard_grid_view_get_layout (fixture->view);

  for (guint i = 0; i < lanyard_grid_layout_get_n_places (layout); i++)
    if (g_str_equal (lanyard_item_get_title (lanyard_grid_layout_get_place (layout, i)->item), title))
      return i;
  g_error ("There is no “%s” in the grid", title);
}

static void
focus_title (Fixture    *fixture,
             const char *title)
{
  lanyard_grid_view_focus_place (fixture->view, place_titled (fixture, title));
  next_frame (fixture);
}

static const char *
focused_title (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->driver->window));

  if (focus == NULL || !LANYARD_IS_GRID_CELL (focus))
    return NULL;
  return lanyard_item_get_title (lanyard_grid_cell_get_item (LANYARD_GRID_CELL (focus)));
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  g_assert_true (handled);
  next_frame (fixture);
}

static void
assert_in_sight (Fixture    *fixture,
                 const char *title)
{
  GtkWidget *cell = lanyard_grid_canvas_get_cell (fixture->view->canvas, place_titled (fixture, title));
  GtkWidget *canvas = GTK_WIDGET (fixture->view->canvas);
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_compute_bounds (cell, canvas, &bounds));
  g_assert_true (graphene_rect_intersection (&bounds, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas)), NULL));
}

static void
test_table (void)
{
  Fixture fixture;
  LanyardGridLayout *layout;
  guint place;
  GtkWidget *cell;
  GtkWidget *header;

  open_small (&fixture, 1200, 800);
  layout = lanyard_grid_view_get_layout (fixture.view);
  focus_title (&fixture, "Copy on write, ten years on");
  place = place_titled (&fixture, "Copy on write, ten years on");
  cell = lanyard_grid_canvas_get_cell (fixture.view->canvas, place);

  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_relation (fixture.view, GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                       (int) lanyard_grid_layout_get_n_rows (layout) + 1);
  gtk_test_accessible_assert_relation (fixture.view, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                       (int) lanyard_grid_layout_get_n_columns (layout));
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                       (int) lanyard_grid_layout_get_place (layout, place)->row + 2);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                       (int) lanyard_grid_layout_get_place (layout, place)->column + 1);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "09:30");
  header = window_driver_find (GTK_WIDGET (fixture.view->headers), GTK_TYPE_LABEL);
  gtk_test_accessible_assert_role (header, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (header)), ==, lanyard_grid_layout_get_column (layout, 0)->title);
  window_driver_sweep (GTK_WIDGET (fixture.grid), "grid");
  close_grid (&fixture);
}

static void
test_names (void)
{
  Fixture fixture;
  GtkWidget *cell;

  open_small (&fixture, 1200, 800);
  focus_title (&fixture, "Copy on write, ten years on");
  cell = gtk_root_get_focus (GTK_ROOT (fixture.driver->window));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "On now");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *label = lanyard_item_dup_accessible_label (fixture.driver->open, lanyard_grid_cell_get_item (LANYARD_GRID_CELL (cell)), LANYARD_ITEM_ROW_NONE);

      g_assert_nonnull (strstr (label, "09:30"));
      g_assert_nonnull (strstr (label, "Copy on write"));
      g_assert_nonnull (strstr (label, "Banksia Hall"));
      g_assert_true ((strstr (label, "in My Plan") != NULL) == (i == 1));
      gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      press (&fixture, i == 0 ? GDK_KEY_d : GDK_KEY_space, i == 0 ? GDK_CONTROL_MASK : 0);
    }
  /* Space has done what a press of a star does. */
  g_assert_cmpint (lanyard_item_get_level (fixture.driver->open, lanyard_grid_cell_get_item (LANYARD_GRID_CELL (cell))), ==,
                   LANYARD_LEVEL_MAYBE);
  press (&fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (lanyard_plan_get_n_picks (lanyard_open_conference_get_plan (fixture.driver->open)), ==, 0);
  press (&fixture, GDK_KEY_D, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (lanyard_item_get_level (fixture.driver->open, lanyard_grid_cell_get_item (LANYARD_GRID_CELL (cell))), ==,
                   LANYARD_LEVEL_MAYBE);
  close_grid (&fixture);
}

static void
note_item_cb (LanyardGrid  *grid,
              LanyardItem  *item,
              char        **title)
{
  g_set_str (title, lanyard_item_get_title (item));
}

static void
test_keys (void)
{
  Fixture fixture;
  g_autofree char *opened = NULL;
  g_autofree char *focused = NULL;

  open_small (&fixture, 1200, 800);
  g_signal_connect (fixture.grid, "item-activated", G_CALLBACK (note_item_cb), &opened);
  focus_title (&fixture, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_Down, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Old abstracts are HTML");
  press (&fixture, GDK_KEY_Up, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_End, 0);
  g_assert_cmpstr (focused_title (&fixture), !=, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_Home, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_m, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Mesh on the Nullarbor");
  press (&fixture, GDK_KEY_Left, 0);
  g_assert_cmpstr (focused_title (&fixture), !=, "Mesh on the Nullarbor");
  press (&fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture.view->current, ==, 0);
  press (&fixture, GDK_KEY_End, GDK_CONTROL_MASK);
  g_assert_cmpuint (fixture.view->current, ==, lanyard_grid_layout_get_n_places (lanyard_grid_view_get_layout (fixture.view)) - 1);
  assert_in_sight (&fixture, focused_title (&fixture));
  press (&fixture, GDK_KEY_Page_Up, 0);
  focused = g_strdup (focused_title (&fixture));
  press (&fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (opened, ==, focused);
  close_grid (&fixture);
}

/* Tab leads in, to where one was, and out. */
static void
test_tab (void)
{
  Fixture fixture;

  open_small (&fixture, 1200, 800);
  focus_title (&fixture, "Mesh on the Nullarbor");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture.view), GTK_DIR_TAB_FORWARD));
  gtk_root_set_focus (GTK_ROOT (fixture.driver->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture.view), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (focused_title (&fixture), ==, "Mesh on the Nullarbor");
  close_grid (&fixture);
}

/* What is under the pointer stays there. */
static void
test_zoom (void)
{
  Fixture fixture;
  LanyardGridView *view;
  double instant;

  open_small (&fixture, 900, 600);
  view = fixture.view;
  lanyard_grid_view_scroll_to (view, 300, 50);
  next_frame (&fixture);
  instant = lanyard_grid_geometry_to_instant (&view->geometry, view->along + 200);
  for (int i = 0; i < 3; i++)
    {
      LanyardGridParts parts;

      lanyard_grid_view_get_parts (view, gtk_widget_get_width (GTK_WIDGET (view)), gtk_widget_get_height (GTK_WIDGET (view)), &parts);
      lanyard_grid_view_zoom_at (view, view->zoom * 1.3, parts.canvas.x + 100, parts.canvas.y + 200);
      next_frame (&fixture);
      g_assert_cmpfloat_with_epsilon (lanyard_grid_geometry_to_instant (&view->geometry, view->along + 200), instant, 60);
    }
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (fixture.driver->settings, "grid-zoom"), view->zoom, 0.001);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.reset-zoom", NULL));
  g_assert_cmpfloat (view->zoom, ==, 1);
  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.zoom-out", NULL);
  next_frame (&fixture);
  g_assert_cmpfloat (view->zoom, ==, LANYARD_GRID_LEAST_ZOOM);
  close_grid (&fixture);
}

static void
test_turn (void)
{
  Fixture fixture;
  GtkWidget *early;
  GtkWidget *late;
  graphene_rect_t first;
  graphene_rect_t second;

  open_small (&fixture, 1200, 800);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.turn", NULL));
  next_frame (&fixture);
  g_assert_true (g_settings_get_boolean (fixture.driver->settings, "grid-turned"));
  early = lanyard_grid_canvas_get_cell (fixture.view->canvas, place_titled (&fixture, "Copy on write, ten years on"));
  late = lanyard_grid_canvas_get_cell (fixture.view->canvas, place_titled (&fixture, "Old abstracts are HTML"));
  g_assert_true (gtk_widget_compute_bounds (early, GTK_WIDGET (fixture.view), &first));
  g_assert_true (gtk_widget_compute_bounds (late, GTK_WIDGET (fixture.view), &second));
  g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
  g_assert_cmpfloat (first.origin.x, <, second.origin.x);
  focus_title (&fixture, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_Right, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Old abstracts are HTML");
  close_grid (&fixture);
}

static void
test_mirrored (void)
{
  Fixture fixture;
  GtkWidget *first;
  GtkWidget *other;
  graphene_rect_t left;
  graphene_rect_t right;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  open_small (&fixture, 1400, 800);
  first = lanyard_grid_canvas_get_cell (fixture.view->canvas, place_titled (&fixture, "Copy on write, ten years on"));
  other = lanyard_grid_canvas_get_cell (fixture.view->canvas, place_titled (&fixture, "Mesh on the Nullarbor"));
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (fixture.view), &right));
  g_assert_true (gtk_widget_compute_bounds (other, GTK_WIDGET (fixture.view), &left));
  g_assert_cmpfloat (left.origin.x, <, right.origin.x);
  focus_title (&fixture, "Mesh on the Nullarbor");
  press (&fixture, GDK_KEY_Home, 0);
  g_assert_cmpstr (focused_title (&fixture), ==, "Copy on write, ten years on");
  close_grid (&fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* One room at a time, with a bar to go to the others. */
static void
test_narrow (void)
{
  Fixture fixture;
  GtkDropDown *rooms;
  guint n_columns;

  open_small (&fixture, 360, 600);
  n_columns = lanyard_grid_layout_get_n_columns (lanyard_grid_view_get_layout (fixture.view));
  rooms = GTK_DROP_DOWN (window_driver_find (GTK_WIDGET (fixture.grid), GTK_TYPE_DROP_DOWN));
  g_assert_true (fixture.view->is_single);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (rooms)), ==, n_columns);
  g_assert_cmpuint (lanyard_grid_view_get_column (fixture.view), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.step-column", "i", 1));
  next_frame (&fixture);
  g_assert_cmpuint (lanyard_grid_view_get_column (fixture.view), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (rooms), ==, 1);
  gtk_drop_down_set_selected (rooms, 0);
  next_frame (&fixture);
  g_assert_cmpuint (lanyard_grid_view_get_column (fixture.view), ==, 0);
  focus_title (&fixture, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (rooms), ==, n_columns - 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.division", "s", "session");
  next_frame (&fixture);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (rooms)), ==,
                    lanyard_grid_layout_get_n_columns (lanyard_grid_view_get_layout (fixture.view)));
  window_driver_sweep (GTK_WIDGET (fixture.grid), "narrow grid");
  close_grid (&fixture);
}

static void
test_now (void)
{
  Fixture fixture;
  g_autofree char *position = NULL;

  open_small (&fixture, 900, 500);
  g_assert_true (gtk_widget_get_child_visible (fixture.view->now_label));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture.view->now_label)), ==, "09:45");
  position = lanyard_grid_dup_position (fixture.grid);
  lanyard_grid_view_scroll_to (fixture.view, 100000, 0);
  next_frame (&fixture);
  g_assert_false (gtk_widget_get_child_visible (fixture.view->now_label));
  lanyard_grid_show_now (fixture.grid);
  next_frame (&fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture.view->now_label));
  lanyard_grid_view_scroll_to (fixture.view, 100000, 0);
  lanyard_grid_set_position (fixture.grid, position);
  next_frame (&fixture);
  g_assert_true (gtk_widget_get_child_visible (fixture.view->now_label));
  close_grid (&fixture);
}

/* The same day with fewer items stays where it is, and keeps the focus. */
static void
test_filtered (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) fewer = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardGridLayout *layout;

  open_small (&fixture, 900, 500);
  focus_title (&fixture, "Old abstracts are HTML");
  layout = lanyard_grid_view_get_layout (fixture.view);
  for (guint i = lanyard_grid_layout_get_n_places (layout); i > 0; i--)
    if (i % 2 == 0 || i - 1 == fixture.view->current)
      g_ptr_array_insert (fewer, 0, g_object_ref (lanyard_grid_layout_get_place (layout, i - 1)->item));
  lanyard_grid_set_day (fixture.grid, fixture.view->day, fewer);
  next_frame (&fixture);
  g_assert_cmpuint (lanyard_grid_layout_get_n_places (lanyard_grid_view_get_layout (fixture.view)), ==, fewer->len);
  g_assert_cmpstr (focused_title (&fixture), ==, "Old abstracts are HTML");
  g_ptr_array_set_size (fewer, 0);
  lanyard_grid_set_day (fixture.grid, fixture.view->day, fewer);
  next_frame (&fixture);
  g_assert_nonnull (window_driver_find (GTK_WIDGET (fixture.grid), ADW_TYPE_STATUS_PAGE));
  close_grid (&fixture);
}

static void
test_menu (void)
{
  Fixture fixture;

  open_small (&fixture, 1200, 800);
  focus_title (&fixture, "Copy on write, ten years on");
  press (&fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_nonnull (fixture.view->menu);
  g_assert_true (gtk_widget_get_visible (fixture.view->menu));
  g_assert_true (gtk_widget_activate_action (fixture.view->menu, "pick.level", "s", "maybe"));
  g_assert_cmpuint (lanyard_plan_get_n_picks (lanyard_open_conference_get_plan (fixture.driver->open)), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (fixture.view->menu));
  while (fixture.view->menu != NULL)
    g_main_context_iteration (NULL, TRUE);
  close_grid (&fixture);
}

/* From end to end, both ways: cells are used again, and not a cell is missing. */
static void
test_recycling (void)
{
  Fixture fixture;
  guint most = 0;

  open_grid (&fixture, g_getenv ("LANYARD_TEST_SAMPLE"), "2026-10-05", 1000, 600);
  for (int across = 0; across < 1600; across += 130)
    for (int along = 0; along < 2400; along += 170)
      {
        lanyard_grid_view_scroll_to (fixture.view, along, across);
        next_frame (&fixture);
        most = MAX (most, lanyard_grid_view_get_n_shown (fixture.view));
      }
  g_assert_cmpuint (most, >, 20);
  g_assert_cmpuint (lanyard_grid_view_get_n_made (fixture.view), <=, 3 * most);
  g_assert_cmpuint (most, <, lanyard_grid_layout_get_n_places (lanyard_grid_view_get_layout (fixture.view)));
  close_grid (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/grid/table", test_table);
  g_test_add_func ("/grid/names", test_names);
  g_test_add_func ("/grid/keys", test_keys);
  g_test_add_func ("/grid/tab", test_tab);
  g_test_add_func ("/grid/zoom", test_zoom);
  g_test_add_func ("/grid/turn", test_turn);
  g_test_add_func ("/grid/mirrored", test_mirrored);
  g_test_add_func ("/grid/narrow", test_narrow);
  g_test_add_func ("/grid/now", test_now);
  g_test_add_func ("/grid/filtered", test_filtered);
  g_test_add_func ("/grid/menu", test_menu);
  g_test_add_func ("/grid/recycling", test_recycling);
  return g_test_run ();
}
