/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selecting several items of a list: with Ctrl and a click or Ctrl+Space it
 * begins, then a click, Space or Enter adds one or takes it away, with Shift
 * all from the last one on; Escape ends it. A bar below has what can be done
 * with all of them. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-item-list-private.h"
#include "lanyard-item-place.h"
#include "lanyard-lined-row.h"
#include "lanyard-selection-bar.h"

static LanyardItem *
item_of_row (GtkWidget *row)
{
  LanyardItemRow *found = lanyard_item_row_find (row);

  return found != NULL ? lanyard_item_row_get_item (found) : NULL;
}

/* The view wraps each row in what has the focus. */
static LanyardItem *
focused_item (LanyardItemList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view->view)))
    return NULL;
  return item_of_row (gtk_widget_get_first_child (focus));
}

static LanyardItem *
item_at (LanyardItemList *self,
         double           x,
         double           y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view->view), x, y, GTK_PICK_DEFAULT);

  return picked != NULL ? item_of_row (gtk_widget_get_ancestor (picked, LANYARD_TYPE_ITEM_ROW)) : NULL;
}

/* Private: what is said of a row, which also tells what is picked and what is
 * selected. */
void
lanyard_item_list_name_row (LanyardItemList *self,
                            GtkListItem     *list_item)
{
  LanyardItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *label = lanyard_item_list_dup_label (self, item);
  g_autofree char *selected = NULL;

  if (lanyard_selection_is_active (self->several))
    /* Translators: whether a talk is selected, then what there is to say of it */
    selected = g_strdup_printf (C_("list of facts", "%1$s, %2$s"),
                                lanyard_selection_contains (self->several, item) ? _("selected") : _("not selected"), label);
  gtk_list_item_set_accessible_label (list_item, selected != NULL ? selected : label);
}

/* Private: a row follows zone and minute itself; here is what is said of it. */
void
lanyard_item_list_name_rows (LanyardItemList *self)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->view->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    lanyard_item_list_name_row (self, list_item);
}

/* What is of another conference is changed where that is open. */
static void
deselect_elsewhere (LanyardItemList *self)
{
  GHashTableIter iter;
  gpointer item;

  if (self->elsewhere == NULL)
    return;
  g_hash_table_iter_init (&iter, self->elsewhere);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    lanyard_selection_set_selected (self->several, item, FALSE);
}

/* From the item that was selected last to this one. */
static gboolean
extend_to (LanyardItemList *self,
           LanyardItem     *item)
{
  GPtrArray *items = lanyard_growing_model_get_items (self->view->model);
  guint position;
  guint anchor;

  if (!lanyard_items_find_named (items, self->anchor, &anchor) || !g_ptr_array_find (items, item, &position))
    return FALSE;
  lanyard_selection_set_active (self->several, TRUE);
  lanyard_selection_select_all (self->several, items, MIN (anchor, position), MAX (anchor, position));
  deselect_elsewhere (self);
  return TRUE;
}

/* Private: adds an item to what is selected, or takes it away; the first one
 * begins to select. */
gboolean
lanyard_item_list_select (LanyardItemList *self,
                          LanyardItem     *item)
{
  if (item == NULL)
    return FALSE;
  if (lanyard_item_list_get_elsewhere (self, item) != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  lanyard_selection_set_active (self->several, TRUE);
  lanyard_selection_set_selected (self->several, item, !lanyard_selection_contains (self->several, item));
  g_free (self->anchor);
  self->anchor = lanyard_item_dup_name (item);
  return TRUE;
}

static void
pressed_cb (LanyardItemList *self,
            int              n_press,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LanyardItem *item = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 ? item_at (self, x, y) : NULL;

  g_assert (LANYARD_IS_ITEM_LIST (self));

  if (item == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if ((state & GDK_SHIFT_MASK) == 0 || !extend_to (self, item))
    lanyard_item_list_select (self, item);
}

static gboolean
press_while_selecting (LanyardItemList *self,
                       guint            key,
                       GdkModifierType  modifiers)
{
  GPtrArray *items = lanyard_growing_model_get_items (self->view->model);
  LanyardItem *item = focused_item (self);

  if (key == GDK_KEY_Escape && modifiers == 0)
    {
      lanyard_selection_set_active (self->several, FALSE);
      return TRUE;
    }
  if (gdk_keyval_to_lower (key) == GDK_KEY_a && modifiers == GDK_CONTROL_MASK)
    {
      lanyard_selection_select_all (self->several, items, 0, items->len);
      deselect_elsewhere (self);
      return TRUE;
    }
  if (key == GDK_KEY_space && modifiers == GDK_SHIFT_MASK && item != NULL && extend_to (self, item))
    return TRUE;
  return key == GDK_KEY_space && (modifiers & ~GDK_SHIFT_MASK) == 0 && lanyard_item_list_select (self, item);
}

static gboolean
key_pressed_cb (LanyardItemList *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  g_assert (LANYARD_IS_ITEM_LIST (self));

  if (key == GDK_KEY_space && modifiers == GDK_CONTROL_MASK)
    return lanyard_item_list_select (self, focused_item (self));
  return lanyard_selection_is_active (self->several) && press_while_selecting (self, key, modifiers);
}

/* The bar may have the focus when it goes. */
static void
end_selecting (LanyardItemList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view->view));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  g_clear_pointer (&self->anchor, g_free);
}

