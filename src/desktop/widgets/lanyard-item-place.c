/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an item of one list is in another: in the next programme, behind a
 * filter, at the next start. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "lanyard-item-place.h"

/**
 * lanyard_item_dup_name:
 * @item: an item
 *
 * Writes down what tells an item from the others of its conference, also in
 * its next programme and at the next start.
 *
 * Returns: (transfer full): its kind and key
 */
char *
lanyard_item_dup_name (LanyardItem *item)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  return g_strdup_printf ("%u:%s", (guint) lanyard_item_get_kind (item), lanyard_item_get_key (item));
}

/**
 * lanyard_items_find_named:
 * @items: (element-type LanyardItem): items
 * @name: (nullable): what lanyard_item_dup_name() gave
 * @position: (out): where among them it is
 *
 * Finds an item by its name.
 *
 * Returns: whether it is there
 */
gboolean
lanyard_items_find_named (GPtrArray  *items,
                          const char *name,
                          guint      *position)
{
  const char *colon = name != NULL ? strchr (name, ':') : NULL;
  LanyardKind kind;

  if (colon == NULL)
    return FALSE;
  kind = (LanyardKind) strtoul (name, NULL, 10);
  for (*position = 0; *position < items->len; (*position)++)
    {
      LanyardItem *item = g_ptr_array_index (items, *position);

      if (lanyard_item_get_kind (item) == kind && g_str_equal (lanyard_item_get_key (item), colon + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_items_find_nearest:
 * @items: (element-type LanyardItem): items in timetable order, at least one
 * @item: an item, perhaps of an older programme
 *
 * Finds an item, else the one that now stands where it would.
 *
 * Returns: where among them that is
 */
guint
lanyard_items_find_nearest (GPtrArray   *items,
                            LanyardItem *item)
{
  g_autofree char *name = lanyard_item_dup_name (item);
  guint position;

  if (lanyard_items_find_named (items, name, &position))
    return position;
  for (position = 0; position + 1 < items->len; position++)
    if (lanyard_item_compare (g_ptr_array_index (items, position), item) >= 0)
      break;
  return position;
}
