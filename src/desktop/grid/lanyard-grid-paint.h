/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../widgets/lanyard-hour-lines.h"
#include "lanyard-grid-geometry.h"

G_BEGIN_DECLS

GArray *lanyard_grid_dup_ticks   (const LanyardGridGeometry *geometry,
                                  LanyardZone               *zone,
                                  double                     from,
                                  double                     until);
void    lanyard_grid_paint_bands (GtkWidget                 *widget,
                                  GtkSnapshot               *snapshot,
                                  const LanyardGridGeometry *geometry,
                                  const graphene_rect_t     *sight);
void    lanyard_grid_paint_lines (GtkWidget                 *widget,
                                  GtkSnapshot               *snapshot,
                                  const LanyardGridGeometry *geometry,
                                  LanyardZone               *zone,
                                  const graphene_rect_t     *sight);
graphene_rect_t lanyard_grid_get_now_line (const LanyardGridGeometry *geometry,
                                           gint64                     now);

G_END_DECLS
