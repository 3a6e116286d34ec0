/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of Electromagnetic Field's schedule, /schedule/YEAR.json: a list
 * of everything on the field, in British wall time, with speakers in one
 * string. lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-emf.h"
#include "lanyard-feed-json.h"
#include "lanyard-feed-text.h"
#include "lanyard-refusal.h"

#define HOST "emfcamp.org/"

/* "A, B & C" are three. "A and B" may be one, such as the name of a group. */
static void
add_speakers (LanyardFeedReader *reader,
              LanyardDraftTalk  *talk,
              const char        *speakers)
{
  g_auto (GStrv) parts = NULL;

  if (speakers == NULL)
    return;
  parts = g_regex_split_simple (",\\s+| & ", speakers, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = lanyard_feed_text_line (reader->draft->strings, parts[i]);

      if (name != NULL)
        lanyard_draft_add_credit (&talk->credits, lanyard_draft_ensure_person (reader->draft, NULL, name, NULL, NULL),
                                  LANYARD_ROLE_SPEAKER);
    }
}

/* What a workshop asks for stands beside its description. */
static void
fill_description (LanyardFeedReader *reader,
                  LanyardDraftTalk  *talk,
                  JsonObject        *entry)
{
  static const struct
  {
    const char *name;
    const char *sentence;
  } facts[] = {
    /* Translators: what taking part in a workshop costs */
    { "cost", N_("Cost: %s") },
    /* Translators: what to bring to a workshop */
    { "equipment", N_("Equipment: %s") },
    /* Translators: for whom a workshop is */
    { "age_range", N_("Age range: %s") },
    /* Translators: a warning of what a talk or film contains */
    { "content_note", N_("Content note: %s") },
  };
  g_autoptr (GString) more = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *fact = lanyard_feed_json_line (reader, entry, facts[i].name);
      g_autoptr (GString) line = g_string_new (_(facts[i].sentence));

      if (fact == NULL)
        continue;
      g_string_replace (line, "%s", fact, 1);
      g_string_append (more, more->len > 0 ? "\n\n" : "");
      g_string_append (more, line->str);
    }
  lanyard_feed_json_fill_description (reader, lanyard_feed_json_block (reader, entry, "description"),
                                      lanyard_feed_text_block (reader->draft->strings, more->str),
                                      &talk->fields.description, &talk->fields.description_format);
}

static void
add_links (LanyardFeedReader *reader,
           LanyardDraftTalk  *talk,
           JsonObject        *entry)
{
  JsonObject *video = lanyard_json_get_object (entry, "video");

  if (video != NULL)
    {
      lanyard_feed_json_add_link (reader, lanyard_json_get_string (video, "ccc"), NULL, "RECORDING", FALSE, &talk->links);
      lanyard_feed_json_add_link (reader, lanyard_json_get_string (video, "youtube"), NULL, "RECORDING", FALSE,
                                  &talk->links);
    }
  /* Translators: the title of a link to a place on a map */
  lanyard_feed_json_add_link (reader, lanyard_json_get_string (entry, "map_link"), _("Map"), NULL, FALSE, &talk->links);
}

/* Whether the feed says itself that it may not be recorded. */
static gboolean
is_unrecorded (JsonObject *entry)
{
  return json_object_has_member (entry, "may_record") && !lanyard_json_get_boolean (entry, "may_record") &&
         JSON_NODE_HOLDS_VALUE (json_object_get_member (entry, "may_record"));
}

static void
read_entry (LanyardFeedReader *reader,
            JsonObject        *entry,
            guint              index)
{
  const char *title = lanyard_feed_json_line (reader, entry, "title");
  const char *venue = lanyard_feed_json_line (reader, entry, "venue");
  const char *speakers = lanyard_feed_json_line (reader, entry, "speaker");
  LanyardFeedIds ids = {
    .id = lanyard_feed_json_id (reader, entry, "id"),
    .url = lanyard_feed_json_url (reader, lanyard_json_get_string (entry, "link")),
  };
  LanyardDraftTalk *talk;

  if (title == NULL)
    {
      lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, ids.id, index);
      return;
    }

  talk = lanyard_feed_json_add_talk (reader, &ids, title, lanyard_json_get_string (entry, "start_date"));
  talk->fields.item.start = lanyard_feed_json_instant (reader, entry, "start_date");
  talk->fields.item.end = lanyard_feed_json_instant (reader, entry, "end_date");
  talk->fields.type = lanyard_feed_json_line (reader, entry, "type");
  talk->fields.is_unrecorded = is_unrecorded (entry);
  if (venue != NULL)
    talk->room = lanyard_draft_ensure_room (reader->draft, venue, NULL);
  fill_description (reader, talk, entry);
  add_speakers (reader, talk, speakers != NULL ? speakers : lanyard_feed_json_line (reader, entry, "names"));
  add_links (reader, talk, entry);
  lanyard_feed_json_settle_talk (reader, talk);
}

