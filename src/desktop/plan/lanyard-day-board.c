/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of a plan to scale, as many side by side as there is room for. They have
 * their hours at the same height, scroll together and are zoomed together, which
 * is in lanyard-day-board-zoom.c. Made by the page of the plan. Main thread. */

#include "config.h"

#include "lanyard-day-board-private.h"
#include "time/lanyard-time-format.h"

G_DEFINE_FINAL_TYPE (LanyardDayBoard, lanyard_day_board, ADW_TYPE_BIN)

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

/* When the first of the days begins. */
static gint64
get_beginning (LanyardDayBoard *self)
{
  return lanyard_zone_get_day_start (lanyard_open_conference_get_zone (self->open),
                                     lanyard_day_view_get_day (lanyard_day_board_get_first (self)));
}

/* Other days side by side may begin earlier: the same hours stay in sight, unless
 * it was asked for others. */
static void
keep_hours (LanyardDayBoard *self,
            gint64           seconds)
{
  gint64 top = get_beginning (self) + seconds;

  if (!self->is_out_of_sight && ABS (lanyard_day_board_get_sight (self, 0) - top) > 60)
    lanyard_day_board_bring_into_sight (self, top, 0);
}

/* From the chosen day on, or with it as the last. */
static void
show_days (LanyardDayBoard *self)
{
  gboolean was_shown = lanyard_day_board_get_first (self) != NULL;
  gint64 seconds = was_shown ? lanyard_day_board_get_sight (self, 0) - get_beginning (self) : 0;
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
  if (n_days > 0 && was_shown)
    keep_hours (self, seconds);
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

  lanyard_day_board_install_zoom (widget_class);
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
  lanyard_day_board_add_zoom (self);
}

/* Private: the first of the days, or NULL. */
LanyardDayView *
lanyard_day_board_get_first (LanyardDayBoard *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  return first != NULL ? LANYARD_DAY_VIEW (first) : NULL;
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

/* The first entry of the chosen day, a little below the upper edge: in another
 * zone than that of the conference, much of a day may come before it. */
static gboolean
show_first (LanyardDayBoard *self)
{
  LanyardDayView *first = lanyard_day_board_get_first (self);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardDayView *view = LANYARD_DAY_VIEW (child);
      gint64 start;

      if (lanyard_day_view_get_day (view) != self->day || !lanyard_day_view_get_first_start (view, &start))
        continue;
      lanyard_day_board_bring_into_sight (
          self, lanyard_day_view_to_instant (first, lanyard_day_view_from_instant (view, start - LANYARD_DAY_BOARD_ROOM_ABOVE)), 0);
      return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_day_board_set_day:
 * @self: a board
 * @day: a Julian day number of the plan
 *
 * Shows a day, and what there is room for beside it. Of today one sees now, of
 * another day the first entry.
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
  if (!lanyard_day_board_show_now (self) && !show_first (self) && lanyard_day_board_get_first (self) != NULL)
    lanyard_day_board_bring_into_sight (self, lanyard_day_view_to_instant (lanyard_day_board_get_first (self), 0), 0);
}

/**
 * lanyard_day_board_show_now:
 * @self: a board
 *
 * Brings now into sight, a third from above, if it is among what is shown.
 *
 * Returns: whether it is
 */
gboolean
lanyard_day_board_show_now (LanyardDayBoard *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);
  LanyardDayView *first = lanyard_day_board_get_first (self);
  GtkWidget *child;

  g_return_val_if_fail (LANYARD_IS_DAY_BOARD (self), FALSE);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      LanyardDayView *view = LANYARD_DAY_VIEW (child);

      if (!lanyard_day_view_has_now (view))
        continue;
      lanyard_day_board_bring_into_sight (self, lanyard_day_view_to_instant (first, lanyard_day_view_from_instant (view, now)), -1);
      return TRUE;
    }
  return FALSE;
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
 * lanyard_day_board_get_top:
 * @self: a board
 * @instant: (out): UTC seconds
 *
 * Gets what of the first day is at the upper edge of what one sees.
 *
 * Returns: %FALSE if there is no day yet
 */
gboolean
lanyard_day_board_get_top (LanyardDayBoard *self,
                           gint64          *instant)
{
  g_return_val_if_fail (LANYARD_IS_DAY_BOARD (self), FALSE);

  if (lanyard_day_board_get_first (self) == NULL)
    return FALSE;
  *instant = lanyard_day_board_get_sight (self, 0);
  return TRUE;
}

/**
 * lanyard_day_board_show_top:
 * @self: a board
 * @instant: UTC seconds, of the first day
 *
 * Brings an instant to the upper edge of what one sees.
 */
void
lanyard_day_board_show_top (LanyardDayBoard *self,
                            gint64           instant)
{
  g_return_if_fail (LANYARD_IS_DAY_BOARD (self));

  lanyard_day_board_bring_into_sight (self, instant, 0);
}

/**
 * lanyard_day_board_shows_day:
 * @self: a board
 * @day: a Julian day number
 *
 * Says whether a day is among those that are side by side.
 *
 * Returns: whether it is
 */
gboolean
lanyard_day_board_shows_day (LanyardDayBoard *self,
                             guint            day)
{
  g_return_val_if_fail (LANYARD_IS_DAY_BOARD (self), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (lanyard_day_view_get_day (LANYARD_DAY_VIEW (child)) == day)
      return TRUE;
  return FALSE;
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
