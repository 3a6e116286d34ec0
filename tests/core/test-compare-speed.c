/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comparing a programme of any size is quick, also when the feed was numbered
 * anew and every description is written in another way. */

#include "config.h"

#include "changes/lanyard-compare.h"
#include "compare-drafts.h"

static LanyardProgramme *
make_many (guint    n,
           gboolean is_renumbered)
{
  Draft *draft = draft_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", is_renumbered ? i + n : i);
      g_autofree char *title = g_strdup_printf ("Talk number %u", i);
      g_autofree char *speakers = g_strdup_printf ("Person %u;Person %u", i % 500, i % 700);
      g_autofree char *description = g_strdup_printf ("Words about %u%s", i, is_renumbered ? ".\n" : ".");

      add_talk (draft, &(TalkFacts) { key, title, TEN + i * 60, "Hall", speakers, description, LANYARD_TEXT_MARKDOWN });
    }
  return draft_finish (draft);
}

static double
measure_comparison (guint n)
{
  g_autoptr (LanyardProgramme) before = make_many (n, FALSE);
  g_autoptr (LanyardProgramme) after = make_many (n, TRUE);
  g_autoptr (LanyardComparison) comparison = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  comparison = lanyard_compare_programmes (before, after);
  g_timer_stop (timer);
  g_assert_cmpuint (comparison->changes->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, n);
  return g_timer_elapsed (timer, NULL);
}

/* Four times the talks take about four times as long, not sixteen times. */
static void
test_linear (void)
{
  double few;
  double many;

  measure_comparison (100);
  few = measure_comparison (3000);
  many = measure_comparison (12000);
  g_test_message ("3000 talks: %.3f s, 12000 talks: %.3f s", few, many);
  g_assert_cmpfloat (many, <, 10 * few + 0.1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare-speed/linear", test_linear);

  return g_test_run ();
}
