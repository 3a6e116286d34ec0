/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that shows a schedule, and what stands in it. */

#pragma once

#include "widgets/lanyard-item-list.h"
#include "window-driver.h"

G_BEGIN_DECLS

/* While talks run in the sample. */
#define SCHEDULE_SAMPLE_NOW "2026-10-05T10:12:00+02:00"

WindowDriver    *schedule_driver_with    (const char         *now,
                                          const char         *folder,
                                          int                 width,
                                          int                 height);
WindowDriver    *schedule_driver         (const char         *now);
void             schedule_activate       (WindowDriver       *driver,
                                          const char         *action,
                                          GVariant           *target);
void             schedule_activate_value (WindowDriver       *driver,
                                          const char         *action,
                                          LanyardFilterField  field,
                                          const char         *value);
GtkWidget       *schedule_find           (WindowDriver       *driver,
                                          GType               type);
LanyardItemList *schedule_get_list       (WindowDriver       *driver);
guint            schedule_count_items    (WindowDriver       *driver);
GtkAdjustment   *schedule_get_adjustment (WindowDriver       *driver);
const char      *schedule_get_top_title  (WindowDriver       *driver);
GtkWidget       *schedule_find_row       (GtkWidget          *root,
                                          const char         *title);
char            *schedule_dup_day        (WindowDriver       *driver);
void             schedule_assert_day     (WindowDriver       *driver,
                                          const char         *expected);

G_END_DECLS
