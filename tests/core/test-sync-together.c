/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Refreshes that meet: two at once, cancelled ones, a conference that is removed
 * in the middle, and programmes that are not wanted without being asked. */

#include "config.h"

#include <string.h>

#include "sync-helper.h"

#include "formats/lanyard-format.h"
#include "sync/lanyard-import.h"

typedef struct
{
  GCancellable *cancellable; /* borrowed; cancelled at `step` */
  SyncFixture  *fixture;     /* borrowed, nullable; the conference is removed at `step` */
  const char   *uuid;
  int           step;        /* of LanyardSyncStep, -1 once it has been done */
  Call          removal;
} Trap;

static void
trap_cb (LanyardSyncStep step,
         guint64         n_bytes,
         gpointer        user_data)
{
  Trap *trap = user_data;

  if ((int) step != trap->step)
    return;
  trap->step = -1;
  if (trap->cancellable != NULL)
    g_cancellable_cancel (trap->cancellable);
  if (trap->fixture != NULL)
    lanyard_store_remove_conference_async (trap->fixture->store, trap->uuid, NULL, call_cb, &trap->removal);
}

static void
count_cb (LanyardSync *sync,
          const char  *uuid,
          guint       *n_calls)
{
  (*n_calls)++;
}

static void
test_two_at_once (SyncFixture   *fixture,
                  gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_auto (Call) first_call = { 0 };
  g_auto (Call) second_call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) first = NULL;
  g_autoptr (LanyardRefresh) second = NULL;
  guint n_calls = 0;

  change_event (fixture, "changed");
  lanyard_indico_server_clear_requests (fixture->server);
  g_signal_connect (fixture->sync, "refreshing-changed", G_CALLBACK (count_cb), &n_calls);
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL, call_cb, &first_call);
  g_assert_true (lanyard_sync_is_refreshing (fixture->sync, uuid));
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_ITSELF, NULL, NULL, NULL, call_cb, &second_call);
  first = lanyard_sync_refresh_finish (fixture->sync, call_wait (&first_call), &error);
  g_assert_no_error (error);
  second = lanyard_sync_refresh_finish (fixture->sync, call_wait (&second_call), &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count_requests (fixture, "/export/"), ==, 3);
  g_assert_cmpuint (first->changes->len, >, 5);
  g_assert_cmpuint (second->changes->len, ==, first->changes->len);
  g_assert_false (lanyard_sync_is_refreshing (fixture->sync, uuid));
  g_assert_cmpuint (n_calls, ==, 2);
}

/* Who goes does not take the answer from who stays. */
static void
test_one_of_two_cancels (SyncFixture   *fixture,
                         gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Call) first_call = { 0 };
  g_auto (Call) second_call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) second = NULL;
  Trap trap = { .cancellable = cancellable, .step = LANYARD_SYNC_DOWNLOADING };

  change_event (fixture, "changed");
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, trap_cb, &trap, cancellable, call_cb,
                              &first_call);
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL, call_cb, &second_call);

  g_assert_null (lanyard_sync_refresh_finish (fixture->sync, call_wait (&first_call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  second = lanyard_sync_refresh_finish (fixture->sync, call_wait (&second_call), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->changes->len, >, 5);
}

/* At any step, a refresh that is given up leaves the old programme, and the
 * next one finds what it has to. */
static void
test_cancel (SyncFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);

  for (int step = LANYARD_SYNC_CONNECTING; step <= LANYARD_SYNC_SAVING; step++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_auto (Call) call = { 0 };
      Trap trap = { .cancellable = cancellable, .step = step };
      g_autoptr (LanyardRefresh) refreshed = NULL;

      change_event (fixture, step % 2 == 0 ? "changed" : "respaced");
      lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, trap_cb, &trap, cancellable, call_cb,
                                  &call);
      g_assert_null (lanyard_sync_refresh_finish (fixture->sync, call_wait (&call), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (trap.step, ==, -1);
      g_assert_false (lanyard_sync_is_refreshing (fixture->sync, uuid));
      g_clear_error (&error);

      refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
      g_assert_no_error (error);
    }
}

static void
test_removed_meanwhile (SyncFixture   *fixture,
                        gconstpointer  data)
{
  for (int step = LANYARD_SYNC_CONNECTING; step <= LANYARD_SYNC_SAVING; step++)
    {
      g_autofree char *invented = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
      g_autofree char *uuid = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardConference) conference = NULL;
      g_auto (Call) call = { 0 };
      Trap trap = { .fixture = fixture, .step = step };

      lanyard_indico_server_set_event (fixture->server, EVENT, invented, NULL);
      lanyard_indico_server_pass_time (fixture->server, 700);
      uuid = add (fixture);
      trap.uuid = uuid;
      change_event (fixture, "changed");
      lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, trap_cb, &trap, NULL, call_cb, &call);
      g_assert_null (lanyard_sync_refresh_finish (fixture->sync, call_wait (&call), &error));
      g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
      call_wait (&trap.removal);
      call_clear (&trap.removal);

      conference = find_conference (fixture, uuid);
      g_assert_null (conference);
      g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, LANYARD_NO_TIME);
    }
}

static void
test_held_back (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardConference) held = NULL;
  g_autoptr (LanyardConference) taken = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;

  pick (fixture, uuid, "3104");
  change_event (fixture, "halved");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
      g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS);
      g_test_message ("%s", error->message);
      g_clear_error (&error);
    }
  held = find_conference (fixture, uuid);
  g_assert_cmpuint (lanyard_conference_get_fields (held)->n_talks, ==, 35);

  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND | LANYARD_REFRESH_ACCEPT_SHRINK, &error);
  g_assert_no_error (error);
  taken = find_conference (fixture, uuid);
  g_assert_cmpuint (lanyard_conference_get_fields (taken)->revision, ==, 2);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, 1);
}

