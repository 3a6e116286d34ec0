/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "directory/lanyard-directory.h"
#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

void              lanyard_directory_load_async      (GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
LanyardDirectory *lanyard_directory_load_finish     (GAsyncResult         *result,
                                                     GError              **error);
void              lanyard_directory_refresh_async   (LanyardFetcher       *fetcher,
                                                     const char           *address,
                                                     gint64                now,
                                                     gboolean              by_hand,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
LanyardDirectory *lanyard_directory_refresh_finish  (GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
