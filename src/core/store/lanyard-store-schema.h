/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

guint    lanyard_store_schema_get_version (void);
gboolean lanyard_store_schema_check       (LanyardDatabase  *database,
                                           gboolean         *is_built,
                                           GError          **error);
gboolean lanyard_store_schema_prepare     (LanyardDatabase  *database,
                                           GError          **error);

G_END_DECLS
