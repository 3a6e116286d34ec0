/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The calendar file that follows the plans: written soon, once, whole, and not
 * for nothing; and places where it cannot be written. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "store-helper.h"
#include "sync/lanyard-living-calendar.h"

#define NOW 1790000000

/* A change in this process has to be in the file within two seconds; who looks
 * for errors of memory meanwhile takes longer. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE_US (30 * G_USEC_PER_SEC)
#else
#define PATIENCE_US (2 * G_USEC_PER_SEC)
#endif

typedef struct
{
  StoreFixture base;
  LanyardLivingCalendar *calendar;
  char *uuid;
  char *path;
  guint n_written;
  guint n_failed;
  GError *error;
} Fixture;

static void
written_cb (Fixture *fixture)
{
  fixture->n_written++;
}

static void
failed_cb (Fixture      *fixture,
           const GError *error)
{
  fixture->n_failed++;
  g_clear_error (&fixture->error);
  fixture->error = g_error_copy (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = 24, .n_words = 10 });

  store_fixture_set_up (&fixture->base, NULL);
  fixture->uuid = save_programme (fixture->base.store, programme, NULL);
  fixture->path = g_build_filename (fixture->base.folder, "plan.ics", NULL);
  fixture->calendar = lanyard_living_calendar_new (fixture->base.store);
  g_signal_connect_swapped (fixture->calendar, "written", G_CALLBACK (written_cb), fixture);
  g_signal_connect_swapped (fixture->calendar, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->calendar));
  g_remove (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->uuid, g_free);
  g_clear_error (&fixture->error);
  store_fixture_tear_down (&fixture->base, NULL);
}

static void
keep (Fixture    *fixture,
      const char *path)
{
  const LanyardIcalSettings settings = { .name = "Lanyard", .alarm = LANYARD_ICAL_NO_ALARM };

  lanyard_living_calendar_keep (fixture->calendar, path, &settings);
}

static void
await_outcome (Fixture *fixture)
{
  guint n_before = fixture->n_written + fixture->n_failed;
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (fixture->n_written + fixture->n_failed == n_before)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
}

static void
star (Fixture      *fixture,
      const char   *key,
      LanyardLevel  level)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set_pick (fixture->base.store, fixture->uuid, LANYARD_KIND_TALK, key, level, &error));
  g_assert_no_error (error);
}

static char *
read_file (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  return text;
}

static guint
count (const char *text,
       const char *what)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strv_length (parts) - 1;
}

static guint
count_entries (Fixture *fixture)
{
  g_autofree char *text = read_file (fixture);

  return count (text, "BEGIN:VEVENT");
}

static void
assert_n_entries (Fixture *fixture,
                  guint    n_entries)
{
  g_assert_cmpuint (count_entries (fixture), ==, n_entries);
}

static char *
find_key (Fixture *fixture,
          guint    index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = load_outline (fixture->base.store, fixture->uuid, &error);

  g_assert_no_error (error);
  return g_strdup (lanyard_item_get_key (lanyard_programme_get_talks (programme)->pdata[index]));
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = find_key (fixture, 0);
  g_autofree char *second = find_key (fixture, 1);
  g_autofree char *text = NULL;
  struct stat status;

  keep (fixture, fixture->path);
  await_outcome (fixture);
  assert_n_entries (fixture, 0);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  star (fixture, first, LANYARD_LEVEL_GOING);
  star (fixture, second, LANYARD_LEVEL_MAYBE);
  await_outcome (fixture);
  assert_n_entries (fixture, 2);
  text = read_file (fixture);
  g_assert_cmpuint (count (text, "STATUS:TENTATIVE"), ==, 1);
  g_assert_cmpuint (count (text, "DESCRIPTION:"), ==, 2);

  star (fixture, first, LANYARD_LEVEL_NONE);
  await_outcome (fixture);
  assert_n_entries (fixture, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

/* A new programme changes the file if it changes the plan, and counts. */
static void
test_follows_programme (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *key = find_key (fixture, 0);
  g_autoptr (LanyardProgramme) renamed =
      make_programme (&(ProgrammeShape) { .mark = "Second", .n_talks = 24, .n_words = 10 });
  g_autofree char *uuid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  star (fixture, key, LANYARD_LEVEL_GOING);
  keep (fixture, fixture->path);
  await_outcome (fixture);
  before = read_file (fixture);
  g_assert_nonnull (strstr (before, "SEQUENCE:0\r\n"));

  uuid = save_programme (fixture->base.store, renamed, NULL);
  await_outcome (fixture);
  after = read_file (fixture);
  g_assert_nonnull (strstr (after, "SUMMARY:Second"));
  g_assert_nonnull (strstr (after, "SEQUENCE:1\r\n"));
}

