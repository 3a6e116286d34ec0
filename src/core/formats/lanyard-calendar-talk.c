/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes talks and breaks of a calendar's entries. What an entry's fields mean
 * differs by producer; here is what holds for all of them. lanyard-calendar.c
 * and lanyard-calendar-indico.c call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-rich-text.h"

#include "lanyard-calendar-private.h"
#include "lanyard-feed-text.h"

/* Counts an entry that nothing can be made of; it has nothing to be known by. */
void
lanyard_calendar_skip (LanyardDraft *draft)
{
  g_autofree char *number = g_strdup_printf ("#%u", g_hash_table_size (draft->skipped));

  lanyard_draft_skip (draft, LANYARD_KIND_TALK, number);
}

/* Takes a line away that repeats the title. */
static void
take_title (LanyardCalendarReader *reader,
            LanyardCalendarEvent  *event)
{
  gsize length = strlen (event->title);

  if (strncmp (event->description, event->title, length) == 0 &&
      event->description[length + strspn (event->description + length, " \t")] == '\n')
    event->description = lanyard_feed_text_block (reader->draft->strings, event->description + length);
}

/* Takes the talk's address away from the description's last line, where some
 * write it as well, or instead: "Link: https://…". */
static void
take_address (LanyardCalendarReader *reader,
              LanyardCalendarEvent  *event)
{
  const char *newline = strrchr (event->description, '\n');
  const char *last = newline != NULL ? newline + 1 : event->description;
  const char *address = g_str_has_prefix (last, "Link: ") ? last + strlen ("Link: ") : last;

  if (event->url == NULL && address > last)
    event->url = lanyard_calendar_url (reader, address);
  if (event->url != NULL && strcmp (address, event->url) == 0)
    {
      g_autofree char *rest = g_strndup (event->description, last - event->description);

      event->description = lanyard_feed_text_block (reader->draft->strings, rest);
    }
}

/* Takes away what is in the description and is no description. */
void
lanyard_calendar_tidy (LanyardCalendarReader *reader,
                       LanyardCalendarEvent  *event)
{
  if (event->description != NULL && !event->is_html && event->title != NULL)
    take_title (reader, event);
  if (event->description != NULL && !event->is_html)
    take_address (reader, event);
}

/* Whether a category says so, as "Breaks & Special Events" does. */
static gboolean
has_break_category (LanyardCalendarEvent *event)
{
  for (guint i = 0; event->categories != NULL && i < event->categories->len; i++)
    {
      g_autofree char *lower = g_ascii_strdown (g_ptr_array_index (event->categories, i), -1);
      const char *at = strstr (lower, "break");

      if (at != NULL && (at == lower || !g_ascii_isalnum (at[-1])) &&
          !g_ascii_isalnum (at[at[strlen ("break")] == 's' ? strlen ("breaks") : strlen ("break")]))
        return TRUE;
    }
  return FALSE;
}

/* The first category is the track, others are words for the talk. */
static void
fill_categories (LanyardCalendarReader *reader,
                 LanyardDraftTalk      *talk,
                 LanyardCalendarEvent  *event)
{
  for (guint i = 0; event->categories != NULL && i < event->categories->len; i++)
    {
      const char *category = g_ptr_array_index (event->categories, i);

      if (talk->session == NULL)
        talk->session = lanyard_draft_ensure_track (reader->draft, NULL, category);
      else
        {
          if (talk->keywords == NULL)
            talk->keywords = g_ptr_array_new ();
          g_ptr_array_add (talk->keywords, (char *) category);
        }
    }
}

static void
fill_times (LanyardCalendarReader *reader,
            LanyardDraftTalk      *talk,
            LanyardCalendarEvent  *event)
{
  talk->fields.item.start = event->start;
  talk->fields.item.end = event->end;
  talk->fields.duration = event->duration;
  if (event->start == LANYARD_NO_TIME)
    lanyard_draft_remark (reader->draft, event->day != NULL ? LANYARD_REMARK_ALL_DAY : LANYARD_REMARK_NO_START);
  else if (!event->has_end || (event->duration == 0 && event->end != LANYARD_NO_TIME && event->end < event->start))
    lanyard_draft_remark (reader->draft, LANYARD_REMARK_NO_DURATION);
}

/* Fills a talk with what any producer means by the same. */
void
lanyard_calendar_fill_talk (LanyardCalendarReader *reader,
                            LanyardDraftTalk      *talk,
                            LanyardCalendarEvent  *event)
{
  LanyardTalkFields *fields = &talk->fields;

  fields->item.title = event->title;
  fields->item.is_cancelled = event->is_cancelled;
  fill_times (reader, talk, event);
  fields->subtitle = event->subtitle != NULL ? event->subtitle : event->day;
  fields->description = event->description;
  if (event->description != NULL)
    fields->description_format = event->is_html ? LANYARD_TEXT_HTML : lanyard_text_format_guess (event->description);
  fields->url = event->url;
  fields->type = event->type;
  fields->language = event->language;
  fill_categories (reader, talk, event);
  talk->links = g_steal_pointer (&event->links);
}

static void
add_break (LanyardCalendarReader *reader,
           LanyardCalendarEvent  *event)
{
  LanyardDraftBreak *entry = lanyard_draft_add_break (reader->draft);

  entry->title = event->title;
  entry->description = event->description;
  entry->start = event->start;
  entry->end = event->end != LANYARD_NO_TIME ? event->end : event->start + event->duration;
  if (event->location != NULL)
    entry->room = lanyard_draft_ensure_room (reader->draft, event->location, NULL);
}

/* What a talk is known by: its UID, with the time that tells it from others of
 * a series; or else its address, or else what it is called and when it is. */
static const char *
find_key (LanyardCalendarReader *reader,
          LanyardCalendarEvent  *event)
{
  if ((event->uid != NULL || event->url != NULL) && event->recurrence != LANYARD_NO_TIME)
    {
      g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, event->uid != NULL ? event->uid : event->url,
                                              event->recurrence);

      return g_string_chunk_insert (reader->draft->strings, key);
    }
  if (event->uid != NULL)
    return event->uid;
  if (event->url != NULL)
    return event->url;
  return lanyard_draft_make_key (reader->draft, event->title, event->when);
}

/* Makes a talk or a break of an entry. Of several with one UID, when they are
 * tells them apart. */
void
lanyard_calendar_add_event (LanyardCalendarReader *reader,
                            LanyardCalendarEvent  *event)
{
  g_autofree char *difference = NULL;
  LanyardDraftTalk *talk;
  GArray *credits = NULL;

  if (event->title == NULL)
    {
      lanyard_calendar_skip (reader->draft);
      return;
    }
  lanyard_calendar_take_speakers (reader, event, &credits);
  lanyard_calendar_tidy (reader, event);
  if (credits == NULL && event->start != LANYARD_NO_TIME && (lanyard_feed_text_is_break (event->title) || has_break_category (event)))
    {
      add_break (reader, event);
      return;
    }
  difference = event->start != LANYARD_NO_TIME ? g_strdup_printf ("%" G_GINT64_FORMAT, event->start) : NULL;
  talk = lanyard_draft_add_talk (reader->draft, find_key (reader, event), difference);
  talk->credits = credits;
  lanyard_calendar_fill_talk (reader, talk, event);
  if (event->location != NULL)
    talk->room = lanyard_draft_ensure_room (reader->draft, event->location, NULL);
}
