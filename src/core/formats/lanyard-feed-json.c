/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small things that schedules in JSON are made of: ids, texts in one
 * language or in several, addresses, times. The importers of such schedules
 * call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-rich-text.h"

#include "lanyard-feed-json.h"
#include "lanyard-feed-text.h"

/* Whether a text's language is one that the user reads: "de" is also that of
 * somebody who reads "de_AT", and "de-formal" that of who reads "de". */
static gboolean
is_language (const char *key,
             const char *wanted,
             gboolean    exactly)
{
  gsize length = strcspn (wanted, ".@");

  if (exactly)
    return strlen (key) == length && g_ascii_strncasecmp (key, wanted, length) == 0;
  length = strcspn (wanted, "_-.@");
  return strcspn (key, "_-") == length && g_ascii_strncasecmp (key, wanted, length) == 0;
}

static const char *
find_language (JsonObject *texts,
               const char *wanted)
{
  for (int pass = 0; pass < 2; pass++)
    {
      JsonObjectIter iter;
      const char *key;

      json_object_iter_init_ordered (&iter, texts);
      while (json_object_iter_next_ordered (&iter, &key, NULL))
        {
          const char *text = lanyard_json_get_string (texts, key);

          if (text != NULL && *text != '\0' && is_language (key, wanted, pass == 0))
            return text;
        }
    }
  return NULL;
}

/* "de", "gsw", "pt_BR", "de-formal". */
static gboolean
looks_like_language (const char *key)
{
  gsize length = strspn (key, "abcdefghijklmnopqrstuvwxyz");

  return (length == 2 || length == 3) && (key[length] == '\0' || key[length] == '-' || key[length] == '_');
}

/* Of a text in several languages the one that the user reads best, else the
 * English one, else the first. */
static const char *
pick_language (LanyardFeedReader *reader,
               JsonObject        *texts)
{
  const char * const *languages = reader->options->languages;
  const char *text = NULL;
  JsonObjectIter iter;
  const char *key;

  for (; text == NULL && languages != NULL && *languages != NULL; languages++)
    text = find_language (texts, *languages);
  if (text == NULL)
    text = find_language (texts, "en");

  json_object_iter_init_ordered (&iter, texts);
  while (text == NULL && json_object_iter_next_ordered (&iter, &key, NULL))
    {
      text = looks_like_language (key) ? lanyard_json_get_string (texts, key) : NULL;
      if (text != NULL && *text == '\0')
        text = NULL;
    }
  return text;
}

/* The text that a node is, as the feed has it: a string, or one of several by
 * their languages ({"en": …, "de": …}). NULL where it is neither. */
const char *
lanyard_feed_json_text (LanyardFeedReader *reader,
                        JsonNode          *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return pick_language (reader, json_node_get_object (node));
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  return NULL;
}

/* An id, which some write as a number and others as a string. */
const char *
lanyard_feed_json_id (LanyardFeedReader *reader,
                      JsonObject        *object,
                      const char        *name)
{
  return lanyard_json_get_id (object, name, reader->draft->strings);
}

/* A name or title, in the user's language; NULL where it is missing or blank. */
const char *
lanyard_feed_json_line (LanyardFeedReader *reader,
                        JsonObject        *object,
                        const char        *name)
{
  return lanyard_feed_text_line (reader->draft->strings,
                                 lanyard_feed_json_text (reader, json_object_get_member (object, name)));
}

/* A text of several lines, in the user's language. */
const char *
lanyard_feed_json_block (LanyardFeedReader *reader,
                         JsonObject        *object,
                         const char        *name)
{
  return lanyard_feed_text_block (reader->draft->strings,
                                  lanyard_feed_json_text (reader, json_object_get_member (object, name)));
}

/* The name of a thing that is written as its name alone, in one language or
 * several, or as an object with a "name" or "title", which may be so again. */
const char *
lanyard_feed_json_name (LanyardFeedReader *reader,
                        JsonObject        *object,
                        const char        *name)
{
  JsonObject *thing = lanyard_json_get_object (object, name);

  if (thing != NULL && json_object_has_member (thing, "name"))
    return lanyard_feed_json_line (reader, thing, "name");
  if (thing != NULL && json_object_has_member (thing, "title"))
    return lanyard_feed_json_line (reader, thing, "title");
  return lanyard_feed_json_line (reader, object, name);
}

