/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what a document is that no format can read, in one sentence that says
 * what to do: a server's error, a page to log in at, a file cut short or of
 * another kind; and what several importers refuse in the same words.
 * lanyard-format.c and the importers call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-feed-text.h"
#include "lanyard-format.h"
#include "lanyard-refusal.h"

/* How much of a document tells its kind. */
#define HEAD 4096

/* Longest part of a server's words that is passed on, in characters. */
#define LONGEST_QUOTE 200

static gboolean
contains_any (const char         *text,
              const char * const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* What a server means, from its own words; all it writes is English, but for
 * what a translated page says. */
static LanyardFormatError
classify (const char *words)
{
  static const char * const wants_account[] = {
    "api key", "authenticat", "unauthori", "authoriz", "restricted", "forbidden", "access denied",
    "insufficient_scope", "invalid_token", "not allowed", "permission", "log in", "login", "signature", NULL
  };
  static const char * const knows_nothing[] = { "not found", "does not exist", "no such", NULL };
  g_autofree char *lower = g_ascii_strdown (words, -1);

  if (contains_any (lower, wants_account))
    return LANYARD_FORMAT_ERROR_NOT_AUTHORISED;
  if (contains_any (lower, knows_nothing))
    return LANYARD_FORMAT_ERROR_NOT_FOUND;
  return LANYARD_FORMAT_ERROR_REFUSED;
}

/* Says that a document is no programme, in a sentence that says what it is. */
static void
set_other (GError     **error,
           const char  *sentence)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE, sentence);
}

/* A server's error, of which @code is for programs and @message, if there is
 * one, for people. */
static void
set_server_error (const char  *code,
                  const char  *message,
                  GError     **error)
{
  GStringChunk *strings = g_string_chunk_new (1024);
  g_autofree char *words = g_strconcat (code != NULL ? code : "", " ", message, NULL);
  const char *line = lanyard_feed_text_line (strings, message != NULL ? message : code);
  g_autofree char *quote = g_utf8_substring (line != NULL ? line : "?", 0,
                                             MIN (LONGEST_QUOTE, g_utf8_strlen (line != NULL ? line : "?", -1)));

  g_string_chunk_free (strings);
  switch (classify (words))
    {
    case LANYARD_FORMAT_ERROR_NOT_AUTHORISED:
      g_set_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_AUTHORISED,
                   /* Translators: %s is what the server said, in its language */
                   _("The server does not let you see this (“%s”); log in with an account that may."), quote);
      break;
    case LANYARD_FORMAT_ERROR_NOT_FOUND:
      g_set_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_FOUND,
                   /* Translators: %s is what the server said, in its language */
                   _("The server does not know this event (“%s”); check the address."), quote);
      break;
    case LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE:
    case LANYARD_FORMAT_ERROR_WEB_PAGE:
    case LANYARD_FORMAT_ERROR_MALFORMED:
    case LANYARD_FORMAT_ERROR_TOO_LARGE:
    case LANYARD_FORMAT_ERROR_NOT_PUBLISHED:
    case LANYARD_FORMAT_ERROR_REFUSED:
    case LANYARD_FORMAT_ERROR_MIXED:
    default:
      g_set_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_REFUSED,
                   /* Translators: %s is what the server said, in its language */
                   _("The server answered with an error (“%s”); check the address, or try again later."), quote);
      break;
    }
}

/* Whether JSON is a list of conferences: an object as Giggity has it, or an
 * array as Kongress and Confy do. */
static gboolean
is_directory (JsonNode *root)
{
  JsonObject *object = lanyard_json_node_object (root);
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  JsonObject *first = lanyard_json_length (array) > 0 ? lanyard_json_nth_object (array, 0) : NULL;

  if (object != NULL)
    return lanyard_json_get_array (object, "schedules") != NULL;
  return first != NULL &&
         (lanyard_json_get_string (first, "icalUrl") != NULL ||
          (lanyard_json_get_string (first, "url") != NULL && lanyard_json_get_string (first, "title") != NULL &&
           json_object_has_member (first, "start")));
}

/* Says what JSON is that is no server's error. */
static void
set_from_other_json (JsonNode  *root,
                     GError   **error)
{
  JsonObject *object = lanyard_json_node_object (root);
  const char *type = object != NULL ? lanyard_json_get_string (object, "type") : NULL;

  if (is_directory (root))
    set_other (error, _("This is a directory of conferences, not a programme; choose one of the conferences in it."));
  else if (g_strcmp0 (type, "FeatureCollection") == 0)
    set_other (error, _("This is a map, not a programme; choose the file that the conference’s server exports."));
  else
    set_other (error, _("This is JSON, but no schedule; choose the conference’s schedule or its calendar."));
}

/* Indico writes errors in three shapes: {"message"}, {"error",
 * "error_description"} and {"error": {"title", "message"}}; pretalx writes
 * {"detail"}. */
static void
set_from_tree (JsonNode  *root,
               GError   **error)
{
  JsonObject *object = lanyard_json_node_object (root);
  JsonObject *inner = object != NULL ? lanyard_json_get_object (object, "error") : NULL;
  const char *code = object != NULL ? lanyard_json_get_string (object, "error") : NULL;
  const char *message = object != NULL ? lanyard_json_get_string (object, "message") : NULL;

  if (inner != NULL)
    {
      code = lanyard_json_get_string (inner, "title");
      message = lanyard_json_get_string (inner, "message");
    }
  else if (code != NULL)
    message = lanyard_json_get_string (object, "error_description");
  else if (message == NULL && object != NULL)
    message = lanyard_json_get_string (object, "detail");

  if (code != NULL || message != NULL)
    set_server_error (code, message, error);
  else
    set_from_other_json (root, error);
}

