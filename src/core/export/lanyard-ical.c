/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes items as iCalendar (RFC 5545) for calendar programs. Times are in UTC,
 * so that no zone need be described. The window calls it. Any thread. */

#include "config.h"

#include <stdlib.h>

#include <libical/ical.h>

#include "lanyard-ical-private.h"
#include "lanyard-ical.h"

/* libical escapes neither commas nor semicolons in a category, for it takes it
 * for several. These stand for them until the calendar is written: characters
 * for private use, of one octet more than what takes their place, so that no
 * line becomes too long. */
#define COMMA_IN_CATEGORY "\uE000"
#define SEMICOLON_IN_CATEGORY "\uE001"

static void
add_text (icalcomponent *component,
          icalproperty *(*make) (const char *text),
          const char    *text)
{
  g_autofree char *clean = lanyard_ical_clean (text != NULL ? text : "");

  if (*clean != '\0')
    icalcomponent_add_property (component, make (clean));
}

static void
add_category (icalcomponent  *component,
              LanyardSession *session)
{
  g_autoptr (GString) category = g_string_new (lanyard_session_get_title (session));

  g_string_replace (category, ",", COMMA_IN_CATEGORY, 0);
  g_string_replace (category, ";", SEMICOLON_IN_CATEGORY, 0);
  add_text (component, icalproperty_new_categories, category->str);
}

static struct icaltimetype
utc_time (gint64 instant)
{
  return icaltime_from_timet_with_zone (instant, FALSE, icaltimezone_get_utc_timezone ());
}

/* Who picks a session means its blocks and talks as well. */
static LanyardLevel
level_of (LanyardPlan *plan,
          LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardLevel level = LANYARD_LEVEL_NONE;

  if (lanyard_item_get_kind (item) != LANYARD_KIND_BLOCK)
    level = lanyard_plan_get_level (plan, lanyard_item_get_kind (item), lanyard_item_get_key (item));
  if (level == LANYARD_LEVEL_NONE && session != NULL)
    level = lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
  return level;
}

static icalproperty_status
status_of (LanyardProgramme *programme,
           LanyardPlan      *plan,
           LanyardItem      *item)
{
  LanyardSession *session = lanyard_item_get_session (item);

  if (lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->is_cancelled ||
      lanyard_item_is_cancelled (item) || (session != NULL && lanyard_session_is_cancelled (session)))
    return ICAL_STATUS_CANCELLED;
  if (plan != NULL && level_of (plan, item) == LANYARD_LEVEL_MAYBE)
    return ICAL_STATUS_TENTATIVE;
  return ICAL_STATUS_CONFIRMED;
}

static void
add_times (icalcomponent     *event,
           LanyardConference *conference,
           LanyardItem       *item,
           gint64             now)
{
  gint64 imported_at = lanyard_conference_get_fields (conference)->imported_at;
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  icalcomponent_add_property (event, icalproperty_new_dtstamp (utc_time (now)));
  icalcomponent_add_property (event,
                              icalproperty_new_lastmodified (utc_time (imported_at > 0 ? imported_at : now)));
  icalcomponent_add_property (event, icalproperty_new_sequence (0));
  icalcomponent_add_property (event, icalproperty_new_dtstart (utc_time (start)));
  /* RFC 5545 3.8.2.2: the end must be later than the start. */
  if (end != LANYARD_NO_TIME && end > start)
    icalcomponent_add_property (event, icalproperty_new_dtend (utc_time (end)));
}

static icalcomponent *
make_event (LanyardProgramme *programme,
            LanyardPlan      *plan,
            LanyardItem      *item,
            gint64            now)
{
  LanyardConference *conference = lanyard_programme_get_conference (programme);
  LanyardSession *session = lanyard_item_get_session (item);
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = lanyard_ical_dup_uid (conference, item);
  g_autofree char *summary = lanyard_ical_dup_summary (item);
  g_autofree char *location = lanyard_ical_dup_location (conference, item);
  g_autofree char *description = lanyard_ical_dup_description (programme, item);

  add_text (event, icalproperty_new_uid, uid);
  add_times (event, conference, item, now);
  add_text (event, icalproperty_new_summary, summary);
  add_text (event, icalproperty_new_location, location);
  add_text (event, icalproperty_new_description, description);
  add_text (event, icalproperty_new_url, lanyard_ical_get_url (item));
  if (session != NULL)
    add_category (event, session);
  icalcomponent_add_property (event, icalproperty_new_status (status_of (programme, plan, item)));
  return event;
}

static icalcomponent *
make_calendar (void)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  g_autofree char *prodid = g_strdup_printf ("-//Lanyard//Lanyard %s//EN", APP_VERSION);

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (prodid));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  return calendar;
}

static GBytes *
write_calendar (icalcomponent *calendar)
{
  char *written = icalcomponent_as_ical_string_r (calendar);
  GString *text = g_string_new (written);

  free (written);
  g_string_replace (text, COMMA_IN_CATEGORY, "\\,", 0);
  g_string_replace (text, SEMICOLON_IN_CATEGORY, "\\;", 0);
  return g_string_free_to_bytes (text);
}

/**
 * lanyard_ical_export:
 * @programme: whose items they are
 * @plan: (nullable): what is picked: what is a maybe there is tentative
 * @items: (element-type LanyardItem): talks, blocks and breaks; a talk of an
 *   outline has no description
 * @now: when this is, UTC seconds
 * @n_left_out: (out) (optional): how many had no time, and so no place in a calendar
 *
 * Writes a calendar with an entry for each item. An item has the same UID each
 * time; for Indico the one that Indico's own export gives it.
 *
 * Returns: (transfer full): the calendar as RFC 5545 has it, UTF-8
 */
GBytes *
lanyard_ical_export (LanyardProgramme *programme,
                     LanyardPlan      *plan,
                     GPtrArray        *items,
                     gint64            now,
                     guint            *n_left_out)
{
  icalcomponent *calendar;
  GBytes *bytes;
  guint n_unscheduled = 0;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (plan == NULL || LANYARD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (items != NULL, NULL);

  calendar = make_calendar ();
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (lanyard_item_is_scheduled (item))
        icalcomponent_add_component (calendar, make_event (programme, plan, item, now));
      else
        n_unscheduled++;
    }

  bytes = write_calendar (calendar);
  icalcomponent_free (calendar);
  if (n_left_out != NULL)
    *n_left_out = n_unscheduled;
  return bytes;
}
