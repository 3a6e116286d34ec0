/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the elements of a schedule mean, wherever their producer puts them:
 * events stand in rooms of days, or in days, or in the schedule itself; ids are
 * attributes or elements; an address is an attribute, the text or an element of
 * a link. lanyard-frab-parse.c calls it for each, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-text.h"
#include "lanyard-frab-private.h"

static const struct
{
  const char *name;
  LanyardFrabTag tag;
} names[] = {
  { "abstract", LANYARD_FRAB_ABSTRACT },
  { "acronym", LANYARD_FRAB_ACRONYM },
  { "attachment", LANYARD_FRAB_ATTACHMENT },
  { "base_url", LANYARD_FRAB_BASE_URL },
  { "biography", LANYARD_FRAB_BIOGRAPHY },
  { "city", LANYARD_FRAB_CITY },
  { "code", LANYARD_FRAB_CODE },
  { "conference", LANYARD_FRAB_CONFERENCE },
  { "date", LANYARD_FRAB_DATE },
  { "day", LANYARD_FRAB_DAY },
  { "day_change", LANYARD_FRAB_DAY_CHANGE },
  { "description", LANYARD_FRAB_DESCRIPTION },
  { "do_not_record", LANYARD_FRAB_OPTOUT },
  { "duration", LANYARD_FRAB_DURATION },
  { "end", LANYARD_FRAB_END },
  { "event", LANYARD_FRAB_EVENT },
  { "extended_biography", LANYARD_FRAB_BIOGRAPHY },
  { "feedback_url", LANYARD_FRAB_FEEDBACK_URL },
  { "generator", LANYARD_FRAB_GENERATOR },
  { "guid", LANYARD_FRAB_GUID },
  { "id", LANYARD_FRAB_ID },
  { "language", LANYARD_FRAB_LANGUAGE },
  { "link", LANYARD_FRAB_LINK },
  { "name", LANYARD_FRAB_NAME },
  { "optout", LANYARD_FRAB_OPTOUT },
  { "origin_url", LANYARD_FRAB_ORIGIN_URL },
  { "person", LANYARD_FRAB_PERSON },
  { "public_name", LANYARD_FRAB_NAME },
  { "recording", LANYARD_FRAB_RECORDING },
  { "room", LANYARD_FRAB_ROOM },
  { "schedule", LANYARD_FRAB_SCHEDULE },
  { "session_end_time", LANYARD_FRAB_END },
  { "start", LANYARD_FRAB_START },
  { "subtitle", LANYARD_FRAB_SUBTITLE },
  { "time_zone_name", LANYARD_FRAB_TIME_ZONE_NAME },
  { "title", LANYARD_FRAB_TITLE },
  { "track", LANYARD_FRAB_TRACK },
  { "tracks", LANYARD_FRAB_TRACKS },
  { "type", LANYARD_FRAB_TYPE },
  { "url", LANYARD_FRAB_URL },
  { "venue", LANYARD_FRAB_VENUE },
};

static int
compare_name (gconstpointer key,
              gconstpointer entry)
{
  return strcmp (key, *(const char * const *) entry);
}

static LanyardFrabTag
find_tag (const char *name)
{
  const typeof (names[0]) *found = bsearch (name, names, G_N_ELEMENTS (names), sizeof names[0], compare_name);

  return found != NULL ? found->tag : LANYARD_FRAB_OTHER;
}

/* The tag of the nth element around, 0 being the innermost that is open. */
static LanyardFrabTag
get_tag (LanyardFrabReader *reader,
         guint              n)
{
  return n < reader->tags->len ? g_array_index (reader->tags, guint8, reader->tags->len - 1 - n) : LANYARD_FRAB_OTHER;
}

static const char *
get_attribute (LanyardFrabReader  *reader,
               const char * const *attributes,
               const char         *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (attributes[0], name) == 0)
      return lanyard_feed_text_line (reader->feed.draft->strings, attributes[1]);
  return NULL;
}

