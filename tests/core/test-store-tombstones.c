/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of picks and notes when a refresh drops, renumbers or brings
 * back what they were made for. */

#include "config.h"

#include "refresh-helper.h"

static void
assert_stored (StoreFixture *fixture,
               const char   *uuid,
               const char   *expected)
{
  g_autofree char *stored = describe_stored (fixture->store, uuid);

  g_assert_cmpstr (stored, ==, expected);
}

static void
assert_picks (StoreFixture *fixture,
              const char   *uuid,
              const char   *expected)
{
  g_autofree char *picks = describe_picks (fixture->store, uuid);

  g_assert_cmpstr (picks, ==, expected);
}

static void
assert_changes (const LanyardSaved *saved,
                const char         *expected)
{
  g_autofree char *changes = describe_changes (saved->changes);

  g_assert_cmpstr (changes, ==, expected);
}

static void
pick (StoreFixture *fixture,
      const char   *uuid,
      LanyardKind   kind,
      const char   *key,
      LanyardLevel  level)
{
  g_autoptr (GError) error = NULL;

  set_pick (fixture->store, uuid, kind, key, level, &error);
  g_assert_no_error (error);
}

static void
add_note (StoreFixture *fixture,
          const char   *key,
          const char   *text)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO notes (conference, kind, key, text, changed_at)"
                                          "  SELECT id, 'talk', '%s', '%s', 5 FROM conferences", key, text);

  run_sql (fixture->path, sql);
}

static const ScheduleTalk three_talks[] = {
  { .key = "a", .start = 0, .room = "Hall", .session = "mc", .description = "Locks and keys" },
  { .key = "b", .start = 30, .room = "Hall", .session = "mc" },
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};
static const ScheduleTalk without_a[] = {
  { .key = "b", .start = 30, .room = "Hall", .session = "mc" },
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};
static const ScheduleTalk only_c[] = {
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};

static void
test_talk_through_three_refreshes (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = three_talks }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (LanyardSaved) fourth = NULL;
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  const LanyardTalkFields *talk;

  pick (fixture, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_MAYBE);
  second = refresh (fixture->store, &(Schedule) { .talks = without_a }, 2);
  assert_changes (second, "cancelled talk a mine");
  assert_stored (fixture, first->uuid, "mc | mc | a! b c |");
  assert_picks (fixture, first->uuid, "talk a maybe");

  g_test_message ("It keeps all it had and is found, but is no talk of the feed any more");
  whole = load_whole (fixture->store, first->uuid, NULL);
  talk = lanyard_talk_get_fields (lanyard_programme_find_talk (whole, "a"));
  g_assert_true (talk->item.is_cancelled);
  g_assert_cmpstr (talk->description, ==, "Locks and keys");
  g_assert_cmpstr (lanyard_room_get_name (talk->item.room), ==, "Hall");
  g_assert_cmpstr (lanyard_session_get_key (talk->item.session), ==, "mc");
  g_assert_false (lanyard_session_is_cancelled (talk->item.session));
  matches = search (fixture->store, first->uuid, "locks", NULL);
  g_assert_cmpuint (matches->len, ==, 1);
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (lanyard_conference_get_fields (conferences->pdata[0])->n_talks, ==, 2);

  g_test_message ("It stays, and is not cancelled a second time");
  third = refresh (fixture->store, &(Schedule) { .talks = only_c }, 3);
  assert_changes (third, "cancelled session mc\ncancelled talk b");
  assert_stored (fixture, first->uuid, " | | a! c |");

  g_test_message ("It comes back");
  fourth = refresh (fixture->store, &(Schedule) { .talks = three_talks }, 4);
  assert_changes (fourth, "new session mc\nrestored talk a mine\nnew talk b");
  assert_stored (fixture, first->uuid, "mc | mc | a b c |");
  assert_picks (fixture, first->uuid, "talk a maybe");
}

