/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conference that is there is read from other feeds: what that would change
 * is told before, stars and notes follow, nothing of it is news, and it can be
 * taken back. */

#include "config.h"

#include "formats/lanyard-format.h"
#include "site-helper.h"
#include "sync-helper.h"
#include "sync/lanyard-feed-change.h"
#include "sync/lanyard-import.h"

#define WIDGET "/tern26/schedule/widgets/schedule.json"
#define SCHEDULE "/tern26/schedule/export/schedule.json"
#define SIDE "/side/schedule.json"

static Site *
make_site (void)
{
  Site *site = site_new ();
  g_autofree char *widget = dup_widget ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autofree char *side = dup_schedule ("Splices");

  site_put (site, WIDGET, "application/json", widget);
  site_put (site, SCHEDULE, "application/json", schedule);
  site_put (site, SIDE, "application/json", side);
  return site;
}

static char *
add_from (SyncFixture *fixture,
          Site        *site,
          const char  *path)
{
  g_autofree char *url = site_dup_url (site, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPreview) found = preview (fixture, url, &error);
  g_auto (Call) call = { 0 };
  g_autoptr (LanyardSaved) saved = NULL;

  g_assert_no_error (error);
  lanyard_sync_add_async (fixture->sync, found, NULL, call_cb, &call);
  saved = lanyard_sync_add_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  return g_strdup (saved->uuid);
}

static LanyardFeedChange *
prepare (SyncFixture  *fixture,
         const char   *uuid,
         Site         *site,
         const char   *first,
         const char   *second,
         GError      **error)
{
  g_autofree char *first_url = site_dup_url (site, first);
  g_autofree char *second_url = second != NULL ? site_dup_url (site, second) : NULL;
  const char *urls[] = { first_url, second_url, NULL };
  g_auto (Call) call = { 0 };

  lanyard_feed_change_prepare_async (fixture->sync, uuid, urls, NULL, NULL, NULL, call_cb, &call);
  return lanyard_feed_change_prepare_finish (fixture->sync, call_wait (&call), error);
}

static void
change (SyncFixture       *fixture,
        LanyardFeedChange *feed_change,
        gboolean           is_undo)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;

  if (is_undo)
    lanyard_feed_change_undo_async (fixture->sync, feed_change, call_cb, &call);
  else
    lanyard_feed_change_apply_async (fixture->sync, feed_change, call_cb, &call);
  g_assert_true (lanyard_feed_change_finish (fixture->sync, call_wait (&call), &error));
  g_assert_no_error (error);
}

static LanyardProgramme *
load (SyncFixture *fixture,
      const char  *uuid)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  lanyard_store_load_whole_async (fixture->store, uuid, NULL, call_cb, &call);
  programme = lanyard_store_load_whole_finish (fixture->store, call_wait (&call), &error);
  g_assert_no_error (error);
  return programme;
}

static LanyardItem *
find_talk (LanyardProgramme *programme,
           const char       *title)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < talks->len; i++)
    if (g_str_equal (lanyard_item_get_title (g_ptr_array_index (talks, i)), title))
      return g_ptr_array_index (talks, i);
  return NULL;
}

static char *
dup_feed (SyncFixture *fixture,
          const char  *uuid)
{
  g_auto (Call) call = { 0 };
  g_autoptr (LanyardFeed) feed = NULL;

  lanyard_store_find_feed_async (fixture->store, uuid, NULL, call_cb, &call);
  feed = lanyard_store_find_feed_finish (fixture->store, call_wait (&call), NULL);
  return feed != NULL ? g_strdup (feed->url) : NULL;
}

static void
assert_feed (SyncFixture *fixture,
             const char  *uuid,
             Site        *site,
             const char  *path)
{
  g_autofree char *url = dup_feed (fixture, uuid);
  g_autofree char *expected = site_dup_url (site, path);

  g_assert_cmpstr (url, ==, expected);
}

static void
assert_picked (SyncFixture *fixture,
               const char  *uuid,
               const char  *title)
{
  g_autoptr (LanyardProgramme) programme = load (fixture, uuid);
  LanyardItem *talk = find_talk (programme, title);
  g_auto (Call) call = { 0 };
  g_autoptr (LanyardDecisions) decisions = NULL;

  g_assert_nonnull (talk);
  lanyard_store_load_decisions_async (fixture->store, uuid, NULL, call_cb, &call);
  decisions = lanyard_store_load_decisions_finish (fixture->store, call_wait (&call), NULL);
  g_assert_cmpint (lanyard_decisions_get_level (decisions, LANYARD_KIND_TALK, lanyard_item_get_key (talk)), ==,
                   LANYARD_LEVEL_GOING);
}

