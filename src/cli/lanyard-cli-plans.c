/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of one conference, or of all about which somebody has decided
 * something. Called by `plan`; main thread. */

#include "config.h"

#include "lanyard-cli-day.h"
#include "lanyard-cli-plans.h"
#include "lanyard-cli-store.h"

static void
add_view (LanyardCliPlans *self,
          LanyardCliView  *view)
{
  /* One zone for all, also where that is a conference's own. */
  if (self->zone == NULL)
    self->zone = lanyard_zone_ref (view->zone);
  lanyard_zone_unref (view->zone);
  view->zone = lanyard_zone_ref (self->zone);
  g_ptr_array_add (self->views, view);
}

static gboolean
load_all (LanyardCliPlans    *self,
          LanyardCliContext  *context,
          GError            **error)
{
  g_autoptr (GPtrArray) conferences = lanyard_cli_context_list_conferences (context, error);

  if (conferences == NULL)
    return FALSE;
  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      g_autoptr (LanyardDecisions) decisions =
          lanyard_cli_store_load_decisions (context, lanyard_conference_get_uuid (conference), error);
      LanyardCliView *view;

      if (decisions == NULL)
        return FALSE;
      if (lanyard_decisions_is_empty (decisions))
        continue;
      view = lanyard_cli_view_new_of (context, conference, FALSE, error);
      if (view == NULL)
        return FALSE;
      add_view (self, view);
    }
  if (self->zone == NULL)
    self->zone = lanyard_cli_context_ref_zone (context, NULL);
  return TRUE;
}

/**
 * lanyard_cli_plans_load:
 * @self: plans, nothing but @is_everywhere set
 * @context: the run
 * @error: return location for an error
 *
 * Loads the conference that the command line means, or all.
 *
 * Returns: %FALSE with @error set when there is no such conference or the store fails
 */
gboolean
lanyard_cli_plans_load (LanyardCliPlans    *self,
                        LanyardCliContext  *context,
                        GError            **error)
{
  LanyardCliView *view;

  g_return_val_if_fail (self != NULL && context != NULL, FALSE);

  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_cli_view_free);
  if (self->is_everywhere)
    return load_all (self, context, error);
  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL)
    return FALSE;
  add_view (self, view);
  return TRUE;
}

static void
note_conflict (LanyardCliPlans  *self,
               LanyardPlanEntry *entry,
               LanyardConflict  *conflict)
{
  GPtrArray *of_entry = g_hash_table_lookup (self->conflicts_of, entry);

  if (of_entry == NULL)
    {
      of_entry = g_ptr_array_new ();
      g_hash_table_insert (self->conflicts_of, entry, of_entry);
    }
  g_ptr_array_add (of_entry, conflict);
}

/**
 * lanyard_cli_plans_put_together:
 * @self: loaded plans with the minutes between rooms
 *
 * Finds their entries, conflicts and days.
 */
void
lanyard_cli_plans_put_together (LanyardCliPlans *self)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->views->len; i++)
    {
      LanyardCliView *view = g_ptr_array_index (self->views, i);

      g_ptr_array_add (plans, view->plan);
      g_ptr_array_add (programmes, view->programme);
    }
  self->entries = lanyard_plans_dup_entries (plans);
  self->conflicts = lanyard_conflicts_find (self->entries, self->room_change);
  self->conflicts_of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (self->conflicts, i);

      note_conflict (self, conflict->first, conflict);
      note_conflict (self, conflict->second, conflict);
    }
  self->days = lanyard_plan_days_new (programmes, self->entries, self->zone);
}

/**
 * lanyard_cli_plans_clear:
 * @self: plans
 *
 * Lets go of all that is in them.
 */
void
lanyard_cli_plans_clear (LanyardCliPlans *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->alternatives_of, g_hash_table_unref);
  g_clear_pointer (&self->conflicts_of, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_clear_pointer (&self->views, g_ptr_array_unref);
}

/**
 * lanyard_cli_plans_find_view:
 * @self: plans
 * @conference: a conference of theirs
 *
 * Finds what was loaded of a conference.
 *
 * Returns: (transfer none): its view
 */
LanyardCliView *
lanyard_cli_plans_find_view (LanyardCliPlans   *self,
                             LanyardConference *conference)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->views->len; i++)
    {
      LanyardCliView *view = g_ptr_array_index (self->views, i);

      if (view->conference == conference)
        return view;
    }
  g_return_val_if_reached (NULL);
}

/**
 * lanyard_cli_plans_get_conflicts:
 * @self: plans, put together
 * @entry: an entry of theirs
 *
 * Gets what an entry is in conflict with.
 *
 * Returns: (transfer none) (nullable) (element-type LanyardConflict): its
 *   conflicts by start, %NULL if there are none
 */
