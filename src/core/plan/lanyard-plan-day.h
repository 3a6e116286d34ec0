/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-day.h"
#include "lanyard-plan-entry.h"

G_BEGIN_DECLS

/**
 * LanyardPlanDay:
 * @day: the day, a Julian day number as #GDate counts, or %LANYARD_DAY_NONE
 *   for what has no time yet
 * @bounds: from midnight to midnight
 * @hours: from when until when the programmes have something on it; both
 *   %LANYARD_NO_TIME if they have nothing
 * @entries: (element-type LanyardPlanEntry): what runs on it, in timetable
 *   order
 *
 * One day of a plan in some zone. What begins on it and ends in the night
 * after it is on this day alone; what lasts longer is on each day it touches.
 */
typedef struct
{
  guint           day;
  LanyardStretch  bounds;
  LanyardStretch  hours;
  GPtrArray      *entries;
} LanyardPlanDay;

GPtrArray *lanyard_plan_days_new       (GPtrArray        *programmes,
                                        GPtrArray        *entries,
                                        LanyardZone      *zone);
gboolean   lanyard_plan_day_begins     (LanyardPlanDay   *self,
                                        LanyardPlanEntry *entry);
gboolean   lanyard_plan_day_cut        (LanyardPlanDay   *self,
                                        LanyardPlanEntry *entry,
                                        LanyardStretch   *stretch);
GPtrArray *lanyard_plan_day_find_gaps  (LanyardPlanDay   *self,
                                        gint64            least);

G_END_DECLS
