/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of schedule.json, the c3voc's exchange format: version 1, which
 * has days of rooms of events (frab, pretalx), and version 2, which has a flat
 * list (the CCC's hub). lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-refusal.h"
#include "lanyard-schedule-json-private.h"
#include "lanyard-schedule-json.h"

/* What the conference is known by. */
typedef struct
{
  const char *base_url; /* nullable, the draft's */
  const char *acronym;  /* nullable, the draft's */
} Identity;

/* A time that one of these has under that name. */
static gboolean
find_stamp (JsonArray        *array,
            const char       *name,
            LanyardFeedStamp *sample)
{
  for (guint i = 0; i < lanyard_json_length (array); i++)
    {
      JsonObject *object = lanyard_json_nth_object (array, i);

      if (object != NULL && lanyard_feed_json_stamp (object, name, sample) && sample->has_clock)
        return TRUE;
    }
  return FALSE;
}

/* A time of the feed that tells in which zone it is written: of a day, else of
 * an event. */
static gboolean
find_sample (JsonObject       *schedule,
             JsonArray        *days,
             LanyardFeedStamp *sample)
{
  if (find_stamp (lanyard_json_get_array (schedule, "events"), "start", sample) || find_stamp (days, "day_start", sample))
    return TRUE;
  for (guint i = 0; i < lanyard_json_length (days); i++)
    {
      JsonObject *day = lanyard_json_nth_object (days, i);
      JsonObject *rooms = day != NULL ? lanyard_json_get_object (day, "rooms") : NULL;
      JsonObjectIter iter;
      JsonNode *node;

      if (rooms == NULL)
        continue;
      json_object_iter_init_ordered (&iter, rooms);
      while (json_object_iter_next_ordered (&iter, NULL, &node))
        if (JSON_NODE_HOLDS_ARRAY (node) && find_stamp (json_node_get_array (node), "date", sample))
          return TRUE;
    }
  return FALSE;
}

/* Reads what is told of the conference itself. Its dates are those of its
 * entries, unless they are told to the minute. */
static void
read_conference (LanyardFeedReader *reader,
                 JsonObject        *schedule,
                 JsonObject        *conference,
                 Identity          *identity)
{
  LanyardConferenceFields *fields = &reader->draft->conference;
  JsonArray *days = lanyard_json_get_array (conference, "days");
  LanyardFeedStamp sample;
  gboolean has_sample = find_sample (schedule, days, &sample);

  identity->base_url = lanyard_feed_json_line (reader, schedule, "base_url");
  if (identity->base_url == NULL)
    identity->base_url = lanyard_feed_json_line (reader, conference, "base_url");
  lanyard_feed_json_set_base (reader, identity->base_url);
  identity->acronym = lanyard_feed_json_line (reader, conference, "acronym");

  lanyard_feed_json_settle_zone (reader, lanyard_json_get_string (conference, "time_zone_name"),
                                 has_sample ? &sample : NULL);
  fields->title = lanyard_feed_json_line (reader, conference, "title");
  fields->start = lanyard_feed_json_instant (reader, conference, "start");
  fields->end = lanyard_feed_json_instant (reader, conference, "end");
  fields->venue = lanyard_feed_json_line (reader, conference, "venue");
  fields->address = lanyard_feed_json_block (reader, conference, "city");
  fields->description = lanyard_feed_json_block (reader, conference, "description");
  fields->description_format = LANYARD_TEXT_MARKDOWN;
  fields->url = lanyard_feed_json_url (reader, lanyard_json_get_string (conference, "url"));
  if (fields->url == NULL)
    fields->url = lanyard_feed_json_url (reader, lanyard_json_get_string (schedule, "url"));
  if (fields->url == NULL)
    fields->url = lanyard_feed_json_url (reader, identity->base_url);
  lanyard_schedule_json_read_tracks (reader, lanyard_json_get_array (conference, "tracks"));
}

static gboolean
read_document (LanyardFeedReader  *reader,
               JsonNode           *root,
               Identity           *identity,
               GError            **error)
{
  JsonObject *object = lanyard_json_node_object (root);
  JsonObject *schedule = object != NULL ? lanyard_json_get_object (object, "schedule") : NULL;
  JsonObject *conference = schedule != NULL ? lanyard_json_get_object (schedule, "conference") : NULL;
  const char *acronym;

  if (conference == NULL)
    {
      lanyard_refusal_set_from_json (root, error);
      return FALSE;
    }
  acronym = lanyard_feed_json_line (reader, conference, "acronym");
  if (reader->zone != NULL && g_strcmp0 (acronym, identity->acronym) != 0)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED,
                           _("These files are of different events; open those of one event at a time."));
      return FALSE;
    }
  if (reader->zone == NULL)
    read_conference (reader, schedule, conference, identity);
  if (json_object_has_member (schedule, "events"))
    lanyard_schedule_json_read_events (reader, schedule);
  else
    lanyard_schedule_json_read_days (reader, lanyard_json_get_array (conference, "days"));
  return TRUE;
}

/**
 * lanyard_schedule_json_sniff:
 * @document: bytes
 *
 * Says whether bytes look like schedule.json, whole or cut off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_schedule_json_sniff (GBytes *document)
{
  static const char * const paths[] = { "schedule.conference", NULL };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_schedule_json_read:
 * @documents: (element-type GBytes): one conference's documents
 * @options: what they do not say themselves
 * @error: return location for an error
 *
 * Reads schedule.json, version 1 or 2 (https://c3voc.de/schedule/schema.json).
 *
 * Talks and persons are known by `guid`, else `code`, else `id`; tracks become
 * sessions. Version 1 has no breaks.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_schedule_json_read (GPtrArray                 *documents,
                            const LanyardReadOptions  *options,
                            GError                   **error)
{
  g_auto (LanyardFeedReader) reader = { 0 };
  Identity identity = { NULL };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_feed_json_open (&reader, options);
  for (guint i = 0; i < documents->len;)
    {
      g_autoptr (JsonNode) root = lanyard_feed_json_parse_next (documents, &i, error);

      if (root == NULL || !read_document (&reader, root, &identity, error))
        return NULL;
    }
  return lanyard_feed_json_close (&reader, identity.base_url != NULL ? identity.base_url : options->address,
                                  identity.acronym, error);
}
