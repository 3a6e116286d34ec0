/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that preview, refresh and keep fresh share. */

#pragma once

#include "lanyard-checks.h"
#include "lanyard-freshness.h"
#include "lanyard-sync.h"

#include "net/lanyard-indico-feed.h"

G_BEGIN_DECLS

struct _LanyardSync
{
  GObject parent_instance;

  LanyardStore     *store;     /* owned */
  LanyardFetcher   *fetcher;   /* owned */
  LanyardKeyring   *keyring;   /* owned */
  LanyardClock     *clock;     /* owned */
  LanyardChecks    *checks;    /* owned */
  LanyardFreshness *freshness; /* owned, nullable until it is asked for */
  GThreadPool      *readers;   /* owned */

  GHashTable *attachments; /* owned; path to borrowed LanyardAttachment, those that somebody holds */
  GHashTable *attachment_failures; /* owned; path to GError, of those that nobody holds any more */
  GHashTable *runs;   /* owned; uuid to borrowed LanyardRun, those that began and have not ended */
  GQueue      queue;  /* of borrowed LanyardRun, those that wait for their turn */
  guint       n_active;
};

/*
 * LanyardSyncListener:
 * @func: (nullable): who is told how far it is
 * @data: for @func
 * @n_bytes: how much has arrived
 *
 * Somebody who watches.
 */
typedef struct
{
  LanyardSyncProgressFunc func;
  gpointer                data;
  guint64                 n_bytes;
} LanyardSyncListener;

/*
 * LanyardReading:
 * @digest: (nullable): the documents' digest
 * @programme: (nullable): what they say; NULL if the digest is the one that was known
 *
 * Documents that have been understood.
 */
typedef struct
{
  char             *digest;
  LanyardProgramme *programme;
} LanyardReading;

/* These five are for fibers, which they let wait. */
LanyardDownload *lanyard_sync_download         (LanyardSync                *self,
                                                LanyardAddress             *address,
                                                const char                 *validators,
                                                gboolean                    by_hand,
                                                LanyardSyncListener        *listener,
                                                GCancellable               *cancellable,
                                                gint64                     *retry_at,
                                                GError                    **error);
GPtrArray       *lanyard_sync_list_conferences (LanyardSync                *self,
                                                GCancellable               *cancellable,
                                                GError                    **error);
LanyardFeed     *lanyard_sync_find_feed        (LanyardSync                *self,
                                                const char                 *uuid,
                                                GCancellable               *cancellable,
                                                GError                    **error);
LanyardCredential *lanyard_sync_find_credential (LanyardSync               *self,
                                                 const char                *origin,
                                                 GCancellable              *cancellable,
                                                 GError                   **error);

gboolean         lanyard_sync_wants_keyring    (const GError               *keyring_error,
                                                const GError               *failure);
void             lanyard_sync_note_asked       (LanyardSync                *self,
                                                const char                 *uuid,
                                                const GError               *failure,
                                                gint64                      retry_at);

void             lanyard_sync_emit_refreshing_changed (LanyardSync          *self,
                                                       const char           *uuid);
void             lanyard_sync_emit_refreshed   (LanyardSync                *self,
                                                const char                 *uuid,
                                                const GError               *error);
void             lanyard_sync_report           (const LanyardSyncListener  *listener,
                                                LanyardSyncStep             step);
GThreadPool     *lanyard_sync_make_readers     (void);
void             lanyard_sync_read_async       (LanyardSync                *self,
                                                GPtrArray                  *documents,
                                                const char                 *known_digest,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);
LanyardReading  *lanyard_sync_read_finish      (GAsyncResult               *result,
                                                GError                    **error);
void             lanyard_reading_free          (LanyardReading             *self);
void             lanyard_reading_free_in_thread (LanyardReading            *self);
void             lanyard_sync_refresh_from_async (LanyardSync              *self,
                                                  const char               *uuid,
                                                  const char               *url,
                                                  LanyardRefreshFlags       flags,
                                                  LanyardSyncProgressFunc   progress,
                                                  gpointer                  progress_data,
                                                  GCancellable             *cancellable,
                                                  GAsyncReadyCallback       callback,
                                                  gpointer                  user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardReading, lanyard_reading_free)

G_END_DECLS
