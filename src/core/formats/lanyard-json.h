/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON from strangers: what is parsed is bounded first, and what is asked of a
 * tree is answered even where it is of the wrong type. Private to the formats. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* No event's document comes near to either. */
#define LANYARD_JSON_MAX_SIZE (64 * 1024 * 1024)
#define LANYARD_JSON_MAX_DEPTH 64

gboolean    lanyard_json_sniff       (GBytes             *document,
                                      const char * const *paths);
GBytes     *lanyard_json_guard       (GBytes             *document,
                                      GError            **error);
JsonNode   *lanyard_json_parse       (GBytes             *document,
                                      GError            **error);
JsonObject *lanyard_json_get_object  (JsonObject         *object,
                                      const char         *name);
JsonArray  *lanyard_json_get_array   (JsonObject         *object,
                                      const char         *name);
const char *lanyard_json_get_string  (JsonObject         *object,
                                      const char         *name);
const char *lanyard_json_get_id      (JsonObject         *object,
                                      const char         *name,
                                      GStringChunk       *strings);
gboolean    lanyard_json_get_number  (JsonObject         *object,
                                      const char         *name,
                                      double             *number);
gboolean    lanyard_json_get_boolean (JsonObject         *object,
                                      const char         *name);
JsonObject *lanyard_json_node_object (JsonNode           *node);
JsonObject *lanyard_json_nth_object  (JsonArray          *array,
                                      guint               index);
const char *lanyard_json_nth_string  (JsonArray          *array,
                                      guint               index);
guint       lanyard_json_length      (JsonArray          *array);

G_END_DECLS
