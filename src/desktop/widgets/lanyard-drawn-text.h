/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_drawn_text_renew (PangoLayout **layout,
                               GtkWidget    *styled);

G_END_DECLS
