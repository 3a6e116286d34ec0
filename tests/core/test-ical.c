/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What calendar programs get: written by us, read back by libical. For readers
 * that are written otherwise, "--write FILE" keeps a calendar. */

#include "config.h"

#include <libical/ical.h>

#include "export/lanyard-ical.h"
#include "model/lanyard-change.h"

#define NOW 1790000000

/* A session of one block with a talk in it, a break, a talk without a time and
 * one that is cancelled, of an Indico event. */
typedef struct
{
  LanyardProgramme *programme;
  GPtrArray *items; /* all of them */
} Fixture;

static LanyardConference *
make_conference (const char *feed_id)
{
  return lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = "0f9d2c1e-0000-4000-8000-000000000000",
    .feed_id = feed_id,
    .title = "Wattlebird",
    .zone = "Europe/Prague",
    .venue = "Old Mill",
    .imported_at = NOW - 60,
  });
}

static void
set_up_with (Fixture    *fixture,
             const char *feed_id,
             const char *talk_title)
{
  g_autoptr (LanyardConference) conference = make_conference (feed_id);
  g_autoptr (LanyardRoom) room = lanyard_room_new ("Room 1, \"upstairs\"; left", NULL);
  g_autoptr (LanyardPerson) ada = lanyard_person_new ("p1", "Ada Ørsted", "ACME", NULL);
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  g_autoptr (GPtrArray) speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  g_autoptr (LanyardSession) session = NULL;
  g_autoptr (LanyardBlock) block = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) breaks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (leads, lanyard_credit_new (ada, LANYARD_ROLE_LEAD));
  g_ptr_array_add (speakers, lanyard_credit_new (ada, LANYARD_ROLE_SPEAKER));
  session = lanyard_session_new (&(LanyardSessionFields) {
    .key = "7",
    .title = "VFIO, IOMMU & PCI; \\ MC",
    .description = "All about *buses*.",
    .description_format = LANYARD_TEXT_MARKDOWN,
    .url = "https://events.example.org/event/77/sessions/7/",
    .leads = leads,
  });
  block = lanyard_block_new (&(LanyardItemFields) {
    .key = "701", .title = "VFIO, IOMMU & PCI; \\ MC", .start = 1790000000, .end = 1790007200, .room = room, .session = session,
  }, NULL);
  g_ptr_array_add (sessions, session);
  g_ptr_array_add (blocks, block);
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "3104", .title = talk_title, .start = 1790000000, .end = 1790001800, .room = room, .session = session },
    .block = block,
    .description = "First line,\nsecond;\\ **bold**\ttab\n\n- one\n- two",
    .description_format = LANYARD_TEXT_MARKDOWN,
    .url = "https://events.example.org/event/77/contributions/3104/",
    .credits = speakers,
  }));
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "3105", .title = "Sometime", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME },
  }));
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "3106", .title = "Not any more", .start = 1790010000, .end = 1790010000, .is_cancelled = TRUE },
  }));
  g_ptr_array_add (breaks, lanyard_break_new (&(LanyardItemFields) {
    .key = "2026-10-05/Lunch/1", .title = "Lunch", .start = 1790003600, .end = 1790007200,
  }, NULL, NULL));

  fixture->programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .blocks = blocks, .talks = talks, .breaks = breaks,
  });
  fixture->items = g_ptr_array_new ();
  g_ptr_array_extend (fixture->items, lanyard_programme_get_talks (fixture->programme), NULL, NULL);
  g_ptr_array_extend (fixture->items, lanyard_programme_get_blocks (fixture->programme), NULL, NULL);
  g_ptr_array_extend (fixture->items, lanyard_programme_get_breaks (fixture->programme), NULL, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, "https://events.example.org:8443/indico/event/77/", "Copy on write");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->items, g_ptr_array_unref);
  g_assert_finalize_object (fixture->programme);
}

static LanyardPlan *
make_plan (LanyardProgramme *programme,
           LanyardKind       kind,
           const char       *key,
           LanyardLevel      level)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);

  g_autoptr (LanyardDecisions) decisions = NULL;

  g_ptr_array_add (picks, lanyard_pick_new (kind, key, level, 0));
  decisions = lanyard_decisions_new (picks, NULL, NULL);
  return lanyard_plan_new (programme, decisions);
}

static GBytes *
export_with (Fixture                   *fixture,
             LanyardPlan               *plan,
             GPtrArray                 *changes,
             const LanyardIcalSettings *settings,
             guint                     *n_left_out)
{
  g_autoptr (GPtrArray) extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);

  g_ptr_array_add (extracts, lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = plan, .changes = changes, .items = fixture->items,
  }));
  return lanyard_ical_export (extracts, settings, n_left_out);
}

