/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the schedule share. */

#pragma once

#include "../widgets/lanyard-item-list.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-day-switcher.h"
#include "lanyard-filter-chips.h"
#include "lanyard-schedule-page.h"

G_BEGIN_DECLS

#define LIST_VIEW "list"
#define GRID_VIEW "grid"

struct _LanyardSchedulePage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  char *wanted_day;            /* owned, nullable: the day to show when it is there */
  char *wanted_position;       /* owned, nullable: where the list is to be read when it is there */
  char *grid_position;         /* owned, nullable: what part of the grid to show when it is there */
  char *shown_uuid;            /* owned, nullable: the conference whose days these are */
  GPtrArray *days;             /* owned, of LanyardDay */
  gboolean folded;             /* whether the bar is too narrow for the zone */

  GtkWidget *window_buttons;   /* borrowed from the header, NULL until first shown */

  AdwHeaderBar *header;
  AdwWindowTitle *title;
  LanyardDaySwitcher *switcher;
  GtkWidget *now_button;
  LanyardZoneButton *zone;
  GtkMenuButton *filter_button;
  AdwToggleGroup *views;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  LanyardFilterChips *chips;
  GtkStack *stack;
  LanyardItemList *list;
  AdwBin *grid;
  AdwBin *empty;
  AdwBin *nothing;
};

void lanyard_schedule_page_show_items (LanyardSchedulePage *self,
                                       gboolean             from_top);
void lanyard_schedule_page_follow     (LanyardSchedulePage *self);
void lanyard_schedule_page_show_now_button (LanyardSchedulePage *self);
char *lanyard_schedule_page_dup_grid_position (LanyardSchedulePage *self);
guint lanyard_schedule_page_get_today (LanyardSchedulePage *self);
void  lanyard_schedule_page_forget_old_position (LanyardSchedulePage *self);
char *lanyard_schedule_page_dup_position (LanyardSchedulePage *self);
void  lanyard_schedule_page_set_position (LanyardSchedulePage *self,
                                          const char          *position);
void lanyard_schedule_page_activate   (LanyardSchedulePage *self,
                                       LanyardItem         *item);

G_END_DECLS
