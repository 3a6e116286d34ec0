/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of all there is to decide about one thing: its level, and its marks.
 * Stars, rows, cells and pages open it, some with more entries of their own.
 * It is made when it is opened. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing-menu.h"
#include "lanyard-pick-actions.h"
#include "lanyard-pick-menu.h"
#include "lanyard-pick-source.h"
#include "lanyard-picking.h"

/* Only what is in a session that is starred as a whole can be left out of it. */
static gboolean
offers_left_out (LanyardOpenConference *open,
                 const LanyardPickable *pickable)
{
  return lanyard_picking_is_in_picked (open, pickable) || lanyard_picking_get_level (open, pickable) == LANYARD_LEVEL_LEFT_OUT;
}

/**
 * lanyard_pick_menu_new_levels:
 * @open: the conference
 * @pickable: what the menu is about
 *
 * Makes the part of a menu that chooses a level, for a widget that has the
 * [class@PickActions].
 *
 * Returns: (transfer full): a section
 */
GMenuModel *
lanyard_pick_menu_new_levels (LanyardOpenConference *open,
                              const LanyardPickable *pickable)
{
  GMenu *levels = g_menu_new ();

  g_menu_append (levels, _("_Going"), "pick.level::going");
  g_menu_append (levels, _("_Maybe"), "pick.level::maybe");
  if (offers_left_out (open, pickable))
    {
      g_menu_append (levels, _("_Left Out"), "pick.level::left-out");
      g_menu_append (levels, _("Like Its _Session"), "pick.level::none");
    }
  else
    g_menu_append (levels, _("_Not in My Plan"), "pick.level::none");
  return G_MENU_MODEL (levels);
}

/**
 * lanyard_pick_menu_new_marks:
 *
 * Makes the part of a menu that sets marks, likewise.
 *
 * Returns: (transfer full): a section
 */
GMenuModel *
lanyard_pick_menu_new_marks (void)
{
  GMenu *marks = g_menu_new ();

  g_menu_append (marks, _("_Seen"), "pick.seen");
  g_menu_append (marks, _("_Watch Later"), "pick.watch-later");
  return G_MENU_MODEL (marks);
}

/**
 * lanyard_pick_menu_new:
 * @open: the conference
 * @pickable: what the menu is about
 * @more: (nullable): sections that come after
 *
 * Makes the menu of one thing, likewise.
 *
 * Returns: (transfer full): a menu
 */
GMenuModel *
lanyard_pick_menu_new (LanyardOpenConference *open,
                       const LanyardPickable *pickable,
                       GMenuModel            *more)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) levels = lanyard_pick_menu_new_levels (open, pickable);
  g_autoptr (GMenuModel) marks = lanyard_pick_menu_new_marks ();

  g_menu_append_section (menu, NULL, levels);
  /* Nobody watches a coffee break later. */
  if (pickable->kind != LANYARD_KIND_BREAK)
    g_menu_append_section (menu, NULL, marks);
  for (int i = 0; more != NULL && i < g_menu_model_get_n_items (more); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (more, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, section);
    }
  return G_MENU_MODEL (menu);
}

/* By then the window, and the menu with it, may be gone. */
static gboolean
unparent_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (GTK_WIDGET (user_data)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (user_data));
  return G_SOURCE_REMOVE;
}

/* Not at once, for the entry that was chosen acts after the menu is closed. */
static void
closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

/**
 * lanyard_pick_menu_popup:
 * @widget: what shows it
 * @open: the conference
 * @pickable: (transfer full) (nullable): what the menu is about; %NULL for @more alone
 * @more: (nullable): sections that come after
 * @x: where in @widget the menu points to, pixels from its left edge
 * @y: likewise, from its upper edge
 *
 * Opens the menu of one thing.
 */
void
lanyard_pick_menu_popup (GtkWidget             *widget,
                         LanyardOpenConference *open,
                         LanyardPickable       *pickable,
                         GMenuModel            *more,
                         double                 x,
                         double                 y)
{
  g_autoptr (GMenuModel) model = NULL;
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };
  GtkWidget *focus;
  GtkWidget *menu;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (pickable != NULL || more != NULL);

  model = pickable != NULL ? lanyard_pick_menu_new (open, pickable, more) : g_object_ref (more);
  menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  /* What had the focus goes on, not what shows the menu. */
  focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  if (focus != NULL)
    g_signal_connect_object (menu, "closed", G_CALLBACK (gtk_widget_grab_focus), focus, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (menu, widget);
  lanyard_pick_actions_take_pickable (lanyard_pick_actions_new (menu, open), pickable);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (gtk_widget_unparent), menu, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (menu));
}

static gboolean
popup_at (GtkWidget             *page,
          LanyardOpenConference *open,
          double                 x,
          double                 y)
{
  LanyardPickable *pickable = NULL;
  g_autoptr (GMenuModel) more = NULL;

  /* Only of what one points at: the page itself has a menu elsewhere. */
  for (GtkWidget *widget = gtk_widget_pick (page, x, y, GTK_PICK_DEFAULT); widget != NULL && widget != page && pickable == NULL;
       widget = gtk_widget_get_parent (widget))
    pickable = lanyard_pick_source_dup_of (widget);
  if (pickable == NULL)
    return FALSE;
  more = lanyard_outgoing_menu_new (pickable->kind, pickable->key);
  lanyard_pick_menu_popup (page, open, pickable, more, x, y);
  return TRUE;
}

static void
pressed_cb (GtkGesture            *gesture,
            int                    n_press,
            double                 x,
            double                 y,
            LanyardOpenConference *open)
{
  GtkWidget *page = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (popup_at (page, open, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGesture            *gesture,
                 double                 x,
                 double                 y,
                 LanyardOpenConference *open)
{
  pressed_cb (gesture, 1, x, y, open);
}

static gboolean
key_cb (GtkWidget *page,
        GVariant  *arguments,
        gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));
  graphene_rect_t bounds;

  if (focus == NULL || focus == page || !gtk_widget_is_ancestor (focus, page) || !gtk_widget_compute_bounds (focus, page, &bounds))
    return FALSE;
  return popup_at (page, LANYARD_OPEN_CONFERENCE (user_data), bounds.origin.x + bounds.size.width / 3,
                   bounds.origin.y + bounds.size.height / 2);
}

/**
 * lanyard_pick_menu_attach:
 * @page: a page with rows or cards that have a star
 * @open: the conference
 *
 * Opens the menu for a right click, a long press or the menu key on anything
 * in the page that can be starred.
 */
void
lanyard_pick_menu_attach (GtkWidget             *page,
                          LanyardOpenConference *open)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10");

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), open, G_CONNECT_DEFAULT);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), open, G_CONNECT_DEFAULT);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, g_object_ref (open),
                                                                                            g_object_unref)));
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (page, keys);
}
