/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits in the database: whole or not at all, the same as in memory, whoever
 * else writes, and kept through refreshes, removal and clocks that go back. */

#include "config.h"

#include "decision-model.h"
#include "refresh-helper.h"

#define N_RANDOM_EDITS 400

static char *
save_talks (StoreFixture *fixture,
            guint         n_talks)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = n_talks });

  return save_programme (fixture->store, programme, NULL);
}

static void
assert_applied (StoreFixture *fixture,
                const char   *uuid,
                LanyardEdit  *edit,
                gint64        now)
{
  g_autoptr (GError) error = NULL;

  apply_edit (fixture->store, uuid, edit, now, &error);
  g_assert_no_error (error);
}

static LanyardOwnEntry *
make_dinner (void)
{
  return lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .kind = LANYARD_OWN_MEAL,
    .title = "Dinner’s “ready”",
    .start = 1700000000,
    .end = 1700007200,
    .zone = "Asia/Kolkata",
    .place = "Harbour",
    .people = "Ada, Grace",
    .note = "Bring *slides*\n\nand appetite",
  });
}

static void
test_edit_of_everything (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, 5);
  g_autoptr (LanyardOwnEntry) dinner = make_dinner ();
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) nothing = load_decisions (fixture->store, uuid, NULL);
  g_autoptr (LanyardDecisions) expected = NULL;
  g_autoptr (LanyardDecisions) found = NULL;
  g_autoptr (LanyardEdit) inverse = NULL;
  g_autoptr (LanyardDecisions) after = NULL;
  const LanyardOwnEntryFields *fields;

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_LEFT_OUT);
  lanyard_edit_set_level (edit, LANYARD_KIND_SESSION, "s0", LANYARD_LEVEL_GOING);
  lanyard_edit_set_note (edit, LANYARD_KIND_SESSION, "s0", "Ask **why** – 🦆");
  lanyard_edit_set_marks (edit, LANYARD_KIND_BREAK, "lunch", LANYARD_MARK_SEEN);
  lanyard_edit_put_entry (edit, dinner);
  assert_applied (fixture, uuid, edit, 5000);
  expected = lanyard_decisions_apply (nothing, edit, 5000);

  store_fixture_reopen (fixture);
  found = load_decisions (fixture->store, uuid, NULL);
  g_assert_true (lanyard_decisions_equal (found, expected));
  fields = lanyard_own_entry_get_fields (
      lanyard_decisions_find_entry (found, lanyard_item_get_key (LANYARD_ITEM (dinner))));
  g_assert_cmpint (fields->changed_at, ==, 5000);

  inverse = lanyard_decisions_invert (nothing, edit);
  assert_applied (fixture, uuid, inverse, 5001);
  after = load_decisions (fixture->store, uuid, NULL);
  g_assert_true (lanyard_decisions_is_empty (after));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM notes WHERE text <> ''"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM own_entries"), ==, 0);
}

