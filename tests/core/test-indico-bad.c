/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bad input: whatever the bytes, there is a programme or one clear error, never
 * a crash and never a warning (which the tests' environment makes fatal). */

#include "config.h"

#include <json-glib/json-glib.h>

#include "formats/lanyard-json.h"
#include "indico-documents.h"

/* Reads, and asserts that there is either a programme or an error. */
static void
read_whatever (GPtrArray *documents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, &error);

  g_assert_true ((programme != NULL) != (error != NULL));
  if (error != NULL)
    {
      g_assert_true (error->domain == LANYARD_FORMAT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
    }
  else
    {
      g_autofree char *dump = dump_programme (programme);

      g_assert_true (g_utf8_validate (dump, -1, NULL));
    }
}

static void
assert_bytes_error (const void         *data,
                    gsize               size,
                    LanyardFormatError  code)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;

  g_ptr_array_add (documents, g_bytes_new (data, size));
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, (int) code);
}

static void
test_other_kinds (void)
{
  static const struct
  {
    const char *text;
    LanyardFormatError code;
  } cases[] = {
    { "", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { " \r\n\t", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "null", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "hello", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "[]", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "[1,2]", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "{}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "\x89PNG\r\n\x1a\n\0\0", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "BEGIN:VCALENDAR\r\n", LANYARD_FORMAT_ERROR_MALFORMED },
    { "<?xml version=\"1.0\"?><schedule/>", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "<!DOCTYPE html><html></html>", LANYARD_FORMAT_ERROR_WEB_PAGE },
    { "\n\n<html><body><form><input type=\"password\"></form>", LANYARD_FORMAT_ERROR_WEB_PAGE },
    { "{\"message\":\"API key is missing\"}", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
    { "{\"message\":\"Bad timezone: 'Mars\\/Base'\"}", LANYARD_FORMAT_ERROR_REFUSED },
    { "{\"message\":\"\"}", LANYARD_FORMAT_ERROR_REFUSED },
    { "{\"error\":\"invalid_token\"}", LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
    { "{\"error\":{\"title\":\"Not Found\",\"message\":\"x\"}}", LANYARD_FORMAT_ERROR_NOT_FOUND },
    { "{\"error\":{\"title\":5,\"message\":[]}}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "{\"error\":{\"title\":\"Down\",\"message\":\"Try\\r\\nlater\"}}", LANYARD_FORMAT_ERROR_REFUSED },
    { "{\"additionalInfo\":{},\"results\":5}", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{},\"results\":[5]}", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{},\"results\":[{\"id\":[]}]}", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{},\"results\":{\"1\":5}}", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{}}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "{\"additionalInfo\":{},\"results\":[{\"id\":1,\"conference\":{}}]}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE },
    { "{\"additionalInfo\":{},\"results\":[]} rubbish", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{},\"results\":[]", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{},\"results\":[]]", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"additionalInfo\":{}} \"cut off", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"\\", LANYARD_FORMAT_ERROR_MALFORMED },
    { "{\"\\ud83d", LANYARD_FORMAT_ERROR_MALFORMED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_bytes_error (cases[i].text, strlen (cases[i].text), cases[i].code);
    }
  assert_bytes_error ("\0\0\0\0", 4, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
}

static void
test_nothing_at_all (void)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lanyard_format_read (documents, NULL, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
}

/* One bad document among good ones spoils all, lest half a programme replace a
 * whole one. */
static void
test_one_of_several (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, document_from_text ("{'message':'Not authenticated'}"));
  g_assert_null (lanyard_format_read (documents, NULL, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_AUTHORISED);
}

static void
test_byte_order_mark (void)
{
  g_autofree char *text = event_document ("WithContribs", "'contributions':[{'db_id':1,'title':'A'}]");
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf \r\n\t", text, "\r\n \t", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_texts (&error, marked, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (programme);
}

static void
test_deep (void)
{
  static const char * const opens[] = { "[", "{\"a\":", "{\"additionalInfo\":[" };
  static const guint depths[] = { 70, 1000, 1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (opens); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (depths); j++)
      {
        GString *text = g_string_new (NULL);

        for (guint k = 0; k < depths[j]; k++)
          g_string_append (text, opens[i]);
        assert_bytes_error (text->str, text->len, LANYARD_FORMAT_ERROR_TOO_LARGE);
        g_string_free (text, TRUE);
      }
}

/* A hundred megabytes of brackets. */
static void
test_huge (void)
{
  gsize size = 100 * 1000 * 1000;
  char *data = g_malloc (size);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  memset (data, '[', size);
  g_ptr_array_add (documents, g_bytes_new_take (data, size));
  g_assert_null (lanyard_format_read (documents, NULL, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    const char *time;
    const char *tz;
    gint64 start;
  } cases[] = {
    { "'2031-03-08'", "'05:00:00'", "'UTC'", 1930712400 },
    { "'2031-03-08'", "'05:00:00'", "null", 1930712400 - 19800 }, /* the event's zone */
    { "'2031-03-08'", "'05:00:00'", "'Canada/Newfoundland'", 1930712400 + 12600 },
    { "'2031-03-08'", "'05:00:00'", "'Mars/Base'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'05:00:00'", "'../../etc/passwd'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'05:00:00'", "''", LANYARD_NO_TIME },
    { "'9999-12-31'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'0000-00-00'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-02-29'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-13-01'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-3-8'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08T05:00'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'20310308'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'-031-03-08'", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "20310308", "'05:00:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'25:61:00'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'05:00:61'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'05:00:00x'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "'05'", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "''", "'UTC'", LANYARD_NO_TIME },
    { "'2031-03-08'", "null", "'UTC'", LANYARD_NO_TIME },
    { "''", "''", "''", LANYARD_NO_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'startDate':{'date':%s,'time':%s,'tz':%s},'duration':20",
                                                  cases[i].date, cases[i].time, cases[i].tz);
      g_autoptr (LanyardTalk) talk = read_talk (members);

      g_test_message ("%s", members);
      g_assert_cmpint (lanyard_item_get_start (LANYARD_ITEM (talk)), ==, cases[i].start);
    }
}

static void
test_strings (void)
{
  static const struct
  {
    const char *raw;
    const char *title;
    const char *description;
  } cases[] = {
    { "a\\u0001b\\u0007c", "abc", "abc" },
    { "a\\u0000b", "ab", "ab" },
    { "a\\u0085b\\u009bc", "abc", "abc" },
    { "a\\u007fb", "ab", "ab" },
    { "a\\r\\nb\\rc\\td", "a b c d", "a\nb\nc\td" },
    { "  a \\u00a0\\u3000 b  ", "a b", "  a \xc2\xa0\xe3\x80\x80 b" },
    { "a\\ud83db", "a\xef\xbf\xbd" "b", "a\xef\xbf\xbd" "b" },
    { "a\\ude00", "a\xef\xbf\xbd", "a\xef\xbf\xbd" },
    { "\\ud83d\\ud83d\\ude00", "\xef\xbf\xbd\xf0\x9f\x98\x80", "\xef\xbf\xbd\xf0\x9f\x98\x80" },
    { "\\uD83D\\uDE00", "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
    { "a\xff" "é", "a\xef\xbf\xbd" "é", "a\xef\xbf\xbd" "é" },
    { "a\xfc" "b", "aüb", "aüb" },
    { "a\nb\tc", "a b c", "a b c" },
    { "a\x01" "b", "a b", "a b" },
    { "\\\\u0000", "\\u0000", "\\u0000" },
    { "\\n\\n\\n  a\\n\\n", "a", "  a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'contributions':[{'db_id':1,'title':'%s','description':'%s'}]",
                                                  cases[i].raw, cases[i].raw);
      g_autoptr (LanyardProgramme) programme = read_event ("WithContribs", members);
      const LanyardTalkFields *talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "1"));

      g_assert_cmpstr (talk->item.title, ==, cases[i].title);
      g_assert_cmpstr (talk->description, ==, cases[i].description);
    }
}

static void
test_malformed_talks_are_counted (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithContribs",
    "'contributions':[{'db_id':1,'title':'Good'},5,null,'x',[],{'title':'No key','friendly_id':3,'id':'3'},"
    "{'db_id':2},{'db_id':3,'title':'  '},{'db_id':4,'title':7}]");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 8);
}

/* A talk that one document has without a title is whole if another has it. */
static void
test_malformed_in_one_document (void)
{
  g_autofree char *sessions = event_document ("WithSessions", "'contributions':[{'db_id':1},{'db_id':2},{'title':'No key','friendly_id':1}]");
  g_autofree char *contributions = event_document ("WithContribs", "'contributions':[{'db_id':1,'title':'A'},{'title':'No key','friendly_id':1}]");
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_texts (&error, sessions, contributions, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 2);
}

static void
test_only_malformed_talks (void)
{
  g_autofree char *text = event_document ("WithContribs", "'contributions':[5]");
  g_autoptr (GError) error = NULL;

  g_assert_null (read_texts (&error, text, NULL));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
}

static void
cut_everywhere (GBytes *whole,
                gsize   step)
{
  for (gsize size = 0; size < g_bytes_get_size (whole) - 1; size += step)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (documents, g_bytes_new_from_bytes (whole, 0, size));
      g_assert_null (lanyard_format_read (documents, NULL, &error));
      g_assert_true (error->domain == LANYARD_FORMAT_ERROR);
      if (size > 100)
        g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MALFORMED);
    }
}

static void
test_cut_off (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();

  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (documents->pdata[i], NULL), g_bytes_get_size (documents->pdata[i]));
      g_autoptr (GBytes) bytes = NULL;

      g_strchomp (text);
      bytes = g_bytes_new (text, strlen (text));
      cut_everywhere (bytes, 37);
    }
}

static void
test_cut_off_shared (void)
{
  g_autoptr (GBytes) document = shared_document ("indico/xdc2021.contributions.json");

  if (document != NULL)
    cut_everywhere (document, 997);
}

static GBytes *
mutate (GBytes *document,
        GRand  *rand)
{
  static const char * const pieces[] = { "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "null", "true", "-1", "1e400", "\xff", "\n" };
  gsize size = g_bytes_get_size (document);
  GString *text = g_string_new_len (g_bytes_get_data (document, NULL), size);

  for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    {
      gsize at = g_rand_int_range (rand, 0, (int) text->len - 20);
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0: text->str[at] = (char) g_rand_int_range (rand, 0, 256); break;
        case 1: g_string_erase (text, at, g_rand_int_range (rand, 1, 20)); break;
        case 2: g_string_insert (text, at, piece); break;
        default: g_string_overwrite (text, at, piece); break;
        }
    }
  return g_string_free_to_bytes (text);
}

static void
test_random_bytes (void)
{
  g_autoptr (GPtrArray) whole = own_documents ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

      for (guint j = 0; j < whole->len; j++)
        g_ptr_array_add (documents, j == i % 3 ? mutate (whole->pdata[j], rand) : g_bytes_ref (whole->pdata[j]));
      read_whatever (documents);
    }
}

/* Reads the documents with one of them written anew from its changed tree. */
static void
read_with (GPtrArray *whole,
           guint      index,
           JsonNode  *root)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  char *text = json_to_string (root, FALSE);

  for (guint i = 0; i < whole->len; i++)
    g_ptr_array_add (documents, i == index ? g_bytes_new_take (text, strlen (text)) : g_bytes_ref (whole->pdata[i]));
  read_whatever (documents);
}

