/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the store takes. Not a test that fails, for other processes may
 * slow the machine down, but what to run with `-m perf` before and after a
 * change. */

#include "config.h"

#include "refresh-helper.h"

/* Once each pick went through all talks at every import. */
static void
measure_picks (StoreFixture     *fixture,
               const char       *uuid,
               LanyardProgramme *programme)
{
  guint n_talks = lanyard_programme_get_talks (programme)->len;
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i % n_talks);

      g_assert_true (set_pick (fixture->store, uuid, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING, NULL));
    }
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: 200 picks %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  g_free (save_programme (fixture->store, programme, NULL));
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: save the same with picks %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
}

static void
measure (StoreFixture *fixture,
         guint         n_talks)
{
  g_autoptr (LanyardProgramme) programme = make_programme (&(ProgrammeShape) { .n_talks = n_talks, .n_words = 300 });
  g_autoptr (LanyardProgramme) changed =
      make_programme (&(ProgrammeShape) { .n_talks = n_talks, .n_words = 300, .mark = "Second" });
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autofree char *uuid = save_programme (fixture->store, programme, NULL);
  const char *queries[] = { "m", "schedu", "latency driver", "talk 1", "c++" };

  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: save %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  g_free (save_programme (fixture->store, programme, NULL));
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: save the same %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  g_free (save_programme (fixture->store, changed, NULL));
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: save another %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  lanyard_saved_free (save_feed (fixture->store, programme, 1));
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: refresh with another %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  g_timer_start (timer);
  lanyard_saved_free (save_feed (fixture->store, programme, 2));
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: refresh without a change %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  lanyard_saved_free (save_feed (fixture->store, changed, 3));
  g_timer_start (timer);
  store_fixture_reopen (fixture);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: close and open %.1f ms", n_talks,
                           g_timer_elapsed (timer, NULL) * 1000);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LanyardProgramme) outline = NULL;

      g_timer_start (timer);
      outline = load_outline (fixture->store, uuid, NULL);
      g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: outline %.1f ms", n_talks,
                               g_timer_elapsed (timer, NULL) * 1000);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LanyardProgramme) whole = NULL;

      g_timer_start (timer);
      whole = load_whole (fixture->store, uuid, NULL);
      g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: whole %.1f ms", n_talks,
                               g_timer_elapsed (timer, NULL) * 1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) matches = NULL;

      g_timer_start (timer);
      matches = search (fixture->store, uuid, queries[i], NULL);
      g_test_minimized_result (g_timer_elapsed (timer, NULL), "%u talks: search “%s” %.1f ms, %u", n_talks,
                               queries[i], g_timer_elapsed (timer, NULL) * 1000, matches->len);
    }
  measure_picks (fixture, uuid, changed);
}

static void
test_small (StoreFixture  *fixture,
            gconstpointer  data)
{
  measure (fixture, g_test_perf () ? 1200 : 12);
}

static void
test_large (StoreFixture  *fixture,
            gconstpointer  data)
{
  measure (fixture, g_test_perf () ? 12000 : 120);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/speed/small", StoreFixture, NULL, store_fixture_set_up, test_small, store_fixture_tear_down);
  g_test_add ("/store/speed/large", StoreFixture, NULL, store_fixture_set_up, test_large, store_fixture_tear_down);

  return g_test_run ();
}
