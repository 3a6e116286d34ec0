/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invented schedules for the tests of the importers: files of tests/data, or
 * texts in the test with ' for ". */

#pragma once

#include "format-abuse.h"

/* A file of ours, "folder/name". */
static inline GBytes *
own_document (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return format_abuse_load (path);
}

/* Reads files of ours, NULL at the end, as one conference. */
static inline LanyardProgramme *
read_own (const LanyardReadOptions *options,
          const char               *first,
          ...)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    g_ptr_array_add (documents, own_document (name));
  va_end (names);
  programme = lanyard_format_read (documents, options, &error);
  g_assert_no_error (error);
  return programme;
}

/* Reads one text, with ' for ". */
static inline LanyardProgramme *
read_written (const LanyardReadOptions  *options,
              const char                *text,
              GError                   **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  char *json = g_strdelimit (g_strdup (text), "'", '"');

  g_ptr_array_add (documents, g_bytes_new_take (json, strlen (json)));
  return lanyard_format_read (documents, options, error);
}

static inline const LanyardConferenceFields *
conference_of (LanyardProgramme *programme)
{
  return lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
}

/* The talk of that key, which must be there. */
static inline const LanyardTalkFields *
talk_of (LanyardProgramme *programme,
         const char       *key)
{
  LanyardTalk *talk = lanyard_programme_find_talk (programme, key);

  if (talk == NULL)
    g_test_message ("no talk %s", key);
  g_assert_nonnull (talk);
  return lanyard_talk_get_fields (talk);
}

static inline const LanyardSessionFields *
session_of (LanyardProgramme *programme,
            const char       *key)
{
  LanyardSession *session = lanyard_programme_find_session (programme, key);

  g_assert_nonnull (session);
  return lanyard_session_get_fields (session);
}

static inline guint
remarks_of (LanyardProgramme *programme,
            LanyardRemark     remark)
{
  return lanyard_programme_get_remarks (programme)->counts[remark];
}

static inline void
assert_time (const LanyardTalkFields *talk,
             gint64                   start,
             gint64                   end)
{
  g_assert_cmpint (talk->item.start, ==, start);
  g_assert_cmpint (talk->item.end, ==, end);
}

static inline void
assert_person (const LanyardTalkFields *talk,
               guint                    index,
               LanyardRole              role,
               const char              *key,
               const char              *name)
{
  const LanyardCredit *credit;

  g_assert_cmpuint (index, <, talk->credits->len);
  credit = g_ptr_array_index (talk->credits, index);
  g_assert_cmpint (credit->role, ==, role);
  g_assert_cmpstr (lanyard_person_get_key (credit->person), ==, key);
  g_assert_cmpstr (lanyard_person_get_name (credit->person), ==, name);
}

static inline void
assert_link (GPtrArray       *links,
             guint            index,
             LanyardLinkKind  kind,
             const char      *url,
             const char      *title)
{
  const LanyardLink *link;

  g_assert_cmpuint (index, <, links->len);
  link = g_ptr_array_index (links, index);
  g_assert_cmpstr (link->url, ==, url);
  g_assert_cmpint (link->kind, ==, kind);
  g_assert_cmpstr (link->title, ==, title);
}
