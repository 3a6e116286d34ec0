/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "../widgets/lanyard-growing-model.h"

G_BEGIN_DECLS

guint        lanyard_room_list_fill  (LanyardGrowingModel   *rows,
                                      LanyardOpenConference *open,
                                      GObject               *hidden_line,
                                      gboolean               reveals_hidden);
LanyardRoom *lanyard_room_list_get   (LanyardGrowingModel   *rows,
                                      guint                  position);
gboolean     lanyard_room_list_find  (LanyardGrowingModel   *rows,
                                      const char            *name,
                                      guint                 *position);
guint        lanyard_room_list_count (LanyardGrowingModel   *rows);
gboolean     lanyard_room_is_hidden  (LanyardRoom           *room,
                                      LanyardOpenConference *open);

G_END_DECLS
