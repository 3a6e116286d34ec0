/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What button, menu, dialog and hint say of zones, for the dates of the
 * conference that is open. Main thread. */

#include "config.h"

#include "lanyard-zone-phrases.h"
#include "time/lanyard-time-format.h"

/**
 * lanyard_phrase_zone:
 * @open: the conference
 * @zone: a zone
 *
 * Names a zone, with the short name that is in force when the conference
 * begins.
 *
 * Returns: (transfer full): "Prague time (CEST)"
 */
char *
lanyard_phrase_zone (LanyardOpenConference *open,
                     LanyardZone           *zone)
{
  gint64 first;
  gint64 last;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  lanyard_open_conference_get_span (open, &first, &last);
  return lanyard_format_zone (zone, first);
}

/**
 * lanyard_phrase_zone_shortly:
 * @open: the conference
 * @zone: a zone
 *
 * Names a zone in little room, by the short name that is in force when the
 * conference begins.
 *
 * Returns: (transfer full): "CEST", or "UTC+05:30" if it has none
 */
char *
lanyard_phrase_zone_shortly (LanyardOpenConference *open,
                             LanyardZone           *zone)
{
  gint64 first;
  gint64 last;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  lanyard_open_conference_get_span (open, &first, &last);
  return lanyard_zone_dup_abbreviation (zone, first);
}

/**
 * lanyard_phrase_zone_difference:
 * @open: the conference
 *
 * Says how the zone that is shown differs from the one it is compared with,
 * while the conference lasts.
 *
 * Returns: (transfer full) (nullable): "Prague is 7 hours behind Tokyo", %NULL
 *   if there is nothing to compare
 */
char *
lanyard_phrase_zone_difference (LanyardOpenConference *open)
{
  LanyardZone *other;
  gint64 first;
  gint64 last;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  other = lanyard_open_conference_get_compared_zone (open);
  if (other == NULL)
    return NULL;
  lanyard_open_conference_get_span (open, &first, &last);
  return lanyard_format_zone_difference_between (lanyard_open_conference_get_zone (open), other, first, last);
}
