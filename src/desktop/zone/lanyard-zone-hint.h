/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_HINT (lanyard_zone_hint_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneHint, lanyard_zone_hint, LANYARD, ZONE_HINT, AdwBin)

GtkWidget *lanyard_zone_hint_new (LanyardOpenConference *open);

G_END_DECLS
