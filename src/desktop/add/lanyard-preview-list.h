/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PREVIEW_LIST (lanyard_preview_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPreviewList, lanyard_preview_list, LANYARD, PREVIEW_LIST, AdwBin)

void lanyard_preview_list_set_preview (LanyardPreviewList *self,
                                       LanyardPreview     *preview,
                                       gint64              now);

G_END_DECLS
