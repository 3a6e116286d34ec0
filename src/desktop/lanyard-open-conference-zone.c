/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which zone the open conference shows its times. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

/**
 * lanyard_open_conference_get_zone:
 * @self: an open conference
 *
 * Gets the zone in which times are shown.
 *
 * Returns: (transfer none): the zone
 */
LanyardZone *
lanyard_open_conference_get_zone (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  if (self->choice == LANYARD_ZONE_CONFERENCE && self->own_zone != NULL)
    return self->own_zone;
  if (self->choice == LANYARD_ZONE_OTHER && self->other_zone != NULL)
    return self->other_zone;
  return lanyard_local_zone_get_zone (self->local_zone);
}

/**
 * lanyard_open_conference_get_second_zone:
 * @self: an open conference
 *
 * Gets the zone whose times are shown beside those of the first: the
 * conference's, or this computer's where the first is the conference's.
 *
 * Returns: (transfer none) (nullable): the zone, %NULL if it would be the same
 */
LanyardZone *
lanyard_open_conference_get_second_zone (LanyardOpenConference *self)
{
  LanyardZone *first;
  LanyardZone *second;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  first = lanyard_open_conference_get_zone (self);
  second = self->own_zone;
  if (second == NULL || lanyard_zone_equal (first, second))
    second = lanyard_local_zone_get_zone (self->local_zone);
  return lanyard_zone_equal (first, second) ? NULL : second;
}

/**
 * lanyard_open_conference_get_zone_choice:
 * @self: an open conference
 *
 * Gets which zone was chosen.
 *
 * Returns: the choice
 */
LanyardZoneChoice
lanyard_open_conference_get_zone_choice (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), LANYARD_ZONE_LOCAL);

  return self->choice;
}

/**
 * lanyard_open_conference_set_zone_choice:
 * @self: an open conference
 * @choice: which zone
 * @other: (nullable): the zone for %LANYARD_ZONE_OTHER; %NULL keeps the last
 *
 * Chooses in which zone times are shown.
 */
void
lanyard_open_conference_set_zone_choice (LanyardOpenConference *self,
                                         LanyardZoneChoice      choice,
                                         LanyardZone           *other)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  if (other != NULL)
    {
      g_clear_pointer (&self->other_zone, lanyard_zone_unref);
      self->other_zone = lanyard_zone_ref (other);
    }
  self->choice = choice;
  lanyard_open_conference_notify_zone (self);
}
