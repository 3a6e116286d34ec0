/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a refresh stores beside the programme: where it came from, and what was
 * different. */

#include "config.h"

#include <string.h>

#include "refresh-helper.h"

static const ScheduleTalk plain_talks[] = {
  { .key = "a", .start = 0, .room = "Hall" },
  { .key = "b", .start = 30, .room = "Hall" },
  { NULL },
};
static const ScheduleTalk moved_talks[] = {
  { .key = "a", .start = 0, .room = "Cellar" },
  { .key = "b", .start = 60, .room = "Hall" },
  { NULL },
};
static const Schedule plain = { .talks = plain_talks };
static const Schedule moved = { .talks = moved_talks };

static void
assert_feed (StoreFixture *fixture,
             const char   *uuid,
             const char   *url,
             const char   *validators,
             const char   *digest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeed) feed = find_feed (fixture->store, uuid, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (feed->url, ==, url);
  g_assert_cmpstr (feed->validators, ==, validators);
  g_assert_cmpstr (feed->digest, ==, digest);
}

static void
assert_no_feed (StoreFixture *fixture,
                const char   *uuid)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (find_feed (fixture->store, uuid, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

static void
assert_history (StoreFixture *fixture,
                const char   *uuid,
                gint64        since,
                const char   *expected)
{
  g_autoptr (GPtrArray) changes = list_changes (fixture->store, uuid, since);
  g_autofree char *text = describe_changes (changes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_feed_is_kept (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_schedule (&plain);
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, "etag", "digest");
  g_autoptr (LanyardSaved) saved = try_save_feed (fixture->store, NULL, programme, feed, 1, LANYARD_SAVE_NONE, NULL);
  g_autofree char *uuid = NULL;
  gboolean is_new;

  g_assert_true (saved->is_new);
  g_assert_cmpuint (saved->changes->len, ==, 0);
  assert_feed (fixture, saved->uuid, FEED_URL, "etag", "digest");

  g_test_message ("Files leave the address, but not what is known of the documents");
  uuid = save_programme (fixture->store, programme, &is_new);
  g_assert_false (is_new);
  g_assert_cmpstr (uuid, ==, saved->uuid);
  assert_feed (fixture, uuid, FEED_URL, NULL, NULL);

  g_test_message ("It goes and comes with the conference");
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  assert_no_feed (fixture, uuid);
  g_assert_true (restore_conference (fixture->store, uuid, NULL));
  assert_feed (fixture, uuid, FEED_URL, NULL, NULL);
}

static void
test_files_have_no_feed (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_schedule (&plain);
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autoptr (LanyardSaved) saved = NULL;

  assert_no_feed (fixture, uuid);
  assert_no_feed (fixture, "no such");

  g_test_message ("An address that says it is the same conference gives it one");
  saved = refresh (fixture->store, &plain, 2);
  g_assert_false (saved->is_new);
  g_assert_cmpstr (saved->uuid, ==, uuid);
  assert_feed (fixture, uuid, FEED_URL, NULL, "abc");
}

/* Of two conferences that a programme could be of, the one with its address
 * wins, then one that is not removed. */
static void
test_who_is_recognised (StoreFixture  *fixture,
                        gconstpointer  data)
{
  const Schedule other = { .feed_id = "https://example.org/event/2/", .talks = plain_talks };
  g_autoptr (LanyardProgramme) other_programme = make_schedule (&other);
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, NULL);
  g_autoptr (LanyardSaved) by_address = refresh (fixture->store, &plain, 1);
  g_autofree char *by_files = save_programme (fixture->store, other_programme, NULL);
  g_autoptr (LanyardSaved) first = NULL;
  g_autoptr (LanyardSaved) second = NULL;

  g_assert_cmpstr (by_files, !=, by_address->uuid);
  first = try_save_feed (fixture->store, NULL, other_programme, feed, 2, LANYARD_SAVE_NONE, NULL);
  g_assert_cmpstr (first->uuid, ==, by_address->uuid);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(DISTINCT feed_id) FROM conferences"), ==, 2);

  g_assert_true (remove_conference (fixture->store, by_address->uuid, NULL));
  second = try_save_feed (fixture->store, NULL, other_programme, feed, 3, LANYARD_SAVE_NONE, NULL);
  g_assert_cmpstr (second->uuid, ==, by_files);
  assert_feed (fixture, by_files, FEED_URL, NULL, NULL);
  g_assert_true (restore_conference (fixture->store, by_address->uuid, NULL));
  assert_feed (fixture, by_address->uuid, FEED_URL, NULL, NULL);
}

/* A conference may be removed while its server is asked. */
static void
test_refresh_of_a_removed_one (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_schedule (&moved);
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, NULL);
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &plain, 1);
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remove_conference (fixture->store, first->uuid, NULL));
  g_assert_null (try_save_feed (fixture->store, first->uuid, programme, feed, 2, LANYARD_SAVE_NONE, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (conferences->len, ==, 0);
}

static void
test_history (StoreFixture  *fixture,
              gconstpointer  data)
{
  const Schedule other = { .feed_id = "https://example.org/event/2/", .talks = plain_talks };
  const Schedule other_moved = { .feed_id = "https://example.org/event/2/", .talks = moved_talks };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &plain, 100);
  g_autoptr (LanyardSaved) second = refresh (fixture->store, &other, 100);
  g_autoptr (LanyardSaved) third = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const LanyardChangeFields *fields;

  g_assert_true (set_pick (fixture->store, first->uuid, LANYARD_KIND_TALK, "b", LANYARD_LEVEL_MAYBE, NULL));
  third = refresh (fixture->store, &moved, 200);
  lanyard_saved_free (refresh (fixture->store, &other_moved, 200));
  lanyard_saved_free (refresh (fixture->store, &plain, 300));

  assert_history (fixture, first->uuid, LANYARD_NO_TIME,
                  "room talk a\ntime talk b mine\nroom talk a\ntime talk b mine");
  assert_history (fixture, first->uuid, 201, "room talk a\ntime talk b mine");
  assert_history (fixture, first->uuid, 301, "");
  assert_history (fixture, NULL, 200,
                  "room talk a\ntime talk b mine\nroom talk a\ntime talk b mine\nroom talk a\ntime talk b");

  changes = list_changes (fixture->store, first->uuid, LANYARD_NO_TIME);
  fields = lanyard_change_get_fields (changes->pdata[3]);
  g_assert_cmpint (fields->id, ==, lanyard_change_get_fields (third->changes->pdata[1])->id);
  g_assert_cmpstr (fields->uuid, ==, first->uuid);
  g_assert_cmpstr (fields->title, ==, "b");
  g_assert_cmpint (fields->noticed_at, ==, 200);
  g_assert_false (fields->is_seen);
  g_assert_cmpint (fields->old_start, ==, schedule_time (30));
  g_assert_cmpint (fields->old_end, ==, schedule_time (60));
  g_assert_cmpint (fields->new_start, ==, schedule_time (60));
  g_assert_cmpint (fields->new_end, ==, schedule_time (90));
  fields = lanyard_change_get_fields (changes->pdata[2]);
  g_assert_cmpstr (fields->old_text, ==, "Hall");
  g_assert_cmpstr (fields->new_text, ==, "Cellar");
  g_assert_cmpint (fields->old_start, ==, LANYARD_NO_TIME);

  g_test_message ("It is hidden, comes back, and goes for good with the conference");
  g_assert_true (remove_conference (fixture->store, first->uuid, NULL));
  assert_history (fixture, NULL, LANYARD_NO_TIME, "room talk a\ntime talk b");
  g_assert_true (restore_conference (fixture->store, first->uuid, NULL));
  assert_history (fixture, first->uuid, 300, "room talk a\ntime talk b mine");
  g_assert_true (remove_conference (fixture->store, first->uuid, NULL));
  run_sql (fixture->path, "UPDATE conferences SET removed_at = 0 WHERE removed_at IS NOT NULL");
  store_fixture_reopen (fixture);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM changes"), ==, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM feeds"), ==, 1);
}

