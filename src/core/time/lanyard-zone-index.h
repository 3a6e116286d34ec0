/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lanyard-zone-place.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_INDEX (lanyard_zone_index_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneIndex, lanyard_zone_index, LANYARD, ZONE_INDEX, GObject)

LanyardZoneIndex *lanyard_zone_index_new         (gint64                instant);
void              lanyard_zone_index_new_async   (gint64                instant,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
LanyardZoneIndex *lanyard_zone_index_new_finish  (GAsyncResult         *result,
                                                  GError              **error);
GPtrArray        *lanyard_zone_index_find        (LanyardZoneIndex     *self,
                                                  const char           *typed);
LanyardZonePlace *lanyard_zone_index_find_id     (LanyardZoneIndex     *self,
                                                  const char           *id);

G_END_DECLS
