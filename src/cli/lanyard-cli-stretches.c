/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When and where a session meets. Its blocks say so; where a feed knows no
 * blocks, each day's talks do, from the first to the last. Called by
 * `sessions` and `show`; main thread. */

#include "config.h"

#include "lanyard-cli-stretches.h"

static void
add_blocks (GArray    *stretches,
            GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardItem *block = g_ptr_array_index (blocks, i);
      LanyardCliStretch stretch = {
        .start = lanyard_item_get_start (block),
        .end = lanyard_item_get_end (block),
      };

      if (lanyard_item_is_scheduled (block))
        g_array_append_val (stretches, stretch);
    }
}

static void
add_talks (GArray         *stretches,
           LanyardCliView *view,
           GPtrArray      *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      LanyardCliStretch stretch = {
        .start = lanyard_item_get_start (item),
        .end = lanyard_item_get_end (item),
      };
      LanyardCliStretch *last =
          stretches->len > 0 ? &g_array_index (stretches, LanyardCliStretch, stretches->len - 1) : NULL;

      if (!lanyard_item_is_scheduled (item))
        continue;
      if (last != NULL &&
          lanyard_zone_get_day (view->zone, last->start) == lanyard_zone_get_day (view->zone, stretch.start))
        last->end = MAX (last->end, stretch.end);
      else
        g_array_append_val (stretches, stretch);
    }
}

static void
add_room (GPtrArray   *names,
          LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);

  if (room != NULL && !g_ptr_array_find_with_equal_func (names, lanyard_room_get_name (room), g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) lanyard_room_get_name (room));
}

/**
 * lanyard_cli_stretches_new:
 * @view: a conference
 * @session: one of its sessions
 *
 * Finds when a session meets.
 *
 * Returns: (transfer full) (element-type LanyardCliStretch): the stretches in
 *   order of time; none if nothing of it has a time
 */
GArray *
lanyard_cli_stretches_new (LanyardCliView *view,
                           LanyardSession *session)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) items = NULL;
  GArray *stretches;

  g_return_val_if_fail (view != NULL, NULL);

  stretches = g_array_new (FALSE, FALSE, sizeof (LanyardCliStretch));
  blocks = lanyard_programme_dup_session_blocks (view->programme, session);
  add_blocks (stretches, blocks);
  if (stretches->len > 0)
    return stretches;

  items = lanyard_programme_dup_session_items (view->programme, session);
  add_talks (stretches, view, items);
  return stretches;
}

/**
 * lanyard_cli_stretches_dup_rooms:
 * @view: a conference
 * @session: one of its sessions
 *
 * Names the rooms in which a session meets.
 *
 * Returns: (transfer full): names, "" if no room is known
 */
char *
lanyard_cli_stretches_dup_rooms (LanyardCliView *view,
                                 LanyardSession *session)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (view != NULL, NULL);

  blocks = lanyard_programme_dup_session_blocks (view->programme, session);
  for (guint i = 0; i < blocks->len; i++)
    add_room (names, g_ptr_array_index (blocks, i));
  if (names->len == 0)
    items = lanyard_programme_dup_session_items (view->programme, session);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_room (names, g_ptr_array_index (items, i));

  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

/**
 * lanyard_cli_stretches_count_talks:
 * @view: a conference
 * @session: one of its sessions
 *
 * Counts a session's talks, cancelled ones left out.
 *
 * Returns: a number
 */
guint
lanyard_cli_stretches_count_talks (LanyardCliView *view,
                                   LanyardSession *session)
{
  GPtrArray *talks = lanyard_programme_get_talks (view->programme);
  guint n_talks = 0;

  for (guint i = 0; i < talks->len; i++)
    if (lanyard_item_get_session (g_ptr_array_index (talks, i)) == session &&
        !lanyard_item_is_cancelled (g_ptr_array_index (talks, i)))
      n_talks++;
  return n_talks;
}
