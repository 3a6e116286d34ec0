/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the importer of schedule.json share. */

#pragma once

#include "lanyard-feed-json.h"

G_BEGIN_DECLS

/* lanyard-schedule-json-talk.c */
LanyardDraftPerson  *lanyard_schedule_json_ensure_person (LanyardFeedReader *reader,
                                                          JsonObject        *object);
void                 lanyard_schedule_json_add_persons   (LanyardFeedReader *reader,
                                                          JsonArray         *persons,
                                                          LanyardDraftTalk  *talk);
LanyardDraftSession *lanyard_schedule_json_find_track    (LanyardFeedReader *reader,
                                                          JsonObject        *event);
void                 lanyard_schedule_json_read_tracks   (LanyardFeedReader *reader,
                                                          LanyardJsonText    tracks);
void                 lanyard_schedule_json_fill_talk     (LanyardFeedReader *reader,
                                                          LanyardDraftTalk  *talk,
                                                          JsonObject        *event);
LanyardFeedIds       lanyard_schedule_json_ids           (LanyardFeedReader *reader,
                                                          JsonObject        *event);

/* lanyard-schedule-json-days.c and lanyard-schedule-json-flat.c */
void lanyard_schedule_json_read_days    (LanyardFeedReader *reader,
                                         LanyardJsonText    days);
void lanyard_schedule_json_read_events  (LanyardFeedReader *reader,
                                         JsonObject        *conference,
                                         LanyardJsonText    events);
void lanyard_schedule_json_read_persons (LanyardFeedReader *reader,
                                         LanyardJsonText    persons);

G_END_DECLS
