/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All rooms: what is on in each and what comes next, in the order that
 * somebody gave them. Those that are hidden stand below a line at the end that
 * says how many they are. The rows hear of each minute and each star; nothing
 * is made anew for it. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-list-focus.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-room-list.h"
#include "lanyard-room-phrases.h"
#include "lanyard-room-row.h"
#include "lanyard-rooms-page.h"
#include "plan/lanyard-room-order.h"

struct _LanyardRoomsPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open;  /* owned */
  LanyardNow *now;              /* owned, nullable until the page is seen */
  gboolean is_filled;           /* whether it has been seen */
  guint filling;                /* id of the source that fills the new page, or 0 */
  gboolean is_outdated;         /* whether now is of another plan, as long as nobody sees it */
  GHashTable *moments;          /* owned, of LanyardRoomMoment by room; borrows from now */
  GtkStringObject *hidden_line; /* owned: stands in the list for those that are hidden */
  guint n_hidden;
  gboolean reveals_hidden;      /* whether those are listed, too */

  AdwWindowTitle *title;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkListView *view;
  GtkNoSelection *selection;
  LanyardGrowingModel *rows; /* owned */
};

enum
{
  SIGNAL_MOMENTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardRoomsPage, lanyard_rooms_page, ADW_TYPE_BIN)

static void
show_rows (LanyardRoomsPage *self)
{
  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  self->n_hidden = lanyard_room_list_fill (self->rows, self->open, G_OBJECT (self->hidden_line), self->reveals_hidden);
  if (self->n_hidden == 0)
    self->reveals_hidden = FALSE;
  gtk_stack_set_visible_child_name (self->stack,
                                    lanyard_growing_model_get_items (self->rows)->len > 0 ? "rooms" : "empty");
}

static void
show_room (LanyardRoomsPage *self,
           GtkListItem      *list_item)
{
  LanyardRoom *room = gtk_list_item_get_item (list_item);
  LanyardRoomRow *row = LANYARD_ROOM_ROW (gtk_list_item_get_child (list_item));
  const LanyardRoomMoment *moment = g_hash_table_lookup (self->moments, lanyard_room_get_name (room));
  gboolean hidden = lanyard_room_is_hidden (room, self->open);
  g_autofree char *label = lanyard_phrase_room (room, self->open, moment, hidden);
  g_autofree char *place =
      lanyard_open_conference_dup_place (self->open, lanyard_room_get_name (room), lanyard_room_get_venue (room));

  lanyard_room_row_bind (row, room, place, hidden);
  lanyard_room_row_show_moment (row, self->open, moment);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
show_hidden_line (LanyardRoomsPage *self,
                  GtkListItem      *list_item)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u hidden room", "%u hidden rooms", self->n_hidden), self->n_hidden);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)), label);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), self->reveals_hidden ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_list_item_set_accessible_label (list_item, label);
  gtk_list_item_set_accessible_description (list_item,
                                            self->reveals_hidden ? _("Shown below") : _("Activate to see them"));
}

static void
show_row (LanyardRoomsPage *self,
          GtkListItem      *list_item)
{
  if (LANYARD_IS_ROOM (gtk_list_item_get_item (list_item)))
    show_room (self, list_item);
  else
    show_hidden_line (self, list_item);
}

/* With each minute: the rows stay, and say something else. */
static void
ask_moments (LanyardRoomsPage *self)
{
  if (self->now == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->moments, g_hash_table_unref);
  self->moments = lanyard_now_dup_room_moments (self->now, lanyard_open_conference_get_now (self->open));
  g_signal_emit (self, signals[SIGNAL_MOMENTS_CHANGED], 0);
}

/* The rows stay, and say where their rooms are. */
static void
show_places (LanyardRoomsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_MOMENTS_CHANGED], 0);
}

/* With each plan, which there is of each programme, too; but only while the
 * page is seen, for it takes looking through the whole programme. */
