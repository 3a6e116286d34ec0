/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of the plan shows: the plan of the open conference, or those of
 * all conferences put together, as the settings say; its days, its conflicts
 * and what fits into it. All of it is found anew after a change, when it is
 * asked for. Made by the page; its dialogs follow it. Main thread. */

#include "config.h"

#include "lanyard-other-plans.h"
#include "lanyard-shown-plan.h"

struct _LanyardShownPlan
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  GSettings *settings;         /* owned */
  LanyardOtherPlans *others;   /* owned, NULL unless all conferences are shown */
  GPtrArray *entries;          /* owned, nullable until asked for, of LanyardPlanEntry */
  GPtrArray *days;             /* owned, nullable until asked for, of LanyardPlanDay */
  LanyardFits *fits;           /* owned, nullable until asked for: of the open conference */
  GPtrArray *conflicts;        /* owned, nullable until asked for, of LanyardConflict */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardShownPlan, lanyard_shown_plan, G_TYPE_OBJECT)

static void
forget (LanyardShownPlan *self)
{
  g_clear_pointer (&self->fits, lanyard_fits_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
}

static void
changed_cb (LanyardShownPlan *self)
{
  g_assert (LANYARD_IS_SHOWN_PLAN (self));

  forget (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
follow_setting_cb (LanyardShownPlan *self)
{
  gboolean all = g_settings_get_boolean (self->settings, "plan-all-conferences");

  g_assert (LANYARD_IS_SHOWN_PLAN (self));

  if (all == (self->others != NULL))
    return;
  if (self->others != NULL)
    g_signal_handlers_disconnect_by_data (self->others, self);
  g_clear_object (&self->others);
  if (all)
    {
      self->others = lanyard_other_plans_new (self->open);
      g_signal_connect_object (self->others, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

/* That of the open conference first. */
static GPtrArray *
dup_plans (LanyardShownPlan *self)
{
  GPtrArray *plans = g_ptr_array_new ();
  GPtrArray *others = self->others != NULL ? lanyard_other_plans_get (self->others) : NULL;

  if (lanyard_open_conference_get_plan (self->open) != NULL)
    g_ptr_array_add (plans, lanyard_open_conference_get_plan (self->open));
  for (guint i = 0; others != NULL && i < others->len; i++)
    g_ptr_array_add (plans, g_ptr_array_index (others, i));
  return plans;
}

static gint64
get_room_change (LanyardShownPlan *self)
{
  return (gint64) g_settings_get_int (self->settings, "room-change-minutes") * 60;
}

static void
lanyard_shown_plan_dispose (GObject *object)
{
  LanyardShownPlan *self = LANYARD_SHOWN_PLAN (object);

  forget (self);
  g_clear_object (&self->others);
  g_clear_object (&self->settings);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_shown_plan_parent_class)->dispose (object);
}

static void
lanyard_shown_plan_class_init (LanyardShownPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_shown_plan_dispose;

  /**
   * LanyardShownPlan::changed:
   * @self: the plan
   *
   * There are other entries, days or conflicts.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
lanyard_shown_plan_init (LanyardShownPlan *self)
{
  self->settings = g_settings_new (APP_ID);
}

/**
 * lanyard_shown_plan_new:
 * @open: the conference that the window shows
 *
 * Makes what the page of the plan shows.
 *
 * Returns: (transfer full): the plan
 */
LanyardShownPlan *
lanyard_shown_plan_new (LanyardOpenConference *open)
{
  LanyardShownPlan *self = g_object_new (LANYARD_TYPE_SHOWN_PLAN, NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (self->settings, "changed::plan-all-conferences", G_CALLBACK (follow_setting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::room-change-minutes", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  follow_setting_cb (self);
  return self;
}

/**
 * lanyard_shown_plan_get_open:
 * @self: a plan
 *
 * Gets the conference that the window shows.
 *
 * Returns: (transfer none): the conference
 */
LanyardOpenConference *
lanyard_shown_plan_get_open (LanyardShownPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (self), NULL);

  return self->open;
}

/**
 * lanyard_shown_plan_get_entries:
 * @self: a plan
 *
 * Gets all entries.
 *
 * Returns: (transfer none) (element-type LanyardPlanEntry): in timetable order
 */
GPtrArray *
lanyard_shown_plan_get_entries (LanyardShownPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (self), NULL);

  if (self->entries == NULL)
    {
      g_autoptr (GPtrArray) plans = dup_plans (self);

      self->entries = lanyard_plans_dup_entries (plans);
    }
  return self->entries;
}

/**
 * lanyard_shown_plan_get_days:
 * @self: a plan
 *
 * Gets its days: those of the programme of the open conference, and those on
 * which there is an entry.
 *
 * Returns: (transfer none) (element-type LanyardPlanDay): in order
 */
GPtrArray *
lanyard_shown_plan_get_days (LanyardShownPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (self), NULL);

  if (self->days == NULL)
    {
      g_autoptr (GPtrArray) programmes = g_ptr_array_new ();

      if (lanyard_open_conference_get_programme (self->open) != NULL)
        g_ptr_array_add (programmes, lanyard_open_conference_get_programme (self->open));
      self->days = lanyard_plan_days_new (programmes, lanyard_shown_plan_get_entries (self),
                                          lanyard_open_conference_get_zone (self->open));
    }
  return self->days;
}

/**
 * lanyard_shown_plan_get_conflicts:
 * @self: a plan
 *
 * Gets its conflicts, also between conferences.
 *
 * Returns: (transfer none) (element-type LanyardConflict): in order of time
 */
GPtrArray *
lanyard_shown_plan_get_conflicts (LanyardShownPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (self), NULL);

  if (self->conflicts == NULL)
    self->conflicts = lanyard_conflicts_find (lanyard_shown_plan_get_entries (self), get_room_change (self));
  return self->conflicts;
}

/* What fits a gap and is in the stretch. */
static void
add_fits (LanyardShownPlan *self,
          LanyardGap       *gap,
          LanyardStretch    stretch,
          GPtrArray        *found)
{
  g_autoptr (GPtrArray) fits = NULL;

  if (gap->start >= stretch.end || gap->end <= stretch.start)
    return;
  fits = lanyard_fits_dup_for_gap (self->fits, gap, get_room_change (self));
  for (guint i = 0; i < fits->len; i++)
    {
      LanyardFit *fit = g_ptr_array_index (fits, i);

      if (lanyard_item_get_start (fit->item) >= stretch.start && lanyard_item_get_end (fit->item) <= stretch.end)
        g_ptr_array_add (found, lanyard_fit_ref (fit));
    }
}

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  return lanyard_fit_compare (*(LanyardFit **) a, *(LanyardFit **) b);
}

/**
 * lanyard_shown_plan_dup_fits:
 * @self: a plan
 * @start: when a stretch of time begins, UTC seconds
 * @end: when it ends, UTC seconds
 *
 * Finds what of the open conference fits into what is free of a stretch.
 *
 * Returns: (transfer full) (element-type LanyardFit): the best first; empty if
 *   one is not free any more
 */
GPtrArray *
lanyard_shown_plan_dup_fits (LanyardShownPlan *self,
                             gint64            start,
                             gint64            end)
{
  LanyardPlan *plan;
  GPtrArray *found;
  GPtrArray *days;

  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (self), NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_fit_unref);
  plan = lanyard_open_conference_get_plan (self->open);
  if (plan == NULL)
    return found;
  if (self->fits == NULL)
    self->fits = lanyard_fits_new (plan, lanyard_open_conference_get_hidden (self->open));
  days = lanyard_shown_plan_get_days (self);
  for (guint i = 0; i < days->len; i++)
    {
      g_autoptr (GPtrArray) gaps = lanyard_plan_day_find_gaps (g_ptr_array_index (days, i), LANYARD_GAP_LEAST);

      for (guint j = 0; j < gaps->len; j++)
        {
          LanyardGap *gap = g_ptr_array_index (gaps, j);

          add_fits (self, gap, (LanyardStretch) { start, end }, found);
          /* A night may be part of two days. */
          start = MAX (start, gap->end);
        }
    }
  g_ptr_array_sort (found, compare_fits);
  return found;
}

/**
 * lanyard_shown_plan_find_entry:
 * @self: a plan
 * @uuid: a conference
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Finds an entry.
 *
 * Returns: (transfer none) (nullable): the entry
 */
LanyardPlanEntry *
lanyard_shown_plan_find_entry (LanyardShownPlan *self,
                               const char       *uuid,
                               LanyardKind       kind,
                               const char       *key)
{
  GPtrArray *entries = lanyard_shown_plan_get_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardPlanEntry *entry = g_ptr_array_index (entries, i);

      if (lanyard_item_get_kind (entry->item) == kind && g_str_equal (lanyard_item_get_key (entry->item), key) &&
          g_strcmp0 (lanyard_conference_get_uuid (entry->conference), uuid) == 0)
        return entry;
    }
  return NULL;
}
