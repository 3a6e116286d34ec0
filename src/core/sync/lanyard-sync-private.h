/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that preview, refresh and keep fresh share. */

#pragma once

#include "lanyard-checks.h"
#include "lanyard-freshness.h"
#include "lanyard-sync.h"

#include "net/lanyard-address.h"
#include "net/lanyard-download.h"

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
 * @n_before: how much of it with earlier answers
 *
 * Somebody who watches.
 */
typedef struct
{
  LanyardSyncProgressFunc func;
  gpointer                data;
  guint64                 n_bytes;
  guint64                 n_before;
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

/*
 * LanyardFeedSearch:
 * @sync: (borrowed): what refreshes
 * @wish: (borrowed): what somebody wants
 * @place: (borrowed): the address, as it was given
 * @listener: (borrowed): who is told how far it is
 * @cancellable: (borrowed) (nullable): ends it
 * @offers: (owned) (element-type LanyardOffer): where there may be feeds
 * @download: (owned) (nullable): what was found
 * @reading: (owned) (nullable): what it says
 *
 * Looks for the feed of the conference that an address is of.
 */
typedef struct
{
  LanyardSync         *sync;
  const LanyardWish   *wish;
  const char          *place;
  LanyardSyncListener *listener;
  GCancellable        *cancellable;
  GPtrArray           *offers;
  LanyardDownload     *download;
  LanyardReading      *reading;

  /*< private >*/
  char                *wanted;  /* owned, nullable: the address of the feed that is wished for */
  GHashTable          *tried;   /* owned: addresses */
  GError              *refusal; /* owned, nullable: the first that says that there is nothing */
  gboolean             has_seen_page;
} LanyardFeedSearch;

/* These are for fibers, which they let wait. */
gboolean         lanyard_feed_search_run       (LanyardFeedSearch          *self,
                                                LanyardAddress             *address,
                                                GError                    **error);
gboolean         lanyard_feed_search_list      (LanyardFeedSearch          *self,
                                                LanyardAddress             *address,
                                                GError                    **error);
void             lanyard_feed_search_clear     (LanyardFeedSearch          *self);
LanyardDownload *lanyard_sync_download         (LanyardSync                *self,
                                                const char                 *url,
                                                const char                 *validators,
                                                gboolean                    by_hand,
                                                LanyardSyncListener        *listener,
                                                GCancellable               *cancellable,
                                                gint64                     *retry_at,
                                                GError                    **error);
gboolean         lanyard_sync_is_event_calendar (LanyardAddress             *address,
                                                const char                 *url);
gboolean         lanyard_sync_add_calendars    (LanyardSync                *self,
                                                LanyardAddress             *address,
                                                LanyardDownload            *download,
                                                LanyardCredential          *credential,
                                                gboolean                    by_hand,
                                                GCancellable               *cancellable,
                                                gint64                     *retry_at,
                                                GError                    **error);
GPtrArray       *lanyard_sync_download_feed    (LanyardSync                *self,
                                                const LanyardFeed          *feed,
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

LanyardFeed     *lanyard_sync_make_feed        (GPtrArray                  *downloads,
                                                const char                 *digest);
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
                                                GPtrArray                  *downloads,
                                                const char                 *zone,
                                                const char                 *place,
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
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardFeedSearch, lanyard_feed_search_clear)

G_END_DECLS
