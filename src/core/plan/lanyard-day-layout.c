/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the entries of one day stand, to scale, so that there is nothing here
 * but instants and shares of a width. What overlaps stands in lanes side by
 * side, found as in the grid; a picked session's block is one of them, on which
 * stand those of its talks that are entries themselves. The page of the plan
 * and what prints it make one whenever the day changes. Any thread. */

#include "config.h"

#include "lanyard-day-layout.h"
#include "lanyard-grid-layout-private.h"

#define HOUR 3600
/* A day on which nothing is planned is drawn from nine to six. */
#define EMPTY_FROM (9 * HOUR)
#define EMPTY_UNTIL (18 * HOUR)

struct _LanyardDayLayout
{
  gint64 start;
  gint64 end;
  gint64 least;
  guint n_lanes;
  GArray *places;   /* owned, of LanyardDayPlace */
  GPtrArray *gaps;  /* owned, of LanyardGap */
};

G_DEFINE_BOXED_TYPE (LanyardDayLayout, lanyard_day_layout, lanyard_day_layout_ref, lanyard_day_layout_unref)

static void
clear_place (gpointer data)
{
  g_clear_pointer (&((LanyardDayPlace *) data)->entry, lanyard_plan_entry_unref);
}

static void
clear_layout (gpointer data)
{
  LanyardDayLayout *self = data;

  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
}

static LanyardDayPlace *
place_at (LanyardDayLayout *self,
          guint             number)
{
  return &g_array_index (self->places, LanyardDayPlace, number);
}

static gint64
drawn_end (LanyardDayLayout      *self,
           const LanyardDayPlace *place)
{
  return MAX (place->end, place->start + self->least);
}

/* What begins first; then blocks, what somebody is going to, and what is longer. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LanyardDayPlace *left = a;
  const LanyardDayPlace *right = b;
  gboolean is_block = LANYARD_IS_BLOCK (left->entry->item);

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (is_block != LANYARD_IS_BLOCK (right->entry->item))
    return is_block ? -1 : 1;
  if (left->entry->level != right->entry->level)
    return left->entry->level == LANYARD_LEVEL_GOING ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  return lanyard_item_compare (left->entry->item, right->entry->item);
}

static void
make_places (LanyardDayLayout *self,
             LanyardPlanDay   *day)
{
  for (guint i = 0; i < day->entries->len; i++)
    {
      LanyardDayPlace place = { .width = 1, .band = LANYARD_DAY_NOWHERE };
      LanyardStretch stretch;

      if (!lanyard_plan_day_cut (day, day->entries->pdata[i], &stretch))
        continue;
      place.entry = lanyard_plan_entry_ref (day->entries->pdata[i]);
      place.start = stretch.start;
      place.end = stretch.end;
      g_array_append_val (self->places, place);
    }
  g_array_sort (self->places, compare_places);
}

/* On its block stands what runs within it. */
static void
find_bands (LanyardDayLayout *self)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->places->len; i++)
    if (LANYARD_IS_BLOCK (place_at (self, i)->entry->item))
      g_array_append_val (blocks, i);
  for (guint i = 0; i < self->places->len; i++)
    for (guint j = 0; j < blocks->len; j++)
      {
        LanyardDayPlace *place = place_at (self, i);
        LanyardDayPlace *band = place_at (self, g_array_index (blocks, guint, j));

        if (place->start < band->start || place->end > band->end ||
            !lanyard_plan_entry_stands_on (place->entry, band->entry))
          continue;
        place->band = g_array_index (blocks, guint, j);
        band->is_band = TRUE;
        break;
      }
}

/* The lanes are the grid's: what stands on the day is its first column, what
 * stands on a band is in a column of its own. */
static void
assign_lanes (LanyardDayLayout *self)
{
  g_autoptr (GArray) columns = g_array_sized_new (FALSE, TRUE, sizeof (LanyardGridPlace), self->places->len);

  for (guint i = 0; i < self->places->len; i++)
    {
      const LanyardDayPlace *place = place_at (self, i);
      LanyardGridPlace in_column = {
        .column = place->band == LANYARD_DAY_NOWHERE ? 0 : place->band + 1,
        .n_columns = 1,
        .start = place->start,
        .end = place->end,
      };

      g_array_append_val (columns, in_column);
    }
  lanyard_grid_assign_lanes (columns, self->places->len + 1, self->least);
  for (guint i = 0; i < self->places->len; i++)
    {
      const LanyardGridPlace *in_column = &g_array_index (columns, LanyardGridPlace, i);
      LanyardDayPlace *place = place_at (self, i);

      place->left = (double) in_column->lane / in_column->n_lanes;
      place->width = (double) in_column->n_lanes_wide / in_column->n_lanes;
      if (in_column->column == 0)
        self->n_lanes = MAX (self->n_lanes, in_column->n_lanes);
    }
}

