/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan, or anything else that is a list, day by day on paper. Window and
 * command line print it; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-extract-text.h"
#include "lanyard-pages-row.h"

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
  const LanyardExtractFields *fields;
  g_autofree char *zone_line = NULL;
  LanyardPageWriter *writer;
  guint last = G_MAXUINT;

  g_return_val_if_fail (extract != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  fields = lanyard_extract_get_fields (extract);
  zone_line = lanyard_extract_dup_zone_line (extract, zone);
  writer = lanyard_page_writer_new (title, zone_line, width, height);
  lanyard_page_writer_add_title (
      writer, title, lanyard_conference_get_title (lanyard_programme_get_conference (fields->programme)));
  for (guint i = 0; i < fields->items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (fields->items, i);
      guint day = lanyard_extract_get_day (item, zone);

      if (day != last)
        lanyard_pages_add_day (writer, day);
      last = day;
      lanyard_pages_add_row (writer, extract, item, zone, TRUE);
    }
  return lanyard_page_writer_finish (writer);
}
