/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the conference that a window shows stands to its server: when that was
 * last asked, whether it went well, and whether it is being asked now. The
 * window makes one and starts it after the first frame; the sidebar's foot and
 * the banners follow it. Main thread. */

#include "config.h"

#include "lanyard-standing-private.h"

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardStanding, lanyard_standing, G_TYPE_OBJECT)

static void
failure_free (gpointer data)
{
  LanyardStandingFailure *failure = data;

  g_error_free (failure->error);
  g_free (failure);
}

static void
emit_changed (LanyardStanding *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
lanyard_standing_says_offline (const GError *error)
{
  return g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_OFFLINE) ||
         g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_UNKNOWN_HOST);
}

/* Remembers how a refresh ended. One that was cancelled says nothing. */
static void
take_outcome (LanyardStanding *self,
              const char       *uuid,
              const GError     *error,
              gboolean          by_hand)
{
  if (error == NULL)
    {
      self->reaches_server = TRUE;
      g_hash_table_remove (self->failures, uuid);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      LanyardStandingFailure *failure = g_new0 (LanyardStandingFailure, 1);

      self->reaches_server = FALSE;
      failure->error = g_error_copy (error);
      failure->by_hand = by_hand;
      g_hash_table_insert (self->failures, g_strdup (uuid), failure);
    }
  emit_changed (self);
}

static void
refreshed_by_itself_cb (LanyardStanding *self,
                        const char       *uuid,
                        const GError     *error)
{
  g_assert (LANYARD_IS_STANDING (self));

  take_outcome (self, uuid, error, FALSE);
}

/* The network is back, and with it the refresh that will say more. */
static gboolean
is_about_network (gpointer key,
                  gpointer value,
                  gpointer user_data)
{
  return lanyard_standing_says_offline (((LanyardStandingFailure *) value)->error);
}

static void
network_changed_cb (LanyardStanding *self,
                    gboolean          available)
{
  g_assert (LANYARD_IS_STANDING (self));

  self->reaches_server = FALSE;
  if (available)
    g_hash_table_foreach_remove (self->failures, is_about_network, NULL);
  emit_changed (self);
}

static void
keep_fresh (LanyardStanding *self)
{
  lanyard_sync_keep_fresh (lanyard_lazy_sync_get (self->lazy_sync),
                           g_settings_get_int (self->settings, "refresh-age-before"),
                           g_settings_get_int (self->settings, "refresh-age-during"));
}

static void
take_feed (LanyardStanding *self,
           LanyardFeed     *feed)
{
  g_clear_pointer (&self->feed, lanyard_feed_unref);
  self->feed = feed;
}

static void
feed_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardStanding) self = user_data;
  g_autoptr (LanyardFeed) feed = lanyard_store_find_feed_finish (LANYARD_STORE (source), result, NULL);

  take_feed (self, g_steal_pointer (&feed));
  emit_changed (self);
}

/* A new programme may come with an address where there was none before. */
static void
find_feed (LanyardStanding *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *uuid = lanyard_open_conference_get_uuid (self->open);

  if (programme == NULL || uuid == NULL)
    {
      take_feed (self, NULL);
      g_clear_pointer (&self->feed_uuid, g_free);
      emit_changed (self);
      return;
    }
  if (g_strcmp0 (self->feed_uuid, uuid) != 0)
    take_feed (self, NULL);
  g_set_str (&self->feed_uuid, uuid);
  lanyard_store_find_feed_async (lanyard_open_conference_get_store (self->open), uuid, NULL, feed_found_cb,
                                 g_object_ref (self));
}

/* A refresh may have given an address to what was read from files, also if
 * nothing else of it is new. */
static void
refreshing_changed_cb (LanyardStanding *self,
                       const char      *uuid)
{
  g_assert (LANYARD_IS_STANDING (self));

  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) != 0)
    return;
  find_feed (self);
  emit_changed (self);
}

/* A refresh by hand under way; owns what it needs to the end. */
typedef struct
{
  LanyardStanding *self;    /* owned */
  GCancellable *cancellable; /* owned */
  char *uuid;                /* owned */
} ByHand;

static void
by_hand_free (ByHand *by_hand)
{
  g_clear_object (&by_hand->self);
  g_clear_object (&by_hand->cancellable);
  g_free (by_hand->uuid);
  g_free (by_hand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ByHand, by_hand_free)

static void
refreshed_by_hand_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ByHand) by_hand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardRefresh) refresh = lanyard_sync_refresh_finish (LANYARD_SYNC (source), result, &error);
  LanyardStanding *self = by_hand->self;

  if (self->by_hand == by_hand->cancellable)
    g_clear_object (&self->by_hand);
  take_outcome (self, by_hand->uuid, error, TRUE);
  if (g_strcmp0 (lanyard_open_conference_get_uuid (self->open), by_hand->uuid) == 0)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, refresh, error);
}

