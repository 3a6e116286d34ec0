/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where attachments lie: under names that every file system takes and nobody is
 * fooled by, and gone with their conference. */

#include "config.h"

#include <string.h>

#include "sync/lanyard-attachment-files.h"

#define UUID "01234567-89ab-4cde-8f01-23456789abcd"
#define OTHER_UUID "89abcdef-0123-4567-89ab-cdef01234567"

static void
test_names (void)
{
  static const struct
  {
    const char *url;
    const char *title;
    const char *name;
  } names[] = {
    { "https://example.org/a/slides.pdf", NULL, "slides.pdf" },
    { "https://example.org/a/slides.pdf?download=1#page=2", NULL, "slides.pdf" },
    { "https://example.org/a/%2e%2e%2fpasswd.txt", NULL, "_passwd.txt" },
    { "https://example.org/a/..", NULL, "file" },
    { "https://example.org/a/.bashrc", NULL, "bashrc" },
    { "https://example.org/a/x%0ay%00.pdf", "x.pdf", "x.pdf" },
    { "https://example.org/download/5", "Slides v2.odp", "Slides v2.odp" },
    { "https://example.org/download/5", "Slides", "5" },
    { "https://example.org/", NULL, "file" },
    { "https://example.org/a/C%3A%5Cx.pdf", NULL, "C__x.pdf" },
    { "https://example.org/a/half.part", NULL, "half.part_" },
    { "https://example.org/a/%E2%80%AEfdp.exe", NULL, "_fdp.exe" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (LanyardLink) link = lanyard_link_new (names[i].url, names[i].title, LANYARD_LINK_FILE, NULL, 0);
      g_autofree char *path = lanyard_attachment_files_dup_path (UUID, link);
      g_autofree char *name = g_path_get_basename (path);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

static void
test_long_name (void)
{
  g_autofree char *many = g_strnfill (400, 'a');
  g_autofree char *url = g_strconcat ("https://example.org/\xc3\xa4\xc3\xa4\xc3\xa4", many, "\xc3\xa4.tar.xz", NULL);
  g_autoptr (LanyardLink) link = lanyard_link_new (url, NULL, LANYARD_LINK_FILE, NULL, 0);
  g_autofree char *path = lanyard_attachment_files_dup_path (UUID, link);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_cmpuint (strlen (name), <=, 120);
  g_assert_true (g_str_has_suffix (name, ".xz"));
}

/* Only the files of conferences that are gone. */
static void
test_sweep (void)
{
  g_autoptr (LanyardLink) link = lanyard_link_new ("https://example.org/a.pdf", NULL, LANYARD_LINK_FILE, NULL, 0);
  g_autofree char *kept = lanyard_attachment_files_dup_path (UUID, link);
  g_autofree char *gone = lanyard_attachment_files_dup_path (OTHER_UUID, link);
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
  const char *paths[] = { kept, gone };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *part = lanyard_attachment_files_dup_part (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (lanyard_attachment_files_prepare (paths[i], &error));
      g_file_set_contents (part, "whole", -1, &error);
      g_assert_true (lanyard_attachment_files_keep (paths[i], &error));
      g_assert_no_error (error);
    }
  g_hash_table_add (uuids, (gpointer) UUID);
  lanyard_attachment_files_sweep (uuids);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  g_hash_table_remove_all (uuids);
  lanyard_attachment_files_sweep (uuids);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/attachment-files/names", test_names);
  g_test_add_func ("/attachment-files/long-name", test_long_name);
  g_test_add_func ("/attachment-files/sweep", test_sweep);

  return g_test_run ();
}
