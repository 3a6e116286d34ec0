/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times and durations as feeds spell them. Private to the formats. */

#pragma once

#include "lanyard-draft.h"

G_BEGIN_DECLS

/* A time as it is written: a wall time, and how far from UTC, if it says so. */
typedef struct
{
  int      year;
  int      month;
  int      day;
  int      clock;      /* seconds since midnight */
  gboolean has_clock;
  gboolean has_offset;
  int      offset;     /* seconds east of UTC */
} LanyardFeedStamp;

gboolean lanyard_feed_clock_read    (const char             *text,
                                     int                    *clock);
gboolean lanyard_feed_stamp_read    (const char             *text,
                                     LanyardFeedStamp       *stamp);
gint64   lanyard_feed_stamp_resolve (const LanyardFeedStamp *stamp,
                                     LanyardDraft           *draft,
                                     LanyardZone            *zone);
gboolean lanyard_feed_duration_read (const char             *text,
                                     guint                  *seconds);

G_END_DECLS
