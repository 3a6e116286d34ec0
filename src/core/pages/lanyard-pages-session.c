/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A microconference on paper: what it is about, who leads it, its talks.
 * Window and command line print it; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-extract-text.h"
#include "lanyard-pages-row.h"
#include "text/lanyard-rich-text.h"

static char *
dup_leads (LanyardSession *session)
{
  g_autofree char *names =
      lanyard_credits_dup_names (lanyard_session_get_fields (session)->leads, LANYARD_ROLE_LEAD);

  /* Translators: %s is the names of those who lead a microconference */
  return names != NULL ? g_strdup_printf (_("Led by %s"), names) : NULL;
}

static void
add_description (LanyardPageWriter *writer,
                 LanyardSession    *session)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);
  g_autoptr (LanyardRichText) rich = NULL;
  g_autofree char *plain = NULL;

  if (fields->description == NULL)
    return;
  rich = lanyard_rich_text_new (fields->description, fields->description_format, fields->url);
  plain = lanyard_rich_text_dup_plain (rich);
  lanyard_page_writer_add_paragraphs (writer, plain, 0);
}

/**
 * lanyard_pages_new_session:
 * @extract: its programme and your plan; its items are of no matter
 * @session: the session
 * @zone: the zone of its times, which each page names
 * @width: of a page, points
 * @height: of a page, points
 *
 * Prints a session: its description, then its talks and breaks day by day.
 * No page ends within a talk.
 *
 * Returns: (transfer full): the pages
 */
LanyardPages *
lanyard_pages_new_session (LanyardExtract *extract,
                           LanyardSession *session,
                           LanyardZone    *zone,
                           double          width,
                           double          height)
{
  LanyardProgramme *programme;
  LanyardPageWriter *writer;
  g_autofree char *zone_line = NULL;
  g_autofree char *leads = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint last = G_MAXUINT;

  g_return_val_if_fail (extract != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  programme = lanyard_extract_get_fields (extract)->programme;
  items = lanyard_programme_dup_session_items (programme, session);
  zone_line = lanyard_extract_dup_zone_line (extract, zone);
  leads = dup_leads (session);
  writer = lanyard_page_writer_new (lanyard_session_get_title (session), zone_line, width, height);
  lanyard_page_writer_add_title (writer, lanyard_session_get_title (session), leads);
  add_description (writer, session);
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      guint day = lanyard_extract_get_day (item, zone);

      if (day != last)
        lanyard_pages_add_day (writer, day);
      last = day;
      lanyard_pages_add_row (writer, extract, item, zone, NULL);
    }
  return lanyard_page_writer_finish (writer);
}
