/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day as rooms and hours, to scale: a canvas of cells that scrolls both
 * ways, and names and times at its edges that stay. Here is how it is laid out
 * and scrolled; keys, gestures, menu and axis have files of their own. To
 * assistive technology it is a table. Main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "../widgets/lanyard-lazy-menu.h"
#include "lanyard-grid-view-private.h"
#include "time/lanyard-time-format.h"

#define LINES_AN_HOUR 12.0
#define LINES_AN_HOUR_TURNED 20.0
#define LINES_A_COLUMN 10.5
#define LINES_A_COLUMN_AT_MOST 30.0
#define LINES_A_COLUMN_TURNED 4.0
#define LINES_A_COLUMN_TURNED_AT_MOST 8.0
#define LINES_OF_HEADER_TURNED 8.0
#define LEAST_LINES_TURNED 3.0
#define PADDING 6

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} LanyardGridViewProperty;

enum
{
  SIGNAL_ITEM_ACTIVATED,
  SIGNAL_COLUMN_CHANGED,
  SIGNAL_ZOOM_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean lanyard_grid_view_get_border (GtkScrollable *scrollable,
                                              GtkBorder     *border);

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = lanyard_grid_view_get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardGridView, lanyard_grid_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

static void
queue_layout (LanyardGridView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->headers));
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_turned (LanyardGridView *self)
{
  return self->is_turned && !self->is_single;
}

/* Private: how many pixels an item is long at least, be it ever so short. */
double
lanyard_grid_view_get_least (LanyardGridView *self)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));

  return is_turned (self) ? LEAST_LINES_TURNED * line : line + 6;
}

static void
measure_scale (LanyardGridView *self)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));

  self->geometry.is_turned = is_turned (self);
  self->geometry.is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->geometry.scale = line * (is_turned (self) ? LINES_AN_HOUR_TURNED : LINES_AN_HOUR) * self->zoom / 3600;
  self->geometry.margin = is_turned (self) ? 2 * line : line;
}

/* Columns share the room there is, and scroll where that is not enough. */
static void
measure_breadth (LanyardGridView *self,
                 double           page)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self)) * sqrt (self->zoom);
  double least = line * (is_turned (self) ? LINES_A_COLUMN_TURNED : LINES_A_COLUMN);
  double most = line * (is_turned (self) ? LINES_A_COLUMN_TURNED_AT_MOST : LINES_A_COLUMN_AT_MOST);
  guint n_columns = self->geometry.layout != NULL ? lanyard_grid_layout_get_n_columns (self->geometry.layout) : 0;

  if (self->is_single)
    self->geometry.breadth = page;
  else
    self->geometry.breadth = floor (CLAMP (page / MAX (n_columns, 1), least, MAX (most, least)));
}

static int
axis_width (LanyardGridView *self)
{
  int width;

  gtk_widget_measure (self->now_label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width + 2 * PADDING;
}

/* Private: what part of the view is what. */
void
lanyard_grid_view_get_parts (LanyardGridView  *self,
                             int               width,
                             int               height,
                             LanyardGridParts *parts)
{
  double line = lanyard_grid_line_height (GTK_WIDGET (self));
  int row = (int) line + 2 * PADDING;
  int top = self->is_single ? 0 : row;
  int side = is_turned (self) ? MIN ((int) (LINES_OF_HEADER_TURNED * line), width / 3) : axis_width (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = rtl ? 0 : side;

  parts->corner = (GtkAllocation) { rtl ? width - side : 0, 0, side, MAX (top, 1) };
  parts->canvas = (GtkAllocation) { x, top, MAX (width - side, 1), MAX (height - top, 1) };
  if (is_turned (self))
    {
      parts->headers = (GtkAllocation) { rtl ? width - side : 0, top, side, parts->canvas.height };
      parts->axis = (GtkAllocation) { x, 0, parts->canvas.width, top };
    }
  else
    {
      parts->headers = (GtkAllocation) { x, 0, parts->canvas.width, MAX (top, 1) };
      parts->axis = (GtkAllocation) { rtl ? width - side : 0, top, side, parts->canvas.height };
    }
}

static gboolean
lanyard_grid_view_get_border (GtkScrollable *scrollable,
                              GtkBorder     *border)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (scrollable);
  GtkWidget *widget = GTK_WIDGET (self);
  LanyardGridParts parts;

  lanyard_grid_view_get_parts (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &parts);
  border->left = (gint16) parts.canvas.x;
  border->right = (gint16) MAX (gtk_widget_get_width (widget) - parts.canvas.x - parts.canvas.width, 0);
  border->top = (gint16) parts.canvas.y;
  border->bottom = 0;
  return TRUE;
}

static double
clamp_offset (double offset,
              double length,
              double page)
{
  return CLAMP (offset, 0, MAX (length - page, 0));
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         value,
                      double         length,
                      double         page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (length, page), page * 0.1, page * 0.9, page);
}

