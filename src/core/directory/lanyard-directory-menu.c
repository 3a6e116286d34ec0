/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference as Giggity's menu has it, and Confy's, which is a part of
 * that; the directory that is built in adds "city". Called by
 * lanyard-directory-read.c. */

#include "config.h"

#include <string.h>

#include "formats/lanyard-feed-text.h"
#include "formats/lanyard-json.h"
#include "lanyard-directory-private.h"
#include "model/lanyard-link.h"

/* What is asked of every listing that is shown, so that there are not too many. */
#define MOST_SIGNS 1000
#define MOST_LINKS 50

static const char *
get_line (JsonObject   *object,
          const char   *name,
          GStringChunk *strings)
{
  return lanyard_feed_text_line (strings, lanyard_json_get_string (object, name));
}

static const char *
get_address (JsonObject *object,
             const char *name)
{
  const char *address = lanyard_json_get_string (object, name);

  return lanyard_directory_is_address (address) ? address : NULL;
}

static GPtrArray *
read_links (JsonObject   *metadata,
            GStringChunk *strings)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  JsonArray *array = lanyard_json_get_array (metadata, "links");

  for (guint i = 0; i < lanyard_json_length (array) && links->len < MOST_LINKS; i++)
    {
      JsonObject *object = lanyard_json_nth_object (array, i);
      const char *url = object != NULL ? get_address (object, "url") : NULL;
      const char *title = url != NULL ? get_line (object, "title", strings) : NULL;
      const char *type = url != NULL ? lanyard_json_get_string (object, "type") : NULL;

      if (url != NULL)
        g_ptr_array_add (links, lanyard_link_new (url, title, lanyard_link_guess_kind (url, title, type), type, 0));
    }
  return links;
}

static gboolean
get_position (JsonObject *room,
              double     *latitude,
              double     *longitude)
{
  JsonArray *position = lanyard_json_get_array (room, "latlon");
  JsonNode *nodes[2];

  if (lanyard_json_length (position) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      nodes[i] = json_array_get_element (position, i);
      if (!JSON_NODE_HOLDS_VALUE (nodes[i]))
        return FALSE;
    }
  *latitude = json_node_get_double (nodes[0]);
  *longitude = json_node_get_double (nodes[1]);
  return TRUE;
}

/* A venue may have a map of its own, whose address has the position in it. */
static char *
dup_map_at (JsonObject *metadata,
            double      latitude,
            double      longitude)
{
  const char *base = get_address (metadata, "laton_base_url");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GString) map = NULL;

  if (base == NULL)
    return lanyard_directory_dup_map (latitude, longitude);
  map = g_string_new (base);
  g_string_replace (map, "LAT", g_ascii_formatd (number, sizeof number, "%.6f", latitude), 0);
  g_string_replace (map, "LON", g_ascii_formatd (number, sizeof number, "%.6f", longitude), 0);
  return g_string_free_and_steal (g_steal_pointer (&map));
}

/* The most exact is the first: the room on a plan of the building, such as
 * c3nav has them below "/l/", then a position. */
static char *
dup_room_map (JsonObject *metadata,
              JsonObject *room)
{
  const char *base = get_address (metadata, "c3nav_base");
  const char *slug = lanyard_json_get_string (room, "c3nav_slug");
  double latitude, longitude;

  if (get_address (room, "nav_url") != NULL)
    return g_strdup (get_address (room, "nav_url"));
  if (base != NULL && slug != NULL && *slug != '\0')
    {
      g_autofree char *escaped = g_uri_escape_string (slug, NULL, FALSE);

      return g_strdup_printf ("%s%sl/%s/", base, g_str_has_suffix (base, "/") ? "" : "/", escaped);
    }
  return get_position (room, &latitude, &longitude) ? dup_map_at (metadata, latitude, longitude) : NULL;
}

/* What people call where a room is. Some have a pattern there, which no one
 * calls anything. */
static const char *
get_shown_name (JsonObject   *room,
                GStringChunk *strings)
{
  const char *name = get_line (room, "show_name", strings);

  return name != NULL && strstr (name, ".*") == NULL && strchr (name, '\\') == NULL ? name : NULL;
}

static GPtrArray *
read_signs (JsonObject   *metadata,
            GStringChunk *strings)
{
  GPtrArray *signs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_room_sign_unref);
  JsonArray *array = lanyard_json_get_array (metadata, "rooms");

  for (guint i = 0; i < lanyard_json_length (array) && signs->len < MOST_SIGNS; i++)
    {
      JsonObject *room = lanyard_json_nth_object (array, i);
      const char *pattern = room != NULL ? lanyard_json_get_string (room, "name") : NULL;
      g_autofree char *map = NULL;

      if (pattern == NULL || *pattern == '\0')
        continue;
      map = dup_room_map (metadata, room);
      g_ptr_array_add (signs, lanyard_room_sign_new (pattern, get_shown_name (room, strings), map));
    }
  return signs;
}

/*
 * Reads one conference. NULL if it has no title, or no address that leads
 * anywhere. One that ends before it begins has its first day only.
 */
LanyardListing *
lanyard_directory_read_menu_entry (JsonObject   *object,
                                   GStringChunk *strings)
{
  JsonObject *metadata = lanyard_json_get_object (object, "metadata");
  g_autoptr (GPtrArray) links = metadata != NULL ? read_links (metadata, strings) : NULL;
  g_autoptr (GPtrArray) signs = metadata != NULL ? read_signs (metadata, strings) : NULL;
  LanyardListingFields fields = {
    .id = get_line (object, "id", strings),
    .title = get_line (object, "title", strings),
    .address = get_address (object, "url"),
    .first_day = lanyard_directory_parse_day (lanyard_json_get_string (object, "start")),
    .last_day = lanyard_directory_parse_day (lanyard_json_get_string (object, "end")),
    .city = get_line (object, "city", strings),
    .zone = get_line (object, "timezone", strings),
    .links = links,
    .signs = signs,
  };

  if (fields.title == NULL || fields.address == NULL || g_str_has_prefix (fields.address, "geo:"))
    return NULL;
  if (fields.first_day == 0)
    fields.first_day = fields.last_day;
  fields.last_day = MAX (fields.first_day, fields.last_day);
  return lanyard_listing_new (&fields);
}
