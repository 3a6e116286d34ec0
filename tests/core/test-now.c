/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs and what is next, at a conference in Prague on 23, 24 and 25
 * October 2026, where the clocks are put back in the night to the third day, as
 * seen from there and from other zones. */

#include "config.h"

#include "plan/lanyard-now.h"
#include "time/lanyard-time-format.h"

typedef struct
{
  GPtrArray *sessions; /* owned */
  GPtrArray *blocks;   /* owned */
  GPtrArray *talks;    /* owned */
  GPtrArray *breaks;   /* owned */
  GPtrArray *picks;    /* owned */
  LanyardNow *now;     /* owned, nullable until something is asked */
  LanyardFilter *hidden; /* owned, nullable */
} Fixture;

static gint64
at (const char *text)
{
  gint64 instant;

  g_assert_true (lanyard_parse_iso8601 (text, NULL, &instant));
  return instant;
}

static LanyardItemFields
make_fields (const char *key,
             const char *room,
             const char *start,
             const char *end)
{
  LanyardItemFields fields = { .key = key, .title = key };

  fields.room = room != NULL ? lanyard_room_new (room, NULL) : NULL;
  fields.start = at (start);
  fields.end = end != NULL ? at (end) : LANYARD_NO_TIME;
  return fields;
}

static void
add_talk (Fixture    *fixture,
          const char *key,
          const char *room,
          const char *start,
          const char *end)
{
  LanyardItemFields fields = make_fields (key, room, start, end);

  g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) { .item = fields }));
  g_clear_object (&fields.room);
}

static void
add_cancelled_talk (Fixture    *fixture,
                    const char *key,
                    const char *room,
                    const char *start,
                    const char *end)
{
  LanyardItemFields fields = make_fields (key, room, start, end);

  fields.is_cancelled = TRUE;
  g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) { .item = fields }));
  g_clear_object (&fields.room);
}

static void
add_break (Fixture    *fixture,
           const char *key,
           const char *title,
           const char *room,
           const char *start,
           const char *end)
{
  LanyardItemFields fields = make_fields (key, room, start, end);

  fields.title = title;
  g_ptr_array_add (fixture->breaks, lanyard_break_new (&fields, NULL, NULL));
  g_clear_object (&fields.room);
}

/* A session with one block, and a talk in it if a key is given. */
static void
add_session (Fixture    *fixture,
             const char *key,
             const char *room,
             const char *start,
             const char *end,
             const char *talk)
{
  LanyardSession *session = lanyard_session_new (&(LanyardSessionFields) { .key = key, .title = key });
  LanyardItemFields fields = make_fields (key, room, start, end);
  LanyardBlock *block;

  fields.session = session;
  block = lanyard_block_new (&fields, NULL);
  g_ptr_array_add (fixture->sessions, session);
  g_ptr_array_add (fixture->blocks, block);
  if (talk != NULL)
    {
      fields.key = fields.title = talk;
      g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) { .item = fields, .block = block }));
    }
  g_clear_object (&fields.room);
}

static void
pick (Fixture     *fixture,
      LanyardKind  kind,
      const char  *key)
{
  g_ptr_array_add (fixture->picks, lanyard_pick_new (kind, key, LANYARD_LEVEL_GOING, 0));
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->talks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->breaks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_empty (fixture, data);
  add_talk (fixture, "opening", "Hall", "2026-10-23T09:00+02:00", "2026-10-23T10:00+02:00");
  add_talk (fixture, "kernel", "Hall", "2026-10-23T10:00+02:00", "2026-10-23T11:00+02:00");
  add_talk (fixture, "tools", "Attic", "2026-10-23T10:00+02:00", "2026-10-23T10:30+02:00");
  add_talk (fixture, "tools2", "Attic", "2026-10-23T10:35+02:00", "2026-10-23T11:00+02:00");
  add_break (fixture, "coffee-hall", "Coffee", "Hall", "2026-10-23T11:00+02:00", "2026-10-23T11:30+02:00");
  add_break (fixture, "coffee-attic", "Coffee", "Attic", "2026-10-23T11:00+02:00", "2026-10-23T11:30+02:00");
  add_talk (fixture, "late", "Hall", "2026-10-23T12:15+02:00", "2026-10-23T13:00+02:00");
  add_session (fixture, "hacking", "Cellar", "2026-10-23T12:00+02:00", "2026-10-23T15:00+02:00", NULL);
  add_session (fixture, "rust", "Attic", "2026-10-23T13:30+02:00", "2026-10-23T14:00+02:00", "rust-talk");
  add_break (fixture, "party", "Party", "Cellar", "2026-10-24T22:00+02:00", "2026-10-25T01:30+02:00");
  add_talk (fixture, "last", "Hall", "2026-10-25T09:00+01:00", "2026-10-25T10:00+01:00");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->now, lanyard_now_free);
  g_clear_pointer (&fixture->hidden, lanyard_filter_unref);
  g_ptr_array_unref (fixture->sessions);
  g_ptr_array_unref (fixture->blocks);
  g_ptr_array_unref (fixture->talks);
  g_ptr_array_unref (fixture->breaks);
  g_ptr_array_unref (fixture->picks);
}

