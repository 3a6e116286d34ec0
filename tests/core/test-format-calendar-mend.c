/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is broken in calendars as they are found, and what becomes of it: the
 * right times, nothing dropped, and a remark where something is not what it
 * should be. */

#include "calendar-helper.h"

#define ENTRY(uid, rest) "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:T\r\n" rest "END:VEVENT\r\n"

static void
assert_start (LanyardProgramme *programme,
              const char       *key,
              const char       *stamp)
{
  g_assert_cmpint (lanyard_item_get_start (talk_of (programme, key)), ==, instant (stamp));
}

/* The same two entries, however their lines end. */
static void
test_line_ends (void)
{
  static const char * const ends[] = { "\n", "\r\n", "\r\r\n", "\r\r\r\n", "\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new (
          "BEGIN:VCALENDAR\nX-WR-CALNAME:Test\nBEGIN:VEVENT\nUID:a\nSUMMARY:Long and fol\n ded\nDTSTART:20310101T1\n"
          "\t00000Z\nDTEND:20310101T110000Z\nEND:VEVENT\n\nBEGIN:VEVENT\nUID:b\nSUMMARY:B\n"
          "DTSTART:20310101T120000Z\nDTEND:20310101T130000Z\nEND:VEVENT\nEND:VCALENDAR\n");
      g_autoptr (LanyardProgramme) programme = NULL;

      g_string_replace (text, "\n", ends[i], 0);
      programme = read_text (text->str);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
      g_assert_cmpstr (lanyard_item_get_title (talk_of (programme, "a")), ==, "Long and folded");
      assert_start (programme, "a", "2031-01-01T10:00:00Z");
      g_assert_true (lanyard_remarks_is_empty (lanyard_programme_get_remarks (programme)));
    }
}

static void
test_garbage_around (void)
{
  static const char * const before[] = { "<!--\n", "\xef\xbb\xbf", "\n\n  ", "Downloaded by X\r\n\r\n", "<?php ?>\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *text = g_strconcat (before[i], "BEGIN:VCALENDAR\nX-WR-CALNAME:Test\n",
                                           ENTRY ("a", "DTSTART:20310101T100000Z\nDTEND:20310101T110000Z\n"),
                                           "END:VCALENDAR\n-->\n", NULL);
      g_autoptr (LanyardProgramme) programme = read_text (text);

      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
      g_assert_cmpstr (conference_of (programme)->title, ==, "Test");
    }
}

static void
test_indented (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "    BEGIN:VCALENDAR\n    BEGIN:VEVENT\n    UID:a\n    SUMMARY:Two\n      words\n    DTSTART:20310101T100000Z\n"
      "    DURATION:PT1H\n    END:VEVENT\n    END:VCALENDAR\n");

  g_assert_cmpstr (lanyard_item_get_title (talk_of (programme, "a")), ==, "Two words");
}

/* Folding counts bytes, also those of one character. */
static void
test_cut_characters (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("a", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nLOCATION:Gr\xc3\r\n \xbcner Saal\r\n")
          ENTRY ("b", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nLOCATION:Saal \xf0\x9f\x8e\r\n"));

  g_assert_cmpstr (room_of (talk_of (programme, "a")), ==, "Grüner Saal");
  g_assert_true (g_str_has_prefix (room_of (talk_of (programme, "b")), "Saal \xef\xbf\xbd"));
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_MENDED), ==, 1);
}

static void
test_encodings (void)
{
  static const char utf8[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Grün € 🎉\r\nDTSTART:20310101T100000Z\r\n"
                             "DURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  static const struct
  {
    const char *name;
    const char *title;
  } encodings[] = {
    { "UTF-16", "Grün € 🎉" }, { "UTF-16LE", "Grün € 🎉" }, { "UTF-16BE", "Grün € 🎉" }, { "WINDOWS-1252", "Grün € ?" },
    { "ISO-8859-1", "Grün ? ?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      g_autofree char *bytes = g_convert_with_fallback (utf8, -1, encodings[i].name, "UTF-8", "?", NULL, &size, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_bytes (bytes, size, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (lanyard_item_get_title (talk_of (programme, "a")), ==, encodings[i].title);
    }
}

/* Texts whose line ends are not escaped go on to the next property. */
static void
test_bare_text (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("a", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nDESCRIPTION:One\r\nTwo: C:\\temp\r\n\r\nNote: three\r\n"
                  "LOCATION:Hall\r\n"));

  g_assert_cmpstr (fields_of (programme, "a")->description, ==, "One\nTwo: C:\\temp\n\nNote: three");
  g_assert_cmpstr (room_of (talk_of (programme, "a")), ==, "Hall");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_MENDED), ==, 1);
}

