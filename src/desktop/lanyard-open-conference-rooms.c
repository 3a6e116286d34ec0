/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the rooms of the open conference are: the building that its programme
 * names, what people call the place, and a map, as far as the directory knows
 * them. It is looked for when a page first asks, once for each conference, on
 * another thread; "listing" tells when it is known. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-open-conference-private.h"
#include "sync/lanyard-directory-match.h"

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardOpenConference) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardListing) listing = lanyard_directory_match_finish (result, &error);

  /* An error ends it as well: the programme says where its rooms are itself. */
  if (listing == NULL)
    return;
  g_set_object (&self->listing, listing);
  g_object_notify (G_OBJECT (self), "listing");
}

static void
look (LanyardOpenConference *self,
      const char            *uuid)
{
  lanyard_open_conference_end_looking (self);
  self->listing_uuid = g_strdup (uuid);
  self->looking = g_cancellable_new ();
  lanyard_directory_match_async (self->store, lanyard_programme_get_conference (self->programme), self->looking,
                                 matched_cb, g_object_ref (self));
}

/* What the directory says about a room. */
static LanyardRoomSign *
find_sign (LanyardOpenConference *self,
           const char            *room)
{
  const char *uuid = lanyard_open_conference_get_shown_uuid (self);

  if (self->programme == NULL || uuid == NULL)
    return NULL;
  if (g_strcmp0 (self->listing_uuid, uuid) != 0)
    look (self, uuid);
  return self->listing != NULL ? lanyard_listing_find_sign (self->listing, room) : NULL;
}

/* Forgets what the directory knows, and what is asked of it. */
void
lanyard_open_conference_end_looking (LanyardOpenConference *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->listing);
  g_clear_pointer (&self->listing_uuid, g_free);
}

/**
 * lanyard_open_conference_dup_place:
 * @self: an open conference
 * @room: a room's name
 * @venue: (nullable): the building that the programme names
 *
 * Says where a room is, beside its name. What says nothing new is not said.
 *
 * Returns: (transfer full) (nullable): what people call the place, the
 *   building, both, or %NULL
 */
char *
lanyard_open_conference_dup_place (LanyardOpenConference *self,
                                   const char            *room,
                                   const char            *venue)
{
  LanyardRoomSign *sign;
  const char *name;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);
  g_return_val_if_fail (room != NULL, NULL);

  sign = find_sign (self, room);
  name = sign != NULL ? lanyard_room_sign_get_shown_name (sign) : NULL;
  if (g_strcmp0 (name, venue) == 0 || g_strcmp0 (name, room) == 0)
    name = NULL;
  if (name != NULL && venue != NULL)
    /* Translators: what people call where a room is, and the building: "K wing · Solbosch" */
    return g_strdup_printf (C_("room", "%s · %s"), name, venue);
  return g_strdup (name != NULL ? name : venue);
}

/**
 * lanyard_open_conference_get_map:
 * @self: an open conference
 * @room: a room's name
 *
 * Gets the address of a map on which a room is.
 *
 * Returns: (transfer none) (nullable): an address
 */
const char *
lanyard_open_conference_get_map (LanyardOpenConference *self,
                                 const char            *room)
{
  LanyardRoomSign *sign;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);
  g_return_val_if_fail (room != NULL, NULL);

  sign = find_sign (self, room);
  return sign != NULL ? lanyard_room_sign_get_map (sign) : NULL;
}
