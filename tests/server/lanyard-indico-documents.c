/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Export documents as a test server serves them: each is read once, moved to
 * the server's address and to the event's number, and written as Indico writes.
 * What no document says is made of the others, as the real server would have
 * it. Bytes that are no export are kept as they are, for tests of those.
 * Any thread.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "lanyard-indico-documents.h"

/* Texts that stand for the event's old place, and what stands for the new. */
typedef struct
{
  const char *new_event;
  char       *old_url;
  char       *new_url;
  char       *old_path;
  char       *new_path;
} Move;

static void
clear_move (Move *move)
{
  g_free (move->old_url);
  g_free (move->new_url);
  g_free (move->old_path);
  g_free (move->new_path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, clear_move)

char *
lanyard_indico_escape_json (const char *json)
{
  GString *text = g_string_sized_new (strlen (json) * 2);

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '/')
        g_string_append (text, "\\/");
      else if (c < 0x80)
        g_string_append_c (text, (char) c);
      else if (c < 0x10000)
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_printf (text, "\\u%04x\\u%04x",
                                0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  return g_string_free_and_steal (text);
}

static GBytes *
write_node (JsonNode *node)
{
  g_autofree char *json = json_to_string (node, FALSE);
  char *text = lanyard_indico_escape_json (json);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return write_node (node);
}

/* Replaces @old where the number in it ends. A path counts only at the
 * beginning or behind a quote, for it is a part of addresses elsewhere. */
static void
replace_place (char       **text,
               const char  *old,
               const char  *new,
               gboolean     is_path)
{
  g_autoptr (GString) result = NULL;
  const char *from = *text;
  gsize length = strlen (old);

  if (strstr (from, old) == NULL)
    return;
  result = g_string_new (NULL);
  for (const char *found = strstr (from, old); found != NULL; found = strstr (found + length, old))
    {
      gboolean begins = !is_path || found == *text || strchr ("\"'(", found[-1]) != NULL;

      if (!begins || g_ascii_isdigit (found[length]))
        continue;
      g_string_append_len (result, from, found - from);
      g_string_append (result, new);
      from = found + length;
    }
  g_string_append (result, from);
  g_free (*text);
  *text = g_string_free_and_steal (g_steal_pointer (&result));
}

static void
move_string (JsonNode   *node,
             const Move *move)
{
  g_autofree char *text = json_node_dup_string (node);

  if (strstr (text, "/event/") == NULL)
    return;
  if (move->old_url != NULL)
    replace_place (&text, move->old_url, move->new_url, FALSE);
  replace_place (&text, move->old_path, move->new_path, TRUE);
  json_node_set_string (node, text);
}

static void move_node (JsonNode   *node,
                       const Move *move);

static void
move_member (JsonObject *object,
             const char *name,
             JsonNode   *node,
             gpointer    data)
{
  const Move *move = data;

  move_node (node, move);
  if (g_str_equal (name, "conferenceId"))
    json_node_set_int (node, g_ascii_strtoll (move->new_event, NULL, 10));
  else if (g_str_equal (name, "conference") && JSON_NODE_HOLDS_OBJECT (node))
    json_object_set_string_member (json_node_get_object (node), "id", move->new_event);
}

static void
move_element (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   data)
{
  move_node (node, data);
}

static void
move_node (JsonNode   *node,
           const Move *move)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), move_member, (gpointer) move);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), move_element, (gpointer) move);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    move_string (node, move);
}

/* What comes before "/event/77/" or "/export/…" in an address of a document. */
static char *
dup_old_base (JsonObject *envelope,
              JsonObject *event)
{
  const char *url = event != NULL ? json_object_get_string_member_with_default (event, "url", NULL) : NULL;
  const char *end;

  if (url == NULL)
    url = json_object_get_string_member_with_default (envelope, "url", NULL);
  if (url == NULL)
    return NULL;
  end = g_strrstr (url, "/event/");
  if (event == NULL || end == NULL)
    end = strstr (url, "/export/");
  return end != NULL ? g_strndup (url, (gsize) (end - url)) : NULL;
}

