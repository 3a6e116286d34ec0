/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What HTML's elements mean for the flat list of nodes. Both readers use it:
 * that of HTML, whose parser hands over balanced tags, and that of Markdown,
 * where raw tags come as people typed them. It keeps its own stack of open
 * elements, so that nothing has to match.
 *
 * Only what is in the table has a meaning. Nothing in it runs, loads, or asks:
 * scripts, frames, forms' controls and media are there to be hidden. */

#include "config.h"

#include <string.h>

#include "lanyard-tags.h"

/* Elements inside more than this many others keep their text and lose their
 * meaning. */
#define MAX_OPEN 256

typedef enum
{
  MEANING_TEXT,     /* none: what is inside counts */
  MEANING_HIDDEN,   /* not even what is inside counts */
  MEANING_VOID,     /* there is nothing inside, and it means nothing */
  MEANING_STYLE,
  MEANING_LINK,
  MEANING_QUOTED,
  MEANING_BREAK,
  MEANING_IMAGE,
  MEANING_RULE,
  MEANING_BLOCK,
  MEANING_TERM,
  MEANING_HEADING,
  MEANING_LIST,
  MEANING_ITEM,
  MEANING_QUOTE,
  MEANING_CODE,
  MEANING_TABLE,
  MEANING_ROW,
  MEANING_CELL,
} Meaning;

typedef struct
{
  const char *name;
  Meaning meaning;
  int value; /* a style, a heading's level, 1 for a numbered list or a heading's cell */
} Tag;

