/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fourteen traps of Indico's export, one test each, on the documents of an
 * invented event (tests/data/indico) or on a few lines of our own. */

#include "config.h"

#include "indico-documents.h"

/* 2031-03-08 00:00 UTC, from which the invented event's instants are counted:
 * date -u -d 2031-03-08 +%s */
#define DAY G_GINT64_CONSTANT (1930694400)
#define AT(hours, minutes) (DAY + (hours) * 3600 + (minutes) * 60)

typedef enum
{
  SESSIONS = 1 << 0,
  CONTRIBUTIONS = 1 << 1,
  TIMETABLE = 1 << 2,
  ALL = SESSIONS | CONTRIBUTIONS | TIMETABLE,
} Which;

static LanyardProgramme *
read_own (Which which)
{
  g_autoptr (GPtrArray) all = own_documents ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  for (guint i = 0; i < all->len; i++)
    if (which & (1u << i))
      g_ptr_array_add (some, all->pdata[i]);
  programme = lanyard_format_read (some, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

static LanyardItem *
find_talk (LanyardProgramme *programme,
           const char       *key)
{
  LanyardTalk *talk = lanyard_programme_find_talk (programme, key);

  g_assert_nonnull (talk);
  return LANYARD_ITEM (talk);
}

static const char *
room_name (LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);

  return room != NULL ? lanyard_room_get_name (room) : NULL;
}

static const char *
session_key (LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);

  return session != NULL ? lanyard_session_get_key (session) : NULL;
}

static LanyardItem *
find_block (LanyardProgramme *programme,
            const char       *key)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);

  for (guint i = 0; i < blocks->len; i++)
    if (g_strcmp0 (lanyard_item_get_key (blocks->pdata[i]), key) == 0)
      return blocks->pdata[i];
  g_assert_not_reached ();
}

static void
test_01_contribution_without_block (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (ALL);
  g_autoptr (LanyardProgramme) without = read_own (SESSIONS | TIMETABLE);
  LanyardItem *talk = find_talk (programme, "506");

  g_assert_cmpstr (lanyard_item_get_title (talk), ==, "Knots without a slot");
  g_assert_false (lanyard_item_is_scheduled (talk));
  g_assert_cmpstr (session_key (talk), ==, "101");
  g_assert_null (lanyard_talk_get_fields (LANYARD_TALK (talk))->block);
  g_assert_cmpuint (lanyard_talk_get_fields (LANYARD_TALK (talk))->duration, ==, 25 * 60);
  g_assert_null (lanyard_programme_find_talk (without, "506"));
}

static void
test_02_session_without_block (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (ALL);
  LanyardSession *session = lanyard_programme_find_session (programme, "t:Unplaced MC");
  g_autoptr (GPtrArray) blocks = NULL;

  g_assert_nonnull (session);
  g_assert_cmpstr (lanyard_session_get_title (session), ==, "Unplaced MC");
  blocks = lanyard_programme_dup_session_blocks (programme, session);
  g_assert_cmpuint (blocks->len, ==, 0);
  g_assert_cmpstr (session_key (find_talk (programme, "507")), ==, "t:Unplaced MC");
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 4);
}

static void
test_03_session_by_title (void)
{
  g_autoptr (LanyardProgramme) alone = read_own (CONTRIBUTIONS);
  g_autoptr (LanyardProgramme) with_sessions = read_own (CONTRIBUTIONS | SESSIONS);
  g_autoptr (LanyardProgramme) with_timetable = read_own (CONTRIBUTIONS | TIMETABLE);

  g_assert_cmpstr (session_key (find_talk (alone, "501")), ==, "t:Ropes and Knots MC");
  g_assert_cmpuint (lanyard_programme_get_sessions (alone)->len, ==, 4);
  g_assert_cmpstr (session_key (find_talk (with_sessions, "501")), ==, "101");
  g_assert_cmpuint (lanyard_programme_get_sessions (with_sessions)->len, ==, 4);
  g_assert_cmpstr (session_key (find_talk (with_timetable, "506")), ==, "101");
  g_assert_null (lanyard_programme_find_session (with_timetable, "t:Ropes and Knots MC"));
}

