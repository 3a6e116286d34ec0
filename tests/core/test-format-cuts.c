/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every real file, cut off: a sound part of a programme or a sentence comes of
 * it, and soon. With LANYARD_TEST_THOROUGH=1 at each 1,000th byte, which takes
 * minutes, and else at a few places of each. */

#include "config.h"

#include <string.h>

#include "format-abuse.h"

#define STEP 1000
#define N_CUTS 6

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("LANYARD_TEST_THOROUGH"), "1") == 0;
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GBytes) document = format_abuse_load (path);
  gsize size = g_bytes_get_size (document);
  gsize step = is_thorough () ? STEP : MAX (STEP, size / N_CUTS);

  format_abuse_truncate (document, step);
  g_test_message ("%" G_GSIZE_FORMAT " cuts", (size + step - 1) / step);
}

/* The files of a folder and those below it, of the formats that are read. */
static void
add_folder (const char *folder,
            const char *name)
{
  static const char *const endings[] = { ".xml", ".json", ".ics", ".xcal" };
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *child;

  while (dir != NULL && (child = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, child, NULL);
      g_autofree char *test = g_strconcat (name, "/", child, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_folder (path, test);
      for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (child, endings[i]))
          g_test_add_data_func_full (test, g_strdup (path), test_file, g_free);
    }
}

static void
test_nothing (void)
{
  g_test_skip ("The real files are not there");
}

int
main (int   argc,
      char *argv[])
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");

  g_test_init (&argc, &argv, NULL);

  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    add_folder (folder, "/format/cuts");
  else
    g_test_add_func ("/format/cuts", test_nothing);

  return g_test_run ();
}
