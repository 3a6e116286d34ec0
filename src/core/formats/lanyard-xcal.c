/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads xCal, iCalendar in XML, with libxml2 as events: that of Pentabarf,
 * frab and pretalx, whose elements hold their values, and that of RFC 6321, in
 * which each value is in an element of its type. What comes of it are
 * iCalendar's lines. No DTD is read, no entity but XML's own is known, nothing
 * is fetched. lanyard-calendar.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <libxml/parser.h>

#include "lanyard-calendar-private.h"

typedef struct
{
  LanyardCalendarText *text;        /* borrowed */
  guint                depth;       /* of elements */
  guint                n_open;      /* components */
  guint                at_property; /* at which depth the property is that is open; 0 if none is */
  guint                at_parameters;
  char                *name;        /* owned, nullable: the property's */
  GString             *value;       /* owned */
  GString             *zone;        /* owned: what the property calls its zone */
  GString             *person;      /* owned: the name of who it is about */
  GString             *parameter;   /* borrowed, nullable: the parameter that is being read */
} Reader;

/* What Pentabarf calls its own, and what becomes of it. */
static const struct
{
  const char *element;
  const char *property;
} own_elements[] = {
  { "title", "X-LANYARD-TITLE" },
  { "subtitle", "X-LANYARD-SUBTITLE" },
  { "language-code", "X-LANYARD-LANGUAGE" },
};

static gboolean
is_component (const char *name)
{
  static const char * const components[] = {
    "vcalendar", "vevent", "vtimezone", "standard", "daylight", "valarm", "vtodo", "vjournal", "vfreebusy", NULL
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (components, lower);
}

/* The property that an element is; NULL where nothing is made of it. */
static char *
dup_property (const char *name,
              const char *prefix)
{
  if (g_strcmp0 (prefix, "pentabarf") == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (own_elements); i++)
        if (strcmp (name, own_elements[i].element) == 0)
          return g_strdup (own_elements[i].property);
      return g_strdup ("X-UNKNOWN");
    }
  /* Not a track, but what kind of talk it is. */
  if (g_ascii_strcasecmp (name, "category") == 0)
    return g_strdup ("X-LANYARD-TYPE");
  return g_ascii_strup (name, -1);
}

static void
begin_property (Reader     *reader,
                const char *name,
                const char *prefix)
{
  reader->at_property = reader->depth;
  reader->at_parameters = 0;
  reader->parameter = NULL;
  reader->name = dup_property (name, prefix);
  g_string_truncate (reader->value, 0);
  g_string_truncate (reader->zone, 0);
  g_string_truncate (reader->person, 0);
}

/* An element inside a property: its parameters, one of them, or a value. */
static void
begin_inside (Reader     *reader,
              const char *name)
{
  if (reader->depth == reader->at_property + 1)
    {
      if (strcmp (name, "parameters") == 0)
        reader->at_parameters = reader->depth;
      else if (strcmp (reader->name, "CATEGORIES") == 0)
        g_string_append_c (reader->value, '\n');
      else
        g_string_truncate (reader->value, 0);
    }
  else if (reader->at_parameters != 0 && reader->depth == reader->at_parameters + 1)
    reader->parameter = strcmp (name, "tzid") == 0 ? reader->zone : strcmp (name, "cn") == 0 ? reader->person
                                                                                             : NULL;
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Reader *reader = data;

  reader->depth++;
  if (reader->at_property != 0)
    begin_inside (reader, (const char *) name);
  else if (prefix == NULL && is_component ((const char *) name))
    {
      reader->n_open++;
      lanyard_calendar_text_open (reader->text, (const char *) name);
    }
  else if (reader->n_open > 0 && strcmp ((const char *) name, "properties") != 0 &&
           strcmp ((const char *) name, "components") != 0)
    begin_property (reader, (const char *) name, (const char *) prefix);
}

/* How many blanks all lines but the first begin with: those by which the XML is
 * indented, rather than the text. */
