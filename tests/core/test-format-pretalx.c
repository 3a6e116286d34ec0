/* SPDX-License-Identifier: GPL-3.0-or-later */

/* pretalx: the widget's JSON, and the REST interface in both generations, in
 * any order and number of documents. */

#include "config.h"

#include "feed-documents.h"

#define FIRST_DAY 1941017400  /* date -ud '2031-07-05 11:30' +%s */
#define SECOND_DAY 1941103800 /* date -ud '2031-07-06 11:30' +%s */
#define COFFEE 1941021000     /* date -ud '2031-07-05 12:30' +%s */

static const char * const german[] = { "de", NULL };

static void
test_widget (void)
{
  LanyardReadOptions options = { .address = "https://talks.harbour.example/hd-2031/schedule/widgets/schedule.json" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "pretalx/widget.json", NULL);
  const LanyardTalkFields *way = talk_of (programme, "ABCDEF");
  const LanyardTalkFields *again = talk_of (programme, "ABCDEF/2031-07-06T09:00:00-02:30");
  const LanyardTalkFields *unscheduled = talk_of (programme, "GHIJKL");
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  g_assert_cmpstr (conference_of (programme)->title, ==, "Hd 2031");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:talks.harbour.example/hd-2031");
  g_assert_cmpstr (conference_of (programme)->url, ==, "https://talks.harbour.example/hd-2031/");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Canada/Newfoundland");

  assert_time (way, FIRST_DAY, FIRST_DAY + 2700);
  assert_time (again, SECOND_DAY, SECOND_DAY + 2700);
  g_assert_cmpstr (way->url, ==, "https://talks.harbour.example/hd-2031/talk/ABCDEF/");
  g_assert_cmpstr (way->description, ==, "One line.");
  g_assert_cmpstr (way->language, ==, "en");
  g_assert_true (way->is_unrecorded);
  g_assert_cmpstr (lanyard_room_get_name (way->item.room), ==, "Boat house");
  g_assert_cmpstr (lanyard_session_get_title (way->item.session), ==, "Craft");
  g_assert_cmpstr (lanyard_session_get_fields (way->item.session)->color, ==, "#cc2244");
  g_assert_cmpuint (way->credits->len, ==, 1);
  assert_person (way, 0, LANYARD_ROLE_SPEAKER, "PQRSTU", "Dee Dum");
  g_assert_cmpint (unscheduled->item.start, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (unscheduled->duration, ==, 1800);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 1);

  g_assert_cmpuint (breaks->len, ==, 1);
  g_assert_cmpstr (lanyard_item_get_title (breaks->pdata[0]), ==, "Coffee");
  g_assert_cmpint (lanyard_item_get_start (breaks->pdata[0]), ==, COFFEE);
  g_assert_cmpint (lanyard_item_get_end (breaks->pdata[0]), ==, COFFEE + 1800);
}

/* The widget's conference is the schedule.json's, whichever is read. */
static void
test_same_conference (void)
{
  static const char * const addresses[] = {
    "https://talks.harbour.example/hd-2031/schedule/widget/v2.json",
    "https://talks.harbour.example/hd-2031/schedule/widgets/schedule.json?locale=de",
    "https://talks.harbour.example/api/events/hd-2031/submissions/?limit=50",
  };
  g_autoptr (LanyardProgramme) schedule = read_own (NULL, "schedule-json/pretalx.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      LanyardReadOptions options = { .address = addresses[i] };
      g_autoptr (LanyardProgramme) programme = read_own (&options, i == 2 ? "pretalx/legacy.json" : "pretalx/widget.json", NULL);

      g_assert_cmpstr (conference_of (programme)->feed_id, ==, conference_of (schedule)->feed_id);
      g_assert_cmpstr (talk_of (programme, "ABCDEF")->url, ==, "https://talks.harbour.example/hd-2031/talk/ABCDEF/");
    }
}

/* A file whose origin nobody knows has a name and an identity, too. */
static void
test_without_address (void)
{
  LanyardReadOptions options = { .languages = german, .address = "file:///home/ada/schedule/widget.json" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "pretalx/widget.json", NULL);

  g_assert_cmpstr (conference_of (programme)->title, ==, "Conference of 2031-07-05");
  g_assert_null (conference_of (programme)->url);
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:unnamed-2031-07-05");
  g_assert_cmpstr (lanyard_room_get_name (talk_of (programme, "ABCDEF")->item.room), ==, "Bootshaus");
  g_assert_cmpstr (lanyard_session_get_title (talk_of (programme, "ABCDEF")->item.session), ==, "Handwerk");
  g_assert_cmpstr (lanyard_item_get_title (lanyard_programme_get_breaks (programme)->pdata[0]), ==, "Kaffee");
}

