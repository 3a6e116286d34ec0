/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LANYARD_ROOM_ORDER:
 *
 * The choice that holds in which order somebody wants a conference's rooms:
 * their names, one a line, the first room first.
 */
#define LANYARD_ROOM_ORDER "room-order"

GPtrArray *lanyard_room_order_sort (LanyardProgramme *programme,
                                    const char       *order);
char      *lanyard_room_order_move (LanyardProgramme *programme,
                                    const char       *order,
                                    const char       *name,
                                    const char       *before);

G_END_DECLS
