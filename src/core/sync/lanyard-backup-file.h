/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/lanyard-store.h"

G_BEGIN_DECLS

void           lanyard_backup_file_save_async     (LanyardStore         *store,
                                                   GFile                *file,
                                                   gint64                now,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LanyardBackup *lanyard_backup_file_save_finish    (GAsyncResult         *result,
                                                   GError              **error);
void           lanyard_backup_file_restore_async  (LanyardStore         *store,
                                                   GFile                *file,
                                                   gint64                now,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray     *lanyard_backup_file_restore_finish (GAsyncResult         *result,
                                                   GError              **error);
char          *lanyard_backup_file_dup_name       (gint64                now);

G_END_DECLS
