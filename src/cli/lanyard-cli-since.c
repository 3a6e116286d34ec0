/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads `--since`: a date, a time, or how long ago. Called by `changes`; main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-error.h"
#include "lanyard-cli-since.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

/* Longer ago than anything is kept. */
#define MOST_UNITS 100000

static gint64
get_seconds (char unit)
{
  switch (unit)
    {
    case 'm':
      return 60;
    case 'h':
      return 60 * 60;
    case 'd':
      return 24 * 60 * 60;
    case 'w':
      return 7 * 24 * 60 * 60;
    default:
      return 0;
    }
}

static gboolean
parse_duration (const char *text,
                gint64     *seconds)
{
  gsize length = strspn (text, "0123456789");
  g_autofree char *digits = g_strndup (text, length);
  guint64 number;

  if (length == 0 || text[length] == '\0' || text[length + 1] != '\0' || get_seconds (text[length]) == 0 ||
      !g_ascii_string_to_unsigned (digits, 10, 0, MOST_UNITS, &number, NULL))
    return FALSE;

  *seconds = (gint64) number * get_seconds (text[length]);
  return TRUE;
}

/**
 * lanyard_cli_since_parse:
 * @context: the run
 * @zone: the zone of a time without an offset
 * @text: (nullable): a date, a time such as "2026-10-05T10:00" with or without
 *   an offset, or a number of minutes, hours, days or weeks: "30m", "2h", "3d"
 * @since: (out): return location for UTC seconds, or %LANYARD_NO_TIME without @text
 * @error: return location for an error
 *
 * Reads since when.
 *
 * Returns: %FALSE with @error set when @text is none of these
 */
gboolean
lanyard_cli_since_parse (LanyardCliContext  *context,
                         LanyardZone        *zone,
                         const char         *text,
                         gint64             *since,
                         GError            **error)
{
  g_autofree char *line = lanyard_cli_text_dup_line (text);
  gint64 seconds;
  gint64 now;

  g_return_val_if_fail (context != NULL && zone != NULL && since != NULL, FALSE);

  *since = LANYARD_NO_TIME;
  if (text == NULL || lanyard_parse_iso8601 (line, zone, since))
    return TRUE;
  if (parse_duration (line, &seconds))
    {
      if (!lanyard_cli_context_find_now (context, &now, error))
        return FALSE;
      *since = now - seconds;
      return TRUE;
    }

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: %s is what was typed; 2h and 3d stay as they are */
               _("“%s” is no time; write a date such as 2026-10-05, or how long ago, such as 2h or 3d."), line);
  return FALSE;
}
