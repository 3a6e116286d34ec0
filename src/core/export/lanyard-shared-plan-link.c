/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links that the Giggity app for Android takes and makes: the address of a
 * schedule and the ids of what is picked there, compressed:
 * "https://ggt.gaa.st/#url=ADDRESS&see=IDS", where IDS is a JSON array of ids,
 * zlib, then base64 for addresses without padding. Giggity 3.0 reads Indico's
 * calendar, whose ids are the UIDs. Any thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "formats/lanyard-json.h"
#include "lanyard-ical-private.h"
#include "lanyard-shared-plan-private.h"

#define PLACE "https://ggt.gaa.st/"

/* Far more than any conference has, and little to hold. */
#define MOST_BYTES (1024 * 1024)

static GBytes *
convert (GConverter *converter,
         GBytes     *bytes)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autofree char *converted = g_malloc (MOST_BYTES);
  gsize size = 0;

  if (!g_input_stream_read_all (stream, converted, MOST_BYTES, &size, NULL, NULL) || size == MOST_BYTES)
    return NULL;
  return g_bytes_new (converted, size);
}

/* RFC 4648 section 5, without padding. */
static char *
write_base64 (GBytes *bytes)
{
  char *text = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';
  return text;
}

static GBytes *
read_base64 (const char *text)
{
  g_autoptr (GString) padded = g_string_new (text);
  guchar *bytes;
  gsize size;

  g_strdelimit (padded->str, "-", '+');
  g_strdelimit (padded->str, "_", '/');
  while (padded->len % 4 != 0)
    g_string_append_c (padded, '=');
  bytes = g_base64_decode (padded->str, &size);
  return g_bytes_new_take (bytes, size);
}

/* The calendar of an Indico event, or the feed itself where others read it. */
static char *
dup_schedule_address (LanyardConference *conference)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);
  const char *address = fields->feed_id;

  if (address == NULL || !g_str_has_prefix (address, "http"))
    address = fields->url;
  if (address == NULL || !g_str_has_prefix (address, "http"))
    return NULL;
  if (g_regex_match_simple ("/event/[0-9]+/$", address, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return g_strconcat (address, "event.ics?detail=contributions", NULL);
  return g_strdup (address);
}

static void
add_id (JsonBuilder *builder,
        GHashTable  *ids,
        char        *id)
{
  gint64 number;

  if (!g_hash_table_add (ids, id))
    return;
  if (g_ascii_string_to_signed (id, 10, 0, G_MAXINT32, &number, NULL) && (*id != '0' || id[1] == '\0'))
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_string_value (builder, id);
}

static char *
dup_id (LanyardConference *conference,
        LanyardTalk       *talk)
{
  char *uid = lanyard_ical_dup_uid (conference, LANYARD_ITEM (talk));

  if (g_str_has_prefix (uid, "indico-"))
    return uid;
  g_free (uid);
  return g_strdup (lanyard_item_get_key (LANYARD_ITEM (talk)));
}

/* Giggity knows neither sessions nor blocks, so that all their talks are meant. */
static void
add_talks_of_block (JsonBuilder                *builder,
                    GHashTable                 *ids,
                    const LanyardExtractFields *extract,
                    LanyardBlock               *block)
{
  GPtrArray *talks = lanyard_programme_get_talks (extract->programme);

  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);
      const char *key = lanyard_item_get_key (LANYARD_ITEM (talk));

      if (lanyard_talk_get_fields (talk)->block == block &&
          (extract->plan == NULL ||
           lanyard_plan_get_level (extract->plan, LANYARD_KIND_TALK, key) != LANYARD_LEVEL_LEFT_OUT))
        add_id (builder, ids, dup_id (lanyard_programme_get_conference (extract->programme), talk));
    }
}

static GBytes *
write_ids (const LanyardExtractFields *extract)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = NULL;
  char *json;

  json_builder_begin_array (builder);
  for (guint i = 0; i < extract->items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (extract->items, i);

      if (LANYARD_IS_TALK (item))
        add_id (builder, ids,
                dup_id (lanyard_programme_get_conference (extract->programme), LANYARD_TALK (item)));
      else if (LANYARD_IS_BLOCK (item))
        add_talks_of_block (builder, ids, extract, LANYARD_BLOCK (item));
    }
  json_builder_end_array (builder);
  if (g_hash_table_size (ids) == 0)
    return NULL;

  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  return g_bytes_new_take (json, strlen (json));
}

