/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOM_PAGE (lanyard_room_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRoomPage, lanyard_room_page, LANYARD, ROOM_PAGE, AdwNavigationPage)

GtkWidget *lanyard_room_page_new      (LanyardOpenConference *open,
                                      const char            *name);
void       lanyard_room_page_set_room (LanyardRoomPage       *self,
                                      const char            *name);

G_END_DECLS
