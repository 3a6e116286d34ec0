/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads Markdown with md4c, as Indico shows it: Python-Markdown with nl2br,
 * tables, fences, ~~strike~~ and ==mark==, bare addresses made links, formulas
 * left as they are written. LanyardRichText calls it, on any thread. */

#include "config.h"

#include <string.h>

#include <md4c.h>

#include "lanyard-markdown.h"
#include "lanyard-raw-html.h"
#include "lanyard-url.h"

#define FLAGS (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_LATEXMATHSPANS)

/* What all links of a text may bring in bytes of addresses and titles. Only
 * references can exceed it, each use of which brings the whole again. */
#define MAX_REFERENCES (4 * 1024 * 1024)

typedef struct
{
  LanyardTextBuilder *builder; /* borrowed */
  LanyardTags *tags;           /* borrowed */
  GString *html;               /* owned; raw HTML comes in pieces */
  guint leaf_depth;            /* how many tags were open where the leaf began */
  gsize references_size;       /* so far */
} MarkdownReader;

static void
flush_html (MarkdownReader *reader)
{
  if (reader->html->len == 0)
    return;

  lanyard_raw_html_read (reader->html->str, reader->builder, reader->tags);
  g_string_truncate (reader->html, 0);
}

/* What md4c's callbacks return: below 0 to end the reading, where going on
 * could cost much and give nothing. md4c fills up rows and repeats references,
 * so that few bytes can make many. */
static int
get_verdict (MarkdownReader *reader)
{
  return reader->references_size > MAX_REFERENCES || lanyard_text_builder_is_full (reader->builder) ? -1 : 0;
}

static void
begin_leaf (MarkdownReader *reader)
{
  reader->leaf_depth = lanyard_tags_get_depth (reader->tags);
}

static void
end_leaf (MarkdownReader *reader)
{
  lanyard_tags_end_inline (reader->tags, reader->leaf_depth, TRUE);
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  MarkdownReader *reader = user_data;

  flush_html (reader);
  switch (type)
    {
    case MD_BLOCK_QUOTE:
      lanyard_text_builder_open_quote (reader->builder);
      break;
    case MD_BLOCK_UL:
      lanyard_text_builder_open_list (reader->builder, -1);
      break;
    case MD_BLOCK_OL:
      lanyard_text_builder_open_list (reader->builder, (int) ((MD_BLOCK_OL_DETAIL *) detail)->start);
      break;
    case MD_BLOCK_LI:
      lanyard_text_builder_open_item (reader->builder);
      begin_leaf (reader);
      break;
    case MD_BLOCK_H:
      lanyard_text_builder_open_heading (reader->builder, ((MD_BLOCK_H_DETAIL *) detail)->level);
      begin_leaf (reader);
      break;
    case MD_BLOCK_P:
      lanyard_text_builder_end_node (reader->builder);
      begin_leaf (reader);
      break;
    case MD_BLOCK_CODE:
      lanyard_text_builder_open_code (reader->builder);
      break;
    case MD_BLOCK_HR:
      lanyard_text_builder_add_rule (reader->builder);
      break;
    case MD_BLOCK_TABLE:
      lanyard_text_builder_open_table (reader->builder);
      break;
    case MD_BLOCK_TR:
      lanyard_text_builder_open_row (reader->builder);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      lanyard_text_builder_open_cell (reader->builder, type == MD_BLOCK_TH);
      begin_leaf (reader);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    default:
      break;
    }
  return get_verdict (reader);
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  MarkdownReader *reader = user_data;

  flush_html (reader);
  switch (type)
    {
    case MD_BLOCK_QUOTE:
      lanyard_text_builder_close_quote (reader->builder);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      lanyard_text_builder_close_list (reader->builder);
      break;
    case MD_BLOCK_H:
      end_leaf (reader);
      lanyard_text_builder_close_heading (reader->builder);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_LI:
      end_leaf (reader);
      lanyard_text_builder_end_node (reader->builder);
      break;
    case MD_BLOCK_HTML:
      lanyard_tags_end_inline (reader->tags, 0, FALSE);
      break;
    case MD_BLOCK_CODE:
      lanyard_text_builder_close_code (reader->builder);
      break;
    case MD_BLOCK_TABLE:
      lanyard_text_builder_close_table (reader->builder);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      end_leaf (reader);
      lanyard_text_builder_close_cell (reader->builder);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    default:
      break;
    }
  return 0;
}

/* Returns: (transfer full) (nullable): an address, %NULL if it is too long for
 * one: each use of a reference brings the whole of it */
static char *
dup_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *text;

  if (attribute->size > LANYARD_URL_MAX_LENGTH)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        lanyard_raw_html_decode (part, length, text);
      else
        g_string_append_len (text, part, (gssize) length);
    }

  return g_string_free (text, FALSE);
}

static LanyardRunStyle
get_style (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_EM: return LANYARD_RUN_ITALIC;
    case MD_SPAN_STRONG: return LANYARD_RUN_BOLD;
    case MD_SPAN_CODE: return LANYARD_RUN_CODE;
    case MD_SPAN_DEL: return LANYARD_RUN_STRIKE;
    case MD_SPAN_U: return LANYARD_RUN_UNDERLINE;
    case MD_SPAN_A:
    case MD_SPAN_IMG:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    default: return 0;
    }
}

