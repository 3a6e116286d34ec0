/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a plan asks somebody to be in two places: at once, or in two rooms with
 * too little time between. The entries may be those of several plans. Any
 * thread. */

#include "config.h"

#include "lanyard-conflict.h"
#include "lanyard-plan-entry-private.h"

G_DEFINE_BOXED_TYPE (LanyardConflict, lanyard_conflict, lanyard_conflict_ref, lanyard_conflict_unref)

static void
clear_conflict (gpointer data)
{
  LanyardConflict *self = data;

  g_clear_pointer (&self->first, lanyard_plan_entry_unref);
  g_clear_pointer (&self->second, lanyard_plan_entry_unref);
}

static LanyardLevel
lesser_level (const LanyardPlanEntry *a,
              const LanyardPlanEntry *b)
{
  return a->level == LANYARD_LEVEL_GOING ? b->level : a->level;
}

static void
add_conflict (GPtrArray           *found,
              LanyardConflictKind  kind,
              const LanyardBusy   *first,
              const LanyardBusy   *second)
{
  LanyardConflict *conflict = g_atomic_rc_box_new0 (LanyardConflict);
  gboolean overlap = kind == LANYARD_CONFLICT_OVERLAP;

  conflict->kind = kind;
  conflict->level = lesser_level (first->entry, second->entry);
  conflict->first = lanyard_plan_entry_ref (first->entry);
  conflict->second = lanyard_plan_entry_ref (second->entry);
  conflict->start = overlap ? second->start : first->end;
  conflict->end = overlap ? MAX (MIN (first->end, second->end), second->start) : second->start;
  g_ptr_array_add (found, conflict);
}

/* An interval sweep: the stretches come by start, and only those that are still
 * running are compared with the next. */
static void
find_overlaps (GPtrArray *found,
               GArray    *busy)
{
  g_autoptr (GPtrArray) running = g_ptr_array_new ();

  for (guint i = 0; i < busy->len; i++)
    {
      LanyardBusy *next = &g_array_index (busy, LanyardBusy, i);

      for (guint j = running->len; j > 0; j--)
        if (((LanyardBusy *) running->pdata[j - 1])->taken_until <= next->start)
          g_ptr_array_remove_index (running, j - 1);
      for (guint j = 0; j < running->len; j++)
        if (((LanyardBusy *) running->pdata[j])->entry != next->entry)
          add_conflict (found, LANYARD_CONFLICT_OVERLAP, running->pdata[j], next);
      g_ptr_array_add (running, next);
    }
}

/* Whether somebody has to go from one to the other. */
static gboolean
change_room (LanyardPlanEntry *a,
             LanyardPlanEntry *b)
{
  return lanyard_plan_items_change_room (a->item, b->item) && !lanyard_plan_entry_stands_on (a, b) &&
         !lanyard_plan_entry_stands_on (b, a);
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const LanyardBusy *left = *(LanyardBusy **) a;
  const LanyardBusy *right = *(LanyardBusy **) b;

  return (left->taken_until > right->taken_until) - (left->taken_until < right->taken_until);
}

static GPtrArray *
sort_by_end (GArray *busy)
{
  GPtrArray *sorted = g_ptr_array_sized_new (busy->len);

  for (guint i = 0; i < busy->len; i++)
    g_ptr_array_add (sorted, &g_array_index (busy, LanyardBusy, i));
  g_ptr_array_sort (sorted, compare_ends);
  return sorted;
}

/* Nobody goes straight from what has ended to what begins if something of the
 * plan lies between. A fallback may be passed over, unless one of the two is a
 * fallback itself. */
typedef struct
{
  gint64 going; /* when the last ended one that somebody is going to began */
  gint64 any;   /* when the last ended one of any level began */
} Between;

static void
pass (Between           *between,
      const LanyardBusy *ended)
{
  if (ended->start == ended->end)
    return;
  between->any = MAX (between->any, ended->start);
  if (ended->entry->level == LANYARD_LEVEL_GOING)
    between->going = MAX (between->going, ended->start);
}

