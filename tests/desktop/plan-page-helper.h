/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-day-view-private.h"
#include "window-driver.h"

/* It is Monday of the sample, at 11:12 in Prague. */
#define PLAN_PAGE_NOW "2026-10-05T11:12:00+02:00"

typedef struct
{
  WindowDriver *driver;
  GtkWidget *page;
} PlanPageFixture;

gint64 plan_page_parse (const char *text);
void plan_page_set_level (PlanPageFixture *fixture,
                          const char *title,
                          LanyardLevel level);
LanyardLevel plan_page_get_level (PlanPageFixture *fixture,
                                  const char *title);
void plan_page_open (PlanPageFixture *fixture,
                     int width,
                     int height);
void plan_page_close (PlanPageFixture *fixture);
LanyardDayView *plan_page_get_day (PlanPageFixture *fixture);
LanyardDayPart *plan_page_get_part (PlanPageFixture *fixture,
                                    const char *title);
AdwDialog *plan_page_get_dialog (PlanPageFixture *fixture);
void plan_page_press (PlanPageFixture *fixture,
                      guint key,
                      GdkModifierType state);
void plan_page_press_button (GtkWidget *root,
                             const char *text);
LanyardOwnEntry *plan_page_get_own_entry (PlanPageFixture *fixture);
void plan_page_add_lunch (PlanPageFixture *fixture);
void plan_page_assert_lunch (PlanPageFixture *fixture,
                             const char *start,
                             const char *end);
