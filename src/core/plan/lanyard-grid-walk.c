/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions to a grid's layout: what stands where, and where an arrow key leads
 * to. Any thread. */

#include "config.h"

#include "lanyard-grid-layout-private.h"

static const LanyardGridPlace *
place_at (LanyardGridLayout *self,
          guint              place)
{
  return &g_array_index (self->places, LanyardGridPlace, place);
}

static gboolean
is_in_column (const LanyardGridPlace *place,
              guint                   column)
{
  return column >= place->column && column < place->column + place->n_columns;
}

/* Seconds between an instant and a place, 0 while it runs. */
static gint64
distance (const LanyardGridPlace *place,
          gint64                  instant)
{
  if (instant < place->start)
    return place->start - instant;
  return instant >= place->end ? instant - place->end + 1 : 0;
}

static guint
step_in_column (LanyardGridLayout *self,
                guint              place,
                guint              column,
                int                step)
{
  for (gint64 i = (gint64) place + step; i >= 0 && i < self->places->len; i += step)
    if (is_in_column (place_at (self, (guint) i), column))
      return (guint) i;
  return LANYARD_GRID_NOWHERE;
}

static guint
end_of_column (LanyardGridLayout *self,
               guint              column,
               gboolean           last)
{
  guint found = LANYARD_GRID_NOWHERE;

  for (guint i = 0; i < self->places->len; i++)
    if (is_in_column (place_at (self, i), column))
      {
        found = i;
        if (!last)
          break;
      }
  return found;
}

/* What runs beside a place in its own column, one lane on or back. */
static guint
find_beside (LanyardGridLayout *self,
             guint              place,
             int                step)
{
  const LanyardGridPlace *from = place_at (self, place);
  guint found = LANYARD_GRID_NOWHERE;

  for (guint i = 0; i < self->places->len && from->n_lanes > 1; i++)
    {
      const LanyardGridPlace *other = place_at (self, i);

      if (other->column != from->column || other->n_columns > 1 || other->start >= from->end || other->end <= from->start)
        continue;
      if (step > 0 ? other->lane <= from->lane : other->lane >= from->lane)
        continue;
      if (found == LANYARD_GRID_NOWHERE ||
          (step > 0 ? other->lane < place_at (self, found)->lane : other->lane > place_at (self, found)->lane))
        found = i;
    }
  return found;
}

static guint
step_across (LanyardGridLayout *self,
             guint              place,
             gint64             instant,
             int                step)
{
  const LanyardGridPlace *from = place_at (self, place);
  guint found = find_beside (self, place, step);
  gint64 column = step > 0 ? (gint64) from->column + from->n_columns : (gint64) from->column - 1;

  for (; found == LANYARD_GRID_NOWHERE && column >= 0 && column < self->columns->len; column += step)
    found = lanyard_grid_layout_find_at (self, (guint) column, instant);
  return found;
}

/**
 * lanyard_grid_layout_find_item:
 * @self: a layout
 * @item: an item
 *
 * Finds where an item stands, also one of an older programme with the same key.
 *
 * Returns: the number of its place, or %LANYARD_GRID_NOWHERE
 */
guint
lanyard_grid_layout_find_item (LanyardGridLayout *self,
                               LanyardItem       *item)
{
  g_return_val_if_fail (LANYARD_IS_ITEM (item), LANYARD_GRID_NOWHERE);

  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardItem *other = place_at (self, i)->item;

      if (other == item || (lanyard_item_get_kind (other) == lanyard_item_get_kind (item) &&
                            g_strcmp0 (lanyard_item_get_key (other), lanyard_item_get_key (item)) == 0))
        return i;
    }
  return LANYARD_GRID_NOWHERE;
}

/**
 * lanyard_grid_layout_find_at:
 * @self: a layout
 * @column: a column
 * @instant: UTC seconds
 *
 * Finds what runs in a column at an instant, or else what is nearest in time.
 *
 * Returns: the number of its place, %LANYARD_GRID_NOWHERE in an empty column
 */
guint
lanyard_grid_layout_find_at (LanyardGridLayout *self,
                             guint              column,
                             gint64             instant)
{
  guint best = LANYARD_GRID_NOWHERE;

  for (guint i = 0; i < self->places->len; i++)
    if (is_in_column (place_at (self, i), column) &&
        (best == LANYARD_GRID_NOWHERE ||
         distance (place_at (self, i), instant) < distance (place_at (self, best), instant)))
      best = i;
  return best;
}

/**
 * lanyard_grid_layout_find_title:
 * @self: a layout
 * @after: a place, or %LANYARD_GRID_NOWHERE to look from the first
 * @words: what somebody typed
 *
 * Finds the next item whose title has words that begin so, going round.
 *
 * Returns: the number of its place, or %LANYARD_GRID_NOWHERE
 */
guint
lanyard_grid_layout_find_title (LanyardGridLayout *self,
                                guint              after,
                                const char        *words)
{
  guint first = after == LANYARD_GRID_NOWHERE ? 0 : after + 1;

  g_return_val_if_fail (words != NULL, LANYARD_GRID_NOWHERE);

  for (guint i = 0; i < self->places->len; i++)
    {
      guint place = (first + i) % self->places->len;

      if (g_str_match_string (words, lanyard_item_get_title (place_at (self, place)->item), TRUE))
        return place;
    }
  return LANYARD_GRID_NOWHERE;
}

