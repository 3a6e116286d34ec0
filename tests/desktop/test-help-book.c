/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help as it is read and put into words: each page and link of it, and what
 * pages may say of themselves. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "help-helper.h"
#include "help/lanyard-help-book.h"
#include "text/lanyard-rich-text.h"

/* Each link of each page leads to one, each page is reached from the first, and
 * nothing of a page is lost but its pictures. */
static void
test_book (void)
{
  g_autoptr (LanyardHelpBook) book = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) link = g_regex_new ("href=\"([^\"]+)\">([^<]*)<", 0, 0, NULL);

  help_install ();
  book = lanyard_help_book_new_read ();
  g_assert_nonnull (book);
  pages = lanyard_help_book_list_pages (book);
  g_assert_cmpuint (pages->len, >, 40);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *html = lanyard_help_book_dup_html (book, g_ptr_array_index (pages, i));
      g_autoptr (GMatchInfo) match = NULL;

      g_test_message ("%s", (const char *) g_ptr_array_index (pages, i));
      g_assert_nonnull (strstr (html, "<h1>"));
      g_assert_null (strstr (html, "The Lanyard Developers"));
      for (g_regex_match (link, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *address = g_match_info_fetch (match, 1);
          g_autofree char *words = g_match_info_fetch (match, 2);
          const char *target = lanyard_help_address_get_target (address);
          char *page = g_strndup (target, strcspn (target, "#"));

          g_assert_nonnull (lanyard_help_book_get_source (book, page));
          g_assert_nonnull (lanyard_help_book_get_title (book, target));
          g_assert_true (lanyard_url_is_safe (address));
          g_assert_null (strchr (words, '#'));
          g_hash_table_add (reached, page);
        }
    }
  g_assert_cmpuint (g_hash_table_size (reached), ==, pages->len - 1);
  g_assert_null (lanyard_help_book_dup_html (book, "nowhere"));
}

static void
test_book_text (void)
{
  g_autoptr (LanyardHelpBook) book = NULL;
  g_autofree char *grid = NULL, *sentences = NULL, *conferences = NULL;

  help_install ();
  book = lanyard_help_book_new_read ();
  grid = lanyard_help_book_dup_html (book, "grid");
  g_assert_nonnull (strstr (grid, "<b>Ctrl</b>+<b>G</b>"));
  g_assert_null (strstr (grid, "A day as a grid: rooms"));
  sentences = lanyard_help_book_dup_html (book, "trouble");
  g_assert_nonnull (strstr (sentences, "The server or the network"));
  /* The first steps come first, the others by their titles. */
  conferences = lanyard_help_book_dup_html (book, "index");
  g_assert_cmpuint ((gsize) strstr (conferences, "First steps"), <, (gsize) strstr (conferences, "About a conference"));
  g_assert_cmpuint ((gsize) strstr (conferences, "About a conference"), <, (gsize) strstr (conferences, "Sign in to a server"));
}

/* A page that has such sentences about itself. */
static void
install_page (const char *descriptions)
{
  g_autofree char *link = g_build_filename (g_get_user_data_dir (), "help", "C", "lanyard", NULL);
  g_autofree char *page = g_build_filename (link, "index.page", NULL);
  g_autofree char *text = g_strdup_printf ("<page id=\"index\"><info>%s</info><title>Lanyard</title></page>", descriptions);
  g_autoptr (GError) error = NULL;

  g_unlink (link);
  g_assert_false (g_file_test (link, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir_with_parents (link, 0700), ==, 0);
  g_file_set_contents (page, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_page (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "help", "C", "lanyard", NULL);
  g_autofree char *page = g_build_filename (folder, "index.page", NULL);

  g_assert_cmpint (g_unlink (page), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The first is for everybody; others may follow for some uses only. */
static void
test_two_sentences (void)
{
  g_autoptr (LanyardHelpBook) book = NULL;

  install_page ("<desc>Everything about <app>Lanyard</app></desc><desc style=\"link\">All</desc>");
  book = lanyard_help_book_new_read ();
  g_assert_cmpstr (lanyard_help_book_get_summary (book, "index"), ==, "Everything about Lanyard");
  remove_page ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-book/links", test_book);
  g_test_add_func ("/help-book/text", test_book_text);
  g_test_add_func ("/help-book/two-sentences", test_two_sentences);
  return g_test_run ();
}
