/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where items stand in a grid, and where an arrow key leads to. Times are minutes
 * of the second of January 1970 unless they are seconds. */

#include "config.h"

#include "model/lanyard-talk.h"
#include "plan/lanyard-grid-layout.h"

#define DAY 719164
#define MIDNIGHT 86400
#define NO_ROOM NULL

typedef struct
{
  LanyardZone *zone;
  GPtrArray *items;
  GHashTable *rooms;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->zone = lanyard_zone_new_utc ();
  fixture->items = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->rooms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->items, g_ptr_array_unref);
  g_clear_pointer (&fixture->rooms, g_hash_table_unref);
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
}

static LanyardRoom *
room_named (Fixture    *fixture,
            const char *name)
{
  if (name == NULL)
    return NULL;
  if (!g_hash_table_contains (fixture->rooms, name))
    g_hash_table_insert (fixture->rooms, (gpointer) name, lanyard_room_new (name, NULL));
  return g_hash_table_lookup (fixture->rooms, name);
}

static LanyardItemFields
fields_of (Fixture    *fixture,
           const char *key,
           const char *room,
           int         from,
           int         until)
{
  return (LanyardItemFields) { .key = key, .title = key, .room = room_named (fixture, room),
                               .start = MIDNIGHT + 60 * from, .end = MIDNIGHT + 60 * until };
}

static void
add_talk (Fixture    *fixture,
          const char *key,
          const char *room,
          int         from,
          int         until)
{
  g_ptr_array_add (fixture->items, lanyard_talk_new (&(LanyardTalkFields) { .item = fields_of (fixture, key, room, from, until) }));
}

static void
add_break (Fixture    *fixture,
           const char *key,
           const char *room,
           int         from,
           int         until)
{
  LanyardItemFields fields = fields_of (fixture, key, room, from, until);

  g_ptr_array_add (fixture->items, lanyard_break_new (&fields, NULL, NULL));
}

static LanyardGridLayout *
lay_out (Fixture *fixture)
{
  return lanyard_grid_layout_new (fixture->items, fixture->zone, DAY, LANYARD_GRID_BY_ROOM, NULL, 60);
}

static guint
number_of (LanyardGridLayout *layout,
           const char        *key)
{
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (layout); i++)
    if (g_str_equal (lanyard_item_get_key (lanyard_grid_layout_get_place (layout, i)->item), key))
      return i;
  return LANYARD_GRID_NOWHERE;
}

static const LanyardGridPlace *
place_of (LanyardGridLayout *layout,
          const char        *key)
{
  return lanyard_grid_layout_get_place (layout, number_of (layout, key));
}

static const char *
title_of (LanyardGridLayout *layout,
          guint              column)
{
  return lanyard_grid_layout_get_column (layout, column)->title;
}

static void
assert_leads (LanyardGridLayout *layout,
              const char        *from,
              LanyardGridMove    move,
              const char        *to)
{
  const LanyardGridPlace *place = place_of (layout, from);
  guint found = lanyard_grid_layout_move (layout, number_of (layout, from), (place->start + place->end) / 2, move);

  if (to == NULL)
    g_assert_cmpuint (found, ==, LANYARD_GRID_NOWHERE);
  else
    g_assert_cmpstr (lanyard_item_get_key (lanyard_grid_layout_get_place (layout, found)->item), ==, to);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const order[] = { "Attic", "Gone", "Room 10", NULL };
  g_autoptr (LanyardGridLayout) layout = NULL;
  g_autoptr (LanyardGridLayout) ordered = NULL;

  add_talk (fixture, "a", "Room 10", 600, 630);
  add_talk (fixture, "b", "Room 2", 600, 630);
  add_talk (fixture, "c", NO_ROOM, 600, 630);
  add_talk (fixture, "d", "Attic", 600, 630);
  layout = lay_out (fixture);
  g_assert_cmpuint (lanyard_grid_layout_get_n_columns (layout), ==, 4);
  g_assert_cmpstr (title_of (layout, 0), ==, "Attic");
  g_assert_cmpstr (title_of (layout, 1), ==, "Room 2");
  g_assert_cmpstr (title_of (layout, 2), ==, "Room 10");
  g_assert_null (title_of (layout, 3));
  g_assert_cmpuint (place_of (layout, "c")->column, ==, 3);

  ordered = lanyard_grid_layout_new (fixture->items, fixture->zone, DAY, LANYARD_GRID_BY_ROOM, order, 60);
  g_assert_cmpstr (title_of (ordered, 0), ==, "Attic");
  g_assert_cmpstr (title_of (ordered, 1), ==, "Room 10");
  g_assert_cmpstr (title_of (ordered, 2), ==, "Room 2");
  g_assert_cmpuint (place_of (ordered, "a")->column, ==, 1);
}

