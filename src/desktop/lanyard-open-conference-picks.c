/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picks of the open conference, and the plan made of them. A pick changes
 * here at once and in the store right after. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

/* A request for the picks. */
typedef struct
{
  LanyardOpenConference *self; /* owned */
  guint n_changes;             /* as it was when the picks were asked for */
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->self);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gboolean
are_same_picks (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const LanyardPick *left = g_ptr_array_index (a, i);
      const LanyardPick *right = g_ptr_array_index (b, i);

      if (left->kind != right->kind || left->level != right->level || !g_str_equal (left->key, right->key))
        return FALSE;
    }
  return TRUE;
}

static void
take_picks (LanyardOpenConference *self,
            GPtrArray             *picks)
{
  if (are_same_picks (self->picks, picks))
    {
      g_ptr_array_unref (picks);
      return;
    }
  g_clear_pointer (&self->picks, g_ptr_array_unref);
  self->picks = picks;
  lanyard_open_conference_remake_plan (self);
}

static void
pick_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardOpenConference) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writes--;
  if (!lanyard_store_set_pick_finish (LANYARD_STORE (source), result, &error))
    lanyard_open_conference_report (self, error);
  if (self->n_writes == 0 && self->uuid != NULL)
    lanyard_open_conference_load_picks (self);
}

/* The picks with one of them changed; a new array, as plans keep none. */
static GPtrArray *
picks_with (LanyardOpenConference *self,
            LanyardKind            kind,
            const char            *key,
            LanyardLevel           level)
{
  GPtrArray *picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);

  for (guint i = 0; i < self->picks->len; i++)
    {
      LanyardPick *pick = g_ptr_array_index (self->picks, i);

      if (pick->kind != kind || !g_str_equal (pick->key, key))
        g_ptr_array_add (picks, lanyard_pick_ref (pick));
    }
  if (level != LANYARD_LEVEL_NONE)
    g_ptr_array_add (picks, lanyard_pick_new (kind, key, level, lanyard_clock_get_now (self->clock)));
  return picks;
}

static void
picks_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) picks = lanyard_store_list_picks_finish (LANYARD_STORE (source), result, &error);

  if (picks == NULL)
    lanyard_open_conference_report (request->self, error);
  else if (!lanyard_open_conference_is_outdated (request->self, request->n_changes))
    take_picks (request->self, g_steal_pointer (&picks));
}

/* Private: whether somebody here starred something since @n_changes was read,
 * while the store was asked. The write's end asks again, so that the answer
 * can be dropped. */
gboolean
lanyard_open_conference_is_outdated (LanyardOpenConference *self,
                                     guint                  n_changes)
{
  return self->n_writes > 0 || self->n_changes != n_changes;
}

/* Private: makes the plan anew of programme and picks. */
void
lanyard_open_conference_remake_plan (LanyardOpenConference *self)
{
  g_clear_object (&self->plan);
  if (self->programme != NULL)
    self->plan = lanyard_plan_new (self->programme, self->picks);
  lanyard_open_conference_notify_plan (self);
}

/* Private: asks the store for the picks again. */
void
lanyard_open_conference_load_picks (LanyardOpenConference *self)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->n_changes = self->n_changes;
  lanyard_store_list_picks_async (self->store, self->uuid, self->loading, picks_listed_cb, request);
}

/**
 * lanyard_open_conference_get_level:
 * @self: an open conference
 * @kind: what kind of thing
 * @key: which of that kind
 *
 * Gets the level of one pick.
 *
 * Returns: the level
 */
LanyardLevel
lanyard_open_conference_get_level (LanyardOpenConference *self,
                                   LanyardKind            kind,
                                   const char            *key)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), LANYARD_LEVEL_NONE);

  return self->plan != NULL ? lanyard_plan_get_level (self->plan, kind, key) : LANYARD_LEVEL_NONE;
}

/**
 * lanyard_open_conference_set_level:
 * @self: an open conference
 * @kind: what kind of thing: a talk, a session or a break
 * @key: which of that kind
 * @level: the new level
 *
 * Picks something or lets it go. The plan shows it at once; should the store
 * fail to keep it, the plan goes back and "failed" says why.
 */
void
lanyard_open_conference_set_level (LanyardOpenConference *self,
                                   LanyardKind            kind,
                                   const char            *key,
                                   LanyardLevel           level)
{
  LanyardLevel before;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (self->programme != NULL);
  g_return_if_fail (kind != LANYARD_KIND_BLOCK);

  before = lanyard_plan_get_level (self->plan, kind, key);
  if (before == level)
    return;

  self->n_writes++;
  self->n_changes++;
  lanyard_store_set_pick_async (self->store, self->uuid, kind, key, level, lanyard_clock_get_now (self->clock),
                                NULL, pick_set_cb, g_object_ref (self));
  take_picks (self, picks_with (self, kind, key, level));
  lanyard_open_conference_tell_level (self, kind, key, before, level);
}
