/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars as their producers mean them: what becomes of their fields, in
 * iCalendar and in xCal. */

#include "calendar-helper.h"

static void
test_sched (void)
{
  g_autoptr (LanyardProgramme) programme = read_file ("sched.ics");
  const LanyardConferenceFields *conference = conference_of (programme);
  const LanyardTalkFields *keynote = fields_of (programme, "sched-c3d4@meadowcon2031.example.com");
  const LanyardTalkFields *cancelled = fields_of (programme, "sched-a7b8@meadowcon2031.example.com");
  LanyardItem *registration = g_ptr_array_index (lanyard_programme_get_breaks (programme), 0);

  g_assert_cmpstr (conference->title, ==, "Meadowcon 2031");
  g_assert_cmpstr (conference->description, ==, "All about meadows");
  g_assert_cmpstr (conference->zone, ==, "UTC");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 1);
  g_assert_cmpstr (lanyard_item_get_title (registration), ==, "Registration & Badge Pick-up");
  g_assert_cmpstr (room_of (registration), ==, "Foyer, Level 1");

  g_assert_cmpstr (keynote->item.title, ==, "Grass & Clover - Ada Halm, Meadow Ltd");
  g_assert_cmpint (keynote->item.start, ==, instant ("2031-06-07T07:30:00Z"));
  g_assert_cmpint (keynote->item.end, ==, instant ("2031-06-07T08:00:00Z"));
  g_assert_cmpint (keynote->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpstr (lanyard_session_get_key (keynote->item.session), ==, "track:KEYNOTE SESSIONS");
  g_assert_cmpstr (keynote->keywords[0], ==, "BEGINNERS");
  g_assert_null (keynote->keywords[1]);

  g_assert_true (cancelled->item.is_cancelled);
  g_assert_cmpuint (cancelled->links->len, ==, 2);
  g_assert_cmpint (((LanyardLink *) cancelled->links->pdata[0])->kind, ==, LANYARD_LINK_FILE);
  g_assert_cmpint (((LanyardLink *) cancelled->links->pdata[1])->kind, ==, LANYARD_LINK_STREAM);
  g_assert_cmpstr (((LanyardLink *) cancelled->links->pdata[1])->title, ==, "Join");
  g_assert_true (lanyard_remarks_is_empty (lanyard_programme_get_remarks (programme)));
}

static void
test_pretalx (void)
{
  g_autoptr (LanyardProgramme) programme = read_file ("pretalx.ics");
  const LanyardTalkFields *winter = fields_of (programme, "pretalx-heathcamp-ABC123@talks.example.org");
  const LanyardTalkFields *summer = fields_of (programme, "pretalx-heathcamp-GHI789@talks.example.org");
  const LanyardTalkFields *open = fields_of (programme, "pretalx-heathcamp-DEF456@talks.example.org");
  g_autofree char *names = dup_names (winter->credits);

  g_assert_cmpstr (conference_of (programme)->title, ==, "heathcamp");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:talks.example.org/heathcamp/2031");
  g_assert_cmpstr (winter->item.title, ==, "Heather - a love story");
  g_assert_cmpstr (names, ==, "Erika Moos\nTom Torf");
  g_assert_cmpint (winter->item.start, ==, instant ("2031-03-26T09:00:00Z"));
  g_assert_cmpint (winter->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_cmpint (summer->item.start, ==, instant ("2031-03-31T08:00:00Z"));
  g_assert_cmpstr (open->item.title, ==, "Open stage");
  g_assert_cmpuint (open->credits->len, ==, 0);
}

/* The zone is nobody's, so its description counts. */
static void
test_described_zone (void)
{
  g_autoptr (LanyardProgramme) programme = read_file ("outlook.ics");
  const LanyardTalkFields *summer = fields_of (programme, "summer");
  const LanyardTalkFields *autumn = fields_of (programme, "autumn");
  g_autofree char *names = dup_names (summer->credits);

  g_assert_cmpint (lanyard_item_get_start (talk_of (programme, "winter")), ==, instant ("2031-01-20T10:00:00Z"));
  g_assert_cmpint (summer->item.start, ==, instant ("2031-07-20T09:00:00Z"));
  g_assert_cmpint (summer->item.end, ==, instant ("2031-07-20T10:30:00Z"));
  /* The clocks went back that morning. */
  g_assert_cmpint (autumn->item.start, ==, instant ("2031-10-26T10:00:00Z"));
  g_assert_cmpstr (autumn->description, ==, "This one");
  g_assert_cmpstr (names, ==, "Erika Moos");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_ZONE), ==, 0);
}

