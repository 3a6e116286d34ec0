/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows of a list are of another conference than the open one, as in the
 * plan of all conferences: they say so, and have no star here. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-list-private.h"
#include "lanyard-item-row.h"

/* Private: of which other conference an item is, or NULL. */
const char *
lanyard_item_list_get_elsewhere (LanyardItemList *self,
                                 LanyardItem     *item)
{
  return self->elsewhere != NULL ? g_hash_table_lookup (self->elsewhere, item) : NULL;
}

/* Private: what a screen reader says of an item. */
char *
lanyard_item_list_dup_label (LanyardItemList *self,
                             LanyardItem     *item)
{
  const char *elsewhere = lanyard_item_list_get_elsewhere (self, item);
  g_autofree char *label = NULL;

  if (elsewhere == NULL)
    return lanyard_item_dup_accessible_label (self->open, item, LANYARD_ITEM_ROW_NONE);
  label = lanyard_item_dup_accessible_label (self->open, item, LANYARD_ITEM_ROW_ELSEWHERE);
  /* Translators: what there is to say of a talk, and of which conference it is */
  return g_strdup_printf (C_("list of facts", "%1$s, %2$s"), label, elsewhere);
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
