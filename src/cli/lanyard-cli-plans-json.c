/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans in JSON, as src/cli/JSON.md describes it. Called by `plan`; main
 * thread. */

#include "config.h"

#include <string.h>

#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-plans.h"

#include "plan/lanyard-fit.h"
#include "time/lanyard-time-format.h"

static void
add_item (LanyardCliPlans   *self,
          LanyardCliJson    *json,
          LanyardItem       *item,
          LanyardConference *conference)
{
  lanyard_cli_view_set_json (lanyard_cli_plans_find_view (self, conference), json);
  lanyard_cli_json_add_string (json, "conference_uuid", lanyard_conference_get_uuid (conference));
  lanyard_cli_json_add_item (json, "item", item);
}

static void
add_entry (LanyardCliPlans  *self,
           LanyardCliJson   *json,
           LanyardPlanEntry *entry)
{
  lanyard_cli_json_begin_object (json, NULL);
  lanyard_cli_json_add_string (json, "level", lanyard_cli_level_get_name (entry->level));
  lanyard_cli_json_add_boolean (json, "is_covered", entry->covered);
  add_item (self, json, entry->item, entry->conference);
  lanyard_cli_json_end_object (json);
}

/* Only the id of an entry; null for none. */
static void
add_entry_id (LanyardCliJson   *json,
              const char       *name,
              LanyardPlanEntry *entry)
{
  if (entry == NULL)
    lanyard_cli_json_add_string (json, name, NULL);
  else
    lanyard_cli_json_add_id (json, name, lanyard_item_get_kind (entry->item), lanyard_item_get_key (entry->item));
}

static void
add_both (LanyardCliJson  *json,
          LanyardConflict *conflict)
{
  add_entry_id (json, "first", conflict->first);
  add_entry_id (json, "second", conflict->second);
  lanyard_cli_json_add_instant (json, "start", conflict->start);
  lanyard_cli_json_add_instant (json, "end", conflict->end);
}

static void
add_overlaps (LanyardCliPlans *self,
              LanyardCliJson  *json)
{
  lanyard_cli_json_begin_list (json, "overlaps");
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->kind != LANYARD_CONFLICT_OVERLAP || !lanyard_cli_plans_shows_conflict (self, conflict))
        continue;
      lanyard_cli_json_begin_object (json, NULL);
      add_both (json, conflict);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
}

static void
add_alternatives_of (LanyardCliPlans  *self,
                     LanyardCliJson   *json,
                     LanyardPlanEntry *entry)
{
  GPtrArray *alternatives = lanyard_cli_plans_get_alternatives (self, entry);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      LanyardAlternative *alternative = g_ptr_array_index (alternatives, i);

      lanyard_cli_json_begin_object (json, NULL);
      add_entry_id (json, "of", entry);
      if (alternative->kind == LANYARD_ALTERNATIVE_REPEAT)
        {
          lanyard_cli_json_add_string (json, "kind", "repeat");
          lanyard_cli_json_add_boolean (json, "is_free", alternative->is_free);
          add_item (self, json, LANYARD_ITEM (alternative->talk), entry->conference);
        }
      else
        {
          lanyard_cli_json_add_string (json, "kind", "recording");
          lanyard_cli_json_add_string (json, "url", alternative->link->url);
          lanyard_cli_json_add_string (json, "title", alternative->link->title);
        }
      lanyard_cli_json_end_object (json);
    }
}

static void
add_conflicts (LanyardCliPlans *self,
               LanyardCliJson  *json)
{
  lanyard_cli_json_begin_list (json, "conflicts");
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (!lanyard_cli_plans_shows_conflict (self, conflict))
        continue;
      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "kind", lanyard_cli_conflict_kind_get_name (conflict->kind));
      lanyard_cli_json_add_string (json, "level", lanyard_cli_level_get_name (conflict->level));
      add_both (json, conflict);
      lanyard_cli_json_add_string (json, "first_conference_uuid",
                                   lanyard_conference_get_uuid (conflict->first->conference));
      lanyard_cli_json_add_string (json, "second_conference_uuid",
                                   lanyard_conference_get_uuid (conflict->second->conference));
      if (self->alternatives_of != NULL)
        {
          lanyard_cli_json_begin_list (json, "alternatives");
          add_alternatives_of (self, json, conflict->first);
          add_alternatives_of (self, json, conflict->second);
          lanyard_cli_json_end_list (json);
        }
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
}