static void
make_now (LanyardRoomsPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);

  self->is_outdated = TRUE;
  if (programme == NULL || plan == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_outdated = FALSE;
  g_hash_table_remove_all (self->moments);
  g_clear_pointer (&self->now, lanyard_now_free);
  self->now = lanyard_now_new (programme, plan, lanyard_open_conference_get_hidden (self->open));
  ask_moments (self);
}

static void
refill (LanyardRoomsPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  if (programme == NULL || !self->is_filled)
    return;
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  show_rows (self);
  make_now (self);
}

static void
choice_changed_cb (LanyardRoomsPage *self,
                   const char       *name)
{
  if (self->is_filled && g_str_equal (name, LANYARD_ROOM_ORDER))
    show_rows (self);
}

/* Puts a room in front of the one that is at a position now. */
static void
place_room (LanyardRoomsPage *self,
            const char       *name,
            guint             position)
{
  LanyardRoom *before = lanyard_room_list_get (self->rows, position);
  guint n_shown = lanyard_room_list_count (self->rows);
  g_autofree char *order = lanyard_room_order_move (
      lanyard_open_conference_get_programme (self->open),
      lanyard_open_conference_get_choice (self->open, LANYARD_ROOM_ORDER), name,
      before != NULL ? lanyard_room_get_name (before) : NULL);
  g_autofree char *sentence = NULL;

  lanyard_open_conference_set_choice (self->open, LANYARD_ROOM_ORDER, order);
  if (!lanyard_room_list_find (self->rows, name, &position))
    return;
  lanyard_growing_model_grow (self->rows, lanyard_growing_model_get_items (self->rows)->len);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  /* Translators: a room's name, its place in the list, and how many rooms there are */
  sentence = g_strdup_printf (_("%1$s, now %2$u of %3$u"), name, position + 1, n_shown);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
move_room (LanyardRoomsPage *self,
           const char       *name,
           int               n_places)
{
  guint position;

  if (!lanyard_room_list_find (self->rows, name, &position))
    return;
  if (n_places < 0 && position > 0)
    place_room (self, name, position - 1);
  else if (n_places > 0 && position + 1 < lanyard_room_list_count (self->rows))
    place_room (self, name, position + 2);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  const char *name;
  int n_places;

  g_variant_get (target, "(&si)", &name, &n_places);
  move_room (LANYARD_ROOMS_PAGE (widget), name, n_places);
}

static void
reset_order_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *target)
{
  lanyard_open_conference_set_choice (LANYARD_ROOMS_PAGE (widget)->open, LANYARD_ROOM_ORDER, NULL);
}

static void
reveal (LanyardRoomsPage *self)
{
  self->reveals_hidden = !self->reveals_hidden;
  show_rows (self);
  g_signal_emit (self, signals[SIGNAL_MOMENTS_CHANGED], 0);
}

