/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

/**
 * LanyardGrid:
 *
 * One day of a programme as rooms and hours, drawn to scale; scrolls by
 * itself. Has a signal "item-activated" (LanyardItem) and the actions
 * "grid.zoom-in", "grid.zoom-out", "grid.reset-zoom" and "grid.turn" (rooms
 * across or hours across).
 */
#define LANYARD_TYPE_GRID (lanyard_grid_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGrid, lanyard_grid, LANYARD, GRID, AdwBin)

GtkWidget   *lanyard_grid_new           (LanyardOpenConference *open);
void         lanyard_grid_set_day       (LanyardGrid           *self,
                                         guint                  day,
                                         GPtrArray             *items);
void         lanyard_grid_show_item     (LanyardGrid           *self,
                                         LanyardItem           *item);
void         lanyard_grid_show_now      (LanyardGrid           *self);
char        *lanyard_grid_dup_position  (LanyardGrid           *self);
void         lanyard_grid_set_position  (LanyardGrid           *self,
                                         const char            *position);

G_END_DECLS
