/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LanyardStretch:
 * @start: UTC seconds
 * @end: UTC seconds
 *
 * A stretch of time.
 */
typedef struct
{
  gint64 start;
  gint64 end;
} LanyardStretch;

#define LANYARD_TYPE_PLAN_ENTRY (lanyard_plan_entry_get_type ())

/**
 * LanyardPlanEntry:
 * @item: the talk, block or break, or the own entry
 * @conference: whose plan it is in
 * @level: how much it is wanted, never %LANYARD_LEVEL_NONE or %LANYARD_LEVEL_LEFT_OUT
 * @covered: whether the item belongs to a session that is picked as a whole
 * @pick_kind: what kind of thing to set the level of, if that of the entry is to
 *   change: a session for its blocks, else its own kind
 * @pick_key: (transfer none): which of that kind
 * @busy: (element-type LanyardStretch): when it asks for somebody, in order of
 *   time: nothing if it has no time or is cancelled, else all of its time, but
 *   of a block that of its talks and breaks which are left out, or are entries
 *   themselves
 *
 * One line of a plan; never changes. A picked session stands there as its
 * blocks.
 */
typedef struct
{
  LanyardItem       *item;
  LanyardConference *conference;
  LanyardLevel       level;
  gboolean           covered;
  LanyardKind        pick_kind;
  const char        *pick_key;
  GArray            *busy;
} LanyardPlanEntry;

GType             lanyard_plan_entry_get_type (void);
LanyardPlanEntry *lanyard_plan_entry_ref      (LanyardPlanEntry *self);
void              lanyard_plan_entry_unref    (LanyardPlanEntry *self);
gint64            lanyard_plan_entry_get_end  (LanyardPlanEntry *self);
gboolean          lanyard_plan_entry_is_busy  (LanyardPlanEntry *self,
                                               gint64            start,
                                               gint64            end);
gboolean          lanyard_plan_entry_stands_on (LanyardPlanEntry *self,
                                                LanyardPlanEntry *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPlanEntry, lanyard_plan_entry_unref)

G_END_DECLS
