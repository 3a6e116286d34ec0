/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LanyardTimesWidth:
 * @serial: of the widget's text when it was measured, 0 for not yet
 * @width: pixels
 *
 * What a widget remembers of how wide times are; all 0 at first.
 */
typedef struct
{
  guint serial;
  int width;
} LanyardTimesWidth;

int lanyard_times_width_get (LanyardTimesWidth *self,
                             GtkWidget         *widget);

G_END_DECLS
