/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-grid-geometry.h"

G_BEGIN_DECLS

/**
 * LanyardGridTick:
 * @instant: UTC seconds
 * @is_hour: whether it is a full hour, and not half past
 *
 * A line of the time axis.
 */
typedef struct
{
  gint64   instant;
  gboolean is_hour;
} LanyardGridTick;

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
void    lanyard_grid_paint_now   (GtkSnapshot               *snapshot,
                                  const LanyardGridGeometry *geometry,
                                  gint64                     now,
                                  const GdkRGBA             *color,
                                  float                      alpha);

G_END_DECLS
