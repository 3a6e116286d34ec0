/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "../refresh/lanyard-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFERENCE_SOURCE (lanyard_conference_source_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConferenceSource, lanyard_conference_source, LANYARD, CONFERENCE_SOURCE, AdwBin)

void lanyard_conference_source_set_standing (LanyardConferenceSource *self,
                                             LanyardOpenConference   *open,
                                             LanyardStanding         *standing);

G_END_DECLS