static void
assert_version_1 (LanyardProgramme *programme)
{
  const LanyardTalkFields *way = talk_of (programme, "ABCDEF");

  g_assert_cmpstr (conference_of (programme)->title, ==, "Harbour Days 2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Canada/Newfoundland");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:talks.harbour.example/hd-2031");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 1);
  assert_time (way, FIRST_DAY, FIRST_DAY + 2700);
  g_assert_cmpstr (way->type, ==, "Talk");
  g_assert_cmpstr (way->description, ==, "One line.\n\nMore.");
  g_assert_cmpstr (way->url, ==, "https://talks.harbour.example/hd-2031/talk/ABCDEF/");
  g_assert_cmpstr (lanyard_room_get_name (way->item.room), ==, "Boat house");
  g_assert_cmpstr (lanyard_session_get_title (way->item.session), ==, "Craft");
  g_assert_cmpstr (session_of (programme, "track:7")->description, ==, "With *hands*");
  assert_person (way, 0, LANYARD_ROLE_SPEAKER, "PQRSTU", "Dee Dum");
  g_assert_cmpstr (lanyard_person_get_biography (((LanyardCredit *) way->credits->pdata[0])->person, NULL), ==,
                   "Dee **ties** knots.");
  assert_link (way->links, 0, LANYARD_LINK_SLIDES, "https://talks.harbour.example/media/x.pdf", "Slides");
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 1);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_SAME_ID), ==, 0);
}

static void
test_version_1 (void)
{
  g_autoptr (LanyardProgramme) one_way = read_own (NULL, "pretalx/event.json", "pretalx/rooms.json", "pretalx/tracks.json",
                                                   "pretalx/speakers.json", "pretalx/submissions.json", "pretalx/slots.json", NULL);
  g_autoptr (LanyardProgramme) other_way = read_own (NULL, "pretalx/slots.json", "pretalx/submissions.json",
                                                     "pretalx/speakers.json", "pretalx/tracks.json", "pretalx/rooms.json",
                                                     "pretalx/event.json", "pretalx/slots.json", NULL);

  assert_version_1 (one_way);
  assert_version_1 (other_way);
}

/* A list comes in pages; who saves some of them only hears that there are more. */
static void
test_pages (void)
{
#define LIST "https://talks.example/api/events/x/submissions/"
  static const struct
  {
    const char *pages[4];
    guint n_results; /* as each page counts all of them */
    guint n_cut_off;
  } cases[] = {
    { { "'next':null,'previous':null" }, 1, 0 },
    { { "'next':'" LIST "?page=2','previous':null" }, 2, 1 },
    { { "'next':null,'previous':'" LIST "'" }, 2, 1 },
    { { "'next':'" LIST "?page=2','previous':null", "'next':null,'previous':'" LIST "'" }, 2, 0 },
    { { "'next':'" LIST "?page=2','previous':null", "'next':null,'previous':'" LIST "?page=2'" }, 3, 1 },
    { { "'next':null,'previous':'" LIST "?page=2'", "'next':'" LIST "?page=2','previous':null",
        "'next':'" LIST "?page=3','previous':'" LIST "'" }, 3, 0 },
  };
#undef LIST

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (LanyardProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize n = 0; cases[i].pages[n] != NULL; n++)
        {
          char *json = g_strdup_printf ("{'count':%u,%s,'results':[{'code':'ABCDE%zu','title':'T','speakers':[],'submission_type':1,"
                                        "'state':'confirmed','slots':[]}]}", cases[i].n_results, cases[i].pages[n], n);

          g_ptr_array_add (documents, g_bytes_new_take (g_strdelimit (json, "'", '"'), strlen (json)));
        }
      programme = lanyard_format_read (documents, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, documents->len);
      g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_CUT_OFF), ==, cases[i].n_cut_off);
    }
}

/* Submissions alone say neither when nor where. */
static void
test_submissions_alone (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (NULL, "pretalx/submissions.json", NULL);

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_cmpuint (talk_of (programme, "ABCDEF")->duration, ==, 2700);
  g_assert_cmpuint (remarks_of (programme, LANYARD_REMARK_NO_START), ==, 2);
}

