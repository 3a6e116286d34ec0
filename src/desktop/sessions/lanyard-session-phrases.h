/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-profile.h"

G_BEGIN_DECLS

char *lanyard_phrase_meeting            (LanyardOpenConference *open,
                                         LanyardItem           *block);
char *lanyard_phrase_meetings           (LanyardOpenConference *open,
                                         LanyardSession        *session,
                                         guint                  n_most);
char *lanyard_phrase_session_when       (LanyardOpenConference *open,
                                         LanyardSession        *session);
char *lanyard_phrase_session_elsewhere  (LanyardOpenConference *open,
                                         LanyardSession        *session);
char *lanyard_phrase_lead_elsewhere     (LanyardProfile        *profile,
                                         LanyardSession        *session);

G_END_DECLS
