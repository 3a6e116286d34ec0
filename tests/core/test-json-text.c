/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going through the text of JSON, entry by entry. */

#include "config.h"

#include <string.h>

#include "formats/lanyard-format.h"
#include "formats/lanyard-json-text.h"

/* A text with ' for ", guarded. */
static LanyardJsonDocument *
open_text (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  LanyardJsonDocument *document = lanyard_json_document_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

/* The values that a walk meets, each with its name and a blank behind it. */
static char *
dump_walk (LanyardJsonWalk *walk)
{
  GString *dump = g_string_new (NULL);
  guint n = 0;

  while (lanyard_json_walk_next (walk))
    {
      g_assert_cmpuint (walk->index, ==, n);
      g_string_append_printf (dump, "%s%s%.*s ", walk->name != NULL ? walk->name : "", walk->name != NULL ? "=" : "",
                              (int) (walk->text.end - walk->text.at), walk->text.at);
      n++;
    }
  g_assert_false (lanyard_json_walk_next (walk));
  return g_string_free (dump, FALSE);
}

static void
test_array (void)
{
  static const struct
  {
    const char *text;
    const char *values;
  } cases[] = {
    { "[]", "" },
    { " [ \n] ", "" },
    { "[1]", "1 " },
    { "\xef\xbb\xbf[1,-2.5e3 , true,null]", "1 -2.5e3 true null " },
    { "['a]','\\'',\r\n\t'\\\\',[],[[{}]],{'a':[1, 2]}]", "'a]' '\\'' '\\\\' [] [[{}]] {'a':[1, 2]} " },
    { "['é','\\u00e9']", "'é' '\\u00e9' " },
    { "{'a':1}", "" },
    { "'[1]'", NULL },
    { "1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (cases[i].text), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (LanyardJsonDocument) document = lanyard_json_document_new (bytes, NULL);
      g_auto (LanyardJsonWalk) walk = { 0 };
      g_autofree char *dump = NULL;

      g_assert_true ((document != NULL) == (cases[i].values != NULL));
      if (document == NULL)
        continue;
      lanyard_json_walk_array (&walk, lanyard_json_document_root (document));
      dump = g_strdelimit (dump_walk (&walk), "\"", '\'');
      g_assert_cmpstr (dump, ==, cases[i].values);
      g_assert_true (lanyard_json_document_check (document, NULL));
    }
}

static void
test_object (void)
{
  g_autoptr (LanyardJsonDocument) document = open_text ("{ 'a' :1,'':[2] ,'\\u0062\\'':{'c':3},'a':'x:,}'}");
  g_auto (LanyardJsonWalk) walk = { 0 };
  g_auto (LanyardJsonWalk) other = { 0 };
  g_autofree char *dump = NULL;

  lanyard_json_walk_object (&walk, lanyard_json_document_root (document));
  dump = dump_walk (&walk);
  g_assert_cmpstr (dump, ==, "a=1 =[2] b\"={\"c\":3} a=\"x:,}\" ");
  lanyard_json_walk_array (&other, lanyard_json_document_root (document));
  g_assert_false (lanyard_json_walk_next (&other));
}

static void
test_load (void)
{
  g_autoptr (LanyardJsonDocument) document = open_text ("[{'a':1},2]");
  g_auto (LanyardJsonWalk) walk = { 0 };

  lanyard_json_walk_array (&walk, lanyard_json_document_root (document));
  g_assert_true (lanyard_json_walk_next (&walk));
  g_assert_cmpint (json_object_get_int_member (lanyard_json_walk_load_object (&walk), "a"), ==, 1);
  g_assert_true (lanyard_json_walk_load (&walk) == walk.node);
  g_assert_true (lanyard_json_walk_next (&walk));
  g_assert_null (lanyard_json_walk_load_object (&walk));
  g_assert_cmpint (json_node_get_int (lanyard_json_walk_load (&walk)), ==, 2);
  g_assert_null (lanyard_json_text_load ((LanyardJsonText) { document, NULL, NULL }));
  g_assert_true (lanyard_json_document_check (document, NULL));
}

/* What is large stays text; of two members of one name the last counts. */
static void
test_open (void)
{
  static const char * const names[] = { "talks", "rooms", "tracks", NULL };
  g_autoptr (LanyardJsonDocument) document = open_text ("{'talks':[1],'title':'T','t\\u0061lks':[2],'rooms':5,'title':'U'}");
  LanyardJsonText values[3];
  g_autoptr (JsonObject) object = lanyard_json_text_open (lanyard_json_document_root (document), names, values);

  g_assert_nonnull (object);
  g_assert_cmpuint (json_object_get_size (object), ==, 1);
  g_assert_cmpstr (lanyard_json_get_string (object, "title"), ==, "U");
  g_assert_cmpmem (values[0].at, (gsize) (values[0].end - values[0].at), "[2]", 3);
  g_assert_true (lanyard_json_text_is_array (values[0]));
  g_assert_false (lanyard_json_text_is_object (values[0]));
  g_assert_cmpmem (values[1].at, (gsize) (values[1].end - values[1].at), "5", 1);
  g_assert_null (values[2].at);
  g_assert_null (lanyard_json_text_open (values[0], names, values));
}

/* What json-glib does not take ends all that is read of the document. */
static void
test_damaged (void)
{
  static const char * const texts[] = { "[1,nul,3]", "[1,02,3]", "[1,'\\q',3]", "[1,{'a':tru},3]" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LanyardJsonDocument) document = open_text (texts[i]);
      LanyardJsonText root = lanyard_json_document_root (document);
      g_auto (LanyardJsonWalk) walk = { 0 };
      g_autoptr (GError) error = NULL;

      lanyard_json_walk_array (&walk, root);
      g_assert_true (lanyard_json_walk_next (&walk));
      g_assert_nonnull (lanyard_json_walk_load (&walk));
      g_assert_true (lanyard_json_walk_next (&walk));
      g_assert_null (lanyard_json_walk_load (&walk));
      g_assert_false (lanyard_json_walk_next (&walk));
      g_assert_null (lanyard_json_text_load (root));
      g_assert_false (lanyard_json_document_check (document, &error));
      g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
    }
}

/* A bracket, comma or colon that is not in its place is found before anything
 * is read, and json-glib agrees. */
static void
test_shape (void)
{
  static const char * const texts[] = {
    "[1,]", "[,1]", "[1 2]", "[1,,2]", "[1:2]", "{'a'}", "{'a':}", "{'a':1,}", "{,}", "{'a' 1}", "{'a':1 'b':2}",
    "{'a':1:2}", "{1:2}", "{[]:1}", "[{]", "{[}", "[1}", "{'a':1]", "[]]", "[] 1", "[],", "{}{}", "[1'a']", "['a'1]",
    "[]\1", "[nulltrue null]", ",[]", ":{}", "{'a','b'}", "['a':1]", "['\\u12',', 1]", "{'a\\u','\\u': 1}",
    "[\xef\xbb\xbf" "1]", "[é]", "[1 /* a */]", "/* a */[1]", "[1 // a\n]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (texts[i]), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (lanyard_json_document_new (bytes, &error));
      g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
      json_parser_set_strict (parser, TRUE);
      g_assert_false (json_parser_load_from_data (parser, json, -1, NULL));
    }
}

/* Where a string ends is the same for the guard as for who goes through the
 * text, whatever stands behind a backslash: json-glib is asked only about what
 * is loaded. */
static void
test_escapes (void)
{
  g_autoptr (LanyardJsonDocument) document = open_text ("['\\u12',',','b',1,'\\u','\\ud8','\\u123','\\\\',{'\\q\\u':[]}]");
  g_auto (LanyardJsonWalk) walk = { 0 };
  g_autofree char *dump = NULL;

  lanyard_json_walk_array (&walk, lanyard_json_document_root (document));
  dump = g_strdelimit (dump_walk (&walk), "\"", '\'');
  g_assert_cmpstr (dump, ==, "'\\u12' ',' 'b' 1 '\\u' '\\ud8' '\\u123' '\\\\' {'\\q\\u':[]} ");
}

/* A tree of a value that is made entry by entry; NULL where it is damaged. */
static JsonNode *
build (LanyardJsonText text)
{
  g_auto (LanyardJsonWalk) walk = { 0 };
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *tree;

  if (!lanyard_json_text_is_array (text) && !lanyard_json_text_is_object (text))
    return lanyard_json_text_load (text);
  if (lanyard_json_text_is_array (text))
    lanyard_json_walk_array (&walk, text);
  else
    lanyard_json_walk_object (&walk, text);
  while (lanyard_json_walk_next (&walk))
    {
      JsonNode *inner = build (walk.text);

      if (inner != NULL && walk.name != NULL)
        json_object_set_member (object, walk.name, inner);
      else if (inner != NULL)
        json_array_add_element (array, inner);
    }
  tree = json_node_alloc ();
  return lanyard_json_text_is_array (text) ? json_node_init_array (tree, array) : json_node_init_object (tree, object);
}

/* Whatever strangers write, entry by entry it is what json-glib makes of the
 * whole, and nothing beyond its end is looked at. */
static void
test_random (void)
{
  static const char * const pieces[] = {
    "[", "]", "{", "}", ",", ":", "\"", "\"", "\"a\"", "\"a\":", "\"b\":", "[1]", "{\"a\":2}", "\\", "\\u", "\\u00", "\\u00e9",
    "\\ud83d", "\\ude00", "\\u0000", "\\\"", "\\n", "\\x", "0", "-", "1", "e9", ".5", "1e999", "99999999999999999999", "true",
    "null", "nul", "/*", "*/", "//", "'", "\t", "\n", " ", "\v", "\1", "\x7f", "é", "\xc3", "\xed\xa0\x80", "\xef\xbb\xbf",
  };
  guint n_taken = 0;

  for (guint n = 0; n < (g_test_thorough () ? 5000000 : 20000); n++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "[" : "{\"a\":");
      gboolean is_array = text->len == 1;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) guarded = NULL;
      g_autoptr (LanyardJsonDocument) document = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (JsonNode) tree = NULL;
      gsize size;
      const char *data;
      gboolean is_sound;

      for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
        {
          g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (i > 1 && g_test_rand_bit ())
            g_string_append_c (text, ',');
        }
      g_string_append_c (text, is_array ? ']' : '}');
      bytes = g_bytes_new (text->str, text->len);
      document = lanyard_json_document_new (bytes, NULL);
      if (document == NULL)
        continue;

      tree = build (lanyard_json_document_root (document));
      guarded = lanyard_json_guard (bytes, NULL, NULL);
      data = g_bytes_get_data (guarded, &size);
      json_parser_set_strict (parser, TRUE);
      is_sound = json_parser_load_from_data (parser, data, (gssize) size, NULL);
      if (is_sound != lanyard_json_document_check (document, NULL) ||
          (is_sound && !json_node_equal (tree, json_parser_get_root (parser))))
        g_error ("%s is not read alike", text->str);
      n_taken += is_sound;
    }
  g_assert_cmpuint (n_taken, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/array", test_array);
  g_test_add_func ("/json-text/object", test_object);
  g_test_add_func ("/json-text/load", test_load);
  g_test_add_func ("/json-text/open", test_open);
  g_test_add_func ("/json-text/damaged", test_damaged);
  g_test_add_func ("/json-text/shape", test_shape);
  g_test_add_func ("/json-text/escapes", test_escapes);
  g_test_add_func ("/json-text/random", test_random);
  return g_test_run ();
}
