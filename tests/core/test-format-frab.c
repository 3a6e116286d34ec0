/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schedules in XML, each as another producer writes it (tests/data/frab). */

#include "frab-helper.h"

static void
assert_time (gint64      instant,
             const char *expected)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (instant, !=, LANYARD_NO_TIME);
  time = g_date_time_new_from_unix_utc (instant);
  text = g_date_time_format (time, "%Y-%m-%d %H:%M");
  g_assert_cmpstr (text, ==, expected);
}

static LanyardLink *
get_link (const LanyardTalkFields *talk,
          guint                    n)
{
  g_assert_cmpuint (n, <, talk->links->len);
  return g_ptr_array_index (talk->links, n);
}

static LanyardPerson *
get_speaker (const LanyardTalkFields *talk,
             guint                    n)
{
  g_assert_cmpuint (n, <, talk->credits->len);
  return ((LanyardCredit *) g_ptr_array_index (talk->credits, n))->person;
}

static void
test_pentabarf (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("pentabarf.xml", "Europe/Brussels");
  const LanyardConferenceFields *conference =
      lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  const LanyardTalkFields *opening = find_talk (programme, "101");
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (programme);

  g_assert_cmpstr (conference->title, ==, "Harbour Days 2031");
  g_assert_cmpstr (conference->venue, ==, "Old Warehouse");
  g_assert_cmpstr (conference->address, ==, "Antwerp");
  g_assert_cmpstr (conference->zone, ==, "Europe/Brussels");
  g_assert_cmpstr (conference->feed_id, ==, "schedule:harbour days 2031");
  g_assert_cmpuint (rooms->len, ==, 2);
  assert_time (opening->item.start, "2031-03-08 09:30");
  assert_time (opening->item.end, "2031-03-08 09:55");
  g_assert_cmpstr (opening->item.title, ==, "Opening & welcome");
  g_assert_cmpstr (opening->subtitle, ==, "All aboard");
  g_assert_cmpstr (lanyard_session_get_key (opening->item.session), ==, "track:Keynotes");
  g_assert_cmpint (opening->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpuint (opening->credits->len, ==, 2);
  g_assert_cmpstr (lanyard_person_get_name (get_speaker (opening, 1)), ==, "Bo Lind");
  g_assert_cmpuint (opening->links->len, ==, 1);
  g_assert_cmpint (get_link (opening, 0)->kind, ==, LANYARD_LINK_CHAT);
  /* before the day changes, so on the next */
  assert_time (find_talk (programme, "102")->item.start, "2031-03-08 23:30");
  g_assert_null (find_talk (programme, "102")->item.session);
  g_assert_cmpuint (find_talk (programme, "103")->duration, ==, (24 * 60 + 30) * 60);
  g_assert_true (get_speaker (opening, 0) == get_speaker (find_talk (programme, "102"), 0));
  assert_remark (programme, LANYARD_REMARK_NO_ZONE, 1);
}

/* Without a zone from anywhere it is UTC, and said so. */
static void
test_no_zone (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("pentabarf.xml", NULL);

  assert_time (find_talk (programme, "101")->item.start, "2031-03-08 10:30");
  g_assert_cmpstr (lanyard_conference_get_zone (lanyard_programme_get_conference (programme)), ==, "UTC");
  assert_remark (programme, LANYARD_REMARK_NO_ZONE, 1);
}

static void
test_frab (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("frab.xml", NULL);
  const LanyardConferenceFields *conference =
      lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  const LanyardTalkFields *opening = find_talk (programme, "29aecfd7-0000-4f49-ab86-000000000001");
  const LanyardTalkFields *late = find_talk (programme, "29aecfd7-0000-4f49-ab86-000000000002");
  const LanyardTalkFields *early = find_talk (programme, "29aecfd7-0000-4f49-ab86-000000000003");

  g_assert_cmpstr (conference->zone, ==, "+01:00");
  g_assert_cmpstr (conference->feed_id, ==, "schedule:harbour.example/hd31");
  assert_time (opening->item.start, "2031-03-08 10:00");
  g_assert_cmpstr (opening->url, ==, "https://harbour.example/2031/talks/101.html");
  g_assert_cmpstr (opening->description, ==, "Short. And then long.");
  g_assert_cmpstr (opening->language, ==, "de");
  g_assert_true (opening->is_unrecorded);
  g_assert_cmpstr (get_link (opening, 1)->url, ==, "https://harbour.example/2031/system/files/opening.pdf");
  g_assert_cmpint (get_link (opening, 1)->kind, ==, LANYARD_LINK_SLIDES);
  assert_time (late->item.start, "2031-03-09 00:00");
  g_assert_cmpuint (late->duration, ==, 45 * 60);
  g_assert_cmpstr (lanyard_room_get_name (late->item.room), ==, "Quay");
  /* an hour before the day begins, which is seven hours after it ends */
  assert_time (early->item.start, "2031-03-08 09:00");
  g_assert_cmpuint (early->duration, ==, 45 * 60);
  assert_remark (programme, LANYARD_REMARK_NO_ZONE, 0);
}

static void
test_pretalx (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("pretalx.xml", "Europe/Berlin");
  const LanyardTalkFields *talk = find_talk (programme, "6a32cb72-0000-423c-91b7-000000000001");
  const LanyardSessionFields *session = lanyard_session_get_fields (talk->item.session);

  g_assert_cmpstr (lanyard_conference_get_zone (lanyard_programme_get_conference (programme)), ==, "America/New_York");
  assert_time (talk->item.start, "2031-03-08 15:00");
  g_assert_cmpstr (talk->code, ==, "ABCDEF");
  g_assert_cmpstr (talk->description, ==, "First **paragraph**.\n\nSecond paragraph.");
  g_assert_cmpint (talk->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_false (talk->is_unrecorded);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 1);
  g_assert_cmpstr (session->key, ==, "track:12-ropes");
  g_assert_cmpstr (session->title, ==, "Ropes");
  g_assert_cmpstr (session->color, ==, "#2a6ebb");
  g_assert_cmpuint (talk->links->len, ==, 3);
  g_assert_cmpstr (get_link (talk, 1)->url, ==, "https://pretalx.harbour.example/media/splice.odp");
  g_assert_cmpint (get_link (talk, 1)->kind, ==, LANYARD_LINK_FILE);
  g_assert_cmpint (get_link (talk, 2)->kind, ==, LANYARD_LINK_FEEDBACK);
  g_assert_true (lanyard_remarks_is_empty (lanyard_programme_get_remarks (programme)));
}

static void
test_hub (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("hub.xml", NULL);
  const char *guid = "11111111-0000-0000-0000-000000000001";
  const LanyardTalkFields *first = find_talk (programme, guid);
  g_autofree char *other = g_strconcat (guid, "/2031-03-08T12:00:00+01:00", NULL);
  const LanyardTalkFields *second = find_talk (programme, other);

  assert_time (lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->start, "2031-03-08 08:00");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  g_assert_cmpstr (first->item.title, ==, "First of two");
  g_assert_cmpuint (first->duration, ==, 90 * 60);
  g_assert_cmpuint (first->links->len, ==, 4);
  g_assert_cmpstr (get_link (first, 1)->url, ==, "https://two.example/");
  g_assert_cmpstr (get_link (first, 2)->title, ==, "Three");
  g_assert_cmpint (get_link (first, 2)->kind, ==, LANYARD_LINK_SLIDES);
  g_assert_cmpstr (get_link (first, 3)->url, ==, "https://wiki.harbour.example/First");
  g_assert_true (second->is_unrecorded);
  /* All of a wiki's persons have the number 0. */
  g_assert_cmpstr (lanyard_person_get_name (get_speaker (first, 0)), ==, "Mario");
  g_assert_cmpstr (lanyard_person_get_name (get_speaker (second, 0)), ==, "Luise");
  g_assert_cmpint (find_talk (programme, "2")->item.start, ==, LANYARD_NO_TIME);
  assert_remark (programme, LANYARD_REMARK_SAME_ID, 1);
  assert_remark (programme, LANYARD_REMARK_NO_START, 1);
  assert_remark (programme, LANYARD_REMARK_SKIPPED, 1);
}

static void
test_wafer (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("wafer.xml", NULL);
  g_autoptr (LanyardProgramme) local = read_fixture ("wafer-local.xml", NULL);
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  assert_time (find_talk (programme, "50a9d3b9-0000-1cf0-b67c-000000000027")->item.start, "2031-03-08 05:00");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 0);
  g_assert_cmpuint (breaks->len, ==, 1);
  g_assert_cmpstr (lanyard_item_get_title (breaks->pdata[0]), ==, "Lunch on deck");
  g_assert_cmpstr (lanyard_break_get_description (breaks->pdata[0]), ==, "Fish.");
  assert_time (lanyard_item_get_end (breaks->pdata[0]), "2031-03-08 07:30");
  /* half past nine in Toronto, whatever the offset says */
  assert_time (find_talk (local, "5")->item.start, "2031-08-06 13:30");
}

