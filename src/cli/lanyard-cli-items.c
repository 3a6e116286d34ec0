/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Talks, blocks and breaks in a table: the same columns wherever they are
 * listed. Called by `talks`, `plan` and `now`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-items.h"
#include "lanyard-cli-names.h"

#include "time/lanyard-time-format.h"

enum
{
  COLUMN_DAY,
  COLUMN_START,
  COLUMN_END,
  COLUMN_TIME,
  COLUMN_REMARK,
  COLUMN_ROOM,
  COLUMN_PICK,
  COLUMN_TITLE,
  COLUMN_SPEAKERS,
  COLUMN_SESSION,
  COLUMN_ID,
  COLUMN_PIPED_REMARK,
  COLUMN_CONFERENCE,
};

static const LanyardCliColumn columns[] = {
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("TIME"), LANYARD_CLI_COLUMN_TERMINAL, 0, 0 },
  { "", LANYARD_CLI_COLUMN_TERMINAL, 0, 2 },
  { N_("ROOM"), LANYARD_CLI_COLUMN_FLEXIBLE, 8, 3 },
  { "★", 0, 0, 0 },
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("SPEAKERS"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 5 },
  { N_("SESSION"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 4 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 1 },
  { "", LANYARD_CLI_COLUMN_PIPE, 0, 0 },
  { N_("CONFERENCE"), LANYARD_CLI_COLUMN_FLEXIBLE, 10, 6 },
};

/**
 * lanyard_cli_items_new_table:
 *
 * Makes a table for items.
 *
 * Returns: (transfer full): an empty table
 */
LanyardCliTable *
lanyard_cli_items_new_table (void)
{
  return lanyard_cli_table_new (columns, COLUMN_CONFERENCE);
}

/**
 * lanyard_cli_items_new_table_of_all:
 *
 * Makes a table for items of several conferences; lanyard_cli_items_set_conference()
 * says whose each row is.
 *
 * Returns: (transfer full): an empty table
 */
LanyardCliTable *
lanyard_cli_items_new_table_of_all (void)
{
  return lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));
}

/**
 * lanyard_cli_items_set_conference:
 * @table: a table of items of several conferences
 * @conference: whose the next row is
 * @is_terminal: whether a person reads the table
 *
 * Names the conference of a row before that is added; to a program by its uuid.
 */
void
lanyard_cli_items_set_conference (LanyardCliTable   *table,
                                  LanyardConference *conference,
                                  gboolean           is_terminal)
{
  lanyard_cli_table_set_cell (table, COLUMN_CONFERENCE,
                              is_terminal ? lanyard_conference_get_title (conference)
                                          : lanyard_conference_get_uuid (conference));
}

/**
 * lanyard_cli_items_dup_names:
 * @credits: (element-type LanyardCredit): who does something
 *
 * Names the speakers, or the authors where nobody is said to speak.
 *
 * Returns: (transfer full): names, "" if there are none
 */
char *
lanyard_cli_items_dup_names (GPtrArray *credits)
{
  char *names;

  g_return_val_if_fail (credits != NULL, NULL);

  names = lanyard_credits_dup_names (credits, LANYARD_ROLE_SPEAKER);
  if (names != NULL && *names != '\0')
    return names;
  g_free (names);
  return lanyard_credits_dup_names (credits, LANYARD_ROLE_AUTHOR);
}

/**
 * lanyard_cli_items_dup_title:
 * @title: what a talk, session or break is called
 * @is_cancelled: whether it is cancelled
 *
 * Says for people what something is called, and that it is cancelled.
 *
 * Returns: (transfer full): the title
 */
char *
lanyard_cli_items_dup_title (const char *title,
                             gboolean    is_cancelled)
{
  g_return_val_if_fail (title != NULL, NULL);

  if (!is_cancelled)
    return g_strdup (title);
  /* Translators: %s is the title of a talk that does not take place */
  return g_strdup_printf (_("Cancelled: %s"), title);
}

/**
 * lanyard_cli_items_set_instant:
 * @table: a table
 * @first_column: the first of three columns: the day, the start, the end
 * @zone: the zone to show
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @end: UTC seconds, or %LANYARD_NO_TIME
 *
 * Writes times for programs, always alike: "2026-10-05", "10:00", "10:30".
 */
