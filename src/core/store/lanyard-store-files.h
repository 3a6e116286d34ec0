/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     lanyard_store_files_set_error   (GError     **error,
                                          const char  *path,
                                          int          reason);
gboolean lanyard_store_files_sync        (const char  *path,
                                          GError     **error);
gboolean lanyard_store_files_sync_folder (const char  *path,
                                          GError     **error);
gboolean lanyard_store_files_copy        (const char  *from,
                                          const char  *to,
                                          GError     **error);
gboolean lanyard_store_files_rename      (const char  *from,
                                          const char  *to,
                                          GError     **error);
gboolean lanyard_store_files_link        (const char  *from,
                                          const char  *to,
                                          GError     **error);
void     lanyard_store_files_remove      (const char  *path);
void     lanyard_store_files_remove_logs (const char  *path);

/* Held by one process at a time, also by one that was killed no longer. */
typedef struct _LanyardStoreLock LanyardStoreLock;

LanyardStoreLock *lanyard_store_lock_take (const char  *path,
                                           gboolean     waits,
                                           GError     **error);
void              lanyard_store_lock_free (LanyardStoreLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStoreLock, lanyard_store_lock_free)

G_END_DECLS
