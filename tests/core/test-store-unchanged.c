/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A refresh that brings nothing new leaves the database's files as they are,
 * to the byte. */

#include "config.h"

#include <glib/gstdio.h>

#include "formats/lanyard-format.h"
#include "refresh-helper.h"

typedef struct
{
  GBytes *contents[2]; /* owned: of the file and its log */
  gint64 changed_at[2];
} Snapshot;

static Snapshot
take_snapshot (const char *path)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  const char *paths[] = { path, log_path };
  Snapshot snapshot;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      char *contents;
      gsize length;
      GStatBuf status;

      g_file_get_contents (paths[i], &contents, &length, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (paths[i], &status), ==, 0);
      snapshot.contents[i] = g_bytes_new_take (contents, length);
      snapshot.changed_at[i] = status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status.st_mtim.tv_nsec;
    }
  return snapshot;
}

static gboolean
is_same (Snapshot *before,
         Snapshot *after)
{
  gboolean same = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      same = same && before->changed_at[i] == after->changed_at[i] &&
             g_bytes_equal (before->contents[i], after->contents[i]);
      g_bytes_unref (before->contents[i]);
      g_bytes_unref (after->contents[i]);
    }
  return same;
}

static gboolean
writes_nothing (StoreFixture     *fixture,
                LanyardProgramme *programme,
                LanyardFeed      *feed)
{
  Snapshot before = take_snapshot (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSaved) saved = NULL;
  Snapshot after;

  saved = try_save_feed (fixture->store, NULL, programme, feed, 99, LANYARD_SAVE_NONE, &error);
  g_assert_no_error (error);
  after = take_snapshot (fixture->path);
  return is_same (&before, &after);
}

static void
test_unchanged_writes_nothing (StoreFixture  *fixture,
                               gconstpointer  data)
{
  const ProgrammeShape shape = { .n_talks = 120, .n_words = 40 };
  g_autoptr (LanyardProgramme) programme = make_programme (&shape);
  g_autoptr (LanyardProgramme) same = make_programme (&shape);
  g_autoptr (LanyardProgramme) fewer =
      make_programme (&(ProgrammeShape) { .n_talks = 120, .n_words = 40, .first_talk = 1 });
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, "etag", "one");
  g_autoptr (LanyardFeed) other_feed = lanyard_feed_new (FEED_URL, "etag", "two");
  g_autoptr (LanyardSaved) saved = try_save_feed (fixture->store, NULL, programme, feed, 1, LANYARD_SAVE_NONE, NULL);
  g_autoptr (LanyardFeed) stored = NULL;
  guint n_heard = 0;

  g_assert_true (set_pick (fixture->store, saved->uuid, LANYARD_KIND_TALK, "0", LANYARD_LEVEL_GOING, NULL));
  g_signal_connect_swapped (fixture->store, "conferences-changed", G_CALLBACK (g_atomic_int_inc), &n_heard);
  g_assert_true (writes_nothing (fixture, same, feed));
  g_assert_cmpuint (n_heard, ==, 0);

  g_test_message ("Another digest of the same programme is kept, and no more");
  g_assert_false (writes_nothing (fixture, same, other_feed));
  stored = find_feed (fixture->store, saved->uuid, NULL);
  g_assert_cmpstr (stored->digest, ==, "two");
  g_assert_cmpuint (n_heard, ==, 0);
  g_assert_true (writes_nothing (fixture, same, other_feed));

  g_test_message ("Nor does a talk that stays cancelled write anything");
  g_assert_false (writes_nothing (fixture, fewer, feed));
  g_assert_cmpuint (n_heard, ==, 1);
  g_assert_true (writes_nothing (fixture, fewer, feed));
}

/* As unchanged as it gets, with everything that a talk can have. */
static void
test_unchanged_real_programme (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
  static const char *const names[] = { "contributions.json", "sessions.json", "timetable.json" };
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardProgramme) same = NULL;
  g_autoptr (LanyardSaved) saved = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      char *contents = NULL;
      gsize length;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (documents, g_bytes_new_take (contents, length));
    }
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);
  same = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);

  saved = try_save_feed (fixture->store, NULL, programme, feed, 1, LANYARD_SAVE_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (writes_nothing (fixture, same, feed));
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
    { "/store/unchanged/writes-nothing", test_unchanged_writes_nothing },
    { "/store/unchanged/real-programme", test_unchanged_real_programme },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, StoreFixture, NULL, store_fixture_set_up, tests[i].func, store_fixture_tear_down);

  return g_test_run ();
}
