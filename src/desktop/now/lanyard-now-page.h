/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NOW_PAGE (lanyard_now_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNowPage, lanyard_now_page, LANYARD, NOW_PAGE, AdwBin)

GtkWidget *lanyard_now_page_new (LanyardOpenConference *open);

G_END_DECLS
