/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SCHEDULE_PAGE (lanyard_schedule_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSchedulePage, lanyard_schedule_page, LANYARD, SCHEDULE_PAGE, AdwBin)

void        lanyard_schedule_page_set_open (LanyardSchedulePage   *self,
                                            LanyardOpenConference *open);
char       *lanyard_schedule_page_dup_day  (LanyardSchedulePage   *self);
void        lanyard_schedule_page_set_day  (LanyardSchedulePage   *self,
                                            const char            *day);
void        lanyard_schedule_page_step_day (LanyardSchedulePage   *self,
                                            int                    n_days);
const char *lanyard_schedule_page_get_view (LanyardSchedulePage   *self);
void        lanyard_schedule_page_set_view (LanyardSchedulePage   *self,
                                            const char            *view);
void        lanyard_schedule_page_show_now (LanyardSchedulePage   *self);
gboolean    lanyard_schedule_page_show_item (LanyardSchedulePage  *self,
                                             LanyardItem          *item);
void        lanyard_schedule_page_show_filters (LanyardSchedulePage *self);
void        lanyard_schedule_page_set_alone (LanyardSchedulePage  *self,
                                             gboolean              alone);

G_END_DECLS
