/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-search.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RESULT_LIST (lanyard_result_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardResultList, lanyard_result_list, LANYARD, RESULT_LIST, AdwBin)

void        lanyard_result_list_set_search      (LanyardResultList     *self,
                                                 LanyardOpenConference *open,
                                                 LanyardSearch         *search);
void        lanyard_result_list_set_conferences (LanyardResultList     *self,
                                                 GPtrArray             *conferences);
void        lanyard_result_list_enter           (LanyardResultList     *self);
void        lanyard_result_list_activate_first  (LanyardResultList     *self);
void        lanyard_result_list_show_top        (LanyardResultList     *self);
GListModel *lanyard_result_list_get_model       (LanyardResultList     *self);

G_END_DECLS