static char *
export_text (Fixture     *fixture,
             LanyardPlan *plan)
{
  const LanyardIcalSettings settings = { .alarm = LANYARD_ICAL_NO_ALARM };
  g_autoptr (GBytes) bytes = export_with (fixture, plan, NULL, &settings, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static icalcomponent *
parse_back (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static icalcomponent *
export_back (Fixture     *fixture,
             LanyardPlan *plan)
{
  g_autofree char *text = export_text (fixture, plan);

  return parse_back (text);
}

static icalcomponent *
find_event (icalcomponent *calendar,
            const char    *summary)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_strcmp0 (icalcomponent_get_summary (event), summary) == 0)
      return event;
  g_error ("There is no entry “%s”", summary);
}

static const char *
get_text (icalcomponent     *event,
          icalproperty_kind  kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);

  return property != NULL ? icalvalue_get_text (icalproperty_get_value (property)) : NULL;
}

static void
test_talk (Fixture       *fixture,
           gconstpointer  data)
{
  icalcomponent *calendar = export_back (fixture, NULL);
  icalcomponent *event = find_event (calendar, "Copy on write");
  struct icaltimetype start = icalcomponent_get_dtstart (event);

  g_assert_cmpstr (icalcomponent_get_uid (event), ==, "indico-contribution-3104@events.example.org");
  g_assert_true (icaltime_is_utc (start));
  g_assert_cmpint (icaltime_as_timet (start), ==, 1790000000);
  g_assert_cmpint (icaltime_as_timet (icalcomponent_get_dtend (event)), ==, 1790001800);
  g_assert_cmpint (icaltime_as_timet (icalcomponent_get_dtstamp (event)), ==, NOW - 60);
  g_assert_cmpint (icaltime_as_timet (icalproperty_get_lastmodified (
                       icalcomponent_get_first_property (event, ICAL_LASTMODIFIED_PROPERTY))), ==, NOW - 60);
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 0);
  g_assert_cmpstr (icalcomponent_get_location (event), ==, "Room 1, \"upstairs\"; left, Old Mill");
  g_assert_cmpstr (icalcomponent_get_description (event), ==,
                   "Speakers: Ada Ørsted\n\nFirst line,\nsecond;\\ bold tab\n\n• one\n• two");
  g_assert_cmpstr (icalproperty_get_url (icalcomponent_get_first_property (event, ICAL_URL_PROPERTY)), ==,
                   "https://events.example.org/event/77/contributions/3104/");
  g_assert_cmpstr (get_text (event, ICAL_CATEGORIES_PROPERTY), ==, "VFIO, IOMMU & PCI; \\ MC");
  g_assert_cmpint (icalcomponent_get_status (event), ==, ICAL_STATUS_CONFIRMED);
  icalcomponent_free (calendar);
}

static void
test_block_and_break (Fixture       *fixture,
                      gconstpointer  data)
{
  icalcomponent *calendar = export_back (fixture, NULL);
  icalcomponent *block = find_event (calendar, "VFIO, IOMMU & PCI; \\ MC");
  icalcomponent *lunch = find_event (calendar, "Lunch");

  g_assert_cmpstr (icalcomponent_get_uid (block), ==, "indico-session-block-701@events.example.org");
  g_assert_cmpstr (icalcomponent_get_description (block), ==,
                   "Led by Ada Ørsted\n\n• Copy on write (Ada Ørsted)\n\nAll about buses.");
  g_assert_true (g_str_has_prefix (icalcomponent_get_uid (lunch), "lanyard-break-"));
  g_assert_cmpstr (icalcomponent_get_location (lunch), ==, "Old Mill");
  g_assert_null (icalcomponent_get_first_property (lunch, ICAL_CATEGORIES_PROPERTY));
  g_assert_null (icalcomponent_get_first_property (lunch, ICAL_URL_PROPERTY));
  icalcomponent_free (calendar);
}

