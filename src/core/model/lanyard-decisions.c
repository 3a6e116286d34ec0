/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that somebody has decided about one conference, as the store gives it
 * and plans, pages and exports take it. Any thread. */

#include "config.h"

#include "lanyard-decisions-private.h"

G_DEFINE_BOXED_TYPE (LanyardDecisions, lanyard_decisions, lanyard_decisions_ref, lanyard_decisions_unref)

static guint
target_hash (gconstpointer data)
{
  const LanyardTarget *target = data;

  return g_str_hash (target->key) * 31 + target->kind;
}

static gboolean
target_equal (gconstpointer a,
              gconstpointer b)
{
  const LanyardTarget *left = a;
  const LanyardTarget *right = b;

  return left->kind == right->kind && g_str_equal (left->key, right->key);
}

static void
lanyard_decisions_clear (gpointer data)
{
  LanyardDecisions *self = data;

  g_clear_pointer (&self->picks, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->picks_by_target, g_hash_table_unref);
  g_clear_pointer (&self->notes_by_target, g_hash_table_unref);
  g_clear_pointer (&self->entries_by_uuid, g_hash_table_unref);
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  const LanyardTarget *left = a;
  const LanyardTarget *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return g_strcmp0 (left->key, right->key);
}

static int
compare_picks (gconstpointer a,
               gconstpointer b)
{
  const LanyardPick *left = a;
  const LanyardPick *right = b;

  if (left->picked_at != right->picked_at)
    return left->picked_at < right->picked_at ? -1 : 1;
  return compare_targets (a, b);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return lanyard_item_compare ((LanyardItem *) a, (LanyardItem *) b);
}

/* The tables own what is in the arrays, which are made once and never change. */
static GPtrArray *
dup_sorted_values (GHashTable   *table,
                   GCompareFunc  compare)
{
  GPtrArray *values = g_hash_table_get_values_as_ptr_array (table);

  g_ptr_array_sort_values (values, compare);
  return values;
}

/*
 * lanyard_decisions_alloc:
 *
 * Begins to make decisions, of which there are none yet.
 */
LanyardDecisions *
lanyard_decisions_alloc (void)
{
  LanyardDecisions *self = g_atomic_rc_box_new0 (LanyardDecisions);

  self->picks_by_target = g_hash_table_new_full (target_hash, target_equal, NULL, (GDestroyNotify) lanyard_pick_unref);
  self->notes_by_target = g_hash_table_new_full (target_hash, target_equal, NULL, (GDestroyNotify) lanyard_note_unref);
  self->entries_by_uuid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  return self;
}

/*
 * lanyard_decisions_finish:
 * @self: (transfer full): decisions whose tables are filled
 *
 * Ends making them. They do not change from now on.
 */
LanyardDecisions *
lanyard_decisions_finish (LanyardDecisions *self)
{
  self->picks = dup_sorted_values (self->picks_by_target, compare_picks);
  self->notes = dup_sorted_values (self->notes_by_target, compare_targets);
  self->entries = dup_sorted_values (self->entries_by_uuid, compare_entries);
  return self;
}

/**
 * lanyard_decisions_new:
 * @picks: (nullable) (element-type LanyardPick): the picks
 * @notes: (nullable) (element-type LanyardNote): the notes
 * @entries: (nullable) (element-type LanyardOwnEntry): the own entries
 *
 * Makes decisions. Of two about the same thing the later one counts.
 *
 * Returns: (transfer full): decisions
 */
LanyardDecisions *
lanyard_decisions_new (GPtrArray *picks,
                       GPtrArray *notes,
                       GPtrArray *entries)
{
  LanyardDecisions *self = lanyard_decisions_alloc ();

  for (guint i = 0; picks != NULL && i < picks->len; i++)
    g_hash_table_replace (self->picks_by_target, picks->pdata[i], lanyard_pick_ref (picks->pdata[i]));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_hash_table_replace (self->notes_by_target, notes->pdata[i], lanyard_note_ref (notes->pdata[i]));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_hash_table_replace (self->entries_by_uuid, (gpointer) lanyard_item_get_key (entries->pdata[i]),
                          g_object_ref (entries->pdata[i]));
  return lanyard_decisions_finish (self);
}

/**
 * lanyard_decisions_ref:
 * @self: decisions
 *
 * Keeps decisions.
 *
 * Returns: (transfer full): @self
 */
