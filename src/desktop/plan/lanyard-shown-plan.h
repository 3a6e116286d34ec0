/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-fit.h"
#include "plan/lanyard-plan-day.h"

G_BEGIN_DECLS

/**
 * LanyardShownPlan:
 *
 * What the page of the plan shows: the plan of the open conference, or of all
 * of them in one, and what follows from it. Has a signal "changed".
 */
#define LANYARD_TYPE_SHOWN_PLAN (lanyard_shown_plan_get_type ())
G_DECLARE_FINAL_TYPE (LanyardShownPlan, lanyard_shown_plan, LANYARD, SHOWN_PLAN, GObject)

LanyardShownPlan      *lanyard_shown_plan_new           (LanyardOpenConference *open);
LanyardOpenConference *lanyard_shown_plan_get_open      (LanyardShownPlan      *self);
GPtrArray             *lanyard_shown_plan_get_entries   (LanyardShownPlan      *self);
GPtrArray             *lanyard_shown_plan_get_days      (LanyardShownPlan      *self);
GPtrArray             *lanyard_shown_plan_get_conflicts (LanyardShownPlan      *self);
GPtrArray             *lanyard_shown_plan_dup_fits      (LanyardShownPlan      *self,
                                                         gint64                 start,
                                                         gint64                 end);
LanyardPlanEntry      *lanyard_shown_plan_find_entry    (LanyardShownPlan      *self,
                                                         const char            *uuid,
                                                         LanyardKind            kind,
                                                         const char            *key);

G_END_DECLS
