/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-plan-entry.h"

G_BEGIN_DECLS

/**
 * LANYARD_GAP_LEAST:
 *
 * How many seconds a free stretch lasts at least to be of interest, unless
 * somebody says otherwise.
 */
#define LANYARD_GAP_LEAST (10 * 60)

#define LANYARD_TYPE_GAP (lanyard_gap_get_type ())

/**
 * LanyardGap:
 * @start: when it begins, UTC seconds
 * @end: when it ends, UTC seconds
 * @before: (nullable): what somebody is going to that ends when it begins; %NULL at the day's beginning
 * @after: (nullable): what somebody is going to that begins when it ends; %NULL at the day's end
 * @has_maybe: whether a fallback runs in it
 *
 * A stretch of a day in which somebody is going nowhere; never changes.
 * Fallbacks do not end it, for they are what may fill it.
 */
typedef struct
{
  gint64            start;
  gint64            end;
  LanyardPlanEntry *before;
  LanyardPlanEntry *after;
  gboolean          has_maybe;
} LanyardGap;

GType       lanyard_gap_get_type (void);
LanyardGap *lanyard_gap_ref      (LanyardGap *self);
void        lanyard_gap_unref    (LanyardGap *self);
GPtrArray  *lanyard_gaps_find    (GPtrArray  *entries,
                                  gint64      start,
                                  gint64      end,
                                  gint64      least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardGap, lanyard_gap_unref)

G_END_DECLS
