/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-shown-plan.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFLICT_DIALOG (lanyard_conflict_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConflictDialog, lanyard_conflict_dialog, LANYARD, CONFLICT_DIALOG, AdwDialog)

AdwDialog *lanyard_conflict_dialog_new (LanyardShownPlan *plan,
                                        LanyardPlanEntry *entry);

G_END_DECLS
