/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fetches from the store what goes out of Lanyard: a conference's plan with
 * whole talks and the history, or the plans of all conferences. Called by the
 * living calendar, the window and the command line; main thread. */

#include "config.h"

#include "lanyard-fiber.h"
#include "lanyard-gather.h"

typedef struct
{
  GTask *task;              /* owned */
  LanyardStore *store;      /* owned */
  char *uuid;               /* owned, nullable: all of them */
  LanyardGatherFlags flags;
  GPtrArray *extracts;      /* owned, of LanyardExtract */
  GError *error;            /* owned, nullable */
} Gathering;

static void
gathering_free (Gathering *self)
{
  g_object_unref (self->task);
  g_object_unref (self->store);
  g_free (self->uuid);
  g_clear_pointer (&self->extracts, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static LanyardDecisions *
load_decisions (Gathering  *self,
                const char *uuid)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_decisions_async (self->store, uuid, g_task_get_cancellable (self->task), lanyard_fiber_await_cb,
                                      dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_load_decisions_finish (self->store, result, &self->error);
}

static LanyardProgramme *
load_programme (Gathering  *self,
                const char *uuid)
{
  DexPromise *answer = dex_promise_new ();
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  g_autoptr (GAsyncResult) result = NULL;

  if (self->flags & LANYARD_GATHER_WHOLE)
    lanyard_store_load_whole_async (self->store, uuid, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  else
    lanyard_store_load_outline_async (self->store, uuid, cancellable, lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  if (self->flags & LANYARD_GATHER_WHOLE)
    return lanyard_store_load_whole_finish (self->store, result, &self->error);
  return lanyard_store_load_outline_finish (self->store, result, &self->error);
}

static GPtrArray *
load_changes (Gathering  *self,
              const char *uuid)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_changes_async (self->store, uuid, LANYARD_NO_TIME, g_task_get_cancellable (self->task),
                                    lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_list_changes_finish (self->store, result, &self->error);
}

static LanyardTalk *
load_talk (Gathering        *self,
           LanyardProgramme *programme,
           const char       *key)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_load_talk_async (self->store, programme, key, g_task_get_cancellable (self->task),
                                 lanyard_fiber_await_cb, dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_load_talk_finish (self->store, result, &self->error);
}

/* One by one, so that a star need not wait until a large programme is read. */
static gboolean
complete_talks (Gathering        *self,
                LanyardProgramme *programme,
                GPtrArray        *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      LanyardTalk *talk;

      if (!LANYARD_IS_TALK (item))
        continue;
      talk = load_talk (self, programme, lanyard_item_get_key (item));
      if (talk == NULL)
        return FALSE;
      items->pdata[i] = talk;
      g_object_unref (item);
    }
  return TRUE;
}

static gboolean
gather_one (Gathering  *self,
            const char *uuid)
{
  g_autoptr (LanyardDecisions) decisions = load_decisions (self, uuid);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (decisions == NULL)
    return FALSE;
  if (self->uuid == NULL && lanyard_decisions_is_empty (decisions))
    return TRUE;
  programme = load_programme (self, uuid);
  changes = programme != NULL ? load_changes (self, uuid) : NULL;
  if (changes == NULL)
    return FALSE;

  plan = lanyard_plan_new (programme, decisions);
  items = lanyard_extract_dup_plan_items (plan);
  if (!(self->flags & LANYARD_GATHER_WHOLE) && !complete_talks (self, programme, items))
    return FALSE;
  g_ptr_array_add (self->extracts, lanyard_extract_new (&(LanyardExtractFields) {
    .programme = programme,
    .plan = plan,
    .picks = lanyard_decisions_get_picks (decisions),
    .changes = changes,
    .items = items,
  }));
  return TRUE;
}

static GPtrArray *
list_conferences (Gathering *self)
{
  DexPromise *answer = dex_promise_new ();
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_store_list_conferences_async (self->store, g_task_get_cancellable (self->task), lanyard_fiber_await_cb,
                                        dex_ref (answer));
  result = lanyard_fiber_await (answer);
  return lanyard_store_list_conferences_finish (self->store, result, &self->error);
}

static void
gather (gpointer data)
{
  Gathering *self = data;
  g_autoptr (GPtrArray) conferences = NULL;

  if (self->uuid != NULL)
    {
      gather_one (self, self->uuid);
      return;
    }
  conferences = list_conferences (self);
  for (guint i = 0; conferences != NULL && i < conferences->len; i++)
    if (!gather_one (self, lanyard_conference_get_uuid (g_ptr_array_index (conferences, i))))
      return;
}

static void
gathered (gpointer data)
{
  Gathering *self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->extracts), (GDestroyNotify) g_ptr_array_unref);
  gathering_free (self);
}

/**
 * lanyard_gather_async:
 * @store: an open store
 * @uuid: (nullable): a conference, %NULL for all that have something in their plan
 * @flags: how much is needed
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches plans.
 */
void
lanyard_gather_async (LanyardStore        *store,
                      const char          *uuid,
                      LanyardGatherFlags   flags,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Gathering *self;

  g_return_if_fail (LANYARD_IS_STORE (store));

  dex_init ();
  self = g_new0 (Gathering, 1);
  self->task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, lanyard_gather_async);
  self->store = g_object_ref (store);
  self->uuid = g_strdup (uuid);
  self->flags = flags;
  self->extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  lanyard_fiber_start (gather, gathered, self);
}

/**
 * lanyard_gather_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: why it failed, of #LanyardStoreError
 *
 * Ends fetching.
 *
 * Returns: (transfer full) (element-type LanyardExtract) (nullable): an extract
 *   of each plan; of one conference also if its plan is empty
 */
GPtrArray *
lanyard_gather_finish (LanyardStore  *store,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
