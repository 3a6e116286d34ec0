/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an object of pretalx's REST interface is, by the members that it has:
 * nothing else tells. lanyard-pretalx-rest.c calls it, in the thread that
 * imports. */

#include "config.h"

#include <string.h>

#include "lanyard-pretalx-private.h"

static gboolean
is_string (JsonObject *object,
           const char *name)
{
  return lanyard_json_get_string (object, name) != NULL;
}

/* A talk, with or without its slots. */
gboolean
lanyard_pretalx_is_submission (JsonObject *object)
{
  return is_string (object, "code") && json_object_has_member (object, "title") &&
         json_object_has_member (object, "speakers");
}

/* A speaker. */
gboolean
lanyard_pretalx_is_speaker (JsonObject *object)
{
  return is_string (object, "code") && is_string (object, "name") && !json_object_has_member (object, "title");
}

/* A stretch of time in a room, for a talk or a break. */
gboolean
lanyard_pretalx_is_slot (JsonObject *object)
{
  return json_object_has_member (object, "start") && json_object_has_member (object, "room") &&
         !json_object_has_member (object, "code");
}

/* A room. */
gboolean
lanyard_pretalx_is_room (JsonObject *object)
{
  return json_object_has_member (object, "id") && json_object_has_member (object, "name") &&
         (json_object_has_member (object, "capacity") || json_object_has_member (object, "speaker_info"));
}

/* A track. */
gboolean
lanyard_pretalx_is_track (JsonObject *object)
{
  return json_object_has_member (object, "id") && json_object_has_member (object, "name") &&
         json_object_has_member (object, "color");
}

/* The conference itself. */
gboolean
lanyard_pretalx_is_event (JsonObject *object)
{
  return is_string (object, "slug") && is_string (object, "date_from") && json_object_has_member (object, "name");
}

/* A talk that is not parsed yet. */
gboolean
lanyard_pretalx_is_talk_text (LanyardJsonText text)
{
  static const char * const names[] = { "code", "title", "speakers" };
  g_auto (LanyardJsonWalk) members = { 0 };
  guint found = 0;

  lanyard_json_walk_object (&members, text);
  while (lanyard_json_walk_next (&members))
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      if (strcmp (members.name, names[i]) == 0)
        found |= 1u << i;
  return found == (1u << G_N_ELEMENTS (names)) - 1;
}
