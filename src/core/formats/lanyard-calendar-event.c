/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one VEVENT with libical: what the feed says, not yet what it means.
 * lanyard-calendar.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-entities.h"
#include "text/lanyard-rich-text.h"

#include "lanyard-calendar-private.h"
#include "lanyard-feed-text.h"

/* Longest name of a character, with its "&" and ";". */
#define LONGEST_ENTITY 12

/* No conference was before; what says so is a slip. */
#define FIRST_YEAR 1900

/* No talk has more speakers, nor more categories. */
#define MOST_STRINGS 1000

/* Adds the character that an entity at @at stands for; returns its length, 0
 * where there is none. */
static gsize
append_entity (GString    *text,
               const char *at)
{
  const char *end = memchr (at, ';', strnlen (at, LONGEST_ENTITY));
  g_autofree char *name = NULL;
  gunichar character;

  if (end == NULL || end < at + 2)
    return 0;
  name = g_strndup (at + 1, end - at - 1);
  if (name[0] != '#')
    character = lanyard_entity_get_character (name);
  else if (name[1] == 'x' || name[1] == 'X')
    character = g_ascii_strtoull (name + 2, NULL, 16);
  else
    character = g_ascii_strtoull (name + 1, NULL, 10);
  if (character == 0 || !g_unichar_validate (character))
    return 0;
  g_string_append_unichar (text, character);
  return end + 1 - at;
}

/* A name or title. iCalendar knows no entities, but many producers write what
 * they have for their web pages. */
const char *
lanyard_calendar_line (LanyardCalendarReader *reader,
                       const char            *text)
{
  g_autoptr (GString) plain = NULL;

  if (text == NULL || strchr (text, '&') == NULL)
    return lanyard_feed_text_line (reader->draft->strings, text);

  plain = g_string_new (NULL);
  while (*text != '\0')
    {
      gsize length = *text == '&' ? append_entity (plain, text) : 0;

      if (length == 0)
        g_string_append_c (plain, *text);
      text += MAX (length, 1);
    }
  return lanyard_feed_text_line (reader->draft->strings, plain->str);
}

/* An address that is absolute and safe to open, or NULL. */
const char *
lanyard_calendar_url (LanyardCalendarReader *reader,
                      const char            *url)
{
  g_autofree char *absolute = NULL;

  url = lanyard_feed_text_line (reader->draft->strings, url);
  if (url == NULL)
    return NULL;
  if (g_uri_peek_scheme (url) == NULL)
    {
      if (reader->address == NULL)
        return NULL;
      absolute = g_uri_resolve_relative (reader->address, url, G_URI_FLAGS_ENCODED, NULL);
      if (absolute == NULL)
        return NULL;
      url = g_string_chunk_insert (reader->draft->strings, absolute);
    }
  return lanyard_url_is_safe (url) ? url : NULL;
}

/* A property's value where it is text of any kind. */
static const char *
property_text (icalproperty *property)
{
  const icalvalue *value = icalproperty_get_value (property);

  if (value == NULL)
    return NULL;
  switch ((int) icalvalue_isa (value))
    {
    case ICAL_TEXT_VALUE: return icalvalue_get_text (value);
    case ICAL_STRING_VALUE: return icalvalue_get_string (value);
    case ICAL_X_VALUE: return icalvalue_get_x (value);
    case ICAL_URI_VALUE: return icalvalue_get_uri (value);
    case ICAL_CALADDRESS_VALUE: return icalvalue_get_caladdress (value);
    default: return NULL;
    }
}

/* FALSE where there are too many already. */
static gboolean
add_string (GPtrArray  **strings,
            const char  *string)
{
  if (string == NULL)
    return TRUE;
  if (*strings != NULL && (*strings)->len == MOST_STRINGS)
    return FALSE;
  if (*strings == NULL)
    *strings = g_ptr_array_new ();
  g_ptr_array_add (*strings, (char *) string);
  return TRUE;
}

