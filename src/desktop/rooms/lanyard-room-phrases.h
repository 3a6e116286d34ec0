/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"
#include "plan/lanyard-room-now.h"

G_BEGIN_DECLS

char *lanyard_phrase_left    (LanyardOpenConference   *open,
                              const LanyardNowEntry   *entry);
char *lanyard_phrase_until   (LanyardOpenConference   *open,
                              const LanyardNowEntry   *entry);
char *lanyard_phrase_running (LanyardOpenConference   *open,
                              const LanyardNowEntry   *entry);
char *lanyard_phrase_next    (LanyardOpenConference   *open,
                              const LanyardNowEntry   *entry);
char *lanyard_phrase_room    (LanyardRoom             *room,
                              LanyardOpenConference   *open,
                              const LanyardRoomMoment *moment,
                              gboolean                 hidden);

G_END_DECLS
