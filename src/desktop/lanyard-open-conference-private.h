/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the open conference share. */

#pragma once

#include "directory/lanyard-listing.h"
#include "lanyard-open-conference.h"
#include "model/lanyard-undo.h"
#include "time/lanyard-ticker.h"

G_BEGIN_DECLS

struct _LanyardOpenConference
{
  GObject parent_instance;
  LanyardStore *store;          /* owned */
  LanyardClock *clock;          /* owned */
  LanyardTicker *ticker;        /* owned: tells of the clock's minutes */
  LanyardLocalZone *local_zone; /* owned */
  GCancellable *loading;        /* owned, nullable: ends the load under way */
  char *uuid;                   /* owned, nullable */
  LanyardProgramme *programme;  /* owned, nullable: an outline */
  LanyardDecisions *decisions;  /* owned */
  GHashTable *histories;        /* owned; uuid to a history of edits */
  LanyardPlan *plan;            /* owned, nullable */
  LanyardZone *own_zone;        /* owned, nullable: the conference's */
  LanyardZone *other_zone;      /* owned, nullable: one chosen by name */
  LanyardListing *listing;      /* owned, nullable: what the directory knows about the conference */
  char *listing_uuid;           /* owned, nullable: of which conference that is, or is looked for */
  GCancellable *looking;        /* owned, nullable: ends the look into the directory */
  LanyardZoneChoice choice;
  gboolean shows_both;          /* whether rows and headings show two zones */
  GHashTable *choices;          /* owned; name to value */
  LanyardFilter *filter;        /* owned: one of the choices, read */
  LanyardFilter *hidden;        /* owned: another one */
  guint n_writes;               /* edits on their way to the store */
  guint n_changes;              /* edits ever made here: what was asked of the store before is out of date */
  guint n_choice_writes;        /* choices on their way to the store */
  guint n_chosen;               /* choices ever made here: likewise */
};

void     lanyard_open_conference_start_load    (LanyardOpenConference *self);
const char *lanyard_open_conference_get_shown_uuid (LanyardOpenConference *self);
void     lanyard_open_conference_notify_programme (LanyardOpenConference *self);
void     lanyard_open_conference_notify_decisions (LanyardOpenConference *self);
void     lanyard_open_conference_tell_edit     (LanyardOpenConference *self,
                                                const char            *label,
                                                LanyardEditDirection   direction);
void     lanyard_open_conference_notify_zone   (LanyardOpenConference *self);
void     lanyard_open_conference_report        (LanyardOpenConference *self,
                                                const GError          *error);
gboolean lanyard_open_conference_is_outdated   (LanyardOpenConference *self,
                                                guint                  n_changes);
void     lanyard_open_conference_take_decisions (LanyardOpenConference *self,
                                                 LanyardDecisions      *decisions);
void     lanyard_open_conference_load_decisions (LanyardOpenConference *self);
LanyardUndo *lanyard_open_conference_get_history (LanyardOpenConference *self);
void     lanyard_open_conference_init_histories (LanyardOpenConference *self);
void     lanyard_open_conference_review_history (LanyardOpenConference *self,
                                                 LanyardProgramme      *before);
void     lanyard_open_conference_init_choices  (LanyardOpenConference *self);
gboolean lanyard_open_conference_may_take_choices (LanyardOpenConference *self,
                                                   const char            *uuid,
                                                   guint                  n_chosen);
void     lanyard_open_conference_take_choices  (LanyardOpenConference *self,
                                                GHashTable            *choices);
void     lanyard_open_conference_choices_changed_cb (LanyardStore          *store,
                                                     const char            *uuid,
                                                     LanyardOpenConference *self);
void     lanyard_open_conference_end_looking   (LanyardOpenConference *self);

G_END_DECLS
