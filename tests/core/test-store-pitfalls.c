/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other conference programs have lost of their users' data, each mistake
 * tried here under its name. */

#include "config.h"

#include <string.h>

#include "formats/lanyard-format.h"
#include "refresh-helper.h"

static void
assert_picks (StoreFixture *fixture,
              const char   *uuid,
              const char   *expected)
{
  g_autofree char *picks = describe_picks (fixture->store, uuid);

  g_assert_cmpstr (picks, ==, expected);
}

static void
pick (StoreFixture *fixture,
      const char   *uuid,
      const char   *key)
{
  g_autoptr (GError) error = NULL;

  set_pick (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, &error);
  g_assert_no_error (error);
}

/* A feed gives one id to all the times of a talk; the format tells them apart
 * by their start. Peers show one of them at random, and announce changes at
 * each refresh that nobody made. */
static void
test_duplicate_ids (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const ScheduleTalk before[] = {
    { .key = "7@0", .title = "Tour", .url = "https://example.org/tour", .start = 0, .room = "Hall" },
    { .key = "7@60", .title = "Tour", .url = "https://example.org/tour", .start = 60, .room = "Hall" },
    { .key = "7@120", .title = "Tour", .url = "https://example.org/tour", .start = 120, .room = "Hall" },
    { NULL },
  };
  static const ScheduleTalk after[] = {
    { .key = "7@0", .title = "Tour", .url = "https://example.org/tour", .start = 0, .room = "Hall" },
    { .key = "7@90", .title = "Tour", .url = "https://example.org/tour", .start = 90, .room = "Hall" },
    { .key = "7@120", .title = "Tour", .url = "https://example.org/tour", .start = 120, .room = "Hall" },
    { NULL },
  };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardSaved) third = NULL;
  g_autofree char *changes = NULL;

  pick (fixture, first->uuid, "7@60");
  pick (fixture, first->uuid, "7@120");
  second = refresh (fixture->store, &(Schedule) { .talks = before }, 2);
  g_assert_cmpuint (second->changes->len, ==, 0);

  third = refresh (fixture->store, &(Schedule) { .talks = after }, 3);
  changes = describe_changes (third->changes);
  g_assert_cmpstr (changes, ==, "time talk 7@90 mine");
  assert_picks (fixture, first->uuid, "talk 7@120 going\ntalk 7@90 going");
}

/* Every publication of the feed numbers its talks anew. */
static void
test_changed_ids (StoreFixture  *fixture,
                  gconstpointer  data)
{
  const ProgrammeShape shape = { .n_talks = 24 };
  g_autoptr (LanyardProgramme) programme = make_programme (&shape);
  g_autoptr (LanyardSaved) first = save_feed (fixture->store, programme, 0);
  g_autofree char *remembered = NULL;

  pick (fixture, first->uuid, "3");
  pick (fixture, first->uuid, "20");
  for (guint round = 1; round <= 3; round++)
    {
      g_autoptr (LanyardProgramme) numbered =
          make_programme (&(ProgrammeShape) { .n_talks = 24, .key_offset = round * 5 });
      g_autoptr (LanyardSaved) saved = save_feed (fixture->store, numbered, round);

      g_assert_cmpstr (saved->uuid, ==, first->uuid);
      g_assert_cmpuint (saved->changes->len, ==, 0);
    }
  assert_picks (fixture, first->uuid, "talk 18 going\ntalk 35 going");
  remembered = ask_sql_text (fixture->path, "SELECT group_concat(title) FROM (SELECT title FROM picks ORDER BY start)");
  g_assert_cmpstr (remembered, ==, "First talk 3,First talk 20");
}

/* Saves a calendar with one entry that begins at a time of 2031-01-DD. */
static LanyardSaved *
refresh_entry (StoreFixture *fixture,
               const char   *start,
               const char   *rest,
               gint64        now)
{
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Test\r\nBEGIN:VEVENT\r\nUID:other\r\nSUMMARY:Other\r\n"
      "DTSTART:20310301T100000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:round\r\nDTSTART:203101%s00Z\r\n"
      "DURATION:PT1H\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      start, rest);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, g_bytes_new (text, strlen (text)));
  programme = lanyard_format_read (documents, &(LanyardReadOptions) { .address = FEED_URL }, &error);
  g_assert_no_error (error);
  return save_feed (fixture->store, programme, now);
}

