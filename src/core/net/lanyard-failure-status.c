/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in one sentence what a server means by an answer that is no success:
 * from its status and its words to a LanyardNetError. lanyard-exchange.c calls
 * it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "lanyard-failure.h"

/* libsoup has no name for it. */
#define STATUS_TOO_MANY_REQUESTS 429

static gboolean
has_words (GBytes     *words,
           const char *wanted)
{
  gsize size;
  const char *data;

  if (words == NULL)
    return FALSE;
  data = g_bytes_get_data (words, &size);
  return data != NULL && g_strstr_len (data, (gssize) size, wanted) != NULL;
}

/* Who asked is not known, or not believed. */
static GError *
new_unauthorized (const char        *host,
                  LanyardCredential *credential)
{
  if (credential == NULL)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                        _("“%s” shows this only to those who sign in."), host);
  if (credential->kind == LANYARD_CREDENTIAL_TOKEN)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                        _("“%s” does not accept your token; it may have been revoked, so sign in with a new one."), host);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                      _("“%s” does not accept your API key; sign in again."), host);
}

static GError *
new_forbidden (const char        *host,
               LanyardCredential *credential,
               gboolean           lacks_scope)
{
  if (lacks_scope)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN,
                        _("Your token for “%s” lacks a scope that this needs; make a new token with it, and sign in again."), host);
  if (credential == NULL)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN,
                        _("“%s” shows this only to some; sign in with an account that may see it."), host);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_FORBIDDEN,
                      _("Your account at “%s” may not see this; sign in with another account, or ask the organisers."), host);
}

static GError *
new_rate_limited (const char *host,
                  gint64      wait)
{
  gulong minutes = (gulong) ((wait + 59) / 60);

  if (wait < 0)
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED,
                        _("“%s” was asked too often; try again later."), host);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED,
                      /* Translators: %1$s is a server's name, %2$lu how many minutes to wait */
                      ngettext ("“%1$s” was asked too often; try again in %2$lu minute.",
                                "“%1$s” was asked too often; try again in %2$lu minutes.", MAX (minutes, 1)),
                      host, MAX (minutes, 1));
}

/* Indico answers 400 where others have 401 or 403, and says which in words. */
static GError *
new_for_bad_request (const char        *host,
                     LanyardCredential *credential,
                     GBytes            *words)
{
  if (has_words (words, "insufficient_scope"))
    return new_forbidden (host, credential, TRUE);
  if (has_words (words, "OAuth error") || has_words (words, "invalid_token"))
    return new_unauthorized (host, credential);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_STATUS,
                      _("“%s” does not understand the request; check the address."), host);
}

/* Whether the same question may have another answer soon. @wait is what
 * Retry-After says. */
static gboolean
may_status_pass (guint  status,
                 gint64 wait)
{
  return status == SOUP_STATUS_BAD_GATEWAY || status == SOUP_STATUS_SERVICE_UNAVAILABLE ||
         status == SOUP_STATUS_GATEWAY_TIMEOUT || (status == STATUS_TOO_MANY_REQUESTS && wait >= 0);
}

/* @words: (nullable): the beginning of what the server said
 * @wait: seconds after which the server wants to be asked again, -1 if it does not say
 * @may_pass: (out): whether trying again soon may help */
GError *
lanyard_failure_new_for_status (guint              status,
                                const char        *host,
                                LanyardCredential *credential,
                                GBytes            *words,
                                gint64             wait,
                                gboolean          *may_pass)
{
  *may_pass = may_status_pass (status, wait);
  switch (status)
    {
    case SOUP_STATUS_BAD_REQUEST: return new_for_bad_request (host, credential, words);
    case SOUP_STATUS_UNAUTHORIZED: return new_unauthorized (host, credential);
    case SOUP_STATUS_FORBIDDEN: return new_forbidden (host, credential, has_words (words, "insufficient_scope"));
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND,
                          _("“%s” does not have this page; check the address."), host);
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED: return lanyard_failure_new_for_proxy (host);
    case STATUS_TOO_MANY_REQUESTS: return new_rate_limited (host, wait);
    default: break;
    }
  if (SOUP_STATUS_IS_SERVER_ERROR (status))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_SERVER,
                        /* Translators: %1$s is a server's name, %2$u a number such as 503 */
                        _("“%1$s” has a problem of its own (error %2$u); try again later."), host, status);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_STATUS,
                      /* Translators: %1$s is a server's name, %2$u a number such as 204 */
                      _("“%1$s” gave an answer without a programme (status %2$u); check the address."), host, status);
}

/* A web page came where data was asked for, at the end from @host. */
GError *
lanyard_failure_new_for_wall (const char *asked_host,
                              const char *host)
{
  if (g_str_equal (asked_host, host))
    return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_LOGIN_WALL,
                        _("“%s” sent a web page, perhaps to log in at; open it in a browser, or sign in."), host);
  return g_error_new (LANYARD_NET_ERROR, LANYARD_NET_ERROR_LOGIN_WALL,
                      /* Translators: %1$s is the server that was asked, %2$s another one that answered */
                      _("A page of “%2$s” came instead of “%1$s”; log in to the network in a browser, and try again."),
                      asked_host, host);
}
