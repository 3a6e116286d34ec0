/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When conferences are refreshed by themselves. */

#include "config.h"

#include <stdio.h>

#include "sync-helper.h"

#include "formats/lanyard-format.h"
#include "sync/lanyard-attachment-files.h"
#include "sync/lanyard-freshness.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

#define START (NOW + 30 * DAY)
#define END (START + 3 * DAY)

static const LanyardAges usual = { DAY, 30 * MINUTE };

/* When one is due that was asked at @asked_at. */
static gint64
find_due (gint64 asked_at,
          guint  n_failures,
          gint64 retry_at,
          gint64 now)
{
  const LanyardConferenceFields fields = { .start = START, .end = END };
  const LanyardCheck check = { asked_at, asked_at, retry_at, n_failures };

  return lanyard_freshness_find_due (&fields, &check, usual, now);
}

static void
test_ages (void)
{
  const LanyardConferenceFields fields = { .start = START, .end = END };
  const LanyardConferenceFields undated = { .start = LANYARD_NO_TIME, .end = LANYARD_NO_TIME };
  const LanyardCheck never = { LANYARD_NO_TIME, LANYARD_NO_TIME, LANYARD_NO_TIME, 0 };
  const LanyardCheck now = { NOW, NOW, LANYARD_NO_TIME, 0 };

  g_assert_cmpint (lanyard_freshness_find_due (&fields, &never, usual, NOW), ==, NOW);
  g_assert_cmpint (find_due (NOW, 0, LANYARD_NO_TIME, NOW), ==, NOW + DAY);
  g_assert_cmpint (find_due (START + HOUR, 0, LANYARD_NO_TIME, START + HOUR), ==, START + HOUR + 30 * MINUTE);
  g_assert_cmpint (find_due (END + HOUR, 0, LANYARD_NO_TIME, END + HOUR), ==, END + HOUR + DAY);
  g_assert_cmpint (find_due (END + 13 * DAY, 0, LANYARD_NO_TIME, END + 15 * DAY), ==, G_MAXINT64);
  g_assert_cmpint (lanyard_freshness_find_due (&undated, &now, usual, NOW), ==, NOW + DAY);

  /* It begins before a day is over: fresh at the door. */
  g_assert_cmpint (find_due (START - HOUR, 0, LANYARD_NO_TIME, START - HOUR), ==, START);
  g_assert_cmpint (find_due (START - 10 * MINUTE, 0, LANYARD_NO_TIME, START - MINUTE), ==, START + 20 * MINUTE);
}

static void
test_never (void)
{
  const LanyardConferenceFields fields = { .start = START, .end = END };
  const LanyardCheck never = { LANYARD_NO_TIME, LANYARD_NO_TIME, LANYARD_NO_TIME, 0 };
  const gint64 instants[] = { NOW, START + HOUR, END + HOUR };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    g_assert_cmpint (lanyard_freshness_find_due (&fields, &never, (LanyardAges) { 0, 0 }, instants[i]), ==, G_MAXINT64);
  g_assert_cmpint (lanyard_freshness_find_due (&fields, &never, (LanyardAges) { 0, HOUR }, NOW), ==, G_MAXINT64);
  g_assert_cmpint (lanyard_freshness_find_due (&fields, &never, (LanyardAges) { 0, HOUR }, START), ==, START);
}

static void
test_failures (void)
{
  gint64 last = 0;

  for (guint n = 1; n < 40; n++)
    {
      gint64 due = find_due (NOW, n, LANYARD_NO_TIME, NOW);

      g_assert_cmpint (due, >=, NOW + MINUTE);
      g_assert_cmpint (due, <=, NOW + DAY);
      g_assert_cmpint (due, >=, last);
      last = due;
    }
  g_assert_cmpint (find_due (NOW, 1, LANYARD_NO_TIME, NOW), ==, NOW + MINUTE);
  g_assert_cmpint (find_due (NOW, 3, LANYARD_NO_TIME, NOW), ==, NOW + 4 * MINUTE);
  g_assert_cmpint (find_due (NOW, 1, NOW + 2 * HOUR, NOW), ==, NOW + 2 * HOUR);
}

/* A clock that was years ahead must not stop refreshes for years. */
static void
test_clock_set_back (void)
{
  g_assert_cmpint (find_due (NOW + 2000 * DAY, 0, LANYARD_NO_TIME, NOW), ==, NOW + DAY);
}

typedef struct
{
  guint   n_refreshed;
  GError *error; /* owned, nullable: of the last one */
} Seen;

static void
seen_clear (Seen *seen)
{
  g_clear_error (&seen->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static void
refreshed_cb (LanyardSync  *sync,
              const char   *uuid,
              const GError *error,
              Seen         *seen)
{
  seen->n_refreshed++;
  g_clear_error (&seen->error);
  seen->error = error != NULL ? g_error_copy (error) : NULL;
}

static gboolean
timed_out_cb (gpointer user_data)
{
  gboolean *is_over = user_data;

  *is_over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
await_refreshes (Seen  *seen,
                 guint  n)
{
  while (seen->n_refreshed < n)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets everything happen that happens by itself at once. */
static void
settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (300, timed_out_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_at_start (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_auto (Seen) seen = { 0 };

  change_event (fixture, "changed");
  lanyard_indico_server_pass_time (fixture->server, 700);
  sync_fixture_restart (fixture, NOW + 2 * DAY);
  g_signal_connect (fixture->sync, "refreshed", G_CALLBACK (refreshed_cb), &seen);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  await_refreshes (&seen, 1);
  g_assert_no_error (seen.error);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW + 2 * DAY);

  /* It has become fresh by that. */
  lanyard_indico_server_clear_requests (fixture->server);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  settle ();
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);
}

static void
test_fresh_at_start (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);

  sync_fixture_restart (fixture, NOW + HOUR);
  lanyard_indico_server_clear_requests (fixture->server);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  settle ();
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);

  lanyard_sync_keep_fresh (fixture->sync, 0, 0);
  settle ();
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);
}

