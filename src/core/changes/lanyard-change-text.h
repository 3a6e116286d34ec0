/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-change.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

const char *lanyard_change_kind_title        (LanyardChangeKind  kind);
char       *lanyard_change_dup_sentence      (LanyardChange     *change,
                                              LanyardZone       *zone);
char       *lanyard_change_dup_time_elsewhere (LanyardChange    *change,
                                              LanyardZone       *zone,
                                              LanyardZone       *second_zone);
char       *lanyard_change_dup_heading       (gint64             noticed_at,
                                              gint64             now,
                                              LanyardZone       *zone);

G_END_DECLS
