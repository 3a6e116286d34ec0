/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a room is: the building that the programme names, what people call it,
 * and a map, as far as the directory knows them. Part of the page of a room.
 * Main thread; the directory is read on another. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-link-button.h"
#include "lanyard-room-where.h"
#include "sync/lanyard-directory-match.h"

struct _LanyardRoomWhere
{
  AdwBin parent_instance;
  LanyardRoom *room;     /* owned, nullable until it is set */
  LanyardRoomSign *sign; /* owned, nullable */
  GCancellable *looking; /* owned, nullable: ends the look into the directory */

  GtkLabel *place;
  GtkWidget *map;
};

G_DEFINE_FINAL_TYPE (LanyardRoomWhere, lanyard_room_where, ADW_TYPE_BIN)

/* A name that says nothing new is not said. */
static const char *
get_shown_name (LanyardRoomWhere *self)
{
  const char *name = self->sign != NULL ? lanyard_room_sign_get_shown_name (self->sign) : NULL;
  const char *venue = lanyard_room_get_venue (self->room);

  if (g_strcmp0 (name, venue) == 0 || g_strcmp0 (name, lanyard_room_get_name (self->room)) == 0)
    return NULL;
  return name;
}

static char *
dup_place (LanyardRoomWhere *self)
{
  const char *name = get_shown_name (self);
  const char *venue = lanyard_room_get_venue (self->room);

  if (name != NULL && venue != NULL)
    /* Translators: what people call where a room is, and the building: "K wing · Solbosch" */
    return g_strdup_printf (C_("room", "%s · %s"), name, venue);
  return g_strdup (name != NULL ? name : venue);
}

static void
show_place (LanyardRoomWhere *self)
{
  g_autofree char *place = dup_place (self);
  gboolean has_map = self->sign != NULL && lanyard_room_sign_get_map (self->sign) != NULL;

  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL);
  gtk_widget_set_visible (self->map, has_map);
  gtk_widget_set_tooltip_text (self->map, has_map ? lanyard_room_sign_get_map (self->sign) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), place != NULL || has_map);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardRoomWhere) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardListing) listing = lanyard_directory_match_finish (result, &error);
  LanyardRoomSign *sign;

  if (listing == NULL || self->room == NULL)
    return;
  sign = lanyard_listing_find_sign (listing, lanyard_room_get_name (self->room));
  if (sign == NULL)
    return;
  g_clear_pointer (&self->sign, lanyard_room_sign_unref);
  self->sign = lanyard_room_sign_ref (sign);
  show_place (self);
}

static void
map_cb (LanyardRoomWhere *self)
{
  g_autoptr (LanyardLink) link =
      lanyard_link_new (lanyard_room_sign_get_map (self->sign), NULL, LANYARD_LINK_WEB, NULL, 0);

  lanyard_link_open (link, GTK_WIDGET (self));
}

static void
end_looking (LanyardRoomWhere *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
lanyard_room_where_dispose (GObject *object)
{
  LanyardRoomWhere *self = LANYARD_ROOM_WHERE (object);

  end_looking (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOM_WHERE);
  g_clear_pointer (&self->sign, lanyard_room_sign_unref);
  g_clear_object (&self->room);

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
 * Says where a room is, and looks whether the directory knows more.
 */
void
lanyard_room_where_set_room (LanyardRoomWhere      *self,
                             LanyardOpenConference *open,
                             LanyardRoom           *room)
{
  LanyardProgramme *programme;

  g_return_if_fail (LANYARD_IS_ROOM_WHERE (self));
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));
  g_return_if_fail (LANYARD_IS_ROOM (room));

  end_looking (self);
  g_set_object (&self->room, room);
  show_place (self);

  programme = lanyard_open_conference_get_programme (open);
  self->looking = g_cancellable_new ();
  lanyard_directory_match_async (lanyard_open_conference_get_store (open),
                                 lanyard_programme_get_conference (programme), self->looking, matched_cb,
                                 g_object_ref (self));
}