static JsonNode *
other_value (guint which)
{
  static const char * const values[] = { "null", "true", "-7", "1.5e308", "\"x\"", "\"\"", "[]", "{}", "[null,[],{},5]" };

  return which < G_N_ELEMENTS (values) ? json_from_string (values[which], NULL) : NULL;
}

static void swap_in (GPtrArray *whole, guint index, JsonNode *root, JsonNode *node, guint which);

static void
swap_members (GPtrArray  *whole,
              guint       index,
              JsonNode   *root,
              JsonObject *object,
              guint       which)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    {
      /* Setting a member frees the name it had. */
      g_autofree char *name = g_strdup (at->data);
      JsonNode *was = json_node_ref (json_object_get_member (object, name));

      json_object_set_member (object, name, other_value (which));
      read_with (whole, index, root);
      json_object_set_member (object, name, was);
      swap_in (whole, index, root, was, which);
    }
}

/* Swaps each member in turn, and what is in it; of arrays the first element
 * stands for the others. */
static void
swap_in (GPtrArray *whole,
         guint      index,
         JsonNode  *root,
         JsonNode  *node,
         guint      which)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    swap_members (whole, index, root, json_node_get_object (node), which);
  else if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    swap_in (whole, index, root, json_array_get_element (json_node_get_array (node), 0), which);
}