static void
init_move (Move                     *move,
           const LanyardIndicoPlace *place,
           const char               *old_event,
           const char               *old_base)
{
  g_autoptr (GUri) uri = old_base != NULL ? g_uri_parse (old_base, G_URI_FLAGS_NONE, NULL) : NULL;

  move->new_event = place->event;
  move->old_url = old_base != NULL ? g_strdup_printf ("%s/event/%s", old_base, old_event) : NULL;
  move->new_url = g_strdup_printf ("%s/event/%s", place->base, place->event);
  move->old_path = g_strdup_printf ("%s/event/%s", uri != NULL ? g_uri_get_path (uri) : "", old_event);
  move->new_path = g_strdup_printf ("%s/event/%s", place->prefix, place->event);
}

/* The export in @bytes, or %NULL if there is none in them. */
static JsonObject *
read_export (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) root = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return NULL;
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !json_object_has_member (json_node_get_object (root), "results"))
    return NULL;
  return json_node_dup_object (root);
}

/* The first event of a list, moved to its place. */
static JsonObject *
read_event (GBytes                   *bytes,
            const LanyardIndicoPlace *place)
{
  g_autoptr (JsonObject) envelope = bytes != NULL ? read_export (bytes) : NULL;
  JsonNode *results = envelope != NULL ? json_object_get_member (envelope, "results") : NULL;
  g_auto (Move) move = { NULL };
  g_autofree char *old_base = NULL;
  g_autofree char *old_event = NULL;
  JsonNode *node;
  JsonObject *event;

  if (results == NULL || !JSON_NODE_HOLDS_ARRAY (results) || json_array_get_length (json_node_get_array (results)) == 0)
    return NULL;
  node = json_array_get_element (json_node_get_array (results), 0);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  event = json_node_get_object (node);
  old_base = dup_old_base (envelope, event);
  old_event = g_strdup (json_object_get_string_member_with_default (event, "id", ""));
  init_move (&move, place, old_event, old_base);
  move_node (node, &move);
  json_object_set_string_member (event, "id", place->event);
  return json_object_ref (event);
}

/* The days of a timetable's first event, moved to its place, as "20":{…}. */
static GBytes *
read_timetable (GBytes                   *bytes,
                const LanyardIndicoPlace *place)
{
  g_autoptr (JsonObject) envelope = bytes != NULL ? read_export (bytes) : NULL;
  JsonNode *results = envelope != NULL ? json_object_get_member (envelope, "results") : NULL;
  g_auto (Move) move = { NULL };
  g_autofree char *old_base = NULL;
  g_autofree char *old_event = NULL;
  g_autoptr (GBytes) days = NULL;
  g_autoptr (GList) names = NULL;
  GString *text;
  JsonNode *node;

  if (results == NULL || !JSON_NODE_HOLDS_OBJECT (results))
    return NULL;
  names = json_object_get_members (json_node_get_object (results));
  if (names == NULL)
    return NULL;
  old_event = g_strdup (names->data);
  node = json_object_get_member (json_node_get_object (results), old_event);
  old_base = dup_old_base (envelope, NULL);
  init_move (&move, place, old_event, old_base);
  move_node (node, &move);
  days = write_node (node);
  text = g_string_new (NULL);
  g_string_append_printf (text, "\"%s\":", place->event);
  g_string_append_len (text, g_bytes_get_data (days, NULL), (gssize) g_bytes_get_size (days));
  return g_string_free_to_bytes (text);
}

/* --- what the documents have, and what is made of them ------------------------------------ */

