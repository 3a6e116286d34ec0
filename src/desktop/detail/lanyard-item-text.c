/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An item as plain text, for a chat or a mail: what somebody needs who does not
 * have the programme. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "lanyard-item-text.h"
#include "time/lanyard-time-format.h"

/* With the year, for it may be read much later, and with the zone. */
static char *
dup_when (LanyardOpenConference *open,
          LanyardItem           *item)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *day = NULL;
  g_autofree char *times = NULL;
  g_autofree char *zone_name = NULL;

  if (!lanyard_item_is_scheduled (item))
    return g_strdup (_("Not scheduled yet"));
  day = lanyard_format_day (lanyard_zone_get_day (zone, start), LANYARD_DAY_FULL);
  times = lanyard_format_time_range (zone, start, lanyard_item_get_end (item));
  zone_name = lanyard_format_zone (zone, start);
  /* Translators: a day, a range of times and the zone: "Monday 5 October 2026, 10:00–10:30, Prague time (CEST)" */
  return g_strdup_printf (C_("day, times and zone", "%s, %s, %s"), day, times, zone_name);
}

static char *
dup_where (LanyardRoom *room)
{
  const char *venue = lanyard_room_get_venue (room);

  if (venue == NULL)
    return g_strdup (lanyard_room_get_name (room));
  /* Translators: a room, then the building that it is in */
  return g_strdup_printf (C_("room and venue", "%s, %s"), lanyard_room_get_name (room), venue);
}

static void
add_persons (GStrvBuilder *lines,
             LanyardItem  *item)
{
  g_autofree char *speakers = NULL;

  if (!LANYARD_IS_TALK (item))
    return;
  speakers = lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
  if (speakers != NULL)
    g_strv_builder_add (lines, speakers);
}

/**
 * lanyard_item_text_dup:
 * @open: the conference
 * @item: a talk or a break of it
 *
 * Writes down what an item is: title, time with its zone, the time in the
 * second zone if both are shown, room, session, speakers and address, each on a
 * line of its own.
 *
 * Returns: (transfer full): several lines, without one at the end
 */
char *
lanyard_item_text_dup (LanyardOpenConference *open,
                       LanyardItem           *item)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *elsewhere = lanyard_phrase_when_elsewhere (open, item);

  g_strv_builder_add (lines, lanyard_item_get_title (item));
  g_strv_builder_take (lines, dup_when (open, item));
  if (elsewhere != NULL)
    g_strv_builder_add (lines, elsewhere);
  if (lanyard_item_get_room (item) != NULL)
    g_strv_builder_take (lines, dup_where (lanyard_item_get_room (item)));
  if (lanyard_item_get_session (item) != NULL)
    g_strv_builder_add (lines, lanyard_session_get_title (lanyard_item_get_session (item)));
  add_persons (lines, item);
  if (lanyard_item_text_get_url (item) != NULL)
    g_strv_builder_add (lines, lanyard_item_text_get_url (item));
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

/**
 * lanyard_item_text_get_url:
 * @item: a talk or a break
 *
 * Gets the address of an item's page.
 *
 * Returns: (transfer none) (nullable): the address, if it has a page
 */
const char *
lanyard_item_text_get_url (LanyardItem *item)
{
  return LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->url : NULL;
}
