/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_BUTTON (lanyard_zone_button_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneButton, lanyard_zone_button, LANYARD, ZONE_BUTTON, AdwBin)

void lanyard_zone_button_set_open (LanyardZoneButton     *self,
                                   LanyardOpenConference *open);

G_END_DECLS
