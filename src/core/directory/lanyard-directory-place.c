/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all addresses of one conference have in common, so that whoever has the
 * address of a talk's page, or of another format of the same programme, finds
 * the conference in the directory. Pure. */

#include "config.h"

#include <string.h>

#include "lanyard-directory-private.h"

/* Everything from here on is of pages and files of the conference: pretalx,
 * frab, wafer, OSEM and FOSDEM have "/schedule", Sched has "/all.ics". What
 * begins with "/talk" is a server's part for talks of all its conferences. */
static const struct
{
  const char *text;
  gboolean may_begin;
} tails[] = {
  { "/schedule", TRUE },
  { "/talk", FALSE },
  { "/speaker", FALSE },
  { "/event.ics", TRUE },
  { "/all.ics", TRUE },
};

/* Only whole segments count, but for an ending: "/schedule.xml". */
static char *
find_tail (char *path)
{
  char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      char *tail = strstr (tails[i].may_begin || *path == '\0' ? path : path + 1, tails[i].text);
      char next = tail != NULL ? tail[strlen (tails[i].text)] : 'x';

      if ((next == '/' || next == '.' || next == '\0') && (first == NULL || tail < first))
        first = tail;
    }
  return first;
}

/* Where Indico's "/event/20" ends; NULL if there is none. */
static char *
find_event_end (char *path)
{
  char *event = strstr (path, "/event/");
  char *end;

  if (event == NULL)
    return NULL;
  end = event + strlen ("/event/");
  while (g_ascii_isalnum (*end) || *end == '-')
    end++;
  return end > event + strlen ("/event/") && (*end == '/' || *end == '\0') ? end : NULL;
}

static void
strip_slashes (char *path)
{
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
}

/*
 * Says what tells a conference's addresses from those of others. NULL if this
 * is no address.
 */
char *
lanyard_directory_dup_place (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  const char *query;
  char *cut;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_strdup (g_uri_get_path (uri));
  query = g_uri_get_query (uri);
  cut = find_tail (path);
  if (cut == NULL)
    cut = find_event_end (path);
  if (cut != NULL)
    {
      *cut = '\0';
      query = NULL;
    }
  strip_slashes (path);
  return g_strconcat (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, path,
                      query != NULL ? "?" : "", query != NULL ? query : "", NULL);
}
