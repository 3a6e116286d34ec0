/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a plan, and when it asks for somebody to be there. Made by the
 * plan; conflicts, gaps and the layout of a day read it. Any thread. */

#include "config.h"

#include "lanyard-plan-entry-private.h"
#include "model/lanyard-own-entry.h"

G_DEFINE_BOXED_TYPE (LanyardPlanEntry, lanyard_plan_entry, lanyard_plan_entry_ref, lanyard_plan_entry_unref)

static void
clear_entry (gpointer data)
{
  LanyardPlanEntry *self = data;

  g_clear_object (&self->item);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->busy, g_array_unref);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const LanyardStretch *left = a;
  const LanyardStretch *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* The time of @item without the stretches @elsewhere. */
static GArray *
list_stretches (LanyardItem *item,
                GArray      *elsewhere)
{
  GArray *busy = g_array_new (FALSE, FALSE, sizeof (LanyardStretch));
  LanyardStretch rest;

  if (!lanyard_item_is_scheduled (item) || lanyard_item_is_cancelled (item))
    return busy;
  rest = (LanyardStretch) { lanyard_item_get_start (item), lanyard_plan_item_get_end (item) };
  if (elsewhere == NULL || rest.start == rest.end)
    return g_array_append_val (busy, rest);

  g_array_sort (elsewhere, compare_stretches);
  for (guint i = 0; i < elsewhere->len && rest.start < rest.end; i++)
    {
      const LanyardStretch *hole = &g_array_index (elsewhere, LanyardStretch, i);
      LanyardStretch before = { rest.start, MIN (hole->start, rest.end) };

      if (hole->start == hole->end)
        continue;
      if (before.start < before.end)
        g_array_append_val (busy, before);
      rest.start = MAX (rest.start, hole->end);
    }
  if (rest.start < rest.end)
    g_array_append_val (busy, rest);
  return busy;
}

/* Private: makes an entry.
 * @elsewhere: (nullable) (element-type LanyardStretch): when it does not ask
 *   for anybody, in any order; is sorted */
LanyardPlanEntry *
lanyard_plan_entry_new (LanyardItem       *item,
                        LanyardConference *conference,
                        LanyardLevel       level,
                        gboolean           covered,
                        GArray            *elsewhere)
{
  LanyardPlanEntry *self = g_atomic_rc_box_new0 (LanyardPlanEntry);
  LanyardSession *session = LANYARD_IS_BLOCK (item) ? lanyard_item_get_session (item) : NULL;

  self->item = g_object_ref (item);
  self->conference = g_object_ref (conference);
  self->level = level;
  self->covered = covered;
  self->pick_kind = session != NULL ? LANYARD_KIND_SESSION : lanyard_item_get_kind (item);
  self->pick_key = session != NULL ? lanyard_session_get_key (session) : lanyard_item_get_key (item);
  self->busy = list_stretches (item, elsewhere);
  return self;
}

/* Private: when what has a time ends: as it says itself or, of a talk, as its
 * duration does; when it begins if neither does. */
gint64
lanyard_plan_item_get_end (LanyardItem *item)
{
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  if (end > start)
    return end;
  return LANYARD_IS_TALK (item) ? start + lanyard_talk_get_fields (LANYARD_TALK (item))->duration : start;
}

/* Private: whether @item is a talk or break in @block: as it says itself or,
 * where a feed does not tell, because it has the same session. */
gboolean
lanyard_plan_item_stands_on (LanyardItem *item,
                             LanyardItem *block)
{
  LanyardBlock *own = NULL;

  if (!LANYARD_IS_BLOCK (block))
    return FALSE;
  if (LANYARD_IS_TALK (item))
    own = lanyard_talk_get_fields (LANYARD_TALK (item))->block;
  else if (LANYARD_IS_BREAK (item))
    own = lanyard_break_get_block (LANYARD_BREAK (item));
  else
    return FALSE;
  if (own != NULL)
    return LANYARD_ITEM (own) == block;
  return lanyard_item_get_session (item) != NULL && lanyard_item_get_session (item) == lanyard_item_get_session (block);
}