static void
test_persons (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("persons.xml", NULL);
  const LanyardTalkFields *talk = find_talk (programme, "6ba7b810-0000-11d1-80b4-000000000901");
  LanyardTextFormat format;

  g_assert_cmpstr (lanyard_person_get_biography (get_speaker (talk, 0), &format), ==, "Ties *knots*.");
  g_assert_cmpint (format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_null (lanyard_person_get_biography (get_speaker (talk, 1), NULL));
  g_assert_cmpstr (lanyard_session_get_key (talk->item.session), ==, "track:ropes");
  g_assert_cmpint (get_link (talk, 0)->kind, ==, LANYARD_LINK_SLIDES);
  g_assert_cmpint (get_link (talk, 1)->kind, ==, LANYARD_LINK_RECORDING);
  /* It is among the links as well, and there once. */
  g_assert_cmpint (get_link (talk, 2)->kind, ==, LANYARD_LINK_FEEDBACK);
  g_assert_cmpstr (get_link (talk, 2)->title, ==, "Say how it was");
  g_assert_cmpuint (talk->links->len, ==, 3);
}

/* What people write as addresses, below https://dune.example/2031/. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *written;
    const char *url; /* NULL for none */
  } table[] = {
    { "https://ropes.example/", "https://ropes.example/" },
    { "www.ropes.example", "https://www.ropes.example" },
    { "ropes.example", "https://ropes.example" },
    { "Ropes.example/knots/", "https://Ropes.example/knots/" },
    { "code.ropes.example?q=1", "https://code.ropes.example?q=1" },
    { "knots.pdf", "https://dune.example/2031/knots.pdf" },
    { "knots.docx", "https://dune.example/2031/knots.docx" },
    { "Knots.tar.gz", "https://dune.example/2031/Knots.tar.gz" },
    { "events/4.html", "https://dune.example/2031/events/4.html" },
    { "v1.2/knots.pdf", "https://dune.example/2031/v1.2/knots.pdf" },
    { "index.php?talk=4", "https://dune.example/2031/index.php?talk=4" },
    { "./knots.pdf", "https://dune.example/2031/knots.pdf" },
    { "../2030/knots.pdf", "https://dune.example/2030/knots.pdf" },
    { "/knots.pdf", "https://dune.example/knots.pdf" },
    { "/system/knots.pdf", "https://dune.example/2031/system/knots.pdf" },
    { "//ropes.example/", "https://ropes.example/" },
    { "/attachments/original/missing.png", NULL },
    { "git://ropes.example/knots.git", NULL },
    { "http://", NULL },
    { "A talk on knots, with slides", NULL },
    { "javascript:alert(1)", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<schedule><conference><title>Dune Days</title><base_url>https://dune.example/2031/</base_url>"
          "<time_zone_name>Europe/Lisbon</time_zone_name></conference><day date='2031-02-01'><room name='Hall'>"
          "<event guid='1'><start>10:00</start><duration>01:00</duration><title>Knots</title>"
          "<links><link href='%s'>Here</link></links></event></room></day></schedule>", table[i].written);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_text (text, &error);
      const LanyardTalkFields *talk;

      g_assert_no_error (error);
      g_test_message ("%s", table[i].written);
      talk = find_talk (programme, "1");
      g_assert_cmpuint (talk->links->len, ==, table[i].url != NULL);
      if (table[i].url != NULL)
        g_assert_cmpstr (get_link (talk, 0)->url, ==, table[i].url);
    }
}

