/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a plan has free time. The entries may be those of several plans. Any
 * thread. */

#include "config.h"

#include "lanyard-gap.h"
#include "lanyard-plan-entry-private.h"

G_DEFINE_BOXED_TYPE (LanyardGap, lanyard_gap, lanyard_gap_ref, lanyard_gap_unref)

static void
clear_gap (gpointer data)
{
  LanyardGap *self = data;

  g_clear_pointer (&self->before, lanyard_plan_entry_unref);
  g_clear_pointer (&self->after, lanyard_plan_entry_unref);
}

static gboolean
has_maybe (GPtrArray *entries,
           gint64     start,
           gint64     end)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (entry->level == LANYARD_LEVEL_MAYBE && lanyard_plan_entry_is_busy (entry, start, end))
        return TRUE;
    }
  return FALSE;
}

static void
add_gap (GPtrArray        *gaps,
         GPtrArray        *entries,
         LanyardStretch    stretch,
         LanyardPlanEntry *before,
         LanyardPlanEntry *after)
{
  LanyardGap *gap = g_atomic_rc_box_new0 (LanyardGap);

  gap->start = stretch.start;
  gap->end = stretch.end;
  gap->before = before != NULL ? lanyard_plan_entry_ref (before) : NULL;
  gap->after = after != NULL ? lanyard_plan_entry_ref (after) : NULL;
  gap->has_maybe = has_maybe (entries, stretch.start, stretch.end);
  g_ptr_array_add (gaps, gap);
}

/**
 * lanyard_gap_ref:
 * @self: a gap
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardGap *
lanyard_gap_ref (LanyardGap *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_gap_unref:
 * @self: (transfer full): a gap
 *
 * Lets it go.
 */
void
lanyard_gap_unref (LanyardGap *self)
{
  g_atomic_rc_box_release_full (self, clear_gap);
}

/**
 * lanyard_gaps_find:
 * @entries: (element-type LanyardPlanEntry): entries of one plan or of several
 * @start: from when on, UTC seconds
 * @end: until when, UTC seconds
 * @least: how many seconds a gap lasts at least
 *
 * Finds the stretches between @start and @end in which somebody is going
 * nowhere. A fallback takes no time, nor does what is cancelled; while a talk
 * of a picked session is left out, there is a gap.
 *
 * Returns: (transfer full) (element-type LanyardGap): the gaps in order of time
 */
GPtrArray *
lanyard_gaps_find (GPtrArray *entries,
                   gint64     start,
                   gint64     end,
                   gint64     least)
{
  g_autoptr (GArray) busy = NULL;
  LanyardPlanEntry *before = NULL;
  LanyardStretch rest = { start, end };
  GPtrArray *gaps;

  g_return_val_if_fail (entries != NULL, NULL);

  gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_gap_unref);
  least = MAX (least, 1);
  busy = lanyard_busy_list (entries);
  for (guint i = 0; i < busy->len; i++)
    {
      const LanyardBusy *next = &g_array_index (busy, LanyardBusy, i);

      if (next->entry->level != LANYARD_LEVEL_GOING || next->end < rest.start)
        continue;
      if (next->start >= end)
        break;
      if (next->start - rest.start >= least)
        add_gap (gaps, entries, (LanyardStretch) { rest.start, next->start }, before, next->entry);
      rest.start = next->end;
      before = next->entry;
    }
  if (end - rest.start >= least)
    add_gap (gaps, entries, rest, before, NULL);
  return gaps;
}