/* Says why a document that is JSON is not a programme. */
void
lanyard_refusal_set_from_json (LanyardJsonDocument  *document,
                               GError              **error)
{
  g_autoptr (JsonNode) root = lanyard_json_text_load (lanyard_json_document_root (document));

  if (lanyard_json_document_check (document, error))
    set_from_tree (root, error);
}

static void
set_web_page (const char  *head,
              GError     **error)
{
  static const char * const asks_for_login[] = { "type=\"password\"", "type='password'", "/login", "log in", NULL };

  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_WEB_PAGE,
                       contains_any (head, asks_for_login)
                           ? _("This is a web page to log in at, not a programme; log in there and export the programme again.")
                           : _("This is a web page, not a programme; choose the file that the conference’s server exports."));
}

/* What somebody chose by mistake. */
static const char document_to_read[] =
    N_("This is a document to read, such as a PDF; choose the conference’s schedule or its calendar.");
static const char compressed_file[] =
    N_("This is a compressed file; unpack it, and choose the schedule or the calendar in it.");
static const char picture[] = N_("This is a picture; choose the conference’s schedule or its calendar.");

/* What the files of other programs have at their beginning; those of an office
 * are zip files, and so are told first. */
static const struct
{
  gsize at;
  const char *bytes;
  gsize n_bytes;
  const char *sentence;
} marks[] = {
  { 0, "%PDF-", 5, document_to_read },
  { 0, "\xd0\xcf\x11\xe0", 4, document_to_read },
  { 30, "mimetypeapplication/", 20, document_to_read },
  { 30, "[Content_Types].xml", 19, document_to_read },
  { 0, "PK\3\4", 4, compressed_file },
  { 0, "\x1f\x8b", 2, compressed_file },
  { 0, "BZh", 3, compressed_file },
  { 0, "\xfd" "7zXZ", 5, compressed_file },
  { 0, "7z\xbc\xaf", 4, compressed_file },
  { 0, "\x28\xb5\x2f\xfd", 4, compressed_file },
  { 0, "Rar!", 4, compressed_file },
  { 0, "\x89PNG", 4, picture },
  { 0, "\xff\xd8\xff", 3, picture },
  { 0, "GIF8", 4, picture },
  { 8, "WEBP", 4, picture },
};

/* What a file of another program is, NULL if its beginning does not tell. */
static const char *
find_sentence (const char *data,
               gsize       size)
{
  while (size > 0 && g_ascii_isspace (*data))
    data++, size--;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].at + marks[i].n_bytes && memcmp (data + marks[i].at, marks[i].bytes, marks[i].n_bytes) == 0)
      return _(marks[i].sentence);
  return NULL;
}

/* Whether the beginning of a document is something to read, but for the last
 * character, which may be cut. */
static gboolean
is_text (const char *data,
         gsize       size)
{
  const char *end;

  for (gsize i = 0; i < size; i++)
    if ((guchar) data[i] < 0x20 && !g_ascii_isspace (data[i]))
      return FALSE;
  return g_utf8_validate_len (data, size, &end) || (size == HEAD && data + size - end < 4);
}

static void
set_from_text (const char  *head,
               gboolean     is_readable,
               GError     **error)
{
  static const char * const pages[] = { "<!doctype html", "<html", "<head", "<body", NULL };

  if (contains_any (head, pages))
    set_web_page (head, error);
  else if (head[0] == '<')
    set_other (error, _("This is XML, but no schedule; choose the conference’s schedule or its calendar."));
  else if (is_readable)
    set_other (error, _("This is plain text, not a programme; choose the conference’s schedule or its calendar."));
  else
    set_other (error, _("This is not a conference’s programme; choose a file that the conference’s server exported."));
}

/* Says that a document was not written as it is. */
void
lanyard_refusal_set_damaged (GError **error)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED,
                       _("The programme is damaged and cannot be read; download it again."));
}

/* Says that nobody's programme is that large, or has so much in one place. */
void
lanyard_refusal_set_too_large (GError **error)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE,
                       _("The file is too large to be a programme; check that it is the right one."));
}

/* Says that documents are not of one conference. */
void
lanyard_refusal_set_mixed (GError **error)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED,
                       _("These files are of different events; open those of one event at a time."));
}

/* Says that there is nothing in a programme, though it is whole. */
void
lanyard_refusal_set_not_published (GError **error)
{
  g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED,
                       _("The programme is not published yet; try again later."));
}

/* Says why a document that no format recognises is not a programme. */
void
lanyard_refusal_set (GBytes  *document,
                     GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autofree char *start = g_strndup (data != NULL ? data : "", MIN (size, HEAD));
  g_autofree char *head = NULL;
  const char *sentence = find_sentence (data, size);

  head = g_ascii_strdown (g_str_has_prefix (start, "\xef\xbb\xbf") ? start + 3 : start, -1);
  g_strchug (head);

  if (size == 0 || (head[0] == '\0' && size < HEAD && strlen (start) == size))
    set_other (error, _("The file is empty; download it again."));
  else if (sentence != NULL)
    set_other (error, sentence);
  else if (head[0] == '{' || head[0] == '[')
    {
      g_autoptr (JsonNode) root = lanyard_json_parse (document, error);

      if (root != NULL)
        set_from_tree (root, error);
    }
  else
    set_from_text (head, is_text (data, MIN (size, HEAD)), error);
}
