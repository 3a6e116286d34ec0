/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSIONS_PAGE (lanyard_sessions_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSessionsPage, lanyard_sessions_page, LANYARD, SESSIONS_PAGE, AdwBin)

void lanyard_sessions_page_set_open (LanyardSessionsPage   *self,
                                     LanyardOpenConference *open);

G_END_DECLS
