/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The heading of a section of Now & Next; the first one says besides where in
 * the conference we are, so that it scrolls away with the list in a low
 * window. Main thread. */

#include "config.h"

#include "lanyard-now-heading.h"

struct _LanyardNowHeading
{
  AdwBin parent_instance;

  GtkWidget *moment;
  GtkLabel *title;
  GtkLabel *description;
  GtkLabel *heading;
};

G_DEFINE_FINAL_TYPE (LanyardNowHeading, lanyard_now_heading, ADW_TYPE_BIN)

static void
lanyard_now_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_NOW_HEADING);

  G_OBJECT_CLASS (lanyard_now_heading_parent_class)->dispose (object);
}

static void
lanyard_now_heading_class_init (LanyardNowHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_now_heading_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/now/lanyard-now-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNowHeading, moment);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowHeading, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowHeading, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowHeading, heading);
}

static void
lanyard_now_heading_init (LanyardNowHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_now_heading_new:
 *
 * Makes a heading without text.
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
lanyard_now_heading_new (void)
{
  return g_object_new (LANYARD_TYPE_NOW_HEADING, NULL);
}

/**
 * lanyard_now_heading_set:
 * @self: a heading
 * @heading: what the section is called
 * @title: (nullable): where in the conference we are
 * @description: (nullable): a sentence about that
 *
 * Says what it is the heading of. Labels that say so already stay as they are.
 */
void
lanyard_now_heading_set (LanyardNowHeading *self,
                         const char        *heading,
                         const char        *title,
                         const char        *description)
{
  g_return_if_fail (LANYARD_IS_NOW_HEADING (self));
  g_return_if_fail (heading != NULL);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (self->moment, title != NULL);
}
