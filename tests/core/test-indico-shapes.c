/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shapes of Indico's objects, version by version, one test each: envelope,
 * event, blocks, sessions, contributions, persons, the timetable, and
 * Indico 1.2. Folders and notes are in test-indico-links.c. */

#include "config.h"

#include "indico-documents.h"

static const LanyardConferenceFields *
conference_of (LanyardProgramme *programme)
{
  return lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
}

static void
assert_credit (GPtrArray   *credits,
               guint        index,
               LanyardRole  role,
               const char  *key,
               const char  *name,
               const char  *affiliation)
{
  const LanyardCredit *credit;

  g_assert_cmpuint (index, <, credits->len);
  credit = credits->pdata[index];
  g_assert_cmpint (credit->role, ==, role);
  g_assert_cmpstr (lanyard_person_get_key (credit->person), ==, key);
  g_assert_cmpstr (lanyard_person_get_name (credit->person), ==, name);
  g_assert_cmpstr (lanyard_person_get_affiliation (credit->person), ==, affiliation);
}

/* 1.0: any order of members, other members, and no need for "_type". */
static void
test_envelope (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_texts (&error,
                  "{'complete':true,'results':[{'contributions':[{'db_id':1,'title':'A','plugin':{'x':[1]}}],'id':42,'title':'T',"
                  "'plugin_key':[[]]}],'url':'https://Harbour.Example:443/deep/export/event/42.json','additionalInfo':{},'count':1}",
                  NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "https://harbour.example/deep/event/42/");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "UTC");
}

/* The address is the same whichever document tells it. */
static void
test_feed_id (void)
{
  static const struct
  {
    const char *url;
    const char *feed_id;
  } cases[] = {
    { "https://harbour.example/event/42/", "https://harbour.example/event/42/" },
    { "https://harbour.example/event/42", "https://harbour.example/event/42/" },
    { "HTTPS://user:pw@HARBOUR.example/event/42/?x#y", "https://harbour.example/event/42/" },
    { "http://harbour.example:8080/indico/event/42/", "http://harbour.example:8080/indico/event/42/" },
    { "https://harbour.example/conferenceDisplay.py?confId=42", "https://harbour.example/event/42/" },
    { "javascript:alert(1)/event/42/", "indico:42" },
    { "", "indico:42" },
  };
  g_autoptr (GPtrArray) documents = own_documents ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'additionalInfo':{},'results':[{'id':'42','title':'T','url':'%s',"
                                               "'contributions':[{'db_id':1,'title':'A'}]}]}", cases[i].url);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = read_texts (&error, text, NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (conference_of (programme)->feed_id, ==, cases[i].feed_id);
    }

  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (LanyardProgramme) programme = NULL;

      g_ptr_array_add (one, documents->pdata[i]);
      programme = lanyard_format_read (one, NULL, NULL);
      g_assert_cmpstr (conference_of (programme)->feed_id, ==, "https://meet.harbour.example/indico/event/42/");
    }
}

/* 1.2 */
static void
test_event (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, NULL);
  const LanyardConferenceFields *conference = conference_of (programme);

  g_assert_cmpstr (conference->title, ==, "Harbour Days 2031");
  g_assert_cmpstr (conference->zone, ==, "Asia/Kolkata");
  g_assert_cmpint (conference->start, ==, 1930707000);
  g_assert_cmpint (conference->end, ==, 1930825800);
  g_assert_cmpstr (conference->venue, ==, "Old Pier");
  g_assert_cmpstr (conference->address, ==, "Pier 1\nKochi");
  g_assert_cmpstr (conference->url, ==, "https://meet.harbour.example/indico/event/42/");
  g_assert_cmpint (conference->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (conference->organizer, ==, "Harbour Trust");
  g_assert_cmpstr (conference->language, ==, "en_GB");
  g_assert_cmpstr (conference->label, ==, "Moved");
  g_assert_cmpstr (conference->label_message, ==, "Now at the old pier");
  g_assert_false (conference->is_cancelled);
  g_assert_cmpint (conference->imported_at, ==, LANYARD_NO_TIME);
  g_assert_cmpuint (conference->n_talks, ==, 9);
  g_assert_cmpuint (conference->n_sessions, ==, 4);
  g_assert_cmpuint (conference->chairs->len, ==, 1);
  assert_credit (conference->chairs, 0, LANYARD_ROLE_CHAIR, "p15", "Edda Berg", "Harbour Trust");
  g_assert_cmpuint (conference->links->len, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithContribs",
    "'label':{'title':'Cancelled','color':'red','is_event_not_happening':true,'message':''},"
    "'contributions':[{'db_id':1,'title':'A'}]");

  g_assert_cmpstr (conference_of (programme)->label, ==, "Cancelled");
  g_assert_null (conference_of (programme)->label_message);
  g_assert_true (conference_of (programme)->is_cancelled);
}

