/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the store, in its own main context, what the worker noticed: that
 * something has changed, or that the database was rescued.
 * Made and freed by the worker in the store's thread; it tells on its own. */

#include "config.h"

#include "lanyard-store-teller.h"

/* Shared with the notices that are under way, which may outlive the worker. */
typedef struct
{
  GWeakRef store;
} StoreLink;

typedef struct
{
  StoreLink *link; /* owned */
  LanyardStoreChangedFunc changed;
  LanyardStoreRescuedFunc rescued;
  LanyardStoreNews *news; /* owned, nullable */
  LanyardRescue *rescue;  /* owned, nullable */
} Notice;

struct _LanyardStoreTeller
{
  GMainContext *context;           /* owned: where it is told */
  StoreLink *link;                 /* owned, atomic rc box */
  LanyardStoreChangedFunc changed;
  LanyardStoreRescuedFunc rescued;
};

static void
store_link_clear (gpointer data)
{
  StoreLink *link = data;

  g_weak_ref_clear (&link->store);
}

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_atomic_rc_box_release_full (notice->link, store_link_clear);
  g_clear_pointer (&notice->news, lanyard_store_news_free);
  g_clear_pointer (&notice->rescue, lanyard_rescue_unref);
  g_free (notice);
}

static gboolean
tell_cb (gpointer user_data)
{
  const Notice *notice = user_data;
  g_autoptr (LanyardStore) store = g_weak_ref_get (&notice->link->store);

  if (store != NULL && notice->rescue != NULL)
    notice->rescued (store, notice->rescue);
  if (store != NULL && notice->news != NULL)
    notice->changed (store, notice->news);
  return G_SOURCE_REMOVE;
}

/* Has @func called in a main context, soon. */
void
lanyard_store_attach (GMainContext   *context,
                      GSourceFunc     func,
                      gpointer        data,
                      GDestroyNotify  free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_set_static_name (source, "lanyard-store");
  g_source_attach (source, context);
}

/*
 * lanyard_store_teller_new:
 * @store: who is told; not kept
 * @changed: called in the thread-default main context of the caller
 * @rescued: called likewise
 */
LanyardStoreTeller *
lanyard_store_teller_new (LanyardStore            *store,
                          LanyardStoreChangedFunc  changed,
                          LanyardStoreRescuedFunc  rescued)
{
  LanyardStoreTeller *self = g_new0 (LanyardStoreTeller, 1);

  self->context = g_main_context_ref_thread_default ();
  self->link = g_atomic_rc_box_new0 (StoreLink);
  g_weak_ref_init (&self->link->store, store);
  self->changed = changed;
  self->rescued = rescued;
  return self;
}

void
lanyard_store_teller_free (LanyardStoreTeller *self)
{
  g_main_context_unref (self->context);
  g_atomic_rc_box_release_full (self->link, store_link_clear);
  g_free (self);
}

/*
 * lanyard_store_teller_tell:
 * @news: (transfer full) (nullable): what has changed
 * @rescue: (transfer full) (nullable): what was done about damage
 *
 * Has it told; the store need not be there any more then.
 */
void
lanyard_store_teller_tell (LanyardStoreTeller *self,
                           LanyardStoreNews   *news,
                           LanyardRescue      *rescue)
{
  Notice *notice = g_new0 (Notice, 1);

  notice->link = g_atomic_rc_box_acquire (self->link);
  notice->changed = self->changed;
  notice->rescued = self->rescued;
  notice->news = news;
  notice->rescue = rescue;
  lanyard_store_attach (self->context, tell_cb, notice, notice_free);
}
