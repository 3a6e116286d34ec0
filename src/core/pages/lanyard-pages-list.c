/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan, several plans as one, or anything else that is a list, day by day on
 * paper. Window and command line print it; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-extract-text.h"
#include "lanyard-pages-row.h"

/* An item and what is known about it. */
typedef struct
{
  LanyardExtract *extract; /* borrowed */
  LanyardItem *item;       /* borrowed */
} Line;

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (((const Line *) a)->item, ((const Line *) b)->item);
}

static const char *
get_conference (LanyardExtract *extract)
{
  return lanyard_conference_get_title (
      lanyard_programme_get_conference (lanyard_extract_get_fields (extract)->programme));
}

/* One keeps the order that it has. */
static GArray *
list_lines (GPtrArray *extracts)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < extracts->len; i++)
    {
      LanyardExtract *extract = g_ptr_array_index (extracts, i);
      GPtrArray *items = lanyard_extract_get_fields (extract)->items;

      for (guint j = 0; j < items->len; j++)
        g_array_append_val (lines, ((Line) { extract, g_ptr_array_index (items, j) }));
    }
  if (extracts->len > 1)
    g_array_sort (lines, compare_lines);
  return lines;
}

static char *
dup_conferences (GPtrArray *extracts)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < extracts->len; i++)
    g_ptr_array_add (titles, (gpointer) get_conference (g_ptr_array_index (extracts, i)));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (" · ", (char **) titles->pdata);
}

/**
 * lanyard_pages_new_list:
 * @extract: what is printed
 * @zone: the zone of its times, which each page names
 * @title: what it is
 * @width: of a page, points
 * @height: of a page, points
 *
 * Prints items in their order, with a heading for each day. No page ends within
 * an item.
 *
 * Returns: (transfer full): the pages
 */
LanyardPages *
lanyard_pages_new_list (LanyardExtract *extract,
                        LanyardZone    *zone,
                        const char     *title,
                        double          width,
                        double          height)
{
  g_autoptr (GPtrArray) extracts = g_ptr_array_new ();

  g_return_val_if_fail (extract != NULL, NULL);

  g_ptr_array_add (extracts, extract);
  return lanyard_pages_new_plans (extracts, zone, title, width, height);
}

/**
 * lanyard_pages_new_plans:
 * @extracts: (element-type LanyardExtract): what is printed, of several
 *   conferences
 * @zone: the zone of its times, which each page names
 * @title: what it is
 * @width: of a page, points
 * @height: of a page, points
 *
 * Prints the items of several conferences as one list, in order of time; each
 * says of which conference it is.
 *
 * Returns: (transfer full): the pages
 */
LanyardPages *
lanyard_pages_new_plans (GPtrArray   *extracts,
                         LanyardZone *zone,
                         const char  *title,
                         double       width,
                         double       height)
{
  g_autofree char *zone_line = NULL;
  g_autofree char *conferences = NULL;
  g_autoptr (GArray) lines = NULL;
  LanyardPageWriter *writer;
  guint last = G_MAXUINT;

  g_return_val_if_fail (extracts != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  zone_line = lanyard_extracts_dup_zone_line (extracts, zone);
  conferences = dup_conferences (extracts);
  lines = list_lines (extracts);
  writer = lanyard_page_writer_new (title, zone_line, width, height);
  lanyard_page_writer_add_title (writer, title, conferences);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      guint day = lanyard_extract_get_day (line->item, zone);

      if (day != last)
        lanyard_pages_add_day (writer, day);
      last = day;
      lanyard_pages_add_row (writer, line->extract, line->item, zone,
                             extracts->len > 1 ? get_conference (line->extract) : NULL);
    }
  return lanyard_page_writer_finish (writer);
}
