/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with one item of the grid: stars, and the menu of a right
 * press, a long touch or the menu key. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../schedule/lanyard-item-menu.h"
#include "../widgets/lanyard-pick-actions.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-picking.h"
#include "lanyard-grid-view-private.h"

/* Private: to the level, or away from it. */
void
lanyard_grid_view_toggle_level (LanyardGridView *self,
                                LanyardItem     *item,
                                LanyardLevel     level)
{
  g_autoptr (GPtrArray) pickables = lanyard_pickables_new ();
  LanyardPickable *pickable = lanyard_pickable_new_of_item (item);

  if (pickable == NULL)
    return;
  g_ptr_array_add (pickables, pickable);
  lanyard_picking_toggle_level (GTK_WIDGET (self), self->open, pickables, level);
}

/* Private: what a press of the star in a list does. */
void
lanyard_grid_view_step_level (LanyardGridView *self,
                              LanyardItem     *item)
{
  g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (item);

  if (pickable != NULL)
    lanyard_picking_step (GTK_WIDGET (self), self->open, pickable);
}

/* Private: somebody wants to see an item. */
void
lanyard_grid_view_activate_place (LanyardGridView *self,
                                  guint            place)
{
  g_autoptr (LanyardItem) item = g_object_ref (lanyard_grid_layout_get_place (self->geometry.layout, place)->item);

  g_signal_emit_by_name (self, "item-activated", item);
}

/* "gridview.open", of the item that the menu is about. */
static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);

  if (self->geometry.layout != NULL && self->current < lanyard_grid_layout_get_n_places (self->geometry.layout))
    lanyard_grid_view_activate_place (self, self->current);
}

static GMenuModel *
make_menu (LanyardGridView       *self,
           LanyardItem           *item,
           const LanyardPickable *pickable)
{
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenuModel) more = lanyard_item_menu_new (item);

  g_menu_append (own, _("_Open"), "gridview.open");
  g_menu_prepend_section (G_MENU (more), NULL, G_MENU_MODEL (own));
  return pickable != NULL ? lanyard_pick_menu_new (self->open, pickable, more) : g_steal_pointer (&more);
}

/* Not at once: an item that was chosen is still to be activated. */
static gboolean
unparent_cb (gpointer user_data)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (user_data);

  self->menu_closing = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (LanyardGridView *self)
{
  if (self->menu_closing == 0)
    self->menu_closing = g_idle_add (unparent_cb, self);
}

/* Private: shows the menu of an item at a point of the view, or below its cell
 * for negative coordinates. */
void
lanyard_grid_view_popup_menu (LanyardGridView *self,
                              GtkWidget       *cell,
                              double           x,
                              double           y)
{
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle point = { (int) x, (int) y, 1, 1 };
  LanyardPickable *pickable;
  LanyardItem *item;
  graphene_rect_t bounds;

  g_clear_handle_id (&self->menu_closing, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (cell == NULL)
    return;
  if (x < 0 && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    point = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  item = lanyard_grid_cell_get_item (LANYARD_GRID_CELL (cell));
  pickable = lanyard_pickable_new_of_item (item);
  model = make_menu (self, item, pickable);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), x < 0);
  if (x >= 0)
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  lanyard_pick_actions_take_pickable (lanyard_pick_actions_new (self->menu, self->open), pickable);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Private: the actions of the menu. */
void
lanyard_grid_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "gridview.open", NULL, open_action);
}
