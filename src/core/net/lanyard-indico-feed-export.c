/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The addresses of an Indico's exports, signed where an API key asks. Called by
 * the feed; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-indico-feed-private.h"
#include "lanyard-indico-signature.h"

/* What people call the server. */
char *
lanyard_indico_feed_dup_host (LanyardAddress *address)
{
  g_assert (address != NULL);

  return g_strdup (strstr (address->origin, "://") + strlen ("://"));
}

/* The address of an export. With an API key it is signed and as good as a
 * password for ten minutes: it is for one request, which the fetcher refuses
 * where others could read it, and for nothing else. */
char *
lanyard_indico_feed_dup_export (LanyardAddress    *address,
                                const char        *path,
                                const char        *query,
                                LanyardCredential *credential)
{
  g_autofree char *signed_path = NULL;

  g_assert (address != NULL && path != NULL && query != NULL);

  if (credential == NULL || credential->kind != LANYARD_CREDENTIAL_API_KEY ||
      strcmp (credential->origin, address->origin) != 0)
    return g_strconcat (address->base, path, *query != '\0' ? "?" : NULL, query, NULL);

  signed_path = lanyard_indico_sign (path, query, credential->key, credential->secret,
                                     g_get_real_time () / G_USEC_PER_SEC);
  return g_strconcat (address->base, signed_path, NULL);
}
