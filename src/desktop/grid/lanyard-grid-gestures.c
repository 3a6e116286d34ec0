/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and fingers in the grid: a press opens, a drag pans, Ctrl and the
 * wheel or two fingers zoom, and where there is one column at a time a swipe
 * goes to the next. Main thread. */

#include "config.h"

#include <math.h>

#include "../widgets/lanyard-presses.h"
#include "../widgets/lanyard-zoom-gestures.h"
#include "lanyard-grid-view-private.h"

#define DRAG_THRESHOLD 8
#define SWIPE_VELOCITY 300
#define SWIPE_SURFACE_DISTANCE 60

static GtkWidget *
cell_at (LanyardGridView *self,
         double           x,
         double           y)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self), canvas, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point) ||
      !gtk_widget_contains (canvas, point.x, point.y))
    return NULL;
  return lanyard_grid_canvas_pick_cell (self->canvas, point.x, point.y);
}

static void
open_at (GtkWidget *widget,
         double     x,
         double     y)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);
  GtkWidget *cell = cell_at (self, x, y);
  guint place;

  if (cell == NULL)
    return;
  place = lanyard_grid_cell_get_number (LANYARD_GRID_CELL (cell));
  lanyard_grid_view_focus_place (self, place);
  lanyard_grid_view_activate_place (self, place);
}

static void
show_menu_at (GtkWidget *widget,
              double     x,
              double     y)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);
  GtkWidget *cell = cell_at (self, x, y);

  if (cell == NULL)
    return;
  lanyard_grid_view_focus_place (self, lanyard_grid_cell_get_number (LANYARD_GRID_CELL (cell)));
  lanyard_grid_view_popup_menu (self, cell, x, y);
}

/* Fingers pan by the scrolled window, with momentum. */
static void
drag_begun_cb (LanyardGridView *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));

  if (self->is_single || (event != NULL && gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_TOUCHSCREEN))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag_x = self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
  self->drag_y = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

static void
dragged_cb (LanyardGridView *self,
            double           x,
            double           y,
            GtkGesture      *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  if (gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (hypot (x, y) < DRAG_THRESHOLD)
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "grabbing");
    }
  gtk_adjustment_set_value (self->hadjustment, self->drag_x - x);
  gtk_adjustment_set_value (self->vadjustment, self->drag_y - y);
}

static void
drag_ended_cb (LanyardGridView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
}

static void
step_column (LanyardGridView *self,
             int              step)
{
  guint column = lanyard_grid_view_get_column (self);

  if (column == LANYARD_GRID_NOWHERE || (step < 0 && column == 0))
    return;
  lanyard_grid_view_show_column (self, (guint) ((int) column + step));
}

/* To the left is on, where one reads from the left. */
static int
step_of_motion (LanyardGridView *self,
                double           to_left)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (to_left > 0) == mirrored ? -1 : 1;
}

static void
swiped_cb (LanyardGridView *self,
           double           velocity_x,
           double           velocity_y,
           GtkGesture      *gesture)
{
  if (!self->is_single || fabs (velocity_x) < SWIPE_VELOCITY || fabs (velocity_x) < 1.5 * fabs (velocity_y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  step_column (self, step_of_motion (self, -velocity_x));
}

/* Two fingers on a touchpad: once a swipe, however long. */
static gboolean
scrolled_cb (LanyardGridView          *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *scroll)
{
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  if (!self->is_single || fabs (dx) <= fabs (dy))
    return FALSE;
  if (self->swiped < 0)
    return TRUE;
  self->swiped += fabs (dx);
  if (by_wheel || self->swiped > SWIPE_SURFACE_DISTANCE)
    {
      step_column (self, step_of_motion (self, dx));
      self->swiped = by_wheel ? 0 : -1;
    }
  return TRUE;
}

static void
scroll_begun_cb (LanyardGridView *self)
{
  self->swiped = 0;
}

static double
get_zoom (GtkWidget *widget)
{
  return LANYARD_GRID_VIEW (widget)->zoom;
}

static void
zoom_at (GtkWidget *widget,
         double     zoom,
         double     x,
         double     y)
{
  lanyard_grid_view_zoom_at (LANYARD_GRID_VIEW (widget), zoom, x, y);
}

static void
add (LanyardGridView     *self,
     GtkEventController  *controller,
     GtkPropagationPhase  phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_motions (LanyardGridView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swiped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll-begin", G_CALLBACK (scroll_begun_cb), self, G_CONNECT_SWAPPED);
  add (self, GTK_EVENT_CONTROLLER (drag), GTK_PHASE_BUBBLE);
  add (self, GTK_EVENT_CONTROLLER (swipe), GTK_PHASE_CAPTURE);
  add (self, scroll, GTK_PHASE_BUBBLE);
}

/* Private: lets pointer and fingers do what they do here. */
void
lanyard_grid_view_add_gestures (LanyardGridView *self)
{
  lanyard_presses_add (GTK_WIDGET (self), open_at, show_menu_at);
  add_motions (self);
  lanyard_zoom_gestures_add (GTK_WIDGET (self), get_zoom, zoom_at);
}
