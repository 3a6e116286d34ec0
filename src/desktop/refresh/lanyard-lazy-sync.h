/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

/**
 * LanyardLazySync:
 *
 * A LanyardSync that is made when somebody first needs it, so that neither the
 * network's library nor the keyring's is woken before the first frame.
 */
#define LANYARD_TYPE_LAZY_SYNC (lanyard_lazy_sync_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLazySync, lanyard_lazy_sync, LANYARD, LAZY_SYNC, GObject)

LanyardLazySync *lanyard_lazy_sync_new  (LanyardStore    *store,
                                         LanyardClock    *clock);
LanyardSync     *lanyard_lazy_sync_get  (LanyardLazySync *self);
LanyardSync     *lanyard_lazy_sync_peek (LanyardLazySync *self);

G_END_DECLS
