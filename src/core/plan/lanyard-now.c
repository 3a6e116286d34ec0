/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs at an instant and what comes next, yours first. The programme and
 * the plan are looked through once; each instant is then one walk along a
 * sorted list. The window's page and the command line ask it. Any thread. */

#include "config.h"

#include "lanyard-day.h"
#include "lanyard-now.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
/* What has no end lasts until the room is needed, and no longer than this. */
#define LONGEST_GUESS HOUR
/* How much later than the first of them the others of "next" may begin. */
#define NEXT_HORIZON HOUR
/* A gap that is longer is no pause but a night. */
#define LONGEST_PAUSE (4 * HOUR)

struct _LanyardNow
{
  GPtrArray *entries; /* owned, of LanyardNowEntry, in timetable order */
};

static void
entry_free (gpointer data)
{
  LanyardNowEntry *entry = data;

  g_object_unref (entry->item);
  g_free (entry);
}

static void
add_entry (LanyardNow  *self,
           LanyardItem *item,
           LanyardPlan *plan)
{
  LanyardNowEntry *entry = g_new0 (LanyardNowEntry, 1);

  entry->item = g_object_ref (item);
  entry->start = lanyard_item_get_start (item);
  entry->end = lanyard_item_get_end (item);
  entry->has_end = entry->end > entry->start;
  if (lanyard_item_get_kind (item) != LANYARD_KIND_BLOCK)
    entry->level = lanyard_plan_get_level (plan, lanyard_item_get_kind (item), lanyard_item_get_key (item));
  entry->covered = lanyard_plan_covers (plan, item);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
is_same_room (LanyardItem *a,
              LanyardItem *b)
{
  LanyardRoom *room = lanyard_item_get_room (a);
  LanyardRoom *other = lanyard_item_get_room (b);

  return room != NULL && other != NULL && g_str_equal (lanyard_room_get_name (room), lanyard_room_get_name (other));
}

static void
guess_end (LanyardNow *self,
           guint       position)
{
  LanyardNowEntry *entry = g_ptr_array_index (self->entries, position);
  guint duration = 0;

  if (LANYARD_IS_TALK (entry->item))
    duration = lanyard_talk_get_fields (LANYARD_TALK (entry->item))->duration;
  if (duration > 0)
    {
      entry->end = entry->start + duration;
      entry->has_end = TRUE;
      return;
    }

  entry->end = entry->start + LONGEST_GUESS;
  for (guint i = position + 1; i < self->entries->len; i++)
    {
      const LanyardNowEntry *later = g_ptr_array_index (self->entries, i);

      if (later->start >= entry->end)
        return;
      if (later->start > entry->start && is_same_room (entry->item, later->item))
        entry->end = later->start;
    }
}

/* What is cancelled is of interest only to who wanted to go. */
static gboolean
is_of_interest (LanyardItem   *item,
                LanyardPlan   *plan,
                LanyardFilter *hidden)
{
  if (!lanyard_item_is_scheduled (item) || (hidden != NULL && lanyard_filter_hides (hidden, item)))
    return FALSE;
  if (!lanyard_item_is_cancelled (item) || lanyard_plan_covers (plan, item))
    return TRUE;
  return lanyard_item_get_kind (item) != LANYARD_KIND_BLOCK &&
         lanyard_level_is_picked (lanyard_plan_get_level (plan, lanyard_item_get_kind (item), lanyard_item_get_key (item)));
}

/* 2 for what is picked itself, 1 for what belongs to a picked session. */
static int
rank (const LanyardNowEntry *entry)
{
  if (entry->level != LANYARD_LEVEL_NONE)
    return 2;
  return entry->covered ? 1 : 0;
}

static int
compare_for_you (gconstpointer a,
                 gconstpointer b)
{
  const LanyardNowEntry *left = *(LanyardNowEntry **) a;
  const LanyardNowEntry *right = *(LanyardNowEntry **) b;
  int order = rank (right) - rank (left);

  return order != 0 ? order : lanyard_item_compare (left->item, right->item);
}

static gboolean
takes_place (const LanyardNowEntry *entry)
{
  return !lanyard_item_is_cancelled (entry->item);
}

/* Goes along the list once: what runs, when it last ended and next begins. */
static void
find_running (LanyardNow    *self,
              LanyardMoment *moment)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardNowEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->start > moment->instant)
        {
          if (!takes_place (entry))
            continue;
          moment->next_start = entry->start;
          return;
        }
      if (entry->end > moment->instant)
        g_ptr_array_add (moment->running, entry);
      else if (takes_place (entry))
        moment->previous_end = MAX (moment->previous_end, entry->end);
    }
}

/* The first of each room and those that begin with it; likewise the first of
 * what has no room: a break of all of them, a walk through the town. */
static gboolean
is_first_in_room (GHashTable            *firsts,
                  const LanyardNowEntry *entry)
{
  LanyardRoom *room = lanyard_item_get_room (entry->item);
  const char *name = room != NULL ? lanyard_room_get_name (room) : "";
  const LanyardNowEntry *first = g_hash_table_lookup (firsts, name);

  if (first != NULL)
    return first->start == entry->start;
  g_hash_table_insert (firsts, (gpointer) name, (gpointer) entry);
  return TRUE;
}

