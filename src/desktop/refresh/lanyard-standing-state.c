/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of how the open conference stands to its server. Pages, the
 * sidebar's foot and the banners do. Main thread. */

#include "config.h"

#include "lanyard-standing-private.h"

static LanyardStandingFailure *
find_failure (LanyardStanding *self)
{
  const char *uuid = lanyard_open_conference_get_uuid (self->open);

  return uuid != NULL ? g_hash_table_lookup (self->failures, uuid) : NULL;
}

static gboolean
lacks_network (LanyardStanding *self)
{
  return self->network != NULL && !self->reaches_server && !g_network_monitor_get_network_available (self->network);
}

/**
 * lanyard_standing_get_state:
 * @self: a standing
 *
 * Gets how the open conference stands to its server.
 *
 * Returns: the state
 */
LanyardStandingState
lanyard_standing_get_state (LanyardStanding *self)
{
  LanyardStandingFailure *failure;

  g_return_val_if_fail (LANYARD_IS_STANDING (self), LANYARD_STANDING_FINE);

  failure = find_failure (self);
  if (failure != NULL && g_error_matches (failure->error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_SHRINKS))
    return LANYARD_STANDING_HELD_BACK;
  if (failure != NULL && lanyard_standing_says_offline (failure->error))
    return LANYARD_STANDING_OFFLINE;
  if (self->feed != NULL && lacks_network (self))
    return LANYARD_STANDING_OFFLINE;
  if (failure != NULL)
    return LANYARD_STANDING_FAILED;
  return self->feed != NULL ? LANYARD_STANDING_FINE : LANYARD_STANDING_FROM_FILES;
}

/**
 * lanyard_standing_is_refreshing:
 * @self: a standing
 *
 * Gets whether the open conference is being refreshed.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_standing_is_refreshing (LanyardStanding *self)
{
  LanyardSync *sync;
  const char *uuid;

  g_return_val_if_fail (LANYARD_IS_STANDING (self), FALSE);

  sync = lanyard_lazy_sync_peek (self->lazy_sync);
  uuid = lanyard_open_conference_get_uuid (self->open);
  return sync != NULL && uuid != NULL && lanyard_sync_is_refreshing (sync, uuid);
}

/**
 * lanyard_standing_can_cancel:
 * @self: a standing
 *
 * Gets whether a refresh by hand is under way.
 *
 * Returns: %TRUE if lanyard_standing_cancel() does something
 */
gboolean
lanyard_standing_can_cancel (LanyardStanding *self)
{
  g_return_val_if_fail (LANYARD_IS_STANDING (self), FALSE);

  return self->by_hand != NULL;
}

/**
 * lanyard_standing_get_failure:
 * @self: a standing
 * @by_hand: (out) (optional): whether somebody asked for the refresh that failed
 *
 * Gets why the last refresh failed.
 *
 * Returns: (transfer none) (nullable): a sentence, %NULL if it did not fail
 */
const char *
lanyard_standing_get_failure (LanyardStanding *self,
                              gboolean         *by_hand)
{
  LanyardStandingFailure *failure;

  g_return_val_if_fail (LANYARD_IS_STANDING (self), NULL);

  failure = find_failure (self);
  if (by_hand != NULL)
    *by_hand = failure != NULL && failure->by_hand;
  return failure != NULL ? failure->error->message : NULL;
}

/**
 * lanyard_standing_get_age:
 * @self: a standing
 *
 * Gets how long ago the programme was last known to be as the server has it,
 * or its files were read.
 *
 * Returns: seconds, -1 if that is not known
 */
gint64
lanyard_standing_get_age (LanyardStanding *self)
{
  LanyardProgramme *programme;
  LanyardSync *sync;
  gint64 since;

  g_return_val_if_fail (LANYARD_IS_STANDING (self), -1);

  programme = lanyard_open_conference_get_programme (self->open);
  if (programme == NULL)
    return -1;
  since = lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->imported_at;
  sync = lanyard_lazy_sync_peek (self->lazy_sync);
  if (self->feed != NULL && sync != NULL)
    {
      gint64 checked_at = lanyard_sync_get_checked_at (sync, lanyard_open_conference_get_uuid (self->open));

      if (checked_at != LANYARD_NO_TIME && (since == LANYARD_NO_TIME || checked_at > since))
        since = checked_at;
    }
  if (since == LANYARD_NO_TIME)
    return -1;
  return MAX (lanyard_open_conference_get_now (self->open) - since, 0);
}

/**
 * lanyard_standing_get_address:
 * @self: a standing
 *
 * Gets where the open conference is refreshed from.
 *
 * Returns: (transfer none) (nullable): the address, %NULL for one that came from files
 */
const char *
lanyard_standing_get_address (LanyardStanding *self)
{
  g_return_val_if_fail (LANYARD_IS_STANDING (self), NULL);

  return self->feed != NULL ? self->feed->url : NULL;
}

/**
 * lanyard_standing_get_due:
 * @self: a standing
 *
 * Gets when the open conference is to be refreshed by itself.
 *
 * Returns: UTC seconds, in the past if it is time, %LANYARD_NO_TIME for never
 */
gint64
lanyard_standing_get_due (LanyardStanding *self)
{
  LanyardProgramme *programme;
  LanyardSync *sync;

  g_return_val_if_fail (LANYARD_IS_STANDING (self), LANYARD_NO_TIME);

  programme = lanyard_open_conference_get_programme (self->open);
  sync = lanyard_lazy_sync_peek (self->lazy_sync);
  if (self->feed == NULL || programme == NULL || sync == NULL)
    return LANYARD_NO_TIME;
  return lanyard_sync_get_due (sync, lanyard_programme_get_conference (programme));
}
