/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardDayStyle:
 * @LANYARD_DAY_SHORT: "Mon 5"
 * @LANYARD_DAY_MEDIUM: "Mon 5 Oct"
 * @LANYARD_DAY_LONG: "Monday 5 October"
 * @LANYARD_DAY_FULL: "Monday 5 October 2026"
 *
 * How much of a day's name is written, here in English.
 */
typedef enum
{
  LANYARD_DAY_SHORT,
  LANYARD_DAY_MEDIUM,
  LANYARD_DAY_LONG,
  LANYARD_DAY_FULL,
} LanyardDayStyle;

gboolean lanyard_format_has_12_hours (void);
char *lanyard_format_time            (LanyardZone     *zone,
                                      gint64           instant);
char *lanyard_format_time_range      (LanyardZone     *zone,
                                      gint64           start,
                                      gint64           end);
char *lanyard_format_day             (guint            day,
                                      LanyardDayStyle  style);
char *lanyard_format_day_range       (guint            first,
                                      guint            last);
char *lanyard_format_duration        (gint64           seconds);
char *lanyard_format_time_left       (gint64           seconds);
char *lanyard_format_time_until      (gint64           seconds);
char *lanyard_format_iso8601         (LanyardZone     *zone,
                                      gint64           instant);
char *lanyard_format_zone            (LanyardZone     *zone,
                                      gint64           instant);
char *lanyard_format_zone_offset     (LanyardZone     *zone,
                                      gint64           instant);
char *lanyard_format_zone_difference (LanyardZone     *here,
                                      LanyardZone     *there,
                                      gint64           instant);
char *lanyard_format_zone_difference_between (LanyardZone *here,
                                              LanyardZone *there,
                                              gint64       first,
                                              gint64       last);
gboolean lanyard_parse_iso8601       (const char      *text,
                                      LanyardZone     *zone,
                                      gint64          *instant);

G_END_DECLS