static void
test_xcal_of_pentabarf (void)
{
  g_autoptr (LanyardProgramme) programme = read_files ((const char *[]) { "pentabarf.xcal", NULL }, "Europe/Berlin");
  const LanyardTalkFields *brook = fields_of (programme, "4@bc2031@pentabarf.org");
  const LanyardTalkFields *ford = fields_of (programme, "5@bc2031@pentabarf.org");
  g_autofree char *names = dup_names (brook->credits);

  g_assert_cmpstr (conference_of (programme)->title, ==, "bc2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "Europe/Berlin");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "schedule:conference.example.org/bc2031");
  g_assert_cmpstr (brook->item.title, ==, "Brook & stream; or: water");
  g_assert_cmpstr (brook->subtitle, ==, "An introduction");
  g_assert_cmpstr (brook->language, ==, "de");
  g_assert_cmpstr (brook->type, ==, "Lecture");
  g_assert_null (brook->item.session);
  g_assert_cmpstr (names, ==, "Erika Moos, Moor e. V.\nTom Torf");
  g_assert_cmpstr (brook->description, ==, "Two lines,\nand a \\ in them.\n  Indented.");
  g_assert_cmpstr (brook->url, ==, "https://conference.example.org/2031/2031/events/4.html");
  g_assert_cmpint (brook->item.start, ==, instant ("2031-08-11T21:30:00Z"));
  g_assert_cmpint (brook->item.end, ==, instant ("2031-08-11T23:00:00Z"));
  g_assert_cmpint (ford->item.end, ==, instant ("2031-08-12T08:45:00Z"));
  g_assert_cmpstr (room_of (talk_of (programme, "5@bc2031@pentabarf.org")), ==, "Bridge, left bank");
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_NO_ZONE), ==, 1);
  g_assert_cmpuint (count_remark (programme, LANYARD_REMARK_MENDED), ==, 0);
}

static void
test_xcal_of_the_standard (void)
{
  g_autoptr (LanyardProgramme) programme = read_file ("rfc6321.xcal");
  const LanyardTalkFields *wells = fields_of (programme, "spring-1");
  g_autofree char *names = dup_names (wells->credits);

  g_assert_cmpstr (conference_of (programme)->title, ==, "Spring Meeting 2031");
  g_assert_cmpstr (conference_of (programme)->zone, ==, "America/St_Johns");
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 1);
  g_assert_cmpint (wells->item.start, ==, instant ("2031-04-10T11:30:00Z"));
  g_assert_cmpint (wells->item.end, ==, instant ("2031-04-10T12:30:00Z"));
  g_assert_cmpstr (wells->item.title, ==, "Wells, springs");
  g_assert_cmpstr (lanyard_session_get_title (wells->item.session), ==, "Water");
  g_assert_cmpstr (wells->keywords[0], ==, "Stone, sand");
  g_assert_cmpstr (wells->url, ==, "https://spring.example.org/1");
  g_assert_cmpstr (names, ==, "Erika Moos");
  g_assert_null (wells->description);
}

