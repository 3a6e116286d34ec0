/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan-entry.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardConflictKind:
 * @LANYARD_CONFLICT_OVERLAP: both run at the same time
 * @LANYARD_CONFLICT_ROOM_CHANGE: the second begins in another room too soon after the first has ended
 *
 * Why somebody cannot well be at both.
 */
typedef enum
{
  LANYARD_CONFLICT_OVERLAP,
  LANYARD_CONFLICT_ROOM_CHANGE,
} LanyardConflictKind;

#define LANYARD_TYPE_CONFLICT (lanyard_conflict_get_type ())

/**
 * LanyardConflict:
 * @kind: why they are in conflict
 * @level: how much both are wanted, the lesser of their levels:
 *   %LANYARD_LEVEL_GOING if somebody is to be at both, %LANYARD_LEVEL_MAYBE if
 *   one is a fallback, so that nothing is wrong
 * @first: the one that begins first
 * @second: the other
 * @start: when both run or, of a change of rooms, when the first ends, UTC seconds
 * @end: until when both run or, of a change of rooms, when the second begins, UTC seconds
 *
 * Two entries of a plan that ask for the same time; never changes. A block may
 * be in several with the same entry, if its talks between are left out.
 */
typedef struct
{
  LanyardConflictKind  kind;
  LanyardLevel         level;
  LanyardPlanEntry    *first;
  LanyardPlanEntry    *second;
  gint64               start;
  gint64               end;
} LanyardConflict;

/**
 * LANYARD_ROOM_CHANGE_MINUTES:
 *
 * How many minutes somebody needs between two rooms, unless they say otherwise.
 */
#define LANYARD_ROOM_CHANGE_MINUTES 5

GType             lanyard_conflict_get_type  (void);
LanyardConflict  *lanyard_conflict_ref       (LanyardConflict  *self);
void              lanyard_conflict_unref     (LanyardConflict  *self);
LanyardPlanEntry *lanyard_conflict_get_other (LanyardConflict  *self,
                                              LanyardPlanEntry *entry);
char             *lanyard_conflict_dup_title (LanyardConflict  *self);
char             *lanyard_conflict_dup_description (LanyardConflict *self,
                                                    LanyardZone     *zone);
GPtrArray        *lanyard_conflicts_find     (GPtrArray        *entries,
                                              gint64            room_change);
guint             lanyard_conflicts_count    (GPtrArray           *conflicts,
                                              LanyardConflictKind  kind,
                                              LanyardLevel         level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardConflict, lanyard_conflict_unref)

G_END_DECLS
