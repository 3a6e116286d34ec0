/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of the built-in programme, read back by another program: what is on
 * them, and where they end. "--write FOLDER" keeps them to be looked at. */

#include "config.h"

#include "pages-helper.h"

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
test_list (PagesFixture  *fixture,
           gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = pages_make_list (fixture, GPOINTER_TO_UINT (paper));
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
test_grid (PagesFixture  *fixture,
           gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = pages_make_grid (fixture, GPOINTER_TO_UINT (paper));
  g_auto (GStrv) texts = read_back (pages);

  if (texts == NULL)
    return;
  for (guint i = 0; i < lanyard_pages_get_n_pages (pages); i++)
    g_assert_nonnull (strstr (texts[i], "Times in Europe/Prague (CEST)"));
}

static void
test_session (PagesFixture  *fixture,
              gconstpointer  paper)
{
  g_autoptr (LanyardPages) pages = pages_make_session (fixture, GPOINTER_TO_UINT (paper));
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

/* Two plans are one list in order of time, which names both conferences. */
static void
test_several (PagesFixture  *fixture,
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
  PagesFixture fixture = { NULL };

  pages_set_up (&fixture, NULL);
  write_pages (pages_make_list (&fixture, LANYARD_PAPER_A4), folder, "list-a4.pdf");
  write_pages (pages_make_list (&fixture, LANYARD_PAPER_POCKET), folder, "list-pocket.pdf");
  write_pages (pages_make_grid (&fixture, LANYARD_PAPER_A4), folder, "grid-a4.pdf");
  write_pages (pages_make_grid (&fixture, LANYARD_PAPER_POCKET), folder, "grid-pocket.pdf");
  write_pages (pages_make_session (&fixture, LANYARD_PAPER_A4), folder, "session-a4.pdf");
  write_pages (pages_make_session (&fixture, LANYARD_PAPER_POCKET), folder, "session-pocket.pdf");
  write_mirrored (pages_make_list (&fixture, LANYARD_PAPER_A4), folder, "list-mirrored.pdf");
  write_mirrored (pages_make_session (&fixture, LANYARD_PAPER_A4), folder, "session-mirrored.pdf");
  write_mirrored (pages_make_grid (&fixture, LANYARD_PAPER_A4), folder, "grid-mirrored.pdf");
  pages_tear_down (&fixture, NULL);
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

      g_test_add (list, PagesFixture, GUINT_TO_POINTER (papers[i]), pages_set_up, test_list, pages_tear_down);
      g_test_add (grid, PagesFixture, GUINT_TO_POINTER (papers[i]), pages_set_up, test_grid, pages_tear_down);
      g_test_add (session, PagesFixture, GUINT_TO_POINTER (papers[i]), pages_set_up, test_session, pages_tear_down);
    }
  g_test_add ("/pages/several", PagesFixture, NULL, pages_set_up, test_several, pages_tear_down);
  g_test_add_func ("/pages/extremes", test_extremes);

  return g_test_run ();
}
