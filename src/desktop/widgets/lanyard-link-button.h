/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-link.h"

G_BEGIN_DECLS

GtkWidget *lanyard_link_button_new            (LanyardLink *link);
GtkWidget *lanyard_link_button_new_with_label (LanyardLink *link,
                                               const char  *label);
void       lanyard_link_open                  (LanyardLink *link,
                                               GtkWidget   *widget);

G_END_DECLS
