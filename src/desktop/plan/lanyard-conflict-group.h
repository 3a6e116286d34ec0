/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-shown-plan.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFLICT_GROUP (lanyard_conflict_group_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConflictGroup, lanyard_conflict_group, LANYARD, CONFLICT_GROUP, AdwPreferencesGroup)

GtkWidget *lanyard_conflict_group_new (LanyardShownPlan *plan,
                                       LanyardConflict  *conflict);

G_END_DECLS
