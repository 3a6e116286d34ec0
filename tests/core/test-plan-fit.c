/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a conflict says, what fits a gap, and how else a talk can be heard. */

#include "config.h"

#include "plan-helper.h"
#include "plan/lanyard-alternative.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-fit.h"

#define MINUTE 60
#define FIVE_MINUTES (5 * MINUTE)

static void
add (PlanMaker  *maker,
     const char *key,
     const char *room,
     int         start,
     int         end)
{
  plan_maker_add_talk (maker, &(PlanTalk) { .key = key, .room = room, .start = start * MINUTE, .end = end * MINUTE });
}

static void
go (PlanMaker  *maker,
    const char *key)
{
  plan_maker_pick (maker, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING);
}

static void
assert_says (LanyardPlan *plan,
             gint64       room_change,
             const char  *expected)
{
  g_autoptr (GPtrArray) conflicts = lanyard_conflicts_find (lanyard_plan_get_entries (plan), room_change);
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *title = lanyard_conflict_dup_title (conflicts->pdata[i]);
      g_autofree char *description = lanyard_conflict_dup_description (conflicts->pdata[i], zone);

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", title, description);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;

  add (maker, "A", "Hall", 600, 630);
  add (maker, "B", "Club", 615, 660);
  add (maker, "C", "Hall", 663, 700);
  add (maker, "D", "Attic", 700, 730);
  go (maker, "A");
  go (maker, "B");
  go (maker, "C");
  go (maker, "D");
  plan = plan_maker_make (maker);
  assert_says (plan, FIVE_MINUTES,
               "“A” overlaps “B”: Both 10:15–10:30 (15 min)\n"
               "From “B” to “C”: 3 min to go from Club to Hall\n"
               "From “C” to “D”: No time to go from Hall to Attic");
  assert_says (plan, 0, "“A” overlaps “B”: Both 10:15–10:30 (15 min)");
}

/* An own entry is where its place says, in whatever case; who travels is nowhere. */
static void
test_rooms_of_own_entries (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;

  add (maker, "A", "Hall", 0, 30);
  plan_maker_add_own (maker, "same", LANYARD_OWN_MEETING, "HALL", 30 * MINUTE, 40 * MINUTE);
  plan_maker_add_own (maker, "bus", LANYARD_OWN_TRAVEL, "Stop", 40 * MINUTE, 50 * MINUTE);
  plan_maker_add_own (maker, "lunch", LANYARD_OWN_MEAL, "Inn", 50 * MINUTE, 60 * MINUTE);
  plan_maker_add_own (maker, "anywhere", LANYARD_OWN_OTHER, NULL, 60 * MINUTE, 70 * MINUTE);
  add (maker, "B", "Hall", 70, 80);
  plan_maker_add_own (maker, "inn", LANYARD_OWN_MEAL, "Inn", 81 * MINUTE, 90 * MINUTE);
  go (maker, "A");
  go (maker, "B");
  plan = plan_maker_make (maker);
  assert_says (plan, FIVE_MINUTES, "From “B” to “inn”: 1 min to go from Hall to Inn");
}

/* To be in a picked session and leave one of its talks out for another talk is
 * no conflict. */
