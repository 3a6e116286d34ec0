/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_STANDING_FOOT (lanyard_standing_foot_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStandingFoot, lanyard_standing_foot, LANYARD, STANDING_FOOT, AdwBin)

void lanyard_standing_foot_set_standing (LanyardStandingFoot *self,
                                           LanyardStanding     *standing);

G_END_DECLS
