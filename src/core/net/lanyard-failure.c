/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in one sentence why a connection failed: from the errors of GIO and
 * libsoup, and from what is wrong with a certificate, to a LanyardNetError.
 * lanyard-exchange.c calls it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "lanyard-failure.h"

/* What a user can do something about comes first. */
static GError *
new_for_certificate (GTlsCertificateFlags  flags,
                     const char           *host)
{
  const int code = LANYARD_NET_ERROR_TLS;

  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate of “%s” was revoked, so nothing is sent there; tell those who run the server."), host);
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate of “%s” is not valid yet; check the clock of this computer."), host);
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate of “%s” has expired; check the clock of this computer, or tell those who run the server."), host);
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate is not for “%s”, so this may be another server; check the address and the network."), host);
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate of “%s” is from an authority that this computer does not trust; check the network, or tell those who run the server."), host);
  if (flags & G_TLS_CERTIFICATE_INSECURE)
    return g_error_new (LANYARD_NET_ERROR, code,
                        _("The certificate of “%s” is too weak to be trusted; tell those who run the server."), host);
  return g_error_new (LANYARD_NET_ERROR, code,
                      _("The certificate of “%s” cannot be trusted; tell those who run the server."), host);
}

static GError *
new_for_tls (const GError              *cause,
             const LanyardFailurePlace *place)
{
  if (place->flags != G_TLS_CERTIFICATE_NO_FLAGS || g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return new_for_certificate (place->flags, place->host);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TLS,
                      _("A secure connection to “%s” cannot be made; check the address and the network."), place->host);
}

static gboolean
is_one_of (const GError *cause,
           GQuark        domain,
           const int    *codes,
           gsize         n_codes)
{
  if (cause->domain != domain)
    return FALSE;
  for (gsize i = 0; i < n_codes; i++)
    if (cause->code == codes[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_of_proxy (const GError *cause)
{
  static const int codes[] = {
    G_IO_ERROR_PROXY_FAILED, G_IO_ERROR_PROXY_AUTH_FAILED, G_IO_ERROR_PROXY_NEED_AUTH, G_IO_ERROR_PROXY_NOT_ALLOWED
  };

  return is_one_of (cause, G_IO_ERROR, codes, G_N_ELEMENTS (codes));
}

static gboolean
is_unreachable (const GError *cause)
{
  static const int codes[] = {
    G_IO_ERROR_HOST_UNREACHABLE, G_IO_ERROR_NETWORK_UNREACHABLE, G_IO_ERROR_HOST_NOT_FOUND, G_IO_ERROR_PERMISSION_DENIED
  };

  return is_one_of (cause, G_IO_ERROR, codes, G_N_ELEMENTS (codes));
}

/* The bytes came, and are not what HTTP or gzip has. */
static gboolean
is_garbled (const GError *cause)
{
  static const int soup_codes[] = { SOUP_SESSION_ERROR_PARSING, SOUP_SESSION_ERROR_ENCODING };

  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
         is_one_of (cause, SOUP_SESSION_ERROR, soup_codes, G_N_ELEMENTS (soup_codes));
}

/* No answer came at all. */
static GError *
new_for_no_answer (const GError              *cause,
                   const LanyardFailurePlace *place,
                   gboolean                  *may_pass)
{
  if (!place->has_network)
    return g_error_new_literal (LANYARD_NET_ERROR, LANYARD_NET_ERROR_OFFLINE,
                                _("This computer has no network; connect it, and try again."));
  if (cause->domain == G_RESOLVER_ERROR)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNKNOWN_HOST,
                        _("No server called “%s” was found; check the address."), place->host);
  if (is_of_proxy (cause))
    return lanyard_failure_new_for_proxy (place->host);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_REFUSED,
                        _("“%s” does not accept the connection; check the address, or try again later."), place->host);
  if (is_unreachable (cause))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_REFUSED,
                        _("“%s” cannot be reached from this network; try again later, or from another network."),
                        place->host);

  *may_pass = TRUE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return lanyard_failure_new_for_patience (LANYARD_PATIENCE_CONNECTING, place->host, may_pass);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_REFUSED,
                      _("“%s” dropped the connection; try again later."), place->host);
}

/* @may_pass: (out): whether trying again soon may help */
GError *
lanyard_failure_new_for_connection (const GError              *cause,
                                    const LanyardFailurePlace *place,
                                    gboolean                  *may_pass)
{
  *may_pass = FALSE;
  if (cause->domain == G_TLS_ERROR && cause->code != G_TLS_ERROR_EOF)
    return new_for_tls (cause, place);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE) && place->is_file)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TOO_LARGE,
                        _("The file of “%s” is too large to be kept here; open it in a browser."), place->host);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TOO_LARGE,
                        _("“%s” sends more than a programme can have; check the address."), place->host);
  if (is_garbled (cause))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_INCOMPLETE,
                        _("The answer of “%s” is garbled; try again later."), place->host);
  if (place->has_answered)
    {
      *may_pass = TRUE;
      return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_INCOMPLETE,
                          _("The answer of “%s” ended too early; try again."), place->host);
    }
  return new_for_no_answer (cause, place, may_pass);
}

GError *
lanyard_failure_new_for_proxy (const char *host)
{
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_REFUSED,
                      _("The network’s proxy does not let Lanyard reach “%s”; check the proxy in the system’s settings."),
                      host);
}

/* @may_pass: (out): whether trying again soon may help */
GError *
lanyard_failure_new_for_patience (LanyardPatienceEnd  end,
                                  const char         *host,
                                  gboolean           *may_pass)
{
  *may_pass = end != LANYARD_PATIENCE_TOTAL;
  switch (end)
    {
    case LANYARD_PATIENCE_SILENCE:
      return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TIMED_OUT,
                          _("“%s” went silent; try again later."), host);
    case LANYARD_PATIENCE_TOTAL:
      return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TIMED_OUT,
                          _("“%s” took too long to answer; try again later."), host);
    case LANYARD_PATIENCE_LASTS:
    case LANYARD_PATIENCE_CONNECTING:
    default:
      return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_TIMED_OUT,
                          _("“%s” does not answer; check the address, or try again later."), host);
    }
}
