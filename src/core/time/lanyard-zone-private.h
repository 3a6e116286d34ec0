/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-zone.h"

G_BEGIN_DECLS

LanyardZone *lanyard_zone_new_from_localtime (const char *path);

G_END_DECLS
