/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "time/lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_ROW (lanyard_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneRow, lanyard_zone_row, LANYARD, ZONE_ROW, AdwActionRow)

LanyardZone *lanyard_zone_row_get_zone (LanyardZoneRow *self);
void         lanyard_zone_row_set_zone (LanyardZoneRow *self,
                                        LanyardZone    *zone,
                                        gint64          instant,
                                        gint64          now);

G_END_DECLS
