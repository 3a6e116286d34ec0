/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From an address to a stored programme and its refreshes, when all goes well. */

#include "config.h"

#include <string.h>

#include "sync-helper.h"

#include "formats/lanyard-format.h"

static void
test_preview (SyncFixture   *fixture,
              gconstpointer  data)
{
  const char * const pages[] = { "", "timetable/#20261002", "sessions/9/", "contributions/3104/" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *address = g_strconcat (fixture->address, pages[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardPreview) found = preview (fixture, address, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (lanyard_conference_get_title (lanyard_programme_get_conference (found->programme)), ==,
                       "Wattlebird 2026");
      g_assert_cmpuint (lanyard_programme_get_talks (found->programme)->len, ==, 35);
      g_assert_nonnull (found->feed->digest);
      g_assert_null (found->uuid);
    }
  g_assert_cmpuint (count_requests (fixture, "/export/"), ==, 3 * G_N_ELEMENTS (pages));
  g_assert_cmpuint (count_requests (fixture, "nocache"), ==, 0);
}

static void
test_add (SyncFixture   *fixture,
          gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (LanyardConference) conference = find_conference (fixture, uuid);

  g_assert_cmpuint (lanyard_conference_get_fields (conference)->n_talks, ==, 35);
  g_assert_cmpint (lanyard_conference_get_fields (conference)->imported_at, ==, NOW);
  g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW);
}

/* What is there is shown without asking anybody, also where there is no network. */
static void
test_preview_known (SyncFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *page = g_strconcat (fixture->address, "contributions/3104/", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = NULL;

  lanyard_indico_server_clear_requests (fixture->server);
  found = preview (fixture, page, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->uuid, ==, uuid);
  g_assert_cmpuint (lanyard_programme_get_talks (found->programme)->len, ==, 35);
  g_assert_cmpuint (count_requests (fixture, "GET"), ==, 0);
}

/* A short address tells only in the end which conference it is. */
static void
test_preview_known_by_shortcut (SyncFixture   *fixture,
                                gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *shortcut = g_strconcat (lanyard_indico_server_get_base (fixture->server), "/e/wattlebird", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = NULL;

  lanyard_indico_server_set_shortcut (fixture->server, "wattlebird", EVENT);
  found = preview (fixture, shortcut, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->uuid, ==, uuid);
}

/* Adding what is there refreshes it, and does not store the outline over it. */
static void
test_add_known (SyncFixture   *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_auto (Call) call = { 0 };
  g_auto (Call) loading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = preview (fixture, fixture->address, &error);
  g_autoptr (LanyardSaved) saved = NULL;
  g_autoptr (LanyardProgramme) whole = NULL;

  g_assert_no_error (error);
  change_event (fixture, "changed");
  lanyard_sync_add_async (fixture->sync, found, NULL, call_cb, &call);
  saved = lanyard_sync_add_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  g_assert_false (saved->is_new);
  g_assert_cmpstr (saved->uuid, ==, uuid);
  g_assert_cmpuint (saved->changes->len, >, 5);

  lanyard_store_load_whole_async (fixture->store, uuid, NULL, call_cb, &loading);
  whole = lanyard_store_load_whole_finish (fixture->store, call_wait (&loading), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (lanyard_talk_get_fields (lanyard_programme_find_talk (whole, "3105"))->description, "<"));
}

static void
test_refresh_unchanged (SyncFixture   *fixture,
                        gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *before = dup_state (fixture);
  const LanyardRefreshFlags flags[] = { LANYARD_REFRESH_BY_ITSELF, LANYARD_REFRESH_BY_HAND };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardRefresh) refreshed = NULL;
      g_autofree char *after = NULL;

      /* Indico's `ts` is another one each time it makes the documents anew. */
      lanyard_indico_server_pass_time (fixture->server, 700);
      sync_fixture_restart (fixture, NOW + 5000);
      g_free (before);
      before = dup_state (fixture);
      refreshed = refresh (fixture, uuid, flags[i], &error);
      g_assert_no_error (error);
      g_assert_true (refreshed->is_unchanged);
      g_assert_cmpuint (refreshed->changes->len, ==, 0);
      after = dup_state (fixture);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (lanyard_sync_get_checked_at (fixture->sync, uuid), ==, NOW + 5000);
    }
}

static void
test_refresh_unmodified (SyncFixture   *fixture,
                         gconstpointer  data)
{
  g_autofree char *uuid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;

  lanyard_indico_server_set_validators (fixture->server, TRUE);
  uuid = add (fixture);
  lanyard_indico_server_clear_requests (fixture->server);
  before = dup_state (fixture);
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error);
  g_assert_no_error (error);
  g_assert_true (refreshed->is_unchanged);
  g_assert_cmpuint (count_requests (fixture, "If-None-Match"), ==, 3);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refresh_changed (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;
  g_autoptr (LanyardRefresh) again = NULL;
  g_autoptr (LanyardConference) conference = NULL;

  change_event (fixture, "changed");
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refreshed->uuid, ==, uuid);
  g_assert_false (refreshed->is_unchanged);
  g_assert_cmpuint (refreshed->changes->len, >, 5);
  conference = find_conference (fixture, uuid);
  g_assert_cmpuint (lanyard_conference_get_fields (conference)->revision, ==, 2);

  again = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_true (again->is_unchanged);
}