/* SFSCON's "unique_id" stays while its ids change. */
static void
read_ids (LanyardFrabReader  *reader,
          const char * const *attributes,
          LanyardFeedIds     *ids)
{
  ids->guid = get_attribute (reader, attributes, "guid");
  if (ids->guid == NULL)
    ids->guid = get_attribute (reader, attributes, "unique_id");
  ids->code = get_attribute (reader, attributes, "code");
  ids->id = get_attribute (reader, attributes, "id");
}

static void
open_day (LanyardFrabReader  *reader,
          const char * const *attributes)
{
  reader->day = g_new0 (LanyardFrabDay, 1);
  reader->day->date = get_attribute (reader, attributes, "date");
  reader->day->start = get_attribute (reader, attributes, "start");
  reader->day->end = get_attribute (reader, attributes, "end");
  g_ptr_array_add (reader->days, reader->day);
  lanyard_frab_note_sample (reader, reader->day->start);
}

static void
open_thing (LanyardFrabReader  *reader,
            const char * const *attributes)
{
  reader->thing = (LanyardFrabThing) { 0 };
  read_ids (reader, attributes, &reader->thing.ids);
  reader->thing.address = get_attribute (reader, attributes, "href");
  reader->thing.type = get_attribute (reader, attributes, "type");
  reader->thing.name = get_attribute (reader, attributes, "name");
}

/* HTML that somebody forgot to escape is a text, too. */
static gboolean
is_in_text (LanyardFrabReader *reader)
{
  LanyardFrabTag tag = get_tag (reader, 0);

  return tag == LANYARD_FRAB_ABSTRACT || tag == LANYARD_FRAB_DESCRIPTION || tag == LANYARD_FRAB_BIOGRAPHY;
}

static void
open_raw (LanyardFrabReader  *reader,
          const char         *name,
          const char * const *attributes)
{
  const char *address = get_attribute (reader, attributes, "href");

  reader->n_raw++;
  g_string_append_printf (reader->text, "<%s", name);
  if (address != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (address, -1);

      g_string_append_printf (reader->text, " href=\"%s\"", escaped);
    }
  g_string_append_c (reader->text, '>');
}

/* An element begins. @attributes are names and values, NULL at the end;
 * the values last until this returns. */
void
lanyard_frab_open_element (LanyardFrabReader  *reader,
                           const char         *name,
                           const char * const *attributes)
{
  LanyardFrabTag tag = find_tag (name);
  guint8 kept = tag;

  if (reader->n_raw > 0 || is_in_text (reader))
    {
      open_raw (reader, name, attributes);
      return;
    }
  g_array_append_val (reader->tags, kept);
  g_array_append_val (reader->offsets, reader->text->len);

  if (tag == LANYARD_FRAB_EVENT && !reader->is_in_event)
    {
      reader->is_in_event = TRUE;
      read_ids (reader, attributes, &reader->event.ids);
    }
  else if (tag == LANYARD_FRAB_DAY)
    open_day (reader, attributes);
  else if (tag == LANYARD_FRAB_ROOM && !reader->is_in_event)
    reader->room = get_attribute (reader, attributes, "name");
  else if (tag == LANYARD_FRAB_GENERATOR)
    reader->is_wafer = g_strcmp0 (get_attribute (reader, attributes, "name"), "wafer") == 0;
  else if (tag == LANYARD_FRAB_PERSON || tag == LANYARD_FRAB_LINK || tag == LANYARD_FRAB_ATTACHMENT)
    open_thing (reader, attributes);
  else if (tag == LANYARD_FRAB_TRACK && reader->is_in_event)
    reader->event.track_slug = get_attribute (reader, attributes, "slug");
  else if (tag == LANYARD_FRAB_TRACK)
    {
      open_thing (reader, attributes);
      reader->thing.address = get_attribute (reader, attributes, "slug");
      reader->thing.type = get_attribute (reader, attributes, "color");
    }
}

static void
fill (const char **field,
      const char  *value)
{
  if (*field == NULL)
    *field = value;
}

