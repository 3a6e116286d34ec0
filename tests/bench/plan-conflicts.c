/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each star costs: the plan of 500 picks made anew, its conflicts, its days
 * with their gaps, and what fits the gaps of a day. `plan-conflicts DATABASE`
 * takes the first conference there, picks talks, breaks and sessions from end to
 * end of it, and prints lines for bench.py: the median of some times, in
 * milliseconds. */

#include "config.h"

#include "duration.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-day-layout.h"
#include "plan/lanyard-fit.h"
#include "store/lanyard-store.h"

#define N_ROUNDS 41
#define N_TALKS 460
#define N_SESSIONS 40
#define N_BREAKS 20
#define N_OWN_ENTRIES 20
#define ROOM_CHANGE (LANYARD_ROOM_CHANGE_MINUTES * 60)

typedef struct
{
  LanyardProgramme *programme; /* owned */
  LanyardDecisions *decisions; /* owned */
  LanyardZone *zone;           /* owned */
  LanyardPlan *plan;           /* owned: that of the last round */
  GPtrArray *conflicts;        /* owned: those of the last round */
  GPtrArray *days;             /* owned: those of the last round */
  guint n_fits;
} Bench;

typedef void (*Work) (Bench *self);

static void
call_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static LanyardProgramme *
load (const char *path)
{
  g_autoptr (LanyardStore) store = lanyard_store_new (path);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GPtrArray) conferences = NULL;

  lanyard_store_open_async (store, NULL, call_cb, &opened);
  if (!lanyard_store_open_finish (store, wait_for (&opened), NULL))
    g_error ("the database cannot be opened");
  lanyard_store_list_conferences_async (store, NULL, call_cb, &listed);
  conferences = lanyard_store_list_conferences_finish (store, wait_for (&listed), NULL);
  if (conferences == NULL || conferences->len == 0)
    g_error ("there is no conference");
  lanyard_store_load_outline_async (store, lanyard_conference_get_uuid (conferences->pdata[0]), NULL, call_cb, &loaded);
  return lanyard_store_load_outline_finish (store, wait_for (&loaded), NULL);
}

/* Every so many, every fourth a fallback. */
static void
pick_items (GPtrArray *picks,
            GPtrArray *items,
            guint      n)
{
  for (guint i = 0; i < n && items->len > 0; i++)
    {
      LanyardItem *item = items->pdata[(guint64) i * items->len / n];

      g_ptr_array_add (picks, lanyard_pick_new (lanyard_item_get_kind (item), lanyard_item_get_key (item),
                                                i % 4 == 0 ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING, 0));
    }
}

static LanyardDecisions *
decide (LanyardProgramme *programme)
{
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (GPtrArray) own_entries = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);

  pick_items (picks, talks, N_TALKS);
  pick_items (picks, lanyard_programme_get_breaks (programme), N_BREAKS);
  for (guint i = 0; i < N_SESSIONS; i++)
    g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION,
                                              lanyard_session_get_key (sessions->pdata[i * sessions->len / N_SESSIONS]),
                                              LANYARD_LEVEL_GOING, 0));
  for (guint i = 0; i < N_OWN_ENTRIES; i++)
    {
      gint64 start = lanyard_item_get_start (talks->pdata[i * talks->len / N_OWN_ENTRIES]);
      const LanyardOwnEntryFields fields = { .title = "Meeting", .place = "Lobby", .start = start, .end = start + 1800 };

      g_ptr_array_add (own_entries, lanyard_own_entry_new (&fields));
    }
  return lanyard_decisions_new (picks, NULL, own_entries);
}

static void
make_plan (Bench *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->plan = lanyard_plan_new (self->programme, self->decisions);
  self->conflicts = lanyard_conflicts_find (lanyard_plan_get_entries (self->plan), ROOM_CHANGE);
}

static void
make_days (Bench *self)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();

  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_ptr_array_add (programmes, self->programme);
  self->days = lanyard_plan_days_new (programmes, lanyard_plan_get_entries (self->plan), self->zone);
}

static void
lay_out_day (Bench *self)
{
  g_autoptr (LanyardDayLayout) layout = lanyard_day_layout_new (self->days->pdata[0], self->zone, 900);

  g_assert (lanyard_day_layout_get_n_places (layout) > 0);
}

static void
find_fits (Bench *self)
{
  g_autoptr (LanyardFits) fits = lanyard_fits_new (self->plan, NULL);
  GPtrArray *entries = lanyard_plan_get_entries (self->plan);
  g_autoptr (GPtrArray) gaps = lanyard_plan_day_find_gaps (self->days->pdata[0], 1);

  self->n_fits = 0;
  if (gaps->len == 0)
    {
      gint64 start = lanyard_item_get_start (((LanyardPlanEntry *) entries->pdata[0])->item);
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

      g_clear_pointer (&gaps, g_ptr_array_unref);
      gaps = lanyard_gaps_find (nothing, start, start + 4 * 3600, 1);
    }
  for (guint i = 0; i < gaps->len; i++)
    {
      g_autoptr (GPtrArray) found = lanyard_fits_dup_for_gap (fits, gaps->pdata[i], ROOM_CHANGE);

      self->n_fits += found->len;
    }
}

static int
compare_cpu (gconstpointer a,
             gconstpointer b)
{
  const Duration *left = a;
  const Duration *right = b;

  return (left->cpu > right->cpu) - (left->cpu < right->cpu);
}

static void
measure (Bench      *self,
         const char *name,
         Work        work)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Duration));

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Duration begun = duration_now ();
      Duration took;

      work (self);
      took = duration_since (begun);
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare_cpu);
  duration_report ("plan", name, g_array_index (times, Duration, N_ROUNDS / 2));
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .programme = load (argv[1]), .zone = lanyard_zone_new ("Asia/Tokyo") };

  bench.decisions = decide (bench.programme);
  measure (&bench, "conflicts", make_plan);
  measure (&bench, "days", make_days);
  measure (&bench, "layout", lay_out_day);
  measure (&bench, "fits", find_fits);
  g_printerr ("# %u entries, %u conflicts, %u days, %u fit\n", lanyard_plan_get_entries (bench.plan)->len,
              bench.conflicts->len, bench.days->len, bench.n_fits);
  return 0;
}
