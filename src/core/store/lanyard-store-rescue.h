/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-database.h"
#include "lanyard-rescue.h"

G_BEGIN_DECLS

gboolean       lanyard_store_rescue          (const char       *path,
                                              GError          **error);
gboolean       lanyard_store_rescue_complete (const char       *path,
                                              GError          **error);
gboolean       lanyard_store_rescue_is_emptied (const char     *path);
gboolean       lanyard_store_rescue_is_sound (LanyardDatabase  *database,
                                              gboolean         *is_sound,
                                              GError          **error);
LanyardRescue *lanyard_store_rescue_load     (const char       *path);
void           lanyard_store_rescue_forget   (const char       *path);

G_END_DECLS
