/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-plan.h"

G_BEGIN_DECLS

GBytes *lanyard_ical_export (LanyardProgramme *programme,
                             LanyardPlan      *plan,
                             GPtrArray        *items,
                             gint64            now,
                             guint            *n_left_out);

G_END_DECLS
