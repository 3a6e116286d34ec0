/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars that break off, that nobody writes, or that are none: they end soon,
 * leave the rest as it is, and what is no calendar is refused with its reason. */

#include "calendar-helper.h"

#define ENTRY(uid, rest) "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:T\r\n" rest "END:VEVENT\r\n"

/* A file that breaks off gives what is whole in it. */
static void
test_cut_off (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "BEGIN:VCALENDAR\r\n" ENTRY ("a", "DTSTART:20310101T100000Z\r\nDURATION:PT1H\r\n") "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Ha");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_CUT_OFF), ==, 1);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SKIPPED), ==, 1);
}

/* Components that are never closed, or not where they should be. */
static void
test_unclosed (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:A\r\nDTSTART:20310101T100000Z\r\nBEGIN:VALARM\r\nDESCRIPTION:No\r\n"
      "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:B\r\nDTSTART:20310101T110000Z\r\nEND:VEVENT\r\nEND:VEVENT\r\n"
      "BEGIN:VTODO\r\nUID:todo\r\nSUMMARY:No\r\nEND:VTODO\r\n");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_null (fields_of (programme, "a")->description);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_MENDED), ==, 1);
}

/* Things that nobody writes, in numbers that somebody might send: they end soon
 * and leave the rest as it is. */
static void
test_excess (void)
{
  static const struct
  {
    const char *begin;
    const char *again;
    const char *end;
  } cases[] = {
    { "DESCRIPTION:", "word\\; ", "\r\n" },
    { "DESCRIPTION:Speakers: ", "Ann, ", "\r\n" },
    { "DESCRIPTION:", "x\r\n ", "\r\n" },
    { "", "ATTENDEE;CN=Ann:mailto:a@example.org\r\n", "" },
    { "ATTENDEE", ";CN=x", ":mailto:a@example.org\r\n" },
    { "CATEGORIES:a", ",a", "\r\n" },
    { "", "CATEGORIES:a,b,c\r\n", "" },
    { "DTEND", ":", "\r\n" },
    { "DTEND;TZID=", "/x", ":20310101T100000\r\n" },
    { "", "SUMMARY:T\r\n", "" },
    { "", "BEGIN:VALARM\r\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) events = g_string_new (ENTRY ("a", "DTSTART:20310101T100000Z\r\n") "BEGIN:VEVENT\r\nUID:b\r\n"
                                                 "SUMMARY:B\r\nDTSTART:20310101T100000Z\r\n");
      g_autoptr (LanyardProgramme) programme = NULL;
      gint64 began = g_get_monotonic_time ();

      g_string_append (events, cases[i].begin);
      while (events->len < 1000 * 1000)
        g_string_append (events, cases[i].again);
      g_string_append_printf (events, "%sEND:VEVENT\r\n", cases[i].end);
      programme = read_events (events->str);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
      g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
    }
}

/* What stands in one value of XML comes from that one alone. */
static void
test_xml_line_ends (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "<iCalendar><vcalendar><vevent><uid>a</uid><dtstart><parameters><tzid><text>Europe/Prague&#10;SUMMARY:No</text></tzid>"
      "</parameters><date-time>20310101T100000</date-time></dtstart><summary>A&#13;&#10;END:VEVENT</summary>"
      "<location>Hall&#10;UID:b</location></vevent></vcalendar></iCalendar>");

  g_assert_cmpstr (lanyard_item_get_title (talk_of (programme, "a")), ==, "A END:VEVENT");
  g_assert_cmpstr (room_of (talk_of (programme, "a")), ==, "Hall UID:b");
}

/* The same of XML, which libxml2 would look at again and again. */
static void
test_excess_of_xml (void)
{
  static const char * const pieces[] = { " a=''", "<a", "<a b='>' ", "<vevent>", "&amp;", "&x;", "]]>", "<![CDATA[", "<!--" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("<iCalendar><vcalendar><vevent><uid>a</uid><summary>A</summary></vevent><vevent x='y'");
      g_autoptr (LanyardProgramme) programme = NULL;
      gint64 began = g_get_monotonic_time ();

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      programme = read_bytes (text->str, text->len, NULL);
      g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
    }
}

static void
assert_refused (const char         *text,
                LanyardFormatError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_bytes (text, strlen (text), &error);

  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, (int) code);
}

static void
test_refused (void)
{
  assert_refused ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_refused ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", LANYARD_FORMAT_ERROR_MALFORMED);
  assert_refused ("<iCalendar><vcalendar></vcalendar></iCalendar>", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_refused ("<iCalendar><vcalendar><vevent>", LANYARD_FORMAT_ERROR_MALFORMED);
  assert_refused ("<html><body>BEGIN:VCALENDAR is how calendars begin</body></html>", LANYARD_FORMAT_ERROR_WEB_PAGE);
}

/* XML's own weapons do nothing, and what stands beside them is read. */
static void
test_xml_entities (void)
{
  static const char text[] =
      "<?xml version=\"1.0\"?><!DOCTYPE iCalendar [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<iCalendar><vcalendar><vevent><uid>a</uid><summary>A&c;&x;B &amp; C</summary><dtstart>20310101T100000Z</dtstart>"
      "</vevent></vcalendar></iCalendar>";
  g_autoptr (LanyardProgramme) programme = read_text (text);

  g_assert_cmpstr (lanyard_item_get_title (talk_of (programme, "a")), ==, "A&c;&x;B & C");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_MENDED), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-calendar-bad/cut-off", test_cut_off);
  g_test_add_func ("/format-calendar-bad/unclosed", test_unclosed);
  g_test_add_func ("/format-calendar-bad/excess", test_excess);
  g_test_add_func ("/format-calendar-bad/excess-of-xml", test_excess_of_xml);
  g_test_add_func ("/format-calendar-bad/refused", test_refused);
  g_test_add_func ("/format-calendar-bad/xml-line-ends", test_xml_line_ends);
  g_test_add_func ("/format-calendar-bad/xml-entities", test_xml_entities);
  return g_test_run ();
}
