/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef double (*LanyardZoomGetFunc) (GtkWidget *widget);

/* Called with what is to stay where it is, in the widget's coordinates. */
typedef void (*LanyardZoomAtFunc) (GtkWidget *widget,
                                   double     zoom,
                                   double     x,
                                   double     y);

void lanyard_zoom_gestures_add (GtkWidget          *widget,
                                LanyardZoomGetFunc  get_zoom,
                                LanyardZoomAtFunc   zoom_at);

G_END_DECLS
