/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conflict in words: the window and the command line say the same. Any
 * thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-conflict.h"
#include "time/lanyard-time-format.h"

/**
 * lanyard_conflict_dup_title:
 * @self: a conflict
 *
 * Says what is in conflict with what.
 *
 * Returns: (transfer full): a line
 */
char *
lanyard_conflict_dup_title (LanyardConflict *self)
{
  const char *first;
  const char *second;

  g_return_val_if_fail (self != NULL, NULL);

  first = lanyard_item_get_title (self->first->item);
  second = lanyard_item_get_title (self->second->item);
  switch (self->kind)
    {
    case LANYARD_CONFLICT_ROOM_CHANGE:
      /* Translators: the titles of two talks, the second soon after the first in another room */
      return g_strdup_printf (_("From “%s” to “%s”"), first, second);
    case LANYARD_CONFLICT_OVERLAP:
    default:
      /* Translators: the titles of two talks at the same time */
      return g_strdup_printf (_("“%s” overlaps “%s”"), first, second);
    }
}

static char *
dup_room_change (LanyardConflict *self)
{
  const char *from = lanyard_room_get_name (lanyard_item_get_room (self->first->item));
  const char *to = lanyard_room_get_name (lanyard_item_get_room (self->second->item));
  g_autofree char *duration = NULL;

  if (self->end < self->start + 60)
    /* Translators: the names of two rooms: "No time to go from Hall 1 to Hall 2" */
    return g_strdup_printf (_("No time to go from %s to %s"), from, to);
  duration = lanyard_format_duration (self->end - self->start);
  /* Translators: a duration and the names of two rooms: "3 min to go from Hall 1 to Hall 2" */
  return g_strdup_printf (_("%s to go from %s to %s"), duration, from, to);
}

/**
 * lanyard_conflict_dup_description:
 * @self: a conflict
 * @zone: the zone in which times are shown
 *
 * Says when and for how long both run, or how much time there is between two rooms.
 *
 * Returns: (transfer full): a line
 */
char *
lanyard_conflict_dup_description (LanyardConflict *self,
                                  LanyardZone     *zone)
{
  g_autofree char *time = NULL;
  g_autofree char *duration = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  if (self->kind == LANYARD_CONFLICT_ROOM_CHANGE)
    return dup_room_change (self);
  if (self->end < self->start + 60)
    {
      time = lanyard_format_time (zone, self->start);
      /* Translators: %s is a time; two talks run then: "Both at 10:15" */
      return g_strdup_printf (_("Both at %s"), time);
    }
  time = lanyard_format_time_range (zone, self->start, self->end);
  duration = lanyard_format_duration (self->end - self->start);
  /* Translators: a stretch of time and how long it is; two talks run then: "Both 10:15–10:30 (15 min)" */
  return g_strdup_printf (_("Both %s (%s)"), time, duration);
}
