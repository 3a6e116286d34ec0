/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of one item of the schedule: its level and marks, select it with
 * others, show only its like, or hide its like for good. It opens with a right
 * click, a long press, or the keyboard's menu key. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing-menu.h"
#include "../widgets/lanyard-item-place.h"
#include "../widgets/lanyard-lined-row.h"
#include "../widgets/lanyard-pick-menu.h"
#include "lanyard-filter-phrases.h"
#include "lanyard-item-menu.h"

/* Under which name a list keeps its maker of menus. */
#define MAKER "lanyard-item-menu"

/* In letters. */
#define LONGEST_NAME 24

/* What makes the menus of a list's rows. */
typedef struct
{
  LanyardMakeItemMenu make_menu; /* NULL for the schedule's */
  gpointer user_data;            /* borrowed */
} Maker;

static void
append (GMenu              *section,
        const char         *label,
        const char         *action,
        LanyardFilterField  field,
        const char         *value)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, action, "(us)", (guint) field, value);
  g_menu_append_item (section, entry);
}

/* A menu is as wide as its longest entry, and should not be wider than a narrow
 * window. */
static char *
dup_short_name (const char *name)
{
  g_autofree char *head = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  head = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (g_strchomp (head), "…", NULL);
}

static void
add_entries (GMenu              *only,
             GMenu              *hide,
             LanyardFilterField  field,
             const char         *value,
             const char         *name)
{
  g_autofree char *short_name = NULL;
  g_autofree char *only_label = NULL;
  g_autofree char *hide_label = NULL;

  if (value == NULL || *value == '\0')
    return;
  short_name = dup_short_name (name);
  /* Translators: %s is a session, a room or a type of talks */
  only_label = g_strdup_printf (_("Show Only “%s”"), short_name);
  /* Translators: %s is a session, a room or a type of talks */
  hide_label = g_strdup_printf (_("Hide “%s” for Good"), short_name);
  append (only, only_label, "win.filter-by", field, value);
  append (hide, hide_label, "win.hide", field, value);
}

static void
append_outgoing (GMenu       *menu,
                 LanyardItem *item)
{
  g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (item);
  g_autoptr (GMenuModel) section = NULL;

  if (pickable == NULL)
    return;
  section = lanyard_outgoing_menu_new_section (pickable->kind, pickable->key);
  g_menu_append_section (menu, NULL, section);
}

/**
 * lanyard_item_menu_new:
 * @item: a talk, a block or a break
 *
 * Makes what the menu of an item has besides what can be decided, in sections.
 *
 * Returns: (transfer full): how it goes out, and what can be filtered and hidden by it
 */
GMenuModel *
lanyard_item_menu_new (LanyardItem *item)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) only = g_menu_new ();
  g_autoptr (GMenu) hide = g_menu_new ();
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);
  const char *type = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->type : NULL;

  if (session != NULL)
    add_entries (only, hide, LANYARD_FILTER_SESSION, lanyard_session_get_key (session), lanyard_session_get_title (session));
  if (room != NULL)
    add_entries (only, hide, LANYARD_FILTER_ROOM, lanyard_room_get_name (room), lanyard_room_get_name (room));
  add_entries (only, hide, LANYARD_FILTER_TYPE, type, type);
  append_outgoing (menu, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (only));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (hide));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_list_menu (LanyardItem *item)
{
  g_autoptr (GMenu) several = g_menu_new ();
  g_autoptr (GMenuItem) entry = g_menu_item_new (_("S_elect Several…"), NULL);
  g_autofree char *name = lanyard_item_dup_name (item);
  GMenuModel *menu = lanyard_item_menu_new (item);

  g_menu_item_set_action_and_target (entry, "itemlist.select", "s", name);
  g_menu_append_item (several, entry);
  g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (several));
  return menu;
}

/**
 * lanyard_item_menu_popup:
 * @list: what shows the item
 * @item: a talk, a block or a break
 * @x: where in @list the menu points to, pixels from its left edge
 * @y: likewise, from its upper edge
 *
 * Opens the menu of an item.
 */
void
lanyard_item_menu_popup (LanyardItemList *list,
                         LanyardItem     *item,
                         double           x,
                         double           y)
{
  const Maker *maker;
  g_autoptr (GMenuModel) more = NULL;

  g_return_if_fail (LANYARD_IS_ITEM_LIST (list));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  maker = g_object_get_data (G_OBJECT (list), MAKER);
  more = maker->make_menu != NULL ? maker->make_menu (item, maker->user_data) : make_list_menu (item);
  if (more != NULL)
    lanyard_pick_menu_popup (GTK_WIDGET (list), lanyard_item_list_get_open (list),
                             maker->make_menu != NULL ? NULL : lanyard_pickable_new_of_item (item), more, x, y);
}

static gboolean
popup_at (LanyardItemList *list,
          GtkWidget       *widget,
          double           x,
          double           y)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, LANYARD_TYPE_ITEM_ROW) : NULL;

  if (row == NULL)
    return FALSE;
  lanyard_item_menu_popup (list, lanyard_item_row_get_item (LANYARD_ITEM_ROW (row)), x, y);
  return TRUE;
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            gpointer    user_data)
{
  GtkWidget *list = GTK_WIDGET (user_data);

  if (popup_at (LANYARD_ITEM_LIST (list), gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT), x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGesture *gesture,
                 double      x,
                 double      y,
                 gpointer    user_data)
{
  pressed_cb (gesture, 1, x, y, user_data);
}

/* Of the row that has the focus, which is inside what the view wraps it in. */
static gboolean
key_cb (GtkWidget *list,
        GVariant  *arguments,
        gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, list))
    return FALSE;
  row = GTK_WIDGET (lanyard_item_row_find (row));
  if (row == NULL)
    row = focus;
  if (!gtk_widget_compute_bounds (row, list, &bounds))
    return FALSE;
  return popup_at (LANYARD_ITEM_LIST (list), row, bounds.origin.x + bounds.size.width / 3, bounds.origin.y + bounds.size.height / 2);
}

/**
 * lanyard_item_menu_attach:
 * @list: a list
 * @make_menu: (nullable): what makes the menus, %NULL for those of the schedule
 * @user_data: for @make_menu
 *
 * Gives each row of a list its menu.
 */
void
lanyard_item_menu_attach (LanyardItemList     *list,
                          LanyardMakeItemMenu  make_menu,
                          gpointer             user_data)
{
  Maker *maker = g_new (Maker, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10");

  g_return_if_fail (LANYARD_IS_ITEM_LIST (list));

  *maker = (Maker) { make_menu, user_data };
  g_object_set_data_full (G_OBJECT (list), MAKER, maker, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), list);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), list);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
