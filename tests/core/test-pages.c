/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of the built-in programme, read back by another program: what is on
 * them, and where they end. "--write FOLDER" keeps them to be looked at. */

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "formats/lanyard-format.h"
#include "pages/lanyard-page-writer.h"
#include "pages/lanyard-pages.h"
#include "plan/lanyard-day.h"

typedef struct
{
  LanyardProgramme *programme;
  LanyardExtract *plan;
  LanyardExtract *all;
  LanyardZone *zone;
} Fixture;

static LanyardProgramme *
load_sample (void)
{
  static const char *const names[] = { "sessions.json", "contributions.json", "timetable.json" };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("LANYARD_SAMPLE"), names[i], NULL);
      char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &text, &size, &error));
      g_ptr_array_add (documents, g_bytes_new_take (text, size));
    }
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

/* Two microconferences and each tenth talk, of which some as maybe. */
static LanyardPlan *
make_plan (LanyardProgramme *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (LanyardDecisions) decisions = NULL;

  for (guint i = 2; i < 4; i++)
    g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION, lanyard_session_get_key (sessions->pdata[i]),
                                              LANYARD_LEVEL_GOING, 0));
  for (guint i = 0; i < talks->len; i += 10)
    g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, lanyard_item_get_key (talks->pdata[i]),
                                              i % 3 == 0 ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING, 0));
  decisions = lanyard_decisions_new (picks, NULL, NULL);
  return lanyard_plan_new (programme, decisions);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fixture->programme = load_sample ();
  plan = make_plan (fixture->programme);
  planned = lanyard_extract_dup_plan_items (plan);
  all = lanyard_extract_dup_all_items (fixture->programme);
  fixture->plan = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = plan, .items = planned,
  });
  fixture->all = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = plan, .items = all,
  });
  fixture->zone = lanyard_zone_new ("Europe/Prague");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->plan, lanyard_extract_unref);
  g_clear_pointer (&fixture->all, lanyard_extract_unref);
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  g_clear_object (&fixture->programme);
}

static LanyardPages *
make_list (Fixture      *fixture,
           LanyardPaper  paper)
{
  double width, height;

  lanyard_paper_get_size (paper, FALSE, &width, &height);
  return lanyard_pages_new_list (fixture->plan, fixture->zone, "My Plan", width, height);
}

static LanyardPages *
make_grid (Fixture      *fixture,
           LanyardPaper  paper)
{
  g_autoptr (GPtrArray) days = lanyard_programme_dup_days (fixture->programme, fixture->zone);
  double width, height;

  lanyard_paper_get_size (paper, paper != LANYARD_PAPER_POCKET, &width, &height);
  return lanyard_pages_new_grid (fixture->all, fixture->zone, ((LanyardDay *) days->pdata[0])->day, width, height);
}

static LanyardPages *
make_session (Fixture      *fixture,
              LanyardPaper  paper)
{
  double width, height;

  lanyard_paper_get_size (paper, FALSE, &width, &height);
  return lanyard_pages_new_session (fixture->plan, lanyard_programme_get_sessions (fixture->programme)->pdata[2],
                                    fixture->zone, width, height);
}

static GBytes *
dup_pdf (LanyardPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = lanyard_pages_dup_pdf (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

/* The text of each page, %NULL where there is no reader. */
static GStrv
read_back (LanyardPages *pages)
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) pdf = dup_pdf (pages);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStrv texts;

  if (reader == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, reader,
                              "-layout", "-", "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, pdf, NULL, &output, NULL, &error));
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  texts = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (texts), ==, lanyard_pages_get_n_pages (pages) + 1);
  return texts;
}