static gsize
find_indent (const char *text)
{
  gsize indent = G_MAXSIZE;

  for (const char *line = strchr (text, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    {
      gsize blanks = strspn (line + 1, " ");

      if (line[1 + blanks] != '\n' && line[1 + blanks] != '\0')
        indent = MIN (indent, blanks);
    }
  return indent != G_MAXSIZE ? indent : 0;
}

/* The value as iCalendar escapes texts (RFC 5545 3.3.11). */
static void
append_escaped (GString    *line,
                const char *value)
{
  gsize indent = find_indent (value);

  value += strspn (value, " \t\r\n");
  for (; *value != '\0'; value++)
    if (*value == '\n')
      {
        g_string_append (line, "\\n");
        value += MIN (indent, strspn (value + 1, " "));
      }
    else
      {
        if (strchr ("\\;,", *value) != NULL)
          g_string_append_c (line, '\\');
        g_string_append_c (line, *value);
      }
}

static gboolean
is_text (const char *name)
{
  static const char * const texts[] = { "DESCRIPTION", "LOCATION", "NAME", "SUMMARY", "TZID", "UID", NULL };

  return g_str_has_prefix (name, "X-") || g_strv_contains (texts, name);
}

static void
append_categories (GString    *line,
                   const char *value)
{
  g_auto (GStrv) categories = g_strsplit (value, "\n", 0);
  gboolean is_first = TRUE;

  for (guint i = 0; categories[i] != NULL; i++)
    if (*g_strstrip (categories[i]) != '\0')
      {
        if (!is_first)
          g_string_append_c (line, ',');
        is_first = FALSE;
        append_escaped (line, categories[i]);
      }
}

/* What is not UTF-8 goes through libxml2 as it is, where it recovers. */
static void
end_property (Reader *reader)
{
  g_autoptr (GString) line = g_string_new (reader->name);
  g_autofree char *valid = NULL;

  if (reader->zone->len > 0 && strchr (reader->zone->str, '"') == NULL)
    g_string_append_printf (line, ";TZID=\"%s\"", g_strstrip (reader->zone->str));
  if (reader->person->len > 0 && strpbrk (reader->person->str, "\"\n") == NULL)
    g_string_append_printf (line, ";CN=\"%s\"", reader->person->str);
  g_string_append_c (line, ':');
  if (is_text (reader->name))
    append_escaped (line, reader->value->str);
  else if (strcmp (reader->name, "CATEGORIES") == 0)
    append_categories (line, reader->value->str);
  else
    g_string_append (line, g_strdelimit (g_strstrip (reader->value->str), "\r\n", ' '));
  valid = g_utf8_make_valid (line->str, line->len);
  lanyard_calendar_text_add (reader->text, valid);
  g_clear_pointer (&reader->name, g_free);
  reader->at_property = 0;
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *reader = data;

  if (reader->at_property == reader->depth)
    end_property (reader);
  else if (reader->at_property != 0)
    {
      if (reader->at_parameters == reader->depth)
        reader->at_parameters = 0;
      else if (reader->at_parameters + 1 == reader->depth)
        reader->parameter = NULL;
    }
  else if (prefix == NULL && is_component ((const char *) name) && reader->n_open > 0)
    {
      reader->n_open--;
      lanyard_calendar_text_close (reader->text, (const char *) name);
    }
  if (reader->depth > 0)
    reader->depth--;
}

static void
characters_cb (void          *data,
               const xmlChar *characters,
               int            length)
{
  Reader *reader = data;

  if (reader->at_property == 0)
    return;
  if (reader->at_parameters == 0)
    g_string_append_len (reader->value, (const char *) characters, length);
  else if (reader->parameter != NULL)
    g_string_append_len (reader->parameter, (const char *) characters, length);
}

/* Whether the "&" at @at begins one of XML's own entities or a character's
 * number. */
static gboolean
is_reference (const char *at,
              const char *end)
{
  static const char * const names[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if ((gsize) (end - at) >= strlen (names[i]) && strncmp (at, names[i], strlen (names[i])) == 0)
      return TRUE;
  return FALSE;
}

/* The document with each "&" escaped that should be: once libxml2 has met one
 * that is not, it leaves out all those that are. What else the "&" may have
 * stood for is left to who reads the text. */
static GBytes *
escape_ampersands (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  const char *end = data + size;
  GString *escaped = NULL;
  const char *done = data;

  if (size < 4 || memchr (data, '\0', 4) != NULL || (guchar) data[0] >= 0xfe)
    return g_bytes_ref (document);
  for (const char *at = data; at < end && (at = memchr (at, '&', end - at)) != NULL; at++)
    if (!is_reference (at, end))
      {
        if (escaped == NULL)
          escaped = g_string_sized_new (size + size / 8);
        g_string_append_len (escaped, done, at - done);
        g_string_append (escaped, "&amp;");
        done = at + 1;
      }
  if (escaped == NULL)
    return g_bytes_ref (document);
  g_string_append_len (escaped, done, end - done);
  return g_string_free_to_bytes (escaped);
}

/* Reads xCal, as far as it goes where it is not well-formed. */
void
lanyard_xcal_read_elements (GBytes              *document,
                            LanyardCalendarText *text)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
  };
  Reader reader = { .text = text, .value = g_string_new (NULL), .zone = g_string_new (NULL), .person = g_string_new (NULL) };
  xmlParserCtxt *context = xmlCreatePushParserCtxt (&handler, &reader, NULL, 0, NULL);
  g_autoptr (GBytes) escaped = escape_ampersands (document);
  gsize size;
  const char *data = g_bytes_get_data (escaped, &size);

  xmlCtxtUseOptions (context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseChunk (context, data, (int) size, 1);
  text->is_mended |= !context->wellFormed;
  xmlFreeParserCtxt (context);
  lanyard_calendar_text_end (text);
  g_free (reader.name);
  g_string_free (reader.value, TRUE);
  g_string_free (reader.zone, TRUE);
  g_string_free (reader.person, TRUE);
}
