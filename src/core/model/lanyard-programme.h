/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-block.h"
#include "lanyard-conference.h"
#include "lanyard-link.h"
#include "lanyard-person.h"
#include "lanyard-remarks.h"
#include "lanyard-room.h"
#include "lanyard-session.h"
#include "lanyard-talk.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PROGRAMME (lanyard_programme_get_type ())
G_DECLARE_FINAL_TYPE (LanyardProgramme, lanyard_programme, LANYARD, PROGRAMME, GObject)

/**
 * LanyardProgrammeFields:
 * @conference: whose programme it is
 * @sessions: (nullable) (element-type LanyardSession): the sessions
 * @blocks: (nullable) (element-type LanyardBlock): the blocks
 * @talks: (nullable) (element-type LanyardTalk): the talks
 * @breaks: (nullable) (element-type LanyardBreak): the breaks
 * @n_skipped: how many entries of the feed could not be read
 * @remarks: what else there was to remark on the feed; not kept by the store
 *
 * What a programme is made of. The arrays are copied, their order does not
 * matter; keys must be unique within each.
 */
typedef struct
{
  LanyardConference *conference;
  GPtrArray         *sessions;
  GPtrArray         *blocks;
  GPtrArray         *talks;
  GPtrArray         *breaks;
  guint              n_skipped;
  LanyardRemarks     remarks;
} LanyardProgrammeFields;

LanyardProgramme  *lanyard_programme_new            (const LanyardProgrammeFields *fields);
LanyardConference *lanyard_programme_get_conference (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_get_sessions   (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_get_blocks     (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_get_talks      (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_get_breaks     (LanyardProgramme             *self);
guint              lanyard_programme_get_n_skipped  (LanyardProgramme             *self);
const LanyardRemarks *lanyard_programme_get_remarks (LanyardProgramme             *self);
LanyardSession    *lanyard_programme_find_session   (LanyardProgramme             *self,
                                                     const char                   *key);
LanyardTalk       *lanyard_programme_find_talk      (LanyardProgramme             *self,
                                                     const char                   *key);
LanyardBreak      *lanyard_programme_find_break     (LanyardProgramme             *self,
                                                     const char                   *key);
GPtrArray         *lanyard_programme_dup_session_blocks (LanyardProgramme         *self,
                                                         LanyardSession           *session);
GPtrArray         *lanyard_programme_dup_session_items  (LanyardProgramme         *self,
                                                         LanyardSession           *session);
GPtrArray         *lanyard_programme_dup_credited   (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_dup_persons    (LanyardProgramme             *self);
GPtrArray         *lanyard_programme_dup_rooms      (LanyardProgramme             *self);
const char        *lanyard_programme_find_title     (LanyardProgramme             *self,
                                                     LanyardKind                   kind,
                                                     const char                   *key);
gboolean           lanyard_programme_has_microconferences (LanyardProgramme       *self);

G_END_DECLS
