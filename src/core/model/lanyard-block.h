/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BLOCK (lanyard_block_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBlock, lanyard_block, LANYARD, BLOCK, LanyardItem)

LanyardBlock *lanyard_block_new       (const LanyardItemFields *item,
                                       GPtrArray               *leads);
GPtrArray    *lanyard_block_get_leads (LanyardBlock            *self);

#define LANYARD_TYPE_BREAK (lanyard_break_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBreak, lanyard_break, LANYARD, BREAK, LanyardItem)

LanyardBreak *lanyard_break_new             (const LanyardItemFields *item,
                                             LanyardBlock            *block,
                                             const char              *description);
LanyardBlock *lanyard_break_get_block       (LanyardBreak            *self);
const char   *lanyard_break_get_description (LanyardBreak            *self);

G_END_DECLS