/* From what is wished to what is possible, for the adjustments as well. */
static void
configure (LanyardGridView *self,
           int              width,
           int              height)
{
  LanyardGridGeometry *geometry = &self->geometry;
  double content_width = lanyard_grid_geometry_get_width (geometry);
  double content_height = lanyard_grid_geometry_get_height (geometry);
  double x;
  double y;

  self->along = clamp_offset (lanyard_grid_geometry_from_instant (geometry, self->top), lanyard_grid_geometry_get_length (geometry),
                              geometry->is_turned ? width : height);
  self->across = clamp_offset (self->left * geometry->breadth, lanyard_grid_geometry_get_breadth (geometry),
                               geometry->is_turned ? height : width);
  x = geometry->is_turned ? self->along : self->across;
  y = geometry->is_turned ? self->across : self->along;
  self->configuring = TRUE;
  configure_adjustment (self->hadjustment, geometry->is_mirrored ? MAX (content_width - width, 0) - x : x, content_width, width);
  configure_adjustment (self->vadjustment, y, content_height, height);
  self->configuring = FALSE;
  if (geometry->is_mirrored)
    x = content_width - width - x;
  lanyard_grid_canvas_set_offset (self->canvas, floor (x), floor (y), lanyard_grid_view_get_least (self));
  lanyard_grid_headers_set_offset (self->headers, floor (geometry->is_turned ? y : x));
}

static void
adjusted_cb (LanyardGridView *self)
{
  LanyardGridGeometry *geometry = &self->geometry;
  double x;
  double y;

  g_assert (LANYARD_IS_GRID_VIEW (self));

  if (self->configuring || geometry->layout == NULL || self->hadjustment == NULL || self->vadjustment == NULL)
    return;
  x = gtk_adjustment_get_value (self->hadjustment);
  y = gtk_adjustment_get_value (self->vadjustment);
  if (geometry->is_mirrored)
    x = gtk_adjustment_get_upper (self->hadjustment) - gtk_adjustment_get_page_size (self->hadjustment) - x;
  lanyard_grid_view_scroll_to (self, geometry->is_turned ? x : y, geometry->is_turned ? y : x);
}

/* Private: moves the sight, in pixels from the day's beginning and from the
 * first column. */
void
lanyard_grid_view_scroll_to (LanyardGridView *self,
                             double           along,
                             double           across)
{
  if (self->geometry.layout == NULL || self->geometry.breadth <= 0)
    return;
  self->top = lanyard_grid_geometry_to_instant (&self->geometry, along);
  self->left = across / self->geometry.breadth;
  queue_layout (self);
}

static void
set_adjustment (LanyardGridView  *self,
                GtkAdjustment   **field,
                GtkAdjustment    *adjustment)
{
  if (*field == adjustment && adjustment != NULL)
    return;
  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, adjusted_cb, self);
  g_clear_object (field);
  *field = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*field, "value-changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
lanyard_grid_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);
  double line = lanyard_grid_line_height (GTK_WIDGET (self));

  *minimum = (int) (line * (orientation == GTK_ORIENTATION_HORIZONTAL ? 10 : 6));
  *natural = (int) (line * (orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : 30));
}

