/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-extract.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

#define LANYARD_SHARED_PLAN_ERROR (lanyard_shared_plan_error_quark ())

/**
 * LanyardSharedPlanError:
 * @LANYARD_SHARED_PLAN_ERROR_FOREIGN: it is no plan, neither a file nor a link
 * @LANYARD_SHARED_PLAN_ERROR_DAMAGED: it is cut off or damaged
 * @LANYARD_SHARED_PLAN_ERROR_NEWER: a newer Lanyard wrote it
 * @LANYARD_SHARED_PLAN_ERROR_TOO_LARGE: it is too large to be a plan
 *
 * Why somebody's plan cannot be read. Each message is a sentence for people.
 */
typedef enum
{
  LANYARD_SHARED_PLAN_ERROR_FOREIGN,
  LANYARD_SHARED_PLAN_ERROR_DAMAGED,
  LANYARD_SHARED_PLAN_ERROR_NEWER,
  LANYARD_SHARED_PLAN_ERROR_TOO_LARGE,
} LanyardSharedPlanError;

GQuark lanyard_shared_plan_error_quark (void);

/**
 * LanyardTheirs:
 * @kind: a talk, a session or a break
 * @key: which of that kind in the programme
 * @title: its title
 * @start: UTC seconds, of a session the first block's, or %LANYARD_NO_TIME
 * @item: (nullable): it, unless it is a session
 * @theirs: how much they want it, %LANYARD_LEVEL_NONE if only you do
 * @yours: how much you want it, itself or with its session
 *
 * One thing that you or they picked.
 */
typedef struct
{
  LanyardKind   kind;
  char         *key;
  char         *title;
  gint64        start;
  LanyardItem  *item;
  LanyardLevel  theirs;
  LanyardLevel  yours;
} LanyardTheirs;

#define LANYARD_TYPE_SHARED_PLAN (lanyard_shared_plan_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSharedPlan, lanyard_shared_plan, LANYARD, SHARED_PLAN, GObject)

/* Reading. Nothing that is read touches your own plan. */
LanyardSharedPlan *lanyard_shared_plan_new          (GBytes             *bytes,
                                                     GError            **error);
LanyardSharedPlan *lanyard_shared_plan_new_for_link (const char         *link,
                                                     GError            **error);
const char        *lanyard_shared_plan_get_title    (LanyardSharedPlan  *self);
gboolean           lanyard_shared_plan_is_of        (LanyardSharedPlan  *self,
                                                     LanyardConference  *conference);
guint              lanyard_shared_plan_get_n_picks  (LanyardSharedPlan  *self);
GPtrArray         *lanyard_shared_plan_compare      (LanyardSharedPlan  *self,
                                                     LanyardProgramme   *programme,
                                                     LanyardPlan        *plan,
                                                     guint              *n_unknown);

/* Writing. Neither notes nor own entries are shared. */
char              *lanyard_shared_plan_write        (LanyardExtract     *extract);
char              *lanyard_shared_plan_write_text   (LanyardExtract     *extract,
                                                     LanyardZone        *zone);
char              *lanyard_shared_plan_write_link   (LanyardExtract     *extract);

G_END_DECLS
