/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a filter is written down: a JSON object in which everything is optional,
 * and what is unknown, of the wrong type or out of bounds is passed over, since
 * a newer or an older Lanyard may have written it.
 *
 *     {
 *       "sessions": ["KEY", …], "rooms": ["NAME", …], "types": ["NAME", …],
 *       "languages": ["CODE", …], "keywords": ["WORD", …],
 *       "picks": true,            only what is picked
 *       "decided": ["going", "maybe", "seen", "watch-later", "noted"],  any of these
 *       "still-to-come": true,    only what is not over
 *       "hours": [540, 720]       what begins in these minutes of the day
 *     }
 *
 * Used by the open conference, and whoever keeps filters; any thread. */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lanyard-filter.h"

/* More than anybody chooses, and bounds for what is read. */
#define MAX_LENGTH (256 * 1024)
#define MAX_VALUES 500

static const char *const field_names[LANYARD_N_FILTER_FIELDS] = {
  [LANYARD_FILTER_SESSION] = "sessions",
  [LANYARD_FILTER_ROOM] = "rooms",
  [LANYARD_FILTER_TYPE] = "types",
  [LANYARD_FILTER_LANGUAGE] = "languages",
  [LANYARD_FILTER_KEYWORD] = "keywords",
};

/* In the order of the flags. */
static const char *const decided_names[LANYARD_N_FILTER_DECIDED] = { "going", "maybe", "seen", "watch-later", "noted" };

static void
take (LanyardFilter **self,
      LanyardFilter  *changed)
{
  lanyard_filter_unref (*self);
  *self = changed;
}

static JsonArray *
find_array (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_true (JsonObject *object,
         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static void
read_values (LanyardFilter      **self,
             JsonObject          *object,
             LanyardFilterField   field)
{
  JsonArray *array = find_array (object, field_names[field]);

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_VALUES); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        take (self, lanyard_filter_with_value (*self, field, json_node_get_string (node), TRUE));
    }
}

static void
read_decided (LanyardFilter **self,
              JsonObject     *object)
{
  JsonArray *array = find_array (object, "decided");
  LanyardFilterDecided decided = LANYARD_FILTER_DECIDED_NOTHING;

  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_VALUES); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      for (guint flag = 0; flag < LANYARD_N_FILTER_DECIDED; flag++)
        if (json_node_get_value_type (node) == G_TYPE_STRING && g_str_equal (json_node_get_string (node), decided_names[flag]))
          decided |= 1 << flag;
    }
  take (self, lanyard_filter_with_decided (*self, decided));
}

static void
read_hours (LanyardFilter **self,
            JsonObject     *object)
{
  JsonArray *array = find_array (object, "hours");
  int minutes[2];

  if (array == NULL || json_array_get_length (array) != G_N_ELEMENTS (minutes))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_INT64)
        return;
      minutes[i] = CLAMP (json_node_get_int (node), -1, G_MAXINT);
    }
  take (self, lanyard_filter_with_hours (*self, minutes[0], minutes[1]));
}

/**
 * lanyard_filter_new_parse:
 * @text: (nullable): what [method@Filter.to_string] made, or anything
 *
 * Makes a filter of text. What cannot be read is passed over, so that no text
 * at all, or nonsense, makes an empty filter.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_new_parse (const char *text)
{
  LanyardFilter *self = lanyard_filter_new ();
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *object;

  if (text == NULL || *text == '\0' || strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return self;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, -1, NULL) || json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return self;

  object = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    read_values (&self, object, i);
  take (&self, lanyard_filter_with_picks (self, is_true (object, "picks")));
  read_decided (&self, object);
  take (&self, lanyard_filter_with_still_to_come (self, is_true (object, "still-to-come")));
  read_hours (&self, object);
  return self;
}

static void
write_values (JsonBuilder        *builder,
              LanyardFilter      *self,
              LanyardFilterField  field)
{
  const char *const *values = lanyard_filter_get_values (self, field);

  if (*values == NULL)
    return;
  json_builder_set_member_name (builder, field_names[field]);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
write_decided (JsonBuilder          *builder,
               LanyardFilterDecided  decided)
{
  if (decided == LANYARD_FILTER_DECIDED_NOTHING)
    return;
  json_builder_set_member_name (builder, "decided");
  json_builder_begin_array (builder);
  for (guint flag = 0; flag < LANYARD_N_FILTER_DECIDED; flag++)
    if ((decided & (1 << flag)) != 0)
      json_builder_add_string_value (builder, decided_names[flag]);
  json_builder_end_array (builder);
}

static void
write_flag (JsonBuilder *builder,
            const char  *name,
            gboolean     is_set)
{
  if (!is_set)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

/**
 * lanyard_filter_to_string:
 * @self: a filter
 *
 * Writes a filter down, as JSON.
 *
 * Returns: (transfer full): text for [ctor@Filter.new_parse]
 */
char *
lanyard_filter_to_string (LanyardFilter *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  int from_minute;
  int until_minute;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    write_values (builder, self, i);
  write_flag (builder, "picks", lanyard_filter_get_picks (self));
  write_decided (builder, lanyard_filter_get_decided (self));
  write_flag (builder, "still-to-come", lanyard_filter_get_still_to_come (self));
  if (lanyard_filter_get_hours (self, &from_minute, &until_minute))
    {
      json_builder_set_member_name (builder, "hours");
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, from_minute);
      json_builder_add_int_value (builder, until_minute);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
