/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes items as iCalendar (RFC 5545) for calendar programs. The same plans
 * and settings give the same bytes, so that whoever keeps a file knows whether
 * anything has changed. Window, command line and living calendar call it. Any
 * thread. */

#include "config.h"

#include <stdlib.h>

#include <libical/ical.h>

#include "lanyard-extract-text.h"
#include "lanyard-ical-private.h"
#include "lanyard-ical.h"

#include "model/lanyard-own-entry.h"

/* libical escapes neither commas nor semicolons in a category, for it takes it
 * for several, nor where a name begins with X. These stand for them until the calendar is written: characters
 * for private use, of one octet more than what takes their place, so that no
 * line becomes too long. */
#define MASKED_COMMA "\uE000"
#define MASKED_SEMICOLON "\uE001"

/* What is written. */
typedef struct
{
  icalcomponent             *calendar;   /* owned */
  const LanyardIcalSettings *settings;   /* borrowed */
  GPtrArray                 *events;     /* owned, of icalcomponent, which the calendar takes */
  GHashTable                *zones;      /* owned: name -> LanyardZone, of all that is described */
  guint                      n_left_out;
} Writer;

/* What of one conference is written, with its writer. */
typedef struct
{
  Writer                     *writer;    /* borrowed */
  LanyardExtract             *source;    /* borrowed */
  const LanyardExtractFields *extract;   /* borrowed: of source */
  LanyardIcalRevisions       *revisions; /* borrowed */
} Page;

static void
add_text (icalcomponent *component,
          icalproperty *(*make) (const char *text),
          const char    *text)
{
  g_autofree char *clean = lanyard_ical_clean (text != NULL ? text : "");

  if (*clean != '\0')
    icalcomponent_add_property (component, make (clean));
}

static char *
mask_separators (const char *text)
{
  GString *masked = g_string_new (text);

  g_string_replace (masked, ",", MASKED_COMMA, 0);
  g_string_replace (masked, ";", MASKED_SEMICOLON, 0);
  return g_string_free_and_steal (masked);
}

static void
add_category (icalcomponent  *component,
              LanyardSession *session)
{
  g_autofree char *category = mask_separators (lanyard_session_get_title (session));

  add_text (component, icalproperty_new_categories, category);
}

static struct icaltimetype
utc_time (gint64 instant)
{
  return icaltime_from_timet_with_zone (instant, FALSE, icaltimezone_get_utc_timezone ());
}

static icalproperty_status
status_of (const Page  *page,
           LanyardItem *item)
{
  LanyardConference *conference = lanyard_programme_get_conference (page->extract->programme);
  LanyardSession *session = lanyard_item_get_session (item);

  if (lanyard_item_get_kind (item) == LANYARD_KIND_OWN)
    return ICAL_STATUS_CONFIRMED;
  if (lanyard_conference_get_fields (conference)->is_cancelled ||
      lanyard_item_is_cancelled (item) || (session != NULL && lanyard_session_is_cancelled (session)))
    return ICAL_STATUS_CANCELLED;
  if (lanyard_extract_get_level (page->source, item) == LANYARD_LEVEL_MAYBE)
    return ICAL_STATUS_TENTATIVE;
  return ICAL_STATUS_CONFIRMED;
}

/* The zone in which an item's times are said. */
static LanyardZone *
find_zone (const Page  *page,
           LanyardItem *item)
{
  const char *name = lanyard_conference_get_zone (lanyard_programme_get_conference (page->extract->programme));
  LanyardZone *zone;

  if (LANYARD_IS_OWN_ENTRY (item) && lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->zone != NULL)
    name = lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->zone;
  if (name == NULL)
    return NULL;

  zone = g_hash_table_lookup (page->writer->zones, name);
  if (zone == NULL)
    {
      zone = lanyard_zone_new (name);
      if (zone != NULL)
        g_hash_table_insert (page->writer->zones, g_strdup (name), zone);
    }
  return zone;
}

