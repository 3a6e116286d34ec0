/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-item.h"

G_BEGIN_DECLS

void lanyard_show_item (GtkWidget   *widget,
                        LanyardItem *item);

G_END_DECLS
