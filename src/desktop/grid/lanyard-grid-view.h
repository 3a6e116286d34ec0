/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-grid-layout.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_GRID_VIEW (lanyard_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGridView, lanyard_grid_view, LANYARD, GRID_VIEW, GtkWidget)

GtkWidget         *lanyard_grid_view_new          (LanyardOpenConference *open,
                                                   GMenuModel            *menu);
void               lanyard_grid_view_set_day      (LanyardGridView       *self,
                                                   guint                  day,
                                                   GPtrArray             *items);
LanyardGridLayout *lanyard_grid_view_get_layout   (LanyardGridView       *self);
double             lanyard_grid_view_get_zoom     (LanyardGridView       *self);
void               lanyard_grid_view_set_zoom     (LanyardGridView       *self,
                                                   double                 zoom);
void               lanyard_grid_view_zoom         (LanyardGridView       *self,
                                                   double                 zoom);
void               lanyard_grid_view_set_turned   (LanyardGridView       *self,
                                                   gboolean               is_turned);
void               lanyard_grid_view_set_single   (LanyardGridView       *self,
                                                   gboolean               is_single);
void               lanyard_grid_view_set_division (LanyardGridView       *self,
                                                   LanyardGridDivision    division);
guint              lanyard_grid_view_get_column   (LanyardGridView       *self);
void               lanyard_grid_view_show_column  (LanyardGridView       *self,
                                                   guint                  column);
void               lanyard_grid_view_show_item    (LanyardGridView       *self,
                                                   LanyardItem           *item);
void               lanyard_grid_view_show_now     (LanyardGridView       *self);
char              *lanyard_grid_view_dup_position (LanyardGridView       *self);
void               lanyard_grid_view_set_position (LanyardGridView       *self,
                                                   const char            *position);
guint              lanyard_grid_view_get_n_shown  (LanyardGridView       *self);
guint              lanyard_grid_view_get_n_made   (LanyardGridView       *self);

G_END_DECLS
