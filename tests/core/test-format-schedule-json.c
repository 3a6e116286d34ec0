/* SPDX-License-Identifier: GPL-3.0-or-later */

/* schedule.json: version 1 as frab and pretalx write it and as it is found in
 * the wild, version 2 as the CCC's hub does. Instants are those of
 * `date -ud … +%s`. */

#include "config.h"

#include "feed-documents.h"

#define LONG_GUID(n) "6f1de7a0-0000-4000-8000-0000000000" n

static const char * const german[] = { "de_AT.UTF-8", "en", NULL };
static const char * const portuguese[] = { "pt_BR", NULL };

static void
test_frab (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "schedule-json/frab.json", NULL);
  const LanyardTalkFields *ropes = talk_of (programme, LONG_GUID ("11"));

  g_assert_cmpstr (conference_of (programme)->title, ==, "Harbour Days 2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Europe/Lisbon");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:harbour.example/hd2031");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 5);

  g_assert_cmpstr (ropes->item.title, ==, "Ropes for everybody");
  assert_time (ropes, 1930730400, 1930733100); /* 2031-03-08 10:00, 10:45 */
  g_assert_cmpstr (lanyard_room_get_name (ropes->item.room), ==, "Pier");
  g_assert_cmpstr (ropes->subtitle, ==, "And knots");
  g_assert_cmpstr (lanyard_session_get_title (ropes->item.session), ==, "Craft");
  g_assert_cmpstr (ropes->type, ==, "lecture");
  g_assert_cmpstr (ropes->language, ==, "en");
  g_assert_cmpstr (ropes->url, ==, "https://harbour.example/2031/Fahrplan/events/11.html");
  g_assert_cmpstr (ropes->description, ==, "All about ropes.\n\nBring one.");
  g_assert_true (ropes->is_unrecorded);
  assert_person (ropes, 0, LANYARD_ROLE_SPEAKER, "501", "Ada Pint");
  assert_person (ropes, 1, LANYARD_ROLE_SPEAKER, "502", "Bo Ærø");
  g_assert_cmpuint (ropes->links->len, ==, 2);
  assert_link (ropes->links, 0, LANYARD_LINK_WEB, "https://ropes.example/", "Rope shop");
  assert_link (ropes->links, 1, LANYARD_LINK_SLIDES,
               "https://harbour.example/2031/Fahrplan/system/event_attachments/attachments/1/original/ropes.pdf?7", "Slides");
}

/* After midnight, without a date, in a day that goes on until four. */
static void
test_midnight (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "schedule-json/frab.json", NULL);
  const LanyardTalkFields *watch = talk_of (programme, LONG_GUID ("12"));
  const LanyardTalkFields *song = talk_of (programme, "13");

  assert_time (watch, 1930782600, 1930786200); /* 2031-03-09 00:30, 01:30 */
  g_assert_cmpint (watch->description_format, ==, LANYARD_TEXT_HTML);
  assert_person (watch, 0, LANYARD_ROLE_SPEAKER, "503", "Cai Holm");
  assert_link (watch->links, 0, LANYARD_LINK_WEB, "https://watch.example/live", NULL);
  assert_time (song, 1930785300, 1930788000); /* 2031-03-09 01:15, 02:00 */
  g_assert_cmpstr (lanyard_room_get_name (song->item.room), ==, "Pier");
  g_assert_null (song->item.session);
  g_assert_cmpuint (song->credits->len, ==, 1);
}

/* An event before the day begins is on the date after it only if the day goes
 * on for so long. */
