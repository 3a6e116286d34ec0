/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes before and after a talk for somebody who reads on: in its session,
 * or, without one, on its day in its room. Pure; any thread. */

#include "config.h"

#include "lanyard-neighbours.h"

static gboolean
is_same_place (LanyardItem *a,
               LanyardItem *b,
               LanyardZone *zone)
{
  LanyardRoom *room = lanyard_item_get_room (a);
  LanyardRoom *other = lanyard_item_get_room (b);

  if (lanyard_item_is_scheduled (a) != lanyard_item_is_scheduled (b) || (room == NULL) != (other == NULL))
    return FALSE;
  if (room != NULL && !g_str_equal (lanyard_room_get_name (room), lanyard_room_get_name (other)))
    return FALSE;
  return !lanyard_item_is_scheduled (a) || lanyard_zone_get_day (zone, lanyard_item_get_start (a)) ==
                                               lanyard_zone_get_day (zone, lanyard_item_get_start (b));
}

/* One that is cancelled is nobody's neighbour. */
static gboolean
is_neighbour (LanyardItem *item,
              LanyardItem *other,
              LanyardZone *zone)
{
  LanyardSession *session = lanyard_item_get_session (item);

  if (lanyard_item_is_cancelled (other))
    return FALSE;
  if (session != NULL)
    return lanyard_item_get_session (other) == session;
  return is_same_place (item, other, zone);
}

/**
 * lanyard_neighbours_find:
 * @programme: a programme
 * @item: a talk or break of it
 * @zone: in which zone a day is a day
 * @neighbours: (out): what stands around it
 *
 * Finds the talks before and after @item in its session, in timetable order,
 * talks without a time last; without a session, those of the same day in the
 * same room.
 */
void
lanyard_neighbours_find (LanyardProgramme  *programme,
                         LanyardItem       *item,
                         LanyardZone       *zone,
                         LanyardNeighbours *neighbours)
{
  GPtrArray *talks;

  g_return_if_fail (LANYARD_IS_PROGRAMME (programme));
  g_return_if_fail (LANYARD_IS_ITEM (item));
  g_return_if_fail (zone != NULL);

  *neighbours = (LanyardNeighbours) { 0 };
  talks = lanyard_programme_get_talks (programme);
  for (guint i = 0; i < talks->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (talks, i);
      int order = talk != item ? lanyard_item_compare (talk, item) : 0;

      if (talk != item && !is_neighbour (item, talk, zone))
        continue;
      neighbours->n_talks++;
      if (talk == item || order < 0)
        neighbours->position++;
      if (order < 0 && (neighbours->previous == NULL || lanyard_item_compare (talk, neighbours->previous) > 0))
        neighbours->previous = talk;
      if (order > 0 && (neighbours->next == NULL || lanyard_item_compare (talk, neighbours->next) < 0))
        neighbours->next = talk;
    }
  if (!LANYARD_IS_TALK (item))
    neighbours->position = 0;
}
