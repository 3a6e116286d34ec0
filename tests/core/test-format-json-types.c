/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every member of a schedule in JSON is of a wrong type once, since what a
 * server writes is whatever somebody's script made of it. */

#include "config.h"

#include <json-glib/json-glib.h>

#include "feed-documents.h"

static const char * const own[] = {
  "schedule-json/frab.json", "schedule-json/pretalx.json", "schedule-json/flat.json", "pretalx/widget.json",
  "pretalx/submissions.json", "pretalx/slots.json", "pretalx/legacy.json", "pretalx/grid.json",
  "open-event/sessions.json", "open-event/event.json", "emf/schedule.json", "fosdem-matrix/matrix.json",
};

static void swap_members (JsonNode *root,
                          JsonNode *at);

/* Makes a node what another one is. */
static void
become (JsonNode *node,
        JsonNode *other)
{
  g_auto (GValue) value = G_VALUE_INIT;

  switch (json_node_get_node_type (other))
    {
    case JSON_NODE_OBJECT:
      json_node_init_object (node, json_node_get_object (other));
      break;
    case JSON_NODE_ARRAY:
      json_node_init_array (node, json_node_get_array (other));
      break;
    case JSON_NODE_VALUE:
      json_node_get_value (other, &value);
      json_node_init (node, JSON_NODE_VALUE);
      json_node_set_value (node, &value);
      break;
    case JSON_NODE_NULL:
    default:
      json_node_init_null (node);
      break;
    }
}

/* Puts each of these in the place of something, and reads the whole. */
static void
swap_node (JsonNode *root,
           JsonNode *node)
{
  static const char * const texts[] = { "null", "0", "-1.5e300", "true", "\"\"", "\"2031-03-08T10:00:00Z\"", "[]", "{}", "[[1]]",
                                        "{\"name\":{\"en\":[]}}" };
  g_autoptr (JsonNode) before = json_node_copy (node);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) other = json_from_string (texts[i], NULL);
      g_autofree char *text = NULL;

      g_assert_nonnull (other);
      become (node, other);
      text = json_to_string (root, FALSE);
      become (node, before);
      format_abuse_read (text, strlen (text));
    }
}

static void
swap_member (JsonObject *object,
             const char *name,
             JsonNode   *node,
             gpointer    root)
{
  (void) object;
  (void) name;
  swap_node (root, node);
  swap_members (root, node);
}

/* Of a list of like things two tell as much as all. */
static void
swap_members (JsonNode *root,
              JsonNode *at)
{
  if (JSON_NODE_HOLDS_OBJECT (at))
    json_object_foreach_member (json_node_get_object (at), swap_member, root);
  else if (JSON_NODE_HOLDS_ARRAY (at))
    for (guint i = 0; i < MIN (2, json_array_get_length (json_node_get_array (at))); i++)
      {
        swap_node (root, json_array_get_element (json_node_get_array (at), i));
        swap_members (root, json_array_get_element (json_node_get_array (at), i));
      }
}

/* Every member is of a wrong type once. */
static void
test_types (gconstpointer data)
{
  g_autoptr (GBytes) document = own_document (data);
  g_autoptr (JsonNode) root = json_from_string (g_bytes_get_data (document, NULL), NULL);

  g_assert_nonnull (root);
  swap_members (root, root);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *path = g_strconcat ("/json-types/", own[i], NULL);

      g_test_add_data_func (path, own[i], test_types);
    }
  return g_test_run ();
}
