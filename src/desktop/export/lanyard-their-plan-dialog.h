/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_THEIR_PLAN_DIALOG (lanyard_their_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTheirPlanDialog, lanyard_their_plan_dialog, LANYARD, THEIR_PLAN_DIALOG, AdwDialog)

AdwDialog *lanyard_their_plan_dialog_new       (LanyardOpenConference  *open);
void       lanyard_their_plan_dialog_open_link (LanyardTheirPlanDialog *self,
                                                const char             *link);
void       lanyard_their_plan_dialog_open_file (LanyardTheirPlanDialog *self,
                                                GFile                  *file);

G_END_DECLS
