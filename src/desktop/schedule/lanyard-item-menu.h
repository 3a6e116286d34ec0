/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../widgets/lanyard-item-list.h"

G_BEGIN_DECLS

/**
 * LanyardMakeItemMenu:
 * @item: an item of a list
 * @user_data: what was given with the function
 *
 * Makes the menu of an item.
 *
 * Returns: (transfer full) (nullable): a menu, %NULL for none
 */
typedef GMenuModel *(*LanyardMakeItemMenu) (LanyardItem *item,
                                            gpointer     user_data);

GMenuModel *lanyard_item_menu_new (LanyardItem *item);

void lanyard_item_menu_popup  (LanyardItemList *list,
                               LanyardItem     *item,
                               double           x,
                               double           y);
void lanyard_item_menu_attach (LanyardItemList     *list,
                               LanyardMakeItemMenu  make_menu,
                               gpointer             user_data);

G_END_DECLS
