/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of a plan, and where entries stand on them. Instants are minutes of the
 * second of January 1970 unless a test says otherwise. */

#include "config.h"

#include "plan-helper.h"
#include "plan/lanyard-day-layout.h"
#include "plan/lanyard-gap.h"

#define DAY 719164
#define MIDNIGHT 86400
#define HOUR 60

static gint64
at (int minute)
{
  return MIDNIGHT + minute * 60;
}

static void
add (PlanMaker  *maker,
     const char *key,
     int         start,
     int         end)
{
  plan_maker_add_talk (maker, &(PlanTalk) { .key = key, .start = at (start), .end = at (end) });
}

static void
pick (PlanMaker    *maker,
      const char   *key,
      LanyardLevel  level)
{
  plan_maker_pick (maker, LANYARD_KIND_TALK, key, level);
}

static void
add_picked (PlanMaker  *maker,
            const char *key,
            int         start,
            int         end)
{
  add (maker, key, start, end);
  pick (maker, key, LANYARD_LEVEL_GOING);
}

static void
add_own (PlanMaker  *maker,
         const char *key,
         int         start,
         int         end)
{
  plan_maker_add_own (maker, key, LANYARD_OWN_OTHER, NULL, at (start), at (end));
}

static GPtrArray *
make_days (PlanMaker   *maker,
           const char  *zone_id,
           LanyardPlan **plan)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();
  g_autoptr (LanyardZone) zone = lanyard_zone_new (zone_id);

  *plan = plan_maker_make (maker);
  g_ptr_array_add (programmes, maker->programme);
  return lanyard_plan_days_new (programmes, lanyard_plan_get_entries (*plan), zone);
}

static void
assert_days (GPtrArray  *days,
             const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (days, i);

      g_string_append_printf (lines, "%s%d:", i > 0 ? "; " : "", day->day == LANYARD_DAY_NONE ? -1 : (int) day->day - DAY);
      for (guint j = 0; j < day->entries->len; j++)
        g_string_append_printf (lines, " %s%s",
                                lanyard_item_get_key (((LanyardPlanEntry *) day->entries->pdata[j])->item),
                                lanyard_plan_day_begins (day, day->entries->pdata[j]) ? "" : "…");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_days (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) days = NULL;
  LanyardPlanDay *second;

  add_picked (maker, "first", 10 * HOUR, 11 * HOUR);
  add_picked (maker, "party", 22 * HOUR, 26 * HOUR);
  add (maker, "not picked", 33 * HOUR, 42 * HOUR);
  add_own (maker, "train", 46 * HOUR, 58 * HOUR);
  add_own (maker, "back", 76 * HOUR, 78 * HOUR);
  plan_maker_add_talk (maker, &(PlanTalk) { .key = "some time", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME });
  pick (maker, "some time", LANYARD_LEVEL_MAYBE);
  days = make_days (maker, "UTC", &plan);

  assert_days (days, "0: first party; 1: train; 3: back; -1: some time");
  second = days->pdata[1];
  g_assert_cmpint (second->hours.start, ==, at (33 * HOUR));
  g_assert_cmpint (second->hours.end, ==, at (42 * HOUR));
  g_assert_cmpint (second->bounds.start, ==, at (24 * HOUR));
  g_assert_cmpint (second->bounds.end, ==, at (48 * HOUR));
  g_assert_cmpint (((LanyardPlanDay *) days->pdata[2])->hours.start, ==, LANYARD_NO_TIME);
}

/* In another zone the same night is an evening, and a train runs on two days. */
static void
test_days_elsewhere (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) days = NULL;
  LanyardStretch stretch;

  add_picked (maker, "first", 10 * HOUR, 11 * HOUR);
  add_picked (maker, "party", 22 * HOUR, 26 * HOUR);
  add_own (maker, "train", 12 * HOUR, 23 * HOUR);
  days = make_days (maker, "Asia/Tokyo", &plan);

  assert_days (days, "0: first train; 1: train… party");
  g_assert_true (lanyard_plan_day_cut (days->pdata[0], plan_find_entry (plan, "train"), &stretch));
  g_assert_cmpint (stretch.end, ==, at (15 * HOUR));
  g_assert_true (lanyard_plan_day_cut (days->pdata[1], plan_find_entry (plan, "train"), &stretch));
  g_assert_cmpint (stretch.start, ==, at (15 * HOUR));
  g_assert_cmpint (stretch.end, ==, at (23 * HOUR));
}