/**
 * lanyard_shared_plan_write_link:
 * @extract: what is shared
 *
 * Makes a link that gives the talks to a phone with Giggity. All talks of a
 * session count that is picked as a whole; breaks are left out.
 *
 * Returns: (transfer full) (nullable): the link, %NULL if no talk is in it, or
 *   if the conference is known by no address
 */
char *
lanyard_shared_plan_write_link (LanyardExtract *extract)
{
  const LanyardExtractFields *fields;
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autofree char *address = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *see = NULL;
  g_autoptr (GBytes) ids = NULL;
  g_autoptr (GBytes) compressed = NULL;

  g_return_val_if_fail (extract != NULL, NULL);

  fields = lanyard_extract_get_fields (extract);
  address = dup_schedule_address (lanyard_programme_get_conference (fields->programme));
  ids = address != NULL ? write_ids (fields) : NULL;
  compressed = ids != NULL ? convert (G_CONVERTER (compressor), ids) : NULL;
  if (compressed == NULL)
    return NULL;

  escaped = g_uri_escape_string (address, NULL, FALSE);
  see = write_base64 (compressed);
  return g_strdup_printf (PLACE "#url=%s&see=%s", escaped, see);
}

static void
add_mention (GPtrArray *mentions,
             JsonNode  *node)
{
  LanyardMention *mention;
  char *id;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    id = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    id = g_strdup (json_node_get_string (node));
  else
    return;

  mention = g_new0 (LanyardMention, 1);
  mention->kind = LANYARD_KIND_TALK;
  mention->key = id;
  mention->is_id = TRUE;
  mention->level = LANYARD_LEVEL_GOING;
  g_ptr_array_add (mentions, mention);
}

static GPtrArray *
read_ids (const char *see)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_mention_free);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) compressed = read_base64 (see);
  g_autoptr (GBytes) json = convert (G_CONVERTER (decompressor), compressed);
  g_autoptr (JsonNode) root = json != NULL ? lanyard_json_parse (json, NULL) : NULL;
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return NULL;
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_mention (mentions, json_array_get_element (array, i));
  return g_steal_pointer (&mentions);
}

/**
 * lanyard_shared_plan_new_for_link:
 * @link: what somebody pasted
 * @error: why it cannot be read, of #LanyardSharedPlanError
 *
 * Reads a link as Giggity and lanyard_shared_plan_write_link() make it. Nothing
 * is fetched.
 *
 * Returns: (transfer full) (nullable): what they picked
 */
LanyardSharedPlan *
lanyard_shared_plan_new_for_link (const char  *link,
                                  GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  const char *see;

  g_return_val_if_fail (link != NULL, NULL);

  stripped = g_strstrip (g_strdup (link));
  if (g_str_has_prefix (stripped, PLACE "#"))
    values = g_uri_parse_params (stripped + strlen (PLACE "#"), -1, "&", G_URI_PARAMS_NONE, NULL);
  see = values != NULL ? g_hash_table_lookup (values, "see") : NULL;
  if (see == NULL || g_hash_table_lookup (values, "url") == NULL)
    {
      g_set_error_literal (error, LANYARD_SHARED_PLAN_ERROR, LANYARD_SHARED_PLAN_ERROR_FOREIGN,
                           _("This is not a link to somebody’s plan. Such a link begins with “https://ggt.gaa.st/#url=”."));
      return NULL;
    }

  mentions = read_ids (see);
  if (mentions == NULL)
    {
      g_set_error_literal (error, LANYARD_SHARED_PLAN_ERROR, LANYARD_SHARED_PLAN_ERROR_DAMAGED,
                           _("The link is not whole; copy all of it."));
      return NULL;
    }
  return lanyard_shared_plan_new_take (NULL, g_strdup (g_hash_table_lookup (values, "url")),
                                       g_steal_pointer (&mentions));
}