void
lanyard_cli_items_set_instant (LanyardCliTable *table,
                               guint            first_column,
                               LanyardZone     *zone,
                               gint64           start,
                               gint64           end)
{
  g_return_if_fail (table != NULL && zone != NULL);

  if (start != LANYARD_NO_TIME)
    {
      g_autofree char *text = lanyard_format_iso8601 (zone, start);
      g_auto (GStrv) parts = g_strsplit (text, "T", 2);
      g_autofree char *time = g_strndup (parts[1], 5);

      lanyard_cli_table_set_cell (table, first_column, parts[0]);
      lanyard_cli_table_set_cell (table, first_column + 1, time);
    }
  if (end != LANYARD_NO_TIME)
    {
      g_autofree char *text = lanyard_format_iso8601 (zone, end);
      g_auto (GStrv) parts = g_strsplit (text, "T", 2);
      g_autofree char *time = g_strndup (parts[1], 5);

      lanyard_cli_table_set_cell (table, first_column + 2, time);
    }
}

/**
 * lanyard_cli_items_add_row:
 * @table: a table of items
 * @view: the conference
 * @item: a talk, block or break
 * @remark: (nullable): something to say about it, unless it is cancelled
 * @is_terminal: whether a person reads the table
 *
 * Adds a line about an item.
 */
void
lanyard_cli_items_add_row (LanyardCliTable *table,
                           LanyardCliView  *view,
                           LanyardItem     *item,
                           const char      *remark,
                           gboolean         is_terminal)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardSession *session = lanyard_item_get_session (item);
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);
  gboolean is_cancelled = lanyard_item_is_cancelled (item);
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = lanyard_cli_id_dup (lanyard_item_get_kind (item), lanyard_item_get_key (item));

  if (is_terminal)
    {
      time = lanyard_format_time_range (view->zone, start, end);
      lanyard_cli_table_set_cell (table, COLUMN_TIME, time);
    }
  else
    lanyard_cli_items_set_instant (table, COLUMN_DAY, view->zone, start, end);

  if (LANYARD_IS_TALK (item))
    {
      g_autofree char *names = lanyard_cli_items_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits);

      lanyard_cli_table_set_cell (table, COLUMN_SPEAKERS, names);
    }
  lanyard_cli_table_set_cell (table, COLUMN_ROOM, room != NULL ? lanyard_room_get_name (room) : NULL);
  lanyard_cli_table_set_cell (table, COLUMN_PICK,
                              lanyard_cli_view_get_mark (view, lanyard_item_get_kind (item),
                                                         lanyard_item_get_key (item), item, is_terminal));
  title = lanyard_cli_items_dup_title (lanyard_item_get_title (item), is_terminal && is_cancelled);
  lanyard_cli_table_set_cell (table, COLUMN_TITLE, title);
  lanyard_cli_table_set_cell (table, COLUMN_SESSION, session != NULL ? lanyard_session_get_title (session) : NULL);
  if (is_cancelled && !is_terminal)
    lanyard_cli_table_set_cell (table, COLUMN_PIPED_REMARK, "cancelled");
  else if (remark != NULL)
    lanyard_cli_table_set_cell (table, is_terminal ? COLUMN_REMARK : COLUMN_PIPED_REMARK, remark);
  lanyard_cli_table_set_cell (table, COLUMN_ID, id);
  lanyard_cli_table_end_row (table);
}

/**
 * lanyard_cli_items_add_day:
 * @table: a table of items
 * @view: the conference
 * @item: the item that comes next
 * @day: (inout): the day of the last heading, 0 before the first
 *
 * Adds a heading where a new day begins, or where what has no time begins.
 */
void
lanyard_cli_items_add_day (LanyardCliTable *table,
                           LanyardCliView  *view,
                           LanyardItem     *item,
                           guint           *day)
{
  g_autofree char *heading = NULL;
  guint new_day = G_MAXUINT;

  g_return_if_fail (table != NULL && view != NULL && day != NULL);

  if (lanyard_item_is_scheduled (item))
    new_day = lanyard_zone_get_day (view->zone, lanyard_item_get_start (item));
  if (new_day == *day)
    return;

  *day = new_day;
  if (new_day == G_MAXUINT)
    heading = g_strdup (_("Not scheduled yet"));
  else
    heading = lanyard_format_day (new_day, LANYARD_DAY_FULL);
  lanyard_cli_table_add_heading (table, heading);
}

/**
 * lanyard_cli_items_add_list:
 * @table: a table of items
 * @view: the conference
 * @items: (element-type LanyardItem): items in timetable order
 * @is_terminal: whether a person reads the table
 *
 * Adds items under the names of their days.
 */
void
lanyard_cli_items_add_list (LanyardCliTable *table,
                            LanyardCliView  *view,
                            GPtrArray       *items,
                            gboolean         is_terminal)
{
  guint day = 0;

  g_return_if_fail (table != NULL && view != NULL && items != NULL);

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      lanyard_cli_items_add_day (table, view, item, &day);
      lanyard_cli_items_add_row (table, view, item, NULL, is_terminal);
    }
}
