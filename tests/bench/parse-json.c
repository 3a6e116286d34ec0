/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What json-glib alone takes to parse files: the floor for an import. Prints
 * the best of some runs, in seconds. */

#include <json-glib/json-glib.h>

#define RUNS 7

static double
parse_all (int    n_files,
           char **contents,
           gsize *lengths)
{
  gint64 begun = g_get_monotonic_time ();

  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      if (!json_parser_load_from_data (parser, contents[i], lengths[i], &error))
        g_error ("%s", error->message);
    }
  return (g_get_monotonic_time () - begun) / (double) G_USEC_PER_SEC;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char **contents = g_new0 (char *, argc);
  g_autofree gsize *lengths = g_new0 (gsize, argc);
  double best = G_MAXDOUBLE;

  for (int i = 1; i < argc; i++)
    if (!g_file_get_contents (argv[i], &contents[i - 1], &lengths[i - 1], NULL))
      g_error ("%s cannot be read", argv[i]);
  for (int run = 0; run < RUNS; run++)
    best = MIN (best, parse_all (argc - 1, contents, lengths));
  g_print ("%.6f\n", best);
  return 0;
}
