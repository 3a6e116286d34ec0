/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean lanyard_list_focus_first   (GtkListBox       *list,
                                     GtkDirectionType  direction);
void     lanyard_list_pass_headings (GtkListBox       *list);
void     lanyard_list_focus_filled  (GtkWidget        *page,
                                     GtkStack         *stack);

G_END_DECLS
