/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FILTER_CHIPS (lanyard_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFilterChips, lanyard_filter_chips, LANYARD, FILTER_CHIPS, AdwBin)

void lanyard_filter_chips_set_open (LanyardFilterChips    *self,
                                    LanyardOpenConference *open);

G_END_DECLS
