/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One room in the list of rooms: what is on, what comes next, and a menu. The
 * page tells it each minute what to say; lists recycle rows. Its actions are
 * the page's. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-lazy-menu.h"
#include "lanyard-room-phrases.h"
#include "lanyard-room-row.h"

struct _LanyardRoomRow
{
  AdwBin parent_instance;
  LanyardRoom *room; /* owned, nullable until bound */

  GtkLabel *name;
  GtkLabel *place;
  GtkWidget *running;
  GtkWidget *running_star;
  GtkLabel *running_title;
  GtkLabel *running_time;
  GtkWidget *next;
  GtkWidget *next_star;
  GtkLabel *next_title;
  GtkLabel *next_time;
  GtkWidget *nothing;
  GtkButton *show_button;
  GtkMenuButton *menu_button;
};

enum
{
  SIGNAL_ROOM_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRoomRow, lanyard_room_row, ADW_TYPE_BIN)

static void
add_item (GMenu       *menu,
          const char  *label,
          const char  *action,
          GVariant    *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (LanyardRoom *room)
{
  const char *name = lanyard_room_get_name (room);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();

  add_item (places, _("Move _Up"), "rooms.move", g_variant_new ("(si)", name, -1));
  add_item (places, _("Move _Down"), "rooms.move", g_variant_new ("(si)", name, 1));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  add_item (menu, _("_Hide Room"), "win.hide", g_variant_new ("(us)", LANYARD_FILTER_ROOM, name));
  g_menu_append (order, _("_Order by Name"), "rooms.reset-order");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}

static GdkContentProvider *
prepare_drag_cb (LanyardRoomRow *self)
{
  return gdk_content_provider_new_typed (LANYARD_TYPE_ROOM, self->room);
}

static void
drag_begin_cb (LanyardRoomRow *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static gboolean
drop_cb (LanyardRoomRow *self,
         const GValue   *value,
         double          x,
         double          y)
{
  LanyardRoom *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->room)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_ROOM_DROPPED], 0, dropped, y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
  return TRUE;
}

static void
secondary_pressed_cb (LanyardRoomRow *self)
{
  lanyard_room_row_pop_menu_up (self);
}

static void
show_entry (const LanyardNowEntry *entry,
            GtkWidget             *box,
            GtkWidget             *star,
            GtkLabel              *title,
            GtkLabel              *time,
            char                  *when) /* owned, nullable */
{
  gtk_widget_set_visible (box, entry != NULL);
  if (entry != NULL)
    {
      gtk_widget_set_visible (star, lanyard_now_entry_is_yours (entry));
      gtk_label_set_label (title, lanyard_item_get_title (entry->item));
      gtk_label_set_label (time, when);
    }
  g_free (when);
}

static void
lanyard_room_row_dispose (GObject *object)
{
  LanyardRoomRow *self = LANYARD_ROOM_ROW (object);

  g_clear_object (&self->room);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOM_ROW);

  G_OBJECT_CLASS (lanyard_room_row_parent_class)->dispose (object);
}

static void
lanyard_room_row_class_init (LanyardRoomRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_room_row_dispose;

  /**
   * LanyardRoomRow::room-dropped:
   * @self: the row
   * @room: another room
   * @below: whether it was dropped on the lower half
   *
   * Somebody wants to have another room above or below this one.
   */
  signals[SIGNAL_ROOM_DROPPED] = g_signal_new ("room-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 2, LANYARD_TYPE_ROOM, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-room-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, place);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, running);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, running_star);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, running_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, running_time);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, next);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, next_star);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, next_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, next_time);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomRow, menu_button);
}

static void
lanyard_room_row_init (LanyardRoomRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LANYARD_TYPE_ROOM, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * lanyard_room_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_room_row_new (void)
{
  return g_object_new (LANYARD_TYPE_ROOM_ROW, NULL);
}

/**
 * lanyard_room_row_bind:
 * @self: a row
 * @room: which room to show
 * @place: (nullable): where it is
 * @hidden: whether somebody hides it
 *
 * Shows a room, but not yet what is in it.
 */
void
lanyard_room_row_bind (LanyardRoomRow *self,
                       LanyardRoom    *room,
                       const char     *place,
                       gboolean        hidden)
{
  g_autofree char *show_label = NULL;
  g_autofree char *menu_label = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (LANYARD_IS_ROOM_ROW (self));
  g_return_if_fail (LANYARD_IS_ROOM (room));

  g_set_object (&self->room, room);
  gtk_label_set_label (self->name, lanyard_room_get_name (room));
  gtk_label_set_label (self->place, place != NULL ? place : "");

  /* Translators: %s is a room's name */
  show_label = g_strdup_printf (_("Show %s"), lanyard_room_get_name (room));
  /* Translators: %s is a room's name */
  menu_label = g_strdup_printf (_("Menu of %s"), lanyard_room_get_name (room));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_button), GTK_ACCESSIBLE_PROPERTY_LABEL, show_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _("Menu"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "(us)", LANYARD_FILTER_ROOM,
                                  lanyard_room_get_name (room));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_button), "win.unhide");
  menu = make_menu (room);
  lanyard_lazy_menu_set (self->menu_button, menu);

  gtk_widget_set_visible (GTK_WIDGET (self->show_button), hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !hidden);
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dimmed");
}

/**
 * lanyard_room_row_show_moment:
 * @self: a row
 * @open: the conference
 * @moment: (nullable): what there is in the room
 *
 * Shows what is on and what comes next.
 */
void
lanyard_room_row_show_moment (LanyardRoomRow          *self,
                              LanyardOpenConference   *open,
                              const LanyardRoomMoment *moment)
{
  const LanyardNowEntry *running = moment != NULL ? moment->running : NULL;
  const LanyardNowEntry *next = moment != NULL ? moment->next : NULL;

  g_return_if_fail (LANYARD_IS_ROOM_ROW (self));

  show_entry (running, self->running, self->running_star, self->running_title, self->running_time,
              running != NULL ? lanyard_phrase_left (open, running) : NULL);
  show_entry (next, self->next, self->next_star, self->next_title, self->next_time,
              next != NULL ? lanyard_phrase_until (open, next) : NULL);
  gtk_widget_set_visible (self->nothing, moment == NULL && gtk_widget_get_visible (GTK_WIDGET (self->menu_button)));
}

/**
 * lanyard_room_row_get_room:
 * @self: a row
 *
 * Gets which room it shows.
 *
 * Returns: (transfer none) (nullable): the room
 */
LanyardRoom *
lanyard_room_row_get_room (LanyardRoomRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ROOM_ROW (self), NULL);

  return self->room;
}

/**
 * lanyard_room_row_pop_menu_up:
 * @self: a row
 *
 * Opens the room's menu, of a room that is not hidden.
 */
void
lanyard_room_row_pop_menu_up (LanyardRoomRow *self)
{
  g_return_if_fail (LANYARD_IS_ROOM_ROW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}
