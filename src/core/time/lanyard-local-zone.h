/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LOCAL_ZONE (lanyard_local_zone_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLocalZone, lanyard_local_zone, LANYARD, LOCAL_ZONE, GObject)

LanyardLocalZone *lanyard_local_zone_new      (const char       *localtime_path);
LanyardZone      *lanyard_local_zone_get_zone (LanyardLocalZone *self);

G_END_DECLS