static void
pick_title (SyncFixture *fixture,
            const char  *uuid,
            const char  *title)
{
  g_autoptr (LanyardProgramme) programme = load (fixture, uuid);

  pick (fixture, uuid, lanyard_item_get_key (find_talk (programme, title)));
}

static guint
count_changes (SyncFixture *fixture,
               const char  *uuid)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GPtrArray) changes = NULL;

  lanyard_store_list_changes_async (fixture->store, uuid, LANYARD_NO_TIME, NULL, call_cb, &call);
  changes = lanyard_store_list_changes_finish (fixture->store, call_wait (&call), NULL);
  return changes->len;
}

/* The same talk in another format has another key there; the star follows to it
 * and back again. */
static void
test_other_format (SyncFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, "/tern26/talk/KN0TS1/");
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) other = NULL;
  g_autoptr (LanyardProgramme) before = NULL;
  g_autoptr (LanyardProgramme) after = NULL;
  g_autoptr (LanyardProgramme) again = NULL;

  assert_feed (fixture, uuid, site, WIDGET);
  pick_title (fixture, uuid, "Knots");
  before = load (fixture, uuid);
  site_forget (site);
  other = prepare (fixture, uuid, site, SCHEDULE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (site->requests->len, ==, 1);
  g_assert_cmpuint (other->n_decided, ==, 1);
  g_assert_cmpuint (other->n_missing, ==, 0);
  assert_feed (fixture, uuid, site, WIDGET);

  change (fixture, other, FALSE);
  assert_feed (fixture, uuid, site, SCHEDULE);
  assert_picked (fixture, uuid, "Knots");
  after = load (fixture, uuid);
  g_assert_cmpstr (lanyard_item_get_key (find_talk (after, "Knots")), !=,
                   lanyard_item_get_key (find_talk (before, "Knots")));
  g_assert_cmpuint (lanyard_programme_get_breaks (after)->len, ==, 0);
  g_assert_cmpuint (count_changes (fixture, uuid), ==, 0);

  change (fixture, other, TRUE);
  assert_feed (fixture, uuid, site, WIDGET);
  assert_picked (fixture, uuid, "Knots");
  again = load (fixture, uuid);
  g_assert_cmpuint (lanyard_programme_get_breaks (again)->len, ==, 1);
  g_assert_cmpstr (lanyard_item_get_key (find_talk (again, "Knots")), ==,
                   lanyard_item_get_key (find_talk (before, "Knots")));
  g_assert_cmpuint (count_changes (fixture, uuid), ==, 0);
}

/* Another talk of somebody else, at another time. */
static char *
dup_other_schedule (void)
{
  g_autofree char *schedule = dup_schedule ("Sails");
  g_autoptr (GString) text = g_string_new (schedule);

  g_string_replace (text, "Ada Tern", "Bea Gull", 0);
  g_string_replace (text, "5b1f6b4e", "6c2a7c5f", 0);
  g_string_replace (text, "10:00", "14:00", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the other feed lacks is told before, stays while it is picked, cancelled,
 * and is there again when it is taken back. */
static void
test_missing (SyncFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, WIDGET);
  g_autofree char *others = dup_other_schedule ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) other = NULL;
  g_autoptr (LanyardProgramme) after = NULL;
  g_autoptr (LanyardProgramme) again = NULL;

  site_put (site, SIDE, "application/json", others);
  pick_title (fixture, uuid, "Knots");
  other = prepare (fixture, uuid, site, SIDE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->n_decided, ==, 1);
  g_assert_cmpuint (other->n_missing, ==, 1);

  change (fixture, other, FALSE);
  after = load (fixture, uuid);
  g_assert_false (lanyard_item_is_cancelled (find_talk (after, "Sails")));
  g_assert_true (lanyard_item_is_cancelled (find_talk (after, "Knots")));
  assert_picked (fixture, uuid, "Knots");
  change (fixture, other, TRUE);
  again = load (fixture, uuid);
  g_assert_false (lanyard_item_is_cancelled (find_talk (again, "Knots")));
  g_assert_null (find_talk (again, "Sails"));
  assert_picked (fixture, uuid, "Knots");
}

static void
pick_break (SyncFixture *fixture,
            const char  *uuid)
{
  g_autoptr (LanyardProgramme) programme = load (fixture, uuid);
  LanyardItem *tea = g_ptr_array_index (lanyard_programme_get_breaks (programme), 0);
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;

  lanyard_store_set_pick_async (fixture->store, uuid, LANYARD_KIND_BREAK, lanyard_item_get_key (tea), LANYARD_LEVEL_GOING,
                                NOW, NULL, call_cb, &call);
  lanyard_store_set_pick_finish (fixture->store, call_wait (&call), &error);
  g_assert_no_error (error);
}

