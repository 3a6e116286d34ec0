/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with where it was pressed, in the widget's coordinates. */
typedef void (*LanyardPressFunc) (GtkWidget *widget,
                                  double     x,
                                  double     y);

void lanyard_presses_add (GtkWidget        *widget,
                          LanyardPressFunc  open,
                          LanyardPressFunc  show_menu);

G_END_DECLS