static void
lanyard_standing_dispose (GObject *object)
{
  LanyardStanding *self = LANYARD_STANDING (object);

  g_clear_object (&self->by_hand);
  g_clear_object (&self->network);
  g_clear_object (&self->settings);
  g_clear_object (&self->lazy_sync);
  g_clear_object (&self->open);
  g_clear_pointer (&self->failures, g_hash_table_unref);
  g_clear_pointer (&self->feed_uuid, g_free);
  take_feed (self, NULL);

  G_OBJECT_CLASS (lanyard_standing_parent_class)->dispose (object);
}

static void
lanyard_standing_class_init (LanyardStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_standing_dispose;

  /**
   * LanyardStanding::changed:
   * @self: the standing
   *
   * Something of it is another, or time has passed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LanyardStanding::ended:
   * @self: the standing
   * @refresh: (nullable): what came of it
   * @error: (nullable): why nothing came of it
   *
   * A refresh by hand of the open conference ended.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
}

static void
lanyard_standing_init (LanyardStanding *self)
{
  self->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, failure_free);
}

/**
 * lanyard_standing_new:
 * @open: the conference that is shown
 * @sync: what refreshes it
 * @settings: how old it may become
 *
 * Makes an object that does nothing until it is started.
 *
 * Returns: (transfer full): a standing
 */
LanyardStanding *
lanyard_standing_new (LanyardOpenConference *open,
                      LanyardLazySync       *sync,
                      GSettings             *settings)
{
  LanyardStanding *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (sync), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_STANDING, NULL);
  self->open = g_object_ref (open);
  self->lazy_sync = g_object_ref (sync);
  self->settings = g_object_ref (settings);
  return self;
}

/**
 * lanyard_standing_get_sync:
 * @self: a standing
 *
 * Gets what it asks the server with.
 *
 * Returns: (transfer none): a lazy sync
 */
LanyardLazySync *
lanyard_standing_get_sync (LanyardStanding *self)
{
  g_return_val_if_fail (LANYARD_IS_STANDING (self), NULL);

  return self->lazy_sync;
}

/**
 * lanyard_standing_start:
 * @self: a standing
 *
 * Begins to watch the network and to have conferences refreshed by themselves;
 * once, after the first frame.
 */
void
lanyard_standing_start (LanyardStanding *self)
{
  LanyardSync *sync;

  g_return_if_fail (LANYARD_IS_STANDING (self));

  if (self->network != NULL)
    return;
  sync = lanyard_lazy_sync_get (self->lazy_sync);
  self->network = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->network, "network-changed", G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sync, "refreshing-changed", G_CALLBACK (refreshing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sync, "refreshed", G_CALLBACK (refreshed_by_itself_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::refresh-age-before", G_CALLBACK (keep_fresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::refresh-age-during", G_CALLBACK (keep_fresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::programme", G_CALLBACK (find_feed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::now", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  find_feed (self);
  keep_fresh (self);
}

/**
 * lanyard_standing_refresh:
 * @self: a standing
 * @flags: how; that it is by hand is understood
 *
 * Refreshes the open conference; "ended" tells what came of it. Does nothing
 * while a refresh by hand is under way.
 */
void
lanyard_standing_refresh (LanyardStanding    *self,
                          LanyardRefreshFlags  flags)
{
  const char *uuid;
  ByHand *by_hand;

  g_return_if_fail (LANYARD_IS_STANDING (self));

  uuid = lanyard_open_conference_get_uuid (self->open);
  if (uuid == NULL || self->by_hand != NULL)
    return;
  self->by_hand = g_cancellable_new ();
  by_hand = g_new0 (ByHand, 1);
  by_hand->self = g_object_ref (self);
  by_hand->cancellable = g_object_ref (self->by_hand);
  by_hand->uuid = g_strdup (uuid);
  lanyard_sync_refresh_async (lanyard_lazy_sync_get (self->lazy_sync), uuid, flags | LANYARD_REFRESH_BY_HAND,
                              NULL, NULL, self->by_hand, refreshed_by_hand_cb, by_hand);
  emit_changed (self);
}

/**
 * lanyard_standing_cancel:
 * @self: a standing
 *
 * Ends the refresh by hand that is under way.
 */
void
lanyard_standing_cancel (LanyardStanding *self)
{
  g_return_if_fail (LANYARD_IS_STANDING (self));

  g_cancellable_cancel (self->by_hand);
}

/**
 * lanyard_standing_keep_old:
 * @self: a standing
 *
 * Settles that the programme that was held back is not wanted, until the
 * server gives another one that would be held back.
 */
void
lanyard_standing_keep_old (LanyardStanding *self)
{
  g_return_if_fail (LANYARD_IS_STANDING (self));

  if (lanyard_standing_get_state (self) != LANYARD_STANDING_HELD_BACK)
    return;
  g_hash_table_remove (self->failures, lanyard_open_conference_get_uuid (self->open));
  emit_changed (self);
}
