/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's programme line by line, as its page shows it: each block with
 * its talks and breaks, what is free between them, what is in no block and
 * what has no time yet. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-session-lines.h"
#include "time/lanyard-zone.h"

/* Who changes over in less does not call it free. */
#define LEAST_GAP_SECONDS (5 * 60)

typedef struct
{
  GPtrArray *lines; /* the result */
  gboolean has_gaps; /* not among posters, which are all at once */
} Writer;

static LanyardSessionLine *
add_line (Writer                 *writer,
          LanyardSessionLineKind  kind,
          LanyardItem            *item,
          gint64                  start,
          gint64                  end)
{
  LanyardSessionLine *line = g_new0 (LanyardSessionLine, 1);

  line->kind = kind;
  line->item = item;
  line->start = start;
  line->end = end;
  g_ptr_array_add (writer->lines, line);
  return line;
}

static void
add_gap (Writer *writer,
         gint64  start,
         gint64  end)
{
  if (writer->has_gaps && end - start >= LEAST_GAP_SECONDS)
    add_line (writer, LANYARD_SESSION_LINE_GAP, NULL, start, end);
}

static void
add_item (Writer      *writer,
          LanyardItem *item,
          LanyardRoom *room)
{
  LanyardSessionLine *line =
      add_line (writer, LANYARD_SESSION_LINE_ITEM, item, lanyard_item_get_start (item), lanyard_item_get_end (item));

  line->is_elsewhere = lanyard_item_get_room (item) != NULL && lanyard_item_get_room (item) != room;
}

static char *
dup_board_key (LanyardItem *item)
{
  const char *board = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->board : NULL;

  return g_utf8_collate_key_for_filename (board != NULL ? board : "", -1);
}

/* Who walks along posters walks from board to board: P2 comes before P10. */
static int
compare_posters (gconstpointer a,
                 gconstpointer b)
{
  LanyardItem *left = *(LanyardItem **) a;
  LanyardItem *right = *(LanyardItem **) b;
  g_autofree char *left_board = NULL;
  g_autofree char *right_board = NULL;
  int order;

  if (lanyard_item_get_start (left) != lanyard_item_get_start (right))
    return lanyard_item_compare (left, right);
  left_board = dup_board_key (left);
  right_board = dup_board_key (right);
  order = strcmp (left_board, right_board);
  return order != 0 ? order : lanyard_item_compare (left, right);
}

static LanyardItem *
get_block (LanyardItem *item)
{
  if (LANYARD_IS_TALK (item))
    return (LanyardItem *) lanyard_talk_get_fields (LANYARD_TALK (item))->block;
  return (LanyardItem *) lanyard_break_get_block (LANYARD_BREAK (item));
}

/* What is cancelled takes no time. */
static void
add_block (Writer      *writer,
           LanyardItem *block,
           GPtrArray   *items)
{
  gint64 end = lanyard_item_get_end (block);
  gint64 busy_until = lanyard_item_get_start (block);
  gboolean is_empty = TRUE;

  add_line (writer, LANYARD_SESSION_LINE_STRETCH, block, busy_until, end);
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (get_block (item) != block || !lanyard_item_is_scheduled (item))
        continue;
      is_empty = FALSE;
      add_gap (writer, busy_until, lanyard_item_get_start (item));
      add_item (writer, item, lanyard_item_get_room (block));
      if (!lanyard_item_is_cancelled (item))
        busy_until = MAX (busy_until, lanyard_item_get_end (item));
    }
  if (is_empty)
    add_line (writer, LANYARD_SESSION_LINE_EMPTY, NULL, lanyard_item_get_start (block), end);
  else
    add_gap (writer, busy_until, end);
}

/* One day's items that are in no block, from @first on. Returns where the next
 * day's begin. */
static guint
add_loose_day (Writer      *writer,
               GPtrArray   *loose,
               guint        first,
               LanyardZone *zone)
{
  LanyardItem *item = g_ptr_array_index (loose, first);
  guint day = lanyard_zone_get_day (zone, lanyard_item_get_start (item));
  LanyardSessionLine *heading =
      add_line (writer, LANYARD_SESSION_LINE_STRETCH, NULL, lanyard_item_get_start (item), lanyard_item_get_end (item));
  guint i;

  for (i = first; i < loose->len; i++)
    {
      item = g_ptr_array_index (loose, i);
      if (lanyard_zone_get_day (zone, lanyard_item_get_start (item)) != day)
        break;
      if (i > first)
        add_gap (writer, heading->end, lanyard_item_get_start (item));
      heading->end = MAX (heading->end, lanyard_item_get_end (item));
      add_item (writer, item, NULL);
    }
  return i;
}

static GPtrArray *
dup_loose (GPtrArray *items,
           gboolean   scheduled)
{
  GPtrArray *loose = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      gboolean is_loose = !scheduled || get_block (item) == NULL;

      if (is_loose && lanyard_item_is_scheduled (item) == scheduled)
        g_ptr_array_add (loose, item);
    }
  return loose;
}

static void
add_scheduled (Writer      *writer,
               GPtrArray   *blocks,
               GPtrArray   *items,
               LanyardZone *zone)
{
  g_autoptr (GPtrArray) loose = dup_loose (items, TRUE);
  guint next = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardItem *block = g_ptr_array_index (blocks, i);

      if (!lanyard_item_is_scheduled (block))
        continue;
      while (next < loose->len &&
             lanyard_item_get_start (g_ptr_array_index (loose, next)) < lanyard_item_get_start (block))
        next = add_loose_day (writer, loose, next, zone);
      add_block (writer, block, items);
    }
  while (next < loose->len)
    next = add_loose_day (writer, loose, next, zone);
}

/**
 * lanyard_programme_dup_session_lines:
 * @programme: a programme
 * @session: one of its sessions
 *
 * Writes out a session's programme: each block as a heading with what is in
 * it, in order of time and posters in order of their boards, gaps of five
 * minutes and more included; days are those of the conference's zone.
 *
 * Returns: (transfer full) (element-type LanyardSessionLine): the lines; their
 *   items are @programme's
 */
GPtrArray *
lanyard_programme_dup_session_lines (LanyardProgramme *programme,
                                     LanyardSession   *session)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) unscheduled = NULL;
  g_autoptr (LanyardZone) zone = NULL;
  Writer writer;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);

  blocks = lanyard_programme_dup_session_blocks (programme, session);
  items = lanyard_programme_dup_session_items (programme, session);
  zone = lanyard_zone_new (lanyard_conference_get_zone (lanyard_programme_get_conference (programme)));
  if (zone == NULL)
    zone = lanyard_zone_new_utc ();

  if (lanyard_session_get_fields (session)->is_poster)
    g_ptr_array_sort (items, compare_posters);
  unscheduled = dup_loose (items, FALSE);
  writer.lines = g_ptr_array_new_with_free_func (g_free);
  writer.has_gaps = !lanyard_session_get_fields (session)->is_poster;
  add_scheduled (&writer, blocks, items, zone);
  if (unscheduled->len > 0)
    add_line (&writer, LANYARD_SESSION_LINE_UNSCHEDULED, NULL, LANYARD_NO_TIME, LANYARD_NO_TIME);
  for (guint i = 0; i < unscheduled->len; i++)
    add_item (&writer, g_ptr_array_index (unscheduled, i), NULL);
  return writer.lines;
}