static void
assert_gaps (GPtrArray  *gaps,
             const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const LanyardGap *gap = g_ptr_array_index (gaps, i);

      g_string_append_printf (lines, "%s%d-%d", i > 0 ? " " : "", (int) (gap->start - MIDNIGHT) / 3600,
                              (int) (gap->end - MIDNIGHT) / 3600);
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

/* From the conference's first of the day to its last, and on to an own dinner;
 * a fallback takes no time. */
static void
test_gaps_of_a_day (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GPtrArray) gaps = NULL;

  add (maker, "welcome", 9 * HOUR, 10 * HOUR);
  add_picked (maker, "talk", 11 * HOUR, 12 * HOUR);
  add (maker, "maybe", 13 * HOUR, 14 * HOUR);
  pick (maker, "maybe", LANYARD_LEVEL_MAYBE);
  add (maker, "last", 17 * HOUR, 18 * HOUR);
  add_own (maker, "dinner", 19 * HOUR, 21 * HOUR);
  days = make_days (maker, "UTC", &plan);
  gaps = lanyard_plan_day_find_gaps (days->pdata[0], LANYARD_GAP_LEAST);
  assert_gaps (gaps, "9-11 12-19");
}

static guint
number_of (LanyardDayLayout *layout,
           const char       *key)
{
  for (guint i = 0; i < lanyard_day_layout_get_n_places (layout); i++)
    if (g_str_equal (lanyard_item_get_key (lanyard_day_layout_get_place (layout, i)->entry->item), key))
      return i;
  return LANYARD_DAY_NOWHERE;
}

static void
assert_place (LanyardDayLayout *layout,
              const char       *key,
              double            left,
              double            width)
{
  const LanyardDayPlace *place = lanyard_day_layout_get_place (layout, number_of (layout, key));

  g_assert_cmpfloat_with_epsilon (place->left, left, 0.001);
  g_assert_cmpfloat_with_epsilon (place->width, width, 0.001);
}

static void
assert_leads (LanyardDayLayout *layout,
              const char       *from,
              LanyardDayMove    move,
              const char       *to)
{
  guint found = lanyard_day_layout_move (layout, number_of (layout, from), move);

  g_assert_cmpuint (found, ==, to != NULL ? number_of (layout, to) : LANYARD_DAY_NOWHERE);
}

static LanyardDayLayout *
lay_out (PlanMaker *maker)
{
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (LanyardZone) zone = lanyard_zone_new_utc ();
  g_autoptr (GPtrArray) days = make_days (maker, "UTC", &plan);

  return lanyard_day_layout_new (days->pdata[0], zone, 60 * 15);
}

static void
test_side_by_side (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  g_autoptr (LanyardDayLayout) layout = NULL;

  add_picked (maker, "alone", 10 * HOUR + 20, 11 * HOUR);
  add (maker, "fallback", 12 * HOUR, 14 * HOUR);
  pick (maker, "fallback", LANYARD_LEVEL_MAYBE);
  add_picked (maker, "long", 12 * HOUR, 13 * HOUR);
  add_picked (maker, "third", 12 * HOUR + 30, 13 * HOUR);
  add_picked (maker, "short", 15 * HOUR, 15 * HOUR + 1);
  add_picked (maker, "next", 15 * HOUR + 5, 16 * HOUR);
  layout = lay_out (maker);

  g_assert_cmpint (lanyard_day_layout_get_start (layout), ==, at (10 * HOUR));
  g_assert_cmpint (lanyard_day_layout_get_end (layout), ==, at (16 * HOUR));
  g_assert_cmpuint (lanyard_day_layout_get_n_lanes (layout), ==, 3);
  assert_place (layout, "alone", 0, 1);
  assert_place (layout, "long", 0, 1 / 3.0);
  assert_place (layout, "fallback", 1 / 3.0, 1 / 3.0);
  assert_place (layout, "third", 2 / 3.0, 1 / 3.0);
  assert_place (layout, "short", 0, 0.5);
  assert_place (layout, "next", 0.5, 0.5);
  assert_gaps (lanyard_day_layout_get_gaps (layout), "11-12 13-15");

  assert_leads (layout, "long", LANYARD_DAY_RIGHT, "fallback");
  assert_leads (layout, "fallback", LANYARD_DAY_RIGHT, "third");
  assert_leads (layout, "third", LANYARD_DAY_RIGHT, NULL);
  assert_leads (layout, "third", LANYARD_DAY_LEFT, "fallback");
  assert_leads (layout, "alone", LANYARD_DAY_LATER, "long");
  assert_leads (layout, "alone", LANYARD_DAY_EARLIER, NULL);
  assert_leads (layout, "third", LANYARD_DAY_LAST, "next");
  assert_leads (layout, "third", LANYARD_DAY_FIRST, "alone");
  g_assert_cmpuint (lanyard_day_layout_find_at (layout, at (11 * HOUR + 30)), ==, number_of (layout, "long"));
  g_assert_cmpuint (lanyard_day_layout_find_at (layout, at (13 * HOUR + 30)), ==, number_of (layout, "fallback"));
  g_assert_cmpuint (lanyard_day_layout_find_at (layout, at (23 * HOUR)), ==, number_of (layout, "next"));
}

