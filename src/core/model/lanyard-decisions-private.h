/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What decisions are made of, for the file that makes others of them. */

#pragma once

#include "lanyard-decisions.h"

G_BEGIN_DECLS

/* What picks and notes begin with, so that one table finds either. */
typedef struct
{
  LanyardKind  kind;
  const char  *key;
} LanyardTarget;

G_STATIC_ASSERT (G_STRUCT_OFFSET (LanyardPick, key) == G_STRUCT_OFFSET (LanyardTarget, key));
G_STATIC_ASSERT (G_STRUCT_OFFSET (LanyardNote, key) == G_STRUCT_OFFSET (LanyardTarget, key));

struct _LanyardDecisions
{
  GHashTable *picks_by_target; /* owned; LanyardPick to itself, owned */
  GHashTable *notes_by_target; /* owned; LanyardNote to itself, owned */
  GHashTable *entries_by_uuid; /* owned; uuid, borrowed, to LanyardOwnEntry, owned */
  GPtrArray *picks;            /* owned, of LanyardPick, by when they were made */
  GPtrArray *notes;            /* owned, of LanyardNote, by kind and key */
  GPtrArray *entries;          /* owned, of LanyardOwnEntry, in timetable order */
};

LanyardDecisions *lanyard_decisions_alloc  (void);
LanyardDecisions *lanyard_decisions_finish (LanyardDecisions *self);

G_END_DECLS