static void
test_escapes (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("a", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nDESCRIPTION:C:\\Users\\new\\, a\\;b\\\\c\\Nd\\\r\n"));

  g_assert_cmpstr (fields_of (programme, "a")->description, ==, "C:\\Users\new, a;b\\c\nd\\");
}

/* Every spelling of half past ten in Prague, where it is an hour less in UTC. */
static void
test_spellings_of_time (void)
{
  static const char * const spellings[] = {
    ":20310101T093000Z", ";VALUE=DATE-TIME:20310101T093000Z", ";VALUE=DATE:20310101T093000Z", ":2031-01-01T09:30:00Z",
    ":20310101T103000+0100", ":2031-01-01T10:30:00+01:00", ":2031-01-01 09:30Z", ": 20310101T093000Z ",
    ";TZID=Europe/Prague:20310101T103000", ";TZID=\"Europe/Prague\":20310101T103000",
    ";VALUE=DATE-TIME;TZID=Europe/Prague:20310101T103000", ";tzid=Europe/Prague:20310101T1030",
    ";TZID=/example.org/20310101_1/Europe/Prague:20310101T103000", ";TZID=GMT+01:00:2031-01-01T10:30:00",
    ";X-A=\"a:b;c\";TZID=Europe/Prague:20310101T103000.000", ";TZID=Europe/Prague:20310101T093000Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *events = g_strdup_printf (ENTRY ("a", "DTSTART%s\r\nDURATION:PT1H\r\n"), spellings[i]);
      g_autoptr (LanyardProgramme) programme = read_events (events);

      g_test_message ("%s", spellings[i]);
      assert_start (programme, "a", "2031-01-01T09:30:00Z");
    }
}

/* Zones that nothing describes, with old names, and described wrongly. */
static void
test_zones (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VTIMEZONE\r\nTZID:Europe/Prague\r\nBEGIN:STANDARD\r\nDTSTART:20310101T000000\r\nTZOFFSETFROM:+0900\r\n"
      "TZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Custom\r\nX-LIC-LOCATION:America/New_York\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nEND:VTIMEZONE\r\n" ENTRY ("a", "DTSTART;TZID=Europe/Prague:20310701T100000\r\n")
          ENTRY ("b", "DTSTART;TZID=Custom:20310701T100000\r\n") ENTRY ("c", "DTSTART;TZID=US/Pacific:20310701T100000\r\n")
              ENTRY ("d", "DTSTART;TZID=UTC:20310701T100000\r\n")
                  ENTRY ("e", "DTSTART;TZID=Mars/Base:20310701T100000\r\n"));

  assert_start (programme, "a", "2031-07-01T08:00:00Z");
  assert_start (programme, "b", "2031-07-01T14:00:00Z");
  assert_start (programme, "c", "2031-07-01T17:00:00Z");
  assert_start (programme, "d", "2031-07-01T10:00:00Z");
  assert_start (programme, "e", "2031-07-01T10:00:00Z");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_ZONE), ==, 1);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_DURATION), ==, 5);
}

/* Times without a zone are in the calendar's own, however it says it. */
static void
test_floating (void)
{
  static const char * const heads[] = {
    "X-WR-TIMEZONE:Asia/Tokyo\r\n", "X-WR-TIMEZONE;VALUE=TEXT:Asia/Tokyo\r\n", "VTIMEZONE:Asia/Tokyo\r\n",
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nEND:VTIMEZONE\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *events = g_strconcat (heads[i], ENTRY ("a", "DTSTART:20310101T100000\r\nDURATION:PT1H\r\n"), NULL);
      g_autoptr (LanyardProgramme) programme = read_events (events);

      assert_start (programme, "a", "2031-01-01T01:00:00Z");
      g_assert_cmpstr (conference_of (programme)->zone, ==, "Asia/Tokyo");
      g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_ZONE), ==, 0);
    }
}

