/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tells of minutes: when a clock that stands still is moved, and when the
 * system's goes on. */

#include "config.h"

#include "time/lanyard-ticker.h"

static void
count_cb (LanyardTicker *ticker,
          guint         *n_ticks)
{
  ++*n_ticks;
}

static void
test_ticker_of_stopped_clock (void)
{
  g_autoptr (LanyardClock) clock = lanyard_clock_new_stopped (1000);
  g_autoptr (LanyardTicker) ticker = lanyard_ticker_new (clock);
  guint n_ticks = 0;

  g_signal_connect (ticker, "minute", G_CALLBACK (count_cb), &n_ticks);
  lanyard_clock_move (clock, 2000);
  g_assert_cmpuint (n_ticks, ==, 0);

  /* What was missed is told, once, and then each move. */
  lanyard_ticker_set_running (ticker, TRUE);
  g_assert_cmpuint (n_ticks, ==, 1);
  g_assert_false (lanyard_ticker_is_armed (ticker));
  lanyard_clock_move (clock, 1500);
  g_assert_cmpint (lanyard_clock_get_now (clock), ==, 1500);
  g_assert_cmpuint (n_ticks, ==, 2);
  lanyard_ticker_set_running (ticker, FALSE);
  lanyard_ticker_set_running (ticker, TRUE);
  g_assert_cmpuint (n_ticks, ==, 2);
}

/* The system's minute may be a minute away: that it is waited for must do. */
static void
test_ticker_of_system_clock (void)
{
  g_autoptr (LanyardClock) clock = lanyard_clock_new_system ();
  g_autoptr (LanyardTicker) ticker = lanyard_ticker_new (clock);

  g_assert_false (lanyard_ticker_is_armed (ticker));
  lanyard_ticker_set_running (ticker, TRUE);
  g_assert_true (lanyard_ticker_is_armed (ticker));
  lanyard_ticker_set_running (ticker, FALSE);
  g_assert_false (lanyard_ticker_is_armed (ticker));
  lanyard_ticker_set_running (ticker, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticker/stopped-clock", test_ticker_of_stopped_clock);
  g_test_add_func ("/ticker/system-clock", test_ticker_of_system_clock);
  return g_test_run ();
}