/* Adds what a property leads to. @kind is what it is where its address does not
 * tell. */
static void
add_link (LanyardCalendarReader *reader,
          LanyardCalendarEvent  *event,
          icalproperty          *property,
          const char            *url,
          const char            *title_parameter,
          LanyardLinkKind        kind)
{
  const char *title = lanyard_calendar_line (reader, icalproperty_get_parameter_as_string (property, title_parameter));
  const char *content_type = lanyard_calendar_line (reader, icalproperty_get_parameter_as_string (property, "FMTTYPE"));
  LanyardLinkKind guess;

  url = lanyard_calendar_url (reader, url);
  if (url == NULL)
    return;
  guess = lanyard_link_guess_kind (url, title, content_type);
  if (event->links == NULL)
    event->links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  g_ptr_array_add (event->links,
                   lanyard_link_new (url, title, guess == LANYARD_LINK_WEB ? kind : guess, content_type, 0));
}

static const char *
get_zone_id (icalproperty *property)
{
  icalparameter *id = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  return id != NULL ? icalparameter_get_tzid (id) : NULL;
}

static gint64
read_time (LanyardCalendarReader *reader,
           icalproperty          *property)
{
  struct icaltimetype time = icalvalue_get_datetimedate (icalproperty_get_value (property));

  if (time.year < FIRST_YEAR)
    return LANYARD_NO_TIME;
  return lanyard_calendar_zones_resolve (reader->zones, get_zone_id (property), time);
}

static gboolean
is_date (icalproperty *property)
{
  return icalvalue_get_datetimedate (icalproperty_get_value (property)).is_date;
}

/* A day without a time is no start that could stand in a timetable. It is told
 * in figures, for what a programme says depends on nobody's language. */
static void
read_start (LanyardCalendarReader *reader,
            LanyardCalendarEvent  *event,
            icalproperty          *property)
{
  if (event->when != NULL)
    return;
  event->when = g_string_chunk_insert (reader->draft->strings, icalproperty_get_value_as_string (property));
  event->wall = icalvalue_get_datetimedate (icalproperty_get_value (property));
  if (is_date (property))
    {
      g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", event->wall.year, event->wall.month, event->wall.day);

      event->day = event->wall.year >= FIRST_YEAR ? g_string_chunk_insert (reader->draft->strings, day) : NULL;
      return;
    }
  event->start = read_time (reader, property);
  event->zone_id = get_zone_id (property) != NULL
                       ? g_string_chunk_insert (reader->draft->strings, get_zone_id (property))
                       : NULL;
}

/* The last of several days; the day that is told as the end comes after it. */
static void
read_last_day (LanyardCalendarReader *reader,
               LanyardCalendarEvent  *event,
               icalproperty          *property)
{
  struct icaltimetype last = icalvalue_get_datetimedate (icalproperty_get_value (property));
  g_autofree char *days = NULL;

  icaltime_adjust (&last, -1, 0, 0, 0);
  if (event->day == NULL || icaltime_compare_date_only (last, event->wall) <= 0)
    return;
  /* The same in every language: "2026-10-02 – 2026-10-05". */
  days = g_strdup_printf ("%s – %04d-%02d-%02d", event->day, last.year, last.month, last.day);
  event->day = g_string_chunk_insert (reader->draft->strings, days);
}

static void
add_time (GArray **times,
          gint64   time)
{
  if (time == LANYARD_NO_TIME || (*times != NULL && (*times)->len == MOST_STRINGS))
    return;
  if (*times == NULL)
    *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (*times, time);
}

/* A time that is added to a series. */
static void
read_added (LanyardCalendarReader *reader,
            LanyardCalendarEvent  *event,
            icalproperty          *property)
{
  struct icaltimetype time = icalproperty_get_rdate (property).time;

  if (time.year >= FIRST_YEAR && !time.is_date)
    add_time (&event->added, lanyard_calendar_zones_resolve (reader->zones, get_zone_id (property), time));
}