/* What has vanished before is not lost once more. */
static void
test_vanished_before (SyncFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, WIDGET);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) other = NULL;
  g_autoptr (LanyardFeedChange) next = NULL;

  pick_break (fixture, uuid);
  other = prepare (fixture, uuid, site, SCHEDULE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->n_decided, ==, 1);
  g_assert_cmpuint (other->n_missing, ==, 1);
  change (fixture, other, FALSE);

  next = prepare (fixture, uuid, site, SIDE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (next->n_decided, ==, 0);
  g_assert_cmpuint (next->n_missing, ==, 0);
}

/* One more feed beside the first: what they share is there once, and both are
 * asked from then on. */
static void
test_join (SyncFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, WIDGET);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) same = prepare (fixture, uuid, site, WIDGET, SCHEDULE, &error);
  g_autoptr (LanyardFeedChange) side = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (same->programme)->len, ==, 1);
  side = prepare (fixture, uuid, site, WIDGET, SIDE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (side->programme)->len, ==, 2);
  change (fixture, side, FALSE);

  site_forget (site);
  refreshed = refresh (fixture, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  g_assert_true (refreshed->is_unchanged);
  g_assert_cmpuint (site_count (site, WIDGET), ==, 1);
  g_assert_cmpuint (site_count (site, SIDE), ==, 1);
}

/* Where one of them gives nothing, everything stays. */
static void
test_fails (SyncFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, WIDGET);
  g_autofree char *state = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) other = NULL;

  site_put (site, "/milk.json", "application/json", "{\"milk\": 2}");
  state = dup_state (fixture);
  g_assert_null (prepare (fixture, uuid, site, WIDGET, "/gone.json", &gone));
  g_assert_error (gone, LANYARD_NET_ERROR, LANYARD_NET_ERROR_NOT_FOUND);
  g_assert_null (prepare (fixture, uuid, site, "/milk.json", NULL, &other));
  g_assert_error (other, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE);
  after = dup_state (fixture);
  g_assert_cmpstr (after, ==, state);
  assert_feed (fixture, uuid, site, WIDGET);
}

/* One that came from files gets a feed, and may come from files again. */
static void
test_from_files (SyncFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autofree char *path = g_build_filename (fixture->folder, "tern.json", NULL);
  g_autoptr (LanyardImport) import = NULL;
  g_autoptr (LanyardFeedChange) feed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, schedule, -1, NULL));
  import = import_path (fixture, path, &error);
  g_assert_no_error (error);

  feed = prepare (fixture, import->uuid, site, SCHEDULE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (feed->old_feed);
  change (fixture, feed, FALSE);
  assert_feed (fixture, import->uuid, site, SCHEDULE);
  change (fixture, feed, TRUE);
  g_assert_null (dup_feed (fixture, import->uuid));
}

/* A refresh that had begun with the old feed does not bring it back. */
static void
test_while_refreshing (SyncFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (Site) site = make_site ();
  g_autofree char *uuid = add_from (fixture, site, WIDGET);
  g_autofree char *newer = dup_widget ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) other = prepare (fixture, uuid, site, SCHEDULE, NULL, &error);
  g_autoptr (LanyardRefresh) refreshed = NULL;
  g_auto (Call) refreshing = { 0 };

  g_assert_no_error (error);
  lanyard_sync_refresh_async (fixture->sync, uuid, LANYARD_REFRESH_BY_HAND, NULL, NULL, NULL, call_cb, &refreshing);
  g_assert_true (lanyard_sync_is_refreshing (fixture->sync, uuid));
  change (fixture, other, FALSE);
  refreshed = lanyard_sync_refresh_finish (fixture->sync, call_wait (&refreshing), &error);
  g_assert_no_error (error);
  assert_feed (fixture, uuid, site, SCHEDULE);
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/feed-change/" path, SyncFixture, NULL, sync_fixture_set_up, func, sync_fixture_tear_down)

  ADD ("other-format", test_other_format);
  ADD ("missing", test_missing);
  ADD ("vanished-before", test_vanished_before);
  ADD ("join", test_join);
  ADD ("fails", test_fails);
  ADD ("from-files", test_from_files);
  ADD ("while-refreshing", test_while_refreshing);

#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  return run_tests_with_own_state (add_tests, argc, argv);
}