static void
find_next (LanyardNow    *self,
           LanyardMoment *moment)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 next_of_plan = LANYARD_NO_TIME;

  for (guint i = 0; i < self->entries->len; i++)
    {
      LanyardNowEntry *entry = g_ptr_array_index (self->entries, i);
      gboolean is_next;

      if (entry->start <= moment->instant)
        continue;
      is_next = moment->next_start != LANYARD_NO_TIME && entry->start <= moment->next_start + NEXT_HORIZON &&
                is_first_in_room (firsts, entry);
      if (is_next)
        g_ptr_array_add (moment->next, entry);
      if (rank (entry) == 0 || (next_of_plan != LANYARD_NO_TIME && entry->start > next_of_plan))
        continue;
      next_of_plan = entry->start;
      if (!is_next)
        g_ptr_array_add (moment->next_of_plan, entry);
    }
}

static gboolean
is_anything_on (GPtrArray *running)
{
  for (guint i = 0; i < running->len; i++)
    if (takes_place (g_ptr_array_index (running, i)))
      return TRUE;
  return FALSE;
}

static LanyardMomentPhase
find_phase (const LanyardMoment *moment)
{
  if (is_anything_on (moment->running))
    return LANYARD_MOMENT_DURING;
  if (moment->next_start == LANYARD_NO_TIME)
    return moment->previous_end == LANYARD_NO_TIME ? LANYARD_MOMENT_UNSCHEDULED : LANYARD_MOMENT_AFTER;
  if (moment->previous_end == LANYARD_NO_TIME)
    return LANYARD_MOMENT_BEFORE;
  if (moment->next_start - moment->previous_end <= LONGEST_PAUSE)
    return LANYARD_MOMENT_PAUSE;
  return LANYARD_MOMENT_BETWEEN;
}

/**
 * lanyard_now_new:
 * @programme: a programme
 * @plan: the plan made of it
 * @hidden: (nullable): what somebody does not want to see
 *
 * Makes a programme ready to be asked what runs: its talks and breaks, and the
 * blocks that hold no talks. A break of all rooms is one; what is cancelled is
 * left out unless it is picked.
 *
 * Returns: (transfer full): what is to be asked
 */
LanyardNow *
lanyard_now_new (LanyardProgramme *programme,
                 LanyardPlan      *plan,
                 LanyardFilter    *hidden)
{
  g_autoptr (LanyardZone) utc = lanyard_zone_new_utc ();
  g_autoptr (GPtrArray) days = NULL;
  LanyardNow *self;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (LANYARD_IS_PLAN (plan), NULL);

  self = g_new0 (LanyardNow, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  days = lanyard_programme_dup_days (programme, utc);
  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (days, i);

      for (guint j = 0; j < day->items->len; j++)
        if (is_of_interest (g_ptr_array_index (day->items, j), plan, hidden))
          add_entry (self, g_ptr_array_index (day->items, j), plan);
    }
  for (guint i = 0; i < self->entries->len; i++)
    if (!((LanyardNowEntry *) g_ptr_array_index (self->entries, i))->has_end)
      guess_end (self, i);
  return self;
}

/**
 * lanyard_now_free:
 * @self: what was to be asked
 *
 * Frees it, with the entries that moments of it have.
 */
void
lanyard_now_free (LanyardNow *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/**
 * lanyard_now_dup_moment:
 * @self: what is to be asked
 * @instant: when, UTC seconds
 *
 * Says what there is at an instant. What begins at it runs, what ends at it
 * does not.
 *
 * Returns: (transfer full): a moment, of entries that live as long as @self
 */
LanyardMoment *
lanyard_now_dup_moment (LanyardNow *self,
                        gint64      instant)
{
  LanyardMoment *moment;

  g_return_val_if_fail (self != NULL, NULL);

  moment = g_new0 (LanyardMoment, 1);
  moment->instant = instant;
  moment->running = g_ptr_array_new ();
  moment->next = g_ptr_array_new ();
  moment->next_of_plan = g_ptr_array_new ();
  moment->previous_end = LANYARD_NO_TIME;
  moment->next_start = LANYARD_NO_TIME;
  find_running (self, moment);
  find_next (self, moment);
  g_ptr_array_sort (moment->running, compare_for_you);
  g_ptr_array_sort (moment->next, compare_for_you);
  g_ptr_array_sort (moment->next_of_plan, compare_for_you);
  moment->phase = find_phase (moment);
  return moment;
}

/**
 * lanyard_now_get_entries:
 * @self: what is to be asked
 *
 * Gets everything that has a time.
 *
 * Returns: (transfer none) (element-type LanyardNowEntry): the entries, in timetable order
 */
GPtrArray *
lanyard_now_get_entries (LanyardNow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

/**
 * lanyard_now_entry_is_yours:
 * @entry: an entry
 *
 * Says whether it, or the session it belongs to, is picked.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_now_entry_is_yours (const LanyardNowEntry *entry)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  return rank (entry) > 0;
}

/**
 * lanyard_moment_free:
 * @self: a moment
 *
 * Frees it, not its entries.
 */
void
lanyard_moment_free (LanyardMoment *self)
{
  g_clear_pointer (&self->running, g_ptr_array_unref);
  g_clear_pointer (&self->next, g_ptr_array_unref);
  g_clear_pointer (&self->next_of_plan, g_ptr_array_unref);
  g_free (self);
}

/**
 * lanyard_plan_is_running:
 * @plan: a plan
 * @instant: when, UTC seconds
 *
 * Says whether something of a plan runs, without looking at anything else.
 *
 * Returns: %TRUE if at least one entry asks for somebody then
 */
gboolean
lanyard_plan_is_running (LanyardPlan *plan,
                         gint64       instant)
{
  GPtrArray *entries;

  g_return_val_if_fail (LANYARD_IS_PLAN (plan), FALSE);

  entries = lanyard_plan_get_entries (plan);
  for (guint i = 0; i < entries->len; i++)
    if (lanyard_plan_entry_is_busy (g_ptr_array_index (entries, i), instant, instant))
      return TRUE;
  return FALSE;
}