static LanyardMoment *
ask (Fixture    *fixture,
     const char *instant)
{
  if (fixture->now == NULL)
    {
      g_autoptr (LanyardConference) conference =
          lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "Europe/Prague" });
      g_autoptr (LanyardProgramme) programme = lanyard_programme_new (&(LanyardProgrammeFields) {
        .conference = conference,
        .sessions = fixture->sessions,
        .blocks = fixture->blocks,
        .talks = fixture->talks,
        .breaks = fixture->breaks,
      });
      g_autoptr (LanyardDecisions) decisions = lanyard_decisions_new (fixture->picks, NULL, NULL);
      g_autoptr (LanyardPlan) plan = lanyard_plan_new (programme, decisions);

      fixture->now = lanyard_now_new (programme, plan, fixture->hidden);
    }
  return lanyard_now_dup_moment (fixture->now, at (instant));
}

/* Keys in order, with a star at what is yours. */
static void
assert_keys (GPtrArray  *entries,
             const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardNowEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (keys, "%s%s%s", i > 0 ? " " : "", lanyard_item_get_key (entry->item),
                              lanyard_now_entry_is_yours (entry) ? "*" : "");
    }
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_moment (Fixture            *fixture,
               const char         *instant,
               LanyardMomentPhase  phase,
               const char         *running,
               const char         *next)
{
  g_autoptr (LanyardMoment) moment = ask (fixture, instant);

  g_test_message ("%s", instant);
  g_assert_cmpint (moment->phase, ==, phase);
  assert_keys (moment->running, running);
  assert_keys (moment->next, next);
}

static void
test_during (Fixture       *fixture,
             gconstpointer  data)
{
  assert_moment (fixture, "2026-10-23T08:59:59+02:00", LANYARD_MOMENT_BEFORE, "", "opening tools");
  assert_moment (fixture, "2026-10-23T09:00:00+02:00", LANYARD_MOMENT_DURING, "opening", "tools kernel coffee-attic");
  assert_moment (fixture, "2026-10-23T09:59:59+02:00", LANYARD_MOMENT_DURING, "opening", "tools kernel coffee-attic");
  assert_moment (fixture, "2026-10-23T10:00:00+02:00", LANYARD_MOMENT_DURING, "tools kernel", "tools2 coffee-attic");
  assert_moment (fixture, "2026-10-23T10:32:00+02:00", LANYARD_MOMENT_DURING, "kernel", "tools2 coffee-attic");
  /* One break of all rooms is one line, and stands for them all. */
  assert_moment (fixture, "2026-10-23T10:40:00+02:00", LANYARD_MOMENT_DURING, "kernel tools2", "coffee-attic hacking");
  assert_moment (fixture, "2026-10-23T10:33:00+02:00", LANYARD_MOMENT_DURING, "kernel", "tools2 coffee-attic");
  assert_moment (fixture, "2026-10-23T11:18:00+02:00", LANYARD_MOMENT_DURING, "coffee-attic", "hacking late");
}

/* Half an hour with nothing is a pause, a night is not. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  assert_moment (fixture, "2026-10-23T11:45:00+02:00", LANYARD_MOMENT_PAUSE, "", "hacking late");
  assert_moment (fixture, "2026-10-23T15:00:00+02:00", LANYARD_MOMENT_BETWEEN, "", "party");
  assert_moment (fixture, "2026-10-25T02:00:00+01:00", LANYARD_MOMENT_BETWEEN, "", "last");
  assert_moment (fixture, "2026-10-25T10:00:00+01:00", LANYARD_MOMENT_AFTER, "", "");
}

/* Over midnight, as in every zone that has another midnight. */
static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  assert_moment (fixture, "2026-10-24T23:59:00+02:00", LANYARD_MOMENT_DURING, "party", "last");
  assert_moment (fixture, "2026-10-25T00:10:00+02:00", LANYARD_MOMENT_DURING, "party", "last");
}

static void
test_blocks_without_talks (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_moment (fixture, "2026-10-23T13:40:00+02:00", LANYARD_MOMENT_DURING, "hacking rust-talk", "party");
}

