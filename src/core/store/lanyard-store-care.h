/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"

G_BEGIN_DECLS

LanyardDatabase *lanyard_store_care_open    (const char       *path,
                                             GCancellable     *cancellable,
                                             GError          **error);
gboolean         lanyard_store_care_back_up (LanyardDatabase  *database,
                                             GError          **error);

G_END_DECLS
