/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/lanyard-ical.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

/**
 * LanyardLivingCalendar:
 *
 * A calendar file that follows the plans of all conferences: it is written
 * anew within two seconds of a change of a plan or a programme, all at once,
 * and not when it would be the same. Main thread.
 *
 * - `written` (): the file holds what the plans hold, whether or not it had to
 *   be written;
 * - `failed` (const GError *error): it could not be written; the message is a
 *   sentence for people. It is tried again with the next change.
 */
#define LANYARD_TYPE_LIVING_CALENDAR (lanyard_living_calendar_get_type ())
G_DECLARE_FINAL_TYPE (LanyardLivingCalendar, lanyard_living_calendar, LANYARD, LIVING_CALENDAR, GObject)

LanyardLivingCalendar *lanyard_living_calendar_new  (LanyardStore              *store);
void                   lanyard_living_calendar_keep (LanyardLivingCalendar     *self,
                                                     const char                *path,
                                                     const LanyardIcalSettings *settings);

G_END_DECLS
