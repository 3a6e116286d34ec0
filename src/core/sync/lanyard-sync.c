/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What previews, adds and refreshes conferences: joins the network, the
 * formats and the store. What it does is in files of their own: lanyard-preview.c,
 * lanyard-refresh.c and lanyard-freshness.c. Made once by each program; main
 * thread. */

#include "config.h"

#include <libdex.h>

#include "lanyard-freshness.h"
#include "lanyard-sync-private.h"

enum
{
  REFRESHING_CHANGED,
  REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSync, lanyard_sync, G_TYPE_OBJECT)

static void
lanyard_sync_dispose (GObject *object)
{
  LanyardSync *self = LANYARD_SYNC (object);

  g_clear_pointer (&self->freshness, lanyard_freshness_free);
  g_clear_object (&self->store);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->keyring);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lanyard_sync_parent_class)->dispose (object);
}

static void
lanyard_sync_finalize (GObject *object)
{
  LanyardSync *self = LANYARD_SYNC (object);

  g_thread_pool_free (self->readers, FALSE, TRUE);
  g_clear_pointer (&self->checks, lanyard_checks_free);
  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->attachments, g_hash_table_unref);
  g_clear_pointer (&self->attachment_failures, g_hash_table_unref);

  G_OBJECT_CLASS (lanyard_sync_parent_class)->finalize (object);
}

static void
lanyard_sync_class_init (LanyardSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lanyard_sync_dispose;
  object_class->finalize = lanyard_sync_finalize;

  dex_init ();

  /**
   * LanyardSync::refreshing-changed:
   * @self: what refreshes
   * @uuid: a conference
   *
   * A refresh of this conference was asked for, or ended.
   */
  signals[REFRESHING_CHANGED] =
      g_signal_new ("refreshing-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardSync::refreshed:
   * @self: what refreshes
   * @uuid: a conference
   * @error: (nullable): why it was not refreshed
   *
   * A refresh for which nobody had asked in person has ended.
   */
  signals[REFRESHED] =
      g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
lanyard_sync_init (LanyardSync *self)
{
  self->checks = lanyard_checks_new ();
  self->readers = lanyard_sync_make_readers ();
  self->runs = g_hash_table_new (g_str_hash, g_str_equal);
  self->attachments = g_hash_table_new (g_str_hash, g_str_equal);
  self->attachment_failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_error_free);
  g_queue_init (&self->queue);
}

/*
 * Tells that a refresh began or ended.
 */
void
lanyard_sync_emit_refreshing_changed (LanyardSync *self,
                                      const char  *uuid)
{
  g_signal_emit (self, signals[REFRESHING_CHANGED], 0, uuid);
}

/*
 * Tells what came of a refresh for which nobody had asked in person.
 */
void
lanyard_sync_emit_refreshed (LanyardSync  *self,
                             const char   *uuid,
                             const GError *error)
{
  g_signal_emit (self, signals[REFRESHED], 0, uuid, error);
}

/**
 * lanyard_sync_new:
 * @store: where conferences are kept; open, or about to be
 * @fetcher: what fetches
 * @keyring: what knows the accounts
 * @clock: what time it is
 *
 * Makes what refreshes. It does nothing by itself until lanyard_sync_keep_fresh().
 *
 * Returns: (transfer full): it
 */
LanyardSync *
lanyard_sync_new (LanyardStore   *store,
                  LanyardFetcher *fetcher,
                  LanyardKeyring *keyring,
                  LanyardClock   *clock)
{
  LanyardSync *self;

  g_return_val_if_fail (LANYARD_IS_STORE (store), NULL);
  g_return_val_if_fail (LANYARD_IS_FETCHER (fetcher), NULL);
  g_return_val_if_fail (LANYARD_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (LANYARD_IS_CLOCK (clock), NULL);

  self = g_object_new (LANYARD_TYPE_SYNC, NULL);
  self->store = g_object_ref (store);
  self->fetcher = g_object_ref (fetcher);
  self->keyring = g_object_ref (keyring);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * lanyard_sync_get_store:
 * @self: what refreshes
 *
 * Gets where conferences are kept.
 *
 * Returns: (transfer none): the store
 */
LanyardStore *
lanyard_sync_get_store (LanyardSync *self)
{
  g_return_val_if_fail (LANYARD_IS_SYNC (self), NULL);

  return self->store;
}

/**
 * lanyard_sync_get_fetcher:
 * @self: what refreshes
 *
 * Gets what fetches.
 *
 * Returns: (transfer none): the fetcher
 */
LanyardFetcher *
lanyard_sync_get_fetcher (LanyardSync *self)
{
  g_return_val_if_fail (LANYARD_IS_SYNC (self), NULL);

  return self->fetcher;
}

/**
 * lanyard_sync_get_keyring:
 * @self: what refreshes
 *
 * Gets what knows the accounts.
 *
 * Returns: (transfer none): the keyring
 */
LanyardKeyring *
lanyard_sync_get_keyring (LanyardSync *self)
{
  g_return_val_if_fail (LANYARD_IS_SYNC (self), NULL);

  return self->keyring;
}

/**
 * lanyard_sync_get_checked_at:
 * @self: what refreshes
 * @uuid: a conference
 *
 * Says when the conference was last known to be as its server has it, to this
 * program or another one.
 *
 * Returns: UTC seconds, %LANYARD_NO_TIME for never
 */
gint64
lanyard_sync_get_checked_at (LanyardSync *self,
                             const char  *uuid)
{
  g_return_val_if_fail (LANYARD_IS_SYNC (self), LANYARD_NO_TIME);
  g_return_val_if_fail (uuid != NULL, LANYARD_NO_TIME);

  return lanyard_checks_get (self->checks, uuid).checked_at;
}

/**
 * lanyard_sync_get_due:
 * @self: what refreshes
 * @conference: a conference that is stored
 *
 * Says when a conference is to be refreshed by itself, if it has a feed.
 *
 * Returns: UTC seconds, not after now if it is time, %LANYARD_NO_TIME for
 *   never, or if nothing is refreshed by itself
 */
gint64
lanyard_sync_get_due (LanyardSync       *self,
                      LanyardConference *conference)
{
  gint64 due;

  g_return_val_if_fail (LANYARD_IS_SYNC (self), LANYARD_NO_TIME);
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (conference), LANYARD_NO_TIME);

  if (self->freshness == NULL)
    return LANYARD_NO_TIME;
  due = lanyard_freshness_get_due (self->freshness, conference);
  return due == G_MAXINT64 ? LANYARD_NO_TIME : due;
}

/**
 * lanyard_sync_keep_fresh:
 * @self: what refreshes
 * @age_before: how old a programme may be before the conference, seconds, 0 for any age
 * @age_during: likewise during the conference
 *
 * Refreshes by itself what is too old: now, when its time comes, and when the
 * network is back; never before the time that a server asked for, and ever
 * more seldom while it fails. After a conference once a day for two weeks.
 * Conferences that were added from files are left alone.
 */
void
lanyard_sync_keep_fresh (LanyardSync *self,
                         gint64       age_before,
                         gint64       age_during)
{
  g_return_if_fail (LANYARD_IS_SYNC (self));

  if (self->freshness == NULL)
    self->freshness = lanyard_freshness_new (self);
  lanyard_freshness_set_ages (self->freshness, (LanyardAges) { age_before, age_during });
}
