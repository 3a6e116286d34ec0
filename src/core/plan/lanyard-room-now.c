/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on and what comes next, room by room, by the rules of LanyardNow.
 * The page of rooms asks each minute. Any thread. */

#include "config.h"

#include "lanyard-room-now.h"

/* Of several at once, as posters are, yours, else the one that began last. */
static gboolean
is_better (const LanyardNowEntry *entry,
           const LanyardNowEntry *than)
{
  if (than == NULL)
    return TRUE;
  return lanyard_now_entry_is_yours (entry) >= lanyard_now_entry_is_yours (than);
}

static LanyardRoomMoment *
ensure_moment (GHashTable *moments,
               const char *name)
{
  LanyardRoomMoment *moment = g_hash_table_lookup (moments, name);

  if (moment == NULL)
    {
      moment = g_new0 (LanyardRoomMoment, 1);
      g_hash_table_insert (moments, (gpointer) name, moment);
    }
  return moment;
}

/* Entries come in timetable order. */
static void
add_entry (LanyardRoomMoment     *moment,
           const LanyardNowEntry *entry,
           gint64                 instant)
{
  if (entry->start <= instant)
    {
      if (entry->end > instant && is_better (entry, moment->running))
        moment->running = entry;
    }
  else if (moment->next == NULL ||
           (entry->start == moment->next->start && !lanyard_now_entry_is_yours (moment->next) &&
            lanyard_now_entry_is_yours (entry)))
    moment->next = entry;
}

/**
 * lanyard_now_dup_room_moments:
 * @now: what is to be asked
 * @instant: when, UTC seconds
 *
 * Says what there is in each room at an instant; what is cancelled is not
 * there. A room in which nothing runs or comes any more is left out.
 *
 * Returns: (transfer full) (element-type utf8 LanyardRoomMoment): rooms' names
 *   to moments, which live as long as @now
 */
GHashTable *
lanyard_now_dup_room_moments (LanyardNow *now,
                              gint64      instant)
{
  GHashTable *moments = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *entries;

  g_return_val_if_fail (now != NULL, moments);

  entries = lanyard_now_get_entries (now);
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardNowEntry *entry = g_ptr_array_index (entries, i);
      LanyardRoom *room = lanyard_item_get_room (entry->item);

      if (room != NULL && entry->end > instant && !lanyard_item_is_cancelled (entry->item))
        add_entry (ensure_moment (moments, lanyard_room_get_name (room)), entry, instant);
    }
  return moments;
}