GPtrArray *
lanyard_cli_plans_get_conflicts (LanyardCliPlans  *self,
                                 LanyardPlanEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  return g_hash_table_lookup (self->conflicts_of, entry);
}

/**
 * lanyard_cli_plans_shows_day:
 * @self: plans
 * @day: a day of theirs
 *
 * Says whether a day is shown: the one that is meant, or any.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_cli_plans_shows_day (LanyardCliPlans *self,
                             LanyardPlanDay  *day)
{
  g_return_val_if_fail (self != NULL && day != NULL, FALSE);

  return self->day == LANYARD_CLI_ANY_DAY || day->day == self->day;
}

/* Of an own entry nothing is decided but that it is there. */
static gboolean
is_decided (LanyardCliPlans  *self,
            LanyardPlanEntry *entry)
{
  LanyardCliView *view = lanyard_cli_plans_find_view (self, entry->conference);
  g_autoptr (LanyardFilter) any = NULL;
  g_autoptr (LanyardFilter) filter = NULL;

  if (self->decided == LANYARD_FILTER_DECIDED_NOTHING)
    return TRUE;
  if (LANYARD_IS_OWN_ENTRY (entry->item))
    return (self->decided & LANYARD_FILTER_GOING) != 0;
  any = lanyard_filter_new ();
  filter = lanyard_filter_with_decided (any, self->decided);
  return lanyard_filter_matches (filter, entry->item, view->plan, self->zone, LANYARD_NO_TIME);
}

static gboolean
is_on_day (LanyardCliPlans  *self,
           LanyardPlanEntry *entry)
{
  return self->day == LANYARD_CLI_ANY_DAY ||
         (lanyard_item_is_scheduled (entry->item) &&
          lanyard_zone_get_day (self->zone, lanyard_item_get_start (entry->item)) == self->day);
}

/**
 * lanyard_cli_plans_shows:
 * @self: plans
 * @entry: an entry of theirs
 *
 * Says whether an entry is shown, because it begins on a day that is, and what
 * is asked for is decided of it.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_cli_plans_shows (LanyardCliPlans  *self,
                         LanyardPlanEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  return is_on_day (self, entry) && is_decided (self, entry);
}

/**
 * lanyard_cli_plans_shows_conflict:
 * @self: plans
 * @conflict: a conflict in them
 *
 * Says whether a conflict is shown, because one of its entries is on a day that
 * is, and what is asked for is decided of both.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_cli_plans_shows_conflict (LanyardCliPlans *self,
                                  LanyardConflict *conflict)
{
  g_return_val_if_fail (self != NULL && conflict != NULL, FALSE);

  return (is_on_day (self, conflict->first) || is_on_day (self, conflict->second)) &&
         is_decided (self, conflict->first) && is_decided (self, conflict->second);
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  return lanyard_fit_compare (*(LanyardFit **) a, *(LanyardFit **) b);
}

/**
 * lanyard_cli_plans_dup_fits:
 * @self: plans
 * @gap: a gap in them
 *
 * Lists what fits a gap in all the conferences.
 *
 * Returns: (transfer full) (element-type LanyardFit): what fits, the best first
 */
GPtrArray *
lanyard_cli_plans_dup_fits (LanyardCliPlans *self,
                            LanyardGap      *gap)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_fit_unref);

  g_return_val_if_fail (self != NULL && gap != NULL, all);

  for (guint i = 0; i < self->views->len; i++)
    {
      LanyardCliView *view = g_ptr_array_index (self->views, i);

      if (view->fits == NULL)
        view->fits = lanyard_fits_new (view->plan, NULL);
      g_ptr_array_extend_and_steal (all, lanyard_fits_dup_for_gap (view->fits, gap, self->room_change));
    }
  g_ptr_array_sort (all, compare_fits);
  return all;
}

/**
 * lanyard_cli_conflict_kind_get_name:
 * @kind: why two entries are in conflict
 *
 * Gets a name for programs.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_conflict_kind_get_name (LanyardConflictKind kind)
{
  switch (kind)
    {
    case LANYARD_CONFLICT_OVERLAP: return "overlap";
    case LANYARD_CONFLICT_ROOM_CHANGE: return "room-change";
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_cli_fit_reason_get_name:
 * @reason: why something is offered for a gap
 *
 * Gets a name for programs.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_fit_reason_get_name (LanyardFitReason reason)
{
  switch (reason)
    {
    case LANYARD_FIT_MAYBE: return "maybe";
    case LANYARD_FIT_SESSION: return "session";
    case LANYARD_FIT_SPEAKER: return "speaker";
    case LANYARD_FIT_KEYWORD: return "keyword";
    case LANYARD_FIT_TIME: return "time";
    default: g_return_val_if_reached (NULL);
    }
}