/* The times, DDTHHMM in January 2031, of all talks that are picked; "!" behind
 * those that are cancelled. */
static char *
describe_picked_times (StoreFixture *fixture,
                       const char   *uuid)
{
  g_autoptr (GPtrArray) picks = list_picks (fixture->store, uuid, NULL);
  g_autoptr (LanyardProgramme) programme = load_whole (fixture->store, uuid, NULL);
  g_autoptr (GString) times = g_string_new (NULL);

  for (guint i = 0; i < picks->len; i++)
    {
      LanyardTalk *talk = lanyard_programme_find_talk (programme, ((LanyardPick *) picks->pdata[i])->key);
      g_autoptr (GDateTime) start = NULL;
      g_autofree char *stamp = NULL;

      g_assert_nonnull (talk);
      start = g_date_time_new_from_unix_utc (lanyard_item_get_start (LANYARD_ITEM (talk)));
      stamp = g_date_time_format (start, "%dT%H%M");
      g_string_append_printf (times, "%s%s%s", i > 0 ? " " : "", stamp,
                              lanyard_item_is_cancelled (LANYARD_ITEM (talk)) ? "!" : "");
    }
  return g_string_free_and_steal (g_steal_pointer (&times));
}

/* Which of an entry's times it is known by changes with its rule. The star of a
 * time stays with it, or with what it became. */
