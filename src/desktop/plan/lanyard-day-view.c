/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of a plan, drawn to scale: entries, those that overlap side by side,
 * talks upon the band of their session, free stretches between them, the time
 * it is now. Here is how it is laid out; its parts, keys, pointer and drawing
 * have files of their own. To assistive technology it is a list in order of
 * time. The board has one for each day that it shows. Main thread. */

#include "config.h"

#include <math.h>

#include "../grid/lanyard-grid-geometry.h"
#include "lanyard-day-view-private.h"
#include "time/lanyard-time-format.h"

#define LINES_AN_HOUR 7.5
#define LEAST_LINES_WIDE 11

G_DEFINE_FINAL_TYPE (LanyardDayView, lanyard_day_view, GTK_TYPE_WIDGET)

static void
measure_scale (LanyardDayView *self)
{
  self->scale = lanyard_grid_line_height (GTK_WIDGET (self)) * LINES_AN_HOUR * self->zoom / 3600;
}

/* Private: how many pixels an entry is long at least, be it ever so short. */
double
lanyard_day_view_get_least (LanyardDayView *self)
{
  return lanyard_grid_line_height (GTK_WIDGET (self)) + 4;
}

static double
get_margin (LanyardDayView *self)
{
  return lanyard_grid_line_height (GTK_WIDGET (self));
}

static void
remake_layout (LanyardDayView *self)
{
  g_clear_pointer (&self->layout, lanyard_day_layout_unref);
  if (self->plan_day == NULL)
    return;
  measure_scale (self);
  self->layout = lanyard_day_layout_new (self->plan_day, lanyard_open_conference_get_zone (self->open),
                                         (gint64) (lanyard_day_view_get_least (self) / self->scale));
  lanyard_day_view_remake_parts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_now (LanyardDayView *self)
{
  g_autofree char *text = lanyard_format_time (lanyard_open_conference_get_zone (self->open),
                                               lanyard_open_conference_get_now (self->open));

  gtk_label_set_label (GTK_LABEL (self->now_label), text);
}

static void
now_changed_cb (LanyardDayView *self)
{
  g_assert (LANYARD_IS_DAY_VIEW (self));

  update_now (self);
  for (guint i = 0; i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (LANYARD_IS_GRID_CELL (part->widget))
        lanyard_grid_cell_refresh (LANYARD_GRID_CELL (part->widget));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lanyard_day_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (widget);
  int line = lanyard_grid_line_height (widget);

  gtk_widget_measure (self->now_label, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_LINES_WIDE * line;
  else
    *minimum = *natural = (int) ceil (2 * get_margin (self) + (double) (self->end - self->start) * self->scale);
}

static void
allocate_now (LanyardDayView *self)
{
  gboolean visible = lanyard_day_view_has_now (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int axis = lanyard_day_view_get_axis (self);
  GtkAllocation area;
  int width;

  gtk_widget_set_child_visible (self->now_label, visible);
  if (!visible)
    return;
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->now_label, GTK_ORIENTATION_VERTICAL, -1, NULL, &area.height, NULL, NULL);
  area.width = axis - 6;
  area.x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - axis + 6 : 0;
  area.y = (int) lanyard_day_view_from_instant (self, lanyard_open_conference_get_now (self->open)) - area.height / 2;
  gtk_widget_size_allocate (self->now_label, &area, -1);
}

static void
lanyard_day_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (widget);

  if (self->layout != NULL)
    lanyard_day_view_allocate_parts (self);
  allocate_now (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
lanyard_day_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (widget);

  if (self->layout == NULL)
    return;
  lanyard_day_view_paint_back (self, snapshot);
  GTK_WIDGET_CLASS (lanyard_day_view_parent_class)->snapshot (widget, snapshot);
  lanyard_day_view_paint_front (self, snapshot);
}

static gboolean
lanyard_day_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return lanyard_day_view_move_focus (LANYARD_DAY_VIEW (widget), direction);
}

static gboolean
lanyard_day_view_grab_focus (GtkWidget *widget)
{
  return lanyard_day_view_move_focus (LANYARD_DAY_VIEW (widget), GTK_DIR_TAB_FORWARD);
}

static void
lanyard_day_view_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (lanyard_day_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
lanyard_day_view_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lanyard_day_view_parent_class)->system_setting_changed (widget, setting);
  if (LANYARD_DAY_VIEW (widget)->plan_day != NULL)
    remake_layout (LANYARD_DAY_VIEW (widget));
}

static void
lanyard_day_view_dispose (GObject *object)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->menu_closing, g_source_remove);
  self->menu = NULL;
  g_ptr_array_set_size (self->parts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layout, lanyard_day_layout_unref);
  self->plan_day = NULL;
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_object (&self->dragged);
  g_clear_weak_pointer (&self->drag_over);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_day_view_parent_class)->dispose (object);
}

