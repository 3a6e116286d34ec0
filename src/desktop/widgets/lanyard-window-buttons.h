/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_window_buttons_show (AdwHeaderBar  *header,
                                  GtkWidget    **buttons,
                                  gboolean       shown);

G_END_DECLS
