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
 * lanyard_open_conference_get_local_zone:
 * @self: an open conference
 *
 * Gets the zone that this computer is in now.
 *
 * Returns: (transfer none): the zone
 */
LanyardZone *
lanyard_open_conference_get_local_zone (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return lanyard_local_zone_get_zone (self->local_zone);
}

/**
 * lanyard_open_conference_get_own_zone:
 * @self: an open conference
 *
 * Gets the zone of the conference.
 *
 * Returns: (transfer none) (nullable): the zone, %NULL if nothing is loaded or
 *   the programme names a zone that nobody knows
 */
LanyardZone *
lanyard_open_conference_get_own_zone (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->own_zone;
}

/**
 * lanyard_open_conference_get_compared_zone:
 * @self: an open conference
 *
 * Gets the zone with which the first is compared, whether the times of both
 * are shown or not: the conference's, or this computer's where the first is
 * the conference's. For what always says both, such as a talk's own page.
 *
 * Returns: (transfer none) (nullable): the zone, %NULL if it would be the same
 */
LanyardZone *
lanyard_open_conference_get_compared_zone (LanyardOpenConference *self)
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

/* Two cities may have one clock: then the same times twice would say nothing. */
static gboolean
clocks_agree (LanyardOpenConference *self,
              LanyardZone           *zone,
              LanyardZone           *other)
{
  gint64 first;
  gint64 last;

  lanyard_open_conference_get_span (self, &first, &last);
  return lanyard_zone_get_offset (zone, first) == lanyard_zone_get_offset (other, first) &&
         lanyard_zone_get_offset (zone, last) == lanyard_zone_get_offset (other, last);
}

/**
 * lanyard_open_conference_get_second_zone:
 * @self: an open conference
 *
 * Gets the zone whose times rows and headings show beside those of the first.
 *
 * Returns: (transfer none) (nullable): the zone, %NULL unless somebody wants to
 *   see both and they differ
 */
LanyardZone *
lanyard_open_conference_get_second_zone (LanyardOpenConference *self)
{
  LanyardZone *second;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  if (!self->shows_both)
    return NULL;
  second = lanyard_open_conference_get_compared_zone (self);
  if (second == NULL || clocks_agree (self, lanyard_open_conference_get_zone (self), second))
    return NULL;
  return second;
}

/**
 * lanyard_open_conference_get_shows_both:
 * @self: an open conference
 *
 * Gets whether somebody wants to see the times of two zones.
 *
 * Returns: whether both are wanted
 */
gboolean
lanyard_open_conference_get_shows_both (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), FALSE);

  return self->shows_both;
}

/**
 * lanyard_open_conference_set_shows_both:
 * @self: an open conference
 * @shows_both: whether both are wanted
 *
 * Chooses whether times are shown in two zones. "zone" is notified, because
 * whatever shows times must show them anew.
 */
void
lanyard_open_conference_set_shows_both (LanyardOpenConference *self,
                                        gboolean               shows_both)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  if (self->shows_both == !!shows_both)
    return;
  self->shows_both = !!shows_both;
  lanyard_open_conference_notify_zone (self);
}

/**
 * lanyard_open_conference_get_span:
 * @self: an open conference
 * @first: (out): when it begins, UTC seconds
 * @last: (out): its last second, UTC seconds
 *
 * Gets the time for which zones are named and compared: names and differences
 * change with the season, and that of the conference counts. Without a
 * conference, or without its dates, it is now.
 */
void
lanyard_open_conference_get_span (LanyardOpenConference *self,
                                  gint64                *first,
                                  gint64                *last)
{
  const LanyardConferenceFields *fields = NULL;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (first != NULL && last != NULL);

  if (self->programme != NULL)
    fields = lanyard_conference_get_fields (lanyard_programme_get_conference (self->programme));
  *first = fields != NULL ? fields->start : LANYARD_NO_TIME;
  if (*first == LANYARD_NO_TIME)
    *first = lanyard_open_conference_get_now (self);
  *last = fields != NULL && fields->end > *first ? fields->end - 1 : *first;
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