/* The year of the camp, which stands in the addresses of its entries
 * ("https://www.emfcamp.org/schedule/2024/7-name"), of which the starts may
 * have slips; 0 where they are another camp's. */
static int
find_year (LanyardJsonText entries)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, entries);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *entry = lanyard_json_walk_load_object (&walk);
      const char *link = entry != NULL ? lanyard_json_get_string (entry, "link") : NULL;
      const char *at = link != NULL ? strstr (link, HOST) : NULL;

      while (at != NULL && (at = strstr (at, "/20")) != NULL)
        {
          if (strspn (at + 1, "0123456789") == 4)
            return (int) g_ascii_strtoll (at + 1, NULL, 10);
          at++;
        }
    }
  return 0;
}

/* The camp's dates are those of its year: an entry that is in another one, by
 * some slip, makes it no longer. */
static void
settle_dates (LanyardFeedReader *reader,
              int                year)
{
  LanyardConferenceFields *conference = &reader->draft->conference;
  gint64 new_year = lanyard_zone_resolve (reader->zone, year, 1, 1, 0, 0, 0);
  gint64 next_year = lanyard_zone_resolve (reader->zone, year + 1, 1, 1, 0, 0, 0);

  for (guint i = 0; i < reader->draft->talks->len; i++)
    {
      const LanyardDraftTalk *talk = g_ptr_array_index (reader->draft->talks, i);
      gint64 start = talk->fields.item.start;
      gint64 end = MAX (start, talk->fields.item.end);

      if (start == LANYARD_NO_TIME || start < new_year || end >= next_year)
        continue;
      if (conference->start == LANYARD_NO_TIME || start < conference->start)
        conference->start = start;
      if (conference->end == LANYARD_NO_TIME || end > conference->end)
        conference->end = end;
    }
}

static void
read_entries (LanyardFeedReader *reader,
              LanyardJsonText    entries)
{
  g_auto (LanyardJsonWalk) walk = { 0 };
  int year = find_year (entries);

  if (reader->zone == NULL && year != 0)
    {
      g_autofree char *title = g_strdup_printf ("Electromagnetic Field %d", year);

      reader->draft->conference.title = g_string_chunk_insert (reader->draft->strings, title);
      reader->draft->conference.url = "https://www.emfcamp.org/";
      lanyard_feed_json_settle_zone (reader, "Europe/London", NULL);
    }
  if (reader->zone == NULL)
    lanyard_feed_json_settle_zone (reader, NULL, NULL);

  lanyard_json_walk_array (&walk, entries);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *entry = lanyard_json_walk_load_object (&walk);

      if (entry != NULL)
        read_entry (reader, entry, walk.index);
      else
        lanyard_feed_json_skip (reader, LANYARD_KIND_TALK, NULL, walk.index);
    }
  if (year != 0)
    settle_dates (reader, year);
}

/**
 * lanyard_emf_sniff:
 * @document: bytes
 *
 * Says whether bytes look like Electromagnetic Field's schedule, whole or cut
 * off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_emf_sniff (GBytes *document)
{
  static const char * const paths[] = { "[].title", "[].start_date", "[].venue", NULL };

  g_return_val_if_fail (document != NULL, FALSE);

  return lanyard_json_sniff (document, paths);
}

/**
 * lanyard_emf_read:
 * @documents: (element-type GBytes): one conference's documents
 * @options: what they do not say themselves
 * @error: return location for an error
 *
 * Reads the schedule of Electromagnetic Field, whose wall times are those of
 * Europe/London. That of another camp with the same software is in the zone of
 * @options.
 *
 * Talks are known by `id`.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_emf_read (GPtrArray                 *documents,
                  const LanyardReadOptions  *options,
                  GError                   **error)
{
  g_auto (LanyardFeedReader) reader = { 0 };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lanyard_feed_json_open (&reader, options);
  for (guint i = 0; i < documents->len;)
    {
      g_autoptr (LanyardJsonDocument) document = lanyard_feed_json_next (&reader, documents, &i, error);
      LanyardJsonText root;

      if (document == NULL)
        return NULL;
      root = lanyard_json_document_root (document);
      if (!lanyard_json_text_is_array (root))
        {
          lanyard_refusal_set_from_json (document, error);
          return NULL;
        }
      read_entries (&reader, root);
      if (!lanyard_json_document_check (document, error))
        return NULL;
    }
  return lanyard_feed_json_close (&reader, options->address, NULL, error);
}
