/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of pretalx's REST interface, in both its generations: pages of
 * submissions, slots, schedules, speakers, rooms, tracks and the event, in any
 * number of documents, of which any makes some of a programme. Organisers also
 * publish what they made of them, submissions by day and room. All of these
 * are gone through for what looks like one of the things. lanyard-format.c
 * calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-pretalx-private.h"
#include "lanyard-pretalx.h"

/* Documents that have no more bytes than this together are parsed once, each as
 * a whole. Of larger ones, whose trees would take too much memory, what is no
 * larger than an entry is parsed at a time, once in each phase. */
#define LARGEST_WHOLE (256 * 1024)
#define LARGEST_ENTRY (16 * 1024)

/* What refers to others is read after them. */
typedef enum
{
  PHASE_THINGS, /* the event, rooms, tracks, speakers */
  PHASE_TALKS,
  PHASE_SLOTS,  /* of talks that are elsewhere, and breaks */
} Phase;

typedef struct
{
  LanyardPretalxReader pretalx;
  Phase                phase;
  LanyardFeedStamp     sample;    /* any time, for its offset */
  gboolean             has_sample;
  gboolean             has_slots; /* whether there is anything for the last phase */
  const char          *zone;      /* nullable, the draft's: its name */
} Walk;

/* Where in a document something stands. */
typedef struct
{
  JsonObject *slot;  /* nullable: the slot around it */
  const char *date;  /* nullable: "2024-11-02", the name of the member two above it */
  const char *clock; /* nullable: "540", minutes since midnight, that of the member it is */
  guint       index;
} Place;

static void read_node (Walk        *walk,
                       JsonNode    *node,
                       const Place *place);
static void read_text (Walk            *walk,
                       LanyardJsonText  text,
                       const Place     *place);

static void
walk_clear (Walk *walk)
{
  lanyard_pretalx_reader_clear (&walk->pretalx);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

/* In a list of one's own, by date and minute of the day. */
static gboolean
is_timed_break (JsonObject  *object,
                const Place *place)
{
  return place->clock != NULL && json_object_has_member (object, "title");
}

static void
read_event (Walk       *walk,
            JsonObject *event)
{
  LanyardPretalxReader *reader = &walk->pretalx;
  LanyardFeedReader *feed = &reader->feed;
  JsonObject *urls = lanyard_json_get_object (event, "urls");

  if (feed->draft->conference.title != NULL)
    return;
  feed->draft->conference.title = lanyard_feed_json_line (feed, event, "name");
  reader->slug = lanyard_feed_json_line (feed, event, "slug");
  walk->zone = lanyard_feed_json_line (feed, event, "timezone");
  if (urls != NULL && reader->event_url == NULL)
    {
      reader->event_url = lanyard_feed_json_url (feed, lanyard_json_get_string (urls, "base"));
      feed->draft->conference.url = reader->event_url;
    }
}

/* Reads what others refer to. */
static void
read_thing (Walk       *walk,
            JsonObject *object)
{
  if (!walk->has_sample)
    walk->has_sample = lanyard_feed_json_stamp (object, "start", &walk->sample) && walk->sample.has_clock;
  if (lanyard_pretalx_is_event (object))
    read_event (walk, object);
  else if (lanyard_pretalx_is_speaker (object))
    lanyard_pretalx_read_speaker (&walk->pretalx, object);
  else if (lanyard_pretalx_is_room (object))
    lanyard_pretalx_read_room (&walk->pretalx, object);
  else if (lanyard_pretalx_is_track (object))
    lanyard_pretalx_read_track (&walk->pretalx, object);
}

/* A slot that names its submission by its code says when that is; one without
 * a submission is a break, of which "description" is the name. */
static void
read_slot (Walk       *walk,
           JsonObject *slot,
           guint       index)
{
  LanyardPretalxReader *reader = &walk->pretalx;
  LanyardFeedReader *feed = &reader->feed;
  const char *code = lanyard_json_get_string (slot, "submission");
  const char *title = lanyard_feed_json_line (feed, slot, "description");
  LanyardDraftTalk *talk = code != NULL ? g_hash_table_lookup (feed->draft->talks_by_key, code) : NULL;

  if (talk != NULL && talk->fields.item.start == LANYARD_NO_TIME)
    lanyard_pretalx_fill_slot (reader, talk, slot);
  else if (code == NULL && title != NULL && g_strcmp0 (lanyard_json_get_string (slot, "slot_type"), "blocker") != 0)
    lanyard_pretalx_add_break (reader, slot, title, lanyard_feed_json_instant (feed, slot, "start"), index);
}

static void
read_timed_break (Walk        *walk,
                  JsonObject  *object,
                  const Place *place)
{
  LanyardFeedReader *feed = &walk->pretalx.feed;
  gint64 minute = g_ascii_strtoll (place->clock, NULL, 10);
  LanyardFeedStamp stamp;

  if (minute < 0 || minute >= 24 * 60 || !lanyard_feed_stamp_read (place->date, &stamp))
    return;
  stamp.clock = (int) minute * 60;
  lanyard_pretalx_add_break (&walk->pretalx, object, lanyard_feed_json_line (feed, object, "title"),
                             lanyard_feed_stamp_resolve (&stamp, feed->draft, feed->zone), place->index);
}

/* Reads an object; returns whether what is inside it has been read as well. */
static gboolean
read_object (Walk        *walk,
             JsonObject  *object,
             const Place *place)
{
  JsonNode *submission;

  if (walk->phase == PHASE_THINGS)
    {
      read_thing (walk, object);
      return FALSE;
    }
  if (lanyard_pretalx_is_submission (object))
    {
      if (walk->phase == PHASE_TALKS)
        lanyard_pretalx_read_submission (&walk->pretalx, object, place->slot, place->index);
      return TRUE;
    }
  if (lanyard_pretalx_is_slot (object))
    {
      submission = json_object_get_member (object, "submission");
      walk->has_slots = TRUE;
      if (walk->phase == PHASE_TALKS && lanyard_json_node_object (submission) != NULL)
        read_node (walk, submission, &(Place) { .slot = object, .index = place->index });
      else if (walk->phase == PHASE_SLOTS)
        read_slot (walk, object, place->index);
      return TRUE;
    }
  if (is_timed_break (object, place))
    {
      walk->has_slots = TRUE;
      if (walk->phase == PHASE_SLOTS)
        read_timed_break (walk, object, place);
      return walk->phase == PHASE_SLOTS;
    }
  return FALSE;
}

/* The place of a member of an object, of which the names may be a date, and in
 * there minutes. */
static Place
inner_place (const Place *place,
             const char  *name)
{
  LanyardFeedStamp stamp;
  Place inner = { .index = place->index };

  if (lanyard_feed_stamp_read (name, &stamp))
    inner.date = name;
  else if (place->date != NULL && place->clock == NULL && strspn (name, "0123456789") == strlen (name))
    {
      inner.date = place->date;
      inner.clock = name;
    }
  return inner;
}

static void
read_members (Walk        *walk,
              JsonObject  *object,
              const Place *place)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      Place inner = inner_place (place, name);

      read_node (walk, node, &inner);
    }
}

