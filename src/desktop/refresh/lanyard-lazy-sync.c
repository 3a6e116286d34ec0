/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way to the network that the program's windows and dialogs share:
 * fetcher, keyring and sync, made when one of them is first needed. The
 * application owns it. Main thread. */

#include "config.h"

#include "lanyard-lazy-sync.h"

struct _LanyardLazySync
{
  GObject parent_instance;
  LanyardStore *store; /* owned */
  LanyardClock *clock; /* owned */
  LanyardSync *sync;   /* owned, nullable until needed */
};

G_DEFINE_FINAL_TYPE (LanyardLazySync, lanyard_lazy_sync, G_TYPE_OBJECT)

static void
lanyard_lazy_sync_dispose (GObject *object)
{
  LanyardLazySync *self = LANYARD_LAZY_SYNC (object);

  g_clear_object (&self->sync);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lanyard_lazy_sync_parent_class)->dispose (object);
}

static void
lanyard_lazy_sync_class_init (LanyardLazySyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_lazy_sync_dispose;
}

static void
lanyard_lazy_sync_init (LanyardLazySync *self)
{
}

/**
 * lanyard_lazy_sync_new:
 * @store: where programmes go
 * @clock: what time it is
 *
 * Makes what makes a sync when it is needed.
 *
 * Returns: (transfer full): a lazy sync
 */
LanyardLazySync *
lanyard_lazy_sync_new (LanyardStore *store,
                       LanyardClock *clock)
{
  LanyardLazySync *self;

  g_return_val_if_fail (LANYARD_IS_STORE (store), NULL);
  g_return_val_if_fail (LANYARD_IS_CLOCK (clock), NULL);

  self = g_object_new (LANYARD_TYPE_LAZY_SYNC, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * lanyard_lazy_sync_get:
 * @self: a lazy sync
 *
 * Gets the sync, which is made now if it is the first time.
 *
 * Returns: (transfer none): the sync
 */
LanyardSync *
lanyard_lazy_sync_get (LanyardLazySync *self)
{
  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (self), NULL);

  if (self->sync == NULL)
    {
      g_autoptr (LanyardFetcher) fetcher = lanyard_fetcher_new ();
      g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();

      self->sync = lanyard_sync_new (self->store, fetcher, keyring, self->clock);
    }
  return self->sync;
}

/**
 * lanyard_lazy_sync_peek:
 * @self: a lazy sync
 *
 * Gets the sync if somebody needed it before.
 *
 * Returns: (transfer none) (nullable): the sync
 */
LanyardSync *
lanyard_lazy_sync_peek (LanyardLazySync *self)
{
  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (self), NULL);

  return self->sync;
}
