/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOM_SIGN (lanyard_room_sign_get_type ())

/* What a directory knows about rooms of one conference; never changes. */
typedef struct _LanyardRoomSign LanyardRoomSign;

GType            lanyard_room_sign_get_type      (void);
LanyardRoomSign *lanyard_room_sign_new           (const char      *pattern,
                                                  const char      *shown_name,
                                                  const char      *map);
LanyardRoomSign *lanyard_room_sign_ref           (LanyardRoomSign *self);
void             lanyard_room_sign_unref         (LanyardRoomSign *self);
gboolean         lanyard_room_sign_matches       (LanyardRoomSign *self,
                                                  const char      *room);
const char      *lanyard_room_sign_get_shown_name (LanyardRoomSign *self);
const char      *lanyard_room_sign_get_map       (LanyardRoomSign *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardRoomSign, lanyard_room_sign_unref)

G_END_DECLS
