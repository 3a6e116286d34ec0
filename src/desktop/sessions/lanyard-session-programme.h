/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSION_PROGRAMME (lanyard_session_programme_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSessionProgramme, lanyard_session_programme, LANYARD, SESSION_PROGRAMME, AdwBin)

void lanyard_session_programme_show       (LanyardSessionProgramme *self,
                                           LanyardOpenConference   *open,
                                           LanyardSession          *session);
void lanyard_session_programme_show_times (LanyardSessionProgramme *self);

G_END_DECLS