static void
count_cb (LanyardStore *store,
          const char   *uuid,
          guint        *n_heard)
{
  g_assert_true (g_uuid_string_is_valid (uuid));
  (*n_heard)++;
}

static guint
count_unseen (GPtrArray *changes)
{
  guint n_unseen = 0;

  for (guint i = 0; i < changes->len; i++)
    n_unseen += !lanyard_change_get_fields (changes->pdata[i])->is_seen;
  return n_unseen;
}

static void
test_seen (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &plain, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (GPtrArray) all_unseen = NULL;
  g_autoptr (GPtrArray) half_seen = NULL;
  g_autoptr (GError) error = NULL;
  guint n_heard = 0;

  g_signal_connect (fixture->store, "changes-changed", G_CALLBACK (count_cb), &n_heard);
  second = refresh (fixture->store, &moved, 2);
  g_assert_cmpuint (n_heard, ==, 1);
  lanyard_saved_free (refresh (fixture->store, &plain, 3));
  g_assert_cmpuint (n_heard, ==, 2);
  all_unseen = list_changes (fixture->store, first->uuid, LANYARD_NO_TIME);
  g_assert_cmpuint (count_unseen (all_unseen), ==, 4);

  g_test_message ("What came while one looked stays unseen");
  g_assert_true (see_changes (fixture->store, first->uuid,
                              lanyard_change_get_fields (second->changes->pdata[1])->id, NULL));
  g_assert_cmpuint (n_heard, ==, 3);
  half_seen = list_changes (fixture->store, first->uuid, LANYARD_NO_TIME);
  g_assert_cmpuint (count_unseen (half_seen), ==, 2);
  g_assert_false (lanyard_change_get_fields (half_seen->pdata[0])->is_seen);
  g_assert_true (lanyard_change_get_fields (half_seen->pdata[2])->is_seen);

  g_test_message ("Looking again is no news");
  g_assert_true (see_changes (fixture->store, first->uuid, 0, NULL));
  g_assert_cmpuint (n_heard, ==, 3);
  g_assert_false (see_changes (fixture->store, "no such", 99, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND);
}

/* Also what files bring is compared. */
static void
test_files_are_compared (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) first = make_schedule (&plain);
  g_autoptr (LanyardProgramme) second = make_schedule (&moved);
  g_autofree char *uuid = save_programme (fixture->store, first, NULL);

  g_free (save_programme (fixture->store, second, NULL));
  assert_history (fixture, uuid, LANYARD_NO_TIME, "room talk a\ntime talk b");
}