/* Three calendars of one event make what the JSON makes, with its keys. */
static void
test_indico (void)
{
  const char *names[] = { "indico-sessions.ics", "indico-event.ics", "indico-contributions.ics", NULL };
  g_autoptr (LanyardProgramme) programme = read_files (names, "Europe/Dublin");
  const LanyardConferenceFields *conference = conference_of (programme);
  const LanyardTalkFields *drain = fields_of (programme, "71");
  const LanyardTalkFields *closing = fields_of (programme, "73");
  LanyardSession *session = lanyard_programme_find_session (programme, "5");
  g_autofree char *speakers = dup_names (drain->credits);
  g_autofree char *leads = NULL;

  g_assert_cmpstr (conference->feed_id, ==, "https://moor.example.org/event/7/");
  g_assert_cmpstr (conference->title, ==, "Moorland Plumbing 2031");
  g_assert_cmpstr (conference->description, ==, "Pipes in the moor.");
  g_assert_cmpstr (conference->venue, ==, "Castle");
  g_assert_cmpstr (conference->zone, ==, "Europe/Dublin");
  g_assert_cmpint (conference->start, ==, instant ("2031-09-05T06:00:00Z"));
  g_assert_cmpuint (conference->chairs->len, ==, 1);

  g_assert_nonnull (session);
  g_assert_cmpstr (lanyard_session_get_title (session), ==, "Drainage MC");
  g_assert_cmpstr (lanyard_session_get_fields (session)->description, ==, "All that flows.");
  leads = dup_names (lanyard_session_get_fields (session)->leads);
  g_assert_cmpstr (leads, ==, "Lead Moos");
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 2);

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 3);
  g_assert_true (drain->item.session == session);
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (drain->block)), ==, "31");
  g_assert_cmpstr (speakers, ==, "Ann Halm\nBob Torf");
  g_assert_cmpstr (drain->description, ==, "Long pipes.");
  g_assert_cmpstr (room_of (talk_of (programme, "71")), ==, "Tower 1");
  g_assert_null (fields_of (programme, "72")->description);
  g_assert_null (closing->item.session);
  g_assert_null (room_of (talk_of (programme, "73")));
}

/* One of the three alone is still the same event. */
static void
test_indico_contributions (void)
{
  g_autoptr (LanyardProgramme) programme = read_file ("indico-contributions.ics");

  g_assert_cmpstr (conference_of (programme)->title, ==, "Event 7 at moor.example.org");
  g_assert_cmpstr (conference_of (programme)->feed_id, ==, "https://moor.example.org/event/7/");
  g_assert_cmpstr (room_of (talk_of (programme, "71")), ==, "Tower 1");
  g_assert_null (room_of (talk_of (programme, "73")));
}

/* Indico's old export turns names round and puts the venue first. */
static void
test_old_indico (void)
{
  g_autoptr (LanyardProgramme) programme = read_events (
      "BEGIN:VEVENT\r\nUID:indico-contribution-18-1@moor.example.org\r\nSUMMARY:Reeds\r\nDTSTART:20310905T080000Z\r\n"
      "DTEND:20310905T083000Z\r\nURL:https://moor.example.org/event/18/contributions/1891/\r\n"
      "DESCRIPTION:Speakers: Moos\\, Erika (Moor\\, Inc.)\\, Torf\\, Tom ()\\nAll about reeds\\, and more\r\nEND:VEVENT\r\n");
  const LanyardTalkFields *reeds = fields_of (programme, "1891");
  g_autofree char *names = dup_names (reeds->credits);

  g_assert_cmpstr (names, ==, "Erika Moos\nTom Torf");
  g_assert_cmpstr (reeds->description, ==, "All about reeds, and more");
}

/* --- real files, where they are ------------------------------------------------ */

