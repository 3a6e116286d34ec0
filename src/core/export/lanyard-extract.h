/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-plan.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_EXTRACT (lanyard_extract_get_type ())

/**
 * LanyardExtractFields:
 * @programme: whose items they are
 * @plan: (nullable): what is picked there, and how much
 * @picks: (nullable) (element-type LanyardPick): the same, with when
 * @changes: (nullable) (element-type LanyardChange): the conference's history
 * @items: (element-type LanyardItem): what goes out; a talk of an outline has
 *   no description
 *
 * What an extract is made of; everything is referenced.
 */
typedef struct
{
  LanyardProgramme *programme;
  LanyardPlan      *plan;
  GPtrArray        *picks;
  GPtrArray        *changes;
  GPtrArray        *items;
} LanyardExtractFields;

/* What of one conference goes out of Lanyard: to a calendar, onto paper, to
 * somebody else. Never changes. */
typedef struct _LanyardExtract LanyardExtract;

GType                       lanyard_extract_get_type   (void);
LanyardExtract             *lanyard_extract_new        (const LanyardExtractFields *fields);
LanyardExtract             *lanyard_extract_ref        (LanyardExtract             *self);
void                        lanyard_extract_unref      (LanyardExtract             *self);
const LanyardExtractFields *lanyard_extract_get_fields (LanyardExtract             *self);

GPtrArray *lanyard_extract_dup_plan_items    (LanyardPlan      *plan);
GPtrArray *lanyard_extract_dup_session_items (LanyardProgramme *programme,
                                              LanyardSession   *session);
GPtrArray *lanyard_extract_dup_all_items     (LanyardProgramme *programme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardExtract, lanyard_extract_unref)

G_END_DECLS
