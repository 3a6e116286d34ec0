/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an address leads: its origin, whether that is this computer, and
 * whether a secret may go there. The fetcher and what makes addresses call
 * it. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "lanyard-net-error.h"
#include "lanyard-origin.h"

/* -1 for the usual one. */
static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);
  int usual = g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;

  return port == usual ? -1 : port;
}

/**
 * lanyard_origin_parse_url:
 * @url: an address
 * @error: %LANYARD_NET_ERROR_ADDRESS
 *
 * Reads an address that can be fetched: http or https, with a host and without
 * a user or password in it. The fragment is left out.
 *
 * Returns: (transfer full) (nullable): the address, with scheme and port as usual
 */
GUri *
lanyard_origin_parse_url (const char  *url,
                          GError     **error)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (url != NULL, NULL);

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0' ||
      g_uri_get_userinfo (uri) != NULL || g_strv_contains ((const char *[]) { "http", "https", NULL },
                                                           g_uri_get_scheme (uri)) == FALSE)
    {
      /* The address itself is not repeated: it may hold a password. */
      g_set_error_literal (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS,
                           _("This is not an address on the web; check it, and leave out names and passwords."));
      return NULL;
    }
  return soup_uri_copy (uri, SOUP_URI_FRAGMENT, NULL, SOUP_URI_NONE);
}

/**
 * lanyard_origin_dup:
 * @uri: an address from lanyard_origin_parse_url()
 *
 * Gets scheme, host and port, in small letters and without the usual port, as
 * a credential names it.
 *
 * Returns: (transfer full): "https://lpc.events" or "http://127.0.0.1:8080"
 */
char *
lanyard_origin_dup (GUri *uri)
{
  g_autofree char *host = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, host, get_port (uri), "", NULL, NULL);
}

/**
 * lanyard_origin_dup_host:
 * @uri: an address from lanyard_origin_parse_url()
 *
 * Gets what people call the server.
 *
 * Returns: (transfer full): the host, with its port if that is unusual
 */
char *
lanyard_origin_dup_host (GUri *uri)
{
  g_autofree char *origin = lanyard_origin_dup (uri);

  return g_strdup (origin + strlen (g_uri_get_scheme (uri)) + strlen ("://"));
}

/**
 * lanyard_origin_dup_readable:
 * @origin: scheme, host and port, as a credential names them
 *
 * Gets what people call the server.
 *
 * Returns: (transfer full): the host, with its port if that is unusual
 */
char *
lanyard_origin_dup_readable (const char *origin)
{
  g_autoptr (GUri) uri = lanyard_origin_parse_url (origin, NULL);

  return uri != NULL ? lanyard_origin_dup_host (uri) : g_strdup (origin);
}

/**
 * lanyard_origin_is_loopback:
 * @uri: an address from lanyard_origin_parse_url()
 *
 * Tells whether @uri is on this computer, whatever the network.
 *
 * Returns: whether it is
 */
gboolean
lanyard_origin_is_loopback (GUri *uri)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  if (g_ascii_strcasecmp (g_uri_get_host (uri), "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (g_uri_get_host (uri));
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/**
 * lanyard_origin_is_private:
 * @uri: an address from lanyard_origin_parse_url()
 *
 * Tells whether nobody on the way can read what is sent to @uri.
 *
 * Returns: whether it is https, or this computer
 */
gboolean
lanyard_origin_is_private (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return g_str_equal (g_uri_get_scheme (uri), "https") || lanyard_origin_is_loopback (uri);
}

/**
 * lanyard_origin_matches:
 * @uri: an address from lanyard_origin_parse_url()
 * @credential: a secret
 *
 * Tells whether @uri is at the server that @credential is for.
 *
 * Returns: whether it is
 */
gboolean
lanyard_origin_matches (GUri              *uri,
                        LanyardCredential *credential)
{
  g_autoptr (GUri) other = NULL;
  g_autofree char *its_origin = NULL;
  g_autofree char *origin = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);
  g_return_val_if_fail (credential != NULL, FALSE);

  other = lanyard_origin_parse_url (credential->origin, NULL);
  if (other == NULL)
    return FALSE;
  its_origin = lanyard_origin_dup (other);
  origin = lanyard_origin_dup (uri);
  return g_str_equal (origin, its_origin);
}
