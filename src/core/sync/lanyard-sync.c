/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What previews, adds and refreshes conferences: joins the network, the
 * formats and the store. Made once by each program; main thread. */

#include "config.h"

#include "lanyard-sync.h"

struct _LanyardSync
{
  GObject parent_instance;

  LanyardStore   *store;   /* owned */
  LanyardFetcher *fetcher; /* owned */
  LanyardKeyring *keyring; /* owned */
  LanyardClock   *clock;   /* owned */
};

enum
{
  SIGNAL_REFRESHING_CHANGED,
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSync, lanyard_sync, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (LanyardPreview, lanyard_preview, lanyard_preview_ref, lanyard_preview_unref)

static void
lanyard_sync_dispose (GObject *object)
{
  LanyardSync *self = LANYARD_SYNC (object);

  g_clear_object (&self->store);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->keyring);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lanyard_sync_parent_class)->dispose (object);
}

static void
lanyard_sync_class_init (LanyardSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_sync_dispose;

  signals[SIGNAL_REFRESHING_CHANGED] =
      g_signal_new ("refreshing-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
lanyard_sync_init (LanyardSync *self)
{
}

static void
answer_not_supported (LanyardSync         *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_task_report_new_error (self, callback, user_data, NULL, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not yet.");
}

LanyardPreview *
lanyard_preview_ref (LanyardPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_preview (gpointer data)
{
  LanyardPreview *self = data;

  g_clear_object (&self->programme);
  g_clear_pointer (&self->feed, lanyard_feed_unref);
  g_free (self->uuid);
}

void
lanyard_preview_unref (LanyardPreview *self)
{
  g_atomic_rc_box_release_full (self, clear_preview);
}

void
lanyard_refresh_free (LanyardRefresh *self)
{
  g_free (self->uuid);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

LanyardSync *
lanyard_sync_new (LanyardStore   *store,
                  LanyardFetcher *fetcher,
                  LanyardKeyring *keyring,
                  LanyardClock   *clock)
{
  LanyardSync *self = g_object_new (LANYARD_TYPE_SYNC, NULL);

  self->store = g_object_ref (store);
  self->fetcher = g_object_ref (fetcher);
  self->keyring = g_object_ref (keyring);
  self->clock = g_object_ref (clock);
  return self;
}

LanyardStore *
lanyard_sync_get_store (LanyardSync *self)
{
  return self->store;
}

LanyardFetcher *
lanyard_sync_get_fetcher (LanyardSync *self)
{
  return self->fetcher;
}

LanyardKeyring *
lanyard_sync_get_keyring (LanyardSync *self)
{
  return self->keyring;
}

void
lanyard_sync_preview_async (LanyardSync             *self,
                            const char              *address,
                            LanyardSyncProgressFunc  progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  answer_not_supported (self, cancellable, callback, user_data);
}

LanyardPreview *
lanyard_sync_preview_finish (LanyardSync   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lanyard_sync_add_async (LanyardSync         *self,
                        LanyardPreview      *preview,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  answer_not_supported (self, cancellable, callback, user_data);
}

LanyardSaved *
lanyard_sync_add_finish (LanyardSync   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
lanyard_sync_refresh_async (LanyardSync             *self,
                            const char              *uuid,
                            LanyardRefreshFlags      flags,
                            LanyardSyncProgressFunc  progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  answer_not_supported (self, cancellable, callback, user_data);
}

LanyardRefresh *
lanyard_sync_refresh_finish (LanyardSync   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gint64
lanyard_sync_get_checked_at (LanyardSync *self,
                             const char  *uuid)
{
  return LANYARD_NO_TIME;
}

gboolean
lanyard_sync_is_refreshing (LanyardSync *self,
                            const char  *uuid)
{
  return FALSE;
}

void
lanyard_sync_keep_fresh (LanyardSync *self,
                         gint64       age_before,
                         gint64       age_during)
{
}
