/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  lanyard_marked_text_show (const char *marked,
                                GtkLabel   *label);
char *lanyard_marked_text_strip (const char *marked);

G_END_DECLS
