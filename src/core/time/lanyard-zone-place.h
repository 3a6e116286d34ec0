/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-country.h"
#include "lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_PLACE (lanyard_zone_place_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZonePlace, lanyard_zone_place, LANYARD, ZONE_PLACE, GObject)

LanyardZonePlace *lanyard_zone_place_new               (LanyardZone          *zone,
                                                        const LanyardCountry *country,
                                                        gint64                instant);
LanyardZone      *lanyard_zone_place_get_zone          (LanyardZonePlace *self);
const char       *lanyard_zone_place_get_city          (LanyardZonePlace *self);
const char       *lanyard_zone_place_get_country       (LanyardZonePlace *self);
const char       *lanyard_zone_place_get_abbreviations (LanyardZonePlace *self);

void              lanyard_zone_place_add_name          (LanyardZonePlace *self,
                                                        const char       *name);
guint             lanyard_zone_place_get_n_names       (LanyardZonePlace *self);
guint             lanyard_zone_place_rank              (LanyardZonePlace *self,
                                                        const char       *folded);
char             *lanyard_zone_place_fold              (const char       *text);

#define LANYARD_ZONE_PLACE_NO_RANK G_MAXUINT
#define LANYARD_ZONE_PLACE_RANK_ABBREVIATION 1

G_END_DECLS
