/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has decided, in order of time, and where it asks them to be
 * in two places at once. A plan is made anew from a programme and its picks
 * whenever either changes, which is cheap; it never changes itself.
 * Any thread. */

#include "config.h"

#include "lanyard-plan.h"

struct _LanyardPlan
{
  GObject parent_instance;
  LanyardProgramme *programme;  /* owned */
  GHashTable *levels;           /* owned: "kind/key" -> LanyardLevel */
  GPtrArray *entries;           /* owned, of LanyardPlanEntry, in timetable order */
  GPtrArray *overlaps;          /* owned, of LanyardOverlap, by start */
  guint n_picks;
};

G_DEFINE_FINAL_TYPE (LanyardPlan, lanyard_plan, G_TYPE_OBJECT)

static char *
pick_id (LanyardKind  kind,
         const char  *key)
{
  return g_strdup_printf ("%u/%s", (guint) kind, key);
}

static void
entry_free (gpointer data)
{
  LanyardPlanEntry *entry = data;

  g_object_unref (entry->item);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LanyardPlanEntry *left = *(LanyardPlanEntry **) a;
  const LanyardPlanEntry *right = *(LanyardPlanEntry **) b;

  return lanyard_item_compare (left->item, right->item);
}

static int
compare_overlaps (gconstpointer a,
                  gconstpointer b)
{
  const LanyardOverlap *left = *(LanyardOverlap **) a;
  const LanyardOverlap *right = *(LanyardOverlap **) b;

  return (left->start > right->start) - (left->start < right->start);
}

static void
add_entry (LanyardPlan  *self,
           LanyardItem  *item,
           LanyardLevel  level)
{
  LanyardPlanEntry *entry = g_new0 (LanyardPlanEntry, 1);

  entry->item = g_object_ref (item);
  entry->level = level;
  entry->covered = lanyard_plan_covers (self, item);
  g_ptr_array_add (self->entries, entry);
}

/* A session stands in the plan as its blocks. One that has none, because its
 * feed knows no blocks, stands there as its talks. */
static void
add_session (LanyardPlan    *self,
             LanyardSession *session,
             LanyardLevel    level)
{
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_blocks (self->programme, session);

  if (items->len == 0)
    {
      g_clear_pointer (&items, g_ptr_array_unref);
      items = lanyard_programme_dup_session_items (self->programme, session);
    }
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (lanyard_plan_get_level (self, lanyard_item_get_kind (item), lanyard_item_get_key (item)) == LANYARD_LEVEL_NONE)
        add_entry (self, item, level);
    }
}

/* A pick of something that the programme no longer has adds nothing. */
static void
add_pick (LanyardPlan       *self,
          const LanyardPick *pick)
{
  LanyardSession *session;
  LanyardItem *item = NULL;

  if (!lanyard_level_is_picked (pick->level))
    return;

  switch (pick->kind)
    {
    case LANYARD_KIND_TALK:
      item = (LanyardItem *) lanyard_programme_find_talk (self->programme, pick->key);
      break;
    case LANYARD_KIND_BREAK:
      item = (LanyardItem *) lanyard_programme_find_break (self->programme, pick->key);
      break;
    case LANYARD_KIND_SESSION:
      session = lanyard_programme_find_session (self->programme, pick->key);
      if (session != NULL)
        add_session (self, session, pick->level);
      break;
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      g_assert_not_reached ();
    }

  if (item != NULL)
    add_entry (self, item, pick->level);
}

/* A talk does not compete with the block that it is in. */
static gboolean
belong_together (LanyardItem *a,
                 LanyardItem *b)
{
  LanyardSession *session = lanyard_item_get_session (a);

  if (a == b)
    return TRUE;
  if (session == NULL || session != lanyard_item_get_session (b))
    return FALSE;
  return (lanyard_item_get_kind (a) == LANYARD_KIND_BLOCK) != (lanyard_item_get_kind (b) == LANYARD_KIND_BLOCK);
}

/* What is cancelled takes nobody's time. */
static gboolean
items_overlap (LanyardItem *a,
               LanyardItem *b)
{
  return !lanyard_item_is_cancelled (a) && !lanyard_item_is_cancelled (b) &&
         lanyard_item_is_scheduled (a) && lanyard_item_is_scheduled (b) &&
         lanyard_item_get_start (a) < lanyard_item_get_end (b) &&
         lanyard_item_get_start (b) < lanyard_item_get_end (a) &&
         !belong_together (a, b);
}

