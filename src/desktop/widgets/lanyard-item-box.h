/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-item-row.h"

G_BEGIN_DECLS

/**
 * LanyardItemBoxFlags:
 * @LANYARD_ITEM_BOX_NONE: only the items
 * @LANYARD_ITEM_BOX_DAYS: a heading where another day begins, the first too
 * @LANYARD_ITEM_BOX_GAPS: a line where nothing is for a while
 *
 * What stands between the items.
 */
typedef enum
{
  LANYARD_ITEM_BOX_NONE = 0,
  LANYARD_ITEM_BOX_DAYS = 1 << 0,
  LANYARD_ITEM_BOX_GAPS = 1 << 1,
} LanyardItemBoxFlags;

#define LANYARD_TYPE_ITEM_BOX (lanyard_item_box_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemBox, lanyard_item_box, LANYARD, ITEM_BOX, AdwBin)

void lanyard_item_box_set_open  (LanyardItemBox        *self,
                                 LanyardOpenConference *open,
                                 const char            *name,
                                 LanyardItemBoxFlags    flags);
void lanyard_item_box_set_items (LanyardItemBox        *self,
                                 GPtrArray             *items);

G_END_DECLS
