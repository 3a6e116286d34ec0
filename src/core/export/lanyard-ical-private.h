/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an entry of a calendar says, before it is written as iCalendar.
 * Private to the exports. */

#pragma once

#include <libical/ical.h>

#include "lanyard-extract.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

char       *lanyard_ical_dup_uid         (LanyardConference *conference,
                                          LanyardItem       *item);
char       *lanyard_ical_dup_summary     (LanyardItem       *item);
char       *lanyard_ical_dup_location    (LanyardConference *conference,
                                          LanyardItem       *item);
char       *lanyard_ical_dup_description (LanyardProgramme  *programme,
                                          LanyardPlan       *plan,
                                          LanyardItem       *item);
const char *lanyard_ical_get_url         (LanyardItem       *item);
char       *lanyard_ical_clean           (const char        *text);

/* How often and when the things of one conference changed. */
typedef struct _LanyardIcalRevisions LanyardIcalRevisions;

LanyardIcalRevisions *lanyard_ical_revisions_new              (const LanyardExtractFields *extract);
void                  lanyard_ical_revisions_free             (LanyardIcalRevisions       *self);
guint                 lanyard_ical_revisions_get_sequence     (LanyardIcalRevisions       *self,
                                                               LanyardItem                *item);
gint64                lanyard_ical_revisions_get_modified_at  (LanyardIcalRevisions       *self,
                                                               LanyardItem                *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardIcalRevisions, lanyard_ical_revisions_free)

gboolean       lanyard_ical_zone_can_say  (LanyardZone *zone,
                                           gint64       instant);
icalcomponent *lanyard_ical_zone_describe (LanyardZone *zone,
                                           gint64       first,
                                           gint64       last);

G_END_DECLS
