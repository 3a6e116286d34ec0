/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-store-private.h"
#include "lanyard-store-teller.h"

G_BEGIN_DECLS

typedef struct _LanyardStoreWorker LanyardStoreWorker;

LanyardStoreWorker *lanyard_store_worker_new   (LanyardStore               *store,
                                                const char                 *path,
                                                LanyardStoreChangedFunc     changed,
                                                LanyardStoreRescuedFunc     rescued);
void                lanyard_store_worker_stop  (LanyardStoreWorker         *self);
void                lanyard_store_worker_push  (LanyardStoreWorker         *self,
                                                GTask                      *task,
                                                LanyardStoreFunc            func,
                                                const LanyardStoreRequest  *request,
                                                GDestroyNotify              free_answer);
void                lanyard_store_worker_set_hasty (LanyardStoreWorker     *self);
void                lanyard_store_worker_close_early (LanyardStoreWorker   *self);
void                lanyard_store_worker_check (LanyardStoreWorker         *self);

G_END_DECLS
