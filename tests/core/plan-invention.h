/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan-helper.h"

G_BEGIN_DECLS

/* In how many seconds all happens that is invented. */
#define PLAN_INVENTION_HORIZON 90

PlanMaker *plan_maker_invent (GRand      *rand,
                              GPtrArray  *keys,
                              const char *name);

G_END_DECLS
