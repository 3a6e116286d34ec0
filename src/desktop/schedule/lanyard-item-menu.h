/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../widgets/lanyard-item-list.h"

G_BEGIN_DECLS

void lanyard_item_menu_popup  (GtkWidget       *widget,
                               LanyardItem     *item,
                               double           x,
                               double           y);
void lanyard_item_menu_attach (LanyardItemList *list);

G_END_DECLS
