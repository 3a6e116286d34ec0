/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Indico importer's entry: finds out which of an event's export documents
 * it has been given, whether they are of one event, and reads them best first.
 * lanyard-format.c calls it, in the thread that imports.
 *
 * Three documents make a whole programme, and any of them makes some of it:
 *
 *   /export/event/N.json?detail=sessions       blocks and the talks in them
 *   /export/event/N.json?detail=contributions  every talk, sessions by title
 *   /export/timetable/N.json                   breaks, and what is on the grid
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-indico-private.h"
#include "lanyard-indico.h"
#include "lanyard-refusal.h"

/* How much of a document's two ends tells what it is: what the server says of its
 * answer stands before or after the answer. */
#define END_SIZE (64 * 1024)

/* Which event a document is of. */
typedef struct
{
  char *base; /* nullable: the server's address, without a slash at its end */
  char *id;
} Event;

static void
event_clear (Event *event)
{
  g_clear_pointer (&event->base, g_free);
  g_clear_pointer (&event->id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

/* What is in a document: an event with its lists, or the days of a timetable. */
typedef struct
{
  JsonObject      *event; /* owned, nullable: without its lists */
  LanyardJsonText  blocks;
  LanyardJsonText  contributions;
  LanyardJsonText  days;
} Content;

static void
content_clear (Content *content)
{
  g_clear_pointer (&content->event, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

/* The port, where it is not the scheme's own. */
static int
odd_port (GUri *uri)
{
  int port = g_uri_get_port (uri);
  gboolean is_secure = strcmp (g_uri_get_scheme (uri), "https") == 0;

  return port == (is_secure ? 443 : 80) ? -1 : port;
}

/* A server's address as it is compared: host in lower case, no user, no
 * needless port, no slash at the end. Returns NULL where it is none. */
static char *
dup_base (const char *url,
          gsize       length)
{
  g_autofree char *start = g_strndup (url, length);
  g_autofree char *host = NULL;
  g_autofree char *base = NULL;
  g_autoptr (GUri) uri = g_uri_parse (start, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (strcmp (g_uri_get_scheme (uri), "https") != 0 && strcmp (g_uri_get_scheme (uri), "http") != 0))
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  base = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, host, odd_port (uri),
                     g_uri_get_path (uri), NULL, NULL);
  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  return g_steal_pointer (&base);
}

/* Everything before one of these is the server's address, which may have a
 * path of its own. */
static char *
dup_base_before (const char         *url,
                 const char * const *marks)
{
  for (; url != NULL && *marks != NULL; marks++)
    {
      const char *at = strstr (url, *marks);

      if (at != NULL)
        return dup_base (url, at - url);
    }
  return NULL;
}

/* The address from the event's own page, else from the request that was made:
 * both begin with what the server calls itself. */
static void
find_base (Event      *event,
           JsonObject *envelope,
           JsonObject *object)
{
  static const char * const pages[] = { "/event/", "/conferenceDisplay.py", NULL };
  static const char * const exports[] = { "/export/", "/api/", NULL };

  if (object != NULL)
    event->base = dup_base_before (lanyard_json_get_string (object, "url"), pages);
  if (event->base == NULL)
    event->base = dup_base_before (lanyard_json_get_string (envelope, "url"), exports);
}

static void
set_not_found (GError **error)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND,
                       _("The server knows no such event, or hides it from you; check its address, or sign in."));
}

static char *
dup_id (JsonObject *object,
        const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_STRING && *json_node_get_string (node) != '\0')
    return g_strdup (json_node_get_string (node));
  return NULL;
}

/* Finds the one event in the results of /export/event. Those of other exports,
 * such as one session's, are lists too. */
static gboolean
find_event (LanyardJsonText   results,
            Event            *event,
            Content          *content,
            GError          **error)
{
  static const char * const names[] = { "sessions", "contributions", NULL };
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, results);
  while (lanyard_json_walk_next (&walk))
    {
      LanyardJsonText lists[2];
      g_autoptr (JsonObject) candidate = lanyard_json_text_open (walk.text, names, lists);
      g_autofree char *id = candidate != NULL ? dup_id (candidate, "id") : NULL;

      if (id == NULL)
        {
          lanyard_refusal_set_damaged (error);
          return FALSE;
        }
      if (json_object_has_member (candidate, "conference"))
        {
          g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
                               _("This is one session, not a programme; choose the export of the whole event."));
          return FALSE;
        }
      if (content->event != NULL && strcmp (id, event->id) != 0)
        {
          lanyard_refusal_set_mixed (error);
          return FALSE;
        }
      if (content->event == NULL)
        {
          *content = (Content) { g_steal_pointer (&candidate), lists[0], lists[1], { 0 } };
          event->id = g_steal_pointer (&id);
        }
    }
  if (content->event == NULL && lanyard_json_document_check (results.document, error))
    set_not_found (error);
  return content->event != NULL;
}

