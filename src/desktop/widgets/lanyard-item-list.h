/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

/**
 * LanyardHeading:
 * @LANYARD_HEADING_HOUR: by the hour in which items begin
 * @LANYARD_HEADING_DAY: by the day on which items begin
 *
 * How a list is divided.
 */
typedef enum
{
  LANYARD_HEADING_HOUR,
  LANYARD_HEADING_DAY,
} LanyardHeading;

/**
 * LanyardMakeItemLines:
 * @item: an item of a list
 * @user_data: what was given with the function
 *
 * Makes what stands above and below an item.
 *
 * Returns: (transfer full) (element-type LanyardItemLine) (nullable): the lines
 */
typedef GPtrArray *(*LanyardMakeItemLines) (LanyardItem *item,
                                            gpointer     user_data);

#define LANYARD_TYPE_ITEM_LIST (lanyard_item_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemList, lanyard_item_list, LANYARD, ITEM_LIST, AdwBin)

void         lanyard_item_list_set_open     (LanyardItemList       *self,
                                             LanyardOpenConference *open,
                                             LanyardHeading         heading);
LanyardOpenConference *lanyard_item_list_get_open (LanyardItemList *self);
void         lanyard_item_list_put_away     (LanyardItemList       *self,
                                             gboolean               from_top);
void         lanyard_item_list_set_elsewhere (LanyardItemList    *self,
                                              GHashTable         *elsewhere);
void         lanyard_item_list_set_line_maker (LanyardItemList      *self,
                                               LanyardMakeItemLines  make_lines,
                                               gpointer              user_data);
void         lanyard_item_list_renew_lines  (LanyardItemList       *self);
void         lanyard_item_list_set_items    (LanyardItemList       *self,
                                             GPtrArray             *items,
                                             gboolean               from_top);
void         lanyard_item_list_show_item    (LanyardItemList       *self,
                                             LanyardItem           *item);
LanyardItem *lanyard_item_list_get_top_item (LanyardItemList       *self);
char        *lanyard_item_list_dup_position (LanyardItemList       *self);
void         lanyard_item_list_set_position (LanyardItemList       *self,
                                             const char            *position);
GListModel  *lanyard_item_list_get_model    (LanyardItemList       *self);
void         lanyard_item_list_begin_selecting (LanyardItemList    *self,
                                                LanyardItem        *item);
GPtrArray   *lanyard_item_list_dup_selected (LanyardItemList       *self);

G_END_DECLS
