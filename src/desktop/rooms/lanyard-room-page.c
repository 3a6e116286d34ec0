/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One room and its days. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-room-page.h"

struct _LanyardRoomPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardRoomPage, lanyard_room_page, ADW_TYPE_NAVIGATION_PAGE)

static void
lanyard_room_page_dispose (GObject *object)
{
  LanyardRoomPage *self = LANYARD_ROOM_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOM_PAGE);

  G_OBJECT_CLASS (lanyard_room_page_parent_class)->dispose (object);
}

static void
lanyard_room_page_class_init (LanyardRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_room_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, content);
}

static void
lanyard_room_page_init (LanyardRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_room_page_new:
 * @open: the conference it shows
 * @name: the room's name
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_room_page_new (LanyardOpenConference *open,
                       const char *name)
{
  LanyardRoomPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ROOM_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
