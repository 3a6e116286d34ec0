/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filters: what they keep, what they hide, and how they are written down. */

#include "config.h"

#include "plan/lanyard-filter.h"

#define HOUR 3600

/* In a conference of the year 1970 in UTC: a session of one block with two
 * talks and a break, and two lone talks, one without a time. */
typedef struct
{
  LanyardProgramme *programme; /* owned */
  LanyardZone *zone;           /* owned */
} Fixture;

static LanyardTalk *
make_talk (const char         *key,
           int                 hour,
           LanyardSession     *session,
           LanyardRoom        *room,
           const char         *type,
           const char         *language,
           const char * const *keywords)
{
  return lanyard_talk_new (&(LanyardTalkFields) {
    .item = {
      .key = key,
      .title = key,
      .start = hour >= 0 ? hour * HOUR : LANYARD_NO_TIME,
      .end = hour >= 0 ? (hour + 1) * HOUR : LANYARD_NO_TIME,
      .session = session,
      .room = room,
    },
    .type = type,
    .language = language,
    .keywords = keywords,
  });
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *both[] = { "rust", "mm", NULL };
  const char *one[] = { "mm", NULL };
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "UTC" });
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "Memory" });
  g_autoptr (LanyardRoom) hall = lanyard_room_new ("Hall", NULL);
  g_autoptr (LanyardRoom) attic = lanyard_room_new ("Attic", NULL);
  g_autoptr (LanyardBlock) block = lanyard_block_new (
      &(LanyardItemFields) { .key = "b", .title = "Memory", .start = 9 * HOUR, .end = 12 * HOUR, .session = session, .room = hall },
      NULL);
  g_autoptr (LanyardBreak) coffee = lanyard_break_new (
      &(LanyardItemFields) { .key = "coffee", .title = "Coffee", .start = 10 * HOUR, .end = 11 * HOUR, .session = session, .room = hall },
      block, NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GPtrArray) breaks = g_ptr_array_new ();
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sessions, session);
  g_ptr_array_add (blocks, block);
  g_ptr_array_add (breaks, coffee);
  g_ptr_array_add (talks, make_talk ("early", 9, session, hall, "Talk", "en", both));
  g_ptr_array_add (talks, make_talk ("late", 11, session, hall, "Keynote", "de", one));
  g_ptr_array_add (talks, make_talk ("night", 23, NULL, attic, "Talk", NULL, NULL));
  g_ptr_array_add (talks, make_talk ("some-time", -1, NULL, NULL, NULL, "en", NULL));
  fixture->programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = sessions,
    .blocks = blocks,
    .breaks = breaks,
    .talks = talks,
  });
  fixture->zone = lanyard_zone_new_utc ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  g_assert_finalize_object (fixture->programme);
}

/* Lets go of a filter once another has been made of it. */
static LanyardFilter *
next (LanyardFilter *before,
      LanyardFilter *filter)
{
  lanyard_filter_unref (before);
  return filter;
}

static void
add_kept (GString       *keys,
          Fixture       *fixture,
          GPtrArray     *items,
          LanyardFilter *filter,
          LanyardPlan   *plan,
          gint64         now)
{
  for (guint i = 0; i < items->len; i++)
    if (lanyard_filter_matches (filter, items->pdata[i], plan, fixture->zone, now))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", lanyard_item_get_key (items->pdata[i]));
}

