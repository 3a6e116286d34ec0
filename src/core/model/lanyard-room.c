/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where something happens. A room is known by its name within a programme:
 * the feeds give rooms no other identity. Any thread. */

#include "config.h"

#include "lanyard-room.h"

struct _LanyardRoom
{
  GObject parent_instance;
  char *name;  /* owned */
  char *venue; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (LanyardRoom, lanyard_room, G_TYPE_OBJECT)

static void
lanyard_room_finalize (GObject *object)
{
  LanyardRoom *self = LANYARD_ROOM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->venue, g_free);

  G_OBJECT_CLASS (lanyard_room_parent_class)->finalize (object);
}

static void
lanyard_room_class_init (LanyardRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_room_finalize;
}

static void
lanyard_room_init (LanyardRoom *self)
{
}

/**
 * lanyard_room_new:
 * @name: the room's name, unique within its programme
 * @venue: (nullable): the building or place it is in
 *
 * Makes a room.
 *
 * Returns: (transfer full): a room
 */
LanyardRoom *
lanyard_room_new (const char *name,
                  const char *venue)
{
  LanyardRoom *self;

  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  self = g_object_new (LANYARD_TYPE_ROOM, NULL);
  self->name = g_strdup (name);
  self->venue = g_strdup (venue);
  return self;
}

/**
 * lanyard_room_get_name:
 * @self: a room
 *
 * Gets the name, which is also what tells rooms of a programme apart.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_room_get_name (LanyardRoom *self)
{
  g_return_val_if_fail (LANYARD_IS_ROOM (self), NULL);

  return self->name;
}

/**
 * lanyard_room_get_venue:
 * @self: a room
 *
 * Gets the place that the room is in.
 *
 * Returns: (transfer none) (nullable): the venue
 */
const char *
lanyard_room_get_venue (LanyardRoom *self)
{
  g_return_val_if_fail (LANYARD_IS_ROOM (self), NULL);

  return self->venue;
}
