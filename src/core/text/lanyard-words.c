/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds where the words that somebody typed into a search stand in a text, by
 * the rules of the search: from the beginning of words, without regard to
 * accents and case, "c++" to the letter. Pure; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-words.h"

/* A character as it is compared, and which bytes of the text it comes from. */
typedef struct
{
  gunichar character;
  gsize begin;
  gsize end;
} Folded;

static void
append_folded (GArray     *folded,
               const char *source,
               gsize       begin,
               gsize       end)
{
  g_autofree char *low = g_utf8_casefold (source + begin, (gssize) (end - begin));
  g_autofree char *plain = g_utf8_normalize (low, -1, G_NORMALIZE_ALL);

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      Folded character = { g_utf8_get_char (c), begin, end };

      if (!g_unichar_ismark (character.character))
        g_array_append_val (folded, character);
    }
}

/* An accent of its own belongs to the letter before it. */
static GArray *
fold (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (Folded));
  gsize begin = 0;

  while (text[begin] != '\0')
    {
      gsize end = (gsize) (g_utf8_next_char (text + begin) - text);
      Folded character = { (gunichar) g_ascii_tolower (text[begin]), begin, end };

      if (end == begin + 1)
        g_array_append_val (folded, character);
      else if (g_unichar_ismark (g_utf8_get_char (text + begin)) && folded->len > 0)
        g_array_index (folded, Folded, folded->len - 1).end = end;
      else
        append_folded (folded, text, begin, end);
      begin = end;
    }
  return folded;
}

static gunichar
get (GArray *folded,
     guint   i)
{
  return i < folded->len ? g_array_index (folded, Folded, i).character : 0;
}

static gboolean
is_letter (GArray *folded,
           guint   i)
{
  return g_unichar_isalnum (get (folded, i));
}

static guint
skip_signs (GArray *folded,
            guint   i)
{
  while (i < folded->len && !is_letter (folded, i))
    i++;
  return i;
}

/* Returns where the match ends, 0 if there is none. Signs between letters are
 * as good as any others, unless the word is meant to the letter. */
static guint
match_at (GArray   *text,
          guint     at,
          GArray   *word,
          gboolean  is_literal)
{
  guint i = at;
  guint j = 0;

  while (j < word->len)
    {
      if (!is_literal && !is_letter (word, j))
        {
          if (i >= text->len || is_letter (text, i))
            return 0;
          i = skip_signs (text, i);
          j = skip_signs (word, j);
        }
      else if (get (text, i) == get (word, j))
        {
          i++;
          j++;
        }
      else
        return 0;
    }
  while (!is_literal && is_letter (text, i))
    i++;
  return i;
}

/* Signs around a word do not count, but for those of C++ and C#. */
static GArray *
fold_word (const char *word,
           gboolean    is_literal)
{
  GArray *folded = fold (word);
  guint begin = skip_signs (folded, 0);

  g_array_remove_range (folded, 0, MIN (begin, folded->len));
  while (!is_literal && folded->len > 0 && !is_letter (folded, folded->len - 1))
    g_array_set_size (folded, folded->len - 1);
  return folded;
}

static void
find_word (GArray     *text,
           const char *word,
           gboolean   *is_found)
{
  gboolean is_literal = strpbrk (word, "+#") != NULL;
  g_autoptr (GArray) folded = fold_word (word, is_literal);

  if (folded->len == 0)
    return;
  for (guint i = 0; i < text->len; i++)
    {
      guint end = !is_letter (text, i) || (i > 0 && is_letter (text, i - 1)) ? 0 : match_at (text, i, folded, is_literal);

      for (guint j = i; j < end; j++)
        is_found[j] = TRUE;
    }
}

/**
 * lanyard_words_find:
 * @text: a text, valid UTF-8
 * @words: (nullable): what somebody typed into a search
 *
 * Finds the words of a search in a text.
 *
 * Returns: (transfer full) (element-type LanyardWordRange): where they stand,
 *   from the beginning to the end; none lies upon another
 */
GArray *
lanyard_words_find (const char *text,
                    const char *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (LanyardWordRange));
  g_autoptr (GArray) folded = NULL;
  g_autofree gboolean *is_found = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) typed = NULL;

  g_return_val_if_fail (text != NULL, ranges);

  if (words == NULL || *words == '\0')
    return ranges;
  folded = fold (text);
  is_found = g_new0 (gboolean, folded->len + 1);
  valid = g_utf8_make_valid (words, -1);
  typed = g_strsplit_set (valid, " \t\n", -1);
  for (guint i = 0; typed[i] != NULL; i++)
    find_word (folded, typed[i], is_found);

  for (guint i = 0; i < folded->len; i++)
    {
      const Folded *character = &g_array_index (folded, Folded, i);
      LanyardWordRange range = { character->begin, character->end };

      if (is_found[i] && i > 0 && is_found[i - 1])
        g_array_index (ranges, LanyardWordRange, ranges->len - 1).end = character->end;
      else if (is_found[i])
        g_array_append_val (ranges, range);
    }
  return ranges;
}
