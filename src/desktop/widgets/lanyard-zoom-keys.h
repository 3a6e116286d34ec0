/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LanyardZoomActions:
 * @in: the action that makes larger
 * @out: the action that makes smaller
 * @reset: the action that makes it as large as at first
 *
 * Names of a widget's actions, which last as long as it.
 */
typedef struct
{
  const char *in;
  const char *out;
  const char *reset;
} LanyardZoomActions;

void lanyard_zoom_keys_add (GtkWidget                *widget,
                            const LanyardZoomActions *actions);

G_END_DECLS
