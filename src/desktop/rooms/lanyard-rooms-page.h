/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ROOMS_PAGE (lanyard_rooms_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRoomsPage, lanyard_rooms_page, LANYARD, ROOMS_PAGE, AdwBin)

GtkWidget *lanyard_rooms_page_new (LanyardOpenConference *open);

G_END_DECLS