static void
selection_changed_cb (LanyardItemList *self)
{
  g_assert (LANYARD_IS_ITEM_LIST (self));

  if (lanyard_selection_is_active (self->several))
    {
      if (adw_bin_get_child (self->bar) == NULL)
        adw_bin_set_child (self->bar, lanyard_selection_bar_new (self->open, self->several));
      gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
    }
  else
    end_selecting (self);
  lanyard_item_list_name_rows (self);
}

/* The same names mean other items in another conference. */
static void
programme_changed_cb (LanyardItemList *self)
{
  const char *uuid = lanyard_open_conference_get_uuid (self->open);

  g_assert (LANYARD_IS_ITEM_LIST (self));

  if (g_strcmp0 (uuid, self->uuid) == 0)
    return;
  g_set_str (&self->uuid, uuid);
  lanyard_selection_set_active (self->several, FALSE);
}

/* Private: has selecting end with the conference. */
void
lanyard_item_list_follow_conference (LanyardItemList *self)
{
  g_set_str (&self->uuid, lanyard_open_conference_get_uuid (self->open));
  g_signal_connect_object (self->open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
}

/* "itemlist.select", with an item's name. */
static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  LanyardItemList *self = LANYARD_ITEM_LIST (widget);
  GPtrArray *items = lanyard_growing_model_get_items (self->view->model);
  guint position;

  if (lanyard_items_find_named (items, g_variant_get_string (target, NULL), &position))
    lanyard_item_list_begin_selecting (self, g_ptr_array_index (items, position));
}

/* Private: the action with which a menu begins to select. */
void
lanyard_item_list_install_selecting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "itemlist.select", "s", select_action);
}

/* Private: lets clicks on rows select. */
void
lanyard_item_list_let_select (LanyardItemList *self,
                              LanyardItemView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view->view), GTK_EVENT_CONTROLLER (click));
}

/* Private: lets keys select. */
void
lanyard_item_list_init_selecting (LanyardItemList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->several = lanyard_selection_new ();
  g_signal_connect_object (self->several, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * lanyard_item_list_begin_selecting:
 * @self: a list
 * @item: (nullable): the first item that is selected
 *
 * Begins to select several items.
 */
void
lanyard_item_list_begin_selecting (LanyardItemList *self,
                                   LanyardItem     *item)
{
  g_return_if_fail (LANYARD_IS_ITEM_LIST (self));

  lanyard_selection_set_active (self->several, TRUE);
  if (item != NULL && !lanyard_selection_contains (self->several, item))
    lanyard_item_list_select (self, item);
}

/**
 * lanyard_item_list_dup_selected:
 * @self: a list
 *
 * Gets what is selected, to do one thing with all of it.
 *
 * Returns: (transfer full) (nullable) (element-type LanyardPickable): what can
 *   be starred, maybe nothing; %NULL unless somebody is selecting
 */
GPtrArray *
lanyard_item_list_dup_selected (LanyardItemList *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_LIST (self), NULL);

  return lanyard_selection_is_active (self->several) ? lanyard_selection_dup_pickables (self->several) : NULL;
}
