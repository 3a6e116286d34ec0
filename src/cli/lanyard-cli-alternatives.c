/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How else somebody can hear what is in conflict: the same talk at another
 * time, and recordings, which are read from the store. Called by `plan`; main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-names.h"
#include "lanyard-cli-plans.h"
#include "lanyard-cli-store.h"

#include "time/lanyard-time-format.h"

static gboolean
load_of (LanyardCliPlans    *self,
         LanyardCliContext  *context,
         LanyardPlanEntry   *entry,
         GError            **error)
{
  LanyardCliView *view = lanyard_cli_plans_find_view (self, entry->conference);
  g_autoptr (LanyardTalk) talk = NULL;

  if (!LANYARD_IS_TALK (entry->item) || g_hash_table_contains (self->alternatives_of, entry))
    return TRUE;
  talk = lanyard_cli_store_load_talk (context, view->programme, lanyard_item_get_key (entry->item), error);
  if (talk == NULL)
    return FALSE;
  g_hash_table_insert (self->alternatives_of, entry, lanyard_alternatives_find (view->programme, talk, self->entries));
  return TRUE;
}

/**
 * lanyard_cli_plans_load_alternatives:
 * @self: plans, put together
 * @context: the run
 * @error: return location for an error
 *
 * Finds how else each talk that is in conflict can be heard.
 *
 * Returns: %FALSE with @error set when the store fails
 */
gboolean
lanyard_cli_plans_load_alternatives (LanyardCliPlans    *self,
                                     LanyardCliContext  *context,
                                     GError            **error)
{
  g_return_val_if_fail (self != NULL && self->conflicts != NULL && context != NULL, FALSE);

  self->alternatives_of = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (lanyard_cli_plans_shows_conflict (self, conflict) &&
          (!load_of (self, context, conflict->first, error) || !load_of (self, context, conflict->second, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * lanyard_cli_plans_get_alternatives:
 * @self: plans
 * @entry: an entry of theirs
 *
 * Gets how else an entry can be heard.
 *
 * Returns: (transfer none) (nullable) (element-type LanyardAlternative): the
 *   alternatives, %NULL if none were loaded
 */
GPtrArray *
lanyard_cli_plans_get_alternatives (LanyardCliPlans  *self,
                                    LanyardPlanEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  return self->alternatives_of != NULL ? g_hash_table_lookup (self->alternatives_of, entry) : NULL;
}

static char *
dup_repeat (LanyardCliPlans    *self,
            LanyardAlternative *alternative)
{
  LanyardItem *item = LANYARD_ITEM (alternative->talk);
  gint64 start = lanyard_item_get_start (item);
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (self->zone, start), LANYARD_DAY_MEDIUM);
  g_autofree char *time = lanyard_format_time_range (self->zone, start, lanyard_item_get_end (item));

  if (alternative->is_free)
    /* Translators: a title, a day and a stretch of time: "“Lunch” again: Mon 5 Oct, 12:00–12:30, and you are free then" */
    return g_strdup_printf (_("“%s” again: %s, %s, and you are free then"), lanyard_item_get_title (item), day, time);
  /* Translators: a title, a day and a stretch of time: "“Lunch” again: Mon 5 Oct, 12:00–12:30, but you are busy then" */
  return g_strdup_printf (_("“%s” again: %s, %s, but you are busy then"), lanyard_item_get_title (item), day, time);
}

/**
 * lanyard_cli_plans_add_alternative_notes:
 * @self: plans with their alternatives
 * @entry: an entry of theirs
 * @table: a table
 *
 * Says beneath the last row how else an entry can be heard.
 */
void
lanyard_cli_plans_add_alternative_notes (LanyardCliPlans  *self,
                                         LanyardPlanEntry *entry,
                                         LanyardCliTable  *table)
{
  GPtrArray *alternatives = lanyard_cli_plans_get_alternatives (self, entry);

  g_return_if_fail (table != NULL);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      LanyardAlternative *alternative = g_ptr_array_index (alternatives, i);
      g_autofree char *note = NULL;

      if (alternative->kind == LANYARD_ALTERNATIVE_REPEAT)
        note = dup_repeat (self, alternative);
      else
        /* Translators: a title and an address */
        note = g_strdup_printf (_("Recording of “%s”: %s"), lanyard_item_get_title (entry->item), alternative->link->url);
      lanyard_cli_table_add_note (table, note);
    }
}

/**
 * lanyard_cli_plans_append_alternatives:
 * @self: plans with their alternatives
 * @entry: an entry of theirs
 * @cell: what is appended to
 *
 * Appends for programs how else an entry can be heard: the ids of talks and the
 * addresses of recordings, with blanks between.
 */
void
lanyard_cli_plans_append_alternatives (LanyardCliPlans  *self,
                                       LanyardPlanEntry *entry,
                                       GString          *cell)
{
  GPtrArray *alternatives = lanyard_cli_plans_get_alternatives (self, entry);

  g_return_if_fail (cell != NULL);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      LanyardAlternative *alternative = g_ptr_array_index (alternatives, i);
      g_autofree char *id = NULL;

      if (alternative->kind == LANYARD_ALTERNATIVE_REPEAT)
        id = lanyard_cli_id_dup (LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (alternative->talk)));
      g_string_append_printf (cell, "%s%s", cell->len > 0 ? " " : "", id != NULL ? id : alternative->link->url);
    }
}
