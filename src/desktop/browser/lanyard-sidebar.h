/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../refresh/lanyard-standing.h"
#include "../updates/lanyard-history.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SIDEBAR (lanyard_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSidebar, lanyard_sidebar, LANYARD, SIDEBAR, AdwBin)

void lanyard_sidebar_set_open        (LanyardSidebar        *self,
                                      LanyardOpenConference *open);
void lanyard_sidebar_set_history     (LanyardSidebar        *self,
                                      LanyardHistory        *history);
void lanyard_sidebar_set_standing    (LanyardSidebar        *self,
                                      LanyardStanding       *standing);
void lanyard_sidebar_set_conferences (LanyardSidebar        *self,
                                      GPtrArray             *conferences);
void lanyard_sidebar_set_page        (LanyardSidebar        *self,
                                      const char            *page);

G_END_DECLS
