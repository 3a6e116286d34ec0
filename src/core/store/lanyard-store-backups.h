/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

/*
 * LanyardStoreBackup:
 * @path: owned; the file, which is whole
 * @number: of backups the newer has the higher number, whatever the clock said
 * @made_at: when it was made, UTC seconds
 *
 * An automatic backup: a copy of the database.
 */
typedef struct
{
  char   *path;
  guint   number;
  gint64  made_at;
} LanyardStoreBackup;

LanyardStoreBackup *lanyard_store_backup_new        (const char       *path,
                                                     guint             number,
                                                     gint64            made_at);
GPtrArray          *lanyard_store_backups_list      (const char       *database_path);
GPtrArray          *lanyard_store_backups_choose    (GPtrArray        *backups);
gboolean            lanyard_store_backups_is_due    (LanyardDatabase  *database,
                                                     gint64            now);
gboolean            lanyard_store_backups_make      (LanyardDatabase  *database,
                                                     gint64            now,
                                                     GError          **error);
gboolean            lanyard_store_backups_keep_version (LanyardDatabase  *database,
                                                        gint64            version,
                                                        GError          **error);
char               *lanyard_store_backups_dup_lock  (const char       *database_path);

G_END_DECLS