static void
test_long_days (void)
{
  static const struct
  {
    const char *start;
    gint64 instant;
  } cases[] = {
    { "08:59", 1930726740 }, /* 2031-03-08 08:59 */
    { "09:00", 1930726800 }, /* 2031-03-08 09:00 */
    { "04:00", 1930795200 }, /* 2031-03-09 04:00 */
    { "00:00", 1930780800 }, /* 2031-03-09 00:00 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{'schedule':{'conference':{'title':'T','time_zone_name':'UTC','days':[{'date':'2031-03-08',"
          "'day_start':'2031-03-08T09:00:00Z','day_end':'2031-03-09T04:00:00Z',"
          "'rooms':{'A':[{'id':1,'title':'T','start':'%s'}]}}]}}}", cases[i].start);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_written (NULL, text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (talk_of (programme, "1")->item.start, ==, cases[i].instant);
    }
}

/* Nothing is silently dropped. */
static void
test_remarks (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "schedule-json/frab.json", NULL);
  const LanyardTalkFields *again = talk_of (programme, LONG_GUID ("12") "/2031-03-09T11:00:00+00:00");
  const LanyardTalkFields *unsettled = talk_of (programme, "14");

  assert_time (again, 1930820400, 1930820400); /* 2031-03-09 11:00 */
  g_assert_null (again->item.session);
  g_assert_cmpint (unsettled->item.start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (unsettled->duration, ==, 1800);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_SAME_ID), ==, 1);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_DURATION), ==, 1);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 1);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_ZONE), ==, 0);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 2);
}

static void
test_pretalx (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "schedule-json/pretalx.json", NULL);
  const LanyardTalkFields *way = talk_of (programme, "b0000000-0000-5000-8000-000000000001");
  const LanyardTalkFields *after = talk_of (programme, "b0000000-0000-5000-8000-000000000002");
  LanyardTextFormat format;
  LanyardPerson *dee;

  g_assert_cmpstr (conference_of (programme)->zone, ==, "Canada/Newfoundland");
  g_assert_cmpstr (conference_of (programme)->url, ==, "https://talks.harbour.example/hd-2031/schedule/");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:talks.harbour.example/hd-2031");
  g_assert_cmpstr (session_of (programme, "track:7-craft")->title, ==, "Craft");
  g_assert_cmpstr (session_of (programme, "track:7-craft")->color, ==, "#cc2244");
  g_assert_null (session_of (programme, "track:8-sea")->color);

  assert_time (way, 1941017400, 1941112800); /* 2031-07-05 11:30, 2031-07-06 14:00: more than a day */
  g_assert_cmpstr (way->code, ==, "ABCDEF");
  g_assert_cmpstr (way->description, ==, "One line.\n\n# Much\n\nmore");
  g_assert_cmpint (way->description_format, ==, LANYARD_TEXT_MARKDOWN);
  assert_link (way->links, 0, LANYARD_LINK_FILE, "https://talks.harbour.example/media/hd-2031/submissions/ABCDEF/handout",
               "Handout");
  assert_link (way->links, 1, LANYARD_LINK_FEEDBACK, "https://talks.harbour.example/hd-2031/talk/ABCDEF/feedback/", NULL);
  g_assert_cmpuint (way->links->len, ==, 2);

  assert_time (after, 1941072300, 1941074100); /* 2031-07-06 02:45, 03:15 */
  g_assert_cmpstr (lanyard_session_get_key (after->item.session), ==, "track:8-sea");
  dee = ((LanyardCredit *) g_ptr_array_index (after->credits, 0))->person;
  g_assert_cmpstr (lanyard_person_get_name (dee), ==, "Dee Dum");
  g_assert_cmpstr (lanyard_person_get_biography (dee, &format), ==, "Dee **ties** knots.");
  g_assert_cmpint (format, ==, LANYARD_TEXT_MARKDOWN);
}

