/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the items of one day stand in a grid of rooms and hours: to scale, so
 * that there is nothing here but columns, lanes and instants. The window's grid
 * makes one whenever the day, the filter or the zoom changes. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-grid-layout-private.h"
#include "model/lanyard-talk.h"

#define HALF_AN_HOUR 1800

/* What a layout is made with. */
typedef struct
{
  LanyardGridLayout *layout; /* borrowed */
  LanyardGridDivision division;
  gint64 day_start;
  gint64 day_end;
  gint64 least;
  GHashTable *numbers;       /* owned: a column's key, borrowed, to its number plus one */
  int column_without_key;    /* -1 while there is none */
} Making;

G_DEFINE_BOXED_TYPE (LanyardGridLayout, lanyard_grid_layout, lanyard_grid_layout_ref, lanyard_grid_layout_unref)

static void
column_free (gpointer data)
{
  LanyardGridColumn *column = data;

  g_free (column->key);
  g_free (column->title);
  g_free (column);
}

static void
clear_place (gpointer data)
{
  g_clear_object (&((LanyardGridPlace *) data)->item);
}

static void
clear_band (gpointer data)
{
  g_clear_object (&((LanyardGridBand *) data)->block);
}

static void
clear_layout (gpointer data)
{
  LanyardGridLayout *self = data;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
}

static LanyardGridLayout *
make_empty (void)
{
  LanyardGridLayout *self = g_atomic_rc_box_new0 (LanyardGridLayout);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_array_new (FALSE, TRUE, sizeof (LanyardGridPlace));
  self->bands = g_array_new (FALSE, TRUE, sizeof (LanyardGridBand));
  g_array_set_clear_func (self->places, clear_place);
  g_array_set_clear_func (self->bands, clear_band);
  return self;
}

static const char *
key_of (Making      *making,
        LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);

  if (making->division == LANYARD_GRID_BY_SESSION)
    return session != NULL ? lanyard_session_get_key (session) : NULL;
  return room != NULL ? lanyard_room_get_name (room) : NULL;
}

static const char *
title_of (Making      *making,
          LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);

  if (making->division == LANYARD_GRID_BY_SESSION && session != NULL)
    return lanyard_session_get_title (session);
  return key_of (making, item);
}

/* A break that is nowhere in particular is everywhere. */
static gboolean
is_across (Making      *making,
           LanyardItem *item)
{
  return LANYARD_IS_BREAK (item) && key_of (making, item) == NULL;
}

/* Cut at the day's edges; FALSE for what is not on it. */
static gboolean
cut (Making      *making,
     LanyardItem *item,
     gint64      *start,
     gint64      *end)
{
  if (!lanyard_item_is_scheduled (item))
    return FALSE;
  *start = MAX (lanyard_item_get_start (item), making->day_start);
  *end = MIN (MAX (lanyard_item_get_end (item), *start), making->day_end);
  return *start < making->day_end &&
         (lanyard_item_get_start (item) == *start || lanyard_item_get_end (item) > making->day_start);
}

static guint
add_column (Making     *making,
            const char *key,
            const char *title)
{
  LanyardGridColumn *column = g_new0 (LanyardGridColumn, 1);

  column->key = g_strdup (key);
  column->title = g_strdup (title);
  g_ptr_array_add (making->layout->columns, column);
  return making->layout->columns->len - 1;
}

static guint
ensure_column_without_key (Making *making)
{
  if (making->column_without_key < 0)
    making->column_without_key = (int) add_column (making, NULL, NULL);
  return (guint) making->column_without_key;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const LanyardGridColumn *left = *(LanyardGridColumn **) a;
  const LanyardGridColumn *right = *(LanyardGridColumn **) b;
  g_autofree char *left_key = g_utf8_collate_key_for_filename (left->title, -1);
  g_autofree char *right_key = g_utf8_collate_key_for_filename (right->title, -1);

  return g_strcmp0 (left_key, right_key);
}

/* Those that are in @order in its order; then rooms by name, sessions as they
 * come in time. */