static void
test_lanes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;

  add_talk (fixture, "long", "R", 600, 720);
  add_talk (fixture, "first", "R", 600, 630);
  add_talk (fixture, "second", "R", 630, 660);
  add_talk (fixture, "third", "R", 640, 650);
  add_talk (fixture, "alone", "R", 720, 730);
  layout = lay_out (fixture);
  g_assert_cmpuint (place_of (layout, "long")->lane, ==, 0);
  g_assert_cmpuint (place_of (layout, "long")->n_lanes, ==, 3);
  g_assert_cmpuint (place_of (layout, "long")->n_lanes_wide, ==, 1);
  g_assert_cmpuint (place_of (layout, "first")->lane, ==, 1);
  g_assert_cmpuint (place_of (layout, "first")->n_lanes_wide, ==, 2);
  g_assert_cmpuint (place_of (layout, "second")->lane, ==, 1);
  g_assert_cmpuint (place_of (layout, "second")->n_lanes_wide, ==, 1);
  g_assert_cmpuint (place_of (layout, "third")->lane, ==, 2);
  g_assert_cmpuint (place_of (layout, "alone")->n_lanes, ==, 1);
}

/* What is drawn higher than it lasts does not hide the next, and no place
 * overlaps another, whatever the zoom. */
static void
test_short (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) far = NULL;
  g_autoptr (LanyardGridLayout) near = NULL;

  add_talk (fixture, "minute", "R", 600, 601);
  add_talk (fixture, "next", "R", 601, 1081);
  add_talk (fixture, "nothing", "R", 700, 700);
  near = lay_out (fixture);
  g_assert_cmpuint (place_of (near, "minute")->n_lanes, ==, 1);
  g_assert_cmpuint (place_of (near, "nothing")->n_lanes, ==, 2);
  far = lanyard_grid_layout_new (fixture->items, fixture->zone, DAY, LANYARD_GRID_BY_ROOM, NULL, 600);
  g_assert_cmpuint (place_of (far, "minute")->n_lanes, ==, 2);
  g_assert_cmpuint (place_of (far, "next")->lane, ==, 1);
  g_assert_cmpint (place_of (far, "next")->start, ==, MIDNIGHT + 601 * 60);
}

static gboolean
overlap (const LanyardGridPlace *a,
         const LanyardGridPlace *b,
         gint64                  least)
{
  double left_a = a->column + (double) a->lane / a->n_lanes;
  double left_b = b->column + (double) b->lane / b->n_lanes;
  double right_a = a->n_columns > 1 ? a->column + a->n_columns : left_a + (double) a->n_lanes_wide / a->n_lanes;
  double right_b = b->n_columns > 1 ? b->column + b->n_columns : left_b + (double) b->n_lanes_wide / b->n_lanes;

  return a->start < MAX (b->end, b->start + least) && b->start < MAX (a->end, a->start + least) &&
         left_a < right_b - 1e-9 && left_b < right_a - 1e-9;
}

