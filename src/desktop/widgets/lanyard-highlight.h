/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_highlight_label  (GtkLabel   *label,
                               const char *words);
void lanyard_highlight_labels (GtkWidget  *widget,
                               const char *words);

G_END_DECLS