static gint64
since_hour (LanyardZone *zone,
            gint64       instant)
{
  gint64 wall = instant + lanyard_zone_get_offset (zone, instant);

  return ((wall % HOUR) + HOUR) % HOUR;
}

/* From hour to hour, as clocks on the wall show them. */
static void
measure_axis (LanyardDayLayout *self,
              LanyardPlanDay   *day,
              LanyardZone      *zone)
{
  gint64 start = day->hours.start != LANYARD_NO_TIME ? day->hours.start : G_MAXINT64;
  gint64 end = day->hours.start != LANYARD_NO_TIME ? day->hours.end : G_MININT64;

  for (guint i = 0; i < self->places->len; i++)
    {
      start = MIN (start, place_at (self, i)->start);
      end = MAX (end, drawn_end (self, place_at (self, i)));
    }
  if (start > end)
    {
      start = day->bounds.start + EMPTY_FROM;
      end = day->bounds.start + EMPTY_UNTIL;
    }
  self->start = start - since_hour (zone, start);
  self->end = end + (HOUR - since_hour (zone, end)) % HOUR;
}

/* Where the middle of a place is along the width of the day. */
static double
middle_of (LanyardDayLayout      *self,
           const LanyardDayPlace *place)
{
  double middle = place->left + place->width / 2;

  if (place->band == LANYARD_DAY_NOWHERE)
    return middle;
  return place_at (self, place->band)->left + middle * place_at (self, place->band)->width;
}

/* What is beside a place runs while it does; a talk is beside its band. */
static guint
find_beside (LanyardDayLayout *self,
             guint             number,
             gboolean          on_the_left)
{
  const LanyardDayPlace *place = place_at (self, number);
  double middle = middle_of (self, place);
  guint best = LANYARD_DAY_NOWHERE;
  double best_distance = 2;

  for (guint i = 0; i < self->places->len; i++)
    {
      const LanyardDayPlace *other = place_at (self, i);
      double distance = on_the_left ? middle - middle_of (self, other) : middle_of (self, other) - middle;

      if (distance > 0.0001 && distance < best_distance - 0.0001 && other->start < drawn_end (self, place) &&
          place->start < drawn_end (self, other))
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

/**
 * lanyard_day_layout_new:
 * @day: a day of a plan
 * @zone: the zone in which it is a day
 * @least: how many seconds high each entry is drawn at least, so that what
 *   begins within that time stands beside it and not over it
 *
 * Lays a day out. What has no time is left out.
 *
 * Returns: (transfer full): the layout
 */
LanyardDayLayout *
lanyard_day_layout_new (LanyardPlanDay *day,
                        LanyardZone    *zone,
                        gint64          least)
{
  LanyardDayLayout *self;

  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (least >= 0, NULL);

  self = g_atomic_rc_box_new0 (LanyardDayLayout);
  self->least = MAX (least, 1);
  self->places = g_array_new (FALSE, TRUE, sizeof (LanyardDayPlace));
  g_array_set_clear_func (self->places, clear_place);
  self->gaps = lanyard_plan_day_find_gaps (day, LANYARD_GAP_LEAST);
  if (day->day == LANYARD_DAY_NONE)
    return self;
  make_places (self, day);
  find_bands (self);
  assign_lanes (self);
  measure_axis (self, day, zone);
  return self;
}

/**
 * lanyard_day_layout_ref:
 * @self: a layout
 *
 * Keeps it.
 *
 * Returns: (transfer full): @self
 */
LanyardDayLayout *
lanyard_day_layout_ref (LanyardDayLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_day_layout_unref:
 * @self: (transfer full): a layout
 *
 * Lets it go.
 */
void
lanyard_day_layout_unref (LanyardDayLayout *self)
{
  g_atomic_rc_box_release_full (self, clear_layout);
}

/**
 * lanyard_day_layout_get_start:
 * @self: a layout
 *
 * Gets where the hours begin: a full hour on the wall, not after the day's
 * first entry nor the conference's first of the day.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_day_layout_get_start (LanyardDayLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->start;
}

/**
 * lanyard_day_layout_get_end:
 * @self: a layout
 *
 * Gets where the hours end: a full hour on the wall.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_day_layout_get_end (LanyardDayLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->end;
}

/**
 * lanyard_day_layout_get_n_places:
 * @self: a layout
 *
 * Gets how many places there are.
 *
 * Returns: a number
 */
guint
lanyard_day_layout_get_n_places (LanyardDayLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

/**
 * lanyard_day_layout_get_place:
 * @self: a layout
 * @place: a place's number
 *
 * Gets a place. They are in order of time, a band before what stands on it.
 *
 * Returns: (transfer none): the place
 */
const LanyardDayPlace *
lanyard_day_layout_get_place (LanyardDayLayout *self,
                              guint             place)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (place < self->places->len, NULL);

  return place_at (self, place);
}

/**
 * lanyard_day_layout_get_n_lanes:
 * @self: a layout
 *
 * Gets how many stand side by side where there are most.
 *
 * Returns: a number, 0 on a day without entries
 */
guint
lanyard_day_layout_get_n_lanes (LanyardDayLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lanes;
}

/**
 * lanyard_day_layout_get_gaps:
 * @self: a layout
 *
 * Gets the day's free stretches of at least %LANYARD_GAP_LEAST seconds, in
 * order of time. A fallback may be drawn over one.
 *
 * Returns: (transfer none) (element-type LanyardGap): the gaps
 */
GPtrArray *
lanyard_day_layout_get_gaps (LanyardDayLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->gaps;
}

/**
 * lanyard_day_layout_find_item:
 * @self: a layout
 * @item: an item, which may be of another programme than the entries
 *
 * Finds where an item stands, or one of the same kind and key.
 *
 * Returns: the place's number, %LANYARD_DAY_NOWHERE if it is not there
 */
guint
lanyard_day_layout_find_item (LanyardDayLayout *self,
                              LanyardItem      *item)
{
  guint found = LANYARD_DAY_NOWHERE;

  g_return_val_if_fail (self != NULL, LANYARD_DAY_NOWHERE);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), LANYARD_DAY_NOWHERE);

  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardItem *other = place_at (self, i)->entry->item;

      if (other == item)
        return i;
      if (found == LANYARD_DAY_NOWHERE && lanyard_item_get_kind (other) == lanyard_item_get_kind (item) &&
          g_str_equal (lanyard_item_get_key (other), lanyard_item_get_key (item)))
        found = i;
    }
  return found;
}