/* Programmes of no sense at all. */
static void
test_nothing_hides_anything (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const rooms[] = { "A", "B", "C", NULL };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LanyardGridLayout) layout = NULL;
      gint64 least = g_test_rand_int_range (1, 1800);
      guint n = (guint) g_test_rand_int_range (1, 60);

      g_ptr_array_set_size (fixture->items, 0);
      for (guint i = 0; i < n; i++)
        {
          int from = g_test_rand_int_range (0, 1440);
          int until = from + g_test_rand_int_range (0, 200);
          const char *room = rooms[g_test_rand_int_range (0, 4)];

          if (g_test_rand_int_range (0, 8) == 0)
            add_break (fixture, "break", NO_ROOM, from, until);
          else
            add_talk (fixture, "talk", room, from, until);
        }
      layout = lanyard_grid_layout_new (fixture->items, fixture->zone, DAY, LANYARD_GRID_BY_ROOM, NULL, least);
      g_assert_cmpuint (lanyard_grid_layout_get_n_places (layout), ==, n);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (overlap (lanyard_grid_layout_get_place (layout, i), lanyard_grid_layout_get_place (layout, j), least));
    }
}

static void
test_breaks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;

  add_talk (fixture, "a", "A", 600, 660);
  add_talk (fixture, "b", "B", 600, 720);
  add_talk (fixture, "c", "C", 600, 660);
  add_talk (fixture, "d", "D", 600, 660);
  add_break (fixture, "coffee", NO_ROOM, 660, 690);
  add_break (fixture, "lunch", NO_ROOM, 720, 780);
  add_break (fixture, "tea", "C", 800, 810);
  add_break (fixture, "none free", NO_ROOM, 610, 620);
  layout = lay_out (fixture);
  g_assert_cmpuint (place_of (layout, "coffee")->column, ==, 2);
  g_assert_cmpuint (place_of (layout, "coffee")->n_columns, ==, 2);
  g_assert_cmpuint (place_of (layout, "lunch")->column, ==, 0);
  g_assert_cmpuint (place_of (layout, "lunch")->n_columns, ==, 4);
  g_assert_cmpuint (place_of (layout, "tea")->column, ==, 2);
  g_assert_cmpuint (place_of (layout, "tea")->n_columns, ==, 1);
  g_assert_cmpuint (place_of (layout, "none free")->column, ==, 4);
  g_assert_cmpuint (lanyard_grid_layout_get_n_columns (layout), ==, 5);
  /* Behind all, so that one sees that it is a break where it has no cell. */
  g_assert_cmpuint (lanyard_grid_layout_get_n_bands (layout), ==, 3);
  g_assert_cmpuint (lanyard_grid_layout_get_band (layout, 0)->n_columns, ==, 5);
}

static void
test_blocks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardSession) session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "Session" });
  g_autoptr (LanyardGridLayout) layout = NULL;
  g_autoptr (LanyardGridLayout) by_session = NULL;

  for (int i = 0; i < 2; i++)
    {
      LanyardItemFields fields = fields_of (fixture, i == 0 ? "morning" : "evening", i == 0 ? "A" : "B", 540 + 300 * i, 720 + 300 * i);
      LanyardItemFields talk = fields_of (fixture, i == 0 ? "1" : "2", i == 0 ? "A" : "B", 600 + 300 * i, 630 + 300 * i);
      g_autoptr (LanyardBlock) block = NULL;

      fields.session = talk.session = session;
      block = lanyard_block_new (&fields, NULL);
      g_ptr_array_add (fixture->items, lanyard_talk_new (&(LanyardTalkFields) { .item = talk, .block = block }));
    }
  layout = lay_out (fixture);
  g_assert_cmpuint (lanyard_grid_layout_get_n_bands (layout), ==, 2);
  g_assert_cmpuint (lanyard_grid_layout_get_band (layout, 1)->column, ==, 1);
  g_assert_cmpint (lanyard_grid_layout_get_band (layout, 0)->start, ==, MIDNIGHT + 540 * 60);
  g_assert_cmpint (lanyard_grid_layout_get_start (layout), ==, MIDNIGHT + 540 * 60);
  g_assert_cmpint (lanyard_grid_layout_get_end (layout), ==, MIDNIGHT + 1020 * 60);

  by_session = lanyard_grid_layout_new (fixture->items, fixture->zone, DAY, LANYARD_GRID_BY_SESSION, NULL, 60);
  g_assert_cmpuint (lanyard_grid_layout_get_n_columns (by_session), ==, 1);
  g_assert_cmpstr (title_of (by_session, 0), ==, "Session");
  g_assert_cmpuint (lanyard_grid_layout_get_n_bands (by_session), ==, 2);
}

