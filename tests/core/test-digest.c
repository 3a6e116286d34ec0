/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The digest of documents: the same for whatever says the same, another one for
 * every difference that anybody could see. */

#include "config.h"

#include <json-glib/json-glib.h>

#include "formats/lanyard-digest.h"
#include "indico-documents.h"

static char *
digest_of_bytes (GBytes *first,
                 ...)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list others;

  va_start (others, first);
  for (GBytes *document = first; document != NULL; document = va_arg (others, GBytes *))
    g_ptr_array_add (documents, g_bytes_ref (document));
  va_end (others);
  return lanyard_documents_dup_digest (documents);
}

static char *
digest_of_text (const char *text)
{
  g_autoptr (GBytes) document = document_from_text (text);

  return digest_of_bytes (document, NULL);
}

static void
assert_same (const char *a,
             const char *b)
{
  g_autofree char *left = digest_of_text (a);
  g_autofree char *right = digest_of_text (b);

  g_test_message ("%.80s = %.80s", a, b);
  g_assert_cmpstr (left, ==, right);
}

static void
assert_other (const char *a,
              const char *b)
{
  g_autofree char *left = digest_of_text (a);
  g_autofree char *right = digest_of_text (b);

  g_test_message ("%.80s ≠ %.80s", a, b);
  g_assert_cmpstr (left, !=, right);
}

static void
test_same (void)
{
  assert_same ("{'a':1,'b':[2,'x']}", " {\r\n 'b' : [ 2 , 'x' ],\t'a':1 } ");
  assert_same ("{'a':'\\/event\\/20'}", "{'a':'/event/20'}");
  assert_same ("{'a':'\\u00e9\\ud83e\\udd8a'}", "{'a':'é🦊'}");
  assert_same ("{'a':'\\b\\f\\n\\r\\t\\\\'}", "{'a':'\\u0008\\u000c\\u000a\\u000D\\u0009\\u005c'}");
  assert_same ("{'a':30}", "{'a':30.0}");
  assert_same ("{'a':3e1}", "{'a':30}");
  assert_same ("{'ts':1,'url':'x','additionalInfo':{},'results':[]}",
               "{'ts':2,'url':'y','additionalInfo':{'moreFutureEvents':true},'results':[]}");
  assert_same ("{'results':[{'contributions':[{'id':1},{'id':2},{'id':3}]}]}",
               "{'results':[{'contributions':[{'id':3},{'id':1},{'id':2}]}]}");
  /* what is sorted is sorted from the inside */
  assert_same ("{'results':[{'folders':[{'attachments':[{'id':1},{'id':2}]}]},{'folders':[]}]}",
               "{'results':[{'folders':[]},{'folders':[{'attachments':[{'id':2},{'id':1}]}]}]}");
  assert_same ("{'sessions':[{'conveners':[{'id':2},{'id':1}]}]}", "{'sessions':[{'conveners':[{'id':1},{'id':2}]}]}");
}

static void
test_other (void)
{
  assert_other ("{'a':1}", "{'a':2}");
  assert_other ("{'a':1}", "{'b':1}");
  assert_other ("{'a':1}", "{'a':'1'}");
  assert_other ("{'a':1}", "{'a':1,'b':null}");
  assert_other ("{'a':null}", "{'a':''}");
  assert_other ("{'a':null}", "{'a':false}");
  assert_other ("{'a':true}", "{'a':false}");
  assert_other ("{'a':1.5}", "{'a':1.25}");
  assert_other ("{'a':[]}", "{'a':{}}");
  assert_other ("{'a':[1,2]}", "{'a':[2,1]}");
  assert_other ("{'a':[[1],2]}", "{'a':[[1,2]]}");
  assert_other ("{'a':['b','c']}", "{'a':['b:c']}");
  assert_other ("{'a':'b','c':'d'}", "{'a':'b1:c1:d'}");
  assert_other ("{'a':'x '}", "{'a':'x'}");
  assert_other ("{'speakers':[{'id':1},{'id':2}]}", "{'speakers':[{'id':2},{'id':1}]}");
  assert_other ("{'contributions':[{'id':1},{'id':1}]}", "{'contributions':[{'id':1}]}");
  /* only those of the answer itself come and go */
  assert_other ("{'results':[{'ts':1}]}", "{'results':[{'ts':2}]}");
  assert_other ("{'results':[{'url':'x'}]}", "{'results':[{'url':'y'}]}");
  assert_other ("[{'ts':1}]", "[{'ts':2}]");
  assert_other ("{}", "[]");
}

