/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rooms, and what is on in each now and next. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-rooms-page.h"

struct _LanyardRoomsPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardRoomsPage, lanyard_rooms_page, ADW_TYPE_BIN)

static void
lanyard_rooms_page_dispose (GObject *object)
{
  LanyardRoomsPage *self = LANYARD_ROOMS_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOMS_PAGE);

  G_OBJECT_CLASS (lanyard_rooms_page_parent_class)->dispose (object);
}

static void
lanyard_rooms_page_class_init (LanyardRoomsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_rooms_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-rooms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomsPage, content);
}

static void
lanyard_rooms_page_init (LanyardRoomsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_rooms_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_rooms_page_new (LanyardOpenConference *open)
{
  LanyardRoomsPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ROOMS_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
