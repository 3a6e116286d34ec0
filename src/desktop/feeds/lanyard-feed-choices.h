/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

/**
 * LanyardFeedChoices:
 *
 * The feeds that a conference may be read from, to be ticked.
 *
 * - `changed` (): others are ticked.
 */
#define LANYARD_TYPE_FEED_CHOICES (lanyard_feed_choices_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFeedChoices, lanyard_feed_choices, LANYARD, FEED_CHOICES, AdwBin)

void     lanyard_feed_choices_begin      (LanyardFeedChoices *self,
                                          LanyardSync        *sync,
                                          const char         *feeds,
                                          const char         *page);
void     lanyard_feed_choices_end        (LanyardFeedChoices *self);
char   **lanyard_feed_choices_dup_ticked (LanyardFeedChoices *self);

G_END_DECLS
