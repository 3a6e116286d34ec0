/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strings of a feed, made fit to be kept and shown: without control
 * characters, trimmed, titles on one line. Also finds the chats, streams,
 * recordings and pads that organisers write into descriptions, since no feed
 * has a field for them. All formats call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "model/lanyard-link.h"

#include "lanyard-feed-text.h"

/* With how many links a new one is compared: more than any text has, and few
 * enough for one that has a million. */
#define MOST_COMPARED 300

/* Whether a character that is no blank may be white space or a control character:
 * of several bytes those from U+0080 to U+00A0, U+1680, U+2000 and so on, U+3000. */
static inline gboolean
may_be_space (const guchar *at)
{
  switch (at[0])
    {
    case 0x7f: return TRUE;
    case 0xc2: return at[1] <= 0xa0;
    case 0xe1: return at[1] == 0x9a || at[1] == 0xa0;
    case 0xe2: return (at[1] == 0x80 && (at[2] <= 0x8f || at[2] >= 0xa8)) || at[1] == 0x81;
    case 0xe3: return at[1] == 0x80;
    default: return at[0] < 0x20;
    }
}

/* What is looked at more closely: in a line also blanks and what spaces of several
 * bytes begin with. Most of a text is none of it, and there is much text. */
static const guint8 is_odd_in_line[256] = {
  [0x00 ... 0x20] = TRUE, [0x7f] = TRUE, [0xc2] = TRUE, [0xe1 ... 0xe3] = TRUE,
};
static const guint8 is_odd_in_block[256] = {
  [0x00 ... 0x08] = TRUE, [0x0b ... 0x1f] = TRUE, [0x7f] = TRUE, [0xc2] = TRUE,
};

/* Whether a line can be kept as it is; most can. */
static gboolean
is_plain_line (const char *text)
{
  const guchar *at = (const guchar *) text;

  for (;; at++)
    {
      while (!is_odd_in_line[*at])
        at++;
      if (*at == '\0')
        return at > (const guchar *) text && at[-1] != ' ';
      if (*at == ' ' ? at == (const guchar *) text || at[-1] == ' ' : may_be_space (at))
        return FALSE;
    }
}

/* Whether a text can be kept as it is, but for its ends. */
static gboolean
is_plain_block (const char *text)
{
  for (const guchar *at = (const guchar *) text;; at++)
    {
      while (!is_odd_in_block[*at])
        at++;
      if (*at == '\0')
        return TRUE;
      if (*at != 0xc2 || at[1] < 0xa0)
        return FALSE;
    }
}

/* A line made of one that cannot be kept as it is; NULL where nothing is left. */
static const char *
collapse (GStringChunk *strings,
          const char   *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean has_gap = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || c == '\v')
        has_gap = TRUE;
      else if (!g_unichar_iscntrl (c))
        {
          if (has_gap && line->len > 0)
            g_string_append_c (line, ' ');
          has_gap = FALSE;
          g_string_append_unichar (line, c);
        }
    }
  return line->len > 0 ? g_string_chunk_insert (strings, line->str) : NULL;
}

static const char *
skip_blanks (const char *text)
{
  return text != NULL ? text + strspn (text, " \t\r\n") : "";
}

/* A name or title: on one line, white space of any kind collapsed, control
 * characters removed. Returns NULL where nothing is left. */
const char *
lanyard_feed_text_line (GStringChunk *strings,
                        const char   *text)
{
  text = skip_blanks (text);
  if (*text == '\0')
    return NULL;
  return is_plain_line (text) ? g_string_chunk_insert (strings, text) : collapse (strings, text);
}

/* Likewise, but a text that can be kept as it is is not copied: what is
 * returned lasts as long as both. */
const char *
lanyard_feed_text_borrow_line (GStringChunk *strings,
                               const char   *text)
{
  text = skip_blanks (text);
  if (*text == '\0')
    return NULL;
  return is_plain_line (text) ? text : collapse (strings, text);
}

/* A text of several lines: line ends are "\n", control characters but those
 * and tabs removed, ends trimmed. Returns NULL where nothing is left. */
const char *
lanyard_feed_text_block (GStringChunk *strings,
                         const char   *text)
{
  g_autoptr (GString) block = NULL;
  const char *end;

  if (text == NULL)
    return NULL;

  if (!is_plain_block (text))
    {
      block = g_string_sized_new (strlen (text));
      for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (c == '\r')
            {
              if (at[1] != '\n')
                g_string_append_c (block, '\n');
            }
          else if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
            g_string_append_len (block, at, g_utf8_next_char (at) - at);
        }
      text = block->str;
    }

  /* Blanks before the first word of a line may mean something in Markdown;
   * empty lines before it do not. */
  while (*text != '\0' && text[strspn (text, " \t")] == '\n')
    text += strspn (text, " \t") + 1;
  end = text + strlen (text);
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  return end > text ? g_string_chunk_insert_len (strings, text, end - text) : NULL;
}

