/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages for those who read from right to left: as far from the right as they
 * would be from the left, and times where one looks for them. */

#include "config.h"

#include "pages-helper.h"

/* How many pixels of each column of the first page have a colour. */
static guint *
count_colored (LanyardPages *pages,
               int           width,
               int           height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint *counts = g_new0 (guint, width);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lanyard_pages_draw (pages, 0, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;

        counts[x] += ABS (pixel[0] - pixel[1]) + ABS (pixel[1] - pixel[2]) > 60;
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return counts;
}

/* The colours of sessions stand as far from the right as they did from the left,
 * and all that was said is said. */
static void
test_mirrored (PagesFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (LanyardPages) pages = pages_make_grid (fixture, LANYARD_PAPER_A4);
  double width, height;
  g_autofree guint *before = NULL;
  g_autofree guint *after = NULL;
  guint n_colored = 0;
  guint n_moved = 0;

  lanyard_paper_get_size (LANYARD_PAPER_A4, TRUE, &width, &height);
  before = count_colored (pages, (int) width, (int) height);
  lanyard_pages_mirror (pages);
  after = count_colored (pages, (int) width, (int) height);
  for (int x = 2; x < (int) width - 2; x++)
    {
      int mirrored = (int) width - 1 - x;

      n_colored += before[x];
      /* A page is not a whole number of pixels wide. */
      if (before[x] > 0)
        g_assert_cmpuint (after[mirrored - 1] + after[mirrored] + after[mirrored + 1] + after[mirrored + 2], >=, before[x]);
      n_moved += before[x] > 0 && after[x] == 0;
    }
  g_assert_cmpuint (n_colored, >, 0);
  g_assert_cmpuint (n_moved, >, 0);
}

/* Where the leftmost and the rightmost dark pixel of a page's first lines are. */
static void
measure_ink (LanyardPages *pages,
             int           width,
             int          *left,
             int          *right)
{
  const int height = 100;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  lanyard_pages_draw (pages, 0, cr);
  cairo_surface_flush (surface);
  *left = width;
  *right = -1;
  for (int y = 0; y < height; y++)
    {
      const guchar *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        if (row[4 * x] < 128)
          {
            *left = MIN (*left, x);
            *right = MAX (*right, x);
          }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Times begin with a number, whatever follows; they stand at the right as well,
 * with space between them and what is beside them. */
static void
test_mirrored_times (void)
{
  static const char *const texts[] = { "5:00 م", "‏5:00 م–6:00 م", "17:00", "Opening", "افتتاح" };
  const int width = 400;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LanyardPageWriter *writer = lanyard_page_writer_new ("", "", width, 400);
      g_autoptr (LanyardPages) pages = NULL;
      int left, right;

      lanyard_page_writer_add_text (writer, lanyard_page_writer_make_text (writer, texts[i], 10, PANGO_WEIGHT_NORMAL, 200),
                                    0, 0, LANYARD_INK_BLACK);
      lanyard_page_writer_extend (writer, 20);
      lanyard_page_writer_end_group (writer);
      pages = lanyard_page_writer_finish (writer);
      lanyard_pages_mirror (pages);
      measure_ink (pages, width, &left, &right);
      g_test_message ("%s: %d to %d", texts[i], left, right);
      g_assert_cmpint (right, >, left);
      g_assert_cmpint (left, >, width / 2);
      g_assert_cmpint (right, >, width - 40 - 5);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pages-mirrored/grid", PagesFixture, NULL, pages_set_up, test_mirrored, pages_tear_down);
  g_test_add_func ("/pages-mirrored/times", test_mirrored_times);
  return g_test_run ();
}