static void
test_03_sessions_of_one_title (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithSessions",
    "'sessions':["
    "{'id':2,'session':{'db_id':12,'title':'BoF'},'contributions':[{'db_id':1,'title':'A','session':'BoF'}]},"
    "{'id':1,'session':{'db_id':9,'title':'BoF'},'contributions':[{'db_id':2,'title':'B','session':'BoF'}]}],"
    "'contributions':[{'db_id':3,'title':'C','session':'BoF'}]");

  g_assert_cmpstr (session_key (find_talk (programme, "1")), ==, "12");
  g_assert_cmpstr (session_key (find_talk (programme, "2")), ==, "9");
  g_assert_cmpstr (session_key (find_talk (programme, "3")), ==, "9");
}

static void
test_04_block_over_midnight (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (TIMETABLE);
  LanyardItem *block = find_block (programme, "202");
  guint n_found = 0;
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 3);
  g_assert_cmpint (lanyard_item_get_start (block), ==, AT (16, 30));
  g_assert_cmpint (lanyard_item_get_end (block), ==, AT (20, 30));
  for (guint i = 0; i < breaks->len; i++)
    if (lanyard_break_get_block (breaks->pdata[i]) == LANYARD_BLOCK (block))
      n_found++;
  g_assert_cmpuint (n_found, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 6);
  g_assert_cmpint (lanyard_item_get_start (find_talk (programme, "504")), ==, AT (19, 0));
}

static void
test_05_timetable_in_no_order (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (ALL);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  static const char * const keys[] = { "508", "501", "502", "503", "504", "505", "507", "506", "509" };

  g_assert_cmpuint (talks->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (lanyard_item_get_key (talks->pdata[i]), ==, keys[i]);
  for (guint i = 6; i < talks->len; i++)
    g_assert_false (lanyard_item_is_scheduled (talks->pdata[i]));
}

/* Breaks are known by block or day, title and which of these it is; their
 * order in the document must not matter. */
static void
test_05_keys_of_breaks (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (TIMETABLE);
  static const struct
  {
    const char *key;
    gint64 start;
  } expected[] = {
    { "201/Tea/1", AT (5, 0) },
    { "2031-03-08/Lunch/1", AT (7, 0) },
    { "2031-03-08/Tea/1", AT (8, 30) },
    { "2031-03-08/Tea/2", AT (10, 0) },
    { "202/Tea/1", AT (18, 10) },
    { "2031-03-09/Boat trip/1", AT (19, 30) },
    { "2031-03-09/Lunch/1", AT (31, 0) },
  };

  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LanyardBreak *found = lanyard_programme_find_break (programme, expected[i].key);

      g_assert_nonnull (found);
      g_assert_cmpint (lanyard_item_get_start (LANYARD_ITEM (found)), ==, expected[i].start);
    }
}

static void
test_06_posters_have_their_own_times (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (TIMETABLE | SESSIONS);
  g_autoptr (LanyardProgramme) alone = read_own (TIMETABLE);
  LanyardItem *poster = find_talk (programme, "505");

  g_assert_cmpint (lanyard_item_get_start (poster), ==, AT (28, 30));
  g_assert_cmpint (lanyard_item_get_end (poster), ==, AT (28, 40));
  g_assert_cmpint (lanyard_item_get_end (find_talk (alone, "505")), ==, AT (29, 30));
  g_assert_true (lanyard_session_get_fields (lanyard_programme_find_session (alone, "103"))->is_poster);
  g_assert_cmpstr (lanyard_talk_get_fields (LANYARD_TALK (poster))->board, ==, "W1");
}

#define START "'startDate':{'date':'2031-03-08','time':'05:00:00','tz':'UTC'}"
#define END(day, time) "'endDate':{'date':'2031-03-" day "','time':'" time "','tz':'UTC'}"

static void
test_07_durations (void)
{
  static const struct
  {
    const char *members;
    guint duration;
    gint64 end;
  } cases[] = {
    { START "," END ("08", "05:30:00") ",'duration':30", 1800, AT (5, 30) },
    { START "," END ("08", "05:30:00") ",'duration':99", 1800, AT (5, 30) },
    { START "," END ("09", "07:00:00") ",'duration':120", 26 * 3600, AT (31, 0) },
    { START ",'endDate':null,'duration':30.5", 1830, AT (5, 30) + 30 },
    { START "," END ("08", "04:30:00") ",'duration':20", 1200, AT (5, 20) },
    { START "," END ("08", "04:30:00"), 0, AT (5, 0) },
    { START ",'duration':-5", 0, AT (5, 0) },
    { START ",'duration':1e300", 0, AT (5, 0) },
    { "'startDate':null," END ("08", "05:30:00") ",'duration':25", 1500, LANYARD_NO_TIME },
    { "'duration':45.0", 2700, LANYARD_NO_TIME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LanyardTalk) talk = read_talk (cases[i].members);

      g_assert_cmpuint (lanyard_talk_get_fields (talk)->duration, ==, cases[i].duration);
      g_assert_cmpint (lanyard_item_get_end (LANYARD_ITEM (talk)), ==, cases[i].end);
    }
}

