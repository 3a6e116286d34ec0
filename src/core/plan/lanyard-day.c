/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A programme as a list of days, each with what somebody reads down a
 * timetable: talks, breaks, and the blocks that hold no talks. Any thread. */

#include "config.h"

#include "lanyard-day.h"

static void
day_free (gpointer data)
{
  LanyardDay *day = data;

  g_ptr_array_unref (day->items);
  g_free (day);
}

/* A conference's rooms have the same coffee break at the same time. In a list
 * of all rooms it stands once, without a room. */
static gboolean
is_same_break (LanyardItem *a,
               LanyardItem *b)
{
  return lanyard_item_get_start (a) == lanyard_item_get_start (b) &&
         lanyard_item_get_end (a) == lanyard_item_get_end (b) &&
         g_str_equal (lanyard_item_get_title (a), lanyard_item_get_title (b));
}

static gboolean
is_known_break (GPtrArray   *breaks,
                LanyardItem *item)
{
  for (guint i = breaks->len; i > 0; i--)
    {
      LanyardItem *known = g_ptr_array_index (breaks, i - 1);

      if (lanyard_item_get_start (known) != lanyard_item_get_start (item))
        return FALSE;
      if (is_same_break (known, item))
        return TRUE;
    }
  return FALSE;
}

static LanyardItem *
break_of_all_rooms (LanyardItem *item)
{
  return LANYARD_ITEM (lanyard_break_new (&(LanyardItemFields) {
                                            .key = lanyard_item_get_key (item),
                                            .title = lanyard_item_get_title (item),
                                            .start = lanyard_item_get_start (item),
                                            .end = lanyard_item_get_end (item),
                                          },
                                          NULL, lanyard_break_get_description (LANYARD_BREAK (item))));
}

static void
add_breaks (GPtrArray *items,
            GPtrArray *breaks)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < breaks->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (breaks, i);
      gboolean repeated = FALSE;

      if (is_known_break (seen, item))
        continue;
      g_ptr_array_add (seen, item);
      for (guint j = i + 1; j < breaks->len && !repeated; j++)
        {
          if (lanyard_item_get_start (breaks->pdata[j]) != lanyard_item_get_start (item))
            break;
          repeated = is_same_break (item, breaks->pdata[j]);
        }
      g_ptr_array_add (items, repeated ? break_of_all_rooms (item) : g_object_ref (item));
    }
}

static void
add_blocks_without_talks (GPtrArray *items,
                          GPtrArray *blocks,
                          GPtrArray *talks)
{
  g_autoptr (GHashTable) with_talks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < talks->len; i++)
    g_hash_table_add (with_talks, lanyard_talk_get_fields (g_ptr_array_index (talks, i))->block);
  for (guint i = 0; i < blocks->len; i++)
    if (!g_hash_table_contains (with_talks, g_ptr_array_index (blocks, i)))
      g_ptr_array_add (items, g_object_ref (g_ptr_array_index (blocks, i)));
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (*(LanyardItem **) a, *(LanyardItem **) b);
}

static GPtrArray *
dup_items (LanyardProgramme *programme)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < talks->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (talks, i)));
  add_breaks (items, lanyard_programme_get_breaks (programme));
  add_blocks_without_talks (items, lanyard_programme_get_blocks (programme), talks);
  g_ptr_array_sort (items, compare_items);
  return items;
}

/* By the days on which they begin. */
static GPtrArray *
divide (GPtrArray   *items,
        LanyardZone *zone)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (day_free);
  LanyardDay *current = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      guint day = LANYARD_DAY_NONE;

      if (lanyard_item_is_scheduled (item))
        day = lanyard_zone_get_day (zone, lanyard_item_get_start (item));
      if (current == NULL || current->day != day)
        {
          current = g_new0 (LanyardDay, 1);
          current->day = day;
          current->items = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (days, current);
        }
      g_ptr_array_add (current->items, g_object_ref (item));
    }
  return days;
}

/* Those of @items that are in the room. */
static GPtrArray *
dup_items_in_room (GPtrArray  *items,
                   const char *name)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      LanyardRoom *room = lanyard_item_get_room (g_ptr_array_index (items, i));

      if (room != NULL && g_str_equal (lanyard_room_get_name (room), name))
        g_ptr_array_add (found, g_object_ref (g_ptr_array_index (items, i)));
    }
  return found;
}

/**
 * lanyard_programme_dup_days:
 * @programme: a programme
 * @zone: in whose days it is divided
 *
 * Divides a programme into days. What lasts past midnight belongs to the day
 * on which it begins. Talks without a time come last, as %LANYARD_DAY_NONE.
 *
 * Returns: (transfer full) (element-type LanyardDay): the days that have something
 */
GPtrArray *
lanyard_programme_dup_days (LanyardProgramme *programme,
                            LanyardZone      *zone)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  items = dup_items (programme);
  return divide (items, zone);
}

/**
 * lanyard_programme_dup_room_days:
 * @programme: a programme
 * @zone: in whose days it is divided
 * @room: a room's name
 *
 * Divides what is in one room into days, as lanyard_programme_dup_days() does
 * with everything. A break that is in all rooms is in this one, too.
 *
 * Returns: (transfer full) (element-type LanyardDay): the days that have something
 */
GPtrArray *
lanyard_programme_dup_room_days (LanyardProgramme *programme,
                                 LanyardZone      *zone,
                                 const char       *room)
{
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GPtrArray) breaks = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (room != NULL, NULL);

  talks = dup_items_in_room (lanyard_programme_get_talks (programme), room);
  breaks = dup_items_in_room (lanyard_programme_get_breaks (programme), room);
  blocks = dup_items_in_room (lanyard_programme_get_blocks (programme), room);
  add_blocks_without_talks (talks, blocks, lanyard_programme_get_talks (programme));
  g_ptr_array_extend_and_steal (talks, g_steal_pointer (&breaks));
  g_ptr_array_sort (talks, compare_items);
  return divide (talks, zone);
}

/**
 * lanyard_days_dup_lasting:
 * @days: (element-type LanyardDay): the days of a programme
 * @zone: in whose days it is divided
 * @day: a Julian day number or %LANYARD_DAY_NONE
 *
 * Lists what begins before a day and is not over when it begins. A list has
 * everything once, where it begins; what is drawn to scale shows the rest of it,
 * too.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items, in timetable order
 */
GPtrArray *
lanyard_days_dup_lasting (GPtrArray   *days,
                          LanyardZone *zone,
                          guint        day)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 start;

  g_return_val_if_fail (days != NULL, items);
  g_return_val_if_fail (zone != NULL, items);

  if (day == LANYARD_DAY_NONE)
    return items;
  start = lanyard_zone_get_day_start (zone, day);
  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *before = g_ptr_array_index (days, i);

      for (guint j = 0; before->day != LANYARD_DAY_NONE && before->day < day && j < before->items->len; j++)
        if (lanyard_item_get_end (before->items->pdata[j]) > start)
          g_ptr_array_add (items, g_object_ref (before->items->pdata[j]));
    }
  return items;
}
