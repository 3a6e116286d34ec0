/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time of day as people type it, in the digits and with the words for the
 * halves of the day that their language has. Called by the dialog of an own
 * entry. */

#include "config.h"

#include <langinfo.h>
#include <string.h>

#include "lanyard-typed-time.h"

typedef enum
{
  HALF_NONE,
  HALF_FIRST,
  HALF_SECOND,
} Half;

/* With digits and spaces as ASCII has them, in lower case, and without marks of
 * direction. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isdigit (character))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (character)));
      else if (g_unichar_isspace (character))
        g_string_append_c (plain, ' ');
      else if (g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, character);
    }
  return g_strstrip (g_string_free_and_steal (plain));
}

/* Takes a word off the end of @text or, as some languages have it, its start. */
static gboolean
take_word (char       *text,
           const char *word)
{
  g_autofree char *plain = dup_plain (word);

  if (*plain == '\0')
    return FALSE;
  if (g_str_has_suffix (text, plain))
    text[strlen (text) - strlen (plain)] = '\0';
  else if (g_str_has_prefix (text, plain))
    memmove (text, text + strlen (plain), strlen (text) - strlen (plain) + 1);
  else
    return FALSE;
  g_strstrip (text);
  return TRUE;
}

static Half
take_half (char *text)
{
  if (take_word (text, nl_langinfo (AM_STR)) || take_word (text, "am") || take_word (text, "a.m."))
    return HALF_FIRST;
  if (take_word (text, nl_langinfo (PM_STR)) || take_word (text, "pm") || take_word (text, "p.m."))
    return HALF_SECOND;
  return HALF_NONE;
}

static gboolean
apply_half (Half  half,
            int  *hour)
{
  if (half == HALF_NONE)
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (half == HALF_SECOND ? 12 : 0);
  return TRUE;
}

/* Reads at most two digits. */
static const char *
parse_number (const char *text,
              gsize       n_digits,
              int        *number)
{
  *number = 0;
  for (gsize i = 0; i < n_digits; i++)
    *number = *number * 10 + g_ascii_digit_value (text[i]);
  return text + n_digits;
}

/**
 * lanyard_typed_time_parse:
 * @typed: what was typed: "9", "9:30", "09.30", "930", "9:30 pm"
 * @minutes: (out): minutes since midnight, 0 to 1440
 *
 * Reads a time of day. "24:00" is the end of the day.
 *
 * Returns: whether it is one
 */
gboolean
lanyard_typed_time_parse (const char *typed,
                          int        *minutes)
{
  const char *text;
  g_autofree char *plain = NULL;
  gsize n_digits;
  Half half;
  int hour;
  int minute = 0;

  g_return_val_if_fail (typed != NULL, FALSE);
  g_return_val_if_fail (minutes != NULL, FALSE);

  plain = dup_plain (typed);
  half = take_half (plain);
  text = plain;
  n_digits = strspn (text, "0123456789");
  if (n_digits < 1 || n_digits > 4)
    return FALSE;
  if (n_digits > 2)
    {
      text = parse_number (text, n_digits - 2, &hour);
      text = parse_number (text, 2, &minute);
    }
  else
    {
      text = parse_number (text, n_digits, &hour);
      if (*text != '\0' && strchr (":.h", *text) != NULL)
        {
          text++;
          n_digits = strspn (text, "0123456789");
          if (n_digits != 2)
            return FALSE;
          text = parse_number (text, n_digits, &minute);
        }
    }
  if (*text != '\0' || !apply_half (half, &hour) || minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}