/* A time, or a whole day, that is taken out of a series. */
static void
read_left_out (LanyardCalendarReader *reader,
               LanyardCalendarEvent  *event,
               icalproperty          *property)
{
  struct icaltimetype time = icalproperty_get_exdate (property);

  if (time.is_date && time.year >= FIRST_YEAR)
    add_time (&event->left_out, -(gint64) (time.year * 10000 + time.month * 100 + time.day));
  else if (!time.is_date)
    add_time (&event->left_out, read_time (reader, property));
}

static void
read_duration (LanyardCalendarEvent *event,
               icalproperty         *property)
{
  int seconds = icaldurationtype_as_int (icalproperty_get_duration (property));

  if (seconds > 0)
    event->duration = seconds;
  event->has_end |= seconds >= 0;
}

/* Somebody by name: "CN" has it, or the value itself where that is no address,
 * as in xCal. Some programs put the address into the name. */
static const char *
read_person (LanyardCalendarReader *reader,
             icalproperty          *property)
{
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);
  icalparameter *type = icalproperty_get_first_parameter (property, ICAL_CUTYPE_PARAMETER);
  const char *text = name != NULL ? icalparameter_get_cn (name) : property_text (property);

  if (type != NULL && (icalparameter_get_cutype (type) == ICAL_CUTYPE_ROOM ||
                       icalparameter_get_cutype (type) == ICAL_CUTYPE_RESOURCE))
    return NULL;
  if (text == NULL || strchr (text, '@') != NULL || strstr (text, "://") != NULL ||
      g_str_has_prefix (text, "invalid:") || g_ascii_strncasecmp (text, "mailto:", 7) == 0)
    return NULL;
  return lanyard_calendar_line (reader, text);
}

static void
read_x (LanyardCalendarReader *reader,
        LanyardCalendarEvent  *event,
        icalproperty          *property)
{
  const char *name = icalproperty_get_x_name (property);
  const char *text = property_text (property);
  GStringChunk *strings = reader->draft->strings;

  if (g_strcmp0 (name, "X-ALT-DESC") == 0)
    {
      const char *html = lanyard_feed_text_block (strings, text);

      event->is_html = html != NULL;
      event->description = html != NULL ? html : event->description;
    }
  else if (g_strcmp0 (name, "X-LANYARD-TITLE") == 0)
    event->title = lanyard_calendar_line (reader, text);
  else if (g_strcmp0 (name, "X-LANYARD-SUBTITLE") == 0)
    event->subtitle = lanyard_calendar_line (reader, text);
  else if (g_strcmp0 (name, "X-LANYARD-TYPE") == 0)
    event->type = lanyard_calendar_line (reader, text);
  else if (g_strcmp0 (name, "X-LANYARD-LANGUAGE") == 0)
    event->language = lanyard_calendar_line (reader, text);
}

static void
read_attachment (LanyardCalendarReader *reader,
                 LanyardCalendarEvent  *event,
                 icalproperty          *property)
{
  icalattach *attachment = icalproperty_get_attach (property);

  if (attachment != NULL && icalattach_get_is_url (attachment))
    add_link (reader, event, property, icalattach_get_url (attachment), "FILENAME", LANYARD_LINK_FILE);
}

static void
fill_line (LanyardCalendarReader  *reader,
           const char            **field,
           icalproperty           *property)
{
  if (*field == NULL)
    *field = lanyard_calendar_line (reader, property_text (property));
}