static void
test_series (StoreFixture  *fixture,
             gconstpointer  data)
{
#define DAILY "SUMMARY:Round\r\nRRULE:FREQ=DAILY;COUNT=5"
  static const struct
  {
    const char *what;
    const char *start;
    const char *rest;
    guint nth;
    const char *new_start;
    const char *new_rest;
    const char *expected;
  } table[] = {
    { "single to series", "06T1000", "SUMMARY:Round", 0, "06T1000", DAILY, "06T1000" },
    { "to a series an hour later", "06T1000", "SUMMARY:Round", 0, "06T1100", DAILY, "06T1100" },
    { "to a series that began before", "07T1000", "SUMMARY:Round", 0, "06T1000", DAILY, "07T1000" },
    { "to a series that began before, later", "07T1000", "SUMMARY:Round", 0, "06T1030", DAILY, "07T1030" },
    { "to a series of another name", "06T1000", "SUMMARY:Round", 0, "06T1000",
      "SUMMARY:Meeting\r\nRRULE:FREQ=DAILY;COUNT=5", "06T1000" },
    { "to a series with one address", "06T1000", "SUMMARY:Round\r\nURL:https://example.org/round", 0, "06T1100",
      DAILY "\r\nURL:https://example.org/round", "06T1100" },
    { "series to single", "06T1000", DAILY, 0, "06T1000", "SUMMARY:Round", "06T1000" },
    { "to single an hour later", "06T1000", DAILY, 0, "06T1100", "SUMMARY:Round", "06T1100" },
    { "to single of another name", "06T1000", DAILY, 0, "06T1000", "SUMMARY:Meeting", "06T1000" },
    { "to another one of its times", "06T1000", DAILY, 0, "08T1000", "SUMMARY:Round", "06T1000!" },
    { "to a single on its day", "06T1000", DAILY, 2, "08T1100", "SUMMARY:Round", "08T1100" },
    { "series an hour later", "06T1000", DAILY, 0, "06T1100", DAILY, "06T1100" },
    { "series an hour later, last", "06T1000", DAILY, 4, "06T1100", DAILY, "10T1100" },
    { "series an hour later, of another name", "06T1000", DAILY, 1, "06T1100",
      "SUMMARY:Meeting\r\nRRULE:FREQ=DAILY;COUNT=5", "07T1100" },
    { "shorter series an hour later", "06T1000", DAILY, 1, "06T1100", "SUMMARY:Round\r\nRRULE:FREQ=DAILY;COUNT=3", "07T1100" },
    { "series a day earlier", "06T1000", DAILY, 0, "05T1000", DAILY, "06T1000" },
    { "series a day earlier, second", "06T1000", DAILY, 1, "05T1000", DAILY, "07T1000" },
    { "series without its first time", "06T1000", DAILY, 1, "06T1000", DAILY "\r\nEXDATE:20310106T100000Z", "07T1000" },
    { "first time taken out", "06T1000", DAILY, 0, "06T1000", DAILY "\r\nEXDATE:20310106T100000Z", "06T1000!" },
    { "longer series", "06T1000", DAILY, 0, "06T1000", "SUMMARY:Round\r\nRRULE:FREQ=DAILY;COUNT=9", "06T1000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (LanyardSaved) first = refresh_entry (fixture, table[i].start, table[i].rest, 1);
      g_autoptr (LanyardSaved) second = NULL;
      g_autoptr (LanyardProgramme) programme = load_whole (fixture->store, first->uuid, NULL);
      g_autofree char *picked = NULL;

      g_test_message ("%s", table[i].what);
      pick (fixture, first->uuid,
            lanyard_item_get_key (g_ptr_array_index (lanyard_programme_get_talks (programme), table[i].nth)));
      second = refresh_entry (fixture, table[i].new_start, table[i].new_rest, 2);
      g_assert_cmpstr (second->uuid, ==, first->uuid);
      picked = describe_picked_times (fixture, first->uuid);
      g_assert_cmpstr (picked, ==, table[i].expected);
      g_assert_true (forget_conference (fixture->store, first->uuid, NULL));
    }
#undef DAILY
}

static void
test_changed_feed_address (StoreFixture  *fixture,
                           gconstpointer  data)
{
  static const ScheduleTalk talks[] = { { .key = "a" }, { NULL } };
  const Schedule old_name = { .talks = talks };
  const Schedule new_name = { .talks = talks, .feed_id = "https://new.example.org/event/1/" };
  g_autoptr (LanyardProgramme) before = make_schedule (&old_name);
  g_autoptr (LanyardProgramme) after = make_schedule (&new_name);
  g_autoptr (LanyardFeed) old_feed = lanyard_feed_new (FEED_URL, NULL, NULL);
  g_autoptr (LanyardFeed) new_feed = lanyard_feed_new ("https://new.example.org/event/1/", NULL, NULL);
  g_autoptr (LanyardSaved) first = try_save_feed (fixture->store, NULL, before, old_feed, 1, LANYARD_SAVE_NONE, NULL);
  g_autoptr (LanyardSaved) other_address = NULL;
  g_autoptr (LanyardSaved) same_address = NULL;
  g_autoptr (LanyardSaved) both = NULL;
  g_autoptr (LanyardFeed) found = NULL;

  pick (fixture, first->uuid, "a");

  g_test_message ("The old address leads to a programme that calls itself by the new one");
  same_address = try_save_feed (fixture->store, NULL, after, old_feed, 2, LANYARD_SAVE_NONE, NULL);
  g_assert_cmpstr (same_address->uuid, ==, first->uuid);

  g_test_message ("The new address gives the same programme");
  other_address = try_save_feed (fixture->store, NULL, after, new_feed, 3, LANYARD_SAVE_NONE, NULL);
  g_assert_cmpstr (other_address->uuid, ==, first->uuid);
  g_assert_false (other_address->is_new);
  found = find_feed (fixture->store, first->uuid, NULL);
  g_assert_cmpstr (found->url, ==, new_feed->url);

  g_test_message ("A refresh is led to another address, and finds another name there");
  both = try_save_feed (fixture->store, first->uuid, before, old_feed, 4, LANYARD_SAVE_NONE, NULL);
  g_assert_cmpstr (both->uuid, ==, first->uuid);
  g_clear_pointer (&found, lanyard_feed_unref);
  found = find_feed (fixture->store, first->uuid, NULL);
  g_assert_cmpstr (found->url, ==, old_feed->url);
  assert_picks (fixture, first->uuid, "talk a going");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM conferences"), ==, 1);
}

/* Whoever cleans the cache must not clean away stars. */
static void
test_data_folder (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = lanyard_store_dup_default_path ();
  g_autofree char *in_cache = g_build_filename (g_get_user_cache_dir (), "", NULL);

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_false (g_str_has_prefix (path, in_cache));
}

/* What the server gives for a while is empty, or ends in the middle. */
static void
test_empty_or_truncated_feed (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 60 });
  g_autoptr (LanyardSaved) first = save_feed (fixture->store, programme, 1);
  const ProgrammeShape broken[] = { { .n_talks = 0 }, { .n_talks = 12 } };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  pick (fixture, first->uuid, "50");
  before = describe_stored (fixture->store, first->uuid);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (LanyardProgramme) part = make_programme (&broken[i]);
      g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (try_save_feed (fixture->store, NULL, part, feed, 2, LANYARD_SAVE_NONE, &error));
      g_assert_error (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS);
    }
  after = describe_stored (fixture->store, first->uuid);
  g_assert_cmpstr (after, ==, before);
  assert_picks (fixture, first->uuid, "talk 50 going");
}