static void
test_left_out_for_another (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  LanyardSession *session = plan_maker_add_session (maker, "S");
  LanyardBlock *block = plan_maker_add_block (maker, "S", session, "Hall", 0, 120 * MINUTE);
  g_autoptr (LanyardPlan) with_conflict = NULL;
  g_autoptr (LanyardPlan) without = NULL;
  g_autoptr (GPtrArray) gaps = NULL;

  plan_maker_add_talk (maker, &(PlanTalk) { .key = "first", .start = 0, .end = 60 * MINUTE, .session = session, .block = block });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "second", .start = 60 * MINUTE, .end = 120 * MINUTE, .session = session, .block = block });
  add (maker, "other", "Hall", 70, 110);
  plan_maker_pick (maker, LANYARD_KIND_SESSION, "S", LANYARD_LEVEL_GOING);
  go (maker, "other");
  with_conflict = plan_maker_make (maker);
  assert_says (with_conflict, 0, "“S” overlaps “other”: Both 01:10–01:50 (40 min)");

  plan_maker_pick (maker, LANYARD_KIND_TALK, "second", LANYARD_LEVEL_LEFT_OUT);
  without = plan_maker_make (maker);
  assert_says (without, 0, "");
  g_assert_false (lanyard_plan_covers (without, LANYARD_ITEM (lanyard_programme_find_talk (maker->programme, "second"))));
  g_assert_cmpuint (lanyard_plan_get_n_picks (without), ==, 2);
  gaps = lanyard_gaps_find (lanyard_plan_get_entries (without), 0, 120 * MINUTE, MINUTE);
  g_assert_cmpuint (gaps->len, ==, 2);
  g_assert_cmpint (((LanyardGap *) gaps->pdata[0])->start, ==, 60 * MINUTE);
  g_assert_cmpint (((LanyardGap *) gaps->pdata[0])->end, ==, 70 * MINUTE);
  g_assert_true (((LanyardGap *) gaps->pdata[0])->before == plan_find_entry (without, "S"));
  g_assert_true (((LanyardGap *) gaps->pdata[0])->after == plan_find_entry (without, "other"));
  g_assert_null (((LanyardGap *) gaps->pdata[1])->after);
}

static LanyardPlan *
make_rich_plan (PlanMaker *maker)
{
  LanyardSession *session = plan_maker_add_session (maker, "S");
  LanyardSession *other = plan_maker_add_session (maker, "T");
  const PlanTalk talks[] = {
    { .key = "before", .room = "Hall", .start = 0, .end = 60, .session = session, .speaker = "Ada", .keyword = "Rust" },
    { .key = "after", .room = "Hall", .start = 180, .end = 240 },
    { .key = "same session", .room = "Hall", .start = 60, .end = 90, .session = session },
    { .key = "same speaker", .room = "Hall", .start = 70, .end = 100, .speaker = "Ada" },
    { .key = "same keyword", .room = "Hall", .start = 90, .end = 120, .keyword = "rust" },
    { .key = "plain", .room = "Hall", .start = 60, .end = 80 },
    { .key = "tight", .room = "Club", .start = 60, .end = 80, .session = other },
    { .key = "maybe", .room = "Club", .start = 100, .end = 180 },
    { .key = "left out", .room = "Hall", .start = 60, .end = 80 },
    { .key = "too early", .room = "Hall", .start = 50, .end = 80 },
    { .key = "too long", .room = "Hall", .start = 100, .end = 190 },
    { .key = "cancelled", .room = "Hall", .start = 60, .end = 80, .is_cancelled = TRUE },
    { .key = "hidden", .room = "Attic", .start = 60, .end = 80 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    {
      PlanTalk talk = talks[i];

      talk.start *= MINUTE;
      talk.end *= MINUTE;
      plan_maker_add_talk (maker, &talk);
    }
  go (maker, "before");
  go (maker, "after");
  plan_maker_pick (maker, LANYARD_KIND_TALK, "maybe", LANYARD_LEVEL_MAYBE);
  plan_maker_pick (maker, LANYARD_KIND_TALK, "left out", LANYARD_LEVEL_LEFT_OUT);
  return plan_maker_make (maker);
}

static void
assert_fits (LanyardFits *fits,
             LanyardGap  *gap,
             const char  *expected)
{
  g_autoptr (GPtrArray) found = lanyard_fits_dup_for_gap (fits, gap, FIVE_MINUTES);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      LanyardFit *fit = g_ptr_array_index (found, i);
      g_autofree char *reason = lanyard_fit_dup_reason (fit);

      g_string_append_printf (lines, "%s%s%s%s%s%s", i > 0 ? "\n" : "", lanyard_item_get_title (fit->item),
                              reason != NULL ? " (" : "", reason != NULL ? reason : "", reason != NULL ? ")" : "",
                              fit->is_tight ? " tight" : "");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_fits (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = make_rich_plan (maker);
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();
  g_autoptr (LanyardFilter) hidden = lanyard_filter_with_value (nothing, LANYARD_FILTER_ROOM, "Attic", TRUE);
  g_autoptr (LanyardFits) fits = lanyard_fits_new (plan, hidden);
  g_autoptr (GPtrArray) gaps = lanyard_gaps_find (lanyard_plan_get_entries (plan), 0, 240 * MINUTE, MINUTE);

  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_true (((LanyardGap *) gaps->pdata[0])->has_maybe);
  assert_fits (fits, gaps->pdata[0],
               "maybe (Maybe) tight\n"
               "same session (Same session: S)\n"
               "same speaker (Same speaker: Ada)\n"
               "same keyword (Same keyword: rust)\n"
               "plain\n"
               "tight tight");
}

/* A whole session that is a fallback fits with its block, or in parts. */
static void
test_session_that_fits (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  LanyardSession *session = plan_maker_add_session (maker, "S");
  LanyardBlock *block = plan_maker_add_block (maker, "block", session, "Hall", 0, 60 * MINUTE);
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (LanyardFits) fits = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GPtrArray) part = NULL;

  plan_maker_add_talk (maker, &(PlanTalk) { .key = "first", .start = 0, .end = 30 * MINUTE, .session = session, .block = block });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "second", .start = 30 * MINUTE, .end = 60 * MINUTE, .session = session, .block = block });
  plan_maker_pick (maker, LANYARD_KIND_SESSION, "S", LANYARD_LEVEL_MAYBE);
  plan = plan_maker_make (maker);
  fits = lanyard_fits_new (plan, NULL);
  whole = lanyard_gaps_find (lanyard_plan_get_entries (plan), 0, 60 * MINUTE, MINUTE);
  assert_fits (fits, whole->pdata[0], "block (Maybe)");
  part = lanyard_gaps_find (lanyard_plan_get_entries (plan), 20 * MINUTE, 60 * MINUTE, MINUTE);
  assert_fits (fits, part->pdata[0], "second (Maybe)");
}

