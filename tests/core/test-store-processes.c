/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two processes on one database, as the window and the command line are, and
 * one for which there is no room on the disk. */

#include "config.h"

#include <string.h>

#include "store-child.h"

#define A_SECOND G_TIME_SPAN_SECOND

typedef struct
{
  GSubprocess *process;     /* owned */
  GDataInputStream *output; /* owned */
} Child;

typedef struct
{
  guint n_conferences;
  guint n_picks;
  guint n_histories;
  char *uuid; /* owned: of the last changed picks or history */
} Heard;

static Child *
child_new (const char *path)
{
  Child *self = g_new0 (Child, 1);
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "core", "store-child", NULL);
  g_autoptr (GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                    program, path, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  return self;
}

static void
child_free (Child *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (self->process, NULL, NULL));
  g_object_unref (self->output);
  g_object_unref (self->process);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Child, child_free)

static void
tell (Child      *self,
      const char *command)
{
  g_autofree char *line = g_strconcat (command, "\n", NULL);

  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process), line, strlen (line),
                                            NULL, NULL, NULL));
}

/* The rest of the first line that begins so. */
static char *
hear (Child      *self,
      const char *beginning)
{
  g_autofree char *line = NULL;

  do
    {
      g_clear_pointer (&line, g_free);
      line = g_data_input_stream_read_line (self->output, NULL, NULL, NULL);
      g_assert_nonnull (line);
      if (g_str_has_prefix (line, "error") && !g_str_has_prefix (beginning, "error"))
        g_test_message ("%s", line);
    }
  while (!g_str_has_prefix (line, beginning));
  return g_strdup (line + strlen (beginning));
}

static void
conferences_changed_cb (LanyardStore *store,
                        Heard        *heard)
{
  heard->n_conferences++;
}

static void
decisions_changed_cb (LanyardStore *store,
                  const char   *uuid,
                  Heard        *heard)
{
  heard->n_picks++;
  g_free (heard->uuid);
  heard->uuid = g_strdup (uuid);
}

static void
changes_changed_cb (LanyardStore *store,
                    const char   *uuid,
                    Heard        *heard)
{
  heard->n_histories++;
  g_free (heard->uuid);
  heard->uuid = g_strdup (uuid);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the counter is not zero, or the time is over. */
static gint64
wait_until (guint  *counter,
            gint64  microseconds)
{
  gint64 begin = g_get_monotonic_time ();
  guint timer = g_timeout_add (20, wake_cb, NULL);

  while (*counter == 0 && g_get_monotonic_time () < begin + microseconds)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  return g_get_monotonic_time () - begin;
}

static void
listen (LanyardStore *store,
        Heard        *heard)
{
  g_signal_connect (store, "conferences-changed", G_CALLBACK (conferences_changed_cb), heard);
  g_signal_connect (store, "decisions-changed", G_CALLBACK (decisions_changed_cb), heard);
  g_signal_connect (store, "changes-changed", G_CALLBACK (changes_changed_cb), heard);
}

static void
test_other_process_is_heard (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (Child) child = child_new (fixture->path);
  g_autoptr (LanyardProgramme) outline = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  Heard heard = { 0 };
  const char *uuid;
  gint64 waited;

  listen (fixture->store, &heard);
  g_free (hear (child, "open"));
  tell (child, "save Child 120");
  g_free (hear (child, "saved"));
  waited = wait_until (&heard.n_conferences, A_SECOND);
  g_test_message ("Heard of the conference after %" G_GINT64_FORMAT " ms", waited / 1000);
  g_assert_cmpuint (heard.n_conferences, ==, 1);
  g_assert_cmpuint (heard.n_picks, ==, 0);
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 1);
  uuid = lanyard_conference_get_uuid (conferences->pdata[0]);
  outline = load_outline (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_programme_get_talks (outline)->len, ==, 120);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *command = g_strdup_printf ("pick %u", 7 + i);

      heard.n_picks = heard.n_conferences = 0;
      tell (child, command);
      g_free (hear (child, "picked"));
      waited = wait_until (&heard.n_picks, A_SECOND);
      g_test_message ("Heard of the pick after %" G_GINT64_FORMAT " ms", waited / 1000);
      g_assert_cmpuint (heard.n_picks, ==, 1);
      g_assert_cmpuint (heard.n_conferences, ==, 0);
      g_assert_cmpstr (heard.uuid, ==, uuid);
      g_usleep (i * 40000);
    }
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 5);
  g_free (heard.uuid);
}

static void
test_other_process_hears (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12 });
  g_autoptr (Child) child = child_new (fixture->path);
  g_autofree char *uuid = NULL;
  g_autofree char *heard = NULL;
  gint64 begin;

  g_free (hear (child, "open"));
  uuid = save_programme (fixture->store, programme, NULL);
  begin = g_get_monotonic_time ();
  g_free (hear (child, "conferences-changed"));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, A_SECOND);

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_SESSION, "s0", LANYARD_LEVEL_MAYBE, NULL));
  begin = g_get_monotonic_time ();
  heard = hear (child, "decisions-changed ");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, A_SECOND);
  g_assert_cmpstr (heard, ==, uuid);
}

