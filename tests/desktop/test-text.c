/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that widgets draw themselves: it follows the size of text while the
 * window is open, and begins at one side in a mirrored window. */

#include "config.h"

#include "grid/lanyard-grid-cell-private.h"
#include "schedule-helper.h"
#include "widgets/lanyard-item-heading.h"
#include "widgets/lanyard-item-row-private.h"
#include "widgets/lanyard-text-side.h"

#define TALK "Rust-BPF updates"
#define WIDTH 600
#define HEIGHT 900
#define DPI (96 * 1024)

static int
natural_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 400, NULL, &natural, NULL, NULL);
  return natural;
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI * scale), NULL);
  window_driver_settle ();
}

/* Heights of a row, as it stands and as it would like to, of its parts, of the
 * sticky heading, and of a cell's title. */
typedef struct
{
  int row;
  int row_wanted;
  int title;
  int people;
  int heading;
  int cell_title;
} Heights;

static Heights
get_heights (WindowDriver *driver)
{
  Heights heights;
  LanyardGridCell *cell;
  LanyardItemRow *row;

  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("list"));
  row = LANYARD_ITEM_ROW (schedule_find_row (GTK_WIDGET (schedule_get_list (driver)), TALK));
  heights.row = gtk_widget_get_height (GTK_WIDGET (row));
  heights.row_wanted = natural_height (GTK_WIDGET (row));
  pango_layout_get_pixel_size (row->title, NULL, &heights.title);
  pango_layout_get_pixel_size (row->people, NULL, &heights.people);
  heights.heading = natural_height (schedule_find (driver, LANYARD_TYPE_ITEM_HEADING));
  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("grid"));
  cell = LANYARD_GRID_CELL (schedule_find (driver, LANYARD_TYPE_GRID_CELL));
  pango_layout_set_width (cell->time, -1);
  pango_layout_get_pixel_size (cell->time, NULL, &heights.cell_title);
  return heights;
}

static void
assert_same (Heights a,
             Heights b)
{
  g_assert_cmpint (a.title, ==, b.title);
  g_assert_cmpint (a.people, ==, b.people);
  g_assert_cmpint (a.row_wanted, ==, b.row_wanted);
  g_assert_cmpint (a.row, ==, b.row);
  g_assert_cmpint (a.heading, ==, b.heading);
  g_assert_cmpint (a.cell_title, ==, b.cell_title);
}

/* Turning Large Text on while the window is open makes of it what a window is
 * that opens with large text; and back. */
static void
test_size_is_followed (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver_with (SCHEDULE_SAMPLE_NOW, g_getenv ("LANYARD_TEST_SAMPLE"), WIDTH, HEIGHT);
  Heights small = get_heights (driver);
  Heights large;

  schedule_activate (driver, "win.schedule-view", g_variant_new_string ("list"));
  set_text_scale (1.6);
  large = get_heights (driver);
  window_driver_close (driver);
  window_driver_show (driver, WIDTH, HEIGHT);
  assert_same (large, get_heights (driver));
  g_assert_cmpint (large.title, >, small.title);
  g_assert_cmpint (large.people, >, small.people);
  g_assert_cmpint (large.row, >, small.row);
  g_assert_cmpint (large.heading, >, small.heading);
  g_assert_cmpint (large.cell_title, >, small.cell_title);
  set_text_scale (1);
  assert_same (small, get_heights (driver));
}

/* The same while the grid is in sight. */
static void
test_size_is_followed_in_grid (void)
{
  g_autoptr (WindowDriver) driver = schedule_driver_with (SCHEDULE_SAMPLE_NOW, g_getenv ("LANYARD_TEST_SAMPLE"), WIDTH, HEIGHT);
  Heights small = get_heights (driver);
  Heights large;

  set_text_scale (1.6);
  large = get_heights (driver);
  set_text_scale (1);
  g_assert_cmpint (large.cell_title, >, small.cell_title);
  assert_same (small, get_heights (driver));
}

/* Which widgets ask for more, those that contain others before them. */
static void
say_who_is_wide (GtkWidget *widget,
                 int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (!gtk_widget_get_mapped (widget) || minimum <= width)
    return;
  g_test_message ("%s asks for %d", G_OBJECT_TYPE_NAME (widget), minimum);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    say_who_is_wide (child, width);
}

/* No page asks for more width than the narrowest window has. */
static void
test_largest_fits (void)
{
  static const char *pages[] = { "plan", "now", "schedule", "sessions", "speakers", "rooms", "updates", "search" };
  g_autoptr (WindowDriver) driver = NULL;

  set_text_scale (2);
  driver = schedule_driver_with (SCHEDULE_SAMPLE_NOW, g_getenv ("LANYARD_TEST_SAMPLE"), 360, 720);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      schedule_activate (driver, "win.page", g_variant_new_string (pages[i]));
      gtk_widget_measure (lanyard_window_get_shown_page (driver->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      g_test_message ("%s: %d, %d wide", pages[i], minimum, gtk_widget_get_width (GTK_WIDGET (driver->window)));
      if (minimum > 360)
        {
          say_who_is_wide (gtk_window_get_child (GTK_WINDOW (driver->window)), 340);
          say_who_is_wide (GTK_WIDGET (lanyard_window_get_browser (driver->window)), 340);
          g_test_fail_printf ("The page “%s” asks for %d pixels", pages[i], minimum);
        }
    }
  set_text_scale (1);
}

static void
assert_side (GtkTextDirection  direction,
             const char       *text,
             gboolean          at_left)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle line;
  PangoLayoutIter *iter;

  gtk_widget_set_direction (label, direction);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_window_set_child (GTK_WINDOW (window), label);
  lanyard_text_side_follow (window);
  gtk_label_set_label (GTK_LABEL (label), text);
  layout = gtk_widget_create_pango_layout (label, text);
  lanyard_text_side_align (layout, direction);
  g_assert_cmpint (pango_layout_get_alignment (layout), ==, pango_layout_get_alignment (gtk_label_get_layout (GTK_LABEL (label))));

  pango_layout_set_width (layout, 400 * PANGO_SCALE);
  iter = pango_layout_get_iter (layout);
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  pango_layout_iter_free (iter);
  if (at_left)
    g_assert_cmpint (line.x, ==, 0);
  else
    g_assert_cmpint (line.x + line.width, ==, 400 * PANGO_SCALE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Names begin where the window's language does, whatever theirs is. */
static void
test_sides (void)
{
  assert_side (GTK_TEXT_DIR_LTR, "Rust", TRUE);
  assert_side (GTK_TEXT_DIR_LTR, "שלום", TRUE);
  assert_side (GTK_TEXT_DIR_LTR, "2026", TRUE);
  assert_side (GTK_TEXT_DIR_RTL, "Rust", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "שלום", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "3 שלום", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "10:00–10:30", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "\u200f10:00–10:30 · Hall", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "«\u2068Rust\u2069» שלום", FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  window_driver_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DPI, NULL);

  g_test_add_func ("/text/size-is-followed", test_size_is_followed);
  g_test_add_func ("/text/largest-fits", test_largest_fits);
  g_test_add_func ("/text/size-is-followed-in-grid", test_size_is_followed_in_grid);
  g_test_add_func ("/text/sides", test_sides);

  return g_test_run ();
}
