/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardTick:
 * @instant: UTC seconds
 * @is_hour: whether it is a full hour, and not half past
 *
 * A line of a time axis.
 */
typedef struct
{
  gint64   instant;
  gboolean is_hour;
} LanyardTick;

GArray  *lanyard_dup_ticks           (LanyardZone       *zone,
                                      gint64             start,
                                      gint64             first,
                                      gint64             last);
GdkRGBA  lanyard_tick_get_color      (const LanyardTick *self,
                                      GtkWidget         *widget);
guint    lanyard_ticks_choose_step   (double             scale,
                                      int                room);
gboolean lanyard_tick_is_labelled    (const LanyardTick *self,
                                      LanyardZone       *zone,
                                      guint              step);

G_END_DECLS
