/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a programme of what `lanyard-cli show --json` prints, knowing nothing
 * but src/cli/JSON.md: the proof that nothing is lost. Called by
 * test-json.c. */

#include "config.h"

#include "rebuild.h"

typedef struct
{
  GHashTable *rooms;    /* owned: name and venue -> LanyardRoom */
  GHashTable *sessions; /* owned: key -> LanyardSession */
  GHashTable *blocks;   /* owned: key -> LanyardBlock */
} Rebuild;

static const char *
get_string (JsonObject *object,
            const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_null_member (object, name) ? NULL : json_object_get_string_member (object, name);
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_null_member (object, name) ? NULL : json_object_get_object_member (object, name);
}

gint64
rebuild_instant (JsonObject *object,
                 const char *name)
{
  JsonObject *instant = get_object (object, name);
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (instant == NULL)
    return LANYARD_NO_TIME;

  g_assert_true (g_str_has_suffix (get_string (instant, "utc"), "Z"));
  utc = g_date_time_new_from_iso8601 (get_string (instant, "utc"), NULL);
  local = g_date_time_new_from_iso8601 (get_string (instant, "local"), NULL);
  g_assert_nonnull (utc);
  g_assert_nonnull (local);
  g_assert_true (g_date_time_equal (utc, local));
  g_assert_nonnull (get_string (instant, "zone"));
  return g_date_time_to_unix (utc);
}

/* The place of a name in a list of names. */
static int
find_name (const char         *name,
           const char * const *names)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  g_assert_not_reached ();
}

static LanyardTextFormat
get_format (JsonObject *object)
{
  static const char * const names[] = { "plain", "markdown", "html", NULL };

  return find_name (get_string (object, "description_format"), names);
}

static GPtrArray *
read_credits (JsonObject *object,
              const char *name)
{
  static const char * const formats[] = { "plain", "markdown", "html", NULL };
  static const char * const roles[] = { "speaker", "author", "coauthor", "lead", "chair", NULL };
  JsonArray *list = json_object_get_array_member (object, name);
  GPtrArray *credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *credit = json_array_get_object_element (list, i);
      gboolean is_whole = json_object_has_member (credit, "biography");
      g_autoptr (LanyardPerson) person =
          lanyard_person_new_whole (get_string (credit, "key"), get_string (credit, "name"),
                                    get_string (credit, "affiliation"), get_string (credit, "email"),
                                    is_whole ? get_string (credit, "biography") : NULL,
                                    is_whole ? find_name (get_string (credit, "biography_format"), formats) : 0);

      g_ptr_array_add (credits, lanyard_credit_new (person, find_name (get_string (credit, "role"), roles)));
    }
  return credits;
}

static GPtrArray *
read_links (JsonObject *object,
            const char *name)
{
  static const char * const kinds[] = { "web", "file", "slides", "recording", "stream", "chat", "pad", "feedback", NULL };
  JsonArray *list = json_object_get_array_member (object, name);
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *link = json_array_get_object_element (list, i);

      g_ptr_array_add (links, lanyard_link_new (get_string (link, "url"), get_string (link, "title"),
                                                find_name (get_string (link, "kind"), kinds),
                                                get_string (link, "content_type"),
                                                json_object_get_int_member (link, "size")));
    }
  return links;
}

static GPtrArray *
read_parts (JsonObject *object)
{
  JsonArray *list = json_object_get_array_member (object, "parts");
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_part_unref);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *part = json_array_get_object_element (list, i);
      g_autoptr (GPtrArray) credits = read_credits (part, "credits");
      g_autoptr (GPtrArray) links = read_links (part, "links");

      g_ptr_array_add (parts, lanyard_part_new (get_string (part, "key"), get_string (part, "title"),
                                                json_object_get_int_member (part, "duration"), credits, links));
    }
  return parts;
}

static LanyardRoom *
find_room (Rebuild    *self,
           JsonObject *object)
{
  JsonObject *room = get_object (object, "room");
  g_autofree char *id = NULL;
  LanyardRoom *found;

  if (room == NULL)
    return NULL;
  id = g_strdup_printf ("%s\n%s", get_string (room, "name"), get_string (room, "venue"));
  found = g_hash_table_lookup (self->rooms, id);
  if (found == NULL)
    {
      found = lanyard_room_new (get_string (room, "name"), get_string (room, "venue"));
      g_hash_table_insert (self->rooms, g_steal_pointer (&id), found);
    }
  return found;
}

/* What a reference refers to must be in its list. */
static gpointer
find_referred (GHashTable *objects,
               JsonObject *object,
               const char *name)
{
  JsonObject *reference = get_object (object, name);
  gpointer found = NULL;

  if (reference != NULL)
    {
      found = g_hash_table_lookup (objects, get_string (reference, "key"));
      g_assert_nonnull (found);
    }
  return found;
}

static LanyardItemFields
read_item (Rebuild    *self,
           JsonObject *object)
{
  g_autofree char *id = g_strdup_printf ("%s:%s", get_string (object, "kind"), get_string (object, "key"));

  g_assert_cmpstr (get_string (object, "id"), ==, id);
  return (LanyardItemFields) {
    .key = get_string (object, "key"),
    .title = get_string (object, "title"),
    .start = rebuild_instant (object, "start"),
    .end = rebuild_instant (object, "end"),
    .room = find_room (self, object),
    .session = find_referred (self->sessions, object, "session"),
  };
}

