/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How requests travel to the worker thread and back: order, cancelling, and
 * the signals that tell of changes. */

#include "config.h"

#include "store-helper.h"

typedef struct
{
  GString *events; /* owned */
  guint n_answers;
  GThread *thread;
  GError *error; /* owned */
} Log;

static void
log_clear (Log *log)
{
  g_string_free (log->events, TRUE);
  g_clear_error (&log->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

static void
conferences_changed_cb (LanyardStore *store,
                        Log          *log)
{
  g_string_append (log->events, "conferences ");
}

static void
decisions_changed_cb (LanyardStore *store,
                  const char   *uuid,
                  Log          *log)
{
  g_assert_true (g_uuid_string_is_valid (uuid));
  g_string_append (log->events, "picks ");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Log *log = user_data;
  g_autofree char *uuid = lanyard_store_save_programme_finish (LANYARD_STORE (source), result, NULL, &log->error);

  log->thread = g_thread_self ();
  log->n_answers++;
  g_string_append (log->events, uuid != NULL ? "saved " : "failed ");
}

static void
picked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Log *log = user_data;

  g_assert_true (lanyard_store_set_pick_finish (LANYARD_STORE (source), result, NULL));
  log->n_answers++;
  g_string_append (log->events, "picked ");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Log *log = user_data;
  g_autoptr (LanyardProgramme) programme =
      lanyard_store_load_whole_finish (LANYARD_STORE (source), result, &log->error);

  log->n_answers++;
  g_string_append (log->events, programme != NULL ? "loaded " : "failed ");
}

static void
wait_for_answers (Log   *log,
                  guint  n_answers)
{
  while (log->n_answers < n_answers)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_changes_are_told_before_the_answer (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_auto (Log) log = { .events = g_string_new (NULL) };
  g_autofree char *uuid = NULL;

  g_signal_connect (fixture->store, "conferences-changed", G_CALLBACK (conferences_changed_cb), &log);
  g_signal_connect (fixture->store, "decisions-changed", G_CALLBACK (decisions_changed_cb), &log);

  lanyard_store_save_programme_async (fixture->store, programme, 0, NULL, saved_cb, &log);
  wait_for_answers (&log, 1);
  g_assert_true (log.thread == g_thread_self ());
  uuid = ask_sql_text (fixture->path, "SELECT uuid FROM conferences");
  lanyard_store_set_pick_async (fixture->store, uuid, LANYARD_KIND_TALK, "1", LANYARD_LEVEL_GOING, 0,
                                NULL, picked_cb, &log);
  wait_for_answers (&log, 2);
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  g_assert_cmpstr (log.events->str, ==, "conferences saved picks picked conferences conferences ");
}

static void
test_readers_tell_nothing (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_auto (Log) log = { .events = g_string_new (NULL) };
  g_autoptr (LanyardProgramme) outline = NULL;
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  g_signal_connect (fixture->store, "conferences-changed", G_CALLBACK (conferences_changed_cb), &log);
  g_signal_connect (fixture->store, "decisions-changed", G_CALLBACK (decisions_changed_cb), &log);
  outline = load_outline (fixture->store, uuid, NULL);
  matches = search (fixture->store, uuid, "talk", NULL);
  picks = list_picks (fixture->store, uuid, NULL);
  g_assert_cmpstr (log.events->str, ==, "");
}

static void
test_requests_keep_their_order (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_auto (Log) log = { .events = g_string_new (NULL) };

  for (guint i = 0; i < 3; i++)
    {
      lanyard_store_save_programme_async (fixture->store, programme, 0, NULL, saved_cb, &log);
      lanyard_store_load_whole_async (fixture->store, uuid, NULL, loaded_cb, &log);
    }
  wait_for_answers (&log, 6);
  g_assert_cmpstr (log.events->str, ==, "saved loaded saved loaded saved loaded ");
}

static void
test_cancelled_before (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Log) log = { .events = g_string_new (NULL) };

  g_cancellable_cancel (cancellable);
  lanyard_store_save_programme_async (fixture->store, programme, 0, cancellable, saved_cb, &log);
  wait_for_answers (&log, 1);
  g_assert_error (log.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM conferences"), ==, 0);
}

/* Whether it was in time or too late, the answer says what is stored. */
static void
test_cancelled_while_saving (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 600, .n_words = 50 });
  guint n_cancelled = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (Log) log = { .events = g_string_new (NULL) };
      g_autofree char *uuid = NULL;

      run_sql (fixture->path, "PRAGMA foreign_keys = ON; DELETE FROM conferences");
      lanyard_store_save_programme_async (fixture->store, programme, 0, cancellable, saved_cb, &log);
      g_usleep (i * 3000);
      g_cancellable_cancel (cancellable);
      wait_for_answers (&log, 1);

      uuid = ask_sql_text (fixture->path, "SELECT uuid FROM conferences");
      g_assert_cmpint (uuid != NULL, ==, log.error == NULL);
      g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, log.error == NULL ? 600 : 0);
      if (log.error == NULL)
        continue;
      g_assert_error (log.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      n_cancelled++;
    }
  g_assert_cmpuint (n_cancelled, >=, 3);
}

