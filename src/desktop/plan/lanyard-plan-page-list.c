/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan as a list: the entries by day, and between them what is free and
 * what is in conflict. Main thread. */

#include "config.h"

#include "../schedule/lanyard-item-menu.h"
#include "lanyard-day-view-private.h"
#include "lanyard-plan-edits.h"
#include "lanyard-plan-page-private.h"

static GPtrArray *
make_lines (LanyardItem *item,
            gpointer     user_data)
{
  return lanyard_plan_lines_dup (LANYARD_PLAN_PAGE (user_data)->lines, item);
}

/* Private: shows what is of one day, or all there is for NULL. */
void
lanyard_plan_page_fill_list (LanyardPlanPage      *self,
                             const LanyardPlanDay *day)
{
  GPtrArray *entries = day != NULL ? day->entries : lanyard_shown_plan_get_entries (self->plan);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GHashTable) elsewhere = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (items, entry->item);
      if (!lanyard_plan_entry_is_of (entry, self->open))
        g_hash_table_insert (elsewhere, g_object_ref (entry->item), g_strdup (lanyard_conference_get_title (entry->conference)));
    }
  g_clear_pointer (&self->lines, lanyard_plan_lines_free);
  self->lines = lanyard_plan_lines_new (self->plan);
  lanyard_item_list_set_elsewhere (self->list, elsewhere);
  lanyard_item_list_set_items (self->list, items, !self->filled);
  lanyard_item_list_renew_lines (self->list);
  self->filled = TRUE;
}

/* What is of another conference is known by its entry. */
static LanyardPlanEntry *
find_entry (LanyardPlanPage *self,
            LanyardItem     *item)
{
  GPtrArray *entries = lanyard_shown_plan_get_entries (self->plan);

  for (guint i = 0; i < entries->len; i++)
    if (((LanyardPlanEntry *) g_ptr_array_index (entries, i))->item == item)
      return g_ptr_array_index (entries, i);
  return NULL;
}

static GMenuModel *
make_menu (LanyardItem *item,
           gpointer     user_data)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (user_data);
  LanyardPlanEntry *entry = find_entry (self, item);

  return entry != NULL ? lanyard_plan_entry_menu_new (entry, self->open, lanyard_shown_plan_get_conflicts (self->plan)) : NULL;
}

/* Private: an entry of the list was pressed. */
void
lanyard_plan_page_item_activated_cb (LanyardPlanPage *self,
                                     LanyardItem     *item)
{
  LanyardPlanEntry *entry = find_entry (self, item);
  g_autoptr (GVariant) target = NULL;

  if (entry == NULL)
    return;
  target = g_variant_ref_sink (lanyard_plan_entry_to_target (entry));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "plan.show", target);
}

/* Private: says once whose plan the list is of. */
void
lanyard_plan_page_set_list_open (LanyardPlanPage *self)
{
  lanyard_item_list_set_open (self->list, self->open, LANYARD_HEADING_DAY);
  lanyard_item_list_set_line_maker (self->list, make_lines, self);
  lanyard_item_menu_attach (self->list, make_menu, self);
}
