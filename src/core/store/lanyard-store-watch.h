/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LanyardStoreWatch LanyardStoreWatch;

typedef void (*LanyardStoreWatchFunc) (gpointer user_data);

LanyardStoreWatch *lanyard_store_watch_new  (const char            *path,
                                             LanyardStoreWatchFunc  func,
                                             gpointer               user_data);
void               lanyard_store_watch_free (LanyardStoreWatch     *self);

G_END_DECLS
