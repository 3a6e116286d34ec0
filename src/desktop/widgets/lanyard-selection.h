/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-pickable.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SELECTION (lanyard_selection_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSelection, lanyard_selection, LANYARD, SELECTION, GObject)

LanyardSelection *lanyard_selection_new            (void);
gboolean          lanyard_selection_is_active      (LanyardSelection *self);
void              lanyard_selection_set_active     (LanyardSelection *self,
                                                    gboolean          active);
gboolean          lanyard_selection_contains       (LanyardSelection *self,
                                                    LanyardItem      *item);
void              lanyard_selection_set_selected   (LanyardSelection *self,
                                                    LanyardItem      *item,
                                                    gboolean          selected);
void              lanyard_selection_select_all     (LanyardSelection *self,
                                                    GPtrArray        *items,
                                                    guint             first,
                                                    guint             last);
guint             lanyard_selection_get_n_selected (LanyardSelection *self);
GPtrArray        *lanyard_selection_dup_pickables  (LanyardSelection *self);

G_END_DECLS