/* Sorted by name as strcmp() does. */
static const Tag tags[] = {
  { "a", MEANING_LINK, 0 },
  { "abbr", MEANING_TEXT, 0 },
  { "acronym", MEANING_TEXT, 0 },
  { "address", MEANING_BLOCK, 0 },
  { "applet", MEANING_HIDDEN, 0 },
  { "area", MEANING_VOID, 0 },
  { "article", MEANING_BLOCK, 0 },
  { "aside", MEANING_BLOCK, 0 },
  { "audio", MEANING_HIDDEN, 0 },
  { "b", MEANING_STYLE, LANYARD_RUN_BOLD },
  { "base", MEANING_VOID, 0 },
  { "bdi", MEANING_TEXT, 0 },
  { "bdo", MEANING_TEXT, 0 },
  { "big", MEANING_TEXT, 0 },
  { "blockquote", MEANING_QUOTE, 0 },
  { "body", MEANING_BLOCK, 0 },
  { "br", MEANING_BREAK, 0 },
  { "button", MEANING_HIDDEN, 0 },
  { "canvas", MEANING_HIDDEN, 0 },
  { "caption", MEANING_BLOCK, 0 },
  { "center", MEANING_BLOCK, 0 },
  { "cite", MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "code", MEANING_STYLE, LANYARD_RUN_CODE },
  { "col", MEANING_VOID, 0 },
  { "colgroup", MEANING_TEXT, 0 },
  { "dd", MEANING_TERM, 0 },
  { "del", MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "details", MEANING_BLOCK, 0 },
  { "dfn", MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "dir", MEANING_LIST, 0 },
  { "div", MEANING_BLOCK, 0 },
  { "dl", MEANING_BLOCK, 0 },
  { "dt", MEANING_TERM, LANYARD_RUN_BOLD },
  { "em", MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "embed", MEANING_VOID, 0 },
  { "fieldset", MEANING_BLOCK, 0 },
  { "figcaption", MEANING_BLOCK, 0 },
  { "figure", MEANING_BLOCK, 0 },
  { "font", MEANING_TEXT, 0 },
  { "footer", MEANING_BLOCK, 0 },
  { "form", MEANING_BLOCK, 0 },
  { "frameset", MEANING_HIDDEN, 0 },
  { "h1", MEANING_HEADING, 1 },
  { "h2", MEANING_HEADING, 2 },
  { "h3", MEANING_HEADING, 3 },
  { "h4", MEANING_HEADING, 4 },
  { "h5", MEANING_HEADING, 5 },
  { "h6", MEANING_HEADING, 6 },
  { "head", MEANING_HIDDEN, 0 },
  { "header", MEANING_BLOCK, 0 },
  { "hr", MEANING_RULE, 0 },
  { "html", MEANING_TEXT, 0 },
  { "i", MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "iframe", MEANING_HIDDEN, 0 },
  { "img", MEANING_IMAGE, 0 },
  { "input", MEANING_VOID, 0 },
  { "ins", MEANING_STYLE, LANYARD_RUN_UNDERLINE },
  { "kbd", MEANING_STYLE, LANYARD_RUN_CODE },
  { "label", MEANING_TEXT, 0 },
  { "legend", MEANING_BLOCK, 0 },
  { "li", MEANING_ITEM, 0 },
  { "link", MEANING_VOID, 0 },
  { "main", MEANING_BLOCK, 0 },
  { "map", MEANING_HIDDEN, 0 },
  { "mark", MEANING_STYLE, LANYARD_RUN_MARK },
  { "math", MEANING_HIDDEN, 0 },
  { "menu", MEANING_LIST, 0 },
  { "meta", MEANING_VOID, 0 },
  { "nav", MEANING_BLOCK, 0 },
  { "noembed", MEANING_HIDDEN, 0 },
  { "noframes", MEANING_HIDDEN, 0 },
  { "noscript", MEANING_HIDDEN, 0 },
  { "object", MEANING_HIDDEN, 0 },
  { "ol", MEANING_LIST, 1 },
  { "p", MEANING_BLOCK, 0 },
  { "param", MEANING_VOID, 0 },
  { "pre", MEANING_CODE, 0 },
  { "q", MEANING_QUOTED, 0 },
  { "s", MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "samp", MEANING_STYLE, LANYARD_RUN_CODE },
  { "script", MEANING_HIDDEN, 0 },
  { "section", MEANING_BLOCK, 0 },
  { "select", MEANING_HIDDEN, 0 },
  { "small", MEANING_TEXT, 0 },
  { "source", MEANING_VOID, 0 },
  { "span", MEANING_TEXT, 0 },
  { "strike", MEANING_STYLE, LANYARD_RUN_STRIKE },
  { "strong", MEANING_STYLE, LANYARD_RUN_BOLD },
  { "style", MEANING_HIDDEN, 0 },
  { "sub", MEANING_STYLE, LANYARD_RUN_SUBSCRIPT },
  { "summary", MEANING_BLOCK, 0 },
  { "sup", MEANING_STYLE, LANYARD_RUN_SUPERSCRIPT },
  { "svg", MEANING_HIDDEN, 0 },
  { "table", MEANING_TABLE, 0 },
  { "tbody", MEANING_TEXT, 0 },
  { "td", MEANING_CELL, 0 },
  { "template", MEANING_HIDDEN, 0 },
  { "textarea", MEANING_HIDDEN, 0 },
  { "tfoot", MEANING_TEXT, 0 },
  { "th", MEANING_CELL, 1 },
  { "thead", MEANING_TEXT, 0 },
  { "title", MEANING_HIDDEN, 0 },
  { "tr", MEANING_ROW, 0 },
  { "track", MEANING_VOID, 0 },
  { "tt", MEANING_STYLE, LANYARD_RUN_CODE },
  { "u", MEANING_STYLE, LANYARD_RUN_UNDERLINE },
  { "ul", MEANING_LIST, 0 },
  { "var", MEANING_STYLE, LANYARD_RUN_ITALIC },
  { "video", MEANING_HIDDEN, 0 },
  { "wbr", MEANING_VOID, 0 },
  { "xmp", MEANING_CODE, 0 },
};

struct _LanyardTags
{
  LanyardTextBuilder *builder; /* borrowed; outlives this */
  GPtrArray *open;             /* owned; of const Tag, the innermost last */
  guint n_deeper;              /* elements beyond MAX_OPEN */
  guint n_lists;               /* open lists, for items without one */
};

static const Tag *
find_tag (const char *name)
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

static const char *
get_attribute (const char * const *attributes,
               const char         *name)
{
  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp (attributes[i], name) == 0)
      return attributes[i + 1];

  return NULL;
}

static int
get_first_ordinal (const Tag          *tag,
                   const char * const *attributes)
{
  const char *start = get_attribute (attributes, "start");
  gint64 number;

  if (tag->value == 0)
    return -1;
  if (start != NULL && g_ascii_string_to_signed (start, 10, 0, 1000000, &number, NULL))
    return (int) number;
  return 1;
}

/* Void elements have no end, so they are never on the stack. */
static gboolean
is_void (const Tag *tag)
{
  return tag->meaning == MEANING_VOID || tag->meaning == MEANING_BREAK || tag->meaning == MEANING_IMAGE ||
         tag->meaning == MEANING_RULE;
}

static gboolean
is_inline (const Tag *tag)
{
  return tag->meaning == MEANING_TEXT || tag->meaning == MEANING_STYLE || tag->meaning == MEANING_LINK ||
         tag->meaning == MEANING_QUOTED || tag->meaning == MEANING_HEADING;
}

