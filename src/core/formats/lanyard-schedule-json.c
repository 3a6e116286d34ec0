/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of schedule.json, the c3voc's exchange format: version 1, which
 * has days of rooms of events (frab, pretalx), and version 2, which has a flat
 * list (the CCC's hub). lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-refusal.h"
#include "lanyard-schedule-json-private.h"
#include "lanyard-schedule-json.h"

/* What the conference is known by. */
typedef struct
{
  const char *base_url; /* nullable, the draft's */
  const char *acronym;  /* nullable, the draft's */
} Identity;

/* The lists of a document, which are read entry by entry. */
typedef struct
{
  LanyardJsonText events;
  LanyardJsonText persons;
  LanyardJsonText days;
  LanyardJsonText tracks;
} Lists;

/* A time of the days' events. */
static gboolean
find_sample_in_rooms (LanyardJsonText   rooms,
                      LanyardFeedStamp *sample)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_object (&walk, rooms);
  while (lanyard_json_walk_next (&walk))
    if (lanyard_feed_json_find_stamp (walk.text, "date", sample))
      return TRUE;
  return FALSE;
}

/* A time of the feed that tells in which zone it is written: of a day, else of
 * an event. */
static gboolean
find_sample (const Lists      *lists,
             LanyardFeedStamp *sample)
{
  static const char * const names[] = { "rooms", "events", NULL };
  LanyardJsonText values[2];

  if (lanyard_feed_json_find_stamp (lists->events, "start", sample))
    return TRUE;
  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto (LanyardJsonWalk) walk = { 0 };

      lanyard_json_walk_array (&walk, lists->days);
      while (lanyard_json_walk_next (&walk))
        {
          g_autoptr (JsonObject) day = lanyard_json_text_open (walk.text, names, values);

          if (day == NULL)
            continue;
          if (pass == 0 ? lanyard_feed_json_stamp (day, "day_start", sample) && sample->has_clock
                        : find_sample_in_rooms (values[0], sample))
            return TRUE;
        }
    }
  return FALSE;
}

/* Reads what is told of the conference itself. Its dates are those of its
 * entries, unless they are told to the minute. */
static void
read_conference (LanyardFeedReader *reader,
                 JsonObject        *schedule,
                 JsonObject        *conference,
                 const Lists       *lists,
                 Identity          *identity)
{
  LanyardConferenceFields *fields = &reader->draft->conference;
  LanyardFeedStamp sample;
  gboolean has_sample = find_sample (lists, &sample);

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
  lanyard_schedule_json_read_tracks (reader, lists->tracks);
}

/* Opens the two objects that are around all else. */
static gboolean
open_document (LanyardJsonDocument  *document,
               JsonObject          **schedule,
               JsonObject          **conference,
               Lists                *lists)
{
  static const char * const outer[] = { "schedule", NULL };
  static const char * const middle[] = { "conference", "events", "persons", NULL };
  static const char * const inner[] = { "days", "tracks", NULL };
  LanyardJsonText root[1], in_schedule[3], in_conference[2];
  g_autoptr (JsonObject) object = lanyard_json_text_open (lanyard_json_document_root (document), outer, root);

  *schedule = object != NULL ? lanyard_json_text_open (root[0], middle, in_schedule) : NULL;
  *conference = *schedule != NULL ? lanyard_json_text_open (in_schedule[0], inner, in_conference) : NULL;
  if (*conference == NULL)
    return FALSE;
  *lists = (Lists) {
    .events = in_schedule[1],
    .persons = in_schedule[2],
    .days = in_conference[0],
    .tracks = in_conference[1],
  };
  return TRUE;
}

static gboolean
read_document (LanyardFeedReader    *reader,
               LanyardJsonDocument  *document,
               Identity             *identity,
               GError              **error)
{
  g_autoptr (JsonObject) schedule = NULL;
  g_autoptr (JsonObject) conference = NULL;
  const char *acronym;
  Lists lists;

  if (!open_document (document, &schedule, &conference, &lists))
    {
      lanyard_refusal_set_from_json (document, error);
      return FALSE;
    }
  acronym = lanyard_feed_json_line (reader, conference, "acronym");
  if (reader->zone != NULL && g_strcmp0 (acronym, identity->acronym) != 0)
    {
      lanyard_refusal_set_mixed (error);
      return FALSE;
    }
  if (reader->zone == NULL)
    read_conference (reader, schedule, conference, &lists, identity);
  if (lists.events.at == NULL)
    {
      lanyard_schedule_json_read_days (reader, lists.days);
    }
  else
    {
      lanyard_schedule_json_read_events (reader, conference, lists.events);
      lanyard_schedule_json_read_persons (reader, lists.persons);
    }
  return lanyard_json_document_check (document, error);
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
      g_autoptr (LanyardJsonDocument) document = lanyard_feed_json_next (documents, &i, error);

      if (document == NULL || !read_document (&reader, document, &identity, error))
        return NULL;
    }
  return lanyard_feed_json_close (&reader, identity.base_url != NULL ? identity.base_url : options->address,
                                  identity.acronym, error);
}
