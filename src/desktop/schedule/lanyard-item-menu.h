/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../widgets/lanyard-item-list.h"

G_BEGIN_DECLS

GMenuModel *lanyard_item_menu_new (LanyardItem *item);

void lanyard_item_menu_popup  (LanyardItemList *list,
                               LanyardItem     *item,
                               double           x,
                               double           y);
void lanyard_item_menu_attach (LanyardItemList *list);

G_END_DECLS