static void
assert_keeps (Fixture       *fixture,
              LanyardFilter *filter,
              LanyardPlan   *plan,
              gint64         now,
              const char    *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  add_kept (keys, fixture, lanyard_programme_get_talks (fixture->programme), filter, plan, now);
  add_kept (keys, fixture, lanyard_programme_get_breaks (fixture->programme), filter, plan, now);
  add_kept (keys, fixture, lanyard_programme_get_blocks (fixture->programme), filter, plan, now);
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardFilter) filter = lanyard_filter_new ();

  g_assert_true (lanyard_filter_is_empty (filter));
  assert_keeps (fixture, filter, NULL, 0, "early late night some-time coffee b");

  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "Talk", TRUE));
  g_assert_false (lanyard_filter_is_empty (filter));
  assert_keeps (fixture, filter, NULL, 0, "early night");

  g_test_message ("Values of one field are alternatives");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "Keynote", TRUE));
  assert_keeps (fixture, filter, NULL, 0, "early late night");

  g_test_message ("Fields narrow each other down");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_ROOM, "Hall", TRUE));
  assert_keeps (fixture, filter, NULL, 0, "early late");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_LANGUAGE, "de", TRUE));
  assert_keeps (fixture, filter, NULL, 0, "late");

  g_test_message ("What is taken away leaves nothing behind");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_LANGUAGE, "de", FALSE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "Talk", FALSE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "Keynote", FALSE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "no such", FALSE));
  assert_keeps (fixture, filter, NULL, 0, "early late coffee b");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_ROOM, "Hall", FALSE));
  g_assert_true (lanyard_filter_is_empty (filter));

  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_KEYWORD, "mm", TRUE));
  assert_keeps (fixture, filter, NULL, 0, "early late");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_SESSION, "no such", TRUE));
  assert_keeps (fixture, filter, NULL, 0, "");
}

static LanyardPlan *
make_plan (Fixture   *fixture,
           GPtrArray *picks)
{
  g_autoptr (LanyardDecisions) decisions = lanyard_decisions_new (picks, NULL, NULL);

  return lanyard_plan_new (fixture->programme, decisions);
}

static void
test_picks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (LanyardFilter) empty = lanyard_filter_new ();
  g_autoptr (LanyardFilter) filter = lanyard_filter_with_picks (empty, TRUE);
  g_autoptr (LanyardPlan) of_talk = NULL;
  g_autoptr (LanyardPlan) of_session = NULL;

  g_assert_true (lanyard_filter_get_picks (filter));
  assert_keeps (fixture, filter, NULL, 0, "");
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "night", LANYARD_LEVEL_MAYBE, 0));
  of_talk = make_plan (fixture, picks);
  assert_keeps (fixture, filter, of_talk, 0, "night");
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION, "s", LANYARD_LEVEL_GOING, 0));
  of_session = make_plan (fixture, picks);
  assert_keeps (fixture, filter, of_session, 0, "early late night coffee b");
}

/* One of several is enough; what is left out is in no plan, and a note needs no star. */
static void
test_decided (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_note_unref);
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (LanyardFilter) filter = lanyard_filter_new ();

  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION, "s", LANYARD_LEVEL_GOING, 0));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "early", LANYARD_LEVEL_LEFT_OUT, 0));
  g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, "night", LANYARD_LEVEL_MAYBE, 0));
  g_ptr_array_add (notes, lanyard_note_new (LANYARD_KIND_TALK, "early", "dull", LANYARD_MARKS_NONE, 0));
  g_ptr_array_add (notes, lanyard_note_new (LANYARD_KIND_TALK, "late", NULL, LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER, 0));
  decisions = lanyard_decisions_new (picks, notes, NULL);
  plan = lanyard_plan_new (fixture->programme, decisions);

  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_MAYBE));
  g_assert_false (lanyard_filter_is_empty (filter));
  assert_keeps (fixture, filter, NULL, 0, "");
  assert_keeps (fixture, filter, plan, 0, "night");
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_GOING));
  assert_keeps (fixture, filter, plan, 0, "late coffee b");
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_MAYBE | LANYARD_FILTER_NOTED));
  assert_keeps (fixture, filter, plan, 0, "early night");
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_SEEN));
  assert_keeps (fixture, filter, plan, 0, "late");
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_WATCH_LATER));
  assert_keeps (fixture, filter, plan, 0, "late");
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_DECIDED_NOTHING));
  g_assert_true (lanyard_filter_is_empty (filter));
  filter = next (filter, lanyard_filter_with_picks (filter, TRUE));
  assert_keeps (fixture, filter, plan, 0, "late night coffee b");
}

