/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-backup.h"

G_BEGIN_DECLS

#define LANYARD_BACKUP_ERROR (lanyard_backup_error_quark ())

/**
 * LanyardBackupError:
 * @LANYARD_BACKUP_ERROR_FOREIGN: it is something else
 * @LANYARD_BACKUP_ERROR_DAMAGED: it is cut off, or not as it was written
 * @LANYARD_BACKUP_ERROR_NEWER: a newer Lanyard wrote it
 * @LANYARD_BACKUP_ERROR_TOO_LARGE: it is too large to be a backup
 *
 * Why a backup cannot be read.
 */
typedef enum
{
  LANYARD_BACKUP_ERROR_FOREIGN,
  LANYARD_BACKUP_ERROR_DAMAGED,
  LANYARD_BACKUP_ERROR_NEWER,
  LANYARD_BACKUP_ERROR_TOO_LARGE,
} LanyardBackupError;

/* 100,000 notes of a page each would fit. What is larger is refused before it
 * fills the memory. */
#define LANYARD_BACKUP_MOST_BYTES (32 * 1024 * 1024)

GQuark         lanyard_backup_error_quark (void);
GBytes        *lanyard_backup_to_json     (LanyardBackup  *backup);
LanyardBackup *lanyard_backup_from_json   (GBytes         *bytes,
                                           GError        **error);

G_END_DECLS
