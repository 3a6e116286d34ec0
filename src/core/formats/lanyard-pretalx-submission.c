/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Submissions of pretalx's REST interface, with their slots, in both of its
 * generations. One submission may stand in several documents, and be given in
 * several slots. lanyard-pretalx-rest.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-feed-text.h"
#include "lanyard-pretalx-private.h"

/* Submissions in other states are not in the programme, and only organisers
 * see them. */
static gboolean
is_listed (JsonObject *submission)
{
  static const char * const listed[] = { "accepted", "confirmed", "canceled", NULL };
  const char *state = lanyard_json_get_string (submission, "state");

  return state == NULL || g_strv_contains (listed, state);
}

static void
add_keywords (LanyardPretalxReader *reader,
              JsonObject           *submission,
              LanyardDraftTalk     *talk)
{
  JsonArray *tags = lanyard_json_get_array (submission, "tags");

  for (guint i = 0; i < lanyard_json_length (tags); i++)
    {
      JsonObject *tag = lanyard_json_nth_object (tags, i);
      const char *word = tag != NULL ? lanyard_feed_json_line (&reader->feed, tag, "tag")
                                     : lanyard_feed_text_line (reader->feed.draft->strings, lanyard_json_nth_string (tags, i));

      if (word == NULL)
        continue;
      if (talk->keywords == NULL)
        talk->keywords = g_ptr_array_new ();
      g_ptr_array_add (talk->keywords, (char *) word);
    }
}

/* Gives a talk the time and the room of a slot. */
void
lanyard_pretalx_fill_slot (LanyardPretalxReader *reader,
                           LanyardDraftTalk     *talk,
                           JsonObject           *slot)
{
  talk->fields.item.start = lanyard_feed_json_instant (&reader->feed, slot, "start");
  talk->fields.item.end = lanyard_feed_json_instant (&reader->feed, slot, "end");
  talk->room = lanyard_pretalx_find_room (reader, slot);
}

/* Whether a submission has been read already, in this slot or, where there is
 * no slot here, in any. One that had none yet gets this one. */
static gboolean
is_read (LanyardPretalxReader *reader,
         const char           *code,
         JsonObject           *slot)
{
  LanyardDraftTalk *talk = code != NULL ? g_hash_table_lookup (reader->feed.draft->talks_by_key, code) : NULL;

  if (talk == NULL)
    return FALSE;
  if (slot == NULL)
    return TRUE;
  if (talk->fields.item.start == LANYARD_NO_TIME)
    lanyard_pretalx_fill_slot (reader, talk, slot);
  return talk->fields.item.start == lanyard_feed_json_instant (&reader->feed, slot, "start");
}

/* One submission in one slot, or in none. */
static void
read_talk (LanyardPretalxReader *reader,
           JsonObject           *submission,
           JsonObject           *slot,
           guint                 index)
{
  LanyardFeedReader *feed = &reader->feed;
  const char *title = lanyard_feed_json_line (feed, submission, "title");
  const char *code = lanyard_feed_json_id (feed, submission, "code");
  LanyardDraftTalk *talk;

  if (is_read (reader, code, slot))
    return;
  if (title == NULL)
    {
      lanyard_feed_json_skip (feed, LANYARD_KIND_TALK, code, index);
      return;
    }
  talk = lanyard_pretalx_add_talk (reader, submission, title,
                                   slot != NULL ? lanyard_json_get_string (slot, "start") : NULL);
  talk->fields.type = lanyard_feed_json_name (feed, submission, "submission_type");
  add_keywords (reader, submission, talk);
  lanyard_feed_json_add_links (feed, lanyard_json_get_array (submission, "resources"), TRUE, &talk->links);
  if (slot != NULL)
    lanyard_pretalx_fill_slot (reader, talk, slot);
}

/* Reads a submission. It has its slot around it (@slot, nullable), or in
 * "slot", or several of them in "slots", which are numbers if nobody asked for
 * more. */
void
lanyard_pretalx_read_submission (LanyardPretalxReader *reader,
                                 JsonObject           *submission,
                                 JsonObject           *slot,
                                 guint                 index)
{
  JsonArray *slots = lanyard_json_get_array (submission, "slots");
  gboolean has_slot = FALSE;

  if (!is_listed (submission))
    return;
  if (slot == NULL)
    slot = lanyard_json_get_object (submission, "slot");
  for (guint i = 0; slot == NULL && i < lanyard_json_length (slots); i++)
    {
      JsonObject *one = lanyard_json_nth_object (slots, i);

      if (one == NULL || lanyard_json_get_string (one, "start") == NULL)
        continue;
      has_slot = TRUE;
      read_talk (reader, submission, one, index);
    }
  if (!has_slot)
    read_talk (reader, submission, slot, index);
}
