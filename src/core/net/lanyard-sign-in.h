/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-indico-feed.h"
#include "net/lanyard-keyring.h"

G_BEGIN_DECLS

#define LANYARD_SIGN_IN_ERROR (lanyard_sign_in_error_quark ())

/**
 * LanyardSignInError:
 * @LANYARD_SIGN_IN_ERROR_NOT_A_SECRET: what was given cannot be a token, key or secret
 * @LANYARD_SIGN_IN_ERROR_MISSING_SCOPE: it is good, but may not read programmes
 *
 * Why a sign-in failed, where neither the network nor the keyring says so.
 */
typedef enum
{
  LANYARD_SIGN_IN_ERROR_NOT_A_SECRET,
  LANYARD_SIGN_IN_ERROR_MISSING_SCOPE,
} LanyardSignInError;

GQuark           lanyard_sign_in_error_quark (void);

void             lanyard_sign_in_async       (LanyardFetcher         *fetcher,
                                              LanyardKeyring         *keyring,
                                              LanyardAddress         *address,
                                              LanyardCredentialKind   kind,
                                              const char             *key,
                                              const char             *secret,
                                              GCancellable           *cancellable,
                                              GAsyncReadyCallback     callback,
                                              gpointer                user_data);
LanyardIdentity *lanyard_sign_in_finish      (GAsyncResult           *result,
                                              GError                **error);

G_END_DECLS
