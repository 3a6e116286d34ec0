/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "sync/lanyard-import.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ZONE_QUESTION (lanyard_zone_question_get_type ())
G_DECLARE_FINAL_TYPE (LanyardZoneQuestion, lanyard_zone_question, LANYARD, ZONE_QUESTION, AdwAlertDialog)

AdwDialog           *lanyard_zone_question_new        (LanyardImportSource *source,
                                                       LanyardConference   *conference,
                                                       LanyardZone         *proposal,
                                                       gint64               now);
LanyardImportSource *lanyard_zone_question_get_source (LanyardZoneQuestion *self);

G_END_DECLS
