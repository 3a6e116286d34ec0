/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown before there is a conference: what Lanyard is for, and the
 * ways to begin. */

#include "config.h"

#include "lanyard-welcome-page.h"

struct _LanyardWelcomePage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (LanyardWelcomePage, lanyard_welcome_page, ADW_TYPE_BIN)

static void
lanyard_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (lanyard_welcome_page_parent_class)->dispose (object);
}

static void
lanyard_welcome_page_class_init (LanyardWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/welcome/lanyard-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWelcomePage, status);
}

static void
lanyard_welcome_page_init (LanyardWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status, APP_ID);
}

/**
 * lanyard_welcome_page_new:
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_welcome_page_new (void)
{
  return g_object_new (LANYARD_TYPE_WELCOME_PAGE, NULL);
}