static void
test_wrong_types (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) whole = own_documents ();
  g_autoptr (JsonNode) value = NULL;

  for (guint which = 0; (value = other_value (which)) != NULL; which++)
    {
      g_autoptr (JsonNode) root = lanyard_json_parse (whole->pdata[index], NULL);

      swap_in (whole, index, root, root, which);
      g_clear_pointer (&value, json_node_unref);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indico/bad/other-kinds", test_other_kinds);
  g_test_add_func ("/indico/bad/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/indico/bad/one-of-several", test_one_of_several);
  g_test_add_func ("/indico/bad/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/indico/bad/deep", test_deep);
  g_test_add_func ("/indico/bad/huge", test_huge);
  g_test_add_func ("/indico/bad/dates", test_dates);
  g_test_add_func ("/indico/bad/strings", test_strings);
  g_test_add_func ("/indico/bad/malformed-talks-are-counted", test_malformed_talks_are_counted);
  g_test_add_func ("/indico/bad/malformed-in-one-document", test_malformed_in_one_document);
  g_test_add_func ("/indico/bad/only-malformed-talks", test_only_malformed_talks);
  g_test_add_func ("/indico/bad/cut-off", test_cut_off);
  g_test_add_func ("/indico/bad/cut-off-shared", test_cut_off_shared);
  g_test_add_func ("/indico/bad/random-bytes", test_random_bytes);
  g_test_add_data_func ("/indico/bad/wrong-types/sessions", GUINT_TO_POINTER (0), test_wrong_types);
  g_test_add_data_func ("/indico/bad/wrong-types/contributions", GUINT_TO_POINTER (1), test_wrong_types);
  g_test_add_data_func ("/indico/bad/wrong-types/timetable", GUINT_TO_POINTER (2), test_wrong_types);

  return g_test_run ();
}
