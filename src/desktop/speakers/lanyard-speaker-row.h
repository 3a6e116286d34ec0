/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "plan/lanyard-profile.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SPEAKER_ROW (lanyard_speaker_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSpeakerRow, lanyard_speaker_row, LANYARD, SPEAKER_ROW, AdwBin)

GtkWidget *lanyard_speaker_row_new       (void);
void       lanyard_speaker_row_bind      (LanyardSpeakerRow     *self,
                                          LanyardProfile        *profile);
void       lanyard_speaker_row_show_plan (LanyardSpeakerRow     *self,
                                          LanyardProfile        *profile,
                                          LanyardOpenConference *open);

G_END_DECLS
