/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open Event, Electromagnetic Field, and FOSDEM's JSON for chat rooms. Instants
 * are those of `date -ud … +%s`. */

#include "config.h"

#include "feed-documents.h"

static void
test_open_event (void)
{
  LanyardReadOptions options = { .zone = "Asia/Singapore", .address = "https://harbour.example/sessions.json" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "open-event/sessions.json", NULL);
  const LanyardTalkFields *ropes = talk_of (programme, "RO-01");
  LanyardPerson *ada = ((LanyardCredit *) ropes->credits->pdata[0])->person;

  g_assert_cmpstr (conference_of (programme)->title, ==, "Conference at harbour.example");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Asia/Singapore");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  assert_time (ropes, 1930701600, 1930704300); /* 2031-03-08 02:00, 02:45 */
  g_assert_cmpstr (ropes->subtitle, ==, "And knots");
  g_assert_cmpstr (ropes->type, ==, "Talk of 45 minutes");
  g_assert_cmpint (ropes->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (lanyard_session_get_title (ropes->item.session), ==, "Craft");
  g_assert_cmpstr (lanyard_session_get_fields (ropes->item.session)->color, ==, "#bada55");
  g_assert_cmpuint (ropes->credits->len, ==, 1);
  g_assert_cmpstr (lanyard_person_get_affiliation (ada), ==, "Rope Guild");
  g_assert_cmpstr (lanyard_person_get_biography (ada, NULL), ==, "Ada ties knots.");
  assert_link (ropes->links, 0, LANYARD_LINK_SLIDES, "https://ropes.example/s.pdf", NULL);
  assert_link (ropes->links, 1, LANYARD_LINK_RECORDING, "https://videos.example/1", NULL);
  g_assert_cmpint (talk_of (programme, "RO-02")->item.start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 1);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 1);
}

static void
test_eventyay (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "open-event/event.json", NULL);
  const LanyardTalkFields *nets = talk_of (programme, "5");

  g_assert_cmpstr (conference_of (programme)->title, ==, "Harbour Days");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Asia/Singapore");
  g_assert_cmpstr (conference_of (programme)->venue, ==, "Old Pier");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:harbour days/2031");
  assert_time (nets, 1930701600, 1930703400); /* 2031-03-08 02:00, 02:30 */
  g_assert_cmpstr (lanyard_room_get_name (nets->item.room), ==, "Loft");
  g_assert_cmpstr (nets->type, ==, "Talk");
  g_assert_cmpstr (nets->description, ==, "About nets.\n\nNets and more.");
}

static void
test_field (void)
{
  LanyardReadOptions options = { .zone = "Asia/Tokyo" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "emf/schedule.json", NULL);
  const LanyardTalkFields *ropes = talk_of (programme, "7");
  const LanyardTalkFields *walk = talk_of (programme, "-3");

  g_assert_cmpstr (conference_of (programme)->title, ==, "Electromagnetic Field 2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Europe/London");
  assert_time (ropes, 1937984400, 1937986200); /* 2031-05-31 09:00, 09:30 */
  g_assert_cmpstr (lanyard_room_get_name (ropes->item.room), ==, "Stage A");
  g_assert_cmpstr (ropes->url, ==, "https://www.emfcamp.org/schedule/2031/7-ropes");
  g_assert_cmpuint (ropes->credits->len, ==, 3);
  assert_person (ropes, 2, LANYARD_ROLE_SPEAKER, "n:Cai and Friends", "Cai and Friends");
  g_assert_false (ropes->is_unrecorded);
  assert_link (ropes->links, 0, LANYARD_LINK_RECORDING, "https://media.ccc.de/v/x", NULL);
  assert_link (ropes->links, 2, LANYARD_LINK_WEB, "https://map.emfcamp.org/#18/52.0/-2.3", "Map");

  assert_time (walk, 1938036600, 1938040200); /* 2031-05-31 23:30, 2031-06-01 00:30 */
  g_assert_true (walk->is_unrecorded);
  g_assert_cmpstr (walk->description, ==, "Cost: £2 for 100%s fun\n\nEquipment: A lamp\n\nAge range: All");
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 1);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_ZONE), ==, 0);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 1);

  assert_time (talk_of (programme, "10"), 1874912400, 1874914200); /* 2029-05-31 09:00, 09:30 */
  g_assert_cmpint (conference_of (programme)->start, ==, 1937984400);
  g_assert_cmpint (conference_of (programme)->end, ==, 1938040200);
}

/* Another camp with the same software: its zone is not known. */
static void
test_other_field (void)
{
  static const char *text = "[{'id':1,'title':'T','start_date':'2031-03-08 10:00:00','end_date':'2031-03-08 11:00:00','venue':'A'}]";
  LanyardReadOptions options = { .zone = "Asia/Tokyo" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) somewhere = read_written (NULL, text, &error);
  g_autoptr (LanyardProgramme) in_tokyo = read_written (&options, text, &error);

  g_assert_no_error (error);
  assert_time (talk_of (somewhere, "1"), 1930730400, 1930734000); /* 10:00, 11:00 */
  assert_time (talk_of (in_tokyo, "1"), 1930698000, 1930701600);  /* 01:00, 02:00 */
  g_assert_cmpuint (remarks_of (somewhere, LANYARD_REMARK_NO_ZONE), ==, 1);
  g_assert_cmpuint (remarks_of (in_tokyo, LANYARD_REMARK_NO_ZONE), ==, 1);
}

static void
test_matrix (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "fosdem-matrix/matrix.json", NULL);
  const LanyardTalkFields *ropes = talk_of (programme, "3");
  const LanyardSessionFields *craft = session_of (programme, "track:craft");

  g_assert_cmpstr (conference_of (programme)->title, ==, "FOSDEM 2031");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:fosdem.org/fosdem-2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Europe/Brussels");
  assert_time (ropes, 1927701000, 1927702800); /* 2031-02-01 08:30, 09:00 */
  g_assert_cmpuint (ropes->credits->len, ==, 2);
  assert_person (ropes, 0, LANYARD_ROLE_SPEAKER, "4", "Ada Pint");
  assert_person (ropes, 1, LANYARD_ROLE_LEAD, "5", "Cai Holm");
  g_assert_cmpstr (craft->title, ==, "Craft devroom");
  g_assert_cmpstr (craft->type, ==, "devroom");
  g_assert_cmpuint (craft->leads->len, ==, 1);
  g_assert_cmpint (talk_of (programme, "4")->item.start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (talk_of (programme, "4")->duration, ==, 2700);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-others/open-event", test_open_event);
  g_test_add_func ("/json-others/eventyay", test_eventyay);
  g_test_add_func ("/json-others/field", test_field);
  g_test_add_func ("/json-others/other-field", test_other_field);
  g_test_add_func ("/json-others/matrix", test_matrix);
  return g_test_run ();
}
