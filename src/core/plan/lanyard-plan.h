/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-pick.h"
#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LanyardPlanEntry:
 * @item: (transfer none): the talk, block or break
 * @level: how much it is wanted
 * @covered: whether the item is a talk or break of a session that is picked as a whole
 *
 * One line of a plan. A picked session stands there as its blocks.
 */
typedef struct
{
  LanyardItem  *item;
  LanyardLevel  level;
  gboolean      covered;
} LanyardPlanEntry;

/**
 * LanyardOverlap:
 * @first: (transfer none): the one that begins first
 * @second: (transfer none): the other
 * @start: when both run, UTC seconds
 * @end: until when, UTC seconds
 *
 * Two entries that ask for the same time.
 */
typedef struct
{
  const LanyardPlanEntry *first;
  const LanyardPlanEntry *second;
  gint64                  start;
  gint64                  end;
} LanyardOverlap;

#define LANYARD_TYPE_PLAN (lanyard_plan_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlan, lanyard_plan, LANYARD, PLAN, GObject)

LanyardPlan  *lanyard_plan_new          (LanyardProgramme *programme,
                                         GPtrArray        *picks);
GPtrArray    *lanyard_plan_get_entries  (LanyardPlan      *self);
GPtrArray    *lanyard_plan_get_overlaps (LanyardPlan      *self);
GPtrArray    *lanyard_plan_dup_overlaps_with (LanyardPlan *self,
                                              LanyardItem *item);
LanyardLevel  lanyard_plan_get_level    (LanyardPlan      *self,
                                         LanyardKind       kind,
                                         const char       *key);
gboolean      lanyard_plan_covers       (LanyardPlan      *self,
                                         LanyardItem      *item);
guint         lanyard_plan_get_n_picks  (LanyardPlan      *self);

G_END_DECLS
