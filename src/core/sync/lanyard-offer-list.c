/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists where there may be feeds of the conference at an address, for those who
 * want to choose before anything is read. Called by the programs; main
 * thread. */

#include "config.h"

#include "lanyard-fiber.h"
#include "lanyard-sync-private.h"

typedef struct
{
  LanyardSync *sync;   /* borrowed from the task */
  GTask       *task;   /* owned */
  char        *text;   /* owned; what somebody typed */
  GPtrArray   *offers; /* owned, NULL until they are known */
  GError      *error;  /* owned, nullable */
} Listing;

static void
list_fiber (gpointer data)
{
  Listing *self = data;
  const LanyardWish any = { 0 };
  LanyardSyncListener nobody = { 0 };
  g_auto (LanyardFeedSearch) search_for = {
    .sync = self->sync,
    .wish = &any,
    .listener = &nobody,
    .cancellable = g_task_get_cancellable (self->task),
  };
  g_autoptr (LanyardAddress) address = lanyard_address_parse (self->text, &self->error);

  if (address != NULL && lanyard_feed_search_list (&search_for, address, &self->error))
    self->offers = g_steal_pointer (&search_for.offers);
}

static void
listed (gpointer data)
{
  Listing *self = data;

  if (self->offers != NULL)
    g_task_return_pointer (self->task, self->offers, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (self->task, self->error);
  g_object_unref (self->task);
  g_free (self->text);
  g_free (self);
}

/**
 * lanyard_sync_list_offers_async:
 * @self: what refreshes
 * @address: whatever address of a conference somebody has
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds out where there may be feeds of the conference at an address. None of
 * them is asked, but the page at the address is.
 */
void
lanyard_sync_list_offers_async (LanyardSync         *self,
                                const char          *address,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Listing *listing;

  g_return_if_fail (LANYARD_IS_SYNC (self));
  g_return_if_fail (address != NULL);

  listing = g_new0 (Listing, 1);
  listing->sync = self;
  listing->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (listing->task, lanyard_sync_list_offers_async);
  listing->text = g_strdup (address);
  lanyard_fiber_start (list_fiber, listed, listing);
}

/**
 * lanyard_sync_list_offers_finish:
 * @self: what refreshes
 * @result: what the callback was given
 * @error: why it failed, as of lanyard_sync_preview_finish()
 *
 * Ends finding out.
 *
 * Returns: (transfer full) (element-type LanyardOffer) (nullable): where there
 *   may be feeds, in the order in which they would be tried
 */
GPtrArray *
lanyard_sync_list_offers_finish (LanyardSync   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
