/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_SECONDS_A_DAY G_GINT64_CONSTANT (86400)

/* 1 January 1970 and 31 December 9998 as GDate counts. */
#define LANYARD_EPOCH_DAY 719163
#define LANYARD_LAST_DAY 3651694

/* The second day of the year 1 and the end of 9998: what GDateTime can show in
 * any zone. Instants beyond are shown as these. */
#define LANYARD_FIRST_INSTANT (-G_GINT64_CONSTANT (62135510400))
#define LANYARD_LAST_INSTANT G_GINT64_CONSTANT (253370764799)

LanyardZone *lanyard_zone_new_from_localtime (const char *path);
char        *lanyard_zone_format_offset      (int         offset);
char        *lanyard_zone_dup_table          (const char *name);

G_END_DECLS