static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardFilter) filter = lanyard_filter_new ();
  int from_minute;
  int until_minute;

  g_test_message ("What runs is still to come, what ends now is not");
  filter = next (filter, lanyard_filter_with_still_to_come (filter, TRUE));
  g_assert_true (lanyard_filter_get_still_to_come (filter));
  assert_keeps (fixture, filter, NULL, 11 * HOUR, "late night some-time b");
  assert_keeps (fixture, filter, NULL, 100 * HOUR, "some-time");
  filter = next (filter, lanyard_filter_with_still_to_come (filter, FALSE));
  g_assert_true (lanyard_filter_is_empty (filter));

  filter = next (filter, lanyard_filter_with_hours (filter, 10 * 60, 23 * 60));
  assert_keeps (fixture, filter, NULL, 0, "late coffee");
  g_assert_true (lanyard_filter_get_hours (filter, &from_minute, &until_minute));
  g_assert_cmpint (from_minute, ==, 600);
  g_assert_cmpint (until_minute, ==, 1380);

  g_test_message ("Hours may go past midnight");
  filter = next (filter, lanyard_filter_with_hours (filter, 22 * 60, 10 * 60));
  assert_keeps (fixture, filter, NULL, 0, "early night b");

  g_test_message ("They are those of the zone that is shown");
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  fixture->zone = lanyard_zone_new ("Asia/Kolkata");
  filter = next (filter, lanyard_filter_with_hours (filter, 14 * 60 + 30, 14 * 60 + 31));
  assert_keeps (fixture, filter, NULL, 0, "early b");
  filter = next (filter, lanyard_filter_with_hours (filter, 4 * 60, 5 * 60));
  assert_keeps (fixture, filter, NULL, 0, "night");

  g_test_message ("Hours that are none mean all day");
  filter = next (filter, lanyard_filter_with_hours (filter, 0, 1440));
  g_assert_true (lanyard_filter_is_empty (filter));
  filter = next (filter, lanyard_filter_with_hours (filter, -1, 5000));
  g_assert_true (lanyard_filter_is_empty (filter));
  filter = next (filter, lanyard_filter_with_hours (filter, 60, 60));
  g_assert_false (lanyard_filter_get_hours (filter, NULL, NULL));
}

static void
test_before_1970 (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (LanyardFilter) empty = lanyard_filter_new ();
  g_autoptr (LanyardFilter) filter = lanyard_filter_with_hours (empty, 22 * 60, 24 * 60);
  g_autoptr (LanyardTalk) talk =
      lanyard_talk_new (&(LanyardTalkFields) { .item = { .key = "x", .title = "x", .start = -HOUR, .end = 0 } });

  g_assert_true (lanyard_filter_matches (filter, LANYARD_ITEM (talk), NULL, fixture->zone, 0));
}

static void
test_hides (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardFilter) hidden = lanyard_filter_new ();
  LanyardItem *early = LANYARD_ITEM (lanyard_programme_find_talk (fixture->programme, "early"));
  LanyardItem *night = LANYARD_ITEM (lanyard_programme_find_talk (fixture->programme, "night"));
  LanyardItem *coffee = LANYARD_ITEM (lanyard_programme_find_break (fixture->programme, "coffee"));
  LanyardItem *block = lanyard_programme_get_blocks (fixture->programme)->pdata[0];

  g_assert_false (lanyard_filter_hides (hidden, early));
  hidden = next (hidden, lanyard_filter_with_still_to_come (hidden, TRUE));
  hidden = next (hidden, lanyard_filter_with_picks (hidden, TRUE));
  hidden = next (hidden, lanyard_filter_with_hours (hidden, 1, 2));
  g_assert_false (lanyard_filter_hides (hidden, early));

  hidden = next (hidden, lanyard_filter_with_value (hidden, LANYARD_FILTER_KEYWORD, "rust", TRUE));
  g_assert_true (lanyard_filter_hides (hidden, early));
  g_assert_false (lanyard_filter_hides (hidden, night));
  hidden = next (hidden, lanyard_filter_with_value (hidden, LANYARD_FILTER_ROOM, "Attic", TRUE));
  g_assert_true (lanyard_filter_hides (hidden, night));
  g_assert_false (lanyard_filter_hides (hidden, coffee));
  hidden = next (hidden, lanyard_filter_with_value (hidden, LANYARD_FILTER_SESSION, "s", TRUE));
  g_assert_true (lanyard_filter_hides (hidden, coffee));
  g_assert_true (lanyard_filter_hides (hidden, block));
}

