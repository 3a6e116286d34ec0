/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-own-entry.h"
#include "plan/lanyard-plan.h"

G_BEGIN_DECLS

/* A programme and what somebody decides about it, while both are put together.
 * Instants are seconds; strings are borrowed until the plan is made. */
typedef struct
{
  char *name;                  /* owned: of the conference */
  GPtrArray *sessions;         /* owned */
  GPtrArray *blocks;           /* owned */
  GPtrArray *talks;            /* owned */
  GPtrArray *breaks;           /* owned */
  GPtrArray *picks;            /* owned */
  GPtrArray *own_entries;      /* owned */
  GHashTable *rooms;           /* owned: name -> LanyardRoom */
  GHashTable *persons;         /* owned: name -> LanyardPerson */
  LanyardProgramme *programme; /* owned, made with the first plan */
} PlanMaker;

/* What a talk is; what is not said is not there. */
typedef struct
{
  const char *key;
  const char *title;     /* or the key */
  const char *room;
  gint64 start;
  gint64 end;
  guint duration;
  LanyardSession *session;
  LanyardBlock *block;
  const char *speaker;
  const char *keyword;
  const char *recording; /* an address */
  gboolean is_cancelled;
} PlanTalk;

PlanMaker      *plan_maker_new         (const char     *name);
void            plan_maker_free        (PlanMaker      *self);
LanyardSession *plan_maker_add_session (PlanMaker      *self,
                                        const char     *key);
LanyardBlock   *plan_maker_add_block   (PlanMaker      *self,
                                        const char     *key,
                                        LanyardSession *session,
                                        const char     *room,
                                        gint64          start,
                                        gint64          end);
LanyardTalk    *plan_maker_add_talk    (PlanMaker      *self,
                                        const PlanTalk *talk);
void            plan_maker_add_break   (PlanMaker      *self,
                                        const char     *key,
                                        LanyardSession *session,
                                        LanyardBlock   *block,
                                        gint64          start,
                                        gint64          end);
void            plan_maker_add_own     (PlanMaker      *self,
                                        const char     *uuid,
                                        LanyardOwnKind  kind,
                                        const char     *place,
                                        gint64          start,
                                        gint64          end);
void            plan_maker_pick        (PlanMaker      *self,
                                        LanyardKind     kind,
                                        const char     *key,
                                        LanyardLevel    level);
LanyardPlan    *plan_maker_make        (PlanMaker      *self);
LanyardPlanEntry *plan_find_entry      (LanyardPlan    *plan,
                                        const char     *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanMaker, plan_maker_free)

G_END_DECLS