/* A zone that nobody knows: the stamps' own is better than none. */
static void
test_unknown_zone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_texts (&error,
                  "{'additionalInfo':{},'results':[{'id':'1','title':'T','timezone':'Mars/Base','startDate':"
                  "{'date':'2031-07-08','time':'03:00:00','tz':'Canada/Newfoundland'},'contributions':[{'db_id':1,'title':'A'}]}]}",
                  NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Canada/Newfoundland");
  g_assert_cmpint (conference_of (programme)->start, ==, 1941255000); /* date -ud '2031-07-08 05:30' +%s */
}

/* 1.3, 1.4 */
static void
test_blocks_and_sessions (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, NULL);
  const LanyardSessionFields *session = lanyard_session_get_fields (lanyard_programme_find_session (programme, "101"));
  LanyardBlock *block = lanyard_programme_get_blocks (programme)->pdata[0];
  LanyardBlock *untitled = lanyard_programme_get_blocks (programme)->pdata[1];

  g_assert_cmpstr (session->title, ==, "Ropes and Knots MC");
  g_assert_cmpstr (session->code, ==, "RK");
  g_assert_cmpstr (session->type, ==, "Microconference");
  g_assert_cmpstr (session->color, ==, "#d0c296");
  g_assert_cmpstr (session->description, ==, "All about **ropes**.");
  g_assert_cmpint (session->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_cmpuint (session->leads->len, ==, 2);
  assert_credit (session->leads, 0, LANYARD_ROLE_LEAD, "p16", "Femi Ade", "Rope Guild");

  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (block)), ==, "201");
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (block)), ==, "Morning");
  g_assert_cmpuint (lanyard_block_get_leads (block)->len, ==, 2);
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (untitled)), ==, "Night Watch");
  g_assert_cmpuint (lanyard_block_get_leads (untitled)->len, ==, 0);
}

/* Leads may be the blocks' alone; a session's minutes are its blocks' note. */
static void
test_leads_of_blocks (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithSessions",
    "'sessions':[{'id':2,'note':{'html':'<p>Later</p>'},'startDate':{'date':'2031-03-09','time':'05:00:00','tz':'UTC'},"
    "'session':{'db_id':9,'title':'S'},'conveners':[{'first_name':'B','last_name':'B','person_id':2},"
    "{'first_name':'A','last_name':'A','person_id':1}]},"
    "{'id':1,'note':{},'startDate':{'date':'2031-03-08','time':'05:00:00','tz':'UTC'},'session':{'db_id':9,'title':'S'},"
    "'conveners':[{'first_name':'A','last_name':'A','person_id':1}]}]");
  const LanyardSessionFields *session = lanyard_session_get_fields (lanyard_programme_find_session (programme, "9"));

  g_assert_cmpuint (session->leads->len, ==, 2);
  assert_credit (session->leads, 0, LANYARD_ROLE_LEAD, "p1", "A A", NULL);
  assert_credit (session->leads, 1, LANYARD_ROLE_LEAD, "p2", "B B", NULL);
  g_assert_cmpstr (session->minutes, ==, "<p>Later</p>");
}

