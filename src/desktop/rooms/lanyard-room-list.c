/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the list of rooms: the rooms that are not hidden, in order;
 * then, if any are hidden, an object for the line that says so, and those
 * rooms, if they are to be seen. The page of rooms fills its model with it. */

#include "config.h"

#include "lanyard-room-list.h"
#include "plan/lanyard-room-order.h"

/* What fits into one turn of the main loop; the others come between frames. */
#define ROWS_AT_ONCE 10

/* Gives the rooms that are hidden, or those that are not, in order. */
static GPtrArray *
dup_rooms (LanyardOpenConference *open,
           gboolean               hidden)
{
  g_autoptr (GPtrArray) rooms = lanyard_room_order_sort (lanyard_open_conference_get_programme (open),
                                                         lanyard_open_conference_get_choice (open, LANYARD_ROOM_ORDER));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rooms->len; i++)
    if (lanyard_room_is_hidden (rooms->pdata[i], open) == hidden)
      g_ptr_array_add (found, g_object_ref (rooms->pdata[i]));
  return found;
}

/* Private: fills the list, whose rows come a few at a time where they are new;
 * what is a row already keeps place and focus. Gives how many rooms are hidden. */
guint
lanyard_room_list_fill (LanyardGrowingModel   *rows,
                        LanyardOpenConference *open,
                        GObject               *hidden_line,
                        gboolean               reveals_hidden)
{
  g_autoptr (GPtrArray) wanted = dup_rooms (open, FALSE);
  g_autoptr (GPtrArray) hidden = dup_rooms (open, TRUE);
  g_autoptr (GArray) sections = g_array_new (FALSE, TRUE, sizeof (gint64));
  guint n_hidden = hidden->len;
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (rows));

  if (n_hidden > 0)
    g_ptr_array_add (wanted, g_object_ref (hidden_line));
  if (reveals_hidden)
    g_ptr_array_extend_and_steal (wanted, g_steal_pointer (&hidden));
  g_array_set_size (sections, wanted->len);
  lanyard_growing_model_set_items (rows, wanted, sections, 0, MAX (n_shown, ROWS_AT_ONCE));
  return n_hidden;
}

/* Private: the room at a position, NULL if that is none or past the end. */
LanyardRoom *
lanyard_room_list_get (LanyardGrowingModel *rows,
                       guint                position)
{
  GPtrArray *items = lanyard_growing_model_get_items (rows);

  return position < items->len && LANYARD_IS_ROOM (items->pdata[position]) ? items->pdata[position] : NULL;
}

/* Private: where a room stands among those that are not hidden. */
gboolean
lanyard_room_list_find (LanyardGrowingModel *rows,
                        const char          *name,
                        guint               *position)
{
  LanyardRoom *room;

  for (guint i = 0; (room = lanyard_room_list_get (rows, i)) != NULL; i++)
    if (g_str_equal (lanyard_room_get_name (room), name))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* Private: how many rooms are not hidden. */
guint
lanyard_room_list_count (LanyardGrowingModel *rows)
{
  guint n_shown = 0;

  while (lanyard_room_list_get (rows, n_shown) != NULL)
    n_shown++;
  return n_shown;
}

/* Private: whether somebody hides a room. */
gboolean
lanyard_room_is_hidden (LanyardRoom           *room,
                        LanyardOpenConference *open)
{
  return lanyard_filter_has_value (lanyard_open_conference_get_hidden (open), LANYARD_FILTER_ROOM,
                                   lanyard_room_get_name (room));
}
