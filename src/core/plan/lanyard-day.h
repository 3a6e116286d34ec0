/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LANYARD_DAY_NONE:
 *
 * The day of what has no time yet.
 */
#define LANYARD_DAY_NONE 0

/**
 * LanyardDay:
 * @day: the day, a Julian day number as #GDate counts, or %LANYARD_DAY_NONE
 * @items: (element-type LanyardItem): what begins on it, in timetable order
 *
 * One day of a programme in some zone.
 */
typedef struct
{
  guint      day;
  GPtrArray *items;
} LanyardDay;

GPtrArray *lanyard_programme_dup_days (LanyardProgramme *programme,
                                       LanyardZone      *zone);
GPtrArray *lanyard_programme_dup_room_days (LanyardProgramme *programme,
                                            LanyardZone      *zone,
                                            const char       *room);
GPtrArray *lanyard_days_dup_lasting (GPtrArray   *days,
                                     LanyardZone *zone,
                                     guint        day);

G_END_DECLS
