/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the calendar importer read and ask. */

#pragma once

#include <string.h>

#include "format-abuse.h"
#include "time/lanyard-zone.h"

/* Reads calendars by name from tests/data/calendar. */
static inline LanyardProgramme *
read_files (const char * const *names,
            const char         *zone)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  for (; *names != NULL; names++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "calendar", *names, NULL);

      g_ptr_array_add (documents, format_abuse_load (path));
    }
  programme = lanyard_format_read (documents, &(LanyardReadOptions) {
    .zone = zone,
    .address = "https://conference.example.org/2031/schedule.ics",
  }, &error);
  g_assert_no_error (error);
  return programme;
}

static inline LanyardProgramme *
read_file (const char *name)
{
  return read_files ((const char *[]) { name, NULL }, NULL);
}

/* Reads a calendar; NULL with an error where it is none. */
static inline LanyardProgramme *
read_bytes (const void  *data,
            gsize        size,
            GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (documents, g_bytes_new (data, size));
  return lanyard_format_read (documents, NULL, error);
}

static inline LanyardProgramme *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return programme;
}

/* Reads a calendar with these entries' lines in it. */
static inline LanyardProgramme *
read_events (const char *events)
{
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Test\r\n", events, "END:VCALENDAR\r\n", NULL);

  return read_text (text);
}

static inline const LanyardConferenceFields *
conference_of (LanyardProgramme *programme)
{
  return lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
}

static inline LanyardItem *
talk_of (LanyardProgramme *programme,
         const char       *key)
{
  LanyardTalk *talk = lanyard_programme_find_talk (programme, key);

  if (talk == NULL)
    g_test_message ("no talk %s", key);
  g_assert_nonnull (talk);
  return LANYARD_ITEM (talk);
}

static inline const LanyardTalkFields *
fields_of (LanyardProgramme *programme,
           const char       *key)
{
  return lanyard_talk_get_fields (LANYARD_TALK (talk_of (programme, key)));
}

static inline const char *
room_of (LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);

  return room != NULL ? lanyard_room_get_name (room) : NULL;
}

/* The names of who is credited, one a line. */
static inline char *
dup_names (GPtrArray *credits)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", lanyard_person_get_name (credit->person));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

/* UTC seconds of "2031-06-07T07:30:00Z". */
static inline gint64
instant (const char *stamp)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (stamp, NULL);

  g_assert_nonnull (date);
  return g_date_time_to_unix (date);
}

static inline guint
count_remark (LanyardProgramme *programme,
              LanyardRemark     remark)
{
  return lanyard_programme_get_remarks (programme)->counts[remark];
}