static void
test_no_end (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("none", "DTSTART:20310101T100000Z\r\n") ENTRY ("duration", "DTSTART:20310101T100000Z\r\nDURATION:PT45M\r\n")
          ENTRY ("clock", "DTSTART:20310101T100000Z\r\nDURATION:1:30\r\n")
              ENTRY ("minutes", "DTSTART:20310101T100000Z\r\nDURATION:45\r\n")
                  ENTRY ("before", "DTSTART:20310101T100000Z\r\nDTEND:20310101T090000Z\r\n")
                      ENTRY ("bad", "DTSTART:20310101T100000Z\r\nDTEND:soon\r\nDURATION:PT1H\r\n"));

  g_assert_cmpuint (fields_of (programme, "none")->duration, ==, 0);
  g_assert_cmpuint (fields_of (programme, "duration")->duration, ==, 45 * 60);
  g_assert_cmpuint (fields_of (programme, "clock")->duration, ==, 90 * 60);
  g_assert_cmpuint (fields_of (programme, "minutes")->duration, ==, 45 * 60);
  g_assert_cmpuint (fields_of (programme, "before")->duration, ==, 0);
  g_assert_cmpuint (fields_of (programme, "bad")->duration, ==, 60 * 60);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_DURATION), ==, 2);
}

static void
test_no_start (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("none", "") ENTRY ("bad", "DTSTART:20311341T990000Z\r\n") ENTRY ("day", "DTSTART;VALUE=DATE:20310101\r\n")
          ENTRY ("old", "DTSTART:00010101T000000Z\r\n"));

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 4);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_START), ==, 3);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_ALL_DAY), ==, 1);
  g_assert_false (lanyard_item_is_scheduled (talk_of (programme, "day")));
}

/* Nothing is lost where UIDs repeat, and keys do not depend on which comes
 * first among those that have their own start. */
static void
test_same_uid (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("x", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\n") ENTRY ("x", "DTSTART:20310101T110000Z\r\nDURATION:PT1H\r\n")
          ENTRY ("x", "DTSTART:20310101T120000Z\r\nDURATION:PT1H\r\n")
              ENTRY ("x", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\n"));

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SAME_ID), ==, 2);
  assert_start (programme, "x", "2031-01-01T10:00:00Z");
  assert_start (programme, "x/1925031600", "2031-01-01T11:00:00Z");
}

/* A rule for every second is not followed, and that is not kept quiet; what is
 * written out is all there, and no id is there twice. */
static void
test_series (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("x", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=SECONDLY\r\n")
          ENTRY ("x", "RECURRENCE-ID:20310102T100000Z\r\nDTSTART:20310102T110000Z\r\nDURATION:PT1H\r\n")
              ENTRY ("x", "RECURRENCE-ID:20310103T100000Z\r\nDTSTART:20310103T110000Z\r\nDURATION:PT1H\r\n"));

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  assert_start (programme, "x/1925028000", "2031-01-01T10:00:00Z");
  assert_start (programme, "x/1925114400", "2031-01-02T11:00:00Z");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SAME_ID), ==, 0);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_REPEATS), ==, 1);
}

/* The conference itself is no talk that lies over all days. */
static void
test_conference_in_calendar (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VEVENT\r\nUID:all\r\nSUMMARY:TEST\r\nDTSTART:20310101T080000Z\r\nDTEND:20310103T180000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:days\r\nSUMMARY:Test\r\nDTSTART;VALUE=DATE:20310101\r\nDTEND;VALUE=DATE:20310104\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:talk\r\nSUMMARY:Test\r\nDTSTART:20310101T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  assert_start (programme, "talk", "2031-01-01T10:00:00Z");
}

static void
test_no_uid (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20310101T100000Z\r\nURL:https://example.org/a\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nSUMMARY:B\r\nDTSTART:20310101T100000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART:20310101T100000Z\r\nEND:VEVENT\r\n");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_nonnull (lanyard_programme_find_talk (programme, "https://example.org/a"));
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SKIPPED), ==, 1);
}

