/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "lanyard-lazy-sync.h"

G_BEGIN_DECLS

/**
 * LanyardStandingState:
 * @LANYARD_STANDING_FROM_FILES: it was read from files, and has not been refreshed
 * @LANYARD_STANDING_FINE: the last refresh went well, or there was none yet
 * @LANYARD_STANDING_OFFLINE: there is no network, or none that leads to the server
 * @LANYARD_STANDING_FAILED: the last refresh failed; a sentence says why
 * @LANYARD_STANDING_HELD_BACK: the last refresh would have lost too many talks
 *
 * How the open conference stands to its server.
 */
typedef enum
{
  LANYARD_STANDING_FROM_FILES,
  LANYARD_STANDING_FINE,
  LANYARD_STANDING_OFFLINE,
  LANYARD_STANDING_FAILED,
  LANYARD_STANDING_HELD_BACK,
} LanyardStandingState;

/**
 * LanyardStanding:
 *
 * How the open conference stands to its server, and its refreshes by hand.
 *
 * - `changed` (): something of it is another, or time has passed;
 * - `ended` (LanyardRefresh *refresh, const GError *error): a refresh by hand
 *   ended; one of the two is %NULL.
 */
#define LANYARD_TYPE_STANDING (lanyard_standing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStanding, lanyard_standing, LANYARD, STANDING, GObject)

LanyardStanding     *lanyard_standing_new           (LanyardOpenConference *open,
                                                     LanyardLazySync       *sync,
                                                     GSettings             *settings);
LanyardLazySync     *lanyard_standing_get_sync      (LanyardStanding       *self);
void                 lanyard_standing_start         (LanyardStanding       *self);
void                 lanyard_standing_refresh       (LanyardStanding       *self,
                                                     LanyardRefreshFlags    flags);
void                 lanyard_standing_cancel        (LanyardStanding       *self);
void                 lanyard_standing_keep_old      (LanyardStanding       *self);
LanyardStandingState lanyard_standing_get_state     (LanyardStanding       *self);
gboolean             lanyard_standing_is_refreshing (LanyardStanding       *self);
gboolean             lanyard_standing_can_cancel    (LanyardStanding       *self);
const char          *lanyard_standing_get_failure   (LanyardStanding       *self,
                                                     gboolean              *by_hand);
gint64               lanyard_standing_get_age       (LanyardStanding       *self);
const char          *lanyard_standing_get_address   (LanyardStanding       *self);
gint64               lanyard_standing_get_due       (LanyardStanding       *self);

G_END_DECLS