static char *
keep_file (const char *uuid)
{
  g_autoptr (LanyardLink) link = lanyard_link_new ("https://example.org/a.pdf", NULL, LANYARD_LINK_FILE, NULL, 0);
  g_autofree char *path = lanyard_attachment_files_dup_path (uuid, link);
  g_autofree char *part = lanyard_attachment_files_dup_part (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (lanyard_attachment_files_prepare (path, &error));
  g_file_set_contents (part, "whole", -1, &error);
  g_assert_true (lanyard_attachment_files_keep (path, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* Files go with their conference, at the next start. */
static void
test_files_of_removed (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *kept = keep_file (uuid);
  g_autofree char *gone = keep_file ("01234567-89ab-4cde-8f01-23456789abcd");
  g_autoptr (GHashTable) nobody = g_hash_table_new (g_str_hash, g_str_equal);

  sync_fixture_restart (fixture, NOW + HOUR);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  while (g_file_test (gone, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  lanyard_attachment_files_sweep (nobody);
}

/* A server that does not answer is not asked again and again; when the network
 * is back, it is, but for one that has asked for patience. */
static void
test_network_back (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  GNetworkMonitor *monitor = g_network_monitor_get_default ();
  g_auto (Seen) seen = { 0 };

  sync_fixture_restart (fixture, NOW + 2 * DAY);
  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_GONE, "", 0, NULL);
  g_signal_connect (fixture->sync, "refreshed", G_CALLBACK (refreshed_cb), &seen);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  await_refreshes (&seen, 1);
  g_assert_error (seen.error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
  settle ();
  g_assert_cmpuint (seen.n_refreshed, ==, 1);

  /* Nothing has come back that was not away. */
  g_signal_emit_by_name (monitor, "network-changed", FALSE);
  settle ();
  g_assert_cmpuint (seen.n_refreshed, ==, 1);

  lanyard_indico_server_set_fault (fixture->server, LANYARD_FAULT_TOO_MANY, "", 0, "600");
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  await_refreshes (&seen, 2);
  g_assert_error (seen.error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_RATE_LIMITED);

  lanyard_indico_server_clear_requests (fixture->server);
  g_signal_emit_by_name (monitor, "network-changed", FALSE);
  g_signal_emit_by_name (monitor, "network-changed", TRUE);
  settle ();
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW);
}

/* What is remembered of a conference goes with it. */
static void
test_forgets_removed (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);

  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  settle ();
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW);
  remove_it (fixture, uuid);
  while (lanyard_sync_get_checked_at (fixture->sync, uuid) != LANYARD_NO_TIME)
    g_main_context_iteration (NULL, TRUE);
}

/* Two programs share what they know. */
static void
test_other_program (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (LanyardClock) later = lanyard_clock_new_stopped (NOW + 2 * DAY);
  g_autoptr (LanyardSync) other = lanyard_sync_new (fixture->store, fixture->fetcher, fixture->keyring, later);
  g_auto (Call) call = { 0 };
  g_autoptr (LanyardRefresh) refreshed = NULL;

  lanyard_sync_refresh_async (other, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL, call_cb, &call);
  refreshed = lanyard_sync_refresh_finish (other, call_wait (&call), NULL);
  g_assert_nonnull (refreshed);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW + 2 * DAY);
}

/* Without a place to remember it, servers are not asked again and again. */
static void
test_no_state (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "lanyard", "refresh", NULL);
  g_autofree char *away = g_strconcat (folder, "-away", NULL);
  g_auto (Seen) seen = { 0 };

  g_assert_cmpint (rename (folder, away), ==, 0);
  g_assert_true (g_file_set_contents (folder, "not a folder", -1, NULL));
  sync_fixture_restart (fixture, NOW + 2 * DAY);
  g_signal_connect (fixture->sync, "refreshed", G_CALLBACK (refreshed_cb), &seen);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  await_refreshes (&seen, 1);
  lanyard_sync_keep_fresh (fixture->sync, DAY, 30 * MINUTE);
  settle ();
  g_assert_cmpuint (seen.n_refreshed, ==, 1);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW + 2 * DAY);
  g_assert_cmpint (remove (folder), ==, 0);
  g_assert_cmpint (rename (away, folder), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/sync/fresh/ages", test_ages);
  g_test_add_func ("/sync/fresh/never", test_never);
  g_test_add_func ("/sync/fresh/failures", test_failures);
  g_test_add_func ("/sync/fresh/clock-set-back", test_clock_set_back);

#define ADD(path, func) g_test_add (path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("/sync/fresh/at-start", test_at_start);
  ADD ("/sync/fresh/fresh-at-start", test_fresh_at_start);
  ADD ("/sync/fresh/files-of-removed", test_files_of_removed);
  ADD ("/sync/fresh/network-back", test_network_back);
  ADD ("/sync/fresh/forgets-removed", test_forgets_removed);
  ADD ("/sync/fresh/other-program", test_other_program);
  ADD ("/sync/fresh/no-state", test_no_state);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
