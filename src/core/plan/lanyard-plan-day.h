/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-day.h"
#include "lanyard-plan-entry.h"

G_BEGIN_DECLS

/**
 * LanyardPlanDay:
 * @day: the day, a Julian day number as #GDate counts, or %LANYARD_DAY_NONE
 *   for what has no time yet
 * @hours: from when until when the programmes have something on it, cut at
 *   midnight; both %LANYARD_NO_TIME if they have nothing
 * @entries: (element-type LanyardPlanEntry): what runs on it, in timetable
 *   order; what has begun the day before comes first
 *
 * One day of a plan in some zone.
 */
typedef struct
{
  guint           day;
  LanyardStretch  hours;
  GPtrArray      *entries;
} LanyardPlanDay;

GPtrArray *lanyard_plan_days_new       (GPtrArray      *programmes,
                                        GPtrArray      *entries,
                                        LanyardZone    *zone);
GPtrArray *lanyard_plan_day_find_gaps  (LanyardPlanDay *self,
                                        gint64          least);

G_END_DECLS
