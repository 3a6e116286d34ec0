/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads `--day`: a date, the conference's first, second … day, or today. Days
 * are those of the zone in which times are shown. And reads times of day.
 * Called by `talks`, `plan` and `entry`; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "lanyard-cli-day.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-text.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

static void
add_days (GArray         *days,
          GHashTable     *seen,
          LanyardCliView *view,
          GPtrArray      *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      guint day;

      if (!lanyard_item_is_scheduled (item))
        continue;
      day = lanyard_zone_get_day (view->zone, lanyard_item_get_start (item));
      if (g_hash_table_add (seen, GUINT_TO_POINTER (day)))
        g_array_append_val (days, day);
    }
}

/* The days on which something begins, in order. */
static GArray *
list_days (LanyardCliView *view)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint));

  add_days (days, seen, view, lanyard_programme_get_talks (view->programme));
  add_days (days, seen, view, lanyard_programme_get_breaks (view->programme));
  add_days (days, seen, view, lanyard_programme_get_blocks (view->programme));
  g_array_sort (days, compare_days);
  return days;
}

static gboolean
parse_date (const char *text,
            guint      *day)
{
  g_autoptr (GDate) date = g_date_new ();
  unsigned year, month, day_of_month;
  int n_read = 0;

  if (sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day_of_month, &n_read) != 3 || text[n_read] != '\0')
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (date);
  return TRUE;
}

static gboolean
take_numbered_day (GArray   *days,
                   guint64   number,
                   guint    *day,
                   GError  **error)
{
  if (number >= 1 && number <= days->len)
    {
      *day = g_array_index (days, guint, number - 1);
      return TRUE;
    }
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %u is a number of days */
               ngettext ("The conference has %u day.", "The conference has %u days.", days->len), days->len);
  return FALSE;
}

static gboolean
take_date (GArray      *days,
           guint        date,
           const char  *text,
           guint       *day,
           GError     **error)
{
  if (g_array_binary_search (days, &date, compare_days, NULL))
    {
      *day = date;
      return TRUE;
    }
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is a date as it was typed, or the word today */
               _("The conference has nothing on the day “%s”."), text);
  return FALSE;
}

static gboolean
parse (LanyardCliContext  *context,
       LanyardCliView     *view,
       const char         *text,
       gboolean            is_any_date,
       guint              *day,
       GError            **error)
{
  g_autoptr (GArray) days = list_days (view);
  g_autofree char *line = lanyard_cli_text_dup_line (text);
  guint64 number;
  gint64 now;
  guint date;

  if (g_ascii_string_to_unsigned (line, 10, 0, G_MAXUINT, &number, NULL))
    return take_numbered_day (days, number, day, error);
  if (g_str_equal (line, "today"))
    {
      if (!lanyard_cli_context_find_now (context, &now, error))
        return FALSE;
      date = lanyard_zone_get_day (view->zone, now);
    }
  else if (!parse_date (line, &date))
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: %s is what was typed; keep the word today, which can be typed */
                   _("“%s” is not a day; write a date such as 2026-10-05, a number such as 1, or today."), line);
      return FALSE;
    }

  *day = date;
  return is_any_date || take_date (days, date, line, day, error);
}

/**
 * lanyard_cli_day_parse:
 * @context: the run
 * @view: a conference
 * @text: (nullable): what was typed
 * @day: (out): return location for the day as GDate counts, or
 *   %LANYARD_CLI_ANY_DAY if nothing was typed
 * @error: return location for an error
 *
 * Finds the day that is meant.
 *
 * Returns: %FALSE with @error set when it is no day, or none of the conference
 */
gboolean
lanyard_cli_day_parse (LanyardCliContext  *context,
                       LanyardCliView     *view,
                       const char         *text,
                       guint              *day,
                       GError            **error)
{
  g_return_val_if_fail (context != NULL && view != NULL && day != NULL, FALSE);

  *day = LANYARD_CLI_ANY_DAY;
  return text == NULL || parse (context, view, text, FALSE, day, error);
}

/**
 * lanyard_cli_day_parse_any:
 * @context: the run
 * @view: a conference
 * @text: what was typed
 * @day: (out): return location for the day as GDate counts
 * @error: return location for an error
 *
 * Finds the day that is meant, which may also be one before or after the
 * conference.
 *
 * Returns: %FALSE with @error set when it is no day
 */
gboolean
lanyard_cli_day_parse_any (LanyardCliContext  *context,
                           LanyardCliView     *view,
                           const char         *text,
                           guint              *day,
                           GError            **error)
{
  g_return_val_if_fail (context != NULL && view != NULL && text != NULL && day != NULL, FALSE);

  return parse (context, view, text, TRUE, day, error);
}

/**
 * lanyard_cli_day_parse_minute:
 * @text: what was typed: "9", "9:30" or "24:00"
 * @minute: (out): return location for the minute of the day
 * @error: return location for an error
 *
 * Reads a time of day.
 *
 * Returns: %FALSE with @error set when it is none
 */
gboolean
lanyard_cli_day_parse_minute (const char  *text,
                              int         *minute,
                              GError     **error)
{
  g_autofree char *line = lanyard_cli_text_dup_line (text);
  unsigned hours = 0;
  unsigned minutes = 0;
  int n_read = 0;

  g_return_val_if_fail (minute != NULL, FALSE);

  if (g_ascii_isdigit (*line) &&
      ((sscanf (line, "%2u:%2u%n", &hours, &minutes, &n_read) == 2 && line[n_read] == '\0') ||
       (sscanf (line, "%2u%n", &hours, &n_read) == 1 && line[n_read] == '\0')) &&
      minutes < 60 && hours * 60 + minutes <= LANYARD_CLI_MINUTES_OF_DAY)
    {
      *minute = (int) (hours * 60 + minutes);
      return TRUE;
    }
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: %s is what was typed */
               _("“%s” is not a time of day; write one such as 9:30."), line);
  return FALSE;
}
