/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-plan-day.h"

G_BEGIN_DECLS

/**
 * LanyardDayView:
 *
 * One day of a plan, drawn to scale. What somebody does there activates
 * actions: "plan.show", "plan.resolve" and "plan.remove" with an entry, "plan.level" with
 * an entry and a level, "plan.fits" and "plan.new-entry" with a stretch of
 * time, "plan.move-entry" with an own entry and a stretch.
 */
#define LANYARD_TYPE_DAY_VIEW (lanyard_day_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDayView, lanyard_day_view, LANYARD, DAY_VIEW, GtkWidget)

/* What an action's target is. */
#define LANYARD_PLAN_ENTRY_TARGET "(sus)"
#define LANYARD_PLAN_LEVEL_TARGET "(susu)"
#define LANYARD_PLAN_STRETCH_TARGET "(xx)"
#define LANYARD_PLAN_MOVE_TARGET "(sxx)"

GtkWidget *lanyard_day_view_new          (LanyardOpenConference *open);
void       lanyard_day_view_set_plan     (LanyardDayView        *self,
                                          GPtrArray             *days,
                                          guint                  number,
                                          GPtrArray             *conflicts);
guint      lanyard_day_view_get_day      (LanyardDayView        *self);
void       lanyard_day_view_get_hours    (LanyardDayView        *self,
                                          gint64                *first,
                                          gint64                *last);
gboolean   lanyard_day_view_get_first_start (LanyardDayView     *self,
                                             gint64             *start);
void       lanyard_day_view_set_hours    (LanyardDayView        *self,
                                          gint64                 first,
                                          gint64                 last);
void       lanyard_day_view_set_zoom     (LanyardDayView        *self,
                                          double                 zoom);
double     lanyard_day_view_from_instant (LanyardDayView        *self,
                                          gint64                 instant);
gint64     lanyard_day_view_to_instant   (LanyardDayView        *self,
                                          double                 y);
gboolean   lanyard_day_view_has_now      (LanyardDayView        *self);
GtkWidget *lanyard_day_view_find_cell    (LanyardDayView        *self,
                                          LanyardKind            kind,
                                          const char            *key);
void       lanyard_day_view_focus_cell   (LanyardDayView        *self,
                                          GtkWidget             *cell);

G_END_DECLS