static void
test_picks_come_first (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (LanyardMoment) moment = NULL;

  pick (fixture, LANYARD_KIND_TALK, "kernel");
  pick (fixture, LANYARD_KIND_SESSION, "rust");
  pick (fixture, LANYARD_KIND_SESSION, "hacking");
  assert_moment (fixture, "2026-10-23T10:10:00+02:00", LANYARD_MOMENT_DURING, "kernel* tools", "tools2 coffee-attic");
  assert_moment (fixture, "2026-10-23T13:40:00+02:00", LANYARD_MOMENT_DURING, "hacking* rust-talk*", "party");

  /* What is next of the plan comes later than what is next of all. */
  moment = ask (fixture, "2026-10-23T10:10:00+02:00");
  assert_keys (moment->next_of_plan, "hacking*");
  g_clear_pointer (&moment, lanyard_moment_free);
  moment = ask (fixture, "2026-10-23T11:45:00+02:00");
  assert_keys (moment->next, "hacking* late");
  assert_keys (moment->next_of_plan, "");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  add_cancelled_talk (fixture, "gone", "Cave", "2026-10-23T10:00+02:00", "2026-10-23T10:50+02:00");
  add_cancelled_talk (fixture, "missed", "Cave", "2026-10-26T10:00+01:00", "2026-10-26T10:50+01:00");
  pick (fixture, LANYARD_KIND_TALK, "missed");
  assert_moment (fixture, "2026-10-23T10:10:00+02:00", LANYARD_MOMENT_DURING, "tools kernel", "tools2 coffee-attic");
  /* Yours is said to be cancelled, but keeps no conference alive. */
  assert_moment (fixture, "2026-10-26T10:10:00+01:00", LANYARD_MOMENT_AFTER, "missed*", "");
}

static void
test_without_end (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (LanyardMoment) moment = NULL;
  const LanyardNowEntry *entry;

  add_talk (fixture, "open-end", "Cave", "2026-10-23T10:00+02:00", NULL);
  add_talk (fixture, "alone", "Nook", "2026-10-23T10:00+02:00", NULL);
  add_talk (fixture, "no-length", "Loft", "2026-10-23T10:00+02:00", "2026-10-23T10:00+02:00");
  add_talk (fixture, "after", "Cave", "2026-10-23T10:20+02:00", "2026-10-23T10:40+02:00");

  moment = ask (fixture, "2026-10-23T10:10+02:00");
  assert_keys (moment->running, "tools open-end kernel no-length alone");
  entry = g_ptr_array_index (moment->running, 1);
  g_assert_false (entry->has_end);
  g_assert_cmpint (entry->end, ==, at ("2026-10-23T10:20+02:00"));
  assert_moment (fixture, "2026-10-23T10:20:00+02:00", LANYARD_MOMENT_DURING, "tools kernel no-length alone after",
                 "tools2 coffee-attic");
  assert_moment (fixture, "2026-10-23T11:00:00+02:00", LANYARD_MOMENT_DURING, "coffee-attic", "hacking late");
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardFilter) nothing = lanyard_filter_new ();

  fixture->hidden = lanyard_filter_with_value (nothing, LANYARD_FILTER_ROOM, "Attic", TRUE);
  assert_moment (fixture, "2026-10-23T10:10:00+02:00", LANYARD_MOMENT_DURING, "kernel", "coffee-attic hacking");
}

static void
test_nothing_has_a_time (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardMoment) moment = NULL;

  g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "some", .title = "some", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME },
  }));
  moment = ask (fixture, "2026-10-23T10:10:00+02:00");
  g_assert_cmpint (moment->phase, ==, LANYARD_MOMENT_UNSCHEDULED);
}

static void
assert_words (Fixture    *fixture,
              const char *instant,
              const char *zone_id,
              const char *expected_title,
              const char *expected_description)
{
  g_autoptr (LanyardMoment) moment = ask (fixture, instant);
  g_autoptr (LanyardZone) zone = lanyard_zone_new (zone_id);
  g_autofree char *title = lanyard_moment_dup_title (moment, zone);
  g_autofree char *description = lanyard_moment_dup_description (moment, zone);

  g_assert_cmpstr (title, ==, expected_title);
  g_assert_cmpstr (description, ==, expected_description);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  assert_words (fixture, "2026-10-20T23:30+02:00", "Europe/Prague", "Starts in 3 days",
                "It begins on Friday 23 October 2026 at 09:00");
  assert_words (fixture, "2026-10-22T00:10+02:00", "Europe/Prague", "Starts tomorrow",
                "It begins on Friday 23 October 2026 at 09:00");
  assert_words (fixture, "2026-10-23T00:10+02:00", "Europe/Prague", "Starts today", "It begins at 09:00, in 8 h 50 min");
  assert_words (fixture, "2026-10-23T10:10+02:00", "Europe/Prague", NULL, NULL);
  assert_words (fixture, "2026-10-23T11:45+02:00", "Europe/Prague", "Nothing is on right now",
                "It continues at 12:00, in 15 min");
  assert_words (fixture, "2026-10-23T16:00+02:00", "Europe/Prague", "Today is over", "It continues tomorrow at 22:00");
  assert_words (fixture, "2026-10-24T08:00+02:00", "Europe/Prague", "Nothing is on yet",
                "It continues at 22:00, in 14 h");
  assert_words (fixture, "2026-10-25T10:00+01:00", "Europe/Prague", "The conference is over",
                "It ended on Sunday 25 October 2026");
}