/* Who joins and accepts, accepts for the one that is under way. */
static void
test_accept_while_under_way (SyncFixture   *fixture,
                             gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_auto (Call) first_call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) second = NULL;
  g_autoptr (LanyardRefresh) first = NULL;

  change_event (fixture, "halved");
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL, call_cb, &first_call);
  second = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND | LANYARD_REFRESH_ACCEPT_SHRINK, &error);
  g_assert_no_error (error);
  first = lanyard_sync_refresh_finish (fixture->sync, call_wait (&first_call), &error);
  g_assert_no_error (error);
}

static GBytes *
make_draft (const char *results)
{
  g_autofree char *text =
      g_strdup_printf ("{\"count\": 1, \"additionalInfo\": {}, \"_type\": \"HTTPAPIResult\", \"ts\": 1790000000,"
                       " \"url\": \"https://events.example.org/export/event/77.json\", \"results\": %s}", results);

  return g_bytes_new (text, strlen (text));
}

/* The organisers take their programme back: what is here stays. */
static void
test_unpublished (SyncFixture   *fixture,
                  gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *before = dup_state (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) event = make_draft ("[{\"_type\": \"Conference\", \"id\": \"77\", \"title\": \"Wattlebird 2026\","
                                         " \"timezone\": \"Australia/Adelaide\", \"url\": \"https://events.example.org/event/77/\","
                                         " \"startDate\": {\"date\": \"2026-10-01\", \"time\": \"22:30:00\", \"tz\": \"UTC\"},"
                                         " \"endDate\": {\"date\": \"2026-10-05\", \"time\": \"01:30:00\", \"tz\": \"UTC\"},"
                                         " \"contributions\": [], \"sessions\": []}]");
  g_autoptr (GBytes) timetable = make_draft ("{\"77\": {}}");

  lanyard_indico_server_set_documents (fixture->server, EVENT, event, event, timetable);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND | LANYARD_REFRESH_ACCEPT_SHRINK, &error));
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_PUBLISHED);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static char *
import_files (SyncFixture *fixture)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  g_autoptr (LanyardImport) import = import_path (fixture, folder, NULL);

  g_assert_nonnull (import);
  return g_strdup (import->uuid);
}

/* Nothing is fetched for who only opened files; not even by hand where the
 * server they name cannot be found. */
static void
test_from_files (SyncFixture   *fixture,
                 gconstpointer  data)
{
  g_autofree char *uuid = import_files (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error));
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS);
  g_clear_error (&error);
  g_assert_null (refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error));
  g_assert_cmpint (error->domain, ==, LANYARD_NET_ERROR);
  g_assert_cmpint (error->code, !=, LANYARD_NET_ERROR_ADDRESS);
}

static void
test_unknown_uuid (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (refresh (fixture, "00000000-0000-4000-8000-000000000000", LANYARD_REFRESH_BY_HAND, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

#define N_CONFERENCES 10

/* Ten at once: all are done, and slow ones do not keep those who wait in person. */
static void
test_many (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autofree char *invented = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  const char *base = lanyard_indico_server_get_base (fixture->server);
  char *uuids[N_CONFERENCES];
  Call calls[N_CONFERENCES] = { 0 };

  for (guint i = 0; i < N_CONFERENCES; i++)
    {
      g_autofree char *event = g_strdup_printf ("%u", 100 + i);

      lanyard_indico_server_set_event (fixture->server, event, invented, NULL);
      g_free (fixture->address);
      fixture->address = g_strdup_printf ("%s/event/%s/", base, event);
      uuids[i] = add (fixture);
    }
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_SILENCE, "/100.json", 0, NULL);
  for (guint i = 0; i < N_CONFERENCES; i++)
    lanyard_sync_refresh_async (fixture->sync, uuids[i], LANYARD_REFRESH_BY_ITSELF, NULL, NULL, NULL, call_cb, &calls[i]);
  for (guint i = 0; i < N_CONFERENCES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardRefresh) refreshed =
          lanyard_sync_refresh_finish (fixture->sync, call_wait (&calls[i]), &error);

      if (i == 0)
        g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_TIMED_OUT);
      else
        g_assert_true (refreshed->is_unchanged);
      call_clear (&calls[i]);
      g_free (uuids[i]);
    }
}

/* All who wait in the queue can go, too. */
static void
test_cancel_in_queue (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  lanyard_indico_server_clear_requests (fixture->server);
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, cancellable, call_cb, &call);
  g_assert_null (lanyard_sync_refresh_finish (fixture->sync, call_wait (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (lanyard_sync_is_refreshing (fixture->sync, uuid));
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("/sync/together/two-at-once", test_two_at_once);
  ADD ("/sync/together/one-of-two-cancels", test_one_of_two_cancels);
  ADD ("/sync/together/many", test_many);
  ADD ("/sync/cancel", test_cancel);
  ADD ("/sync/cancel/at-once", test_cancel_in_queue);
  ADD ("/sync/removed-meanwhile", test_removed_meanwhile);
  ADD ("/sync/held-back", test_held_back);
  ADD ("/sync/held-back/accepted-while-under-way", test_accept_while_under_way);
  ADD ("/sync/unpublished", test_unpublished);
  ADD ("/sync/from-files", test_from_files);
  ADD ("/sync/unknown", test_unknown_uuid);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
