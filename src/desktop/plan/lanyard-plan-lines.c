/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the plan as a list: how long one is free and how much fits
 * there, and what overlaps what for how long. Where each stands is found once;
 * what fits is counted when a line comes into sight. Made by the page of the
 * plan. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-line.h"
#include "lanyard-day-view-private.h"
#include "lanyard-plan-lines.h"
#include "lanyard-plan-phrases.h"

struct _LanyardPlanLines
{
  LanyardShownPlan *plan; /* owned */
  GHashTable *conflicts;  /* owned: from items, borrowed from the plan, to their conflicts, in a GPtrArray */
  GHashTable *above;      /* owned: from items to the LanyardGap that ends with the first of the day */
  GHashTable *below;      /* owned: from items to the LanyardGap after them */
};

static void
add_conflict (LanyardPlanLines *self,
              LanyardConflict  *conflict)
{
  GPtrArray *of_item = g_hash_table_lookup (self->conflicts, conflict->second->item);

  if (of_item == NULL)
    {
      of_item = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_conflict_unref);
      g_hash_table_insert (self->conflicts, conflict->second->item, of_item);
    }
  g_ptr_array_add (of_item, lanyard_conflict_ref (conflict));
}

/* A free stretch stands where it begins: below the last entry that has begun
 * then, which need not be the one that ends then. */
static void
add_gap (LanyardPlanLines *self,
         LanyardPlanDay   *day,
         LanyardGap       *gap)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (lanyard_shown_plan_get_open (self->plan));
  LanyardItem *before = NULL;
  LanyardItem *first = NULL;

  for (guint i = 0; i < day->entries->len; i++)
    {
      LanyardItem *item = ((LanyardPlanEntry *) g_ptr_array_index (day->entries, i))->item;

      /* What began the day before stands below that day's heading. */
      if (!lanyard_item_is_scheduled (item) || lanyard_zone_get_day (zone, lanyard_item_get_start (item)) != day->day)
        continue;
      if (first == NULL)
        first = item;
      if (lanyard_item_get_start (item) < gap->start)
        before = item;
    }
  if (before != NULL)
    g_hash_table_insert (self->below, before, lanyard_gap_ref (gap));
  else if (first != NULL)
    g_hash_table_insert (self->above, first, lanyard_gap_ref (gap));
}

/**
 * lanyard_plan_lines_new:
 * @plan: a plan
 *
 * Finds where the lines of a plan stand.
 *
 * Returns: (transfer full): its lines, as long as it does not change
 */
LanyardPlanLines *
lanyard_plan_lines_new (LanyardShownPlan *plan)
{
  GPtrArray *conflicts = lanyard_shown_plan_get_conflicts (plan);
  GPtrArray *days = lanyard_shown_plan_get_days (plan);
  LanyardPlanLines *self = g_new0 (LanyardPlanLines, 1);

  self->plan = g_object_ref (plan);
  self->conflicts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->above = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lanyard_gap_unref);
  self->below = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) lanyard_gap_unref);
  for (guint i = 0; i < conflicts->len; i++)
    if (((LanyardConflict *) conflicts->pdata[i])->level == LANYARD_LEVEL_GOING)
      add_conflict (self, g_ptr_array_index (conflicts, i));
  for (guint i = 0; i < days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (days, i);
      g_autoptr (GPtrArray) gaps = NULL;

      if (day->day == LANYARD_DAY_NONE || day->entries->len == 0)
        continue;
      gaps = lanyard_plan_day_find_gaps (day, LANYARD_GAP_LEAST);
      for (guint j = 0; j < gaps->len; j++)
        add_gap (self, day, g_ptr_array_index (gaps, j));
    }
  return self;
}

/**
 * lanyard_plan_lines_free:
 * @self: (transfer full): lines
 *
 * Frees them.
 */
void
lanyard_plan_lines_free (LanyardPlanLines *self)
{
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->above);
  g_hash_table_unref (self->below);
  g_object_unref (self->plan);
  g_free (self);
}

static void
add_conflict_line (LanyardPlanLines *self,
                   GPtrArray        *lines,
                   LanyardConflict  *conflict)
{
  g_autofree char *text = lanyard_phrase_conflict_of (lanyard_shown_plan_get_open (self->plan), conflict, conflict->second);
  /* Translators: what a press does about a conflict, and the conflict: "Resolve: Overlaps “A” for 15 min" */
  g_autofree char *name = g_strdup_printf (_("Resolve: %s"), text);

  g_ptr_array_add (lines, lanyard_item_line_new (&(LanyardItemLine) {
    .text = g_steal_pointer (&text),
    .offer = g_strdup (_("Resolve…")),
    .name = g_steal_pointer (&name),
    .action = "plan.resolve",
    .target = lanyard_plan_entry_to_target (conflict->second),
    .is_warning = TRUE,
  }));
}

static void
add_gap_line (LanyardPlanLines *self,
              GPtrArray        *lines,
              LanyardGap       *gap,
              gboolean          is_above)
{
  g_autoptr (GPtrArray) fits = lanyard_shown_plan_dup_fits (self->plan, gap->start, gap->end);
  g_autofree char *text = lanyard_phrase_gap_with_fits (gap, fits->len);
  g_autofree char *phrase = lanyard_phrase_gap (lanyard_shown_plan_get_open (self->plan), gap);
  /* Translators: a free stretch, and what a press of it does: "30 min free, 11:30–12:00: what fits here" */
  g_autofree char *name = g_strdup_printf (_("%s: what fits here"), phrase);

  g_ptr_array_add (lines, lanyard_item_line_new (&(LanyardItemLine) {
    .text = g_steal_pointer (&text),
    .offer = fits->len > 0 ? g_strdup (_("What Fits Here")) : NULL,
    .name = g_steal_pointer (&name),
    .action = "plan.fits",
    .target = g_variant_new (LANYARD_PLAN_STRETCH_TARGET, gap->start, gap->end),
    .is_above = is_above,
  }));
}

/**
 * lanyard_plan_lines_dup:
 * @self: lines of a plan
 * @item: an item of an entry of the plan
 *
 * Gets what stands above and below an item.
 *
 * Returns: (transfer full) (element-type LanyardItemLine): the lines, from above to below
 */
GPtrArray *
lanyard_plan_lines_dup (LanyardPlanLines *self,
                        LanyardItem      *item)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_item_line_free);
  GPtrArray *conflicts = g_hash_table_lookup (self->conflicts, item);
  LanyardGap *above = g_hash_table_lookup (self->above, item);
  LanyardGap *below = g_hash_table_lookup (self->below, item);

  if (above != NULL)
    add_gap_line (self, lines, above, TRUE);
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    add_conflict_line (self, lines, g_ptr_array_index (conflicts, i));
  if (below != NULL)
    add_gap_line (self, lines, below, FALSE);
  return lines;
}
