/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HTML's elements and what each of them means. LanyardTags, which follows them
 * as they open and close, and the guess of a text's format ask. Any thread.
 *
 * Only what is in the table has a meaning. Nothing in it runs, loads, or asks:
 * scripts, frames, forms' controls and media are there to be hidden. */

#include "config.h"

#include <string.h>

#include "lanyard-tag.h"

/* Sorted by name as strcmp() does. */
static const LanyardTag tags[] = {
  { "a", LANYARD_MEANING_LINK, 0 },
  { "abbr", LANYARD_MEANING_TEXT, 0 },
  { "acronym", LANYARD_MEANING_TEXT, 0 },
  { "address", LANYARD_MEANING_BLOCK, 0 },
  { "applet", LANYARD_MEANING_HIDDEN, 0 },
  { "area", LANYARD_MEANING_VOID, 0 },
  { "article", LANYARD_MEANING_BLOCK, 0 },
  { "aside", LANYARD_MEANING_BLOCK, 0 },
  { "audio", LANYARD_MEANING_HIDDEN, 0 },
  { "b", LANYARD_MEANING_STYLE, LANYARD_RUN_BOLD },
  { "base", LANYARD_MEANING_VOID, 0 },
  { "bdi", LANYARD_MEANING_TEXT, 0 },
  { "bdo", LANYARD_MEANING_TEXT, 0 },
  { "big", LANYARD_MEANING_TEXT, 0 },
  { "blockquote", LANYARD_MEANING_QUOTE, 0 },
  { "body", LANYARD_MEANING_BLOCK, 0 },
  { "br", LANYARD_MEANING_BREAK, 0 },
  { "button", LANYARD_MEANING_HIDDEN, 0 },
  { "canvas", LANYARD_MEANING_HIDDEN, 0 },
  { "caption", LANYARD_MEANING_BLOCK, 0 },
  { "center", LANYARD_MEANING_BLOCK, 0 },
  { "cite", LANYARD_MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "code", LANYARD_MEANING_STYLE, LANYARD_RUN_CODE },
  { "col", LANYARD_MEANING_VOID, 0 },
  { "colgroup", LANYARD_MEANING_TEXT, 0 },
  { "dd", LANYARD_MEANING_TERM, 0 },
  { "del", LANYARD_MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "details", LANYARD_MEANING_BLOCK, 0 },
  { "dfn", LANYARD_MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "dir", LANYARD_MEANING_LIST, 0 },
  { "div", LANYARD_MEANING_BLOCK, 0 },
  { "dl", LANYARD_MEANING_BLOCK, 0 },
  { "dt", LANYARD_MEANING_TERM, LANYARD_RUN_BOLD },
  { "em", LANYARD_MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "embed", LANYARD_MEANING_VOID, 0 },
  { "fieldset", LANYARD_MEANING_BLOCK, 0 },
  { "figcaption", LANYARD_MEANING_BLOCK, 0 },
  { "figure", LANYARD_MEANING_BLOCK, 0 },
  { "font", LANYARD_MEANING_TEXT, 0 },
  { "footer", LANYARD_MEANING_BLOCK, 0 },
  { "form", LANYARD_MEANING_BLOCK, 0 },
  { "frameset", LANYARD_MEANING_HIDDEN, 0 },
  { "h1", LANYARD_MEANING_HEADING, 1 },
  { "h2", LANYARD_MEANING_HEADING, 2 },
  { "h3", LANYARD_MEANING_HEADING, 3 },
  { "h4", LANYARD_MEANING_HEADING, 4 },
  { "h5", LANYARD_MEANING_HEADING, 5 },
  { "h6", LANYARD_MEANING_HEADING, 6 },
  { "head", LANYARD_MEANING_HIDDEN, 0 },
  { "header", LANYARD_MEANING_BLOCK, 0 },
  { "hr", LANYARD_MEANING_RULE, 0 },
  { "html", LANYARD_MEANING_TEXT, 0 },
  { "i", LANYARD_MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "iframe", LANYARD_MEANING_HIDDEN, 0 },
  { "img", LANYARD_MEANING_IMAGE, 0 },
  { "input", LANYARD_MEANING_VOID, 0 },
  { "ins", LANYARD_MEANING_STYLE, LANYARD_RUN_UNDERLINE },
  { "kbd", LANYARD_MEANING_STYLE, LANYARD_RUN_CODE },
  { "label", LANYARD_MEANING_TEXT, 0 },
  { "legend", LANYARD_MEANING_BLOCK, 0 },
  { "li", LANYARD_MEANING_ITEM, 0 },
  { "link", LANYARD_MEANING_VOID, 0 },
  { "main", LANYARD_MEANING_BLOCK, 0 },
  { "map", LANYARD_MEANING_HIDDEN, 0 },
  { "mark", LANYARD_MEANING_STYLE, LANYARD_RUN_MARK },
  { "math", LANYARD_MEANING_HIDDEN, 0 },
  { "menu", LANYARD_MEANING_LIST, 0 },
  { "meta", LANYARD_MEANING_VOID, 0 },
  { "nav", LANYARD_MEANING_BLOCK, 0 },
  { "noembed", LANYARD_MEANING_HIDDEN, 0 },
  { "noframes", LANYARD_MEANING_HIDDEN, 0 },
  { "noscript", LANYARD_MEANING_HIDDEN, 0 },
  { "object", LANYARD_MEANING_HIDDEN, 0 },
  { "ol", LANYARD_MEANING_LIST, 1 },
  { "p", LANYARD_MEANING_BLOCK, 0 },
  { "param", LANYARD_MEANING_VOID, 0 },
  { "pre", LANYARD_MEANING_CODE, 0 },
  { "q", LANYARD_MEANING_QUOTED, 0 },
  { "s", LANYARD_MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "samp", LANYARD_MEANING_STYLE, LANYARD_RUN_CODE },
  { "script", LANYARD_MEANING_HIDDEN, 0 },
  { "section", LANYARD_MEANING_BLOCK, 0 },
  { "select", LANYARD_MEANING_HIDDEN, 0 },
  { "small", LANYARD_MEANING_TEXT, 0 },
  { "source", LANYARD_MEANING_VOID, 0 },
  { "span", LANYARD_MEANING_TEXT, 0 },
  { "strike", LANYARD_MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "strong", LANYARD_MEANING_STYLE, LANYARD_RUN_BOLD },
  { "style", LANYARD_MEANING_HIDDEN, 0 },
  { "sub", LANYARD_MEANING_STYLE, LANYARD_RUN_SUBSCRIPT },
  { "summary", LANYARD_MEANING_BLOCK, 0 },
  { "sup", LANYARD_MEANING_STYLE, LANYARD_RUN_SUPERSCRIPT },
  { "svg", LANYARD_MEANING_HIDDEN, 0 },
  { "table", LANYARD_MEANING_TABLE, 0 },
  { "tbody", LANYARD_MEANING_TEXT, 0 },
  { "td", LANYARD_MEANING_CELL, 0 },
  { "template", LANYARD_MEANING_HIDDEN, 0 },
  { "textarea", LANYARD_MEANING_HIDDEN, 0 },
  { "tfoot", LANYARD_MEANING_TEXT, 0 },
  { "th", LANYARD_MEANING_CELL, 1 },
  { "thead", LANYARD_MEANING_TEXT, 0 },
  { "title", LANYARD_MEANING_HIDDEN, 0 },
  { "tr", LANYARD_MEANING_ROW, 0 },
  { "track", LANYARD_MEANING_VOID, 0 },
  { "tt", LANYARD_MEANING_STYLE, LANYARD_RUN_CODE },
  { "u", LANYARD_MEANING_STYLE, LANYARD_RUN_UNDERLINE },
  { "ul", LANYARD_MEANING_LIST, 0 },
  { "var", LANYARD_MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "video", LANYARD_MEANING_HIDDEN, 0 },
  { "wbr", LANYARD_MEANING_VOID, 0 },
  { "xmp", LANYARD_MEANING_CODE, 0 },
};

/* @name is in whatever case. Returns: (transfer none) (nullable): what it means,
 * %NULL if there is no such element */
const LanyardTag *
lanyard_tag_find (const char *name)
{
  gsize low = 0, high = G_N_ELEMENTS (tags);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = g_ascii_strcasecmp (name, tags[middle].name);

      if (order == 0)
        return &tags[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/* What begins at @at, which is a '<': the element whose tag opens or closes
 * there. Returns: (transfer none) (nullable): what it means, %NULL where it is no
 * tag, or one of no such element */
const LanyardTag *
lanyard_tag_find_at (const char *at)
{
  char name[16];
  gsize length = 0;

  at += at[1] == '/' ? 2 : 1;
  while (g_ascii_isalnum (at[length]) && length + 1 < sizeof name)
    length++;
  if (length == 0 || at[length] == '\0' || strchr (" \t\r\n/>", at[length]) == NULL)
    return NULL;

  memcpy (name, at, length);
  name[length] = '\0';
  return lanyard_tag_find (name);
}