/* As the reader gives it: any blank is one, and lines are no matter. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  GString *squeezed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append (squeezed, words[i]);
  return g_string_free_and_steal (squeezed);
}

static void
assert_on_one_page (GStrv       texts,
                    const char *what)
{
  g_autofree char *squeezed = squeeze (what);
  guint n_pages = 0;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *page = squeeze (texts[i]);

      if (strstr (page, squeezed) != NULL)
        n_pages++;
    }
  if (n_pages == 0)
    g_error ("“%s” is on no page", what);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = make_list (fixture, GPOINTER_TO_UINT (paper));
  g_auto (GStrv) texts = read_back (pages);
  GPtrArray *items = lanyard_extract_get_fields (fixture->plan)->items;

  if (texts == NULL)
    return;
  g_assert_cmpuint (lanyard_pages_get_n_pages (pages), >, 1);
  for (guint i = 0; i < lanyard_pages_get_n_pages (pages); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u of %u", i + 1, lanyard_pages_get_n_pages (pages));

      g_assert_nonnull (strstr (texts[i], "Times in Europe/Prague (CEST)"));
      g_assert_nonnull (strstr (texts[i], number));
      g_assert_nonnull (strstr (texts[i], "My Plan"));
    }
  for (guint i = 0; i < items->len; i++)
    if (strlen (lanyard_item_get_title (items->pdata[i])) < 60)
      assert_on_one_page (texts, lanyard_item_get_title (items->pdata[i]));
}

static void
test_grid (Fixture       *fixture,
           gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = make_grid (fixture, GPOINTER_TO_UINT (paper));
  g_auto (GStrv) texts = read_back (pages);

  if (texts == NULL)
    return;
  for (guint i = 0; i < lanyard_pages_get_n_pages (pages); i++)
    g_assert_nonnull (strstr (texts[i], "Times in Europe/Prague (CEST)"));
}

static void
test_session (Fixture       *fixture,
              gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = make_session (fixture, GPOINTER_TO_UINT (paper));
  g_auto (GStrv) texts = read_back (pages);
  LanyardSession *session = lanyard_programme_get_sessions (fixture->programme)->pdata[2];
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_items (fixture->programme, session);

  if (texts == NULL)
    return;
  g_assert_cmpuint (items->len, >, 2);
  for (guint i = 0; i < items->len; i++)
    if (strlen (lanyard_item_get_title (items->pdata[i])) < 60)
      assert_on_one_page (texts, lanyard_item_get_title (items->pdata[i]));
}

/* A description of a thousand lines, a title of a thousand words, and nothing. */
static void
test_extremes (void)
{
  g_autofree char *words = g_strnfill (5000, 'x');
  GString *many = g_string_new (NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = "u", .title = words, .zone = "UTC",
  });
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (LanyardExtract) extract = NULL;
  g_autoptr (LanyardPages) pages = NULL;
  g_autoptr (LanyardPages) empty = NULL;
  g_autoptr (LanyardPages) grid = NULL;
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (many, "Line%u. ", i);
  g_ptr_array_add (sessions, lanyard_session_new (&(LanyardSessionFields) {
    .key = "1", .title = words, .description = many->str, .description_format = LANYARD_TEXT_PLAIN,
  }));
  g_string_free (many, TRUE);
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .sessions = sessions });
  extract = lanyard_extract_new (&(LanyardExtractFields) { .programme = programme, .items = none });
  pages = lanyard_pages_new_session (extract, sessions->pdata[0], zone, 209.76, 297.64);
  empty = lanyard_pages_new_list (extract, zone, "Nothing", 209.76, 297.64);
  grid = lanyard_pages_new_grid (extract, zone, 739893, 209.76, 297.64);
  g_assert_cmpuint (lanyard_pages_get_n_pages (empty), ==, 1);
  g_assert_cmpuint (lanyard_pages_get_n_pages (grid), ==, 1);
  g_assert_cmpuint (lanyard_pages_get_n_pages (pages), >, 3);

  texts = read_back (pages);
  if (texts == NULL)
    return;
  assert_on_one_page (texts, "Line0.");
  assert_on_one_page (texts, "Line500.");
  assert_on_one_page (texts, "Line999.");
}

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
test_mirrored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (LanyardPages) pages = make_grid (fixture, LANYARD_PAPER_A4);
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