/* What is inside is no markup, up to the end tag. */
static gboolean
is_raw (const Tag *tag)
{
  return g_str_equal (tag->name, "script") || g_str_equal (tag->name, "style");
}

static void
begin_void (LanyardTags        *self,
            const Tag          *tag,
            const char * const *attributes)
{
  const char *alternative;

  if (tag->meaning == MEANING_BREAK)
    lanyard_text_builder_add_break (self->builder);
  else if (tag->meaning == MEANING_RULE)
    lanyard_text_builder_add_rule (self->builder);
  else if (tag->meaning == MEANING_IMAGE && (alternative = get_attribute (attributes, "alt")) != NULL)
    lanyard_text_builder_add_text (self->builder, alternative, strlen (alternative));
}

static void
begin (LanyardTags        *self,
       const Tag          *tag,
       const char * const *attributes)
{
  switch (tag->meaning)
    {
    case MEANING_HIDDEN:
      lanyard_text_builder_open_hidden (self->builder);
      break;
    case MEANING_STYLE:
      lanyard_text_builder_open_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case MEANING_LINK:
      lanyard_text_builder_open_link (self->builder, get_attribute (attributes, "href"));
      break;
    case MEANING_QUOTED:
      lanyard_text_builder_add_text (self->builder, "“", strlen ("“"));
      break;
    case MEANING_BLOCK:
      lanyard_text_builder_end_node (self->builder);
      break;
    case MEANING_TERM:
      lanyard_text_builder_end_node (self->builder);
      lanyard_text_builder_open_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case MEANING_HEADING:
      lanyard_text_builder_open_heading (self->builder, (guint) tag->value);
      break;
    case MEANING_LIST:
      self->n_lists++;
      lanyard_text_builder_open_list (self->builder, get_first_ordinal (tag, attributes));
      break;
    case MEANING_ITEM:
      lanyard_text_builder_open_item (self->builder);
      break;
    case MEANING_QUOTE:
      lanyard_text_builder_open_quote (self->builder);
      break;
    case MEANING_CODE:
      lanyard_text_builder_open_code (self->builder);
      break;
    case MEANING_TABLE:
      lanyard_text_builder_open_table (self->builder);
      break;
    case MEANING_ROW:
      lanyard_text_builder_open_row (self->builder);
      break;
    case MEANING_CELL:
      lanyard_text_builder_open_cell (self->builder, tag->value != 0);
      break;
    case MEANING_TEXT:
    case MEANING_VOID:
    case MEANING_BREAK:
    case MEANING_IMAGE:
    case MEANING_RULE:
    default:
      break;
    }
}

static void
end (LanyardTags *self,
     const Tag   *tag)
{
  switch (tag->meaning)
    {
    case MEANING_HIDDEN:
      lanyard_text_builder_close_hidden (self->builder);
      break;
    case MEANING_STYLE:
      lanyard_text_builder_close_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case MEANING_LINK:
      lanyard_text_builder_close_link (self->builder);
      break;
    case MEANING_QUOTED:
      lanyard_text_builder_add_text (self->builder, "”", strlen ("”"));
      break;
    case MEANING_TERM:
      lanyard_text_builder_close_style (self->builder, (LanyardRunStyle) tag->value);
      lanyard_text_builder_end_node (self->builder);
      break;
    case MEANING_HEADING:
      lanyard_text_builder_close_heading (self->builder);
      break;
    case MEANING_LIST:
      self->n_lists--;
      lanyard_text_builder_close_list (self->builder);
      break;
    case MEANING_QUOTE:
      lanyard_text_builder_close_quote (self->builder);
      break;
    case MEANING_CODE:
      lanyard_text_builder_close_code (self->builder);
      break;
    case MEANING_TABLE:
      lanyard_text_builder_close_table (self->builder);
      break;
    case MEANING_CELL:
      lanyard_text_builder_close_cell (self->builder);
      break;
    case MEANING_BLOCK:
    case MEANING_ITEM:
      lanyard_text_builder_end_node (self->builder);
      break;
    case MEANING_ROW:
    case MEANING_TEXT:
    case MEANING_VOID:
    case MEANING_BREAK:
    case MEANING_IMAGE:
    case MEANING_RULE:
    default:
      break;
    }
}