/* 1.5 */
static void
test_contribution (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, NULL);
  const LanyardTalkFields *talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "501"));
  const LanyardTalkFields *old = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "502"));
  const LanyardPart *part;

  g_assert_cmpstr (talk->description, ==,
                   "# Splicing\n\nA *short* look; chat at https://matrix.to/#/#ropes:harbour.example.");
  g_assert_cmpint (talk->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_cmpint (old->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (talk->type, ==, "Talk");
  g_assert_cmpstr (talk->code, ==, "RK-1");
  g_assert_null (talk->track); /* the session's name again */
  g_assert_cmpstr (talk->keywords[0], ==, "rope");
  g_assert_cmpstr (talk->keywords[1], ==, "splice");
  g_assert_null (talk->keywords[2]);
  g_assert_nonnull (talk->minutes);
  g_assert_cmpstr (talk->url, ==, "https://meet.harbour.example/indico/event/42/contributions/501/");
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (talk->block)), ==, "201");

  /* Each person once, as what comes first. */
  g_assert_cmpuint (talk->credits->len, ==, 3);
  assert_credit (talk->credits, 0, LANYARD_ROLE_SPEAKER, "p11", "Asha Rao", "Rigging Works");
  assert_credit (talk->credits, 1, LANYARD_ROLE_AUTHOR, "p12", "Bo Lind", NULL);
  assert_credit (talk->credits, 2, LANYARD_ROLE_COAUTHOR, "p13", "Chidi Okafor", NULL);

  g_assert_cmpuint (talk->parts->len, ==, 2);
  part = talk->parts->pdata[0];
  g_assert_cmpstr (part->key, ==, "91");
  g_assert_cmpstr (part->title, ==, "The eye splice");
  g_assert_cmpuint (part->duration, ==, 600);
  assert_credit (part->credits, 0, LANYARD_ROLE_SPEAKER, "p14", "Dina Haddad", NULL);
}

/* 1.6 */
static void
test_persons (void)
{
  static const struct
  {
    const char *person;
    const char *key;
    const char *name;
  } cases[] = {
    { "'person_id':7,'first_name':' Bo ','last_name':'Lind\\u00a0Berg'", "p7", "Bo Lind Berg" },
    { "'person_id':7,'first_name':'','last_name':'Madonna'", "p7", "Madonna" },
    { "'person_id':7,'first_name':'Bo','last_name':null", "p7", "Bo" },
    { "'person_id':7,'fullName':'Lind, Bo'", "p7", "Bo Lind" },
    { "'id':'0','fullName':'Dr. Lind, Bo','email':''", "n:Bo Lind", "Bo Lind" },
    { "'firstName':'Bo','familyName':'Lind','name':'Dr Bo Lind','affiliation':'Quay Ltd'", "n:Bo Lind/Quay Ltd", "Bo Lind" },
    { "'name':'Bo Lind'", "n:Bo Lind", "Bo Lind" },
    { "'_type':'SlotChair','id':7,'db_id':9,'name':'Lind, Bo'", "p7", "Bo Lind" },
    { "'id':'9001','db_id':9001,'first_name':'Bo','last_name':'Lind'", "n:Bo Lind", "Bo Lind" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'speakers':[{%s},{},5,{'first_name':' '}]", cases[i].person);
      g_autoptr (LanyardTalk) talk = read_talk (members);
      GPtrArray *credits = lanyard_talk_get_fields (talk)->credits;

      g_assert_cmpuint (credits->len, ==, 1);
      g_assert_cmpstr (lanyard_person_get_key (((LanyardCredit *) credits->pdata[0])->person), ==, cases[i].key);
      g_assert_cmpstr (lanyard_person_get_name (((LanyardCredit *) credits->pdata[0])->person), ==, cases[i].name);
    }
}

/* One person, written differently from talk to talk, in either order. */
static void
test_person_of_two_affiliations (void)
{
  static const char * const talks[] = {
    "{'db_id':1,'title':'A','speakers':[{'person_id':7,'first_name':'Bo','last_name':'Lind','affiliation':'Quay'}]}",
    "{'db_id':2,'title':'B','speakers':[{'person_id':7,'first_name':'Bo','last_name':'Lind','affiliation':'Dock'}]}",
  };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *members = g_strdup_printf ("'contributions':[%s,%s]", talks[i], talks[1 - i]);
      g_autoptr (LanyardProgramme) programme = read_event ("WithContribs", members);
      g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (programme);

      g_assert_cmpuint (persons->len, ==, 1);
      g_assert_cmpstr (lanyard_person_get_affiliation (persons->pdata[0]), ==, "Dock");
    }
}