static void
test_session_and_break (StoreFixture  *fixture,
                        gconstpointer  data)
{
  const Schedule full = {
    .talks = three_talks,
    .session = "bof",
    .breaks = (ScheduleBreak[]) { { "lunch", "Lunch", 240 }, { NULL } },
  };
  const Schedule bare = { .talks = only_c };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &full, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (LanyardSaved) fourth = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_SESSION, "mc", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_BREAK, "lunch", LANYARD_LEVEL_GOING);
  second = refresh (fixture->store, &bare, 2);
  assert_changes (second, "cancelled session bof\ncancelled session mc mine\ncancelled talk a mine\n"
                          "cancelled talk b mine\ncancelled break lunch mine");
  assert_stored (fixture, first->uuid, "mc! | mc! | c | lunch!");

  third = refresh (fixture->store, &bare, 3);
  assert_changes (third, "");
  assert_stored (fixture, first->uuid, "mc! | mc! | c | lunch!");

  fourth = refresh (fixture->store, &full, 4);
  assert_stored (fixture, first->uuid, "bof mc | bof mc | a b c | lunch");
  assert_picks (fixture, first->uuid, "break lunch going\nsession mc going");
}

static void
test_nobody_picks_it_any_more (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = three_talks }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_NONE);
  second = refresh (fixture->store, &(Schedule) { .talks = only_c }, 2);
  assert_stored (fixture, first->uuid, " | | a! c |");

  g_test_message ("What is cancelled can be taken back and picked again");
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_NONE);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_NONE);
  third = refresh (fixture->store, &(Schedule) { .talks = only_c }, 3);
  assert_changes (third, "");
  assert_stored (fixture, first->uuid, " | | c |");
  matches = search (fixture->store, first->uuid, "locks", NULL);
  g_assert_cmpuint (matches->len, ==, 0);
}

/* Every talk has another number, and those that are left change places. */
static void
test_renumbered (StoreFixture  *fixture,
                 gconstpointer  data)
{
  static const ScheduleTalk before[] = {
    { .key = "1", .title = "Locks", .url = "https://example.org/locks", .start = 0, .session = "mc" },
    { .key = "2", .title = "Traces", .speaker = "Grace", .start = 30 },
    { .key = "3", .title = "Queues", .speaker = "Edsger", .start = 60 },
    { NULL },
  };
  static const ScheduleTalk after[] = {
    { .key = "11", .title = "Locks, again", .url = "https://example.org/locks", .start = 0, .session = "mc" },
    { .key = "12", .title = "Traces", .speaker = "Grace", .start = 30 },
    { .key = "13", .title = "Queues", .speaker = "Edsger", .start = 60 },
    { NULL },
  };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autofree char *notes = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_MAYBE);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_NONE);
  add_note (fixture, "2", "Ask about clocks");

  second = refresh (fixture->store, &(Schedule) { .talks = after }, 2);
  assert_changes (second, "title talk 11 mine");
  assert_stored (fixture, first->uuid, "mc | mc | 11 12 13 |");
  assert_picks (fixture, first->uuid, "talk 11 going\ntalk 12 maybe");
  notes = ask_sql_text (fixture->path, "SELECT group_concat(key || ' ' || text) FROM notes");
  g_assert_cmpstr (notes, ==, "12 Ask about clocks");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM picks WHERE key = '13' AND level = 'none'"), ==, 1);
}

/* Where a key leads to, there can be rows of something that is long gone. */
static void
test_old_rows_in_the_way (StoreFixture  *fixture,
                          gconstpointer  data)
{
  static const ScheduleTalk before[] = { { .key = "1", .title = "Locks" }, { .key = "2", .title = "Clocks" }, { NULL } };
  static const ScheduleTalk after[] = { { .key = "3", .title = "Locks" }, { .key = "4", .title = "Clocks" }, { NULL } };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);
  g_autofree char *note = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_NONE);
  add_note (fixture, "1", "Why");
  add_note (fixture, "3", "How");
  run_sql (fixture->path, "INSERT INTO picks (conference, kind, key, level, picked_at)"
                          "  SELECT id, 'talk', '3', 'none', 1 FROM conferences"
                          "  UNION ALL SELECT id, 'talk', '4', 'maybe', 1 FROM conferences");

  lanyard_saved_free (refresh (fixture->store, &(Schedule) { .talks = after }, 2));
  assert_picks (fixture, first->uuid, "talk 3 going\ntalk 4 maybe");
  note = ask_sql_text (fixture->path, "SELECT group_concat(key || ' ' || text) FROM notes");
  g_assert_cmpstr (note, ==, "3 How\nWhy");
}