static void
add_instant (icalcomponent *event,
             LanyardZone   *zone,
             icalproperty *(*make) (struct icaltimetype time),
             gint64         instant)
{
  icalproperty *property;

  if (zone == NULL || !lanyard_ical_zone_can_say (zone, instant))
    {
      icalcomponent_add_property (event, make (utc_time (instant)));
      return;
    }
  property = make (icaltime_from_timet_with_zone (instant + lanyard_zone_get_offset (zone, instant), FALSE, NULL));
  icalproperty_add_parameter (property, icalparameter_new_tzid (lanyard_zone_get_id (zone)));
  icalcomponent_add_property (event, property);
}

/* Without a METHOD the stamp is when the entry was changed last (RFC 5545
 * 3.8.7.2), and so the same in each export of the same. */
static void
add_times (icalcomponent *event,
           const Page    *page,
           LanyardItem   *item)
{
  LanyardZone *zone = page->writer->settings->has_zones ? find_zone (page, item) : NULL;
  gint64 modified_at = lanyard_ical_revisions_get_modified_at (page->revisions, item);
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  icalcomponent_add_property (event, icalproperty_new_dtstamp (utc_time (modified_at)));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (utc_time (modified_at)));
  icalcomponent_add_property (
      event, icalproperty_new_sequence (lanyard_ical_revisions_get_sequence (page->revisions, item)));
  add_instant (event, zone, icalproperty_new_dtstart, start);
  /* RFC 5545 3.8.2.2: the end must be later than the start. */
  if (end != LANYARD_NO_TIME && end > start)
    add_instant (event, zone, icalproperty_new_dtend, end);
}

static void
add_alarm (icalcomponent *event,
           int            minutes,
           const char    *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = {
    .time = icaltime_null_time (),
    .duration = icaldurationtype_from_int (-minutes * 60),
  };

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  add_text (alarm, icalproperty_new_description, summary);
  icalcomponent_add_component (event, alarm);
}

static icalcomponent *
make_event (const Page  *page,
            LanyardItem *item)
{
  LanyardProgramme *programme = page->extract->programme;
  LanyardConference *conference = lanyard_programme_get_conference (programme);
  LanyardSession *session = lanyard_item_get_session (item);
  icalproperty_status status = status_of (page, item);
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *uid = lanyard_ical_dup_uid (conference, item);
  g_autofree char *summary = lanyard_ical_dup_summary (item);
  g_autofree char *location = lanyard_ical_dup_location (conference, item);
  g_autofree char *description = lanyard_ical_dup_description (programme, page->extract->plan, item);

  add_text (event, icalproperty_new_uid, uid);
  add_times (event, page, item);
  add_text (event, icalproperty_new_summary, summary);
  add_text (event, icalproperty_new_location, location);
  add_text (event, icalproperty_new_description, description);
  add_text (event, icalproperty_new_url, lanyard_ical_get_url (item));
  if (session != NULL)
    add_category (event, session);
  icalcomponent_add_property (event, icalproperty_new_status (status));
  /* What does not take place keeps nobody busy, and calls nobody. */
  if (status == ICAL_STATUS_CANCELLED)
    icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  else if (page->writer->settings->alarm != LANYARD_ICAL_NO_ALARM)
    add_alarm (event, page->writer->settings->alarm, summary);
  return event;
}

/* RFC 7986 has the first; programs read the second. */
static void
add_name (icalcomponent *calendar,
          const char    *name)
{
  g_autofree char *clean = lanyard_ical_clean (name);
  g_autofree char *masked = mask_separators (clean);
  icalproperty *old_name = icalproperty_new_x (masked);

  icalproperty_set_x_name (old_name, "X-WR-CALNAME");
  icalcomponent_add_property (calendar, icalproperty_new_name (clean));
  icalcomponent_add_property (calendar, old_name);
}

static icalcomponent *
make_calendar (const LanyardIcalSettings *settings)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  g_autofree char *prodid = g_strdup_printf ("-//Lanyard//Lanyard %s//EN", APP_VERSION);

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (prodid));
  if (settings->name != NULL && *settings->name != '\0')
    add_name (calendar, settings->name);
  return calendar;
}

