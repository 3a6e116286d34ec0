/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a description holds, what is made of it keeps its promises. */

#include "config.h"

#include "text-dump.h"

static void
assert_runs (GPtrArray *runs)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = lanyard_text_runs_dup_markup (runs);
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", markup);
  static const GMarkupParser parser = { NULL, };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, whole, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < runs->len; i++)
    {
      const LanyardTextRun *run = runs->pdata[i];

      g_assert_cmpint (*run->text, !=, '\0');
      g_assert_true (g_utf8_validate (run->text, -1, NULL));
      for (const char *at = run->text; *at != '\0'; at++)
        g_assert_true ((guchar) *at >= 0x20 || *at == '\n' || *at == '\t');
      g_assert_true (run->href == NULL || lanyard_url_is_safe (run->href));
    }
}

static void
assert_promises (const char        *text,
                 LanyardTextFormat  format)
{
  g_autoptr (LanyardRichText) rich = lanyard_rich_text_new (text, format, "https://e.org/event/1/");
  g_autofree char *plain = lanyard_rich_text_dup_plain (rich);

  g_assert_true (g_utf8_validate (plain, -1, NULL));
  for (guint i = 0; i < lanyard_rich_text_get_n_nodes (rich); i++)
    {
      const LanyardTextNode *node = lanyard_rich_text_get_node (rich, i);

      g_assert_cmpuint (node->list_depth, <=, 16);
      g_assert_cmpuint (node->quote_depth, <=, 16);
      g_assert_true ((node->kind == LANYARD_NODE_HEADING) == (node->level >= 1 && node->level <= 6));
      g_assert_true ((node->kind == LANYARD_NODE_TABLE) == (node->cells != NULL));
      g_assert_true (node->kind != LANYARD_NODE_ITEM || node->list_depth > 0);
      g_assert_true (node->kind != LANYARD_NODE_CODE || node->runs->len == 1);
      assert_runs (node->runs);
      if (node->cells == NULL)
        continue;
      g_assert_cmpuint (node->n_columns, >, 0);
      g_assert_cmpuint (node->cells->len % node->n_columns, ==, 0);
      for (guint j = 0; j < node->cells->len; j++)
        assert_runs (node->cells->pdata[j]);
    }
}

static void
assert_promises_in_all (const char *text)
{
  assert_promises (text, LANYARD_TEXT_MARKDOWN);
  assert_promises (text, LANYARD_TEXT_HTML);
  assert_promises (text, LANYARD_TEXT_PLAIN);
  lanyard_text_format_guess (text);
}

/* Pieces of both languages, and of none. */
static const char * const pieces[] = {
  "*", "**", "_", "~~", "==", "`", "```\n", "# ", "> ", "- ", "1. ", "    ", "\t", "\n", "\n\n", "\r", "\r\n", "|",
  "|---|---|\n", "a|b\n-|-\n", "---\n", "===\n", "[", "](", ")", "![", "[1]: /x\n", "[1]", "<", ">", "<b>", "</b>",
  "<br>", "<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<ol start=9>", "<table>", "<tr>", "<td>", "<th>",
  "</table>", "<pre>", "</pre>", "<code>", "<a href=\"", "<a href='x'>", "</a>", "\"", "'", "<img alt=x>", "<script>",
  "</script>", "<style>", "<!--", "-->", "<?", "<!", "<![CDATA[", "]]>", "<h2>", "</h2>", "<blockquote>",
  "</blockquote>", "<hr>", "<sub>", "<mark>", "<object>", "<select>", "&amp;", "&#1;", "&#x80;", "&#0;", "&", "$", "$$",
  "\\", "https://e.org/", "www.e.org", "a@e.org", "<a@e.org>", "javascript:", "word", " ", "é", "日本", "\302\240",
  "\302\205", "\342\200\250", "\357\277\277", "\001", "\033[31m", "\177", "\xff", "\xc2", "\xf0\x9f", "\xed\xa0\x80",
  "<dt>", "<dd>", "<caption>", "<q>", "<xyz>", "<o:p>", "<list_head>", "</", "<a b=c d=e", "=", "</x",
};

static void
test_random_pieces (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (1, 60);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_promises_in_all (text->str);
    }
}

