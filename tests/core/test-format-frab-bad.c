/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules in XML that break off, promise too much, or are none: what is whole
 * in them is read, and the rest is refused with its reason. */

#include "frab-helper.h"

/* What is there before it breaks off is read, and it is said that it does. */
static void
test_cut_off (void)
{
  g_autoptr (GBytes) document = load_fixture ("hub.xml");
  const char *data = g_bytes_get_data (document, NULL);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (document, 0, (gsize) (strstr (data, "Luise") - data));
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_bytes (half, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  assert_remark (programme, LANYARD_REMARK_CUT_OFF, 1);
  assert_remark (programme, LANYARD_REMARK_MENDED, 0);
  assert_remark (programme, LANYARD_REMARK_SKIPPED, 1);
}

static void
assert_error (const char         *text,
              LanyardFormatError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, (int) code);
}

static void
test_no_schedule (void)
{
  g_autoptr (GString) deep = g_string_new ("<schedule><conference><title>");
  g_autoptr (GString) wide = g_string_new ("<schedule><conference ");

  assert_error ("<schedule><conference><title>A</title></conference></schedule>", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("<schedule><day><entry/></day></schedule>", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  assert_error ("<rss><channel/></rss>", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  assert_error ("<schedule><conference><title>A</title>", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("<schedule><conference><title>A</title><", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("<scheduled><conference/></scheduled>", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<b>");
  assert_error (deep->str, LANYARD_FORMAT_ERROR_MALFORMED);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (wide, "a%u='' ", i);
  assert_error (wide->str, LANYARD_FORMAT_ERROR_MALFORMED);
}

/* HTML that nobody escaped, and that no XML is: it stays in its text, and takes
 * no talk with it. */
static void
test_html (void)
{
  static const struct
  {
    const char *written;
    const char *read;
  } cases[] = {
    { "<p>one<br>two</p>", "<p>one<br>two</p>" },
    { "one<br><br>two", "one<br><br>two" },
    { "<p>one<p>two", "<p>one<p>two" },
    { "one</p>two", NULL },
    { "<b><i>one</b></i><br>", "<b><i>one</b></i><br>" },
    { "<p>one & two &lt; three&nbsp;&eacute;<br></p>", "<p>one &amp; two &lt; three\xc2\xa0é<br></p>" },
    { "<img src=a.png><p>one</p>", "<img src=a.png><p>one</p>" },
    { "<![CDATA[<p>one<br>two</p>]]>", "<p>one<br>two</p>" },
    { "one <two & three", NULL },
  };
  static const char * const names[] = { "abstract", "description" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (names); i++)
    {
      const char *written = cases[i / 2].written;
      const char *name = names[i % 2];
      g_autoptr (GString) text = g_string_new ("<schedule><conference><title>A & B</title></conference><day date='2031-03-08'><room name='R'>");
      g_autoptr (LanyardProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;

      for (guint id = 0; id < 10; id++)
        g_string_append_printf (text,
                                "<event id='%u'><title>T</title><start>10:00</start><duration>00:30</duration><%s>%s</%s>"
                                "<persons><person id='%u'>P</person></persons></event>", id, name, written, name, id);
      g_string_append (text, "</room><room name='S'><event id='last'><title>T</title></event></room></day></schedule>");
      programme = read_text (text->str, &error);
      g_assert_no_error (error);
      g_test_message ("%s", written);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 11);
      g_assert_cmpstr (lanyard_room_get_name (find_talk (programme, "9")->item.room), ==, "R");
      g_assert_cmpstr (lanyard_room_get_name (find_talk (programme, "last")->item.room), ==, "S");
      if (cases[i / 2].read != NULL)
        g_assert_cmpstr (find_talk (programme, "9")->description, ==, cases[i / 2].read);
      assert_remark (programme, LANYARD_REMARK_MENDED, 1);
      assert_remark (programme, LANYARD_REMARK_SKIPPED, 0);
    }
}

/* There is no document type, whatever it promises. */
static void
test_entities (void)
{
  static const char text[] =
      "<!DOCTYPE schedule [<!ENTITY a \"laugh\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
      "<schedule><conference><title>&c;&d;</title></conference><day date='2031-03-08'><room name='&a;'>"
      "<event id='1'><title>Safe</title><start>10:00</start></event></room></day></schedule>";
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (programme)), ==, "&c;&d;");
  g_assert_nonnull (lanyard_programme_find_talk (programme, "1"));
}

/* UTF-16 with its mark, Latin-1 that says so, and Latin-1 that says it is UTF-8. */
static void
test_encodings (void)
{
  static const char body[] = "<schedule><conference><title>Äquator</title></conference><day date='2031-03-08'>"
                             "<event id='1'><title>Öl</title><start>10:00</start></event></day></schedule>";
  static const struct
  {
    const char *charset;
    const char *declared;
  } cases[] = { { "UTF-16", "UTF-16" }, { "UTF-16LE", "utf-16" }, { "ISO-8859-1", "ISO-8859-1" },
                { "WINDOWS-1252", "UTF-8" }, { "UTF-8", "UTF-8" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("<?xml version='1.0' encoding='%s'?>\n%s", cases[i].declared, body);
      gsize size;
      char *converted = g_convert (text, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) document = g_bytes_new_take (converted, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_bytes (document, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (find_talk (programme, "1")->item.title, ==, "Öl");
      assert_remark (programme, LANYARD_REMARK_MENDED, i == 3);
    }
}

/* A hundred thousand rooms, and as many events of one id. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("<schedule><conference><title>A</title></conference><day date='2031-03-08'>");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "<room name='R%u'><event id='1'><title>T</title></event></room>", i);
  g_string_append (text, "</day></schedule>");
  format_abuse_read (text->str, text->len);
}

/* What is longer than the parser takes ends the reading: what was before it is
 * kept, with the beginning of that talk by some versions of the parser; and
 * where nothing was, the file is not damaged, and not unpublished. */
static void
test_long_pieces (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } cases[] = {
    { "<event id='2'><title>T</title><start>11:00</start><description><![CDATA[", "]]></description></event>" },
    { "<event id='2' note='>", "'><title>T</title><start>11:00</start></event>" },
  };
  g_autofree char *filling = g_strnfill (12 * 1024 * 1024, 'x');

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      gboolean is_first = i % 2 == 0;
      g_autofree char *text =
          g_strdup_printf ("<schedule><conference><title>A</title></conference><day date='2031-03-08'>%s%s%s%s</day></schedule>",
                           is_first ? "" : "<event id='1'><title>Safe</title><start>10:00</start></event>",
                           cases[i / 2].before, filling, cases[i / 2].after);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_text (text, &error);

      if (programme == NULL)
        {
          g_assert_true (is_first);
          g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE);
          continue;
        }
      assert_remark (programme, LANYARD_REMARK_MENDED, 1);
      g_assert_nonnull (lanyard_programme_find_talk (programme, is_first ? "2" : "1"));
    }
}

static void
test_abuse (gconstpointer path)
{
  g_autoptr (GBytes) document = format_abuse_load (path);

  format_abuse (document, &(FormatNesting) { "<b>", "</b>" });
}

/* The real files take longer, so that each is cut off and flipped less often. */
static void
test_real_abuse (void)
{
  static const char * const names[] = { "31c3.xml", "debconf23.xml", "fosdem-2013.xml", "oscal-webapp-TEST.xml" };
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = folder != NULL ? g_build_filename (folder, "frab-xml", names[i], NULL) : NULL;
      g_autoptr (GBytes) document = NULL;

      if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_test_skip ("the shared data is not here");
          return;
        }
      document = format_abuse_load (path);
      format_abuse_truncate (document, g_bytes_get_size (document) / 30);
      format_abuse_flip (document, 10);
      format_abuse_encode (document);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-frab-bad/cut-off", test_cut_off);
  g_test_add_func ("/format-frab-bad/no-schedule", test_no_schedule);
  g_test_add_func ("/format-frab-bad/html", test_html);
  g_test_add_func ("/format-frab-bad/entities", test_entities);
  g_test_add_func ("/format-frab-bad/encodings", test_encodings);
  g_test_add_func ("/format-frab-bad/many", test_many);
  g_test_add_func ("/format-frab-bad/long-pieces", test_long_pieces);
  g_test_add_func ("/format-frab-bad/abuse/real", test_real_abuse);
  format_abuse_add_tests ("/format-frab-bad/abuse", "frab", test_abuse);
  return g_test_run ();
}
