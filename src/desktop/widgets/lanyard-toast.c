/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Toasts whose sentence is there to its end. The title that libadwaita gives a
 * toast is one line, cut where a narrow window ends; a title of our own wraps.
 *
 * A toast is as high as it would be at the width that it would like to have,
 * also where it gets less. So a title that has to be narrower says in the next
 * frame that this is the width it likes, and more as the window grows again.
 * Whatever makes a toast makes it here.
 * Main thread. */

#include "config.h"

#include "lanyard-toast.h"

#define MOST_LINES 10
#define LIKED_CHARS 48

#define LANYARD_TYPE_TOAST_TITLE (lanyard_toast_title_get_type ())

G_DECLARE_FINAL_TYPE (LanyardToastTitle, lanyard_toast_title, LANYARD, TOAST_TITLE, GtkWidget)

struct _LanyardToastTitle
{
  GtkWidget parent_instance;
  GtkWidget *label; /* borrowed child */
  int liked_width;  /* the widest it asks for, in pixels */
  int window_width; /* in pixels */
  guint tick;       /* id of the callback of the next frame, or 0 */
};

G_DEFINE_FINAL_TYPE (LanyardToastTitle, lanyard_toast_title, GTK_TYPE_WIDGET)

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *frame_clock,
           gpointer       user_data)
{
  LANYARD_TOAST_TITLE (widget)->tick = 0;
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
lanyard_toast_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lanyard_toast_title_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  LanyardToastTitle *self = LANYARD_TOAST_TITLE (widget);

  /* It is never so wide only because it is not high. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = CLAMP (self->liked_width, *minimum, *natural);
}

static void
lanyard_toast_title_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  LanyardToastTitle *self = LANYARD_TOAST_TITLE (widget);
  int needed;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &needed, NULL, NULL);
  gtk_widget_allocate (self->label, width, height, baseline, NULL);
  if (needed <= height)
    return;
  self->liked_width = width;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, resize_cb, NULL, NULL);
}

static void
window_resized_cb (LanyardToastTitle *self,
                   int                width)
{
  if (width > self->window_width && self->liked_width < G_MAXINT)
    {
      self->liked_width += width - self->window_width;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  self->window_width = width;
}

static GdkSurface *
get_surface (GtkWidget *widget)
{
  return gtk_native_get_surface (gtk_widget_get_native (widget));
}

/* When it comes up, the overlay says aloud only a title that the toast has by
 * itself; so it is told ours. */
static void
lanyard_toast_title_map (GtkWidget *widget)
{
  LanyardToastTitle *self = LANYARD_TOAST_TITLE (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  GTK_WIDGET_CLASS (lanyard_toast_title_parent_class)->map (widget);
  self->window_width = gdk_surface_get_width (get_surface (widget));
  g_signal_connect_swapped (get_surface (widget), "layout", G_CALLBACK (window_resized_cb), self);
  if (overlay != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (overlay), gtk_label_get_label (GTK_LABEL (self->label)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
lanyard_toast_title_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (get_surface (widget), widget);

  GTK_WIDGET_CLASS (lanyard_toast_title_parent_class)->unmap (widget);
}

static void
lanyard_toast_title_dispose (GObject *object)
{
  LanyardToastTitle *self = LANYARD_TOAST_TITLE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_toast_title_parent_class)->dispose (object);
}

static void
lanyard_toast_title_class_init (LanyardToastTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_toast_title_dispose;
  widget_class->get_request_mode = lanyard_toast_title_get_request_mode;
  widget_class->measure = lanyard_toast_title_measure;
  widget_class->size_allocate = lanyard_toast_title_size_allocate;
  widget_class->map = lanyard_toast_title_map;
  widget_class->unmap = lanyard_toast_title_unmap;
}

static void
lanyard_toast_title_init (LanyardToastTitle *self)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  self->liked_width = G_MAXINT;
  self->label = GTK_WIDGET (label);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, MOST_LINES);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, LIKED_CHARS);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * lanyard_toast_new:
 * @sentence: what it says, without markup
 *
 * Makes a toast for any overlay or dialog that takes one.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
lanyard_toast_new (const char *sentence)
{
  LanyardToastTitle *title;

  g_return_val_if_fail (sentence != NULL, NULL);

  title = g_object_new (LANYARD_TYPE_TOAST_TITLE, NULL);
  gtk_label_set_label (GTK_LABEL (title->label), sentence);
  return g_object_new (ADW_TYPE_TOAST, "custom-title", title, NULL);
}

/**
 * lanyard_toast_new_offer:
 * @sentence: what it says, without markup
 * @button: what its button says, with an underline before its mnemonic
 * @action: what the button does: an action's name
 * @target: (nullable): the action's parameter; consumed if floating
 *
 * Makes a toast that offers to do something.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
lanyard_toast_new_offer (const char *sentence,
                         const char *button,
                         const char *action,
                         GVariant   *target)
{
  AdwToast *toast = lanyard_toast_new (sentence);

  g_return_val_if_fail (toast != NULL, NULL);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  return toast;
}
