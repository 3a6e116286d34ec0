/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-feed.h"

#include "lanyard-cli-json.h"

G_BEGIN_DECLS

void lanyard_cli_json_add_conference (LanyardCliJson    *self,
                                      const char        *name,
                                      LanyardConference *conference,
                                      guint              n_picks);
void lanyard_cli_json_add_session    (LanyardCliJson    *self,
                                      const char        *name,
                                      LanyardSession    *session,
                                      guint              n_talks);
void lanyard_cli_json_add_item       (LanyardCliJson    *self,
                                      const char        *name,
                                      LanyardItem       *item);
void lanyard_cli_json_add_person     (LanyardCliJson    *self,
                                      LanyardPerson     *person);
void lanyard_cli_json_add_room       (LanyardCliJson    *self,
                                      const char        *name,
                                      LanyardRoom       *room);
void lanyard_cli_json_add_pick       (LanyardCliJson    *self,
                                      const LanyardPick *pick);
void lanyard_cli_json_add_marks      (LanyardCliJson    *self,
                                      LanyardMarks       marks);
void lanyard_cli_json_add_note       (LanyardCliJson    *self,
                                      const LanyardNote *note,
                                      const char        *title);
void lanyard_cli_json_add_feeds      (LanyardCliJson    *self,
                                      LanyardFeed       *feed);

G_END_DECLS