/* Several days in several rooms; peers kept the last day, or gave all talks
 * the first one's room. */
static void
test_days_and_rooms (StoreFixture  *fixture,
                     gconstpointer  data)
{
  static const ScheduleTalk talks[] = {
    { .key = "a", .start = 0, .room = "Hall" },
    { .key = "b", .start = 24 * 60, .room = "Cellar" },
    { .key = "c", .start = 48 * 60, .room = "Roof" },
    { NULL },
  };

  for (guint round = 1; round <= 2; round++)
    {
      g_autoptr (LanyardSaved) saved = refresh (fixture->store, &(Schedule) { .talks = talks }, round);
      g_autoptr (LanyardProgramme) outline = load_outline (fixture->store, saved->uuid, NULL);

      for (guint i = 0; i < 3; i++)
        {
          LanyardItem *item = g_ptr_array_index (lanyard_programme_get_talks (outline), i);

          g_assert_cmpint (lanyard_item_get_start (item), ==, schedule_time (talks[i].start));
          g_assert_cmpstr (lanyard_room_get_name (lanyard_item_get_room (item)), ==, talks[i].room);
        }
    }
}

/* Neither is the index doubled by a refresh, nor what is known of a row reset. */
static void
test_replaced_rows (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const char *const marks[] = { "First", "Second", "Third", "Fourth" };
  g_autofree char *uuid = NULL;
  g_autofree char *kept = NULL;

  for (guint round = 0; round < G_N_ELEMENTS (marks); round++)
    {
      g_autoptr (LanyardProgramme) programme =
          make_programme (&(ProgrammeShape) { .n_talks = 24, .mark = marks[round] });
      g_autoptr (LanyardSaved) saved = save_feed (fixture->store, programme, round);
      g_autoptr (GPtrArray) found = search (fixture->store, saved->uuid, marks[round], NULL);
      g_autoptr (GPtrArray) stale = NULL;

      g_assert_cmpuint (found->len, ==, 26);
      if (round == 0)
        {
          pick (fixture, saved->uuid, "7");
          g_free (uuid);
          uuid = g_strdup (saved->uuid);
          continue;
        }
      stale = search (fixture->store, saved->uuid, marks[round - 1], NULL);
      g_assert_cmpuint (stale->len, ==, 0);
      if (round == 1)
        g_assert_true (see_changes (fixture->store, uuid, G_MAXINT64, NULL));
    }
  assert_index_agrees (fixture->store, fixture->path);

  kept = ask_sql_text (fixture->path, "SELECT level || ' ' || picked_at FROM picks");
  g_assert_cmpstr (kept, ==, "going 2000");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM changes WHERE noticed_at = 1 AND is_seen = 0"), ==, 0);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM changes WHERE noticed_at = 2 AND is_seen = 1"), ==, 0);
}

/* A star is on a talk, and no copy of it that goes stale when the talk moves. */
static void
test_picks_are_no_copies (StoreFixture  *fixture,
                          gconstpointer  data)
{
  static const ScheduleTalk before[] = { { .key = "a", .start = 0, .room = "Hall" }, { NULL } };
  static const ScheduleTalk after[] = { { .key = "a", .start = 90, .room = "Cellar" }, { NULL } };
  g_autoptr (LanyardSaved) first = refresh (fixture->store, &(Schedule) { .talks = before }, 1);
  g_autoptr (LanyardSaved) second = NULL;
  g_autoptr (LanyardProgramme) outline = NULL;
  LanyardItem *talk;

  pick (fixture, first->uuid, "a");
  second = refresh (fixture->store, &(Schedule) { .talks = after }, 2);
  outline = load_outline (fixture->store, first->uuid, NULL);
  talk = LANYARD_ITEM (lanyard_programme_find_talk (outline, "a"));
  g_assert_cmpint (lanyard_item_get_start (talk), ==, schedule_time (90));
  g_assert_cmpstr (lanyard_room_get_name (lanyard_item_get_room (talk)), ==, "Cellar");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT start FROM picks"), ==, schedule_time (90));
}