/* The same each time and on each computer, and no two alike. */
static void
test_uids (void)
{
  static const char *feed_ids[] = { "indico:77", "https://conf.example.org/event/schedule.xml" };
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (feed_ids); i++)
      {
        Fixture fixture = { NULL, NULL };
        icalcomponent *calendar;

        set_up_with (&fixture, feed_ids[i], "Copy on write");
        calendar = export_back (&fixture, NULL);
        for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
             event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
          {
            g_assert_null (strstr (icalcomponent_get_uid (event), "indico-"));
            g_assert_cmpint (g_hash_table_add (uids, g_strdup (icalcomponent_get_uid (event))), ==, round == 0);
          }
        icalcomponent_free (calendar);
        tear_down (&fixture, NULL);
      }
  g_assert_cmpuint (g_hash_table_size (uids), ==, 8);
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_left_out = 99;
  const LanyardIcalSettings settings = { .alarm = LANYARD_ICAL_NO_ALARM };
  g_autoptr (GBytes) bytes = export_with (fixture, NULL, NULL, &settings, &n_left_out);
  icalcomponent *calendar = export_back (fixture, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (n_left_out, ==, 1);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 4);
  icalcomponent_free (calendar);
}

static void
assert_status (Fixture             *fixture,
               LanyardPlan         *plan,
               const char          *summary,
               icalproperty_status  status)
{
  icalcomponent *calendar = export_back (fixture, plan);

  g_assert_cmpint (icalcomponent_get_status (find_event (calendar, summary)), ==, status);
  icalcomponent_free (calendar);
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardPlan) maybe = make_plan (fixture->programme, LANYARD_KIND_TALK, "3104", LANYARD_LEVEL_MAYBE);
  g_autoptr (LanyardPlan) going = make_plan (fixture->programme, LANYARD_KIND_TALK, "3104", LANYARD_LEVEL_GOING);
  g_autoptr (LanyardPlan) session = make_plan (fixture->programme, LANYARD_KIND_SESSION, "7", LANYARD_LEVEL_MAYBE);

  assert_status (fixture, maybe, "Copy on write", ICAL_STATUS_TENTATIVE);
  assert_status (fixture, maybe, "Lunch", ICAL_STATUS_CONFIRMED);
  assert_status (fixture, going, "Copy on write", ICAL_STATUS_CONFIRMED);
  assert_status (fixture, session, "Copy on write", ICAL_STATUS_TENTATIVE);
  assert_status (fixture, session, "VFIO, IOMMU & PCI; \\ MC", ICAL_STATUS_TENTATIVE);
  assert_status (fixture, NULL, "Not any more", ICAL_STATUS_CANCELLED);
}

/* RFC 5545 3.1: CR LF ends each line, and none is longer than 75 octets; no
 * character is cut. */
static void
test_lines (void)
{
  static const char *titles[] = {
    "絵文字と漢字の長い題名がここで折り返されるはずですがどの文字も切られてはなりません",
    "🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘",
    "a👩‍👩‍👧‍👦b漢字c👩‍👩‍👧‍👦d漢字e👩‍👩‍👧‍👦f漢字g👩‍👩‍👧‍👦h漢字",
    "Wordsthatdonotbreakwordsthatdonotbreakwordsthatdonotbreakwordsthatdonotbreakwordsthatdonotbreak",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      Fixture fixture = { NULL, NULL };
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      icalcomponent *calendar;

      set_up_with (&fixture, "indico:1", titles[i]);
      text = export_text (&fixture, NULL);
      g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
      lines = g_strsplit (text, "\r\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_cmpuint (strlen (lines[j]), <=, 75);
          g_assert_null (strpbrk (lines[j], "\r\n\t"));
          g_assert_true (g_utf8_validate (lines[j], -1, NULL));
        }
      calendar = export_back (&fixture, NULL);
      find_event (calendar, titles[i]);
      icalcomponent_free (calendar);
      tear_down (&fixture, NULL);
    }
}

/* Nothing to say is no property, and what begins when it ends has no end. */
static void
test_no_end (Fixture       *fixture,
             gconstpointer  data)
{
  icalcomponent *calendar = export_back (fixture, NULL);
  icalcomponent *event = find_event (calendar, "Not any more");

  g_assert_null (icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY));
  g_assert_null (icalcomponent_get_first_property (event, ICAL_DESCRIPTION_PROPERTY));
  icalcomponent_free (calendar);
}

static LanyardChange *
make_change (LanyardChangeKind  kind,
             LanyardKind        item_kind,
             const char        *key,
             gint64             noticed_at)
{
  return lanyard_change_new (&(LanyardChangeFields) {
    .kind = kind, .item_kind = item_kind, .key = key, .title = "Any", .noticed_at = noticed_at,
  });
}

