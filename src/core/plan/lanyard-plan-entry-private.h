/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan-entry.h"

G_BEGIN_DECLS

/* A stretch in which an entry asks for somebody. */
typedef struct
{
  LanyardPlanEntry *entry; /* borrowed */
  gint64 start;
  gint64 end;              /* when it ends, not before @start */
  gint64 taken_until;      /* the same, but after @start also of what has no length */
} LanyardBusy;

LanyardPlanEntry *lanyard_plan_entry_new     (LanyardItem       *item,
                                              LanyardConference *conference,
                                              LanyardLevel       level,
                                              gboolean           covered,
                                              GArray            *elsewhere);
gint64            lanyard_plan_item_get_end  (LanyardItem       *item);
gboolean          lanyard_plan_item_stands_on (LanyardItem      *item,
                                               LanyardItem      *block);
gboolean          lanyard_plan_items_change_room (LanyardItem   *a,
                                                  LanyardItem   *b);
GArray           *lanyard_busy_list          (GPtrArray         *entries);

G_END_DECLS