static void
lanyard_day_view_finalize (GObject *object)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (object);

  g_ptr_array_unref (self->parts);
  g_free (self->current);

  G_OBJECT_CLASS (lanyard_day_view_parent_class)->finalize (object);
}

static void
lanyard_day_view_class_init (LanyardDayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_day_view_dispose;
  object_class->finalize = lanyard_day_view_finalize;
  widget_class->css_changed = lanyard_day_view_css_changed;
  widget_class->focus = lanyard_day_view_focus;
  widget_class->grab_focus = lanyard_day_view_grab_focus;
  widget_class->measure = lanyard_day_view_measure;
  widget_class->size_allocate = lanyard_day_view_size_allocate;
  widget_class->snapshot = lanyard_day_view_snapshot;
  widget_class->system_setting_changed = lanyard_day_view_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "dayview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
lanyard_day_view_init (LanyardDayView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_day_part_free);
  self->conflicts = g_ptr_array_new ();
  self->now_label = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0,
                                  "css-classes", ((const char *[]) { "error", "numeric", "now", NULL }), NULL);
  gtk_widget_set_parent (self->now_label, widget);
  gtk_widget_add_css_class (widget, "caption");
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  lanyard_day_view_add_keys (self);
  lanyard_day_view_add_gestures (self);
}

/**
 * lanyard_day_view_new:
 * @open: the conference whose zone and time count
 *
 * Makes a view that shows no day yet.
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
lanyard_day_view_new (LanyardOpenConference *open)
{
  LanyardDayView *self = g_object_new (LANYARD_TYPE_DAY_VIEW, NULL);

  self->open = g_object_ref (open);
  update_now (self);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (now_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * lanyard_day_view_set_plan:
 * @self: a view
 * @days: (element-type LanyardPlanDay): the days of a plan
 * @number: which of them to show; it has a date
 * @conflicts: (element-type LanyardConflict): those of the whole plan
 *
 * Shows a day. What was there already keeps its widget, and the focus.
 */
void
lanyard_day_view_set_plan (LanyardDayView *self,
                           GPtrArray      *days,
                           guint           number,
                           GPtrArray      *conflicts)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  LanyardPlanDay *day = g_ptr_array_index (days, number);
  g_autofree char *name = NULL;

  g_return_if_fail (LANYARD_IS_DAY_VIEW (self));
  g_return_if_fail (day->day != LANYARD_DAY_NONE);

  g_ptr_array_ref (days);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = days;
  self->plan_day = day;
  g_ptr_array_ref (conflicts);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = conflicts;
  if (self->day != day->day)
    g_clear_pointer (&self->current, g_free);
  self->day = day->day;
  self->day_start = lanyard_zone_get_day_start (zone, day->day);
  name = lanyard_format_day (day->day, LANYARD_DAY_FULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_now (self);
  remake_layout (self);
}

/**
 * lanyard_day_view_get_day:
 * @self: a view
 *
 * Gets which day is shown.
 *
 * Returns: a Julian day number, 0 before there is one
 */
guint
lanyard_day_view_get_day (LanyardDayView *self)
{
  g_return_val_if_fail (LANYARD_IS_DAY_VIEW (self), 0);

  return self->day;
}

/**
 * lanyard_day_view_get_hours:
 * @self: a view that shows a day
 * @first: (out): seconds since the day's beginning
 * @last: (out): likewise
 *
 * Gets what hours of the day must be drawn.
 */
