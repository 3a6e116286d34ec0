/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a feed gives the same as before, where its server does not say so.
 * Indico makes an export anew every ten minutes, with another time in it and
 * its lists in whatever order its database gives them; none of that is news.
 * Called by sync, in the thread that imports.
 *
 * The documents are written out again in one certain way, and that is hashed:
 *
 *   - of an answer itself the time, the question's address and what is said
 *     about other events are left out; of what is in it nothing is, so stamps
 *     of when something was made or modified count;
 *   - members are in the order of their names, strings are as they read and
 *     not as they were escaped, numbers are what they are worth;
 *   - lists that Indico gives in no certain order are sorted, others are not,
 *     for the order of a talk's speakers is their order on the stage;
 *   - documents may come in any order. */

#include "config.h"

#include <string.h>

#include "lanyard-digest.h"
#include "lanyard-json.h"

static void append_node (GString    *text,
                         const char *name,
                         JsonNode   *node);

static gboolean
is_volatile (const char *name)
{
  static const char * const names[] = { "ts", "url", "additionalInfo", NULL };

  return g_strv_contains (names, name);
}

/* Whether the order of a list of this name means nothing. */
static gboolean
is_unordered (const char *name)
{
  static const char * const names[] = {
    "results", "sessions", "contributions", "conveners", "sessionConveners",
    "folders", "attachments", "files", "material", "resources", "references", NULL
  };

  return g_strv_contains (names, name);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The length before keeps what is in a string from being taken for what is
 * around it. */
static void
append_string (GString    *text,
               const char *string)
{
  g_string_append_printf (text, "%" G_GSIZE_FORMAT ":", strlen (string));
  g_string_append (text, string);
}

static void
append_object (GString    *text,
               JsonObject *object,
               gboolean    is_answer)
{
  g_autoptr (GPtrArray) names = g_ptr_array_sized_new (json_object_get_size (object));
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!is_answer || !is_volatile (name))
      g_ptr_array_add (names, (char *) name);
  g_ptr_array_sort (names, compare_strings);

  g_string_append_c (text, '{');
  for (guint i = 0; i < names->len; i++)
    {
      name = g_ptr_array_index (names, i);
      append_string (text, name);
      append_node (text, name, json_object_get_member (object, name));
    }
  g_string_append_c (text, '}');
}

/* An element of the text that is being written. */
typedef struct
{
  gsize start;
  gsize length;
} Stretch;

static int
compare_stretches (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const char *text = user_data;
  const Stretch *left = a;
  const Stretch *right = b;
  int order = memcmp (text + left->start, text + right->start, MIN (left->length, right->length));

  return order != 0 ? order : (left->length > right->length) - (left->length < right->length);
}

/* Puts the elements at the text's end into the order of what they say. */
static void
sort_elements (GString *text,
               GArray  *elements)
{
  gsize start = g_array_index (elements, Stretch, 0).start;
  g_autoptr (GString) sorted = g_string_sized_new (text->len - start);

  g_array_sort_with_data (elements, compare_stretches, text->str);
  for (guint i = 0; i < elements->len; i++)
    {
      const Stretch *element = &g_array_index (elements, Stretch, i);

      g_string_append_len (sorted, text->str + element->start, element->length);
    }
  g_assert (sorted->len == text->len - start);
  memcpy (text->str + start, sorted->str, sorted->len);
}

static void
append_array (GString    *text,
              const char *name,
              JsonArray  *array)
{
  g_autoptr (GArray) elements = NULL;
  guint n = json_array_get_length (array);

  if (n > 1 && name != NULL && is_unordered (name))
    elements = g_array_sized_new (FALSE, FALSE, sizeof (Stretch), n);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n; i++)
    {
      Stretch element = { .start = text->len };

      append_node (text, NULL, json_array_get_element (array, i));
      element.length = text->len - element.start;
      if (elements != NULL)
        g_array_append_val (elements, element);
    }
  if (elements != NULL)
    sort_elements (text, elements);
  g_string_append_c (text, ']');
}

static void
append_value (GString  *text,
              JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    append_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append_c (text, json_node_get_boolean (node) ? 't' : 'f');
  else if (type == G_TYPE_DOUBLE)
    g_string_append_printf (text, "#%s;", g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
  else
    g_string_append_printf (text, "#%" G_GINT64_FORMAT ";", json_node_get_int (node));
}

/* @name is the member's that the node is; NULL for a list's element. */
static void
append_node (GString    *text,
             const char *name,
             JsonNode   *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node), FALSE);
      break;
    case JSON_NODE_ARRAY:
      append_array (text, name, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      append_value (text, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append_c (text, 'n');
      break;
    }
}

/* What is no JSON counts byte by byte. */
static char *
dup_document_digest (GBytes *document)
{
  g_autoptr (JsonNode) root = lanyard_json_parse (document, NULL);
  g_autoptr (GString) text = NULL;

  if (root == NULL)
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);

  text = g_string_sized_new (g_bytes_get_size (document));
  if (JSON_NODE_HOLDS_OBJECT (root))
    append_object (text, json_node_get_object (root), TRUE);
  else
    append_node (text, NULL, root);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
}

/**
 * lanyard_documents_dup_digest:
 * @documents: (element-type GBytes): an event's export documents, in any order
 *
 * Makes a digest that is the same as long as the documents say the same,
 * however they are written: SHA-256 of their canonical content. Takes time, so
 * it is nothing for the main thread; any other.
 *
 * Returns: (transfer full): the digest, 64 hexadecimal digits
 */
char *
lanyard_documents_dup_digest (GPtrArray *documents)
{
  g_autoptr (GPtrArray) digests = NULL;
  g_autoptr (GChecksum) checksum = NULL;

  g_return_val_if_fail (documents != NULL, NULL);

  digests = g_ptr_array_new_full (documents->len, g_free);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (digests, dup_document_digest (g_ptr_array_index (documents, i)));
  g_ptr_array_sort (digests, compare_strings);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < digests->len; i++)
    g_checksum_update (checksum, g_ptr_array_index (digests, i), -1);
  return g_strdup (g_checksum_get_string (checksum));
}
