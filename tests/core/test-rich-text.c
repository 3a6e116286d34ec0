/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "text-dump.h"

#define BASE "https://events.example.org/event/18/"

static void
assert_markdown (const char *markdown,
                 const char *expected)
{
  g_autofree char *dump = dump_text (markdown, LANYARD_TEXT_MARKDOWN, BASE);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_html (const char *html,
             const char *expected)
{
  g_autofree char *dump = dump_text (html, LANYARD_TEXT_HTML, BASE);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_both (const char *text,
             const char *expected)
{
  assert_markdown (text, expected);
  assert_html (text, expected);
}

static void
test_paragraphs_and_breaks (void)
{
  assert_markdown ("one\ntwo\n\nthree", "P one\ntwo\nP three");
  assert_markdown ("one\r\ntwo\r\n\r\nthree", "P one\ntwo\nP three");
  assert_markdown ("one\rtwo\r\rthree", "P one\ntwo\nP three");
  assert_markdown ("runs   of \t spaces  ", "P runs of spaces");
  assert_markdown ("one<br>two<br/>three", "P one\ntwo\nthree");
  assert_markdown ("one<br>\ntwo", "P one\nP two");
  assert_html ("one\ntwo<br>three<br><br>four<p>five</p>six", "P one two\nthree\nP four\nP five\nP six");
  assert_html ("  <p> a  <b> b </b> c </p> ", "P a <b>b </b>c");
  assert_both ("", "");
  assert_both (" \n\t ", "");
}

static void
test_headings (void)
{
  assert_markdown ("# One *two*\n\nThree\n===\nFour\n---\n###### Six", "H1 One <i>two</i>\nH1 Three\nH2 Four\nH6 Six");
  assert_html ("<h1>One</h1><h2>Two<h3>Three</h3>", "H1 One\nH2 Two\nH3 Three");
  assert_html ("<ul><li><h2>Bold</h2>text</ul>", "I@1 <b>Bold</b>\nP@1 text");
  assert_markdown ("#1234 is a number", "P #1234 is a number");
}

static void
test_styles (void)
{
  assert_markdown ("**b** *i* `c` ~~s~~ ==m== H<sub>2</sub>O x<sup>2</sup> <u>u</u> <ins>n</ins>",
                   "P <b>b</b> <i>i</i> <tt>c</tt> <s>s</s> <span bgcolor=\"#f5c211\" bgalpha=\"40%\">m</span> "
                   "H<sub>2</sub>O x<sup>2</sup> <u>u</u> <u>n</u>");
  assert_html ("<strong>b<em>i</em></strong> <code>c</code> <del>s</del><strike>t</strike> <mark>m</mark>",
               "P <b>b</b><b><i>i</i></b> <tt>c</tt> <s>st</s> <span bgcolor=\"#f5c211\" bgalpha=\"40%\">m</span>");
  assert_markdown ("snake_case_name 2*3*4", "P snake_case_name 2<i>3</i>4");
}

static void
test_marks (void)
{
  const char *open = "<span bgcolor=\"#f5c211\" bgalpha=\"40%\">";
  g_autofree char *expected = g_strdup_printf ("P %sa </span>%s<b>b</b></span>%s c</span> d", open, open, open);

  assert_markdown ("==a **b** c== d", expected);
  assert_markdown ("a == b and c == d", "P a == b and c == d");
  assert_markdown ("if (a==b && c==d)", "P if (a==b &amp;&amp; c==d)");
  assert_markdown ("==open", "P ==open");
  assert_markdown ("`==code==`", "P <tt>==code==</tt>");
  assert_markdown ("\\==escaped==", "P ==escaped==");
  assert_markdown ("=== ==== =====", "P === ==== =====");
  assert_html ("==no==", "P ==no==");
}

static void
test_lists (void)
{
  assert_markdown ("- one\n- two\n    - three\n        1. four\n        2. five\n- six",
                   "I@1 one\nI@1 two\nI@2 three\nI@3#1 four\nI@3#2 five\nI@1 six");
  assert_markdown ("- one\n\n  more\n\n- two", "I@1 one\nP@1 more\nI@1 two");
  assert_markdown ("text\n- item", "P text\nI@1 item");
  assert_markdown ("7. seven\n8. eight", "I@1#7 seven\nI@1#8 eight");
  assert_markdown ("- ```\n  code\n  ```", "I@1 \nC@1 <tt>code</tt>");
  assert_html ("<ol start=3><li>c<ul><li>x</ul><li>d</ol>after", "I@1#3 c\nI@2 x\nI@1#4 d\nP after");
  assert_html ("<ul><li><p>a</p><p>b</p></li></ul>", "I@1 a\nP@1 b");
  assert_html ("<li>stray</li>", "I@1 stray");
  assert_html ("<dl><dt>Term<dd>What it is</dl>", "P <b>Term</b>\nP What it is");
}

static void
test_quotes_code_rules (void)
{
  assert_markdown ("> one\n> > two\n\nthree", ">P one\n>>P two\nP three");
  assert_markdown ("```c\nint *a;\n\n\tb & c;\n```\n---\n    indented", "C <tt>int *a;\n\n    b &amp; c;</tt>\nR \nC <tt>indented</tt>");
  assert_html ("<blockquote>q<p>r</blockquote><hr><pre>\n a\n  <b>b</b>\n</pre>",
               ">P q\n>P r\nR \nC <tt> a\n  b</tt>");
}

static void
test_tables (void)
{
  assert_markdown ("| a | b |\n|---|:-:|\n| **1** | x \\| y |\n| 2 |", "Th a|b / <b>1</b>|x | y / 2|");
  assert_html ("<table><tr><th>a<th>b<tr><td>1<td>2<br>3</table>", "Th a|b / 1|2\n3");
  assert_html ("<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>", "T a| / b|c");
  assert_html ("<table><caption>Name</caption><tr><td>a</table>", "P Name\nT a");
  assert_html ("<table><tr><td><ul><li>x<li>y</ul><td><p>p</p><p>q</p></table>", "T • x\n• y|p\nq");
  assert_html ("<table><tr><td>o<table><tr><td>i<td>j</table>p</table>", "T o\ni j\np");
  assert_html ("<table><tr><td> </td></tr></table>", "");
}

static void
test_links (void)
{
  assert_markdown ("[a](https://e.org/?x=1&y=2 \"t\") <https://f.org> see [1] and [b][1]\n\n[1]: https://ref.org",
                   "P <a href=\"https://e.org/?x=1&amp;y=2\">a</a> <a href=\"https://f.org\">https://f.org</a> see "
                   "<a href=\"https://ref.org\">1</a> and <a href=\"https://ref.org\">b</a>");
  assert_markdown ("http://e.org/a_b_c, www.e.org, jane@e.org.",
                   "P <a href=\"http://e.org/a_b_c\">http://e.org/a_b_c</a>, "
                   "<a href=\"http://www.e.org\">www.e.org</a>, <a href=\"mailto:jane@e.org\">jane@e.org</a>.");
  assert_both ("<a href=\"contributions/5\">rel</a> <a href='/x'>abs</a> <a href=\"//f.org/y\">net</a>",
               "P <a href=\"https://events.example.org/event/18/contributions/5\">rel</a> "
               "<a href=\"https://events.example.org/x\">abs</a> <a href=\"https://f.org/y\">net</a>");
  assert_markdown ("[a **b** c](https://e.org)", "P <a href=\"https://e.org\">a <b>b</b> c</a>");
  assert_html ("<a href=\"https://e.org/a b?q=&quot;ž&quot;\">x</a>", "P <a href=\"https://e.org/a%20b?q=&quot;ž&quot;\">x</a>");
}

/* Hosts that end where none can: GLib, when asked to join them, complains. */
static void
test_links_to_odd_hosts (void)
{
  static const char *const odd[] = { "//;", "//;.", "//2;a]", "//];&]", "//@%;]", "//%[;a" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *html = g_strdup_printf ("<a href=\"%s\">there</a>", odd[i]);
      g_autofree char *dump = dump_text (html, LANYARD_TEXT_HTML, "https://example.org/a");

      g_assert_cmpstr (dump, ==, "P there");
    }
}

static void
test_relative_links_without_base (void)
{
  g_autofree char *dump = dump_text ("[a](x.html) [b](https://e.org)", LANYARD_TEXT_MARKDOWN, NULL);

  g_assert_cmpstr (dump, ==, "P a <a href=\"https://e.org\">b</a>");
}

/* The address on a real abstract, in angle brackets, is a mail address. */
/* Matrix rooms have a second "#" and a ":", at which md4c gives up. */
static void
test_bare_addresses_of_matrix_rooms (void)
{
  const char *room = "https://matrix.to/#/#rust:lpc.events";
  g_autofree char *link = g_strdup_printf ("<a href=\"%s\">%s</a>", room, room);
  g_autofree char *text = g_strdup_printf ("Chat (%s), **%s**. `%s`", room, room, room);
  g_autofree char *expected = g_strdup_printf ("P Chat (%s), <a href=\"%s\"><b>%s</b></a>. <tt>%s</tt>", link, room, room,
                                               room);
  g_autofree char *labelled = g_strdup_printf ("[%s](https://e.org)", room);
  g_autofree char *labelled_expected = g_strdup_printf ("P <a href=\"https://e.org\">%s</a>", room);
  g_autofree char *raw = g_strdup_printf ("a <a href=\"https://e.org\">%s</a> b", room);
  g_autofree char *raw_expected = g_strdup_printf ("P a <a href=\"https://e.org\">%s</a> b", room);

  assert_markdown (text, expected);
  assert_markdown (labelled, labelled_expected);
  assert_markdown (raw, raw_expected);
  assert_markdown ("xhttps://e.org/#a:b https:// https://#/#:", "P xhttps://e.org/#a:b https:// https://#/#:");
}

static void
test_address_in_angle_brackets (void)
{
  assert_markdown ("Jamal <jhs@mojatatu.com>", "P Jamal <a href=\"mailto:jhs@mojatatu.com\">jhs@mojatatu.com</a>");
  assert_html ("<p>Jamal <jhs@mojatatu.com> says</p>", "P Jamal &lt;jhs@mojatatu.com&gt; says");
}

static void
test_formulas_are_left_alone (void)
{
  assert_markdown ("$a_b * c_d * e$ and $$\\sum_i x_i$$", "P $a_b * c_d * e$ and $$\\sum_i x_i$$");
  assert_markdown ("from $5 to $10", "P from $5 to $10");
}

static void
test_entities (void)
{
  assert_both ("&amp;lt; &lt;b&gt; &eacute; &#233; &#xE9; &nbsp;x", "P &amp;lt; &lt;b&gt; é é é \302\240x");
  assert_markdown ("AT&T &bogus; &#0; &#xD800; &#99999999999; &", "P AT&amp;T &amp;bogus; � � &amp;#99999999999; &amp;");
  assert_markdown ("<div>&copy; &amp; &#1;x</div>", "P © &amp; x");
}

static void
test_html_in_markdown (void)
{
  assert_markdown ("a <b>bold</b> <a href=\"https://e.org\">l</a>", "P a <b>bold</b> <a href=\"https://e.org\">l</a>");
  assert_markdown ("<ul>\n<li>one\n<li>two\n</ul>\n\n**three**", "I@1 one\nI@1 two\nP <b>three</b>");
  assert_markdown ("<table>\n<tr><td>a</td>\n\n<td>b</td></tr>\n</table>\n\nafter", "T a|b\nP after");
  assert_markdown ("<div align=center>\n\n# Title\n\n</div>", "H1 Title");

  /* Nothing that was forgotten colours or hides what follows. */
  assert_markdown ("a <b>bold\n\nplain", "P a <b>bold</b>\nP plain");
  assert_markdown ("an <object> in memory\n\nplain", "P an\nP plain");
  assert_markdown ("<h2>Title\n\nplain", "H2 Title\nP plain");
  assert_markdown ("a</b></p></table>b", "P a\nP b");

  /* What is no element is text. */
  assert_markdown ("struct <list_head> of <linux/list.h> a<b>c", "P struct &lt;list_head&gt; of &lt;linux/list.h&gt; a<b>c</b>");
  assert_markdown ("<div>a <list-head x=1> < b</div>", "P a &lt;list-head x=1&gt; &lt; b");
  assert_markdown ("<div\nunfinished='", "P &lt;div unfinished=&apos;");
}

static void
test_nothing_active_survives (void)
{
  static const char * const unsafe[] = {
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "ftp://e.org", "ssh://e.org", "\001javascript:x", "about:blank",
    "https://user@e.org/", "https://e.org@evil.org/", "https:evil", "https:\\\\evil.org", "lanyard:open",
  };

  assert_both ("a <script>alert(\"<b>x</b>\")</script>b", "P a b");
  assert_both ("<style>p { x }</style><div onclick=\"x()\">a</div>", "P a");
  assert_both ("<div>a<iframe src=\"https://e.org\">f</iframe><object data=x>o</object><embed src=x>b</div>", "P ab");
  assert_both ("<div><form action=x>a<input value=v><button>k</button><select><option>o</select></form></div>", "P a");
  assert_both ("<div>a<!-- secret <b> -->b<?php x ?></div>", "P ab");
  assert_both ("<div><svg onload=\"x()\"><text>s</text></svg><video src=x>v</video>a</div>", "P a");
  assert_markdown ("<div><script>\n\nalert(1)\n\n</script></div>\n\nafter", "P after");

  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    {
      g_autofree char *html = g_strdup_printf ("<p><a href=\"%s\">x</a></p>", unsafe[i]);
      g_autofree char *markdown = g_strdup_printf ("[x](<%s>)", unsafe[i]);
      g_autofree char *html_dump = dump_text (html, LANYARD_TEXT_HTML, BASE);
      g_autofree char *mixed_dump = dump_text (html, LANYARD_TEXT_MARKDOWN, BASE);
      g_autofree char *markdown_dump = dump_text (markdown, LANYARD_TEXT_MARKDOWN, BASE);

      g_assert_cmpstr (html_dump, ==, "P x");
      g_assert_cmpstr (mixed_dump, ==, "P x");
      g_assert_null (strstr (markdown_dump, "href"));
    }
}

static void
test_images_are_their_words (void)
{
  assert_markdown ("a ![logo *x*](https://e.org/i.png) b ![](https://e.org/j.png)", "P a logo <i>x</i> b");
  assert_both ("<div>a <img src=\"https://e.org/i.png\" alt=\"logo\"> b <img src=x></div>", "P a logo b");
  assert_markdown ("[![badge](https://e.org/i.png)](https://e.org/)", "P <a href=\"https://e.org/\">badge</a>");
}

static void
test_safe_addresses (void)
{
  static const char * const safe[] = {
    "http://e.org", "https://e.org/a?b#c", "HTTPS://E.ORG", "mailto:a@e.org", "matrix:r/room:e.org", "tel:+49-30-1",
    "geo:50.08,14.43", "https://cs.wikipedia.org/wiki/Žižka", "https://[::1]/", "https://matrix.to/#/#r:e.org",
  };
  static const char * const unsafe[] = {
    "", "e.org", "/x", "//e.org", "http://", "http:///x", "mailto:", "irc://e.org", "javascript:x", "https://e.org/a b",
    "https://e.org/\n", "https://\xff.org", "https://a:b@e.org", "http\n://e.org", " https://e.org", "https://[::1",
  };
  g_autofree char *longest = g_strnfill (10000, 'x');
  g_autofree char *too_long = g_strconcat ("https://e.org/", longest, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    if (!lanyard_url_is_safe (safe[i]))
      g_error ("%s is taken for unsafe", safe[i]);
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    if (lanyard_url_is_safe (unsafe[i]))
      g_error ("%s is taken for safe", unsafe[i]);
  g_assert_false (lanyard_url_is_safe (too_long));
}

static void
test_plain_format (void)
{
  g_autofree char *dump = dump_text ("a *b* <c>\nd\n\ne", LANYARD_TEXT_PLAIN, NULL);

  g_assert_cmpstr (dump, ==, "P a *b* &lt;c&gt;\nd\nP e");
}

static void
test_written_plain (void)
{
  g_autoptr (LanyardRichText) rich = lanyard_rich_text_new (
      "# Title\n\nSee [here](https://e.org/x) and <https://f.org> or [www.g.org](https://www.g.org/) <a@e.org>.\n\n"
      "- one\n- two\n    1. three\n       line\n\n> quote\n\n| Name | 名前 |\n|---|---|\n| a | bcd |\n| 日本 | e |\n\n"
      "```\ncode\n\nmore\n```\n---\nend",
      LANYARD_TEXT_MARKDOWN, NULL);
  g_autofree char *plain = lanyard_rich_text_dup_plain (rich);

  g_assert_cmpstr (plain, ==,
                   "Title\n=====\n\n"
                   "See here <https://e.org/x> and https://f.org or www.g.org a@e.org.\n\n"
                   "• one\n• two\n  1. three\n     line\n\n"
                   "> quote\n\n"
                   "Name  名前\n----  ----\na     bcd\n日本  e\n\n"
                   "    code\n\n    more\n\n"
                   "---\n\n"
                   "end\n");
}

static void
test_runs_written_plain (void)
{
  g_autoptr (LanyardRichText) rich = lanyard_rich_text_new ("a **b** [c](https://e.org)\nd", LANYARD_TEXT_MARKDOWN, NULL);
  g_autofree char *plain = lanyard_text_runs_dup_plain (lanyard_rich_text_get_node (rich, 0)->runs);

  g_assert_cmpstr (plain, ==, "a b c\nd");
}

static void
test_format_guess (void)
{
  static const char * const html[] = {
    "<p>Hello</p>", "  \n<div>x</div>", "<!DOCTYPE html><html>", "Intro<br>line two<br/>line three",
    "Text <ul><li>a</li><li>b</li></ul>", "<p>We do<br>\n- this<br>\n- that</p>", "<P CLASS=x>caps</P>",
    "one\ntwo <br /> three", "<table><tr><td>1</td></tr></table>", "<strong>x</strong><br>y", "A <p>B <p>C",
  };
  static const char * const markdown[] = {
    "", "plain", "# Title\n\ntext", "a < b and c > d", "Jamal <jhs@mojatatu.com>", "<jhs@mojatatu.com>",
    "<https://e.org>", "# Title\nline<br>line", "- one<br>more\n- two", "**bold**<br>text", "use the `<br>` tag",
    "```\n<div>\n```", "first<br>line\n\nsecond", "| a | b |\n|---|---|\n| x<br>y | z |", "<list_head> and <b>bold</b>",
    "<div align=\"center\">\n\n# Title\n\n</div>", "[link](https://e.org)<br>x", "<pname> is no <break>", "text <br",
    "struct page <linux/mm.h>", "\xff\xfe", "one\n\ntwo\n\n<ul>\n<li>a</li>\n</ul>\n\nthree",
  };

  for (guint i = 0; i < G_N_ELEMENTS (html); i++)
    if (lanyard_text_format_guess (html[i]) != LANYARD_TEXT_HTML)
      g_error ("“%s” is not taken for HTML", html[i]);
  for (guint i = 0; i < G_N_ELEMENTS (markdown); i++)
    if (lanyard_text_format_guess (markdown[i]) != LANYARD_TEXT_MARKDOWN)
      g_error ("“%s” is not taken for Markdown", markdown[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rich-text/paragraphs-and-breaks", test_paragraphs_and_breaks);
  g_test_add_func ("/rich-text/headings", test_headings);
  g_test_add_func ("/rich-text/styles", test_styles);
  g_test_add_func ("/rich-text/marks", test_marks);
  g_test_add_func ("/rich-text/lists", test_lists);
  g_test_add_func ("/rich-text/quotes-code-rules", test_quotes_code_rules);
  g_test_add_func ("/rich-text/tables", test_tables);
  g_test_add_func ("/rich-text/links", test_links);
  g_test_add_func ("/rich-text/links-to-odd-hosts", test_links_to_odd_hosts);
  g_test_add_func ("/rich-text/relative-links-without-base", test_relative_links_without_base);
  g_test_add_func ("/rich-text/bare-addresses-of-matrix-rooms", test_bare_addresses_of_matrix_rooms);
  g_test_add_func ("/rich-text/address-in-angle-brackets", test_address_in_angle_brackets);
  g_test_add_func ("/rich-text/formulas-are-left-alone", test_formulas_are_left_alone);
  g_test_add_func ("/rich-text/entities", test_entities);
  g_test_add_func ("/rich-text/html-in-markdown", test_html_in_markdown);
  g_test_add_func ("/rich-text/nothing-active-survives", test_nothing_active_survives);
  g_test_add_func ("/rich-text/images-are-their-words", test_images_are_their_words);
  g_test_add_func ("/rich-text/safe-addresses", test_safe_addresses);
  g_test_add_func ("/rich-text/plain-format", test_plain_format);
  g_test_add_func ("/rich-text/written-plain", test_written_plain);
  g_test_add_func ("/rich-text/runs-written-plain", test_runs_written_plain);
  g_test_add_func ("/rich-text/format-guess", test_format_guess);
  return g_test_run ();
}
