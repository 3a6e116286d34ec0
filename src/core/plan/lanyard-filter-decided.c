/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filters by what somebody decided: by level, mark and note.
 * Used by the filter and who makes one; any thread. */

#include "config.h"

#include "lanyard-filter-private.h"

/* What stars, marks and notes of an item are kept by: of a block, its session.
 * Returns FALSE for what has none. */
static gboolean
get_subject (LanyardItem  *item,
             LanyardKind  *kind,
             const char  **key)
{
  LanyardSession *session = lanyard_item_get_session (item);

  *kind = lanyard_item_get_kind (item);
  *key = lanyard_item_get_key (item);
  if (*kind != LANYARD_KIND_BLOCK)
    return *kind != LANYARD_KIND_OWN;
  if (session == NULL)
    return FALSE;
  *kind = LANYARD_KIND_SESSION;
  *key = lanyard_session_get_key (session);
  return TRUE;
}

/* Its own level, else that of the session which covers it. */
static LanyardLevel
get_level (LanyardItem *item,
           LanyardPlan *plan)
{
  LanyardLevel level;
  LanyardKind kind;
  const char *key;

  if (!get_subject (item, &kind, &key))
    return LANYARD_LEVEL_NONE;
  level = lanyard_plan_get_level (plan, kind, key);
  if (level == LANYARD_LEVEL_NONE && lanyard_plan_covers (plan, item))
    level = lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (lanyard_item_get_session (item)));
  return level;
}

/* Private: whether an item is in the plan, itself or as part of a session. */
gboolean
lanyard_filter_is_picked (LanyardItem *item,
                          LanyardPlan *plan)
{
  return plan != NULL && lanyard_level_is_picked (get_level (item, plan));
}

/* Private: whether any of what the filter asks for is decided about an item. */
gboolean
lanyard_filter_is_decided (LanyardFilter *self,
                           LanyardItem   *item,
                           LanyardPlan   *plan)
{
  LanyardFilterDecided decided = LANYARD_FILTER_DECIDED_NOTHING;
  LanyardDecisions *decisions;
  LanyardLevel level;
  LanyardMarks marks;
  LanyardKind kind;
  const char *key;

  if (plan == NULL || !get_subject (item, &kind, &key))
    return FALSE;
  decisions = lanyard_plan_get_decisions (plan);
  level = get_level (item, plan);
  marks = lanyard_decisions_get_marks (decisions, kind, key);
  if (level == LANYARD_LEVEL_GOING)
    decided |= LANYARD_FILTER_GOING;
  if (level == LANYARD_LEVEL_MAYBE)
    decided |= LANYARD_FILTER_MAYBE;
  if ((marks & LANYARD_MARK_SEEN) != 0)
    decided |= LANYARD_FILTER_SEEN;
  if ((marks & LANYARD_MARK_WATCH_LATER) != 0)
    decided |= LANYARD_FILTER_WATCH_LATER;
  if (lanyard_decisions_get_note (decisions, kind, key) != NULL)
    decided |= LANYARD_FILTER_NOTED;
  return (decided & self->decided) != 0;
}

/**
 * lanyard_filter_with_decided:
 * @self: a filter
 * @decided: any of these, or %LANYARD_FILTER_DECIDED_NOTHING for whatever is decided
 *
 * Makes a filter that keeps only what somebody decided something about.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_with_decided (LanyardFilter        *self,
                             LanyardFilterDecided  decided)
{
  LanyardFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lanyard_filter_copy (self);
  copy->decided = decided;
  return copy;
}

/**
 * lanyard_filter_get_decided:
 * @self: a filter
 *
 * Gets of what at least one must be decided.
 *
 * Returns: any of these, or %LANYARD_FILTER_DECIDED_NOTHING for whatever is decided
 */
LanyardFilterDecided
lanyard_filter_get_decided (LanyardFilter *self)
{
  g_return_val_if_fail (self != NULL, LANYARD_FILTER_DECIDED_NOTHING);

  return self->decided;
}