static void
add_overlap (LanyardPlan            *self,
             const LanyardPlanEntry *first,
             const LanyardPlanEntry *second)
{
  LanyardOverlap *overlap = g_new0 (LanyardOverlap, 1);

  overlap->first = first;
  overlap->second = second;
  overlap->start = MAX (lanyard_item_get_start (first->item), lanyard_item_get_start (second->item));
  overlap->end = MIN (lanyard_item_get_end (first->item), lanyard_item_get_end (second->item));
  g_ptr_array_add (self->overlaps, overlap);
}

/* An interval sweep: the entries come by start, and only those that are still
 * running are compared with the next. */
static void
find_overlaps (LanyardPlan *self)
{
  g_autoptr (GPtrArray) running = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardPlanEntry *next = g_ptr_array_index (self->entries, i);

      if (!lanyard_item_is_scheduled (next->item))
        break;

      for (guint j = 0; j < running->len;)
        {
          LanyardPlanEntry *entry = g_ptr_array_index (running, j);

          if (lanyard_item_get_end (entry->item) <= lanyard_item_get_start (next->item))
            {
              g_ptr_array_remove_index_fast (running, j);
              continue;
            }
          if (items_overlap (entry->item, next->item))
            add_overlap (self, entry, next);
          j++;
        }
      g_ptr_array_add (running, next);
    }

  g_ptr_array_sort (self->overlaps, compare_overlaps);
}

static void
lanyard_plan_finalize (GObject *object)
{
  LanyardPlan *self = LANYARD_PLAN (object);

  g_clear_pointer (&self->overlaps, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_hash_table_unref);
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
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->overlaps = g_ptr_array_new_with_free_func (g_free);
}

/**
 * lanyard_plan_new:
 * @programme: a programme
 * @picks: (element-type LanyardPick): the picks of its conference
 *
 * Makes the plan.
 *
 * Returns: (transfer full): a plan
 */
LanyardPlan *
lanyard_plan_new (LanyardProgramme *programme,
                  GPtrArray        *picks)
{
  LanyardPlan *self;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (picks != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_PLAN, NULL);
  self->programme = g_object_ref (programme);
  self->n_picks = picks->len;

  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      g_hash_table_insert (self->levels, pick_id (pick->kind, pick->key), GUINT_TO_POINTER (pick->level));
    }
  for (guint i = 0; i < picks->len; i++)
    add_pick (self, g_ptr_array_index (picks, i));

  g_ptr_array_sort (self->entries, compare_entries);
  find_overlaps (self);
  return self;
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

/**
 * lanyard_plan_get_overlaps:
 * @self: a plan
 *
 * Gets all pairs of entries that ask for the same time, by when that begins.
 * A talk does not overlap with the block it is in, and what is cancelled with
 * nothing.
 *
 * Returns: (transfer none) (element-type LanyardOverlap): the overlaps
 */
GPtrArray *
lanyard_plan_get_overlaps (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);

  return self->overlaps;
}

/**
 * lanyard_plan_dup_overlaps_with:
 * @self: a plan
 * @item: an item of the programme, picked or not
 *
 * Finds which entries run at the same time as @item.
 *
 * Returns: (transfer container) (element-type LanyardPlanEntry): the entries, owned by @self
 */
GPtrArray *
lanyard_plan_dup_overlaps_with (LanyardPlan *self,
                                LanyardItem *item)
{
  GPtrArray *found;

  g_return_val_if_fail (LANYARD_IS_PLAN (self), NULL);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (items_overlap (entry->item, item))
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
 * Returns: the level, %LANYARD_LEVEL_NONE if it is not picked
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
 * @item is not left out of it.
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
         lanyard_plan_get_level (self, lanyard_item_get_kind (item), lanyard_item_get_key (item)) != LANYARD_LEVEL_LEFT_OUT &&
         lanyard_level_is_picked (lanyard_plan_get_level (self, LANYARD_KIND_SESSION, lanyard_session_get_key (session)));
}

/**
 * lanyard_plan_get_n_picks:
 * @self: a plan
 *
 * Gets how many picks there are, those of vanished things included.
 *
 * Returns: a number
 */
guint
lanyard_plan_get_n_picks (LanyardPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN (self), 0);

  return self->n_picks;
}
