/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plans of all conferences but the one that the window shows, read from the
 * store when somebody wants to see all in one, and again when they change. Made
 * by the page of the plan. Main thread. */

#include "config.h"

#include "lanyard-other-plans.h"

struct _LanyardOtherPlans
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  GCancellable *loading;       /* owned, nullable: ends the load under way */
  GPtrArray *plans;            /* owned, of LanyardPlan */
};

/* One reading of all plans: complete when the last of its requests is
 * answered. Counted, one a request. */
typedef struct
{
  LanyardOtherPlans *self;   /* owned */
  GCancellable *cancellable; /* owned */
  GPtrArray *plans;          /* owned, of LanyardPlan */
} Load;

/* One conference of it. */
typedef struct
{
  Load *load;                  /* owned */
  LanyardProgramme *programme; /* owned, nullable: what has arrived */
} One;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardOtherPlans, lanyard_other_plans, G_TYPE_OBJECT)

static int
compare_plans (gconstpointer a,
               gconstpointer b)
{
  LanyardPlan *first = *(LanyardPlan *const *) a;
  LanyardPlan *second = *(LanyardPlan *const *) b;

  return g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_plan_get_programme (first))),
                    lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_plan_get_programme (second))));
}

/* Nothing is left to wait for. */
static void
load_clear (Load *load)
{
  LanyardOtherPlans *self = load->self;

  if (!g_cancellable_is_cancelled (load->cancellable))
    {
      g_ptr_array_sort (load->plans, compare_plans);
      g_clear_pointer (&self->plans, g_ptr_array_unref);
      self->plans = g_ptr_array_ref (load->plans);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  g_clear_object (&load->cancellable);
  g_clear_pointer (&load->plans, g_ptr_array_unref);
  g_clear_object (&load->self);
}

static void
load_unref (Load *load)
{
  g_rc_box_release_full (load, (GDestroyNotify) load_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_unref)

static void
one_clear (One *one)
{
  g_clear_object (&one->programme);
  load_unref (one->load);
}

static void
one_unref (One *one)
{
  g_rc_box_release_full (one, (GDestroyNotify) one_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (One, one_unref)

/* A conference that was removed meanwhile has no plan. */
static void
outline_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (One) one = user_data;

  one->programme = lanyard_store_load_outline_finish (LANYARD_STORE (source), result, NULL);
}

static void
decisions_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (One) one = user_data;
  g_autoptr (LanyardDecisions) decisions = lanyard_store_load_decisions_finish (LANYARD_STORE (source), result, NULL);

  if (one->programme != NULL && decisions != NULL)
    g_ptr_array_add (one->load->plans, lanyard_plan_new (one->programme, decisions));
}

static void
load_one (Load       *load,
          const char *uuid)
{
  LanyardStore *store = lanyard_open_conference_get_store (load->self->open);
  One *one = g_rc_box_new0 (One);

  one->load = g_rc_box_acquire (load);
  lanyard_store_load_outline_async (store, uuid, load->cancellable, outline_loaded_cb, g_rc_box_acquire (one));
  lanyard_store_load_decisions_async (store, uuid, load->cancellable, decisions_loaded_cb, one);
}

static void
conferences_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GPtrArray) conferences = lanyard_store_list_conferences_finish (LANYARD_STORE (source), result, NULL);

  for (guint i = 0; conferences != NULL && i < conferences->len; i++)
    {
      const char *uuid = lanyard_conference_get_uuid (g_ptr_array_index (conferences, i));

      if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (load->self->open)) != 0)
        load_one (load, uuid);
    }
}

static void
start_load (LanyardOtherPlans *self)
{
  Load *load = g_rc_box_new0 (Load);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  load->self = g_object_ref (self);
  load->cancellable = g_object_ref (self->loading);
  load->plans = g_ptr_array_new_with_free_func (g_object_unref);
  lanyard_store_list_conferences_async (lanyard_open_conference_get_store (self->open), self->loading,
                                        conferences_listed_cb, load);
}

static void
decisions_changed_cb (LanyardOtherPlans *self,
                      const char        *uuid)
{
  g_assert (LANYARD_IS_OTHER_PLANS (self));

  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) != 0)
    start_load (self);
}

static void
lanyard_other_plans_dispose (GObject *object)
{
  LanyardOtherPlans *self = LANYARD_OTHER_PLANS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_other_plans_parent_class)->dispose (object);
}

static void
lanyard_other_plans_class_init (LanyardOtherPlansClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_other_plans_dispose;

  /**
   * LanyardOtherPlans::changed:
   * @self: the plans
   *
   * The plans were read, or read anew.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
lanyard_other_plans_init (LanyardOtherPlans *self)
{
  self->plans = g_ptr_array_new ();
}

/**
 * lanyard_other_plans_new:
 * @open: the conference that the window shows
 *
 * Begins to read the plans of all other conferences.
 *
 * Returns: (transfer full): the plans, none at first
 */
LanyardOtherPlans *
lanyard_other_plans_new (LanyardOpenConference *open)
{
  LanyardOtherPlans *self = g_object_new (LANYARD_TYPE_OTHER_PLANS, NULL);
  LanyardStore *store = lanyard_open_conference_get_store (open);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (start_load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "conferences-changed", G_CALLBACK (start_load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "decisions-changed", G_CALLBACK (decisions_changed_cb), self, G_CONNECT_SWAPPED);
  start_load (self);
  return self;
}

/**
 * lanyard_other_plans_get:
 * @self: the plans
 *
 * Gets what has been read so far.
 *
 * Returns: (transfer none) (element-type LanyardPlan): the plans
 */
GPtrArray *
lanyard_other_plans_get (LanyardOtherPlans *self)
{
  g_return_val_if_fail (LANYARD_IS_OTHER_PLANS (self), NULL);

  return self->plans;
}