/* The same instants are other days elsewhere, and the night of the third day
 * has an hour more. */
static void
test_words_elsewhere (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_words (fixture, "2026-10-22T16:00+02:00", "Asia/Tokyo", "Starts tomorrow",
                "It begins on Friday 23 October 2026 at 16:00");
  assert_words (fixture, "2026-10-22T17:00+02:00", "Asia/Tokyo", "Starts today", "It begins at 16:00, in 16 h");
  assert_words (fixture, "2026-10-22T17:00+02:00", "America/Los_Angeles", "Starts tomorrow",
                "It begins on Friday 23 October 2026 at 00:00");
  assert_words (fixture, "2026-10-23T16:00+02:00", "Asia/Kolkata", "Today is over",
                "It continues on Sunday 25 October at 01:30");
  assert_words (fixture, "2026-10-24T16:00+02:00", "America/St_Johns", "Nothing is on yet",
                "It continues at 17:30, in 6 h");
  assert_words (fixture, "2026-10-25T02:00+02:00", "Europe/Prague", "Nothing is on right now",
                "It continues at 09:00, in 8 h");
  assert_words (fixture, "2026-10-25T02:00+01:00", "Europe/Prague", "Nothing is on right now",
                "It continues at 09:00, in 7 h");
  assert_words (fixture, "2026-10-25T10:00+01:00", "Pacific/Auckland", "The conference is over",
                "It ended on Sunday 25 October 2026");
}

static void
test_plan_is_running (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "Europe/Prague" });
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (LanyardPlan) plan = NULL;

  add_cancelled_talk (fixture, "gone", "Cave", "2026-10-23T09:00+02:00", "2026-10-23T09:30+02:00");
  pick (fixture, LANYARD_KIND_TALK, "gone");
  pick (fixture, LANYARD_KIND_TALK, "kernel");
  programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = fixture->sessions,
    .blocks = fixture->blocks,
    .talks = fixture->talks,
    .breaks = fixture->breaks,
  });
  decisions = lanyard_decisions_new (fixture->picks, NULL, NULL);
  plan = lanyard_plan_new (programme, decisions);
  g_assert_false (lanyard_plan_is_running (plan, at ("2026-10-23T09:10+02:00")));
  g_assert_true (lanyard_plan_is_running (plan, at ("2026-10-23T10:00+02:00")));
  g_assert_false (lanyard_plan_is_running (plan, at ("2026-10-23T11:00+02:00")));
}

static void
test_durations (void)
{
  g_autofree char *left = lanyard_format_time_left (25 * 60);
  g_autofree char *soon = lanyard_format_time_until (61);
  g_autofree char *hours = lanyard_format_time_until (24 * 60 * 60 - 1);
  g_autofree char *days = lanyard_format_time_until (3 * 24 * 60 * 60 - 60);

  g_assert_cmpstr (left, ==, "25 min left");
  g_assert_cmpstr (soon, ==, "in 2 min");
  g_assert_cmpstr (hours, ==, "in 24 h");
  g_assert_cmpstr (days, ==, "in 3 days");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/now/during", Fixture, NULL, set_up, test_during, tear_down);
  g_test_add ("/now/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/now/midnight", Fixture, NULL, set_up, test_midnight, tear_down);
  g_test_add ("/now/blocks-without-talks", Fixture, NULL, set_up, test_blocks_without_talks, tear_down);
  g_test_add ("/now/picks-come-first", Fixture, NULL, set_up, test_picks_come_first, tear_down);
  g_test_add ("/now/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/now/without-end", Fixture, NULL, set_up, test_without_end, tear_down);
  g_test_add ("/now/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/now/nothing-has-a-time", Fixture, NULL, set_up_empty, test_nothing_has_a_time, tear_down);
  g_test_add ("/now/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/now/words-elsewhere", Fixture, NULL, set_up, test_words_elsewhere, tear_down);
  g_test_add ("/now/plan-is-running", Fixture, NULL, set_up, test_plan_is_running, tear_down);
  g_test_add_func ("/now/durations", test_durations);
  return g_test_run ();
}
