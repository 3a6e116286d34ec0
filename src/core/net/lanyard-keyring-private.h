/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsecret/secret.h>

#include "lanyard-keyring.h"

G_BEGIN_DECLS

typedef struct _LanyardKeyringRequest LanyardKeyringRequest;

/*< private >
 * LanyardKeyringRequest:
 * @origin: (nullable): the server it is about, %NULL for all
 * @credential: (nullable): what is to be kept
 * @item: (nullable): what is being read
 * @outdated: (element-type SecretRetrievable): what is to be removed yet
 * @begin: what to do once the service is there
 * @cancelled: tells when nobody waits any more
 * @is_over: whether the task has returned
 *
 * The data of a task of the keyring, which owns it.
 */
struct _LanyardKeyringRequest
{
  char              *origin;
  LanyardCredential *credential;
  SecretRetrievable *item;
  GList             *outdated;
  void             (*begin) (GTask *task);
  GSource           *cancelled;
  gboolean           is_over;
};

/* The object, lanyard-keyring.c */
GTask   *lanyard_keyring_request_new            (LanyardKeyring      *self,
                                                 const char          *origin,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void     lanyard_keyring_request_begin          (GTask               *task,
                                                 void               (*begin) (GTask *task));
void     lanyard_keyring_request_search         (GTask               *task,
                                                 SecretSearchFlags    flags,
                                                 GAsyncReadyCallback  callback);
gboolean lanyard_keyring_request_end            (GTask               *task);
void     lanyard_keyring_request_return_failure (GTask               *task,
                                                 const GError        *error);
void     lanyard_keyring_request_return_locked  (GTask               *task);
void     lanyard_keyring_request_return_changed (GTask               *task);

/* Items, lanyard-keyring-item.c */
extern const SecretSchema lanyard_keyring_schema;

GHashTable        *lanyard_keyring_item_attributes           (const LanyardCredential *credential);
GHashTable        *lanyard_keyring_item_attributes_of_origin (const char              *origin);
char              *lanyard_keyring_item_dup_label            (const LanyardCredential *credential);
SecretValue       *lanyard_keyring_item_new_value            (const LanyardCredential *credential);
LanyardCredential *lanyard_keyring_item_new_credential       (SecretRetrievable       *item,
                                                              SecretValue             *value);
gboolean           lanyard_keyring_item_is_of                (SecretRetrievable       *item,
                                                              const LanyardCredential *credential);
int                lanyard_keyring_item_compare_age          (gconstpointer            first,
                                                              gconstpointer            second);
gboolean           lanyard_keyring_items_are_locked          (GList                   *items);
void               lanyard_keyring_items_free                (GList                   *items);

G_END_DECLS
