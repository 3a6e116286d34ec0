/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-filter.h"
#include "lanyard-plan.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardPhase:
 * @LANYARD_PHASE_UNSCHEDULED: nothing has a time yet
 * @LANYARD_PHASE_BEFORE: the conference has not begun
 * @LANYARD_PHASE_DURING: something runs
 * @LANYARD_PHASE_PAUSE: nothing runs, but it goes on soon
 * @LANYARD_PHASE_BETWEEN: between two days, or after a gap as long as a night
 * @LANYARD_PHASE_AFTER: nothing comes any more
 *
 * Where in a conference an instant lies.
 */
typedef enum
{
  LANYARD_PHASE_UNSCHEDULED,
  LANYARD_PHASE_BEFORE,
  LANYARD_PHASE_DURING,
  LANYARD_PHASE_PAUSE,
  LANYARD_PHASE_BETWEEN,
  LANYARD_PHASE_AFTER,
} LanyardPhase;

/**
 * LanyardNowEntry:
 * @item: a talk, a break, or a block that holds no talks
 * @start: when it begins, UTC seconds
 * @end: when it ends, UTC seconds; a guess if not @has_end
 * @has_end: whether the programme says when it ends
 * @level: how much it is wanted for itself
 * @covered: whether the session it belongs to is picked as a whole
 *
 * Something that has a time. It is yours if @level or @covered says so.
 */
typedef struct
{
  LanyardItem  *item;
  gint64        start;
  gint64        end;
  gboolean      has_end;
  LanyardLevel  level;
  gboolean      covered;
} LanyardNowEntry;

/**
 * LanyardMoment:
 * @instant: when, UTC seconds
 * @phase: where in the conference that is
 * @running: (element-type LanyardNowEntry): what runs
 * @next: (element-type LanyardNowEntry): what begins next in each room
 * @next_of_plan: (element-type LanyardNowEntry): what begins next of the plan, empty if it is in @next
 * @previous_end: when what ran last ended, UTC seconds, or %LANYARD_NO_TIME before the first
 * @next_start: when the next begins, UTC seconds, or %LANYARD_NO_TIME if nothing does
 *
 * What there is at one instant; yours comes first in each list.
 */
typedef struct
{
  gint64        instant;
  LanyardPhase  phase;
  GPtrArray    *running;
  GPtrArray    *next;
  GPtrArray    *next_of_plan;
  gint64        previous_end;
  gint64        next_start;
} LanyardMoment;

/* A programme and a plan, made ready to be asked of many instants; never changes. */
typedef struct _LanyardNow LanyardNow;

LanyardNow    *lanyard_now_new                (LanyardProgramme *programme,
                                               LanyardPlan      *plan,
                                               LanyardFilter    *hidden);
void           lanyard_now_free               (LanyardNow       *self);
LanyardMoment *lanyard_now_dup_moment         (LanyardNow       *self,
                                               gint64            instant);
GPtrArray     *lanyard_now_get_entries        (LanyardNow       *self);
gboolean       lanyard_now_entry_is_yours     (const LanyardNowEntry *entry);

void           lanyard_moment_free            (LanyardMoment    *self);
char          *lanyard_moment_dup_title       (LanyardMoment    *self,
                                               LanyardZone      *zone);
char          *lanyard_moment_dup_description (LanyardMoment    *self,
                                               LanyardZone      *zone);

gboolean       lanyard_plan_is_running        (LanyardPlan      *plan,
                                               gint64            instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardNow, lanyard_now_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardMoment, lanyard_moment_free)

G_END_DECLS
