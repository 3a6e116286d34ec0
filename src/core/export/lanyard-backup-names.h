/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a backup file calls things; its reader and its writer share this. */

#pragma once

#include "model/lanyard-enums.h"

G_BEGIN_DECLS

/* The shape of the file: grows when a reader of an older one would go wrong. */
#define LANYARD_BACKUP_SHAPE 1

const char *lanyard_backup_kind_get_name    (LanyardKind   kind);
gboolean    lanyard_backup_kind_from_name   (const char   *name,
                                             LanyardKind  *kind);
const char *lanyard_backup_level_get_name   (LanyardLevel  level);
gboolean    lanyard_backup_level_from_name  (const char   *name,
                                             LanyardLevel *level);
const char *lanyard_backup_mark_get_name    (LanyardMarks  mark);
gboolean    lanyard_backup_mark_from_name   (const char   *name,
                                             LanyardMarks *mark);

G_END_DECLS