static gboolean
is_empty_array (LanyardJsonText text)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, text);
  return lanyard_json_text_is_array (text) && !lanyard_json_walk_next (&walk);
}

/* Finds the one event in the results of /export/timetable, which are an object
 * by event; of two of one name the last counts. An event without days is an
 * empty object, or list. */
static gboolean
find_timetable (LanyardJsonText   results,
                Event            *event,
                Content          *content,
                GError          **error)
{
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_object (&walk, results);
  while (lanyard_json_walk_next (&walk))
    {
      if (event->id != NULL && strcmp (walk.name, event->id) != 0)
        {
          lanyard_refusal_set_mixed (error);
          return FALSE;
        }
      g_set_str (&event->id, walk.name);
      content->days = walk.text;
    }
  if (!lanyard_json_document_check (results.document, error))
    return FALSE;
  if (event->id == NULL)
    {
      set_not_found (error);
      return FALSE;
    }
  if (!lanyard_json_text_is_object (content->days) && !is_empty_array (content->days))
    {
      lanyard_refusal_set_damaged (error);
      return FALSE;
    }
  return TRUE;
}

/* What is in a document: an event or a timetable, and of which event. */
static gboolean
open_document (LanyardJsonDocument  *document,
               Event                *event,
               Content              *content,
               GError              **error)
{
  static const char * const names[] = { "results", NULL };
  LanyardJsonText results;
  g_autoptr (JsonObject) envelope = lanyard_json_text_open (lanyard_json_document_root (document), names, &results);

  if (!lanyard_json_text_is_array (results) && !lanyard_json_text_is_object (results))
    {
      if (envelope != NULL && results.at != NULL)
        lanyard_refusal_set_damaged (error);
      else
        lanyard_refusal_set_from_json (document, error);
      return FALSE;
    }
  if (lanyard_json_text_is_array (results) ? !find_event (results, event, content, error)
                                           : !find_timetable (results, event, content, error))
    return FALSE;
  find_base (event, envelope, content->event);
  return TRUE;
}

/* Whether two documents may be of one event: the same number, and the same
 * server as far as both say. */
static gboolean
is_same_event (const Event *a,
               const Event *b)
{
  if (strcmp (a->id, b->id) != 0)
    return FALSE;
  if (a->base == NULL || b->base == NULL)
    return TRUE;
  return strcmp (strstr (a->base, "://"), strstr (b->base, "://")) == 0;
}

/* Reads one document into the draft. Of two of one kind the newer counts: what
 * only the older has is gone. */
static gboolean
read_document (const LanyardIndicoDocument  *document,
               LanyardDraft                 *draft,
               Event                        *event,
               gboolean                     *has_detail,
               GError                      **error)
{
  g_autoptr (LanyardJsonDocument) opened = lanyard_json_document_new (document->bytes, error);
  g_auto (Event) found = { 0 };
  g_auto (Content) content = { 0 };
  LanyardIndicoDetail detail;

  if (opened == NULL || !open_document (opened, &found, &content, error))
    return FALSE;
  if (event->id != NULL && !is_same_event (event, &found))
    {
      lanyard_refusal_set_mixed (error);
      return FALSE;
    }
  if (event->id == NULL)
    event->id = g_strdup (found.id);
  if (event->base == NULL)
    event->base = g_steal_pointer (&found.base);

  detail = content.event == NULL ? LANYARD_INDICO_TIMETABLE : document->detail;
  if (has_detail[detail] && detail != LANYARD_INDICO_EVENT)
    return TRUE;
  has_detail[detail] = TRUE;

  if (content.event != NULL)
    lanyard_indico_read_event (&(LanyardIndicoReader) { draft, event->base }, content.event, content.blocks,
                               content.contributions);
  else
    lanyard_indico_read_timetable (&(LanyardIndicoReader) { draft, event->base }, content.days);
  return lanyard_json_document_check (opened, error);
}

/* Gives the conference its identity, and a name where only a timetable, which
 * tells none, has been read. */