/* A timetable's persons have no id, but a name that other documents know. */
static void
test_persons_of_timetable (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) alone = NULL;
  g_autoptr (LanyardProgramme) joined = NULL;
  g_autofree char *timetable = timetable_document (
    "'20310308':{'c9':{'entryType':'Contribution','contributionId':9,'title':'New',"
    "'startDate':{'date':'2031-03-08','time':'10:00:00','tz':'Asia/Kolkata'},"
    "'presenters':[{'firstName':'Bo','familyName':'Lind','affiliation':''}],"
    "'authors':[{'firstName':'Bo','familyName':'Lind'},{'firstName':'Una','familyName':'New'}]}}");
  g_autofree char *event = event_document ("WithContribs",
    "'contributions':[{'db_id':1,'title':'A','speakers':[{'person_id':12,'first_name':'Bo','last_name':'Lind'}]}]");
  GPtrArray *credits;

  g_ptr_array_remove_range (documents, 0, 2);
  alone = lanyard_format_read (documents, NULL, NULL);
  credits = lanyard_talk_get_fields (lanyard_programme_find_talk (alone, "501"))->credits;
  g_assert_cmpuint (credits->len, ==, 2);
  assert_credit (credits, 0, LANYARD_ROLE_SPEAKER, "n:Asha Rao/Rigging Works", "Asha Rao", "Rigging Works");
  assert_credit (credits, 1, LANYARD_ROLE_AUTHOR, "n:Bo Lind", "Bo Lind", NULL);

  joined = read_texts (NULL, timetable, event, NULL);
  credits = lanyard_talk_get_fields (lanyard_programme_find_talk (joined, "9"))->credits;
  g_assert_cmpuint (credits->len, ==, 2);
  assert_credit (credits, 0, LANYARD_ROLE_SPEAKER, "p12", "Bo Lind", NULL);
  assert_credit (credits, 1, LANYARD_ROLE_AUTHOR, "n:Una New", "Una New", NULL);
}

/* 1.8: a timetable alone tells no name and no zone but in use. */
static void
test_timetable_alone (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = NULL;
  const LanyardConferenceFields *conference;

  g_ptr_array_remove_range (documents, 0, 2);
  programme = lanyard_format_read (documents, NULL, NULL);
  conference = conference_of (programme);
  g_assert_cmpstr (conference->title, ==, "Event 42 at meet.harbour.example/indico");
  g_assert_cmpstr (conference->zone, ==, "Asia/Kolkata");
  g_assert_cmpint (conference->start, ==, 1930707000);
  g_assert_cmpint (conference->end, ==, 1930809600); /* date -ud '2031-03-09 08:00' +%s */
  g_assert_cmpstr (lanyard_session_get_fields (lanyard_programme_find_session (programme, "101"))->code, ==, "RK");
  g_assert_cmpuint (lanyard_session_get_fields (lanyard_programme_find_session (programme, "101"))->leads->len, ==, 2);
}

static void
test_timetable_breaks (void)
{
  g_autoptr (LanyardProgramme) programme = read_timetable (
#define ENTRY(key, title, date, time, room) \
    "'" key "':{'entryType':'Break','title':'" title "','startDate':{'date':'" date "','time':'" time "','tz':'Asia/Kolkata'}," \
    "'duration':20.0,'description':'Chai','room':'" room "'}"
    "'20310308':{" ENTRY ("b1", "Tea", "2031-03-08", "10:00:00", "") "," ENTRY ("b2", "Tea", "2031-03-08", "10:00:00", "") ","
    ENTRY ("b3", "Tea", "2031-03-08", "10:00:00", "Quay") "," ENTRY ("b4", "", "2031-03-08", "10:00:00", "") ","
    ENTRY ("b5", "Tea", "9999-03-08", "10:00:00", "") ",'b6':5}");
#undef ENTRY
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  /* The same twice is one, another room is another break. */
  g_assert_cmpuint (breaks->len, ==, 2);
  g_assert_cmpstr (lanyard_break_get_description (breaks->pdata[0]), ==, "Chai");
  g_assert_cmpint (lanyard_item_get_end (breaks->pdata[0]) - lanyard_item_get_start (breaks->pdata[0]), ==, 1200);
  g_assert_nonnull (lanyard_programme_find_break (programme, "2031-03-08/Tea/2"));
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 3);
}

/* 1.9: Indico 1.2 has no db_id, numbers talks and blocks from 0, and writes
 * persons as "Last, First". */
