/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "../refresh/lanyard-lazy-sync.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM_SHEET (lanyard_item_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemSheet, lanyard_item_sheet, LANYARD, ITEM_SHEET, AdwBin)

GtkWidget *lanyard_item_sheet_new       (LanyardOpenConference *open,
                                         LanyardLazySync       *sync);
void       lanyard_item_sheet_set_item  (LanyardItemSheet      *self,
                                         LanyardItem           *item);
void       lanyard_item_sheet_set_words (LanyardItemSheet      *self,
                                         const char            *words);

G_END_DECLS
