/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "directory/lanyard-directory.h"
#include "model/lanyard-conference.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

void            lanyard_directory_match_async  (LanyardStore         *store,
                                                LanyardConference    *conference,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
LanyardListing *lanyard_directory_match_finish (GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
