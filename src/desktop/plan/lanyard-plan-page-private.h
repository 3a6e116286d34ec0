/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the page share. */

#pragma once

#include "../schedule/lanyard-day-switcher.h"
#include "../widgets/lanyard-item-list.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-day-board.h"
#include "lanyard-plan-lines.h"
#include "lanyard-plan-page.h"
#include "lanyard-shown-plan.h"

G_BEGIN_DECLS

struct _LanyardPlanPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardShownPlan *plan;      /* owned, nullable until set */
  GSettings *settings;         /* owned */
  LanyardDayBoard *board;      /* borrowed child, nullable until first shown */
  LanyardPlanLines *lines;     /* owned, nullable until the list is shown: between its entries */
  LanyardZone *shown_zone;     /* owned, nullable: in which it is shown */
  char *shown_uuid;            /* owned, nullable: of the conference that is shown */
  gboolean filled;             /* whether the list was shown, and is where somebody reads */
  gboolean filling;            /* while the day switcher is told what is so */
  gboolean folded;             /* whether there is no room for the button of the zone */

  GtkWidget *window_buttons;   /* borrowed from the header, NULL until first shown */

  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  LanyardDaySwitcher *switcher;
  GtkWidget *now_button;
  LanyardZoneButton *zone;
  AdwToggleGroup *views;
  AdwBanner *conflicts;
  GtkStack *stack;
  AdwStatusPage *empty;
  AdwBin *day;
  LanyardItemList *list;
};

void lanyard_plan_page_install_actions (GtkWidgetClass  *widget_class);
void lanyard_plan_page_activate        (LanyardPlanPage *self,
                                        LanyardItem     *item);
void lanyard_plan_page_fill_list       (LanyardPlanPage      *self,
                                        const LanyardPlanDay *day);
void lanyard_plan_page_item_activated_cb (LanyardPlanPage *self,
                                          LanyardItem     *item);
void lanyard_plan_page_set_list_open   (LanyardPlanPage *self);
void lanyard_plan_page_show_day        (LanyardPlanPage *self,
                                        guint            day);

G_END_DECLS