static void
sort_columns (Making             *making,
              const char * const *order)
{
  GPtrArray *columns = making->layout->columns;
  guint n_placed = 0;

  for (gsize i = 0; order != NULL && order[i] != NULL; i++)
    for (guint j = n_placed; j < columns->len; j++)
      if (g_str_equal (((LanyardGridColumn *) columns->pdata[j])->key, order[i]))
        {
          gpointer column = columns->pdata[j];

          memmove (&columns->pdata[n_placed + 1], &columns->pdata[n_placed], (j - n_placed) * sizeof (gpointer));
          columns->pdata[n_placed++] = column;
          break;
        }
  if (making->division == LANYARD_GRID_BY_ROOM && columns->len > n_placed)
    qsort (&columns->pdata[n_placed], columns->len - n_placed, sizeof (gpointer), compare_titles);
}

static void
make_columns (Making             *making,
              GPtrArray          *items,
              const char * const *order)
{
  GPtrArray *columns = making->layout->columns;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_keyless = FALSE;
  gint64 start;
  gint64 end;

  for (guint i = 0; i < items->len; i++)
    {
      const char *key = key_of (making, items->pdata[i]);

      if (!cut (making, items->pdata[i], &start, &end) || is_across (making, items->pdata[i]))
        continue;
      if (key == NULL)
        has_keyless = TRUE;
      else if (g_hash_table_add (seen, (gpointer) key))
        add_column (making, key, title_of (making, items->pdata[i]));
    }
  sort_columns (making, order);
  for (guint i = 0; i < columns->len; i++)
    g_hash_table_insert (making->numbers, ((LanyardGridColumn *) columns->pdata[i])->key, GUINT_TO_POINTER (i + 1));
  if (has_keyless)
    ensure_column_without_key (making);
}

static void
add_place (Making      *making,
           LanyardItem *item,
           guint        column,
           guint        n_columns)
{
  LanyardGridPlace place = { .column = column, .n_columns = n_columns, .n_lanes = 1, .n_lanes_wide = 1 };

  if (!cut (making, item, &place.start, &place.end))
    return;
  place.item = g_object_ref (item);
  g_array_append_val (making->layout->places, place);
}

/* A place across several columns never hides another: it stands in the longest
 * run of columns that are free at the time. */
static void
add_across (Making      *making,
            LanyardItem *item)
{
  guint n_columns = making->layout->columns->len;
  g_autofree gboolean *taken = g_new0 (gboolean, n_columns + 1);
  GArray *places = making->layout->places;
  gint64 start;
  gint64 end;
  guint best = 0;
  guint n_best = 0;
  guint n_run = 0;

  if (!cut (making, item, &start, &end))
    return;
  end = MAX (end, start + making->least);
  for (guint i = 0; i < places->len; i++)
    {
      const LanyardGridPlace *place = &g_array_index (places, LanyardGridPlace, i);

      if (place->start < end && MAX (place->end, place->start + making->least) > start)
        for (guint j = 0; j < place->n_columns; j++)
          taken[place->column + j] = TRUE;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      n_run = taken[i] ? 0 : n_run + 1;
      if (n_run > n_best)
        {
          n_best = n_run;
          best = i + 1 - n_run;
        }
    }
  if (n_best == 0)
    add_place (making, item, ensure_column_without_key (making), 1);
  else
    add_place (making, item, best, n_best);
}

static guint
number_of (Making     *making,
           const char *key)
{
  gpointer number = key != NULL ? g_hash_table_lookup (making->numbers, key) : NULL;

  return number != NULL ? GPOINTER_TO_UINT (number) - 1 : LANYARD_GRID_NOWHERE;
}

static void
make_places (Making    *making,
             GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!is_across (making, items->pdata[i]))
      {
        const char *key = key_of (making, items->pdata[i]);
        gint64 start;
        gint64 end;

        if (cut (making, items->pdata[i], &start, &end))
          add_place (making, items->pdata[i],
                     key != NULL ? number_of (making, key) : ensure_column_without_key (making), 1);
      }
  for (guint i = 0; i < items->len; i++)
    if (is_across (making, items->pdata[i]))
      add_across (making, items->pdata[i]);
}

static LanyardBlock *
block_of (LanyardItem *item)
{
  if (LANYARD_IS_TALK (item))
    return lanyard_talk_get_fields (LANYARD_TALK (item))->block;
  return LANYARD_IS_BREAK (item) ? lanyard_break_get_block (LANYARD_BREAK (item)) : NULL;
}

