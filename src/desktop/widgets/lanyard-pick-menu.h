/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "lanyard-pickable.h"

G_BEGIN_DECLS

GMenuModel *lanyard_pick_menu_new_levels (LanyardOpenConference *open,
                                          const LanyardPickable *pickable);
GMenuModel *lanyard_pick_menu_new_marks  (void);
GMenuModel *lanyard_pick_menu_new        (LanyardOpenConference *open,
                                          const LanyardPickable *pickable,
                                          GMenuModel            *more);
void        lanyard_pick_menu_popup      (GtkWidget             *widget,
                                          LanyardOpenConference *open,
                                          LanyardPickable       *pickable,
                                          GMenuModel            *more,
                                          double                 x,
                                          double                 y);
void        lanyard_pick_menu_attach     (GtkWidget             *page,
                                          LanyardOpenConference *open);

G_END_DECLS
