/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Now & Next lists: a list of items in sections, of which each minute
 * takes out only what is over and puts in only what is new, so that the rows
 * between stay what they are. Main thread. */

#include "config.h"

#include <gtk/gtk.h>

#include "lanyard-now-model.h"

struct _LanyardNowModel
{
  GObject parent_instance;
  GListStore *sections[LANYARD_N_NOW_SECTIONS]; /* owned, of LanyardItem */
  GtkFlattenListModel *flat;                    /* owned: the sections one after the other */
};

G_DEFINE_FINAL_TYPE (LanyardNowModel, lanyard_now_model, G_TYPE_OBJECT)

/* A break of all rooms is an object of each look at the programme. */
static gboolean
is_same (LanyardItem *a,
         LanyardItem *b)
{
  if (a == b)
    return TRUE;
  return lanyard_item_get_kind (a) == LANYARD_KIND_BREAK && lanyard_item_get_kind (b) == LANYARD_KIND_BREAK &&
         g_str_equal (lanyard_item_get_key (a), lanyard_item_get_key (b)) &&
         g_str_equal (lanyard_item_get_title (a), lanyard_item_get_title (b)) &&
         lanyard_item_get_start (a) == lanyard_item_get_start (b) &&
         lanyard_item_get_end (a) == lanyard_item_get_end (b);
}

static gboolean
is_among (GPtrArray   *items,
          LanyardItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (is_same (g_ptr_array_index (items, i), item))
      return TRUE;
  return FALSE;
}

static gboolean
is_at (GListStore  *store,
       guint        position,
       LanyardItem *item)
{
  g_autoptr (LanyardItem) present = g_list_model_get_item (G_LIST_MODEL (store), position);

  return present != NULL && is_same (present, item);
}

static void
remove_others (GListStore *store,
               GPtrArray  *items)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (store)); i > 0; i--)
    {
      g_autoptr (LanyardItem) present = g_list_model_get_item (G_LIST_MODEL (store), i - 1);

      if (!is_among (items, present))
        g_list_store_remove (store, i - 1);
    }
}

/* What changed its place, as a talk that was starred, is taken out as well. */
static void
remove_from (GListStore  *store,
             guint        first,
             LanyardItem *item)
{
  for (guint i = first; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    if (is_at (store, i, item))
      {
        g_list_store_remove (store, i);
        return;
      }
}

static void
lanyard_now_model_dispose (GObject *object)
{
  LanyardNowModel *self = LANYARD_NOW_MODEL (object);

  g_clear_object (&self->flat);
  for (guint i = 0; i < LANYARD_N_NOW_SECTIONS; i++)
    g_clear_object (&self->sections[i]);

  G_OBJECT_CLASS (lanyard_now_model_parent_class)->dispose (object);
}

static void
lanyard_now_model_class_init (LanyardNowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_now_model_dispose;
}

static void
lanyard_now_model_init (LanyardNowModel *self)
{
  GListStore *all = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint i = 0; i < LANYARD_N_NOW_SECTIONS; i++)
    {
      self->sections[i] = g_list_store_new (LANYARD_TYPE_ITEM);
      g_list_store_append (all, self->sections[i]);
    }
  self->flat = gtk_flatten_list_model_new (G_LIST_MODEL (all));
}

/**
 * lanyard_now_model_new:
 *
 * Makes a model of nothing.
 *
 * Returns: (transfer full): a model
 */
LanyardNowModel *
lanyard_now_model_new (void)
{
  return g_object_new (LANYARD_TYPE_NOW_MODEL, NULL);
}

/**
 * lanyard_now_model_get_items:
 * @self: a model
 *
 * Gets all sections as one list.
 *
 * Returns: (transfer none): a list of LanyardItem, which is a section model
 */
GListModel *
lanyard_now_model_get_items (LanyardNowModel *self)
{
  g_return_val_if_fail (LANYARD_IS_NOW_MODEL (self), NULL);

  return G_LIST_MODEL (self->flat);
}

/**
 * lanyard_now_model_set_section:
 * @self: a model
 * @section: which section
 * @items: (element-type LanyardItem): what it has now
 *
 * Changes a section as little as will do.
 */
void
lanyard_now_model_set_section (LanyardNowModel   *self,
                               LanyardNowSection  section,
                               GPtrArray         *items)
{
  GListStore *store;
  guint n_items;

  g_return_if_fail (LANYARD_IS_NOW_MODEL (self));
  g_return_if_fail (items != NULL);

  store = self->sections[section];
  n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  if (n_items == 0 || items->len == 0)
    {
      if (n_items != items->len)
        g_list_store_splice (store, 0, n_items, items->pdata, items->len);
      return;
    }

  remove_others (store, items);
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (is_at (store, i, item))
        continue;
      remove_from (store, i + 1, item);
      g_list_store_insert (store, i, item);
    }
}

/**
 * lanyard_now_model_get_n_items:
 * @self: a model
 * @section: which section
 *
 * Counts what a section has.
 *
 * Returns: a number
 */
guint
lanyard_now_model_get_n_items (LanyardNowModel   *self,
                               LanyardNowSection  section)
{
  g_return_val_if_fail (LANYARD_IS_NOW_MODEL (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->sections[section]));
}

/**
 * lanyard_now_model_get_section:
 * @self: a model
 * @position: a position in the list of all sections
 *
 * Gets in which section a position is.
 *
 * Returns: the section
 */
LanyardNowSection
lanyard_now_model_get_section (LanyardNowModel *self,
                               guint            position)
{
  g_return_val_if_fail (LANYARD_IS_NOW_MODEL (self), LANYARD_NOW_RUNNING);

  for (guint i = 0; i < LANYARD_N_NOW_SECTIONS; i++)
    {
      guint n_items = lanyard_now_model_get_n_items (self, i);

      if (position < n_items)
        return (LanyardNowSection) i;
      position -= n_items;
    }
  return LANYARD_NOW_RECORDINGS;
}

/**
 * lanyard_now_model_find:
 * @self: a model
 * @item: an item
 * @position: (out): where it is in the list of all sections
 *
 * Looks for an item.
 *
 * Returns: %TRUE if it is there
 */
gboolean
lanyard_now_model_find (LanyardNowModel *self,
                        LanyardItem     *item,
                        guint           *position)
{
  guint n_items;

  g_return_val_if_fail (LANYARD_IS_NOW_MODEL (self), FALSE);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->flat));
  for (*position = 0; *position < n_items; ++*position)
    {
      g_autoptr (LanyardItem) present = g_list_model_get_item (G_LIST_MODEL (self->flat), *position);

      if (is_same (present, item))
        return TRUE;
    }
  return FALSE;
}
