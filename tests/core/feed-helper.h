/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the feed: a test server with the tests' conference as its
 * event 77, a fetcher with little patience, and the feed's calls made blocking. */

#pragma once

#include "lanyard-indico-server.h"
#include "net/lanyard-indico-feed.h"

G_BEGIN_DECLS

#define FEED_TOKEN "indp_feedTestsToken00000000000000000000000000"
#define FEED_KEY "aa0123bb-0000-4000-8000-000000000001"
#define FEED_SECRET "cc4567dd-0000-4000-8000-000000000002"

#define FEED_TEST(path, prefix, func) \
  g_test_add (path, FeedFixture, prefix, feed_fixture_set_up, func, feed_fixture_tear_down)

typedef struct
{
  LanyardIndicoServer *server;  /* owned */
  LanyardFetcher      *fetcher; /* owned */
  LanyardAddress      *address; /* owned: the event's */
  GCancellable        *cancellable; /* owned: given to all calls */
  guint                n_progress;  /* calls of the progress function */
  guint64              n_bytes;     /* what it was told last */
  guint64              n_total;
} FeedFixture;

/* `data` is the path under which the server is mounted, NULL for none. */
void               feed_fixture_set_up       (FeedFixture        *fixture,
                                              gconstpointer       data);
void               feed_fixture_tear_down    (FeedFixture        *fixture,
                                              gconstpointer       data);
/* "/event/77" at the server. */
LanyardAddress    *feed_address              (FeedFixture        *fixture,
                                              const char         *path);
LanyardCredential *feed_token                (FeedFixture        *fixture);
LanyardCredential *feed_api_key              (FeedFixture        *fixture,
                                              const char         *secret);
LanyardDownload   *feed_download             (FeedFixture        *fixture,
                                              LanyardAddress     *address,
                                              LanyardCredential  *credential,
                                              const char         *validators,
                                              gboolean            by_hand,
                                              gint64             *retry_at,
                                              GError            **error);
LanyardIdentity   *feed_check                (FeedFixture        *fixture,
                                              LanyardAddress     *address,
                                              LanyardCredential  *credential,
                                              GError            **error);
/* How many requests so far have this in them, head and all. */
guint              feed_count_requests       (FeedFixture        *fixture,
                                              const char         *part);
/* That nothing a download says has a secret in it. */
void               feed_assert_no_secret     (const char         *text);

/* The same, of a download that goes well. */
LanyardDownload   *feed_download_well        (FeedFixture        *fixture,
                                              LanyardAddress     *address,
                                              LanyardCredential  *credential,
                                              const char         *validators);
/* And of one that fails, with this in what it says. */
void               feed_assert_fails         (FeedFixture        *fixture,
                                              LanyardAddress     *address,
                                              LanyardCredential  *credential,
                                              LanyardNetError     code,
                                              const char         *part);
guint              feed_count_talks          (LanyardDownload    *download);
/* That the event is one of which the server says nothing. */
void               feed_assert_hidden        (LanyardDownload    *download);

G_END_DECLS