static void
allocate_part (GtkWidget           *widget,
               const GtkAllocation *area)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, area, -1);
}

static void
lanyard_grid_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);
  LanyardGridParts parts;

  lanyard_grid_view_get_parts (self, width, height, &parts);
  measure_scale (self);
  measure_breadth (self, self->geometry.is_turned ? parts.canvas.height : parts.canvas.width);
  if (self->geometry.layout != NULL)
    configure (self, parts.canvas.width, parts.canvas.height);
  allocate_part (GTK_WIDGET (self->canvas), &parts.canvas);
  gtk_widget_set_child_visible (GTK_WIDGET (self->headers), !self->is_single);
  if (!self->is_single)
    allocate_part (GTK_WIDGET (self->headers), &parts.headers);
  gtk_widget_set_child_visible (self->corner, !self->is_single);
  if (!self->is_single)
    allocate_part (self->corner, &parts.corner);
  lanyard_grid_view_allocate_now (self, &parts);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
lanyard_grid_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);

  if (self->geometry.layout != NULL)
    lanyard_grid_view_paint_axis (self, snapshot);
  GTK_WIDGET_CLASS (lanyard_grid_view_parent_class)->snapshot (widget, snapshot);
}

/* The user's order of rooms: names, one a line. The layout sorts the others. */
static char **
dup_order (LanyardGridView *self)
{
  const char *chosen = lanyard_open_conference_get_choice (self->open, "room-order");

  return self->division == LANYARD_GRID_BY_ROOM && chosen != NULL ? g_strsplit (chosen, "\n", -1) : NULL;
}

static gboolean
has_same_places (LanyardGridLayout *a,
                 LanyardGridLayout *b)
{
  if (a == NULL || lanyard_grid_layout_get_n_places (a) != lanyard_grid_layout_get_n_places (b))
    return FALSE;
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (a); i++)
    {
      const LanyardGridPlace *left = lanyard_grid_layout_get_place (a, i);
      const LanyardGridPlace *right = lanyard_grid_layout_get_place (b, i);

      if (left->item != right->item || left->row != right->row || left->column != right->column ||
          left->n_columns != right->n_columns)
        return FALSE;
    }
  return TRUE;
}

static void
count_for_assistive_technology (LanyardGridView *self)
{
  LanyardGridLayout *layout = self->geometry.layout;

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) lanyard_grid_layout_get_n_rows (layout) + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) lanyard_grid_layout_get_n_columns (layout),
                                  -1);
}