/* Talks stand on their session's block; what overlaps it is beside it. */
static void
test_bands (void)
{
  g_autoptr (PlanMaker) maker = plan_maker_new ("C");
  LanyardSession *session = plan_maker_add_session (maker, "S");
  LanyardBlock *block = plan_maker_add_block (maker, "block", session, NULL, at (10 * HOUR), at (12 * HOUR));
  g_autoptr (LanyardDayLayout) layout = NULL;
  const PlanTalk talks[] = {
    { .key = "a", .start = at (10 * HOUR), .end = at (11 * HOUR), .session = session, .block = block },
    { .key = "b", .start = at (10 * HOUR + 30), .end = at (11 * HOUR), .session = session, .block = block },
    { .key = "late", .start = at (13 * HOUR), .end = at (14 * HOUR), .session = session, .block = block },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    {
      plan_maker_add_talk (maker, &talks[i]);
      pick (maker, talks[i].key, LANYARD_LEVEL_GOING);
    }
  add_picked (maker, "beside", 11 * HOUR + 30, 13 * HOUR);
  plan_maker_pick (maker, LANYARD_KIND_SESSION, "S", LANYARD_LEVEL_GOING);
  layout = lay_out (maker);

  g_assert_cmpuint (number_of (layout, "block"), ==, 0);
  g_assert_true (lanyard_day_layout_get_place (layout, 0)->is_band);
  assert_place (layout, "block", 0, 0.5);
  assert_place (layout, "beside", 0.5, 0.5);
  assert_place (layout, "a", 0, 0.5);
  assert_place (layout, "b", 0.5, 0.5);
  assert_place (layout, "late", 0, 1);
  g_assert_cmpuint (lanyard_day_layout_get_place (layout, number_of (layout, "a"))->band, ==, 0);
  g_assert_cmpuint (lanyard_day_layout_get_place (layout, number_of (layout, "late"))->band, ==, LANYARD_DAY_NOWHERE);
  assert_leads (layout, "a", LANYARD_DAY_RIGHT, "block");
  assert_leads (layout, "block", LANYARD_DAY_RIGHT, "b");
  assert_leads (layout, "block", LANYARD_DAY_LEFT, "a");
  g_assert_cmpuint (lanyard_day_layout_find_at (layout, at (10 * HOUR + 10)), ==, number_of (layout, "a"));
}

/* Where nothing is, there are hours to put something into; where the clocks are
 * turned back, hours stay full on the wall. */
static void
test_empty_day (void)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new ("Asia/Kathmandu");
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  LanyardPlanDay day = {
    .day = DAY,
    .bounds = { lanyard_zone_get_day_start (zone, DAY), lanyard_zone_get_day_start (zone, DAY + 1) },
    .hours = { LANYARD_NO_TIME, LANYARD_NO_TIME },
    .entries = nobody,
  };
  g_autoptr (LanyardDayLayout) layout = lanyard_day_layout_new (&day, zone, 0);
  gint64 start = lanyard_day_layout_get_start (layout);

  g_assert_cmpuint (lanyard_day_layout_get_n_places (layout), ==, 0);
  g_assert_cmpint (lanyard_day_layout_get_end (layout) - start, ==, 9 * 3600);
  g_assert_cmpint ((start + lanyard_zone_get_offset (zone, start)) % 3600, ==, 0);
  g_assert_cmpuint (lanyard_day_layout_find_at (layout, start), ==, LANYARD_DAY_NOWHERE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-day/days", test_days);
  g_test_add_func ("/plan-day/days-elsewhere", test_days_elsewhere);
  g_test_add_func ("/plan-day/gaps-of-a-day", test_gaps_of_a_day);
  g_test_add_func ("/plan-day/side-by-side", test_side_by_side);
  g_test_add_func ("/plan-day/bands", test_bands);
  g_test_add_func ("/plan-day/empty-day", test_empty_day);

  return g_test_run ();
}
