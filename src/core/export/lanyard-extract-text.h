/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what goes out is said in words, on paper and in text. Private to the
 * exports. */

#pragma once

#include "lanyard-extract.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

char *lanyard_extract_dup_zone_line (LanyardExtract *self,
                                     LanyardZone    *zone);
char *lanyard_extracts_dup_zone_line (GPtrArray   *extracts,
                                      LanyardZone *zone);
char *lanyard_extract_dup_who       (LanyardItem    *item);
char *lanyard_extract_dup_where     (LanyardItem    *item);
guint lanyard_extract_get_day       (LanyardItem    *item,
                                     LanyardZone    *zone);
char *lanyard_extract_dup_day       (guint           day);
LanyardLevel lanyard_extract_get_level (LanyardExtract *self,
                                        LanyardItem    *item);

G_END_DECLS
