/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads HTML with libxml2's forgiving parser, as events: no tree is built, so
 * that depth costs nothing. LanyardRichText calls it, on any thread. */

#include "config.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "lanyard-html.h"
#include "lanyard-tags.h"

/* libxml2 takes time that grows with the square of these. Real pages have some
 * tens of the one and a handful of the other. */
#define MAX_OPEN 1000
#define MAX_ATTRIBUTES 100

typedef struct
{
  htmlParserCtxtPtr context;   /* borrowed */
  LanyardTextBuilder *builder; /* borrowed */
  LanyardTags *tags;           /* borrowed */
  guint n_open;                /* elements */
  gboolean is_cut;             /* they were too many to go on */
} HtmlReader;

/* How long "<jane@example.org>" at @at is, 0 if there is no such thing. Where
 * people type into a field for HTML, that is what they type. */
static gsize
measure_address (const char *at)
{
  gsize length = 1 + strcspn (at + 1, " \t\n<>\"'");

  return at[length] == '>' && memchr (at, '@', length) != NULL ? length + 1 : 0;
}

/* Copies the tag at @at, with no more attributes than it needs. Returns: after
 * it */
static const char *
copy_tag (const char *at,
          GString    *tamed)
{
  guint n_attributes = 0;

  while (*at != '\0' && *at != '>')
    {
      gsize length = 1;

      if (g_ascii_isspace (*at) || *at == '/')
        n_attributes++;
      else if (*at == '=')
        {
          const char *value = at + 1 + strspn (at + 1, " \t\n");
          const char *end = *value == '"' || *value == '\'' ? strchr (value + 1, *value) : NULL;

          n_attributes++;
          length = end != NULL ? (gsize) (end - at) + 1 : 1;
        }
      if (n_attributes <= 2 * MAX_ATTRIBUTES)
        g_string_append_len (tamed, at, (gssize) length);
      at += length;
    }

  return at;
}

/* Makes @html harmless to the parser, and addresses in it text. */
static GString *
tame (const char *html)
{
  GString *tamed = g_string_new (NULL);
  const char *at = html;

  while (TRUE)
    {
      gsize length = strcspn (at, "<");

      g_string_append_len (tamed, at, (gssize) length);
      at += length;
      if (*at == '\0')
        return tamed;

      length = measure_address (at);
      if (length > 0)
        {
          g_string_append (tamed, "&lt;");
          g_string_append_len (tamed, at + 1, (gssize) length - 2);
          g_string_append (tamed, "&gt;");
          at += length;
        }
      else if (g_ascii_isalpha (at[1]))
        at = copy_tag (at, tamed);
      else
        g_string_append_c (tamed, *at++);
    }
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  HtmlReader *reader = user_data;

  if (reader->n_open == MAX_OPEN)
    {
      reader->is_cut = TRUE;
      xmlStopParser (reader->context);
      return;
    }
  reader->n_open++;
  lanyard_tags_open (reader->tags, (const char *) name, (const char * const *) attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name)
{
  HtmlReader *reader = user_data;

  reader->n_open--;
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

/* @html is valid UTF-8, whatever it says itself. Returns: whether all of it
 * was read */
gboolean
lanyard_html_read (const char         *html,
                   LanyardTextBuilder *builder)
{
  g_autoptr (LanyardTags) tags = lanyard_tags_new (builder);
  g_autoptr (GString) tamed = tame (html);
  HtmlReader reader = { .builder = builder, .tags = tags };
  /* Comments, declarations and the content of scripts are not asked for. */
  htmlSAXHandler handler = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
  };

  reader.context = htmlCreatePushParserCtxt (&handler, &reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (reader.context == NULL)
    return FALSE;

  htmlCtxtUseOptions (reader.context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  htmlParseChunk (reader.context, tamed->str, (int) tamed->len, 1);
  htmlFreeParserCtxt (reader.context);
  return !reader.is_cut;
}
