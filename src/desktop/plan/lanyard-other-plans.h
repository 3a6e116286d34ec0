/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

/**
 * LanyardOtherPlans:
 *
 * The plans of all conferences but the open one. Has a signal "changed".
 */
#define LANYARD_TYPE_OTHER_PLANS (lanyard_other_plans_get_type ())
G_DECLARE_FINAL_TYPE (LanyardOtherPlans, lanyard_other_plans, LANYARD, OTHER_PLANS, GObject)

LanyardOtherPlans *lanyard_other_plans_new (LanyardOpenConference *open);
GPtrArray         *lanyard_other_plans_get (LanyardOtherPlans     *self);

G_END_DECLS
