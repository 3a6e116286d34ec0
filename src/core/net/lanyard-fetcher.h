/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "net/lanyard-credential.h"
#include "net/lanyard-net-error.h"

G_BEGIN_DECLS

/**
 * LanyardRequest:
 * @url: what to fetch, http or https; has no secret in it
 * @credential: (nullable): who asks; sent only to its own origin, only over TLS or to this computer
 * @etag: (nullable): what an earlier answer said, to be told "not modified"
 * @last_modified: (nullable): likewise
 * @wants_json: whether an HTML answer is a login wall and not what was asked for
 * @past_caches: whether caches on the way are to be passed by
 * @file: (nullable): where to write the body instead of keeping it in memory; its folder is there
 * @refuses_pages: whether a web page is a login wall and not what was asked for, also of no JSON
 * @wants_document: likewise, where only the content tells: some servers call any document a web page
 * @wants_page: whether a web page is what is wanted, where a server has the same in other forms, too
 *
 * One question to a server. Borrowed for the call only.
 */
typedef struct
{
  const char        *url;
  LanyardCredential *credential;
  const char        *etag;
  const char        *last_modified;
  gboolean           wants_json;
  gboolean           past_caches;
  GFile             *file;
  gboolean           refuses_pages;
  gboolean           wants_document;
  gboolean           wants_page;
} LanyardRequest;

#define LANYARD_TYPE_RESPONSE (lanyard_response_get_type ())

/**
 * LanyardResponse:
 * @body: (nullable): the content, decompressed; %NULL if it is not modified, or in a file
 * @url: where it came from in the end, after redirects
 * @content_type: (nullable): the media type, without parameters
 * @etag: (nullable): for the next question
 * @last_modified: (nullable): for the next question
 * @is_indico: whether an Indico answered (it says X-Indico-URL)
 *
 * A server's answer of status 200 or 304; never changes.
 */
typedef struct
{
  GBytes   *body;
  char     *url;
  char     *content_type;
  char     *etag;
  char     *last_modified;
  gboolean  is_indico;
} LanyardResponse;

GType            lanyard_response_get_type (void);
LanyardResponse *lanyard_response_ref      (LanyardResponse *self);
void             lanyard_response_unref    (LanyardResponse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardResponse, lanyard_response_unref)

/**
 * LanyardLimits:
 * @connect_ms: longest time to connect, TLS included
 * @silence_ms: longest time without a byte
 * @total_ms: longest time for one answer
 * @max_bytes: largest body, after decompression
 * @file_ms: longest time for one file
 * @max_file_bytes: largest file
 * @n_redirects: most redirects followed
 * @n_retries: how often what may pass is tried again
 * @backoff_ms: wait before the first retry; doubles with each, and is jittered
 * @longest_wait_ms: a longer Retry-After is an error at once
 *
 * How much patience there is.
 */
typedef struct
{
  guint connect_ms;
  guint silence_ms;
  guint total_ms;
  gsize max_bytes;
  guint file_ms;
  guint64 max_file_bytes;
  guint n_redirects;
  guint n_retries;
  guint backoff_ms;
  guint longest_wait_ms;
} LanyardLimits;

/**
 * LanyardProgressFunc:
 * @n_bytes: how much of the body has arrived, decompressed
 * @n_total: how much it will be, 0 if unknown
 * @user_data: the caller's
 *
 * Called in the caller's main context, at most about ten times a second.
 */
typedef void (*LanyardProgressFunc) (guint64  n_bytes,
                                     guint64  n_total,
                                     gpointer user_data);

/**
 * LanyardFetcher:
 *
 * The only thing that opens a connection: one libsoup session with limits.
 * Main-context asynchronous; one for a program.
 */
#define LANYARD_TYPE_FETCHER (lanyard_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFetcher, lanyard_fetcher, LANYARD, FETCHER, GObject)

LanyardFetcher  *lanyard_fetcher_new              (void);
void             lanyard_fetcher_set_limits       (LanyardFetcher       *self,
                                                   const LanyardLimits  *limits);
void             lanyard_fetcher_set_tls_database (LanyardFetcher       *self,
                                                   GTlsDatabase         *database);

void             lanyard_fetcher_fetch_async      (LanyardFetcher       *self,
                                                   const LanyardRequest *request,
                                                   LanyardProgressFunc   progress,
                                                   gpointer              progress_data,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
LanyardResponse *lanyard_fetcher_fetch_finish     (LanyardFetcher       *self,
                                                   GAsyncResult         *result,
                                                   gint64               *retry_at,
                                                   GError              **error);

G_END_DECLS
