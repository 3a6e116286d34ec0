/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item-row.h"

G_BEGIN_DECLS

/**
 * LanyardPhase:
 * @LANYARD_PHASE_COMING: it is still to come, or has no time
 * @LANYARD_PHASE_RUNNING: it is on now
 * @LANYARD_PHASE_OVER: it is over, and the conference goes on
 *
 * How an item stands to the present.
 */
typedef enum
{
  LANYARD_PHASE_COMING,
  LANYARD_PHASE_RUNNING,
  LANYARD_PHASE_OVER,
} LanyardPhase;

char         *lanyard_item_dup_speakers    (LanyardItem           *item);
char         *lanyard_item_dup_place       (LanyardOpenConference *open,
                                            LanyardItem           *item,
                                            LanyardItemRowFlags    flags);
char         *lanyard_item_dup_second_time (LanyardOpenConference *open,
                                            LanyardItem           *item);
char         *lanyard_item_dup_hour        (LanyardOpenConference *open,
                                            LanyardItem           *item);
char         *lanyard_item_dup_second_hour (LanyardOpenConference *open,
                                            LanyardItem           *item);
char         *lanyard_item_dup_time_left   (LanyardOpenConference *open,
                                            LanyardItem           *item);
LanyardLevel  lanyard_item_get_level       (LanyardOpenConference *open,
                                            LanyardItem           *item);
LanyardPhase  lanyard_item_get_phase       (LanyardOpenConference *open,
                                            LanyardItem           *item);

G_END_DECLS
