/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The importer of the XML that Pentabarf began with and that FOSDEM, frab,
 * pretalx, the CCC's hub, wafer, OSEM and others write, each in its own way:
 *
 *   <schedule>
 *     <conference><title/><time_zone_name/><day_change/> … </conference>
 *     <day date=""><room name=""><event id=""> … </event></room></day>
 *   </schedule>
 *
 * A file that is not well-formed is mended and read as far as possible, and
 * that is remarked on. lanyard-format.c calls it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-frab-private.h"
#include "lanyard-frab.h"
#include "lanyard-refusal.h"
#include "lanyard-xml-mend.h"

/* How much of a file tells what it is. */
#define HEAD (64 * 1024)

static void
reader_init (LanyardFrabReader        *reader,
             const LanyardReadOptions *options)
{
  *reader = (LanyardFrabReader) { 0 };
  lanyard_feed_json_open (&reader->feed, options);
  reader->tags = g_array_new (FALSE, FALSE, sizeof (guint8));
  reader->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader->text = g_string_sized_new (4096);
  reader->days = g_ptr_array_new_with_free_func (g_free);
  reader->times = g_array_new (FALSE, FALSE, sizeof (LanyardFrabTimes));
  reader->slugs = g_hash_table_new (g_str_hash, g_str_equal);
  reader->colors = g_hash_table_new (g_str_hash, g_str_equal);
  reader->biographies = g_hash_table_new (g_str_hash, g_str_equal);
  reader->mentions = g_hash_table_new (NULL, NULL);
}

static void
reader_clear (LanyardFrabReader *reader)
{
  lanyard_frab_event_clear (&reader->event);
  g_clear_pointer (&reader->tags, g_array_unref);
  g_clear_pointer (&reader->offsets, g_array_unref);
  if (reader->text != NULL)
    g_string_free (g_steal_pointer (&reader->text), TRUE);
  g_clear_pointer (&reader->days, g_ptr_array_unref);
  g_clear_pointer (&reader->times, g_array_unref);
  g_clear_pointer (&reader->slugs, g_hash_table_unref);
  g_clear_pointer (&reader->colors, g_hash_table_unref);
  g_clear_pointer (&reader->biographies, g_hash_table_unref);
  g_clear_pointer (&reader->mentions, g_hash_table_unref);
  g_clear_pointer (&reader->known, g_hash_table_unref);
  lanyard_feed_reader_clear (&reader->feed);
}

typedef LanyardFrabReader Reader;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Whether a text has its root's end, or else breaks off before it. */
static gboolean
is_closed (GBytes *text)
{
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  return memmem (data, size, "</schedule", 10) != NULL;
}

/* The end of one document, which may have come unexpectedly. The event that was
 * cut off with it is lost. */
static void
end_document (Reader *reader)
{
  if (reader->is_in_event)
    lanyard_feed_json_skip (&reader->feed, LANYARD_KIND_TALK, reader->event.title, reader->n_events + 1);
  lanyard_frab_event_clear (&reader->event);
  reader->is_in_event = FALSE;
  reader->n_raw = 0;
  reader->day = NULL;
  reader->room = NULL;
  g_array_set_size (reader->tags, 0);
  g_array_set_size (reader->offsets, 0);
  g_string_truncate (reader->text, 0);
}

/* One document, ready to be parsed. */
typedef struct
{
  GBytes *text; /* owned: from the root element on, in UTF-8 */
  gboolean is_mended;
} Document;

static void
document_clear (gpointer data)
{
  Document *document = data;

  g_clear_pointer (&document->text, g_bytes_unref);
}

/* The larger ones first, so that the order in which they are given decides nothing. */
static int
compare_documents (gconstpointer a,
                   gconstpointer b)
{
  const Document *left = a;
  const Document *right = b;
  gsize left_size = g_bytes_get_size (left->text);
  gsize right_size = g_bytes_get_size (right->text);

  return left_size != right_size ? (left_size < right_size) - (left_size > right_size)
                                 : g_bytes_compare (left->text, right->text);
}

static GArray *
prepare (GPtrArray  *documents,
         gboolean    mends,
         GError    **error)
{
  g_autoptr (GArray) prepared = g_array_new (FALSE, FALSE, sizeof (Document));

  g_array_set_clear_func (prepared, document_clear);
  for (guint i = 0; i < documents->len; i++)
    {
      Document document = { NULL };
      g_autoptr (GBytes) decoded = lanyard_xml_decode (g_ptr_array_index (documents, i), &document.is_mended);

      document.text = lanyard_xml_find_root (decoded, "schedule");
      if (document.text == NULL)
        {
          lanyard_refusal_set_damaged (error);
          return NULL;
        }
      if (mends)
        {
          g_autoptr (GBytes) text = g_steal_pointer (&document.text);

          document.text = lanyard_xml_mend (text);
        }
      g_array_append_val (prepared, document);
    }
  g_array_sort (prepared, compare_documents);
  return g_steal_pointer (&prepared);
}

/* Of several documents each one tells the same conference. */
static gboolean
check_same (Reader  *reader,
            char   **title,
            GError **error)
{
  const char *other = reader->feed.draft->conference.title;

  reader->feed.draft->conference.title = NULL;
  if (*title == NULL)
    *title = g_strdup (other);
  if (g_strcmp0 (*title, other) == 0)
    return TRUE;
  lanyard_refusal_set_mixed (error);
  return FALSE;
}

