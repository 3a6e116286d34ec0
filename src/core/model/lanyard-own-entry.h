/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item.h"

G_BEGIN_DECLS

/**
 * LanyardOwnKind:
 * @LANYARD_OWN_MEETING: a meeting
 * @LANYARD_OWN_MEAL: lunch, dinner, drinks
 * @LANYARD_OWN_HALLWAY: the hallway track
 * @LANYARD_OWN_TRAVEL: on the way
 * @LANYARD_OWN_OTHER: anything else
 *
 * What an own entry is.
 */
typedef enum
{
  LANYARD_OWN_MEETING,
  LANYARD_OWN_MEAL,
  LANYARD_OWN_HALLWAY,
  LANYARD_OWN_TRAVEL,
  LANYARD_OWN_OTHER,
} LanyardOwnKind;

#define LANYARD_N_OWN_KINDS (LANYARD_OWN_OTHER + 1)

const char *lanyard_own_kind_get_name  (LanyardOwnKind  kind);
gboolean    lanyard_own_kind_from_name (const char     *name,
                                        LanyardOwnKind *kind);

/**
 * LanyardOwnEntryFields:
 * @uuid: (nullable): what tells it from all others, %NULL to make one up
 * @kind: what it is
 * @title: its name, not empty
 * @start: UTC seconds
 * @end: UTC seconds, not before @start
 * @zone: (nullable): the name of the zone in which its times were stated
 * @place: (nullable): where
 * @people: (nullable): with whom, one line of plain text
 * @note: (nullable): more about it, Markdown
 * @changed_at: when it was changed last, UTC seconds; the store sets it
 *
 * What an own entry is made of.
 */
typedef struct
{
  const char     *uuid;
  LanyardOwnKind  kind;
  const char     *title;
  gint64          start;
  gint64          end;
  const char     *zone;
  const char     *place;
  const char     *people;
  const char     *note;
  gint64          changed_at;
} LanyardOwnEntryFields;

#define LANYARD_TYPE_OWN_ENTRY (lanyard_own_entry_get_type ())
G_DECLARE_FINAL_TYPE (LanyardOwnEntry, lanyard_own_entry, LANYARD, OWN_ENTRY, LanyardItem)

LanyardOwnEntry             *lanyard_own_entry_new        (const LanyardOwnEntryFields *fields);
const LanyardOwnEntryFields *lanyard_own_entry_get_fields (LanyardOwnEntry             *self);
LanyardOwnEntry             *lanyard_own_entry_new_moved  (LanyardOwnEntry             *self,
                                                           gint64                       start,
                                                           gint64                       end);
gboolean                     lanyard_own_entry_equal      (LanyardOwnEntry             *a,
                                                           LanyardOwnEntry             *b);

G_END_DECLS
