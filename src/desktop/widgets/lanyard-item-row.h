/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "lanyard-selection.h"

G_BEGIN_DECLS

/**
 * LanyardItemRowFlags:
 * @LANYARD_ITEM_ROW_NONE: all there is to say
 * @LANYARD_ITEM_ROW_IN_SESSION: on the session's own page, whose name need not be said
 * @LANYARD_ITEM_ROW_IN_ROOM: below the room's name, which need not be said
 * @LANYARD_ITEM_ROW_SOON: on a page about now: what begins within a day says how soon
 * @LANYARD_ITEM_ROW_ELSEWHERE: of another conference than the open one, which knows nothing of what is decided about it
 *
 * What a row leaves out, or says besides.
 */
typedef enum
{
  LANYARD_ITEM_ROW_NONE = 0,
  LANYARD_ITEM_ROW_IN_SESSION = 1 << 0,
  LANYARD_ITEM_ROW_IN_ROOM = 1 << 1,
  LANYARD_ITEM_ROW_SOON = 1 << 2,
  LANYARD_ITEM_ROW_ELSEWHERE = 1 << 3,
} LanyardItemRowFlags;

#define LANYARD_TYPE_ITEM_ROW (lanyard_item_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemRow, lanyard_item_row, LANYARD, ITEM_ROW, GtkWidget)

GtkWidget   *lanyard_item_row_new       (void);
void         lanyard_item_row_bind      (LanyardItemRow        *self,
                                         LanyardOpenConference *open,
                                         LanyardItem           *item,
                                         LanyardItemRowFlags    flags);
void         lanyard_item_row_set_conference (LanyardItemRow   *self,
                                              const char       *title);
LanyardItem *lanyard_item_row_get_item  (LanyardItemRow        *self);
void         lanyard_item_row_set_selection (LanyardItemRow    *self,
                                             LanyardSelection  *selection);
int          lanyard_item_row_get_text_start (LanyardItemRow   *self);
char        *lanyard_item_dup_accessible_label (LanyardOpenConference *open,
                                                LanyardItem           *item,
                                                LanyardItemRowFlags    flags);

G_END_DECLS
