/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the message that is sent for a request, and decides whether the secret
 * of the one who asks goes with it. lanyard-exchange.c calls it. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lanyard-origin.h"
#include "lanyard-question.h"

/* The message for @request, sent to @uri, without a credential. */
SoupMessage *
lanyard_question_new (const LanyardRequest *request,
                      GUri                 *uri)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (request->wants_json)
    {
      soup_message_headers_replace (headers, "Accept", "application/json");
      soup_message_headers_replace (headers, "X-Requested-With", "XMLHttpRequest");
    }
  /* A schedule's page may come as plain text to those who do not ask for HTML. */
  if (request->wants_page)
    soup_message_headers_replace (headers, "Accept", "text/html, */*;q=0.5");
  /* A packed archive is to stay packed. */
  if (request->file != NULL)
    soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  if (request->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", request->last_modified);
  if (request->past_caches)
    soup_message_headers_replace (headers, "Cache-Control", "no-cache");
  return message;
}

static gboolean
is_sendable (const char *secret)
{
  for (; *secret != '\0'; secret++)
    if (!g_ascii_isgraph (*secret))
      return FALSE;
  return TRUE;
}

/* Whether the request's credential belongs to @uri's server. Fails where it does
 * and others could listen, or if it cannot be sent at all. */
gboolean
lanyard_question_may_sign (const LanyardRequest  *request,
                           GUri                  *uri,
                           const char            *host,
                           GError               **error)
{
  LanyardCredential *credential = request->credential;

  if (credential == NULL || !lanyard_origin_matches (uri, credential))
    return FALSE;
  if (!lanyard_origin_is_private (uri))
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_TLS,
                   _("“%s” is asked without encryption, so your account is not used there; use its address with https."),
                   host);
      return FALSE;
    }
  if (!is_sendable (credential->secret))
    {
      g_set_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNAUTHORIZED,
                   _("Your token for “%s” has characters that no token has; sign in with the whole token again."), host);
      return FALSE;
    }
  return TRUE;
}

/* A token goes into a header. An API key has signed the address already. */
void
lanyard_question_sign (SoupMessage       *message,
                       LanyardCredential *credential)
{
  char *value;

  if (credential->kind != LANYARD_CREDENTIAL_TOKEN)
    return;
  value = g_strconcat ("Bearer ", credential->secret, NULL);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  explicit_bzero (value, strlen (value));
  g_free (value);
}
