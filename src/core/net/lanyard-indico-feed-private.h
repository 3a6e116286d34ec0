/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the feed of Indico share. Private to
 * lanyard-indico-feed*.c. */

#pragma once

#include "lanyard-indico-feed.h"

G_BEGIN_DECLS

/**
 * LanyardIndicoValidator:
 * @etag: (nullable): what a document's answer said
 * @last_modified: (nullable): likewise
 *
 * What makes the next request for a document a conditional one.
 */
typedef struct
{
  char *etag;
  char *last_modified;
} LanyardIndicoValidator;

char           *lanyard_indico_feed_dup_host          (LanyardAddress                *address);
char           *lanyard_indico_feed_dup_export        (LanyardAddress                *address,
                                                       const char                    *path,
                                                       const char                    *query,
                                                       LanyardCredential             *credential);
void            lanyard_indico_feed_find_event_async  (LanyardFetcher                *fetcher,
                                                       LanyardAddress                *address,
                                                       GCancellable                  *cancellable,
                                                       GAsyncReadyCallback            callback,
                                                       gpointer                       user_data);
LanyardAddress *lanyard_indico_feed_find_event_finish (GAsyncResult                  *result,
                                                       gint64                        *retry_at,
                                                       GError                       **error);
char           *lanyard_indico_validators_pack        (const LanyardIndicoValidator  *validators,
                                                       guint                          n_validators,
                                                       gboolean                       has_account);
void            lanyard_indico_validators_unpack      (const char                    *text,
                                                       LanyardIndicoValidator        *validators,
                                                       guint                          n_validators,
                                                       gboolean                       has_account);
void            lanyard_indico_validator_clear        (LanyardIndicoValidator        *self);

G_END_DECLS
