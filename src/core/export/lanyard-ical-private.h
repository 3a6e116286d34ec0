/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry of a calendar says, before it is written as iCalendar.
 * Private to the exports. */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

char       *lanyard_ical_dup_uid         (LanyardConference *conference,
                                          LanyardItem       *item);
char       *lanyard_ical_dup_summary     (LanyardItem       *item);
char       *lanyard_ical_dup_location    (LanyardConference *conference,
                                          LanyardItem       *item);
char       *lanyard_ical_dup_description (LanyardProgramme  *programme,
                                          LanyardItem       *item);
const char *lanyard_ical_get_url         (LanyardItem       *item);
char       *lanyard_ical_clean           (const char        *text);

G_END_DECLS
