/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "help-helper.h"

void
help_install (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "help", "C", NULL);
  g_autofree char *link = g_build_filename (folder, "lanyard", NULL);
  g_autofree char *pages = g_test_build_filename (G_TEST_DIST, "..", "help", "C", NULL);
  g_autofree char *absolute = g_canonicalize_filename (pages, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (!g_file_test (link, G_FILE_TEST_EXISTS))
    g_assert_cmpint (symlink (absolute, link), ==, 0);
}
