/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is decided in an open conference: seen at once, on the disk soon after,
 * taken back and done again, in step with other programs that decide, refresh
 * or remove the conference meanwhile. */

#include "config.h"

#include "window-driver.h"

#define NOW "2026-10-02T10:10:00+09:30"

typedef struct
{
  WindowDriver *driver; /* owned */
  LanyardStore *other;  /* owned: another program's */
  char *uuid;           /* owned: the conference that is shown */
  GString *heard;       /* owned: what was told, in order */
} Fixture;

static void
edited_cb (LanyardOpenConference *open,
           const char            *label,
           guint                  direction,
           Fixture               *fixture)
{
  static const char *const names[] = { "done", "undone", "redone" };

  g_string_append_printf (fixture->heard, "%s %s|", names[direction], label);
}

static void
failed_cb (LanyardOpenConference *open,
           const char            *sentence,
           Fixture               *fixture)
{
  g_string_append (fixture->heard, "failed|");
}

/* Its talks have the keys 0, 1 and 2; from the one with the key @shifted on
 * they are others. */
static char *
save_version (LanyardStore *store,
              const char   *feed_id,
              guint         shifted)
{
  g_autoptr (LanyardConference) conference =
      lanyard_conference_new (&(LanyardConferenceFields) { .feed_id = feed_id, .title = feed_id, .zone = "UTC" });
  g_autoptr (GPtrArray) talks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *title = g_strdup_printf ("Talk %u", i >= shifted ? i + 10 : i);

      g_ptr_array_add (talks, lanyard_talk_new (&(LanyardTalkFields) {
                                .item = { .key = key, .title = title, .start = 1000 + i * 1800, .end = 2800 + i * 1800 } }));
    }
  programme = lanyard_programme_new (&(LanyardProgrammeFields) { .conference = conference, .talks = talks });
  lanyard_store_save_programme_async (store, programme, 0, NULL, window_driver_keep_result_cb, &result);
  return lanyard_store_save_programme_finish (store, window_driver_wait_for (&result), NULL, NULL);
}

static char *
save_conference (LanyardStore *store,
                 const char   *feed_id)
{
  return save_version (store, feed_id, G_MAXUINT);
}

static void
show_conference (Fixture    *fixture,
                 const char *uuid)
{
  lanyard_open_conference_load (fixture->driver->open, uuid);
  while (lanyard_open_conference_get_programme (fixture->driver->open) == NULL ||
         g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (
                        lanyard_open_conference_get_programme (fixture->driver->open))),
                    uuid) != 0)
    window_driver_settle ();
  window_driver_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fixture->driver = window_driver_new (NOW);
  fixture->heard = g_string_new (NULL);
  fixture->uuid = save_conference (fixture->driver->store, "First");
  g_settings_set_string (fixture->driver->settings, "conference", fixture->uuid);
  window_driver_show (fixture->driver, 900, 600);
  show_conference (fixture, fixture->uuid);
  g_signal_connect (fixture->driver->open, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->driver->open, "failed", G_CALLBACK (failed_cb), fixture);

  path = g_build_filename (fixture->driver->folder, "lanyard.db", NULL);
  fixture->other = lanyard_store_new (path);
  lanyard_store_open_async (fixture->other, NULL, window_driver_keep_result_cb, &result);
  g_assert_true (lanyard_store_open_finish (fixture->other, window_driver_wait_for (&result), NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->other);
  g_settings_reset (fixture->driver->settings, "conference");
  window_driver_free (fixture->driver);
  g_string_free (fixture->heard, TRUE);
  g_free (fixture->uuid);
}

/* What another program finds on the disk. */
static LanyardDecisions *
load_elsewhere (Fixture    *fixture,
                const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_decisions_async (fixture->other, uuid, NULL, window_driver_keep_result_cb, &result);
  return lanyard_store_load_decisions_finish (fixture->other, window_driver_wait_for (&result), NULL);
}

static void
apply_elsewhere (Fixture     *fixture,
                 LanyardEdit *edit)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_apply_async (fixture->other, fixture->uuid, edit, 0, NULL, window_driver_keep_result_cb, &result);
  g_assert_true (lanyard_store_apply_finish (fixture->other, window_driver_wait_for (&result), NULL));
}

/* Requests are done in the order in which they are made. */
static void
wait_for_store (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) conferences = NULL;

  lanyard_store_list_conferences_async (fixture->driver->store, NULL, window_driver_keep_result_cb, &result);
  conferences = lanyard_store_list_conferences_finish (fixture->driver->store, window_driver_wait_for (&result), NULL);
  window_driver_settle ();
}

static void
set_level (Fixture      *fixture,
           const char   *key,
           LanyardLevel  level,
           const char   *label)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, key, level);
  lanyard_open_conference_apply (fixture->driver->open, edit, label);
}

