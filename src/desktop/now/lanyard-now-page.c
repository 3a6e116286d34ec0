/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs now and what comes next, picks first. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-now-page.h"

struct _LanyardNowPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardNowPage, lanyard_now_page, ADW_TYPE_BIN)

static void
lanyard_now_page_dispose (GObject *object)
{
  LanyardNowPage *self = LANYARD_NOW_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_NOW_PAGE);

  G_OBJECT_CLASS (lanyard_now_page_parent_class)->dispose (object);
}

static void
lanyard_now_page_class_init (LanyardNowPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_now_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/now/lanyard-now-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardNowPage, content);
}

static void
lanyard_now_page_init (LanyardNowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_now_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_now_page_new (LanyardOpenConference *open)
{
  LanyardNowPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_NOW_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