static void
test_equal (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardFilter) a = lanyard_filter_new_parse ("{\"rooms\": [\"x\", \"y\"], \"picks\": true}");
  g_autoptr (LanyardFilter) b = lanyard_filter_new_parse ("{\"picks\": true, \"rooms\": [\"y\", \"x\", \"y\"]}");
  g_autoptr (LanyardFilter) c = lanyard_filter_new_parse ("{\"rooms\": [\"x\", \"z\"], \"picks\": true}");
  g_autoptr (LanyardFilter) d = lanyard_filter_new_parse ("{\"rooms\": [\"x\", \"y\"]}");
  g_autoptr (LanyardFilter) e = lanyard_filter_new_parse ("{\"types\": [\"x\", \"y\"]}");

  g_assert_true (lanyard_filter_equal (a, b));
  g_assert_false (lanyard_filter_equal (a, c));
  g_assert_false (lanyard_filter_equal (a, d));
  g_assert_false (lanyard_filter_equal (d, e));
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardFilter) filter = lanyard_filter_new ();
  g_autoptr (LanyardFilter) read = NULL;
  g_autofree char *nothing = lanyard_filter_to_string (filter);
  g_autofree char *text = NULL;

  g_assert_cmpstr (nothing, ==, "{}");
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_SESSION, "s \"1\"\n", TRUE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_ROOM, "Großer Saal", TRUE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_ROOM, "🦀", TRUE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_TYPE, "Talk", TRUE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_LANGUAGE, "en", TRUE));
  filter = next (filter, lanyard_filter_with_value (filter, LANYARD_FILTER_KEYWORD, "", TRUE));
  filter = next (filter, lanyard_filter_with_picks (filter, TRUE));
  filter = next (filter, lanyard_filter_with_decided (filter, LANYARD_FILTER_MAYBE | LANYARD_FILTER_WATCH_LATER));
  filter = next (filter, lanyard_filter_with_still_to_come (filter, TRUE));
  filter = next (filter, lanyard_filter_with_hours (filter, 540, 1440));

  text = lanyard_filter_to_string (filter);
  g_assert_cmpstr (text, ==,
                   "{\"sessions\":[\"s \\\"1\\\"\\n\"],\"rooms\":[\"Großer Saal\",\"🦀\"],\"types\":[\"Talk\"],"
                   "\"languages\":[\"en\"],\"keywords\":[\"\"],\"picks\":true,\"decided\":[\"maybe\",\"watch-later\"],\"still-to-come\":true,\"hours\":[540,1440]}");
  read = lanyard_filter_new_parse (text);
  g_assert_true (lanyard_filter_equal (read, filter));
  g_assert_cmpstr (lanyard_filter_get_values (read, LANYARD_FILTER_ROOM)[1], ==, "🦀");
  g_assert_null (lanyard_filter_get_values (read, LANYARD_FILTER_ROOM)[2]);
}

