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

/* Whether a line can be kept as it is; most can. */
static gboolean
is_plain_line (const char *text)
{
  char before = ' ';

  for (const char *at = text; *at != '\0'; at++)
    {
      guchar c = *at;

      if (c < 0x20 || c == 0x7f || c == 0xc2 || c == 0xe1 || c == 0xe2 || c == 0xe3 || (c == ' ' && before == ' '))
        return FALSE;
      before = c;
    }
  return before != ' ';
}

/* Whether a text can be kept as it is, but for its ends. */
static gboolean
is_plain_block (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      guchar c = *at;

      if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0xc2)
        return FALSE;
    }
  return TRUE;
}

/* A name or title: on one line, white space of any kind collapsed, control
 * characters removed. Returns NULL where nothing is left. */
const char *
lanyard_feed_text_line (GStringChunk *strings,
                        const char   *text)
{
  g_autoptr (GString) line = NULL;
  gboolean has_gap = FALSE;

  if (text == NULL)
    return NULL;
  if (is_plain_line (text))
    return g_string_chunk_insert (strings, text);

  line = g_string_new (NULL);
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