static void
test_whole_or_not_at_all (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, 5);
  g_autoptr (LanyardOwnEntry) dinner = make_dinner ();
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) late_edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autoptr (LanyardDecisions) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 revision = ask_sql (fixture->path, "SELECT picks_revision FROM conferences");

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_GOING);
  lanyard_edit_put_entry (edit, dinner);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "no such", "Hm");
  g_assert_false (apply_edit (fixture->store, uuid, edit, 1, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  decisions = load_decisions (fixture->store, uuid, NULL);
  g_assert_true (lanyard_decisions_is_empty (decisions));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT picks_revision FROM conferences"), ==, revision);

  g_test_message ("Nor is it taken back in silence: it may have another key since a refresh");
  g_clear_error (&error);
  lanyard_edit_set_level (late_edit, LANYARD_KIND_TALK, "no such", LANYARD_LEVEL_NONE);
  g_assert_false (apply_edit (fixture->store, uuid, late_edit, 1, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);

  g_test_message ("Who takes a backup back wants to keep what is unknown");
  lanyard_edit_set_keeps_unknown (edit, TRUE);
  assert_applied (fixture, uuid, edit, 1);
  kept = load_decisions (fixture->store, uuid, NULL);
  g_assert_cmpstr (lanyard_decisions_get_note (kept, LANYARD_KIND_TALK, "no such"), ==, "Hm");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT picks_revision FROM conferences"), ==, revision + 1);

  g_test_message ("What is so already is not written again");
  assert_applied (fixture, uuid, edit, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT picks_revision FROM conferences"), ==, revision + 1);
}

static void
test_clock_set_back (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, 5);
  g_autoptr (LanyardDecisions) decisions = NULL;
  const LanyardPick *pick;
  const LanyardNote *note;

  for (gint64 now = 9000; now >= 7000; now -= 1000)
    {
      g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
      g_autofree char *text = g_strdup_printf ("At %" G_GINT64_FORMAT, now);

      lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", now % 2000 == 0 ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING);
      lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "1", text);
      assert_applied (fixture, uuid, edit, now);
    }
  decisions = load_decisions (fixture->store, uuid, NULL);
  pick = lanyard_decisions_get_picks (decisions)->pdata[0];
  note = lanyard_decisions_get_notes (decisions)->pdata[0];
  g_assert_cmpint (pick->level, ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (pick->picked_at, ==, 9000);
  g_assert_cmpstr (note->text, ==, "At 7000");
  g_assert_cmpint (note->changed_at, ==, 9000);
}

/* A store and a value in memory go through the same edits, while another
 * store meddles; some steps expect what may no longer be so. */
static void
test_as_in_memory (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, MODEL_N_TALKS);
  g_autoptr (LanyardStore) other = lanyard_store_new (fixture->path);
  g_autoptr (LanyardDecisions) memory = load_decisions (fixture->store, uuid, NULL);
  Model model = { { 0 } };

  g_assert_true (open_store (other, NULL));
  for (guint i = 0; i < N_RANDOM_EDITS; i++)
    {
      ModelStep steps[4];
      guint n_steps = g_test_rand_int_range (1, G_N_ELEMENTS (steps) + 1);
      guint first = g_test_rand_int_range (0, MODEL_N_CELLS);
      g_autoptr (LanyardEdit) edit = NULL;
      g_autoptr (LanyardDecisions) before = g_steal_pointer (&memory);
      g_autoptr (LanyardDecisions) stored = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < n_steps; j++)
        steps[j] = (ModelStep) { (first + j * 5) % MODEL_N_CELLS, g_test_rand_int_range (0, MODEL_N_VALUES),
                                 g_test_rand_bit (), g_test_rand_int_range (0, MODEL_N_VALUES) };
      edit = model_make_edit (steps, n_steps);
      apply_edit (i % 3 == 0 ? other : fixture->store, uuid, edit, i, &error);
      g_assert_no_error (error);
      memory = lanyard_decisions_apply (before, edit, i);
      model_apply (&model, steps, n_steps);

      g_assert_true (model_equals (&model, memory));
      stored = load_decisions (i % 2 == 0 ? other : fixture->store, uuid, NULL);
      g_assert_true (lanyard_decisions_equal (stored, memory));
    }
}

/* One takes back what another has changed meanwhile: the other's stays. */
static void
test_undo_of_what_another_changed (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, 5);
  g_autoptr (LanyardStore) other = lanyard_store_new (fixture->path);
  g_autoptr (LanyardDecisions) nothing = load_decisions (fixture->store, uuid, NULL);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) inverse = NULL;
  g_autoptr (LanyardDecisions) decisions = NULL;

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "1", "Mine");
  assert_applied (fixture, uuid, edit, 1);
  inverse = lanyard_decisions_invert (nothing, edit);

  g_assert_true (open_store (other, NULL));
  g_assert_true (set_pick (other, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_MAYBE, NULL));
  assert_applied (fixture, uuid, inverse, 2);
  decisions = load_decisions (other, uuid, NULL);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "1"), ==, LANYARD_LEVEL_MAYBE);
  g_assert_null (lanyard_decisions_get_note (decisions, LANYARD_KIND_TALK, "1"));
}

