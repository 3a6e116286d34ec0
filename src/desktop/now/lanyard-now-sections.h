/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-now-links.h"
#include "lanyard-now-model.h"
#include "plan/lanyard-now.h"

G_BEGIN_DECLS

GPtrArray *lanyard_now_section_list (LanyardNowSection    section,
                                     LanyardNow          *now,
                                     const LanyardMoment *moment,
                                     LanyardNowLinks     *links);

G_END_DECLS