/* Something of the conference itself. */
static void
close_conference_member (LanyardFrabReader *reader,
                         LanyardFrabTag     tag,
                         const char        *line)
{
  LanyardConferenceFields *fields = &reader->feed.draft->conference;

  switch ((guint) tag)
    {
    case LANYARD_FRAB_TITLE: fill (&fields->title, line); break;
    case LANYARD_FRAB_SUBTITLE: fill (&fields->description, line); break;
    case LANYARD_FRAB_VENUE: fill (&fields->venue, line); break;
    case LANYARD_FRAB_CITY: fill (&fields->address, line); break;
    case LANYARD_FRAB_URL: fill (&fields->url, lanyard_feed_json_url_of (&reader->feed, line)); break;
    case LANYARD_FRAB_ACRONYM: fill (&reader->acronym, line); break;
    case LANYARD_FRAB_START: fill (&reader->start, line); break;
    case LANYARD_FRAB_END: fill (&reader->end, line); break;
    case LANYARD_FRAB_DAY_CHANGE: fill (&reader->day_change, line); break;
    case LANYARD_FRAB_TIME_ZONE_NAME: fill (&reader->zone_name, line); break;
    case LANYARD_FRAB_BASE_URL:
      fill (&reader->base_url, line);
      lanyard_feed_json_set_base (&reader->feed, line);
      break;
    default:
      break;
    }
}

/* A boolean of XML Schema, in any case. */
static gboolean
is_true (const char *line)
{
  return line != NULL && (g_ascii_strcasecmp (line, "true") == 0 || g_str_equal (line, "1"));
}

/* Something of one event. */
static void
close_event_member (LanyardFrabReader *reader,
                    LanyardFrabTag     tag,
                    const char        *text,
                    const char        *line)
{
  LanyardFrabEvent *event = &reader->event;
  GStringChunk *strings = reader->feed.draft->strings;

  switch ((guint) tag)
    {
    case LANYARD_FRAB_ID: fill (&event->ids.id, line); break;
    case LANYARD_FRAB_GUID: fill (&event->ids.guid, line); break;
    case LANYARD_FRAB_CODE: fill (&event->ids.code, line); break;
    case LANYARD_FRAB_URL: fill (&event->ids.url, lanyard_feed_json_url_of (&reader->feed, line)); break;
    case LANYARD_FRAB_DATE: fill (&event->date, line); break;
    case LANYARD_FRAB_START: fill (&event->start, line); break;
    case LANYARD_FRAB_END: fill (&event->end, line); break;
    case LANYARD_FRAB_DURATION: fill (&event->duration, line); break;
    case LANYARD_FRAB_ROOM: fill (&event->room, line); break;
    case LANYARD_FRAB_TITLE: fill (&event->title, line); break;
    case LANYARD_FRAB_SUBTITLE: fill (&event->subtitle, line); break;
    case LANYARD_FRAB_TRACK: fill (&event->track, line); break;
    case LANYARD_FRAB_TYPE: fill (&event->type, line); break;
    case LANYARD_FRAB_LANGUAGE: fill (&event->language, line); break;
    case LANYARD_FRAB_FEEDBACK_URL: fill (&event->feedback_url, line); break;
    case LANYARD_FRAB_ORIGIN_URL: fill (&event->origin_url, line); break;
    case LANYARD_FRAB_ABSTRACT: fill (&event->abstract, lanyard_feed_text_block (strings, text)); break;
    case LANYARD_FRAB_DESCRIPTION: fill (&event->description, lanyard_feed_text_block (strings, text)); break;
    case LANYARD_FRAB_OPTOUT: event->is_unrecorded = event->is_unrecorded || is_true (line); break;
    default: break;
    }
}

/* Something of a person or a link. */
static void
close_thing_member (LanyardFrabReader *reader,
                    LanyardFrabTag     tag,
                    const char        *text,
                    const char        *line)
{
  LanyardFrabThing *thing = &reader->thing;
  const char *block;

  switch ((guint) tag)
    {
    case LANYARD_FRAB_NAME:
    case LANYARD_FRAB_TITLE: fill (&thing->name, line); break;
    case LANYARD_FRAB_TYPE: fill (&thing->type, line); break;
    case LANYARD_FRAB_URL: fill (&thing->address, line); break;
    case LANYARD_FRAB_ID: fill (&thing->ids.id, line); break;
    case LANYARD_FRAB_GUID: fill (&thing->ids.guid, line); break;
    case LANYARD_FRAB_BIOGRAPHY:
      block = lanyard_feed_text_block (reader->feed.draft->strings, text);
      if (block != NULL && (thing->biography == NULL || strlen (block) > strlen (thing->biography)))
        thing->biography = block;
      break;
    default:
      break;
    }
}

