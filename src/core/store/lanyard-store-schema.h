/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

/* "LNYD": what `file` and other programs tell our files by. */
#define LANYARD_STORE_APPLICATION_ID G_GINT64_CONSTANT (0x4c4e5944)

guint    lanyard_store_schema_get_version (void);
gboolean lanyard_store_schema_build       (LanyardDatabase  *database,
                                           guint             from,
                                           guint             to,
                                           GError          **error);
gboolean lanyard_store_schema_check       (LanyardDatabase  *database,
                                           gboolean         *is_built,
                                           GError          **error);
gboolean lanyard_store_schema_prepare     (LanyardDatabase  *database,
                                           GError          **error);

G_END_DECLS
