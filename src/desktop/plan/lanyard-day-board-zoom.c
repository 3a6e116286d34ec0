/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the days of the plan are drawn, and what of them is in sight: what
 * is under the pointer, or in the middle, stays there. Main thread. */

#include "config.h"

#include <math.h>

#include "lanyard-day-board-private.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.25
#define WHEEL_FACTOR 1.15

/* Whether the days have been given all the height that they ask for. */
static gboolean
is_laid_out (LanyardDayBoard *self,
             GtkAdjustment   *adjustment)
{
  GtkWidget *columns = GTK_WIDGET (self->columns);
  int height;

  if (gtk_widget_get_width (columns) == 0)
    return FALSE;
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return gtk_widget_get_height (columns) >= height && gtk_adjustment_get_upper (adjustment) >= height &&
         gtk_adjustment_get_page_size (adjustment) > 0;
}

/* In pixels of the days. */
static double
get_wanted_top (LanyardDayBoard *self,
                LanyardDayView  *view)
{
  double y = self->instant_y < 0 ? gtk_widget_get_height (GTK_WIDGET (self->scrolled)) / 3.0 : self->instant_y;

  return lanyard_day_view_from_instant (view, self->instant) - y;
}

static gboolean
bring_into_sight_cb (GtkWidget     *widget,
                     GdkFrameClock *frame_clock,
                     gpointer       user_data)
{
  LanyardDayBoard *self = LANYARD_DAY_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  LanyardDayView *view = lanyard_day_board_get_first (self);

  if (view != NULL && !is_laid_out (self, adjustment))
    return G_SOURCE_CONTINUE;
  self->tick_callback = 0;
  self->is_out_of_sight = FALSE;
  if (view != NULL)
    gtk_adjustment_set_value (adjustment, get_wanted_top (self, view));
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (LanyardDayBoard *self)
{
  if (self->is_out_of_sight && self->tick_callback == 0)
    self->tick_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_sight_cb, NULL, NULL);
}

/* What nobody sees is laid out when somebody does. */
static void
unmapped_cb (LanyardDayBoard *self)
{
  if (self->tick_callback != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_callback);
  self->tick_callback = 0;
}

/* Private: once the days have their places; at a third of the height for a
 * negative place. */
void
lanyard_day_board_bring_into_sight (LanyardDayBoard *self,
                                    gint64           instant,
                                    double           y)
{
  self->instant = instant;
  self->instant_y = y;
  self->is_out_of_sight = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    mapped_cb (self);
}

/* Private: what of the first day is, or is about to be, in sight at a place. */
gint64
lanyard_day_board_get_sight (LanyardDayBoard *self,
                             double           y)
{
  LanyardDayView *view = lanyard_day_board_get_first (self);
  double top = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));

  if (self->is_out_of_sight)
    top = get_wanted_top (self, view);
  return lanyard_day_view_to_instant (view, top + y);
}

static void
set_zoom_at (LanyardDayBoard *self,
             double           zoom,
             double           y)
{
  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  if (lanyard_day_board_get_first (self) != NULL)
    lanyard_day_board_bring_into_sight (self, lanyard_day_board_get_sight (self, y), y);
  self->zoom = zoom;
  g_settings_set_double (self->settings, "plan-zoom", zoom);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lanyard_day_view_set_zoom (LANYARD_DAY_VIEW (child), zoom);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardDayBoard *self = LANYARD_DAY_BOARD (widget);
  double middle = gtk_widget_get_height (GTK_WIDGET (self->scrolled)) / 2.0;

  if (g_str_equal (action_name, "board.zoom-in"))
    set_zoom_at (self, self->zoom * ZOOM_STEP, middle);
  else if (g_str_equal (action_name, "board.zoom-out"))
    set_zoom_at (self, self->zoom / ZOOM_STEP, middle);
  else
    set_zoom_at (self, 1, middle);
}

/* Keys zoom wherever the focus is, as long as one sees the board. */
static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action_variant (widget, user_data, NULL);
}

static void
add_zoom_keys (LanyardDayBoard *self)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "board.zoom-in" },    { GDK_KEY_equal, "board.zoom-in" },        { GDK_KEY_KP_Add, "board.zoom-in" },
    { GDK_KEY_minus, "board.zoom-out" },  { GDK_KEY_KP_Subtract, "board.zoom-out" }, { GDK_KEY_0, "board.reset-zoom" },
    { GDK_KEY_KP_0, "board.reset-zoom" },
  };
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (zoom_key_cb, (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static gboolean
scrolled_cb (LanyardDayBoard          *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *scroll)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  set_zoom_at (self, self->zoom * pow (WHEEL_FACTOR, by_wheel ? -dy : -dy / 20), self->pointer_y);
  return TRUE;
}

static void
moved_cb (LanyardDayBoard *self,
          double           x,
          double           y)
{
  self->pointer_y = y;
}

static void
pinch_begun_cb (LanyardDayBoard *self)
{
  self->pinched_zoom = self->zoom;
}

static void
pinched_cb (LanyardDayBoard *self,
            double           scale,
            GtkGesture      *gesture)
{
  double x;
  double y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  set_zoom_at (self, self->pinched_zoom * scale, y);
}

static void
add_zoom_gestures (LanyardDayBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self->scrolled);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/* Private: the actions. */
void
lanyard_day_board_install_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "board.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "board.reset-zoom", NULL, zoom_action);
}

/* Private: keys, wheel and fingers, and what follows them. */
void
lanyard_day_board_add_zoom (LanyardDayBoard *self)
{
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmapped_cb), NULL);
  add_zoom_keys (self);
  add_zoom_gestures (self);
}
