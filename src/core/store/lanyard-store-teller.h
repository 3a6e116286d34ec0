/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-rescue.h"
#include "lanyard-store-changes.h"
#include "lanyard-store.h"

G_BEGIN_DECLS

typedef struct _LanyardStoreTeller LanyardStoreTeller;

/* Called in the store's main context. */
typedef void (*LanyardStoreChangedFunc) (LanyardStore           *store,
                                         const LanyardStoreNews *news);

/* Called likewise, before the request is answered that led to it. */
typedef void (*LanyardStoreRescuedFunc) (LanyardStore  *store,
                                         LanyardRescue *rescue);

void                lanyard_store_attach      (GMainContext            *context,
                                               GSourceFunc              func,
                                               gpointer                 data,
                                               GDestroyNotify           free_data);
LanyardStoreTeller *lanyard_store_teller_new  (LanyardStore            *store,
                                               LanyardStoreChangedFunc  changed,
                                               LanyardStoreRescuedFunc  rescued);
void                lanyard_store_teller_free (LanyardStoreTeller      *self);
void                lanyard_store_teller_tell (LanyardStoreTeller      *self,
                                               LanyardStoreNews        *news,
                                               LanyardRescue           *rescue);

G_END_DECLS
