/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "net/lanyard-credential.h"

G_BEGIN_DECLS

#define LANYARD_KEYRING_ERROR (lanyard_keyring_error_quark ())

/**
 * LanyardKeyringError:
 * @LANYARD_KEYRING_ERROR_NO_SERVICE: there is no keyring to keep secrets in
 * @LANYARD_KEYRING_ERROR_LOCKED: the keyring is locked and nobody can be asked to unlock it
 * @LANYARD_KEYRING_ERROR_REFUSED: the question to unlock the keyring was dismissed
 * @LANYARD_KEYRING_ERROR_FAILED: the keyring failed in another way
 *
 * Why a secret could not be kept or read; the message is one sentence.
 */
typedef enum
{
  LANYARD_KEYRING_ERROR_NO_SERVICE,
  LANYARD_KEYRING_ERROR_LOCKED,
  LANYARD_KEYRING_ERROR_REFUSED,
  LANYARD_KEYRING_ERROR_FAILED,
} LanyardKeyringError;

GQuark lanyard_keyring_error_quark (void);

/**
 * LanyardKeyring:
 *
 * The secrets, one for each server's origin, in the Secret Service (in a
 * Flatpak the Secret portal's file) through libsecret. Any main context.
 * `changed` (const char *origin) tells that one was kept or forgotten here.
 */
#define LANYARD_TYPE_KEYRING (lanyard_keyring_get_type ())
G_DECLARE_FINAL_TYPE (LanyardKeyring, lanyard_keyring, LANYARD, KEYRING, GObject)

LanyardKeyring    *lanyard_keyring_new           (void);
void               lanyard_keyring_keep_async    (LanyardKeyring       *self,
                                                  LanyardCredential    *credential,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean           lanyard_keyring_keep_finish   (LanyardKeyring       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void               lanyard_keyring_find_async    (LanyardKeyring       *self,
                                                  const char           *origin,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
LanyardCredential *lanyard_keyring_find_finish   (LanyardKeyring       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void               lanyard_keyring_forget_async  (LanyardKeyring       *self,
                                                  const char           *origin,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean           lanyard_keyring_forget_finish (LanyardKeyring       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void               lanyard_keyring_list_async    (LanyardKeyring       *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray         *lanyard_keyring_list_finish   (LanyardKeyring       *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
