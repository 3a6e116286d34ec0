/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contributions and subcontributions of /export/event, which are our talks and
 * their parts. lanyard-indico-event.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-text.h"
#include "lanyard-indico-private.h"

/* Gives the number that follows @before in the object's address, which is the
 * one that never changes; NULL where there is none. */
const char *
lanyard_indico_url_number (LanyardIndicoReader *reader,
                           JsonObject          *object,
                           const char          *before)
{
  const char *url = lanyard_json_get_string (object, "url");
  const char *at = url != NULL ? g_strrstr (url, before) : NULL;
  gsize n_digits;

  if (at == NULL)
    return NULL;
  at += strlen (before);
  n_digits = strspn (at, "0123456789");
  return n_digits > 0 ? g_string_chunk_insert_len (reader->draft->strings, at, n_digits) : NULL;
}

/* Counts an entry that has no key of its own by what else it has. */
void
lanyard_indico_skip (LanyardIndicoReader *reader,
                     LanyardKind          kind,
                     JsonObject          *object,
                     guint                index)
{
  const char *title = object != NULL ? lanyard_indico_line (reader, object, "title") : NULL;
  g_autofree char *what = NULL;

  what = title != NULL ? g_strconcat ("?", title, NULL) : g_strdup_printf ("#%u", index);
  lanyard_draft_skip (reader->draft, kind, what);
}

/* The db_id. "id" is a number within the event, and what talks of 1.x had
 * instead, who have no friendly_id beside it. */
static const char *
talk_key (LanyardIndicoReader *reader,
          JsonObject          *object)
{
  const char *key = lanyard_indico_id (reader, object, "db_id");

  if (key == NULL)
    key = lanyard_indico_url_number (reader, object, "/contributions/");
  if (key == NULL && !json_object_has_member (object, "db_id") && !json_object_has_member (object, "friendly_id"))
    key = lanyard_indico_id (reader, object, "id");
  return key;
}

static gboolean
has_part (LanyardDraftTalk *talk,
          const char       *key)
{
  for (guint i = 0; talk->parts != NULL && i < talk->parts->len; i++)
    if (strcmp (((LanyardDraftPart *) g_ptr_array_index (talk->parts, i))->key, key) == 0)
      return TRUE;
  return FALSE;
}

static void
add_part (LanyardIndicoReader *reader,
          LanyardDraftTalk    *talk,
          JsonObject          *object)
{
  const char *key = lanyard_indico_id (reader, object, "db_id");
  const char *title = lanyard_indico_line (reader, object, "title");
  LanyardDraftPart *part;

  if (key == NULL)
    key = lanyard_indico_id (reader, object, "id");
  if (key == NULL || title == NULL || has_part (talk, key))
    return;

  part = lanyard_draft_talk_add_part (talk);
  part->key = key;
  part->title = title;
  lanyard_indico_fill_duration (object, &part->duration);
  lanyard_indico_add_credits (reader, object, "speakers", LANYARD_ROLE_SPEAKER, &part->credits);
  lanyard_indico_fill_links (reader, object, &part->links);
}

static void
fill_parts (LanyardIndicoReader *reader,
            LanyardDraftTalk    *talk,
            JsonObject          *object)
{
  JsonArray *parts = lanyard_json_get_array (object, "subContributions");

  if (talk->parts != NULL)
    return;
  for (guint i = 0; i < lanyard_json_length (parts); i++)
    {
      JsonObject *part = lanyard_json_nth_object (parts, i);

      if (part != NULL)
        add_part (reader, talk, part);
    }
}

static void
fill_keywords (LanyardIndicoReader *reader,
               LanyardDraftTalk    *talk,
               JsonObject          *object)
{
  JsonArray *keywords = lanyard_json_get_array (object, "keywords");

  if (talk->keywords != NULL)
    return;
  for (guint i = 0; i < lanyard_json_length (keywords); i++)
    {
      const char *keyword = lanyard_json_nth_string (keywords, i);

      keyword = lanyard_feed_text_line (reader->draft->strings, keyword);
      if (keyword == NULL)
        continue;
      if (talk->keywords == NULL)
        talk->keywords = g_ptr_array_new ();
      g_ptr_array_add (talk->keywords, (char *) keyword);
    }
}

static void
fill_credits (LanyardIndicoReader *reader,
              LanyardDraftTalk    *talk,
              JsonObject          *object)
{
  if (talk->credits != NULL)
    return;
  lanyard_indico_add_credits (reader, object, "speakers", LANYARD_ROLE_SPEAKER, &talk->credits);
  lanyard_indico_add_credits (reader, object, "primaryauthors", LANYARD_ROLE_AUTHOR, &talk->credits);
  lanyard_indico_add_credits (reader, object, "coauthors", LANYARD_ROLE_COAUTHOR, &talk->credits);
}

/* Reads a contribution. Its session and block are those it was found in; found
 * in neither, it names its session by title only (trap 3). */
void
lanyard_indico_read_talk (LanyardIndicoReader *reader,
                          JsonObject          *object,
                          LanyardDraftSession *session,
                          LanyardDraftBlock   *block)
{
  const char *key = talk_key (reader, object);
  LanyardDraftTalk *talk;

  g_assert (key == NULL || *key != '\0');

  if (key == NULL)
    {
      lanyard_indico_skip (reader, LANYARD_KIND_TALK, object, 0);
      return;
    }

  talk = lanyard_draft_ensure_talk (reader->draft, key);
  if (talk->session == NULL)
    talk->session = session;
  if (talk->block == NULL)
    talk->block = block;
  lanyard_indico_fill_line (reader, object, "session", &talk->session_title);
  lanyard_indico_fill_line (reader, object, "title", &talk->fields.item.title);
  lanyard_indico_fill_times (reader, object, &talk->fields.item.start, &talk->fields.item.end);
  lanyard_indico_fill_duration (object, &talk->fields.duration);
  lanyard_indico_fill_room (reader, object, &talk->room);
  lanyard_indico_fill_description (reader, object, &talk->fields.description, &talk->fields.description_format);
  lanyard_indico_fill_minutes (reader, object, &talk->fields.minutes);
  lanyard_indico_fill_url (reader, object, "url", &talk->fields.url);
  lanyard_indico_fill_line (reader, object, "type", &talk->fields.type);
  lanyard_indico_fill_line (reader, object, "track", &talk->fields.track);
  lanyard_indico_fill_line (reader, object, "code", &talk->fields.code);
  lanyard_indico_fill_line (reader, object, "language", &talk->fields.language); /* from plugins only */
  lanyard_indico_fill_line (reader, object, "board_number", &talk->fields.board);
  fill_keywords (reader, talk, object);
  fill_credits (reader, talk, object);
  fill_parts (reader, talk, object);
  lanyard_indico_fill_links (reader, object, &talk->links);
}
