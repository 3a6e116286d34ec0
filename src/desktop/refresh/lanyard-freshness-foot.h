/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-freshness.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FRESHNESS_FOOT (lanyard_freshness_foot_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFreshnessFoot, lanyard_freshness_foot, LANYARD, FRESHNESS_FOOT, AdwBin)

void lanyard_freshness_foot_set_freshness (LanyardFreshnessFoot *self,
                                           LanyardFreshness     *freshness);

G_END_DECLS
