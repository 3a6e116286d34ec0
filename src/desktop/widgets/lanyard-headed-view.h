/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item-heading.h"

G_BEGIN_DECLS

/**
 * LanyardShowHeading:
 * @heading: a heading
 * @item: the first item below it
 * @user_data: what was given with the function
 *
 * Has a heading say what it is the heading of.
 */
typedef void (*LanyardShowHeading) (LanyardItemHeading *heading,
                                    LanyardItem        *item,
                                    gpointer            user_data);

#define LANYARD_TYPE_HEADED_VIEW (lanyard_headed_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHeadedView, lanyard_headed_view, LANYARD, HEADED_VIEW, GtkWidget)

void         lanyard_headed_view_set_view       (LanyardHeadedView  *self,
                                                 GtkListView        *view,
                                                 LanyardShowHeading  show_heading,
                                                 gpointer            user_data);
LanyardItem *lanyard_headed_view_get_top_item   (LanyardHeadedView  *self,
                                                 int                *y);
void         lanyard_headed_view_place_item     (LanyardHeadedView  *self,
                                                 LanyardItem        *item,
                                                 guint               position,
                                                 int                 y);
void         lanyard_headed_view_release_item   (LanyardHeadedView  *self);
void         lanyard_headed_view_refresh        (LanyardHeadedView  *self);

G_END_DECLS
