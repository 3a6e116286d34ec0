/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "lanyard-lazy-sync.h"

G_BEGIN_DECLS

/**
 * LanyardFreshnessState:
 * @LANYARD_FRESHNESS_FROM_FILES: it has no address to be refreshed from
 * @LANYARD_FRESHNESS_FINE: the last refresh went well, or there was none yet
 * @LANYARD_FRESHNESS_OFFLINE: there is no network, or none that leads to the server
 * @LANYARD_FRESHNESS_FAILED: the last refresh failed; a sentence says why
 * @LANYARD_FRESHNESS_HELD_BACK: the last refresh would have lost too many talks
 *
 * How the open conference stands to its server.
 */
typedef enum
{
  LANYARD_FRESHNESS_FROM_FILES,
  LANYARD_FRESHNESS_FINE,
  LANYARD_FRESHNESS_OFFLINE,
  LANYARD_FRESHNESS_FAILED,
  LANYARD_FRESHNESS_HELD_BACK,
} LanyardFreshnessState;

/**
 * LanyardFreshness:
 *
 * How fresh the open conference is, and its refreshes.
 *
 * - `changed` (): something of it is another, or time has passed;
 * - `ended` (LanyardRefresh *refresh, const GError *error): a refresh by hand
 *   ended; one of the two is %NULL.
 */
#define LANYARD_TYPE_FRESHNESS (lanyard_freshness_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFreshness, lanyard_freshness, LANYARD, FRESHNESS, GObject)

LanyardFreshness      *lanyard_freshness_new            (LanyardOpenConference *open,
                                                         LanyardLazySync       *sync,
                                                         GSettings             *settings);
void                   lanyard_freshness_start          (LanyardFreshness      *self);
void                   lanyard_freshness_refresh        (LanyardFreshness      *self,
                                                         LanyardRefreshFlags    flags);
void                   lanyard_freshness_cancel         (LanyardFreshness      *self);
void                   lanyard_freshness_keep_old       (LanyardFreshness      *self);
LanyardFreshnessState  lanyard_freshness_get_state      (LanyardFreshness      *self);
gboolean               lanyard_freshness_is_refreshing  (LanyardFreshness      *self);
gboolean               lanyard_freshness_can_cancel     (LanyardFreshness      *self);
const char            *lanyard_freshness_get_failure    (LanyardFreshness      *self,
                                                         gboolean              *by_hand);
gint64                 lanyard_freshness_get_age        (LanyardFreshness      *self);

G_END_DECLS
