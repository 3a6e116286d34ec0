/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What HTML's elements mean for the flat list of nodes. Both readers use it:
 * that of HTML, whose parser hands over balanced tags, and that of Markdown,
 * where raw tags come as people typed them. It keeps its own stack of open
 * elements, so that nothing has to match. */

#include "config.h"

#include <string.h>

#include "lanyard-tag.h"
#include "lanyard-tags.h"

/* Elements inside more than this many others keep their text and lose their
 * meaning. */
#define MAX_OPEN 256

struct _LanyardTags
{
  LanyardTextBuilder *builder; /* borrowed; outlives this */
  GPtrArray *open;             /* owned; of const LanyardTag, the innermost last */
  guint n_deeper;              /* elements beyond MAX_OPEN */
  guint n_lists;               /* open lists, for items without one */
};

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
get_first_ordinal (const LanyardTag          *tag,
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
is_void (const LanyardTag *tag)
{
  return tag->meaning == LANYARD_MEANING_VOID || tag->meaning == LANYARD_MEANING_BREAK ||
         tag->meaning == LANYARD_MEANING_IMAGE || tag->meaning == LANYARD_MEANING_RULE;
}

static gboolean
is_inline (const LanyardTag *tag)
{
  return tag->meaning == LANYARD_MEANING_TEXT || tag->meaning == LANYARD_MEANING_STYLE ||
         tag->meaning == LANYARD_MEANING_LINK || tag->meaning == LANYARD_MEANING_QUOTED ||
         tag->meaning == LANYARD_MEANING_HEADING;
}

/* What is inside is no markup, up to the end tag. */
static gboolean
is_raw (const LanyardTag *tag)
{
  return g_str_equal (tag->name, "script") || g_str_equal (tag->name, "style");
}

static void
begin_void (LanyardTags        *self,
            const LanyardTag          *tag,
            const char * const *attributes)
{
  const char *alternative;

  if (tag->meaning == LANYARD_MEANING_BREAK)
    lanyard_text_builder_add_break (self->builder);
  else if (tag->meaning == LANYARD_MEANING_RULE)
    lanyard_text_builder_add_rule (self->builder);
  else if (tag->meaning == LANYARD_MEANING_IMAGE && (alternative = get_attribute (attributes, "alt")) != NULL)
    lanyard_text_builder_add_text (self->builder, alternative, strlen (alternative));
}

static void
begin (LanyardTags        *self,
       const LanyardTag          *tag,
       const char * const *attributes)
{
  switch (tag->meaning)
    {
    case LANYARD_MEANING_HIDDEN:
      lanyard_text_builder_open_hidden (self->builder);
      break;
    case LANYARD_MEANING_STYLE:
      lanyard_text_builder_open_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case LANYARD_MEANING_LINK:
      lanyard_text_builder_open_link (self->builder, get_attribute (attributes, "href"));
      break;
    case LANYARD_MEANING_QUOTED:
      lanyard_text_builder_add_text (self->builder, "“", strlen ("“"));
      break;
    case LANYARD_MEANING_BLOCK:
      lanyard_text_builder_end_node (self->builder);
      break;
    case LANYARD_MEANING_TERM:
      lanyard_text_builder_end_node (self->builder);
      lanyard_text_builder_open_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case LANYARD_MEANING_HEADING:
      lanyard_text_builder_open_heading (self->builder, (guint) tag->value);
      break;
    case LANYARD_MEANING_LIST:
      self->n_lists++;
      lanyard_text_builder_open_list (self->builder, get_first_ordinal (tag, attributes));
      break;
    case LANYARD_MEANING_ITEM:
      lanyard_text_builder_open_item (self->builder);
      break;
    case LANYARD_MEANING_QUOTE:
      lanyard_text_builder_open_quote (self->builder);
      break;
    case LANYARD_MEANING_CODE:
      lanyard_text_builder_open_code (self->builder);
      break;
    case LANYARD_MEANING_TABLE:
      lanyard_text_builder_open_table (self->builder);
      break;
    case LANYARD_MEANING_ROW:
      lanyard_text_builder_open_row (self->builder);
      break;
    case LANYARD_MEANING_CELL:
      lanyard_text_builder_open_cell (self->builder, tag->value != 0);
      break;
    case LANYARD_MEANING_TEXT:
    case LANYARD_MEANING_VOID:
    case LANYARD_MEANING_BREAK:
    case LANYARD_MEANING_IMAGE:
    case LANYARD_MEANING_RULE:
    default:
      break;
    }
}

static void
end (LanyardTags *self,
     const LanyardTag   *tag)
{
  switch (tag->meaning)
    {
    case LANYARD_MEANING_HIDDEN:
      lanyard_text_builder_close_hidden (self->builder);
      break;
    case LANYARD_MEANING_STYLE:
      lanyard_text_builder_close_style (self->builder, (LanyardRunStyle) tag->value);
      break;
    case LANYARD_MEANING_LINK:
      lanyard_text_builder_close_link (self->builder);
      break;
    case LANYARD_MEANING_QUOTED:
      lanyard_text_builder_add_text (self->builder, "”", strlen ("”"));
      break;
    case LANYARD_MEANING_TERM:
      lanyard_text_builder_close_style (self->builder, (LanyardRunStyle) tag->value);
      lanyard_text_builder_end_node (self->builder);
      break;
    case LANYARD_MEANING_HEADING:
      lanyard_text_builder_close_heading (self->builder);
      break;
    case LANYARD_MEANING_LIST:
      self->n_lists--;
      lanyard_text_builder_close_list (self->builder);
      break;
    case LANYARD_MEANING_QUOTE:
      lanyard_text_builder_close_quote (self->builder);
      break;
    case LANYARD_MEANING_CODE:
      lanyard_text_builder_close_code (self->builder);
      break;
    case LANYARD_MEANING_TABLE:
      lanyard_text_builder_close_table (self->builder);
      break;
    case LANYARD_MEANING_CELL:
      lanyard_text_builder_close_cell (self->builder);
      break;
    case LANYARD_MEANING_BLOCK:
    case LANYARD_MEANING_ITEM:
      lanyard_text_builder_end_node (self->builder);
      break;
    case LANYARD_MEANING_ROW:
    case LANYARD_MEANING_TEXT:
    case LANYARD_MEANING_VOID:
    case LANYARD_MEANING_BREAK:
    case LANYARD_MEANING_IMAGE:
    case LANYARD_MEANING_RULE:
    default:
      break;
    }
}

static const LanyardTag *
get_innermost (LanyardTags *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static void
pop (LanyardTags *self)
{
  const LanyardTag *tag = get_innermost (self);

  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
  end (self, tag);
}

/* Ends the open element of that meaning (and of that name, if one is given)
 * with all that is in it, unless it is outside of @scope. */
static gboolean
pop_to (LanyardTags *self,
        LanyardMeaning      meaning,
        const LanyardTag   *tag,
        LanyardMeaning      scope)
{
  for (guint i = self->open->len; i > 0; i--)
    {
      const LanyardTag *candidate = self->open->pdata[i - 1];

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
              const LanyardTag   *tag)
{
  if (tag->meaning == LANYARD_MEANING_ITEM)
    pop_to (self, LANYARD_MEANING_ITEM, NULL, LANYARD_MEANING_LIST);
  else if (tag->meaning == LANYARD_MEANING_TERM)
    pop_to (self, LANYARD_MEANING_TERM, NULL, LANYARD_MEANING_LIST);
  else if (tag->meaning == LANYARD_MEANING_CELL || tag->meaning == LANYARD_MEANING_ROW)
    pop_to (self, LANYARD_MEANING_CELL, NULL, LANYARD_MEANING_TABLE);
  else if (tag->meaning == LANYARD_MEANING_LINK)
    pop_to (self, LANYARD_MEANING_LINK, NULL, LANYARD_MEANING_TABLE);
  else if (tag->meaning == LANYARD_MEANING_HEADING)
    pop_to (self, LANYARD_MEANING_HEADING, NULL, LANYARD_MEANING_TABLE);

  if (tag->meaning == LANYARD_MEANING_ROW)
    pop_to (self, LANYARD_MEANING_ROW, NULL, LANYARD_MEANING_TABLE);
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

/* @attributes are names and values in turn, a value may be %NULL only at the
 * end. */
void
lanyard_tags_open (LanyardTags        *self,
                   const char         *name,
                   const char * const *attributes)
{
  const LanyardTag *tag = lanyard_tag_find (name);

  if (tag == NULL)
    return;
  if (is_void (tag))
    {
      begin_void (self, tag, attributes);
      return;
    }

  end_previous (self, tag);
  if (tag->meaning == LANYARD_MEANING_ITEM && self->n_lists == 0)
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
  const LanyardTag *tag = lanyard_tag_find (name);
  LanyardMeaning scope;

  if (tag == NULL || is_void (tag))
    return;
  if (self->n_deeper > 0)
    {
      self->n_deeper--;
      return;
    }

  /* What is open outside of a table cannot be closed from inside of it. */
  scope = tag->meaning == LANYARD_MEANING_TABLE ? LANYARD_MEANING_HIDDEN : LANYARD_MEANING_TABLE;
  if (!pop_to (self, tag->meaning, tag, scope) && tag->meaning == LANYARD_MEANING_BLOCK)
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
      const LanyardTag *tag = get_innermost (self);

      if (!is_inline (tag) && (tag->meaning != LANYARD_MEANING_HIDDEN || (is_raw (tag) && !ends_raw)))
        return;
      pop (self);
    }
}

/* Returns: (transfer none) (nullable): the name of the innermost element if
 *   its content is no markup */
const char *
lanyard_tags_get_raw_name (LanyardTags *self)
{
  const LanyardTag *tag = get_innermost (self);

  return tag != NULL && is_raw (tag) ? tag->name : NULL;
}
