/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a directory says about rooms whose names fit a pattern: the name of the
 * building or wing that people know, and where they are on a map. The pattern
 * is a stranger's, so that it gets a bounded time. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-room-sign.h"

/* Backtracking ends after so many steps, a millisecond or so. */
#define LIMITED "(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=1000)"
#define LONGEST_PATTERN 500 /* bytes */

struct _LanyardRoomSign
{
  char *pattern;    /* owned */
  GRegex *regex;    /* owned, nullable: the pattern is only a name */
  char *shown_name; /* owned, nullable */
  char *map;        /* owned, nullable: an address */
};

G_DEFINE_BOXED_TYPE (LanyardRoomSign, lanyard_room_sign, lanyard_room_sign_ref, lanyard_room_sign_unref)

static void
room_sign_clear (gpointer data)
{
  LanyardRoomSign *self = data;

  g_clear_pointer (&self->pattern, g_free);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_clear_pointer (&self->shown_name, g_free);
  g_clear_pointer (&self->map, g_free);
}

static GRegex *
compile (const char *pattern)
{
  g_autofree char *whole = NULL;

  if (strlen (pattern) > LONGEST_PATTERN)
    return NULL;
  whole = g_strdup_printf (LIMITED "^(?:%s)\\z", pattern);
  return g_regex_new (whole, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * lanyard_room_sign_new:
 * @pattern: a regular expression that the whole name of a room fits; what is
 *   none is taken for a name
 * @shown_name: (nullable): what people call where the rooms are
 * @map: (nullable): the address of a map on which they are
 *
 * Makes a sign.
 *
 * Returns: (transfer full): a sign
 */
LanyardRoomSign *
lanyard_room_sign_new (const char *pattern,
                       const char *shown_name,
                       const char *map)
{
  LanyardRoomSign *self;

  g_return_val_if_fail (pattern != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardRoomSign);
  self->pattern = g_strdup (pattern);
  self->regex = compile (pattern);
  self->shown_name = g_strdup (shown_name);
  self->map = g_strdup (map);
  return self;
}

/**
 * lanyard_room_sign_ref:
 * @self: a sign
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
LanyardRoomSign *
lanyard_room_sign_ref (LanyardRoomSign *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_room_sign_unref:
 * @self: (transfer full): a sign
 *
 * Drops a reference.
 */
void
lanyard_room_sign_unref (LanyardRoomSign *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, room_sign_clear);
}

/**
 * lanyard_room_sign_matches:
 * @self: a sign
 * @room: a room's name
 *
 * Says whether the sign speaks of a room. A pattern that takes too long fits
 * nothing.
 *
 * Returns: whether it does
 */
gboolean
lanyard_room_sign_matches (LanyardRoomSign *self,
                           const char      *room)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (room != NULL, FALSE);

  if (g_str_equal (self->pattern, room))
    return TRUE;
  return self->regex != NULL && g_regex_match (self->regex, room, G_REGEX_MATCH_DEFAULT, NULL);
}

/**
 * lanyard_room_sign_get_shown_name:
 * @self: a sign
 *
 * Gets what people call where the rooms are.
 *
 * Returns: (transfer none) (nullable): a name
 */
const char *
lanyard_room_sign_get_shown_name (LanyardRoomSign *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shown_name;
}

/**
 * lanyard_room_sign_get_map:
 * @self: a sign
 *
 * Gets the address of a map on which the rooms are.
 *
 * Returns: (transfer none) (nullable): an address
 */
const char *
lanyard_room_sign_get_map (LanyardRoomSign *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->map;
}
