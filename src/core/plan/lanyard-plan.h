/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan-entry.h"
#include "model/lanyard-decisions.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN (lanyard_plan_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlan, lanyard_plan, LANYARD, PLAN, GObject)

LanyardPlan      *lanyard_plan_new           (LanyardProgramme *programme,
                                              LanyardDecisions *decisions);
LanyardProgramme *lanyard_plan_get_programme (LanyardPlan      *self);
LanyardDecisions *lanyard_plan_get_decisions (LanyardPlan      *self);
GPtrArray        *lanyard_plan_get_entries   (LanyardPlan      *self);
GPtrArray        *lanyard_plan_dup_overlaps_with (LanyardPlan  *self,
                                                  LanyardItem  *item);
LanyardLevel      lanyard_plan_get_level     (LanyardPlan      *self,
                                              LanyardKind       kind,
                                              const char       *key);
gboolean          lanyard_plan_covers        (LanyardPlan      *self,
                                              LanyardItem      *item);
guint             lanyard_plan_get_n_picks   (LanyardPlan      *self);
GPtrArray        *lanyard_plans_dup_entries  (GPtrArray        *plans);

G_END_DECLS
