/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sync/lanyard-feed-change.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_FEED_REVIEW (lanyard_feed_review_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFeedReview, lanyard_feed_review, LANYARD, FEED_REVIEW, AdwBin)

void lanyard_feed_review_set_change (LanyardFeedReview *self,
                                     LanyardFeedChange *change);

G_END_DECLS
