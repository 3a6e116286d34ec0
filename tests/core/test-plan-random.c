/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entries, conflicts, changes of rooms and gaps of random plans of two
 * conferences, compared with what is found by counting second after second. */

#include "config.h"

#include "plan-invention.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-gap.h"

#define N_PLANS 3000
#define HORIZON PLAN_INVENTION_HORIZON

/* An entry, and when it asks for somebody. */
typedef struct
{
  LanyardPlanEntry *entry;    /* borrowed */
  gboolean busy[HORIZON + 1];
  gboolean has_length;
} Counted;

/* A stretch in which an entry asks for somebody without a pause. */
typedef struct
{
  const Counted *counted;
  int start;
  int end;         /* as it is told */
  int taken_until; /* a second more of what has no length */
} Run;

static LanyardLevel
decided_level (PlanMaker   *maker,
               LanyardKind  kind,
               const char  *key)
{
  for (guint i = 0; i < maker->picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (maker->picks, i);

      if (pick->kind == kind && g_str_equal (pick->key, key))
        return pick->level;
    }
  return LANYARD_LEVEL_NONE;
}

static LanyardLevel
item_level (PlanMaker   *maker,
            LanyardItem *item)
{
  return decided_level (maker, lanyard_item_get_kind (item), lanyard_item_get_key (item));
}

static LanyardLevel
session_level (PlanMaker   *maker,
               LanyardItem *item)
{
  LanyardSession *session = lanyard_item_get_session (item);

  return session != NULL ? decided_level (maker, LANYARD_KIND_SESSION, lanyard_session_get_key (session))
                         : LANYARD_LEVEL_NONE;
}

/* Whether a session that is picked has @item in one of its blocks, as far as it
 * has any. */
static gboolean
is_in_block (PlanMaker   *maker,
             LanyardItem *item)
{
  LanyardBlock *own = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->block
                                             : lanyard_break_get_block (LANYARD_BREAK (item));
  gboolean has_blocks = FALSE;
  gboolean beside_all = lanyard_item_is_scheduled (item) && !lanyard_item_is_cancelled (item);

  for (guint i = 0; i < maker->blocks->len; i++)
    {
      LanyardItem *block = maker->blocks->pdata[i];

      if (lanyard_item_get_session (block) != lanyard_item_get_session (item))
        continue;
      has_blocks = TRUE;
      if (lanyard_item_is_scheduled (block) && lanyard_item_get_start (block) < lanyard_item_get_end (item) &&
          lanyard_item_get_end (block) > lanyard_item_get_start (item))
        beside_all = FALSE;
    }
  return own != NULL || (has_blocks && !beside_all);
}

static void
expect_entry (GHashTable   *expected,
              LanyardItem  *item,
              LanyardLevel  level)
{
  if (lanyard_level_is_picked (level))
    g_hash_table_insert (expected, item, GUINT_TO_POINTER (level));
}

static void
expect_entries (PlanMaker  *maker,
                GHashTable *expected,
                GPtrArray  *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = items->pdata[i];
      LanyardLevel level = item_level (maker, item);

      if (level == LANYARD_LEVEL_NONE && lanyard_item_get_session (item) != NULL && !is_in_block (maker, item))
        level = session_level (maker, item);
      expect_entry (expected, item, level);
    }
}

static void
check_entries (PlanMaker   *maker,
               LanyardPlan *plan)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);
  GPtrArray *entries = lanyard_plan_get_entries (plan);

  expect_entries (maker, expected, maker->talks);
  expect_entries (maker, expected, maker->breaks);
  for (guint i = 0; i < maker->blocks->len; i++)
    expect_entry (expected, maker->blocks->pdata[i], session_level (maker, maker->blocks->pdata[i]));
  for (guint i = 0; i < maker->own_entries->len; i++)
    expect_entry (expected, maker->own_entries->pdata[i], LANYARD_LEVEL_GOING);

  g_assert_cmpuint (entries->len, ==, g_hash_table_size (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpuint (entry->level, ==, GPOINTER_TO_UINT (g_hash_table_lookup (expected, entry->item)));
      g_assert_cmpuint (entry->pick_kind, ==, LANYARD_IS_BLOCK (entry->item) ? LANYARD_KIND_SESSION
                                                                            : lanyard_item_get_kind (entry->item));
      if (i > 0)
        g_assert_cmpint (lanyard_item_compare (((LanyardPlanEntry *) entries->pdata[i - 1])->item, entry->item), <=, 0);
    }
}

static void
mark (Counted     *counted,
      LanyardItem *item,
      gboolean     busy)
{
  gint64 start = lanyard_item_get_start (item);
  gint64 end = lanyard_item_get_end (item);

  if (start == LANYARD_NO_TIME || lanyard_item_is_cancelled (item))
    return;
  counted->has_length |= busy && end > start;
  if (busy && end == start)
    counted->busy[start] = TRUE;
  for (gint64 second = start; second < end; second++)
    counted->busy[second] = busy;
}

