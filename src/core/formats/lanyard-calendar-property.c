/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mends single properties of a calendar before libical reads them, for it
 * drops a property with anything wrong in it: dates as ISO 8601 has them, with
 * an offset or as of another type than they are, durations as a clock shows
 * them, lone backslashes. What nothing is made of is left out.
 * lanyard-calendar-text.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"
#include "lanyard-feed-time.h"

/* Longest value of what may be several; libical goes through each anew. */
#define LONGEST_LIST 1024

/* Longest values otherwise, in bytes: libical takes time that grows with the
 * square of these. Nobody reads longer texts. */
#define LONGEST_TEXT (200 * 1000)
#define LONGEST_LINE (64 * 1024)

/* How many times one line may add to a series, or take out of it. */
#define MOST_STAMPS 500

/* Years of time zones as well as of conferences. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2199

typedef enum
{
  OTHER, /* known, but of no use */
  TEXT,
  LIST,
  PLAIN,
  STAMP,
  STAMPS,
  DURATION,
  OFFSET,
} PropertyType;

static const struct
{
  const char   *name;
  PropertyType  type;
} properties[] = {
  { "ATTACH", PLAIN }, { "ATTENDEE", PLAIN }, { "CATEGORIES", LIST }, { "CATEGORY", LIST }, { "CONFERENCE", PLAIN },
  { "DESCRIPTION", TEXT }, { "DTEND", STAMP }, { "DTSTART", STAMP }, { "DURATION", DURATION },
  { "LOCATION", TEXT }, { "NAME", TEXT }, { "ORGANIZER", PLAIN }, { "PRODID", TEXT }, { "EXDATE", STAMPS }, { "RDATE", STAMPS },
  { "RECURRENCE-ID", STAMP }, { "RRULE", PLAIN }, { "STATUS", PLAIN }, { "SUMMARY", TEXT }, { "TZID", TEXT },
  { "TZOFFSETFROM", OFFSET }, { "TZOFFSETTO", OFFSET }, { "UID", TEXT }, { "URL", PLAIN }, { "VTIMEZONE", TEXT },
  { "X-ALT-DESC", TEXT }, { "X-LANYARD-LANGUAGE", TEXT }, { "X-LANYARD-SUBTITLE", TEXT },
  { "X-LANYARD-TITLE", TEXT }, { "X-LANYARD-TYPE", TEXT }, { "X-LIC-LOCATION", TEXT }, { "X-WR-CALDESC", TEXT },
  { "X-WR-CALNAME", TEXT }, { "X-WR-TIMEZONE", TEXT },
  { "ACTION", OTHER }, { "BEGIN", OTHER }, { "CALSCALE", OTHER }, { "CLASS", OTHER }, { "COLOR", OTHER },
  { "COMMENT", OTHER }, { "CONTACT", OTHER }, { "CREATED", OTHER }, { "DTSTAMP", OTHER }, { "END", OTHER },
  { "GEO", OTHER }, { "IMAGE", OTHER }, { "LAST-MODIFIED", OTHER }, { "METHOD", OTHER }, { "PRIORITY", OTHER },
  { "REFRESH-INTERVAL", OTHER }, { "RELATED-TO", OTHER }, { "RESOURCES", OTHER }, { "SEQUENCE", OTHER },
  { "SOURCE", OTHER }, { "TRANSP", OTHER }, { "TRIGGER", OTHER }, { "TZNAME", OTHER }, { "VERSION", OTHER },
};

static PropertyType
find_type (const char *name,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strlen (properties[i].name) == length && g_ascii_strncasecmp (name, properties[i].name, length) == 0)
      return properties[i].type;
  return OTHER;
}

/* Whether a line that begins with these letters and ":" or ";" is a property,
 * rather than a stray line of text: "Note: bring a laptop" is none. */
gboolean
lanyard_calendar_property_is_known (const char *name,
                                    gsize       length)
{
  gboolean is_upper = length >= 3;

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strlen (properties[i].name) == length && g_ascii_strncasecmp (name, properties[i].name, length) == 0)
      return TRUE;
  if (length > 2 && (name[0] | 0x20) == 'x' && name[1] == '-')
    return TRUE;
  for (gsize i = 0; i < length; i++)
    is_upper = is_upper && (g_ascii_isupper (name[i]) || name[i] == '-');
  return is_upper;
}