static void
test_flat (void)
{
  LanyardReadOptions options = { .languages = german };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "schedule-json/flat.json", NULL);
  const LanyardTalkFields *ropes = talk_of (programme, "f0000000-0000-4000-8000-000000000001");
  const LanyardTalkFields *swim = talk_of (programme, "f0000000-0000-4000-8000-000000000002");
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  g_assert_cmpint (conference_of (programme)->start, ==, 1930726800); /* 2031-03-08 09:00 */
  g_assert_cmpint (conference_of (programme)->end, ==, 1930845600);   /* 2031-03-09 18:00 */
  g_assert_cmpstr (conference_of (programme)->url, ==, "https://harbour.example/2031/");

  assert_time (ropes, 1930730400, 1930733100);
  g_assert_cmpstr (lanyard_room_get_name (ropes->item.room), ==, "Pier");
  g_assert_cmpstr (ropes->description, ==, "Über Seile.\n\nBring eins mit.");
  g_assert_cmpstr (lanyard_session_get_fields (ropes->item.session)->color, ==, "#112233");
  assert_person (ropes, 0, LANYARD_ROLE_SPEAKER, "10000000-0000-4000-8000-000000000001", "Ada Pint");
  assert_person (ropes, 1, LANYARD_ROLE_LEAD, "10000000-0000-4000-8000-000000000002", "Bo Ærø");
  g_assert_cmpstr (lanyard_person_get_biography (((LanyardCredit *) g_ptr_array_index (ropes->credits, 0))->person, NULL), ==,
                   "Ada ties knots.");
  assert_link (ropes->links, 0, LANYARD_LINK_FEEDBACK, "https://hub.harbour.example/2031/event/ropes/feedback", NULL);
  assert_link (ropes->links, 2, LANYARD_LINK_SLIDES, "https://ropes.example/s.pdf", NULL);

  g_assert_true (swim->item.is_cancelled);
  g_assert_cmpstr (lanyard_session_get_title (swim->item.session), ==, "unlisted");
  assert_time (talk_of (programme, "f0000000-0000-4000-8000-000000000004"), 1930744800, 1930750200); /* 14:00, 15:30 */
  g_assert_cmpuint (breaks->len, ==, 2);
  for (guint i = 0; i < breaks->len; i++)
    if (g_str_equal (lanyard_item_get_title (breaks->pdata[i]), "Lunch"))
      g_assert_cmpstr (lanyard_break_get_description (breaks->pdata[i]), ==, "Soup of the day.");
    else
      g_assert_null (lanyard_break_get_description (breaks->pdata[i]));
}

/* The user's languages, else English, else what there is. */
static void
test_languages (void)
{
  static const char * const japanese[] = { "ja", NULL };
  LanyardReadOptions options = { .languages = portuguese };
  g_autoptr (LanyardProgramme) in_portuguese = read_own (&options, "schedule-json/flat.json", NULL);
  g_autoptr (LanyardProgramme) in_english = NULL;
  g_autoptr (LanyardProgramme) in_german = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (talk_of (in_portuguese, "f0000000-0000-4000-8000-000000000001")->description, "Sobre"));
  options.languages = japanese;
  in_english = read_own (&options, "schedule-json/flat.json", NULL);
  g_assert_true (g_str_has_prefix (talk_of (in_english, "f0000000-0000-4000-8000-000000000001")->description, "About"));
  in_german = read_written (&options, "{'schedule':{'conference':{'title':{'de':'Hafentage','fr':''},'days':[{'date':'2031-03-08',"
                                      "'rooms':{'A':[{'id':1,'title':'T','start':'10:00'}]}}]}}}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (conference_of (in_german)->title, ==, "Hafentage");
}

/* Which zone: the feed's, unless its times contradict it; the directory's; the
 * times' offset; else UTC, which is remarked on. */
