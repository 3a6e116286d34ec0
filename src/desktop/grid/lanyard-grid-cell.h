/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-grid-layout.h"
#include "plan/lanyard-plan-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_GRID_CELL (lanyard_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGridCell, lanyard_grid_cell, LANYARD, GRID_CELL, GtkWidget)

GtkWidget       *lanyard_grid_cell_new        (GtkWidget              *canvas);
void             lanyard_grid_cell_bind       (LanyardGridCell        *self,
                                               LanyardOpenConference  *open,
                                               const LanyardGridPlace *place,
                                               guint                   number);
GtkWidget       *lanyard_grid_cell_new_entry  (GtkWidget              *day);
void             lanyard_grid_cell_bind_entry (LanyardGridCell        *self,
                                               LanyardOpenConference  *open,
                                               LanyardPlanEntry       *entry,
                                               const char             *label);
LanyardPlanEntry *lanyard_grid_cell_get_entry (LanyardGridCell       *self);
void             lanyard_grid_cell_refresh    (LanyardGridCell        *self);
LanyardItem     *lanyard_grid_cell_get_item   (LanyardGridCell        *self);
guint            lanyard_grid_cell_get_number (LanyardGridCell        *self);
void             lanyard_grid_cell_set_area   (LanyardGridCell        *self,
                                               const graphene_rect_t  *area);
const graphene_rect_t *lanyard_grid_cell_get_area (LanyardGridCell    *self);
void             lanyard_grid_cell_set_hidden (LanyardGridCell        *self,
                                               float                   left,
                                               float                   right,
                                               float                   top);
void             lanyard_grid_cell_set_sign   (LanyardGridCell        *self,
                                               float                   width,
                                               float                   top);
void             lanyard_grid_cell_set_line   (LanyardGridCell        *self,
                                               const graphene_rect_t  *line,
                                               const GdkRGBA          *color);

G_END_DECLS
