/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/lanyard-room-order.h"

static LanyardProgramme *
make_programme (const char * const *room_names)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "UTC" });
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; room_names[i] != NULL; i++)
    {
      g_autoptr (LanyardRoom) room = lanyard_room_new (room_names[i], NULL);
      g_autofree char *key = g_strdup_printf ("%u", i);

      g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
        .item = { .key = key, .title = key, .start = 100 * i, .end = 100 * i + 50, .room = room },
      }));
    }
  return lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
}

static void
assert_sorted (LanyardProgramme *programme,
               const char       *order,
               const char       *expected)
{
  g_autoptr (GPtrArray) rooms = lanyard_room_order_sort (programme, order);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < rooms->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", lanyard_room_get_name (rooms->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_moved (LanyardProgramme *programme,
              const char       *order,
              const char       *name,
              const char       *before,
              const char       *expected)
{
  g_autofree char *moved = lanyard_room_order_move (programme, order, name, before);

  g_assert_cmpstr (moved, ==, expected);
}

static void
test_by_name (void)
{
  const char *names[] = { "Room 10", "Room 2", "Aula", "Émile", "Foyer", NULL };
  g_autoptr (LanyardProgramme) programme = make_programme (names);
  const char *none[] = { NULL };
  g_autoptr (LanyardProgramme) without_rooms = make_programme (none);

  assert_sorted (programme, NULL, "Aula|Foyer|Room 2|Room 10|Émile");
  assert_sorted (programme, "", "Aula|Foyer|Room 2|Room 10|Émile");
  assert_sorted (without_rooms, "Aula", "");
}

/* Names of rooms that are not there, twice there or empty do no harm. */
static void
test_chosen (void)
{
  const char *names[] = { "A", "B", "C", NULL };
  g_autoptr (LanyardProgramme) programme = make_programme (names);

  assert_sorted (programme, "C\nA\nB", "C|A|B");
  assert_sorted (programme, "B", "B|A|C");
  assert_sorted (programme, "Gone\nC\n\nC\nB\n", "C|B|A");
  assert_sorted (programme, "no such\troom\r\n", "A|B|C");
}

static void
test_move (void)
{
  const char *names[] = { "A", "B", "C", NULL };
  g_autoptr (LanyardProgramme) programme = make_programme (names);

  assert_moved (programme, NULL, "C", "A", "C\nA\nB");
  assert_moved (programme, NULL, "A", NULL, "B\nC\nA");
  assert_moved (programme, NULL, "A", "C", "B\nA\nC");
  assert_moved (programme, "C\nGone\nB", "A", "C", "A\nC\nGone\nB");
  assert_moved (programme, "C\nC\nB\n", "B", "C", "B\nC\nA");
  assert_moved (programme, NULL, "B", "B", "A\nB\nC");
  assert_moved (programme, NULL, "no such room", "A", "A\nB\nC");
  assert_moved (programme, NULL, "A", "no such room", "B\nC\nA");
}

/* A room that comes with a later programme stays behind the rooms in order,
 * and one that comes back is where it was. */
static void
test_later_programme (void)
{
  const char *names[] = { "B", "C", NULL };
  const char *later_names[] = { "A", "C", NULL };
  const char *last_names[] = { "A", "B", "C", NULL };
  g_autoptr (LanyardProgramme) programme = make_programme (names);
  g_autoptr (LanyardProgramme) later = make_programme (later_names);
  g_autoptr (LanyardProgramme) last = make_programme (last_names);
  g_autofree char *order = lanyard_room_order_move (programme, NULL, "C", "B");
  g_autofree char *later_order = NULL;

  assert_sorted (later, order, "C|A");
  later_order = lanyard_room_order_move (later, order, "A", "C");
  assert_sorted (last, later_order, "A|C|B");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/room-order/by-name", test_by_name);
  g_test_add_func ("/room-order/chosen", test_chosen);
  g_test_add_func ("/room-order/move", test_move);
  g_test_add_func ("/room-order/later-programme", test_later_programme);

  return g_test_run ();
}
