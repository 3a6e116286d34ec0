/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order somebody wants the rooms of a conference: on the page of
 * rooms and as the columns of the grid. Kept as a short text, the choice
 * "room-order": names, one a line. A name that the programme does not have is
 * passed over and kept, for the room may come back; rooms that the text does
 * not name come after those it names, by name, "Room 2" before "Room 10".
 * Pure; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-room-order.h"

typedef struct
{
  LanyardRoom *room; /* borrowed from the programme */
  char *collation;   /* owned */
} RoomByName;

static void
room_by_name_clear (gpointer data)
{
  RoomByName *entry = data;

  g_free (entry->collation);
}

static int
compare_by_name (gconstpointer a,
                 gconstpointer b)
{
  const RoomByName *left = a;
  const RoomByName *right = b;
  int order = strcmp (left->collation, right->collation);

  if (order == 0)
    order = strcmp (lanyard_room_get_name (left->room), lanyard_room_get_name (right->room));
  return order;
}

/* The default order. */
static GArray *
rooms_by_name (GPtrArray *rooms)
{
  GArray *by_name = g_array_sized_new (FALSE, FALSE, sizeof (RoomByName), rooms->len);

  g_array_set_clear_func (by_name, room_by_name_clear);
  for (guint i = 0; i < rooms->len; i++)
    {
      LanyardRoom *room = g_ptr_array_index (rooms, i);
      RoomByName entry = { room, g_utf8_collate_key_for_filename (lanyard_room_get_name (room), -1) };

      g_array_append_val (by_name, entry);
    }
  g_array_sort (by_name, compare_by_name);
  return by_name;
}

static char **
split_order (const char *order)
{
  return g_strsplit (order != NULL ? order : "", "\n", -1);
}

/**
 * lanyard_room_order_sort:
 * @programme: a programme
 * @order: (nullable): the choice %LANYARD_ROOM_ORDER, %NULL for none
 *
 * Gets all rooms of a programme, hidden ones too, in the order that somebody
 * wants.
 *
 * Returns: (transfer full) (element-type LanyardRoom): the rooms
 */
GPtrArray *
lanyard_room_order_sort (LanyardProgramme *programme,
                         const char       *order)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rooms = NULL;
  g_autoptr (GArray) by_name = NULL;
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) names = split_order (order);

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  rooms = lanyard_programme_dup_rooms (programme);
  by_name = rooms_by_name (rooms);
  for (guint i = 0; i < rooms->len; i++)
    g_hash_table_insert (left, (char *) lanyard_room_get_name (rooms->pdata[i]), rooms->pdata[i]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      LanyardRoom *room = g_hash_table_lookup (left, names[i]);

      if (room == NULL)
        continue;
      g_ptr_array_add (sorted, g_object_ref (room));
      g_hash_table_remove (left, names[i]);
    }
  for (guint i = 0; i < by_name->len; i++)
    {
      LanyardRoom *room = g_array_index (by_name, RoomByName, i).room;

      if (g_hash_table_remove (left, lanyard_room_get_name (room)))
        g_ptr_array_add (sorted, g_object_ref (room));
    }
  return sorted;
}

/* The names of @order, each once, and after them those of other rooms. */
static GPtrArray *
complete_order (LanyardProgramme *programme,
                const char       *order)
{
  GPtrArray *complete = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rooms = lanyard_room_order_sort (programme, order);
  g_auto (GStrv) names = split_order (order);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && g_hash_table_add (seen, names[i]))
      g_ptr_array_add (complete, g_strdup (names[i]));
  for (guint i = 0; i < rooms->len; i++)
    {
      const char *name = lanyard_room_get_name (rooms->pdata[i]);

      if (!g_hash_table_contains (seen, name))
        g_ptr_array_add (complete, g_strdup (name));
    }
  return complete;
}

static guint
find_name (GPtrArray  *names,
           const char *name)
{
  guint position = names->len;

  if (name != NULL && g_ptr_array_find_with_equal_func (names, name, g_str_equal, &position))
    return position;
  return names->len;
}

/**
 * lanyard_room_order_move:
 * @programme: a programme
 * @order: (nullable): the choice %LANYARD_ROOM_ORDER so far
 * @name: which room to move
 * @before: (nullable): before which other one, %NULL for last
 *
 * Moves a room. The text names every room from then on, so that rooms that
 * come later stay behind those that somebody has put in order.
 *
 * Returns: (transfer full): the choice from now on
 */
char *
lanyard_room_order_move (LanyardProgramme *programme,
                         const char       *order,
                         const char       *name,
                         const char       *before)
{
  g_autoptr (GPtrArray) names = NULL;
  guint from;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  names = complete_order (programme, order);
  from = find_name (names, name);
  if (from < names->len && g_strcmp0 (name, before) != 0)
    {
      char *moved = g_ptr_array_steal_index (names, from);

      g_ptr_array_insert (names, (int) find_name (names, before), moved);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}
