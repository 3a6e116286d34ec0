/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-extract.h"

G_BEGIN_DECLS

/**
 * LANYARD_ICAL_NO_ALARM:
 *
 * What the minutes of an alarm are where there is none.
 */
#define LANYARD_ICAL_NO_ALARM -1

/**
 * LanyardIcalSettings:
 * @name: (nullable): what the calendar is called
 * @alarm: how many minutes before each entry a calendar program is to call, or
 *   %LANYARD_ICAL_NO_ALARM
 * @has_zones: whether times are those of each conference's own zone, which is
 *   then described, instead of UTC
 *
 * How a calendar is written.
 */
typedef struct
{
  const char *name;
  int         alarm;
  gboolean    has_zones;
} LanyardIcalSettings;

GBytes *lanyard_ical_export (GPtrArray                 *extracts,
                             const LanyardIcalSettings *settings,
                             guint                     *n_left_out);

G_END_DECLS
