/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-room-now.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOM_ROW (lanyard_room_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRoomRow, lanyard_room_row, LANYARD, ROOM_ROW, AdwBin)

GtkWidget   *lanyard_room_row_new         (void);
void         lanyard_room_row_bind        (LanyardRoomRow          *self,
                                           LanyardRoom             *room,
                                           const char              *place,
                                           gboolean                 hidden);
void         lanyard_room_row_show_moment (LanyardRoomRow          *self,
                                           LanyardOpenConference   *open,
                                           const LanyardRoomMoment *moment);
LanyardRoom *lanyard_room_row_get_room    (LanyardRoomRow          *self);
void         lanyard_room_row_pop_menu_up (LanyardRoomRow          *self);

G_END_DECLS
