/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean lanyard_typing_is_text (GtkWidget       *widget,
                                 guint            key,
                                 GdkModifierType  modifiers);

G_END_DECLS
