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

/* Private: lets everything be laid out and drawn that depends on what is in sight. */
void
lanyard_grid_view_queue_layout (LanyardGridView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->headers));
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
  lanyard_grid_view_queue_layout (self);
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
  lanyard_grid_view_measure_scale (self);
  lanyard_grid_view_measure_breadth (self, &parts);
  if (self->geometry.layout != NULL)
    lanyard_grid_view_configure (self, &parts);
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
    lanyard_grid_view_remake_layout (self);
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
    lanyard_grid_view_remake_layout (LANYARD_GRID_VIEW (widget));
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
  /* Without a layout there is nothing that could take the focus of a cell that goes. */
  g_clear_pointer (&self->geometry.layout, lanyard_grid_layout_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
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
  self->headers = LANYARD_GRID_HEADERS (lanyard_grid_headers_new (open, &self->geometry));
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
