/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_GROWING_MODEL (lanyard_growing_model_get_type ())
G_DECLARE_FINAL_TYPE (LanyardGrowingModel, lanyard_growing_model, LANYARD, GROWING_MODEL, GObject)

LanyardGrowingModel *lanyard_growing_model_new       (GType                type);
void                 lanyard_growing_model_set_items (LanyardGrowingModel *self,
                                                      GPtrArray           *items,
                                                      GArray              *sections,
                                                      guint                first,
                                                      guint                n_shown);
guint                lanyard_growing_model_count_going (LanyardGrowingModel *self,
                                                        GPtrArray           *items,
                                                        GArray              *sections,
                                                        guint                first,
                                                        guint                n_shown);
gboolean             lanyard_growing_model_grow      (LanyardGrowingModel *self,
                                                      guint                n_items);
void                 lanyard_growing_model_dissolve  (LanyardGrowingModel *self);
GPtrArray           *lanyard_growing_model_get_items (LanyardGrowingModel *self);
guint                lanyard_growing_model_get_first (LanyardGrowingModel *self);

G_END_DECLS