static void
test_nonsense_is_empty (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const nonsense[] = {
    "", " ", "null", "[]", "0", "\"x\"", "{", "}", "{}", "{]", "nonsense", "\xff", "{\"rooms\": \"Hall\"}", "{\"rooms\": {}}",
    "{\"rooms\": [1, null, [\"x\"], {}, true]}", "{\"rooms\": null, \"picks\": \"true\"}", "{\"picks\": 1}",
    "{\"decided\": 1}", "{\"decided\": [\"x\", 1, null]}", "{\"hours\": [1]}", "{\"hours\": [1, 2, 3]}", "{\"hours\": [-1, 5]}", "{\"hours\": [5, 1441]}",
    "{\"hours\": [5.5, 9]}", "{\"hours\": [\"5\", 9]}", "{\"hours\": [9223372036854775807, -9223372036854775807]}",
    "{\"hours\": [5, 5]}", "{\"hours\": {}}", "{\"colour\": \"red\"}",
  };
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *long_text = g_strnfill (10000000, ' ');
  g_autoptr (LanyardFilter) of_nothing = lanyard_filter_new_parse (NULL);
  g_autoptr (LanyardFilter) of_deep = lanyard_filter_new_parse (deep);
  g_autoptr (LanyardFilter) of_long = lanyard_filter_new_parse (long_text);

  g_assert_true (lanyard_filter_is_empty (of_nothing));
  g_assert_true (lanyard_filter_is_empty (of_deep));
  g_assert_true (lanyard_filter_is_empty (of_long));
  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (LanyardFilter) filter = lanyard_filter_new_parse (nonsense[i]);

      g_test_message ("Number %zu", i);
      g_assert_true (lanyard_filter_is_empty (filter));
    }
}

static void
test_the_rest_of_a_newer_one_is_kept (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LanyardFilter) filter =
      lanyard_filter_new_parse ("{\"moods\": [\"merry\"], \"rooms\": [7, \"Hall\"], \"hours\": \"all\", \"picks\": true}");
  g_autofree char *text = lanyard_filter_to_string (filter);
  g_autoptr (GString) many = g_string_new ("{\"rooms\":[\"0\"");
  g_autoptr (LanyardFilter) of_many = NULL;

  g_assert_cmpstr (text, ==, "{\"rooms\":[\"Hall\"],\"picks\":true}");

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (many, ",\"%u\"", i);
  g_string_append (many, "]}");
  of_many = lanyard_filter_new_parse (many->str);
  g_assert_cmpuint (g_strv_length ((char **) lanyard_filter_get_values (of_many, LANYARD_FILTER_ROOM)), ==, 500);
}

static void
assert_values (Fixture            *fixture,
               LanyardFilterField  field,
               const char         *expected)
{
  g_autoptr (GPtrArray) values = lanyard_programme_dup_filter_values (fixture->programme, field);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const LanyardFilterValue *value = values->pdata[i];

      g_string_append_printf (text, "%s/%s/%u;", value->value, value->label, value->n_items);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_what_there_is (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_values (fixture, LANYARD_FILTER_SESSION, "s/Memory/3;");
  assert_values (fixture, LANYARD_FILTER_ROOM, "Attic/Attic/1;Hall/Hall/3;");
  assert_values (fixture, LANYARD_FILTER_TYPE, "Keynote/Keynote/1;Talk/Talk/2;");
  assert_values (fixture, LANYARD_FILTER_LANGUAGE, "de/de/1;en/en/2;");
  assert_values (fixture, LANYARD_FILTER_KEYWORD, "mm/mm/2;rust/rust/1;");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/filter/values", test_values },
    { "/filter/picks", test_picks },
    { "/filter/decided", test_decided },
    { "/filter/times", test_times },
    { "/filter/before-1970", test_before_1970 },
    { "/filter/hides", test_hides },
    { "/filter/equal", test_equal },
    { "/filter/text", test_text },
    { "/filter/nonsense-is-empty", test_nonsense_is_empty },
    { "/filter/the-rest-of-a-newer-one-is-kept", test_the_rest_of_a_newer_one_is_kept },
    { "/filter/what-there-is", test_what_there_is },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
