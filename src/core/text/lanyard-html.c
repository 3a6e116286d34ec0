/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads HTML with libxml2's forgiving parser, as events: no tree is built, so
 * that depth costs nothing. LanyardRichText calls it, on any thread. */

#include "config.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "lanyard-html.h"
#include "lanyard-tags.h"

typedef struct
{
  LanyardTextBuilder *builder; /* borrowed */
  LanyardTags *tags;           /* borrowed */
} HtmlReader;

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  HtmlReader *reader = user_data;

  lanyard_tags_open (reader->tags, (const char *) name, (const char * const *) attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name)
{
  HtmlReader *reader = user_data;

  lanyard_tags_close (reader->tags, (const char *) name);
}

static void
characters_cb (void          *user_data,
               const xmlChar *text,
               int            length)
{
  HtmlReader *reader = user_data;

  lanyard_text_builder_add_text (reader->builder, (const char *) text, (gsize) length);
}

/* @html is valid UTF-8, whatever it says itself. */
void
lanyard_html_read (const char         *html,
                   LanyardTextBuilder *builder)
{
  g_autoptr (LanyardTags) tags = lanyard_tags_new (builder);
  HtmlReader reader = { builder, tags };
  /* Comments, declarations and the content of scripts are not asked for. */
  htmlSAXHandler handler = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
  };
  htmlParserCtxtPtr context = htmlCreatePushParserCtxt (&handler, &reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

  if (context == NULL)
    return;

  htmlCtxtUseOptions (context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC);
  htmlParseChunk (context, html, (int) strlen (html), 1);
  htmlFreeParserCtxt (context);
}
