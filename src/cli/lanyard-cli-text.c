/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text on a terminal: made harmless, measured, cut and wrapped.
 *
 * A programme is written by strangers. An escape sequence in a title could
 * set the terminal's title or worse, a tab would break a record in two, and a
 * right-to-left override could make a line read as another; so whatever is
 * printed for people goes through here first. Used by the tables and sheets;
 * any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-cli-text.h"

/* The explicit directional formatting characters of Unicode's annex 9. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* The control characters of ASCII and of Latin 1. */
static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static char *
dup_safe (const char *text,
          gboolean    keeps_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *safe = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_line_end (c))
        g_string_append_c (safe, keeps_lines ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (safe, ' ');
      else if (!is_control (c) && !is_bidi_control (c))
        g_string_append_unichar (safe, c);
    }
  return g_string_free_and_steal (safe);
}

static int
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* Where the first @width columns of @text end, with the combining marks that
 * belong to the last of them. */
static const char *
find_column (const char *text,
             int         width)
{
  int used = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      used += width_of (g_utf8_get_char (text));
      if (used > width)
        break;
    }
  return text;
}

/* How far the lines after an item's first are indented: as far as its text. */
static int
find_hanging_indent (const char *line)
{
  const char *text = line + strspn (line, " ");
  const char *mark = text;

  mark += strspn (mark, "0123456789");
  if (g_str_has_prefix (text, "•"))
    mark = text + strlen ("•");
  else if (mark > text && *mark == '.')
    mark++;
  else
    mark = text;

  if (mark > text && *mark == ' ')
    text = mark + strspn (mark, " ");
  return (int) g_utf8_strlen (line, text - line);
}

/* Where the word at @text ends, if it is an address. */
static const char *
find_end_of_address (const char *text)
{
  const char *end = text + strcspn (text, " ");
  const char *mark = strstr (text, "://");

  return mark != NULL && mark < end ? end : NULL;
}

/* Where to break a line: after the last space that fits, else in a word that
 * is longer than a line. Chinese and Japanese break anywhere; an address is
 * left whole, as terminals let one open it only then. */
static const char *
find_break (const char *text,
            int         width)
{
  const char *end = find_column (text, width);
  const char *at = end;

  if (*end == '\0' || *end == ' ' || end == text)
    return *text != '\0' && end == text ? g_utf8_next_char (text) : end;

  while (at > text && *g_utf8_prev_char (at) != ' ' && !g_unichar_iswide (g_utf8_get_char (at)))
    at = g_utf8_prev_char (at);
  if (at > text)
    return at;
  at = find_end_of_address (text);
  return at != NULL ? at : end;
}

static void
append_wrapped (GString    *wrapped,
                const char *line,
                int         width,
                int         indent)
{
  int hanging = MIN (find_hanging_indent (line), width / 2);
  int extra = 0;

  while (*line != '\0')
    {
      const char *end = find_break (line, MAX (width - extra, 1));
      const char *shown = end;

      while (shown > line && shown[-1] == ' ')
        shown--;
      g_string_append_printf (wrapped, "%*s", indent + extra, "");
      g_string_append_len (wrapped, line, shown - line);
      g_string_append_c (wrapped, '\n');
      line = end + strspn (end, " ");
      extra = hanging;
    }
}

/**
 * lanyard_cli_text_is_harmful:
 * @c: a character
 *
 * Says whether a terminal might do something else with it than show it.
 *
 * Returns: %TRUE for control characters, line ends and directional overrides
 */
gboolean
lanyard_cli_text_is_harmful (gunichar c)
{
  return is_control (c) || is_line_end (c) || is_bidi_control (c);
}

/**
 * lanyard_cli_text_dup_line:
 * @text: (nullable): any text
 *
 * Makes text safe to print on one line: without control characters and
 * directional overrides, with a space for each line end and tab, and without
 * space at its ends.
 *
 * Returns: (transfer full): one line, "" for %NULL
 */
char *
lanyard_cli_text_dup_line (const char *text)
{
  return text != NULL ? g_strstrip (dup_safe (text, FALSE)) : g_strdup ("");
}

/**
 * lanyard_cli_text_dup_lines:
 * @text: (nullable): any text
 *
 * Makes text safe to print on several lines, which it keeps.
 *
 * Returns: (transfer full): lines, the last without "\n"; "" for %NULL
 */
char *
lanyard_cli_text_dup_lines (const char *text)
{
  return text != NULL ? g_strchomp (dup_safe (text, TRUE)) : g_strdup ("");
}

/**
 * lanyard_cli_text_get_width:
 * @text: one line
 *
 * Measures how many columns of a terminal text takes: none for a combining
 * mark, two for a wide character, as Unicode's annex 11 says.
 *
 * Returns: a number of columns
 */
int
lanyard_cli_text_get_width (const char *text)
{
  int width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += width_of (g_utf8_get_char (text));
  return width;
}

/**
 * lanyard_cli_text_dup_cut:
 * @text: one line
 * @width: how many columns there are
 *
 * Shortens text that is too wide and ends it in "…" then.
 *
 * Returns: (transfer full): text that takes at most @width columns
 */
char *
lanyard_cli_text_dup_cut (const char *text,
                          int         width)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (lanyard_cli_text_get_width (text) <= width)
    return g_strdup (text);
  if (width < 1)
    return g_strdup ("");

  head = g_strndup (text, find_column (text, width - 1) - text);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

/**
 * lanyard_cli_text_dup_wrapped:
 * @text: lines
 * @width: how many columns each may take, without the indent
 * @indent: how many spaces each begins with
 *
 * Breaks lines that are too wide between words. What follows the first line
 * of a list's item is indented like the item's text.
 *
 * Returns: (transfer full): lines, each with "\n"
 */
char *
lanyard_cli_text_dup_wrapped (const char *text,
                              int         width,
                              int         indent)
{
  g_auto (GStrv) lines = NULL;
  GString *wrapped = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '\0')
        g_string_append_c (wrapped, '\n');
      append_wrapped (wrapped, *line, width, indent);
    }
  return g_string_free_and_steal (wrapped);
}

/**
 * lanyard_cli_text_dup_folded:
 * @text: any text
 *
 * Folds text for comparing: letters' case and the ways to write the same
 * letter make no difference.
 *
 * Returns: (transfer full): folded text
 */
char *
lanyard_cli_text_dup_folded (const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  line = lanyard_cli_text_dup_line (text);
  normal = g_utf8_normalize (line, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (normal, -1);
}