static void
read_node (Walk        *walk,
           JsonNode    *node,
           const Place *place)
{
  JsonObject *object = lanyard_json_node_object (node);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (object != NULL && !read_object (walk, object, place))
    read_members (walk, object, place);
  for (guint i = 0; i < lanyard_json_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element))
        read_node (walk, element, &(Place) { .index = i });
    }
}

static gboolean
is_large (LanyardJsonText text)
{
  return text.end - text.at > LARGEST_ENTRY;
}

static gboolean
is_container (LanyardJsonText text)
{
  return lanyard_json_text_is_object (text) || lanyard_json_text_is_array (text);
}

/* Whether there may be something in it: not in a list of codes. */
static gboolean
may_have_objects (LanyardJsonText text)
{
  return is_container (text) && memchr (text.at, '{', text.end - text.at) != NULL;
}

/* Parses an object without the lists and objects in it, which are null instead:
 * enough to tell what it is. */
static JsonObject *
load_frame (LanyardJsonText text)
{
  g_auto (LanyardJsonWalk) members = { 0 };
  JsonObject *frame = json_object_new ();

  lanyard_json_walk_object (&members, text);
  while (lanyard_json_walk_next (&members))
    if (is_container (members.text))
      json_object_set_null_member (frame, members.name);
    else if (lanyard_json_walk_load (&members) != NULL)
      json_object_set_member (frame, members.name, g_steal_pointer (&members.node));
  return frame;
}

/* Whether it is anything that is read. */
static gboolean
is_wanted (JsonObject  *object,
           const Place *place)
{
  return lanyard_pretalx_is_submission (object) || lanyard_pretalx_is_slot (object) || is_timed_break (object, place) ||
         lanyard_pretalx_is_event (object) || lanyard_pretalx_is_speaker (object) || lanyard_pretalx_is_room (object) ||
         lanyard_pretalx_is_track (object);
}

/* Reads the lists and objects in an array or object. */
static void
read_inner (Walk            *walk,
            LanyardJsonText  text,
            const Place     *place)
{
  g_auto (LanyardJsonWalk) inner = { 0 };

  if (lanyard_json_text_is_object (text))
    lanyard_json_walk_object (&inner, text);
  else
    lanyard_json_walk_array (&inner, text);
  while (lanyard_json_walk_next (&inner))
    {
      Place at = inner.name != NULL ? inner_place (place, inner.name) : (Place) { .index = inner.index };

      if (may_have_objects (inner.text))
        read_text (walk, inner.text, &at);
    }
}

/* Reads what is not parsed yet, and parses it where it is small or wanted. Of a
 * submission the first phase needs what is in it, such as its speakers, but not
 * its long texts. */
