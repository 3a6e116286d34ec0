/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PERSON_PAGE (lanyard_person_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPersonPage, lanyard_person_page, LANYARD, PERSON_PAGE, AdwNavigationPage)

GtkWidget *lanyard_person_page_new (LanyardOpenConference *open,
                                    const char            *key);

G_END_DECLS
