/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-backup.h"

G_BEGIN_DECLS

char *lanyard_backup_dup_summary        (LanyardBackup             *backup);
char *lanyard_backup_result_dup_summary (const LanyardBackupResult *result);

G_END_DECLS