/* A session that is picked makes its talks mine, also those that leave it. */
static void
test_mine_by_session (StoreFixture  *fixture,
                      gconstpointer  data)
{
  static const ScheduleTalk before[] = {
    { .key = "a", .session = "mc" },
    { .key = "b", .start = 30, .session = "bof" },
    { .key = "c", .start = 60, .session = "mc" },
    { .key = "d", .start = 90, .session = "bof" },
    { NULL },
  };
  static const ScheduleTalk after[] = {
    { .key = "a", .session = "bof" },
    { .key = "b", .start = 30, .session = "mc" },
    { .key = "d", .start = 90, .session = "bof", .room = "Hall" },
    { .key = "e", .start = 120, .session = "mc" },
    { NULL },
  };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);

  g_assert_true (set_pick (fixture->store, first->uuid, LANYARD_KIND_SESSION, "mc", LANYARD_LEVEL_GOING, NULL));
  lanyard_saved_free (refresh (fixture->store, &(Schedule) { .talks = after }, 2));
  assert_history (fixture, first->uuid, 2,
                  "session talk a mine\nsession talk b mine\ncancelled talk c mine\nroom talk d\nnew talk e mine");
}

static void
test_shrink (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (LanyardProgramme) whole = make_programme (&(ProgrammeShape) { .n_talks = 120 });
  g_autoptr (LanyardProgramme) fewer = make_programme (&(ProgrammeShape) { .n_talks = 120, .first_talk = 80 });
  g_autoptr (LanyardProgramme) enough = make_programme (&(ProgrammeShape) { .n_talks = 120, .first_talk = 40 });
  g_autoptr (LanyardProgramme) none = make_programme (&(ProgrammeShape) { .n_talks = 0 });
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, "new");
  g_autoptr (LanyardSaved) first = save_feed (fixture->store, whole, 1);
  g_autoptr (LanyardSaved) accepted = NULL;
  g_autoptr (LanyardSaved) by_itself = NULL;
  g_autofree char *by_hand = NULL;
  g_autoptr (GPtrArray) conferences = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_pick (fixture->store, first->uuid, LANYARD_KIND_TALK, "3", LANYARD_LEVEL_GOING, NULL));
  g_assert_null (try_save_feed (fixture->store, NULL, fewer, feed, 2, LANYARD_SAVE_NONE, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS);
  g_assert_nonnull (strstr (error->message, "has 40 talks where 120 were, and 80 of those are missing"));
  g_clear_error (&error);
  g_assert_null (try_save_feed (fixture->store, NULL, none, feed, 2, LANYARD_SAVE_NONE, &error));
  g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS);

  g_test_message ("Nothing has happened");
  assert_feed (fixture, first->uuid, FEED_URL, NULL, "abc");
  assert_history (fixture, first->uuid, LANYARD_NO_TIME, "");
  conferences = list_conferences (fixture->store);
  g_assert_cmpuint (lanyard_conference_get_fields (conferences->pdata[0])->n_talks, ==, 120);
  g_assert_cmpuint (lanyard_conference_get_fields (conferences->pdata[0])->revision, ==, 1);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, 120);

  g_test_message ("It can be accepted, and a third may go without a question");
  accepted = try_save_feed (fixture->store, NULL, fewer, feed, 3, LANYARD_SAVE_ACCEPT_SHRINK, NULL);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks WHERE is_cancelled = 0"), ==, 40);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks WHERE is_cancelled = 1"), ==, 1);
  assert_feed (fixture, first->uuid, FEED_URL, NULL, "new");
  lanyard_saved_free (save_feed (fixture->store, whole, 4));
  by_itself = try_save_feed (fixture->store, NULL, enough, feed, 5, LANYARD_SAVE_NONE, NULL);
  g_assert_nonnull (by_itself);

  g_test_message ("Who imports by hand has looked");
  by_hand = save_programme (fixture->store, none, NULL);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM talks"), ==, 1);
}

