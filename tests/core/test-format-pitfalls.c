/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What another conference program was seen to get wrong in schedules that are
 * found every day, each mistake tried here. What it loses once a schedule has
 * been read is in test-store-pitfalls.c and test-store-search.c. */

#include "config.h"

#include "calendar-helper.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-plan.h"

#define CONFERENCE \
  "<conference><title>Dune Days</title><acronym>dune2031</acronym><time_zone_name>Europe/Brussels</time_zone_name></conference>"

static LanyardProgramme *
read_days (const char *days)
{
  g_autofree char *text = g_strconcat ("<schedule>" CONFERENCE, days, "</schedule>", NULL);

  return read_text (text);
}

static void
assert_talk (LanyardProgramme *programme,
             const char       *title,
             const char       *start,
             const char       *end,
             const char       *room)
{
  for (guint i = 0; i < lanyard_programme_get_talks (programme)->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (lanyard_programme_get_talks (programme), i);

      if (strcmp (lanyard_item_get_title (talk), title) != 0)
        continue;
      g_assert_cmpint (lanyard_item_get_start (talk), ==, instant (start));
      g_assert_cmpint (lanyard_item_get_end (talk), ==, instant (end));
      g_assert_cmpstr (room_of (talk), ==, room);
      return;
    }
  g_error ("no talk “%s”", title);
}

/* The times of one talk have one id, and the last of them overwrites the
 * others. */
static void
test_same_id (void)
{
  g_autoptr (LanyardProgramme) programme = read_days (
      "<day date='2031-02-01'><room name='Hall'>"
      "<event id='7'><start>10:00</start><duration>01:00</duration><title>Tour one</title></event>"
      "<event id='7'><start>14:00</start><duration>01:00</duration><title>Tour two</title></event>"
      "</room></day>");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  assert_talk (programme, "Tour one", "2031-02-01T09:00:00Z", "2031-02-01T10:00:00Z", "Hall");
  assert_talk (programme, "Tour two", "2031-02-01T13:00:00Z", "2031-02-01T14:00:00Z", "Hall");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_SAME_ID), ==, 1);
}

/* Where events are right in the days, all days but the last are lost, and all
 * talks are in the room of the first. */
static void
test_no_rooms_around (void)
{
  g_autoptr (LanyardProgramme) programme = read_days (
      "<day date='2031-02-01'>"
      "<event id='1'><start>10:00</start><duration>01:00</duration><room>Hall</room><title>A</title></event>"
      "<event id='2'><start>11:00</start><duration>01:00</duration><room>Shed</room><title>B</title></event>"
      "</day><day date='2031-02-02'>"
      "<event id='3'><start>10:00</start><duration>01:00</duration><room>Barn</room><title>C</title></event>"
      "</day>");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  assert_talk (programme, "A", "2031-02-01T09:00:00Z", "2031-02-01T10:00:00Z", "Hall");
  assert_talk (programme, "B", "2031-02-01T10:00:00Z", "2031-02-01T11:00:00Z", "Shed");
  assert_talk (programme, "C", "2031-02-02T09:00:00Z", "2031-02-02T10:00:00Z", "Barn");
}

/* Times are taken for those of whoever reads them, as if half past nine in
 * Brussels were the same in New York, where this test is. */
static void
test_zone_of_the_reader (void)
{
  g_autoptr (LanyardProgramme) programme = read_days (
      "<day date='2031-02-01'><room name='Hall'>"
      "<event id='1'><start>09:30</start><duration>00:30</duration><title>Opening</title></event>"
      "</room></day>");
  g_autoptr (LanyardProgramme) calendar = read_events (
      "X-WR-TIMEZONE:Europe/Brussels\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Opening\r\nDTSTART:20310201T093000\r\n"
      "DTEND:20310201T100000\r\nLOCATION:Hall\r\nEND:VEVENT\r\n");
  g_autoptr (LanyardZone) here = lanyard_zone_new_local ();

  g_assert_cmpint (lanyard_zone_get_offset (here, instant ("2031-02-01T00:00:00Z")), ==, -5 * 60 * 60);
  assert_talk (programme, "Opening", "2031-02-01T08:30:00Z", "2031-02-01T09:00:00Z", "Hall");
  assert_talk (calendar, "Opening", "2031-02-01T08:30:00Z", "2031-02-01T09:00:00Z", "Hall");
}

/* What is after midnight stands below the day before, and is a day early. */
static void
test_after_midnight (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "<schedule><conference><title>Dune Days</title><day_change>04:00:00</day_change>"
      "<time_zone_name>Europe/Brussels</time_zone_name></conference><day date='2031-02-01'><room name='Hall'>"
      "<event id='1'><start>23:30</start><duration>01:00</duration><title>Late</title></event>"
      "<event id='2'><start>00:30</start><duration>01:00</duration><title>Later</title></event>"
      "</room></day></schedule>");

  assert_talk (programme, "Late", "2031-02-01T22:30:00Z", "2031-02-01T23:30:00Z", "Hall");
  assert_talk (programme, "Later", "2031-02-01T23:30:00Z", "2031-02-02T00:30:00Z", "Hall");
}