static gboolean
is_on_block (LanyardItem  *item,
             LanyardBlock *own,
             LanyardItem  *block)
{
  if (own != NULL)
    return LANYARD_ITEM (own) == block;
  return lanyard_item_get_session (item) == lanyard_item_get_session (block);
}

static gboolean
stands_on (LanyardItem *item,
           LanyardItem *block)
{
  if (!LANYARD_IS_BLOCK (block))
    return FALSE;
  if (LANYARD_IS_TALK (item))
    return is_on_block (item, lanyard_talk_get_fields (LANYARD_TALK (item))->block, block);
  return LANYARD_IS_BREAK (item) && is_on_block (item, lanyard_break_get_block (LANYARD_BREAK (item)), block);
}

/* A block asks for nobody while something on it is decided upon by itself. */
static void
count_busy (Counted          *counted,
            LanyardPlanEntry *entry,
            PlanMaker        *maker)
{
  counted->entry = entry;
  mark (counted, entry->item, TRUE);
  if (!LANYARD_IS_BLOCK (entry->item) || !counted->has_length)
    return;
  for (guint i = 0; i < maker->talks->len; i++)
    if (stands_on (maker->talks->pdata[i], entry->item) &&
        item_level (maker, maker->talks->pdata[i]) != LANYARD_LEVEL_NONE)
      mark (counted, maker->talks->pdata[i], FALSE);
  for (guint i = 0; i < maker->breaks->len; i++)
    if (stands_on (maker->breaks->pdata[i], entry->item) &&
        item_level (maker, maker->breaks->pdata[i]) != LANYARD_LEVEL_NONE)
      mark (counted, maker->breaks->pdata[i], FALSE);
}

static GArray *
list_runs (GArray *all)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < all->len; i++)
    {
      const Counted *counted = &g_array_index (all, Counted, i);

      for (int second = 0; second < HORIZON; second++)
        {
          Run run = { counted, second, second, second };

          while (counted->busy[run.taken_until])
            run.taken_until++;
          if (run.taken_until == second)
            continue;
          if (counted->has_length)
            run.end = run.taken_until;
          g_array_append_val (runs, run);
          second = run.taken_until;
        }
    }
  return runs;
}

static char *
describe (LanyardConflictKind     kind,
          LanyardLevel            level,
          const LanyardPlanEntry *a,
          const LanyardPlanEntry *b,
          gint64                  start,
          gint64                  end)
{
  const char *first = lanyard_item_get_key (a->item);
  const char *second = lanyard_item_get_key (b->item);
  gboolean in_order = kind == LANYARD_CONFLICT_ROOM_CHANGE || g_strcmp0 (first, second) < 0;

  return g_strdup_printf ("%u %u %s %s %d-%d", kind, level, in_order ? first : second, in_order ? second : first,
                          (int) start, (int) end);
}

static LanyardRoom *
room_of (const LanyardPlanEntry *entry)
{
  if (LANYARD_IS_OWN_ENTRY (entry->item) &&
      lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (entry->item))->kind == LANYARD_OWN_TRAVEL)
    return NULL;
  return lanyard_item_get_room (entry->item);
}

static gboolean
something_lies_between (GArray    *runs,
                        const Run *first,
                        const Run *second,
                        gboolean   going)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *other = &g_array_index (runs, Run, i);

      if (other != first && other != second && other->end > other->start && other->start >= first->end &&
          other->end <= second->start && (!going || other->counted->entry->level == LANYARD_LEVEL_GOING))
        return TRUE;
    }
  return FALSE;
}

static void
expect_conflict (GPtrArray *expected,
                 GArray    *runs,
                 const Run *first,
                 const Run *second,
                 int        room_change)
{
  LanyardPlanEntry *a = first->counted->entry;
  LanyardPlanEntry *b = second->counted->entry;
  LanyardLevel level = MIN (a->level, b->level);
  int start = MAX (first->start, second->start);
  int end = MAX (MIN (first->end, second->end), start);

  if (a == b)
    return;
  if (first < second && start < MIN (first->taken_until, second->taken_until))
    g_ptr_array_add (expected, describe (LANYARD_CONFLICT_OVERLAP, level, a, b, start, end));
  if (first->taken_until <= second->start && second->start - first->end < room_change && room_of (a) != NULL &&
      room_of (b) != NULL &&
      g_strcmp0 (lanyard_room_get_name (room_of (a)), lanyard_room_get_name (room_of (b))) != 0 &&
      !stands_on (a->item, b->item) && !stands_on (b->item, a->item) &&
      !something_lies_between (runs, first, second, level == LANYARD_LEVEL_GOING))
    g_ptr_array_add (expected, describe (LANYARD_CONFLICT_ROOM_CHANGE, level, a, b, first->end, second->start));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

static void
check_same (GPtrArray *found,
            GPtrArray *expected)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_sort (expected, compare_texts);
  g_ptr_array_add (found, NULL);
  g_ptr_array_add (expected, NULL);
  left = g_strjoinv ("\n", (char **) found->pdata);
  right = g_strjoinv ("\n", (char **) expected->pdata);
  g_assert_cmpstr (left, ==, right);
}

