/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

/**
 * LanyardExchangePlan:
 * @request: what is asked
 * @limits: how much patience there is
 * @deadline: when to give up, of g_get_monotonic_time()
 * @is_retry: whether the connections that are there already are not to be trusted
 * @progress: (nullable): told how much has arrived
 * @progress_data: for @progress
 *
 * What an exchange is about. Lives until it ends.
 */
typedef struct
{
  const LanyardRequest *request;
  const LanyardLimits *limits;
  gint64 deadline;
  gboolean is_retry;
  LanyardProgressFunc progress;
  gpointer progress_data;
} LanyardExchangePlan;

/**
 * LanyardSetback:
 * @may_pass: whether asking again soon may help
 * @retry_after: seconds after which the server wants to be asked again, -1 if it does not say
 *
 * What a failure means for the next try.
 */
typedef struct
{
  gboolean may_pass;
  gint64 retry_after;
} LanyardSetback;

void             lanyard_exchange_async  (SoupSession                *session,
                                          const LanyardExchangePlan  *plan,
                                          GCancellable               *cancellable,
                                          GAsyncReadyCallback         callback,
                                          gpointer                    user_data);
LanyardResponse *lanyard_exchange_finish (GAsyncResult               *result,
                                          LanyardSetback             *setback,
                                          GError                    **error);

G_END_DECLS
