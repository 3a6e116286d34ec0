/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-profile.h"

G_BEGIN_DECLS

char    *lanyard_phrase_roles           (LanyardProfile        *profile);
char    *lanyard_phrase_who             (LanyardProfile        *profile);
char    *lanyard_phrase_talks           (LanyardProfile        *profile);
char    *lanyard_phrase_talk_overlap    (const LanyardTalkOverlap *overlap,
                                         LanyardZone           *zone);
gboolean lanyard_profile_is_picked      (LanyardProfile        *profile,
                                         LanyardOpenConference *open);
char    *lanyard_profile_dup_accessible_label (LanyardProfile        *profile,
                                               LanyardOpenConference *open);

G_END_DECLS
