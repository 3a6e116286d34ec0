/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window goes on being drawn and answering while a large conference is added
 * or refreshed: documents are read, and rows written, on other threads. The
 * linker puts functions of this file in place of those that do so, which wait
 * until the main loop has turned. */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "feed-search-helper.h"
#include "formats/lanyard-format.h"
#include "sync/lanyard-import.h"

#define N_TALKS 2000

/* So many turns while a document is read, and again with it read. */
#define TURNS_OF_A_READING 50

/* One of so many rows waits for a turn. */
#define STEPS_OF_A_TURN 50

/* It stands still if it has not turned in so many seconds; as long as nobody
 * waits for a thread, that takes it a moment. */
#define STANDSTILL 60

/* What threads tell one another, so that it has to be in one place. */
static struct
{
  GMutex   mutex;
  GCond    turned;
  GThread *main_thread;
  gboolean is_watched;
  guint    n_turns;    /* of the main loop */
  guint    n_readings; /* documents that were read while it turned */
  guint    n_steps;    /* rows that were written or read while it turned */
} watch;

static void
await_turns (guint n_turns)
{
  gint64 end = g_get_monotonic_time () + STANDSTILL * G_USEC_PER_SEC;
  guint last;

  g_mutex_lock (&watch.mutex);
  last = watch.n_turns + n_turns;
  while (watch.is_watched && watch.n_turns < last)
    if (!g_cond_wait_until (&watch.turned, &watch.mutex, end))
      g_error ("The main loop stands still");
  g_mutex_unlock (&watch.mutex);
}

LanyardProgramme *__real_lanyard_format_read (GPtrArray                 *documents,
                                              const LanyardReadOptions  *options,
                                              GError                   **error);
LanyardProgramme *__wrap_lanyard_format_read (GPtrArray                 *documents,
                                              const LanyardReadOptions  *options,
                                              GError                   **error);
int               __real_sqlite3_step        (sqlite3_stmt              *statement);
int               __wrap_sqlite3_step        (sqlite3_stmt              *statement);

LanyardProgramme *
__wrap_lanyard_format_read (GPtrArray                 *documents,
                            const LanyardReadOptions  *options,
                            GError                   **error)
{
  LanyardProgramme *programme;

  g_assert_true (g_thread_self () != watch.main_thread);
  await_turns (TURNS_OF_A_READING);
  programme = __real_lanyard_format_read (documents, options, error);
  await_turns (TURNS_OF_A_READING);
  g_atomic_int_inc (&watch.n_readings);
  return programme;
}

int
__wrap_sqlite3_step (sqlite3_stmt *statement)
{
  g_assert_true (g_thread_self () != watch.main_thread);
  if (g_atomic_int_add (&watch.n_steps, 1) % STEPS_OF_A_TURN == 0)
    await_turns (1);
  return __real_sqlite3_step (statement);
}

static gboolean
turn_cb (gpointer user_data)
{
  g_mutex_lock (&watch.mutex);
  watch.n_turns++;
  g_cond_broadcast (&watch.turned);
  g_mutex_unlock (&watch.mutex);
  return G_SOURCE_CONTINUE;
}

static void
set_watched (gboolean is_watched)
{
  g_mutex_lock (&watch.mutex);
  watch.is_watched = is_watched;
  watch.n_turns = watch.n_readings = watch.n_steps = 0;
  g_cond_broadcast (&watch.turned);
  g_mutex_unlock (&watch.mutex);
}

typedef struct
{
  SyncFixture base;
  guint       turning; /* id of the source that counts turns */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  watch.main_thread = g_thread_self ();
  sync_fixture_set_up (&fixture->base, data);
  fixture->turning = g_idle_add (turn_cb, NULL);
  set_watched (TRUE);
}

/* What closes the database waits for the thread that has it. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  set_watched (FALSE);
  g_source_remove (fixture->turning);
  sync_fixture_tear_down (&fixture->base, data);
}

/* As long as it was, if one of the talks is asked for by another name. */
static char *
dup_calendar (const char *name)
{
  g_autoptr (GString) calendar = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Tern Days\r\n");

  for (guint i = 0; i < N_TALKS; i++)
    g_string_append_printf (calendar,
                            "BEGIN:VEVENT\r\nUID:%u@example.org\r\nSUMMARY:%s %u\r\nLOCATION:Pier %u\r\n"
                            "DTSTART:202610%02uT%02u%02u00Z\r\nDURATION:PT30M\r\nEND:VEVENT\r\n",
                            i, name, i, i % 20, 1 + i / 480, i % 24, i % 60);
  g_string_append (calendar, "END:VCALENDAR\r\n");
  return g_string_free_and_steal (g_steal_pointer (&calendar));
}

/* Whether that much was done on other threads, in turns. */
static void
assert_watched (void)
{
  g_assert_cmpuint (watch.n_readings, ==, 1);
  g_assert_cmpuint (watch.n_steps, >, N_TALKS);
  g_assert_cmpuint (watch.n_turns, >, 2 * TURNS_OF_A_READING + N_TALKS / STEPS_OF_A_TURN);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "large.ics", NULL);
  g_autofree char *calendar = dup_calendar ("Knots");
  g_autoptr (LanyardImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, calendar, -1, NULL));
  import = import_path (&fixture->base, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (import->programme)->len, ==, N_TALKS);
  assert_watched ();
  g_unlink (path);
}

static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (Site) site = site_new ();
  g_autofree char *calendar = dup_calendar ("Knots");
  g_autofree char *changed = dup_calendar ("Bends");
  g_autoptr (LanyardPreview) found = NULL;
  g_autoptr (LanyardRefresh) refreshed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  site_put (site, "/large.ics", "text/calendar", calendar);
  found = preview_path (&fixture->base, site, "/large.ics");
  uuid = add_found (&fixture->base, found);
  assert_watched ();

  set_watched (TRUE);
  site_put (site, "/large.ics", "text/calendar", changed);
  refreshed = refresh (&fixture->base, uuid, LANYARD_REFRESH_BY_HAND, &error);
  g_assert_no_error (error);
  assert_watched ();
}

static void
add_tests (void)
{
  g_test_add ("/main-loop/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/main-loop/address", Fixture, NULL, set_up, test_address, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return run_tests_with_own_state (add_tests, argc, argv);
}