static void
note_thing (GHashTable *titles,
            JsonObject *thing)
{
  gint64 number = json_object_get_int_member_with_default (thing, "db_id", 0);

  g_hash_table_insert (titles, g_strdup_printf ("%" G_GINT64_FORMAT, number),
                       g_strdup (json_object_get_string_member_with_default (thing, "title", "")));
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
note_contributions (LanyardIndicoDocuments *self,
                    JsonObject             *owner,
                    JsonArray              *all)
{
  JsonArray *contributions = get_array (owner, "contributions");

  for (guint i = 0; contributions != NULL && i < json_array_get_length (contributions); i++)
    {
      JsonNode *node = json_array_get_element (contributions, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      note_thing (self->contributions, json_node_get_object (node));
      if (all != NULL)
        json_array_add_element (all, json_node_copy (node));
    }
}

/* Notes what is in an event's document, and collects its contributions. */
static void
note_event (LanyardIndicoDocuments *self,
            JsonObject             *event,
            JsonArray              *all)
{
  JsonArray *blocks = get_array (event, "sessions");

  g_set_str (&self->title, json_object_get_string_member_with_default (event, "title", ""));
  note_contributions (self, event, all);
  for (guint i = 0; blocks != NULL && i < json_array_get_length (blocks); i++)
    {
      JsonNode *node = json_array_get_element (blocks, i);
      JsonNode *session;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      session = json_object_get_member (json_node_get_object (node), "session");
      if (session != NULL && JSON_NODE_HOLDS_OBJECT (session))
        note_thing (self->sessions, json_node_get_object (session));
      note_contributions (self, json_node_get_object (node), all);
    }
}

/* Turns an event's document with sessions into those with less. */
static void
derive_lesser (LanyardIndicoDocuments *self,
               JsonObject             *event,
               JsonArray              *all)
{
  json_object_remove_member (event, "sessions");
  if (self->results[LANYARD_INDICO_DETAIL_CONTRIBUTIONS] == NULL)
    {
      json_object_set_string_member (event, "_fossil", "conferenceMetadataWithContribs");
      json_object_set_array_member (event, "contributions", json_array_ref (all));
      self->results[LANYARD_INDICO_DETAIL_CONTRIBUTIONS] = write_object (event);
    }
  json_object_set_string_member (event, "_fossil", "conferenceMetadata");
  json_object_remove_member (event, "contributions");
  self->results[LANYARD_INDICO_DETAIL_EVENTS] = write_object (event);
}

static void
keep_body (LanyardIndicoDocuments *self,
           LanyardIndicoDetail     detail,
           GBytes                 *bytes)
{
  if (bytes != NULL && self->results[detail] == NULL)
    self->bodies[detail] = g_bytes_ref (bytes);
}

LanyardIndicoDocuments *
lanyard_indico_documents_new (const LanyardIndicoPlace *place,
                              GBytes                   *sessions,
                              GBytes                   *contributions,
                              GBytes                   *timetable)
{
  LanyardIndicoDocuments *self = g_new0 (LanyardIndicoDocuments, 1);
  g_autoptr (JsonObject) with_sessions = read_event (sessions, place);
  g_autoptr (JsonObject) with_contributions = read_event (contributions, place);
  g_autoptr (JsonArray) all = json_array_new ();

  self->contributions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->results[LANYARD_INDICO_DETAIL_TIMETABLE] = read_timetable (timetable, place);
  keep_body (self, LANYARD_INDICO_DETAIL_TIMETABLE, timetable);
  if (with_contributions != NULL)
    {
      self->results[LANYARD_INDICO_DETAIL_CONTRIBUTIONS] = write_object (with_contributions);
      note_event (self, with_contributions, NULL);
    }
  keep_body (self, LANYARD_INDICO_DETAIL_CONTRIBUTIONS, contributions);
  if (with_sessions != NULL)
    {
      self->results[LANYARD_INDICO_DETAIL_SESSIONS] = write_object (with_sessions);
      note_event (self, with_sessions, all);
    }
  keep_body (self, LANYARD_INDICO_DETAIL_SESSIONS, sessions);
  if (with_sessions != NULL || with_contributions != NULL)
    derive_lesser (self, with_sessions != NULL ? with_sessions : with_contributions, all);
  return self;
}

void
lanyard_indico_documents_free (LanyardIndicoDocuments *self)
{
  for (guint i = 0; i < LANYARD_INDICO_N_DETAILS; i++)
    {
      g_clear_pointer (&self->results[i], g_bytes_unref);
      g_clear_pointer (&self->bodies[i], g_bytes_unref);
    }
  g_hash_table_unref (self->contributions);
  g_hash_table_unref (self->sessions);
  g_free (self->title);
  g_free (self);
}