static void
test_mutations (void)
{
  static const char * const seeds[] = {
    "# T\n\nA **b** [c](https://e.org \"t\") `d`\n\n- e\n    - f\n\n| g | h |\n|---|---|\n| i | j |\n\n```\nk\n```\n> l\n"
    "\n<div>m <b>n</b><br></div> ==o== $p_q$ <r@e.org> [s][1]\n\n[1]: https://e.org",
    "<h1>T</h1><p style=\"x\">A <b>b</b> <a href=\"https://e.org/?a=1&amp;b=2\">c</a><br><img alt=\"d\"></p><ul><li>e<ol>"
    "<li>f</ol></ul><table><thead><tr><th>g</th></tr></thead><tr><td>h<td>i</table><pre>j\n k</pre><blockquote>l<hr>"
    "</blockquote><script>m()</script><!-- n -->&eacute;",
  };

  for (int i = 0; i < 6000; i++)
    {
      g_autoptr (GString) text = g_string_new (seeds[i % 2]);
      int n = g_test_rand_int_range (1, 8);

      for (int j = 0; j < n && text->len > 2; j++)
        {
          gssize at = g_test_rand_int_range (0, (gint32) text->len - 1);
          int kind = g_test_rand_int_range (0, 4);
          gssize length = g_test_rand_int_range (1, 12);

          if (kind == 0)
            text->str[at] = (char) g_test_rand_int_range (1, 256);
          else if (kind == 1)
            g_string_erase (text, at, MIN (length, (gssize) text->len - at));
          else if (kind == 2)
            g_string_insert (text, at, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          else
            g_string_truncate (text, (gsize) at + 1);
        }
      assert_promises_in_all (text->str);
    }
}

/* A bit more than is read at all, of each piece and some pairs; bounded time
 * is what makes the test end. */
static void
test_much_of_one_thing (void)
{
  static const char * const much[] = {
    "[a](", "![a][", "*a_ ", "<a b='", "<!--", "&", "> ", "- ", "|\n", "<ul><li>", "<table><tr><td>", "<b></i>",
    "<b>", "</b>", "<br>", "==a", "$a", "`a", "<a x ", "a\n\n", "<td>a", "<div>\n", "[a]", "\\", "<script>\n\n", "a@b.c ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (much); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();

      while (text->len < 1200 * 1024)
        g_string_append (text, much[i]);
      assert_promises_in_all (text->str);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
    }
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_deep_nesting (void)
{
  static const char * const pairs[][2] = {
    { "<div>", "</div>" }, { ">", "" }, { "- ", "" }, { "<ul><li>", "</ul>" }, { "<blockquote>", "" }, { "[", "]" },
    { "<table><tr><td>", "</table>" }, { "*", "*" }, { "<b>", "</b>" }, { "![", "](x)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *open = repeat (pairs[i][0], 100000);
      g_autofree char *close = repeat (pairs[i][1], 100000);
      g_autofree char *text = g_strconcat (open, "x", close, " y", NULL);

      assert_promises_in_all (text);
    }
}

/* md4c fills each row up to the heading's width, and brings a reference's whole
 * address with each use; libxml2 compares attributes with one another. */
static void
test_amplification (void)
{
  g_autofree char *columns = repeat ("|-", 128);
  g_autofree char *head = repeat ("|a", 128);
  g_autofree char *rows = repeat ("|\n", 300000);
  g_autofree char *table = g_strconcat (head, "|\n", columns, "|\n", rows, NULL);
  g_autofree char *address = repeat ("u", 50000);
  g_autofree char *uses = repeat ("[a] ", 200000);
  g_autofree char *references = g_strconcat ("[a]: https://e.org/", address, "\n\n", uses, NULL);
  g_autofree char *short_references = g_strconcat ("[a]: https://e.org/", address + 48100, "\n\n", uses, NULL);
  g_autoptr (GString) attributes = g_string_new ("<a");

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (attributes, " a%d=b", i);
  g_string_append (attributes, " href='https://e.org'>x</a> y");

  assert_promises (table, LANYARD_TEXT_MARKDOWN);
  assert_promises (references, LANYARD_TEXT_MARKDOWN);
  assert_promises (short_references, LANYARD_TEXT_MARKDOWN);
  assert_promises (attributes->str, LANYARD_TEXT_HTML);
}

static void
test_too_long_is_cut_between_characters (void)
{
  g_autofree char *long_text = repeat ("日", 1024 * 1024);
  g_autoptr (LanyardRichText) rich = lanyard_rich_text_new (long_text, LANYARD_TEXT_PLAIN, NULL);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpuint (lanyard_rich_text_get_n_nodes (rich), ==, 2);
  first = lanyard_text_runs_dup_plain (lanyard_rich_text_get_node (rich, 0)->runs);
  last = lanyard_text_runs_dup_plain (lanyard_rich_text_get_node (rich, 1)->runs);
  g_assert_null (strstr (first, "\357\277\275"));
  g_assert_cmpuint (strlen (first), >, 1024 * 1024 - 4);
  g_assert_cmpstr (last, ==, "…");
}

static void
test_invalid_text (void)
{
  g_autofree char *dump = dump_text ("a\xff\x1b[31mb\x7f\xc2\x85" "c\001", LANYARD_TEXT_MARKDOWN, NULL);

  g_assert_cmpstr (dump, ==, "P a\357\277\275[31mbc");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rich-text-robust/random-pieces", test_random_pieces);
  g_test_add_func ("/rich-text-robust/mutations", test_mutations);
  g_test_add_func ("/rich-text-robust/much-of-one-thing", test_much_of_one_thing);
  g_test_add_func ("/rich-text-robust/deep-nesting", test_deep_nesting);
  g_test_add_func ("/rich-text-robust/amplification", test_amplification);
  g_test_add_func ("/rich-text-robust/too-long-is-cut-between-characters", test_too_long_is_cut_between_characters);
  g_test_add_func ("/rich-text-robust/invalid-text", test_invalid_text);
  return g_test_run ();
}