/* Who adds what they had removed is not asked about a programme that they do
 * not see. */
static void
test_removed_may_shrink (StoreFixture  *fixture,
                         gconstpointer  data)
{
  static const ScheduleTalk one_talk[] = { { .key = "b", .start = 30, .room = "Hall" }, { NULL } };
  g_autoptr (LanyardProgramme) programme = make_schedule (&(Schedule) { .talks = one_talk });
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, NULL);
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &plain, 1);
  g_autoptr (LanyardSaved) again = NULL;

  g_assert_true (set_pick (fixture->store, first->uuid, LANYARD_KIND_TALK, "a", LANYARD_LEVEL_GOING, NULL));
  g_assert_true (remove_conference (fixture->store, first->uuid, NULL));
  again = try_save_feed (fixture->store, NULL, programme, feed, 2, LANYARD_SAVE_NONE, NULL);
  g_assert_true (again->is_new);
  g_assert_cmpstr (again->uuid, ==, first->uuid);
  assert_history (fixture, first->uuid, 2, "cancelled talk a mine");
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
    { "/store/refresh/feed-is-kept", test_feed_is_kept },
    { "/store/refresh/files-have-no-feed", test_files_have_no_feed },
    { "/store/refresh/who-is-recognised", test_who_is_recognised },
    { "/store/refresh/refresh-of-a-removed-one", test_refresh_of_a_removed_one },
    { "/store/refresh/history", test_history },
    { "/store/refresh/seen", test_seen },
    { "/store/refresh/files-are-compared", test_files_are_compared },
    { "/store/refresh/mine-by-session", test_mine_by_session },
    { "/store/refresh/shrink", test_shrink },
    { "/store/refresh/removed-may-shrink", test_removed_may_shrink },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