static void
test_html (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      ENTRY ("html", "DTSTART:20310101T100000Z\r\nDESCRIPTION:<p>One</p><p>Two</p>\r\n")
          ENTRY ("both", "DTSTART:20310101T100000Z\r\nDESCRIPTION:One\r\nX-ALT-DESC;FMTTYPE=text/html:<b>One</b>\\, two\r\n")
              ENTRY ("plain", "DTSTART:20310101T100000Z\r\nDESCRIPTION:1 < 2\r\n"));

  g_assert_cmpint (fields_of (programme, "html")->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpint (fields_of (programme, "both")->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (fields_of (programme, "both")->description, ==, "<b>One</b>, two");
  g_assert_cmpint (fields_of (programme, "plain")->description_format, ==, LANYARD_TEXT_MARKDOWN);
}

/* Speakers in all the places where producers put them. */
static void
test_speakers (void)
{
  static const struct
  {
    const char *lines;
    const char *names;
    const char *description;
  } cases[] = {
    { "ATTENDEE;CN=\"Moos, Erika\";ROLE=CHAIR:mailto:e@example.org\r\n", "Moos, Erika", NULL },
    { "ATTENDEE;CN=Erika Moos:invalid:nomail\r\nDESCRIPTION:von: Erika Moos\\n\\nText\r\n", "Erika Moos", "Text" },
    { "ATTENDEE;CN=e@example.org:mailto:e@example.org\r\nATTENDEE;CUTYPE=ROOM;CN=Hall:mailto:h@example.org\r\n", "", NULL },
    { "DESCRIPTION:Speaker: Erika Moos\\nText\r\n", "Erika Moos", "Text" },
    { "DESCRIPTION:Speakers: A B (X\\, Y)\\, C D and E F\\n\\nText\r\n", "A B\nC D\nE F", "Text" },
    { "DESCRIPTION:By: nobody\\, for this is a sentence that goes on and on and on and on and on and on and on and on and "
      "on and on until its end\r\n", "nobody", "" },
    { "DESCRIPTION:Text\\n\\nLink: https://example.org/talk\r\n", "", "Text" },
    { "DESCRIPTION:T\\nText\r\n", "", "Text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *events = g_strdup_printf (ENTRY ("a", "DTSTART:20310101T100000Z\r\n%s"), cases[i].lines);
      g_autoptr (LanyardProgramme) programme = read_events (events);
      g_autofree char *names = dup_names (fields_of (programme, "a")->credits);

      g_test_message ("%s", cases[i].lines);
      if (g_strcmp0 (cases[i].description, "") == 0)
        {
          /* Too long for a name: it stays a text. */
          g_assert_cmpstr (names, ==, "");
          g_assert_nonnull (fields_of (programme, "a")->description);
          continue;
        }
      g_assert_cmpstr (names, ==, cases[i].names);
      g_assert_cmpstr (fields_of (programme, "a")->description, ==, cases[i].description);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-calendar-mend/line-ends", test_line_ends);
  g_test_add_func ("/format-calendar-mend/garbage-around", test_garbage_around);
  g_test_add_func ("/format-calendar-mend/indented", test_indented);
  g_test_add_func ("/format-calendar-mend/cut-characters", test_cut_characters);
  g_test_add_func ("/format-calendar-mend/encodings", test_encodings);
  g_test_add_func ("/format-calendar-mend/bare-text", test_bare_text);
  g_test_add_func ("/format-calendar-mend/escapes", test_escapes);
  g_test_add_func ("/format-calendar-mend/spellings-of-time", test_spellings_of_time);
  g_test_add_func ("/format-calendar-mend/zones", test_zones);
  g_test_add_func ("/format-calendar-mend/floating", test_floating);
  g_test_add_func ("/format-calendar-mend/no-end", test_no_end);
  g_test_add_func ("/format-calendar-mend/no-start", test_no_start);
  g_test_add_func ("/format-calendar-mend/same-uid", test_same_uid);
  g_test_add_func ("/format-calendar-mend/series", test_series);
  g_test_add_func ("/format-calendar-mend/conference-in-calendar", test_conference_in_calendar);
  g_test_add_func ("/format-calendar-mend/no-uid", test_no_uid);
  g_test_add_func ("/format-calendar-mend/html", test_html);
  g_test_add_func ("/format-calendar-mend/speakers", test_speakers);
  return g_test_run ();
}
