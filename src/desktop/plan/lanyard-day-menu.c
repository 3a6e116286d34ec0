/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of an entry of the plan, on a day that is drawn and in the list. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing-menu.h"
#include "lanyard-day-view-private.h"
#include "lanyard-plan-edits.h"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_level (GMenu            *menu,
              const char       *label,
              LanyardPlanEntry *entry,
              LanyardLevel      level)
{
  append (menu, label, "plan.level",
          g_variant_new (LANYARD_PLAN_LEVEL_TARGET, lanyard_conference_get_uuid (entry->conference),
                         (guint) lanyard_item_get_kind (entry->item), lanyard_item_get_key (entry->item), (guint) level));
}

static gboolean
has_conflict (LanyardPlanEntry *entry,
              GPtrArray        *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (conflicts, i);

      if (conflict->first == entry || conflict->second == entry)
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_plan_entry_menu_new:
 * @entry: an entry of a plan
 * @open: the conference that the window shows
 * @conflicts: (element-type LanyardConflict): those of the plan
 *
 * Makes the menu of an entry, for a widget on the page of the plan. What is of
 * another conference is changed and exported where that is open.
 *
 * Returns: (transfer full): a menu
 */
GMenuModel *
lanyard_plan_entry_menu_new (LanyardPlanEntry      *entry,
                             LanyardOpenConference *open,
                             GPtrArray             *conflicts)
{
  gboolean is_own = LANYARD_IS_OWN_ENTRY (entry->item);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenuModel) out = NULL;

  append (look, is_own ? _("_Edit…") : _("_Open"), "plan.show", lanyard_plan_entry_to_target (entry));
  if (has_conflict (entry, conflicts))
    append (look, _("_Resolve Conflicts…"), "plan.resolve", lanyard_plan_entry_to_target (entry));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  if (!lanyard_plan_entry_is_of (entry, open))
    return G_MENU_MODEL (menu);
  if (!is_own && entry->level != LANYARD_LEVEL_GOING)
    append_level (change, _("_Going"), entry, LANYARD_LEVEL_GOING);
  if (!is_own && entry->level != LANYARD_LEVEL_MAYBE)
    append_level (change, _("_Maybe"), entry, LANYARD_LEVEL_MAYBE);
  append (change, is_own ? _("_Remove") : _("_Remove from My Plan"), "plan.remove", lanyard_plan_entry_to_target (entry));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  out = lanyard_outgoing_menu_new_section (entry->pick_kind, entry->pick_key);
  g_menu_append_section (menu, NULL, out);
  return G_MENU_MODEL (menu);
}

/* Not at once: an item that was chosen is still to be activated. */
static gboolean
unparent_cb (gpointer user_data)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (user_data);

  self->menu_closing = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (LanyardDayView *self)
{
  if (self->menu_closing == 0)
    self->menu_closing = g_idle_add (unparent_cb, self);
}

/* Private: shows the menu of an entry at a point of the view, or at its cell
 * for negative coordinates. */
void
lanyard_day_view_popup_menu (LanyardDayView *self,
                             LanyardDayPart *part,
                             double          x,
                             double          y)
{
  g_autoptr (GMenuModel) model = lanyard_plan_entry_menu_new (lanyard_day_part_get_entry (part), self->open, self->conflicts);
  GdkRectangle point = { (int) x, (int) y, 1, 1 };
  graphene_rect_t bounds;

  g_clear_handle_id (&self->menu_closing, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (x < 0 && gtk_widget_compute_bounds (part->widget, GTK_WIDGET (self), &bounds))
    point = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), x < 0);
  if (x >= 0)
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