/* The colon before the value, which is not one in quotes. */
static const char *
find_value (const char *line)
{
  gboolean is_quoted = FALSE;

  for (const char *at = line; *at != '\0'; at++)
    if (*at == '"')
      is_quoted = !is_quoted;
    else if (*at == ':' && !is_quoted)
      return at + 1;
  return strchr (line, ':') != NULL ? strchr (line, ':') + 1 : NULL;
}

/* Reads up to @n_digits digits; FALSE where there are fewer. */
static gboolean
read_number (const char **at,
             guint        n_digits,
             int         *number)
{
  *number = 0;
  for (guint i = 0; i < n_digits; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**at);
    }
  return TRUE;
}

static void
pass (const char **at,
      char         separator)
{
  if (**at == separator)
    (*at)++;
}

/* "Z", "+02:00" or "+0200" after a time, in seconds. */
static gboolean
read_offset (const char **at,
             gboolean    *has_offset,
             int         *offset)
{
  int sign = **at == '-' ? -1 : 1;
  int hours, minutes;

  *has_offset = FALSE;
  *offset = 0;
  if (**at == 'Z' || **at == 'z')
    {
      *has_offset = TRUE;
      (*at)++;
      return TRUE;
    }
  if (**at != '+' && **at != '-')
    return TRUE;
  (*at)++;
  if (!read_number (at, 2, &hours))
    return FALSE;
  pass (at, ':');
  if (!read_number (at, 2, &minutes) || hours > 14 || minutes > 59)
    return FALSE;
  *has_offset = TRUE;
  *offset = sign * (hours * 60 + minutes) * 60;
  return TRUE;
}

static gboolean
read_clock (const char **at,
            int         *hour,
            int         *minute,
            int         *second)
{
  *second = 0;
  if (!read_number (at, 2, hour))
    return FALSE;
  pass (at, ':');
  if (!read_number (at, 2, minute))
    return FALSE;
  pass (at, ':');
  if (g_ascii_isdigit (**at) && !read_number (at, 2, second))
    return FALSE;
  if (**at == '.' || **at == ',')
    *at += 1 + strspn (*at + 1, "0123456789");
  return *hour < 24 && *minute < 60 && *second < 61;
}

