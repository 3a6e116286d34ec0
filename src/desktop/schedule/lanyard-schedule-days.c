/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a programme's days the schedule shows: not what is hidden, and only
 * what the filter keeps; where among it the present is. Main thread. */

#include "config.h"

#include "lanyard-schedule-days.h"

#define NO_TIME_NAME "no-time"

typedef struct
{
  LanyardFilter *filter;      /* borrowed */
  LanyardFilter *without_room; /* owned: the same for what happens in all rooms */
  LanyardFilter *hidden;      /* borrowed */
  LanyardPlan *plan;          /* borrowed, nullable */
  LanyardZone *zone;          /* borrowed */
  gint64 now;
} Sieve;

static void
sieve_clear (Sieve *sieve)
{
  lanyard_filter_unref (sieve->without_room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sieve, sieve_clear)

static LanyardFilter *
dup_without_room (LanyardFilter *filter)
{
  LanyardFilter *rest = lanyard_filter_ref (filter);
  const char *const *rooms;

  while (*(rooms = lanyard_filter_get_values (rest, LANYARD_FILTER_ROOM)) != NULL)
    {
      g_autoptr (LanyardFilter) before = rest;

      rest = lanyard_filter_with_value (before, LANYARD_FILTER_ROOM, rooms[0], FALSE);
    }
  return rest;
}

static void
sieve_init (Sieve                 *sieve,
            LanyardOpenConference *open)
{
  sieve->filter = lanyard_open_conference_get_filter (open);
  sieve->without_room = dup_without_room (sieve->filter);
  sieve->hidden = lanyard_open_conference_get_hidden (open);
  sieve->plan = lanyard_open_conference_get_plan (open);
  sieve->zone = lanyard_open_conference_get_zone (open);
  sieve->now = lanyard_open_conference_get_now (open);
}

/* A break without a room is in every room. */
static gboolean
is_shown (Sieve       *sieve,
          LanyardItem *item)
{
  gboolean everywhere = LANYARD_IS_BREAK (item) && lanyard_item_get_room (item) == NULL;

  return !lanyard_filter_hides (sieve->hidden, item) &&
         lanyard_filter_matches (everywhere ? sieve->without_room : sieve->filter, item, sieve->plan, sieve->zone,
                                 sieve->now);
}

static void
add_shown (GPtrArray             *shown,
           GPtrArray             *items,
           LanyardOpenConference *open)
{
  g_auto (Sieve) sieve = { 0 };

  sieve_init (&sieve, open);
  for (guint i = 0; i < items->len; i++)
    if (is_shown (&sieve, g_ptr_array_index (items, i)))
      g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (items, i)));
}

/**
 * lanyard_day_dup_shown:
 * @day: a day
 * @open: the conference that has it
 *
 * Lists what of a day is neither hidden nor filtered away.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items, in timetable order
 */
GPtrArray *
lanyard_day_dup_shown (const LanyardDay      *day,
                       LanyardOpenConference *open)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_shown (items, day->items, open);
  return items;
}

/**
 * lanyard_day_dup_drawn:
 * @day: a day
 * @days: (element-type LanyardDay): all days
 * @open: the conference that has them
 *
 * Lists the same, after what is shown of what began before and lasts into the
 * day.
 *
 * Returns: (transfer full) (element-type LanyardItem): the items, in timetable order
 */
GPtrArray *
lanyard_day_dup_drawn (const LanyardDay      *day,
                       GPtrArray             *days,
                       LanyardOpenConference *open)
{
  g_autoptr (GPtrArray) lasting = lanyard_days_dup_lasting (days, lanyard_open_conference_get_zone (open), day->day);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_shown (items, lasting, open);
  add_shown (items, day->items, open);
  return items;
}

/**
 * lanyard_days_show_item:
 * @open: the conference
 * @item: a talk, a block or a break of it
 *
 * Says whether an item is neither hidden nor filtered away.
 *
 * Returns: %TRUE if it is on its day
 */
gboolean
lanyard_days_show_item (LanyardOpenConference *open,
                        LanyardItem           *item)
{
  g_auto (Sieve) sieve = { 0 };

  sieve_init (&sieve, open);
  return is_shown (&sieve, item);
}

/* Of what runs, the first of what began last: what began before is right above
 * it, what comes next right below. */
