/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small things that Indico's objects are made of: ids, texts, stamps,
 * rooms, addresses. Nothing here trusts a member's type. The other parts of
 * the Indico importer call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-rich-text.h"

#include "lanyard-feed-text.h"
#include "lanyard-indico-private.h"

/* Years in which a conference is held. Indico's own oldest events are of the
 * 1980s; what lies outside is a slip of the keyboard. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

/* Gives an id, which Indico writes as a number in one place and as a string in
 * another (trap 9). Returns NULL where there is none. */
const char *
lanyard_indico_id (LanyardIndicoReader *reader,
                   JsonObject          *object,
                   const char          *name)
{
  return lanyard_json_get_id (object, name, reader->draft->strings);
}

/* Gives a name or title, or NULL where it is missing or blank. */
const char *
lanyard_indico_line (LanyardIndicoReader *reader,
                     JsonObject          *object,
                     const char          *name)
{
  return lanyard_feed_text_line (reader->draft->strings, lanyard_json_get_string (object, name));
}

/* Fills a name or title. */
void
lanyard_indico_fill_line (LanyardIndicoReader  *reader,
                          JsonObject           *object,
                          const char           *name,
                          const char          **field)
{
  if (*field == NULL)
    *field = lanyard_indico_line (reader, object, name);
}

/* Fills a text of several lines. */
void
lanyard_indico_fill_block (LanyardIndicoReader  *reader,
                           JsonObject           *object,
                           const char           *name,
                           const char          **field)
{
  if (*field == NULL)
    *field = lanyard_feed_text_block (reader->draft->strings, lanyard_json_get_string (object, name));
}

/* Fills a session's or talk's description. It is Markdown, but talks that came
 * over from Indico 1.x may be HTML, and the export does not say which. */
void
lanyard_indico_fill_description (LanyardIndicoReader  *reader,
                                 JsonObject           *object,
                                 const char          **field,
                                 LanyardTextFormat    *format)
{
  if (*field != NULL)
    return;
  lanyard_indico_fill_block (reader, object, "description", field);
  if (*field != NULL)
    *format = lanyard_text_format_guess (*field);
}

/* Fills the organisers' minutes, which are HTML; absent ones are {}, not null
 * (trap 10). */
void
lanyard_indico_fill_minutes (LanyardIndicoReader  *reader,
                             JsonObject           *object,
                             const char          **field)
{
  JsonObject *note = lanyard_json_get_object (object, "note");

  if (note != NULL)
    lanyard_indico_fill_block (reader, note, "html", field);
}

/* Gives an address that is absolute and safe to open, or NULL. Timetables hold
 * relative ones (trap 12), which begin at the server's root, not at the path
 * that an Indico may be mounted under. */
const char *
lanyard_indico_absolute_url (LanyardIndicoReader *reader,
                             const char          *url)
{
  g_autofree char *absolute = NULL;

  url = lanyard_feed_text_line (reader->draft->strings, url);
  if (url == NULL)
    return NULL;
  if (g_uri_peek_scheme (url) == NULL)
    {
      if (reader->base == NULL)
        return NULL;
      absolute = g_uri_resolve_relative (reader->base, url, G_URI_FLAGS_ENCODED, NULL);
      if (absolute == NULL)
        return NULL;
      url = g_string_chunk_insert (reader->draft->strings, absolute);
    }
  return lanyard_url_is_safe (url) ? url : NULL;
}

/* Fills an address. */
void
lanyard_indico_fill_url (LanyardIndicoReader  *reader,
                         JsonObject           *object,
                         const char           *name,
                         const char          **field)
{
  if (*field == NULL)
    *field = lanyard_indico_absolute_url (reader, lanyard_json_get_string (object, name));
}

/* Reads @n_digits digits and the separator after them, if there is to be one. */
static gboolean
read_digits (const char **at,
             guint        n_digits,
             char         separator,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**at);
    }
  if (separator == '\0')
    return TRUE;
  if (**at != separator)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* "HH:MM", "HH:MM:SS" or "HH:MM:SS.ffffff" (trap 11). */
