/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A description, whatever it was written in: a flat list of paragraphs,
 * headings, items, tables. The readers make it, pages and the command line show
 * it. Immutable; any thread.
 *
 * Descriptions come from the network. Whatever they hold, what is made of them
 * is valid UTF-8 without control characters, has no address that is not safe
 * to open, and is of bounded size. */

#include "config.h"

#include <string.h>

#include "lanyard-html.h"
#include "lanyard-markdown.h"
#include "lanyard-text-builder.h"

/* The longest real abstract is a hundredth of this. What is beyond is cut off,
 * and an ellipsis says so. */
#define MAX_BYTES (1024 * 1024)

struct _LanyardRichText
{
  GObject parent_instance;
  GPtrArray *nodes; /* owned; of LanyardTextNode */
};

G_DEFINE_FINAL_TYPE (LanyardRichText, lanyard_rich_text, G_TYPE_OBJECT)

/* Every line's end becomes "\n", a lone carriage return too. */
static void
normalize_line_ends (GString *text)
{
  gsize to = 0;

  for (gsize from = 0; from < text->len; from++)
    {
      if (text->str[from] == '\r' && text->str[from + 1] == '\n')
        continue;
      text->str[to++] = text->str[from] == '\r' ? '\n' : text->str[from];
    }
  g_string_truncate (text, to);
}

/* Control characters would only confuse the parsers. */
static void
drop_controls (GString *text)
{
  gsize to = 0;

  for (gsize from = 0; from < text->len; from++)
    if ((guchar) text->str[from] >= 0x20 || strchr ("\t\n", text->str[from]) != NULL)
      text->str[to++] = text->str[from];
  g_string_truncate (text, to);
}

/* Returns: (transfer full): valid UTF-8 of at most MAX_BYTES */
static GString *
clean (const char *text,
       gboolean   *is_cut)
{
  gsize length = strnlen (text, MAX_BYTES + 1);
  g_autofree char *valid = NULL;
  GString *cleaned;

  *is_cut = length > MAX_BYTES;
  if (*is_cut)
    {
      length = MAX_BYTES;
      while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
        length--;
    }

  valid = g_utf8_make_valid (text, (gssize) length);
  cleaned = g_string_new (valid);
  normalize_line_ends (cleaned);
  drop_controls (cleaned);
  return cleaned;
}

static void
read_plain (const char         *text,
            LanyardTextBuilder *builder)
{
  const char *line = text;

  while (TRUE)
    {
      gsize length = strcspn (line, "\n");

      lanyard_text_builder_add_text (builder, line, length);
      lanyard_text_builder_add_break (builder);
      if (line[length] == '\0')
        return;
      line += length + 1;
    }
}

static void
lanyard_rich_text_finalize (GObject *object)
{
  LanyardRichText *self = LANYARD_RICH_TEXT (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_rich_text_parent_class)->finalize (object);
}

static void
lanyard_rich_text_class_init (LanyardRichTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_rich_text_finalize;
}

static void
lanyard_rich_text_init (LanyardRichText *self)
{
}

/**
 * lanyard_rich_text_new:
 * @text: a description, in whatever encoding
 * @format: how it is written
 * @base_url: (nullable): the page that it is from, for relative links
 *
 * Reads a description.
 *
 * Markdown is read as Indico shows it: every line's end is a line break, and
 * raw HTML counts as far as it is harmless.
 *
 * Returns: (transfer full): the text
 */
LanyardRichText *
lanyard_rich_text_new (const char        *text,
                       LanyardTextFormat  format,
                       const char        *base_url)
{
  LanyardRichText *self;
  g_autoptr (LanyardTextBuilder) builder = NULL;
  g_autoptr (GString) cleaned = NULL;
  gboolean is_cut;

  g_return_val_if_fail (text != NULL, NULL);

  builder = lanyard_text_builder_new (base_url);
  cleaned = clean (text, &is_cut);
  switch (format)
    {
    case LANYARD_TEXT_MARKDOWN:
      is_cut |= !lanyard_markdown_read (cleaned->str, builder);
      break;
    case LANYARD_TEXT_HTML:
      is_cut |= !lanyard_html_read (cleaned->str, builder);
      break;
    case LANYARD_TEXT_PLAIN:
    default:
      read_plain (cleaned->str, builder);
      break;
    }

  self = g_object_new (LANYARD_TYPE_RICH_TEXT, NULL);
  self->nodes = lanyard_text_builder_end (builder, is_cut);
  return self;
}

/**
 * lanyard_rich_text_get_n_nodes:
 * @self: a text
 *
 * Counts the nodes.
 *
 * Returns: how many there are, 0 for a text in which nothing is written
 */
guint
lanyard_rich_text_get_n_nodes (LanyardRichText *self)
{
  g_return_val_if_fail (LANYARD_IS_RICH_TEXT (self), 0);

  return self->nodes->len;
}

/**
 * lanyard_rich_text_get_node:
 * @self: a text
 * @index: less than lanyard_rich_text_get_n_nodes()
 *
 * Gets a paragraph, a heading, an item or the like.
 *
 * Returns: (transfer none): the node; valid as long as @self
 */
const LanyardTextNode *
lanyard_rich_text_get_node (LanyardRichText *self,
                            guint            index)
{
  g_return_val_if_fail (LANYARD_IS_RICH_TEXT (self), NULL);
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return self->nodes->pdata[index];
}
