/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What repeats in a calendar, and what lasts whole days: when each is, what it
 * is known by, and how little a hostile rule can do. */

#include "config.h"

#include "calendar-helper.h"

#define RECURRING "recurring.ics"
#define ZONE "Atlantic/Faroe"

/* Where in the text that is read. */
#define CALENDAR(entries) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Test\r\n" entries "END:VCALENDAR\r\n"
#define SERIES(uid, rest) \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:Series\r\nDTSTART:20310101T100000Z\r\nDURATION:PT1H\r\n" rest "END:VEVENT\r\n"
#define SINGLE(uid, start) \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:Single\r\nDTSTART:" start "\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"

static char *
dup_stamp (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);

  return g_date_time_format (time, "%Y-%m-%dT%H:%MZ");
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  gint64 first = lanyard_item_get_start (*(LanyardItem **) a);
  gint64 second = lanyard_item_get_start (*(LanyardItem **) b);

  return (first > second) - (first < second);
}

/* The starts of all that has a title, in order, in UTC. */
static char *
dup_starts (LanyardProgramme *programme,
            const char       *title)
{
  GPtrArray *all[] = { lanyard_programme_get_talks (programme), lanyard_programme_get_breaks (programme) };
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GString) starts = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < all[i]->len; j++)
      if (g_str_equal (lanyard_item_get_title (g_ptr_array_index (all[i], j)), title))
        g_ptr_array_add (items, g_ptr_array_index (all[i], j));
  g_ptr_array_sort (items, compare_starts);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 start = lanyard_item_get_start (g_ptr_array_index (items, i));
      g_autofree char *stamp = start != LANYARD_NO_TIME ? dup_stamp (start) : g_strdup ("-");

      g_string_append_printf (starts, "%s%s", i > 0 ? " " : "", stamp);
    }
  return g_string_free_and_steal (g_steal_pointer (&starts));
}

/* On the Faroes summer time ends in the night to 26 October 2031: 10:00 is 09:00
 * UTC before, and 10:00 UTC after. */
static void
test_table (gconstpointer file)
{
  static const struct
  {
    const char *title;
    const char *starts;
  } table[] = {
    { "Opening", "2031-10-24T09:00Z" },
    { "Coffee Break", "2031-10-24T14:00Z 2031-10-25T14:00Z 2031-10-26T15:00Z 2031-10-27T15:00Z 2031-10-28T15:00Z" },
    { "Morning Round", "2031-10-24T08:00Z 2031-10-25T08:00Z 2031-10-27T09:30Z 2031-10-28T09:00Z" },
    { "Laptop Clinic", "2031-10-24T12:00Z 2031-10-27T14:00Z 2031-10-28T12:00Z 2031-10-28T14:00Z" },
    { "Cliff Tour", "2031-10-25T06:00Z 2031-10-26T07:00Z" },
    { "Hacking Days", "-" },
    { "Deadline for Posters", "-" },
  };
  g_autoptr (LanyardProgramme) programme = read_files ((const char *[]) { file, NULL }, ZONE);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *starts = dup_starts (programme, table[i].title);

      g_test_message ("%s", table[i].title);
      g_assert_cmpstr (starts, ==, table[i].starts);
    }
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 5);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 14);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_REPEATS), ==, 0);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SKIPPED), ==, 0);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SAME_ID), ==, 0);
}

/* A day that is taken out is one of the calendar's own, also where the clock was
 * changed meanwhile and a time is near midnight. */
static void
test_days_left_out (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (CALENDAR (
      "BEGIN:VEVENT\r\nUID:late\r\nSUMMARY:Late\r\nDTSTART;TZID=Atlantic/Faroe:20311024T233000\r\nDURATION:PT15M\r\n"
      "RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;VALUE=DATE:20311027\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:early\r\nSUMMARY:Early\r\nDTSTART;TZID=Atlantic/Faroe:20310328T003000\r\nDURATION:PT15M\r\n"
      "RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;VALUE=DATE:20310331\r\nEND:VEVENT\r\n"));
  g_autofree char *late = dup_starts (programme, "Late");
  g_autofree char *early = dup_starts (programme, "Early");

  g_assert_cmpstr (late, ==, "2031-10-24T22:30Z 2031-10-25T22:30Z 2031-10-26T23:30Z 2031-10-28T23:30Z");
  g_assert_cmpstr (early, ==, "2031-03-28T00:30Z 2031-03-29T00:30Z 2031-03-30T00:30Z 2031-03-31T23:30Z");
}