static void
test_edges (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;
  g_autoptr (LanyardTalk) unscheduled = lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "no time", .title = "no time", .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME },
  });

  add_talk (fixture, "from yesterday", "A", -60, 60);
  add_talk (fixture, "until midnight", "A", -60, 0);
  add_talk (fixture, "party", "A", 1380, 1560);
  add_talk (fixture, "tomorrow", "A", 1440, 1500);
  g_ptr_array_add (fixture->items, g_steal_pointer (&unscheduled));
  layout = lay_out (fixture);
  g_assert_cmpuint (lanyard_grid_layout_get_n_places (layout), ==, 2);
  g_assert_cmpint (place_of (layout, "from yesterday")->start, ==, MIDNIGHT);
  g_assert_cmpint (place_of (layout, "from yesterday")->end, ==, MIDNIGHT + 3600);
  g_assert_cmpint (place_of (layout, "party")->end, ==, 2 * MIDNIGHT);
  g_assert_cmpint (lanyard_grid_layout_get_start (layout), ==, MIDNIGHT);
  g_assert_cmpint (lanyard_grid_layout_get_end (layout), ==, 2 * MIDNIGHT);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) empty = lay_out (fixture);
  g_autoptr (LanyardGridLayout) no_day = NULL;

  add_talk (fixture, "a", "A", 600, 630);
  no_day = lanyard_grid_layout_new (fixture->items, fixture->zone, 0, LANYARD_GRID_BY_ROOM, NULL, 60);
  g_assert_cmpuint (lanyard_grid_layout_get_n_columns (empty), ==, 0);
  g_assert_cmpuint (lanyard_grid_layout_get_n_places (empty), ==, 0);
  g_assert_cmpint (lanyard_grid_layout_get_start (empty), ==, lanyard_grid_layout_get_end (empty));
  g_assert_cmpuint (lanyard_grid_layout_get_n_places (no_day), ==, 0);
}