static void
test_indico_1 (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = read_texts (
    &error,
    "{'count':1,'additionalInfo':{},'_type':'HTTPAPIResult','complete':true,'ts':1,"
    "'url':'http://harbour.example/export/event/137346.json?detail=sessions','results':[{'_type':'Conference','id':'137346',"
    "'title':'Old Days','timezone':'Europe/Zurich','url':'http://harbour.example/conferenceDisplay.py?confId=137346','sessions':["
    "{'id':'0','session':{'id':'0','title':'First'},'contributions':[{'id':'0','title':'A',"
    "'speakers':[{'id':'0','fullName':'Mr. LIND, Bo','email':'bo@harbour.example','affiliation':'Quay'}]}]},"
    "{'id':'0','session':{'id':'1','title':'Second'},'contributions':[{'id':'1','title':'B'}]}]}]}",
    "{'count':1,'additionalInfo':{},'_type':'HTTPAPIResult','ts':1,'url':'http://harbour.example/export/timetable/137346.json',"
    "'results':{'137346':{'20140308':{'s0l0':{'entryType':'Session','sessionId':'1','sessionSlotId':'0','title':'Second',"
    "'uniqueId':'a137346s1l0','entries':{'c1':{'entryType':'Contribution','contributionId':'1','title':'B',"
    "'startDate':{'date':'2014-03-08','time':'10:00:00','tz':'Europe/Zurich'},'duration':30,"
    "'presenters':[{'name':'Lind, Bo'}]}}}}}}}",
    NULL);
  const LanyardTalkFields *talk;

  g_assert_no_error (error);
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "http://harbour.example/event/137346/");
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "0"));
  assert_credit (talk->credits, 0, LANYARD_ROLE_SPEAKER, "n:Bo LIND/Quay", "Bo LIND", "Quay");
  talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "1"));
  g_assert_cmpint (talk->item.start, ==, 1394269200); /* date -ud '2014-03-08 09:00' +%s */
  g_assert_cmpstr (lanyard_session_get_key (talk->item.session), ==, "1");
}

/* A talk's friendly number is another talk's db_id: never mix them. */
static void
test_friendly_ids (void)
{
  g_autoptr (LanyardProgramme) programme = read_event ("WithContribs",
    "'contributions':[{'id':'2','friendly_id':2,'db_id':1,'title':'A'},{'id':'1','friendly_id':1,'db_id':2,'title':'B'},"
    "{'id':'3','friendly_id':3,'db_id':null,'title':'C','url':'https://harbour.example/event/42/contributions/77/'}]");

  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (lanyard_programme_find_talk (programme, "1"))), ==, "A");
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (lanyard_programme_find_talk (programme, "2"))), ==, "B");
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (lanyard_programme_find_talk (programme, "77"))), ==, "C");
}

/* Documents of different detail complete each other. */
static void
test_subcontributions (void)
{
  g_autofree char *plain = event_document ("WithContribs", "'contributions':[{'db_id':1,'title':'A','room':'Quay'}]");
  g_autofree char *parts = event_document ("WithSubContribs",
    "'contributions':[{'db_id':1,'title':'A','subContributions':[{'db_id':5,'title':'P'},{'db_id':5,'title':'P'},{'db_id':6},null]}]");
  g_autoptr (LanyardProgramme) programme = read_texts (NULL, plain, parts, NULL);
  const LanyardTalkFields *talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "1"));

  g_assert_cmpuint (talk->parts->len, ==, 1);
  g_assert_cmpstr (lanyard_room_get_name (talk->item.room), ==, "Quay");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indico/shapes/1.0-envelope", test_envelope);
  g_test_add_func ("/indico/shapes/1.0-feed-id", test_feed_id);
  g_test_add_func ("/indico/shapes/1.1-unknown-zone", test_unknown_zone);
  g_test_add_func ("/indico/shapes/1.2-event", test_event);
  g_test_add_func ("/indico/shapes/1.2-cancelled", test_cancelled);
  g_test_add_func ("/indico/shapes/1.3-blocks-and-sessions", test_blocks_and_sessions);
  g_test_add_func ("/indico/shapes/1.4-leads-of-blocks", test_leads_of_blocks);
  g_test_add_func ("/indico/shapes/1.5-contribution", test_contribution);
  g_test_add_func ("/indico/shapes/1.5-friendly-ids", test_friendly_ids);
  g_test_add_func ("/indico/shapes/1.5-subcontributions", test_subcontributions);
  g_test_add_func ("/indico/shapes/1.6-persons", test_persons);
  g_test_add_func ("/indico/shapes/1.6-person-of-two-affiliations", test_person_of_two_affiliations);
  g_test_add_func ("/indico/shapes/1.6-persons-of-timetable", test_persons_of_timetable);
  g_test_add_func ("/indico/shapes/1.8-timetable-alone", test_timetable_alone);
  g_test_add_func ("/indico/shapes/1.8-timetable-breaks", test_timetable_breaks);
  g_test_add_func ("/indico/shapes/1.9-indico-1", test_indico_1);

  return g_test_run ();
}