/**
 * lanyard_grid_layout_move:
 * @self: a layout
 * @place: where the focus is
 * @instant: UTC seconds that somebody who goes from column to column stays near
 * @move: which way
 *
 * Finds where a key leads to.
 *
 * Returns: the number of a place, %LANYARD_GRID_NOWHERE at the edge
 */
guint
lanyard_grid_layout_move (LanyardGridLayout *self,
                          guint              place,
                          gint64             instant,
                          LanyardGridMove    move)
{
  guint column;

  g_return_val_if_fail (place < self->places->len, LANYARD_GRID_NOWHERE);

  column = place_at (self, place)->column;
  switch (move)
    {
    case LANYARD_GRID_EARLIER:
      return step_in_column (self, place, column, -1);
    case LANYARD_GRID_LATER:
      return step_in_column (self, place, column, 1);
    case LANYARD_GRID_PREVIOUS_COLUMN:
      return step_across (self, place, instant, -1);
    case LANYARD_GRID_NEXT_COLUMN:
      return step_across (self, place, instant, 1);
    case LANYARD_GRID_FIRST_COLUMN:
      return lanyard_grid_layout_find_at (self, 0, instant);
    case LANYARD_GRID_LAST_COLUMN:
      return lanyard_grid_layout_find_at (self, self->columns->len - 1, instant);
    case LANYARD_GRID_FIRST_IN_COLUMN:
      return end_of_column (self, column, FALSE);
    case LANYARD_GRID_LAST_IN_COLUMN:
      return end_of_column (self, column, TRUE);
    default:
      g_return_val_if_reached (LANYARD_GRID_NOWHERE);
    }
}

/**
 * lanyard_grid_layout_get_start:
 * @self: a layout
 *
 * Gets where the time axis begins: the half hour before the first item.
 *
 * Returns: UTC seconds, the same as the end where there is nothing
 */
gint64
lanyard_grid_layout_get_start (LanyardGridLayout *self)
{
  return self->start;
}

/**
 * lanyard_grid_layout_get_end:
 * @self: a layout
 *
 * Gets where the time axis ends: the half hour after the last item.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_grid_layout_get_end (LanyardGridLayout *self)
{
  return self->end;
}

/**
 * lanyard_grid_layout_get_n_columns:
 * @self: a layout
 *
 * Gets how many columns have something.
 *
 * Returns: the number of columns
 */
guint
lanyard_grid_layout_get_n_columns (LanyardGridLayout *self)
{
  return self->columns->len;
}

/**
 * lanyard_grid_layout_get_column:
 * @self: a layout
 * @column: a column's number
 *
 * Gets a column.
 *
 * Returns: (transfer none): the column
 */
const LanyardGridColumn *
lanyard_grid_layout_get_column (LanyardGridLayout *self,
                                guint              column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->columns->pdata[column];
}

/**
 * lanyard_grid_layout_get_n_rows:
 * @self: a layout
 *
 * Gets at how many different times something begins.
 *
 * Returns: the number of rows
 */
guint
lanyard_grid_layout_get_n_rows (LanyardGridLayout *self)
{
  return self->rows->len;
}

/**
 * lanyard_grid_layout_get_row_start:
 * @self: a layout
 * @row: a row's number
 *
 * Gets when what is in a row begins.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_grid_layout_get_row_start (LanyardGridLayout *self,
                                   guint              row)
{
  g_return_val_if_fail (row < self->rows->len, LANYARD_NO_TIME);

  return g_array_index (self->rows, gint64, row);
}

/**
 * lanyard_grid_layout_get_n_places:
 * @self: a layout
 *
 * Gets how many items it lays out.
 *
 * Returns: the number of places
 */
guint
lanyard_grid_layout_get_n_places (LanyardGridLayout *self)
{
  return self->places->len;
}

/**
 * lanyard_grid_layout_get_place:
 * @self: a layout
 * @place: a place's number; they are in order of time, then of columns
 *
 * Gets where an item stands.
 *
 * Returns: (transfer none): the place
 */
const LanyardGridPlace *
lanyard_grid_layout_get_place (LanyardGridLayout *self,
                               guint              place)
{
  g_return_val_if_fail (place < self->places->len, NULL);

  return place_at (self, place);
}

/**
 * lanyard_grid_layout_get_n_bands:
 * @self: a layout
 *
 * Gets how many blocks stand behind their talks.
 *
 * Returns: the number of bands
 */
guint
lanyard_grid_layout_get_n_bands (LanyardGridLayout *self)
{
  return self->bands->len;
}

/**
 * lanyard_grid_layout_get_band:
 * @self: a layout
 * @band: a band's number
 *
 * Gets a block behind its talks.
 *
 * Returns: (transfer none): the band
 */
const LanyardGridBand *
lanyard_grid_layout_get_band (LanyardGridLayout *self,
                              guint              band)
{
  g_return_val_if_fail (band < self->bands->len, NULL);

  return &g_array_index (self->bands, LanyardGridBand, band);
}