static gpointer
read_session (Rebuild    *self,
              JsonObject *object)
{
  g_autoptr (GPtrArray) leads = read_credits (object, "leads");
  g_autoptr (GPtrArray) links = read_links (object, "links");
  LanyardSession *session = lanyard_session_new (&(LanyardSessionFields) {
    .key = get_string (object, "key"),
    .title = get_string (object, "title"),
    .code = get_string (object, "code"),
    .type = get_string (object, "type"),
    .description = get_string (object, "description"),
    .description_format = get_format (object),
    .minutes = get_string (object, "minutes"),
    .color = get_string (object, "color"),
    .is_poster = json_object_get_boolean_member (object, "is_poster"),
    .url = get_string (object, "url"),
    .leads = leads,
    .links = links,
  });

  g_hash_table_insert (self->sessions, (gpointer) lanyard_session_get_key (session), g_object_ref (session));
  return session;
}

static gpointer
read_block (Rebuild    *self,
            JsonObject *object)
{
  g_autoptr (GPtrArray) leads = read_credits (object, "leads");
  LanyardItemFields item = read_item (self, object);
  LanyardBlock *block = lanyard_block_new (&item, leads);

  g_hash_table_insert (self->blocks, (gpointer) lanyard_item_get_key (LANYARD_ITEM (block)), g_object_ref (block));
  return block;
}

static char **
read_keywords (JsonObject *object)
{
  JsonArray *list = json_object_get_array_member (object, "keywords");
  g_autoptr (GStrvBuilder) keywords = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_strv_builder_add (keywords, json_array_get_string_element (list, i));
  return g_strv_builder_end (keywords);
}

static gpointer
read_talk (Rebuild    *self,
           JsonObject *object)
{
  g_autoptr (GPtrArray) credits = read_credits (object, "credits");
  g_autoptr (GPtrArray) links = read_links (object, "links");
  g_autoptr (GPtrArray) parts = read_parts (object);
  g_auto (GStrv) keywords = read_keywords (object);

  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = read_item (self, object),
    .block = find_referred (self->blocks, object, "block"),
    .duration = json_object_get_int_member (object, "duration"),
    .description = get_string (object, "description"),
    .description_format = get_format (object),
    .minutes = get_string (object, "minutes"),
    .url = get_string (object, "url"),
    .type = get_string (object, "type"),
    .track = get_string (object, "track"),
    .code = get_string (object, "code"),
    .board = get_string (object, "board"),
    .subtitle = get_string (object, "subtitle"),
    .is_unrecorded = json_object_get_boolean_member (object, "is_unrecorded"),
    .keywords = (const char * const *) keywords,
    .credits = credits,
    .parts = parts,
    .links = links,
  });
}

static gpointer
read_break (Rebuild    *self,
            JsonObject *object)
{
  LanyardItemFields item = read_item (self, object);

  return lanyard_break_new (&item, find_referred (self->blocks, object, "block"), get_string (object, "description"));
}

static GPtrArray *
read_list (Rebuild    *self,
           JsonObject *document,
           const char *name,
           gpointer  (*read) (Rebuild *, JsonObject *))
{
  JsonArray *list = json_object_get_array_member (document, name);
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (objects, read (self, json_array_get_object_element (list, i)));
  return objects;
}

static LanyardConference *
read_conference (JsonObject *object)
{
  g_autoptr (GPtrArray) chairs = read_credits (object, "chairs");
  g_autoptr (GPtrArray) links = read_links (object, "links");

  return lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = get_string (object, "uuid"),
    .feed_id = get_string (object, "feed_id"),
    .title = get_string (object, "title"),
    .start = rebuild_instant (object, "start"),
    .end = rebuild_instant (object, "end"),
    .zone = get_string (object, "zone"),
    .venue = get_string (object, "venue"),
    .address = get_string (object, "address"),
    .url = get_string (object, "url"),
    .description = get_string (object, "description"),
    .description_format = get_format (object),
    .organizer = get_string (object, "organizer"),
    .language = get_string (object, "language"),
    .label = get_string (object, "label"),
    .label_message = get_string (object, "label_message"),
    .is_cancelled = json_object_get_boolean_member (object, "is_cancelled"),
    .chairs = chairs,
    .links = links,
    .n_talks = json_object_get_int_member (object, "n_talks"),
    .n_sessions = json_object_get_int_member (object, "n_sessions"),
    .imported_at = rebuild_instant (object, "imported_at"),
    .revision = json_object_get_int_member (object, "revision"),
  });
}

LanyardProgramme *
rebuild_programme (JsonObject *document)
{
  Rebuild self = {
    .rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
    .sessions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref),
    .blocks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref),
  };
  g_autoptr (LanyardConference) conference = read_conference (get_object (document, "conference"));
  g_autoptr (GPtrArray) sessions = read_list (&self, document, "sessions", read_session);
  g_autoptr (GPtrArray) blocks = read_list (&self, document, "blocks", read_block);
  g_autoptr (GPtrArray) talks = read_list (&self, document, "talks", read_talk);
  g_autoptr (GPtrArray) breaks = read_list (&self, document, "breaks", read_break);
  LanyardProgramme *programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = sessions,
    .blocks = blocks,
    .talks = talks,
    .breaks = breaks,
  });

  g_hash_table_unref (self.rooms);
  g_hash_table_unref (self.sessions);
  g_hash_table_unref (self.blocks);
  return programme;
}
