/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The gestures that zoom, the same for all that can be zoomed: Ctrl and the
 * wheel, and two fingers. Used by the grid and by the board of days. Main
 * thread. */

#include "config.h"

#include <math.h>

#include "lanyard-zoom-gestures.h"

#define WHEEL_FACTOR 1.15

/* How far two fingers on a touchpad go for as much as a click of the wheel. */
#define SURFACE_DISTANCE 20

/* Owned together by the controllers that need it. */
typedef struct
{
  LanyardZoomGetFunc get_zoom;
  LanyardZoomAtFunc zoom_at;
  double pointer_x;    /* where the pointer is, pixels of the widget */
  double pointer_y;
  double pinched_zoom; /* the zoom when two fingers came down */
} ZoomGestures;

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll,
             double                    dx,
             double                    dy,
             const ZoomGestures       *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double clicks = by_wheel ? dy : dy / SURFACE_DISTANCE;

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return FALSE;
  self->zoom_at (widget, self->get_zoom (widget) * pow (WHEEL_FACTOR, -clicks), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
moved_cb (GtkEventController *motion,
          double              x,
          double              y,
          ZoomGestures       *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
pinch_begun_cb (GtkGesture       *pinch,
                GdkEventSequence *sequence,
                ZoomGestures     *self)
{
  self->pinched_zoom = self->get_zoom (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (pinch)));
}

static void
pinched_cb (GtkGesture         *pinch,
            double              scale,
            const ZoomGestures *self)
{
  double x;
  double y;

  if (!gtk_gesture_get_bounding_box_center (pinch, &x, &y))
    return;
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  self->zoom_at (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (pinch)), self->pinched_zoom * scale, x, y);
}

static void
release_cb (gpointer  data,
            GClosure *closure)
{
  g_rc_box_release (data);
}

static void
follow (gpointer      controller,
        const char   *signal,
        GCallback     callback,
        ZoomGestures *self)
{
  g_signal_connect_data (controller, signal, callback, g_rc_box_acquire (self), release_cb, G_CONNECT_DEFAULT);
}

/* Before what is in the widget scrolls. */
static void
add (GtkWidget          *widget,
     GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
}

/**
 * lanyard_zoom_gestures_add:
 * @widget: in which what can be zoomed is seen
 * @get_zoom: says how large it is drawn
 * @zoom_at: has it drawn larger or smaller, within its own bounds
 *
 * Lets the wheel with Ctrl zoom around the pointer, and two fingers around
 * their middle.
 */
void
lanyard_zoom_gestures_add (GtkWidget          *widget,
                           LanyardZoomGetFunc  get_zoom,
                           LanyardZoomAtFunc   zoom_at)
{
  ZoomGestures *self;
  GtkEventController *scroll;
  GtkEventController *motion;
  GtkGesture *pinch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (get_zoom != NULL && zoom_at != NULL);

  self = g_rc_box_new0 (ZoomGestures);
  self->get_zoom = get_zoom;
  self->zoom_at = zoom_at;
  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  motion = gtk_event_controller_motion_new ();
  pinch = gtk_gesture_zoom_new ();
  follow (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  follow (motion, "motion", G_CALLBACK (moved_cb), self);
  follow (motion, "enter", G_CALLBACK (moved_cb), self);
  follow (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  follow (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  add (widget, scroll);
  add (widget, motion);
  add (widget, GTK_EVENT_CONTROLLER (pinch));
  g_rc_box_release (self);
}
