/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The beginning and the end of reading a schedule in JSON: which zone its times
 * are in, what the conference is called, and whether there is a programme at
 * all. The importers of such schedules call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-feed-json.h"
#include "lanyard-feed-text.h"
#include "lanyard-refusal.h"

/* Begins to read a feed. */
void
lanyard_feed_json_open (LanyardFeedReader        *reader,
                        const LanyardReadOptions *options)
{
  *reader = (LanyardFeedReader) {
    .draft = lanyard_draft_new (),
    .tracks = g_hash_table_new (g_str_hash, g_str_equal),
    .options = options,
    .base = options->address,
  };
}

/* Frees what a reader owns. */
void
lanyard_feed_reader_clear (LanyardFeedReader *reader)
{
  g_clear_pointer (&reader->tracks, g_hash_table_unref);
  g_clear_pointer (&reader->draft, lanyard_draft_free);
}

/* Opens the document at @index, which moves to the next one that is another
 * document: one that is there twice is read once. */
LanyardJsonDocument *
lanyard_feed_json_next (LanyardFeedReader  *reader,
                        GPtrArray          *documents,
                        guint              *index,
                        GError            **error)
{
  LanyardJsonDocument *opened;
  GBytes *document = g_ptr_array_index (documents, *index);
  gboolean is_known = TRUE;

  while (is_known && ++*index < documents->len)
    {
      is_known = FALSE;
      for (guint i = 0; !is_known && i < *index; i++)
        is_known = g_bytes_equal (g_ptr_array_index (documents, i), g_ptr_array_index (documents, *index));
    }
  opened = lanyard_json_document_new (document, error);
  if (opened != NULL && lanyard_json_document_is_mended (opened))
    lanyard_draft_remark_once (reader->draft, LANYARD_REMARK_MENDED);
  return opened;
}

/* Finds a time of a date and a clock that one of the objects in an array has
 * under that name: any one tells how the feed writes its times. */
gboolean
lanyard_feed_json_find_stamp (LanyardJsonText   array,
                              const char       *name,
                              LanyardFeedStamp *stamp)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, array);
  while (lanyard_json_walk_next (&walk))
    {
      JsonObject *object = lanyard_json_walk_load_object (&walk);

      if (object != NULL && lanyard_feed_json_stamp (object, name, stamp) && stamp->has_clock)
        return TRUE;
    }
  return FALSE;
}

/* Sets the address that relative ones are relative to, a folder's. */
void
lanyard_feed_json_set_base (LanyardFeedReader *reader,
                            const char        *url)
{
  const char *line = lanyard_feed_text_line (reader->draft->strings, url);
  g_autofree char *folder = NULL;

  if (line == NULL || !g_uri_is_valid (line, G_URI_FLAGS_ENCODED, NULL))
    return;
  folder = g_strconcat (line, g_str_has_suffix (line, "/") ? NULL : "/", NULL);
  reader->base = g_string_chunk_insert (reader->draft->strings, folder);
}

/* Whether a time's own offset is another one than the zone has then. "+00:00"
 * says nothing: servers write it for times in any zone. */
static gboolean
contradicts (LanyardFeedReader      *reader,
             LanyardZone            *zone,
             const LanyardFeedStamp *sample)
{
  if (sample == NULL || !sample->has_offset || sample->offset == 0)
    return FALSE;
  return lanyard_zone_get_offset (zone, lanyard_feed_stamp_resolve (sample, reader->draft, NULL)) != sample->offset;
}

static gboolean
try_zone (LanyardFeedReader      *reader,
          const char             *name,
          const LanyardFeedStamp *sample)
{
  LanyardZone *zone = name != NULL ? lanyard_draft_get_zone (reader->draft, name) : NULL;

  if (zone == NULL || contradicts (reader, zone, sample))
    return FALSE;
  reader->zone = zone;
  reader->draft->conference.zone = g_string_chunk_insert (reader->draft->strings, name);
  return TRUE;
}

/* Settles in which zone the conference is: the one that the feed names, or
 * another document of it, unless its times are those of another one; else the
 * one that the directory or the user names; else the offset of the times.
 * @sample is a time of the feed, or NULL. Where times have no offset either, it
 * is remarked on. */
void
lanyard_feed_json_settle_zone (LanyardFeedReader      *reader,
                               const char             *name,
                               const LanyardFeedStamp *sample)
{
  char offset[16] = "UTC";

  if (try_zone (reader, name, sample) || try_zone (reader, reader->options->named_zone, sample))
    return;
  if (sample == NULL || !sample->has_offset)
    lanyard_draft_remark_once (reader->draft, LANYARD_REMARK_NO_ZONE);
  if (try_zone (reader, reader->options->zone, sample))
    return;
  if (sample != NULL && sample->has_offset && sample->offset != 0)
    g_snprintf (offset, sizeof offset, "%c%02d:%02d", sample->offset < 0 ? '-' : '+',
                ABS (sample->offset) / 3600, ABS (sample->offset) / 60 % 60);
  if (!try_zone (reader, offset, NULL))
    try_zone (reader, "UTC", NULL);
}

