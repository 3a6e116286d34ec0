/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a printed plan or microconference: times on the left, beside
 * them what it is, who and where. A block is followed by its talks. Called by
 * the lists of pages; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-extract-text.h"
#include "export/lanyard-ical-private.h"
#include "lanyard-pages-row.h"
#include "time/lanyard-time-format.h"

static void
add_word (GString    *words,
          const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

/* What stands below the title: how it stands, who, where and of which
 * conference, if that is to be said. */
static char *
dup_words (LanyardExtract *extract,
           LanyardItem    *item,
           const char     *conference)
{
  g_autofree char *who = lanyard_extract_dup_who (item);
  g_autofree char *where = lanyard_extract_dup_where (item);
  GString *words = g_string_new (NULL);

  if (lanyard_item_is_cancelled (item))
    add_word (words, _("Cancelled"));
  else if (lanyard_extract_get_level (extract, item) == LANYARD_LEVEL_MAYBE)
    add_word (words, _("Maybe"));
  add_word (words, where);
  add_word (words, who);
  add_word (words, conference);
  return g_string_free_and_steal (words);
}

static void
strike_out (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
}

static void
add_times (LanyardPageWriter *writer,
           LanyardItem       *item,
           LanyardZone       *zone,
           double             top)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (writer);
  g_autofree char *range = NULL;

  if (!lanyard_item_is_scheduled (item))
    return;
  range = lanyard_format_time_range (zone, lanyard_item_get_start (item), lanyard_item_get_end (item));
  lanyard_page_writer_add_text (
      writer,
      lanyard_page_writer_make_text (writer, range, style->small, PANGO_WEIGHT_NORMAL, style->times - style->gap), 0,
      top + (style->body - style->small), LANYARD_INK_BLACK);
}

static void
add_talk_of_block (LanyardPageWriter *writer,
                   LanyardTalk       *talk,
                   LanyardZone       *zone)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (writer);
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);
  double x = style->times * 1.6;
  double top = lanyard_page_writer_get_end (writer);
  double width = lanyard_page_writer_get_width (writer);
  g_autofree char *who = lanyard_credits_dup_names (fields->credits, LANYARD_ROLE_SPEAKER);
  /* Translators: a talk and who gives it */
  g_autofree char *line = who != NULL ? g_strdup_printf (C_("talk and speakers", "%s · %s"), fields->item.title, who)
                                      : g_strdup (fields->item.title);

  if (lanyard_item_is_scheduled (LANYARD_ITEM (talk)))
    {
      g_autofree char *time = lanyard_format_time (zone, fields->item.start);

      lanyard_page_writer_add_text (
          writer, lanyard_page_writer_make_text (writer, time, style->small, PANGO_WEIGHT_NORMAL, x - style->times),
          style->times, top, LANYARD_INK_GREY);
    }
  lanyard_page_writer_add_text (
      writer, lanyard_page_writer_make_text (writer, line, style->small, PANGO_WEIGHT_NORMAL, width - x), x, top,
      LANYARD_INK_BLACK);
  lanyard_page_writer_extend (writer, lanyard_page_writer_get_end (writer) + style->gap / 3);
  lanyard_page_writer_end_group (writer);
}

/* Without those that somebody does not want. The first stays with its block. */
static void
add_talks (LanyardPageWriter *writer,
           LanyardExtract    *extract,
           LanyardBlock      *block,
           LanyardZone       *zone)
{
  const LanyardExtractFields *fields = lanyard_extract_get_fields (extract);
  GPtrArray *talks = lanyard_programme_get_talks (fields->programme);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);

      if (lanyard_talk_get_fields (talk)->block == block && !lanyard_item_is_cancelled (LANYARD_ITEM (talk)) &&
          lanyard_extract_get_level (extract, LANYARD_ITEM (talk)) != LANYARD_LEVEL_LEFT_OUT)
        add_talk_of_block (writer, talk, zone);
    }
  lanyard_page_writer_skip (writer, lanyard_page_writer_get_style (writer)->gap * 2 / 3);
}

/*
 * Adds a line, and ends its group.
 */
void
lanyard_pages_add_row (LanyardPageWriter *writer,
                       LanyardExtract    *extract,
                       LanyardItem       *item,
                       LanyardZone       *zone,
                       const char        *conference)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (writer);
  double width = lanyard_page_writer_get_width (writer) - style->times;
  gboolean is_maybe = lanyard_extract_get_level (extract, item) == LANYARD_LEVEL_MAYBE;
  g_autofree char *summary = lanyard_ical_dup_summary (item);
  g_autofree char *words = dup_words (extract, item, conference);
  PangoLayout *title = lanyard_page_writer_make_text (
      writer, summary, style->body, is_maybe ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_SEMIBOLD, width);
  double top = lanyard_page_writer_get_end (writer);
  double end;

  if (lanyard_item_is_cancelled (item))
    strike_out (title);
  add_times (writer, item, zone, top);
  end = lanyard_page_writer_add_text (writer, title, style->times, top, LANYARD_INK_BLACK);
  if (*words != '\0')
    end = lanyard_page_writer_add_text (
        writer, lanyard_page_writer_make_text (writer, words, style->small, PANGO_WEIGHT_NORMAL, width), style->times,
        end, LANYARD_INK_GREY);
  lanyard_page_writer_extend (writer, end + style->gap);
  if (LANYARD_IS_BLOCK (item))
    add_talks (writer, extract, LANYARD_BLOCK (item), zone);
  lanyard_page_writer_end_group (writer);
}

/*
 * Adds a day's name with a line below, to the group of what comes next.
 */
void
lanyard_pages_add_day (LanyardPageWriter *writer,
                       guint              day)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (writer);
  double width = lanyard_page_writer_get_width (writer);
  g_autofree char *name = lanyard_extract_dup_day (day);
  double end = lanyard_page_writer_add_text (
      writer, lanyard_page_writer_make_text (writer, name, style->heading, PANGO_WEIGHT_BOLD, width), 0,
      lanyard_page_writer_get_end (writer) + style->gap, LANYARD_INK_BLACK);

  lanyard_page_writer_add_box (writer, 0, end + 1, width, 0.5, LANYARD_INK_GREY, NULL, TRUE);
  lanyard_page_writer_extend (writer, end + style->gap);
}
