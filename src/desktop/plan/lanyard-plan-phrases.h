/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-gap.h"

G_BEGIN_DECLS

const char *lanyard_phrase_own_kind   (LanyardOwnKind         kind);
char       *lanyard_phrase_plan_entry (LanyardOpenConference *open,
                                       LanyardPlanEntry      *entry,
                                       GPtrArray             *conflicts);
char       *lanyard_phrase_gap        (LanyardOpenConference *open,
                                       LanyardGap            *gap);
char       *lanyard_phrase_gap_with_fits (LanyardGap          *gap,
                                          guint                n_fits);
char       *lanyard_phrase_conflict_of (LanyardOpenConference *open,
                                        LanyardConflict       *conflict,
                                        LanyardPlanEntry      *entry);
char       *lanyard_phrase_conflicts  (GPtrArray             *conflicts,
                                       gboolean               brief);
const char *lanyard_phrase_empty_plan (LanyardProgramme      *programme);

G_END_DECLS
