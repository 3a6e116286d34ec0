/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Export documents for the tests of the Indico importer: written into the test
 * with ' for ", or read from files; and a programme as text, so that two can be
 * compared as a whole. */

#pragma once

#include <string.h>

#include "formats/lanyard-format.h"

static inline GBytes *
document_from_text (const char *text)
{
  char *json = g_strdup (text);

  return g_bytes_new_take (g_strdelimit (json, "'", '"'), strlen (json));
}

/* The answer to /export/event, holding one event with these members more. */
static inline char *
event_document (const char *detail,
                const char *members)
{
  return g_strdup_printf ("{'count':1,'additionalInfo':{},'ts':1930000000,"
                          "'url':'https:\\/\\/harbour.example\\/export\\/event\\/42.json?detail=x','results':[{"
                          "'_type':'Conference','id':'42','title':'Harbour Days','timezone':'Asia/Kolkata',"
                          "'_fossil':'conferenceMetadata%s','url':'https:\\/\\/harbour.example\\/event\\/42\\/',"
                          "'startDate':{'date':'2031-03-08','time':'03:30:00','tz':'UTC'},"
                          "'endDate':{'date':'2031-03-09','time':'12:30:00','tz':'UTC'}%s%s}],'_type':'HTTPAPIResult'}",
                          detail, *members != '\0' ? "," : "", members);
}

/* The answer to /export/timetable, with these days. */
static inline char *
timetable_document (const char *days)
{
  return g_strdup_printf ("{'count':1,'additionalInfo':{},'ts':1930000000,"
                          "'url':'https:\\/\\/harbour.example\\/export\\/timetable\\/42.json',"
                          "'results':{'42':{%s}},'_type':'HTTPAPIResult'}", days);
}

/* Reads texts, NULL at the end. */
static inline LanyardProgramme *
read_texts (GError     **error,
            const char  *first,
            ...)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list texts;

  va_start (texts, first);
  for (const char *text = first; text != NULL; text = va_arg (texts, const char *))
    g_ptr_array_add (documents, document_from_text (text));
  va_end (texts);
  return lanyard_format_read (documents, NULL, error);
}

/* Reads one event with these members, which must work. */
static inline LanyardProgramme *
read_event (const char *detail,
            const char *members)
{
  g_autofree char *text = event_document (detail, members);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme = read_texts (&error, text, NULL);

  g_assert_no_error (error);
  return programme;
}

/* Reads one timetable, which must work. */
static inline LanyardProgramme *
read_timetable (const char *days)
{
  g_autofree char *text = timetable_document (days);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme = read_texts (&error, text, NULL);

  g_assert_no_error (error);
  return programme;
}

/* Reads one talk that is in no session. */
static inline LanyardTalk *
read_talk (const char *members)
{
  g_autofree char *contributions = g_strdup_printf ("'contributions':[{'db_id':501,'title':'T',%s}]", members);
  g_autoptr (LanyardProgramme) programme = read_event ("WithContribs", contributions);
  LanyardTalk *talk = lanyard_programme_find_talk (programme, "501");

  g_assert_nonnull (talk);
  return g_object_ref (talk);
}

static inline GBytes *
document_from_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* The three documents of the invented event in tests/data/indico. */
static inline GPtrArray *
own_documents (void)
{
  static const char * const names[] = { "sessions.json", "contributions.json", "timetable.json" };
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "indico", names[i], NULL);

      g_ptr_array_add (documents, document_from_file (path));
    }
  return documents;
}

/* A file of other people's that is not in the repository; NULL, and the test
 * skipped, where there is none. */
static inline GBytes *
shared_document (const char *name)
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared data is not here");
      return NULL;
    }
  return document_from_file (path);
}

static inline void
dump_text (GString    *dump,
           const char *name,
           const char *value)
{
  if (value != NULL)
    g_string_append_printf (dump, " %s=%s", name, value);
}

static inline void
dump_credits (GString   *dump,
              GPtrArray *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      g_string_append_printf (dump, " credit=%d", credit->role);
      dump_text (dump, "key", lanyard_person_get_key (credit->person));
      dump_text (dump, "name", lanyard_person_get_name (credit->person));
      dump_text (dump, "affiliation", lanyard_person_get_affiliation (credit->person));
      dump_text (dump, "email", lanyard_person_get_email (credit->person));
      dump_text (dump, "biography", lanyard_person_get_biography (credit->person, NULL));
    }
}

static inline void
dump_links (GString   *dump,
            GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (dump, " link=%s/%" G_GUINT64_FORMAT, lanyard_link_kind_get_name (link->kind), link->size);
      dump_text (dump, "url", link->url);
      dump_text (dump, "title", link->title);
      dump_text (dump, "type", link->content_type);
    }
}

