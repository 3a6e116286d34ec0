/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-plan-day.h"

G_BEGIN_DECLS

/**
 * LANYARD_DAY_BOARD_ROOM_ABOVE:
 *
 * What is seen above the first entry of a day, in seconds.
 */
#define LANYARD_DAY_BOARD_ROOM_ABOVE (15 * 60)

/**
 * LanyardDayBoard:
 *
 * Days of a plan, drawn to scale, as many side by side as there is room for.
 * Has the actions "board.zoom-in", "board.zoom-out" and "board.reset-zoom".
 */
#define LANYARD_TYPE_DAY_BOARD (lanyard_day_board_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDayBoard, lanyard_day_board, LANYARD, DAY_BOARD, AdwBin)

GtkWidget *lanyard_day_board_new       (LanyardOpenConference *open);
void       lanyard_day_board_set_plan  (LanyardDayBoard       *self,
                                        GPtrArray             *days,
                                        GPtrArray             *conflicts);
void       lanyard_day_board_set_day   (LanyardDayBoard       *self,
                                        guint                  day);
gboolean   lanyard_day_board_show_now  (LanyardDayBoard       *self);
void       lanyard_day_board_show_entry (LanyardDayBoard      *self,
                                         LanyardKind           kind,
                                         const char           *key);
gboolean   lanyard_day_board_get_top     (LanyardDayBoard       *self,
                                          gint64                *instant);
void       lanyard_day_board_show_top    (LanyardDayBoard       *self,
                                          gint64                 instant);
gboolean   lanyard_day_board_shows_day   (LanyardDayBoard       *self,
                                          guint                  day);
guint      lanyard_day_board_get_n_shown (LanyardDayBoard     *self);

G_END_DECLS