static gboolean
is_better (LanyardItem *item,
           LanyardItem *best,
           gint64       now)
{
  gint64 start = lanyard_item_get_start (item);
  gboolean runs = start <= now && lanyard_item_get_end (item) > now;
  gboolean best_runs;

  if (best == NULL)
    return TRUE;
  best_runs = lanyard_item_get_start (best) <= now && lanyard_item_get_end (best) > now;
  if (runs || best_runs)
    return runs && (!best_runs || start > lanyard_item_get_start (best));
  if (lanyard_item_get_start (best) > now)
    return FALSE;
  return start > lanyard_item_get_start (best);
}

/**
 * lanyard_days_find_now:
 * @days: (element-type LanyardDay): the days of a programme
 * @open: the conference that has them
 * @day: (out): on which day it is
 *
 * Finds what is shown of now: what runs, else what comes next, else what came
 * last.
 *
 * Returns: (transfer none) (nullable): an item, %NULL if nothing is shown that
 *   has a time
 */
LanyardItem *
lanyard_days_find_now (GPtrArray             *days,
                       LanyardOpenConference *open,
                       guint                 *day)
{
  LanyardItem *best = NULL;
  g_auto (Sieve) sieve = { 0 };

  sieve_init (&sieve, open);
  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *one = g_ptr_array_index (days, i);

      for (guint j = 0; one->day != LANYARD_DAY_NONE && j < one->items->len; j++)
        {
          LanyardItem *item = g_ptr_array_index (one->items, j);

          if (!is_shown (&sieve, item) || !is_better (item, best, sieve.now))
            continue;
          best = item;
          *day = one->day;
        }
    }
  return best;
}

/**
 * lanyard_days_find_other:
 * @days: (element-type LanyardDay): the days of a programme
 * @open: the conference that has them
 * @day: (inout): a day; then the next after it on which something is shown,
 *   beginning again with the first
 *
 * Finds a day on which the filter leaves something.
 *
 * Returns: whether there is one
 */
gboolean
lanyard_days_find_other (GPtrArray             *days,
                         LanyardOpenConference *open,
                         guint                 *day)
{
  guint position = 0;
  g_auto (Sieve) sieve = { 0 };

  sieve_init (&sieve, open);
  while (position < days->len && ((LanyardDay *) g_ptr_array_index (days, position))->day != *day)
    position++;
  for (guint i = 1; i <= days->len; i++)
    {
      const LanyardDay *other = g_ptr_array_index (days, (position + i) % days->len);

      for (guint j = 0; j < other->items->len; j++)
        if (is_shown (&sieve, g_ptr_array_index (other->items, j)))
          {
            *day = other->day;
            return TRUE;
          }
    }
  return FALSE;
}

/**
 * lanyard_day_dup_name:
 * @day: a Julian day number or %LANYARD_DAY_NONE
 *
 * Writes down a day, so that it can be shown again at the next start.
 *
 * Returns: (transfer full): "2026-10-05" or a name for talks without a time
 */
char *
lanyard_day_dup_name (guint day)
{
  GDate date;

  if (day == LANYARD_DAY_NONE)
    return g_strdup (NO_TIME_NAME);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02u-%02d", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * lanyard_days_find:
 * @days: (element-type LanyardDay): the days of a programme
 * @number: a Julian day number or %LANYARD_DAY_NONE
 *
 * Finds a day.
 *
 * Returns: (transfer none) (nullable): the day
 */
const LanyardDay *
lanyard_days_find (GPtrArray *days,
                   guint      number)
{
  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (days, i);

      if (day->day == number)
        return day;
    }
  return NULL;
}

/**
 * lanyard_days_find_named:
 * @days: (element-type LanyardDay): the days of a programme
 * @name: (nullable): what lanyard_day_dup_name() gave
 *
 * Finds a day by its name.
 *
 * Returns: (transfer none) (nullable): the day
 */
const LanyardDay *
lanyard_days_find_named (GPtrArray  *days,
                         const char *name)
{
  for (guint i = 0; name != NULL && i < days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (days, i);
      g_autofree char *its_name = lanyard_day_dup_name (day->day);

      if (g_str_equal (its_name, name))
        return day;
    }
  return NULL;
}
