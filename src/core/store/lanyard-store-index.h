/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

gboolean lanyard_store_index_advance  (LanyardDatabase  *database,
                                       gboolean         *is_complete,
                                       GError          **error);
gboolean lanyard_store_index_complete (LanyardDatabase  *database,
                                       GError          **error);
gboolean lanyard_store_index_rebuild  (LanyardDatabase  *database,
                                       GError          **error);

/* Asks, inside or outside a transaction, whether the index lacks something. */
#define LANYARD_STORE_INDEX_LACKS "SELECT EXISTS (SELECT 1 FROM unindexed)"

G_END_DECLS