static void
test_another_process_keeps_it_busy (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Log) log = { .events = g_string_new (NULL) };
  g_autoptr (LanyardStore) other = lanyard_store_new (fixture->path);
  SqlSession *blocker = sql_session_new (fixture->path);

  g_test_message ("Who waits for a lock can still be cancelled");
  sql_session_run (blocker, "BEGIN IMMEDIATE");
  lanyard_store_save_programme_async (fixture->store, programme, 0, cancellable, saved_cb, &log);
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  wait_for_answers (&log, 1);
  g_assert_error (log.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&log.error);

  g_test_message ("Readers and new processes do not wait");
  g_assert_true (open_store (other, NULL));

  g_test_message ("A writer waits until its turn");
  lanyard_store_save_programme_async (fixture->store, programme, 0, NULL, saved_cb, &log);
  g_usleep (100000);
  sql_session_run (blocker, "COMMIT");
  wait_for_answers (&log, 2);
  g_assert_no_error (log.error);
  sql_session_free (blocker);
}

static void
test_not_open (void)
{
  g_autoptr (LanyardStore) store = lanyard_store_new ("/nonexistent/lanyard.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (load_outline (store, "u", &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_FAILED);
}

/* Nobody holds the store but its own requests. */
static void
test_let_go_while_busy (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 120, .n_words = 20 });
  g_auto (Log) log = { .events = g_string_new (NULL) };
  LanyardStore *store = fixture->store;

  g_signal_connect (store, "conferences-changed", G_CALLBACK (conferences_changed_cb), &log);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &fixture->store);
  lanyard_store_save_programme_async (store, programme, 0, NULL, saved_cb, &log);
  lanyard_store_save_programme_async (store, programme, 0, NULL, saved_cb, &log);
  g_object_unref (store);
  wait_for_answers (&log, 2);
  while (fixture->store != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (log.events->str, ==, "conferences saved conferences saved ");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, 120);
}

static gpointer
use_in_thread (gpointer user_data)
{
  const char *path = user_data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 3 });
  g_auto (Log) log = { .events = g_string_new (NULL) };
  LanyardStore *store;

  g_main_context_push_thread_default (context);
  store = lanyard_store_new (path);
  g_signal_connect (store, "conferences-changed", G_CALLBACK (conferences_changed_cb), &log);
  lanyard_store_open_async (store, NULL, NULL, NULL);
  lanyard_store_save_programme_async (store, programme, 0, NULL, saved_cb, &log);
  while (log.n_answers == 0)
    g_main_context_iteration (context, TRUE);
  g_assert_true (log.thread == g_thread_self ());
  g_assert_cmpstr (log.events->str, ==, "conferences saved ");
  while (G_OBJECT (store)->ref_count > 1)
    g_main_context_iteration (context, TRUE);
  g_assert_finalize_object (store);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static void
test_own_main_context (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_thread_join (g_thread_new ("user", use_in_thread, fixture->path));
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
    { "/store/requests/changes-are-told-before-the-answer", test_changes_are_told_before_the_answer },
    { "/store/requests/readers-tell-nothing", test_readers_tell_nothing },
    { "/store/requests/requests-keep-their-order", test_requests_keep_their_order },
    { "/store/requests/cancelled-before", test_cancelled_before },
    { "/store/requests/cancelled-while-saving", test_cancelled_while_saving },
    { "/store/requests/another-process-keeps-it-busy", test_another_process_keeps_it_busy },
    { "/store/requests/let-go-while-busy", test_let_go_while_busy },
    { "/store/requests/own-main-context", test_own_main_context },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);
  g_test_add_func ("/store/requests/not-open", test_not_open);

  return g_test_run ();
}
