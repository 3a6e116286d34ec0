/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of text that gives way to a shorter one where there is no room for it,
 * as words do better than words that are cut off. The button of a zone has its
 * text in it. Main thread. */

#include "config.h"

#include "lanyard-shorter-label.h"

struct _LanyardShorterLabel
{
  GtkWidget parent_instance;
  GtkWidget *text;    /* borrowed child */
  GtkWidget *shorter; /* borrowed child */
};

G_DEFINE_FINAL_TYPE (LanyardShorterLabel, lanyard_shorter_label, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *label)
{
  int natural;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
lanyard_shorter_label_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  LanyardShorterLabel *self = LANYARD_SHORTER_LABEL (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->text, orientation, -1, minimum, natural, minimum_baseline, natural_baseline);
      return;
    }
  *natural = natural_width (self->text);
  *minimum = MIN (natural_width (self->shorter), *natural);
}

static void
lanyard_shorter_label_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  LanyardShorterLabel *self = LANYARD_SHORTER_LABEL (widget);
  gboolean fits = width >= natural_width (self->text);
  GtkWidget *shown = fits ? self->text : self->shorter;

  gtk_widget_set_child_visible (self->text, fits);
  gtk_widget_set_child_visible (self->shorter, !fits);
  gtk_widget_measure (shown, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (shown, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
lanyard_shorter_label_dispose (GObject *object)
{
  LanyardShorterLabel *self = LANYARD_SHORTER_LABEL (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->shorter, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_shorter_label_parent_class)->dispose (object);
}

static void
lanyard_shorter_label_class_init (LanyardShorterLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_shorter_label_dispose;
  widget_class->measure = lanyard_shorter_label_measure;
  widget_class->size_allocate = lanyard_shorter_label_size_allocate;
}

static void
lanyard_shorter_label_init (LanyardShorterLabel *self)
{
  self->text = gtk_label_new (NULL);
  self->shorter = gtk_label_new (NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->shorter, GTK_WIDGET (self));
}

/**
 * lanyard_shorter_label_set_texts:
 * @self: a label
 * @text: what it says
 * @shorter: what it says where there is no room for that
 *
 * Says something.
 */
void
lanyard_shorter_label_set_texts (LanyardShorterLabel *self,
                                 const char          *text,
                                 const char          *shorter)
{
  g_return_if_fail (LANYARD_IS_SHORTER_LABEL (self));

  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_label_set_label (GTK_LABEL (self->shorter), shorter);
}