/* Where an address ends that begins at @at: before white space, quotes and
 * brackets, and before what ends a sentence rather than an address. */
static const char *
address_end (const char *at)
{
  const char *end = at;
  int open = 0;

  for (; (guchar) *end > 0x20 && *end != 0x7f && strchr ("\"'<>`\\{}|^", *end) == NULL; end++)
    {
      if (*end == '(' || *end == '[')
        open++;
      else if ((*end == ')' || *end == ']') && open-- == 0)
        break;
    }
  while (end > at && strchr (".,;:!?*_", end[-1]) != NULL)
    end--;
  return end;
}

static char *
dup_address (const char *at,
             const char *end)
{
  GString *address = g_string_new_len (at, end - at);

  g_string_replace (address, "&amp;", "&", 0);
  return g_string_free (address, FALSE);
}

static gboolean
has_link (GPtrArray  *links,
          const char *url)
{
  for (guint i = links != NULL ? links->len : 0; i > 0 && links->len - i < MOST_COMPARED; i--)
    if (strcmp (((LanyardLink *) g_ptr_array_index (links, i - 1))->url, url) == 0)
      return TRUE;
  return FALSE;
}

static void
add_link (const char  *at,
          const char  *end,
          GPtrArray  **links)
{
  g_autofree char *url = dup_address (at, end);
  LanyardLinkKind kind = lanyard_link_guess_kind (url, NULL, NULL);

  if (kind != LANYARD_LINK_CHAT && kind != LANYARD_LINK_STREAM &&
      kind != LANYARD_LINK_RECORDING && kind != LANYARD_LINK_PAD)
    return;
  if (has_link (*links, url))
    return;
  if (*links == NULL)
    *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  g_ptr_array_add (*links, lanyard_link_new (url, NULL, kind, NULL, 0));
}

/* Adds the chats, streams, recordings and pads whose addresses stand in a
 * text, Markdown or HTML alike; makes the list at the first. Other addresses
 * stay where they are, in the text. */
void
lanyard_feed_text_add_links (const char  *text,
                             GPtrArray  **links)
{
  const char *colon = text;

  while (colon != NULL && (colon = strstr (colon, "://")) != NULL)
    {
      const char *at = colon;
      const char *end;

      while (at > text && g_ascii_isalpha (at[-1]))
        at--;
      end = address_end (at);
      if ((g_ascii_strncasecmp (at, "https://", 8) == 0 || g_ascii_strncasecmp (at, "http://", 7) == 0) &&
          end > colon + 3)
        add_link (at, end, links);
      colon = MAX (end, colon + 3);
    }
}

/* A colour as CSS spells it, "#rrggbb" or "#rgb", with six digits; NULL for any
 * other text. */
const char *
lanyard_feed_text_color (GStringChunk *strings,
                         const char   *text)
{
  gsize n_digits = text != NULL && text[0] == '#' ? strlen (text + 1) : 0;
  char color[8] = "#";

  if ((n_digits != 3 && n_digits != 6) || strspn (text + 1, "0123456789abcdefABCDEF") != n_digits)
    return NULL;
  for (gsize i = 0; i < 6; i++)
    color[1 + i] = text[1 + i * n_digits / 6];
  return g_string_chunk_insert (strings, color);
}

/* Whether a title says that nothing is given there: "Lunch", "Coffee break",
 * "Main Conference: morning tea", but not "Lunch with the maintainers". */
gboolean
lanyard_feed_text_is_break (const char *title)
{
  static const char * const words[] = {
    "afternoon tea", "break", "breakfast", "coffee", "coffee break", "dinner", "kaffeepause", "lunch", "lunch break",
    "mittagessen", "mittagspause", "morning tea", "pause", "pause café", "pause déjeuner", "tea", "tea break", NULL
  };
  g_autofree char *lower = g_utf8_strdown (title, -1);
  const char *colon = g_strrstr (lower, ": ");

  return g_strv_contains (words, colon != NULL ? colon + 2 : lower);
}

/* Whether what a feed calls the type of an event is that of a break. */
gboolean
lanyard_feed_text_is_break_type (const char *type)
{
  static const char * const types[] = { "break", "coffee_break", "coffee break", "lunch", "meal", "pause", NULL };
  g_autofree char *lower = type != NULL ? g_ascii_strdown (type, -1) : NULL;

  return lower != NULL && g_strv_contains (types, lower);
}
