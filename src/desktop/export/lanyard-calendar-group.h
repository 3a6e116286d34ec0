/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CALENDAR_GROUP (lanyard_calendar_group_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCalendarGroup, lanyard_calendar_group, LANYARD, CALENDAR_GROUP, AdwPreferencesGroup)

void lanyard_calendar_group_set_settings (LanyardCalendarGroup *self,
                                          GSettings            *settings);

G_END_DECLS
