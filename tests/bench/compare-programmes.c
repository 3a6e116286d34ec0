/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a refresh compares: a programme with the same one after all numbers have
 * changed. `compare-programmes` prints lines for bench.py: the best of some times
 * for 3,000 talks and for four times as many, in milliseconds. */

#include "config.h"

#include "../core/compare-large.h"
#include "changes/lanyard-compare.h"
#include "duration.h"

#define N_ROUNDS 7

static void
measure (const char *name,
         guint       n_talks)
{
  g_autoptr (LanyardProgramme) before = make_large (n_talks, FALSE);
  g_autoptr (LanyardProgramme) after = make_large (n_talks, TRUE);
  Duration best = { .cpu = G_MAXINT64, .wall = G_MAXINT64 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Duration begun = duration_now ();
      g_autoptr (LanyardComparison) comparison = lanyard_compare_programmes (before, after);

      duration_keep_best (&best, duration_since (begun));
      g_assert (g_hash_table_size (comparison->new_talk_keys) == n_talks);
    }
  duration_report ("compare", name, best);
}

int
main (void)
{
  measure ("few", 3000);
  measure ("many", 12000);
  return 0;
}
