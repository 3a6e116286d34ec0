/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-block.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LANYARD_GRID_NOWHERE:
 *
 * What is returned instead of a place's number when there is no such place.
 */
#define LANYARD_GRID_NOWHERE G_MAXUINT

/**
 * LanyardGridDivision:
 * @LANYARD_GRID_BY_ROOM: a column is a room
 * @LANYARD_GRID_BY_SESSION: a column is a session
 *
 * What the columns of a grid are.
 */
typedef enum
{
  LANYARD_GRID_BY_ROOM,
  LANYARD_GRID_BY_SESSION,
} LanyardGridDivision;

/**
 * LanyardGridColumn:
 * @key: (nullable): a room's name or a session's key, %NULL for what has none
 * @title: (nullable): what people read, %NULL for what has none
 *
 * A column of a grid.
 */
typedef struct
{
  char *key;
  char *title;
} LanyardGridColumn;

/**
 * LanyardGridPlace:
 * @item: the talk, the break, or the block without talks
 * @column: the first column it stands in
 * @n_columns: how many columns it stands across
 * @row: the number of its start among all different starts
 * @lane: beside how many others it stands
 * @n_lanes: into how many lanes its column is divided here
 * @n_lanes_wide: how many of the lanes it fills
 * @start: when it begins on this day, UTC seconds
 * @end: when it ends on this day, UTC seconds
 *
 * Where an item stands in a grid.
 */
typedef struct
{
  LanyardItem *item;
  guint        column;
  guint        n_columns;
  guint        row;
  guint        lane;
  guint        n_lanes;
  guint        n_lanes_wide;
  gint64       start;
  gint64       end;
} LanyardGridPlace;

/**
 * LanyardGridBand:
 * @block: the block
 * @column: where it is
 * @start: when it begins on this day, UTC seconds
 * @end: when it ends on this day, UTC seconds
 *
 * A block behind its talks.
 */
typedef struct
{
  LanyardBlock *block;
  guint         column;
  gint64        start;
  gint64        end;
} LanyardGridBand;

/**
 * LanyardGridMove:
 * @LANYARD_GRID_EARLIER: to the one before in the same column
 * @LANYARD_GRID_LATER: to the next in the same column
 * @LANYARD_GRID_PREVIOUS_COLUMN: to what is nearest in time one column before
 * @LANYARD_GRID_NEXT_COLUMN: to what is nearest in time one column on
 * @LANYARD_GRID_FIRST_COLUMN: to what is nearest in time in the first column
 * @LANYARD_GRID_LAST_COLUMN: to what is nearest in time in the last column
 * @LANYARD_GRID_FIRST_IN_COLUMN: to the first in the same column
 * @LANYARD_GRID_LAST_IN_COLUMN: to the last in the same column
 *
 * A step from one place of a grid to another.
 */
typedef enum
{
  LANYARD_GRID_EARLIER,
  LANYARD_GRID_LATER,
  LANYARD_GRID_PREVIOUS_COLUMN,
  LANYARD_GRID_NEXT_COLUMN,
  LANYARD_GRID_FIRST_COLUMN,
  LANYARD_GRID_LAST_COLUMN,
  LANYARD_GRID_FIRST_IN_COLUMN,
  LANYARD_GRID_LAST_IN_COLUMN,
} LanyardGridMove;

#define LANYARD_TYPE_GRID_LAYOUT (lanyard_grid_layout_get_type ())

/* Where the items of one day stand in a grid of columns and hours; never
 * changes. */
typedef struct _LanyardGridLayout LanyardGridLayout;

GType                    lanyard_grid_layout_get_type   (void);
LanyardGridLayout       *lanyard_grid_layout_new        (GPtrArray           *items,
                                                         LanyardZone         *zone,
                                                         guint                day,
                                                         LanyardGridDivision  division,
                                                         const char * const  *order,
                                                         gint64               least);
LanyardGridLayout       *lanyard_grid_layout_ref        (LanyardGridLayout   *self);
void                     lanyard_grid_layout_unref      (LanyardGridLayout   *self);
gint64                   lanyard_grid_layout_get_start  (LanyardGridLayout   *self);
gint64                   lanyard_grid_layout_get_end    (LanyardGridLayout   *self);
guint                    lanyard_grid_layout_get_n_columns (LanyardGridLayout *self);
const LanyardGridColumn *lanyard_grid_layout_get_column (LanyardGridLayout   *self,
                                                         guint                column);
guint                    lanyard_grid_layout_get_n_rows (LanyardGridLayout   *self);
gint64                   lanyard_grid_layout_get_row_start (LanyardGridLayout *self,
                                                            guint              row);
guint                    lanyard_grid_layout_get_n_places (LanyardGridLayout *self);
const LanyardGridPlace  *lanyard_grid_layout_get_place  (LanyardGridLayout   *self,
                                                         guint                place);
guint                    lanyard_grid_layout_get_n_bands (LanyardGridLayout  *self);
const LanyardGridBand   *lanyard_grid_layout_get_band   (LanyardGridLayout   *self,
                                                         guint                band);

guint                    lanyard_grid_layout_find_item  (LanyardGridLayout   *self,
                                                         LanyardItem         *item);
guint                    lanyard_grid_layout_find_at    (LanyardGridLayout   *self,
                                                         guint                column,
                                                         gint64               instant);
guint                    lanyard_grid_layout_find_title (LanyardGridLayout   *self,
                                                         guint                after,
                                                         const char          *words);
guint                    lanyard_grid_layout_move       (LanyardGridLayout   *self,
                                                         guint                place,
                                                         gint64               instant,
                                                         LanyardGridMove      move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardGridLayout, lanyard_grid_layout_unref)

G_END_DECLS