/* Who travels is in no room. */
static LanyardRoom *
get_room (LanyardItem *item)
{
  if (LANYARD_IS_OWN_ENTRY (item) &&
      lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->kind == LANYARD_OWN_TRAVEL)
    return NULL;
  return lanyard_item_get_room (item);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  return g_str_equal (left, right);
}

/* Private: whether the rooms of both are known and are two. Somebody's own
 * entry is in the room that its place names. */
gboolean
lanyard_plan_items_change_room (LanyardItem *a,
                                LanyardItem *b)
{
  LanyardRoom *from = get_room (a);
  LanyardRoom *to = get_room (b);

  if (from == NULL || to == NULL || from == to)
    return FALSE;
  if (!is_same_text (lanyard_room_get_name (from), lanyard_room_get_name (to)))
    return TRUE;
  return lanyard_room_get_venue (from) != NULL && lanyard_room_get_venue (to) != NULL &&
         !is_same_text (lanyard_room_get_venue (from), lanyard_room_get_venue (to));
}

static int
compare_busy (gconstpointer a,
              gconstpointer b)
{
  const LanyardBusy *left = a;
  const LanyardBusy *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

/* Private: all stretches of all entries by start, those of the same start in
 * the order of the entries.
 * Returns: (transfer full) (element-type LanyardBusy): borrows @entries */
GArray *
lanyard_busy_list (GPtrArray *entries)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (LanyardBusy), entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->busy->len; j++)
        {
          const LanyardStretch *stretch = &g_array_index (entry->busy, LanyardStretch, j);
          LanyardBusy busy = { entry, stretch->start, stretch->end, MAX (stretch->end, stretch->start + 1) };

          g_array_append_val (list, busy);
        }
    }
  g_array_sort (list, compare_busy);
  return list;
}

/**
 * lanyard_plan_entry_ref:
 * @self: an entry
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardPlanEntry *
lanyard_plan_entry_ref (LanyardPlanEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_plan_entry_unref:
 * @self: (transfer full): an entry
 *
 * Lets it go.
 */
void
lanyard_plan_entry_unref (LanyardPlanEntry *self)
{
  g_atomic_rc_box_release_full (self, clear_entry);
}

/**
 * lanyard_plan_entry_get_end:
 * @self: an entry
 *
 * Gets when it ends, also where only the duration of a talk is known.
 *
 * Returns: UTC seconds, not before its start; %LANYARD_NO_TIME if it has no time
 */
gint64
lanyard_plan_entry_get_end (LanyardPlanEntry *self)
{
  g_return_val_if_fail (self != NULL, LANYARD_NO_TIME);

  return lanyard_item_is_scheduled (self->item) ? lanyard_plan_item_get_end (self->item) : LANYARD_NO_TIME;
}

/**
 * lanyard_plan_entry_is_busy:
 * @self: an entry
 * @start: UTC seconds
 * @end: UTC seconds
 *
 * Says whether it asks for somebody at any time between.
 *
 * Returns: %TRUE if it does
 */
gboolean
lanyard_plan_entry_is_busy (LanyardPlanEntry *self,
                            gint64            start,
                            gint64            end)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->busy->len; i++)
    {
      const LanyardStretch *stretch = &g_array_index (self->busy, LanyardStretch, i);

      if (stretch->start < MAX (end, start + 1) && start < MAX (stretch->end, stretch->start + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_plan_entry_stands_on:
 * @self: an entry
 * @block: another
 *
 * Says whether @self is a talk or break in the block @block, and not beside it.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_plan_entry_stands_on (LanyardPlanEntry *self,
                              LanyardPlanEntry *block)
{
  g_return_val_if_fail (self != NULL && block != NULL, FALSE);

  return lanyard_plan_item_stands_on (self->item, block->item);
}
