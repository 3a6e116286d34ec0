/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter under which a name stands in a list from A to Z, in any script.
 * Called for each person of a programme; any thread. */

#include "config.h"

#include "lanyard-initial.h"

#define FIRST_HANGUL 0xac00
#define LAST_HANGUL 0xd7a3
#define HANGUL_A_CONSONANT 588

static gunichar
first_letter (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return c;
      if (g_unichar_isdigit (c))
        return 0;
    }
  return 0;
}

/* Dictionaries order Korean names by their first consonant. */
static gunichar
consonant_of (gunichar syllable)
{
  static const char consonants[] = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

  return g_utf8_get_char (g_utf8_offset_to_pointer (consonants, (syllable - FIRST_HANGUL) / HANGUL_A_CONSONANT));
}

/* "É" stands under E; but a Cyrillic short I is a letter of its own. Letters
 * like "Ø", which are not made of two, are told by what they resemble. */
static gunichar
without_accent (gunichar c)
{
  static const struct
  {
    gunichar letter;
    gunichar base;
  } strokes[] = { { 0xd8, 'O' }, { 0x110, 'D' }, { 0x141, 'L' }, { 0xc6, 'A' }, { 0x152, 'O' }, { 0x126, 'H' } };
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  GUnicodeScript script = g_unichar_get_script (c);

  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].letter == c)
      return strokes[i].base;
  if ((script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK) &&
      g_unichar_fully_decompose (c, TRUE, decomposed, G_N_ELEMENTS (decomposed)) > 0)
    return g_unichar_toupper (decomposed[0]);
  return c;
}

/**
 * lanyard_initial_of_name:
 * @name: a name
 *
 * Gets the letter under which a name stands in a list: its first letter,
 * upper case where there is such a thing, without accents where those make no
 * letter of their own; of Korean syllables the first consonant.
 *
 * Returns: (transfer full): a letter, or %LANYARD_INITIAL_NONE
 */
char *
lanyard_initial_of_name (const char *name)
{
  char letter[7] = { 0 };
  g_autofree char *composed = NULL;
  gunichar c;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_ascii_isalpha (*name))
    return g_strndup (&(char) { g_ascii_toupper (*name) }, 1);

  composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  c = composed != NULL ? first_letter (composed) : 0;
  if (c == 0)
    return g_strdup (LANYARD_INITIAL_NONE);
  if (c >= FIRST_HANGUL && c <= LAST_HANGUL)
    c = consonant_of (c);
  else
    c = without_accent (g_unichar_toupper (c));
  g_unichar_to_utf8 (c, letter);
  return g_strdup (letter);
}