/* Its plan is open in one program while another removes the conference. */
static void
test_removed_conference (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *uuid = save_talks (fixture, 5);
  g_autoptr (LanyardOwnEntry) dinner = make_dinner ();
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) late_edit = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) removed = NULL;
  g_autoptr (LanyardDecisions) restored = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_edit_put_entry (edit, dinner);
  assert_applied (fixture, uuid, edit, 1);
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  lanyard_edit_set_note (late_edit, LANYARD_KIND_TALK, "1", "Typed meanwhile");
  assert_applied (fixture, uuid, late_edit, 2);
  removed = load_decisions (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_decisions_get_entries (removed)->len, ==, 1);

  g_test_message ("Nobody but who wrote them throws notes and own entries away");
  run_sql (fixture->path, "UPDATE conferences SET removed_at = removed_at - 400 * 86400");
  store_fixture_reopen (fixture);
  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  restored = load_decisions (fixture->store, uuid, NULL);
  g_assert_true (lanyard_decisions_equal (restored, removed));
  g_assert_cmpstr (lanyard_decisions_get_note (restored, LANYARD_KIND_TALK, "1"), ==, "Typed meanwhile");

  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_true (forget_conference (fixture->store, uuid, NULL));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT (SELECT count(*) FROM notes) + (SELECT count(*) FROM own_entries)"),
                   ==, 0);
  g_assert_null (load_decisions (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

static const ScheduleTalk three_talks[] = {
  { .key = "a", .start = 0, .room = "Hall", .session = "mc", .url = "https://example.org/a" },
  { .key = "b", .start = 30, .room = "Hall", .session = "mc", .url = "https://example.org/b" },
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};
static const ScheduleTalk only_c[] = {
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};
static const ScheduleTalk renumbered[] = {
  { .key = "x1", .title = "a", .start = 0, .room = "Hall", .session = "mc", .url = "https://example.org/a" },
  { .key = "x2", .title = "b", .start = 30, .room = "Hall", .session = "mc", .url = "https://example.org/b" },
  { .key = "c", .start = 60, .room = "Cellar" },
  { NULL },
};

static char *
decide_about_a_and_b (StoreFixture *fixture)
{
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = three_talks }, 1);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "a", "About a");
  lanyard_edit_set_marks (edit, LANYARD_KIND_TALK, "a", LANYARD_MARK_WATCH_LATER);
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_LEFT_OUT);
  assert_applied (fixture, first->uuid, edit, 2);
  return g_strdup (first->uuid);
}

static void
assert_refreshed (StoreFixture       *fixture,
                  const ScheduleTalk *talks,
                  const char         *changes,
                  const char         *stored)
{
  g_autoptr (LanyardSaved) saved = refresh (fixture->store, &(Schedule) { .talks = talks }, 3);
  g_autofree char *found_changes = describe_changes (saved->changes);
  g_autofree char *found_stored = describe_stored (fixture->store, saved->uuid);

  g_assert_cmpstr (found_changes, ==, changes);
  g_assert_cmpstr (found_stored, ==, stored);
}

/* What has a note or a mark, or is left out, stays when it vanishes, until
 * that is taken back; what is left out is none of yours. */
static void
test_tombstones (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *uuid = decide_about_a_and_b (fixture);
  g_autoptr (LanyardEdit) unmark = lanyard_edit_new ();
  g_autoptr (LanyardEdit) unnote = lanyard_edit_new ();

  assert_refreshed (fixture, only_c, "cancelled session mc\ncancelled talk a mine\ncancelled talk b", " | | a! b! c |");

  lanyard_edit_set_note (unnote, LANYARD_KIND_TALK, "a", NULL);
  lanyard_edit_set_level (unnote, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_NONE);
  assert_applied (fixture, uuid, unnote, 4);
  assert_refreshed (fixture, only_c, "", " | | a! c |");

  lanyard_edit_set_marks (unmark, LANYARD_KIND_TALK, "a", LANYARD_MARKS_NONE);
  assert_applied (fixture, uuid, unmark, 5);
  assert_refreshed (fixture, only_c, "", " | | c |");
}

