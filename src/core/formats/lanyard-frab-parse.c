/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has libxml2 read a schedule as events: no tree is built, so that depth and
 * size cost little. There is no document type here, and so are no entities but
 * the five that XML knows: what is parsed begins at the root element. Nothing
 * is fetched. lanyard-frab.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <libxml/parser.h>

#include "lanyard-frab-private.h"
#include "lanyard-xml-mend.h"

/* Schedules are some eight elements deep, and what is in a text a few more. */
#define MAX_DEPTH 200

/* What the callbacks are given. */
typedef struct
{
  LanyardFrabReader *reader;  /* borrowed */
  xmlParserCtxtPtr   context; /* borrowed */
  GString           *values;  /* owned: of one element's attributes, each with its end */
} Parsing;

/* Attributes come as five pointers each, with values that end somewhere. */
static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Parsing *parsing = user_data;
  const char *pairs[2 * LANYARD_XML_MAX_ATTRIBUTES + 1];
  gsize offsets[LANYARD_XML_MAX_ATTRIBUTES];
  guint n = 0;

  if (parsing->reader->tags->len + parsing->reader->n_raw == MAX_DEPTH)
    {
      parsing->reader->is_deep = TRUE;
      xmlStopParser (parsing->context);
      return;
    }
  g_string_truncate (parsing->values, 0);
  for (; n < (guint) n_attributes && n < LANYARD_XML_MAX_ATTRIBUTES; n++)
    {
      const char *value = (const char *) attributes[5 * n + 3];

      offsets[n] = parsing->values->len;
      g_string_append_len (parsing->values, value, (const char *) attributes[5 * n + 4] - value);
      g_string_append_c (parsing->values, '\0');
    }
  for (guint i = 0; i < n; i++)
    {
      pairs[2 * i] = (const char *) attributes[5 * i];
      pairs[2 * i + 1] = parsing->values->str + offsets[i];
    }
  pairs[2 * n] = NULL;
  lanyard_frab_open_element (parsing->reader, (const char *) name, pairs);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Parsing *parsing = user_data;

  if (parsing->reader->tags->len > 0)
    lanyard_frab_close_element (parsing->reader, (const char *) name);
}

static void
characters_cb (void          *user_data,
               const xmlChar *characters,
               int            length)
{
  Parsing *parsing = user_data;

  g_string_append_len (parsing->reader->text, (const char *) characters, length);
}

/* What of the document has not been read yet. */
typedef struct
{
  const char *data;
  gsize       size;
} Rest;

/* Gives libxml2 a little of the document at a time, for it copies what it is
 * given. */
static int
read_cb (void *user_data,
         char *buffer,
         int   length)
{
  Rest *rest = user_data;
  gsize n = MIN (rest->size, (gsize) length);

  if (n == 0)
    return 0;

  memcpy (buffer, rest->data, n);
  rest->data += n;
  rest->size -= n;
  return (int) n;
}

/* Errors are counted by libxml2; their texts are for programmers. */
static void
error_cb (void        *user_data,
          const char  *format,
          ...)
{
}

/* Reads a schedule, of which @text is the root element in UTF-8, into the
 * reader. Without @recovers it ends at the first mistake. */
LanyardFrabOutcome
lanyard_frab_parse (LanyardFrabReader *reader,
                    GBytes            *text,
                    gboolean           recovers)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
    .warning = error_cb,
    .error = error_cb,
  };
  Parsing parsing = { .reader = reader };
  LanyardFrabOutcome outcome;
  Rest rest = { 0 };

  if (lanyard_xml_has_endless_tag (text))
    return LANYARD_FRAB_TOO_DEEP;

  rest.data = g_bytes_get_data (text, &rest.size);
  parsing.values = g_string_new (NULL);
  parsing.context = xmlNewParserCtxt ();
  *parsing.context->sax = handler;
  parsing.context->userData = &parsing;
  xmlFreeDoc (xmlCtxtReadIO (parsing.context, read_cb, NULL, &rest, NULL, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT |
                                 (recovers ? XML_PARSE_RECOVER : 0)));
  outcome = parsing.context->wellFormed ? LANYARD_FRAB_WELL_FORMED : LANYARD_FRAB_ILL_FORMED;
  if (reader->is_deep)
    outcome = LANYARD_FRAB_TOO_DEEP;
  xmlFreeParserCtxt (parsing.context);
  g_string_free (parsing.values, TRUE);
  return outcome;
}
