/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-day.h"

G_BEGIN_DECLS

char        *lanyard_day_dup_name         (guint                  day);
const LanyardDay *lanyard_days_find       (GPtrArray             *days,
                                           guint                  number);
const LanyardDay *lanyard_days_find_named (GPtrArray             *days,
                                           const char            *name);
GPtrArray   *lanyard_day_dup_shown        (const LanyardDay      *day,
                                           LanyardOpenConference *open);
GPtrArray   *lanyard_day_dup_drawn        (const LanyardDay      *day,
                                           GPtrArray             *days,
                                           LanyardOpenConference *open);
gboolean     lanyard_days_show_item       (LanyardOpenConference *open,
                                           LanyardItem           *item);
LanyardItem *lanyard_days_find_now        (GPtrArray             *days,
                                           LanyardOpenConference *open,
                                           guint                 *day);
gboolean     lanyard_days_find_other      (GPtrArray             *days,
                                           LanyardOpenConference *open,
                                           guint                 *day);

G_END_DECLS