static void
read_text (Walk            *walk,
           LanyardJsonText  text,
           const Place     *place)
{
  g_autoptr (JsonObject) frame = NULL;

  if (walk->phase == PHASE_THINGS && walk->has_sample && lanyard_pretalx_is_talk_text (text))
    {
      read_inner (walk, text, place);
      return;
    }
  if (is_large (text) && lanyard_json_text_is_object (text))
    frame = load_frame (text);
  if (!is_large (text) || (frame != NULL && is_wanted (frame, place)))
    {
      g_autoptr (JsonNode) node = lanyard_json_text_load (text);

      if (node != NULL)
        read_node (walk, node, place);
      return;
    }
  if (frame == NULL || !read_object (walk, frame, place))
    read_inner (walk, text, place);
}

static gboolean
are_small (GPtrArray *documents)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      LanyardJsonText root = lanyard_json_document_root (g_ptr_array_index (documents, i));

      n_bytes += root.end - root.at;
    }
  return n_bytes <= LARGEST_WHOLE;
}

static void
free_tree (gpointer data)
{
  if (data != NULL)
    json_node_unref (data);
}

/* The trees of all documents; NULL for one that is damaged. */
static GPtrArray *
load_all (GPtrArray *documents)
{
  GPtrArray *trees = g_ptr_array_new_with_free_func (free_tree);

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (trees, lanyard_json_text_load (lanyard_json_document_root (g_ptr_array_index (documents, i))));
  return trees;
}

/* Reads all documents once in each phase. */
static void
read_documents (Walk      *walk,
                GPtrArray *documents)
{
  g_autoptr (GPtrArray) trees = are_small (documents) ? load_all (documents) : NULL;

  for (walk->phase = PHASE_THINGS; walk->phase <= PHASE_SLOTS; walk->phase++)
    {
      for (guint i = 0; i < documents->len && (walk->phase != PHASE_SLOTS || walk->has_slots); i++)
        if (trees == NULL)
          read_text (walk, lanyard_json_document_root (g_ptr_array_index (documents, i)), &(Place) { .slot = NULL });
        else if (g_ptr_array_index (trees, i) != NULL)
          read_node (walk, g_ptr_array_index (trees, i), &(Place) { .slot = NULL });
      if (walk->phase == PHASE_THINGS)
        lanyard_feed_json_settle_zone (&walk->pretalx.feed, walk->zone, walk->has_sample ? &walk->sample : NULL);
    }
  for (guint i = 0; i < walk->pretalx.feed.draft->talks->len; i++)
    lanyard_feed_json_settle_talk (&walk->pretalx.feed, g_ptr_array_index (walk->pretalx.feed.draft->talks, i));
}

/**
 * lanyard_pretalx_rest_sniff:
 * @document: bytes
 *
 * Says whether bytes look like an answer of pretalx's REST interface, whole or
 * cut off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_pretalx_rest_sniff (GBytes *document)
{
  static const char * const paths[] = {
    "*.submission_type", "*.speakers", "*.code", "",                          /* submissions */
    "results[].submission", "results[].room", "results[].start", "",          /* slots */
    "slots", "published", "version", "",                                      /* a schedule */
    "results[].code", "results[].biography", "",                              /* speakers */
    "results[].id", "results[].speaker_info", "",                             /* rooms */
    "results[].requires_access_code", "results[].color", "",                  /* tracks */
    "slug", "date_from", "timezone", NULL                                     /* the event */
  };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_pretalx_rest_read:
 * @documents: (element-type GBytes): one conference's documents, in any order
 * @options: what they do not say themselves
 * @error: return location for an error
 *
 * Reads answers of pretalx's REST interface (/api/events/EVENT/…), of version 1
 * and of the one before it.
 *
 * Talks and speakers are known by `code`; a talk that is given several times,
 * by its code and start. Submissions that are not accepted are left out. Tracks
 * become sessions. Texts are Markdown.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_pretalx_rest_read (GPtrArray                 *documents,
                           const LanyardReadOptions  *options,
                           GError                   **error)
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_json_document_free);
  g_auto (Walk) walk = { 0 };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_pretalx_open (&walk.pretalx, options);
  for (guint i = 0; i < documents->len;)
    {
      LanyardJsonDocument *document = lanyard_feed_json_next (&walk.pretalx.feed, documents, &i, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (opened, document);
    }
  read_documents (&walk, opened);
  for (guint i = 0; i < opened->len; i++)
    if (!lanyard_json_document_check (g_ptr_array_index (opened, i), error))
      return NULL;
  if (lanyard_pretalx_lacks_pages (opened))
    lanyard_draft_remark_once (walk.pretalx.feed.draft, LANYARD_REMARK_CUT_OFF);
  g_ptr_array_set_size (opened, 0); /* what had to be mended need not be in memory twice */
  return lanyard_pretalx_close (&walk.pretalx, error);
}
