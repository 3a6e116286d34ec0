/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

typedef struct _LanyardStoreChanges LanyardStoreChanges;

LanyardStoreChanges *lanyard_store_changes_new  (void);
void                 lanyard_store_changes_free (LanyardStoreChanges *self);
gboolean             lanyard_store_changes_look (LanyardStoreChanges *self,
                                                 LanyardDatabase     *database,
                                                 gboolean            *conferences,
                                                 char              ***picks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreChanges, lanyard_store_changes_free)

G_END_DECLS
