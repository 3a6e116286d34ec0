/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which items of a list somebody has selected, to do one thing with all of
 * them. While it is active a list's rows have a check in place of their star.
 * It keeps what is selected by name, so that it outlasts another day, another
 * filter and another programme. Owned by a list. Main thread. */

#include "config.h"

#include "lanyard-item-place.h"
#include "lanyard-selection.h"

struct _LanyardSelection
{
  GObject parent_instance;
  GHashTable *pickables; /* owned: name of the item -> LanyardPickable, owned */
  gboolean is_active;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSelection, lanyard_selection, G_TYPE_OBJECT)

static void
tell (LanyardSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whether that makes a difference; what cannot be starred is never selected. */
static gboolean
set_selected (LanyardSelection *self,
              LanyardItem      *item,
              gboolean          selected)
{
  g_autofree char *name = lanyard_item_dup_name (item);
  LanyardPickable *pickable;

  if (!selected)
    return g_hash_table_remove (self->pickables, name);
  pickable = lanyard_pickable_new_of_item (item);
  return pickable != NULL && g_hash_table_replace (self->pickables, g_steal_pointer (&name), pickable);
}

static void
lanyard_selection_finalize (GObject *object)
{
  g_hash_table_unref (LANYARD_SELECTION (object)->pickables);

  G_OBJECT_CLASS (lanyard_selection_parent_class)->finalize (object);
}

static void
lanyard_selection_class_init (LanyardSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_selection_finalize;

  /**
   * LanyardSelection::changed:
   * @self: a selection
   *
   * Something else is selected, or selecting has begun or ended.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_selection_init (LanyardSelection *self)
{
  self->pickables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lanyard_pickable_free);
}

/**
 * lanyard_selection_new:
 *
 * Makes a selection that is not active.
 *
 * Returns: (transfer full): a selection
 */
LanyardSelection *
lanyard_selection_new (void)
{
  return g_object_new (LANYARD_TYPE_SELECTION, NULL);
}

/**
 * lanyard_selection_is_active:
 * @self: a selection
 *
 * Says whether somebody is selecting.
 *
 * Returns: %TRUE if so, with or without anything selected
 */
gboolean
lanyard_selection_is_active (LanyardSelection *self)
{
  g_return_val_if_fail (LANYARD_IS_SELECTION (self), FALSE);

  return self->is_active;
}

/**
 * lanyard_selection_set_active:
 * @self: a selection
 * @active: whether somebody is selecting
 *
 * Begins with nothing selected, or forgets what is.
 */
void
lanyard_selection_set_active (LanyardSelection *self,
                              gboolean          active)
{
  g_return_if_fail (LANYARD_IS_SELECTION (self));

  if (self->is_active == active)
    return;
  self->is_active = active;
  g_hash_table_remove_all (self->pickables);
  tell (self);
}

/**
 * lanyard_selection_contains:
 * @self: a selection
 * @item: an item
 *
 * Says whether an item is selected.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_selection_contains (LanyardSelection *self,
                            LanyardItem      *item)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (LANYARD_IS_SELECTION (self), FALSE);

  name = lanyard_item_dup_name (item);
  return g_hash_table_contains (self->pickables, name);
}

/**
 * lanyard_selection_set_selected:
 * @self: a selection
 * @item: an item
 * @selected: whether it is to be selected
 *
 * Selects an item, or no longer. What cannot be starred stays out.
 */
void
lanyard_selection_set_selected (LanyardSelection *self,
                                LanyardItem      *item,
                                gboolean          selected)
{
  g_return_if_fail (LANYARD_IS_SELECTION (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (set_selected (self, item, selected))
    tell (self);
}

/**
 * lanyard_selection_select_all:
 * @self: a selection
 * @items: (element-type LanyardItem): items
 * @first: the first of them to select
 * @last: the last of them
 *
 * Selects a stretch of items besides what is selected already.
 */
void
lanyard_selection_select_all (LanyardSelection *self,
                              GPtrArray        *items,
                              guint             first,
                              guint             last)
{
  g_return_if_fail (LANYARD_IS_SELECTION (self));

  for (guint i = first; i <= last && i < items->len; i++)
    set_selected (self, g_ptr_array_index (items, i), TRUE);
  tell (self);
}

/**
 * lanyard_selection_get_n_selected:
 * @self: a selection
 *
 * Counts what is selected.
 *
 * Returns: a number
 */
guint
lanyard_selection_get_n_selected (LanyardSelection *self)
{
  g_return_val_if_fail (LANYARD_IS_SELECTION (self), 0);

  return g_hash_table_size (self->pickables);
}

/* The blocks of a session stand for one and the same. */
static gboolean
has_same (GPtrArray             *pickables,
          const LanyardPickable *one)
{
  for (guint i = 0; i < pickables->len; i++)
    {
      const LanyardPickable *other = g_ptr_array_index (pickables, i);

      if (other->kind == one->kind && g_str_equal (other->key, one->key))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_selection_dup_pickables:
 * @self: a selection
 *
 * Lists what is selected, each session once, in no particular order.
 *
 * Returns: (transfer full) (element-type LanyardPickable): what can be starred
 */
GPtrArray *
lanyard_selection_dup_pickables (LanyardSelection *self)
{
  GPtrArray *pickables = lanyard_pickables_new ();
  GHashTableIter iter;
  LanyardPickable *pickable;

  g_return_val_if_fail (LANYARD_IS_SELECTION (self), pickables);

  g_hash_table_iter_init (&iter, self->pickables);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &pickable))
    if (!has_same (pickables, pickable))
      g_ptr_array_add (pickables, lanyard_pickable_new (pickable->kind, pickable->key, pickable->title));
  return pickables;
}