/* Gives a track of a feed's list of tracks, known as its id, slug or name, its
 * session; NULL where it is none. */
LanyardDraftSession *
lanyard_feed_json_name_track (LanyardFeedReader *reader,
                              const char        *known_as,
                              const char        *slug,
                              const char        *name)
{
  LanyardDraftSession *session = lanyard_draft_ensure_track (reader->draft, slug, name);

  if (session == NULL)
    return NULL;
  if (session->fields.title == NULL)
    session->fields.title = lanyard_feed_text_line (reader->draft->strings, slug);
  if (known_as != NULL)
    g_hash_table_replace (reader->tracks, g_string_chunk_insert (reader->draft->strings, known_as), session);
  return session;
}

/* The session of a track that an entry names as the feed's list does, or as
 * nothing does; NULL where it is none. */
LanyardDraftSession *
lanyard_feed_json_find_track (LanyardFeedReader *reader,
                              const char        *known_as)
{
  LanyardDraftSession *session = known_as != NULL ? g_hash_table_lookup (reader->tracks, known_as) : NULL;

  return session != NULL || known_as == NULL ? session
                                             : lanyard_feed_json_name_track (reader, known_as, NULL, known_as);
}

/* Counts an entry that is no talk or break by what it has. */
void
lanyard_feed_json_skip (LanyardFeedReader *reader,
                        LanyardKind        kind,
                        const char        *title,
                        guint              index)
{
  g_autofree char *what = g_strdup_printf ("?%s#%u", title != NULL ? title : "", index);

  lanyard_draft_skip (reader->draft, kind, what);
}

/* The day on which a conference without a name begins, "2018-08-31". */
static char *
dup_first_day (LanyardFeedReader *reader)
{
  gint64 first = LANYARD_NO_TIME;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  for (guint i = 0; i < reader->draft->talks->len; i++)
    {
      const LanyardDraftTalk *talk = g_ptr_array_index (reader->draft->talks, i);
      gint64 start = talk->fields.item.start;

      if (start != LANYARD_NO_TIME && (first == LANYARD_NO_TIME || start < first))
        first = start;
    }
  if (first == LANYARD_NO_TIME)
    return NULL;
  utc = g_date_time_new_from_unix_utc (first);
  local = g_date_time_to_timezone (utc, lanyard_zone_get_time_zone (reader->zone));
  return g_date_time_format (local, "%Y-%m-%d");
}

/* "pycon-fr-2031", as it stands in an address, as a title: "Pycon Fr 2031". */
static const char *
spell_out (LanyardFeedReader *reader,
           const char        *acronym)
{
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean begins = TRUE;

  for (const char *at = acronym; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      c = c == '-' || c == '_' ? ' ' : begins ? g_unichar_totitle (c) : c;
      g_string_append_unichar (title, c);
      begins = c == ' ';
    }
  return lanyard_feed_text_line (reader->draft->strings, title->str);
}

/* Gives a name to a conference whose feed has none: the short one of its
 * address, else its server's and its first day. */
static void
name_conference (LanyardFeedReader  *reader,
                 const char         *base_url,
                 const char        **acronym)
{
  LanyardDraft *draft = reader->draft;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *known_as = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *host;

  if (draft->conference.title != NULL)
    return;
  if (*acronym != NULL)
    draft->conference.title = spell_out (reader, *acronym);
  if (draft->conference.title != NULL)
    return;

  day = dup_first_day (reader);
  uri = base_url != NULL ? g_uri_parse (base_url, G_URI_FLAGS_ENCODED, NULL) : NULL;
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host != NULL && *host != '\0')
    /* Translators: a conference whose name is unknown; %s is its server */
    title = g_strdup_printf (_("Conference at %s"), host);
  else if (day != NULL)
    /* Translators: a conference whose name is unknown; %s is its first day, "2026-09-14" */
    title = g_strdup_printf (_("Conference of %s"), day);
  else
    title = g_strdup (_("Conference Without a Name"));
  draft->conference.title = g_string_chunk_insert (draft->strings, title);
  known_as = g_strconcat ("unnamed-", day, NULL);
  *acronym = g_string_chunk_insert (draft->strings, known_as);
}

/* Makes the programme of what has been read, which is to be something.
 * @base_url and @acronym, both nullable, are what the conference is known by. */
LanyardProgramme *
lanyard_feed_json_close (LanyardFeedReader  *reader,
                         const char         *base_url,
                         const char         *acronym,
                         GError            **error)
{
  LanyardDraft *draft = reader->draft;

  if (draft->talks->len == 0 && draft->blocks->len == 0 && draft->breaks->len == 0)
    {
      if (g_hash_table_size (draft->skipped) > 0)
        lanyard_refusal_set_damaged (error);
      else
        lanyard_refusal_set_not_published (error);
      return NULL;
    }

  if (reader->zone == NULL)
    lanyard_feed_json_settle_zone (reader, NULL, NULL);
  acronym = lanyard_feed_text_line (draft->strings, acronym);
  name_conference (reader, base_url, &acronym);
  lanyard_draft_identify (draft, base_url, acronym);
  return lanyard_draft_finish (draft);
}
