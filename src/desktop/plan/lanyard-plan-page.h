/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PLAN_PAGE (lanyard_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPlanPage, lanyard_plan_page, LANYARD, PLAN_PAGE, AdwBin)

void     lanyard_plan_page_set_open   (LanyardPlanPage       *self,
                                       LanyardOpenConference *open);
gboolean lanyard_plan_page_shows_days (LanyardPlanPage       *self);
void     lanyard_plan_page_step_day   (LanyardPlanPage       *self,
                                       int                    n_days);
void     lanyard_plan_page_show_now   (LanyardPlanPage       *self);
void     lanyard_plan_page_set_alone  (LanyardPlanPage       *self,
                                       gboolean               alone);

G_END_DECLS
