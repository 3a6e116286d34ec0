/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOM_WHERE (lanyard_room_where_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRoomWhere, lanyard_room_where, LANYARD, ROOM_WHERE, AdwBin)

void lanyard_room_where_set_room (LanyardRoomWhere      *self,
                                  LanyardOpenConference *open,
                                  LanyardRoom           *room);

G_END_DECLS