/* The item that had the focus keeps it. */
static void
remake_layout (LanyardGridView *self)
{
  g_autoptr (LanyardGridLayout) before = g_steal_pointer (&self->geometry.layout);
  g_autoptr (LanyardItem) item = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_auto (GStrv) order = NULL;

  measure_scale (self);
  if (before != NULL && self->current != LANYARD_GRID_NOWHERE)
    item = g_object_ref (lanyard_grid_layout_get_place (before, self->current)->item);
  if (self->items != NULL)
    {
      order = dup_order (self);
      self->geometry.layout = lanyard_grid_layout_new (self->items, lanyard_open_conference_get_zone (self->open), self->day,
                                                       self->division, (const char * const *) order,
                                                       (gint64) (lanyard_grid_view_get_least (self) / self->geometry.scale));
      count_for_assistive_technology (self);
    }
  if (self->geometry.layout == NULL || !has_same_places (before, self->geometry.layout))
    {
      self->current = LANYARD_GRID_NOWHERE;
      lanyard_grid_canvas_set_layout (self->canvas);
      lanyard_grid_headers_set_layout (self->headers);
      if (item != NULL && self->geometry.layout != NULL)
        self->current = lanyard_grid_layout_find_item (self->geometry.layout, item);
      lanyard_grid_canvas_set_current (self->canvas, self->current);
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  queue_layout (self);
}

static void
now_changed_cb (LanyardGridView *self)
{
  lanyard_grid_view_update_now (self);
  lanyard_grid_canvas_refresh (self->canvas);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choice_changed_cb (LanyardGridView *self,
                   const char      *name)
{
  if (g_strcmp0 (name, "room-order") == 0)
    remake_layout (self);
}

static void
lanyard_grid_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (widget);

  GTK_WIDGET_CLASS (lanyard_grid_view_parent_class)->css_changed (widget, change);
  if (self->open != NULL)
    lanyard_grid_view_update_now (self);
  gtk_widget_queue_resize (widget);
}

static void
lanyard_grid_view_system_setting_changed (GtkWidget        *widget,
                                          GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (lanyard_grid_view_parent_class)->system_setting_changed (widget, setting);
  if (LANYARD_GRID_VIEW (widget)->open != NULL)
    remake_layout (LANYARD_GRID_VIEW (widget));
}

static gboolean
lanyard_grid_view_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  /* From one item to the next one goes with arrow keys; Tab leads out. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return lanyard_grid_view_take_focus (LANYARD_GRID_VIEW (widget));
}

static gboolean
lanyard_grid_view_grab_focus (GtkWidget *widget)
{
  return lanyard_grid_view_take_focus (LANYARD_GRID_VIEW (widget));
}

static void
lanyard_grid_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (object);

  switch ((LanyardGridViewProperty) property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_grid_view_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (object);

  switch ((LanyardGridViewProperty) property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_grid_view_dispose (GObject *object)
{
  LanyardGridView *self = LANYARD_GRID_VIEW (object);
  GtkWidget *child;

  if (self->slide != NULL)
    adw_animation_reset (self->slide);
  g_clear_object (&self->slide);
  g_clear_handle_id (&self->menu_closing, g_source_remove);
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_pointer (&self->geometry.layout, lanyard_grid_layout_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_grid_view_parent_class)->dispose (object);
}

static void
lanyard_grid_view_finalize (GObject *object)
{
  g_string_free (LANYARD_GRID_VIEW (object)->typed, TRUE);

  G_OBJECT_CLASS (lanyard_grid_view_parent_class)->finalize (object);
}

static void
install_signals (GObjectClass *object_class)
{
  GType type = G_TYPE_FROM_CLASS (object_class);

  /* An item is to be opened; another column is the single one; the zoom is
   * another, as a number. */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);
  signals[SIGNAL_COLUMN_CHANGED] = g_signal_new ("column-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
  signals[SIGNAL_ZOOM_CHANGED] = g_signal_new ("zoom-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
}

static void
lanyard_grid_view_class_init (LanyardGridViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_grid_view_dispose;
  object_class->finalize = lanyard_grid_view_finalize;
  object_class->get_property = lanyard_grid_view_get_property;
  object_class->set_property = lanyard_grid_view_set_property;
  widget_class->css_changed = lanyard_grid_view_css_changed;
  widget_class->focus = lanyard_grid_view_focus;
  widget_class->grab_focus = lanyard_grid_view_grab_focus;
  widget_class->measure = lanyard_grid_view_measure;
  widget_class->size_allocate = lanyard_grid_view_size_allocate;
  widget_class->snapshot = lanyard_grid_view_snapshot;
  widget_class->system_setting_changed = lanyard_grid_view_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals (object_class);
  lanyard_grid_view_install_menu (widget_class);
  gtk_widget_class_set_css_name (widget_class, "grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
lanyard_grid_view_init (LanyardGridView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1;
  self->top = -INFINITY;
  self->current = LANYARD_GRID_NOWHERE;
  self->typed = g_string_new (NULL);
  gtk_widget_add_css_class (widget, "caption");
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Schedule"), -1);
}

/* Makes the scrolling part of a grid, with the grid's menu in its corner. */
GtkWidget *
lanyard_grid_view_new (LanyardOpenConference *open,
                       GMenuModel            *menu)
{
  LanyardGridView *self = g_object_new (LANYARD_TYPE_GRID_VIEW, NULL);

  self->open = g_object_ref (open);
  self->headers = LANYARD_GRID_HEADERS (lanyard_grid_headers_new (&self->geometry));
  self->canvas = LANYARD_GRID_CANVAS (lanyard_grid_canvas_new (open, &self->geometry));
  self->now_label = g_object_new (GTK_TYPE_LABEL, "css-classes", ((const char *[]) { "error", "numeric", "now", NULL }), NULL);
  self->corner = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text", _("Grid Options"),
                               "css-classes", ((const char *[]) { "flat", "corner", NULL }), NULL);
  lanyard_lazy_menu_set (GTK_MENU_BUTTON (self->corner), menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->corner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Grid Options"), -1);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->headers), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->canvas), GTK_WIDGET (self));
  gtk_widget_set_parent (self->now_label, GTK_WIDGET (self));
  lanyard_grid_view_update_now (self);
  lanyard_grid_view_add_keys (self);
  lanyard_grid_view_add_gestures (self);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (now_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (lanyard_grid_view_update_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (lanyard_grid_canvas_refresh), self->canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Shows a day. The same day again keeps what is in sight, and so does the focus;
 * another one begins at now if that is on it, and at its first item otherwise. */
void
lanyard_grid_view_set_day (LanyardGridView *self,
                           guint            day,
                           GPtrArray       *items)
{
  gboolean is_other = day != self->day || self->items == NULL;

  g_return_if_fail (LANYARD_IS_GRID_VIEW (self));
  g_return_if_fail (items != NULL);

  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  self->day = day;
  remake_layout (self);
  if (!is_other)
    return;
  self->top = -INFINITY;
  if (lanyard_open_conference_get_now (self->open) > lanyard_grid_layout_get_start (self->geometry.layout) &&
      lanyard_open_conference_get_now (self->open) < lanyard_grid_layout_get_end (self->geometry.layout))
    self->top = (double) lanyard_open_conference_get_now (self->open) - 1800;
  g_signal_emit (self, signals[SIGNAL_COLUMN_CHANGED], 0);
}

LanyardGridLayout *
lanyard_grid_view_get_layout (LanyardGridView *self)
{
  return self->geometry.layout;
}

double
lanyard_grid_view_get_zoom (LanyardGridView *self)
{
  return self->zoom;
}

void
lanyard_grid_view_set_zoom (LanyardGridView *self,
                            double           zoom)
{
  zoom = CLAMP (zoom, LANYARD_GRID_LEAST_ZOOM, LANYARD_GRID_MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  remake_layout (self);
  if (self->geometry.layout != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      LanyardGridParts parts;

      lanyard_grid_view_get_parts (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &parts);
      measure_breadth (self, self->geometry.is_turned ? parts.canvas.height : parts.canvas.width);
    }
  g_signal_emit (self, signals[SIGNAL_ZOOM_CHANGED], 0);
}

void
lanyard_grid_view_set_turned (LanyardGridView *self,
                              gboolean         turned)
{
  if (self->is_turned == turned)
    return;
  self->is_turned = turned;
  remake_layout (self);
  lanyard_grid_headers_set_layout (self->headers);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
lanyard_grid_view_set_single (LanyardGridView *self,
                              gboolean         is_single)
{
  if (self->is_single == is_single)
    return;
  self->is_single = is_single;
  self->left = round (self->left);
  remake_layout (self);
  lanyard_grid_headers_set_layout (self->headers);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_COLUMN_CHANGED], 0);
}

void
lanyard_grid_view_set_division (LanyardGridView     *self,
                                LanyardGridDivision  division)
{
  if (self->division == division)
    return;
  self->division = division;
  self->left = 0;
  lanyard_grid_headers_set_division (self->headers, division);
  remake_layout (self);
  g_signal_emit (self, signals[SIGNAL_COLUMN_CHANGED], 0);
}

guint
lanyard_grid_view_get_n_shown (LanyardGridView *self)
{
  return lanyard_grid_canvas_get_n_shown (self->canvas);
}

guint
lanyard_grid_view_get_n_made (LanyardGridView *self)
{
  return lanyard_grid_canvas_get_n_made (self->canvas);
}
