/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an answer sends to, and whether one may go there. lanyard-exchange.c
 * calls it; libsoup's own redirects are off, as they know no such rule. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-net-error.h"
#include "lanyard-origin.h"
#include "lanyard-redirect.h"

static const char *
get_location (SoupMessage *message)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
}

/* A password in it is left out: none is sent on behalf of a server. */
static GUri *
parse_location (const char *location,
                GUri       *from)
{
  g_autoptr (GUri) parsed = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) bare = NULL;
  g_autofree char *url = NULL;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL)
    return NULL;
  bare = soup_uri_copy (parsed, SOUP_URI_USER, NULL, SOUP_URI_PASSWORD, NULL, SOUP_URI_NONE);
  url = g_uri_to_string (bare);
  return lanyard_origin_parse_url (url, NULL);
}

/* What an API key has signed is for its own server, which may send it on with
 * the rest of the query when it has moved. */
static GUri *
without_signature (GUri *uri)
{
  static const char * const names[] = { "ak", "signature", "timestamp", NULL };
  g_auto (GStrv) parameters = g_strsplit (g_uri_get_query (uri), "&", -1);
  GString *query = g_string_new (NULL);
  g_autofree char *kept = NULL;

  for (guint i = 0; parameters[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (parameters[i], strcspn (parameters[i], "="));

      if (!g_strv_contains (names, name))
        g_string_append_printf (query, "%s%s", query->len > 0 ? "&" : "", parameters[i]);
    }
  kept = g_string_free_and_steal (query);
  return soup_uri_copy (uri, SOUP_URI_QUERY, *kept != '\0' ? kept : NULL, SOUP_URI_NONE);
}

static gboolean
is_signed (GUri *uri)
{
  return g_uri_get_query (uri) != NULL && strstr (g_uri_get_query (uri), "signature=") != NULL;
}

static gboolean
is_elsewhere (GUri *from,
              GUri *next)
{
  g_autofree char *origin = lanyard_origin_dup (from);
  g_autofree char *next_origin = lanyard_origin_dup (next);

  return !g_str_equal (origin, next_origin);
}

/* Whether an answer is a redirect. */
gboolean
lanyard_redirect_is (SoupMessage *message)
{
  guint status = soup_message_get_status (message);

  return get_location (message) != NULL &&
         (status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER ||
          status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT);
}

/* Where a redirect leads, without the fragment, and without a signature if that
 * is another server; LANYARD_NET_ERROR_REDIRECTS if
 * that is nothing on the web, or goes from https to http. @host is what people
 * call the server that redirects. */
GUri *
lanyard_redirect_parse (SoupMessage  *message,
                        GUri         *from,
                        const char   *host,
                        GError      **error)
{
  g_autoptr (GUri) next = parse_location (get_location (message), from);

  if (next == NULL)
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_REDIRECTS,
                   _("“%s” redirects to something that is not an address on the web; check the address."), host);
      return NULL;
    }
  if (g_str_equal (g_uri_get_scheme (from), "https") && g_str_equal (g_uri_get_scheme (next), "http"))
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_REDIRECTS,
                   _("“%s” redirects to a page that is not encrypted, which is not safe; tell those who run the server."),
                   host);
      return NULL;
    }
  if (is_signed (from) && is_signed (next) && is_elsewhere (from, next))
    return without_signature (next);
  return g_steal_pointer (&next);
}