/* What is no JSON, too deep, or cut off. */
static void
test_bad (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *nothing = lanyard_documents_dup_digest (none);
  g_autofree char *empty = digest_of_text ("");

  g_assert_cmpuint (strlen (nothing), ==, 64);
  g_assert_cmpuint (strlen (empty), ==, 64);
  g_assert_cmpstr (nothing, !=, empty);
  assert_other (deep, "[");
  assert_other ("{'a':1", "{'a':1}");
  assert_other ("<html>", "<html> ");
  assert_same ("<html>", "<html>");
  assert_other ("1", "2");
  assert_other ("[1 2]", "[12]");
  assert_other ("[1,]", "[1]");
  assert_other ("[,1]", "[1]");
  assert_other ("{'a':1,}", "{'a':1}");
  assert_other ("{'a' 1}", "{'a':1}");
  assert_other ("{a:1}", "{'a':1}");
  assert_other ("['a]", "['a']");
  assert_other ("['\\q']", "['q']");
  assert_other ("['\\u12']", "['\\u0012']");
  assert_other ("[tru]", "[true]");
  assert_other ("[1x]", "[1]");
  assert_other ("[1] x", "[1]");
  assert_other ("[1]]", "[1]");
}

/* Whatever is done to a document, it has a digest. */
static void
test_mutated (void)
{
  static const char seed[] = "{\"ts\":1,\"results\":[{\"a\":\"\\u00e9\\ud83e\\udd8a\\n\",\"b\":[1.5e3,-2,true,null]},{}]}";
  static const char odd[] = "\"\\{}[],:u\0\x01\xff 0eE-.tn";

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *mutated = g_memdup2 (seed, sizeof seed);
      g_autoptr (GBytes) document = NULL;
      g_autofree char *digest = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        mutated[g_test_rand_int_range (0, sizeof seed - 1)] = odd[g_test_rand_int_range (0, sizeof odd - 1)];
      document = g_bytes_new (mutated, g_test_rand_bit () ? sizeof seed - 1 : (gsize) g_test_rand_int_range (0, sizeof seed));
      digest = digest_of_bytes (document, NULL);
      g_assert_cmpuint (strlen (digest), ==, 64);
    }
}

/* The documents of the tests' conference. */
static GBytes *
read_document (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "conference", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Turns members, and lists that have no order, round in place, as the server
 * may from one answer to the next. */
static JsonNode *
turn_round (JsonNode   *node,
            const char *name)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) members = g_list_reverse (json_object_get_members (object));
      JsonNode *turned = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (turned, json_object_new ());
      for (GList *l = members; l != NULL; l = l->next)
        json_object_set_member (json_node_get_object (turned), l->data,
                                turn_round (json_object_get_member (object, l->data), l->data));
      return turned;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      gboolean has_order = g_strcmp0 (name, "sessions") != 0 && g_strcmp0 (name, "contributions") != 0;
      guint n = json_array_get_length (array);
      JsonNode *turned = json_node_new (JSON_NODE_ARRAY);

      json_node_take_array (turned, json_array_new ());
      for (guint i = 0; i < n; i++)
        json_array_add_element (json_node_get_array (turned),
                                turn_round (json_array_get_element (array, has_order ? i : n - 1 - i), NULL));
      return turned;
    }
  return json_node_copy (node);
}