static void
test_zones (void)
{
  static const struct
  {
    const char *named;   /* in the feed */
    const char *offset;  /* of its times */
    const char *given;   /* by the directory */
    const char *zone;
    gint64 start;        /* of a talk at 2031-07-05 10:00 */
    guint n_remarks;
  } cases[] = {
    { "Europe/Berlin", "+02:00", NULL, "Europe/Berlin", 1941004800, 0 },
    { "US/Pacific", "-07:00", NULL, "US/Pacific", 1941037200, 0 },
    { "UTC", "+02:00", NULL, "+02:00", 1941004800, 0 },
    { "UTC", "+02:00", "Europe/Berlin", "Europe/Berlin", 1941004800, 0 },
    { "Mars/Base", "+02:00", "Asia/Tokyo", "+02:00", 1941004800, 0 },
    { "Asia/Kolkata", "+00:00", NULL, "Asia/Kolkata", 1940992200, 0 }, /* wrongly labelled, as wafer did */
    { "Mars/Base", "", "Europe/Berlin", "Europe/Berlin", 1941004800, 1 },
    { "", "", NULL, "UTC", 1941012000, 1 },
    { "Europe/Berlin", "", "Asia/Tokyo", "Europe/Berlin", 1941004800, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{'schedule':{'conference':{'title':'T','time_zone_name':'%s','days':[{'date':'2031-07-05',"
          "'day_start':'2031-07-05T09:00:00%s','rooms':{'A':[{'id':1,'title':'T','date':'2031-07-05T10:00:00%s','start':'10:00'}]}}]}}}",
          cases[i].named, cases[i].offset, cases[i].offset);
      LanyardReadOptions options = { .zone = cases[i].given };
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_written (&options, text, &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_no_error (error);
      g_assert_cmpstr (conference_of (programme)->zone, ==, cases[i].zone);
      g_assert_cmpint (talk_of (programme, "1")->item.start, ==, cases[i].start);
      g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_ZONE), ==, cases[i].n_remarks);
    }
}

/* Where no day says when it begins, an event's date tells the offset; a track
 * may be told with it; addresses may lack what every browser adds. */
static void
test_home_made (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_written (NULL,
                    "{'schedule':{'conference':{'title':'T','days':[{'rooms':{'A':[{'id':'a1','title':'T',"
                    "'date':'2031-07-05T10:00:00-05:00','duration':30,'track':{'slug':'sea','name':'At sea'},"
                    "'links':['www.rope.example/x','relative.html']}]}}]}}}", &error);
  const LanyardTalkFields *talk;

  g_assert_no_error (error);
  talk = talk_of (programme, "a1");
  assert_time (talk, 1941030000, 1941031800); /* 2031-07-05 15:00, 15:30 */
  g_assert_cmpstr (conference_of (programme)->zone, ==, "-05:00");
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_ZONE), ==, 0);
  g_assert_cmpstr (lanyard_session_get_key (talk->item.session), ==, "track:sea");
  g_assert_cmpstr (lanyard_session_get_title (talk->item.session), ==, "At sea");
  g_assert_cmpuint (talk->links->len, ==, 1);
  assert_link (talk->links, 0, LANYARD_LINK_WEB, "https://www.rope.example/x", NULL);
}

static void
assert_error (const char         *text,
              LanyardFormatError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_written (NULL, text, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, (int) code);
}

static void
test_refusals (void)
{
  assert_error ("{'schedule':{'conference':{'title':'T','days':[]}}}", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("{'schedule':{'conference':{'title':'T','days':[{'rooms':{'A':[]}}]}}}", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("{'schedule':{'conference':{'title':'T','days':[{'rooms':{'A':[1,2]}}]}}}", LANYARD_FORMAT_ERROR_MALFORMED);
  assert_error ("{'schedule':{'conference':{'title':'T','days':7}}}", LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error ("{'schedule':{'conference':'x'}}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  assert_error ("{'schedule':{'conference':{'title':'T','days':[{", LANYARD_FORMAT_ERROR_MALFORMED);
  assert_error ("{'detail':'Not found.'}", LANYARD_FORMAT_ERROR_NOT_FOUND);
  assert_error ("{'detail':'Authentication credentials were not provided.'}", LANYARD_FORMAT_ERROR_NOT_AUTHORISED);
  assert_error ("{'version':1,'schedules':[]}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  assert_error ("{'type':'FeatureCollection','features':[]}", LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
}

/* What is a break in a server's XML is one in its JSON. */
static void
test_breaks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_written (
      NULL,
      "{'schedule':{'conference':{'title':'T','time_zone_name':'Europe/Lisbon','days':[{'date':'2031-03-08','rooms':{'Pier':["
      "{'id':1,'title':'Lunch','start':'12:00','duration':'1:00','persons':[]},"
      "{'id':2,'title':'Fish','type':'meal','date':'2031-03-08T18:00:00Z','end':'2031-03-08T19:30:00Z','description':'Soup.'},"
      "{'id':3,'title':'Lunch','start':'12:00','duration':'1:00','persons':[{'id':1,'name':'Ada Pint'}]},"
      "{'id':4,'title':'Lunch','start':'12:00','duration':'1:00','abstract':'Why we eat.'},"
      "{'id':5,'title':'Tea','start':'soon'}]}}]}}}", &error);
  GPtrArray *breaks;

  g_assert_no_error (error);
  breaks = lanyard_programme_get_breaks (programme);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 1);
  g_assert_cmpuint (breaks->len, ==, 2);
  g_assert_cmpstr (lanyard_item_get_title (breaks->pdata[0]), ==, "Lunch");
  g_assert_cmpint (lanyard_item_get_start (breaks->pdata[0]), ==, 1930737600); /* 2031-03-08 12:00 */
  g_assert_cmpint (lanyard_item_get_end (breaks->pdata[0]), ==, 1930741200);
  g_assert_cmpstr (lanyard_room_get_name (lanyard_item_get_room (breaks->pdata[0])), ==, "Pier");
  g_assert_cmpstr (lanyard_break_get_description (breaks->pdata[1]), ==, "Soup.");
  g_assert_cmpint (lanyard_item_get_end (breaks->pdata[1]), ==, 1930764600); /* 19:30 */
}

/* As CSS spells them; pretalx takes three digits, too. */
static void
test_colors (void)
{
  static const struct
  {
    const char *spelled;
    const char *color;
  } cases[] = {
    { "#Ab12cd", "#Ab12cd" }, { "#1cA", "#11ccAA" }, { "#abcd", NULL }, { "#ab", NULL }, { "#abg", NULL }, { "abc", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{'schedule':{'conference':{'title':'T','time_zone_name':'Europe/Lisbon',"
                           "'tracks':[{'name':'Craft','color':'%s'}],'days':[{'date':'2031-03-08','rooms':{'Pier':["
                           "{'id':1,'title':'A','start':'10:00','duration':'0:30','track':'Craft'}]}}]}}}", cases[i].spelled);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_written (NULL, text, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (lanyard_session_get_fields (talk_of (programme, "1")->item.session)->color, ==, cases[i].color);
    }
}

/* The same document twice does no harm; another conference's is refused. */
static void
test_several (void)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) twice = read_own (NULL, "schedule-json/frab.json", "schedule-json/frab.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (lanyard_programme_get_talks (twice)->len, ==, 5);
  g_assert_cmpuint (remarks_of (twice, LANYARD_REMARK_SAME_ID), ==, 1);
  g_ptr_array_add (documents, own_document ("schedule-json/frab.json"));
  g_ptr_array_add (documents, own_document ("schedule-json/pretalx.json"));
  g_assert_null (lanyard_format_read (documents, NULL, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-json/frab", test_frab);
  g_test_add_func ("/schedule-json/midnight", test_midnight);
  g_test_add_func ("/schedule-json/long-days", test_long_days);
  g_test_add_func ("/schedule-json/remarks", test_remarks);
  g_test_add_func ("/schedule-json/pretalx", test_pretalx);
  g_test_add_func ("/schedule-json/flat", test_flat);
  g_test_add_func ("/schedule-json/languages", test_languages);
  g_test_add_func ("/schedule-json/zones", test_zones);
  g_test_add_func ("/schedule-json/home-made", test_home_made);
  g_test_add_func ("/schedule-json/refusals", test_refusals);
  g_test_add_func ("/schedule-json/breaks", test_breaks);
  g_test_add_func ("/schedule-json/colors", test_colors);
  g_test_add_func ("/schedule-json/several", test_several);
  return g_test_run ();
}
