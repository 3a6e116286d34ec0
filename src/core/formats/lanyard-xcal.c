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
#include "lanyard-calendar.h"
#include "lanyard-xml-mend.h"

/* How far into a document its root element may be to be recognised. */
#define HEAD 4096

/* What is longer is no rule, in bytes. */
#define LONGEST_RULE 1024

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

/* Times that a series has or has not, of which one property may hold several. */
static gboolean
is_times (const char *name)
{
  return strcmp (name, "RDATE") == 0 || strcmp (name, "EXDATE") == 0;
}

/* A part of a rule in an element of its own (RFC 6321 3.6.13), or once more the
 * same part: one of several weekdays. */
static void
begin_rule_part (Reader     *reader,
                 const char *name)
{
  g_autofree char *part = g_ascii_strup (name, -1);
  const char *last;

  if (strcmp (part, "RECUR") == 0 || reader->value->len > LONGEST_RULE)
    return;
  last = strrchr (reader->value->str, ';');
  last = last != NULL ? last + 1 : reader->value->str;
  if (g_str_has_prefix (last, part) && last[strlen (part)] == '=')
    g_string_append_c (reader->value, ',');
  else
    g_string_append_printf (reader->value, ";%s=", part);
}

/* An element with a value, or one of several values. */
static void
begin_value (Reader     *reader,
             const char *name)
{
  if (strcmp (reader->name, "RRULE") == 0)
    begin_rule_part (reader, name);
  else if (strcmp (reader->name, "CATEGORIES") == 0)
    g_string_append_c (reader->value, '\n');
  else if (is_times (reader->name))
    g_string_append_c (reader->value, ',');
  else
    g_string_truncate (reader->value, 0);
}

/* An element inside a property: its parameters, one of them, or a value, which
 * may be in parts: those of a rule, the beginning and the end of a time. */
static void
begin_inside (Reader     *reader,
              const char *name)
{
  if (reader->depth == reader->at_property + 1 && strcmp (name, "parameters") == 0)
    reader->at_parameters = reader->depth;
  else if (reader->depth == reader->at_property + 1)
    begin_value (reader, name);
  else if (reader->at_parameters != 0 && reader->depth == reader->at_parameters + 1)
    reader->parameter = strcmp (name, "tzid") == 0 ? reader->zone : strcmp (name, "cn") == 0 ? reader->person
                                                                                             : NULL;
  else if (reader->at_parameters == 0 && strcmp (reader->name, "RRULE") == 0)
    begin_rule_part (reader, name);
  else if (reader->at_parameters == 0 && is_times (reader->name) && strcmp (name, "start") != 0)
    g_string_append_c (reader->value, '/');
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
    else if (*value != '\r')
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

/* A rule as iCalendar has it: without the blanks between its elements, and the
 * day on which it ends without marks. */
static void
append_rule (GString    *line,
             const char *value)
{
  const char *begin = value + strspn (value, "; \t\r\n");
  const char *until = strstr (begin, "UNTIL=");
  const char *end = until != NULL ? until + strcspn (until, ";") : NULL;

  for (const char *at = begin; *at != '\0'; at++)
    if (!g_ascii_isspace (*at) && !(until != NULL && at > until && at < end && strchr ("-:", *at) != NULL))
      g_string_append_c (line, *at);
}

static void
end_property (Reader *reader)
{
  g_autoptr (GString) line = g_string_new (reader->name);

  if (reader->zone->len > 0 && strchr (reader->zone->str, '"') == NULL)
    g_string_append_printf (line, ";TZID=\"%s\"", g_strdelimit (g_strstrip (reader->zone->str), "\r\n", ' '));
  if (reader->person->len > 0 && strpbrk (reader->person->str, "\"\r\n") == NULL)
    g_string_append_printf (line, ";CN=\"%s\"", reader->person->str);
  g_string_append_c (line, ':');
  if (is_text (reader->name))
    append_escaped (line, reader->value->str);
  else if (strcmp (reader->name, "CATEGORIES") == 0)
    append_categories (line, reader->value->str);
  else if (strcmp (reader->name, "RRULE") == 0)
    append_rule (line, reader->value->str);
  else
    g_string_append (line, g_strdelimit (g_strstrip (reader->value->str), "\r\n", ' '));
  lanyard_calendar_text_add (reader->text, line->str);
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

/* libxml2's own words are for programmers. */
static void
error_cb (void       *data,
          const char *format,
          ...)
{
}

/* Has libxml2 go through a document; without a reader only to find out whether
 * it is well-formed. */
static gboolean
parse (GBytes *document,
       Reader *reader)
{
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .warning = error_cb, .error = error_cb };
  xmlParserCtxt *context;
  gboolean is_well_formed;

  if (reader != NULL)
    {
      handler.startElementNs = start_element_cb;
      handler.endElementNs = end_element_cb;
      handler.characters = handler.ignorableWhitespace = handler.cdataBlock = characters_cb;
    }
  context = xmlCreatePushParserCtxt (&handler, reader, NULL, 0, NULL);
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                  (reader != NULL ? XML_PARSE_RECOVER : 0));
  xmlParseChunk (context, g_bytes_get_data (document, NULL), (int) g_bytes_get_size (document), 1);
  is_well_formed = context->wellFormed;
  xmlFreeParserCtxt (context);
  return is_well_formed;
}

static void
read_elements (GBytes              *document,
               LanyardCalendarText *text)
{
  Reader reader = { .text = text, .value = g_string_new (NULL), .zone = g_string_new (NULL), .person = g_string_new (NULL) };

  parse (document, &reader);
  lanyard_calendar_text_end (text);
  g_free (reader.name);
  g_string_free (reader.value, TRUE);
  g_string_free (reader.zone, TRUE);
  g_string_free (reader.person, TRUE);
}

/* The root element, however its name is written. */
static GBytes *
find_root (GBytes *document)
{
  static const char * const names[] = { "iCalendar", "icalendar", "ICALENDAR" };
  GBytes *root = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && root == NULL; i++)
    root = lanyard_xml_find_root (document, names[i]);
  return root;
}

/**
 * lanyard_xcal_sniff:
 * @document: bytes
 *
 * Says whether bytes look like xCal: XML with a calendar in it.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_xcal_sniff (GBytes *document)
{
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) root = NULL;
  gboolean is_mended = FALSE;

  g_return_val_if_fail (document != NULL, FALSE);

  head = g_bytes_new_from_bytes (document, 0, MIN (g_bytes_get_size (document), HEAD) & ~(gsize) 1);
  decoded = lanyard_xml_decode (head, &is_mended);
  root = find_root (decoded);
  return root != NULL;
}

/* Reads xCal, as far as it goes where it is not well-formed. Where it is, it
 * has been gone through twice: libxml2 leaves things out after a mistake. */
void
lanyard_xcal_read_elements (GBytes              *document,
                            LanyardCalendarText *text)
{
  g_autoptr (GBytes) decoded = lanyard_xml_decode (document, &text->is_mended);
  g_autoptr (GBytes) root = find_root (decoded);
  g_autoptr (GBytes) mended = NULL;

  if (root == NULL || lanyard_xml_has_endless_tag (root))
    {
      text->is_mended = TRUE;
      return;
    }
  if (parse (root, NULL))
    {
      read_elements (root, text);
      return;
    }
  text->is_mended = TRUE;
  mended = lanyard_xml_mend (root);
  read_elements (mended, text);
}
