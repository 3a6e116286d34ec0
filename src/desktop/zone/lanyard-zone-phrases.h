/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

char *lanyard_phrase_zone            (LanyardOpenConference *open,
                                      LanyardZone           *zone);
char *lanyard_phrase_zone_shortly    (LanyardOpenConference *open,
                                      LanyardZone           *zone);
char *lanyard_phrase_zone_difference (LanyardOpenConference *open);

G_END_DECLS
