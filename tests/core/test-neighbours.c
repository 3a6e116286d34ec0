/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comes before and after a talk. */

#include "config.h"

#include "plan/lanyard-neighbours.h"

#define HOUR 3600
#define DAY (24 * HOUR)
#define START 1790928000 /* 2 October 2026, 08:00 UTC */

typedef struct
{
  GPtrArray *talks;           /* owned */
  LanyardProgramme *programme; /* owned, NULL until made */
  LanyardZone *zone;          /* owned */
  LanyardRoom *hall;          /* owned */
  LanyardRoom *lab;           /* owned */
  LanyardSession *session;    /* owned */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->talks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->zone = lanyard_zone_new ("UTC");
  fixture->hall = lanyard_room_new ("Hall", NULL);
  fixture->lab = lanyard_room_new ("Lab", NULL);
  fixture->session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "Session" });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->programme);
  g_clear_pointer (&fixture->talks, g_ptr_array_unref);
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  g_clear_object (&fixture->hall);
  g_clear_object (&fixture->lab);
  g_clear_object (&fixture->session);
}

static void
add (Fixture        *fixture,
     const char     *key,
     gint64          start,
     LanyardRoom    *room,
     LanyardSession *session,
     gboolean        is_cancelled)
{
  LanyardTalkFields fields = {
    .item = {
      .key = key,
      .title = key,
      .start = start,
      .end = start != LANYARD_NO_TIME ? start + HOUR : LANYARD_NO_TIME,
      .room = room,
      .session = session,
      .is_cancelled = is_cancelled,
    },
  };

  g_ptr_array_add (fixture->talks, lanyard_talk_new (&fields));
}

static void
make (Fixture *fixture)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (LanyardConference) conference = lanyard_conference_new (
      &(LanyardConferenceFields) { .title = "C", .zone = "UTC", .start = START, .end = START + 3 * DAY });
  LanyardProgrammeFields fields = { .conference = conference, .sessions = sessions, .talks = fixture->talks };

  g_ptr_array_add (sessions, fixture->session);
  fixture->programme = lanyard_programme_new (&fields);
}

static void
assert_neighbours (Fixture    *fixture,
                   const char *key,
                   const char *previous,
                   const char *next,
                   guint       position,
                   guint       n_talks)
{
  LanyardItem *item = LANYARD_ITEM (lanyard_programme_find_talk (fixture->programme, key));
  LanyardNeighbours found;

  lanyard_neighbours_find (fixture->programme, item, fixture->zone, &found);
  g_assert_cmpstr (found.previous != NULL ? lanyard_item_get_key (found.previous) : NULL, ==, previous);
  g_assert_cmpstr (found.next != NULL ? lanyard_item_get_key (found.next) : NULL, ==, next);
  g_assert_cmpuint (found.position, ==, position);
  g_assert_cmpuint (found.n_talks, ==, n_talks);
}

/* Whatever room and day; without a time last; cancelled ones are passed by. */
static void
test_session (Fixture       *fixture,
              gconstpointer  data)
{
  add (fixture, "third", START + DAY, fixture->lab, fixture->session, FALSE);
  add (fixture, "first", START, fixture->hall, fixture->session, FALSE);
  add (fixture, "unscheduled", LANYARD_NO_TIME, NULL, fixture->session, FALSE);
  add (fixture, "gone", START + HOUR, fixture->hall, fixture->session, TRUE);
  add (fixture, "second", START + 2 * HOUR, fixture->hall, fixture->session, FALSE);
  add (fixture, "stranger", START + HOUR, fixture->hall, NULL, FALSE);
  make (fixture);

  assert_neighbours (fixture, "first", NULL, "second", 1, 4);
  assert_neighbours (fixture, "second", "first", "third", 2, 4);
  assert_neighbours (fixture, "third", "second", "unscheduled", 3, 4);
  assert_neighbours (fixture, "unscheduled", "third", NULL, 4, 4);
  assert_neighbours (fixture, "gone", "first", "second", 2, 5);
}

static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardZone) west = lanyard_zone_new ("Pacific/Honolulu");

  add (fixture, "morning", START, fixture->hall, NULL, FALSE);
  add (fixture, "elsewhere", START + HOUR, fixture->lab, NULL, FALSE);
  add (fixture, "of a session", START + 2 * HOUR, fixture->hall, fixture->session, FALSE);
  add (fixture, "noon", START + 4 * HOUR, fixture->hall, NULL, FALSE);
  add (fixture, "tomorrow", START + DAY, fixture->hall, NULL, FALSE);
  add (fixture, "somewhere", START, NULL, NULL, FALSE);
  add (fixture, "some time", LANYARD_NO_TIME, NULL, NULL, FALSE);
  make (fixture);

  assert_neighbours (fixture, "morning", NULL, "of a session", 1, 3);
  assert_neighbours (fixture, "noon", "of a session", NULL, 3, 3);
  assert_neighbours (fixture, "tomorrow", NULL, NULL, 1, 1);
  assert_neighbours (fixture, "somewhere", NULL, NULL, 1, 1);
  assert_neighbours (fixture, "some time", NULL, NULL, 1, 1);

  /* There, noon is after midnight. */
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  fixture->zone = lanyard_zone_ref (west);
  assert_neighbours (fixture, "morning", NULL, NULL, 1, 1);
  assert_neighbours (fixture, "of a session", NULL, NULL, 1, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/neighbours/session", Fixture, NULL, set_up, test_session, tear_down);
  g_test_add ("/neighbours/room", Fixture, NULL, set_up, test_room, tear_down);
  return g_test_run ();
}