static GBytes *
load_shared (const char *name)
{
  const char *folder = g_getenv ("LANYARD_SHARED_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return format_abuse_load (path);
  g_test_skip ("the shared data is not here");
  return NULL;
}

/* Indico's calendars know nearly what its JSON does: the same talks under the
 * same keys at the same time, in the same session, as far as rooms tell it. */
static void
test_indico_in_two_formats (void)
{
  static const char prefix[] = "indico-synthetic/lpc2024-like.event.";
  static const char * const scopes[] = { "contribution", "event", "session" };
  g_autoptr (GPtrArray) calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) exports = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) calendar = NULL;
  g_autoptr (LanyardProgramme) json = NULL;
  guint n_sessions = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *name = g_strconcat (prefix, scopes[i], ".indico-3.3.12.ics", NULL);
      GBytes *document = load_shared (name);

      if (document == NULL)
        return;
      g_ptr_array_add (calendars, document);
    }
  g_ptr_array_add (exports, load_shared ("indico-synthetic/lpc2024-like.event.sessions.indico-3.3.12.json"));
  calendar = lanyard_format_read (calendars, NULL, NULL);
  json = lanyard_format_read (exports, NULL, NULL);
  g_assert_cmpstr (conference_of (calendar)->feed_id, ==, conference_of (json)->feed_id);
  g_assert_cmpstr (conference_of (calendar)->title, ==, conference_of (json)->title);
  for (guint i = 0; i < lanyard_programme_get_talks (calendar)->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (lanyard_programme_get_talks (calendar), i);
      LanyardTalk *same = lanyard_programme_find_talk (json, lanyard_item_get_key (talk));
      LanyardSession *session = lanyard_item_get_session (talk);

      g_assert_nonnull (same);
      g_assert_cmpstr (lanyard_item_get_title (talk), ==, lanyard_item_get_title (LANYARD_ITEM (same)));
      g_assert_cmpint (lanyard_item_get_start (talk), ==, lanyard_item_get_start (LANYARD_ITEM (same)));
      g_assert_cmpint (lanyard_item_get_end (talk), ==, lanyard_item_get_end (LANYARD_ITEM (same)));
      g_assert_cmpstr (room_of (talk), ==, room_of (LANYARD_ITEM (same)));
      if (session == NULL)
        continue;
      n_sessions++;
      g_assert_cmpstr (lanyard_session_get_key (session), ==,
                       lanyard_session_get_key (lanyard_item_get_session (LANYARD_ITEM (same))));
    }
  g_assert_cmpuint (n_sessions, >, lanyard_programme_get_talks (calendar)->len / 2);
}

/* Cut off at every thousandth byte, or at a hundred places where that would
 * take long. */
static void
test_cut_off (gconstpointer name)
{
  g_autoptr (GBytes) document = load_shared (name);

  if (document != NULL)
    format_abuse_truncate (document, MAX (1000, g_bytes_get_size (document) / 100));
}

/* Bad bytes are met in format-calendar-mend; here is what good ones turn into. */
static void
test_abuse (gconstpointer path)
{
  g_autoptr (GBytes) document = format_abuse_load (path);
  gboolean is_xml = g_str_has_suffix (path, ".xcal");
  const FormatNesting nesting = {
    is_xml ? "<a>" : "\r\nBEGIN:VALARM\r\n",
    is_xml ? "</a>" : "\r\nEND:VALARM\r\n",
  };

  format_abuse (document, &nesting);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const real_files[] = {
    "ics/emf-2018.ics", "ics/emf-2022.ics", "ics/fosdem-2024-bookmarks-terts.ics", "ics/kielux_2020.ics",
    "ics/leap-festival.ics", "ics/linux_conf_au_2020.ics", "klimacamp2015/schedule.ics", "klimacamp2015/schedule.xcal",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-calendar/sched", test_sched);
  g_test_add_func ("/format-calendar/pretalx", test_pretalx);
  g_test_add_func ("/format-calendar/described-zone", test_described_zone);
  g_test_add_func ("/format-calendar/xcal/pentabarf", test_xcal_of_pentabarf);
  g_test_add_func ("/format-calendar/xcal/standard", test_xcal_of_the_standard);
  g_test_add_func ("/format-calendar/indico/whole", test_indico);
  g_test_add_func ("/format-calendar/indico/contributions", test_indico_contributions);
  g_test_add_func ("/format-calendar/indico/old", test_old_indico);
  g_test_add_func ("/format-calendar/indico/two-formats", test_indico_in_two_formats);
  for (gsize i = 0; i < G_N_ELEMENTS (real_files); i++)
    {
      g_autofree char *path = g_strconcat ("/format-calendar/cut-off/", real_files[i], NULL);

      g_test_add_data_func (path, real_files[i], test_cut_off);
    }
  format_abuse_add_tests ("/format-calendar/abuse", "calendar", test_abuse);
  return g_test_run ();
}
