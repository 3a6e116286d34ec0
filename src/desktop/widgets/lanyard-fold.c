/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the first six lines of something long, and a button that shows the
 * rest. What fits is shown as it is, without the button. The page of a session
 * has its texts in it. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-fold.h"

#define N_LINES 6
#define FADED_LINES 1.5f
#define SPACING 6

struct _LanyardFold
{
  GtkWidget parent_instance;
  GtkWidget *child;  /* borrowed child, nullable */
  GtkWidget *button; /* borrowed child */
  gboolean unfolded; /* whether somebody asked for the rest */
  gboolean is_long;  /* whether there is more than fits, in the width it has */
};

typedef enum
{
  PROP_CHILD = 1,
} LanyardFoldProperty;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (LanyardFold, lanyard_fold, GTK_TYPE_WIDGET)

static int
line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static int
height_of (GtkWidget *widget,
           int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* Folding away less than the button takes would be of no use. */
static gboolean
is_long (LanyardFold *self,
         int          child_height)
{
  return child_height > N_LINES * line_height (GTK_WIDGET (self)) + SPACING + height_of (self->button, -1);
}

static void
lanyard_fold_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  LanyardFold *self = LANYARD_FOLD (widget);
  int height;

  *minimum = *natural = 0;
  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }

  height = height_of (self->child, for_size);
  if (is_long (self, height))
    height = (self->unfolded ? height : N_LINES * line_height (widget)) + SPACING + height_of (self->button, -1);
  *minimum = *natural = height;
}

static void
show_state (LanyardFold *self)
{
  gboolean folded = self->is_long && !self->unfolded;

  gtk_button_set_label (GTK_BUTTON (self->button), self->unfolded ? _("Show Less") : _("Show More"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, self->unfolded, -1);
  /* The focus must not go where nothing is to be seen. */
  if (self->child != NULL)
    gtk_widget_set_can_focus (self->child, !folded);
}

static void
lanyard_fold_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  LanyardFold *self = LANYARD_FOLD (widget);
  GtkAllocation button = { 0, 0, 0, height_of (self->button, -1) };
  int child_height;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;
  child_height = height_of (self->child, width);
  self->is_long = is_long (self, child_height);
  gtk_widget_set_child_visible (self->button, self->is_long);
  gtk_widget_set_can_focus (self->child, !self->is_long || self->unfolded);
  gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, child_height }, -1);
  if (!self->is_long)
    return;
  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button.width, NULL, NULL);
  button.x = rtl ? width - button.width : 0;
  button.y = height - button.height;
  gtk_widget_size_allocate (self->button, &button, -1);
}

/* The last line and a half fades, so that a text that goes on looks so. */
static void
snapshot_folded (LanyardFold *self,
                 GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int line = line_height (widget);
  float height = N_LINES * line;
  graphene_rect_t shown = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GskColorStop stops[] = { { 0, { 0, 0, 0, 1 } }, { 1, { 0, 0, 0, 0 } } };

  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_ALPHA);
  gtk_snapshot_append_linear_gradient (snapshot, &shown, &GRAPHENE_POINT_INIT (0, height - FADED_LINES * line),
                                       &GRAPHENE_POINT_INIT (0, height), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &shown);
  gtk_widget_snapshot_child (widget, self->child, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
lanyard_fold_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  LanyardFold *self = LANYARD_FOLD (widget);

  if (self->child == NULL)
    return;
  if (self->is_long && !self->unfolded)
    snapshot_folded (self, snapshot);
  else
    gtk_widget_snapshot_child (widget, self->child, snapshot);
  gtk_widget_snapshot_child (widget, self->button, snapshot);
}

static GtkSizeRequestMode
lanyard_fold_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clicked_cb (LanyardFold *self)
{
  self->unfolded = !self->unfolded;
  show_state (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_child (LanyardFold *self,
           GtkWidget   *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    {
      gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
      g_object_bind_property (child, "visible", self, "visible", G_BINDING_SYNC_CREATE);
    }
}

static void
lanyard_fold_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((LanyardFoldProperty) property_id)
    {
    case PROP_CHILD:
      set_child (LANYARD_FOLD (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_fold_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((LanyardFoldProperty) property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, LANYARD_FOLD (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_fold_dispose (GObject *object)
{
  LanyardFold *self = LANYARD_FOLD (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_fold_parent_class)->dispose (object);
}

static void
lanyard_fold_class_init (LanyardFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_fold_dispose;
  object_class->set_property = lanyard_fold_set_property;
  object_class->get_property = lanyard_fold_get_property;
  widget_class->get_request_mode = lanyard_fold_get_request_mode;
  widget_class->measure = lanyard_fold_measure;
  widget_class->size_allocate = lanyard_fold_size_allocate;
  widget_class->snapshot = lanyard_fold_snapshot;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
lanyard_fold_init (LanyardFold *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "fold-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  show_state (self);
}

/**
 * lanyard_fold_get_folded:
 * @self: a fold
 *
 * Says whether there is more than what is to be seen.
 *
 * Returns: %TRUE if something is folded away
 */
gboolean
lanyard_fold_get_folded (LanyardFold *self)
{
  g_return_val_if_fail (LANYARD_IS_FOLD (self), FALSE);

  return self->is_long && !self->unfolded;
}
