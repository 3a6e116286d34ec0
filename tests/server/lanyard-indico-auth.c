/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who asks a test server: personal tokens in the header (Indico 3), and API
 * keys with signatures in the address (before). What is signed is the path
 * below the mount and the sorted query, as in Indico's http_api handler.
 * On the server's thread.
 */

#include "config.h"

#include "lanyard-indico-auth.h"

#define SIGNATURE_SECONDS 600

LanyardIndicoBearer
lanyard_indico_find_bearer (LanyardIndicoRequest *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);
  const char *value = soup_message_headers_get_one (headers, "Authorization");
  LanyardIndicoBearer bearer = { NULL, NULL };

  if (value != NULL && g_ascii_strncasecmp (value, "Bearer ", 7) == 0)
    {
      bearer.secret = value + 7;
      bearer.token = g_hash_table_lookup (request->state->tokens, bearer.secret);
    }
  return bearer;
}

gboolean
lanyard_indico_token_may (LanyardIndicoToken *token,
                          const char *const  *scopes)
{
  for (guint i = 0; scopes[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) token->scopes, scopes[i]))
        return TRUE;
    }
  return FALSE;
}

/* Why a signature does not count, or %NULL if it does. */
static const char *
find_flaw (LanyardIndicoRequest *request,
           const char           *secret,
           const char           *signature)
{
  const char *timestamp = lanyard_indico_request_get_parameter (request, "timestamp", NULL);
  const char *const unsigned_names[] = { "signature", NULL };
  g_autofree char *text = lanyard_indico_request_normalise (request, unsigned_names);
  g_autofree char *expected = g_compute_hmac_for_string (G_CHECKSUM_SHA1, (const guchar *) secret, strlen (secret),
                                                         text, -1);
  gint64 signed_at;

  if (timestamp != NULL)
    {
      if (!g_ascii_string_to_signed (timestamp, 10, 0, G_MAXINT32, &signed_at, NULL) ||
          ABS (signed_at - lanyard_indico_state_get_now (request->state)) > SIGNATURE_SECONDS)
        return "Signature invalid (bad timestamp)";
    }
  return g_str_equal (signature, expected) ? NULL : "Signature invalid";
}

gboolean
lanyard_indico_check_api_key (LanyardIndicoRequest *request,
                              const char          **user)
{
  const char *key = lanyard_indico_request_get_parameter (request, "ak", "apikey");
  const char *signature = lanyard_indico_request_get_parameter (request, "signature", NULL);
  const char *secret;
  const char *flaw;

  *user = NULL;
  if (key == NULL)
    return TRUE;
  secret = g_hash_table_lookup (request->state->keys, key);
  if (secret == NULL)
    {
      if (g_uuid_string_is_valid (key))
        lanyard_indico_answer_complaint (request, SOUP_STATUS_FORBIDDEN, "Invalid API key");
      else
        lanyard_indico_answer_complaint (request, SOUP_STATUS_BAD_REQUEST, "Malformed API key");
      return FALSE;
    }
  /* A key alone is good for what everybody sees. */
  if (signature == NULL)
    return TRUE;
  flaw = find_flaw (request, secret, signature);
  if (flaw != NULL)
    {
      lanyard_indico_answer_complaint (request, SOUP_STATUS_FORBIDDEN, flaw);
      return FALSE;
    }
  *user = key;
  return TRUE;
}