/* Formulas keep their dollars, so that they look as they were typed. */
static void
add_dollars (MarkdownReader *reader,
             MD_SPANTYPE     type)
{
  if (type == MD_SPAN_LATEXMATH)
    lanyard_text_builder_add_text (reader->builder, "$", 1);
  else if (type == MD_SPAN_LATEXMATH_DISPLAY)
    lanyard_text_builder_add_text (reader->builder, "$$", 2);
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  MarkdownReader *reader = user_data;

  flush_html (reader);
  if (type == MD_SPAN_A)
    {
      const MD_SPAN_A_DETAIL *link = detail;
      g_autofree char *href = dup_attribute (&link->href);

      reader->references_size += link->href.size + link->title.size;
      lanyard_text_builder_open_link (reader->builder, href);
    }
  else if (type == MD_SPAN_IMG)
    {
      const MD_SPAN_IMG_DETAIL *image = detail;

      reader->references_size += image->src.size + image->title.size;
    }
  lanyard_text_builder_open_style (reader->builder, get_style (type));
  add_dollars (reader, type);
  return get_verdict (reader);
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  MarkdownReader *reader = user_data;

  flush_html (reader);
  add_dollars (reader, type);
  lanyard_text_builder_close_style (reader->builder, get_style (type));
  if (type == MD_SPAN_A)
    lanyard_text_builder_close_link (reader->builder);
  return 0;
}

/* Where a web address ends that begins a text: at a space or a bracket, and
 * without the punctuation of the sentence around it. */
static gsize
measure_address (const char *text,
                 gsize       length)
{
  gsize n = 0;

  while (n < length && !g_ascii_isspace (text[n]) && strchr ("<>\"'`()[]{}", text[n]) == NULL)
    n++;
  while (n > 0 && strchr (".,;:!?*_", text[n - 1]) != NULL)
    n--;
  return n;
}

/* Finds the first web address in a text. */
static gboolean
find_address (const char *text,
              gsize       length,
              gsize      *start,
              gsize      *end)
{
  static const char * const schemes[] = { "https://", "http://" };

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && g_ascii_isalnum (text[i - 1]))
        continue;
      for (guint scheme = 0; scheme < G_N_ELEMENTS (schemes); scheme++)
        {
          gsize prefix = strlen (schemes[scheme]);
          gsize size;

          if (length - i <= prefix || g_ascii_strncasecmp (text + i, schemes[scheme], prefix) != 0)
            continue;
          size = measure_address (text + i, length - i);
          if (size <= prefix)
            continue;
          *start = i;
          *end = i + size;
          return TRUE;
        }
    }
  return FALSE;
}

/* Two equals signs, neither more nor less, may highlight. */
static void
add_marked_text (MarkdownReader *reader,
                 const char     *text,
                 gsize           length)
{
  gsize start = 0, i = 0;

  while (i < length)
    {
      gsize n = 0;

      while (i + n < length && text[i + n] == '=')
        n++;
      if (n == 2)
        {
          lanyard_text_builder_add_text (reader->builder, text + start, i - start);
          lanyard_text_builder_add_mark (reader->builder);
          start = i + n;
        }
      i += MAX (n, 1);
    }
  lanyard_text_builder_add_text (reader->builder, text + start, length - start);
}

/* md4c makes links of bare addresses, but not of those with a second "#" or a
 * ":" after the first, as Matrix rooms have. */
static void
add_normal_text (MarkdownReader *reader,
                 const char     *text,
                 gsize           length)
{
  gsize start, end;

  while (!lanyard_text_builder_is_in_link (reader->builder) && find_address (text, length, &start, &end))
    {
      g_autofree char *address = g_strndup (text + start, end - start);

      add_marked_text (reader, text, start);
      lanyard_text_builder_open_link (reader->builder, address);
      lanyard_text_builder_add_text (reader->builder, address, end - start);
      lanyard_text_builder_close_link (reader->builder);
      text += end;
      length -= end;
    }
  add_marked_text (reader, text, length);
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  MarkdownReader *reader = user_data;
  g_autoptr (GString) decoded = NULL;

  if (type == MD_TEXT_HTML)
    {
      g_string_append_len (reader->html, text, (gssize) size);
      return 0;
    }

  flush_html (reader);
  switch (type)
    {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      lanyard_text_builder_add_break (reader->builder);
      break;
    case MD_TEXT_NORMAL:
      add_normal_text (reader, text, size);
      break;
    case MD_TEXT_ENTITY:
      decoded = g_string_new (NULL);
      lanyard_raw_html_decode (text, size, decoded);
      lanyard_text_builder_add_text (reader->builder, decoded->str, decoded->len);
      break;
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_HTML:
    default:
      lanyard_text_builder_add_text (reader->builder, text, size);
      break;
    }
  return 0;
}

/* @markdown is valid UTF-8. Returns: whether all of it was read */
gboolean
lanyard_markdown_read (const char         *markdown,
                       LanyardTextBuilder *builder)
{
  g_autoptr (LanyardTags) tags = lanyard_tags_new (builder);
  g_autoptr (GString) html = g_string_new (NULL);
  MarkdownReader reader = { .builder = builder, .tags = tags, .html = html };
  MD_PARSER parser = {
    .flags = FLAGS,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  int result = md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &reader);

  flush_html (&reader);
  return result == 0;
}
