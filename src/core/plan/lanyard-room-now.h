/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-now.h"

G_BEGIN_DECLS

/**
 * LanyardRoomMoment:
 * @running: (nullable) (transfer none): what runs in the room
 * @next: (nullable) (transfer none): what begins next in it
 *
 * What there is in one room at one instant.
 */
typedef struct
{
  const LanyardNowEntry *running;
  const LanyardNowEntry *next;
} LanyardRoomMoment;

GHashTable *lanyard_now_dup_room_moments (LanyardNow *now,
                                          gint64      instant);

G_END_DECLS
