/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conferences that come, go and are replaced, and what of yours outlives that:
 * picks, notes, own entries. */

#include "config.h"

#include "store-helper.h"

static const LanyardConferenceFields *
get_conference (GPtrArray *conferences,
                guint      index)
{
  return lanyard_conference_get_fields (g_ptr_array_index (conferences, index));
}

static void
test_feed_tells_conferences_apart (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LanyardProgramme) first = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) newer = make_programme (&(ProgrammeShape) { .n_talks = 5, .mark = "Newer" });
  g_autoptr (LanyardProgramme) other =
      make_programme (&(ProgrammeShape) { .n_talks = 1, .mark = "Other", .feed_id = "https://example.org/event/2/" });
  g_autofree char *uuid = NULL;
  g_autofree char *same = NULL;
  g_autofree char *different = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (LanyardProgramme) outline = NULL;
  gboolean is_new = FALSE;

  uuid = save_programme (fixture->store, first, &is_new);
  g_assert_true (is_new);
  same = save_programme (fixture->store, newer, &is_new);
  g_assert_false (is_new);
  different = save_programme (fixture->store, other, &is_new);
  g_assert_true (is_new);
  g_assert_cmpstr (same, ==, uuid);
  g_assert_cmpstr (different, !=, uuid);

  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 2);
  g_assert_cmpstr (get_conference (conferences, 0)->title, ==, "Newer");
  g_assert_cmpuint (get_conference (conferences, 0)->n_talks, ==, 5);
  g_assert_cmpuint (get_conference (conferences, 0)->revision, ==, 2);
  g_assert_cmpuint (get_conference (conferences, 1)->revision, ==, 1);

  outline = load_outline (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_programme_get_talks (outline)->len, ==, 5);
}

static void
test_removed_comes_back_with_picks (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new = FALSE;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
  g_assert_null (load_outline (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (remove_conference (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);

  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);

  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  again = save_programme (fixture->store, programme, &is_new);
  g_assert_cmpstr (again, ==, uuid);
  g_assert_true (is_new);
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
}

static void
test_removed_goes_after_a_month (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) other = make_programme (&(ProgrammeShape) { .n_talks = 3, .feed_id = "other" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *kept = save_programme (fixture->store, other, NULL);
  g_autoptr (GPtrArray) matches = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, kept, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_true (remove_conference (fixture->store, kept, NULL));
  run_sql (fixture->path, "UPDATE conferences SET removed_at = removed_at - 29 * 86400;"
                          "UPDATE conferences SET removed_at = removed_at - 2 * 86400 WHERE feed_id <> 'other'");
  store_fixture_reopen (fixture);

  g_assert_false (restore_conference (fixture->store, uuid, NULL));
  g_assert_true (restore_conference (fixture->store, kept, NULL));
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM picks"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, 3);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM documents"), ==, 9);
  matches = search (fixture->store, NULL, "talk", NULL);
  g_assert_cmpuint (matches->len, ==, 3);
}

static const LanyardPick *
get_pick (GPtrArray  *picks,
          LanyardKind kind)
{
  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);

      if (pick->kind == kind)
        return pick;
    }
  g_assert_not_reached ();
}

static void
test_picks_of_every_kind (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remembered = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "2", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_SESSION, "s0", LANYARD_LEVEL_MAYBE, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_BREAK, "lunch", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_BREAK, "lunch", LANYARD_LEVEL_NONE, NULL));
  g_assert_false (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "s0", LANYARD_LEVEL_GOING, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (set_pick (fixture->store, "no such", LANYARD_KIND_TALK, "2", LANYARD_LEVEL_GOING, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);

  store_fixture_reopen (fixture);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 2);
  g_assert_cmpstr (get_pick (picks, LANYARD_KIND_TALK)->key, ==, "2");
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->level, ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->picked_at, ==, 2000);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_SESSION)->level, ==, LANYARD_LEVEL_MAYBE);

  remembered = ask_sql_text (fixture->path,
                             "SELECT kind || ' ' || level || ' ' || title || ' ' || url || ' ' || persons"
                             "  FROM picks WHERE kind = 'talk'");
  g_assert_cmpstr (remembered, ==, "talk going First talk 2 https://example.org/talk/2 Given1 Family1\nGiven2 Family2");
}

/* Peers lose stars when a feed drops or renumbers a talk for a day. */
static void
test_pick_outlives_its_talk (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) without = make_programme (&(ProgrammeShape) { .n_talks = 3, .first_talk = 1 });
  g_autoptr (LanyardProgramme) renamed = make_programme (&(ProgrammeShape) { .n_talks = 3, .mark = "Renamed" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *title = NULL;
  g_autofree char *new_title = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_MAYBE, NULL));
  g_free (save_programme (fixture->store, without, NULL));
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
  title = ask_sql_text (fixture->path, "SELECT title FROM picks");
  g_assert_cmpstr (title, ==, "First talk 0");

  g_test_message ("It can be taken back, and that can be undone, though the talk is gone");
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_NONE, NULL));
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 0);
  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_GOING, NULL));

  g_test_message ("It comes back with the talk, and follows its name");
  g_free (save_programme (fixture->store, renamed, NULL));
  g_clear_pointer (&picks, g_ptr_array_unref);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 1);
  g_assert_cmpint (get_pick (picks, LANYARD_KIND_TALK)->level, ==, LANYARD_LEVEL_GOING);
  new_title = ask_sql_text (fixture->path, "SELECT title FROM picks");
  g_assert_cmpstr (new_title, ==, "Renamed talk 0");
}

static void
test_notes_and_own_entries_are_kept (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (LanyardProgramme) without = make_programme (&(ProgrammeShape) { .n_talks = 3, .first_talk = 2 });

  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);

  run_sql (fixture->path, "INSERT INTO notes (conference, kind, key, text, changed_at)"
                          "  SELECT id, 'talk', '0', 'Ask about locks', 5 FROM conferences;"
                          "INSERT INTO own_entries (conference, uuid, title, start, \"end\", changed_at)"
                          "  SELECT id, 'u', 'Dinner', 0, 60, 5 FROM conferences");
  g_free (save_programme (fixture->store, without, NULL));
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_free (save_programme (fixture->store, programme, NULL));

  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM notes"), ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM own_entries"), ==, 1);
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
    { "/store/feed-tells-conferences-apart", test_feed_tells_conferences_apart },
    { "/store/removed-comes-back-with-picks", test_removed_comes_back_with_picks },
    { "/store/removed-goes-after-a-month", test_removed_goes_after_a_month },
    { "/store/picks-of-every-kind", test_picks_of_every_kind },
    { "/store/pick-outlives-its-talk", test_pick_outlives_its_talk },
    { "/store/notes-and-own-entries-are-kept", test_notes_and_own_entries_are_kept },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
