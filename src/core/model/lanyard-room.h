/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOM (lanyard_room_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRoom, lanyard_room, LANYARD, ROOM, GObject)

LanyardRoom *lanyard_room_new       (const char *name,
                                     const char *venue);
const char  *lanyard_room_get_name  (LanyardRoom *self);
const char  *lanyard_room_get_venue (LanyardRoom *self);

G_END_DECLS