static void
check_conflicts (GPtrArray *entries,
                 GArray    *runs,
                 int        room_change)
{
  g_autoptr (GPtrArray) conflicts = lanyard_conflicts_find (entries, room_change);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const LanyardConflict *conflict = g_ptr_array_index (conflicts, i);

      g_ptr_array_add (found, describe (conflict->kind, conflict->level, conflict->first, conflict->second,
                                        conflict->start, conflict->end));
      if (i > 0)
        g_assert_cmpint (((LanyardConflict *) conflicts->pdata[i - 1])->start, <=, conflict->start);
    }
  for (guint i = 0; i < runs->len; i++)
    for (guint j = 0; j < runs->len; j++)
      expect_conflict (expected, runs, &g_array_index (runs, Run, i), &g_array_index (runs, Run, j), room_change);
  check_same (found, expected);
}

/* Seconds in which somebody is going nowhere; what has no length divides them. */
static void
check_gaps (GPtrArray *entries,
            GArray    *runs,
            int        start,
            int        end,
            int        least)
{
  g_autoptr (GPtrArray) gaps = lanyard_gaps_find (entries, start, end, least);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  gboolean taken[HORIZON + 1] = { FALSE };
  gboolean divided[HORIZON + 1] = { FALSE };

  for (guint i = 0; i < gaps->len; i++)
    {
      const LanyardGap *gap = g_ptr_array_index (gaps, i);

      g_ptr_array_add (found, g_strdup_printf ("%d-%d", (int) gap->start, (int) gap->end));
    }
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      if (run->counted->entry->level != LANYARD_LEVEL_GOING)
        continue;
      divided[run->start] = TRUE;
      for (int second = run->start; second < run->end; second++)
        taken[second] = TRUE;
    }
  for (int second = start; second < end;)
    {
      int until = second;

      while (until < end && !taken[until] && (until == second || !divided[until]))
        until++;
      if (until - second >= least)
        g_ptr_array_add (expected, g_strdup_printf ("%d-%d", second, until));
      second = MAX (until, second + 1);
    }
  check_same (found, expected);
}

static void
check_overlaps_with (PlanMaker   *maker,
                     LanyardPlan *plan,
                     LanyardItem *item)
{
  g_autoptr (GPtrArray) overlaps = lanyard_plan_dup_overlaps_with (plan, item);
  GPtrArray *entries = lanyard_plan_get_entries (plan);
  Counted own = { 0 };
  guint n_expected = 0;

  mark (&own, item, TRUE);
  for (guint i = 0; i < entries->len; i++)
    if (((LanyardPlanEntry *) entries->pdata[i])->item == item)
      {
        own = (Counted) { 0 };
        count_busy (&own, entries->pdata[i], maker);
      }
  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = entries->pdata[i];
      Counted counted = { 0 };
      gboolean overlap = FALSE;

      count_busy (&counted, entry, maker);
      for (int second = 0; second < HORIZON; second++)
        overlap |= counted.busy[second] && own.busy[second];
      overlap &= entry->item != item && !stands_on (item, entry->item) && !stands_on (entry->item, item);
      g_assert_cmpint (overlap, ==, g_ptr_array_find (overlaps, entry, NULL));
      n_expected += overlap;
    }
  g_assert_cmpuint (overlaps->len, ==, n_expected);
}

static void
count_all (GArray      *all,
           LanyardPlan *plan,
           PlanMaker   *maker)
{
  GPtrArray *entries = lanyard_plan_get_entries (plan);

  for (guint i = 0; i < entries->len; i++)
    {
      Counted counted = { 0 };

      count_busy (&counted, entries->pdata[i], maker);
      g_array_append_val (all, counted);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < N_PLANS; i++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (PlanMaker) here = plan_maker_invent (rand, keys, "Here");
      g_autoptr (PlanMaker) there = plan_maker_invent (rand, keys, "There");
      g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Counted));
      g_autoptr (GArray) runs = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      g_ptr_array_add (plans, plan_maker_make (here));
      g_ptr_array_add (plans, plan_maker_make (there));
      check_entries (here, plans->pdata[0]);
      check_entries (there, plans->pdata[1]);
      entries = lanyard_plans_dup_entries (plans);
      count_all (all, plans->pdata[0], here);
      count_all (all, plans->pdata[1], there);
      g_assert_cmpuint (entries->len, ==, all->len);
      runs = list_runs (all);
      check_conflicts (entries, runs, g_rand_int_range (rand, 0, 20));
      check_gaps (entries, runs, g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 20, HORIZON),
                  g_rand_int_range (rand, 1, 10));
      for (guint j = 0; j < here->talks->len; j++)
        check_overlaps_with (here, plans->pdata[0], here->talks->pdata[j]);
      for (guint j = 0; j < here->blocks->len; j++)
        check_overlaps_with (here, plans->pdata[0], here->blocks->pdata[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-random/random", test_random);

  return g_test_run ();
}
