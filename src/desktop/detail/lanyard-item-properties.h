/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-talk.h"

G_BEGIN_DECLS

void lanyard_item_properties_show (GtkListBox  *list,
                                   LanyardTalk *talk);

G_END_DECLS
