/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One programme of several feeds: what is one thing and what are two. */

#include "config.h"

#include "formats/lanyard-join.h"

#define DAY 1790000000

/* A programme with one session, in it a block with one talk, by one person. */
typedef struct
{
  const char *conference;
  const char *session;
  const char *key;
  const char *title;
  const char *room;
  const char *person;
  gint64 start;
  const char *session_key; /* "track:1" if none */
} Sketch;

static LanyardProgramme *
make (const Sketch *sketch)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (&(LanyardConferenceFields) {
    .feed_id = sketch->conference,
    .title = sketch->conference,
    .zone = "UTC",
    .start = sketch->start,
    .end = sketch->start + 3600,
  });
  g_autoptr (LanyardSession) session =
      lanyard_session_new (&(LanyardSessionFields) {
        .key = sketch->session_key != NULL ? sketch->session_key : "track:1",
        .title = sketch->session,
      });
  g_autoptr (LanyardRoom) room = lanyard_room_new (sketch->room, NULL);
  g_autoptr (LanyardPerson) person = lanyard_person_new ("7", sketch->person, NULL, NULL);
  g_autoptr (GPtrArray) credits = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  LanyardItemFields item = { .key = "b", .title = sketch->session, .start = sketch->start, .end = sketch->start + 3600,
                             .room = room, .session = session };
  g_autoptr (LanyardBlock) block = lanyard_block_new (&item, NULL);
  g_autoptr (LanyardBreak) brk = NULL;
  g_autoptr (LanyardTalk) talk = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new ();
  g_autoptr (GPtrArray) breaks = g_ptr_array_new ();

  g_ptr_array_add (credits, lanyard_credit_new (person, LANYARD_ROLE_SPEAKER));
  item.key = sketch->key;
  item.title = sketch->title;
  talk = lanyard_talk_new (&(LanyardTalkFields) { .item = item, .block = block, .duration = 3600, .credits = credits });
  item.key = "tea";
  item.title = "Tea";
  brk = lanyard_break_new (&item, block, NULL);
  g_ptr_array_add (sessions, session);
  g_ptr_array_add (blocks, block);
  g_ptr_array_add (talks, talk);
  g_ptr_array_add (breaks, brk);
  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = sessions,
    .blocks = blocks,
    .talks = talks,
    .breaks = breaks,
    .n_skipped = 1,
    .remarks.counts[LANYARD_REMARK_NO_START] = 2,
  });
}

static LanyardProgramme *
join (const Sketch *first,
      const Sketch *second)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (programmes, make (first));
  g_ptr_array_add (programmes, make (second));
  return lanyard_programme_join (programmes);
}

static const Sketch knots = { "Terns", "Ropes", "1", "Knots", "Pier", "Ada Tern", DAY };

/* The same feed twice is one. */
static void
test_same (void)
{
  g_autoptr (LanyardProgramme) joined = join (&knots, &knots);

  g_assert_cmpuint (lanyard_programme_get_talks (joined)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_sessions (joined)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_blocks (joined)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_breaks (joined)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (joined), ==, 2);
  g_assert_cmpuint (lanyard_programme_get_remarks (joined)->counts[LANYARD_REMARK_NO_START], ==, 4);
}

/* Numbers that two servers gave to different things are no reason to lose one. */
static void
test_same_keys (void)
{
  const Sketch sails = { "Gulls", "Canvas", "1", "Sails", "Loft", "Bea Gull", DAY + 7200 };
  g_autoptr (LanyardProgramme) joined = join (&knots, &sails);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (joined);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (joined);
  const LanyardConferenceFields *conference =
      lanyard_conference_get_fields (lanyard_programme_get_conference (joined));
  LanyardTalk *first = lanyard_programme_find_talk (joined, "1");
  LanyardTalk *second = lanyard_programme_find_talk (joined, "1#2");
  const LanyardTalkFields *fields;

  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (first)), ==, "Knots");
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (second)), ==, "Sails");
  fields = lanyard_talk_get_fields (second);
  g_assert_cmpstr (lanyard_session_get_title (fields->item.session), ==, "Canvas");
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (fields->block)), ==, "b#2");
  g_assert_true (lanyard_item_get_session (LANYARD_ITEM (fields->block)) == fields->item.session);
  g_assert_true (lanyard_programme_find_session (joined, "track:1#2") == fields->item.session);
  g_assert_cmpuint (persons->len, ==, 2);
  g_assert_cmpuint (rooms->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_breaks (joined)->len, ==, 2);

  g_assert_cmpstr (conference->title, ==, "Terns");
  g_assert_cmpint (conference->start, ==, DAY);
  g_assert_cmpint (conference->end, ==, DAY + 7200 + 3600);
}