static void
assert_levels (LanyardDecisions *decisions,
               LanyardLevel      first,
               LanyardLevel      second)
{
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "0"), ==, first);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, "1"), ==, second);
}

static void
assert_heard (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (fixture->heard->str, ==, expected);
  g_string_truncate (fixture->heard, 0);
}

static void
test_undo_and_redo (Fixture       *fixture,
                    gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autoptr (LanyardEdit) both = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) stored = NULL;
  g_autofree char *label = NULL;
  gboolean can_undo;
  gboolean can_redo;

  g_assert_false (lanyard_open_conference_can_undo (open));
  lanyard_edit_set_level (both, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_GOING);
  lanyard_edit_set_level (both, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_MAYBE);
  lanyard_open_conference_apply (open, both, "Two starred");
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_GOING, LANYARD_LEVEL_MAYBE);
  g_assert_cmpuint (lanyard_plan_get_n_picks (lanyard_open_conference_get_plan (open)), ==, 2);
  lanyard_open_conference_apply (open, both, "Nothing new");
  assert_heard (fixture, "done Two starred|");

  lanyard_open_conference_undo (open);
  g_object_get (open, "can-undo", &can_undo, "can-redo", &can_redo, "redo-label", &label, NULL);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  g_assert_cmpstr (label, ==, "Two starred");
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_NONE, LANYARD_LEVEL_NONE);

  lanyard_open_conference_undo (open);
  lanyard_open_conference_redo (open);
  assert_heard (fixture, "undone Two starred|redone Two starred|");
  wait_for_store (fixture);
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_GOING, LANYARD_LEVEL_MAYBE);
  stored = load_elsewhere (fixture, fixture->uuid);
  assert_levels (stored, LANYARD_LEVEL_GOING, LANYARD_LEVEL_MAYBE);
}

static void
test_another_program_decides (Fixture       *fixture,
                              gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autoptr (LanyardEdit) meddling = lanyard_edit_new ();
  g_autoptr (LanyardEdit) more = lanyard_edit_new ();

  set_level (fixture, "0", LANYARD_LEVEL_GOING, "First");
  set_level (fixture, "1", LANYARD_LEVEL_GOING, "Second");
  wait_for_store (fixture);
  lanyard_edit_set_level (meddling, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_MAYBE);
  apply_elsewhere (fixture, meddling);
  while (lanyard_open_conference_get_level (open, LANYARD_KIND_TALK, "1") != LANYARD_LEVEL_MAYBE)
    g_main_context_iteration (NULL, TRUE);

  g_test_message ("There is no way back any more from what another has changed");
  g_assert_cmpstr (lanyard_open_conference_get_undo_label (open), ==, "First");
  lanyard_open_conference_undo (open);
  wait_for_store (fixture);
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_NONE, LANYARD_LEVEL_MAYBE);

  g_test_message ("Nor to it, when the other decided what is not even heard of yet");
  lanyard_edit_set_level (more, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_LEFT_OUT);
  apply_elsewhere (fixture, more);
  lanyard_open_conference_redo (open);
  while (lanyard_open_conference_get_level (open, LANYARD_KIND_TALK, "0") != LANYARD_LEVEL_LEFT_OUT)
    g_main_context_iteration (NULL, TRUE);
  wait_for_store (fixture);
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_LEFT_OUT, LANYARD_LEVEL_MAYBE);
  g_assert_false (lanyard_open_conference_can_undo (open));
}

/* The programme has not got it: the store refuses, and all is as it was. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_GOING);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, "no such", "Hm");
  lanyard_open_conference_apply (open, edit, "Decided");
  g_assert_true (lanyard_open_conference_can_undo (open));
  wait_for_store (fixture);
  while (!lanyard_decisions_is_empty (lanyard_open_conference_get_decisions (open)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (lanyard_open_conference_can_undo (open));
  assert_heard (fixture, "done Decided|failed|");
}

/* A key means another thing in another conference, and each has its own way back. */
static void
test_each_conference_for_itself (Fixture       *fixture,
                                 gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autofree char *second = save_conference (fixture->driver->store, "Second");
  g_autoptr (LanyardEdit) late = lanyard_edit_new ();
  g_autoptr (LanyardDecisions) stored = NULL;

  set_level (fixture, "0", LANYARD_LEVEL_GOING, "In the first");
  show_conference (fixture, second);
  g_assert_true (lanyard_decisions_is_empty (lanyard_open_conference_get_decisions (open)));
  g_assert_false (lanyard_open_conference_can_undo (open));

  lanyard_edit_set_note (late, LANYARD_KIND_TALK, "1", "Typed in the first");
  lanyard_open_conference_apply_to (open, fixture->uuid, late, "Late");
  wait_for_store (fixture);
  g_assert_true (lanyard_decisions_is_empty (lanyard_open_conference_get_decisions (open)));
  stored = load_elsewhere (fixture, fixture->uuid);
  g_assert_cmpstr (lanyard_decisions_get_note (stored, LANYARD_KIND_TALK, "1"), ==, "Typed in the first");

  show_conference (fixture, fixture->uuid);
  g_assert_cmpstr (lanyard_open_conference_get_undo_label (open), ==, "In the first");
  lanyard_open_conference_undo (open);
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_NONE, LANYARD_LEVEL_NONE);
}