static void
activated_cb (LanyardRoomsPage *self,
              guint             position)
{
  LanyardRoom *room = lanyard_room_list_get (self->rows, position);

  if (room != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-room", "s", lanyard_room_get_name (room));
  else
    reveal (self);
}

/* The focus is on the list's own widget around a row, or on a button in it. */
static LanyardRoomRow *
get_focused_row (LanyardRoomsPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (child != NULL && LANYARD_IS_ROOM_ROW (child))
    return LANYARD_ROOM_ROW (child);
  return focus != NULL ? LANYARD_ROOM_ROW (gtk_widget_get_ancestor (focus, LANYARD_TYPE_ROOM_ROW)) : NULL;
}

static gboolean
key_pressed_cb (LanyardRoomsPage *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  LanyardRoomRow *row = get_focused_row (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  g_autofree char *name = NULL;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  name = g_strdup (lanyard_room_get_name (lanyard_room_row_get_room (row)));
  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move_room (self, name, -1);
  else if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move_room (self, name, 1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.hide", "(us)", LANYARD_FILTER_ROOM, name);
  else if (keyval == GDK_KEY_Menu || (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_F10))
    lanyard_room_row_pop_menu_up (row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
room_dropped_cb (LanyardRoomsPage *self,
                 LanyardRoom      *dropped,
                 gboolean          below,
                 LanyardRoomRow   *row)
{
  guint position;

  if (lanyard_room_list_find (self->rows, lanyard_room_get_name (lanyard_room_row_get_room (row)), &position))
    place_room (self, lanyard_room_get_name (dropped), below ? position + 1 : position);
}

static GtkWidget *
make_hidden_line (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_box_append (GTK_BOX (line), gtk_label_new (NULL));
  gtk_widget_add_css_class (line, "item-row");
  gtk_widget_add_css_class (line, "dimmed");
  return line;
}

static GtkWidget *
make_room_row (LanyardRoomsPage *self)
{
  GtkWidget *row = lanyard_room_row_new ();

  g_signal_connect_object (row, "room-dropped", G_CALLBACK (room_dropped_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
row_bind_cb (LanyardRoomsPage *self,
             GtkListItem      *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  gboolean is_room = LANYARD_IS_ROOM (gtk_list_item_get_item (list_item));

  if (child == NULL || LANYARD_IS_ROOM_ROW (child) != is_room)
    gtk_list_item_set_child (list_item, is_room ? make_room_row (self) : make_hidden_line ());
  show_row (self, list_item);
  g_signal_connect_object (self, "moments-changed", G_CALLBACK (show_row), list_item, G_CONNECT_DEFAULT);
}

static void
row_unbind_cb (LanyardRoomsPage *self,
               GtkListItem      *list_item)
{
  g_signal_handlers_disconnect_by_func (self, show_row, list_item);
}

static gboolean
fill_cb (gpointer user_data)
{
  LanyardRoomsPage *self = LANYARD_ROOMS_PAGE (user_data);

  self->filling = 0;
  self->is_filled = TRUE;
  refill (self);
  lanyard_list_focus_filled (GTK_WIDGET (self), self->stack);
  return G_SOURCE_REMOVE;
}

/* To make the page and to fill it would take too long at once; it is filled
 * before it is drawn. */
static void
lanyard_rooms_page_map (GtkWidget *widget)
{
  LanyardRoomsPage *self = LANYARD_ROOMS_PAGE (widget);

  GTK_WIDGET_CLASS (lanyard_rooms_page_parent_class)->map (widget);
  if (!self->is_filled)
    {
      if (self->filling == 0)
        self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
    }
  else if (self->is_outdated)
    make_now (self);
  else
    ask_moments (self);
}

static void
lanyard_rooms_page_dispose (GObject *object)
{
  LanyardRoomsPage *self = LANYARD_ROOMS_PAGE (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOMS_PAGE);

  G_OBJECT_CLASS (lanyard_rooms_page_parent_class)->dispose (object);
}

static void
lanyard_rooms_page_finalize (GObject *object)
{
  LanyardRoomsPage *self = LANYARD_ROOMS_PAGE (object);

  g_clear_pointer (&self->moments, g_hash_table_unref);
  g_clear_pointer (&self->now, lanyard_now_free);
  g_clear_object (&self->hidden_line);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (lanyard_rooms_page_parent_class)->finalize (object);
}

static void
lanyard_rooms_page_class_init (LanyardRoomsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_rooms_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_rooms_page_finalize;
  widget_class->map = lanyard_rooms_page_map;

  /**
   * LanyardRoomsPage::moments-changed:
   * @self: the page
   *
   * Rows may have something else to say.
   */
  signals[SIGNAL_MOMENTS_CHANGED] = g_signal_new ("moments-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "rooms.move", "(si)", move_action);
  gtk_widget_class_install_action (widget_class, "rooms.reset-order", NULL, reset_order_action);

  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-rooms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
}

static void
lanyard_rooms_page_init (LanyardRoomsPage *self)
{
  self->moments = g_hash_table_new (g_str_hash, g_str_equal);
  self->hidden_line = gtk_string_object_new ("");
  self->rows = lanyard_growing_model_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
}

/**
 * lanyard_rooms_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_rooms_page_new (LanyardOpenConference *open)
{
  LanyardRoomsPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ROOMS_PAGE, NULL);
  self->open = g_object_ref (open);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (make_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (ask_moments), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (ask_moments), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::listing", G_CALLBACK (show_places), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
