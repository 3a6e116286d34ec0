/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judges a body by its first and last characters: enough to tell a web page
 * and a cut body from JSON, without reading it. lanyard-exchange.c calls it. */

#include "config.h"

#include <string.h>

#include "lanyard-content.h"

/* How much of a body tells its kind. */
#define HEAD 2048

/* Whether a media type, %NULL for an unknown one, is a web page's. */
gboolean
lanyard_content_is_page_type (const char *content_type)
{
  return g_strcmp0 (content_type, "text/html") == 0 || g_strcmp0 (content_type, "application/xhtml+xml") == 0;
}

/* Whether a body is a web page, whatever its type is said to be. A schedule may
 * have HTML in it. */
gboolean
lanyard_content_is_page (GBytes *body)
{
  static const char * const schedules[] = { "<schedule", "<icalendar", "begin:vcalendar" };
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *start = g_strndup (data != NULL ? data : "", MIN (size, HEAD));
  g_autofree char *head = g_ascii_strdown (start, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (schedules); i++)
    if (strstr (head, schedules[i]) != NULL)
      return FALSE;
  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL;
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
                       const LanyardRequest  *request)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);
  gsize begin = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (encoding != NULL && size >= 2 && memcmp (data, "\x1f\x8b", 2) == 0)
    return LANYARD_CONTENT_PACKED;
  if (request->wants_document)
    return lanyard_content_is_page (response->body) ? LANYARD_CONTENT_PAGE : LANYARD_CONTENT_GOOD;
  if (!request->wants_json)
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