/* Two plans are one list in order of time, which names both conferences. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = "other", .title = "Elsewhere 2026", .zone = "UTC", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME,
  });
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardPages) pages = NULL;
  g_auto (GStrv) texts = NULL;
  gint64 start = lanyard_item_get_start (lanyard_extract_get_fields (fixture->plan)->items->pdata[0]);

  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "1", .title = "Before all others", .start = start - 3600, .end = start - 1800 },
  }));
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  g_ptr_array_add (extracts, lanyard_extract_ref (fixture->plan));
  g_ptr_array_add (extracts, lanyard_extract_new (&(LanyardExtractFields) { .programme = programme, .items = talks }));
  pages = lanyard_pages_new_plans (extracts, fixture->zone, "My Plan", 595.28, 841.89);
  texts = read_back (pages);
  if (texts == NULL)
    return;
  g_assert_nonnull (strstr (texts[0], "Elsewhere 2026"));
  g_assert_nonnull (strstr (texts[0], lanyard_conference_get_title (lanyard_programme_get_conference (fixture->programme))));
  g_assert_true (strstr (texts[0], "Before all others") <
                 strstr (texts[0], lanyard_item_get_title (lanyard_extract_get_fields (fixture->plan)->items->pdata[0])));
}

static void
write_pages (LanyardPages *pages,
             const char   *folder,
             const char   *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) pdf = dup_pdf (pages);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  g_object_unref (pages);
}

static void
write_mirrored (LanyardPages *pages,
                const char   *folder,
                const char   *name)
{
  lanyard_pages_mirror (pages);
  write_pages (pages, folder, name);
}

static int
write_all (const char *folder)
{
  Fixture fixture = { NULL };

  set_up (&fixture, NULL);
  write_pages (make_list (&fixture, LANYARD_PAPER_A4), folder, "list-a4.pdf");
  write_pages (make_list (&fixture, LANYARD_PAPER_POCKET), folder, "list-pocket.pdf");
  write_pages (make_grid (&fixture, LANYARD_PAPER_A4), folder, "grid-a4.pdf");
  write_pages (make_grid (&fixture, LANYARD_PAPER_POCKET), folder, "grid-pocket.pdf");
  write_pages (make_session (&fixture, LANYARD_PAPER_A4), folder, "session-a4.pdf");
  write_pages (make_session (&fixture, LANYARD_PAPER_POCKET), folder, "session-pocket.pdf");
  write_mirrored (make_list (&fixture, LANYARD_PAPER_A4), folder, "list-mirrored.pdf");
  write_mirrored (make_session (&fixture, LANYARD_PAPER_A4), folder, "session-mirrored.pdf");
  write_mirrored (make_grid (&fixture, LANYARD_PAPER_A4), folder, "grid-mirrored.pdf");
  tear_down (&fixture, NULL);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  static const LanyardPaper papers[] = { LANYARD_PAPER_A4, LANYARD_PAPER_LETTER, LANYARD_PAPER_POCKET };

  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_all (argv[2]);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      static const char *const names[] = { "a4", "letter", "pocket" };
      g_autofree char *list = g_strdup_printf ("/pages/list/%s", names[i]);
      g_autofree char *grid = g_strdup_printf ("/pages/grid/%s", names[i]);
      g_autofree char *session = g_strdup_printf ("/pages/session/%s", names[i]);

      g_test_add (list, Fixture, GUINT_TO_POINTER (papers[i]), set_up, test_list, tear_down);
      g_test_add (grid, Fixture, GUINT_TO_POINTER (papers[i]), set_up, test_grid, tear_down);
      g_test_add (session, Fixture, GUINT_TO_POINTER (papers[i]), set_up, test_session, tear_down);
    }
  g_test_add ("/pages/mirrored", Fixture, NULL, set_up, test_mirrored, tear_down);
  g_test_add_func ("/pages/mirrored-times", test_mirrored_times);
  g_test_add ("/pages/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add_func ("/pages/extremes", test_extremes);

  return g_test_run ();
}
