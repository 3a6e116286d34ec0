/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-download.h"
#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

void             lanyard_document_feed_download_async  (LanyardFetcher       *fetcher,
                                                        const char           *url,
                                                        LanyardCredential    *credential,
                                                        const char           *validators,
                                                        gboolean              by_hand,
                                                        LanyardProgressFunc   progress,
                                                        gpointer              progress_data,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
LanyardDownload *lanyard_document_feed_download_finish (GAsyncResult         *result,
                                                        gint64               *retry_at,
                                                        GError              **error);

G_END_DECLS