/**
 * lanyard_day_layout_find_at:
 * @self: a layout
 * @instant: UTC seconds
 *
 * Finds what runs then, on a band rather than the band itself, else what
 * begins next, else the last.
 *
 * Returns: the place's number, %LANYARD_DAY_NOWHERE on a day without entries
 */
guint
lanyard_day_layout_find_at (LanyardDayLayout *self,
                            gint64            instant)
{
  guint running = LANYARD_DAY_NOWHERE;

  g_return_val_if_fail (self != NULL, LANYARD_DAY_NOWHERE);

  for (guint i = 0; i < self->places->len; i++)
    {
      const LanyardDayPlace *place = place_at (self, i);

      if (place->start > instant)
        return running != LANYARD_DAY_NOWHERE ? running : i;
      if (place->end > instant && (running == LANYARD_DAY_NOWHERE || place->band == running))
        running = i;
    }
  if (running != LANYARD_DAY_NOWHERE || self->places->len == 0)
    return running;
  return self->places->len - 1;
}

/**
 * lanyard_day_layout_move:
 * @self: a layout
 * @place: a place's number
 * @move: the step
 *
 * Finds where a step leads; left is where lanes begin, also where people read
 * from right to left.
 *
 * Returns: a place's number, %LANYARD_DAY_NOWHERE if there is none
 */
guint
lanyard_day_layout_move (LanyardDayLayout *self,
                         guint             place,
                         LanyardDayMove    move)
{
  g_return_val_if_fail (self != NULL, LANYARD_DAY_NOWHERE);
  g_return_val_if_fail (place < self->places->len, LANYARD_DAY_NOWHERE);

  switch (move)
    {
    case LANYARD_DAY_EARLIER:
      return place > 0 ? place - 1 : LANYARD_DAY_NOWHERE;
    case LANYARD_DAY_LATER:
      return place + 1 < self->places->len ? place + 1 : LANYARD_DAY_NOWHERE;
    case LANYARD_DAY_LEFT:
      return find_beside (self, place, TRUE);
    case LANYARD_DAY_RIGHT:
      return find_beside (self, place, FALSE);
    case LANYARD_DAY_FIRST:
      return 0;
    case LANYARD_DAY_LAST:
      return self->places->len - 1;
    default:
      g_return_val_if_reached (LANYARD_DAY_NOWHERE);
    }
}