/* A talk vanishes and its number is given to another. */
static void
test_number_is_given_to_another (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  static const ScheduleTalk before[] = {
    { .key = "1", .title = "Locks", .session = "mc" },
    { .key = "2", .title = "Clocks", .start = 30 },
    { .key = "3", .title = "Docks", .start = 60 },
    { NULL },
  };
  static const ScheduleTalk after[] = {
    { .key = "1", .title = "Clocks", .start = 30 },
    { .key = "2", .title = "Docks", .start = 60 },
    { NULL },
  };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_MAYBE);
  add_note (fixture, "1", "Why");
  second = refresh (fixture->store, &(Schedule) { .talks = after }, 2);
  assert_changes (second, "cancelled session mc\ncancelled talk 1~2 mine");
  assert_stored (fixture, first->uuid, " | | 1~2! 1 2 |");
  assert_picks (fixture, first->uuid, "talk 1~2 going\ntalk 2 maybe");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM notes WHERE key = '1~2'"), ==, 1);
  matches = search (fixture->store, first->uuid, "locks", NULL);
  g_assert_cmpuint (matches->len, ==, 1);

  third = refresh (fixture->store, &(Schedule) { .talks = before }, 3);
  assert_changes (third, "new session mc\nrestored talk 1 mine");
  assert_picks (fixture, first->uuid, "talk 1 going\ntalk 3 maybe");
}

/* The history speaks of talks by the keys that they have now. */
static void
test_history_follows_the_key (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const ScheduleTalk versions[][2] = {
    { { .key = "1", .title = "Locks", .room = "Hall" }, { NULL } },
    { { .key = "1", .title = "Locks", .room = "Cellar" }, { NULL } },
    { { .key = "2", .title = "Locks", .room = "Cellar" }, { NULL } },
  };
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    lanyard_saved_free (refresh (fixture->store, &(Schedule) { .talks = versions[i] }, i));
  changes = list_changes (fixture->store, NULL, LANYARD_NO_TIME);
  text = describe_changes (changes);
  g_assert_cmpstr (text, ==, "room talk 2");
}

/* Breaks are joined by what did not move before their keys count, so their
 * keys change places, and one that vanished finds its own with another. */
static void
test_keys_change_places (StoreFixture  *fixture,
                         gconstpointer  data)
{
  static const ScheduleBreak before[] = { { "1", "Coffee", 0 }, { "2", "Tea", 120 }, { NULL } };
  static const ScheduleBreak swapped[] = { { "2", "Coffee", 0 }, { "1", "Tea", 120 }, { NULL } };
  static const ScheduleBreak reused[] = { { "2", "Tea", 120 }, { "3", "Sauna", 300 }, { NULL } };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = only_c, .breaks = before }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (LanyardSaved) fourth = NULL;

  pick (fixture, first->uuid, LANYARD_KIND_BREAK, "1", LANYARD_LEVEL_GOING);
  pick (fixture, first->uuid, LANYARD_KIND_BREAK, "2", LANYARD_LEVEL_MAYBE);
  second = refresh (fixture->store, &(Schedule) { .talks = only_c, .breaks = swapped }, 2);
  assert_changes (second, "");
  assert_picks (fixture, first->uuid, "break 1 maybe\nbreak 2 going");

  third = refresh (fixture->store, &(Schedule) { .talks = only_c, .breaks = reused }, 3);
  assert_changes (third, "cancelled break 2~2 mine\nnew break 3");
  assert_stored (fixture, first->uuid, " | | c | 2~2! 2 3");
  assert_picks (fixture, first->uuid, "break 2 maybe\nbreak 2~2 going");

  fourth = refresh (fixture->store, &(Schedule) { .talks = only_c, .breaks = before }, 4);
  assert_changes (fourth, "restored break 1 mine\ncancelled break 3");
  assert_stored (fixture, first->uuid, " | | c | 1 2");
  assert_picks (fixture, first->uuid, "break 1 going\nbreak 2 maybe");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (StoreFixture *, gconstpointer);
  } tests[] = {
    { "/store/tombstones/talk-through-three-refreshes", test_talk_through_three_refreshes },
    { "/store/tombstones/session-and-break", test_session_and_break },
    { "/store/tombstones/nobody-picks-it-any-more", test_nobody_picks_it_any_more },
    { "/store/tombstones/renumbered", test_renumbered },
    { "/store/tombstones/old-rows-in-the-way", test_old_rows_in_the_way },
    { "/store/tombstones/number-is-given-to-another", test_number_is_given_to_another },
    { "/store/tombstones/history-follows-the-key", test_history_follows_the_key },
    { "/store/tombstones/keys-change-places", test_keys_change_places },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