static GBytes *
write_calendar (icalcomponent *calendar)
{
  char *written = icalcomponent_as_ical_string_r (calendar);
  GString *text = g_string_new (written);

  free (written);
  g_string_replace (text, MASKED_COMMA, "\\,", 0);
  g_string_replace (text, MASKED_SEMICOLON, "\\;", 0);
  return g_string_free_to_bytes (text);
}

static void
add_extract (Writer         *writer,
             LanyardExtract *extract)
{
  const LanyardExtractFields *fields = lanyard_extract_get_fields (extract);
  g_autoptr (LanyardIcalRevisions) revisions = lanyard_ical_revisions_new (fields);
  const Page page = { writer, extract, fields, revisions };

  for (guint i = 0; i < fields->items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (fields->items, i);

      if (lanyard_item_is_scheduled (item))
        g_ptr_array_add (writer->events, make_event (&page, item));
      else
        writer->n_left_out++;
    }
}

static void
find_span (GPtrArray *extracts,
           gint64    *first,
           gint64    *last)
{
  *first = G_MAXINT64;
  *last = G_MININT64;
  for (guint i = 0; i < extracts->len; i++)
    {
      GPtrArray *items = lanyard_extract_get_fields (g_ptr_array_index (extracts, i))->items;

      for (guint j = 0; j < items->len; j++)
        {
          LanyardItem *item = g_ptr_array_index (items, j);

          if (!lanyard_item_is_scheduled (item))
            continue;
          *first = MIN (*first, lanyard_item_get_start (item));
          *last = MAX (*last, lanyard_item_get_end (item));
        }
    }
}

/* A calendar has to have something in it (RFC 5545 3.6). */
static void
describe_utc (Writer *writer)
{
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();

  icalcomponent_add_component (writer->calendar, lanyard_ical_zone_describe (utc, 0, 0));
}

/* Before the entries, for some readers want to know a zone when they meet it.
 * Several names may mean one zone. */
static void
describe_zones (Writer    *writer,
                GPtrArray *extracts)
{
  g_autoptr (GHashTable) described = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) zones = g_hash_table_get_values (writer->zones);
  gint64 first, last;

  if (writer->events->len == 0)
    describe_utc (writer);
  find_span (extracts, &first, &last);
  for (GList *at = zones; at != NULL && first <= last; at = at->next)
    if (g_hash_table_add (described, (gpointer) lanyard_zone_get_id (at->data)))
      icalcomponent_add_component (writer->calendar, lanyard_ical_zone_describe (at->data, first, last));
}

/**
 * lanyard_ical_export:
 * @extracts: (element-type LanyardExtract): what goes into the calendar; a
 *   history's newest changes come first, as the store lists them
 * @settings: how it is written
 * @n_left_out: (out) (optional): how many had no time, and so no place in a calendar
 *
 * Writes a calendar with an entry for each item. An item has the same UID each
 * time; for Indico and pretalx the one that their own export gives it.
 *
 * Returns: (transfer full): the calendar as RFC 5545 has it, UTF-8
 */
GBytes *
lanyard_ical_export (GPtrArray                 *extracts,
                     const LanyardIcalSettings *settings,
                     guint                     *n_left_out)
{
  Writer writer = { NULL };
  GBytes *bytes;

  g_return_val_if_fail (extracts != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  writer.calendar = make_calendar (settings);
  writer.settings = settings;
  writer.events = g_ptr_array_new ();
  writer.zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lanyard_zone_unref);
  for (guint i = 0; i < extracts->len; i++)
    add_extract (&writer, g_ptr_array_index (extracts, i));
  describe_zones (&writer, extracts);
  for (guint i = 0; i < writer.events->len; i++)
    icalcomponent_add_component (writer.calendar, g_ptr_array_index (writer.events, i));

  bytes = write_calendar (writer.calendar);
  icalcomponent_free (writer.calendar);
  g_ptr_array_unref (writer.events);
  g_hash_table_unref (writer.zones);
  if (n_left_out != NULL)
    *n_left_out = writer.n_left_out;
  return bytes;
}
