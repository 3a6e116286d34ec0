/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a feed takes, in seconds, the best of some runs: to be told what it
 * is, to be read, and, of XML, to be made a tree of by libxml2 alone, which is
 * the floor. Prints those three, and how many talks there are; or with --once
 * reads it once, for who measures memory. */

#include <string.h>

#include <libxml/parser.h>

#include "formats/lanyard-format.h"

#define RUNS 7

/* Nothing that is read: this is what sniffing alone comes to, for all formats
 * say no. */
static double
time_refusal (gsize size)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  char *nothing = g_malloc (size);
  gint64 begun;

  memset (nothing, 'x', size);
  g_ptr_array_add (documents, g_bytes_new_take (nothing, size));
  begun = g_get_monotonic_time ();
  if (lanyard_format_read (documents, NULL, &error) != NULL)
    g_error ("nothing was read as something");
  return (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
}

static double
time_reading (GPtrArray *documents,
              guint     *n_talks)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, &error);

  if (programme == NULL)
    g_error ("%s", error->message);
  *n_talks = lanyard_programme_get_talks (programme)->len;
  return (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
}

static double
time_tree (const char *data,
           gsize       size)
{
  gint64 begun = g_get_monotonic_time ();
  xmlDocPtr tree = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

  if (tree != NULL)
    xmlFreeDoc (tree);
  return (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean is_once = argc == 3 && g_str_equal (argv[1], "--once");
  double refusal = G_MAXDOUBLE, reading = G_MAXDOUBLE, tree = G_MAXDOUBLE;
  char *data;
  gsize size;
  guint n_talks;

  if (argc < 2 || !g_file_get_contents (argv[argc - 1], &data, &size, NULL))
    g_error ("usage: read-feed [--once] FILE");
  g_ptr_array_add (documents, g_bytes_new_take (data, size));
  if (is_once)
    {
      time_reading (documents, &n_talks);
      return 0;
    }
  for (int run = 0; run < RUNS; run++)
    {
      refusal = MIN (refusal, time_refusal (size));
      reading = MIN (reading, time_reading (documents, &n_talks));
      tree = MIN (tree, time_tree (data, size));
    }
  g_print ("%.6f %.6f %.6f %u\n", refusal, reading, tree, n_talks);
  return 0;
}
