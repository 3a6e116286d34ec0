/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-item.h"

G_BEGIN_DECLS

char     *lanyard_item_dup_name       (LanyardItem *item);
gboolean  lanyard_items_find_named    (GPtrArray   *items,
                                       const char  *name,
                                       guint       *position);
guint     lanyard_items_find_nearest  (GPtrArray   *items,
                                       LanyardItem *item);

G_END_DECLS
