/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows of a list are of another conference than the open one, as in the
 * plan of all conferences: they say so, and have no star here. Main thread. */

#include "config.h"

#include "lanyard-item-list-private.h"

/* Private: of which other conference an item is, or NULL. */
const char *
lanyard_item_list_get_elsewhere (LanyardItemList *self,
                                 LanyardItem     *item)
{
  return self->elsewhere != NULL ? g_hash_table_lookup (self->elsewhere, item) : NULL;
}

/**
 * lanyard_item_list_set_elsewhere:
 * @self: a list
 * @elsewhere: (nullable): from items to the title of the conference that they are of
 *
 * Says which of the items that are set next are of another conference.
 */
void
lanyard_item_list_set_elsewhere (LanyardItemList *self,
                                 GHashTable      *elsewhere)
{
  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));

  if (elsewhere != NULL)
    g_hash_table_ref (elsewhere);
  g_clear_pointer (&self->elsewhere, g_hash_table_unref);
  self->elsewhere = elsewhere;
}