/* What says when it is; FALSE where the property is another one. */
static gboolean
read_when (LanyardCalendarReader *reader,
           LanyardCalendarEvent  *event,
           icalproperty          *property)
{
  switch ((int) icalproperty_isa (property))
    {
    case ICAL_DTSTART_PROPERTY:
      read_start (reader, event, property);
      return TRUE;
    case ICAL_DTEND_PROPERTY:
      if (is_date (property))
        read_last_day (reader, event, property);
      else
        {
          event->end = read_time (reader, property);
          event->has_end = TRUE;
        }
      return TRUE;
    case ICAL_DURATION_PROPERTY:
      read_duration (event, property);
      return TRUE;
    case ICAL_RECURRENCEID_PROPERTY:
      event->recurrence = read_time (reader, property);
      return TRUE;
    case ICAL_RRULE_PROPERTY:
      if (event->rule == NULL)
        event->rule = g_string_chunk_insert (reader->draft->strings, icalproperty_get_value_as_string (property));
      return TRUE;
    case ICAL_RDATE_PROPERTY:
      read_added (reader, event, property);
      return TRUE;
    case ICAL_EXDATE_PROPERTY:
      read_left_out (reader, event, property);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_property (LanyardCalendarReader *reader,
               LanyardCalendarEvent  *event,
               icalproperty          *property)
{
  switch ((int) icalproperty_isa (property))
    {
    case ICAL_UID_PROPERTY:
      event->uid = event->uid != NULL ? event->uid
                                      : lanyard_feed_text_line (reader->draft->strings, property_text (property));
      break;
    case ICAL_SUMMARY_PROPERTY:
      fill_line (reader, &event->title, property);
      break;
    case ICAL_DESCRIPTION_PROPERTY:
      if (event->description == NULL)
        event->description = lanyard_feed_text_block (reader->draft->strings, property_text (property));
      break;
    case ICAL_LOCATION_PROPERTY:
      fill_line (reader, &event->location, property);
      break;
    case ICAL_URL_PROPERTY:
      event->url = event->url != NULL ? event->url : lanyard_calendar_url (reader, property_text (property));
      break;
    case ICAL_CATEGORIES_PROPERTY:
      if (!add_string (&event->categories, lanyard_calendar_line (reader, property_text (property))))
        lanyard_draft_remark_once (reader->draft, LANYARD_REMARK_MENDED);
      break;
    case ICAL_STATUS_PROPERTY:
      event->is_cancelled = icalproperty_get_status (property) == ICAL_STATUS_CANCELLED;
      break;
    case ICAL_ATTENDEE_PROPERTY:
      if (!add_string (&event->attendees, read_person (reader, property)))
        lanyard_draft_remark_once (reader->draft, LANYARD_REMARK_MENDED);
      break;
    case ICAL_ORGANIZER_PROPERTY:
      event->organizer = event->organizer != NULL ? event->organizer : read_person (reader, property);
      break;
    case ICAL_ATTACH_PROPERTY:
      read_attachment (reader, event, property);
      break;
    case ICAL_CONFERENCE_PROPERTY:
      add_link (reader, event, property, property_text (property), "LABEL", LANYARD_LINK_STREAM);
      break;
    case ICAL_X_PROPERTY:
      read_x (reader, event, property);
      break;
    default:
      break;
    }
}

/* Reads one VEVENT; NULL where libical finds none in it. */
LanyardCalendarEvent *
lanyard_calendar_event_new (LanyardCalendarReader *reader,
                            const char            *text)
{
  icalcomponent *component = icalcomponent_new_from_string (text);
  LanyardCalendarEvent *event;

  if (component == NULL)
    return NULL;

  event = g_new0 (LanyardCalendarEvent, 1);
  event->start = LANYARD_NO_TIME;
  event->end = LANYARD_NO_TIME;
  event->recurrence = LANYARD_NO_TIME;
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    if (!read_when (reader, event, property))
      read_property (reader, event, property);
  icalcomponent_free (component);
  return event;
}

/* Frees an event. */
void
lanyard_calendar_event_free (LanyardCalendarEvent *self)
{
  g_clear_pointer (&self->added, g_array_unref);
  g_clear_pointer (&self->left_out, g_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->attendees, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}