static GBytes *
turn_document_round (GBytes *document)
{
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) turned = NULL;
  char *text;

  g_assert_true (json_parser_load_from_data (parser, data, size, NULL));
  turned = turn_round (json_parser_get_root (parser), NULL);
  json_object_set_int_member (json_node_get_object (turned), "ts", 1);
  text = json_to_string (turned, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static void
test_documents (void)
{
  g_autoptr (GBytes) sessions = read_document ("sessions.json");
  g_autoptr (GBytes) contributions = read_document ("contributions.json");
  g_autoptr (GBytes) timetable = read_document ("timetable.json");
  g_autoptr (GBytes) turned_sessions = turn_document_round (sessions);
  g_autoptr (GBytes) turned_contributions = turn_document_round (contributions);
  g_autoptr (GBytes) turned_timetable = turn_document_round (timetable);
  g_autofree char *digest = digest_of_bytes (sessions, contributions, timetable, NULL);
  g_autofree char *otherwise = digest_of_bytes (timetable, sessions, contributions, NULL);
  g_autofree char *turned = digest_of_bytes (turned_sessions, turned_timetable, turned_contributions, NULL);
  g_autofree char *fewer = digest_of_bytes (sessions, contributions, NULL);

  g_assert_false (g_bytes_equal (sessions, turned_sessions));
  g_assert_cmpstr (digest, ==, otherwise);
  g_assert_cmpstr (digest, ==, turned);
  g_assert_cmpstr (digest, !=, fewer);
}

/* One letter in any title, anywhere in any document, is another digest. */
static void
test_titles (void)
{
  static const char * const names[] = { "sessions.json", "contributions.json", "timetable.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) document = read_document (names[i]);
      g_autofree char *digest = digest_of_bytes (document, NULL);
      gsize size;
      const char *data = g_bytes_get_data (document, &size);
      guint n_titles = 0;

      for (const char *at = data; (at = g_strstr_len (at, size - (at - data), "\"title\":\"")) != NULL; at++)
        {
          gsize place = at - data + strlen ("\"title\":\"");
          g_autofree char *changed = NULL;
          g_autoptr (GBytes) other = NULL;
          g_autofree char *other_digest = NULL;

          if (!g_ascii_isalpha (data[place]) || n_titles++ % 29 != 0)
            continue;
          changed = g_memdup2 (data, size);
          changed[place] ^= 0x20;
          other = g_bytes_new_take (g_steal_pointer (&changed), size);
          other_digest = digest_of_bytes (other, NULL);
          g_assert_cmpstr (digest, !=, other_digest);
        }
      g_assert_cmpuint (n_titles, >, 20);
    }
}

/* Twice the talks take about twice the time: a list of 40,000 in reverse takes
 * seconds if anything about it is quadratic. */
static void
test_is_linear (void)
{
  GString *text = g_string_new ("{'results':[{'contributions':[");
  g_autofree char *json = NULL;
  g_autofree char *digest = NULL;
  double seconds;

  for (guint i = 40000; i > 0; i--)
    g_string_append_printf (text, "{'title':'Talk %u','speakers':[{'name':'A'},{'name':'B'}]}%s", i, i > 1 ? "," : "]}]}");
  json = g_string_free_and_steal (text);

  g_test_timer_start ();
  digest = digest_of_text (json);
  seconds = g_test_timer_elapsed ();
  g_test_message ("%.3f s for %" G_GSIZE_FORMAT " bytes", seconds, strlen (json));
  g_assert_cmpfloat (seconds, <, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/digest/same", test_same);
  g_test_add_func ("/digest/other", test_other);
  g_test_add_func ("/digest/bad", test_bad);
  g_test_add_func ("/digest/mutated", test_mutated);
  g_test_add_func ("/digest/documents", test_documents);
  g_test_add_func ("/digest/titles", test_titles);
  g_test_add_func ("/digest/is-linear", test_is_linear);

  return g_test_run ();
}
