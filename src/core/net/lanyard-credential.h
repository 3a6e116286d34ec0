/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LanyardCredentialKind:
 * @LANYARD_CREDENTIAL_TOKEN: a personal token, sent as "Authorization: Bearer"
 * @LANYARD_CREDENTIAL_API_KEY: an API key with a secret that signs each request (Indico before 3.0)
 *
 * How a server is told who asks.
 */
typedef enum
{
  LANYARD_CREDENTIAL_TOKEN,
  LANYARD_CREDENTIAL_API_KEY,
} LanyardCredentialKind;

#define LANYARD_TYPE_CREDENTIAL (lanyard_credential_get_type ())

/**
 * LanyardCredential:
 * @kind: which kind
 * @origin: the only server it may be sent to: scheme, host and port, "https://lpc.events"
 * @user: (nullable): whose it is, as the server says; for people to read
 * @key: (nullable): the API key
 * @secret: the token, or the API key's secret
 *
 * A secret and where it may go. Never changes, is never printed, and its memory
 * is cleared when the last reference goes.
 */
typedef struct
{
  LanyardCredentialKind  kind;
  char                  *origin;
  char                  *user;
  char                  *key;
  char                  *secret;
} LanyardCredential;

GType              lanyard_credential_get_type (void);
LanyardCredential *lanyard_credential_new      (LanyardCredentialKind  kind,
                                                const char            *origin,
                                                const char            *user,
                                                const char            *key,
                                                const char            *secret);
LanyardCredential *lanyard_credential_ref      (LanyardCredential     *self);
void               lanyard_credential_unref    (LanyardCredential     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCredential, lanyard_credential_unref)

G_END_DECLS
