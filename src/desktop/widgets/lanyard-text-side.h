/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_text_side_align     (PangoLayout      *layout,
                                  GtkTextDirection  direction);
void lanyard_text_side_follow    (GtkWidget        *widget);
void lanyard_text_side_set_prose (GtkWidget        *widget,
                                  const char       *text);

G_END_DECLS