/* Rules in xCal have no other bounds, wherever their parts stand. */
static void
test_rules_in_xcal (void)
{
  static const struct
  {
    const char *rule;
    guint n_talks;
  } table[] = {
    { "FREQ=DAILY;COUNT=3", 3 },
    { " FREQ=DAILY;\n COUNT=3 ", 3 },
    { "FREQ=DAILY;UNTIL=2031-01-03T10:00:00Z;BYDAY=-WE,TH,FR", 1 },
    { "FREQ=DAILY;UNTIL=2031-01-03T10:00:00Z;BYDAY=WE,FR", 2 },
    { "<recur><freq>DAILY</freq><count>3</count></recur>", 3 },
    { "<freq>DAILY</freq><count>3</count>", 3 },
    { "<recur><freq>WEEKLY</freq><until>2031-01-10</until><byday>WE</byday><byday>FR</byday></recur>", 4 },
    { "<recur><freq>MONTHLY</freq><count>3</count><byday>1WE</byday><byday>-1SU</byday></recur>", 3 },
    { "<recur><freq>DAILY</freq><count>201</count></recur>", 200 },
    { "<recur><freq>SECONDLY</freq><count>99999999</count></recur>", 1 },
    { "<recur><until>2031-01-10</until></recur>", 1 },
    { "<recur><freq/></recur>", 1 },
    { "<recur/>", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<icalendar><vcalendar><vevent><uid>x</uid><summary>Series</summary><dtstart>20310101T100000Z</dtstart>"
          "<duration>PT1H</duration><rrule>%s</rrule></vevent></vcalendar></icalendar>", table[i].rule);
      g_autoptr (LanyardProgramme) programme = NULL;

      g_test_message ("%s", table[i].rule);
      programme = read_text (text);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, table[i].n_talks);
    }
}

/* The rule of a zone that only its description tells. */
static void
test_zone_in_xcal (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "<icalendar><vcalendar><components>"
      "<vtimezone><properties><tzid><text>Puffin Time</text></tzid></properties><components>"
      "<standard><properties><dtstart><date-time>2000-10-29T02:00:00</date-time></dtstart>"
      "<rrule><recur><freq>YEARLY</freq><byday>-1SU</byday><bymonth>10</bymonth></recur></rrule>"
      "<tzoffsetfrom><utc-offset>+01:00</utc-offset></tzoffsetfrom>"
      "<tzoffsetto><utc-offset>+00:00</utc-offset></tzoffsetto></properties></standard>"
      "<daylight><properties><dtstart><date-time>2000-03-26T01:00:00</date-time></dtstart>"
      "<rrule><recur><freq>YEARLY</freq><byday>-1SU</byday><bymonth>3</bymonth></recur></rrule>"
      "<tzoffsetfrom><utc-offset>+00:00</utc-offset></tzoffsetfrom>"
      "<tzoffsetto><utc-offset>+01:00</utc-offset></tzoffsetto></properties></daylight>"
      "</components></vtimezone>"
      "<vevent><properties><uid><text>x</text></uid><summary><text>Series</text></summary>"
      "<dtstart><parameters><tzid><text>Puffin Time</text></tzid></parameters><date-time>2031-10-24T10:00:00</date-time></dtstart>"
      "<rrule><recur><freq>DAILY</freq><count>4</count></recur></rrule></properties></vevent>"
      "</components></vcalendar></icalendar>");
  g_autofree char *starts = dup_starts (programme, "Series");

  g_assert_cmpstr (starts, ==, "2031-10-24T09:00Z 2031-10-25T09:00Z 2031-10-26T10:00Z 2031-10-27T10:00Z");
}

/* However many parts a rule has, it does not take long. */
static void
test_endless_rule_in_xcal (void)
{
  g_autoptr (GString) text = g_string_new ("<icalendar><vcalendar><vevent><uid>x</uid><summary>Series</summary>"
                                           "<dtstart>20310101T100000Z</dtstart><rrule><recur>");
  g_autoptr (LanyardProgramme) programme = NULL;
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < 500 * 1000; i++)
    g_string_append (text, "<freq/>");
  g_string_append (text, "</recur></rrule></vevent></vcalendar></icalendar>");
  programme = read_text (text->str);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_USEC_PER_SEC);
}

/* Each time is known by when it is by the rule, so that taking one out, or
 * moving one, does not make others of the rest. */
static void
test_keys (void)
{
  g_autoptr (LanyardProgramme) programme = read_file (RECURRING);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "calendar", RECURRING, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (LanyardProgramme) again = NULL;
  LanyardTalk *moved = lanyard_programme_find_talk (programme, "standup@puffin.example.org/1950858000");

  g_assert_nonnull (moved);
  g_assert_cmpstr (lanyard_room_get_name (lanyard_item_get_room (LANYARD_ITEM (moved))), ==, "Loft");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_string_replace (changed, "EXDATE;TZID=Atlantic/Faroe:20311026T090000", "EXDATE;TZID=Atlantic/Faroe:20311024T090000", 0);
  again = read_text (changed->str);
  g_assert_nonnull (lanyard_programme_find_talk (programme, "standup@puffin.example.org/1950595200"));
  g_assert_null (lanyard_programme_find_talk (again, "standup@puffin.example.org/1950595200"));
  g_assert_nonnull (lanyard_programme_find_talk (programme, "standup@puffin.example.org/1950681600"));
  g_assert_nonnull (lanyard_programme_find_talk (again, "standup@puffin.example.org/1950681600"));
}