static void
test_legacy (void)
{
  LanyardReadOptions options = { .languages = german, .address = "https://talks.harbour.example/api/events/hd-2031/talks/" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "pretalx/legacy.json", NULL);
  const LanyardTalkFields *way = talk_of (programme, "ABCDEF");

  assert_time (way, FIRST_DAY, FIRST_DAY + 2700);
  g_assert_cmpstr (conference_of (programme)->zone, ==, "-02:30");
  g_assert_cmpstr (way->type, ==, "Vortrag");
  g_assert_cmpstr (way->keywords[0], ==, "rope");
  g_assert_cmpstr (lanyard_session_get_title (way->item.session), ==, "Handwerk");
  g_assert_cmpstr (lanyard_session_get_key (way->item.session), ==, "track:7");
  g_assert_cmpstr (lanyard_room_get_name (way->item.room), ==, "Bootshaus");
  assert_link (way->links, 0, LANYARD_LINK_SLIDES, "https://talks.harbour.example/media/x.pdf", "Slides");
  g_assert_true (talk_of (programme, "STUVWX")->item.is_cancelled);
}

/* What organisers make of it: days of minutes of rooms. */
static void
test_grid (void)
{
  LanyardReadOptions options = { .zone = "Canada/Newfoundland" };
  g_autoptr (LanyardProgramme) programme = read_own (&options, "pretalx/grid.json", NULL);
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  g_assert_cmpstr (conference_of (programme)->zone, ==, "Canada/Newfoundland");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  assert_time (talk_of (programme, "ABCDEF"), FIRST_DAY, FIRST_DAY + 2700);
  g_assert_cmpuint (breaks->len, ==, 1);
  g_assert_cmpint (lanyard_item_get_start (breaks->pdata[0]), ==, COFFEE + 9000); /* 12:30 there */
}

/* A schedule with its slots expanded, of either generation. */
static void
test_schedule (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_written (NULL,
                    "{'slots':[{'id':1,'room':{'id':4,'name':{'en':'Pier'}},'start':'2031-07-05T09:00:00-02:30',"
                    "'end':'2031-07-05T09:45:00-02:30','submission':{'code':'AAAAAA','title':'Ropes','speakers':[],"
                    "'submission_type':{'en':'Talk'},'state':'confirmed'}},"
                    "{'id':2,'room':4,'start':'2031-07-06T09:00:00-02:30','end':'2031-07-06T09:45:00-02:30',"
                    "'submission':{'code':'AAAAAA','title':'Ropes','speakers':[],'submission_type':{'en':'Talk'}}}],"
                    "'breaks':[{'room':{'en':'Pier'},'room_id':4,'start':'2031-07-05T10:00:00-02:30',"
                    "'end':'2031-07-05T10:30:00-02:30','description':{'en':'Coffee'}}],'version':'1','published':'x'}",
                    &error);

  g_assert_no_error (error);
  assert_time (talk_of (programme, "AAAAAA"), FIRST_DAY, FIRST_DAY + 2700);
  assert_time (talk_of (programme, "AAAAAA/2031-07-06T09:00:00-02:30"), SECOND_DAY, SECOND_DAY + 2700);
  g_assert_cmpstr (lanyard_room_get_name (talk_of (programme, "AAAAAA")->item.room), ==, "Pier");
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 1);
}

static void
test_unpublished (void)
{
  static const char * const texts[] = {
    "{'talks':[],'version':null,'timezone':'UTC','event_start':'2031-07-05','event_end':'2031-07-06','tracks':[],'rooms':[],'speakers':[]}",
    "{'name':{'en':'Harbour Days'},'slug':'hd','date_from':'2031-07-05','date_to':'2031-07-06','timezone':'UTC'}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_written (NULL, texts[i], &error));
      g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pretalx/widget", test_widget);
  g_test_add_func ("/pretalx/same-conference", test_same_conference);
  g_test_add_func ("/pretalx/without-address", test_without_address);
  g_test_add_func ("/pretalx/version-1", test_version_1);
  g_test_add_func ("/pretalx/pages", test_pages);
  g_test_add_func ("/pretalx/submissions-alone", test_submissions_alone);
  g_test_add_func ("/pretalx/legacy", test_legacy);
  g_test_add_func ("/pretalx/grid", test_grid);
  g_test_add_func ("/pretalx/schedule", test_schedule);
  g_test_add_func ("/pretalx/unpublished", test_unpublished);
  return g_test_run ();
}
