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
read_array (LanyardPretalxReader  *reader,
            JsonObject            *widget,
            const char            *name,
            void                 (*read) (LanyardPretalxReader *reader,
                                          JsonObject           *object))
{
  JsonArray *array = lanyard_json_get_array (widget, name);

  for (guint i = 0; i < lanyard_json_length (array); i++)
    {
      JsonObject *object = lanyard_json_nth_object (array, i);

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
read_widget (LanyardPretalxReader *reader,
             JsonObject           *widget)
{
  JsonArray *talks = lanyard_json_get_array (widget, "talks");
  LanyardFeedStamp sample;
  gboolean has_sample = FALSE;

  for (guint i = 0; !has_sample && i < lanyard_json_length (talks); i++)
    {
      JsonObject *talk = lanyard_json_nth_object (talks, i);

      has_sample = talk != NULL && lanyard_feed_json_stamp (talk, "start", &sample) && sample.has_clock;
    }
  if (reader->feed.zone == NULL)
    lanyard_feed_json_settle_zone (&reader->feed, lanyard_json_get_string (widget, "timezone"),
                                   has_sample ? &sample : NULL);

  read_array (reader, widget, "rooms", lanyard_pretalx_read_room);
  read_array (reader, widget, "tracks", lanyard_pretalx_read_track);
  read_array (reader, widget, "speakers", read_speaker);
  for (guint i = 0; i < lanyard_json_length (talks); i++)
    {
      JsonObject *talk = lanyard_json_nth_object (talks, i);

      if (talk != NULL)
        read_entry (reader, talk, i);
      else
        lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_TALK, NULL, i);
    }
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
      g_autoptr (JsonNode) root = lanyard_feed_json_parse_next (documents, &i, error);
      JsonObject *widget = lanyard_json_node_object (root);

      if (root == NULL)
        return NULL;
      if (widget == NULL)
        {
          lanyard_refusal_set_from_json (root, error);
          return NULL;
        }
      read_widget (&reader, widget);
    }
  return lanyard_pretalx_close (&reader, error);
}
