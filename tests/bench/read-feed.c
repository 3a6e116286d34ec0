/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a feed takes, in seconds of the processor, the best of some runs: to be told what it
 * is, to be read, and, of XML, to be made a tree of by libxml2 alone, which is
 * the floor. Prints those three, and how many talks there are; or with --once
 * reads it once, for who measures memory. */

#include <time.h>

#include <libxml/parser.h>

#include "formats/lanyard-calendar.h"
#include "formats/lanyard-emf.h"
#include "formats/lanyard-format.h"
#include "formats/lanyard-fosdem-matrix.h"
#include "formats/lanyard-frab.h"
#include "formats/lanyard-indico.h"
#include "formats/lanyard-open-event.h"
#include "formats/lanyard-pretalx.h"
#include "formats/lanyard-schedule-json.h"

#define RUNS 7

/* What takes so long that fewer runs must do. */
#define LARGE (8 * 1024 * 1024)
#define RUNS_OF_LARGE 5

/* Others may have the processor meanwhile. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Has all formats say whether it is theirs, which no document takes longer than. */
static double
time_sniffing (GBytes *document)
{
  gboolean (*const sniff[]) (GBytes *) = {
    lanyard_indico_sniff, lanyard_frab_sniff, lanyard_schedule_json_sniff, lanyard_fosdem_matrix_sniff,
    lanyard_pretalx_widget_sniff, lanyard_pretalx_rest_sniff, lanyard_open_event_sniff, lanyard_emf_sniff,
    lanyard_calendar_sniff, lanyard_xcal_sniff,
  };
  double begun = get_time ();
  gboolean is_known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (sniff); i++)
    {
      gboolean (*is_its) (GBytes *) = sniff[i];

      is_known |= is_its (document);
    }
  if (!is_known)
    g_error ("the file is of no format");
  return get_time () - begun;
}

static double
time_reading (GPtrArray *documents,
              guint     *n_talks)
{
  double begun = get_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, &error);

  if (programme == NULL)
    g_error ("%s", error->message);
  *n_talks = lanyard_programme_get_talks (programme)->len;
  return get_time () - begun;
}

static double
time_tree (const char *data,
           gsize       size)
{
  double begun = get_time ();
  xmlDocPtr tree = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);

  if (tree != NULL)
    xmlFreeDoc (tree);
  return get_time () - begun;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *mode = argc == 3 ? argv[1] : "";
  double sniffing = G_MAXDOUBLE, reading = G_MAXDOUBLE, tree = G_MAXDOUBLE;
  char *data;
  gsize size;
  guint n_talks;

  if (argc < 2 || !g_file_get_contents (argv[argc - 1], &data, &size, NULL))
    g_error ("usage: read-feed [--once] FILE");
  g_ptr_array_add (documents, g_bytes_new_take (data, size));
  if (g_str_equal (mode, "--once"))
    {
      time_reading (documents, &n_talks);
      return 0;
    }
  for (int run = 0; run < (size < LARGE ? RUNS : RUNS_OF_LARGE); run++)
    {
      sniffing = MIN (sniffing, time_sniffing (documents->pdata[0]));
      reading = MIN (reading, time_reading (documents, &n_talks));
      tree = MIN (tree, time_tree (data, size));
    }
  g_print ("%.6f %.6f %.6f %u\n", sniffing, reading, tree, n_talks);
  return 0;
}