/* What FOSDEM calls the types of attachments are words for people. */
static void
close_link (LanyardFrabReader *reader,
            const char        *line,
            gboolean           is_file)
{
  LanyardFrabThing *thing = &reader->thing;
  const char *type = thing->type;

  if (thing->address == NULL)
    fill (&thing->address, line);
  else
    fill (&thing->name, line);
  if (g_strcmp0 (type, "video") == 0 || g_strcmp0 (type, "audio") == 0)
    type = "MEDIA";
  if (reader->is_in_event)
    lanyard_feed_json_add_link (&reader->feed, thing->address, thing->name, type, is_file, &reader->event.links);
}

/* A track of the conference's list: with its name as an attribute (pretalx) or
 * as text (FOSDEM). Some have no talks; they are no sessions. */
static void
close_track (LanyardFrabReader *reader,
             const char        *line)
{
  const LanyardFrabThing *thing = &reader->thing;
  const char *name = thing->name != NULL ? thing->name : line;
  const char *color = lanyard_feed_text_color (reader->feed.draft->strings, thing->type);

  if (name == NULL)
    return;
  g_hash_table_insert (reader->slugs, (char *) name, (char *) thing->address);
  if (color != NULL)
    g_hash_table_insert (reader->colors, (char *) name, (char *) color);
}

static void
close_tag (LanyardFrabReader *reader,
           LanyardFrabTag     tag,
           LanyardFrabTag     around,
           const char        *text)
{
  const char *line = NULL;

  if (tag != LANYARD_FRAB_ABSTRACT && tag != LANYARD_FRAB_DESCRIPTION && tag != LANYARD_FRAB_BIOGRAPHY)
    line = lanyard_feed_text_line (reader->feed.draft->strings, text);

  if (tag == LANYARD_FRAB_EVENT)
    lanyard_frab_add_event (reader);
  else if (tag == LANYARD_FRAB_DAY)
    reader->day = NULL;
  else if (tag == LANYARD_FRAB_ROOM && !reader->is_in_event)
    reader->room = NULL;
  else if (around == LANYARD_FRAB_PERSON || around == LANYARD_FRAB_LINK || around == LANYARD_FRAB_ATTACHMENT)
    close_thing_member (reader, tag, text, line);
  else if (tag == LANYARD_FRAB_PERSON)
    {
      fill (&reader->thing.name, line);
      lanyard_frab_add_person (reader);
    }
  else if (tag == LANYARD_FRAB_LINK || tag == LANYARD_FRAB_ATTACHMENT)
    close_link (reader, line, tag == LANYARD_FRAB_ATTACHMENT);
  else if (tag == LANYARD_FRAB_TRACK && !reader->is_in_event)
    close_track (reader, line);
  else if (around == LANYARD_FRAB_EVENT || around == LANYARD_FRAB_RECORDING)
    close_event_member (reader, tag, text, line);
  else if (around == LANYARD_FRAB_CONFERENCE)
    close_conference_member (reader, tag, line);
}

/* The innermost element that is open ends. */
void
lanyard_frab_close_element (LanyardFrabReader *reader,
                            const char        *name)
{
  LanyardFrabTag tag = get_tag (reader, 0);
  LanyardFrabTag around = get_tag (reader, 1);
  gsize offset;

  if (reader->n_raw > 0)
    {
      reader->n_raw--;
      g_string_append_printf (reader->text, "</%s>", name);
      return;
    }
  offset = g_array_index (reader->offsets, gsize, reader->offsets->len - 1);
  g_array_set_size (reader->tags, reader->tags->len - 1);
  g_array_set_size (reader->offsets, reader->offsets->len - 1);
  if (tag != LANYARD_FRAB_OTHER)
    close_tag (reader, tag, around, reader->text->str + offset);
  g_string_truncate (reader->text, offset);
}
