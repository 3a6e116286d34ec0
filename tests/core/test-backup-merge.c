/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random decisions here and random ones in a backup: of what either has
 * nothing is missing afterwards, and to restore twice is to restore once. */

#include "config.h"

#include <string.h>

#include "model/lanyard-backup.h"

#define N_MERGES 2000
#define NOW 1700000000

static LanyardOwnEntry *
make_entry (const char *uuid,
            const char *title,
            gint64      changed_at)
{
  return lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .uuid = uuid,
    .title = title,
    .start = NOW,
    .end = NOW + 3600,
    .changed_at = changed_at,
  });
}

static LanyardDecisions *
make_random_decisions (void)
{
  static const char *const texts[] = { "one", "two", "one two", "three\n\none", "four" };
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_note_unref);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      gint64 time = g_test_rand_int_range (0, 4);

      if (g_test_rand_bit ())
        g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, key, g_test_rand_int_range (1, 4), time));
      if (g_test_rand_bit ())
        g_ptr_array_add (notes, lanyard_note_new (LANYARD_KIND_TALK, key,
                                                  g_test_rand_bit () ? texts[g_test_rand_int_range (0, 5)] : NULL,
                                                  g_test_rand_int_range (0, 4), time));
      if (g_test_rand_bit ())
        g_ptr_array_add (entries, make_entry (key, texts[g_test_rand_int_range (0, 5)], time));
    }
  return lanyard_decisions_new (picks, notes, entries);
}

/* Nothing of either is missing in @both. */
static void
assert_has_all (LanyardDecisions *both,
                LanyardDecisions *one,
                LanyardDecisions *other)
{
  GPtrArray *notes = lanyard_decisions_get_notes (one);
  GPtrArray *picks = lanyard_decisions_get_picks (one);
  GPtrArray *entries = lanyard_decisions_get_entries (one);

  for (guint i = 0; i < picks->len; i++)
    {
      const LanyardPick *pick = picks->pdata[i];
      LanyardLevel level = lanyard_decisions_get_level (both, pick->kind, pick->key);

      g_assert_true (level == pick->level ||
                     (level != LANYARD_LEVEL_NONE && level == lanyard_decisions_get_level (other, pick->kind, pick->key)));
    }
  for (guint i = 0; i < notes->len; i++)
    {
      const LanyardNote *note = notes->pdata[i];

      if (note->text != NULL)
        g_assert_nonnull (strstr (lanyard_decisions_get_note (both, note->kind, note->key), note->text));
      g_assert_cmpint (lanyard_decisions_get_marks (both, note->kind, note->key) & note->marks, ==, note->marks);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (entries->pdata[i]);
      LanyardOwnEntry *found = lanyard_decisions_find_entry (both, fields->uuid);
      LanyardOwnEntry *otherwise = lanyard_decisions_find_entry (other, fields->uuid);

      g_assert_nonnull (found);
      g_assert_true (lanyard_own_entry_equal (found, entries->pdata[i]) ||
                     (lanyard_own_entry_equal (found, otherwise) &&
                      lanyard_own_entry_get_fields (otherwise)->changed_at >= fields->changed_at));
    }
}

static void
test_merge (void)
{
  for (guint i = 0; i < N_MERGES; i++)
    {
      g_autoptr (LanyardDecisions) here = make_random_decisions ();
      g_autoptr (LanyardDecisions) there = make_random_decisions ();
      g_autoptr (LanyardBackupResult) result = lanyard_backup_result_new ("");
      g_autoptr (LanyardBackupResult) second = lanyard_backup_result_new ("");
      g_autoptr (LanyardEdit) edit = lanyard_backup_make_edit (here, there, result);
      g_autoptr (LanyardDecisions) both = lanyard_decisions_apply (here, edit, NOW);
      g_autoptr (LanyardEdit) nothing = lanyard_backup_make_edit (both, there, second);

      assert_has_all (both, here, there);
      assert_has_all (both, there, here);
      g_assert_true (lanyard_edit_is_empty (nothing));
      g_assert_false (lanyard_backup_result_is_news (second));
      g_assert_true (lanyard_backup_result_is_news (result) == !lanyard_edit_is_empty (edit));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/merge", test_merge);

  return g_test_run ();
}