/* Writes a date or a date and time as RFC 5545 has it; NULL where it is none. */
static char *
dup_stamp (const char *at)
{
  int year, month, day, hour, minute, second, offset;
  gboolean has_offset;
  g_autoptr (GDateTime) stamp = NULL;

  at += strspn (at, " \t");
  if (!read_number (&at, 4, &year))
    return NULL;
  pass (&at, '-');
  if (!read_number (&at, 2, &month))
    return NULL;
  pass (&at, '-');
  if (!read_number (&at, 2, &day) || year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return NULL;
  if (at[strspn (at, " \t\r,;")] == '\0')
    return g_strdup_printf (";VALUE=DATE:%04d%02d%02d", year, month, day);

  if (*at != 'T' && *at != 't' && *at != ' ')
    return NULL;
  at++;
  if (!read_clock (&at, &hour, &minute, &second) || !read_offset (&at, &has_offset, &offset) ||
      (*at != '\0' && strchr (" \t,;", *at) == NULL))
    return NULL;
  if (has_offset)
    {
      g_autoptr (GDateTime) local = g_date_time_new_utc (year, month, day, hour, minute, MIN (second, 59));

      stamp = local != NULL ? g_date_time_add_seconds (local, -offset) : NULL;
      return stamp != NULL ? g_date_time_format (stamp, ":%Y%m%dT%H%M%SZ") : NULL;
    }
  return g_strdup_printf (":%04d%02d%02dT%02d%02d%02d", year, month, day, hour, minute, MIN (second, 59));
}

/* What a calendar calls the zone of a time, without quotes; it goes on to the
 * value's colon, even where it has one itself: "GMT+01:00". */
static char *
dup_zone_id (const char *parameters,
             const char *value)
{
  const char *at = parameters;

  for (; at < value; at++)
    if (*at == ';' && g_ascii_strncasecmp (at, ";TZID=", 6) == 0)
      {
        const char *start = at + 6;
        gboolean is_quoted = *start == '"';
        const char *end = start + is_quoted;

        while (end < value && (is_quoted ? *end != '"' : *end != ';'))
          end++;
        return g_strndup (start + is_quoted, end - start - is_quoted);
      }
  return NULL;
}

static void
append_one_stamp (GString    *text,
                  const char *name,
                  const char *id,
                  const char *stamp)
{
  g_string_append (text, name);
  if (id != NULL && *id != '\0' && strpbrk (id, "\"\\^") == NULL && !g_str_has_suffix (stamp, "Z"))
    g_string_append_printf (text, ";TZID=\"%s\"", id);
  g_string_append_printf (text, "%s\r\n", stamp);
}

/* The value is the first thing after a colon that is a date. */
static void
append_stamp (GString    *text,
              const char *name,
              const char *line,
              gsize       name_length)
{
  for (const char *colon = strchr (line, ':'); colon != NULL; colon = strchr (colon + 1, ':'))
    {
      g_autofree char *stamp = dup_stamp (colon + 1);
      g_autofree char *id = NULL;

      if (stamp == NULL)
        continue;
      id = dup_zone_id (line + name_length, colon);
      append_one_stamp (text, name, id, stamp);
      return;
    }
}

/* Several in one line become a property each. Of a stretch of time, such as
 * "20261002T090000Z/PT1H", the beginning counts. */
static void
append_stamps (GString    *text,
               const char *name,
               const char *line,
               gsize       name_length,
               const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", MOST_STAMPS + 1);
  g_autofree char *id = dup_zone_id (line + name_length, value - 1);

  for (guint i = 0; i < MOST_STAMPS && parts[i] != NULL; i++)
    {
      g_autofree char *stamp = NULL;

      parts[i][strcspn (parts[i], "/")] = '\0';
      stamp = dup_stamp (parts[i]);
      if (stamp != NULL)
        append_one_stamp (text, name, id, stamp);
    }
}

/* "PT1H30M"; "013000", as frab writes it; and what a clock shows. */
static void
append_duration (GString    *text,
                 const char *value)
{
  g_autofree char *stripped = g_strstrip (g_ascii_strup (value, -1));
  guint seconds;

  if (strlen (stripped) == 6 && strspn (stripped, "0123456789") == 6)
    g_string_append_printf (text, "DURATION:PT%.2sH%.2sM%.2sS\r\n", stripped, stripped + 2, stripped + 4);
  else if (lanyard_feed_duration_read (stripped, &seconds))
    g_string_append_printf (text, "DURATION:PT%uS\r\n", seconds);
}

/* "+0100"; xCal has "+01:00", of which libical makes a minute. */
static void
append_offset (GString    *text,
               const char *name,
               const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", 3);
  g_autofree char *offset = g_strjoinv ("", parts);

  g_string_append_printf (text, "%s:%s\r\n", name, offset);
}

/* A backslash that begins no escape stands for itself. FALSE where the end of
 * the text had to be left out. */
static gboolean
append_text (GString    *text,
             const char *value)
{
  const char *begin = value;

  for (; *value != '\0' && (value - begin < LONGEST_TEXT || ((guchar) *value & 0xc0) == 0x80); value++)
    {
      if (*value == '\\' && (value[1] == '\0' || strchr ("\\;,nN\"", value[1]) == NULL))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *value);
      if (*value == '\\' && value[1] != '\0' && strchr ("\\;,nN\"", value[1]) != NULL)
        g_string_append_c (text, *++value);
    }
  g_string_append (text, "\r\n");
  return *value == '\0';
}

/* Adds a property to a component, mended, if something is made of it. FALSE
 * where it is too long for that, or to be whole. */
gboolean
lanyard_calendar_property_append (GString    *text,
                                  const char *line,
                                  gsize       name_length)
{
  PropertyType type = find_type (line, name_length);
  const char *value = find_value (line);
  g_autofree char *name = NULL;

  if (type == OTHER || value == NULL || value[strspn (value, " \t\r")] == '\0')
    return TRUE;

  name = g_ascii_strup (line, name_length);
  if (strcmp (name, "VTIMEZONE") == 0)
    g_set_str (&name, "X-WR-TIMEZONE");
  if (type != TEXT && strlen (line) > (type == LIST ? LONGEST_LIST : LONGEST_LINE))
    return FALSE;
  switch (type)
    {
    case STAMP:
      append_stamp (text, name, line, name_length);
      return TRUE;
    case STAMPS:
      append_stamps (text, name, line, name_length, value);
      return TRUE;
    case DURATION:
      append_duration (text, value);
      return TRUE;
    case OFFSET:
      append_offset (text, name, value);
      return TRUE;
    case LIST:
      g_string_append_printf (text, "CATEGORIES:%s\r\n", value);
      return TRUE;
    case PLAIN:
      g_string_append_printf (text, "%s%s\r\n", name, line + name_length);
      return TRUE;
    case TEXT:
    case OTHER:
    default:
      g_string_append_printf (text, "%s:", name);
      return append_text (text, value);
    }
}
