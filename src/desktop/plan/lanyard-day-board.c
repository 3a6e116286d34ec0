/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of a plan to scale, as many side by side as there is room for. They have
 * their hours at the same height, scroll together and are zoomed together. Made
 * by the page of the plan. Main thread. */

#include "config.h"

#include <math.h>

#include "lanyard-day-board.h"
#include "lanyard-day-view.h"
#include "time/lanyard-time-format.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM 4.0
#define ZOOM_STEP 1.25
#define WHEEL_FACTOR 1.15

/* What is brought into sight when there is a size to do so in. */
typedef enum
{
  LANYARD_SIGHT_KEPT,
  LANYARD_SIGHT_INSTANT,
} LanyardSight;

struct _LanyardDayBoard
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  GSettings *settings;         /* owned */
  GPtrArray *days;             /* owned, nullable until set, of LanyardPlanDay */
  GPtrArray *conflicts;        /* owned, of LanyardConflict */
  guint day;                   /* the first day that is shown */
  guint n_columns;             /* how many there is room for */
  double zoom;
  double pinched_zoom;         /* the zoom when two fingers came down */
  double pointer_y;            /* where the pointer is, pixels of the scrolled window */
  LanyardSight sight;
  gint64 instant;              /* what is to be in sight, UTC seconds */
  double instant_y;            /* where, pixels from the upper edge of the sight */
  guint tick_callback;         /* id, or 0: brings it into sight */

  AdwBreakpointBin *breakpoints;
  GtkBox *headings;
  GtkScrolledWindow *scrolled;
  GtkBox *columns;
};

G_DEFINE_FINAL_TYPE (LanyardDayBoard, lanyard_day_board, ADW_TYPE_BIN)

static LanyardDayView *
get_first (LanyardDayBoard *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  return first != NULL ? LANYARD_DAY_VIEW (first) : NULL;
}

static gboolean
bring_into_sight_cb (GtkWidget     *widget,
                     GdkFrameClock *frame_clock,
                     gpointer       user_data)
{
  LanyardDayBoard *self = LANYARD_DAY_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  LanyardDayView *view = get_first (self);

  self->tick_callback = 0;
  if (self->sight == LANYARD_SIGHT_INSTANT && view != NULL)
    gtk_adjustment_set_value (adjustment, lanyard_day_view_from_instant (view, self->instant) - self->instant_y);
  self->sight = LANYARD_SIGHT_KEPT;
  return G_SOURCE_REMOVE;
}

/* In the next frame, when the days have their places. An instant of another
 * day means its time of day. */
static void
bring_into_sight (LanyardDayBoard *self,
                  gint64           instant,
                  double           y)
{
  self->sight = LANYARD_SIGHT_INSTANT;
  self->instant = instant;
  self->instant_y = y;
  if (self->tick_callback == 0)
    self->tick_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_sight_cb, NULL, NULL);
}

static void
set_zoom_at (LanyardDayBoard *self,
             double           zoom,
             double           y)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  LanyardDayView *view = get_first (self);

  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  if (view != NULL)
    bring_into_sight (self, lanyard_day_view_to_instant (view, gtk_adjustment_get_value (adjustment) + y), y);
  self->zoom = zoom;
  g_settings_set_double (self->settings, "plan-zoom", zoom);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lanyard_day_view_set_zoom (LANYARD_DAY_VIEW (child), zoom);
}

static guint
find_day (LanyardDayBoard *self,
          guint            day)
{
  for (guint i = 0; i < self->days->len; i++)
    if (((LanyardPlanDay *) g_ptr_array_index (self->days, i))->day == day)
      return i;
  return 0;
}

static guint
n_dated (LanyardDayBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->days->len; i++)
    n += ((LanyardPlanDay *) g_ptr_array_index (self->days, i))->day != LANYARD_DAY_NONE;
  return n;
}

static void
add_column (LanyardDayBoard *self)
{
  GtkWidget *view = lanyard_day_view_new (self->open);

  gtk_box_append (self->headings, g_object_new (GTK_TYPE_LABEL, "css-classes", ((const char *[]) { "heading", NULL }),
                                                "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  lanyard_day_view_set_zoom (LANYARD_DAY_VIEW (view), self->zoom);
  gtk_box_append (self->columns, view);
}

static void
set_n_columns (LanyardDayBoard *self,
               guint            n_columns)
{
  while (lanyard_day_board_get_n_shown (self) > n_columns)
    {
      gtk_box_remove (self->columns, gtk_widget_get_last_child (GTK_WIDGET (self->columns)));
      gtk_box_remove (self->headings, gtk_widget_get_last_child (GTK_WIDGET (self->headings)));
    }
  while (lanyard_day_board_get_n_shown (self) < n_columns)
    add_column (self);
  gtk_widget_set_visible (GTK_WIDGET (self->headings), n_columns > 1);
}

static void
set_hours (LanyardDayBoard *self)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gint64 from;
      gint64 until;

      lanyard_day_view_get_hours (LANYARD_DAY_VIEW (child), &from, &until);
      first = MIN (first, from);
      last = MAX (last, until);
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    lanyard_day_view_set_hours (LANYARD_DAY_VIEW (child), first, last);
}

/* From the chosen day on, or with it as the last. */
static void
show_days (LanyardDayBoard *self)
{
  GtkWidget *heading;
  GtkWidget *child;
  guint n_days;
  guint number;

  if (self->days == NULL)
    return;
  n_days = n_dated (self);
  set_n_columns (self, MIN (self->n_columns, n_days));
  number = MIN (find_day (self, self->day), n_days - MIN (self->n_columns, n_days));
  heading = gtk_widget_get_first_child (GTK_WIDGET (self->headings));
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardPlanDay *day = g_ptr_array_index (self->days, number);
      g_autofree char *name = lanyard_format_day (day->day, LANYARD_DAY_MEDIUM);

      lanyard_day_view_set_plan (LANYARD_DAY_VIEW (child), self->days, number, self->conflicts);
      gtk_label_set_label (GTK_LABEL (heading), name);
      heading = gtk_widget_get_next_sibling (heading);
      number++;
    }
  if (n_days > 0)
    set_hours (self);
}

