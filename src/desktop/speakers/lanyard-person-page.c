/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person and all that they speak at or lead. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-person-page.h"

struct _LanyardPersonPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardPersonPage, lanyard_person_page, ADW_TYPE_NAVIGATION_PAGE)

static void
lanyard_person_page_dispose (GObject *object)
{
  LanyardPersonPage *self = LANYARD_PERSON_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PERSON_PAGE);

  G_OBJECT_CLASS (lanyard_person_page_parent_class)->dispose (object);
}

static void
lanyard_person_page_class_init (LanyardPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_person_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/speakers/lanyard-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, content);
}

static void
lanyard_person_page_init (LanyardPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_person_page_new:
 * @open: the conference it shows
 * @key: whose page it is
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_person_page_new (LanyardOpenConference *open,
                         const char *key)
{
  LanyardPersonPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_PERSON_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