static void
test_alternatives (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  LanyardTalk *talk = plan_maker_add_talk (maker, &(PlanTalk) {
    .key = "talk",
    .title = "Memory  models",
    .end = 10,
    .speaker = "Ada",
    .recording = "https://example.org/video",
  });

  plan_maker_add_talk (maker, &(PlanTalk) { .key = "busy", .title = "Memory models", .start = 20, .end = 30, .speaker = "Ada" });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "free", .title = "memory Models", .start = 40, .end = 50, .speaker = "Ada" });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "same time", .title = "Memory models", .start = 5, .end = 15, .speaker = "Ada" });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "other speaker", .title = "Memory models", .start = 40, .end = 50, .speaker = "Bob" });
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "other title", .title = "Memory", .start = 40, .end = 50, .speaker = "Ada" });
  plan_maker_add_own (maker, "meal", LANYARD_OWN_MEAL, NULL, 25, 35);
  go (maker, "talk");
  plan = plan_maker_make (maker);
  found = lanyard_alternatives_find (maker->programme, talk, lanyard_plan_get_entries (plan));
  for (guint i = 0; i < found->len; i++)
    {
      const LanyardAlternative *alternative = g_ptr_array_index (found, i);

      g_string_append_printf (lines, "%s%s ",
                              alternative->talk != NULL ? lanyard_item_get_key (LANYARD_ITEM (alternative->talk))
                                                        : alternative->link->url,
                              alternative->is_free ? "!" : "");
    }
  g_assert_cmpstr (lines->str, ==, "free! busy https://example.org/video ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-fit/words", test_words);
  g_test_add_func ("/plan-fit/rooms-of-own-entries", test_rooms_of_own_entries);
  g_test_add_func ("/plan-fit/left-out-for-another", test_left_out_for_another);
  g_test_add_func ("/plan-fit/fits", test_fits);
  g_test_add_func ("/plan-fit/session-that-fits", test_session_that_fits);
  g_test_add_func ("/plan-fit/alternatives", test_alternatives);

  return g_test_run ();
}
