/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's programme line by line: blocks, gaps, what is in no block. */

#include "config.h"

#include "plan/lanyard-session-lines.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)

typedef struct
{
  LanyardSession *session;
  GPtrArray *blocks;
  GPtrArray *talks;
  GPtrArray *breaks;
  LanyardRoom *here;
  LanyardRoom *there;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  is_poster)
{
  fixture->session = lanyard_session_new (&(LanyardSessionFields) {
    .key = "s", .title = "S", .is_poster = GPOINTER_TO_INT (is_poster),
  });
  fixture->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->talks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->breaks = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->here = lanyard_room_new ("Here", NULL);
  fixture->there = lanyard_room_new ("There", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->talks);
  g_ptr_array_unref (fixture->breaks);
  g_ptr_array_unref (fixture->blocks);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->here);
  g_assert_finalize_object (fixture->there);
}

static LanyardBlock *
add_block (Fixture    *fixture,
           const char *key,
           gint64      start,
           gint64      end)
{
  LanyardBlock *block = lanyard_block_new (&(LanyardItemFields) {
    .key = key, .title = "S", .start = start, .end = end, .room = fixture->here, .session = fixture->session,
  }, NULL);

  g_ptr_array_add (fixture->blocks, block);
  return block;
}

static void
add_talk (Fixture      *fixture,
          const char   *key,
          gint64        start,
          gint64        end,
          LanyardBlock *block,
          LanyardRoom  *room,
          gboolean      is_cancelled)
{
  g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = key, .title = key, .start = start, .end = end, .room = room, .session = fixture->session,
              .is_cancelled = is_cancelled },
    .block = block,
  }));
}

static void
add_poster (Fixture      *fixture,
            const char   *key,
            const char   *board,
            LanyardBlock *block)
{
  g_ptr_array_add (fixture->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = key, .title = key, .start = 0, .end = HOUR / 2, .session = fixture->session },
    .block = block,
    .board = board,
  }));
}

/* "[A" a heading, "(30)" a gap, "-" an empty block, "?" what has no time,
 * "1" an item, "1@" one elsewhere. */
static void
assert_lines (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .title = "C", .zone = "Asia/Tokyo" });
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_add (sessions, fixture->session);
  programme = lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference, .sessions = sessions, .blocks = fixture->blocks, .talks = fixture->talks,
    .breaks = fixture->breaks,
  });
  lines = lanyard_programme_dup_session_lines (programme, fixture->session);
  for (guint i = 0; i < lines->len; i++)
    {
      const LanyardSessionLine *line = g_ptr_array_index (lines, i);
      const char *key = line->item != NULL ? lanyard_item_get_key (line->item) : "";

      g_string_append (text, i > 0 ? " " : "");
      if (line->kind == LANYARD_SESSION_LINE_STRETCH)
        g_string_append_printf (text, "[%s", key);
      else if (line->kind == LANYARD_SESSION_LINE_ITEM)
        g_string_append_printf (text, "%s%s", key, line->is_elsewhere ? "@" : "");
      else if (line->kind == LANYARD_SESSION_LINE_GAP)
        g_string_append_printf (text, "(%d)", (int) (line->end - line->start) / MINUTE);
      else
        g_string_append (text, line->kind == LANYARD_SESSION_LINE_EMPTY ? "-" : "?");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  LanyardBlock *a = add_block (fixture, "A", 0, 3 * HOUR);

  add_talk (fixture, "1", 10 * MINUTE, 40 * MINUTE, a, fixture->here, FALSE);
  /* Four minutes to change over are no gap. */
  add_talk (fixture, "2", 44 * MINUTE, 60 * MINUTE, a, fixture->there, FALSE);
  /* One that runs inside another leaves nothing free behind it. */
  add_talk (fixture, "3", 60 * MINUTE, 120 * MINUTE, a, NULL, FALSE);
  add_talk (fixture, "4", 70 * MINUTE, 80 * MINUTE, a, fixture->here, FALSE);
  g_ptr_array_add (fixture->breaks, lanyard_break_new (&(LanyardItemFields) {
    .key = "b", .title = "Break", .start = 130 * MINUTE, .end = 140 * MINUTE, .session = fixture->session,
  }, a, NULL));
  assert_lines (fixture, "[A (10) 1 2@ 3 4 (10) b (40)");
}

static void
test_blocks (Fixture       *fixture,
             gconstpointer  data)
{
  LanyardBlock *b = add_block (fixture, "B", 10 * HOUR, 11 * HOUR);

  add_block (fixture, "A", 0, 3 * HOUR);
  add_block (fixture, "N", LANYARD_NO_TIME, LANYARD_NO_TIME);
  add_talk (fixture, "1", 10 * HOUR, 11 * HOUR, b, NULL, FALSE);
  add_talk (fixture, "2", LANYARD_NO_TIME, LANYARD_NO_TIME, b, NULL, FALSE);
  add_talk (fixture, "3", LANYARD_NO_TIME, LANYARD_NO_TIME, NULL, NULL, FALSE);
  assert_lines (fixture, "[A - [B 1 ? 2 3");
}

/* Days are those of the conference: in Tokyo the second day begins at 15:00 UTC. */
static void
test_no_blocks (Fixture       *fixture,
                gconstpointer  data)
{
  add_talk (fixture, "1", 13 * HOUR, 14 * HOUR, NULL, fixture->here, FALSE);
  add_talk (fixture, "2", 14 * HOUR + 30 * MINUTE, 15 * HOUR, NULL, fixture->there, FALSE);
  add_talk (fixture, "3", 15 * HOUR, 16 * HOUR, NULL, NULL, FALSE);
  assert_lines (fixture, "[ 1@ (30) 2@ [ 3");
  add_block (fixture, "A", 14 * HOUR, 15 * HOUR);
  assert_lines (fixture, "[ 1@ (30) 2@ [A - [ 3");
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  LanyardBlock *a = add_block (fixture, "A", 0, 1 * HOUR);

  add_talk (fixture, "1", 0, 30 * MINUTE, a, NULL, TRUE);
  add_talk (fixture, "2", 30 * MINUTE, 60 * MINUTE, a, NULL, FALSE);
  assert_lines (fixture, "[A 1 (30) 2");
}

static void
test_posters (Fixture       *fixture,
              gconstpointer  data)
{
  LanyardBlock *a = add_block (fixture, "A", 0, 2 * HOUR);

  add_poster (fixture, "1", "P10", a);
  add_poster (fixture, "2", "P9", a);
  add_poster (fixture, "3", NULL, a);
  assert_lines (fixture, "[A 3 2 1");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  assert_lines (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session-lines/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/session-lines/blocks", Fixture, NULL, set_up, test_blocks, tear_down);
  g_test_add ("/session-lines/no-blocks", Fixture, NULL, set_up, test_no_blocks, tear_down);
  g_test_add ("/session-lines/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/session-lines/posters", Fixture, GINT_TO_POINTER (TRUE), set_up, test_posters, tear_down);
  g_test_add ("/session-lines/nothing", Fixture, NULL, set_up, test_nothing, tear_down);

  return g_test_run ();
}