static void
assert_error (const char         *text,
              LanyardFormatError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_texts (&error, text, NULL);

  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, (int) code);
}

#define ENVELOPE "{'count':%d,'additionalInfo':{},'ts':1,'results':%s,'_type':'HTTPAPIResult'}"

static void
test_08_emptiness (void)
{
  g_autofree char *nothing = g_strdup_printf (ENVELOPE, 0, "[]");
  g_autofree char *counted = g_strdup_printf (ENVELOPE, 1, "[]");
  g_autofree char *no_timetable = g_strdup_printf (ENVELOPE, 0, "{}");
  g_autofree char *draft = event_document ("WithSessions", "'contributions':[],'sessions':[]");
  g_autofree char *bare = event_document ("", "");
  g_autofree char *draft_timetable = timetable_document ("");
  g_autofree char *empty_days = timetable_document ("'20310308':{},'20310309':[]");
  g_autofree char *list_timetable = g_strdup_printf (ENVELOPE, 1, "{'42':[]}");

  assert_error (nothing, LANYARD_FORMAT_ERROR_NOT_FOUND);
  assert_error (counted, LANYARD_FORMAT_ERROR_NOT_FOUND);
  assert_error (no_timetable, LANYARD_FORMAT_ERROR_NOT_FOUND);
  assert_error (draft, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error (bare, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error (draft_timetable, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error (empty_days, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  assert_error (list_timetable, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
}

static void
test_09_ids_of_any_type (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithSessions",
    "'contributions':[{'id':'1','db_id':'501','title':'A','speakers':[{'first_name':'Bo','last_name':'Lind','person_id':'12'}]},"
    "{'id':2,'db_id':502,'title':'B','speakers':[{'first_name':'Bo','last_name':'Lind','person_id':12}]}],"
    "'sessions':[{'id':'201','session':{'id':1,'db_id':'101','title':'S'}},{'id':202,'session':{'id':'1','db_id':101,'title':'S'}}]");
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (programme);

  find_talk (programme, "501");
  find_talk (programme, "502");
  g_assert_cmpuint (persons->len, ==, 1);
  g_assert_cmpstr (lanyard_person_get_key (persons->pdata[0]), ==, "p12");
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 2);
}

static void
test_10_nothing_is_written_in_several_ways (void)
{
  g_autoptr (LanyardTalk) talk = read_talk (
    "'note':{},'folders':[{'title':null,'attachments':[{'title':'','filename':'a.pdf','type':'file',"
    "'download_url':'https://harbour.example/a.pdf'}]},{'title':'Empty','attachments':null}]");
  g_autoptr (LanyardProgramme) programme = read_timetable (
    "'20310308':{'c1':{'entryType':'Contribution','contributionId':1,'title':'A','attachments':{'files':null,'folders':[]},"
    START "}}");
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  g_assert_null (fields->minutes);
  g_assert_cmpuint (fields->links->len, ==, 1);
  g_assert_cmpstr (((LanyardLink *) fields->links->pdata[0])->title, ==, "a.pdf");
  g_assert_cmpuint (lanyard_talk_get_fields (LANYARD_TALK (find_talk (programme, "1")))->links->len, ==, 0);
}

static void
test_11_microseconds (void)
{
  g_autoptr (LanyardTalk) talk = read_talk (
    "'startDate':{'date':'2031-03-08','time':'05:00:08.987901','tz':'UTC'},"
    "'endDate':{'date':'2031-03-08','time':'05:30','tz':'UTC'}");

  g_assert_cmpint (lanyard_item_get_start (LANYARD_ITEM (talk)), ==, AT (5, 0) + 8);
  g_assert_cmpint (lanyard_item_get_end (LANYARD_ITEM (talk)), ==, AT (5, 30));
}

static void
test_12_relative_addresses (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (TIMETABLE);
  const LanyardTalkFields *talk = lanyard_talk_get_fields (LANYARD_TALK (find_talk (programme, "501")));
  const LanyardLink *link = talk->links->pdata[0];

  g_assert_cmpstr (talk->url, ==, "https://meet.harbour.example/indico/event/42/contributions/501/");
  g_assert_cmpstr (lanyard_session_get_fields (lanyard_programme_find_session (programme, "101"))->url, ==,
                   "https://meet.harbour.example/indico/event/42/sessions/101/");
  g_assert_cmpstr (link->url, ==,
                   "https://meet.harbour.example/indico/event/42/contributions/501/attachments/61/611/splice%20(v2).pdf");
}

static void
test_13_managers_mail_in_arrays (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithSessions",
    "'sessions':[{'id':201,'allowed':{'users':['secret@harbour.example'],'groups':[]},'session':{'db_id':101,'title':'S','sessionConveners':["
    "{'first_name':'Femi','last_name':'Ade','person_id':16,'address':['x'],'phone':[''],'email':['femi@harbour.example']},"
    "{'first_name':'Gita','last_name':'Nair','person_id':17,'email':'gita@harbour.example'},"
    "{'first_name':'No','last_name':'Mail','person_id':18,'email':[]},"
    "{'first_name':'Bad','last_name':'Mail','person_id':19,'email':['']}]}}]");
  GPtrArray *leads = lanyard_session_get_fields (lanyard_programme_find_session (programme, "101"))->leads;
  static const char * const mails[] = { "femi@harbour.example", "gita@harbour.example", NULL, NULL };

  g_assert_cmpuint (leads->len, ==, G_N_ELEMENTS (mails));
  for (guint i = 0; i < leads->len; i++)
    g_assert_cmpstr (lanyard_person_get_email (((LanyardCredit *) leads->pdata[i])->person), ==, mails[i]);
}

static void
test_14_rooms_in_quotes (void)
{
  g_autoptr (LanyardProgramme) programme = read_own (ALL);
  static const struct
  {
    const char *room;
    const char *name;
  } cases[] = {
    { "\\\"Room 1.85\\\"", "Room 1.85" },
    { "  \\\" Hall  L1 \\\" ", "Hall L1" },
    { "The \\\"Gull\\\"", "The \"Gull\"" },
    { "\\\"A\\\" and \\\"B\\\"", "\"A\" and \"B\"" },
    { "\\\"\\\"", NULL },
    { "\\\"", "\"" },
    { "   ", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'room':'%s'", cases[i].room);
      g_autoptr (LanyardTalk) talk = read_talk (members);

      g_assert_cmpstr (room_name (LANYARD_ITEM (talk)), ==, cases[i].name);
    }

  g_assert_cmpstr (room_name (find_block (programme, "201")), ==, "Sail Loft");
  /* Blank ones are the block's. */
  g_assert_cmpstr (room_name (find_talk (programme, "502")), ==, "Sail Loft");
  g_assert_cmpstr (room_name (LANYARD_ITEM (lanyard_programme_find_break (programme, "201/Tea/1"))), ==, "Sail Loft");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indico/trap-01-contribution-without-block", test_01_contribution_without_block);
  g_test_add_func ("/indico/trap-02-session-without-block", test_02_session_without_block);
  g_test_add_func ("/indico/trap-03-session-by-title", test_03_session_by_title);
  g_test_add_func ("/indico/trap-03-sessions-of-one-title", test_03_sessions_of_one_title);
  g_test_add_func ("/indico/trap-04-block-over-midnight", test_04_block_over_midnight);
  g_test_add_func ("/indico/trap-05-timetable-in-no-order", test_05_timetable_in_no_order);
  g_test_add_func ("/indico/trap-05-keys-of-breaks", test_05_keys_of_breaks);
  g_test_add_func ("/indico/trap-06-posters-have-their-own-times", test_06_posters_have_their_own_times);
  g_test_add_func ("/indico/trap-07-durations", test_07_durations);
  g_test_add_func ("/indico/trap-08-emptiness", test_08_emptiness);
  g_test_add_func ("/indico/trap-09-ids-of-any-type", test_09_ids_of_any_type);
  g_test_add_func ("/indico/trap-10-nothing-is-written-in-several-ways", test_10_nothing_is_written_in_several_ways);
  g_test_add_func ("/indico/trap-11-microseconds", test_11_microseconds);
  g_test_add_func ("/indico/trap-12-relative-addresses", test_12_relative_addresses);
  g_test_add_func ("/indico/trap-13-managers-mail-in-arrays", test_13_managers_mail_in_arrays);
  g_test_add_func ("/indico/trap-14-rooms-in-quotes", test_14_rooms_in_quotes);

  return g_test_run ();
}
