/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which items somebody wants to see, or wants hidden for good: an immutable
 * value, changed by making another one. How it is written down and what there
 * is to filter by is in the files beside this one.
 * Used by the window's pages and the command line; any thread. */

#include "config.h"

#include "lanyard-filter-private.h"

#define MINUTES_OF_DAY (24 * 60)

G_DEFINE_BOXED_TYPE (LanyardFilter, lanyard_filter, lanyard_filter_ref, lanyard_filter_unref)

static void
filter_clear (gpointer data)
{
  LanyardFilter *self = data;

  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
}

/* Private: another one with the same in it, to be changed before anybody has it. */
LanyardFilter *
lanyard_filter_copy (LanyardFilter *self)
{
  LanyardFilter *copy = lanyard_filter_new ();

  *copy = *self;
  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    copy->values[i] = g_strdupv (self->values[i]);
  return copy;
}

static gboolean
contains (GStrv       values,
          const char *value)
{
  return values != NULL && g_strv_contains ((const char * const *) values, value);
}

/* Whether both have the same values, in whatever order; neither has one twice. */
static gboolean
are_same_values (GStrv a,
                 GStrv b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (g_strv_length (a) != g_strv_length (b))
    return FALSE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!contains (b, a[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_any_value (LanyardFilter      *self,
               LanyardItem        *item,
               LanyardFilterField  field)
{
  const char *single[2];
  const char * const *values = lanyard_filter_list_item_values (item, field, single);

  for (guint i = 0; values[i] != NULL; i++)
    if (contains (self->values[field], values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_still_to_come (LanyardItem *item,
                  gint64       now)
{
  gint64 end = lanyard_item_get_end (item);

  if (!lanyard_item_is_scheduled (item))
    return TRUE;
  return (end != LANYARD_NO_TIME ? end : lanyard_item_get_start (item)) > now;
}

static gboolean
begins_within_hours (LanyardFilter *self,
                     LanyardItem   *item,
                     LanyardZone   *zone)
{
  gint64 start = lanyard_item_get_start (item);
  gint64 minute;

  if (!lanyard_item_is_scheduled (item))
    return FALSE;

  minute = (start + lanyard_zone_get_offset (zone, start)) / 60 % MINUTES_OF_DAY;
  if (minute < 0)
    minute += MINUTES_OF_DAY;
  if (self->from_minute < self->until_minute)
    return minute >= self->from_minute && minute < self->until_minute;
  return minute >= self->from_minute || minute < self->until_minute;
}

/**
 * lanyard_filter_new:
 *
 * Makes an empty filter, which keeps everything and hides nothing.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_new (void)
{
  return g_atomic_rc_box_new0 (LanyardFilter);
}

/**
 * lanyard_filter_ref:
 * @self: a filter
 *
 * Keeps a filter.
 *
 * Returns: (transfer full): @self
 */
LanyardFilter *
lanyard_filter_ref (LanyardFilter *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_filter_unref:
 * @self: (transfer full): a filter
 *
 * Lets a filter go.
 */
void
lanyard_filter_unref (LanyardFilter *self)
{
  g_atomic_rc_box_release_full (self, filter_clear);
}

/**
 * lanyard_filter_equal:
 * @self: a filter
 * @other: another one
 *
 * Compares two filters; the order in which values were chosen does not matter.
 *
 * Returns: whether they mean the same
 */
gboolean
lanyard_filter_equal (LanyardFilter *self,
                      LanyardFilter *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (!are_same_values (self->values[i], other->values[i]))
      return FALSE;
  return self->only_picks == other->only_picks && self->decided == other->decided && self->still_to_come == other->still_to_come &&
         self->from_minute == other->from_minute && self->until_minute == other->until_minute;
}

/**
 * lanyard_filter_is_empty:
 * @self: a filter
 *
 * Says whether it keeps everything.
 *
 * Returns: %TRUE if it does
 */
gboolean
lanyard_filter_is_empty (LanyardFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (self->values[i] != NULL)
      return FALSE;
  return !self->only_picks && self->decided == LANYARD_FILTER_DECIDED_NOTHING && !self->still_to_come && self->from_minute == self->until_minute;
}

/**
 * lanyard_filter_with_value:
 * @self: a filter
 * @field: what the value is of
 * @value: a value
 * @wanted: whether to add or to take it away
 *
 * Makes a filter with one value more or less.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_with_value (LanyardFilter      *self,
                           LanyardFilterField  field,
                           const char         *value,
                           gboolean            wanted)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  LanyardFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if (lanyard_filter_has_value (self, field, value) == !!wanted)
    return lanyard_filter_ref (self);

  for (guint i = 0; self->values[field] != NULL && self->values[field][i] != NULL; i++)
    if (!g_str_equal (self->values[field][i], value))
      g_strv_builder_add (values, self->values[field][i]);
  if (wanted)
    g_strv_builder_add (values, value);

  copy = lanyard_filter_copy (self);
  g_strfreev (copy->values[field]);
  copy->values[field] = g_strv_builder_end (values);
  if (*copy->values[field] == NULL)
    g_clear_pointer (&copy->values[field], g_strfreev);
  return copy;
}

/**
 * lanyard_filter_has_value:
 * @self: a filter
 * @field: what the value is of
 * @value: a value
 *
 * Says whether a value is chosen.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_filter_has_value (LanyardFilter      *self,
                          LanyardFilterField  field,
                          const char         *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field < LANYARD_N_FILTER_FIELDS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  return contains (self->values[field], value);
}

/**
 * lanyard_filter_get_values:
 * @self: a filter
 * @field: a field
 *
 * Gets what is chosen of one field, in the order in which it was chosen. None
 * means that the field does not matter.
 *
 * Returns: (transfer none) (array zero-terminated=1): the values
 */
const char * const *
lanyard_filter_get_values (LanyardFilter      *self,
                           LanyardFilterField  field)
{
  static const char *const nothing[] = { NULL };

  g_return_val_if_fail (self != NULL, nothing);
  g_return_val_if_fail (field < LANYARD_N_FILTER_FIELDS, nothing);

  return self->values[field] != NULL ? (const char * const *) self->values[field] : nothing;
}

/**
 * lanyard_filter_with_picks:
 * @self: a filter
 * @only_picks: whether only what is picked
 *
 * Makes a filter that keeps only what is picked, itself or as part of a
 * session, or no longer.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_with_picks (LanyardFilter *self,
                           gboolean       only_picks)
{
  LanyardFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lanyard_filter_copy (self);
  copy->only_picks = !!only_picks;
  return copy;
}

/**
 * lanyard_filter_get_picks:
 * @self: a filter
 *
 * Says whether only what is picked is kept.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_filter_get_picks (LanyardFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->only_picks;
}

/**
 * lanyard_filter_with_still_to_come:
 * @self: a filter
 * @still_to_come: whether only what is not over
 *
 * Makes a filter that keeps only what runs, is to come or has no time yet, or
 * no longer.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_with_still_to_come (LanyardFilter *self,
                                   gboolean       still_to_come)
{
  LanyardFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lanyard_filter_copy (self);
  copy->still_to_come = !!still_to_come;
  return copy;
}

/**
 * lanyard_filter_get_still_to_come:
 * @self: a filter
 *
 * Says whether only what is not over is kept.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_filter_get_still_to_come (LanyardFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->still_to_come;
}

/**
 * lanyard_filter_with_hours:
 * @self: a filter
 * @from_minute: a minute of the day, 0 to 1439
 * @until_minute: a minute of the day, 1 to 1440; before @from_minute it is the
 *   next day's, and the same as @from_minute means all day
 *
 * Makes a filter that keeps only what begins in these hours of any day, in the
 * zone that is shown. Hours that are none mean all day, too.
 *
 * Returns: (transfer full): a filter
 */
LanyardFilter *
lanyard_filter_with_hours (LanyardFilter *self,
                           int            from_minute,
                           int            until_minute)
{
  LanyardFilter *copy;
  gboolean is_sane = from_minute >= 0 && from_minute < MINUTES_OF_DAY && until_minute >= 0 &&
                     until_minute <= MINUTES_OF_DAY && from_minute != until_minute % MINUTES_OF_DAY;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lanyard_filter_copy (self);
  copy->from_minute = is_sane ? from_minute : 0;
  copy->until_minute = is_sane ? until_minute : 0;
  return copy;
}

/**
 * lanyard_filter_get_hours:
 * @self: a filter
 * @from_minute: (out) (optional): the minute of the day with which they begin
 * @until_minute: (out) (optional): the one before which they end; less than
 *   @from_minute where they last past midnight
 *
 * Gets the hours in which what is kept begins.
 *
 * Returns: whether only some hours of the day are kept
 */
gboolean
lanyard_filter_get_hours (LanyardFilter *self,
                          int           *from_minute,
                          int           *until_minute)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (from_minute != NULL)
    *from_minute = self->from_minute;
  if (until_minute != NULL)
    *until_minute = self->until_minute;
  return self->from_minute != self->until_minute;
}

/**
 * lanyard_filter_matches:
 * @self: a filter
 * @item: a talk, a block or a break
 * @plan: (nullable): what is decided; with %NULL nothing is
 * @zone: in which zone the hours are
 * @now: UTC seconds
 *
 * Says whether the filter keeps an item. Blocks and breaks have no type,
 * language and keywords, so that whoever asks for one sees none of them.
 *
 * Returns: %TRUE if it does
 */
gboolean
lanyard_filter_matches (LanyardFilter *self,
                        LanyardItem   *item,
                        LanyardPlan   *plan,
                        LanyardZone   *zone,
                        gint64         now)
{
  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (self->values[i] != NULL && !has_any_value (self, item, i))
      return FALSE;
  return (!self->only_picks || lanyard_filter_is_picked (item, plan)) &&
         (self->decided == LANYARD_FILTER_DECIDED_NOTHING || lanyard_filter_is_decided (self, item, plan)) &&
         (!self->still_to_come || is_still_to_come (item, now)) &&
         (self->from_minute == self->until_minute || begins_within_hours (self, item, zone));
}

/**
 * lanyard_filter_hides:
 * @self: what is hidden for good
 * @item: a talk, a block or a break
 *
 * Says whether an item has any of the values. Picks and times hide nothing.
 *
 * Returns: %TRUE if it has
 */
gboolean
lanyard_filter_hides (LanyardFilter *self,
                      LanyardItem   *item)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (LANYARD_IS_ITEM (item), FALSE);

  for (guint i = 0; i < LANYARD_N_FILTER_FIELDS; i++)
    if (self->values[i] != NULL && has_any_value (self, item, i))
      return TRUE;
  return FALSE;
}
