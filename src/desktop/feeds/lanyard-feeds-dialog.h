/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../refresh/lanyard-standing.h"
#include "sync/lanyard-feed-change.h"

G_BEGIN_DECLS

/**
 * LanyardFeedsDialog:
 *
 * Has the open conference read from other feeds than today.
 *
 * - `changed` (LanyardFeedChange *change): it is done.
 */
#define LANYARD_TYPE_FEEDS_DIALOG (lanyard_feeds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFeedsDialog, lanyard_feeds_dialog, LANYARD, FEEDS_DIALOG, AdwDialog)

AdwDialog *lanyard_feeds_dialog_new (LanyardOpenConference *open,
                                     LanyardStanding       *standing);

G_END_DECLS
