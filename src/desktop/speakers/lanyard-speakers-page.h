/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SPEAKERS_PAGE (lanyard_speakers_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSpeakersPage, lanyard_speakers_page, LANYARD, SPEAKERS_PAGE, AdwBin)

GtkWidget *lanyard_speakers_page_new (LanyardOpenConference *open);

G_END_DECLS
