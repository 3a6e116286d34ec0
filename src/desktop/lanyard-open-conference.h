/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-filter.h"
#include "store/lanyard-store.h"
#include "time/lanyard-clock.h"
#include "time/lanyard-local-zone.h"

G_BEGIN_DECLS

/**
 * LanyardZoneChoice:
 * @LANYARD_ZONE_LOCAL: the zone of this computer
 * @LANYARD_ZONE_CONFERENCE: the zone of the conference
 * @LANYARD_ZONE_OTHER: one that was chosen by name
 *
 * In which zone times are shown.
 */
typedef enum
{
  LANYARD_ZONE_LOCAL,
  LANYARD_ZONE_CONFERENCE,
  LANYARD_ZONE_OTHER,
} LanyardZoneChoice;

/**
 * LanyardEditDirection:
 * @LANYARD_EDIT_DONE: somebody decided something
 * @LANYARD_EDIT_UNDONE: and took it back
 * @LANYARD_EDIT_REDONE: and did it again
 *
 * How an edit came about.
 */
typedef enum
{
  LANYARD_EDIT_DONE,
  LANYARD_EDIT_UNDONE,
  LANYARD_EDIT_REDONE,
} LanyardEditDirection;

#define LANYARD_TYPE_OPEN_CONFERENCE (lanyard_open_conference_get_type ())
/**
 * LanyardOpenConference:
 *
 * What a window shows. Of what somebody decided it has the properties
 * "decisions" (a [struct@Decisions], never %NULL), "can-undo", "can-redo",
 * "undo-label" and "redo-label", and the signal "edited" (char *label,
 * LanyardEditDirection direction as guint), after an edit made here.
 */
G_DECLARE_FINAL_TYPE (LanyardOpenConference, lanyard_open_conference, LANYARD, OPEN_CONFERENCE, GObject)

LanyardOpenConference *lanyard_open_conference_new (LanyardStore     *store,
                                                    LanyardClock     *clock,
                                                    LanyardLocalZone *local_zone);

void              lanyard_open_conference_load            (LanyardOpenConference *self,
                                                           const char            *uuid);
void              lanyard_open_conference_close           (LanyardOpenConference *self);
const char       *lanyard_open_conference_get_uuid        (LanyardOpenConference *self);
LanyardStore     *lanyard_open_conference_get_store       (LanyardOpenConference *self);
LanyardProgramme *lanyard_open_conference_get_programme   (LanyardOpenConference *self);
LanyardPlan      *lanyard_open_conference_get_plan        (LanyardOpenConference *self);
gint64            lanyard_open_conference_get_now         (LanyardOpenConference *self);
void              lanyard_open_conference_set_ticking     (LanyardOpenConference *self,
                                                           gboolean               ticking);

LanyardZone      *lanyard_open_conference_get_zone        (LanyardOpenConference *self);
LanyardZone      *lanyard_open_conference_get_local_zone  (LanyardOpenConference *self);
LanyardZone      *lanyard_open_conference_get_own_zone    (LanyardOpenConference *self);
LanyardZone      *lanyard_open_conference_get_compared_zone (LanyardOpenConference *self);
LanyardZone      *lanyard_open_conference_get_second_zone (LanyardOpenConference *self);
gboolean          lanyard_open_conference_get_shows_both  (LanyardOpenConference *self);
void              lanyard_open_conference_set_shows_both  (LanyardOpenConference *self,
                                                           gboolean               shows_both);
void              lanyard_open_conference_get_span        (LanyardOpenConference *self,
                                                           gint64                *first,
                                                           gint64                *last);
LanyardZoneChoice lanyard_open_conference_get_zone_choice (LanyardOpenConference *self);
void              lanyard_open_conference_set_zone_choice (LanyardOpenConference *self,
                                                           LanyardZoneChoice      choice,
                                                           LanyardZone           *other);

LanyardFilter    *lanyard_open_conference_get_filter      (LanyardOpenConference *self);
void              lanyard_open_conference_set_filter      (LanyardOpenConference *self,
                                                           LanyardFilter         *filter);
LanyardFilter    *lanyard_open_conference_get_hidden      (LanyardOpenConference *self);
void              lanyard_open_conference_set_hidden      (LanyardOpenConference *self,
                                                           LanyardFilter         *hidden);
const char       *lanyard_open_conference_get_choice      (LanyardOpenConference *self,
                                                           const char            *name);
void              lanyard_open_conference_set_choice      (LanyardOpenConference *self,
                                                           const char            *name,
                                                           const char            *value);

LanyardDecisions *lanyard_open_conference_get_decisions   (LanyardOpenConference *self);
void              lanyard_open_conference_apply           (LanyardOpenConference *self,
                                                           LanyardEdit           *edit,
                                                           const char            *label);
void              lanyard_open_conference_apply_to        (LanyardOpenConference *self,
                                                           const char            *uuid,
                                                           LanyardEdit           *edit,
                                                           const char            *label);
void              lanyard_open_conference_undo            (LanyardOpenConference *self);
void              lanyard_open_conference_redo            (LanyardOpenConference *self);
gboolean          lanyard_open_conference_can_undo        (LanyardOpenConference *self);
gboolean          lanyard_open_conference_can_redo        (LanyardOpenConference *self);
const char       *lanyard_open_conference_get_undo_label  (LanyardOpenConference *self);
const char       *lanyard_open_conference_get_redo_label  (LanyardOpenConference *self);
LanyardLevel      lanyard_open_conference_get_level       (LanyardOpenConference *self,
                                                           LanyardKind            kind,
                                                           const char            *key);
void              lanyard_open_conference_set_level       (LanyardOpenConference *self,
                                                           LanyardKind            kind,
                                                           const char            *key,
                                                           LanyardLevel           level);
char             *lanyard_open_conference_dup_place       (LanyardOpenConference *self,
                                                           const char            *room,
                                                           const char            *venue);
const char       *lanyard_open_conference_get_map         (LanyardOpenConference *self,
                                                           const char            *room);

G_END_DECLS
