/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan by days: which there are, when the conference is open on each, and
 * what of the plan is on it. The page of the plan and the command line ask for
 * it. Any thread. */

#include "config.h"

#include "lanyard-gap.h"
#include "lanyard-plan-day.h"
#include "lanyard-plan-entry-private.h"

/* What ends that soon after midnight belongs to the evening before. */
#define NIGHT (6 * 60 * 60)

/* Days while they are found. */
typedef struct
{
  LanyardZone *zone;    /* borrowed */
  GPtrArray *days;      /* borrowed, of LanyardPlanDay */
  GHashTable *by_day;   /* borrowed: number -> LanyardPlanDay, borrowed */
  LanyardPlanDay *last; /* borrowed: the one that was asked for last */
} Making;

static void
day_free (gpointer data)
{
  LanyardPlanDay *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

static LanyardPlanDay *
ensure_day (Making *making,
            guint   number)
{
  LanyardPlanDay *day = g_hash_table_lookup (making->by_day, GUINT_TO_POINTER (number));

  if (day != NULL)
    return day;
  day = g_new0 (LanyardPlanDay, 1);
  day->day = number;
  day->bounds = (LanyardStretch) { LANYARD_NO_TIME, LANYARD_NO_TIME };
  day->hours = day->bounds;
  day->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_plan_entry_unref);
  if (number != LANYARD_DAY_NONE)
    day->bounds = (LanyardStretch) {
      lanyard_zone_get_day_start (making->zone, number),
      lanyard_zone_get_day_start (making->zone, number + 1),
    };
  g_hash_table_insert (making->by_day, GUINT_TO_POINTER (number), day);
  g_ptr_array_add (making->days, day);
  return day;
}

/* Many that follow one another are on the same day: a zone is asked only where
 * a new one begins. */
static LanyardPlanDay *
ensure_day_at (Making *making,
               gint64  instant)
{
  if (making->last == NULL || instant < making->last->bounds.start || instant >= making->last->bounds.end)
    making->last = ensure_day (making, lanyard_zone_get_day (making->zone, instant));
  return making->last;
}

static LanyardPlanDay *
ensure_first_day (Making      *making,
                  LanyardItem *item)
{
  return lanyard_item_is_scheduled (item) ? ensure_day_at (making, lanyard_item_get_start (item))
                                          : ensure_day (making, LANYARD_DAY_NONE);
}

/* When @item, which begins on the day, ends on it. */
static gint64
end_on (LanyardPlanDay *day,
        LanyardItem    *item)
{
  gint64 end = lanyard_plan_item_get_end (item);

  return end < day->bounds.end + NIGHT ? end : day->bounds.end;
}

static void
extend_hours (Making    *making,
              GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardPlanDay *day;
      gint64 start;

      if (!lanyard_item_is_scheduled (items->pdata[i]) || lanyard_item_is_cancelled (items->pdata[i]))
        continue;
      start = lanyard_item_get_start (items->pdata[i]);
      day = ensure_day_at (making, start);
      day->hours.start = day->hours.start == LANYARD_NO_TIME ? start : MIN (day->hours.start, start);
      day->hours.end = MAX (day->hours.end, end_on (day, items->pdata[i]));
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  /* What has no time yet comes last. */
  guint left = (*(LanyardPlanDay **) a)->day - 1;
  guint right = (*(LanyardPlanDay **) b)->day - 1;

  return (left > right) - (left < right);
}

static void
add_entry (GPtrArray        *days,
           LanyardPlanEntry *entry)
{
  for (guint i = 0; i < days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (days, i);
      LanyardStretch stretch;

      if (lanyard_plan_day_begins (day, entry) || lanyard_plan_day_cut (day, entry, &stretch))
        g_ptr_array_add (day->entries, lanyard_plan_entry_ref (entry));
    }
}

/**
 * lanyard_plan_day_begins:
 * @self: a day
 * @entry: an entry of its plan
 *
 * Says whether @entry begins on the day, so that a list that has each entry
 * once has it there.
 *
 * Returns: %TRUE if it does, or has no time like the day
 */
