/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/lanyard-store.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_REMOVED_GROUP (lanyard_removed_group_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRemovedGroup, lanyard_removed_group, LANYARD, REMOVED_GROUP, AdwPreferencesGroup)

void lanyard_removed_group_set_store (LanyardRemovedGroup *self,
                                      LanyardStore        *store);

G_END_DECLS