/* Whoever clears one conference away keeps the stars of the others. */
static void
test_cleared_conference (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12 });
  g_autoptr (LanyardProgramme) other = make_programme (&(ProgrammeShape) { .n_talks = 12, .feed_id = "other" });
  g_autoptr (LanyardProgramme) third = make_programme (&(ProgrammeShape) { .n_talks = 12, .feed_id = "third" });
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  g_autofree char *other_uuid = save_programme (fixture->store, other, NULL);
  g_autofree char *third_uuid = save_programme (fixture->store, third, NULL);

  pick (fixture, uuid, "1");
  pick (fixture, other_uuid, "2");
  pick (fixture, third_uuid, "3");
  g_assert_true (remove_conference (fixture->store, uuid, NULL));
  g_assert_true (forget_conference (fixture->store, uuid, NULL));
  assert_picks (fixture, other_uuid, "talk 2 going");
  assert_picks (fixture, third_uuid, "talk 3 going");
}

/* A peer's database grows by the size of the feed with every refresh. */
static void
test_size_after_refreshes (StoreFixture  *fixture,
                           gconstpointer  data)
{
  gint64 first_size = 0;

  for (guint round = 0; round < 20; round++)
    {
      const ProgrammeShape shape = { .n_talks = 240, .n_words = 200, .first_talk = round % 2 };
      g_autoptr (LanyardProgramme) programme = make_programme (&shape);
      gint64 size;

      lanyard_saved_free (save_feed (fixture->store, programme, round));
      size = ask_sql (fixture->path, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
      if (round == 2)
        first_size = size;
      g_test_message ("refresh %u: %" G_GINT64_FORMAT " bytes", round, size);
    }
  g_assert_cmpint (ask_sql (fixture->path, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"), <,
                   first_size + first_size / 10);
}

/* What did not come from this feed is not its to drop. */
static void
test_second_source (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 12 });
  g_autoptr (LanyardProgramme) newer = make_programme (&(ProgrammeShape) { .n_talks = 12, .mark = "Newer" });
  g_autoptr (LanyardProgramme) other = make_programme (&(ProgrammeShape) { .n_talks = 12, .feed_id = "other" });
  g_autofree char *other_uuid = save_programme (fixture->store, other, NULL);
  g_autoptr (LanyardSaved) first = save_feed (fixture->store, programme, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  pick (fixture, other_uuid, "4");
  before = describe_stored (fixture->store, other_uuid);
  run_sql (fixture->path, "INSERT INTO own_entries (conference, uuid, title, start, \"end\", changed_at)"
                          "  SELECT id, 'u' || id, 'Dinner', 0, 60, 5 FROM conferences;"
                          "INSERT INTO notes (conference, kind, key, text, changed_at)"
                          "  SELECT id, 'talk', '0', 'Ask about locks', 5 FROM conferences");
  lanyard_saved_free (save_feed (fixture->store, newer, 2));

  after = describe_stored (fixture->store, other_uuid);
  g_assert_cmpstr (after, ==, before);
  assert_picks (fixture, other_uuid, "talk 4 going");
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM own_entries"), ==, 2);
  g_assert_cmpint (ask_sql (fixture->path, "SELECT count(*) FROM notes"), ==, 2);
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
    { "/store/pitfalls/1-duplicate-ids", test_duplicate_ids },
    { "/store/pitfalls/2-changed-ids", test_changed_ids },
    { "/store/pitfalls/2-series", test_series },
    { "/store/pitfalls/3-changed-feed-address", test_changed_feed_address },
    { "/store/pitfalls/4-data-folder", test_data_folder },
    { "/store/pitfalls/5-empty-or-truncated-feed", test_empty_or_truncated_feed },
    { "/store/pitfalls/6-days-and-rooms", test_days_and_rooms },
    { "/store/pitfalls/7-replaced-rows", test_replaced_rows },
    { "/store/pitfalls/8-picks-are-no-copies", test_picks_are_no_copies },
    { "/store/pitfalls/9-second-source", test_second_source },
    { "/store/pitfalls/10-cleared-conference", test_cleared_conference },
    { "/store/pitfalls/11-size-after-refreshes", test_size_after_refreshes },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