static void
assert_revision (icalcomponent *calendar,
                 const char    *summary,
                 int            sequence,
                 gint64         modified_at)
{
  icalcomponent *event = find_event (calendar, summary);
  icalproperty *modified = icalcomponent_get_first_property (event, ICAL_LASTMODIFIED_PROPERTY);

  g_assert_cmpint (icalcomponent_get_sequence (event), ==, sequence);
  g_assert_cmpint (icaltime_as_timet (icalproperty_get_lastmodified (modified)), ==, modified_at);
  g_assert_cmpint (icaltime_as_timet (icalcomponent_get_dtstamp (event)), ==, modified_at);
}

/* What a refresh found counts once, that something is new not at all; a block
 * changes with what is in it. */
static void
test_revisions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  const LanyardIcalSettings settings = { .alarm = LANYARD_ICAL_NO_ALARM };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_TIME, LANYARD_KIND_TALK, "3104", NOW + 200));
  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_ROOM, LANYARD_KIND_TALK, "3104", NOW + 200));
  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_TITLE, LANYARD_KIND_SESSION, "7", NOW + 150));
  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_TITLE, LANYARD_KIND_TALK, "3104", NOW + 100));
  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_NEW, LANYARD_KIND_TALK, "3104", NOW));
  g_ptr_array_add (changes, make_change (LANYARD_CHANGE_NEW, LANYARD_KIND_BREAK, "2026-10-05/Lunch/1", NOW));

  bytes = export_with (fixture, NULL, changes, &settings, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  calendar = parse_back (text);
  assert_revision (calendar, "Copy on write", 2, NOW + 200);
  assert_revision (calendar, "VFIO, IOMMU & PCI; \\ MC", 3, NOW + 200);
  assert_revision (calendar, "Lunch", 0, NOW);
  assert_revision (calendar, "Not any more", 0, NOW - 60);
  icalcomponent_free (calendar);
}

/* What is exported twice is the same, to the byte. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = export_text (fixture, NULL);
  g_autofree char *second = export_text (fixture, NULL);

  g_assert_cmpstr (first, ==, second);
  g_assert_null (strstr (first, "METHOD"));
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  const LanyardIcalSettings settings = { .name = "My plan, tomorrow; \"mine\"", .alarm = 10, .has_zones = TRUE };
  g_autoptr (GBytes) bytes = export_with (fixture, NULL, NULL, &settings, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  icalcomponent *calendar = parse_back (text);
  icalcomponent *event = find_event (calendar, "Copy on write");
  icalcomponent *alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);
  struct icaltimetype start = icalcomponent_get_dtstart (event);
  struct icaltriggertype trigger =
      icalproperty_get_trigger (icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY));

  g_assert_cmpint (icaldurationtype_as_int (trigger.duration), ==, -600);
  g_assert_null (icalcomponent_get_first_component (find_event (calendar, "Not any more"), ICAL_VALARM_COMPONENT));
  g_assert_cmpstr (icaltime_get_tzid (start), ==, "Europe/Prague");
  g_assert_cmpint (start.hour, ==, 16);
  g_assert_cmpint (icaltime_as_timet_with_zone (start, icalcomponent_get_timezone (calendar, "Europe/Prague")), ==, NOW);
  g_assert_cmpstr (get_text (calendar, ICAL_NAME_PROPERTY), ==, settings.name);
  g_assert_nonnull (strstr (text, "X-WR-CALNAME:My plan\\, tomorrow\\; \"mine\"\r\n"));
  icalcomponent_free (calendar);
}

/* For the reader in the other language. */
static int
write_to (const char *path)
{
  Fixture fixture = { NULL, NULL };
  g_autofree char *text = NULL;
  gboolean written;

  set_up_with (&fixture, "https://events.example.org/event/77/", "絵文字 🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘🦘, and; so\\on");
  text = export_text (&fixture, NULL);
  written = g_file_set_contents (path, text, -1, NULL);
  tear_down (&fixture, NULL);
  return written ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_to (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ical/talk", Fixture, NULL, set_up, test_talk, tear_down);
  g_test_add ("/ical/block-and-break", Fixture, NULL, set_up, test_block_and_break, tear_down);
  g_test_add_func ("/ical/uids", test_uids);
  g_test_add ("/ical/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/ical/status", Fixture, NULL, set_up, test_status, tear_down);
  g_test_add_func ("/ical/lines", test_lines);
  g_test_add ("/ical/revisions", Fixture, NULL, set_up, test_revisions, tear_down);
  g_test_add ("/ical/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/ical/settings", Fixture, NULL, set_up, test_settings, tear_down);
  g_test_add ("/ical/no-end", Fixture, NULL, set_up, test_no_end, tear_down);

  return g_test_run ();
}
