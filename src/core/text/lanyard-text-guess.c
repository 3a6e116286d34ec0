/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guesses whether a description is HTML or Markdown, where a server does not
 * say. Any thread.
 *
 * Indico keeps talks as Markdown, but those that came from Indico 1 as HTML,
 * and exports both alike. Markdown may hold HTML, so its presence alone proves
 * nothing; HTML may hold a line that begins with a dash, so neither does that.
 * The rule, which asks how much of each there is:
 *
 * 1. No tag of a block (<p>, <li>, <div> …) and no <br>: Markdown.
 * 2. What only Markdown writes (# headings, fences, **bold**, [links](…),
 *    `code`, tables' rules) makes it Markdown.
 * 3. A block's tag at the very beginning: HTML.
 * 4. A blank line makes it Markdown: in HTML it would mean nothing, and the
 *    Markdown reader does right by the tags. Programmes of the CCC have plain
 *    paragraphs with an HTML list among them.
 * 5. Lists, quotes and underlined headings make it Markdown, unless a block's
 *    end tag is there. What is left is HTML. */

#include "config.h"

#include <string.h>

#include "lanyard-rich-text.h"
#include "lanyard-tag.h"

typedef struct
{
  gboolean begins_with_block;
  gboolean has_block;
  gboolean has_block_end;
  gboolean has_break;
} HtmlSigns;

typedef struct
{
  gboolean has_strong; /* what HTML does not hold by chance */
  gboolean has_weak;   /* what it may */
  gboolean has_blank_line;
} MarkdownSigns;

static HtmlSigns
find_html (const char *text)
{
  HtmlSigns signs = { FALSE, };
  const char *start = text + strspn (text, " \t\r\n");

  if (g_ascii_strncasecmp (start, "<!DOCTYPE", strlen ("<!DOCTYPE")) == 0)
    signs.begins_with_block = signs.has_block = TRUE;

  for (const char *at = strchr (start, '<'); at != NULL; at = strchr (at + 1, '<'))
    {
      const LanyardTag *tag = lanyard_tag_find_at (at);

      if (tag == NULL)
        continue;
      signs.has_break |= tag->meaning == LANYARD_MEANING_BREAK;
      if (tag->meaning < LANYARD_MEANING_RULE)
        continue;
      signs.has_block = TRUE;
      signs.has_block_end |= at[1] == '/';
      signs.begins_with_block |= at == start;
    }

  return signs;
}

/* "- ", "* ", "+ ", "1. ", "1) " */
static gboolean
is_list_line (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (strchr ("-*+", *line) != NULL && *line != '\0')
    return line[1] == ' ';

  return digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

/* A line of nothing but @characters, at least @n of them. */
static gboolean
is_line_of (const char *line,
            gsize       length,
            const char *characters,
            gsize       n)
{
  if (strchr (characters, *line) == NULL)
    return FALSE;
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;

  return length >= n && strspn (line, characters) >= length;
}

static gboolean
is_heading_line (const char *line)
{
  gsize level = strspn (line, "#");

  return level >= 1 && level <= 6 && line[level] == ' ';
}

/* Whether @line has two of @delimiter, the first with a word right behind it. */
static gboolean
has_pair (const char *line,
          gsize       length,
          const char *delimiter)
{
  gsize n = strlen (delimiter);
  const char *end = line + length;
  gboolean is_open = FALSE;

  for (const char *at = line; (at = memchr (at, *delimiter, (gsize) (end - at))) != NULL && at + n <= end; at++)
    {
      if (strncmp (at, delimiter, n) != 0)
        continue;
      if (is_open)
        return TRUE;
      is_open = at + n < end && !g_ascii_isspace (at[n]) && at[n] != *delimiter;
      at += n - 1;
    }

  return FALSE;
}

static void
judge_line (const char    *line,
            gsize          length,
            MarkdownSigns *signs)
{
  gsize indent = strspn (line, " \t");

  if (indent >= length || strspn (line, " \t\r") >= length)
    {
      signs->has_blank_line = TRUE;
      return;
    }
  line += indent;
  length -= indent;

  if (is_heading_line (line) || strncmp (line, "```", 3) == 0 || strncmp (line, "~~~", 3) == 0 ||
      has_pair (line, length, "**") || has_pair (line, length, "`") ||
      (is_line_of (line, length, "|-: ", 3) && memchr (line, '|', length) != NULL))
    signs->has_strong = TRUE;
  else if (is_list_line (line) || *line == '>' || is_line_of (line, length, "=", 3) ||
           is_line_of (line, length, "-", 3))
    signs->has_weak = TRUE;
}

static MarkdownSigns
find_markdown (const char *text)
{
  MarkdownSigns signs = { FALSE, };
  const char *line = text;

  signs.has_strong = strstr (text, "](") != NULL || strstr (text, "]: http") != NULL;
  while (!signs.has_strong && *line != '\0')
    {
      gsize length = (gsize) (strchrnul (line, '\n') - line);

      judge_line (line, length, &signs);
      line += length + (line[length] == '\n' ? 1 : 0);
    }
  return signs;
}

/**
 * lanyard_text_format_guess:
 * @text: a description
 *
 * Guesses whether a description is HTML or Markdown.
 *
 * A tag that is not one of HTML's, such as the address in
 * `<jane@example.org>`, counts for nothing.
 *
 * Returns: %LANYARD_TEXT_HTML or %LANYARD_TEXT_MARKDOWN
 */
LanyardTextFormat
lanyard_text_format_guess (const char *text)
{
  HtmlSigns html;
  MarkdownSigns markdown;

  g_return_val_if_fail (text != NULL, LANYARD_TEXT_MARKDOWN);

  html = find_html (text);
  if (!html.has_block && !html.has_break)
    return LANYARD_TEXT_MARKDOWN;

  markdown = find_markdown (text);
  if (markdown.has_strong)
    return LANYARD_TEXT_MARKDOWN;
  if (html.begins_with_block)
    return LANYARD_TEXT_HTML;

  return markdown.has_blank_line || (markdown.has_weak && !html.has_block_end) ? LANYARD_TEXT_MARKDOWN
                                                                               : LANYARD_TEXT_HTML;
}
