/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "lanyard-grid-geometry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_GRID_HEADERS (lanyard_grid_headers_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGridHeaders, lanyard_grid_headers, LANYARD, GRID_HEADERS, GtkWidget)

GtkWidget  *lanyard_grid_headers_new        (LanyardOpenConference     *open,
                                             const LanyardGridGeometry *geometry);
void        lanyard_grid_headers_set_layout (LanyardGridHeaders        *self);
void        lanyard_grid_headers_set_offset (LanyardGridHeaders        *self,
                                             double                     offset);
char       *lanyard_grid_column_dup_title   (const LanyardGridColumn   *column,
                                             LanyardGridDivision        division);
void        lanyard_grid_headers_set_division (LanyardGridHeaders      *self,
                                               LanyardGridDivision      division);

G_END_DECLS