static void
make_room (LanyardDayBoard *self,
           guint            n_columns)
{
  self->n_columns = n_columns;
  show_days (self);
}

static void
one_cb (LanyardDayBoard *self)
{
  make_room (self, 1);
}

static void
two_cb (LanyardDayBoard *self)
{
  make_room (self, 2);
}

static void
three_cb (LanyardDayBoard *self)
{
  make_room (self, 3);
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

static void
lanyard_day_board_dispose (GObject *object)
{
  LanyardDayBoard *self = LANYARD_DAY_BOARD (object);

  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->open);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DAY_BOARD);

  G_OBJECT_CLASS (lanyard_day_board_parent_class)->dispose (object);
}

static void
lanyard_day_board_class_init (LanyardDayBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_day_board_dispose;

  gtk_widget_class_install_action (widget_class, "board.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "board.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "board.reset-zoom", NULL, zoom_action);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-day-board.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDayBoard, breakpoints);
  gtk_widget_class_bind_template_child (widget_class, LanyardDayBoard, headings);
  gtk_widget_class_bind_template_child (widget_class, LanyardDayBoard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LanyardDayBoard, columns);
  gtk_widget_class_bind_template_callback (widget_class, one_cb);
  gtk_widget_class_bind_template_callback (widget_class, two_cb);
  gtk_widget_class_bind_template_callback (widget_class, three_cb);
}

static void
lanyard_day_board_init (LanyardDayBoard *self)
{
  self->n_columns = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_zoom_keys (self);
  add_zoom_gestures (self);
}

/**
 * lanyard_day_board_new:
 * @open: the conference whose zone and time count
 *
 * Makes a board that shows no day yet.
 *
 * Returns: (transfer floating): a board
 */
GtkWidget *
lanyard_day_board_new (LanyardOpenConference *open)
{
  LanyardDayBoard *self = g_object_new (LANYARD_TYPE_DAY_BOARD, NULL);

  self->open = g_object_ref (open);
  self->settings = g_settings_new (APP_ID);
  self->zoom = g_settings_get_double (self->settings, "plan-zoom");
  return GTK_WIDGET (self);
}

/**
 * lanyard_day_board_set_plan:
 * @self: a board
 * @days: (element-type LanyardPlanDay): the days of a plan
 * @conflicts: (element-type LanyardConflict): its conflicts
 *
 * Shows a plan, or the same one after a change.
 */
void
lanyard_day_board_set_plan (LanyardDayBoard *self,
                            GPtrArray       *days,
                            GPtrArray       *conflicts)
{
  g_return_if_fail (LANYARD_IS_DAY_BOARD (self));

  g_ptr_array_ref (days);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = days;
  g_ptr_array_ref (conflicts);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = conflicts;
  show_days (self);
}

/**
 * lanyard_day_board_set_day:
 * @self: a board
 * @day: a Julian day number of the plan
 *
 * Shows a day, and what there is room for beside it. Of today one sees now.
 */
void
lanyard_day_board_set_day (LanyardDayBoard *self,
                           guint            day)
{
  g_return_if_fail (LANYARD_IS_DAY_BOARD (self));

  if (self->day == day)
    return;
  self->day = day;
  show_days (self);
  lanyard_day_board_show_now (self);
}

/**
 * lanyard_day_board_show_now:
 * @self: a board
 *
 * Brings now into sight, a third from above, if it is among what is shown.
 */
void
lanyard_day_board_show_now (LanyardDayBoard *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);
  LanyardDayView *first = get_first (self);
  GtkWidget *child;

  g_return_if_fail (LANYARD_IS_DAY_BOARD (self));

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardDayView *view = LANYARD_DAY_VIEW (child);

      if (!lanyard_day_view_has_now (view))
        continue;
      bring_into_sight (self,
                        lanyard_day_view_to_instant (first, lanyard_day_view_from_instant (view, now)),
                        gtk_widget_get_height (GTK_WIDGET (self->scrolled)) / 3.0);
      return;
    }
}

/**
 * lanyard_day_board_show_entry:
 * @self: a board that shows the day of the entry
 * @kind: what kind of thing the entry is of
 * @key: which of that kind
 *
 * Gives an entry the focus, and brings it into sight.
 */
void
lanyard_day_board_show_entry (LanyardDayBoard *self,
                              LanyardKind      kind,
                              const char      *key)
{
  GtkWidget *child;

  g_return_if_fail (LANYARD_IS_DAY_BOARD (self));

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = lanyard_day_view_find_cell (LANYARD_DAY_VIEW (child), kind, key);

      if (cell == NULL)
        continue;
      lanyard_day_view_focus_cell (LANYARD_DAY_VIEW (child), cell);
      return;
    }
}

/**
 * lanyard_day_board_get_n_shown:
 * @self: a board
 *
 * Counts the days that are side by side.
 *
 * Returns: the number
 */
guint
lanyard_day_board_get_n_shown (LanyardDayBoard *self)
{
  guint n = 0;

  g_return_val_if_fail (LANYARD_IS_DAY_BOARD (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}