static void
name_conference (LanyardDraft *draft,
                 const Event  *event)
{
  LanyardConferenceFields *conference = &draft->conference;
  g_autofree char *address = NULL;
  g_autofree char *title = NULL;

  if (event->base != NULL)
    address = g_strconcat (event->base, "/event/", event->id, "/", NULL);
  else
    address = g_strconcat ("indico:", event->id, NULL);
  conference->feed_id = g_string_chunk_insert (draft->strings, address);
  if (conference->url == NULL && event->base != NULL)
    conference->url = conference->feed_id;

  if (conference->title != NULL)
    return;
  if (event->base != NULL)
    /* Translators: a conference whose name is unknown; the first %s is its number, the second its server */
    title = g_strdup_printf (_("Event %s at %s"), event->id, strstr (event->base, "://") + 3);
  else
    /* Translators: a conference whose name is unknown; %s is its number */
    title = g_strdup_printf (_("Event %s"), event->id);
  conference->title = g_string_chunk_insert (draft->strings, title);
}

static gboolean
is_empty (LanyardProgramme *programme)
{
  return lanyard_programme_get_talks (programme)->len == 0 &&
         lanyard_programme_get_blocks (programme)->len == 0 &&
         lanyard_programme_get_breaks (programme)->len == 0;
}

/**
 * lanyard_indico_dup_event_address:
 * @url: (nullable): the address of an event, or of anything in it
 *
 * Finds out which event an address is of.
 *
 * Returns: (transfer full) (nullable): the event's address as the conference's
 *   feed id has it, "https://host/event/20/"; %NULL if it is of none
 */
char *
lanyard_indico_dup_event_address (const char *url)
{
  static const char * const pages[] = { "/event/", NULL };
  g_autofree char *base = dup_base_before (url, pages);
  const char *number = base != NULL ? strstr (url, "/event/") + strlen ("/event/") : NULL;
  gsize n_digits = number != NULL ? strspn (number, "0123456789") : 0;

  return n_digits > 0 ? g_strdup_printf ("%s/event/%.*s/", base, (int) n_digits, number) : NULL;
}

static gboolean
says_result (const char *data,
             gsize       size)
{
  return memmem (data, size, "\"HTTPAPIResult\"", 15) != NULL;
}

/**
 * lanyard_indico_sniff:
 * @document: bytes
 *
 * Says whether bytes look like an answer of Indico's export, whole or cut
 * off.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_indico_sniff (GBytes *document)
{
  gsize size;
  const char *data;
  g_autofree char *head = NULL;
  const char *start;

  g_return_val_if_fail (document != NULL, FALSE);

  data = g_bytes_get_data (document, &size);
  if (size == 0)
    return FALSE;
  head = g_strndup (data, MIN (size, 1024));
  start = g_str_has_prefix (head, "\xef\xbb\xbf") ? head + 3 : head;
  start += strspn (start, " \t\r\n");
  if (*start != '{')
    return FALSE;
  return strstr (start, "\"additionalInfo\"") != NULL || says_result (data, MIN (size, END_SIZE)) ||
         says_result (data + size - MIN (size, END_SIZE), MIN (size, END_SIZE));
}

/**
 * lanyard_indico_read:
 * @documents: (element-type GBytes): an event's export documents, in any order
 * @options: what they do not say themselves; Indico's say all of it
 * @error: return location for an error
 *
 * Reads the export documents of one Indico event, of Indico 1.2 to 3.3, all of
 * them or some.
 *
 * Talks are known by `db_id`, sessions by `db_id`, blocks by their number,
 * persons by `person_id`; what an export tells by title only is known by that
 * ("t:Title"). Breaks have no lasting number: see lanyard-draft-finish.c.
 * The conference's feed id is the event's address, "https://host/event/20/".
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR; %LANYARD_FORMAT_ERROR_NOT_PUBLISHED where the event
 *   exists but has no programme yet
 */
LanyardProgramme *
lanyard_indico_read (GPtrArray                 *documents,
                     const LanyardReadOptions  *options,
                     GError                   **error)
{
  g_autoptr (LanyardDraft) draft = lanyard_draft_new ();
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;
  g_auto (Event) event = { 0 };
  gboolean has_detail[LANYARD_INDICO_N_DETAILS] = { FALSE };

  g_return_val_if_fail (documents != NULL && documents->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  sorted = lanyard_indico_sort_documents (documents);
  for (guint i = 0; i < sorted->len; i++)
    if (!read_document (&g_array_index (sorted, LanyardIndicoDocument, i), draft, &event, has_detail, error))
      return NULL;

  name_conference (draft, &event);
  programme = lanyard_draft_finish (draft);
  if (!is_empty (programme))
    return g_steal_pointer (&programme);

  if (lanyard_programme_get_n_skipped (programme) > 0)
    lanyard_refusal_set_damaged (error);
  else
    lanyard_refusal_set_not_published (error);
  return NULL;
}
