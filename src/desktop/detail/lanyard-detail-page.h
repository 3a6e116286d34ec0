/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "../refresh/lanyard-lazy-sync.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_DETAIL_PAGE (lanyard_detail_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDetailPage, lanyard_detail_page, LANYARD, DETAIL_PAGE, AdwNavigationPage)

void         lanyard_detail_page_set_open  (LanyardDetailPage     *self,
                                            LanyardOpenConference *open);
void         lanyard_detail_page_set_sync  (LanyardDetailPage     *self,
                                            LanyardLazySync       *sync);
void         lanyard_detail_page_set_item  (LanyardDetailPage     *self,
                                            LanyardItem           *item);
void         lanyard_detail_page_set_words (LanyardDetailPage     *self,
                                            const char            *words);
LanyardItem *lanyard_detail_page_get_item  (LanyardDetailPage     *self);
LanyardItem *lanyard_detail_page_get_neighbour (LanyardDetailPage *self,
                                            int                    step);
void         lanyard_detail_page_step      (LanyardDetailPage     *self,
                                            int                    step);

G_END_DECLS