static void
make_bands (Making    *making,
            GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      LanyardBlock *block = block_of (items->pdata[i]);
      LanyardGridBand band;

      if (block == NULL || !g_hash_table_add (seen, block))
        continue;
      band.column = number_of (making, key_of (making, LANYARD_ITEM (block)));
      if (band.column == LANYARD_GRID_NOWHERE || !cut (making, LANYARD_ITEM (block), &band.start, &band.end))
        continue;
      band.block = g_object_ref (block);
      g_array_append_val (making->layout->bands, band);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LanyardGridPlace *left = a;
  const LanyardGridPlace *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  return left->end > right->end ? -1 : left->end < right->end;
}

static void
number_rows (LanyardGridLayout *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardGridPlace *place = &g_array_index (self->places, LanyardGridPlace, i);

      if (self->rows->len == 0 || g_array_index (self->rows, gint64, self->rows->len - 1) != place->start)
        g_array_append_val (self->rows, place->start);
      place->row = self->rows->len - 1;
    }
}

static gint64
since_half_hour (LanyardZone *zone,
                 gint64       instant)
{
  gint64 wall = instant + lanyard_zone_get_offset (zone, instant);

  return ((wall % HALF_AN_HOUR) + HALF_AN_HOUR) % HALF_AN_HOUR;
}

/* From half hour to half hour, as clocks on the wall show them. */
static void
measure_axis (Making      *making,
              LanyardZone *zone)
{
  LanyardGridLayout *self = making->layout;
  gint64 start = G_MAXINT64;
  gint64 end = G_MININT64;

  for (guint i = 0; i < self->places->len; i++)
    {
      const LanyardGridPlace *place = &g_array_index (self->places, LanyardGridPlace, i);

      start = MIN (start, place->start);
      end = MAX (end, MAX (place->end, place->start + making->least));
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      start = MIN (start, g_array_index (self->bands, LanyardGridBand, i).start);
      end = MAX (end, g_array_index (self->bands, LanyardGridBand, i).end);
    }
  if (start > end)
    return;
  self->start = start - since_half_hour (zone, start);
  self->end = end + (HALF_AN_HOUR - since_half_hour (zone, end)) % HALF_AN_HOUR;
}

/**
 * lanyard_grid_layout_new:
 * @items: (element-type LanyardItem): the items of the day
 * @zone: the zone in which it is a day
 * @day: the day, a Julian day number as #GDate counts
 * @division: what a column is
 * @order: (nullable) (array zero-terminated=1): keys of columns, the first ones first
 * @least: how many seconds high each item is drawn at least, so that what
 *   begins within that time stands beside it and not over it
 *
 * Lays a day out. What lasts past midnight is cut there; what has no time is
 * left out; breaks without a room stand across the rooms.
 *
 * Returns: (transfer full): the layout
 */
LanyardGridLayout *
lanyard_grid_layout_new (GPtrArray           *items,
                         LanyardZone         *zone,
                         guint                day,
                         LanyardGridDivision  division,
                         const char * const  *order,
                         gint64               least)
{
  LanyardGridLayout *self;
  g_autoptr (GHashTable) numbers = NULL;
  Making making;

  g_return_val_if_fail (items != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (least >= 0, NULL);

  self = make_empty ();
  if (!g_date_valid_julian (day))
    return self;
  numbers = g_hash_table_new (g_str_hash, g_str_equal);
  making = (Making) {
    .layout = self,
    .division = division,
    .day_start = lanyard_zone_get_day_start (zone, day),
    .day_end = lanyard_zone_get_day_start (zone, day + 1),
    .least = MAX (least, 1),
    .numbers = numbers,
    .column_without_key = -1,
  };
  make_columns (&making, items, order);
  make_places (&making, items);
  g_array_sort (self->places, compare_places);
  lanyard_grid_assign_lanes (self->places, self->columns->len, making.least);
  number_rows (self);
  make_bands (&making, items);
  measure_axis (&making, zone);
  return self;
}

/**
 * lanyard_grid_layout_ref:
 * @self: a layout
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardGridLayout *
lanyard_grid_layout_ref (LanyardGridLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_grid_layout_unref:
 * @self: (transfer full): a layout
 *
 * Lets it go.
 */
void
lanyard_grid_layout_unref (LanyardGridLayout *self)
{
  g_atomic_rc_box_release_full (self, clear_layout);
}
