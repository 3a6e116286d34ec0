/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When and where the conference is, and how its programme got here. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-conference-page.h"

struct _LanyardConferencePage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardConferencePage, lanyard_conference_page, ADW_TYPE_NAVIGATION_PAGE)

static void
lanyard_conference_page_dispose (GObject *object)
{
  LanyardConferencePage *self = LANYARD_CONFERENCE_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CONFERENCE_PAGE);

  G_OBJECT_CLASS (lanyard_conference_page_parent_class)->dispose (object);
}

static void
lanyard_conference_page_class_init (LanyardConferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conference_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/conference/lanyard-conference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, content);
}

static void
lanyard_conference_page_init (LanyardConferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_conference_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_conference_page_new (LanyardOpenConference *open)
{
  LanyardConferencePage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_CONFERENCE_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