LanyardDecisions *
lanyard_decisions_ref (LanyardDecisions *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_decisions_unref:
 * @self: (transfer full): decisions
 *
 * Lets decisions go.
 */
void
lanyard_decisions_unref (LanyardDecisions *self)
{
  g_atomic_rc_box_release_full (self, lanyard_decisions_clear);
}

/**
 * lanyard_decisions_get_picks:
 * @self: decisions
 *
 * Gets what is picked or left out, by when that was decided. There may be
 * picks of what is no longer in the programme.
 *
 * Returns: (transfer none) (element-type LanyardPick): the picks
 */
GPtrArray *
lanyard_decisions_get_picks (LanyardDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->picks;
}

/**
 * lanyard_decisions_get_notes:
 * @self: decisions
 *
 * Gets what has a text or a mark.
 *
 * Returns: (transfer none) (element-type LanyardNote): the notes
 */
GPtrArray *
lanyard_decisions_get_notes (LanyardDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

/**
 * lanyard_decisions_get_entries:
 * @self: decisions
 *
 * Gets the own entries in order of time.
 *
 * Returns: (transfer none) (element-type LanyardOwnEntry): the own entries
 */
GPtrArray *
lanyard_decisions_get_entries (LanyardDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

/**
 * lanyard_decisions_get_level:
 * @self: decisions
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets the level of one thing itself, whatever is picked around it.
 *
 * Returns: the level
 */
LanyardLevel
lanyard_decisions_get_level (LanyardDecisions *self,
                             LanyardKind       kind,
                             const char       *key)
{
  const LanyardPick *pick;

  g_return_val_if_fail (self != NULL && key != NULL, LANYARD_LEVEL_NONE);

  pick = g_hash_table_lookup (self->picks_by_target, &(LanyardTarget) { kind, key });
  return pick != NULL ? pick->level : LANYARD_LEVEL_NONE;
}

/**
 * lanyard_decisions_get_note:
 * @self: decisions
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets what is written about something.
 *
 * Returns: (transfer none) (nullable): Markdown, never empty
 */
const char *
lanyard_decisions_get_note (LanyardDecisions *self,
                            LanyardKind       kind,
                            const char       *key)
{
  const LanyardNote *note;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  note = g_hash_table_lookup (self->notes_by_target, &(LanyardTarget) { kind, key });
  return note != NULL ? note->text : NULL;
}

/**
 * lanyard_decisions_get_marks:
 * @self: decisions
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets how something is marked.
 *
 * Returns: the marks
 */
LanyardMarks
lanyard_decisions_get_marks (LanyardDecisions *self,
                             LanyardKind       kind,
                             const char       *key)
{
  const LanyardNote *note;

  g_return_val_if_fail (self != NULL && key != NULL, LANYARD_MARKS_NONE);

  note = g_hash_table_lookup (self->notes_by_target, &(LanyardTarget) { kind, key });
  return note != NULL ? note->marks : LANYARD_MARKS_NONE;
}

/**
 * lanyard_decisions_find_entry:
 * @self: decisions
 * @uuid: an own entry's uuid
 *
 * Finds an own entry.
 *
 * Returns: (transfer none) (nullable): the own entry
 */
LanyardOwnEntry *
lanyard_decisions_find_entry (LanyardDecisions *self,
                              const char       *uuid)
{
  g_return_val_if_fail (self != NULL && uuid != NULL, NULL);

  return g_hash_table_lookup (self->entries_by_uuid, uuid);
}

/**
 * lanyard_decisions_equal:
 * @a: decisions
 * @b: decisions
 *
 * Says whether the same is decided, whenever that was.
 *
 * Returns: %TRUE if they are equal
 */
gboolean
lanyard_decisions_equal (LanyardDecisions *a,
                         LanyardDecisions *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->picks->len != b->picks->len || a->notes->len != b->notes->len || a->entries->len != b->entries->len)
    return FALSE;

  for (guint i = 0; i < a->picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (a->picks, i);

      if (lanyard_decisions_get_level (b, pick->kind, pick->key) != pick->level)
        return FALSE;
    }
  for (guint i = 0; i < a->notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (a->notes, i);

      if (lanyard_decisions_get_marks (b, note->kind, note->key) != note->marks ||
          g_strcmp0 (lanyard_decisions_get_note (b, note->kind, note->key), note->text) != 0)
        return FALSE;
    }
  for (guint i = 0; i < a->entries->len; i++)
    {
      LanyardOwnEntry *entry = lanyard_decisions_find_entry (b, lanyard_item_get_key (a->entries->pdata[i]));

      if (entry == NULL || !lanyard_own_entry_equal (entry, a->entries->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * lanyard_decisions_is_empty:
 * @self: decisions
 *
 * Says whether nothing is decided.
 *
 * Returns: %TRUE if there are no picks, notes, marks and own entries
 */
gboolean
lanyard_decisions_is_empty (LanyardDecisions *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->picks->len == 0 && self->notes->len == 0 && self->entries->len == 0;
}
