/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the days of the plan are drawn, and what of them is in sight: what
 * is under the pointer, or in the middle, stays there. Main thread. */

#include "config.h"

#include "../widgets/lanyard-zoom-gestures.h"
#include "../widgets/lanyard-zoom-keys.h"
#include "lanyard-day-board-private.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.25

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

static LanyardDayBoard *
get_board_of (GtkWidget *scrolled)
{
  return LANYARD_DAY_BOARD (gtk_widget_get_ancestor (scrolled, LANYARD_TYPE_DAY_BOARD));
}

static double
get_zoom (GtkWidget *scrolled)
{
  return get_board_of (scrolled)->zoom;
}

static void
zoom_at (GtkWidget *scrolled,
         double     zoom,
         double     x,
         double     y)
{
  set_zoom_at (get_board_of (scrolled), zoom, y);
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
  lanyard_zoom_keys_add (GTK_WIDGET (self), &(LanyardZoomActions) { "board.zoom-in", "board.zoom-out", "board.reset-zoom" });
  lanyard_zoom_gestures_add (GTK_WIDGET (self->scrolled), get_zoom, zoom_at);
}
