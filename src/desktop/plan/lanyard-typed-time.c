/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time of day as people type it. Called by the dialog of an own entry. */

#include "config.h"

#include <string.h>

#include "lanyard-typed-time.h"

/* What follows the digits: nothing, or a half of the day. */
static gboolean
parse_half (const char *rest,
            int        *hour)
{
  g_autofree char *half = g_ascii_strdown (rest, -1);

  g_strstrip (half);
  if (*half == '\0')
    return TRUE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  if (g_str_equal (half, "am") || g_str_equal (half, "a.m."))
    *hour %= 12;
  else if (g_str_equal (half, "pm") || g_str_equal (half, "p.m."))
    *hour = *hour % 12 + 12;
  else
    return FALSE;
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
 * @text: what was typed: "9", "9:30", "09.30", "930", "9:30 pm"
 * @minutes: (out): minutes since midnight, 0 to 1440
 *
 * Reads a time of day. "24:00" is the end of the day.
 *
 * Returns: whether it is one
 */
gboolean
lanyard_typed_time_parse (const char *text,
                          int        *minutes)
{
  gsize n_digits;
  int hour;
  int minute = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minutes != NULL, FALSE);

  text += strspn (text, " ");
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
  if (!parse_half (text, &hour) || minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;
  *minutes = hour * 60 + minute;
  return TRUE;
}
