/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A secret and where it may go. The keyring and the sign-in make it, the
 * fetcher sends it. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-credential.h"

G_DEFINE_BOXED_TYPE (LanyardCredential, lanyard_credential, lanyard_credential_ref, lanyard_credential_unref)

/* Memory that held a secret is not given back as it is. */
static void
clear_secret (char **secret)
{
  if (*secret != NULL)
    explicit_bzero (*secret, strlen (*secret));
  g_clear_pointer (secret, g_free);
}

static void
credential_clear (gpointer data)
{
  LanyardCredential *self = data;

  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->user, g_free);
  clear_secret (&self->key);
  clear_secret (&self->secret);
}

/**
 * lanyard_credential_new:
 * @kind: which kind
 * @origin: the only server it may be sent to, "https://lpc.events"
 * @user: (nullable): whose it is, for people to read
 * @key: (nullable): the API key; %NULL for a token
 * @secret: the token, or the API key's secret
 *
 * Makes a credential with copies of the strings.
 *
 * Returns: (transfer full): it
 */
LanyardCredential *
lanyard_credential_new (LanyardCredentialKind  kind,
                        const char            *origin,
                        const char            *user,
                        const char            *key,
                        const char            *secret)
{
  LanyardCredential *self;

  g_return_val_if_fail (origin != NULL, NULL);
  g_return_val_if_fail (secret != NULL, NULL);
  g_return_val_if_fail ((key != NULL) == (kind == LANYARD_CREDENTIAL_API_KEY), NULL);

  self = g_atomic_rc_box_new0 (LanyardCredential);
  self->kind = kind;
  self->origin = g_strdup (origin);
  self->user = g_strdup (user);
  self->key = g_strdup (key);
  self->secret = g_strdup (secret);
  return self;
}

/**
 * lanyard_credential_ref:
 * @self: a credential
 *
 * Returns: (transfer full): @self, with a reference more
 */
LanyardCredential *
lanyard_credential_ref (LanyardCredential *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_credential_unref:
 * @self: (transfer full): a credential
 *
 * Gives a reference back; the last one clears the secret's memory.
 */
void
lanyard_credential_unref (LanyardCredential *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, credential_clear);
}
