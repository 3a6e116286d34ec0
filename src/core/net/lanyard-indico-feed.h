/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-address.h"
#include "net/lanyard-download.h"
#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

void             lanyard_indico_feed_download_async  (LanyardFetcher       *fetcher,
                                                      LanyardAddress       *address,
                                                      LanyardCredential    *credential,
                                                      const char           *validators,
                                                      gboolean              by_hand,
                                                      LanyardProgressFunc   progress,
                                                      gpointer              progress_data,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
LanyardDownload *lanyard_indico_feed_download_finish (GAsyncResult         *result,
                                                      gint64               *retry_at,
                                                      GError              **error);

/**
 * LanyardIdentity:
 * @name: (nullable): the user's name, %NULL if the server does not tell
 * @email: (nullable): the user's address
 * @reads_programmes: whether the credential may read exports
 *
 * Whose a credential is and what it can do.
 */
typedef struct
{
  char     *name;
  char     *email;
  gboolean  reads_programmes;
} LanyardIdentity;

void             lanyard_identity_free (LanyardIdentity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardIdentity, lanyard_identity_free)

void             lanyard_indico_feed_check_async  (LanyardFetcher       *fetcher,
                                                   LanyardAddress       *address,
                                                   LanyardCredential    *credential,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LanyardIdentity *lanyard_indico_feed_check_finish (GAsyncResult         *result,
                                                   GError              **error);
char            *lanyard_indico_feed_dup_token_page (LanyardAddress     *address);

G_END_DECLS
