/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-grid-layout.h"

G_BEGIN_DECLS

struct _LanyardGridLayout
{
  gint64     start;   /* of the axis, a full hour or half hour, UTC seconds */
  gint64     end;     /* of the axis, likewise */
  GPtrArray *columns; /* owned, of LanyardGridColumn */
  GArray    *rows;    /* owned, of gint64: the different starts, ascending */
  GArray    *places;  /* owned, of LanyardGridPlace, by start, then column, then lane; their items are owned */
  GArray    *bands;   /* owned, of LanyardGridBand; their blocks are owned */
};

void lanyard_grid_assign_lanes (GArray *places,
                                guint   n_columns,
                                gint64  least);

G_END_DECLS
