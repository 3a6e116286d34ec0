/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-day.h"

G_BEGIN_DECLS

GPtrArray   *lanyard_day_dup_shown        (const LanyardDay      *day,
                                           LanyardOpenConference *open);
LanyardItem *lanyard_days_find_now        (GPtrArray             *days,
                                           LanyardOpenConference *open,
                                           guint                 *day);
gboolean     lanyard_days_find_other      (GPtrArray             *days,
                                           LanyardOpenConference *open,
                                           guint                 *day);

G_END_DECLS
