/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../detail/lanyard-detail-page.h"
#include "../lanyard-open-conference.h"
#include "../plan/lanyard-plan-page.h"
#include "../schedule/lanyard-schedule-page.h"
#include "lanyard-sidebar.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BROWSER (lanyard_browser_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBrowser, lanyard_browser, LANYARD, BROWSER, AdwBreakpointBin)

void               lanyard_browser_set_open       (LanyardBrowser        *self,
                                                   LanyardOpenConference *open);
void               lanyard_browser_set_standing  (LanyardBrowser        *self,
                                                   LanyardStanding      *standing);
void               lanyard_browser_set_settings   (LanyardBrowser        *self,
                                                   GSettings             *settings);
const char        *lanyard_browser_get_page       (LanyardBrowser        *self);
void               lanyard_browser_set_page       (LanyardBrowser        *self,
                                                   const char            *page);
void            lanyard_browser_focus_page     (LanyardBrowser  *self);
char              *lanyard_browser_dup_day        (LanyardBrowser        *self);
void               lanyard_browser_set_day        (LanyardBrowser        *self,
                                                   const char            *day);
LanyardPlanPage   *lanyard_browser_get_plan       (LanyardBrowser        *self);
LanyardSchedulePage *lanyard_browser_get_schedule (LanyardBrowser        *self);
void               lanyard_browser_toggle_sidebar (LanyardBrowser        *self);
void               lanyard_browser_show_item      (LanyardBrowser        *self,
                                                   LanyardItem           *item);
void               lanyard_browser_show_session   (LanyardBrowser        *self,
                                                   LanyardSession        *session);
void               lanyard_browser_show_person    (LanyardBrowser        *self,
                                                   const char            *key);
void               lanyard_browser_show_room      (LanyardBrowser        *self,
                                                   const char            *name);
void               lanyard_browser_show_conference (LanyardBrowser       *self);
LanyardSidebar    *lanyard_browser_get_sidebar    (LanyardBrowser        *self);
LanyardDetailPage *lanyard_browser_get_detail     (LanyardBrowser        *self);
GtkWidget         *lanyard_browser_get_shown_page (LanyardBrowser        *self);

G_END_DECLS