static inline void
dump_item (GString     *dump,
           const char  *kind,
           LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardSession *session = lanyard_item_get_session (item);

  g_string_append_printf (dump, "\n%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", kind, lanyard_item_get_key (item),
                          lanyard_item_get_start (item), lanyard_item_get_end (item), lanyard_item_get_title (item));
  dump_text (dump, "room", room != NULL ? lanyard_room_get_name (room) : NULL);
  dump_text (dump, "venue", room != NULL ? lanyard_room_get_venue (room) : NULL);
  dump_text (dump, "session", session != NULL ? lanyard_session_get_key (session) : NULL);
}

static inline void
dump_talk (GString     *dump,
           LanyardTalk *talk)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  dump_item (dump, "talk", LANYARD_ITEM (talk));
  g_string_append_printf (dump, " duration=%u format=%d", fields->duration, fields->description_format);
  dump_text (dump, "block", fields->block != NULL ? lanyard_item_get_key (LANYARD_ITEM (fields->block)) : NULL);
  dump_text (dump, "description", fields->description);
  dump_text (dump, "minutes", fields->minutes);
  dump_text (dump, "url", fields->url);
  dump_text (dump, "type", fields->type);
  dump_text (dump, "track", fields->track);
  dump_text (dump, "code", fields->code);
  dump_text (dump, "board", fields->board);
  dump_text (dump, "subtitle", fields->subtitle);
  dump_text (dump, "recording", fields->is_unrecorded ? "no" : NULL);
  for (guint i = 0; fields->keywords != NULL && fields->keywords[i] != NULL; i++)
    dump_text (dump, "keyword", fields->keywords[i]);
  dump_credits (dump, fields->credits);
  dump_links (dump, fields->links);
  for (guint i = 0; i < fields->parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (fields->parts, i);

      g_string_append_printf (dump, " part=%s/%s/%u", part->key, part->title, part->duration);
      dump_credits (dump, part->credits);
      dump_links (dump, part->links);
    }
}

static inline void
dump_session (GString        *dump,
              LanyardSession *session)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);

  g_string_append_printf (dump, "\nsession %s %s poster=%d format=%d", fields->key, fields->title,
                          fields->is_poster, fields->description_format);
  dump_text (dump, "code", fields->code);
  dump_text (dump, "type", fields->type);
  dump_text (dump, "description", fields->description);
  dump_text (dump, "minutes", fields->minutes);
  dump_text (dump, "color", fields->color);
  dump_text (dump, "url", fields->url);
  dump_credits (dump, fields->leads);
  dump_links (dump, fields->links);
}

static inline void
dump_conference (GString           *dump,
                 LanyardConference *conference)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);

  g_string_append_printf (dump, "conference %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " zone=%s cancelled=%d n=%u/%u",
                          fields->title, fields->start, fields->end, fields->zone, fields->is_cancelled,
                          fields->n_talks, fields->n_sessions);
  dump_text (dump, "feed", fields->feed_id);
  dump_text (dump, "venue", fields->venue);
  dump_text (dump, "address", fields->address);
  dump_text (dump, "url", fields->url);
  dump_text (dump, "description", fields->description);
  dump_text (dump, "organizer", fields->organizer);
  dump_text (dump, "language", fields->language);
  dump_text (dump, "label", fields->label);
  dump_text (dump, "message", fields->label_message);
  dump_credits (dump, fields->chairs);
  dump_links (dump, fields->links);
}

/* All that a programme says. */
static inline char *
dump_programme (LanyardProgramme *programme)
{
  GString *dump = g_string_new (NULL);
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  dump_conference (dump, lanyard_programme_get_conference (programme));
  for (guint i = 0; i < sessions->len; i++)
    dump_session (dump, g_ptr_array_index (sessions, i));
  for (guint i = 0; i < blocks->len; i++)
    {
      dump_item (dump, "block", g_ptr_array_index (blocks, i));
      dump_credits (dump, lanyard_block_get_leads (g_ptr_array_index (blocks, i)));
    }
  for (guint i = 0; i < talks->len; i++)
    dump_talk (dump, g_ptr_array_index (talks, i));
  for (guint i = 0; i < breaks->len; i++)
    {
      LanyardBlock *block = lanyard_break_get_block (g_ptr_array_index (breaks, i));

      dump_item (dump, "break", g_ptr_array_index (breaks, i));
      dump_text (dump, "block", block != NULL ? lanyard_item_get_key (LANYARD_ITEM (block)) : NULL);
      dump_text (dump, "description", lanyard_break_get_description (g_ptr_array_index (breaks, i)));
    }
  g_string_append_printf (dump, "\nskipped %u\n", lanyard_programme_get_n_skipped (programme));
  return g_string_free (dump, FALSE);
}
