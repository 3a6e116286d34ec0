/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judges a body by its first and last characters: enough to tell a web page
 * and a cut body from JSON, without reading it. lanyard-exchange.c calls it. */

#include "config.h"

#include <string.h>

#include "lanyard-content.h"

/* Whether a media type, %NULL for an unknown one, is a web page's. */
gboolean
lanyard_content_is_page_type (const char *content_type)
{
  return g_strcmp0 (content_type, "text/html") == 0 || g_strcmp0 (content_type, "application/xhtml+xml") == 0;
}

/* An object or an array that does not end as one. */
static gboolean
is_cut (char first,
        char last)
{
  return (first == '{' && last != '}') || (first == '[' && last != ']');
}

/* @encoding is Content-Encoding, %NULL if there is none. libsoup hands on what
 * it cannot unpack from the first byte on, and what is packed and ends early. */
LanyardContent
lanyard_content_judge (const LanyardResponse *response,
                       const char            *encoding,
                       gboolean               wants_json)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);
  gsize begin = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (encoding != NULL && size >= 2 && memcmp (data, "\x1f\x8b", 2) == 0)
    return LANYARD_CONTENT_PACKED;
  if (!wants_json)
    return LANYARD_CONTENT_GOOD;

  while (begin < size && g_ascii_isspace (data[begin]))
    begin++;
  while (size > begin && g_ascii_isspace (data[size - 1]))
    size--;
  if (lanyard_content_is_page_type (response->content_type) || (begin < size && data[begin] == '<'))
    return LANYARD_CONTENT_PAGE;
  if (begin < size && is_cut (data[begin], data[size - 1]))
    return LANYARD_CONTENT_CUT;
  return LANYARD_CONTENT_GOOD;
}
