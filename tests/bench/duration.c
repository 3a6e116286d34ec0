/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The time of one thread, and beside it the time on the wall, for benchmarks
 * that share the processor with others. */

#include "config.h"

#include <time.h>

#include "duration.h"

Duration
duration_now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  return (Duration) { .cpu = (gint64) cpu.tv_sec * G_USEC_PER_SEC + cpu.tv_nsec / 1000, .wall = g_get_monotonic_time () };
}

Duration
duration_since (Duration begun)
{
  Duration now = duration_now ();

  return (Duration) { .cpu = now.cpu - begun.cpu, .wall = now.wall - begun.wall };
}

void
duration_keep_best (Duration *best,
                    Duration  duration)
{
  best->cpu = MIN (best->cpu, duration.cpu);
  best->wall = MIN (best->wall, duration.wall);
}

/* A line for bench.py: what, a name, and both times in milliseconds. */
void
duration_report (const char *what,
                 const char *name,
                 Duration    duration)
{
  g_print ("%s %s %.2f %.2f\n", what, name, (double) duration.cpu / 1000, (double) duration.wall / 1000);
}
