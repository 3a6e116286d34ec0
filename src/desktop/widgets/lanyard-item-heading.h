/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-item.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM_HEADING (lanyard_item_heading_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemHeading, lanyard_item_heading, LANYARD, ITEM_HEADING, GtkWidget)

GtkWidget   *lanyard_item_heading_new      (void);
void         lanyard_item_heading_set      (LanyardItemHeading *self,
                                            LanyardItem        *item,
                                            const char         *text,
                                            const char         *second);
LanyardItem *lanyard_item_heading_get_item (LanyardItemHeading *self);

G_END_DECLS