static gboolean
read_clock (const char *text,
            int        *hour,
            int        *minute,
            int        *second)
{
  *second = 0;
  if (!read_digits (&text, 2, ':', hour) || !read_digits (&text, 2, '\0', minute))
    return FALSE;
  if (*text == ':')
    {
      text++;
      if (!read_digits (&text, 2, '\0', second))
        return FALSE;
      if (*text == '.')
        text += 1 + strspn (text + 1, "0123456789");
    }
  return *text == '\0';
}

/* The zone of a stamp: the one beside it, else the conference's. A zone that
 * nobody knows gives no time rather than a wrong one. */
static LanyardZone *
stamp_zone (LanyardIndicoReader *reader,
            JsonObject          *stamp)
{
  const char *name = lanyard_json_get_string (stamp, "tz");

  if (name == NULL)
    name = reader->draft->conference.zone;
  return lanyard_draft_get_zone (reader->draft, name != NULL ? name : "UTC");
}

/* The instant that a {"date", "time", "tz"} means. */
static gint64
instant (LanyardIndicoReader *reader,
         JsonObject          *object,
         const char          *name)
{
  JsonObject *stamp = lanyard_json_get_object (object, name);
  const char *date, *clock;
  int year, month, day, hour, minute, second;
  LanyardZone *zone;

  if (stamp == NULL)
    return LANYARD_NO_TIME;
  date = lanyard_json_get_string (stamp, "date");
  clock = lanyard_json_get_string (stamp, "time");
  if (date == NULL || clock == NULL)
    return LANYARD_NO_TIME;
  if (!read_digits (&date, 4, '-', &year) || !read_digits (&date, 2, '-', &month) ||
      !read_digits (&date, 2, '\0', &day) || *date != '\0' || !read_clock (clock, &hour, &minute, &second))
    return LANYARD_NO_TIME;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return LANYARD_NO_TIME;
  zone = stamp_zone (reader, stamp);
  return zone != NULL ? lanyard_zone_resolve (zone, year, month, day, hour, minute, second) : LANYARD_NO_TIME;
}

/* Fills start and end, which belong together. */
void
lanyard_indico_fill_times (LanyardIndicoReader *reader,
                           JsonObject          *object,
                           gint64              *start,
                           gint64              *end)
{
  if (*start != LANYARD_NO_TIME)
    return;
  *start = instant (reader, object, "startDate");
  *end = instant (reader, object, "endDate");
}

/* Fills a duration. Minutes, whole in an event's export, with a fraction in a
 * timetable's (trap 7). */
void
lanyard_indico_fill_duration (JsonObject *object,
                              guint      *duration)
{
  double minutes;

  if (*duration == 0 && lanyard_json_get_number (object, "duration", &minutes) &&
      minutes > 0 && minutes <= 31 * 24 * 60)
    *duration = (guint) (minutes * 60 + 0.5);
}

/* A room's name without the quotes that some organisers type around it
 * (trap 14); quotes within a name stay. */
static const char *
without_quotes (LanyardIndicoReader *reader,
                const char          *name)
{
  gsize length = strlen (name);
  g_autofree char *inner = NULL;

  if (length < 2 || name[0] != '"' || name[length - 1] != '"')
    return name;
  inner = g_strndup (name + 1, length - 2);
  if (strchr (inner, '"') != NULL)
    return name;
  return lanyard_feed_text_line (reader->draft->strings, inner);
}

/* Fills a room; blank ones are none. */
void
lanyard_indico_fill_room (LanyardIndicoReader  *reader,
                          JsonObject           *object,
                          LanyardDraftRoom    **field)
{
  const char *name;

  if (*field != NULL)
    return;
  name = lanyard_indico_line (reader, object, "room");
  if (name == NULL)
    name = lanyard_indico_line (reader, object, "roomFullname");
  if (name != NULL)
    name = without_quotes (reader, name);
  if (name != NULL)
    *field = lanyard_draft_ensure_room (reader->draft, name, lanyard_indico_line (reader, object, "location"));
}

/* Fills "#rrggbb". */
void
lanyard_indico_fill_color (LanyardIndicoReader  *reader,
                           JsonObject           *object,
                           const char          **field)
{
  if (*field == NULL)
    *field = lanyard_feed_text_color (reader->draft->strings, lanyard_json_get_string (object, "color"));
}
