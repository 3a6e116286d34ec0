/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-open-conference.h"

G_BEGIN_DECLS

char       *lanyard_phrase_when            (LanyardOpenConference *open,
                                            LanyardItem           *item);
char       *lanyard_phrase_when_elsewhere  (LanyardOpenConference *open,
                                            LanyardItem           *item);
char       *lanyard_phrase_how_soon        (LanyardOpenConference *open,
                                            LanyardItem           *item);
char       *lanyard_phrase_session         (LanyardOpenConference *open,
                                            LanyardSession        *session);
char       *lanyard_phrase_session_talks   (LanyardOpenConference *open,
                                            LanyardSession        *session);
const char *lanyard_phrase_sessions        (LanyardProgramme      *programme);
const char *lanyard_phrase_link            (LanyardLinkKind        kind);
char       *lanyard_phrase_file            (LanyardLink           *link);
const char *lanyard_phrase_link_icon       (LanyardLinkKind        kind);
char       *lanyard_phrase_dates           (LanyardConference     *conference);

G_END_DECLS
