/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who speaks, of which iCalendar knows nothing: producers name speakers as
 * attendees or as the organizer, in the first line of the description
 * ("Speakers: Ann (ACME), Bob"), or behind the title. The other parts of the
 * calendar importer call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"
#include "lanyard-feed-text.h"

/* Nobody's name is longer, in bytes; a sentence often is. */
#define LONGEST_NAME 120
#define MOST_WORDS 7

/* What a line of names begins with. */
static const char * const introductions[] = {
  "by:", "host:", "hosts:", "intervenant:", "intervenants:", "par:", "presenter:", "presenters:",
  "referent:", "referenten:", "speaker:", "speakers:", "von:",
};

/* The names after an introduction, up to the end of the line at @end. */
static const char *
find_names (const char *line,
            const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (introductions); i++)
    {
      gsize length = strlen (introductions[i]);

      if ((gsize) (end - line) > length && g_ascii_strncasecmp (line, introductions[i], length) == 0)
        return line + length;
    }
  return NULL;
}

/* How long a separator of names at @at is; 0 if there is none. */
static gsize
separator_length (const char *at,
                  const char *end)
{
  static const char * const separators[] = { ", ", ";", " & ", " and ", " und ", " et " };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if ((gsize) (end - at) > strlen (separators[i]) && g_str_has_prefix (at, separators[i]))
      return strlen (separators[i]);
  return 0;
}

/* "Ann Onymous (ACME)", whose affiliation may be empty. "Onymous, Ann (ACME)"
 * as Indico's old export has it is turned round. */
static void
add_person (LanyardCalendarReader  *reader,
            const char             *text,
            gsize                   length,
            gboolean                is_turned,
            GArray                **credits)
{
  g_autofree char *whole = g_strndup (text, length);
  g_autofree char *turned = NULL;
  char *open = g_str_has_suffix (g_strstrip (whole), ")") ? strchr (whole, '(') : NULL;
  const char *affiliation = NULL;
  const char *name = whole;
  char *comma;

  if (open != NULL && open > whole)
    {
      whole[strlen (whole) - 1] = '\0';
      *open = '\0';
      affiliation = lanyard_calendar_line (reader, open + 1);
    }
  comma = is_turned ? strchr (whole, ',') : NULL;
  if (comma != NULL)
    {
      *comma = '\0';
      name = turned = g_strconcat (comma + 1, " ", whole, NULL);
    }
  name = lanyard_calendar_line (reader, name);
  if (name != NULL)
    lanyard_draft_add_credit (credits, lanyard_draft_ensure_person (reader->draft, NULL, name, affiliation, NULL),
                              LANYARD_ROLE_SPEAKER);
}

/* Where a name ends that begins at @start, and how long the separator is that
 * follows; NULL where this is too long for a name. What is in brackets is the
 * affiliation, which may have separators in it. Names that are turned round end
 * in brackets, and only there. */
static const char *
find_end (const char *start,
          const char *end,
          gboolean    is_turned,
          gsize      *separator)
{
  int depth = 0;
  guint n_words = 1;
  const char *at = start;

  for (*separator = 0; at < end; at++)
    {
      if (depth == 0 && at > start && (!is_turned || at[-1] == ')'))
        *separator = separator_length (at, end);
      if (*separator > 0)
        break;
      depth += *at == '(' ? 1 : *at == ')' && depth > 0 ? -1
                                                        : 0;
      n_words += depth == 0 && *at == ' ' && at > start;
    }
  return at - start <= LONGEST_NAME && n_words <= MOST_WORDS ? at : NULL;
}

/* Credits all names from @text to @end, or nobody where one of them is none. */
static gboolean
add_persons (LanyardCalendarReader  *reader,
             const char             *text,
             const char             *end,
             gboolean                is_turned,
             GArray                **credits)
{
  gsize separator;

  for (const char *at = text; at < end; at += separator)
    {
      at = find_end (at, end, is_turned, &separator);
      if (at == NULL)
        return FALSE;
    }
  for (const char *at = text; at < end; at += separator)
    {
      const char *stop = find_end (at, end, is_turned, &separator);

      add_person (reader, at, stop - at, is_turned, credits);
      at = stop;
    }
  return TRUE;
}

/* Takes the line of names from the description: credits them where nobody is
 * yet, and leaves the rest. */
static void
take_line (LanyardCalendarReader  *reader,
           LanyardCalendarEvent   *event,
           gboolean                is_turned,
           GArray                **credits)
{
  const char *end = event->description != NULL ? strchrnul (event->description, '\n') : NULL;
  const char *names = end != NULL ? find_names (event->description, end) : NULL;

  if (names == NULL || event->is_html)
    return;
  if (*credits == NULL && !add_persons (reader, names, end, is_turned, credits))
    return;
  event->description = lanyard_feed_text_block (reader->draft->strings, end);
}

/* pretalx writes "Title - Ann Onymous, Bob", also where there is nobody. */
static void
take_from_title (LanyardCalendarReader  *reader,
                 LanyardCalendarEvent   *event,
                 GArray                **credits)
{
  const char *dash;

  if (event->uid == NULL || event->title == NULL || !g_str_has_prefix (event->uid, "pretalx-"))
    return;
  if (g_str_has_suffix (event->title, " -"))
    {
      event->title = g_string_chunk_insert_len (reader->draft->strings, event->title, strlen (event->title) - 2);
      return;
    }
  dash = g_strrstr (event->title, " - ");
  if (dash == NULL || dash == event->title || !add_persons (reader, dash + 3, dash + strlen (dash), FALSE, credits))
    return;
  event->title = g_string_chunk_insert_len (reader->draft->strings, event->title, dash - event->title);
}

/* Whether names are those of Indico's old export, as "indico-contribution-18-1"
 * is one of its UIDs. */
static gboolean
has_turned_names (LanyardCalendarEvent *event)
{
  static const char begin[] = "indico-contribution-";
  const char *number = event->uid != NULL && g_str_has_prefix (event->uid, begin) ? event->uid + strlen (begin) : "";

  return number[strspn (number, "0123456789")] == '-';
}

/* Credits the speakers, and takes from title and description what only names
 * them. Who organises everything in the calendar speaks nowhere. */
void
lanyard_calendar_take_speakers (LanyardCalendarReader  *reader,
                                LanyardCalendarEvent   *event,
                                GArray                **credits)
{
  gboolean is_turned = has_turned_names (event);

  for (guint i = 0; event->attendees != NULL && i < event->attendees->len; i++)
    lanyard_draft_add_credit (credits,
                              lanyard_draft_ensure_person (reader->draft, NULL,
                                                           g_ptr_array_index (event->attendees, i), NULL, NULL),
                              LANYARD_ROLE_SPEAKER);
  take_from_title (reader, event, credits);
  take_line (reader, event, is_turned, credits);
  if (*credits == NULL && event->organizer != NULL && g_strcmp0 (event->organizer, reader->organizer) != 0)
    lanyard_draft_add_credit (credits,
                              lanyard_draft_ensure_person (reader->draft, NULL, event->organizer, NULL, NULL),
                              LANYARD_ROLE_SPEAKER);
}
