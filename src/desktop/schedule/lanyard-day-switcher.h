/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "plan/lanyard-day.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_DAY_SWITCHER (lanyard_day_switcher_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDaySwitcher, lanyard_day_switcher, LANYARD, DAY_SWITCHER, AdwBin)

void     lanyard_day_switcher_set_days (LanyardDaySwitcher *self,
                                        GPtrArray          *days,
                                        guint               day);
guint    lanyard_day_switcher_get_day  (LanyardDaySwitcher *self);
void     lanyard_day_switcher_set_day  (LanyardDaySwitcher *self,
                                        guint               day);
gboolean lanyard_day_switcher_step     (LanyardDaySwitcher *self,
                                        int                 n_days);

G_END_DECLS