gboolean
lanyard_plan_day_begins (LanyardPlanDay   *self,
                         LanyardPlanEntry *entry)
{
  gint64 start;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  if (!lanyard_item_is_scheduled (entry->item) || self->day == LANYARD_DAY_NONE)
    return !lanyard_item_is_scheduled (entry->item) && self->day == LANYARD_DAY_NONE;
  start = lanyard_item_get_start (entry->item);
  return start >= self->bounds.start && start < self->bounds.end;
}

/**
 * lanyard_plan_day_cut:
 * @self: a day
 * @entry: an entry of its plan
 * @stretch: (out): from when until when it runs on this day
 *
 * Cuts an entry at the day's edges. What ends in the night after the day is
 * not cut.
 *
 * Returns: %FALSE if it is not on the day
 */
gboolean
lanyard_plan_day_cut (LanyardPlanDay   *self,
                      LanyardPlanEntry *entry,
                      LanyardStretch   *stretch)
{
  gint64 start;
  gint64 end;

  g_return_val_if_fail (self != NULL && entry != NULL && stretch != NULL, FALSE);

  if (!lanyard_item_is_scheduled (entry->item) || self->day == LANYARD_DAY_NONE)
    return FALSE;
  start = lanyard_item_get_start (entry->item);
  end = lanyard_plan_item_get_end (entry->item);
  if (start >= self->bounds.end)
    return FALSE;
  if (start < self->bounds.start && (end <= self->bounds.start || end < self->bounds.start + NIGHT))
    return FALSE;
  *stretch = (LanyardStretch) { MAX (start, self->bounds.start), end_on (self, entry->item) };
  return TRUE;
}

/**
 * lanyard_plan_day_find_gaps:
 * @self: a day
 * @least: how many seconds a gap lasts at least
 *
 * Finds the free stretches of the day: between its entries and, at its ends,
 * those in which the conference has something.
 *
 * Returns: (transfer full) (element-type LanyardGap): the gaps in order of time
 */
GPtrArray *
lanyard_plan_day_find_gaps (LanyardPlanDay *self,
                            gint64          least)
{
  LanyardStretch open;

  g_return_val_if_fail (self != NULL, NULL);

  open = self->hours;
  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardPlanEntry *entry = self->entries->pdata[i];
      LanyardStretch stretch;

      if (entry->busy->len == 0 || !lanyard_plan_day_cut (self, entry, &stretch))
        continue;
      if (stretch.start > self->bounds.start || open.start == LANYARD_NO_TIME)
        open.start = open.start == LANYARD_NO_TIME ? stretch.start : MIN (open.start, stretch.start);
      open.end = MAX (open.end, stretch.end);
    }
  if (open.start == LANYARD_NO_TIME)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_gap_unref);
  return lanyard_gaps_find (self->entries, open.start, open.end, least);
}

/**
 * lanyard_plan_days_new:
 * @programmes: (element-type LanyardProgramme): the programmes of the conferences
 * @entries: (element-type LanyardPlanEntry): what is in the plans, in timetable order
 * @zone: in whose days it is divided
 *
 * Divides plans into days: those on which a programme or a plan has something
 * that begins. What has no time comes last, as %LANYARD_DAY_NONE.
 *
 * Returns: (transfer full) (element-type LanyardPlanDay): the days in order
 */
GPtrArray *
lanyard_plan_days_new (GPtrArray   *programmes,
                       GPtrArray   *entries,
                       LanyardZone *zone)
{
  g_autoptr (GHashTable) by_day = g_hash_table_new (NULL, NULL);
  GPtrArray *days = g_ptr_array_new_with_free_func (day_free);
  Making making = { zone, days, by_day, NULL };

  g_return_val_if_fail (programmes != NULL && entries != NULL && zone != NULL, days);

  for (guint i = 0; i < programmes->len; i++)
    {
      extend_hours (&making, lanyard_programme_get_blocks (programmes->pdata[i]));
      extend_hours (&making, lanyard_programme_get_talks (programmes->pdata[i]));
      extend_hours (&making, lanyard_programme_get_breaks (programmes->pdata[i]));
    }
  for (guint i = 0; i < entries->len; i++)
    ensure_first_day (&making, ((LanyardPlanEntry *) entries->pdata[i])->item);
  g_ptr_array_sort (days, compare_days);
  for (guint i = 0; i < entries->len; i++)
    add_entry (days, entries->pdata[i]);
  return days;
}
