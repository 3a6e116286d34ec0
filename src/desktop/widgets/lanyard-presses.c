/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Presses on what a widget lays out by itself, without a button or row for each
 * thing: a press opens it, the right button or a finger that stays shows its
 * menu. Used by the grid and by the days of the plan. Main thread. */

#include "config.h"

#include "lanyard-presses.h"

typedef struct
{
  LanyardPressFunc open;
  LanyardPressFunc show_menu;
} Presses;

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             const Presses   *self)
{
  if (n_press == 1)
    self->open (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static void
show_menu_of (GtkGesture    *gesture,
              double         x,
              double         y,
              const Presses *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->show_menu (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static void
right_pressed_cb (GtkGesture    *gesture,
                  int            n_press,
                  double         x,
                  double         y,
                  const Presses *self)
{
  show_menu_of (gesture, x, y, self);
}

static void
long_pressed_cb (GtkGesture    *gesture,
                 double         x,
                 double         y,
                 const Presses *self)
{
  show_menu_of (gesture, x, y, self);
}

static void
presses_free (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static void
add (GtkWidget     *widget,
     GtkGesture    *gesture,
     const char    *signal,
     GCallback      callback,
     const Presses *presses)
{
  g_signal_connect_data (gesture, signal, callback, g_memdup2 (presses, sizeof *presses), presses_free, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

/**
 * lanyard_presses_add:
 * @widget: what is pressed
 * @open: opens what is there
 * @show_menu: shows the menu of what is there
 *
 * Lets presses do these, as they bubble.
 */
void
lanyard_presses_add (GtkWidget        *widget,
                     LanyardPressFunc  open,
                     LanyardPressFunc  show_menu)
{
  const Presses presses = { open, show_menu };
  GtkGesture *click;
  GtkGesture *right;
  GtkGesture *touch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (open != NULL && show_menu != NULL);

  click = gtk_gesture_click_new ();
  right = gtk_gesture_click_new ();
  touch = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  add (widget, click, "released", G_CALLBACK (released_cb), &presses);
  add (widget, right, "pressed", G_CALLBACK (right_pressed_cb), &presses);
  add (widget, touch, "pressed", G_CALLBACK (long_pressed_cb), &presses);
}
