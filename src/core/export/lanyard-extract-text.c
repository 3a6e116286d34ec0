/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what goes out is said in words: whose talk, in which room, on which day,
 * in which zone. Called by the text to share and by the pages to print; any
 * thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-extract-text.h"

#include "model/lanyard-own-entry.h"
#include "plan/lanyard-day.h"
#include "time/lanyard-time-format.h"

/* Makes a stretch of time hold all that begins. */
static void
widen (LanyardExtract *extract,
       gint64         *first,
       gint64         *last)
{
  GPtrArray *items = lanyard_extract_get_fields (extract)->items;

  for (guint i = 0; i < items->len; i++)
    {
      gint64 start = lanyard_item_get_start (g_ptr_array_index (items, i));

      if (start == LANYARD_NO_TIME)
        continue;
      *first = *first == LANYARD_NO_TIME ? start : MIN (*first, start);
      *last = *last == LANYARD_NO_TIME ? start : MAX (*last, start);
    }
}

/* Private: in which zone the times are; where the clocks change in between,
 * both short names are said. */
char *
lanyard_extract_dup_zone_line (LanyardExtract *self,
                               LanyardZone    *zone)
{
  g_autoptr (GPtrArray) extracts = g_ptr_array_new ();

  g_ptr_array_add (extracts, self);
  return lanyard_extracts_dup_zone_line (extracts, zone);
}

/* Private: the same of several. */
char *
lanyard_extracts_dup_zone_line (GPtrArray   *extracts,
                                LanyardZone *zone)
{
  gint64 first = LANYARD_NO_TIME;
  gint64 last = LANYARD_NO_TIME;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < extracts->len; i++)
    widen (g_ptr_array_index (extracts, i), &first, &last);
  if (first == LANYARD_NO_TIME && extracts->len > 0)
    first = last = lanyard_conference_get_fields (
        lanyard_programme_get_conference (lanyard_extract_get_fields (extracts->pdata[0])->programme))->start;
  if (first == LANYARD_NO_TIME)
    first = last = 0;

  before = lanyard_zone_dup_abbreviation (zone, first);
  after = lanyard_zone_dup_abbreviation (zone, last);
  if (!g_str_equal (before, after))
    /* Translators: "Times in Europe/Prague (CEST, then CET)" */
    return g_strdup_printf (_("Times in %s (%s, then %s)"), lanyard_zone_get_id (zone), before, after);
  if (g_str_equal (before, lanyard_zone_get_id (zone)))
    /* Translators: %s is a time zone without a name of its own, such as UTC */
    return g_strdup_printf (_("Times in %s"), before);
  /* Translators: a time zone and its short name: "Times in Asia/Tokyo (JST)" */
  return g_strdup_printf (_("Times in %s (%s)"), lanyard_zone_get_id (zone), before);
}

/* Private: who speaks, who leads, or whom one meets; %NULL for nobody. */
char *
lanyard_extract_dup_who (LanyardItem *item)
{
  if (LANYARD_IS_TALK (item))
    return lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
  if (LANYARD_IS_BLOCK (item))
    return lanyard_credits_dup_names (lanyard_block_get_leads (LANYARD_BLOCK (item)), LANYARD_ROLE_LEAD);
  if (LANYARD_IS_OWN_ENTRY (item))
    return g_strdup (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->people);
  return NULL;
}

/* Private: the room, or the place of an own entry; %NULL for none. */
char *
lanyard_extract_dup_where (LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);

  return room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL;
}

/* Private: on which day in the zone it begins, %LANYARD_DAY_NONE without a time. */
guint
lanyard_extract_get_day (LanyardItem *item,
                         LanyardZone *zone)
{
  return lanyard_item_is_scheduled (item) ? lanyard_zone_get_day (zone, lanyard_item_get_start (item))
                                          : LANYARD_DAY_NONE;
}

/* Private: a day's heading. */
char *
lanyard_extract_dup_day (guint day)
{
  return day != LANYARD_DAY_NONE ? lanyard_format_day (day, LANYARD_DAY_FULL) : g_strdup (_("Not Scheduled Yet"));
}

/* Private: how much it is wanted, itself or with its session. */
LanyardLevel
lanyard_extract_get_level (LanyardExtract *self,
                           LanyardItem    *item)
{
  LanyardPlan *plan = lanyard_extract_get_fields (self)->plan;
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardLevel level = LANYARD_LEVEL_NONE;

  if (LANYARD_IS_OWN_ENTRY (item))
    return LANYARD_LEVEL_GOING;
  if (plan == NULL)
    return LANYARD_LEVEL_NONE;
  if (!LANYARD_IS_BLOCK (item))
    level = lanyard_plan_get_level (plan, lanyard_item_get_kind (item), lanyard_item_get_key (item));
  if (level == LANYARD_LEVEL_NONE && session != NULL)
    level = lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
  return level;
}