/* Each time has what the entry has. */
static void
test_copies (void)
{
  g_autoptr (LanyardProgramme) programme = read_file (RECURRING);
  const LanyardTalkFields *fields =
      lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "standup@puffin.example.org/1950595200"));

  g_assert_cmpuint (fields->links->len, ==, 1);
  g_assert_cmpint (fields->item.end - fields->item.start, ==, 15 * 60);
  g_assert_cmpstr (lanyard_room_get_name (fields->item.room), ==, "Hall");
}

/* A whole day is no time in a timetable; which it is, is told. */
static void
test_all_day (void)
{
  g_autoptr (LanyardProgramme) programme = read_file (RECURRING);
  LanyardTalk *hack = lanyard_programme_find_talk (programme, "hack@puffin.example.org");
  LanyardTalk *deadline = lanyard_programme_find_talk (programme, "deadline@puffin.example.org");

  g_assert_false (lanyard_item_is_scheduled (LANYARD_ITEM (hack)));
  g_assert_cmpstr (lanyard_talk_get_fields (hack)->subtitle, ==, "2031-10-29 – 2031-10-30");
  g_assert_cmpstr (lanyard_talk_get_fields (deadline)->subtitle, ==, "2031-10-01");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_ALL_DAY), ==, 2);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_START), ==, 0);
}

/* What a rule gives, whatever it says: how many entries, and how many remarks. */
static void
test_bounds (void)
{
  static const struct
  {
    const char *text;
    guint n_talks;
    guint n_remarks;
  } table[] = {
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;COUNT=3\r\n")), 3, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;COUNT=200\r\n")), 200, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;COUNT=201\r\n")), 200, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;UNTIL=20991231\r\n")), 200, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY\r\n")), 50, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY\r\n") SINGLE ("y", "20310105T100000Z")), 6, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=SECONDLY\r\n")), 1, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=MINUTELY;COUNT=99999999\r\n")), 1, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30\r\n")), 1, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYSECOND=1,2,3\r\n")), 1, 1 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n")), 1, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;UNTIL=20301231T000000Z\r\n")), 1, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2\r\n")), 1, 0 },
    { CALENDAR (SERIES ("x", "RRULE:milk and bread\r\n")), 1, 0 },
    { CALENDAR (SERIES ("x", "RDATE:20310102T100000Z,20310103T100000Z/PT2H,milk\r\n")), 3, 0 },
    { CALENDAR (SERIES ("x", "RRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:20310101T100000Z,20310102T100000Z\r\n")
                    SINGLE ("y", "20310105T100000Z")), 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (LanyardProgramme) programme = NULL;

      g_test_message ("%s", strstr (table[i].text, "DURATION"));
      programme = read_text (table[i].text);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, table[i].n_talks);
      g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_REPEATS), ==, table[i].n_remarks);
    }
}

/* Many rules, of which each would take long, are given up after a few. */
static void
test_many (void)
{
  static const char * const rules[] = {
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=200", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-366", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Test\r\n");
      g_autoptr (LanyardProgramme) programme = NULL;
      gint64 begin = g_get_monotonic_time ();
      guint n;

      for (guint j = 0; j < 2000; j++)
        g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:%u\r\nSUMMARY:Series\r\nDTSTART:20310101T100000Z\r\n"
                                      "DURATION:PT1H\r\nRRULE:%s\r\nEND:VEVENT\r\n", j, rules[i]);
      g_string_append (text, "END:VCALENDAR\r\n");
      programme = read_text (text->str);
      n = lanyard_programme_get_talks (programme)->len;
      g_test_message ("%s: %u talks, %" G_GINT64_FORMAT " ms", rules[i], n, (g_get_monotonic_time () - begin) / 1000);
      g_assert_cmpuint (n, >=, 2000);
      g_assert_cmpuint (n, <=, 12000);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/format-calendar-recurrence/table/icalendar", RECURRING, test_table);
  g_test_add_data_func ("/format-calendar-recurrence/table/xcal-standard", "recurring-rfc6321.xcal", test_table);
  g_test_add_data_func ("/format-calendar-recurrence/table/xcal-pentabarf", "recurring-pentabarf.xcal", test_table);
  g_test_add_func ("/format-calendar-recurrence/xcal/rules", test_rules_in_xcal);
  g_test_add_func ("/format-calendar-recurrence/xcal/zone", test_zone_in_xcal);
  g_test_add_func ("/format-calendar-recurrence/xcal/endless", test_endless_rule_in_xcal);
  g_test_add_func ("/format-calendar-recurrence/days-left-out", test_days_left_out);
  g_test_add_func ("/format-calendar-recurrence/keys", test_keys);
  g_test_add_func ("/format-calendar-recurrence/copies", test_copies);
  g_test_add_func ("/format-calendar-recurrence/all-day", test_all_day);
  g_test_add_func ("/format-calendar-recurrence/bounds", test_bounds);
  g_test_add_func ("/format-calendar-recurrence/many", test_many);

  return g_test_run ();
}
