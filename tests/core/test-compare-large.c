/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two large programmes of which one was numbered anew and every description is
 * written in another way. How long it takes is for the benchmarks. */

#include "config.h"

#include "changes/lanyard-compare.h"
#include "compare-large.h"

static void
test_renumbered (void)
{
  g_autoptr (LanyardProgramme) before = make_large (12000, FALSE);
  g_autoptr (LanyardProgramme) after = make_large (12000, TRUE);
  g_autoptr (LanyardComparison) comparison = lanyard_compare_programmes (before, after);

  g_assert_cmpuint (comparison->changes->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (comparison->new_talk_keys), ==, 12000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare-large/renumbered", test_renumbered);

  return g_test_run ();
}