/* What the documents before had, so that it is not read again. */
static void
note_known (Reader *reader)
{
  const GPtrArray *talks = reader->feed.draft->talks;

  if (reader->known == NULL)
    reader->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < talks->len; i++)
    g_hash_table_add (reader->known, (char *) ((LanyardDraftTalk *) g_ptr_array_index (talks, i))->fields.item.key);
}

static LanyardProgramme *
finish (Reader  *reader,
        GError **error)
{
  LanyardFeedReader *feed = &reader->feed;

  lanyard_frab_settle_times (reader);
  lanyard_frab_tell_persons (reader);
  feed->draft->conference.description_format = LANYARD_TEXT_PLAIN;
  if (feed->draft->conference.url == NULL)
    feed->draft->conference.url = lanyard_feed_json_url (feed, reader->base_url);
  return lanyard_feed_json_close (feed, reader->base_url != NULL ? reader->base_url : feed->options->address,
                                  reader->acronym, error);
}

/* Reads the documents. Without @mends, the first mistake in one of them ends
 * it, and @is_ill_formed says so. */
static LanyardProgramme *
read_documents (GPtrArray                 *documents,
                const LanyardReadOptions  *options,
                gboolean                   mends,
                gboolean                  *is_ill_formed,
                GError                   **error)
{
  g_autoptr (GArray) prepared = prepare (documents, mends, error);
  g_auto (Reader) reader = { 0 };
  g_autofree char *title = NULL;

  if (prepared == NULL)
    return NULL;
  reader_init (&reader, options);
  for (guint i = 0; i < prepared->len; i++)
    {
      const Document *document = &g_array_index (prepared, Document, i);
      LanyardFrabOutcome outcome;

      if (i > 0 && g_bytes_equal (document->text, g_array_index (prepared, Document, i - 1).text))
        continue;
      outcome = lanyard_frab_parse (&reader, document->text, mends);
      *is_ill_formed = outcome == LANYARD_FRAB_ILL_FORMED;
      if (outcome == LANYARD_FRAB_TOO_DEEP || (*is_ill_formed && !mends))
        {
          lanyard_refusal_set_damaged (error);
          return NULL;
        }
      end_document (&reader);
      if (mends && !is_closed (document->text))
        lanyard_draft_remark_once (reader.feed.draft, LANYARD_REMARK_CUT_OFF);
      else if (mends || document->is_mended)
        lanyard_draft_remark_once (reader.feed.draft, LANYARD_REMARK_MENDED);
      if (!check_same (&reader, &title, error))
        return NULL;
      note_known (&reader);
    }
  if (title != NULL)
    reader.feed.draft->conference.title = g_string_chunk_insert (reader.feed.draft->strings, title);
  return finish (&reader, error);
}

/* Whether the parser gave up because of how much there is in one place. */
static gboolean
has_long_piece (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      gboolean is_mended;
      g_autoptr (GBytes) decoded = lanyard_xml_decode (g_ptr_array_index (documents, i), &is_mended);

      if (lanyard_xml_has_long_piece (decoded))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_frab_sniff:
 * @document: bytes
 *
 * Says whether bytes look like the XML of frab or Pentabarf, whole or cut off:
 * a "schedule" with a "conference" or an "event" in it. Others have schedules
 * of their own kind.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_frab_sniff (GBytes *document)
{
  g_autoptr (GBytes) head = NULL;
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GBytes) root = NULL;
  gboolean is_mended;
  const char *data;
  gsize size;

  g_return_val_if_fail (document != NULL, FALSE);

  head = g_bytes_new_from_bytes (document, 0, MIN (g_bytes_get_size (document), HEAD) & ~(gsize) 1);
  decoded = lanyard_xml_decode (head, &is_mended);
  root = lanyard_xml_find_root (decoded, "schedule");
  if (root == NULL)
    return FALSE;
  data = g_bytes_get_data (root, &size);
  return memmem (data, size, "<conference", 11) != NULL || memmem (data, size, "<event", 6) != NULL;
}

/**
 * lanyard_frab_read:
 * @documents: (element-type GBytes): one conference's documents, in any order
 * @options: what they do not say themselves
 * @error: return location for an error
 *
 * Reads the XML of Pentabarf, frab, pretalx and those that write like them
 * (https://c3voc.de/schedule/schema.xsd).
 *
 * Talks are known by `guid`, else `code`, else `id`, else their address; tracks
 * become sessions. Entities are not expanded and nothing is fetched.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_frab_read (GPtrArray                 *documents,
                   const LanyardReadOptions  *options,
                   GError                   **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_ill_formed = FALSE;
  LanyardProgramme *programme;

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  programme = read_documents (documents, options, FALSE, &is_ill_formed, &failure);
  if (programme == NULL && is_ill_formed)
    {
      g_clear_error (&failure);
      programme = read_documents (documents, options, TRUE, &is_ill_formed, &failure);
    }
  if (programme == NULL && is_ill_formed && has_long_piece (documents))
    lanyard_refusal_set_too_large (error);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return programme;
}