/* In a zone of half hours, lines are where clocks there show half hours. */
static void
test_half_hour_zone (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (LanyardZone) kathmandu = lanyard_zone_new ("Asia/Kathmandu");
  g_autoptr (LanyardGridLayout) layout = NULL;

  /* In 1970 the clock there was five and a half hours ahead; ten past in UTC is
   * forty past there. */
  add_talk (fixture, "a", "A", 310, 340);
  layout = lanyard_grid_layout_new (fixture->items, kathmandu, DAY, LANYARD_GRID_BY_ROOM, NULL, 60);
  g_assert_cmpint (lanyard_grid_layout_get_start (layout), ==, MIDNIGHT + 300 * 60);
  g_assert_cmpint (lanyard_grid_layout_get_end (layout), ==, MIDNIGHT + 360 * 60);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;

  add_talk (fixture, "b", "B", 600, 630);
  add_talk (fixture, "a", "A", 600, 630);
  add_talk (fixture, "c", "A", 645, 660);
  layout = lay_out (fixture);
  g_assert_cmpuint (lanyard_grid_layout_get_n_rows (layout), ==, 2);
  g_assert_cmpuint (place_of (layout, "a")->row, ==, 0);
  g_assert_cmpuint (place_of (layout, "b")->row, ==, 0);
  g_assert_cmpuint (place_of (layout, "c")->row, ==, 1);
  g_assert_cmpint (lanyard_grid_layout_get_row_start (layout, 1), ==, MIDNIGHT + 645 * 60);
  g_assert_cmpuint (number_of (layout, "a"), ==, 0);
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;

  add_talk (fixture, "a1", "A", 600, 630);
  add_talk (fixture, "a2", "A", 630, 660);
  add_talk (fixture, "b1", "B", 600, 645);
  add_talk (fixture, "b2", "B", 645, 660);
  add_talk (fixture, "d1", "D", 500, 520);
  add_talk (fixture, "d2", "D", 640, 700);
  add_talk (fixture, "d3", "D", 650, 700);
  add_break (fixture, "lunch", NO_ROOM, 720, 780);
  layout = lay_out (fixture);
  assert_leads (layout, "a1", LANYARD_GRID_LATER, "a2");
  assert_leads (layout, "a2", LANYARD_GRID_EARLIER, "a1");
  assert_leads (layout, "a1", LANYARD_GRID_EARLIER, NULL);
  assert_leads (layout, "a2", LANYARD_GRID_LATER, "lunch");
  assert_leads (layout, "a1", LANYARD_GRID_NEXT_COLUMN, "b1");
  assert_leads (layout, "b2", LANYARD_GRID_PREVIOUS_COLUMN, "a2");
  assert_leads (layout, "b2", LANYARD_GRID_NEXT_COLUMN, "d2");
  assert_leads (layout, "d2", LANYARD_GRID_NEXT_COLUMN, "d3");
  assert_leads (layout, "d3", LANYARD_GRID_PREVIOUS_COLUMN, "d2");
  assert_leads (layout, "d3", LANYARD_GRID_NEXT_COLUMN, NULL);
  assert_leads (layout, "a1", LANYARD_GRID_PREVIOUS_COLUMN, NULL);
  assert_leads (layout, "d1", LANYARD_GRID_FIRST_COLUMN, "a1");
  assert_leads (layout, "a1", LANYARD_GRID_LAST_COLUMN, "d2");
  assert_leads (layout, "d2", LANYARD_GRID_FIRST_IN_COLUMN, "d1");
  assert_leads (layout, "a1", LANYARD_GRID_LAST_IN_COLUMN, "lunch");
}

static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;

  add_talk (fixture, "Über Speicher", "A", 600, 630);
  add_talk (fixture, "The scheduler", "A", 630, 660);
  add_talk (fixture, "Scheduling, again", "A", 660, 690);
  layout = lay_out (fixture);
  g_assert_cmpuint (lanyard_grid_layout_find_title (layout, LANYARD_GRID_NOWHERE, "uber"), ==, 0);
  g_assert_cmpuint (lanyard_grid_layout_find_title (layout, 0, "sched"), ==, 1);
  g_assert_cmpuint (lanyard_grid_layout_find_title (layout, 1, "sched"), ==, 2);
  g_assert_cmpuint (lanyard_grid_layout_find_title (layout, 2, "sched"), ==, 1);
  g_assert_cmpuint (lanyard_grid_layout_find_title (layout, 0, "nowhere"), ==, LANYARD_GRID_NOWHERE);
  g_assert_cmpuint (lanyard_grid_layout_find_item (layout, fixture->items->pdata[2]), ==, 2);
}

/* A day of twelve thousand talks is laid out while a finger moves. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardGridLayout) layout = NULL;
  gint64 before;

  for (int i = 0; i < 12000; i++)
    add_talk (fixture, "t", i % 2 == 0 ? "A" : "B", (i / 12) % 1400, (i / 12) % 1400 + 5);
  before = g_get_monotonic_time ();
  layout = lay_out (fixture);
  g_test_message ("12000 talks in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - before) / 1000);
  g_assert_cmpuint (lanyard_grid_layout_get_n_places (layout), ==, 12000);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 2 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/grid-layout/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns", test_columns);
  ADD ("lanes", test_lanes);
  ADD ("short", test_short);
  ADD ("nothing-hides-anything", test_nothing_hides_anything);
  ADD ("breaks", test_breaks);
  ADD ("blocks", test_blocks);
  ADD ("edges", test_edges);
  ADD ("nothing", test_nothing);
  ADD ("half-hour-zone", test_half_hour_zone);
  ADD ("rows", test_rows);
  ADD ("moves", test_moves);
  ADD ("titles", test_titles);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
