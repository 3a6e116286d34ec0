/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-shown-plan.h"

G_BEGIN_DECLS

/* What lies between the entries of a plan that is shown as a list. */
typedef struct _LanyardPlanLines LanyardPlanLines;

LanyardPlanLines *lanyard_plan_lines_new  (LanyardShownPlan *plan);
void              lanyard_plan_lines_free (LanyardPlanLines *self);
GPtrArray        *lanyard_plan_lines_dup  (LanyardPlanLines *self,
                                           LanyardItem      *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPlanLines, lanyard_plan_lines_free)

G_END_DECLS