/* A session and a room of one name are one, and so is a person of one key and
 * name. */
static void
test_shared (void)
{
  const Sketch splices = { "Gulls", "Ropes", "2", "Splices", "Pier", "Ada Tern", DAY + 7200 };
  g_autoptr (LanyardProgramme) joined = join (&knots, &splices);
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (joined);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (joined);
  const LanyardTalkFields *fields = lanyard_talk_get_fields (lanyard_programme_find_talk (joined, "2"));

  g_assert_cmpuint (lanyard_programme_get_sessions (joined)->len, ==, 1);
  g_assert_true (fields->item.session == g_ptr_array_index (lanyard_programme_get_sessions (joined), 0));
  g_assert_cmpuint (persons->len, ==, 1);
  g_assert_cmpuint (rooms->len, ==, 1);
}

/* Each format has its own keys for sessions; what one of a name has in another
 * feed belongs to the one that is there. */
static void
test_same_sessions (void)
{
  const Sketch same = { "Terns", "Ropes", "k", "Knots", "Pier", "Ada Tern", DAY, "ropes" };
  const Sketch splices = { "Terns", "Ropes", "s", "Splices", "Pier", "Ada Tern", DAY + 7200, "ropes" };
  g_autoptr (LanyardProgramme) once = join (&knots, &same);
  g_autoptr (LanyardProgramme) both = join (&knots, &splices);
  LanyardTalk *talk = lanyard_programme_find_talk (both, "s");

  g_assert_cmpuint (lanyard_programme_get_talks (once)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_sessions (once)->len, ==, 1);
  g_assert_cmpuint (lanyard_programme_get_talks (both)->len, ==, 2);
  g_assert_cmpuint (lanyard_programme_get_sessions (both)->len, ==, 1);
  g_assert_cmpstr (lanyard_session_get_key (lanyard_item_get_session (LANYARD_ITEM (talk))), ==, "track:1");
}

/* Two of one name in one feed are two; each gets what its key, or else its name,
 * says. */
static void
test_namesakes (void)
{
  const Sketch other = { "Terns", "Ropes", "s", "Splices", "Loft", "Ada Tern", DAY + 7200, "track:2" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) first = make (&knots);
  g_autoptr (LanyardProgramme) second = make (&other);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (LanyardProgramme) joined = NULL;

  g_ptr_array_extend (sessions, lanyard_programme_get_sessions (first), NULL, NULL);
  g_ptr_array_extend (sessions, lanyard_programme_get_sessions (second), NULL, NULL);
  g_ptr_array_add (parts, lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = lanyard_programme_get_conference (first),
    .sessions = sessions,
    .talks = lanyard_programme_get_talks (first),
  }));
  g_ptr_array_add (parts, g_object_ref (second));
  joined = lanyard_programme_join (parts);
  g_assert_cmpuint (lanyard_programme_get_sessions (joined)->len, ==, 2);
  g_assert_cmpstr (lanyard_session_get_key (lanyard_item_get_session (LANYARD_ITEM (lanyard_programme_find_talk (joined, "s")))),
                   ==, "track:2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/join/same", test_same);
  g_test_add_func ("/join/same-keys", test_same_keys);
  g_test_add_func ("/join/shared", test_shared);
  g_test_add_func ("/join/same-sessions", test_same_sessions);
  g_test_add_func ("/join/namesakes", test_namesakes);
  return g_test_run ();
}
