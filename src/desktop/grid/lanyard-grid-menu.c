/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with one item of the grid: stars, and the menu of a right
 * press, a long touch or the menu key. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-grid-view-private.h"

static void
get_pick (LanyardItem  *item,
          LanyardKind  *kind,
          const char  **key)
{
  LanyardSession *session = lanyard_item_get_session (item);

  *kind = lanyard_item_get_kind (item);
  *key = lanyard_item_get_key (item);
  if (*kind != LANYARD_KIND_BLOCK)
    return;
  *kind = LANYARD_KIND_SESSION;
  *key = session != NULL ? lanyard_session_get_key (session) : NULL;
}

/* Private: to the level, or away from it. */
void
lanyard_grid_view_toggle_level (LanyardGridView *self,
                                LanyardItem     *item,
                                LanyardLevel     level)
{
  LanyardKind kind;
  const char *key;

  get_pick (item, &kind, &key);
  if (key == NULL)
    return;
  if (lanyard_open_conference_get_level (self->open, kind, key) == level)
    level = LANYARD_LEVEL_NONE;
  lanyard_open_conference_set_level (self->open, kind, key, level);
}

/* Private: somebody wants to see an item. */
void
lanyard_grid_view_activate_place (LanyardGridView *self,
                                  guint            place)
{
  g_autoptr (LanyardItem) item = g_object_ref (lanyard_grid_layout_get_place (self->geometry.layout, place)->item);

  g_signal_emit_by_name (self, "item-activated", item);
}

/* "gridview.toggle-level", of the item that the menu is about. */
static void
toggle_level_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);
  LanyardLevel level = g_str_equal (g_variant_get_string (target, NULL), "maybe") ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING;

  if (self->geometry.layout != NULL && self->current < lanyard_grid_layout_get_n_places (self->geometry.layout))
    lanyard_grid_view_toggle_level (self, lanyard_grid_layout_get_place (self->geometry.layout, self->current)->item, level);
}

/* "gridview.open", likewise. */
static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);

  if (self->geometry.layout != NULL && self->current < lanyard_grid_layout_get_n_places (self->geometry.layout))
    lanyard_grid_view_activate_place (self, self->current);
}

static void
append_target (GMenu      *menu,
               const char *label,
               const char *action,
               GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (LanyardGridView *self,
           LanyardItem     *item)
{
  g_autoptr (GMenu) main_section = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  GMenu *menu = g_menu_new ();
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardLevel level = LANYARD_LEVEL_NONE;
  LanyardKind kind;
  const char *key;

  get_pick (item, &kind, &key);
  if (key != NULL)
    level = lanyard_open_conference_get_level (self->open, kind, key);
  g_menu_append (main_section, _("_Open"), "gridview.open");
  if (key != NULL)
    {
      append_target (main_section, level == LANYARD_LEVEL_GOING ? _("_Remove from My Plan") : _("_Add to My Plan"),
                     "gridview.toggle-level", g_variant_new_string ("going"));
      append_target (main_section, level == LANYARD_LEVEL_MAYBE ? _("Not _Maybe Any More") : _("Add as _Maybe"),
                     "gridview.toggle-level", g_variant_new_string ("maybe"));
      append_target (main_section, _("Add to _Calendar"), "win.add-to-calendar", g_variant_new ("(us)", (guint) kind, key));
    }
  if (session != NULL)
    append_target (places, lanyard_session_get_title (session), "win.show-session", g_variant_new_string (lanyard_session_get_key (session)));
  if (room != NULL)
    append_target (places, lanyard_room_get_name (room), "win.show-room", g_variant_new_string (lanyard_room_get_name (room)));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (main_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  return G_MENU_MODEL (menu);
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
  graphene_rect_t bounds;

  g_clear_handle_id (&self->menu_closing, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (cell == NULL)
    return;
  if (x < 0 && gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    point = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  model = make_menu (self, lanyard_grid_cell_get_item (LANYARD_GRID_CELL (cell)));
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), x < 0);
  if (x >= 0)
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Private: the actions of the menu. */
void
lanyard_grid_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "gridview.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "gridview.toggle-level", "s", toggle_level_action);
}