static const Tag *
get_innermost (LanyardTags *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static void
pop (LanyardTags *self)
{
  const Tag *tag = get_innermost (self);

  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  end (self, tag);
}

/* Ends the open element of that meaning (and of that name, if one is given)
 * with all that is in it, unless it is outside of @scope. */
static gboolean
pop_to (LanyardTags *self,
        Meaning      meaning,
        const Tag   *tag,
        Meaning      scope)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      const Tag *candidate = self->open->pdata[i - 1];

      if (candidate->meaning == meaning && (tag == NULL || candidate == tag))
        {
          while (self->open->len >= i)
            pop (self);
          return TRUE;
        }
      if (candidate->meaning == scope)
        return FALSE;
    }

  return FALSE;
}

/* HTML lets the ends of these be left out. */
static void
end_previous (LanyardTags *self,
              const Tag   *tag)
{
  if (tag->meaning == MEANING_ITEM)
    pop_to (self, MEANING_ITEM, NULL, MEANING_LIST);
  else if (tag->meaning == MEANING_TERM)
    pop_to (self, MEANING_TERM, NULL, MEANING_LIST);
  else if (tag->meaning == MEANING_CELL || tag->meaning == MEANING_ROW)
    pop_to (self, MEANING_CELL, NULL, MEANING_TABLE);
  else if (tag->meaning == MEANING_LINK)
    pop_to (self, MEANING_LINK, NULL, MEANING_TABLE);
  else if (tag->meaning == MEANING_HEADING)
    pop_to (self, MEANING_HEADING, NULL, MEANING_TABLE);

  if (tag->meaning == MEANING_ROW)
    pop_to (self, MEANING_ROW, NULL, MEANING_TABLE);
}

/* @builder hears of what the tags mean. */
LanyardTags *
lanyard_tags_new (LanyardTextBuilder *builder)
{
  LanyardTags *self = g_new0 (LanyardTags, 1);

  self->builder = builder;
  self->open = g_ptr_array_new ();
  return self;
}

/* Ends all that is open. */
void
lanyard_tags_free (LanyardTags *self)
{
  while (self->open->len > 0)
    pop (self);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/* Whether there is an element of that name, in whatever case, and whether it
 * parts paragraphs. */
gboolean
lanyard_tags_is_known (const char *name,
                       gboolean   *is_block)
{
  const Tag *tag = find_tag (name);

  if (is_block != NULL)
    *is_block = tag != NULL && tag->meaning >= MEANING_RULE;
  return tag != NULL;
}

/* @attributes are names and values in turn, a value may be %NULL only at the
 * end. */
void
lanyard_tags_open (LanyardTags        *self,
                   const char         *name,
                   const char * const *attributes)
{
  const Tag *tag = find_tag (name);

  if (tag == NULL)
    return;
  if (is_void (tag))
    {
      begin_void (self, tag, attributes);
      return;
    }

  end_previous (self, tag);
  if (tag->meaning == MEANING_ITEM && self->n_lists == 0)
    lanyard_tags_open (self, "ul", NULL);
  if (self->open->len >= MAX_OPEN)
    {
      self->n_deeper++;
      return;
    }
  g_ptr_array_add (self->open, (gpointer) tag);
  begin (self, tag, attributes);
}

void
lanyard_tags_close (LanyardTags *self,
                    const char  *name)
{
  const Tag *tag = find_tag (name);

  if (tag == NULL || is_void (tag))
    return;
  if (self->n_deeper > 0)
    self->n_deeper--;
  else if (!pop_to (self, tag->meaning, tag, tag->meaning == MEANING_TABLE ? MEANING_HIDDEN : MEANING_TABLE) &&
           tag->meaning == MEANING_BLOCK)
    lanyard_text_builder_end_node (self->builder);
}

/* How many elements are open. */
guint
lanyard_tags_get_depth (LanyardTags *self)
{
  return self->open->len;
}

/* Ends the innermost elements that belong inside of a paragraph, down to
 * @depth: what somebody forgot to close must not colour, or hide, what follows.
 * A script goes on over blank lines, unless @ends_raw. */
void
lanyard_tags_end_inline (LanyardTags *self,
                         guint        depth,
                         gboolean     ends_raw)
{
  while (self->open->len > depth)
    {
      const Tag *tag = get_innermost (self);

      if (!is_inline (tag) && (tag->meaning != MEANING_HIDDEN || (is_raw (tag) && !ends_raw)))
        return;
      pop (self);
    }
}

/* Returns: (transfer none) (nullable): the name of the innermost element if
 *   its content is no markup */
const char *
lanyard_tags_get_raw_name (LanyardTags *self)
{
  const Tag *tag = get_innermost (self);

  return tag != NULL && is_raw (tag) ? tag->name : NULL;
}