/* Whether an address without a scheme begins with a host, "example.org/knots",
 * rather than with a folder or a file, "knots.pdf". */
static gboolean
begins_with_host (const char *url)
{
  static const char * const endings[] = { "bib", "csv", "doc", "docx", "epub", "flac", "gif", "gz", "htm", "html", "ics", "jpeg",
                                          "jpg", "json", "key", "md", "mkv", "mp4", "odg", "odp", "ods", "odt", "ogg", "opus",
                                          "pdf", "php", "png", "ppt", "pptx", "svg", "tar", "tex", "tgz", "txt", "wav", "webm",
                                          "webp", "xls", "xlsx", "xml", "xz", "zip", NULL };
  g_autofree char *host = g_ascii_strdown (url, strcspn (url, "/?#"));
  const char *dot = strrchr (host, '.');

  if (g_str_has_prefix (host, "www."))
    return TRUE;
  return dot != NULL && dot > host && strlen (dot) > 2 && strspn (dot + 1, "abcdefghijklmnopqrstuvwxyz") == strlen (dot + 1) &&
         strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen (host) && strstr (host, "..") == NULL &&
         !g_strv_contains (endings, dot + 1);
}

/* An address that is absolute and safe to open, or NULL. @line is one, and may be
 * what is returned. People leave out the scheme, or write words; frab writes
 * addresses of its files from "/system/" on, although they lie below the
 * schedule, and "missing.png" for files that are not there. */
const char *
lanyard_feed_json_url_of (LanyardFeedReader *reader,
                          const char        *line)
{
  g_autofree char *absolute = NULL;
  const char *url = line;
  gboolean is_absolute;

  if (url == NULL || g_str_has_suffix (url, "/missing.png") || (strchr (url, ' ') != NULL && strchr (url, '/') == NULL))
    return NULL;

  is_absolute = g_uri_peek_scheme (url) != NULL;
  if (!is_absolute && begins_with_host (url))
    {
      absolute = g_strconcat ("https://", url, NULL);
      url = g_string_chunk_insert (reader->draft->strings, absolute);
    }
  else if (!is_absolute)
    {
      if (reader->base == NULL)
        return NULL;
      absolute = g_uri_resolve_relative (reader->base, g_str_has_prefix (url, "/system/") ? url + 1 : url,
                                         G_URI_FLAGS_ENCODED, NULL);
      if (absolute == NULL)
        return NULL;
      url = g_string_chunk_insert (reader->draft->strings, absolute);
    }
  return lanyard_url_is_safe (url) ? url : NULL;
}

/* Likewise of any text; the address is the draft's. */
const char *
lanyard_feed_json_url (LanyardFeedReader *reader,
                       const char        *url)
{
  return lanyard_feed_json_url_of (reader, lanyard_feed_text_line (reader->draft->strings, url));
}

/* "#rrggbb", or NULL. */
const char *
lanyard_feed_json_color (LanyardFeedReader *reader,
                         JsonObject        *object,
                         const char        *name)
{
  return lanyard_feed_text_color (reader->draft->strings, lanyard_json_get_string (object, name));
}

/* A time as it is written. */
gboolean
lanyard_feed_json_stamp (JsonObject       *object,
                         const char       *name,
                         LanyardFeedStamp *stamp)
{
  return lanyard_feed_stamp_read (lanyard_json_get_string (object, name), stamp);
}

/* A time of a date and a clock, in UTC seconds; %LANYARD_NO_TIME where there is
 * none that could be read. */
gint64
lanyard_feed_json_instant (LanyardFeedReader *reader,
                           JsonObject        *object,
                           const char        *name)
{
  LanyardFeedStamp stamp;

  if (!lanyard_feed_json_stamp (object, name, &stamp) || !stamp.has_clock)
    return LANYARD_NO_TIME;
  return lanyard_feed_stamp_resolve (&stamp, reader->draft, reader->zone);
}

/* A duration in seconds, from a text or from a number of minutes. */
gboolean
lanyard_feed_json_duration (JsonObject *object,
                            const char *name,
                            guint      *seconds)
{
  double minutes;

  if (!lanyard_json_get_number (object, name, &minutes))
    return lanyard_feed_duration_read (lanyard_json_get_string (object, name), seconds);
  if (minutes < 0 || minutes > 31 * 24 * 60)
    return FALSE;
  *seconds = (guint) (minutes * 60 + 0.5);
  return TRUE;
}
