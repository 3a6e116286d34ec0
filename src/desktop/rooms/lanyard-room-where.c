/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a room is: the building that the programme names, what people call it,
 * and a map, as far as the directory knows them. Part of the page of a room.
 * Main thread. */

#include "config.h"

#include "../widgets/lanyard-link-button.h"
#include "lanyard-room-where.h"

struct _LanyardRoomWhere
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until it is set */
  LanyardRoom *room;           /* owned, nullable until it is set */

  GtkLabel *place;
  GtkWidget *map;
};

G_DEFINE_FINAL_TYPE (LanyardRoomWhere, lanyard_room_where, ADW_TYPE_BIN)

static void
show_place (LanyardRoomWhere *self)
{
  g_autofree char *place = NULL;
  const char *map;

  if (self->room == NULL)
    return;
  place = lanyard_open_conference_dup_place (self->open, lanyard_room_get_name (self->room),
                                             lanyard_room_get_venue (self->room));
  map = lanyard_open_conference_get_map (self->open, lanyard_room_get_name (self->room));
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  gtk_widget_set_visible (self->map, map != NULL);
  gtk_widget_set_tooltip_text (self->map, map);
  gtk_widget_set_visible (GTK_WIDGET (self), place != NULL || map != NULL);
}

static void
map_cb (LanyardRoomWhere *self)
{
  const char *map = lanyard_open_conference_get_map (self->open, lanyard_room_get_name (self->room));
  g_autoptr (LanyardLink) link = NULL;

  if (map == NULL)
    return;
  link = lanyard_link_new (map, NULL, LANYARD_LINK_WEB, NULL, 0);
  lanyard_link_open (link, GTK_WIDGET (self));
}

static void
lanyard_room_where_dispose (GObject *object)
{
  LanyardRoomWhere *self = LANYARD_ROOM_WHERE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOM_WHERE);
  g_clear_object (&self->room);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_room_where_parent_class)->dispose (object);
}

static void
lanyard_room_where_class_init (LanyardRoomWhereClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_room_where_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-room-where.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomWhere, place);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomWhere, map);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
lanyard_room_where_init (LanyardRoomWhere *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_room_where_set_room:
 * @self: a widget
 * @open: the conference
 * @room: a room of its programme
 *
 * Says where a room is, and once the directory is known, what that says.
 */
void
lanyard_room_where_set_room (LanyardRoomWhere      *self,
                             LanyardOpenConference *open,
                             LanyardRoom           *room)
{
  g_return_if_fail (LANYARD_IS_ROOM_WHERE (self));
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));
  g_return_if_fail (LANYARD_IS_ROOM (room));

  if (self->open == NULL)
    {
      self->open = g_object_ref (open);
      g_signal_connect_object (open, "notify::listing", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->room, room);
  show_place (self);
}
