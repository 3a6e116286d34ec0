/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "../refresh/lanyard-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFERENCE_PAGE (lanyard_conference_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConferencePage, lanyard_conference_page, LANYARD, CONFERENCE_PAGE, AdwNavigationPage)

GtkWidget *lanyard_conference_page_new (LanyardOpenConference *open,
                                        LanyardStanding       *standing);

G_END_DECLS