/* pretalx takes colours of three digits, too. */
static void
test_short_color (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_text ("<schedule><conference><title>T</title><time_zone_name>Europe/Lisbon</time_zone_name>"
                 "<track name='Craft' color='#1cA'/></conference><day date='2031-03-08'><event id='1'><start>10:00</start>"
                 "<title>A</title><track>Craft</track></event></day></schedule>", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lanyard_session_get_fields (find_talk (programme, "1")->item.session)->color, ==, "#11ccAA");
}

/* "optout" is a boolean of XML Schema, which may be a number, too. */
static void
test_opt_out (void)
{
  static const struct
  {
    const char *spelled;
    gboolean is_unrecorded;
  } cases[] = {
    { "true", TRUE }, { " True\n", TRUE }, { "1", TRUE }, { "false", FALSE }, { "0", FALSE }, { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("<schedule><conference><title>T</title><time_zone_name>Europe/Lisbon</time_zone_name></conference>"
                           "<day date='2031-03-08'><event id='1'><start>10:00</start><title>A</title><recording>"
                           "<optout>%s</optout></recording></event></day></schedule>", cases[i].spelled);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_text (text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (find_talk (programme, "1")->is_unrecorded, ==, cases[i].is_unrecorded);
    }
}

/* Of an abstract and a description one may be HTML and the other not; a tag in
 * the other is one still, where it is not a word in pointed brackets. */
static void
test_joined_texts (void)
{
  static const struct
  {
    const char *abstract;
    const char *description;
    const char *joined;
  } cases[] = {
    { "It is <em>not</em> R&D by <jane@example.org>, nor &lt;p&gt;.", "<p>One</p>",
      "<p>It is <em>not</em> R&amp;D by &lt;jane@example.org>, nor &lt;p&gt;.</p>\n\n<p>One</p>" },
    { "<p>One</p>", "The <video> element, &c.\n\nIf a < b; see <br/>below.",
      "<p>One</p>\n\n<p>The &lt;video> element, &amp;c.</p><p>If a &lt; b; see <br/>below.</p>" },
    { "Where a <b and c", "<p>One</p>", "<p>Where a &lt;b and c</p>\n\n<p>One</p>" },
    { "Where a <b <i>and</i> c", "<p>One</p>", "<p>Where a &lt;b <i>and</i> c</p>\n\n<p>One</p>" },
    { "One", "Two", "One\n\nTwo" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("<schedule><conference><title>T</title><time_zone_name>Europe/Lisbon</time_zone_name></conference>"
                           "<day date='2031-03-08'><event id='1'><start>10:00</start><title>A</title>"
                           "<abstract><![CDATA[%s]]></abstract><description><![CDATA[%s]]></description></event></day></schedule>",
                           cases[i].abstract, cases[i].description);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_text (text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (find_talk (programme, "1")->description, ==, cases[i].joined);
    }
}

static void
test_home_made (void)
{
  g_autoptr (LanyardProgramme) programme = read_fixture ("home-made.xml", "Europe/Lisbon");
  const LanyardTalkFields *nets = find_talk (programme, "1");
  const LanyardTalkFields *latin = find_talk (programme, "2");

  g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (programme)), ==, "Fish & Chips Camp");
  g_assert_cmpstr (nets->item.title, ==, "Nets — a love story");
  g_assert_cmpuint (nets->duration, ==, 55 * 60);
  g_assert_cmpint (nets->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_nonnull (strstr (nets->description, "<a href=\"https://nets.example/?a=1&amp;b=2\">HTML</a>"));
  g_assert_cmpstr (latin->item.title, ==, "If a < b & c");
  g_assert_cmpuint (latin->duration, ==, 26 * 3600 + 30 * 60);
  g_assert_cmpstr (lanyard_person_get_name (get_speaker (latin, 0)), ==, "José");
  g_assert_cmpuint (find_talk (programme, "3")->duration, ==, 0);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 4);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 1);
  assert_time (find_talk (programme, "5")->item.start, "2031-03-09 14:00");
  assert_remark (programme, LANYARD_REMARK_MENDED, 1);
  assert_remark (programme, LANYARD_REMARK_NO_DURATION, 1);
}

/* The same file twice, and two that tell parts of one conference, in any order. */
static void
test_several (void)
{
  static const char part[] =
      "<schedule><conference><title>Harbour Days 2031</title></conference><day date='2031-03-08'>"
      "<event id='103'><title>Known</title></event><event id='200'><title>New</title><start>12:00</start></event>"
      "</day></schedule>";
  g_autoptr (GBytes) whole = load_fixture ("pentabarf.xml");
  g_autoptr (GBytes) other = load_fixture ("wafer.xml");

  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (LanyardProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (documents, g_bytes_ref (whole));
      g_ptr_array_insert (documents, order == 0 ? 0 : -1, g_bytes_new_static (part, strlen (part)));
      g_ptr_array_add (documents, g_bytes_ref (whole));
      programme = lanyard_format_read (documents, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 4);
      g_assert_cmpstr (find_talk (programme, "103")->item.title, ==, "Long watch");
      assert_remark (programme, LANYARD_REMARK_SAME_ID, 0);

      g_clear_object (&programme);
      g_ptr_array_add (documents, g_bytes_ref (other));
      g_assert_null (lanyard_format_read (documents, NULL, &error));
      g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-frab/pentabarf", test_pentabarf);
  g_test_add_func ("/format-frab/no-zone", test_no_zone);
  g_test_add_func ("/format-frab/frab", test_frab);
  g_test_add_func ("/format-frab/pretalx", test_pretalx);
  g_test_add_func ("/format-frab/hub", test_hub);
  g_test_add_func ("/format-frab/wafer", test_wafer);
  g_test_add_func ("/format-frab/persons", test_persons);
  g_test_add_func ("/format-frab/addresses", test_addresses);
  g_test_add_func ("/format-frab/short-color", test_short_color);
  g_test_add_func ("/format-frab/opt-out", test_opt_out);
  g_test_add_func ("/format-frab/joined-texts", test_joined_texts);
  g_test_add_func ("/format-frab/home-made", test_home_made);
  g_test_add_func ("/format-frab/several", test_several);
  return g_test_run ();
}
