/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/lanyard-conflict.h"
#include "plan/lanyard-plan.h"

/* One session of two blocks: A from 0 to 100 with talks 1 (0-50) and 2
 * (50-100) and a break (40-60), B from 200 to 300; and lone talks beside it:
 * 3 (90-210), 4 (100-200), 5 without a time, 6 (0-1000), 7 (0-1000) cancelled. */
typedef struct
{
  LanyardProgramme *programme;
  GPtrArray *picks;
} Fixture;

static LanyardTalk *
make_talk (const char     *key,
           gint64          start,
           gint64          end,
           LanyardSession *session,
           LanyardBlock   *block)
{
  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = key, .title = key, .start = start, .end = end, .session = session },
    .block = block,
  });
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "UTC" });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "S" });
  g_autoptr (LanyardBlock) a = lanyard_block_new (
      &(LanyardItemFields) { .key = "A", .title = "S", .start = 0, .end = 100, .session = session }, NULL);
  g_autoptr (LanyardBlock) b = lanyard_block_new (
      &(LanyardItemFields) { .key = "B", .title = "S", .start = 200, .end = 300, .session = session }, NULL);
  g_autoptr (LanyardBreak) coffee = lanyard_break_new (
      &(LanyardItemFields) { .key = "coffee", .title = "Coffee", .start = 40, .end = 60, .session = session }, a, NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) breaks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session);
  g_ptr_array_add (blocks, a);
  g_ptr_array_add (blocks, b);
  g_ptr_array_add (breaks, coffee);
  g_ptr_array_add (talks, make_talk ("1", 0, 50, session, a));
  g_ptr_array_add (talks, make_talk ("2", 50, 100, session, a));
  g_ptr_array_add (talks, make_talk ("3", 90, 210, NULL, NULL));
  g_ptr_array_add (talks, make_talk ("4", 100, 200, NULL, NULL));
  g_ptr_array_add (talks, make_talk ("5", LANYARD_NO_TIME, LANYARD_NO_TIME, NULL, NULL));
  g_ptr_array_add (talks, make_talk ("6", 0, 1000, NULL, NULL));
  g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "7", .title = "7", .start = 0, .end = 1000, .is_cancelled = TRUE },
  }));

  fixture->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  fixture->programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = sessions,
    .blocks = blocks,
    .talks = talks,
    .breaks = breaks,
  });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->picks, g_ptr_array_unref);
  g_assert_finalize_object (fixture->programme);
}

static void
pick (Fixture     *fixture,
      LanyardKind  kind,
      const char  *key)
{
  g_ptr_array_add (fixture->picks, lanyard_pick_new (kind, key, LANYARD_LEVEL_GOING, 0));
}

static LanyardPlan *
make_plan (Fixture *fixture)
{
  g_autoptr (LanyardDecisions) decisions = lanyard_decisions_new (fixture->picks, NULL, NULL);

  return lanyard_plan_new (fixture->programme, decisions);
}

static void
assert_entries (LanyardPlan *plan,
                const char  *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  GPtrArray *entries = lanyard_plan_get_entries (plan);

  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (keys, "%s%s%s", i > 0 ? " " : "", lanyard_item_get_key (entry->item),
                              entry->covered ? "*" : "");
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_overlaps (LanyardPlan *plan,
                 const char  *expected)
{
  g_autoptr (GString) pairs = g_string_new (NULL);
  g_autoptr (GPtrArray) overlaps = lanyard_conflicts_find (lanyard_plan_get_entries (plan), 0);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardConflict *overlap = g_ptr_array_index (overlaps, i);

      g_string_append_printf (pairs, "%s%s+%s@%d-%d", i > 0 ? " " : "",
                              lanyard_item_get_key (overlap->first->item),
                              lanyard_item_get_key (overlap->second->item),
                              (int) overlap->start, (int) overlap->end);
    }
  g_assert_cmpstr (pairs->str, ==, expected);
}

