/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan.h"

G_BEGIN_DECLS

struct _LanyardPlan
{
  GObject parent_instance;
  LanyardProgramme *programme; /* owned */
  LanyardDecisions *decisions; /* owned */
  GHashTable *levels;          /* owned: "kind/key" -> LanyardLevel */
  GPtrArray *entries;          /* owned, of LanyardPlanEntry, in timetable order */
  guint n_picks;
};

void lanyard_plan_make_entries (LanyardPlan *self);

G_END_DECLS
