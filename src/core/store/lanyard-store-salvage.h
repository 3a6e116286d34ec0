/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

gboolean lanyard_store_salvage (LanyardDatabase  *damaged,
                                LanyardDatabase  *target,
                                guint            *n_saved,
                                GError          **error);

G_END_DECLS