/* Two that overlap are told from each other's day only, so that what goes on
 * after midnight overlaps with nothing. */
static void
test_conflict_after_midnight (void)
{
  g_autoptr (LanyardProgramme) programme = read_text (
      "<schedule><conference><title>Dune Days</title><day_change>04:00:00</day_change>"
      "<time_zone_name>Europe/Brussels</time_zone_name></conference><day date='2031-02-01'><room name='Hall'>"
      "<event id='1'><start>23:30</start><duration>01:00</duration><title>Late</title></event></room><room name='Shed'>"
      "<event id='2'><start>00:15</start><duration>01:00</duration><title>Later</title></event>"
      "</room></day></schedule>");
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, 0));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "2", LANYARD_LEVEL_GOING, 0));
  decisions = lanyard_decisions_new (picks, NULL, NULL);
  plan = lanyard_plan_new (programme, decisions);
  conflicts = lanyard_conflicts_find (lanyard_plan_get_entries (plan), 0);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpint (((LanyardConflict *) conflicts->pdata[0])->start, ==, instant ("2031-02-01T23:15:00Z"));
  g_assert_cmpint (((LanyardConflict *) conflicts->pdata[0])->end, ==, instant ("2031-02-01T23:30:00Z"));
}

/* Durations that are not "HH:MM" are misread, or end the reading. */
static void
test_durations (void)
{
  g_autoptr (LanyardProgramme) programme = read_days (
      "<day date='2031-02-01'><room name='Hall'>"
      "<event id='1'><start>09:00</start><duration>45</duration><title>Minutes</title></event>"
      "<event id='2'><start>10:00</start><duration>1:30</duration><title>Short</title></event>"
      "<event id='3'><start>12:00</start><duration>01:30:00</duration><title>Seconds</title></event>"
      "<event id='4'><start>14:00</start><duration>6944:11:40</duration><title>Absurd</title></event>"
      "<event id='5'><start>15:00</start><duration>an hour</duration><title>Words</title></event>"
      "</room></day>");

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 5);
  assert_talk (programme, "Minutes", "2031-02-01T08:00:00Z", "2031-02-01T08:45:00Z", "Hall");
  assert_talk (programme, "Short", "2031-02-01T09:00:00Z", "2031-02-01T10:30:00Z", "Hall");
  assert_talk (programme, "Seconds", "2031-02-01T11:00:00Z", "2031-02-01T12:30:00Z", "Hall");
  assert_talk (programme, "Words", "2031-02-01T14:00:00Z", "2031-02-01T14:00:00Z", "Hall");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_DURATION), >=, 1);
}

/* A day of "1:02:30" is a day, two hours and a half, not one hour. */
static void
test_days_of_duration (void)
{
  g_autoptr (LanyardProgramme) programme = read_days (
      "<day date='2031-02-01'><room name='Hall'>"
      "<event id='1'><start>09:00</start><duration>1:02:30</duration><title>Long</title></event>"
      "</room></day>");

  assert_talk (programme, "Long", "2031-02-01T08:00:00Z", "2031-02-02T10:30:00Z", "Hall");
}

/* Calendars' entries without a place or an end are dropped. */
static void
test_bare_entries (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:No place\r\nDTSTART:20310201T093000Z\r\nDTEND:20310201T100000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:No end\r\nDTSTART:20310201T093000Z\r\nLOCATION:Hall\r\nEND:VEVENT\r\n");

  assert_talk (programme, "No place", "2031-02-01T09:30:00Z", "2031-02-01T10:00:00Z", NULL);
  assert_talk (programme, "No end", "2031-02-01T09:30:00Z", "2031-02-01T09:30:00Z", "Hall");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/New_York", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-pitfalls/same-id", test_same_id);
  g_test_add_func ("/format-pitfalls/no-rooms-around", test_no_rooms_around);
  g_test_add_func ("/format-pitfalls/zone-of-the-reader", test_zone_of_the_reader);
  g_test_add_func ("/format-pitfalls/after-midnight", test_after_midnight);
  g_test_add_func ("/format-pitfalls/conflict-after-midnight", test_conflict_after_midnight);
  g_test_add_func ("/format-pitfalls/durations", test_durations);
  g_test_add_func ("/format-pitfalls/days-of-duration", test_days_of_duration);
  g_test_add_func ("/format-pitfalls/bare-entries", test_bare_entries);
  return g_test_run ();
}