void
lanyard_day_view_get_hours (LanyardDayView *self,
                            gint64         *first,
                            gint64         *last)
{
  g_return_if_fail (LANYARD_IS_DAY_VIEW (self));

  *first = lanyard_day_layout_get_start (self->layout) - self->day_start;
  *last = lanyard_day_layout_get_end (self->layout) - self->day_start;
}

/**
 * lanyard_day_view_get_first_start:
 * @self: a view that shows a day
 * @start: (out): UTC seconds
 *
 * Gets when the first entry begins, of those that begin on the day.
 *
 * Returns: %FALSE if there is none
 */
gboolean
lanyard_day_view_get_first_start (LanyardDayView *self,
                                  gint64         *start)
{
  gint64 first = G_MAXINT64;

  g_return_val_if_fail (LANYARD_IS_DAY_VIEW (self), FALSE);

  for (guint i = 0; i < self->plan_day->entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (self->plan_day->entries, i);
      gint64 begins = lanyard_item_get_start (entry->item);

      if (begins >= self->day_start)
        first = MIN (first, begins);
    }
  *start = first;
  return first != G_MAXINT64;
}

/**
 * lanyard_day_view_set_hours:
 * @self: a view that shows a day
 * @first: seconds since the day's beginning
 * @last: likewise
 *
 * Says what hours of the day are drawn, so that days stand side by side.
 */
void
lanyard_day_view_set_hours (LanyardDayView *self,
                            gint64          first,
                            gint64          last)
{
  g_return_if_fail (LANYARD_IS_DAY_VIEW (self));

  self->start = self->day_start + first;
  self->end = self->day_start + last;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lanyard_day_view_set_zoom:
 * @self: a view
 * @zoom: how large it is drawn; 1 is the normal size
 *
 * Draws the day larger or smaller.
 */
void
lanyard_day_view_set_zoom (LanyardDayView *self,
                           double          zoom)
{
  g_return_if_fail (LANYARD_IS_DAY_VIEW (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  remake_layout (self);
}

/**
 * lanyard_day_view_from_instant:
 * @self: a view
 * @instant: UTC seconds
 *
 * Says where an instant is.
 *
 * Returns: pixels from the view's upper edge
 */
double
lanyard_day_view_from_instant (LanyardDayView *self,
                               gint64          instant)
{
  return get_margin (self) + (double) (instant - self->start) * self->scale;
}

/**
 * lanyard_day_view_to_instant:
 * @self: a view
 * @y: pixels from the view's upper edge
 *
 * Says which instant is there.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_day_view_to_instant (LanyardDayView *self,
                             double          y)
{
  return self->start + (gint64) ((y - get_margin (self)) / self->scale);
}

/**
 * lanyard_day_view_has_now:
 * @self: a view
 *
 * Says whether now is among the hours that are drawn.
 *
 * Returns: whether it is
 */
gboolean
lanyard_day_view_has_now (LanyardDayView *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  return self->layout != NULL && now >= self->start && now <= self->end;
}

/**
 * lanyard_day_view_find_cell:
 * @self: a view
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Finds the cell of an entry.
 *
 * Returns: (transfer none) (nullable): the cell
 */
GtkWidget *
lanyard_day_view_find_cell (LanyardDayView *self,
                            LanyardKind     kind,
                            const char     *key)
{
  g_return_val_if_fail (LANYARD_IS_DAY_VIEW (self), NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);
      LanyardPlanEntry *entry = lanyard_day_part_get_entry (part);

      if (entry != NULL && lanyard_item_get_kind (entry->item) == kind &&
          g_str_equal (lanyard_item_get_key (entry->item), key))
        return part->widget;
    }
  return NULL;
}

/**
 * lanyard_day_view_focus_cell:
 * @self: a view
 * @cell: one of its cells
 *
 * Gives an entry the focus.
 */
void
lanyard_day_view_focus_cell (LanyardDayView *self,
                             GtkWidget      *cell)
{
  LanyardDayPart *part = lanyard_day_view_find_part (self, cell);

  if (part != NULL)
    lanyard_day_view_focus_part (self, part);
}
