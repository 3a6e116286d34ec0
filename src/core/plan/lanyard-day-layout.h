/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-gap.h"
#include "lanyard-plan-day.h"

G_BEGIN_DECLS

/**
 * LANYARD_DAY_NOWHERE:
 *
 * What is returned instead of a place's number when there is no such place.
 */
#define LANYARD_DAY_NOWHERE G_MAXUINT

/**
 * LanyardDayPlace:
 * @entry: what stands there
 * @start: when it begins on this day, UTC seconds
 * @end: when it ends on this day, UTC seconds
 * @left: where it begins, from 0 to 1, along the width of the day or, if it
 *   stands on a band, of the band
 * @width: how much of that width it fills, up to 1
 * @band: the number of the place of its session's block that it stands on, or %LANYARD_DAY_NOWHERE
 * @is_band: whether others stand on it
 *
 * Where an entry stands on a day. What overlaps stands side by side; talks
 * stand on the block of their session.
 */
typedef struct
{
  LanyardPlanEntry *entry;
  gint64            start;
  gint64            end;
  double            left;
  double            width;
  guint             band;
  gboolean          is_band;
} LanyardDayPlace;

/**
 * LanyardDayMove:
 * @LANYARD_DAY_EARLIER: to the one before in order of time
 * @LANYARD_DAY_LATER: to the next in order of time
 * @LANYARD_DAY_LEFT: to the one beside it on the left
 * @LANYARD_DAY_RIGHT: to the one beside it on the right
 * @LANYARD_DAY_FIRST: to the first of the day
 * @LANYARD_DAY_LAST: to the last of the day
 *
 * A step from one place of a day to another.
 */
typedef enum
{
  LANYARD_DAY_EARLIER,
  LANYARD_DAY_LATER,
  LANYARD_DAY_LEFT,
  LANYARD_DAY_RIGHT,
  LANYARD_DAY_FIRST,
  LANYARD_DAY_LAST,
} LanyardDayMove;

#define LANYARD_TYPE_DAY_LAYOUT (lanyard_day_layout_get_type ())

/* Where the entries of one day stand, to scale; never changes. */
typedef struct _LanyardDayLayout LanyardDayLayout;

GType                  lanyard_day_layout_get_type     (void);
LanyardDayLayout      *lanyard_day_layout_new          (LanyardPlanDay   *day,
                                                        LanyardZone      *zone,
                                                        gint64            least);
LanyardDayLayout      *lanyard_day_layout_ref          (LanyardDayLayout *self);
void                   lanyard_day_layout_unref        (LanyardDayLayout *self);
gint64                 lanyard_day_layout_get_start    (LanyardDayLayout *self);
gint64                 lanyard_day_layout_get_end      (LanyardDayLayout *self);
guint                  lanyard_day_layout_get_n_places (LanyardDayLayout *self);
const LanyardDayPlace *lanyard_day_layout_get_place    (LanyardDayLayout *self,
                                                        guint             place);
guint                  lanyard_day_layout_get_n_lanes  (LanyardDayLayout *self);
GPtrArray             *lanyard_day_layout_get_gaps     (LanyardDayLayout *self);
guint                  lanyard_day_layout_find_item    (LanyardDayLayout *self,
                                                        LanyardItem      *item);
guint                  lanyard_day_layout_find_at      (LanyardDayLayout *self,
                                                        gint64            instant);
guint                  lanyard_day_layout_move         (LanyardDayLayout *self,
                                                        guint             place,
                                                        LanyardDayMove    move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardDayLayout, lanyard_day_layout_unref)

G_END_DECLS