/* A new programme gives the key of one talk to another: that is not starred
 * by who takes back that they unstarred the first. */
static void
test_keys_change_hands (Fixture       *fixture,
                        gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autoptr (LanyardProgramme) before = g_object_ref (lanyard_open_conference_get_programme (open));

  set_level (fixture, "0", LANYARD_LEVEL_GOING, "First starred");
  set_level (fixture, "2", LANYARD_LEVEL_GOING, "Third starred");
  set_level (fixture, "0", LANYARD_LEVEL_NONE, "First unstarred");
  set_level (fixture, "2", LANYARD_LEVEL_NONE, "Third unstarred");
  wait_for_store (fixture);
  g_free (save_version (fixture->driver->store, "First", 1));
  while (lanyard_open_conference_get_programme (open) == before)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (lanyard_open_conference_get_undo_label (open), ==, "First unstarred");
  lanyard_open_conference_undo (open);
  assert_levels (lanyard_open_conference_get_decisions (open), LANYARD_LEVEL_GOING, LANYARD_LEVEL_NONE);
  lanyard_open_conference_undo (open);
  g_assert_false (lanyard_open_conference_can_undo (open));
  wait_for_store (fixture);
  g_assert_true (lanyard_decisions_is_empty (lanyard_open_conference_get_decisions (open)));
}

/* Another program removes the conference while its plan is open. */
static void
test_removed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  LanyardOpenConference *open = fixture->driver->open;
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .kind = LANYARD_OWN_MEAL, .title = "Dinner", .start = 5000, .end = 9000 });
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) late = lanyard_edit_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (fixture->uuid));

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (open, edit, "Dinner added");
  wait_for_store (fixture);
  lanyard_store_remove_conference_async (fixture->other, fixture->uuid, NULL, window_driver_keep_result_cb, &result);
  g_assert_true (lanyard_store_remove_conference_finish (fixture->other, window_driver_wait_for (&result), NULL));
  lanyard_edit_set_note (late, LANYARD_KIND_TALK, "1", "Typed meanwhile");
  lanyard_open_conference_apply (open, late, "Note written");
  while (lanyard_open_conference_get_programme (open) != NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (fixture->driver->window),
                                             "“First” removed; your notes and entries are kept"));
  assert_heard (fixture, "done Dinner added|done Note written|");

  gtk_widget_activate_action_variant (GTK_WIDGET (fixture->driver->window), "win.restore-conference", target);
  while (lanyard_open_conference_get_programme (open) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (lanyard_decisions_get_entries (lanyard_open_conference_get_decisions (open))->len, ==, 1);
  g_assert_cmpstr (lanyard_decisions_get_note (lanyard_open_conference_get_decisions (open), LANYARD_KIND_TALK, "1"), ==,
                   "Typed meanwhile");
}

/* How long until a star is on the disk. Other processes may slow the machine
 * down, so that this only measures. */
static void
test_how_soon (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 worst = 0;
  gint64 worst_here = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (LanyardDecisions) stored = NULL;
      gint64 begun = g_get_monotonic_time ();

      set_level (fixture, "0", i % 2 == 0 ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_MAYBE, "Starred");
      worst_here = MAX (worst_here, g_get_monotonic_time () - begun);
      lanyard_store_load_decisions_async (fixture->driver->store, fixture->uuid, NULL, window_driver_keep_result_cb, &result);
      stored = lanyard_store_load_decisions_finish (fixture->driver->store, window_driver_wait_for (&result), NULL);
      worst = MAX (worst, g_get_monotonic_time () - begun);
      g_assert_cmpuint (lanyard_decisions_get_picks (stored)->len, ==, 1);
    }
  g_test_message ("A star took the main thread up to %.2f ms, and was on the disk after up to %.1f ms",
                  worst_here / 1000.0, worst / 1000.0);
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
    { "/open-decisions/undo-and-redo", test_undo_and_redo },
    { "/open-decisions/another-program-decides", test_another_program_decides },
    { "/open-decisions/refused", test_refused },
    { "/open-decisions/each-conference-for-itself", test_each_conference_for_itself },
    { "/open-decisions/keys-change-hands", test_keys_change_hands },
    { "/open-decisions/removed-elsewhere", test_removed_elsewhere },
    { "/open-decisions/how-soon", test_how_soon },
  };

  g_setenv ("TZ", "UTC", TRUE);
  window_driver_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
