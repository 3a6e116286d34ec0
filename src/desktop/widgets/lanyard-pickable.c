/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a star, a key or a menu stands for: a talk, a session or a break, by
 * kind and key, so that it means the same in the next programme. Used by
 * whatever changes picks in the window. Main thread. */

#include "config.h"

#include "lanyard-pickable.h"

/**
 * lanyard_pickable_new:
 * @kind: a talk, a session or a break
 * @key: which of that kind
 * @title: what it is called
 *
 * Names something that can be starred.
 *
 * Returns: (transfer full): what can be starred
 */
LanyardPickable *
lanyard_pickable_new (LanyardKind  kind,
                      const char  *key,
                      const char  *title)
{
  LanyardPickable *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (LanyardPickable, 1);
  self->kind = kind;
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  return self;
}

/**
 * lanyard_pickable_new_of_item:
 * @item: an item of a list
 *
 * Names what the star of an item stands for: of a block, its session.
 *
 * Returns: (transfer full) (nullable): what can be starred, %NULL if that is nothing
 */
LanyardPickable *
lanyard_pickable_new_of_item (LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);

  switch (lanyard_item_get_kind (item))
    {
    case LANYARD_KIND_TALK:
    case LANYARD_KIND_BREAK:
      return lanyard_pickable_new (lanyard_item_get_kind (item), lanyard_item_get_key (item), lanyard_item_get_title (item));
    case LANYARD_KIND_BLOCK:
      if (session == NULL)
        return NULL;
      return lanyard_pickable_new (LANYARD_KIND_SESSION, lanyard_session_get_key (session), lanyard_session_get_title (session));
    case LANYARD_KIND_OWN:
      return NULL;
    case LANYARD_KIND_SESSION:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_pickables_new:
 *
 * Makes an empty array of what can be starred.
 *
 * Returns: (transfer full) (element-type LanyardPickable): an array
 */
GPtrArray *
lanyard_pickables_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pickable_free);
}

/**
 * lanyard_pickable_free:
 * @self: (transfer full): what can be starred
 *
 * Frees it.
 */
void
lanyard_pickable_free (LanyardPickable *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self);
}