/* A refresh in the one process is news in the other, and so is a look at it. */
static void
test_refresh_is_heard (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (Child) child = child_new (fixture->path);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *heard_by_child = NULL;
  Heard heard = { 0 };
  gint64 begin;

  g_free (hear (child, "open"));
  listen (fixture->store, &heard);
  tell (child, "refresh Old 24");
  g_free (hear (child, "refreshed"));
  wait_until (&heard.n_conferences, A_SECOND);
  g_assert_cmpuint (heard.n_conferences, ==, 1);
  tell (child, "refresh New 24");
  g_free (hear (child, "refreshed"));
  wait_until (&heard.n_histories, A_SECOND);
  g_assert_cmpuint (heard.n_histories, ==, 1);
  changes = list_changes (fixture->store, heard.uuid, LANYARD_NO_TIME);
  g_assert_cmpuint (changes->len, >=, 24);

  g_assert_true (see_changes (fixture->store, heard.uuid,
                              lanyard_change_get_fields (changes->pdata[changes->len - 1])->id, NULL));
  begin = g_get_monotonic_time ();
  heard_by_child = hear (child, "changes-changed ");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, A_SECOND);
  g_assert_cmpstr (heard_by_child, ==, heard.uuid);
  g_free (heard.uuid);
}

/* A star that one process makes while the other refreshes is not lost. */
static void
test_picks_during_refreshes (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (LanyardProgramme) even = make_programme (&(ProgrammeShape) { .n_talks = 120, .mark = "Even" });
  g_autoptr (LanyardProgramme) odd = make_programme (&(ProgrammeShape) { .n_talks = 120, .mark = "Odd" });
  g_autoptr (LanyardSaved) first = save_feed (fixture->store, even, 1);
  g_autoptr (Child) child = child_new (fixture->path);
  g_autoptr (GPtrArray) picks = NULL;

  g_free (hear (child, "open"));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *command = g_strdup_printf ("pick %u", i);

      tell (child, command);
      lanyard_saved_free (save_feed (fixture->store, i % 2 == 0 ? odd : even, 2 + i));
      g_free (hear (child, "picked"));
    }
  picks = list_picks (fixture->store, first->uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 20);
}

static void
test_both_write_at_once (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (Child) child = child_new (fixture->path);
  g_autoptr (LanyardProgramme) programme =
      make_programme (&(ProgrammeShape) { .n_talks = 24, .n_words = 20, .feed_id = "ours", .mark = "Ours" });
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autofree char *uuid = NULL;

  g_free (hear (child, "open"));
  tell (child, "hammer 30");
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i % 24);
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&uuid, g_free);
      uuid = save_programme (fixture->store, programme, NULL);
      set_pick (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, &error);
      g_assert_no_error (error);
    }
  g_free (hear (child, "hammered"));

  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LanyardConferenceFields *fields = lanyard_conference_get_fields (conferences->pdata[i]);

      g_assert_cmpuint (fields->revision, ==, 30);
      g_clear_pointer (&picks, g_ptr_array_unref);
      picks = list_picks (fixture->store, fields->uuid, NULL);
      g_assert_cmpuint (picks->len, ==, 24);
    }
  assert_index_agrees (fixture->store, fixture->path);
}

static void
test_all_make_the_file_at_once (StoreFixture  *fixture,
                                gconstpointer  data)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s/new-%u/lanyard.db", fixture->folder, round);
      Child *children[6];

      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        children[i] = child_new (path);
      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        {
          g_free (hear (children[i], "open"));
          tell (children[i], "save Same 12");
        }
      for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
        {
          g_free (hear (children[i], "saved"));
          child_free (children[i]);
        }
      g_assert_cmpint (ask_sql (path, "SELECT revision FROM conferences"), ==, 6);
    }
}

/* Watching must not wake a sleeping laptop. GLib tells once more after two
 * seconds that a file is no longer written. */
static void
test_silence_when_nothing_happens (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12 });
  GMainContext *context = g_main_context_default ();
  GPollFD fds[16];
  guint nothing = 0;
  int priority;
  int timeout = 0;

  g_free (save_programme (fixture->store, programme, NULL));
  assert_index_agrees (fixture->store, fixture->path);
  wait_until (&nothing, 4 * A_SECOND);
  while (g_main_context_iteration (context, FALSE))
    ;

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, priority, &timeout, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  g_assert_cmpint (timeout, ==, -1);
}

static void
test_disk_full (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12, .mark = "Old" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *message = NULL;
  g_autoptr (LanyardProgramme) whole = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  LanyardTalk *talk;

  g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_MAYBE, NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  {
    g_autoptr (Child) child = child_new (fixture->path);

    g_free (hear (child, "open"));
    tell (child, "limit 500000");
    g_free (hear (child, "limited"));
    tell (child, "save New 1200");
    expected = g_strdup_printf ("error lanyard-store-error-quark %d ", LANYARD_STORE_ERROR_FULL);
    message = hear (child, expected);
    g_assert_nonnull (strstr (message, fixture->path));
    g_clear_pointer (&message, g_free);
    tell (child, "refresh New 1200");
    message = hear (child, expected);
    g_assert_nonnull (strstr (message, fixture->path));

    g_test_message ("What needs little room still works");
    tell (child, "pick 5");
    g_free (hear (child, "picked"));
  }

  fixture->store = lanyard_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, NULL));
  whole = load_whole (fixture->store, uuid, NULL);
  g_assert_cmpuint (lanyard_programme_get_talks (whole)->len, ==, 12);
  talk = lanyard_programme_find_talk (whole, "3");
  g_assert_cmpstr (lanyard_item_get_title (LANYARD_ITEM (talk)), ==, "Old talk 3");
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpuint (picks->len, ==, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM feeds"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM changes"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"),
                   ==, 1);
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
    { "/store/processes/other-process-is-heard", test_other_process_is_heard },
    { "/store/processes/other-process-hears", test_other_process_hears },
    { "/store/processes/refresh-is-heard", test_refresh_is_heard },
    { "/store/processes/picks-during-refreshes", test_picks_during_refreshes },
    { "/store/processes/both-write-at-once", test_both_write_at_once },
    { "/store/processes/all-make-the-file-at-once", test_all_make_the_file_at_once },
    { "/store/processes/silence-when-nothing-happens", test_silence_when_nothing_happens },
    { "/store/processes/disk-full", test_disk_full },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