static void
find_room_changes (GPtrArray *found,
                   GArray    *busy,
                   gint64     room_change)
{
  g_autoptr (GPtrArray) by_end = sort_by_end (busy);
  Between between = { G_MININT64, G_MININT64 };
  guint n_ended = 0;

  for (guint i = 0; i < busy->len; i++)
    {
      const LanyardBusy *next = &g_array_index (busy, LanyardBusy, i);

      while (n_ended < by_end->len && ((LanyardBusy *) by_end->pdata[n_ended])->taken_until <= next->start)
        pass (&between, by_end->pdata[n_ended++]);
      for (guint j = n_ended; j > 0; j--)
        {
          const LanyardBusy *ended = by_end->pdata[j - 1];
          gboolean going = lesser_level (ended->entry, next->entry) == LANYARD_LEVEL_GOING;

          if (next->start - ended->taken_until >= room_change || ended->taken_until <= between.going)
            break;
          if (ended->end > (going ? between.going : between.any) && next->start - ended->end < room_change &&
              ended->entry != next->entry && change_room (ended->entry, next->entry))
            add_conflict (found, LANYARD_CONFLICT_ROOM_CHANGE, ended, next);
        }
    }
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  const LanyardConflict *left = *(LanyardConflict **) a;
  const LanyardConflict *right = *(LanyardConflict **) b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->kind > right->kind) - (left->kind < right->kind);
}

/**
 * lanyard_conflict_ref:
 * @self: a conflict
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardConflict *
lanyard_conflict_ref (LanyardConflict *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_conflict_unref:
 * @self: (transfer full): a conflict
 *
 * Lets it go.
 */
void
lanyard_conflict_unref (LanyardConflict *self)
{
  g_atomic_rc_box_release_full (self, clear_conflict);
}

/**
 * lanyard_conflict_get_other:
 * @self: a conflict
 * @entry: an entry
 *
 * Gets what @entry is in conflict with.
 *
 * Returns: (transfer none) (nullable): the other entry, %NULL if @entry is not in it
 */
LanyardPlanEntry *
lanyard_conflict_get_other (LanyardConflict  *self,
                            LanyardPlanEntry *entry)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->first == entry)
    return self->second;
  return self->second == entry ? self->first : NULL;
}

/**
 * lanyard_conflicts_find:
 * @entries: (element-type LanyardPlanEntry): entries of one plan or of several
 * @room_change: how many seconds somebody needs between two different rooms;
 *   0 for none
 *
 * Finds all pairs of entries that ask for the same time, and those in
 * different rooms between which there is too little. A block asks for no time
 * at which one of its talks is left out or an entry itself, so that a talk is
 * never in conflict with its block; what is cancelled is with nothing.
 *
 * Returns: (transfer full) (element-type LanyardConflict): the conflicts by start
 */
GPtrArray *
lanyard_conflicts_find (GPtrArray *entries,
                        gint64     room_change)
{
  g_autoptr (GArray) busy = NULL;
  GPtrArray *found;

  g_return_val_if_fail (entries != NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_conflict_unref);
  busy = lanyard_busy_list (entries);
  find_overlaps (found, busy);
  if (room_change > 0)
    find_room_changes (found, busy, room_change);
  g_ptr_array_sort (found, compare_conflicts);
  return found;
}

/**
 * lanyard_conflicts_count:
 * @conflicts: (element-type LanyardConflict): conflicts
 * @kind: why
 * @level: how much both are wanted
 *
 * Counts those of a kind and level.
 *
 * Returns: a number
 */
guint
lanyard_conflicts_count (GPtrArray           *conflicts,
                         LanyardConflictKind  kind,
                         LanyardLevel         level)
{
  guint n = 0;

  g_return_val_if_fail (conflicts != NULL, 0);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const LanyardConflict *conflict = g_ptr_array_index (conflicts, i);

      n += conflict->kind == kind && conflict->level == level;
    }
  return n;
}
