/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has decided, in order of time: picks and own entries. A plan
 * is made anew from a programme and its decisions whenever either changes,
 * which is cheap; it never changes itself. What is wrong with it, what is free
 * in it and how a day of it is drawn is asked of its entries, be they of one
 * plan or of several. Any thread. */

#include "config.h"

#include "lanyard-plan-entry-private.h"
#include "lanyard-plan-private.h"

G_DEFINE_FINAL_TYPE (LanyardPlan, lanyard_plan, G_TYPE_OBJECT)

static char *
pick_id (LanyardKind  kind,
         const char  *key)
{
  return g_strdup_printf ("%u/%s", (guint) kind, key);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LanyardPlanEntry *left = *(LanyardPlanEntry **) a;
  const LanyardPlanEntry *right = *(LanyardPlanEntry **) b;

  return lanyard_item_compare (left->item, right->item);
}

static void
note_levels (LanyardPlan *self,
             GPtrArray   *picks)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      g_hash_table_insert (self->levels, pick_id (pick->kind, pick->key), GUINT_TO_POINTER (pick->level));
      self->n_picks += lanyard_level_is_picked (pick->level);
    }
}

static void
lanyard_plan_finalize (GObject *object)
{
  LanyardPlan *self = LANYARD_PLAN (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_hash_table_unref);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (lanyard_plan_parent_class)->finalize (object);
}

static void
lanyard_plan_class_init (LanyardPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_plan_finalize;
}

static void
lanyard_plan_init (LanyardPlan *self)
{
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_plan_entry_unref);
}

/**
 * lanyard_plan_new:
 * @programme: a programme
 * @decisions: what somebody has decided about its conference
 *
 * Makes the plan.
 *
 * Returns: (transfer full): a plan
 */
LanyardPlan *
lanyard_plan_new (LanyardProgramme *programme,
                  LanyardDecisions *decisions)
{
  LanyardPlan *self;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (decisions != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_PLAN, NULL);
  self->programme = g_object_ref (programme);
  self->decisions = lanyard_decisions_ref (decisions);
  note_levels (self, lanyard_decisions_get_picks (decisions));
  lanyard_plan_make_entries (self);
  g_ptr_array_sort (self->entries, compare_entries);
  return self;
}

/**
 * lanyard_plan_get_programme:
 * @self: a plan
 *
 * Gets what it is a plan of.
 *
 * Returns: (transfer none): the programme
 */
LanyardProgramme *
lanyard_plan_get_programme (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return self->programme;
}

/**
 * lanyard_plan_get_decisions:
 * @self: a plan
 *
 * Gets what it was made of: also what has no place in it, such as notes.
 *
 * Returns: (transfer none): what somebody has decided
 */
LanyardDecisions *
lanyard_plan_get_decisions (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return self->decisions;
}

/**
 * lanyard_plan_get_entries:
 * @self: a plan
 *
 * Gets the entries in timetable order, those without a time last.
 *
 * Returns: (transfer none) (element-type LanyardPlanEntry): the entries
 */
GPtrArray *
lanyard_plan_get_entries (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return self->entries;
}

/* A talk with all there is about it is another object than that of the outline. */
static LanyardPlanEntry *
find_entry (LanyardPlan *self,
            LanyardItem *item)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (lanyard_item_get_kind (entry->item) == lanyard_item_get_kind (item) &&
          g_str_equal (lanyard_item_get_key (entry->item), lanyard_item_get_key (item)))
        return entry;
    }
  return NULL;
}

/* Whether @entry asks for somebody while @busy does. */
static gboolean
is_busy_at_any (LanyardPlanEntry *entry,
                GArray           *busy)
{
  for (guint i = 0; i < busy->len; i++)
    {
      const LanyardStretch *stretch = &g_array_index (busy, LanyardStretch, i);

      if (lanyard_plan_entry_is_busy (entry, stretch->start, stretch->end))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_plan_dup_overlaps_with:
 * @self: a plan
 * @item: an item of the programme, picked or not
 *
 * Finds which entries ask for the same time as @item. A talk does not overlap
 * with the block it is in, and what is cancelled with nothing.
 *
 * Returns: (transfer container) (element-type LanyardPlanEntry): the entries, owned by @self
 */
GPtrArray *
lanyard_plan_dup_overlaps_with (LanyardPlan *self,
                                LanyardItem *item)
{
  g_autoptr (LanyardPlanEntry) made = NULL;
  LanyardPlanEntry *own;
  GPtrArray *found;

  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  found = g_ptr_array_new ();
  own = find_entry (self, item);
  if (own == NULL)
    own = made = lanyard_plan_entry_new (item, lanyard_programme_get_conference (self->programme), LANYARD_LEVEL_NONE,
                                         FALSE, NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry != own && !lanyard_plan_entry_stands_on (entry, own) && !lanyard_plan_entry_stands_on (own, entry) &&
          is_busy_at_any (entry, own->busy))
        g_ptr_array_add (found, entry);
    }
  return found;
}

/**
 * lanyard_plan_get_level:
 * @self: a plan
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets the level of the pick of one thing itself, whatever is picked around it.
 *
 * Returns: the level, %LANYARD_LEVEL_NONE if nothing is decided about it
 */
LanyardLevel
lanyard_plan_get_level (LanyardPlan *self,
                        LanyardKind  kind,
                        const char  *key)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (LANYARD_IS_PLAN (self), LANYARD_LEVEL_NONE);
  g_return_val_if_fail (key != NULL, LANYARD_LEVEL_NONE);

  id = pick_id (kind, key);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->levels, id));
}

/**
 * lanyard_plan_covers:
 * @self: a plan
 * @item: an item of the programme
 *
 * Says whether the session that @item belongs to is picked as a whole, and
 * @item is not left out of that.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_plan_covers (LanyardPlan *self,
                     LanyardItem *item)
{
  LanyardSession *session;

  g_return_val_if_fail (LANYARD_IS_PLAN (self), FALSE);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), FALSE);

  session = lanyard_item_get_session (item);
  return session != NULL &&
         lanyard_level_is_picked (
             lanyard_plan_get_level (self, LANYARD_KIND_SESSION, lanyard_session_get_key (session))) &&
         lanyard_plan_get_level (self, lanyard_item_get_kind (item), lanyard_item_get_key (item)) !=
             LANYARD_LEVEL_LEFT_OUT;
}

/**
 * lanyard_plan_get_n_picks:
 * @self: a plan
 *
 * Gets how many picks there are, those of vanished things included; what is
 * left out is none.
 *
 * Returns: a number
 */
guint
lanyard_plan_get_n_picks (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), 0);

  return self->n_picks;
}

/**
 * lanyard_plans_dup_entries:
 * @plans: (element-type LanyardPlan): plans, each of another conference
 *
 * Puts plans together: their conflicts, gaps and days are those of the entries
 * of all of them.
 *
 * Returns: (transfer full) (element-type LanyardPlanEntry): the entries
 *   in timetable order, those without a time last
 */
GPtrArray *
lanyard_plans_dup_entries (GPtrArray *plans)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_plan_entry_unref);

  g_return_val_if_fail (plans != NULL, entries);

  for (guint i = 0; i < plans->len; i++)
    {
      GPtrArray *of_one = lanyard_plan_get_entries (g_ptr_array_index (plans, i));

      for (guint j = 0; j < of_one->len; j++)
        g_ptr_array_add (entries, lanyard_plan_entry_ref (g_ptr_array_index (of_one, j)));
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}
