/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parsing through json-glib, and accessors that never complain: json-glib's
 * own print a critical where a member is of another type, and any member of a
 * stranger's document may be. All formats that are JSON call them, in the
 * thread that imports. */

#include "config.h"

#include <math.h>

#include "lanyard-feed-text.h"
#include "lanyard-json.h"
#include "lanyard-refusal.h"

/* Parses a document after guarding it. */
JsonNode *
lanyard_json_parse (GBytes  *document,
                    GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) guarded = NULL;
  const char *data;
  gsize size;

  g_assert (document != NULL);

  guarded = lanyard_json_guard (document, error);
  if (guarded == NULL)
    return NULL;

  data = g_bytes_get_data (guarded, &size);
  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, data, size, NULL))
    {
      lanyard_refusal_set_damaged (error);
      return NULL;
    }
  return json_parser_steal_root (parser);
}

/* The object that a node holds, or NULL. */
JsonObject *
lanyard_json_node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The member if it is an object, else NULL. */
JsonObject *
lanyard_json_get_object (JsonObject *object,
                         const char *name)
{
  return lanyard_json_node_object (json_object_get_member (object, name));
}

/* The member if it is an array, else NULL. */
JsonArray *
lanyard_json_get_array (JsonObject *object,
                        const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
string_of (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* The member if it is a string, else NULL. */
const char *
lanyard_json_get_string (JsonObject *object,
                         const char *name)
{
  return string_of (json_object_get_member (object, name));
}

/* The member if it is a finite number, whole or not. */
gboolean
lanyard_json_get_number (JsonObject *object,
                         const char *name,
                         double     *number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    *number = json_node_get_int (node);
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else
    return FALSE;
  return isfinite (*number);
}

/* Whether the member is true itself, not merely something. */
gboolean
lanyard_json_get_boolean (JsonObject *object,
                          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* An id, which some write as a number and others as a string; kept in
 * @strings. NULL where there is none. */
const char *
lanyard_json_get_id (JsonObject   *object,
                     const char   *name,
                     GStringChunk *strings)
{
  JsonNode *node = json_object_get_member (object, name);
  char digits[24];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return lanyard_feed_text_line (strings, json_node_get_string (node));
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return NULL;
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_string_chunk_insert (strings, digits);
}

/* How many elements an array has; none if there is no array. */
guint
lanyard_json_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* The element if it is an object, else NULL. */
JsonObject *
lanyard_json_nth_object (JsonArray *array,
                         guint      index)
{
  g_assert (index < json_array_get_length (array));

  return lanyard_json_node_object (json_array_get_element (array, index));
}

/* The element if it is a string, else NULL. */
const char *
lanyard_json_nth_string (JsonArray *array,
                         guint      index)
{
  g_assert (index < json_array_get_length (array));

  return string_of (json_array_get_element (array, index));
}