static void
test_session_is_its_blocks (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;
  const LanyardPlanEntry *entry;
  LanyardTalk *talk;

  pick (fixture, LANYARD_KIND_SESSION, "s");
  plan = make_plan (fixture);

  assert_entries (plan, "A* B*");
  assert_overlaps (plan, "");
  entry = g_ptr_array_index (lanyard_plan_get_entries (plan), 0);
  g_assert_cmpuint (entry->pick_kind, ==, LANYARD_KIND_SESSION);
  g_assert_cmpstr (entry->pick_key, ==, "s");
  talk = lanyard_programme_find_talk (fixture->programme, "1");
  g_assert_true (lanyard_plan_covers (plan, LANYARD_ITEM (talk)));
  g_assert_cmpint (lanyard_plan_get_level (plan, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_NONE);
}

static void
test_talk_in_its_session (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;

  pick (fixture, LANYARD_KIND_SESSION, "s");
  pick (fixture, LANYARD_KIND_TALK, "2");
  pick (fixture, LANYARD_KIND_BREAK, "coffee");
  plan = make_plan (fixture);

  assert_entries (plan, "A* coffee* 2* B*");
  assert_overlaps (plan, "coffee+2@50-60");
}

static void
test_touching_is_no_overlap (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;

  pick (fixture, LANYARD_KIND_TALK, "1");
  pick (fixture, LANYARD_KIND_TALK, "2");
  pick (fixture, LANYARD_KIND_TALK, "4");
  plan = make_plan (fixture);

  assert_entries (plan, "1 2 4");
  assert_overlaps (plan, "");
}

/* Pitfall: comparing only neighbours misses what a long entry runs into. */
static void
test_long_entry_overlaps_all (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;

  pick (fixture, LANYARD_KIND_TALK, "6");
  pick (fixture, LANYARD_KIND_TALK, "1");
  pick (fixture, LANYARD_KIND_TALK, "3");
  pick (fixture, LANYARD_KIND_TALK, "4");
  plan = make_plan (fixture);

  assert_entries (plan, "1 6 3 4");
  assert_overlaps (plan, "1+6@0-50 6+3@90-210 6+4@100-200 3+4@100-200");
}

static void
test_no_time_and_vanished (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) overlaps = NULL;

  pick (fixture, LANYARD_KIND_TALK, "5");
  pick (fixture, LANYARD_KIND_TALK, "1");
  pick (fixture, LANYARD_KIND_TALK, "gone");
  pick (fixture, LANYARD_KIND_SESSION, "gone");
  plan = make_plan (fixture);

  assert_entries (plan, "1 5");
  assert_overlaps (plan, "");
  g_assert_cmpuint (lanyard_plan_get_n_picks (plan), ==, 4);

  overlaps = lanyard_plan_dup_overlaps_with (plan, LANYARD_ITEM (lanyard_programme_find_talk (fixture->programme, "6")));
  g_assert_cmpuint (overlaps->len, ==, 1);
}

/* What is cancelled stays in the plan, and is in nobody's way. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  LanyardItem *cancelled = LANYARD_ITEM (lanyard_programme_find_talk (fixture->programme, "7"));
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) overlaps = NULL;

  pick (fixture, LANYARD_KIND_TALK, "7");
  pick (fixture, LANYARD_KIND_TALK, "1");
  plan = make_plan (fixture);

  assert_entries (plan, "1 7");
  assert_overlaps (plan, "");
  overlaps = lanyard_plan_dup_overlaps_with (plan, cancelled);
  g_assert_cmpuint (overlaps->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/plan/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("session-is-its-blocks", test_session_is_its_blocks);
  ADD ("talk-in-its-session", test_talk_in_its_session);
  ADD ("touching-is-no-overlap", test_touching_is_no_overlap);
  ADD ("long-entry-overlaps-all", test_long_entry_overlaps_all);
  ADD ("no-time-and-vanished", test_no_time_and_vanished);
  ADD ("cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