/* The server keeps an answer for ten minutes; only by hand it is made anew. */
static void
test_server_cache (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) by_itself = NULL;
  g_autoptr (LanyardRefresh) by_hand = NULL;

  lanyard_indico_server_clear_requests (fixture->server);
  by_itself = refresh (fixture, uuid, LANYARD_REFRESH_BY_ITSELF, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture, "nocache"), ==, 0);
  by_hand = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture, "nocache"), ==, 3);
  g_assert_cmpuint (count_requests (fixture, "/export/"), ==, 6);
}

/* Picks of what is cancelled stay, and are what they were when it is back. */
static void
test_picks_restored (SyncFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_autofree char *invented = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) away = NULL;
  g_autoptr (LanyardRefresh) back = NULL;
  guint n_restored = 0;

  for (guint key = 3101; key <= 3110; key++)
    {
      g_autofree char *text = g_strdup_printf ("%u", key);

      pick (fixture, uuid, text);
    }
  change_event (fixture, "halved");
  away = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND | LANYARD_REFRESH_ACCEPT_SHRINK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, 10);

  lanyard_indico_server_set_event (fixture->server, EVENT, invented, NULL);
  back = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < back->changes->len; i++)
    n_restored += lanyard_change_get_fields (g_ptr_array_index (back->changes, i))->kind == LANYARD_CHANGE_RESTORED;
  g_assert_cmpuint (n_restored, >=, 4);
  g_assert_cmpuint (count_picks (fixture, uuid), ==, 10);
}

typedef struct
{
  guint   n_calls[LANYARD_SYNC_SAVING + 1];
  guint64 n_bytes;
} Progress;

static void
progress_cb (LanyardSyncStep step,
             guint64         n_bytes,
             gpointer        user_data)
{
  Progress *progress = user_data;

  progress->n_calls[step]++;
  g_assert_cmpuint (n_bytes, >=, progress->n_bytes);
  progress->n_bytes = n_bytes;
}

static void
test_progress (SyncFixture   *fixture,
               gconstpointer  data)
{
  g_autofree char *uuid = add (fixture);
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;
  Progress progress = { 0 };

  change_event (fixture, "changed");
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, progress_cb, &progress, NULL, call_cb, &call);
  refreshed = lanyard_sync_refresh_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  for (guint step = 0; step <= LANYARD_SYNC_SAVING; step++)
    g_assert_cmpuint (progress.n_calls[step], >, 0);
  g_assert_cmpuint (progress.n_bytes, >, 50000);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)
  ADD ("/sync/preview", test_preview);
  ADD ("/sync/preview/known", test_preview_known);
  ADD ("/sync/preview/known-by-shortcut", test_preview_known_by_shortcut);
  ADD ("/sync/add", test_add);
  ADD ("/sync/add/known", test_add_known);
  ADD ("/sync/refresh/unchanged", test_refresh_unchanged);
  ADD ("/sync/refresh/unmodified", test_refresh_unmodified);
  ADD ("/sync/refresh/changed", test_refresh_changed);
  ADD ("/sync/refresh/server-cache", test_server_cache);
  ADD ("/sync/refresh/picks-restored", test_picks_restored);
  ADD ("/sync/refresh/progress", test_progress);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