static void
add_fits (LanyardCliPlans *self,
          LanyardCliJson  *json,
          LanyardGap      *gap)
{
  g_autoptr (GPtrArray) fits = lanyard_cli_plans_dup_fits (self, gap);

  lanyard_cli_json_begin_list (json, "fits");
  for (guint i = 0; i < fits->len; i++)
    {
      LanyardFit *fit = g_ptr_array_index (fits, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "reason", lanyard_cli_fit_reason_get_name (fit->reason));
      lanyard_cli_json_add_string (json, "shared", fit->shared);
      lanyard_cli_json_add_number (json, "n_shared", fit->n_shared);
      lanyard_cli_json_add_boolean (json, "is_tight", fit->is_tight);
      add_item (self, json, fit->item, fit->conference);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
}

static void
add_gaps (LanyardCliPlans *self,
          LanyardCliJson  *json,
          LanyardPlanDay  *day,
          gboolean         has_fits)
{
  g_autoptr (GPtrArray) gaps = lanyard_plan_day_find_gaps (day, LANYARD_GAP_LEAST);

  lanyard_cli_json_begin_list (json, "gaps");
  for (guint i = 0; i < gaps->len; i++)
    {
      LanyardGap *gap = g_ptr_array_index (gaps, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_instant (json, "start", gap->start);
      lanyard_cli_json_add_instant (json, "end", gap->end);
      add_entry_id (json, "before", gap->before);
      add_entry_id (json, "after", gap->after);
      lanyard_cli_json_add_boolean (json, "has_maybe", gap->has_maybe);
      if (has_fits)
        add_fits (self, json, gap);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
}

static void
add_days (LanyardCliPlans *self,
          LanyardCliJson  *json,
          gboolean         has_fits)
{
  lanyard_cli_json_begin_list (json, "days");
  for (guint i = 0; i < self->days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (self->days, i);
      g_autofree char *date = NULL;

      if (day->day == LANYARD_DAY_NONE || !lanyard_cli_plans_shows_day (self, day))
        continue;
      date = lanyard_format_iso8601 (self->zone, day->bounds.start);
      date[strlen ("2026-10-05")] = '\0';
      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "day", date);
      lanyard_cli_json_add_instant (json, "start", day->hours.start);
      lanyard_cli_json_add_instant (json, "end", day->hours.end);
      add_gaps (self, json, day, has_fits);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
}

static LanyardCliJson *
begin (LanyardCliPlans *self)
{
  LanyardCliJson *json;

  if (!self->is_everywhere)
    return lanyard_cli_view_new_json (self->views->pdata[0]);
  json = lanyard_cli_json_new (self->zone);
  lanyard_cli_json_begin_list (json, "conferences");
  for (guint i = 0; i < self->views->len; i++)
    {
      LanyardCliView *view = g_ptr_array_index (self->views, i);

      lanyard_cli_json_add_conference (json, NULL, view->conference, lanyard_plan_get_n_picks (view->plan));
    }
  lanyard_cli_json_end_list (json);
  return json;
}

/**
 * lanyard_cli_plans_print_json:
 * @self: plans, put together
 * @has_fits: whether to say what fits each gap
 * @output: where to
 *
 * Prints plans for programs.
 */
void
lanyard_cli_plans_print_json (LanyardCliPlans  *self,
                              gboolean          has_fits,
                              LanyardCliOutput *output)
{
  g_autoptr (LanyardCliJson) json = NULL;

  g_return_if_fail (self != NULL && output != NULL);

  json = begin (self);
  lanyard_cli_json_begin_list (json, "entries");
  for (guint i = 0; i < self->entries->len; i++)
    if (lanyard_cli_plans_shows (self, self->entries->pdata[i]))
      add_entry (self, json, self->entries->pdata[i]);
  lanyard_cli_json_end_list (json);
  add_overlaps (self, json);
  add_conflicts (self, json);
  add_days (self, json, has_fits);
  lanyard_cli_json_print (json, output);
}