/* What changes nothing in the plan leaves the very file alone. */
static void
test_not_for_nothing (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *key = find_key (fixture, 0);
  g_autoptr (LanyardProgramme) same = make_programme (&(ProgrammeShape) { .n_talks = 24, .n_words = 10 });
  g_autofree char *uuid = NULL;
  struct stat before, after;

  star (fixture, key, LANYARD_LEVEL_GOING);
  keep (fixture, fixture->path);
  await_outcome (fixture);
  g_assert_cmpint (stat (fixture->path, &before), ==, 0);

  uuid = save_programme (fixture->base.store, same, NULL);
  g_signal_emit_by_name (fixture->base.store, "conferences-changed");
  await_outcome (fixture);
  g_assert_cmpint (stat (fixture->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
}

/* Many stars in a row are in few files, the last of which has all. */
static void
test_burst (Fixture       *fixture,
            gconstpointer  data)
{
  keep (fixture, fixture->path);
  await_outcome (fixture);
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *key = find_key (fixture, i);

      star (fixture, key, LANYARD_LEVEL_GOING);
    }
  while (count_entries (fixture) < 24)
    await_outcome (fixture);
  g_assert_cmpuint (fixture->n_written, <, 12);
}

/* A link stays one, and the file behind it keeps its mode. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->base.folder, "target.ics", NULL);
  struct stat status;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (g_chmod (target, 0644), ==, 0);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  keep (fixture, fixture->path);
  await_outcome (fixture);
  assert_n_entries (fixture, 0);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
  g_remove (target);
}

/* /proc takes no files from anybody, not even from the administrator. */
static void
test_read_only_place (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *first = find_key (fixture, 0);
  g_autofree char *nowhere = g_build_filename (fixture->base.folder, "gone", "plan.ics", NULL);

  keep (fixture, "/proc/plan.ics");
  await_outcome (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_nonnull (strstr (fixture->error->message, "“plan.ics”"));

  keep (fixture, nowhere);
  await_outcome (fixture);
  g_assert_cmpuint (fixture->n_failed, ==, 2);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (fixture->error->message, ==, "The folder for the file “plan.ics” is not there.");

  keep (fixture, fixture->path);
  await_outcome (fixture);
  star (fixture, first, LANYARD_LEVEL_GOING);
  await_outcome (fixture);
  assert_n_entries (fixture, 1);
  g_assert_cmpuint (fixture->n_failed, ==, 2);
}

/* Runs this very test again where there is a file system without room, which
 * takes name spaces of its own. */
static void
run_where_it_is_full (const char *folder)
{
  static const char script[] =
      "mount -t tmpfs -o size=4k tmpfs \"$1\" && head -c 4096 /dev/zero > \"$1/filler\" || exit 77;"
      "LANYARD_FULL_FOLDER=\"$1\" exec \"$0\" -p /living-calendar/full-place";
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { "unshare", "-rm", "sh", "-c", script, program, folder, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                     NULL, &status, NULL) ||
      (WIFEXITED (status) && (WEXITSTATUS (status) == 77 || WEXITSTATUS (status) == 1)))
    {
      g_test_skip ("There can be no full file system");
      return;
    }
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

static void
test_full_place (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *full = g_getenv ("LANYARD_FULL_FOLDER");
  g_autofree char *path = full != NULL ? g_build_filename (full, "plan.ics", NULL) : NULL;

  if (path == NULL)
    {
      g_autofree char *folder = g_build_filename (fixture->base.folder, "full", NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      run_where_it_is_full (folder);
      g_rmdir (folder);
      return;
    }
  keep (fixture, path);
  await_outcome (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (fixture->error->message, ==, "There is no room on the disk for the file “plan.ics”.");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Who lets go while the file is made gets none, and nothing crashes. */
static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  keep (fixture, fixture->path);
  keep (fixture, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  keep (fixture, fixture->path);
  await_outcome (fixture);
  assert_n_entries (fixture, 0);
  g_assert_cmpuint (fixture->n_written, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/living-calendar/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/living-calendar/follows-programme", Fixture, NULL, set_up, test_follows_programme, tear_down);
  g_test_add ("/living-calendar/not-for-nothing", Fixture, NULL, set_up, test_not_for_nothing, tear_down);
  g_test_add ("/living-calendar/burst", Fixture, NULL, set_up, test_burst, tear_down);
  g_test_add ("/living-calendar/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/living-calendar/read-only-place", Fixture, NULL, set_up, test_read_only_place, tear_down);
  g_test_add ("/living-calendar/full-place", Fixture, NULL, set_up, test_full_place, tear_down);
  g_test_add ("/living-calendar/let-go", Fixture, NULL, set_up, test_let_go, tear_down);

  return g_test_run ();
}
