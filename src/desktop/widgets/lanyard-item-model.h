/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-item.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM_MODEL (lanyard_item_model_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemModel, lanyard_item_model, LANYARD, ITEM_MODEL, GObject)

LanyardItemModel *lanyard_item_model_new       (void);
void              lanyard_item_model_set_items (LanyardItemModel *self,
                                                GPtrArray        *items,
                                                GArray           *sections,
                                                guint             first,
                                                guint             n_shown);
gboolean          lanyard_item_model_grow      (LanyardItemModel *self,
                                                guint             n_items);
GPtrArray        *lanyard_item_model_get_items (LanyardItemModel *self);
guint             lanyard_item_model_get_first (LanyardItemModel *self);

G_END_DECLS
