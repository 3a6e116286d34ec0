/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-conflict.h"

G_BEGIN_DECLS

gboolean lanyard_plan_entry_is_of       (LanyardPlanEntry      *self,
                                         LanyardOpenConference *open);
void     lanyard_plan_entry_set_level   (LanyardPlanEntry      *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open,
                                         LanyardLevel           level);
void     lanyard_plan_entry_give_way    (LanyardPlanEntry      *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open,
                                         LanyardConflict       *conflict);
void     lanyard_plan_entry_swap        (LanyardPlanEntry      *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open,
                                         LanyardTalk           *talk);
void     lanyard_plan_entry_watch_later (LanyardPlanEntry      *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open);
void     lanyard_own_entry_put          (LanyardOwnEntry       *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open);
void     lanyard_own_entry_move         (LanyardOwnEntry       *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open,
                                         gint64                 start,
                                         gint64                 end);
void     lanyard_own_entry_remove       (LanyardOwnEntry       *self,
                                         GtkWidget             *widget,
                                         LanyardOpenConference *open);

G_END_DECLS
