/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-alternative.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-fit.h"
#include "plan/lanyard-plan-day.h"

#include "lanyard-cli-table.h"
#include "lanyard-cli-view.h"

G_BEGIN_DECLS

/**
 * LanyardCliPlans:
 * @views: (transfer full) (element-type LanyardCliView): the conferences
 * @is_everywhere: whether they are all that somebody has decided something about, and not just one
 * @zone: (transfer full): the zone in which times are shown
 * @entries: (transfer full) (element-type LanyardPlanEntry): the entries of all of them
 * @conflicts: (transfer full) (element-type LanyardConflict): what is in conflict
 * @conflicts_of: (transfer full): #LanyardPlanEntry to a #GPtrArray of those that it is in
 * @alternatives_of: (transfer full) (nullable): #LanyardPlanEntry to a #GPtrArray of
 *   #LanyardAlternative, once loaded, of the talks that are in conflict
 * @days: (transfer full) (element-type LanyardPlanDay): their days
 * @day: the day that is shown, or %LANYARD_CLI_ANY_DAY
 * @decided: of what at least one must be decided of an entry that is shown, or
 *   %LANYARD_FILTER_DECIDED_NOTHING
 * @room_change: how many seconds somebody needs between two rooms
 *
 * The plan of one conference, or those of several put together.
 */
typedef struct
{
  GPtrArray   *views;
  gboolean     is_everywhere;
  LanyardZone *zone;
  GPtrArray   *entries;
  GPtrArray   *conflicts;
  GHashTable  *conflicts_of;
  GHashTable  *alternatives_of;
  GPtrArray   *days;
  guint        day;
  LanyardFilterDecided decided;
  gint64       room_change;
} LanyardCliPlans;

gboolean        lanyard_cli_plans_load      (LanyardCliPlans   *self,
                                             LanyardCliContext *context,
                                             GError           **error);
void            lanyard_cli_plans_put_together (LanyardCliPlans *self);
void            lanyard_cli_plans_clear     (LanyardCliPlans   *self);
LanyardCliView *lanyard_cli_plans_find_view (LanyardCliPlans   *self,
                                             LanyardConference *conference);
GPtrArray      *lanyard_cli_plans_get_conflicts (LanyardCliPlans  *self,
                                                 LanyardPlanEntry *entry);
gboolean        lanyard_cli_plans_load_alternatives (LanyardCliPlans   *self,
                                                     LanyardCliContext *context,
                                                     GError           **error);
GPtrArray      *lanyard_cli_plans_get_alternatives (LanyardCliPlans  *self,
                                                    LanyardPlanEntry *entry);
void            lanyard_cli_plans_add_alternative_notes (LanyardCliPlans  *self,
                                                         LanyardPlanEntry *entry,
                                                         LanyardCliTable  *table);
void            lanyard_cli_plans_append_alternatives (LanyardCliPlans  *self,
                                                       LanyardPlanEntry *entry,
                                                       GString          *cell);
gboolean        lanyard_cli_plans_shows     (LanyardCliPlans   *self,
                                             LanyardPlanEntry  *entry);
gboolean        lanyard_cli_plans_shows_day (LanyardCliPlans   *self,
                                             LanyardPlanDay    *day);
gboolean        lanyard_cli_plans_shows_conflict (LanyardCliPlans *self,
                                                  LanyardConflict *conflict);
GPtrArray      *lanyard_cli_plans_dup_fits  (LanyardCliPlans   *self,
                                             LanyardGap        *gap);
const char     *lanyard_cli_conflict_kind_get_name (LanyardConflictKind kind);
const char     *lanyard_cli_fit_reason_get_name (LanyardFitReason reason);
void            lanyard_cli_plans_print_json (LanyardCliPlans  *self,
                                              gboolean          has_fits,
                                              LanyardCliOutput *output);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliPlans, lanyard_cli_plans_clear)

G_END_DECLS
