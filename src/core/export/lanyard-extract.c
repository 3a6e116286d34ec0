/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of one conference goes out of Lanyard, whatever it becomes then: a
 * calendar, pages, text, a link. Made by window and command line; any thread. */

#include "config.h"

#include "lanyard-extract.h"

struct _LanyardExtract
{
  LanyardExtractFields fields; /* its objects and arrays are owned */
};

G_DEFINE_BOXED_TYPE (LanyardExtract, lanyard_extract, lanyard_extract_ref, lanyard_extract_unref)

static GPtrArray *
ref_array (GPtrArray *array)
{
  return array != NULL ? g_ptr_array_ref (array) : NULL;
}

static void
extract_clear (gpointer data)
{
  LanyardExtract *self = data;

  g_clear_object (&self->fields.programme);
  g_clear_object (&self->fields.plan);
  g_clear_pointer (&self->fields.picks, g_ptr_array_unref);
  g_clear_pointer (&self->fields.changes, g_ptr_array_unref);
  g_clear_pointer (&self->fields.items, g_ptr_array_unref);
}

/**
 * lanyard_extract_new:
 * @fields: what it is made of; the arrays must not change any more
 *
 * Makes an extract.
 *
 * Returns: (transfer full): an extract
 */
LanyardExtract *
lanyard_extract_new (const LanyardExtractFields *fields)
{
  LanyardExtract *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (fields->programme), NULL);
  g_return_val_if_fail (fields->items != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardExtract);
  self->fields.programme = g_object_ref (fields->programme);
  self->fields.plan = fields->plan != NULL ? g_object_ref (fields->plan) : NULL;
  self->fields.picks = ref_array (fields->picks);
  self->fields.changes = ref_array (fields->changes);
  self->fields.items = ref_array (fields->items);
  return self;
}

/**
 * lanyard_extract_ref:
 * @self: an extract
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the same extract
 */
LanyardExtract *
lanyard_extract_ref (LanyardExtract *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_extract_unref:
 * @self: (transfer full): an extract
 *
 * Gives a reference back.
 */
void
lanyard_extract_unref (LanyardExtract *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, extract_clear);
}

/**
 * lanyard_extract_get_fields:
 * @self: an extract
 *
 * Gets what it is made of.
 *
 * Returns: (transfer none): the fields
 */
const LanyardExtractFields *
lanyard_extract_get_fields (LanyardExtract *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->fields;
}

/**
 * lanyard_extract_dup_plan_items:
 * @plan: a plan
 *
 * Lists what is in a plan: a session that is picked as a whole as its blocks,
 * own entries, too, those without a time last.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items
 */
GPtrArray *
lanyard_extract_dup_plan_items (LanyardPlan *plan)
{
  GPtrArray *entries;
  GPtrArray *items;

  g_return_val_if_fail (LANYARD_IS_PLAN (plan), NULL);

  entries = lanyard_plan_get_entries (plan);
  items = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (items, g_object_ref (entry->item));
    }
  return items;
}

static gboolean
has_scheduled (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (lanyard_item_is_scheduled (g_ptr_array_index (items, i)))
      return TRUE;
  return FALSE;
}

/**
 * lanyard_extract_dup_session_items:
 * @programme: a programme
 * @session: a session of it
 *
 * Lists as what a session stands outside: its blocks, or its talks if it has
 * no block with a time.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items
 */
GPtrArray *
lanyard_extract_dup_session_items (LanyardProgramme *programme,
                                   LanyardSession   *session)
{
  g_autoptr (GPtrArray) blocks = NULL;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);

  blocks = lanyard_programme_dup_session_blocks (programme, session);
  if (has_scheduled (blocks))
    return g_steal_pointer (&blocks);
  return lanyard_programme_dup_session_items (programme, session);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (*(LanyardItem **) a, *(LanyardItem **) b);
}

static void
append (GPtrArray *items,
        GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (more, i)));
}

static void
append_empty_blocks (GPtrArray        *items,
                     LanyardProgramme *programme)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < talks->len; i++)
    g_hash_table_add (filled, lanyard_talk_get_fields (g_ptr_array_index (talks, i))->block);
  for (guint i = 0; i < blocks->len; i++)
    if (!g_hash_table_contains (filled, g_ptr_array_index (blocks, i)))
      g_ptr_array_add (items, g_object_ref (g_ptr_array_index (blocks, i)));
}

/**
 * lanyard_extract_dup_all_items:
 * @programme: a programme
 *
 * Lists the whole programme: talks, breaks, and blocks without talks, in
 * timetable order.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items
 */
GPtrArray *
lanyard_extract_dup_all_items (LanyardProgramme *programme)
{
  GPtrArray *items;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  append (items, lanyard_programme_get_talks (programme));
  append (items, lanyard_programme_get_breaks (programme));
  append_empty_blocks (items, programme);
  g_ptr_array_sort (items, compare_items);
  return items;
}