static void
test_renumbered (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *uuid = decide_about_a_and_b (fixture);
  g_autoptr (LanyardDecisions) decisions = NULL;
  g_autofree char *remembered = NULL;

  lanyard_saved_free (refresh (fixture->store, &(Schedule) { .talks = renumbered }, 3));
  decisions = load_decisions (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_decisions_get_notes (decisions)->len, ==, 1);
  g_assert_cmpstr (lanyard_decisions_get_note (decisions, LANYARD_KIND_TALK, "x1"), ==, "About a");
  g_assert_cmpint (lanyard_decisions_get_marks (decisions, LANYARD_KIND_TALK, "x1"), ==, LANYARD_MARK_WATCH_LATER);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "x2"), ==, LANYARD_LEVEL_LEFT_OUT);
  remembered = ask_sql_text (fixture->path, "SELECT url FROM notes WHERE key = 'x1'");
  g_assert_cmpstr (remembered, ==, "https://example.org/a");
}

static void
assert_unknown (StoreFixture *fixture,
                const char   *uuid,
                LanyardEdit  *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (apply_edit (fixture->store, uuid, edit, 6, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

/* That something was decided once and taken back does not make known what a
 * refresh has taken away: nobody would see what is decided about it. To take the
 * taking back back is no new decision, and finds what it expects. */
static void
test_known_once (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *uuid = decide_about_a_and_b (fixture);
  g_autoptr (LanyardEdit) take_back = lanyard_edit_new ();
  g_autoptr (LanyardEdit) note = lanyard_edit_new ();
  g_autoptr (LanyardEdit) star = lanyard_edit_new ();
  g_autoptr (LanyardEdit) undo = NULL;
  g_autoptr (LanyardDecisions) decisions = load_decisions (fixture->store, uuid, NULL);

  lanyard_edit_set_note (take_back, LANYARD_KIND_TALK, "a", NULL);
  lanyard_edit_set_marks (take_back, LANYARD_KIND_TALK, "a", LANYARD_MARKS_NONE);
  lanyard_edit_set_level (take_back, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_NONE);
  undo = lanyard_decisions_invert (decisions, take_back);
  assert_applied (fixture, uuid, take_back, 4);
  lanyard_saved_free (refresh (fixture->store, &(Schedule) { .talks = only_c }, 5));

  lanyard_edit_set_note (note, LANYARD_KIND_TALK, "a", "Too late");
  assert_unknown (fixture, uuid, note);
  lanyard_edit_set_level (star, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_GOING);
  assert_unknown (fixture, uuid, star);

  assert_applied (fixture, uuid, undo, 7);
  assert_applied (fixture, uuid, star, 8);

  g_test_message ("A backup may bring it back as well");
  assert_applied (fixture, uuid, take_back, 9);
  lanyard_edit_set_keeps_unknown (star, TRUE);
  assert_applied (fixture, uuid, star, 10);
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
    { "/store/decisions/edit-of-everything", test_edit_of_everything },
    { "/store/decisions/whole-or-not-at-all", test_whole_or_not_at_all },
    { "/store/decisions/clock-set-back", test_clock_set_back },
    { "/store/decisions/as-in-memory", test_as_in_memory },
    { "/store/decisions/undo-of-what-another-changed", test_undo_of_what_another_changed },
    { "/store/decisions/removed-conference", test_removed_conference },
    { "/store/decisions/tombstones", test_tombstones },
    { "/store/decisions/renumbered", test_renumbered },
    { "/store/decisions/known-once", test_known_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  return g_test_run ();
}
