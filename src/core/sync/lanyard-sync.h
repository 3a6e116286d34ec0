/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-fetcher.h"
#include "net/lanyard-keyring.h"
#include "net/lanyard-offer.h"
#include "store/lanyard-store.h"
#include "time/lanyard-clock.h"

G_BEGIN_DECLS

/**
 * LanyardSyncStep:
 * @LANYARD_SYNC_CONNECTING: waiting for the server
 * @LANYARD_SYNC_DOWNLOADING: bytes arrive
 * @LANYARD_SYNC_READING: the programme is made of them
 * @LANYARD_SYNC_SAVING: it is written down
 *
 * How far it is.
 */
typedef enum
{
  LANYARD_SYNC_CONNECTING,
  LANYARD_SYNC_DOWNLOADING,
  LANYARD_SYNC_READING,
  LANYARD_SYNC_SAVING,
} LanyardSyncStep;

/**
 * LanyardSyncProgressFunc:
 * @step: what is done now
 * @n_bytes: how much has arrived in all
 * @user_data: the caller's
 *
 * Called in the caller's main context.
 */
typedef void (*LanyardSyncProgressFunc) (LanyardSyncStep step,
                                         guint64         n_bytes,
                                         gpointer        user_data);

/**
 * LanyardWish:
 * @feed: (nullable): the address of the feed to read, or the word for a kind of feed; %NULL for the best
 * @offers: (nullable) (element-type LanyardOffer): where feeds are, if an earlier preview has found that out
 * @others: (nullable) (array zero-terminated=1): addresses of other feeds of the same conference;
 *   of each the best feed is taken, or itself if it is one of @offers
 * @zone: (nullable): the zone of the times where the feed names none, if somebody says it
 *
 * What somebody knows or wants of the conference at an address. Copied.
 */
typedef struct
{
  const char        *feed;
  GPtrArray         *offers;
  const char *const *others;
  const char        *zone;
} LanyardWish;

/**
 * LanyardPreview:
 * @programme: what the address gives
 * @feed: where it came from, to be stored with it
 * @offers: (element-type LanyardOffer): where else there may be feeds of it; none if nobody had to be asked
 * @uuid: (nullable): the conference, if it is there already
 * @zone: (nullable): the zone of the times where the feed names none, if that was wished
 *
 * A conference that somebody may want to add. Reference counted.
 */
typedef struct
{
  LanyardProgramme *programme;
  LanyardFeed      *feed;
  GPtrArray        *offers;
  char             *uuid;
  char             *zone;
} LanyardPreview;

#define LANYARD_TYPE_PREVIEW (lanyard_preview_get_type ())
GType           lanyard_preview_get_type (void);
LanyardPreview *lanyard_preview_ref      (LanyardPreview *self);
void            lanyard_preview_unref    (LanyardPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardPreview, lanyard_preview_unref)

/**
 * LanyardRefreshFlags:
 * @LANYARD_REFRESH_BY_ITSELF: because it is time
 * @LANYARD_REFRESH_BY_HAND: because somebody asked; passes the server's cache by
 * @LANYARD_REFRESH_ACCEPT_SHRINK: also if it loses more than a third of the talks
 *
 * Why and how a conference is refreshed.
 */
typedef enum
{
  LANYARD_REFRESH_BY_ITSELF = 0,
  LANYARD_REFRESH_BY_HAND = 1 << 0,
  LANYARD_REFRESH_ACCEPT_SHRINK = 1 << 1,
} LanyardRefreshFlags;

/**
 * LanyardRefresh:
 * @uuid: the conference
 * @is_unchanged: whether the feed gave what is stored already, so that nothing was written
 * @changes: (element-type LanyardChange): what differs
 * @n_skipped: how many entries could not be read
 *
 * What came of a refresh.
 */
typedef struct
{
  char      *uuid;
  gboolean   is_unchanged;
  GPtrArray *changes;
  guint      n_skipped;
} LanyardRefresh;

void lanyard_refresh_free (LanyardRefresh *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardRefresh, lanyard_refresh_free)

/**
 * LanyardSync:
 *
 * From an address to a stored programme and back again: preview, add, refresh.
 * One for a program; at most one refresh a conference at a time (who asks for a
 * second waits for the first one's outcome). Errors are of LANYARD_NET_ERROR,
 * LANYARD_FORMAT_ERROR, LANYARD_STORE_ERROR, LANYARD_KEYRING_ERROR and
 * G_IO_ERROR_CANCELLED; each message is a sentence for people.
 *
 * - `refreshing-changed` (const char *uuid): a refresh of it began or ended;
 * - `refreshed` (const char *uuid, const GError *error): one ended by itself,
 *   well (%NULL) or not.
 */
#define LANYARD_TYPE_SYNC (lanyard_sync_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSync, lanyard_sync, LANYARD, SYNC, GObject)

LanyardSync    *lanyard_sync_new            (LanyardStore            *store,
                                             LanyardFetcher          *fetcher,
                                             LanyardKeyring          *keyring,
                                             LanyardClock            *clock);
LanyardStore   *lanyard_sync_get_store      (LanyardSync             *self);
LanyardFetcher *lanyard_sync_get_fetcher    (LanyardSync             *self);
LanyardKeyring *lanyard_sync_get_keyring    (LanyardSync             *self);

void            lanyard_sync_preview_async  (LanyardSync             *self,
                                             const char              *address,
                                             const LanyardWish       *wish,
                                             LanyardSyncProgressFunc  progress,
                                             gpointer                 progress_data,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
LanyardPreview *lanyard_sync_preview_finish (LanyardSync             *self,
                                             GAsyncResult            *result,
                                             GError                 **error);

void            lanyard_sync_list_offers_async  (LanyardSync         *self,
                                                 const char          *address,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GPtrArray      *lanyard_sync_list_offers_finish (LanyardSync         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

void            lanyard_sync_add_async      (LanyardSync             *self,
                                             LanyardPreview          *preview,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
LanyardSaved   *lanyard_sync_add_finish     (LanyardSync             *self,
                                             GAsyncResult            *result,
                                             GError                 **error);

void            lanyard_sync_refresh_async  (LanyardSync             *self,
                                             const char              *uuid,
                                             LanyardRefreshFlags      flags,
                                             LanyardSyncProgressFunc  progress,
                                             gpointer                 progress_data,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
LanyardRefresh *lanyard_sync_refresh_finish (LanyardSync             *self,
                                             GAsyncResult            *result,
                                             GError                 **error);

/* When a conference was last known to be as the server has it: UTC seconds,
 * LANYARD_NO_TIME for never. Kept outside the database, for an unchanged
 * refresh writes nothing to that. */
gint64          lanyard_sync_get_checked_at (LanyardSync             *self,
                                             const char              *uuid);
gint64          lanyard_sync_get_due        (LanyardSync             *self,
                                             LanyardConference       *conference);
gboolean        lanyard_sync_is_refreshing  (LanyardSync             *self,
                                             const char              *uuid);

/* Refreshes by itself what is older than it may be: now, when time passes, and
 * when the network comes back. Ages in seconds, 0 for never. */
void            lanyard_sync_keep_fresh     (LanyardSync             *self,
                                             gint64                   age_before,
                                             gint64                   age_during);

G_END_DECLS
