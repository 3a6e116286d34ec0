/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM_FACTS (lanyard_item_facts_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemFacts, lanyard_item_facts, LANYARD, ITEM_FACTS, AdwBin)

void lanyard_item_facts_set_open (LanyardItemFacts      *self,
                                  LanyardOpenConference *open);
void lanyard_item_facts_set_item (LanyardItemFacts      *self,
                                  LanyardItem           *item,
                                  LanyardTalk           *talk);

G_END_DECLS
