/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "lanyard-pickable.h"

G_BEGIN_DECLS

LanyardLevel  lanyard_picking_get_level    (LanyardOpenConference *open,
                                            const LanyardPickable *pickable);
LanyardMarks  lanyard_picking_get_marks    (LanyardOpenConference *open,
                                            const LanyardPickable *pickable);
gboolean      lanyard_picking_is_in_picked (LanyardOpenConference *open,
                                            const LanyardPickable *pickable);
LanyardLevel  lanyard_picking_get_next     (LanyardLevel           level,
                                            gboolean               is_in_picked);
void          lanyard_picking_step         (GtkWidget             *widget,
                                            LanyardOpenConference *open,
                                            const LanyardPickable *pickable);
void          lanyard_picking_set_level    (GtkWidget             *widget,
                                            LanyardOpenConference *open,
                                            GPtrArray             *pickables,
                                            LanyardLevel           level);
void          lanyard_picking_toggle_level (GtkWidget             *widget,
                                            LanyardOpenConference *open,
                                            GPtrArray             *pickables,
                                            LanyardLevel           level);
void          lanyard_picking_set_mark     (GtkWidget             *widget,
                                            LanyardOpenConference *open,
                                            GPtrArray             *pickables,
                                            LanyardMarks           mark,
                                            gboolean               is_set);

G_END_DECLS
