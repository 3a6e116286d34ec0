/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of what pretalx's widget shows, /EVENT/schedule/widgets/
 * schedule.json: one compact document with talks, breaks, rooms, tracks and
 * speakers, but neither the conference's name nor biographies.
 * lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include "lanyard-pretalx-private.h"
#include "lanyard-pretalx.h"
#include "lanyard-refusal.h"

/* What is no talk is a break, unless the organisers merely block the room. */
static void
read_entry (LanyardPretalxReader *reader,
            JsonObject           *entry,
            guint                 index)
{
  LanyardFeedReader *feed = &reader->feed;
  const char *title = lanyard_feed_json_line (feed, entry, "title");
  gint64 start = lanyard_feed_json_instant (feed, entry, "start");
  LanyardDraftTalk *talk;

  if (!json_object_has_member (entry, "code") || json_object_get_null_member (entry, "code"))
    {
      if (g_strcmp0 (lanyard_json_get_string (entry, "slot_type"), "blocker") != 0)
        lanyard_pretalx_add_break (reader, entry, title, start, index);
      return;
    }
  if (title == NULL)
    {
      lanyard_feed_json_skip (feed, LANYARD_KIND_TALK, lanyard_feed_json_id (feed, entry, "code"), index);
      return;
    }

  talk = lanyard_pretalx_add_talk (reader, entry, title, lanyard_json_get_string (entry, "start"));
  talk->fields.item.start = start;
  talk->fields.item.end = lanyard_feed_json_instant (feed, entry, "end");
  talk->room = lanyard_pretalx_find_room (reader, entry);
  lanyard_feed_json_settle_talk (feed, talk);
}

static void
read_things (LanyardPretalxReader  *reader,
             LanyardJsonText        array,
             void                 (*read) (LanyardPretalxReader *reader,
                                           JsonObject           *object))
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, array);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *object = lanyard_json_walk_load_object (&walk);

      if (object != NULL)
        read (reader, object);
    }
}

static void
read_speaker (LanyardPretalxReader *reader,
              JsonObject           *speaker)
{
  lanyard_pretalx_read_speaker (reader, speaker);
}

static void
read_entries (LanyardPretalxReader *reader,
              LanyardJsonText       talks)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, talks);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *talk = lanyard_json_walk_load_object (&walk);

      if (talk != NULL)
        read_entry (reader, talk, walk.index);
      else
        lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_TALK, NULL, walk.index);
    }
}

static gboolean
read_document (LanyardPretalxReader  *reader,
               LanyardJsonDocument   *document,
               GError               **error)
{
  enum
  {
    TALKS,
    ROOMS,
    TRACKS,
    SPEAKERS,
    N_LISTS
  };
  static const char * const names[] = { "talks", "rooms", "tracks", "speakers", NULL };
  LanyardJsonText lists[N_LISTS];
  g_autoptr (JsonObject) widget = lanyard_json_text_open (lanyard_json_document_root (document), names, lists);
  LanyardFeedStamp sample;

  if (widget == NULL)
    {
      lanyard_refusal_set_from_json (document, error);
      return FALSE;
    }
  if (reader->feed.zone == NULL)
    lanyard_feed_json_settle_zone (&reader->feed, lanyard_json_get_string (widget, "timezone"),
                                   lanyard_feed_json_find_stamp (lists[TALKS], "start", &sample) ? &sample : NULL);

  read_things (reader, lists[ROOMS], lanyard_pretalx_read_room);
  read_things (reader, lists[TRACKS], lanyard_pretalx_read_track);
  read_things (reader, lists[SPEAKERS], read_speaker);
  read_entries (reader, lists[TALKS]);
  return lanyard_json_document_check (document, error);
}

/**
 * lanyard_pretalx_widget_sniff:
 * @document: bytes
 *
 * Says whether bytes look like the JSON of pretalx's widget, whole or cut off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_pretalx_widget_sniff (GBytes *document)
{
  static const char * const paths[] = {
    "talks[].start", "talks[].room", "", "talks", "event_start", "", "event_start", "rooms", NULL
  };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_pretalx_widget_read:
 * @documents: (element-type GBytes): one conference's documents
 * @options: what they do not say themselves; the name of the conference is
 *   taken from the address
 * @error: return location for an error
 *
 * Reads the JSON of pretalx's schedule widget.
 *
 * Talks and speakers are known by `code`; a talk that is given twice, by its
 * code and start. Tracks become sessions. Texts are Markdown.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_pretalx_widget_read (GPtrArray                 *documents,
                             const LanyardReadOptions  *options,
                             GError                   **error)
{
  g_auto (LanyardPretalxReader) reader = { 0 };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_pretalx_open (&reader, options);
  for (guint i = 0; i < documents->len;)
    {
      g_autoptr (LanyardJsonDocument) document = lanyard_feed_json_next (&reader.feed, documents, &i, error);

      if (document == NULL || !read_document (&reader, document, error))
        return NULL;
    }
  return lanyard_pretalx_close (&reader, error);
}
