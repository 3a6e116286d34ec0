/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filters in words, for the popover, the chips and the menu of an item. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-filter-phrases.h"
#include "time/lanyard-time-format.h"

/**
 * lanyard_phrase_filter_field:
 * @field: a field
 *
 * Says by what items are told apart.
 *
 * Returns: (transfer none): a word, as a heading
 */
const char *
lanyard_phrase_filter_field (LanyardFilterField field)
{
  switch (field)
    {
    case LANYARD_FILTER_SESSION: return C_("filter", "Session");
    case LANYARD_FILTER_ROOM: return C_("filter", "Room");
    case LANYARD_FILTER_TYPE: return C_("filter", "Type");
    case LANYARD_FILTER_LANGUAGE: return C_("filter", "Language");
    case LANYARD_FILTER_KEYWORD: return C_("filter", "Keyword");
    default: g_return_val_if_reached ("");
    }
}

/**
 * lanyard_phrase_filter_decided:
 * @decided: one thing that can be decided
 *
 * Says what a filter keeps by what somebody decided.
 *
 * Returns: (transfer none): a word or two
 */
const char *
lanyard_phrase_filter_decided (LanyardFilterDecided decided)
{
  switch (decided)
    {
    case LANYARD_FILTER_GOING: return C_("filter", "Going");
    case LANYARD_FILTER_MAYBE: return C_("filter", "Maybe");
    case LANYARD_FILTER_SEEN: return C_("filter", "Seen");
    case LANYARD_FILTER_WATCH_LATER: return C_("filter", "Watch Later");
    case LANYARD_FILTER_NOTED: return C_("filter", "With a Note");
    case LANYARD_FILTER_DECIDED_NOTHING:
    default: g_return_val_if_reached ("");
    }
}

/**
 * lanyard_phrase_filter_value:
 * @programme: (nullable): the programme that has it
 * @field: a field
 * @value: a value of that field
 *
 * Says what a filter keeps: a session by its name, anything else as it is.
 *
 * Returns: (transfer full): the value's name
 */
char *
lanyard_phrase_filter_value (LanyardProgramme   *programme,
                             LanyardFilterField  field,
                             const char         *value)
{
  LanyardSession *session = NULL;

  if (field == LANYARD_FILTER_SESSION && programme != NULL)
    session = lanyard_programme_find_session (programme, value);
  return g_strdup (session != NULL ? lanyard_session_get_title (session) : value);
}

/**
 * lanyard_phrase_filter_hour:
 * @minute: a minute of the day
 *
 * Writes a time of day as clocks show it here.
 *
 * Returns: (transfer full): the time
 */
char *
lanyard_phrase_filter_hour (int minute)
{
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();

  return lanyard_format_time (utc, (gint64) minute * 60);
}

/**
 * lanyard_phrase_filter_hours:
 * @filter: a filter by time of day
 *
 * Says from when until when items begin that it keeps.
 *
 * Returns: (transfer full) (nullable): "from 14:00", "until 12:00", "14:00–18:00";
 *   %NULL if it keeps items at any time
 */
char *
lanyard_phrase_filter_hours (LanyardFilter *filter)
{
  g_autofree char *from_text = NULL;
  g_autofree char *until_text = NULL;
  int from;
  int until;

  if (!lanyard_filter_get_hours (filter, &from, &until))
    return NULL;
  from_text = lanyard_phrase_filter_hour (from);
  until_text = lanyard_phrase_filter_hour (until);
  if (until == 24 * 60)
    /* Translators: a filter by time of day: "From 14:00" */
    return g_strdup_printf (_("From %s"), from_text);
  if (from == 0)
    /* Translators: a filter by time of day: "Until 12:00" */
    return g_strdup_printf (_("Until %s"), until_text);
  /* Translators: a filter by time of day: "14:00–18:00" */
  return g_strdup_printf (_("%s–%s"), from_text, until_text);
}
